const router = require('express').Router()
const customers = require('../controllers/customers')
const { wrap } = require('../lib/auth')

router.route('/')
  .get(wrap(customers.list))
  .post(wrap(customers.create))

router.param('id', (req, res, next, id) => next())
router.get('/:id(\\d+)', customers.find)
router.get('/by-name/:name', customers.find)
router.delete('/:id', customers.remove)
router.use('/:id/addresses', addresses())

function addresses() {
  const nested = require('express').Router({ mergeParams: true })
  nested.get('/', customers.list)
  nested.post('/', customers.create)
  nested.all('/:addressId', customers.find)
  return nested
}

module.exports = router
