import { expect, test } from 'vitest'
import { guarded, routesOf } from '../../support/routes.js'

// How starters and templates that many programs began with put their routes together.

test('lists of routes, wrapped handlers, and a guard that calls passport', () => {
  const table = routesOf({
    'src/index.js': `
      const mongoose = require('mongoose')
      const app = require('./app')
      const config = require('./config/config')
      let server
      mongoose.connect(config.mongoose.url, config.mongoose.options).then(() => {
        server = app.listen(config.port, () => {})
      })`,
    'src/app.js': `
      const express = require('express')
      const helmet = require('helmet')
      const passport = require('passport')
      const httpStatus = require('http-status')
      const config = require('./config/config')
      const { authLimiter } = require('./middlewares/rateLimiter')
      const routes = require('./routes/v1')
      const ApiError = require('./utils/ApiError')
      const app = express()
      app.use(helmet())
      app.use(passport.initialize())
      if (config.env === 'production') app.use('/v1/auth', authLimiter)
      app.use('/v1', routes)
      app.use((req, res, next) => { next(new ApiError(httpStatus.NOT_FOUND, 'Not found')) })
      module.exports = app`,
    'src/config/config.js': `
      const Joi = require('joi')
      const schema = Joi.object().keys({ PORT: Joi.number().default(3000) }).unknown()
      const { value: envVars, error } = schema.prefs({}).validate(process.env)
      if (error) throw new Error(error.message)
      module.exports = { env: envVars.NODE_ENV, port: envVars.PORT, mongoose: { url: envVars.URL, options: {} } }`,
    'src/middlewares/rateLimiter.js': `
      const rateLimit = require('express-rate-limit')
      const authLimiter = rateLimit({ windowMs: 1000, max: 20 })
      module.exports = { authLimiter }`,
    'src/middlewares/auth.js': `
      const passport = require('passport')
      const verifyCallback = (req, resolve, reject) => async (err, user) => { if (err || !user) return reject(new Error()); resolve() }
      const auth = (...rights) => async (req, res, next) =>
        new Promise((resolve, reject) => {
          passport.authenticate('jwt', { session: false }, verifyCallback(req, resolve, reject, rights))(req, res, next)
        }).then(() => next()).catch(err => next(err))
      module.exports = auth`,
    'src/routes/v1/index.js': `
      const express = require('express')
      const authRoute = require('./auth.route')
      const userRoute = require('./user.route')
      const docsRoute = require('./docs.route')
      const config = require('../../config/config')
      const router = express.Router()
      const defaultRoutes = [{ path: '/auth', route: authRoute }, { path: '/users', route: userRoute }]
      const devRoutes = [{ path: '/docs', route: docsRoute }]
      defaultRoutes.forEach(route => { router.use(route.path, route.route) })
      if (config.env === 'development') devRoutes.forEach(route => { router.use(route.path, route.route) })
      module.exports = router`,
    'src/routes/v1/auth.route.js': `
      const express = require('express')
      const { authController } = require('../../controllers')
      const router = express.Router()
      router.post('/login', authController.login)
      module.exports = router`,
    'src/routes/v1/user.route.js': `
      const express = require('express')
      const auth = require('../../middlewares/auth')
      const router = express.Router()
      router.route('/').post(auth('manageUsers'), (req, res) => {}).get(auth('getUsers'), (req, res) => {})
      module.exports = router`,
    'src/routes/v1/docs.route.js': `
      const express = require('express')
      const swaggerUi = require('swagger-ui-express')
      const router = express.Router()
      router.use('/', swaggerUi.serve)
      router.get('/', swaggerUi.setup({}))
      module.exports = router`,
    'src/controllers/index.js': `module.exports.authController = require('./auth.controller')`,
    'src/controllers/auth.controller.js': `
      const catchAsync = fn => (req, res, next) => { Promise.resolve(fn(req, res, next)).catch(err => next(err)) }
      const login = catchAsync(async (req, res) => { res.send({}) })
      module.exports = { login }`,
    'src/utils/ApiError.js': `class ApiError extends Error { constructor(statusCode, message) { super(message); this.statusCode = statusCode } }\nmodule.exports = ApiError`,
  })
  expect(guarded(table)).toEqual([
    'POST /v1/auth/login ← helmet (global other), passport.initialize (global other), authLimiter (limit)',
    'POST /v1/users ← helmet (global other), passport.initialize (global other), auth (auth)',
    'GET /v1/users ← helmet (global other), passport.initialize (global other), auth (auth)',
    'GET /v1/docs ← helmet (global other), passport.initialize (global other)',
  ])
  expect(table.routes[0]?.handler?.node.body).toHaveLength(1)
  expect(table.unresolved).toEqual([])
  expect(table.unregistered).toEqual([])
})

test('loaders that are given the application', () => {
  const table = routesOf({
    'src/app.ts': `
      import 'reflect-metadata'
      import config from './config'
      import express from 'express'
      async function startServer() {
        const app = express()
        await require('./loaders').default({ expressApp: app })
        app.listen(config.port, () => {}).on('error', err => process.exit(1))
      }
      startServer()`,
    'src/config/index.ts': `export default { port: parseInt(process.env.PORT, 10), api: { prefix: '/api' } }`,
    'src/loaders/index.ts': `
      import expressLoader from './express'
      import mongooseLoader from './mongoose'
      export default async ({ expressApp }) => {
        const connection = await mongooseLoader()
        await expressLoader({ app: expressApp })
      }`,
    'src/loaders/mongoose.ts': `export default async () => (await import('mongoose')).connect('')`,
    'src/loaders/express.ts': `
      import express from 'express'
      import routes from '@/api'
      import config from '@/config'
      export default ({ app }: { app: express.Application }) => {
        app.get('/status', (req, res) => { res.status(200).end() })
        app.head('/status', (req, res) => { res.status(200).end() })
        app.use(express.json())
        app.use(config.api.prefix, routes())
      }`,
    'src/api/index.ts': `
      import { Router } from 'express'
      import auth from './routes/auth'
      export default () => { const app = Router(); auth(app); return app }`,
    'src/api/routes/auth.ts': `
      import { Router } from 'express'
      const route = Router()
      export default (app: Router) => {
        app.use('/auth', route)
        route.post('/signup', async (req, res, next) => res.json({}))
      }`,
    'tsconfig.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }`,
  })
  expect(guarded(table)).toEqual(['GET /status', 'HEAD /status', 'POST /api/auth/signup ← express.json (global other)'])
})

