const { Router } = require('express')

module.exports = Router()
  .get('/:name?', (req, res) => res.json({}))
  .get('/a/*', (req, res) => res.json({}))
