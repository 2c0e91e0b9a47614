import { Router } from 'express'
import { asyncHandler } from '../middleware/authenticate'
import posts from './posts'

const router = Router()

const list = asyncHandler(async (_req, res) => res.json([]))
const create = asyncHandler(async (_req, res) => res.json({}))

router.get('/', list)
router.post('/', create)
router.get('/:userId', asyncHandler(async (_req, res) => res.json({})))
router.patch('/:userId', (_req, res) => void res.json({}))
router.use('/:userId/posts', posts)

export default router
