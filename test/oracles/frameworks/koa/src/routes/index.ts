import Router from '@koa/router'
import { authenticate } from '../lib/authenticate'
import customers from './customers'
import { ordersRouter } from './orders'
import * as products from './products'

export const apiRouter = new Router({ prefix: '/api' })

const v1 = new Router({ prefix: '/v1' })

v1.use(customers.routes(), customers.allowedMethods())
v1.use('/orders', authenticate, ordersRouter.routes())
v1.use('/products', products.router.routes())

apiRouter.get('/status', ctx => {
  ctx.body = 'ok'
})
apiRouter.use(v1.routes())
apiRouter.use('/v2', v2().routes())

// Too late: the routes of v1 were copied above.
v1.get('/late', ctx => {
  ctx.body = 'late'
})

function v2(): Router {
  const router = new Router()
  router.get('customers', '/customers', ctx => {
    ctx.body = []
  })
  router.use('/products', products.router.routes())
  return router
}
