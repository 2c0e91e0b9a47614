import Router from '@koa/router'
import { ok } from '../lib/respond'

const customers = new Router()
customers.prefix('/customers')

const ID = ':id'

customers.get('/', ok)
customers.post('/', ok)
customers.get(`/${ID}`, ok)
customers.put('/' + ID, ok)
customers.delete(`/${ID}`, ok)
customers.all('/:id/notes', ok)

export default customers
