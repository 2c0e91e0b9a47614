import { expect, test } from 'vitest'
import { millisecondsSince } from '../../support/processor-time.js'
import { guarded, routeAt, routesOf, textAt } from '../../support/routes.js'

/** An application with these lines between its creation and `listen`. */
function app(lines: string, more: Record<string, string> = {}) {
  return routesOf({
    'server.js': `const express = require('express')\nconst app = express()\n${lines}\napp.listen(3000)\n`,
    ...more,
  })
}

const OK = '(req, res) => res.json({})'
const AUTH = 'function auth(req, res, next) { if (!req.user) return res.status(401).end(); next() }'

test('a guard applies to the routes behind it, and to none before', () => {
  expect(guarded(app(`${AUTH}\napp.get('/health', ${OK})\napp.use(auth)\napp.get('/orders', ${OK})`))).toEqual([
    'GET /health',
    'GET /orders ← auth (global auth)',
  ])
})

test('a guard at a path applies below it', () => {
  expect(
    guarded(
      app(
        `${AUTH}\napp.use('/api', auth)\napp.get('/api/orders', ${OK})\napp.get('/apis', ${OK})\napp.get('/health', ${OK})`,
      ),
    ),
  ).toEqual(['GET /api/orders ← auth (auth)', 'GET /apis', 'GET /health'])
})

test('a guard of a router also stands before what is mounted behind it at the same path', () => {
  const lines = `${AUTH}
    const a = express.Router(); a.use(auth); a.get('/a', ${OK})
    const b = express.Router(); b.get('/b', ${OK})
    const c = express.Router(); c.get('/c', ${OK})
    app.use('/api', a); app.use('/api', b); app.use('/other', c)`
  expect(guarded(app(lines))).toEqual(['GET /api/a ← auth (auth)', 'GET /api/b ← auth (auth)', 'GET /other/c'])
})

test('a guard is named for what it does before it is named for its name', () => {
  const guard = (text: string) => guarded(app(`${text}\napp.get('/x', check, ${OK})`))[0]?.split(' ← ')[1]
  expect(guard('const check = (req, res, next) => { if (!req.user) res.sendStatus(403); else next() }')).toBe(
    'check (auth)',
  )
  expect(guard("const check = (req, res, next) => { throw new UnauthorizedError('no') }")).toBe('check (auth)')
  expect(guard('const check = (req, res, next) => next(createError(401))')).toBe('check (auth)')
  expect(
    guard(
      "const jwt = require('jsonwebtoken'); const check = (req, res, next) => { req.user = jwt.verify(req.token, KEY); next() }",
    ),
  ).toBe('check (auth)')
  expect(guard("const check = require('passport').authenticate('jwt', { session: false })")).toBe('check (auth)')
  expect(guard("const check = require('express-rate-limit')({ max: 100 })")).toBe('check (limit)')
  expect(guard("const { rateLimit: make } = require('express-rate-limit'); const check = make({ limit: 9 })")).toBe(
    'check (limit)',
  )
  expect(guard('const check = (req, res, next) => hits > 9 ? res.status(429).end() : next()')).toBe('check (limit)')
  expect(
    guard('const authenticate = (req, res, next) => { req.started = Date.now(); next() }; const check = authenticate'),
  ).toBe('check (other)')
})

test('a guard that only looks whether somebody is known turns nobody away', () => {
  const lines = `const jwt = require('jsonwebtoken')
    function optionalAuth(req, res, next) { try { req.user = jwt.verify(req.token, KEY) } catch { req.user = null } next() }
    app.get('/x', optionalAuth, ${OK})`
  expect(guarded(app(lines))).toEqual(['GET /x ← optionalAuth (other)'])
})

