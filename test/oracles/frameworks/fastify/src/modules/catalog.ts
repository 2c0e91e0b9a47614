import type { FastifyInstance, FastifyPluginOptions } from 'fastify'
import { findItem, listItems } from './handlers'

const ITEM = '/:sku'

export async function catalogRoutes(fastify: FastifyInstance, _options: FastifyPluginOptions) {
  fastify.get('/', listItems)
  fastify.get(ITEM, { schema: {} }, findItem)
  fastify.register(
    async child => {
      child.get('/', listItems)
      child.post('/', { handler: findItem })
    },
    { prefix: `${ITEM}/prices` },
  )
}
