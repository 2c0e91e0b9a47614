import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

async function sharedRoutes(fastify: FastifyInstance) {
  fastify.get('/shared', async () => ({}))
  fastify.post('/shared/:id', async () => ({}))
}

export default fastifyPlugin(sharedRoutes, { name: 'shared-routes' })
