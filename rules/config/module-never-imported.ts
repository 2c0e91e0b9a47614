import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'config/module-never-imported',
  title: 'A cache, limiter, check or adapter is written and never loaded',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'The module looks like a safeguard in every review, and the program that runs does not contain it: nothing is cached, limited or measured.',
  fix: 'Import it where the application is put together and use it there, or delete the file.',
  refs: [
    'https://docs.nestjs.com/modules',
    'https://expressjs.com/en/guide/using-middleware.html',
    'https://fastapi.tiangolo.com/tutorial/bigger-applications/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const loaded = new Set(service.safeguards.flatMap(one => (one.state === 'loaded' ? [one.purpose] : [])))
      // Beside another one for the same purpose it is only old code.
      const asked = service.safeguards.filter(one => one.state === 'loaded' || !loaded.has(one.purpose))
      const dead = asked.filter(({ state }) => state === 'dead')
      const [first, ...others] = dead
      if (first) {
        fail(service, first, describe(service, first, others.length), {
          key: 'modules',
          related: others.map(one => ({
            at: one.at,
            message: `${one.path} is there ${one.purpose}, and is not loaded either`,
          })),
        })
        continue
      }
      const unknown = asked.find(({ state }) => state === 'unknown')
      if (unknown) unverified(service, unknown, `whether anything loads ${unknown.path} cannot be seen`)
      else if (service.safeguards.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ./api, ports: ["8000:8000"] } }
        `,
        'api/Dockerfile': `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'api/requirements.txt': 'fastapi==0.115.6\nredis==5.2.1\nslowapi==0.1.9',
        'api/app/__init__.py': '',
        'api/app/cache.py': `
          import redis #! api/app/cache.py is there to cache, on redis, and nothing that api runs loads it; the same goes for 1 more module

          client = redis.Redis.from_url("redis://cache:6379")
        `,
        'api/app/limits.py': `
          from slowapi import Limiter

          limiter = Limiter(key_func=lambda request: request.client.host)
        `,
        'api/app/main.py': `
          from fastapi import FastAPI

          app = FastAPI()
        `,
        'api/tests/test_cache.py': `
          from app import cache
        `,
      },
      {
        // A module of Nest that no other module imports, with what it provides.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'package.json': '{ "name": "api", "dependencies": { "@nestjs/core": "11.0.0" } }',
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          @Module({ imports: [] })
          export class AppModule {}
        `,
        'src/limits/limits.module.ts': `
          import { Module } from '@nestjs/common'
          import { ThrottlerModule } from '@nestjs/throttler' //! src/limits/limits.module.ts is there to limit requests, on @nestjs/throttler
          @Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 100 }])] })
          export class LimitsModule {}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.25.4
          WORKDIR /src
          COPY . .
          RUN go build -o /api .
          CMD ["/api"]
        `,
        'go.mod': 'module acme/api\n\ngo 1.25\n',
        'main.go': `
          package main

          import "net/http"

          func main() { http.ListenAndServe(":8080", nil) }
        `,
        'internal/metrics/metrics.go': `
          package metrics

          import "github.com/prometheus/client_golang/prometheus/promhttp" //! internal/metrics/metrics.go is there to show metrics

          var Handler = promhttp.Handler()
        `,
      },
    ],
    good: [
      {
        // Loaded by another module; a program of its own; a script.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'package.json': '{ "name": "api" }',
        'server.js': `
          const express = require('express')
          const { limiter } = require('./middleware')
          const app = express()
          app.use(limiter)
          app.listen(3000)
        `,
        'middleware/index.js': `
          exports.limiter = require('./limiter')
        `,
        'middleware/limiter.js': `
          const rateLimit = require('express-rate-limit')
          module.exports = rateLimit({ limit: 100 })
        `,
        'scripts/warm.js': `
          const Redis = require('ioredis')
          new Redis().set('warm', 'yes')
        `,
        'middleware/old-limiter.js': `
          module.exports = require('express-rate-limit')({ max: 10 })
        `,
      },
    ],
  },
})

function describe(service: Service, module: Service['safeguards'][number], more: number): string {
  const rest = more > 0 ? `; the same goes for ${more} more ${more === 1 ? 'module' : 'modules'}` : ''
  return `${module.path} is there ${module.purpose}, on ${module.library}, and nothing that ${service.name} runs loads it${rest}`
}
