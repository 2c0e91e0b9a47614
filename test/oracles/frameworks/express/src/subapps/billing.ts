import express from 'express'
import { authenticate } from '../middleware/authenticate'

const billing = express()
const plans = express.Router()

plans.get('/', (_req, res) => void res.json([]))
plans.get('/:plan', (_req, res) => void res.json({}))

billing.get('/health', (_req, res) => void res.json({}))
billing.use(authenticate)
billing.use('/plans', plans)
billing.post('/charge', (_req, res) => void res.json({}))

export default billing
