import express, { type Express } from 'express'
import { API_PREFIX, settings } from './config'
import { ReportsController } from './controllers/reports.controller'
import { StockController } from './controllers/stock.controller'
import { authenticate } from './middleware/authenticate'
import routes, { healthRouter, usersRouter } from './routes'
import { adminRoutes } from './routes/admin'
import { registerWebhooks } from './routes/webhooks'
import billing from './subapps/billing'
import { catalogRouter } from './catalog'

const base = `${API_PREFIX}/${settings.version}`

export function createApp(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json({ limit: '1mb' }))
  app.use(healthRouter)

  app.use(base, routes)
  app.use(['/v1', '/v2'], usersRouter)
  app.use(`${base}/admin`, authenticate, adminRoutes({ title: 'admin' }))
  app.use('/billing', billing)

  const controllers = [new ReportsController(), new StockController('stock')]
  controllers.forEach(controller => {
    app.use('/internal', controller.router)
  })

  for (const [path, router] of Object.entries({ '/catalog': catalogRouter })) {
    app.use(API_PREFIX + path, router)
  }

  registerWebhooks(app, '/hooks')

  app
    .route('/session')
    .get((_req, res) => void res.json({}))
    .post((_req, res) => void res.json({}))
    .delete((_req, res) => void res.json({}))

  app.get('/version', (_req, res) => void res.send('1.0.0'))
  app.get('/flights/:from-:to', (_req, res) => void res.json({}))
  app.get('/download{/:name}', (_req, res) => void res.json({}))
  app.all('/echo', (_req, res) => void res.json({}))
  app.get('/assets/*path', (_req, res) => void res.json({}))
  return app
}
