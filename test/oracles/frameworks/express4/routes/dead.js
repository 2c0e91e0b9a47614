const router = require('express').Router()

router.get('/dead', (req, res) => res.json({}))

module.exports = router
