import type { FastifyPluginAsync } from 'fastify'

const users: FastifyPluginAsync = async fastify => {
  fastify.get('/', async () => [])
  fastify.get('/me', async () => ({}))
}

export default users
