import { Router } from 'express'

const posts = Router({ mergeParams: true })

posts.route('/').get((_req, res) => void res.json([])).post((_req, res) => void res.json({}))
posts
  .route('/:postId')
  .all((_req, _res, next) => next())
  .get((_req, res) => void res.json({}))
  .delete((_req, res) => void res.json({}))

export default posts