test('containers of dependencies make what has the routes', () => {
  const table = routesOf({
    'src/index.ts': `
      import { container } from 'tsyringe'
      import { Server } from './server'
      container.resolve(Server).start()`,
    'src/server.ts': `
      import express from 'express'
      import { UserRoutes } from './user.routes'
      export class Server {
        private readonly app = express()
        constructor(private readonly users: UserRoutes) {}
        start() { this.app.use('/users', this.users.router); this.app.listen(3000) }
      }`,
    'src/user.routes.ts': `
      import { Router } from 'express'
      import { UserController } from './user.controller'
      export class UserRoutes {
        readonly router = Router()
        constructor(private readonly controller: UserController) {
          this.router.get('/', this.controller.list)
        }
      }`,
    'src/user.controller.ts': `export class UserController { list(req, res) { res.json([]) } }`,
  })
  expect(guarded(table)).toEqual(['GET /users'])
  expect(table.routes[0]?.handler?.file.path).toBe('src/user.controller.ts')
})

test('`fastify start` registers what the entry exports', () => {
  const table = routesOf({
    'app.js': `
      const path = require('node:path')
      const AutoLoad = require('@fastify/autoload')
      module.exports.options = {}
      module.exports = async function (fastify, opts) {
        fastify.register(AutoLoad, { dir: path.join(__dirname, 'plugins'), options: Object.assign({}, opts) })
        fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), options: Object.assign({}, opts) })
      }`,
    'plugins/sensible.js': `
      const fp = require('fastify-plugin')
      module.exports = fp(async function (fastify, opts) { fastify.register(require('@fastify/sensible'), {}) })`,
    'routes/root.js': `module.exports = async function (fastify, opts) { fastify.get('/', async () => ({ root: true })) }`,
    'routes/example/index.js': `module.exports = async function (fastify, opts) { fastify.get('/', async () => 'example') }`,
  })
  expect(guarded(table)).toEqual(['GET /', 'GET /example'])
  expect(table.unresolved).toEqual([])
})

test('folders are told from the place of an ES module', () => {
  const paths = (first: string, folder: string) =>
    routesOf({
      'src/server.ts': `
        import Fastify from 'fastify'
        import autoload from '@fastify/autoload'
        import path from 'node:path'
        import { fileURLToPath } from 'node:url'
        ${first}
        const app = Fastify()
        await app.register(autoload, { dir: path.join(${folder}, 'routes'), options: { prefix: '/api' } })
        await app.listen({ port: 3000 })`,
      'src/routes/orders.ts': "export default async function (app) { app.get('/orders', async () => []) }",
    }).routes.map(route => route.path)
  expect(paths('const here = path.dirname(fileURLToPath(import.meta.url))', 'here')).toEqual(['/api/orders'])
  expect(paths('', 'import.meta.dirname')).toEqual(['/api/orders'])
})

test('settings of NestJS say the prefix', () => {
  const files = (settings: string) => ({
    'src/main.ts': `
      import { NestFactory } from '@nestjs/core'
      import { ConfigService } from '@nestjs/config'
      import { AppModule } from './app.module'
      async function bootstrap() {
        const app = await NestFactory.create(AppModule, { cors: true })
        const configService = app.get(ConfigService)
        app.setGlobalPrefix(configService.getOrThrow('${settings}', { infer: true }), { exclude: ['/'] })
        app.enableVersioning({ type: VersioningType.URI })
        await app.listen(configService.getOrThrow('app.port', { infer: true }))
      }
      void bootstrap()`,
    'src/app.module.ts': `
      import { Module } from '@nestjs/common'
      import { HomeController } from './home.controller'
      @Module({ controllers: [HomeController] }) export class AppModule {}`,
    'src/home.controller.ts': `
      import { Controller, Get } from '@nestjs/common'
      @Controller() export class HomeController { @Get() home() {} @Get('health') health() {} }`,
  })
  const table = routesOf(files('app.apiPrefix'))
  expect(table.routes.map(route => [route.path, route.isResolved])).toEqual([
    ['/', true],
    ['/health', false],
  ])
  const settings = `
    import { registerAs } from '@nestjs/config'
    export default registerAs<Settings>('app', () => {
      validate(process.env)
      return { apiPrefix: process.env.API_PREFIX || 'api' }
    })`
  expect(routesOf({ ...files('app.apiPrefix'), 'src/app.config.ts': settings }).routes.map(({ path }) => path)).toEqual(
    ['/', '/api/health'],
  )
})

test.each(['@hapi/hapi', 'restify', 'polka', '@feathersjs/koa', 'h3', '@sveltejs/kit'])(
  'what uses %s is said to be not read',
  name => {
    const table = routesOf({ 'index.js': `import x from '${name}'\nx()` })
    expect(table.unresolved).toHaveLength(1)
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/'])
  },
)

test('errors and helpers of such a framework are no server', () => {
  const table = routesOf({ 'index.js': `import Boom from '@hapi/boom'\nimport { json } from '@remix-run/router'` })
  expect(table.unresolved).toEqual([])
})
