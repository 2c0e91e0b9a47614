import { dataClientCalls } from '../../src/knowledge/data-clients.js'
import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `
const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `

export default defineRule({
  id: 'resilience/shutdown-not-handled',
  title: 'A server ends with the requests that it answers',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Each deployment and each move to another machine stops the process with SIGTERM. A program that does not wait for it ends in the middle of its answers and transactions, and users see errors on every release; Node.js as process 1 of a container does not even hear it, and is killed when the grace period is over.',
  fix: 'On SIGTERM take no more requests, answer those that are there, close what the program uses, then end.',
  refs: [
    'https://nodejs.org/api/process.html#signal-events',
    'https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown',
    'https://pkg.go.dev/net/http#Server.Shutdown',
    'https://pkg.go.dev/os/signal#NotifyContext',
    'https://gin-gonic.com/en/docs/server-config/graceful-restart-or-stop/',
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first, ...others] = service.shutdown
      if (!first || !answersUsers(service)) continue
      if (first.kind === 'handled') pass(service)
      else if (first.kind === 'unknown')
        unverified(service, first.at, `what ${service.name} does on SIGTERM is not known: ${first.because ?? ''}`)
      else if (!service.isCertain)
        unverified(service, first.at, `which file ${service.name} starts with is not certain`)
      else
        fail(service, first.at, describe(service, first.because), {
          key: 'shutdown',
          fix: fixFor(service),
          related: others.map(({ at }) => ({ at, message: 'and so does the server that starts here' })),
        })
    }
  },
  examples: {
    bad: [
      {
        // A handler that only ends the process cuts the answers off as well.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import express from 'express'
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000) //! nothing closes the server of api on SIGTERM: its handler ends the process and does nothing else
          for (const signal of ['SIGINT', 'SIGTERM']) {
            process.on(signal, () => {
              console.log('bye')
              process.exit(0)
            })
          }
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import express from 'express'
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000) //! nothing closes the server of api on SIGTERM
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000) //! enableShutdownHooks is not called, so onModuleDestroy never runs
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { OrdersController } from './orders.controller'
          import { PrismaService } from './prisma.service'
          @Module({ controllers: [OrdersController], providers: [PrismaService] })
          export class AppModule {}
        `,
        'src/orders.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          @Controller('orders')
          export class OrdersController { @Get() list() { return [] } }
        `,
        'src/prisma.service.ts': `
          import { Injectable, OnModuleDestroy } from '@nestjs/common'
          import { PrismaClient } from '@prisma/client'
          @Injectable()
          export class PrismaService extends PrismaClient implements OnModuleDestroy {
            async onModuleDestroy() { await this.$disconnect() }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          FROM gcr.io/distroless/static
          COPY --from=build /bin/api /api
          ENTRYPOINT ["/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import "net/http"

          func main() {
            mux := http.NewServeMux()
            mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {})
            http.ListenAndServe(":8080", mux) //! on SIGTERM api ends at once
          }
        `,
      },
      {
        // Signals are taken, and the server is not closed.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api ./cmd/api
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'cmd/api/main.go': `
          package main

          import (
            "os"
            "os/signal"
            "syscall"

            "github.com/gin-gonic/gin"
          )

          func main() {
            r := gin.Default()
            r.GET("/orders", func(c *gin.Context) {})
            stop := make(chan os.Signal, 1)
            signal.Notify(stop, syscall.SIGTERM)
            go r.Run(":8080") //! on SIGTERM api ends at once: signals are taken, and no Shutdown is called
            <-stop
          }
        `,
      },
    ],
    good: [
      {
        // In another file than the server, for several signals at once.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import express from 'express'
          import { closeOnSignal } from './closing'
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          closeOnSignal(app.listen(3000))
        `,
        'src/closing.ts': `
          import type { Server } from 'node:http'
          const SIGNALS = ['SIGTERM', 'SIGINT'] as const
          export function closeOnSignal(server: Server) {
            for (const signal of SIGNALS) process.once(signal, () => server.close())
          }
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            app.enableShutdownHooks()
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { OrdersController } from './orders.controller'
          @Module({ controllers: [OrdersController] })
          export class AppModule {}
        `,
        'src/orders.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          @Controller('orders')
          export class OrdersController { @Get() list() { return [] } }
        `,
      },
      {
        // The server is closed, in a package of its own. A worker whose only pages are for those who watch it loses nothing
        // when they break off.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["8080:8080"] }
            worker: { build: ./worker }
        `,
        'api/Dockerfile': `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api ./cmd/api
          CMD ["/bin/api"]
        `,
        'api/go.mod': `
          module example.com/api

          go 1.26
        `,
        'api/cmd/api/main.go': `
          package main

          import (
            "net/http"

            "example.com/api/internal/server"
          )

          func main() {
            mux := http.NewServeMux()
            mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {})
            server.Run(mux)
          }
        `,
        'api/internal/server/server.go': `
          package server

          import (
            "context"
            "net/http"
            "os/signal"
            "syscall"
            "time"
          )

          func Run(handler http.Handler) {
            ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
            defer stop()
            srv := &http.Server{Addr: ":8080", Handler: handler}
            go srv.ListenAndServe()
            <-ctx.Done()
            shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
            defer cancel()
            srv.Shutdown(shutdown)
          }
        `,
        'worker/Dockerfile': `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/worker .
          CMD ["/bin/worker"]
        `,
        'worker/go.mod': `
          module example.com/worker

          go 1.26
        `,
        'worker/main.go': `
          package main

          import (
            "net/http"

            "github.com/prometheus/client_golang/prometheus/promhttp"
          )

          func main() {
            http.Handle("/metrics", promhttp.Handler())
            http.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
            go http.ListenAndServe(":9090", nil)
            work()
          }

          func work() {}
        `,
      },
    ],
  },
})

/** Paths that only those who watch a service ask for. */
const WATCHERS =
  /^\/(?:(?:api\/)?(?:health|healthz|livez?|readyz?|liveness|readiness|ping|status|version)(?:\/\w+)?|metrics|debug(?:\/.*)?)$/

/** Whether somebody waits for answers other than those who watch the service. */
function answersUsers({ routes, rpc, sockets }: Service): boolean {
  const isRpc = sockets.length > 0 || rpc.services.some(one => one.name !== 'grpc.health.v1.Health')
  return isRpc || routes.routes.some(route => !WATCHERS.test(route.path)) || routes.unresolved.length > 0
}

/** Go ends at once; Node.js too, or not at all as process 1. */
function fixFor({ runtime, routes, packages }: Service): string {
  if (runtime === 'go')
    return 'Start the server in a goroutine of its own, wait with `ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)` and `<-ctx.Done()`, then call `srv.Shutdown` with a context of some seconds (`GracefulStop` of gRPC, `app.ShutdownWithTimeout` of fiber). gin, echo and chi are the `Handler` of an `http.Server`.'
  const isNest = packages.has('@nestjs/core') || routes.routes.some(({ framework }) => framework === 'nestjs')
  if (isNest)
    return 'Call `app.enableShutdownHooks()` before `listen`; what holds connections closes them in `onModuleDestroy`.'
  if (packages.has('fastify'))
    return 'Close the application, which waits for its answers and runs its `onClose` hooks: `process.once("SIGTERM", () => app.close().then(() => process.exit(0)))`, or the package close-with-grace.'
  return `Close the server, then what it uses: \`process.once("SIGTERM", () => server.close(() => ${dataClientCalls(packages).close}))\`, where \`server\` is what \`listen\` gives.`
}

function describe({ name, runtime }: Service, because: string | undefined): string {
  const what = runtime === 'go' ? `on SIGTERM ${name} ends at once` : `nothing closes the server of ${name} on SIGTERM`
  return because === undefined ? what : `${what}: ${because}`
}
