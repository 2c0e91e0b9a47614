import { Hono } from 'hono'
import { requireToken } from '../lib/require-token'

export const admin = new Hono({ strict: false })
const unused = new Hono()

admin.use(requireToken)
admin.get('/users', c => c.json([]))
admin.options('/users', c => c.text(''))
unused.get('/unused', c => c.text(''))