test('libraries that are told to let strangers pass turn nobody away', () => {
  const lines = `
    const { expressjwt } = require('express-jwt'), passport = require('passport')
    app.get('/a', expressjwt({ secret: KEY, algorithms: ['HS256'], credentialsRequired: false }), ${OK})
    app.get('/b', passport.authenticate(['jwt', 'anonymous'], { session: false }), ${OK})
    app.get('/c', expressjwt({ secret: KEY, algorithms: ['HS256'] }), ${OK})`
  expect(guarded(app(lines))).toEqual([
    'GET /a ← expressjwt (other)',
    'GET /b ← passport.authenticate (other)',
    'GET /c ← expressjwt (auth)',
  ])
})

test('a guard that asks for the path lets some through: it is not known which', () => {
  const lines = `app.use(function auth(req, res, next) {
      if (req.path === '/health') return next()
      if (!req.user) return res.status(401).end()
      next()
    })
    app.get('/health', ${OK})`
  expect(guarded(app(lines))).toEqual(['GET /health ← auth (global other)'])
})

test('a guard against forged requests lets some methods through; one that passes preflights on lets none', () => {
  const forged = `function csrf(req, res, next) {
      if (req.method === 'GET') return next()
      if (req.get('x-csrf') !== req.cookies.csrf) return res.status(403).end()
      next()
    }
    app.get('/x', csrf, ${OK})`
  expect(guarded(app(forged))).toEqual(['GET /x ← csrf (other)'])
  const preflight = `function auth(req, res, next) {
      if (req.method === 'OPTIONS') return next()
      return req.user ? next() : res.status(401).end()
    }
    app.get('/x', auth, ${OK})`
  expect(guarded(app(preflight))).toEqual(['GET /x ← auth (auth)'])
})

test('a guard at a regular expression may let through what counts', () => {
  expect(guarded(app(`${AUTH}\napp.use(/^(?!\\/health)/, auth)\napp.get('/health', ${OK})`))).toEqual([
    'GET /health ← auth (other)',
  ])
})

test('a guard at a path that is not known guards what is there, and perhaps what comes behind', () => {
  const lines = `${AUTH}
    const { prefix } = require('./generated')
    const router = express.Router()
    router.use(auth)
    router.get('/orders', ${OK})
    app.use(prefix, router)
    app.get('/health', ${OK})`
  expect(guarded(app(lines))).toEqual(['GET /orders ← auth (auth)', 'GET /health ← auth (other)'])
})

test('a guard that a function makes, in another file, through the functions that it calls', () => {
  const table = app(`const { authorize } = require('./auth')\napp.get('/x', authorize('admin'), ${OK})`, {
    'auth.js': `
      function refuse(res) { return res.status(403).json({}) }
      exports.authorize = role => (req, res, next) => (req.user?.role === role ? next() : refuse(res))`,
  })
  expect(guarded(table)).toEqual(['GET /x ← authorize (auth)'])
})

test('a guard whose code is not in the repository goes by its name', () => {
  const lines = `const { requireAuth, rateLimiter, tracing } = require('@shop/middleware')
    app.get('/x', requireAuth, rateLimiter(9), tracing(), ${OK})`
  expect(guarded(app(lines))).toEqual(['GET /x ← requireAuth (auth), rateLimiter (limit), tracing (other)'])
})

test('what handles errors is no guard', () => {
  expect(guarded(app(`app.use((error, req, res, next) => res.status(401).end())\napp.get('/x', ${OK})`))).toEqual([
    'GET /x',
  ])
})

