module.exports.handler = (error, req, res, next) => res.status(500).end()
