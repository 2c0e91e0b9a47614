import { instancesOf } from '../../src/model/code/instances.js'
import type { LibraryState } from '../../src/model/code/process-state.js'
import { defineRule } from '../../src/rule.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `
const COMPOSE = `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `

/**
 * A store that instances share, by the library. https://github.com/tj/connect-redis, https://github.com/express-rate-limit/rate-limit-redis,
 * https://github.com/animir/node-rate-limiter-flexible/wiki/Redis, https://github.com/fastify/fastify-rate-limit#options,
 * https://docs.nestjs.com/security/rate-limiting#storages, https://docs.nestjs.com/techniques/caching,
 * https://flask-limiter.readthedocs.io/en/stable/configuration.html,
 * https://docs.djangoproject.com/en/5.2/topics/cache/#redis, https://flask-caching.readthedocs.io/en/latest/#rediscache,
 * https://github.com/long2ice/fastapi-cache#usage, https://github.com/alexedwards/scs#configuring-the-session-store,
 * https://docs.gofiber.io/storage/redis/, https://github.com/go-chi/httprate-redis
 */
const STORES: ReadonlyMap<string, string> = new Map([
  ['express-session', '`store: new RedisStore({ client })` of `connect-redis`'],
  ['@fastify/session', '`store: new RedisStore({ client })` of `connect-redis`'],
  [
    'express-rate-limit',
    '`store: new RedisStore({ sendCommand: (...args) => client.sendCommand(args) })` of `rate-limit-redis`',
  ],
  ['RateLimiterMemory', '`new RateLimiterRedis({ storeClient: client, … })` in its place'],
  ['@fastify/rate-limit', '`redis: new Redis(url)` of `ioredis` among its options'],
  ['ThrottlerModule', '`storage: new ThrottlerStorageRedisService(url)` of `@nest-lab/throttler-storage-redis`'],
  ['CacheModule', '`stores: [new KeyvRedis(url)]` of `@keyv/redis`'],
  ['slowapi', '`Limiter(key_func=get_remote_address, storage_uri="redis://redis:6379")`'],
  [
    'LocMemCache',
    '`CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://redis:6379/1"}}`',
  ],
  ['Flask-Caching', '`Cache(config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": "redis://redis:6379/1"})`'],
  ['fastapi-cache', '`FastAPICache.init(RedisBackend(redis), prefix="cache")`'],
  ['scs', '`sessions.Store = redisstore.New(pool)` of `github.com/alexedwards/scs/redisstore`'],
  ['memstore', '`redis.NewStore(10, "tcp", "redis:6379", "", "", key)` of `github.com/gin-contrib/sessions/redis`'],
  ['fiber/session', '`Storage: redis.New()` of `github.com/gofiber/storage/redis`'],
  ['fiber/limiter', '`Storage: redis.New()` of `github.com/gofiber/storage/redis`'],
  ['ulule/limiter', '`redis.NewStore(client)` of its `drivers/store/redis`'],
  ['httprate', '`httprateredis.WithRedisLimitCounter(&httprateredis.Config{Host: "redis"})`'],
  ['Flask-Limiter', '`Limiter(get_remote_address, app=app, storage_uri="redis://redis:6379")`'],
])

