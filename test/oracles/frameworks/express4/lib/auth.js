exports.requireUser = function requireUser(req, res, next) {
  if (!req.user) return res.status(401).end()
  return next()
}
exports.wrap = fn => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next)