test('handlers are found behind wrappers, in objects and in lists', () => {
  const files = {
    'server.js': `
      const express = require('express')
      const asyncHandler = require('express-async-handler')
      const { wrap } = require('./wrap')
      const users = require('./users')
      const { Orders } = require('./orders')
      const orders = new Orders()
      const app = express()
      app.get('/a', users.list)
      app.get('/b', asyncHandler(users.list))
      app.get('/c', wrap(users.list))
      app.get('/d', [users.check, users.list])
      app.get('/e', orders.list)
      app.get('/f', orders.list.bind(orders))
      app.get('/g', orders.arrow)
      app.listen(3000)`,
    'wrap.js': `exports.wrap = fn => function (req, res, next) { return Promise.resolve(fn(req, res, next)).catch(next) }`,
    'users.js': `module.exports = { list: function listUsers(req, res) {}, check(req, res, next) {} }`,
    'orders.js': `class Base { list(req, res) {} }\nclass Orders extends Base { arrow = (req, res) => {} }\nmodule.exports = { Orders }`,
  }
  const table = routesOf(files)
  const handlers = table.routes.map(({ path, handler }) => {
    const text = handler && textAt(files, { path: handler.file.path, start: handler.node.start, end: handler.node.end })
    return `${path} ${handler?.file.path}: ${text}`
  })
  expect(handlers).toEqual([
    '/a users.js: function listUsers(req, res) {}',
    '/b users.js: function listUsers(req, res) {}',
    '/c users.js: function listUsers(req, res) {}',
    '/d users.js: function listUsers(req, res) {}',
    '/e orders.js: list(req, res) {}',
    '/f orders.js: list(req, res) {}',
    '/g orders.js: (req, res) => {}',
  ])
})

test('where a path is not known, its known end is told and the place is said', () => {
  const files = {
    'server.js': `
      const express = require('express')
      const { prefix } = require('./generated')
      const app = express()
      const router = express.Router()
      router.get('/orders', ${OK})
      app.use(prefix, router)
      app.get(\`\${prefix}/users\`, ${OK})
      app.get('/health', ${OK})
      app.listen(3000)`,
  }
  const table = routesOf(files)
  expect(table.routes.map(route => [route.path, route.isResolved])).toEqual([
    ['/orders', false],
    ['/users', false],
    ['/health', true],
  ])
  expect(table.unresolved.map(at => textAt(files, at))).toHaveLength(2)
})

test('a router that could not be followed is said', () => {
  const files = {
    'server.js': `
      const express = require('express')
      const app = express()
      app.use('/api', require('./generated/routes'))
      app.listen(3000)`,
  }
  const table = routesOf(files)
  expect(table.routes).toEqual([])
  expect(table.unresolved.map(at => textAt(files, at))).toEqual(["use('/api', require('./generated/routes'))"])
})

test('static files, proxies and pages for everything are fallbacks', () => {
  const table = app(`
    const { createProxyMiddleware } = require('http-proxy-middleware')
    app.use('/assets', express.static('public'))
    app.use('/legacy', createProxyMiddleware({ target: 'http://old' }))
    app.use((req, res) => res.sendFile('index.html'))`)
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/assets', '/legacy', '/'])
  expect(table.routes).toEqual([])
})

test('what answers 404 to everything answers nothing', () => {
  const table = app(`
    app.get('/x', ${OK})
    app.all('*', (req, res, next) => next(new NotFoundError()))
    app.use((req, res) => res.status(404).json({}))`)
  expect(guarded(table)).toEqual(['GET /x'])
  expect(table.fallbacks).toEqual([])
})

test('a function without next at a path answers it', () => {
  const table = app(`app.use('/health', (req, res) => res.send('ok'))`)
  expect(guarded(table)).toEqual(['* /health'])
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/health'])
})

test('tRPC and GraphQL below their mounts', () => {
  const table = app(`
    const trpc = require('@trpc/server/adapters/express')
    const { expressMiddleware } = require('@as-integrations/express5')
    const { createYoga } = require('graphql-yoga')
    app.use('/trpc', trpc.createExpressMiddleware({ router }))
    app.use('/graphql', express.json(), expressMiddleware(server))
    app.use('/yoga', createYoga({ schema }))`)
  expect(table.fallbacks.map(one => one.prefix)).toEqual(['/trpc'])
  expect(table.routes.map(route => `${route.framework} ${route.method} ${route.path}`)).toEqual([
    'apollo GET /graphql',
    'apollo POST /graphql',
    'yoga GET /yoga',
    'yoga POST /yoga',
  ])
})

