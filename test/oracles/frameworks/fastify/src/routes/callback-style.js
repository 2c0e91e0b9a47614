'use strict'

module.exports = function (fastify, options, done) {
  fastify.get('/', (request, reply) => reply.send({}))
  fastify.delete('/:id', (request, reply) => reply.send({}))
  fastify.register(nested, { prefix: '/nested' })
  done()
}

function nested(fastify, options, done) {
  const routes = [
    { method: 'GET', url: '/one', handler: (request, reply) => reply.send({}) },
    { method: 'PATCH', url: '/two', handler: (request, reply) => reply.send({}) },
  ]
  routes.forEach(route => fastify.route(route))
  done()
}
