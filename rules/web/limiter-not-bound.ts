import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Unbound = Service['limiters']['unbound'][number]

export default defineRule({
  id: 'web/limiter-not-bound',
  title: 'A rate limiter is configured and applied to nothing',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The code reads as if requests were limited, and none is. Nobody looks for what seems to be there.',
  fix: 'Bind it: `{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers, `app.use(limiter)`, `@limiter.limit("5/minute")` on the route.',
  refs: [
    'https://docs.nestjs.com/security/rate-limiting',
    'https://express-rate-limit.mintlify.app/quickstart/usage',
    'https://slowapi.readthedocs.io/en/latest/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      const { limiters, routes } = service
      const isGuarded = routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === 'limit'))
      const unbound = limiters.unbound.filter(({ lacks }) => lacks === 'use' || !isGuarded)
      const [first, ...others] = unbound
      if (first)
        fail(service, first, `${first.name} of ${service.name} limits nothing: ${REASON[first.lacks]}`, {
          key: first.name,
          fix: `Bind it: ${BINDINGS[first.lacks]}.`,
          related: others.map(one => ({ at: one.at, message: `nor does ${one.name}` })),
        })
      else if (limiters.made > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
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
          import { ThrottlerModule } from '@nestjs/throttler'
          @Module({
            imports: [
              ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }]), //! ThrottlerModule of api limits nothing: no ThrottlerGuard is provided or used
            ],
          })
          export class AppModule {}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          const limiter = rateLimit({ windowMs: 60000, limit: 10 }) //! limiter of api limits nothing: nothing uses it
          app.post('/login', (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from slowapi import Limiter
          from slowapi.util import get_remote_address
          limiter = Limiter(key_func=get_remote_address, default_limits=["60/minute"]) #! Limiter of api limits nothing: no route is decorated with it
          app = FastAPI()
          app.state.limiter = limiter
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            shop: { build: shop, ports: ["3001:3001"] }
            auth: { build: auth, ports: ["8000:8000"] }
        `,
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
          import { APP_GUARD } from '@nestjs/core'
          import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
          @Module({
            imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }])],
            providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
          })
          export class AppModule {}
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          const limiter = rateLimit({ windowMs: 60000, limit: 10 })
          app.post('/login', limiter, (req, res) => res.end())
          app.use(rateLimit({ windowMs: 60000, limit: 100 }))
          app.listen(3001)
        `,
        'auth/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'auth/main.py': `
          from fastapi import FastAPI, Request
          from slowapi import Limiter
          from slowapi.util import get_remote_address
          limiter = Limiter(key_func=get_remote_address)
          app = FastAPI()
          app.state.limiter = limiter
          @app.post("/login")
          @limiter.limit("5/minute")
          def login(request: Request):
              return {}
        `,
      },
    ],
  },
})

const REASON: Readonly<Record<Unbound['lacks'], string>> = {
  guard: 'no ThrottlerGuard is provided or used',
  use: 'nothing uses it',
  decorator: 'no route is decorated with it, and its middleware is not added',
}

const BINDINGS: Readonly<Record<Unbound['lacks'], string>> = {
  guard: '`{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers',
  use: '`app.use(limiter)`, or name it before the handlers of the routes that it is for',
  decorator: '`@limiter.limit("5/minute")` on the route',
}
