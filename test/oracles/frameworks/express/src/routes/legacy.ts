import { Router } from 'express'

/** Nothing mounts this one. */
const legacy = Router()

legacy.get('/legacy/health', (_req, res) => void res.json({ status: 'ok' }))
legacy.get('/legacy/users', (_req, res) => void res.json([]))

export default legacy
