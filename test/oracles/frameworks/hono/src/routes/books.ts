import { Hono } from 'hono'
import { reviews } from './reviews.js'

const books = new Hono()

books
  .get('/', c => c.json([]))
  .post('/', c => c.json({}))
  .get('/:isbn', c => c.json({}))
  .delete('/:isbn', c => c.json({}))

books.route('/:isbn/reviews', reviews)

export default books
