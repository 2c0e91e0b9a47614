import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    authenticate: (request: unknown) => Promise<void>
  }
}

export default fp(async fastify => {
  fastify.decorate('authenticate', async () => {})
  fastify.get('/auth/whoami', async () => ({}))
})
