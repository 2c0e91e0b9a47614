import { expect, test } from 'vitest'
import { javascriptListening } from '../../../src/model/code/listen.js'
import { programOf } from '../../support/code.js'
import { routesOf } from '../../support/routes.js'

function lines(text: string): readonly string[] {
  return routesOf({ 'index.js': text }).routes.map(route => `${route.framework} ${route.method} ${route.path}`)
}

test('Apollo Server 4 by itself answers its root, and has no health check', () => {
  const text = `
    import { ApolloServer } from '@apollo/server'
    import { startStandaloneServer } from '@apollo/server/standalone'
    const server = new ApolloServer({ typeDefs, resolvers })
    await startStandaloneServer(server, { listen: { port: Number(process.env.PORT ?? 4000) } })`
  expect(lines(text)).toEqual(['apollo GET /', 'apollo POST /'])
  const [found] = javascriptListening(programOf({ 'index.js': text }), { entries: ['index.js'], files: ['index.js'] })
  expect(found?.port).toMatchObject({ kind: 'known', value: 4000, variables: ['PORT'] })
})

test('Apollo Server 3 by itself has a health check', () => {
  const text = `
    const { ApolloServer } = require('apollo-server')
    const server = new ApolloServer({ typeDefs, resolvers })
    server.listen({ port: 4000 }).then(({ url }) => console.log(url))`
  expect(lines(text)).toEqual(['apollo GET /', 'apollo POST /', 'apollo GET /.well-known/apollo/server-health'])
})

test('Apollo Server 3 in Express, Koa and Fastify', () => {
  const express = `
    const express = require('express')
    const { ApolloServer } = require('apollo-server-express')
    const app = express(), server = new ApolloServer({})
    server.start().then(() => {
      server.applyMiddleware({ app, path: '/api/graphql' })
      app.listen(4000)
    })`
  expect(lines(express)).toEqual([
    'apollo GET /api/graphql',
    'apollo POST /api/graphql',
    'apollo GET /.well-known/apollo/server-health',
  ])
  const koa = `
    const Koa = require('koa')
    const { ApolloServer } = require('apollo-server-koa')
    const app = new Koa(), server = new ApolloServer({})
    server.applyMiddleware({ app, disableHealthCheck: true })
    app.listen(4000)`
  expect(lines(koa)).toEqual(['apollo GET /graphql', 'apollo POST /graphql'])
  const fastify = `
    const app = require('fastify')()
    const { ApolloServer } = require('apollo-server-fastify')
    const server = new ApolloServer({})
    app.register(server.createHandler({ path: '/g', disableHealthCheck: true }), { prefix: '/api' })
    app.listen({ port: 4000 })`
  expect(lines(fastify)).toEqual(['apollo GET /api/g', 'apollo POST /api/g'])
})

test('GraphQL Yoga by itself has a health check; Mercurius has one path', () => {
  expect(
    lines(`
    import { createServer } from 'node:http'
    import { createYoga } from 'graphql-yoga'
    createServer(createYoga({ schema, graphqlEndpoint: '/api' })).listen(4000)`),
  ).toEqual(['yoga GET /api', 'yoga POST /api', 'yoga GET /health'])
  expect(
    lines(`
    const app = require('fastify')()
    app.register(require('mercurius'), { schema, path: '/query' })
    app.listen({ port: 4000 })`),
  ).toEqual(['fastify GET /query', 'fastify POST /query'])
})
