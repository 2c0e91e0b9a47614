const express = require('express')
const router = express.Router()

router.get('/', profile)
router.put('/password', (req, res) => res.json({}))
router.get('/sessions/:sessionId', (req, res) => res.json({}))

function profile(req, res) {
  res.json({})
}

exports = module.exports = router
