import { loggingOf } from '../../src/knowledge/logging-libraries.js'
import { defineRule } from '../../src/rule.js'

const LIBRARIES = { node: '`pino` or `winston`', python: '`structlog`', go: '`log/slog`' }

export default defineRule({
  id: 'telemetry/logs-unstructured',
  title: 'A service writes its log as plain lines',
  category: 'observability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'Lines without fields can only be searched as text: not by request, user or level, and no alert can count the errors among them. During an incident that is the difference between a query and reading.',
  fix: 'Log through a library that writes JSON with levels and fields: `pino` or `winston` in Node.js, `structlog` in Python, `log/slog` in Go.',
  refs: [
    'https://12factor.net/logs',
    'https://getpino.io/#/docs/api',
    'https://www.structlog.org/en/stable/why.html',
    'https://pkg.go.dev/log/slog',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { workloads, printed, isWhole, name } = service
      // Jobs write for whoever starts them.
      if (!workloads.some(one => one.longRunning)) continue
      const logging = loggingOf(service.packages)
      if (logging === 'structured') pass(service)
      // One line says that it has started: that is no log yet.
      else if (logging === 'unknown' || !printed || printed.count === 1) continue
      else if (!isWhole || !service.isCertain)
        unverified(service, printed, `whether all of the code of ${name} logs with ${printed.by} cannot be seen`)
      else {
        const { count, by } = printed
        const lines = count === 2 ? 'both lines' : `all ${count} lines`
        fail(service, printed, `${name} writes ${lines} of its log with ${by} or the like, as plain text`, {
          fix: `Log through a library that writes JSON with levels and fields: ${LIBRARIES[service.runtime]}.`,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            reports: { build: ./reports, ports: ["8000:8000"] }
            auth: { build: ./auth, ports: ["8080:8080"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const app = express()
          app.get('/orders', (req, res) => {
            console.log('orders', req.ip) //! api writes both lines of its log with console.log or the like, as plain text
            res.json([])
          })
          app.listen(3000, () => console.info('listening'))
        `,
        'reports/Dockerfile': `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'reports/main.py': `
          from fastapi import FastAPI

          app = FastAPI()

          @app.get("/reports")
          def reports():
              print("reports") #! reports writes both lines of its log with print
              rows = []
              print("rows", len(rows))
              return rows
        `,
        'auth/Dockerfile': `
          FROM golang:1.25.4
          WORKDIR /src
          COPY . .
          RUN go build -o /auth .
          CMD ["/auth"]
        `,
        'auth/go.mod': 'module acme/auth\n\ngo 1.25\n',
        'auth/main.go': `
          package main

          import (
            "log"
            "net/http"
          )

          func main() {
            log.Println("listening") //! auth writes both lines of its log with log.Println
            err := http.ListenAndServe(":8080", nil)
            log.Println("ended", err)
          }
        `,
      },
    ],
    good: [
      {
        // Beside a logger, what is printed is the exception; a job; a framework with a log of its own; one line at the start.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            migrate: { build: ./api, command: ["node", "migrate.js"], restart: "no" }
            admin: { build: ./admin, ports: ["3001:3001"] }
            hook: { build: ./hook, ports: ["3002:3002"] }
        `,
        'hook/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'hook/server.js': `
          const http = require('http')
          http.createServer((req, res) => res.end()).listen(3002, () => console.log('listening'))
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const http = require('http')
          const logger = require('pino')()
          http.createServer((req, res) => { logger.info({ url: req.url }, 'asked'); res.end() }).listen(3000)
          process.on('uncaughtException', error => console.error(error))
        `,
        'api/migrate.js': "console.log('migrated')",
        'admin/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "main.js"]
        `,
        'admin/main.js': `
          const { NestFactory } = require('@nestjs/core')
          const { AppModule } = require('./app.module')
          NestFactory.create(AppModule).then(app => app.listen(3001)).then(() => console.log('listening'))
        `,
        'admin/app.module.js': 'exports.AppModule = class {}',
      },
    ],
  },
})
