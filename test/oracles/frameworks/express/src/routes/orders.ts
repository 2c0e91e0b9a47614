import { Router as createRouter, type Request, type Response } from 'express'
import { authenticate } from '../middleware/authenticate'
import * as orders from '../controllers/orders'

export const router = createRouter()

router.use(authenticate)
router.get('/', orders.list)
router.post('/', [authenticate, authenticate], orders.create)
router.get('/:id', orders.find)
router.put('/:id', orders.replace)
router.delete('/:id', orders.remove)
router.get(/^\/number-(\d+)$/, (_req: Request, res: Response) => void res.json({}))
