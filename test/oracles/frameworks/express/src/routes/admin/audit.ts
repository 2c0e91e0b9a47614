import type { Router } from 'express'

export const auditRoutes = (router: Router): void => {
  router.get('/audit', (_req, res) => void res.json([]))
  router.post('/audit/:id/acknowledge', (_req, res) => void res.json({}))
}
