import type { FastifyInstance } from 'fastify'

export default async function orders(fastify: FastifyInstance) {
  fastify.get('/list', async () => [])
}

export const autoPrefix = '/purchase-orders'
