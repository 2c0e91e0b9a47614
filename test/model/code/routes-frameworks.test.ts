import { expect, test } from 'vitest'
import { guarded, routesOf } from '../../support/routes.js'

test('Fastify: hooks stand before the routes of their context and of those inside', () => {
  const table = routesOf({
    'server.ts': `
      import Fastify from 'fastify'
      import rateLimit from '@fastify/rate-limit'
      import fastifyStatic from '@fastify/static'
      import { authPlugin } from './auth'
      const app = Fastify()
      const verify = async (request, reply) => { if (!request.user) reply.code(401).send() }
      await app.register(rateLimit, { max: 100 })
      await app.register(authPlugin)
      app.register(fastifyStatic, { root: '/public', prefix: '/files' })
      app.get('/health', async () => 'ok')
      app.get('/me', { preHandler: [app.authenticate] }, async () => ({}))
      app.route({ method: 'GET', url: '/you', onRequest: verify, handler: async () => ({}) })
      app.register(async api => {
        api.addHook('onRequest', verify)
        api.addHook('onSend', async () => {})
        api.get('/orders', async () => [])
        api.register(async inner => inner.get('/lines', async () => []), { prefix: '/inner' })
      }, { prefix: '/api' })
      await app.listen({ port: 3000 })`,
    'auth.ts': `
      import fp from 'fastify-plugin'
      export const authPlugin = fp(async fastify => {
        fastify.decorate('authenticate', async (request, reply) => {
          try { await request.jwtVerify() } catch (error) { reply.send(error) }
        })
      })`,
  })
  expect(guarded(table)).toEqual([
    'GET /health ← rateLimit (global limit)',
    'GET /me ← rateLimit (global limit), app.authenticate (auth)',
    'GET /you ← rateLimit (global limit), verify (auth)',
    'GET /api/orders ← rateLimit (global limit), verify (auth)',
    'GET /api/inner/lines ← rateLimit (global limit), verify (auth)',
  ])
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/files'])
})

test('Fastify: a plugin that cannot be followed is said', () => {
  const table = routesOf({
    'server.js': `
      const app = require('fastify')()
      app.register(require('./generated'))
      app.register(require('@fastify/autoload'), { dir: process.env.ROUTES })
      app.get('/x', async () => 1)
      app.listen({ port: 3000 })`,
  })
  expect(table.routes.map(route => route.path)).toEqual(['/x'])
  expect(table.unresolved).toHaveLength(2)
})

test('Koa: middleware stands before what is used behind it', () => {
  const table = routesOf({
    'index.js': `
      const Koa = require('koa')
      const Router = require('@koa/router')
      const jwt = require('koa-jwt')
      const serve = require('koa-static')
      const app = new Koa()
      const open = new Router()
      const closed = new Router()
      open.get('/health', ctx => { ctx.body = 'ok' })
      closed.use('/admin', (ctx, next) => { if (!ctx.state.user.admin) ctx.throw(403); return next() })
      closed.get('/orders', ctx => {})
      closed.get('/admin/users', ctx => {})
      app.use(serve('public'))
      app.use(open.routes())
      app.use(jwt({ secret: process.env.SECRET }))
      app.use(closed.routes())
      app.listen(3000)`,
  })
  expect(guarded(table)).toEqual([
    'GET /health',
    'GET /orders ← jwt (global auth)',
    'GET /admin/users ← jwt (global auth), anonymous function (auth)',
  ])
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/'])
})

test('Koa: `unless` lets some paths through: it is not known which', () => {
  const table = routesOf({
    'index.js': `
      const Koa = require('koa'), Router = require('@koa/router'), jwt = require('koa-jwt')
      const app = new Koa(), router = new Router()
      router.get('/health', ctx => {})
      app.use(jwt({ secret: 's' }).unless({ path: [/^\\/health/] })).use(router.routes())
      app.listen(3000)`,
  })
  expect(table.routes[0]?.guards.map(guard => guard.purpose)).toEqual(['other'])
})

