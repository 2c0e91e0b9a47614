import express from 'express'

const health = express.Router()

health.get('/health', (_req, res) => void res.json({ status: 'ok' }))
health.get(['/livez', '/readyz'], (_req, res) => void res.json({ status: 'ok' }))

export default health
