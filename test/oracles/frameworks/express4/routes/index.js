'use strict'

const customers = require('./customers')
const tickets = require('./tickets')

const list = [
  { path: '/customers', router: customers },
  { path: '/tickets', router: tickets },
]

module.exports = function (app) {
  list.forEach(({ path, router }) => app.use(path, router))
  app.use('/optional', require('./optional'))
}
