import { answersRequests, lacksHealthRoute } from '../../src/model/code/health/demand.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/endpoint-missing',
  title: 'A service has no route that tells whether it works',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Nothing can ask the service whether it works: neither the platform before it sends requests, nor a load balancer, nor the one who is called at night. A process that runs and serves nobody looks healthy.',
  fix: 'Add `GET /health` that answers 200 while the process works, and `GET /ready` that asks the database and answers 503 when it is away.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'https://docs.nestjs.com/recipes/terminus',
    'https://expressjs.com/en/advanced/healthcheck-graceful-shutdown.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      if (!answersRequests(service)) continue
      const [first] = service.routes.routes
      if (service.health.length > 0) pass(service)
      else if (lacksHealthRoute(service) && service.isCertain && service.isWhole && first) {
        const { length } = service.routes.routes
        fail(
          service,
          first,
          length === 1
            ? `the only route of ${service.name} does not tell whether it works`
            : `none of the ${length} routes of ${service.name} tells whether it works`,
        )
      } else unverified(service, service, `not all routes of ${service.name} are known`)
    }
  },
  examples: {
    bad: [
      {
        // An application of Next.js that is an API too.
        'compose.yaml': `
          services: { shop: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'package.json': '{ "name": "shop", "dependencies": { "next": "15.5.0", "@prisma/client": "6.19.0" } }',
        'next.config.js': 'module.exports = {}',
        'app/api/orders/route.js': `
          import { PrismaClient } from '@prisma/client'
          const prisma = new PrismaClient()
          export async function GET() { //! the only route of shop does not tell whether it works
            return Response.json(await prisma.order.count())
          }
        `,
      },
      {
        // On a platform without containers of one's own.
        Procfile: 'web: uvicorn shop.main:app --port $PORT\n',
        'requirements.txt': 'fastapi==0.115.6\nuvicorn==0.34.0',
        'shop/__init__.py': '',
        'shop/main.py': `
          from fastapi import FastAPI

          app = FastAPI() #! none of the 5 routes of web tells whether it works


          @app.get('/orders')
          def orders():
              return []
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
          const app = express()
          app.get('/orders', (req, res) => res.json([])) //! none of the 2 routes of api tells whether it works
          app.get('/orders/:id/status', (req, res) => res.json({}))
          app.listen(3000)
        `,
      },
    ],
    good: [
      {
        // A health route of Next.js.
        'package.json':
          '{ "name": "shop", "scripts": { "start": "next start" }, "dependencies": { "next": "15.5.0", "pg": "8.16.0" } }',
        'next.config.js': 'module.exports = {}',
        'pages/index.js': 'export default function Page() { return null }',
        'pages/api/health.js': `
          import { Pool } from 'pg'
          const pool = new Pool({ connectionString: process.env.DATABASE_URL })
          export default async function handler(req, res) {
            try {
              await pool.query('select 1')
              res.status(200).end()
            } catch {
              res.status(503).end()
            }
          }
        `,
      },
      {
        // Behind a prefix that only the platform knows.
        'package.json':
          '{ "name": "shop", "scripts": { "start": "node dist/main.js" }, "dependencies": { "@nestjs/core": "11.0.0" } }',
        'src/main.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          import { NestFactory } from '@nestjs/core'
          @Controller() class HealthController { @Get('health') check() { return { status: 'ok' } } }
          @Module({ controllers: [HealthController] }) class AppModule {}
          NestFactory.create(AppModule).then(app => {
            app.setGlobalPrefix(process.env.API_PREFIX)
            return app.listen(process.env.PORT)
          })
        `,
      },
      {
        // A package that a platform starts. What is published for others is a library, with a server to try it.
        'package.json': '{ "name": "shop", "scripts": { "start": "node server.js" } }',
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.json({ ok: true }))
          app.listen(process.env.PORT)
        `,
        'packages/router/package.json': `
          { "name": "@acme/router", "exports": "./index.js", "scripts": { "start": "node demo.js" } }
        `,
        'packages/router/demo.js': `
          const express = require('express')
          express().get('/orders', (req, res) => res.json([])).listen(3000)
        `,
      },
      {
        // Below what is of use to all of it.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
        'main.py': `
          from fastapi import APIRouter, FastAPI
          utils = APIRouter(prefix="/utils")

          @utils.get("/health-check/")
          async def health_check() -> bool:
              return True

          app = FastAPI()
          app.include_router(utils, prefix="/api/v1")
        `,
      },
      {
        // By a usual name, and by another that the check asks for. A worker answers no requests.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            web:
              build: ./web
              healthcheck: { test: [CMD, wget, -qO-, "http://localhost:8080/whoami"] }
            worker: { build: ./api, command: node worker.js }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const fastify = require('fastify')()
          fastify.get('/api/v1/healthz', async () => ({ ok: true }))
          fastify.listen({ port: 3000, host: '0.0.0.0' })
        `,
        'api/worker.js': `
          setInterval(() => console.log('work'), 1000)
        `,
        'web/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'web/server.js': `
          const express = require('express')
          const app = express()
          app.get('/whoami', (req, res) => res.send('web'))
          app.listen(8080)
        `,
      },
    ],
  },
})
