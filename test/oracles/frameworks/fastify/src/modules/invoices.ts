import type { FastifyPluginAsync } from 'fastify'

interface Options {
  currency: string
}

const invoices: FastifyPluginAsync<Options> = async function (app, options) {
  const url = '/'
  app.get(url, async () => [])
  app.get(`/${options.currency}/open`, async () => [])
  app.put('/:id', async () => ({}))
}

export default invoices
