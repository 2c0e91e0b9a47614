import path from 'node:path'
import autoload from '@fastify/autoload'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance } from 'fastify'
import { catalogRoutes } from './modules/catalog'
import invoices from './modules/invoices'
import authPlugin from './plugins/auth'
import sharedRoutes from './plugins/shared-routes'
import { healthRoutes } from './routes/health'
import legacyCallback from './routes/callback-style.js'

const VERSIONS = { next: 'v2' }

export function build(): FastifyInstance {
  const app = Fastify({ logger: false })

  app.register(authPlugin)
  app.register(underPressure, { exposeStatusRoute: true, maxEventLoopDelay: 0 })
  app.register(healthRoutes)
  app.register(api, { prefix: '/api' })
  app.register(sharedRoutes, { prefix: '/ignored' })
  app.register(legacyCallback, { prefix: '/callback' })
  app.register(async instance => {
    instance.get('/', async () => ({}))
    instance.get('/ping', async () => 'pong')
  }, { prefix: '/inline' })
  app.register(import('./routes/deferred'), { prefix: '/deferred' })

  app.register(autoload, { dir: path.join(__dirname, 'auto'), options: { prefix: '/auto' }, routeParams: true })

  app.get('/', async () => ({ name: 'shop' }))
  app.route({ method: ['GET', 'POST'], url: '/search', handler: async () => ({}) })
  app.route({ method: 'PUT', path: '/settings', handler: async () => ({}) })
  app.all('/echo', async () => ({}))
  app.get('/files/*', async () => ({}))
  app.get('/range/:from-:to', async () => ({}))
  app.get('/optional/:name?', async () => ({}))
  app.get('/number/:id(^\\d+$)', async () => ({}))
  return app
}

async function api(app: FastifyInstance) {
  const version = '/v1'
  await app.register(v1, { prefix: version })
  app.register(v2, { prefix: `/${VERSIONS.next}` })
  app.get('/status', async () => ({}))
}

async function v1(app: FastifyInstance) {
  app.register(catalogRoutes, { prefix: '/catalog' })
  app.register(invoices, { prefix: '/invoices', currency: 'EUR' })
}

const v2 = async (app: FastifyInstance) => {
  app.register(catalogRoutes, { prefix: '/catalog' })
}
