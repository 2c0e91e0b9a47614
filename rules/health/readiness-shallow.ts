import { dataClientCalls } from '../../src/knowledge/data-clients.js'
import { answersRequests, dataClientsOf, lacksHealthRoute } from '../../src/model/code/health/demand.js'
import type { HealthRoute, Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** A question that every database answers at once. */
const PINGS = {
  python: '`session.execute(text("SELECT 1"))` of SQLAlchemy, `connection.cursor().execute("SELECT 1")` of Django',
  go: '`db.PingContext(ctx)`',
}

export default defineRule({
  id: 'health/readiness-shallow',
  title: 'The route that tells readiness looks at nothing the service depends on',
  category: 'service-health',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'The service says that it is ready while its database is away, so requests keep coming to an instance that answers each with an error. The platform could have sent them elsewhere, or shown that something is wrong.',
  fix: 'Ask the database in the readiness route and answer 503 when it is away: `await pool.query("SELECT 1")`, `health.check([() => db.pingCheck("database")])`. Leave the liveness route as it is.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
    'https://docs.nestjs.com/recipes/terminus',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied, unverified }) {
    for (const service of system.services) {
      const clients = dataClientsOf(service)
      if (clients.length === 0 || !answersRequests(service)) continue
      if (lacksHealthRoute(service)) {
        implied(service, 'health/endpoint-missing')
        continue
      }
      const routes = readinessRoutes(service)
      const [first] = routes
      if (!first) continue
      if (routes.some(({ found }) => found.depth === 'hard' || found.depth === 'soft')) pass(service)
      else if (routes.some(({ found }) => found.depth === 'unknown'))
        unverified(service, first.route, `what ${first.route.path} of ${service.name} looks at is not known`)
      else
        fail(service, first.route, describe(first, service, clients), {
          fix: `Ask the database in the readiness route and answer 503 when it is away: ${pingOf(service)}. Leave the liveness route as it is.`,
        })
    }
  },
  examples: {
    bad: [
      {
        // A part of a library is not another one.
        'compose.yaml': `
          services: { api: { build: . } }
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
            "time"

            "github.com/gin-gonic/gin"
            "gorm.io/driver/postgres"
            "gorm.io/gorm"
            "gorm.io/gorm/logger"
          )

          func main() {
            db, _ := gorm.Open(postgres.Open(""), &gorm.Config{Logger: logger.Default})
            r := gin.Default()
            r.GET("/health", func(c *gin.Context) { c.JSON(200, gin.H{"status": "ok", "at": time.Now().UTC().Format(time.RFC3339)}) }) //! looks at nothing that api depends on (gorm.io/driver/postgres, gorm.io/gorm)
            r.GET("/orders", func(c *gin.Context) { db.Exec("SELECT 1") })
            r.Run()
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
          const express = require('express')
          const { Pool } = require('pg')
          const pool = new Pool()
          const app = express()
          app.get('/live', (req, res) => res.send('ok'))
          app.get('/ready', (req, res) => res.json({ status: 'ready', uptime: process.uptime() })) //! /ready of api looks at nothing that api depends on (pg)
          app.get('/orders', async (req, res) => res.json((await pool.query('SELECT * FROM orders LIMIT 50')).rows))
          app.listen(3000)
        `,
      },
    ],
    good: [
      {
        // Asked in the readiness route; the liveness route may be as shallow as it likes.
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
          const { Pool } = require('pg')
          const pool = new Pool()
          const app = express()
          app.get('/live', (req, res) => res.send('ok'))
          app.get('/ready', async (req, res) => {
            await pool.query('SELECT 1')
            res.send('ok')
          })
          app.listen(3000)
        `,
      },
      {
        // One route for everything that asks.
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
          import { Controller, Get, Module } from '@nestjs/common'
          import { HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus'
          import { TypeOrmModule } from '@nestjs/typeorm'
          @Controller('health')
          class HealthController {
            constructor(private readonly health: HealthCheckService, private readonly db: TypeOrmHealthIndicator) {}
            @Get() check() { return this.health.check([() => this.db.pingCheck('database')]) }
          }
          @Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' })], controllers: [HealthController] })
          export class AppModule {}
        `,
      },
    ],
  },
})

/** The routes that tell readiness, else the general ones. */
function readinessRoutes({ health }: Service): readonly HealthRoute[] {
  const ready = health.filter(({ kind }) => kind === 'ready')
  return ready.length > 0 ? ready : health.filter(({ kind }) => kind === 'generic')
}

function pingOf({ runtime, packages }: Service): string {
  if (runtime !== 'node') return PINGS[runtime]
  const { ping } = dataClientCalls(packages)
  const nest = packages.has('@nestjs/core')
    ? ', or with @nestjs/terminus `health.check([() => db.pingCheck("database")])`'
    : ''
  // A call with a template cannot stand between single backticks.
  return `${ping.includes('`') ? `\`\` await ${ping} \`\`` : `\`await ${ping}\``}${nest}`
}

function describe({ route, found }: HealthRoute, service: Service, clients: readonly string[]): string {
  // `gorm.io/gorm/logger` is a part of `gorm.io/gorm`.
  const named = clients.filter(one => !clients.some(other => one.startsWith(`${other}/`)))
  const looks = found.depth === 'process' ? 'looks at the process alone and at nothing' : 'looks at nothing'
  return `${route.path} of ${service.name} ${looks} that ${service.name} depends on (${named.slice(0, 3).join(', ')})`
}
