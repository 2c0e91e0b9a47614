'use strict'

var express = require('express')
var { requireUser } = require('./lib/auth')
const routes = require('./routes')

var app = express()
app.use(express.urlencoded({ extended: true }))

app.get('/', function (req, res) {
  res.send('hello')
})
app.get('/health', (req, res) => res.send('ok'))

routes(app)
app.use('/api', require('./routes/api')())
app.use('/account', requireUser, require('./routes/account'))
app.use('/files', require('./routes/files').router)

const methods = ['get', 'post']
methods.forEach(method => {
  app[method]('/rpc/:procedure', (req, res) => res.json({}))
})

app.use(require('./routes/errors').handler)

module.exports = app
