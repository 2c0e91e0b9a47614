const Koa = require('koa')
const mount = require('koa-mount')
const Router = require('@koa/router')
const { ok } = require('../lib/respond')

const admin = new Koa()
const router = new Router()
const audit = new Koa()
const entries = new Router({ prefix: '/entries' })

router.get('/', ok)
router.get('/users', ok)
router.post('/users/:id/lock', ok)
entries.get('/', ok)
entries.get('/:id', ok)

audit.use(entries.routes())
admin.use(router.routes())
admin.use(mount('/audit', audit))

module.exports = admin
