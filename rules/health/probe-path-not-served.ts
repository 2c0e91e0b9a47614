import { askedPathsOf } from '../../src/model/code/health/asked.js'
import { judgedWorkloads, listensElsewhere } from '../../src/model/code/health/demand.js'
import { answersGrpcHealth, asksGrpc } from '../../src/model/code/health/grpc.js'
import { type Served, servedBy } from '../../src/model/code/health/match.js'
import { imageAskers, type OtherAsker, platformAskers, proxyAskers } from '../../src/model/code/health/other-askers.js'
import { checkName } from '../../src/model/health-demand.js'
import type { HealthCheck, Route, Service, Subject, Workload } from '../../src/model/system.js'
import { defineRule, type FailOptions } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

const NODE = `
  FROM node:24.1.0
  WORKDIR /app
  COPY . .
  CMD ["node", "server.js"]
`
const PYTHON = `
  FROM python:3.13.2
  WORKDIR /app
  COPY . .
  CMD ["python", "main.py"]
`

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
    'https://docs.haproxy.org/3.2/configuration.html#4.2-option%20httpchk',
    'https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/#health-check',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check',
    'https://github.com/grpc/grpc/blob/master/doc/health-checking.md',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile', 'haproxy', 'traefik', 'source'],
  check({ system, pass, fail, unverified, implied }) {
    for (const service of system.services) {
      for (const workload of judgedWorkloads(service)) {
        const { state, checks } = workload.health
        if (state === 'none' || state === 'disabled') {
          if (service.routes.routes.length > 0) implied(workload, 'health/check-missing')
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
            unverified(workload, asked, notKnown(asked.path, served, service))
          else
            fail(
              workload,
              asked,
              describe(checkName(asked.check, workload), asked.path, service),
              fixFor(asked.path, asked.check.kind, service),
            )
        }
        for (const check of checks.filter(asksGrpc)) {
          const answer = answersGrpcHealth(service)
          if (answer === 'yes') pass(workload)
          else if (answer === 'no')
            fail(workload, check, withoutGrpc(check, workload, service), grpcFix(check, service))
          else unverified(workload, check, `whether ${service.name} registers the health service of gRPC is not known`)
        }
        for (const asker of proxyAskers(system).get(workload.id) ?? []) judge(asker, workload, service)
      }
      for (const asker of platformAskers(service)) judge(asker, service, service)
      for (const asker of imageAskers(service)) judge(asker, service, service)
    }

    function judge(asker: OtherAsker, subject: Subject, service: Service): void {
      if (listensElsewhere(service, asker.port)) return
      const served = servedBy(service.routes, asker.path, asker.method)
      if (served.state === 'yes') pass(subject)
      else if (served.state === 'unknown' || !service.isCertain || !service.isWhole)
        unverified(subject, asker, notKnown(asker.path, served, service))
      else {
        const options = fixFor(asker.path, asker.who, service)
        fail(subject, asker, describe(asker.who, asker.path, service), { ...options, why: asker.effect })
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
      {
        // The port is put in, the path is told.
        'compose.yaml': `
          services: { orders: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          #! the healthcheck of orders asks for /health/ready, and orders serves no such path; it serves /healthz
          HEALTHCHECK CMD node -e "const p=process.env.PORT||3000;require('http').get('http://localhost:'+p+'/health/ready',r=>process.exit(r.statusCode===200?0:1))"
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/healthz', (req, res) => res.send('ok'))
          app.listen(process.env.PORT || 3000)
        `,
      },
      {
        // What a proxy asks: HAProxy through its configuration, Traefik by labels.
        'compose.yaml': `
          services:
            edge:
              image: haproxy:3.2
              ports: ["80:80"]
              volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"]
            traefik: { image: "traefik:v3.6", ports: ["8080:80"], command: "--providers.docker=true --entrypoints.web.address=:80", volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
            api:
              build: .
              labels:
                traefik.http.routers.api.rule: "PathPrefix(\`/\`)"
                traefik.http.services.api.loadbalancer.server.port: "3000"
                traefik.http.services.api.loadbalancer.healthcheck.path: /ping #! the health check of traefik asks for /ping, and api serves no such path; it serves /healthz
        `,
        'haproxy.cfg': `
          defaults
            mode http
          frontend web
            bind :80
            default_backend api
          backend api
            option httpchk
            http-check send meth GET uri /health #! the health check of edge asks for /health, and api serves no such path; it serves /healthz
            server api api:3000 check
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/healthz', (req, res) => res.send('ok'))
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
      },
      {
        // The load balancer of an Ingress, and a probe over gRPC of a server that registers no health service.
        'k8s/shop.yaml': `
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: shop
            annotations:
              alb.ingress.kubernetes.io/healthcheck-path: /status #! the load balancer of Ingress shop asks for /status, and shop serves no such path; it serves /healthz
          spec:
            ingressClassName: alb
            rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: shop, port: { number: 80 } } } }] } }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: shop }
          spec: { type: NodePort, selector: { app: shop }, ports: [{ port: 80, targetPort: 8080 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: shop }
          spec:
            selector: { matchLabels: { app: shop } }
            template:
              metadata: { labels: { app: shop } }
              spec:
                containers:
                  - name: shop
                    image: ghcr.io/acme/shop:1.4.0
                    ports: [{ containerPort: 8080 }]
                    readinessProbe: { httpGet: { path: /healthz, port: 8080 } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: orders }
          spec:
            selector: { matchLabels: { app: orders } }
            template:
              metadata: { labels: { app: orders } }
              spec:
                containers:
                  - name: orders
                    image: ghcr.io/acme/orders:1.4.0
                    readinessProbe: { grpc: { port: 50051 } } #! the readiness probe of orders asks the health service of gRPC, and orders registers
                    livenessProbe: { exec: { command: [/bin/grpc_health_probe, "-addr=:50051"] } } #! the liveness probe of orders asks the health service of gRPC
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/server.js': `
          const express = require('express')
          const app = express()
          app.get('/healthz', (req, res) => res.send('ok'))
          app.listen(8080)
        `,
        'orders/Dockerfile': `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /orders .
          FROM gcr.io/distroless/static
          COPY --from=build /orders /orders
          ENTRYPOINT ["/orders"]
        `,
        'orders/go.mod': 'module example.com/orders\n\ngo 1.26\n',
        'orders/main.go': `
          package main

          import (
          	"net"

          	"example.com/orders/pb"
          	"google.golang.org/grpc"
          )

          func main() {
          	listener, _ := net.Listen("tcp", ":50051")
          	server := grpc.NewServer()
          	pb.RegisterOrdersServer(server, nil)
          	server.Serve(listener)
          }
        `,
        'orders/pb/orders_grpc.pb.go': `
          package pb

          import "google.golang.org/grpc"

          type OrdersServer interface{}

          var Orders_ServiceDesc = grpc.ServiceDesc{ServiceName: "shop.Orders"}

          func RegisterOrdersServer(s grpc.ServiceRegistrar, srv OrdersServer) {
          	s.RegisterService(&Orders_ServiceDesc, srv)
          }
        `,
      },
      {
        // A platform, and the check of an image that nothing here runs.
        'render.yaml': `
          services:
            - type: web
              name: api
              runtime: docker
              rootDir: api
              healthCheckPath: /up #! the platform asks for /up, and api/Dockerfile serves no such path; it serves /health
        `,
        'api/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          HEALTHCHECK CMD curl -fsS http://localhost:3000/healthy || exit 1 #! the HEALTHCHECK of api/Dockerfile asks for /healthy
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(3000)
        `,
      },
      {
        // Servers of gRPC in three more ways, with the program that asks them.
        'compose.yaml': `
          services:
            orders:
              build: ./orders
              healthcheck: { test: [CMD, grpc_health_probe, "-addr=:50051"] } #! asks the health service of gRPC, and orders registers Orders alone
            stock:
              build: ./stock
              healthcheck: { test: [CMD, grpc_health_probe, "-addr=:50051"] } #! asks the health service of gRPC, and stock registers shop.stock alone
            prices:
              build: ./prices
              healthcheck: { test: [CMD, grpc_health_probe, "-addr=:50051"] } #! asks the health service of gRPC, and prices registers Prices alone
        `,
        'orders/Dockerfile': NODE,
        'orders/server.js': `
          const grpc = require('@grpc/grpc-js')
          const loader = require('@grpc/proto-loader')
          const { shop } = grpc.loadPackageDefinition(loader.loadSync('orders.proto'))
          const server = new grpc.Server()
          server.addService(shop.Orders.service, { find: (call, answer) => answer(null, {}) })
          server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {})
        `,
        'stock/Dockerfile': NODE.replace('server.js', 'dist/main.js'),
        'stock/src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { Transport } from '@nestjs/microservices'
          import { AppModule } from './app.module'
          const options = { package: 'shop.stock', protoPath: 'stock.proto', url: '0.0.0.0:50051' }
          NestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options }).then(app => app.listen())
        `,
        'stock/src/app.module.ts': `
          import { Controller, Module } from '@nestjs/common'
          import { GrpcMethod } from '@nestjs/microservices'
          @Controller()
          class StockController {
            @GrpcMethod('Stock', 'Find')
            find() {}
          }
          @Module({ controllers: [StockController] })
          export class AppModule {}
        `,
        'prices/Dockerfile': PYTHON,
        'prices/main.py': `
          import asyncio
          import grpc
          import prices_pb2_grpc

          async def serve():
              server = grpc.aio.server()
              prices_pb2_grpc.add_PricesServicer_to_server(prices_pb2_grpc.PricesServicer(), server)
              server.add_insecure_port("[::]:50051")
              await server.start()
              await server.wait_for_termination()

          asyncio.run(serve())
        `,
        'prices/prices_pb2_grpc.py': `
          class PricesServicer:
              pass

          def add_PricesServicer_to_server(servicer, server):
              server.add_generic_rpc_handlers(())
        `,
      },
    ],
    good: [
      {
        // Programs in one line: what is escaped in them, and ports that are put in.
        'compose.yaml': `
          services:
            escaped:
              build: .
              healthcheck: { test: [CMD-SHELL, 'node -e "fetch(\\\\"http://localhost:3000/health\\\\").then(r => process.exit(r.ok ? 0 : 1))"'] }
            added:
              build: .
              healthcheck: { test: [CMD, node, -e, "require('http').get('http://localhost:'+(process.env.PORT||3000)+'/health', r => process.exit(r.statusCode === 200 ? 0 : 1))"] }
            inserted:
              build: .
              healthcheck: { test: [CMD, node, -e, "fetch(\`http://localhost:$\${process.env.PORT || 3000}/health\`).then(r => process.exit(r.ok ? 0 : 1))"] }
            named:
              build: .
              healthcheck: { test: [CMD, node, -e, "fetch('http://localhost:' + (process.env.PORT || '3000') + '/elsewhere').then(r => process.exit(r.ok ? 0 : 1))"] }
        `,
        Dockerfile: NODE,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (request, response) => response.json({ status: 'ok' }))
          app.listen(process.env.PORT || 3000)
        `,
      },
      {
        // The libraries that answer it.
        'compose.yaml': `
          services:
            orders:
              build: ./orders
              healthcheck: { test: [CMD, grpc_health_probe, "-addr=:50051"] }
            prices:
              build: ./prices
              healthcheck: { test: [CMD, grpc_health_probe, "-addr=:50051"] }
        `,
        'orders/Dockerfile': NODE,
        'orders/server.js': `
          const grpc = require('@grpc/grpc-js')
          const { HealthImplementation } = require('grpc-health-check')
          const { OrdersService } = require('./orders_grpc_pb')
          const server = new grpc.Server()
          server.addService(OrdersService, {})
          new HealthImplementation({ '': 'SERVING' }).addToServer(server)
          server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {})
        `,
        'orders/orders_grpc_pb.js': 'exports.OrdersService = {}',
        'prices/Dockerfile': PYTHON,
        'prices/main.py': `
          from concurrent import futures
          import grpc
          import prices_pb2_grpc
          from grpc_health.v1 import health, health_pb2_grpc

          server = grpc.server(futures.ThreadPoolExecutor(max_workers=10))
          prices_pb2_grpc.add_PricesServicer_to_server(prices_pb2_grpc.PricesServicer(), server)
          health_pb2_grpc.add_HealthServicer_to_server(health.HealthServicer(), server)
          server.add_insecure_port("[::]:50051")
          server.start()
          server.wait_for_termination()
        `,
        'prices/prices_pb2_grpc.py': `
          class PricesServicer:
              pass

          def add_PricesServicer_to_server(servicer, server):
              server.add_generic_rpc_handlers(())
        `,
      },
      {
        // Served, asked with OPTIONS, at another port, switched off, or content with any answer: nothing to say of a proxy.
        'compose.yaml': `
          services:
            edge:
              image: haproxy:3.2
              ports: ["80:80"]
              volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"]
            api: { build: ., healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:3000/health"] } }
        `,
        'haproxy.cfg': `
          defaults
            mode http
          frontend web
            bind :80
            use_backend options if { path_beg /a }
            use_backend unchecked if { path_beg /b }
            use_backend admin if { path_beg /c }
            use_backend any if { path_beg /d }
            default_backend api
          backend api
            option httpchk GET /health HTTP/1.1
            server api api:3000 check
          backend options
            option httpchk /nothing
            server api api:3000 check
          backend unchecked
            option httpchk GET /nothing
            server api api:3000
          backend admin
            option httpchk GET /nothing
            server api api:3000 check port 9000
          backend any
            option httpchk GET /nothing
            http-check expect status 404
            server api api:3000 check
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(3000)
        `,
      },
      {
        // A load balancer that takes 404 for an answer; gRPC with its health service.
        'k8s/shop.yaml': `
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: shop
            annotations: { alb.ingress.kubernetes.io/healthcheck-path: /status, alb.ingress.kubernetes.io/success-codes: "200,404" }
          spec:
            ingressClassName: alb
            rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: orders, port: { number: 80 } } } }] } }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: orders }
          spec: { type: NodePort, selector: { app: orders }, ports: [{ port: 80, targetPort: 50051 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: orders }
          spec:
            selector: { matchLabels: { app: orders } }
            template:
              metadata: { labels: { app: orders } }
              spec:
                containers:
                  - name: orders
                    image: ghcr.io/acme/orders:1.4.0
                    ports: [{ containerPort: 50051 }]
                    readinessProbe: { grpc: { port: 50051 } }
        `,
        'orders/Dockerfile': `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /orders .
          FROM gcr.io/distroless/static
          COPY --from=build /orders /orders
          ENTRYPOINT ["/orders"]
        `,
        'orders/go.mod': 'module example.com/orders\n\ngo 1.26\n',
        'orders/main.go': `
          package main

          import (
          	"net"

          	"google.golang.org/grpc"
          	"google.golang.org/grpc/health"
          	healthpb "google.golang.org/grpc/health/grpc_health_v1"
          )

          func main() {
          	listener, _ := net.Listen("tcp", ":50051")
          	server := grpc.NewServer()
          	healthpb.RegisterHealthServer(server, health.NewServer())
          	server.Serve(listener)
          }
        `,
      },
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

