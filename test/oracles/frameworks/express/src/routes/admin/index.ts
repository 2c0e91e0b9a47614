import { Router } from 'express'
import { auditRoutes } from './audit'

export function adminRoutes(options: { title: string }): Router {
  const router = Router()
  router.get('/', (_req, res) => void res.send(options.title))
  auditRoutes(router)
  return router
}
