import Router from '@koa/router'
import { ok } from '../lib/respond'

export const router = new Router()

for (const kind of ['boxes', 'bottles']) {
  router.get(`/${kind}`, ok)
}
router.get('/search{/:term}', ok)
router.get('/images/*path', ok)
