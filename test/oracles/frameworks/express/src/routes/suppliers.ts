import { Router } from 'express'

interface Crud {
  list: boolean
}

function crud(name: string, options?: Crud): Router {
  const router = Router()
  router.get('/', (_req, res) => void res.json({ name, options }))
  router.get('/:id', (_req, res) => void res.json({ name }))
  router.put('/:id', (_req, res) => void res.json({ name }))
  return router
}

export const suppliers = crud('suppliers')
suppliers.use('/:supplierId/contacts', crud('contacts', { list: true }))
