import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Unbound = Service['limiters']['unbound'][number]

const UVICORN = `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `

const GUNICORN = `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "app:app", "-b", "0.0.0.0:8000"]
        `

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
    'https://github.com/fastify/fastify-rate-limit#options',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      const { limiters, routes } = service
      const isGuarded = routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === 'limit'))
      const unbound = limiters.unbound.filter(({ lacks }) => ALONE.has(lacks) || !isGuarded)
      const [first, ...others] = unbound
      if (first)
        fail(service, first, `${first.name} of ${service.name} limits nothing: ${REASON[first.lacks]}`, {
          key: first.name,
          fix: `Bind it: ${BINDINGS[first.lacks]}.`,
          ...(first.lacks === 'start' ? { why: FAILS } : {}),
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
          import { APP_GUARD } from '@nestjs/core'
          import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
          import { LoginController } from './login.controller'
          @Module({
            imports: [ThrottlerModule.forRoot([{ name: 'short', ttl: 1000, limit: 20 }, { name: 'long', ttl: 60000, limit: 100 }])],
            controllers: [LoginController],
            providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
          })
          export class AppModule {}
        `,
        'src/login.controller.ts': `
          import { Controller, Post } from '@nestjs/common'
          import { Throttle } from '@nestjs/throttler'
          @Controller()
          export class LoginController {
            @Post('login')
            @Throttle({ strict: { ttl: 60000, limit: 5 } }) //! @Throttle({ strict }) of api limits nothing: ThrottlerModule has no limiter of that name
            login() {}
          }
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
          const app = require('fastify')()
          app.register(require('@fastify/rate-limit'), { global: false, max: 100 }) //! @fastify/rate-limit of api limits nothing: \`global\` is false, and no route asks for a limit
          app.post('/login', async () => ({}))
          app.listen({ port: 3000, host: '0.0.0.0' })
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
      {
        'compose.yaml': `
          services:
            api: { build: api, ports: ["8000:8000"] }
            shop: { build: shop, ports: ["8001:8000"] }
            crm: { build: crm, ports: ["8002:8000"] }
        `,
        'api/Dockerfile': UVICORN,
        'api/main.py': `
          from fastapi import Depends, FastAPI
          from fastapi_limiter import FastAPILimiter
          from fastapi_limiter.depends import RateLimiter
          app = FastAPI()
          @app.post("/login", dependencies=[Depends(RateLimiter(times=5, seconds=60))]) #! RateLimiter of api limits nothing: FastAPILimiter.init is called nowhere
          async def login(): ...
        `,
        'shop/Dockerfile': GUNICORN,
        'shop/limits.py': `
          from flask_limiter import Limiter
          from flask_limiter.util import get_remote_address
          limiter = Limiter(key_func=get_remote_address, default_limits=["60/minute"]) #! limiter of shop limits nothing: nothing gives it the application
        `,
        'shop/app.py': `
          from flask import Flask
          from limits import limiter
          app = Flask(__name__)
          @app.post("/login")
          @limiter.limit("5/minute")
          def login(): ...
        `,
        'crm/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "crm.wsgi:application", "-b", "0.0.0.0:8000"]
        `,
        'crm/crm/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
          application = get_wsgi_application()
        `,
        'crm/crm/urls.py': `
          urlpatterns = []
        `,
        'crm/crm/settings.py': `
          ROOT_URLCONF = "crm.urls"
          REST_FRAMEWORK = {
              "DEFAULT_THROTTLE_RATES": {"anon": "10/min", "user": "100/min"}, #! DEFAULT_THROTTLE_RATES of crm limits nothing: no throttle class uses these rates
          }
        `,
      },
    ],
    good: [
      {
        // The name is one of those that there are.
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
          import { APP_GUARD } from '@nestjs/core'
          import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
          import { LoginController } from './login.controller'
          @Module({
            imports: [ThrottlerModule.forRoot([{ name: 'short', ttl: 1000, limit: 20 }, { name: 'long', ttl: 60000, limit: 100 }])],
            controllers: [LoginController],
            providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
          })
          export class AppModule {}
        `,
        'src/login.controller.ts': `
          import { Controller, Post } from '@nestjs/common'
          import { Throttle } from '@nestjs/throttler'
          @Controller()
          export class LoginController {
            @Post('login')
            @Throttle({ short: { ttl: 60000, limit: 5 } })
            login() {}
          }
        `,
      },
      {
        // A route asks for it.
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
          const app = require('fastify')()
          app.register(require('@fastify/rate-limit'), { global: false, max: 100 })
          app.post('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async () => ({}))
          app.listen({ port: 3000, host: '0.0.0.0' })
        `,
      },
      {
        // Started in the lifespan; given the application by its factory, or in a loop over what there is; a throttle of a view.
        'compose.yaml': `
          services:
            api: { build: api, ports: ["8000:8000"] }
            shop: { build: shop, ports: ["8001:8000"] }
            desk: { build: desk, ports: ["8002:8000"] }
            crm: { build: crm, ports: ["8003:8000"] }
        `,
        'api/Dockerfile': UVICORN,
        'api/main.py': `
          from contextlib import asynccontextmanager
          from fastapi import Depends, FastAPI
          from fastapi_limiter.depends import RateLimiter
          from limits import start
          @asynccontextmanager
          async def lifespan(app):
              await start()
              yield
          app = FastAPI(lifespan=lifespan)
          @app.post("/login", dependencies=[Depends(RateLimiter(times=5, seconds=60))])
          async def login(): ...
        `,
        'api/limits.py': `
          import redis.asyncio as redis
          from fastapi_limiter import FastAPILimiter
          async def start():
              await FastAPILimiter.init(redis.from_url("redis://redis"))
        `,
        'shop/Dockerfile': GUNICORN,
        'shop/limits.py': `
          from flask_limiter import Limiter
          from flask_limiter.util import get_remote_address
          limiter = Limiter(key_func=get_remote_address)
        `,
        'shop/app.py': `
          from flask import Flask
          from limits import limiter
          app = Flask(__name__)
          limiter.init_app(app)
          @app.post("/login")
          @limiter.limit("5/minute")
          def login(): ...
        `,
        'desk/Dockerfile': GUNICORN,
        'desk/limits.py': `
          from flask_limiter import Limiter
          from flask_limiter.util import get_remote_address
          limiter = Limiter(key_func=get_remote_address)
        `,
        'desk/app.py': `
          from flask import Flask
          import limits
          app = Flask(__name__)
          for extension in (limits.limiter,):
              extension.init_app(app)
          @app.post("/login")
          @limits.limiter.limit("5/minute")
          def login(): ...
        `,
        'crm/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "crm.wsgi:application", "-b", "0.0.0.0:8000"]
        `,
        'crm/crm/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
          application = get_wsgi_application()
        `,
        'crm/crm/urls.py': `
          from django.urls import path
          from crm.views import Login
          urlpatterns = [path("login", Login.as_view())]
        `,
        'crm/crm/views.py': `
          from rest_framework.throttling import ScopedRateThrottle
          from rest_framework.views import APIView
          class Login(APIView):
              throttle_classes = [ScopedRateThrottle]
              throttle_scope = "login"
              def post(self, request): ...
        `,
        'crm/crm/settings.py': `
          ROOT_URLCONF = "crm.urls"
          REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"login": "10/min"}}
        `,
      },
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
  start: 'FastAPILimiter.init is called nowhere, so each route that asks it answers with an error',
  application: 'nothing gives it the application',
  classes: 'no throttle class uses these rates',
  name: 'ThrottlerModule has no limiter of that name',
  route: '`global` is false, and no route asks for a limit',
}

/** What lacks these is bound to routes, and limits none of them. */
const ALONE: ReadonlySet<Unbound['lacks']> = new Set(['use', 'start', 'application', 'classes', 'name'])

const FAILS =
  'The dependency looks for the connection that the start has to give it, and raises an error where there is none: the route, often the login, answers 500 to everybody.'

const BINDINGS: Readonly<Record<Unbound['lacks'], string>> = {
  guard: '`{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers',
  use: '`app.use(limiter)`, or name it before the handlers of the routes that it is for',
  decorator: '`@limiter.limit("5/minute")` on the route',
  start: '`await FastAPILimiter.init(redis.from_url(url))` in the lifespan of the application',
  application: '`limiter.init_app(app)` where the application is made, or `Limiter(get_remote_address, app=app)`',
  classes:
    '`"DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle", "rest_framework.throttling.UserRateThrottle"]` in REST_FRAMEWORK, or `throttle_classes` on the views',
  name: 'override a limiter by the name that it has in `ThrottlerModule.forRoot`, `default` where it has none, or add one of that name there',
  route: 'leave `global: false` out, or give the routes `config: { rateLimit: { max: 10, timeWindow: "1 minute" } }`',
}
