import { Hono } from 'hono'
import { logger } from 'hono/logger'
import { admin } from './routes/admin'
import books from './routes/books'
import { authors } from './routes/authors'
import { createShop } from './routes/shop'
import { requireToken } from './lib/require-token'

const app = new Hono()

app.use('*', logger(() => {}))
app.get('/', c => c.text('hello'))
app.get('/health', c => c.json({ status: 'ok' }))
app.on('PURGE', '/cache', c => c.text('purged'))
app.on(['PUT', 'DELETE'], ['/posts/:id', '/drafts/:id'], c => c.text('ok'))
app.all('/echo', c => c.text('echo'))
app.get('/files/*', c => c.text('file'))
app.get('/optional/:name?', c => c.text('optional'))
app.get('/numbers/:id{[0-9]+}', c => c.text('number'))

const api = app.basePath('/api')
const v1 = new Hono().basePath('/v1')

v1.route('/books', books)
v1.route('/authors', authors)
v1.get('/status', c => c.text('ok'))

api.use('/v1/*', requireToken)
api.route('/', v1)
api.get('/version', c => c.text('1'))

app.route('/admin', admin)
app.route('/shop', createShop('EUR'))

// Too late: its routes were copied above.
v1.get('/late', c => c.text('late'))

const chained = new Hono()
  .basePath('/chain')
  .get('/', c => c.text('1'))
  .post(c => c.text('2'))
  .get('/two', c => c.text('2'))
  .use('/three/*', requireToken)
  .put('/three/:id', c => c.text('3'))

app.route('/', chained)

export default app
