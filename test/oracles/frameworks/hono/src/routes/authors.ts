import { Hono } from 'hono'
import { createFactory } from 'hono/factory'

const factory = createFactory()
const handlers = factory.createHandlers(c => c.json([]))

export const authors = new Hono<{ Variables: { user: string } }>()
authors.get('/', ...handlers)
authors.get('/:id/books', async c => c.json([]))
authors.get('/popular', async (_c, next) => next(), c => c.json([]))
