const { Router } = require('express')
const router = Router()

router.get('/:name.:extension', (req, res) => res.json({}))
router.post('/', (req, res) => res.json({}))

module.exports = { router }
