const express = require('express')

module.exports = () => {
  const api = express.Router()
  const v2 = express.Router()

  api.get('/status', (req, res) => res.json({}))
  v2.get('/status', (req, res) => res.json({}))
  v2.patch('/settings', (req, res) => res.json({}))
  api.use('/v2', v2)
  return api
}
