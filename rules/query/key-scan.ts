import { usesRedis } from '../../src/model/code/queries/libraries.js'
import { defineRule } from '../../src/rule.js'

/** SCAN with the clients of each language. https://github.com/redis/ioredis#streamify-scanning, https://github.com/redis/node-redis */
const SCAN = {
  node: '`scanStream({ match, count: 100 })` of ioredis, `scanIterator({ MATCH: match, COUNT: 100 })` of redis',
  python: '`scan_iter(match=…, count=100)`',
  go: '`rdb.Scan(ctx, 0, match, 100).Iterator()`',
}

export default defineRule({
  id: 'query/key-scan',
  title: 'A request has Redis go through all of its keys',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'KEYS looks at every key of the server, whatever its pattern, and Redis answers nobody else until it is done. With a million keys that is a pause of all sessions, caches and queues at each request.',
  fix: 'Keep the names that belong together in a set (`SADD orders:cached <key>`) and read that one; or go through the keys in steps with SCAN: `scanStream({ match, count: 100 })`, `scan_iter(match=…)`, `rdb.Scan(ctx, cursor, match, 100)`.',
  refs: [
    'https://redis.io/docs/latest/commands/keys/',
    'https://redis.io/docs/latest/commands/scan/',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      if (!usesRedis(service.packages) || service.routes.routes.length === 0) continue
      const [first, ...others] = service.keyScans.filter(({ routes }) => routes.length > 0)
      if (!first) {
        pass(service)
        continue
      }
      const [route] = first.routes
      const pattern = first.pattern === undefined ? '' : ` for ${first.pattern}`
      const more = others.length > 0 ? `; so do ${others.length} more calls of ${service.name}` : ''
      fail(
        service,
        first,
        `${route?.method} ${route?.path} of ${service.name} looks through all keys of Redis${pattern} with ${first.call}${more}`,
        {
          key: 'keys',
          fix: `Keep the names that belong together in a set (\`SADD orders:cached <key>\`) and read that one; or go through the keys in steps with SCAN: ${SCAN[service.runtime]}.`,
          related: others.map(one => ({
            at: one.at,
            message: `${one.routes[0]?.method} ${one.routes[0]?.path} calls ${one.call}`,
          })),
        },
      )
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
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const Redis = require('ioredis')
          const redis = new Redis(process.env.REDIS_URL)
          const app = express()
          async function forget(company) {
            const keys = await redis.keys(\`orders:\${company}:*\`) //! DELETE /cache of api looks through all keys of Redis with redis.keys
            await redis.del(keys)
          }
          app.delete('/cache', async (req, res) => {
            await forget(req.user.companyId)
            res.sendStatus(204)
          })
          app.listen(3000)
        `,
      },
      {
        // A service of Nest that is given its client.
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
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { createClient } from 'redis'
          import { SessionsController } from './sessions.controller'
          import { SessionsService } from './sessions.service'
          @Module({
            controllers: [SessionsController],
            providers: [SessionsService, { provide: 'REDIS', useFactory: () => createClient({ url: process.env.REDIS_URL }) }],
          })
          export class AppModule {}
        `,
        'src/sessions.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          import { SessionsService } from './sessions.service'
          @Controller('sessions')
          export class SessionsController {
            constructor(private readonly sessions: SessionsService) {}
            @Get('count')
            count() {
              return this.sessions.count()
            }
          }
        `,
        'src/sessions.service.ts': `
          import { Inject, Injectable } from '@nestjs/common'
          import type { RedisClientType } from 'redis'
          @Injectable()
          export class SessionsService {
            constructor(@Inject('REDIS') private readonly redis: RedisClientType) {}
            async count() {
              const keys = await this.redis.keys('session:*') //! GET /sessions/count of api looks through all keys of Redis for session:* with this.redis.keys
              return keys.length
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          import redis
          from fastapi import FastAPI

          app = FastAPI()
          cache = redis.Redis(host="redis")


          @app.delete("/cache")
          def forget():
              for key in cache.keys("orders:*"): #! DELETE /cache of api looks through all keys of Redis for orders:* with cache.keys
                  cache.delete(key)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import (
            "github.com/gin-gonic/gin"
            "github.com/redis/go-redis/v9"
          )

          var rdb = redis.NewClient(&redis.Options{Addr: "redis:6379"})

          func main() {
            r := gin.New()
            r.GET("/online", func(c *gin.Context) {
              keys, _ := rdb.Keys(c, "online:*").Result() //! GET /online of api looks through all keys of Redis for online:* with rdb.Keys
              c.JSON(200, len(keys))
            })
            r.Run(":8080")
          }
        `,
      },
    ],
    good: [
      {
        // In steps, of an object and of a map, when the program starts, and in a job that no request comes to.
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
          const Redis = require('ioredis')
          const redis = new Redis(process.env.REDIS_URL)
          const local = new Map()
          const app = express()
          app.delete('/cache', async (req, res) => {
            for await (const keys of redis.scanStream({ match: 'orders:*', count: 100 })) await redis.unlink(keys)
            res.json([Object.keys(req.query), [...local.keys()]])
          })
          async function sweep() {
            for (const key of await redis.keys('lock:*')) await redis.del(key)
          }
          setInterval(sweep, 86400000)
          redis.keys('warm:*').then(keys => app.listen(3000, () => console.log(keys.length)))
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          import redis
          from fastapi import FastAPI

          app = FastAPI()
          cache = redis.Redis(host="redis")


          @app.delete("/cache")
          def forget(names: dict):
              for key in cache.scan_iter(match="orders:*", count=100):
                  cache.unlink(key)
              return list(names.keys())
        `,
        'scripts/sweep.py': `
          import redis

          print(redis.Redis(host="redis").keys("*"))
        `,
      },
    ],
  },
})
