import type { FastifyPluginAsync } from 'fastify'

export const healthRoutes: FastifyPluginAsync = async (fastify, _options) => {
  fastify.get('/health', { logLevel: 'silent' }, async () => ({ status: 'ok' }))
  fastify.get('/health/ready', async (_request, reply) => reply.send({ status: 'ok' }))
}
