import type { FastifyInstance } from 'fastify'

export default async function deferred(fastify: FastifyInstance) {
  fastify.get('/late', async () => ({}))
}
