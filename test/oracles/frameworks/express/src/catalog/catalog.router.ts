import { Router } from 'express'

export const catalogRouter = Router()
const unused = Router()

catalogRouter
  .get('/', (_req, res) => void res.json([]))
  .get('/search', (_req, res) => void res.json([]))
  .post('/import', (_req, res) => void res.json({}))

unused.get('/never', (_req, res) => void res.json([]))