test('prefixes and routes point at what declares them', () => {
  const files = {
    'server.js': `
      const express = require('express')
      const app = express()
      const { BASE } = require('./paths')
      const v1 = express.Router()
      const orders = express.Router()
      orders.get('/:id', ${OK})
      v1.use('/orders', orders)
      app.use(BASE, v1)
      app.listen(3000)`,
    'paths.js': `exports.BASE = '/api/v1'`,
  }
  const route = routeAt(routesOf(files), '/api/v1/orders/:id')
  expect(textAt(files, route.at)).toBe(`get('/:id', ${OK})`)
  expect(route.prefixes.map(prefix => [prefix.path, textAt(files, prefix.at)])).toEqual([
    ['/api/v1', 'BASE'],
    ['/orders', "'/orders'"],
  ])
})

test('both ways of a condition that is not known are taken, of one that is known only that one', () => {
  const table = app(`
    const features = { beta: false }
    if (process.env.NODE_ENV !== 'production') app.get('/debug', ${OK})
    if (features.beta) app.get('/beta', ${OK})
    else app.get('/stable', ${OK})`)
  expect(guarded(table)).toEqual(['GET /debug', 'GET /stable'])
})

test('what something unseen may have switched on is on', () => {
  const table = app(
    `
    const config = require('./config')
    let enabled = true
    if (process.env.QUIET) enabled = false
    if (enabled) app.get('/maybe', ${OK})
    if (config.get('google')) app.get('/google', ${OK})
    if (config.all.saml) app.get('/saml', ${OK})
    if (config.all.missing) app.get('/missing', ${OK})
    if (config.fixed.off) app.get('/off', ${OK})`,
    {
      'config.js': `
      const defaults = { google: '', saml: false }
      exports.all = Object.assign({}, defaults, require('./environment')())
      exports.fixed = { off: false }
      exports.get = key => exports.all[key]`,
      'environment.js':
        'module.exports = () => { const found = {}; for (const key of Object.keys(process.env)) found[key] = process.env[key]; return found }',
    },
  )
  expect(guarded(table)).toEqual(['GET /maybe', 'GET /google', 'GET /saml', 'GET /missing'])
})

test('routes behind a connection that is waited for', () => {
  const files = {
    'index.ts': `
      import express from 'express'
      import { AppDataSource } from './data-source'
      AppDataSource.initialize().then(async () => {
        const app = express()
        app.get('/users', (req, res) => res.json([]))
        app.listen(3000)
      }).catch(error => console.error(error))`,
    'data-source.ts': `import { DataSource } from 'typeorm'\nexport const AppDataSource = new DataSource({})`,
  }
  expect(guarded(routesOf(files))).toEqual(['GET /users'])
})

test('an application that is a class, and routes that add themselves to it', () => {
  const files = {
    'index.ts': `
      import App from './app'
      import { HealthRoute } from './health.route'
      const app = new App([new HealthRoute()])
      app.listen()`,
    'app.ts': `
      import express from 'express'
      import { Routes } from './routes.interface'
      class App {
        public app: express.Application
        public port: string | number
        constructor(routes: Routes[]) {
          this.app = express()
          this.port = process.env.PORT || 3000
          this.initializeMiddlewares()
          this.initializeRoutes(routes)
        }
        public listen() { this.app.listen(this.port) }
        private initializeMiddlewares() { this.app.use(express.json()) }
        private initializeRoutes(routes: Routes[]) {
          routes.forEach(route => { this.app.use('/', route.router) })
        }
      }
      export default App`,
    'routes.interface.ts': `import { Router } from 'express'\nexport interface Routes { path?: string; router: Router }`,
    'health.route.ts': `
      import { Router } from 'express'
      import { HealthController } from './health.controller'
      import { Routes } from './routes.interface'
      export class HealthRoute implements Routes {
        public path = '/health'
        public router = Router()
        public controller = new HealthController()
        constructor() { this.initializeRoutes() }
        private initializeRoutes() { this.router.get(\`\${this.path}/live\`, this.controller.live) }
      }`,
    'health.controller.ts': `export class HealthController { public live = (req, res) => { res.json({}) } }`,
  }
  const table = routesOf(files)
  expect(guarded(table)).toEqual(['GET /health/live ← express.json (global other)'])
  expect(table.routes[0]?.handler?.file.path).toBe('health.controller.ts')
})

