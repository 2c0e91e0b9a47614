import Router from '@koa/router'
import { ok } from '../lib/respond'

const router = new Router()
const lines = new Router({ prefix: '/:orderId/lines' })

lines.get('/', ok)
lines.post('/', ok)
lines.get('/:line', ok)

router.get('/', ok)
router.register('/export', ['get', 'post'], ok)
router.use(lines.routes())
router.patch('/:orderId', ok)

export { router as ordersRouter }
