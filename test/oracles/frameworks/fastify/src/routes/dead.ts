import type { FastifyInstance } from 'fastify'

/** Nothing registers this one. */
export async function deadRoutes(fastify: FastifyInstance) {
  fastify.get('/dead', async () => ({}))
  fastify.get('/dead/health', async () => ({}))
}