test('routers that nothing mounts, also in files that nothing imports', () => {
  const table = app(`const orphan = express.Router()\norphan.get('/orphan', ${OK})\napp.get('/x', ${OK})`, {
    'old/health.js': `const router = require('express').Router()\nrouter.get('/health', ${OK})\nmodule.exports = router`,
    'test/app.test.js': `const router = require('express').Router()\nrouter.get('/in-tests', ${OK})`,
  })
  expect(guarded(table)).toEqual(['GET /x'])
  expect(table.unregistered.map(one => [one.name, one.at.path, one.routes.map(route => route.path)])).toEqual([
    ['orphan', 'server.js', ['/orphan']],
    ['router', 'old/health.js', ['/health']],
  ])
})

test('a router that a function hands requests to', () => {
  const table = app(`
    const router = express.Router()
    router.get('/x', ${OK})
    app.use('/api', (req, res, next) => router(req, res, next))`)
  expect(guarded(table)).toEqual(['GET /api/x'])
  expect(table.unregistered).toEqual([])
})

test('nothing is called unregistered where a registration could not be followed', () => {
  const orphan = { 'old.js': `const router = require('express').Router()\nrouter.get('/old', ${OK})` }
  const unregistered = (lines: string, more = {}) => app(lines, { ...orphan, ...more }).unregistered.length
  expect(unregistered(`app.get('/x', ${OK})`)).toBe(1)
  expect(unregistered(`for (const name of require('fs').readdirSync('.')) app.use(require('./' + name))`)).toBe(0)
  expect(unregistered(`require('./generated')(app)`)).toBe(0)
  expect(unregistered(`const name = process.argv[2]; app[name]('/x', ${OK})`)).toBe(0)
  expect(unregistered(`require('routing-controllers').useExpressServer(app, {})`)).toBe(0)
})

test('routers of another program in the same folder are not unregistered here', () => {
  const other = {
    'admin.js': `const app = require('express')(); app.use(require('./admin-routes')); app.listen(3001)`,
    'admin-routes.js': `const router = module.exports = require('express').Router(); router.get('/admin', ${OK})`,
  }
  expect(app(`app.get('/x', ${OK})`, other).unregistered).toEqual([])
  expect(routesOf({ 'worker.js': 'setInterval(() => {}, 1000)', ...other }).unregistered).toEqual([])
})

test('routers that use each other, and functions that call themselves, come to an end', () => {
  const table = app(`
    const a = express.Router(), b = express.Router()
    a.use('/b', b); b.use('/a', a); b.get('/x', ${OK})
    function again(n) { app.get('/again', ${OK}); return again(n + 1) }
    app.use('/a', a)
    again(0)`)
  expect(table.routes.map(route => route.path)).toContain('/a/b/x')
  expect(table.routes.length).toBeLessThan(10)
})

test('long chains of calls', () => {
  const calls = Array.from({ length: 150 }, (_, index) => `.get('/${index}', ${OK})`).join('')
  expect(app(`app${calls}`).routes).toHaveLength(150)
})

test('what is nested too deep is said', () => {
  const calls = Array.from({ length: 600 }, (_, index) => `.get('/${index}', ${OK})`).join('')
  const table = app(`app${calls}`)
  expect(table.unresolved).toHaveLength(1)
})

test('a program that never ends its start is followed for a bounded time', () => {
  const nested = Array.from({ length: 9 }, () => 'for (const x of list) {').join('')
  const started = process.cpuUsage()
  const table = app(
    `const list = [${Array.from({ length: 40 }, (_, i) => i).join()}]\napp.get('/x', ${OK})\n${nested} app.get('/y', ${OK}) ${'}'.repeat(9)}`,
  )
  expect(table.routes.some(route => route.path === '/x')).toBe(true)
  expect(millisecondsSince(started)).toBeLessThan(5000)
})
