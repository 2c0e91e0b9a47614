import { Hono } from 'hono'

export const reviews = new Hono()

reviews.get('/', c => c.json([]))
reviews.patch('/:id', c => c.json({}))