const DJANGO = {
  Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "4"]
        `,
  'manage.py': '',
  'core/__init__.py': '',
  'core/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
}

export default defineRule({
  id: 'scale/state-in-process',
  title: 'Several instances each keep sessions, limits or a cache of their own',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'What one process keeps in its memory the others do not know: people are signed out whenever another instance answers, a limit of 10 is one of 10 for each instance, and a cache that one has refreshed is stale in the others. A restart forgets all of it.',
  fix: "Give the library a store that all instances share, such as Redis: `store: new RedisStore({ client })` of `connect-redis`, `store: new RedisStore({ sendCommand: (...args) => client.sendCommand(args) })` of `rate-limit-redis`, `storage: new ThrottlerStorageRedisService(redis)`, `stores: [new KeyvRedis(url)]`, `Limiter(storage_uri='redis://redis:6379')`.",
  refs: [
    'https://github.com/expressjs/session#compatible-session-stores',
    'https://express-rate-limit.mintlify.app/reference/stores',
    'https://github.com/fastify/fastify-rate-limit#options',
    'https://docs.nestjs.com/security/rate-limiting#storages',
    'https://docs.nestjs.com/techniques/caching',
    'https://docs.djangoproject.com/en/5.2/topics/cache/#local-memory-caching',
    'https://www.django-rest-framework.org/api-guide/throttling/#setting-up-the-cache',
    'https://12factor.net/processes',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { kept } = service
      const [first] = kept
      if (!first) continue
      const instances = instancesOf(system, service)
      const own = kept.filter(one => one.kept === 'process')
      const [worst, ...others] = own.sort((one, other) => rank(one) - rank(other))
      const unknown = kept.find(one => one.kept === 'unknown')
      if (instances.state === 'one' || (!worst && !unknown)) pass(service)
      else if (!worst)
        unverified(
          service,
          unknown ?? first,
          `where ${(unknown ?? first).library} of ${service.name} keeps its state is not known`,
        )
      else if (instances.state === 'unknown')
        unverified(service, worst, `how many instances of ${service.name} run is not known: ${instances.because}`)
      else
        fail(
          service,
          worst,
          `${worst.library} of ${service.name} keeps ${WORDS[worst.kind]} in the memory of each process, and there are ${instances.text}`,
          {
            key: 'state',
            ...(STORES.has(worst.library) && {
              fix: `Give it a store that all instances share, such as Redis: ${STORES.get(worst.library)}.`,
            }),
            ...(/^(?:limits|cache)$/.test(worst.kind) && { severity: 'medium' as const }),
            related: [
              { at: instances.at, message: 'the number of instances' },
              ...others.map(({ at, library, kind }) => ({ at, message: `${library} keeps ${WORDS[kind]} there, too` })),
            ],
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import express from 'express'
          import session from 'express-session'
          import { rateLimit } from 'express-rate-limit'
          const app = express()
          app.use(rateLimit({ windowMs: 60_000, limit: 100 }))
          app.use(session({ secret: process.env.SECRET, resave: false })) //! express-session of api keeps sessions in the memory of each process, and there are 3 replicas
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import Fastify from 'fastify'
          import rateLimit from '@fastify/rate-limit'
          const app = Fastify()
          await app.register(rateLimit, { max: 100, timeWindow: '1 minute' }) //! @fastify/rate-limit of api keeps the counts of limits in the memory of each process
          app.get('/', async () => ({ ok: true }))
          await app.listen({ port: 3000 })
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
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
              ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }]), //! ThrottlerModule of api keeps the counts of limits in the memory of each process
            ],
          })
          export class AppModule {}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from slowapi import Limiter
          from slowapi.util import get_remote_address

          limiter = Limiter(key_func=get_remote_address) #! slowapi of api keeps the counts of limits in the memory of each process, and there are 4 processes of uvicorn
          app = FastAPI()
        `,
      },
      {
        // Nothing tells Flask-Limiter of a store: it counts in memory.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "-w", "3", "-b", "0.0.0.0:8000", "main:app"]
        `,
        'config.py': `
          class Config:
              SESSION_COOKIE_HTTPONLY = True
        `,
        'main.py': `
          from flask import Flask
          from flask_limiter import Limiter
          from flask_limiter.util import get_remote_address
          from config import Config

          limiter = Limiter(key_func=get_remote_address, default_limits=[]) #! Flask-Limiter of api keeps the counts of limits in the memory of each process, and there are 3 processes of gunicorn
          app = Flask(__name__)
          app.config.from_object(Config)
          limiter.init_app(app)
        `,
      },
      {
        // The cache that Django has without any setting: of throttles, of sessions.
        ...DJANGO,
        'compose.yaml': `
          services: { core: { build: . } }
        `,
        'core/settings.py': `
          REST_FRAMEWORK = {
              "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
              "DEFAULT_THROTTLE_RATES": {"anon": "20/minute"},
          }
          SESSION_ENGINE = "django.contrib.sessions.backends.cache" #! LocMemCache of core keeps sessions in the memory of each process, and there are 4 processes of gunicorn
        `,
      },
      {
        ...DJANGO,
        'compose.yaml': `
          services: { core: { build: . } }
        `,
        'core/settings.py': `
          CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
        `,
        'core/views.py': `
          from django.core.cache import cache

          def close_month(request, month):
              if not cache.add(f"lock:close-{month}", 1, timeout=600): #! LocMemCache of core keeps locks in the memory of each process
                  return
              book(month)

          def send_code(request):
              cache.set(f"otp:{request.user.phone}", "123456", timeout=300)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 2 } } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': 'module example.com/api\n\ngo 1.26\n',
        'main.go': `
          package main

          import (
            "net/http"
            "time"

            "github.com/alexedwards/scs/v2"
            "github.com/go-chi/chi/v5"
            "github.com/go-chi/httprate"
          )

          func main() {
            sessions := scs.New() //! scs of api keeps sessions in the memory of each process, and there are 2 replicas
            r := chi.NewRouter()
            r.Use(httprate.LimitByIP(100, time.Minute))
            http.ListenAndServe(":8080", sessions.LoadAndSave(r))
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 2 } } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "main:app", "--bind", "0.0.0.0:8000"]
        `,
        'main.py': `
          from flask import Flask
          from flask_caching import Cache
          app = Flask(__name__)
          cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"}) #! Flask-Caching of api keeps its cache in the memory of each process
        `,
      },
    ],
    good: [
      {
        // A cache that all share; what only saves work; a class without limits.
        ...DJANGO,
        'compose.yaml': `
          services:
            core: { build: . }
            plain: { build: ./plain }
            redis: { image: "redis:8.0" }
        `,
        'core/settings.py': `
          import os
          CACHES = {
              "default": {
                  "BACKEND": "django.core.cache.backends.redis.RedisCache",
                  "LOCATION": os.environ.get("REDIS_URL", "redis://redis:6379/1"),
              },
              "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
          }
          REST_FRAMEWORK = {"DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"]}
          SESSION_ENGINE = "django.contrib.sessions.backends.cache"
        `,
        'plain/Dockerfile': DJANGO.Dockerfile,
        'plain/manage.py': '',
        'plain/core/__init__.py': '',
        'plain/core/wsgi.py': DJANGO['core/wsgi.py'],
        'plain/core/settings.py': `
          SESSION_ENGINE = "django.contrib.sessions.backends.db"
          REST_FRAMEWORK = {"DEFAULT_THROTTLE_CLASSES": []}
        `,
        'plain/core/views.py': `
          from django.core.cache import cache
          from rest_framework.views import APIView

          class Prices(APIView):
              throttle_classes = []

              def get(self, request):
                  blocked = {"block", "clock"}
                  cache.set("prices", prices(), timeout=60)
                  cache.add("clock", 1)
                  return cache.get("prices")
        `,
        'plain/core/otp.py': `
          class cache:
              def set(self, key, value): ...

          cache().set("otp:1", "2")
        `,
      },
      {
        // A store that is given, one process alone.
        'compose.yaml': `
          services:
            api: { build: ., deploy: { replicas: 2 } }
            core: { build: ./core }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': 'module example.com/api\n\ngo 1.26\n',
        'main.go': `
          package main

          import (
            "github.com/alexedwards/scs/redisstore"
            "github.com/alexedwards/scs/v2"
            "github.com/gofiber/fiber/v2"
            "github.com/gofiber/fiber/v2/middleware/limiter"
            "github.com/gofiber/storage/redis/v3"
          )

          func main() {
            sessions := scs.New()
            sessions.Store = redisstore.New(pool)
            app := fiber.New()
            app.Use(limiter.New(limiter.Config{Max: 20, Storage: redis.New()}))
            app.Listen(":8080")
          }
        `,
        'core/Dockerfile': DJANGO.Dockerfile.replace('"4"', '"1"'),
        'core/manage.py': '',
        'core/core/__init__.py': '',
        'core/core/wsgi.py': DJANGO['core/wsgi.py'],
        'core/core/settings.py': `
          REST_FRAMEWORK = {"DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"]}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from slowapi import Limiter
          from slowapi.util import get_remote_address

          limiter = Limiter(key_func=get_remote_address, storage_uri="redis://redis:6379")
          app = FastAPI()
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import Fastify from 'fastify'
          import rateLimit from '@fastify/rate-limit'
          import { redis } from './redis'
          const app = Fastify()
          await app.register(rateLimit, { max: 100, redis })
          app.get('/', async () => ({ ok: true }))
          await app.listen({ port: 3000 })
        `,
        'src/redis.ts': `
          import Redis from 'ioredis'
          export const redis = new Redis(process.env.REDIS_URL)
        `,
      },
      {
        // A store that is shared; one instance.
        'compose.yaml': `
          services:
            api: { build: ./api, deploy: { replicas: 3 } }
            small: { build: ./small }
        `,
        'api/Dockerfile': DOCKERFILE,
        'api/src/main.ts': `
          import express from 'express'
          import session from 'express-session'
          import { RedisStore } from 'connect-redis'
          import { client } from './redis'
          const app = express()
          app.use(session({ store: new RedisStore({ client }), secret: process.env.SECRET, resave: false }))
          app.listen(3000)
        `,
        'api/src/redis.ts': `
          import { createClient } from 'redis'
          export const client = createClient({ url: process.env.REDIS_URL })
        `,
        'small/Dockerfile': DOCKERFILE,
        'small/src/main.ts': `
          import express from 'express'
          import session from 'express-session'
          const app = express()
          app.use(session({ secret: process.env.SECRET, resave: false }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { ThrottlerModule } from '@nestjs/throttler'
          import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis'
          import { REDIS, RedisModule } from './redis.module'
          @Module({
            imports: [
              ThrottlerModule.forRootAsync({
                imports: [RedisModule],
                inject: [REDIS],
                useFactory: redis => ({ throttlers: [{ ttl: 60_000, limit: 10 }], storage: new ThrottlerStorageRedisService(redis) }),
              }),
            ],
          })
          export class AppModule {}
        `,
        'src/redis.module.ts': `
          import { Module } from '@nestjs/common'
          export const REDIS = 'redis'
          @Module({})
          export class RedisModule {}
        `,
      },
    ],
  },
})

const WORDS: Readonly<Record<LibraryState['kind'], string>> = {
  sessions: 'sessions',
  limits: 'the counts of limits',
  cache: 'its cache',
  locks: 'locks',
  codes: 'codes that users are sent or attempts that it counts',
}

function rank({ kind }: LibraryState): number {
  return ['sessions', 'locks', 'codes', 'limits', 'cache'].indexOf(kind)
}
