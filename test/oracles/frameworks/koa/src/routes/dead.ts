import Router from '@koa/router'
import { ok } from '../lib/respond'

const dead = new Router({ prefix: '/dead' })

dead.get('/health', ok)

export default dead
