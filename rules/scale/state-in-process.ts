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
 * https://flask-limiter.readthedocs.io/en/stable/configuration.html
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
  ['Flask-Limiter', '`Limiter(get_remote_address, app=app, storage_uri="redis://redis:6379")`'],
])

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
            ...(worst.kind !== 'sessions' && { severity: 'medium' as const }),
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
    ],
    good: [
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
}

function rank({ kind }: LibraryState): number {
  return ['sessions', 'limits', 'cache'].indexOf(kind)
}
