import { type AskedPath, askedPathsOf } from '../../src/model/code/health/asked.js'
import { judgedWorkloads, listensElsewhere } from '../../src/model/code/health/demand.js'
import { servedBy } from '../../src/model/code/health/match.js'
import { checkName } from '../../src/model/health-demand.js'
import type { Route, Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/probe-path-not-served',
  title: 'A check asks for a path that the service does not serve',
  category: 'service-health',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The answer is 404 for ever. Kubernetes restarts the container again and again or never sends it a request; Compose calls it unhealthy, and what waits for it never starts.',
  fix: 'Ask for the path as the service serves it, prefix included, or take the route out of the prefix: `app.setGlobalPrefix("api", { exclude: ["health"] })`.',
  refs: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request',
    'https://docs.nestjs.com/faq/global-prefix',
    'https://fastapi.tiangolo.com/tutorial/bigger-applications/',
    'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified, implied }) {
    for (const service of system.services) {
      for (const workload of judgedWorkloads(service)) {
        const { state } = workload.health
        if (state === 'none' || state === 'disabled') {
          if (service.routes.routes.length > 0) implied(workload, 'health/check-missing')
          continue
        }
        const all = askedPathsOf(workload).filter(({ port }) => !listensElsewhere(service, port))
        for (const asked of all) {
          const served = servedBy(service.routes, asked.path)
          // `curl /health || curl /healthz`: one that is served is enough.
          const others = all.filter(({ check }) => check === asked.check)
          if (served.state !== 'yes' && others.some(({ path }) => servedBy(service.routes, path).state === 'yes'))
            continue
          if (served.state === 'yes') pass(workload)
          else if (served.state === 'unknown' || !service.isCertain || !service.isWhole)
            unverified(
              workload,
              asked,
              `whether ${service.name} serves ${asked.path} is not known: ${served.state === 'unknown' ? served.because : 'not all of its code is seen'}`,
            )
          else fail(workload, asked, describe(asked, service), fixFor(asked, service))
        }
      }
    }
  },
  examples: {
    bad: [
      {
        // The prefix of Nest is in front of every route.
        'compose.yaml': `
          services:
            api:
              build: .
              ports: ["3000:3000"]
              healthcheck: { test: [CMD, wget, -qO-, "http://localhost:3000/health"] } #! the healthcheck of api asks for /health, and api serves no such path; it serves /api/v1/health
        `,
        Dockerfile: `
          FROM node:24.1.0-alpine
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            app.setGlobalPrefix('api/v1')
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          @Controller('health')
          class HealthController { @Get() check() { return { status: 'ok' } } }
          @Module({ controllers: [HealthController] })
          export class AppModule {}
        `,
      },
      {
        'compose.yaml': `
          services:
            orders:
              build: ./services/orders
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:8080/health/live || exit 1"] } #! the healthcheck of orders asks for /health/live
        `,
        'services/orders/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'services/orders/server.js': `
          const express = require('express')
          const app = express()
          app.get('/healthz', (req, res) => res.send('ok'))
          app.get('/orders', (req, res) => res.json([]))
          app.listen(8080)
        `,
      },
    ],
    good: [
      {
        // Excluded from the prefix, served by a parameter, on another port, by a catch-all.
        'compose.yaml': `
          services:
            api:
              build: ./api
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://127.0.0.1:3000/health || exit 1"] }
            web:
              build: ./web
              healthcheck: { test: [CMD-SHELL, "wget -qO- http://localhost:8080/health || wget -qO- http://localhost:8080/"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'api/src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            app.setGlobalPrefix('api', { exclude: ['health'] })
            await app.listen(3000)
          }
          bootstrap()
        `,
        'api/src/app.module.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          @Controller('health')
          class HealthController { @Get() check() { return { status: 'ok' } } }
          @Module({ controllers: [HealthController] })
          export class AppModule {}
        `,
        'web/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'web/server.js': `
          const express = require('express')
          const app = express()
          app.get('/', (req, res) => res.send('home'))
          app.listen(8080)
        `,
      },
    ],
  },
})

function describe(asked: AskedPath, service: Service): string {
  const near = nearest(asked.path, service)
  const served = near ? `; it serves ${near.path}` : ''
  return `${checkName(asked.check, asked.workload)} asks for ${asked.path}, and ${service.name} serves no such path${served}`
}

/** The health route that is most like what is asked for, by its last part, else any. */
function nearest(path: string, service: Service): Route | undefined {
  const last = path.split('/').at(-1)
  const health = service.health.filter(one => one.kind).map(one => one.route)
  return health.find(route => route.path.split('/').at(-1) === last) ?? health[0]
}

function fixFor(
  asked: AskedPath,
  service: Service,
): { fix?: string; key: string; related?: readonly { at: Route['at']; message: string }[] } {
  const near = nearest(asked.path, service)
  const key = `${asked.check.kind}.${asked.path}`
  if (!near)
    return {
      key,
      fix: `Add a route for ${asked.path} to ${service.name} that answers 200 while it can serve and 503 when it cannot.`,
    }
  return {
    key,
    fix: `Ask for \`${near.path}\` instead of \`${asked.path}\`.`,
    related: [
      { at: near.at, message: `${near.path} is declared here` },
      ...near.prefixes.map(prefix => ({ at: prefix.at, message: `${prefix.path} is put in front here` })),
    ],
  }
}
