module.exports = async function (fastify) {
  fastify.get('/daily', async () => [])
}
module.exports.prefixOverride = '/statements'
