import { routeTargets } from '../../src/model/route-targets.js'
import type { ReverseProxy, Service, System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const COMPOSE = `
          services:
            web:
              image: nginx:1.29.1
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]
            api: { build: . }
        `
const NGINX = `
          server {
            listen 80;
            location / {
              proxy_pass http://api:3000;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            }
          }
        `
const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `

export default defineRule({
  id: 'web/proxy-address-not-trusted',
  title: 'All users share one limit, as they have the address of the proxy',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Behind a proxy every request comes from its address, unless the framework is told to believe what the proxy says of the client. The limiter then counts all users as one: an ordinary morning uses the limit up, everybody is turned away with 429, and one attacker is enough to lock out all others.',
  fix: 'Tell the framework how many proxies are in front: `app.set("trust proxy", 1)`.',
  refs: [
    'https://expressjs.com/en/guide/behind-proxies.html',
    'https://express-rate-limit.mintlify.app/guides/troubleshooting-proxy-issues',
    'https://docs.nestjs.com/security/rate-limiting#proxies',
    'https://fastify.dev/docs/latest/Reference/Server/#trustproxy',
  ],
  reads: ['dockerfile', 'source', 'nginx', 'traefik', 'haproxy', 'caddy', 'kubernetes'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      const { clientAddress } = service
      const [limiter, ...others] = clientAddress?.limiters ?? []
      const proxy = limiter && proxyBefore(service, system)
      if (!clientAddress || !limiter || !proxy) continue
      if (clientAddress.believesProxy) pass(service)
      else
        fail(
          service,
          limiter,
          `${limiter.name} of ${service.name} counts by address, and all that come through ${proxy.name} have one: nothing tells ${NAMES[limiter.framework]} to believe it`,
          {
            key: 'limiter',
            fix: FIXES[limiter.framework],
            related: others.slice(0, 10).map(one => ({ at: one.at, message: `so does ${one.name}` })),
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        'nginx.conf': NGINX,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.use(rateLimit({ windowMs: 900000, limit: 100 })) //! express-rate-limit of api counts by address, and all that come through web have one: nothing tells Express to believe it
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': COMPOSE,
        'nginx.conf': NGINX,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          import { APP_GUARD, NestFactory } from '@nestjs/core'
          import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
          @Controller('orders') class OrdersController { @Get() all() { return [] } }
          @Module({
            imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 100 }])], //! ThrottlerModule of api counts by address, and all that come through web have one: nothing tells NestJS to believe it
            controllers: [OrdersController],
            providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
          })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
      },
      {
        'compose.yaml': COMPOSE,
        'nginx.conf': NGINX,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "dependencies": { "fastify": "5.6.0", "@fastify/rate-limit": "10.3.0" } }',
        'server.js': `
          const fastify = require('fastify')({ logger: true })
          fastify.register(require('@fastify/rate-limit'), { max: 100, timeWindow: '1 minute' }) //! @fastify/rate-limit of api counts by address, and all that come through web have one: nothing tells Fastify to believe it
          fastify.get('/orders', async () => [])
          fastify.listen({ port: 3000, host: '0.0.0.0' })
        `,
      },
    ],
    good: [
      {
        // Told, reached without a proxy, counted by something else, and read out of the header by hand.
        'compose.yaml': `
          services:
            web:
              image: nginx:1.29.1
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]
            api: { build: . }
            open: { build: open, ports: ["3001:3000"] }
            keys: { build: keys }
            hand: { build: hand }
        `,
        'nginx.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
            location /keys { proxy_pass http://keys:3000; }
            location /hand { proxy_pass http://hand:3000; }
          }
        `,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.set('trust proxy', 1)
          app.use(rateLimit({ windowMs: 900000, limit: 100 }))
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
        'open/Dockerfile': DOCKERFILE,
        'open/server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.use(rateLimit({ windowMs: 900000, limit: 100 }))
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
        'keys/Dockerfile': DOCKERFILE,
        'keys/server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.use(rateLimit({ windowMs: 900000, limit: 100, keyGenerator: req => req.user.id }))
          app.get('/keys', (req, res) => res.json([]))
          app.listen(3000)
        `,
        'hand/Dockerfile': DOCKERFILE,
        'hand/server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.use((req, res, next) => {
            Object.defineProperty(req, 'ip', { value: req.headers['x-real-ip'] })
            next()
          })
          app.use(rateLimit({ windowMs: 900000, limit: 100 }))
          app.get('/hand', (req, res) => res.json([]))
          app.listen(3000)
        `,
      },
    ],
  },
})

type Framework = NonNullable<Service['clientAddress']>['limiters'][number]['framework']

const NAMES: Readonly<Record<Framework, string>> = { express: 'Express', nestjs: 'NestJS', fastify: 'Fastify' }

const FIXES: Readonly<Record<Framework, string>> = {
  express:
    'Write `app.set("trust proxy", 1)` behind `express()`, with the number of proxies that a request comes through.',
  nestjs:
    'Make it `NestFactory.create<NestExpressApplication>(AppModule)` and write `app.set("trust proxy", 1)`, with the number of proxies that a request comes through.',
  fastify: 'Write `fastify({ trustProxy: 1 })`, with the number of proxies that a request comes through.',
}

/** A proxy of the system that leads users to a service. */
function proxyBefore(
  { workloads }: Service,
  system: System,
): ReverseProxy | ReverseProxy['workloads'][number] | undefined {
  const ids = new Set(workloads.map(({ id }) => id))
  const found = routeTargets(system).find(
    ({ proxy, targets }) => proxy.weight > 0 && targets.some(({ workload }) => ids.has(workload.id)),
  )
  return found?.proxy.workloads[0] ?? found?.proxy
}