function notKnown(path: string, served: Served, service: Service): string {
  const because = served.state === 'unknown' ? served.because : 'not all of its code is seen'
  return `whether ${service.name} serves ${path} is not known: ${because}`
}

function describe(who: string, path: string, service: Service): string {
  const near = nearest(path, service)
  const served = near ? `; it serves ${near.path}` : ''
  return `${who} asks for ${path}, and ${service.name} serves no such path${served}`
}

function withoutGrpc(check: HealthCheck, workload: Workload, service: Service): string {
  const names = service.rpc.services.map(({ name }) => name)
  return `${checkName(check, workload)} asks the health service of gRPC, and ${service.name} registers ${listOf(names)} alone`
}

/** What to type, by language. */
const REGISTER = {
  go: '`healthpb.RegisterHealthServer(server, health.NewServer())` of google.golang.org/grpc/health',
  node: "`new HealthImplementation({ '': 'SERVING' }).addToServer(server)` of grpc-health-check (NestJS: in `onLoadPackageDefinition`)",
  python:
    '`health_pb2_grpc.add_HealthServicer_to_server(health.HealthServicer(), server)` of grpcio-health-checking (`health.aio.HealthServicer()` for `grpc.aio`)',
}

function grpcFix(check: HealthCheck, { rpc, runtime }: Service): FailOptions {
  return {
    key: `${check.kind}.grpc`,
    why: 'The server answers UNIMPLEMENTED, which counts as a failure: Kubernetes restarts the container again and again or never sends it a request.',
    fix: `Register it at the same server: ${REGISTER[runtime]}.`,
    related: rpc.services.slice(0, 3).map(({ name, at }) => ({ at, message: `${name} is registered here` })),
  }
}

/** The health route that is most like what is asked for, by its last part, else any. */
function nearest(path: string, service: Service): Route | undefined {
  const last = path.split('/').at(-1)
  const health = service.health.filter(one => one.kind).map(one => one.route)
  return health.find(route => route.path.split('/').at(-1) === last) ?? health[0]
}

function fixFor(path: string, by: string, service: Service): FailOptions {
  const near = nearest(path, service)
  const key = `${by}.${path}`
  if (!near)
    return {
      key,
      fix: `Add a route for ${path} to ${service.name} that answers 200 while it can serve and 503 when it cannot.`,
    }
  return {
    key,
    fix: `Ask for \`${near.path}\` instead of \`${path}\`.`,
    related: [
      { at: near.at, message: `${near.path} is declared here` },
      ...near.prefixes.map(prefix => ({ at: prefix.at, message: `${prefix.path} is put in front here` })),
    ],
  }
}
