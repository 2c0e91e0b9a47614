exports.ok = ctx => {
  ctx.body = 'ok'
}
