import Router from '@koa/router'
import Koa from 'koa'
import mount from 'koa-mount'
import admin from './admin'
import { authenticate } from './lib/authenticate'
import { apiRouter } from './routes'
import { health } from './routes/health'

export function createApp(): Koa {
  const app = new Koa()
  const root = new Router()

  app.use(async (ctx, next) => {
    ctx.set('x-started', String(Date.now()))
    await next()
  })
  app.use(health.routes())

  root.get('/', ctx => {
    ctx.body = 'hello'
  })
  root.get('/version', ctx => {
    ctx.body = '1'
  })
  app.use(root.routes()).use(root.allowedMethods())
  app.use(apiRouter.routes())
  app.use(apiRouter.allowedMethods())

  app.use(mount('/admin', admin))
  app.use(mount('/mounted', inner().routes()))
  app.use(authenticate)
  return app
}

function inner(): Router {
  const router = new Router({ prefix: '/inner' })
  router.get('/', ctx => {
    ctx.body = 'inner'
  })
  router.del('/:id', ctx => {
    ctx.body = 'deleted'
  })
  return router
}
