import { defineRule } from '../../src/rule.js'

const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `
const NODE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `
const NEST = {
  'compose.yaml': COMPOSE,
  Dockerfile: `
    FROM node:24.1.0-slim
    WORKDIR /app
    COPY . .
    CMD ["node", "dist/main.js"]
  `,
  'src/main.ts': `
    import { NestFactory } from '@nestjs/core'
    import { AppModule } from './app.module'
    NestFactory.create(AppModule).then(app => app.listen(3000))
  `,
  'src/app.module.ts': `
    import { Module } from '@nestjs/common'
    import { OrdersController } from './orders.controller'
    @Module({ controllers: [OrdersController] })
    export class AppModule {}
  `,
}
const PYTHON = `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `

export default defineRule({
  id: 'web/route-shadowed',
  title: 'A route is never reached: one before it takes its requests',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The framework asks routes in the order in which they are declared. The parameter of the first takes the word that the second is for, so that the wrong handler looks for an order with the id "export" and answers 404, 400 or 500. The route is in the code and in the documentation of the API, and cannot be called.',
  fix: 'Declare the route with the written part before the one with the parameter, or say what the parameter may be: `:id(\\d+)` in Express 4, `{id:int}` in FastAPI.',
  refs: [
    'https://expressjs.com/en/guide/routing.html',
    'https://fastapi.tiangolo.com/tutorial/path-params/#order-matters',
    'https://docs.nestjs.com/controllers#route-parameters',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      if (!service.routes.routes.some(({ framework }) => /^(?:express|nestjs|fastapi)$/.test(framework))) continue
      pass(service)
      for (const { route, by } of service.shadowed)
        fail(
          service,
          route.at,
          `${route.method} ${route.path} of ${service.name} is never reached: ${by.method} ${by.path}, declared before it, takes it`,
          {
            key: `${route.method} ${route.path}`,
            fix: fixFor(route.framework),
            related: [{ at: by.at, message: 'this one answers' }],
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        Dockerfile: NODE,
        'orders.js': `
          const { Router } = require('express')
          const router = Router()
          router.get('/:id', async (req, res, next) => {
            try {
              res.json(await find(req.params.id))
            } catch (error) {
              next(error)
            }
          })
          router.get('/export', (req, res) => res.send('a;b')) //! GET /orders/export of api is never reached: GET /orders/:id, declared before it, takes it
          router.post('/export', (req, res) => res.end())
          const find = async id => ({ id })
          module.exports = router
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.use('/orders', require('./orders'))
          app.listen(3000)
        `,
      },
      {
        ...NEST,
        'src/orders.controller.ts': `
          import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common'
          @Controller('orders')
          export class OrdersController {
            @Get()
            all() {
              return []
            }
            @Get(':id')
            one(@Param('id', ParseIntPipe) id: number) {
              return id
            }
            @Get('statistics') //! GET /orders/statistics of api is never reached
            statistics() {
              return {}
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: PYTHON,
        'main.py': `
          from fastapi import APIRouter, FastAPI
          app = FastAPI()
          router = APIRouter(prefix="/users")
          @router.get("/{user_id}")
          def read(user_id: int):
              return user_id
          @router.get("/me") #! GET /users/me of api is never reached
          def me():
              return {}
          app.include_router(router)
        `,
      },
    ],
    good: [
      {
        // Before it, conditions, another method, another length, another router, what is passed on, what knows the word.
        'compose.yaml': COMPOSE,
        Dockerfile: NODE,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/orders/export', (req, res) => res.end())
          app.get('/orders/:id', (req, res) => res.json(req.params.id))
          app.get('/orders/export', (req, res) => res.end())
          app.post('/orders/import', (req, res) => res.end())
          app.get('/orders/:id/lines', (req, res) => res.end())
          app.get('/users/:id(\\\\d+)', (req, res) => res.end())
          app.get('/users/me', (req, res) => res.end())
          app.get('/pages/:slug', (req, res, next) => {
            if (req.params.slug.length < 3) return next()
            res.end()
          })
          app.get('/pages/imprint', (req, res) => res.end())
          app.get('/files/:name', (req, res) => res.send(req.params.name === 'latest' ? 'a' : 'b'))
          app.get('/files/latest', (req, res) => res.end())
          app.get('/notes/:from-:to', (req, res) => res.end())
          app.get('/notes/all', (req, res) => res.end())
          if (process.env.PREVIEW) app.get('/drafts/:id', (req, res) => res.end())
          app.get('/drafts/new', (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        // Fastify prefers what is written out, also below Nest.
        ...NEST,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { FastifyAdapter } from '@nestjs/platform-fastify'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule, new FastifyAdapter()).then(app => app.listen(3000))
        `,
        'src/orders.controller.ts': `
          import { Controller, Get, Param } from '@nestjs/common'
          @Controller('orders')
          export class OrdersController {
            @Get(':id')
            one(@Param('id') id: string) {
              return id
            }
            @Get('statistics')
            statistics() {
              return {}
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: PYTHON,
        'main.py': `
          from fastapi import FastAPI
          app = FastAPI()
          @app.get("/users/{user_id:int}")
          def read(user_id: int):
              return user_id
          @app.get("/users/me")
          def me():
              return {}
          @app.get("/items/new")
          def new():
              return {}
          @app.get("/items/{item}")
          def item(item: str):
              return item
        `,
      },
    ],
  },
})

/** The order, and where the framework can tell by the parameter. */
function fixFor(framework: string): string {
  const order = 'Declare the route with the written part before the one with the parameter'
  if (framework === 'express') return `${order}, or say what the parameter may be, in Express 4: \`:id(\\d+)\`.`
  return framework === 'fastapi' ? `${order}, or say what the parameter may be: \`{id:int}\`.` : `${order}.`
}
