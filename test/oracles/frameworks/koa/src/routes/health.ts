import Router from '@koa/router'
import { ok } from '../lib/respond'

export const health = new Router()

health.get('/health', ok).get('/ready', ok)
health.get(['/livez', '/readyz'], ok)