test('Hono: middleware by pattern, only before what comes behind it', () => {
  const table = routesOf({
    'index.ts': `
      import { Hono } from 'hono'
      import { jwt } from 'hono/jwt'
      import { rateLimiter } from 'hono-rate-limiter'
      import { serveStatic } from '@hono/node-server/serve-static'
      import { serve } from '@hono/node-server'
      const app = new Hono()
      app.get('/health', c => c.text('ok'))
      app.use('*', rateLimiter({ limit: 9 }))
      app.use('/api/*', jwt({ secret: 's' }))
      app.get('/api/orders', c => c.json([]))
      app.get('/open', c => c.json([]))
      app.use('/assets/*', serveStatic({ root: './' }))
      app.notFound(c => c.text('no', 404))
      serve({ fetch: app.fetch, port: 3000 })`,
  })
  expect(guarded(table)).toEqual([
    'GET /health',
    'GET /api/orders ← rateLimiter (global limit), jwt (auth)',
    'GET /open ← rateLimiter (global limit)',
  ])
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/assets'])
})

test('Next.js: middleware guards what its matcher names; rewrites are fallbacks', () => {
  const table = routesOf(
    {
      'next.config.js': `module.exports = { async rewrites() { return [{ source: '/old/:path*', destination: 'http://old/:path*' }] } }`,
      'middleware.ts': `
        import { NextResponse } from 'next/server'
        export function middleware(request) {
          if (!request.cookies.get('session')) return new NextResponse('no', { status: 401 })
          return NextResponse.next()
        }
        export const config = { matcher: ['/api/((?!health).*)'] }`,
      'app/api/health/route.ts': 'export async function GET() {}',
      'app/api/orders/route.ts': 'export const POST = async () => {}',
      'app/(shop)/cart/page.tsx': 'export default function Cart() {}',
    },
    [],
  )
  expect([...guarded(table)].sort()).toEqual(['GET /api/health', 'GET /cart', 'POST /api/orders ← middleware (auth)'])
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/old'])
})

test.each([
  ["'/((?!api|_next/static|favicon.ico).*)'", ['/cart ← middleware (auth)']],
  [
    "['/api/:path*', '/cart']",
    ['/api/health ← middleware (auth)', '/api/orders ← middleware (auth)', '/cart ← middleware (auth)'],
  ],
  ["'/api/orders/:id?'", ['/api/orders ← middleware (auth)']],
  [
    "'/(api|trpc)(.*)'",
    ['/api/health ← middleware (other)', '/api/orders ← middleware (other)', '/cart ← middleware (other)'],
  ],
])('Next.js: the matcher %s', (matcher, expected) => {
  const table = routesOf(
    {
      'next.config.js': 'module.exports = {}',
      'src/middleware.ts': `export function middleware(request) { if (!request.user) throw new UnauthorizedError() }
        export const config = { matcher: ${matcher} }`,
      'src/app/api/health/route.ts': 'export async function GET() {}',
      'src/app/api/orders/route.ts': 'export async function GET() {}',
      'src/app/cart/page.tsx': 'export default function Cart() {}',
    },
    [],
  )
  expect(guarded(table).filter(line => line.includes('←'))).toEqual(expected.map(line => `GET ${line}`))
})

test('folders called app and pages are no routes without Next.js', () => {
  const table = routesOf({ 'app/users/page.ts': 'export default {}', 'pages/api/x.ts': 'export default () => {}' }, [])
  expect(table.routes).toEqual([])
})

test('a server without a framework answers the paths that it compares', () => {
  const table = routesOf({
    'worker.ts': `
      import { createServer } from 'node:http'
      createServer((req, res) => {
        if (req.url === '/health') { res.end('ok'); return }
        switch (req.url) { case '/metrics': res.end(''); return }
        res.writeHead(404).end()
      }).listen(9000)`,
  })
  expect(guarded(table)).toEqual(['* /health', '* /metrics'])
  expect(table.fallbacks).toEqual([])
})

test('a server without a framework that does not say 404 may answer anything', () => {
  const table = routesOf({
    'worker.js': `require('http').createServer((req, res) => res.end('hello')).listen(9000)`,
  })
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/'])
})

test('malformed sources still give the routes around the mistake', () => {
  const table = routesOf({
    'server.js': `
const express = require('express')
const app = express()
app.get('/before', (req, res) => res.end())
app.get('/broken' (req => {
app.get('/after', (req, res) => res.end())
app.listen(3000)
`,
  })
  expect(table.routes.map(route => route.path)).toContain('/before')
})
