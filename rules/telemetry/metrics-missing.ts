import { mayShowMetrics } from '../../src/knowledge/metrics-libraries.js'
import { mayAsk, observedServices } from '../../src/model/exporters.js'
import type { Service } from '../../src/model/system.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

const DJANGO = {
  'compose.yaml': `
    services:
      web: { build: ., ports: ["8000:8000"] }
      prometheus: { image: "prom/prometheus:v3.6.0" }
  `,
  Dockerfile: `
    FROM python:3.13.2-slim
    WORKDIR /app
    COPY . .
    CMD ["gunicorn", "shop.wsgi:application", "-b", "0.0.0.0:8000"]
  `,
  'shop/wsgi.py': `
    import os
    from django.core.wsgi import get_wsgi_application
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    application = get_wsgi_application()
  `,
  'shop/urls.py': `
    from django.http import HttpResponse
    from django.urls import path
    urlpatterns = [path("orders/", lambda request: HttpResponse())]
  `,
}

export default defineRule({
  id: 'telemetry/metrics-missing',
  title: 'A service shows no metrics to the monitoring',
  category: 'observability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Connections that run out, a replica that lags, memory that fills: the database knows, and Prometheus cannot ask it. The first sign is an error in the application.',
  fix: 'Deploy the exporter of the database beside it, give it an account that may read statistics, and add it to `scrape_configs`.',
  refs: [
    'https://prometheus.io/docs/instrumenting/exporters/#databases',
    'https://github.com/prometheus-community/postgres_exporter',
  ],
  check({ system, pass, fail, unverified, implied }) {
    const monitor = monitorOf(system)
    for (const { workload, others, exporters, usual } of observedServices(system)) {
      const { software, name, pod } = workload
      if (!monitor) implied(workload, 'telemetry/monitoring-missing')
      else if (exporters.length > 0 || pod?.showsMetrics) pass(workload)
      else if (pod?.operator) unverified(workload, workload, `${pod.operator} may export its metrics`)
      else if (monitor.kind === 'elsewhere' || mayAsk(system))
        unverified(
          workload,
          monitor,
          `whether ${monitor.name} reads ${software?.name} is not written in the repository`,
        )
      else {
        const more = others > 0 ? ` (and ${others} more)` : ''
        fail(
          workload,
          workload,
          `${name}${more} is ${software?.name}, which shows Prometheus no metrics, and no exporter for it is deployed`,
          {
            fix: `Add a service with the ${usual.replace('-', ' ')} and a scrape job for it.`,
          },
        )
      }
    }
    for (const service of system.services) {
      if (!answersRequests(service)) continue
      const { name, isCertain, isWhole } = service
      if (!monitor && service.platform)
        unverified(service, service.platform, `who collects metrics of ${name} is not written in the repository`)
      else if (!monitor) implied(service, 'telemetry/monitoring-missing')
      else if (showsMetrics(service)) pass(service)
      else if (monitor.kind === 'elsewhere' || system.telemetry.collectors.length > 0)
        unverified(
          service,
          monitor,
          `whether ${monitor.name} takes metrics of ${name} is not written in the repository`,
        )
      else if (!isCertain || !isWhole)
        unverified(service, service, `some of the code of ${name} is not in the repository, and may show metrics`)
      else
        fail(
          service,
          service,
          `${name} answers requests and shows Prometheus no metrics: it imports no library for them and serves no /metrics`,
          {
            why: 'How many requests fail, how long they take and how full the event loop or the pool is: only the service itself can tell. Without it the first sign of trouble is a customer.',
            fix: `Count requests, errors and durations with ${LIBRARY[service.runtime]}, serve them on /metrics, and add a scrape job.`,
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db is PostgreSQL, which shows Prometheus no metrics, and no exporter for it is deployed
              image: postgres:17
            cache-1: #! cache-1 (and 1 more) is Redis
              image: redis:8
            cache-2: { image: "redis:8" }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db #! is MySQL, which shows Prometheus no metrics
                    image: mysql:8.4
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: prometheus }
          spec:
            selector: { matchLabels: { app: prometheus } }
            template:
              metadata: { labels: { app: prometheus } }
              spec: { containers: [{ name: prometheus, image: "prom/prometheus:v3.6.0" }] }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express') //! api answers requests and shows Prometheus no metrics
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
      },
      {
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          INSTALLED_APPS = ["django.contrib.auth"]
        `,
        'shop/wsgi.py': `
          import os #! web answers requests and shows Prometheus no metrics
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
          application = get_wsgi_application()
        `,
      },
    ],
    good: [
      {
        // An application that the settings add by its name.
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          INSTALLED_APPS = ["django.contrib.auth"]
          INSTALLED_APPS += ["django_prometheus"]
        `,
      },
      {
        // By a library, and written by hand; a worker that answers to its health check alone.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            auth: { build: ./auth, ports: ["8080:8080"] }
            worker: { build: ./worker }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const { register } = require('prom-client')
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.get('/metrics', async (req, res) => res.end(await register.metrics()))
          app.listen(3000)
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

          import "net/http"

          func answer(w http.ResponseWriter, r *http.Request) {}

          func main() {
            http.HandleFunc("/login", answer)
            http.HandleFunc("/metrics", answer)
            http.ListenAndServe(":8080", nil)
          }
        `,
        'worker/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "worker.js"]
        `,
        'worker/worker.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            standby: { image: "postgres:17" }
            db-exporter: { image: "prometheuscommunity/postgres-exporter:v0.18.1" }
            dump: { image: "postgres:17", command: ["sh", "-c", "while :; do pg_dump -h db erp > /b/erp.sql; sleep 86400; done"] }
            search: { image: "qdrant/qdrant:v1.16.0" }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
      },
    ],
  },
})

const LIBRARY: Readonly<Record<Service['runtime'], string>> = {
  node: '`prom-client`',
  python: '`prometheus_client`',
  go: '`github.com/prometheus/client_golang`',
}

/** Has routes for users, and runs for good. Pages of Next.js are drawn there, but their calls are answered elsewhere. */
function answersRequests({ workloads, routes, packages, entries }: Service): boolean {
  return (
    workloads.some(one => one.longRunning) &&
    !packages.has('next') &&
    !entries.some(path => /\.[jt]sx$/.test(path)) &&
    routes.routes.some(({ path }) => !/health|ready|live|ping|status|metrics/i.test(path))
  )
}

function showsMetrics({ packages, routes, workloads, namesMetrics }: Service): boolean {
  return (
    namesMetrics === true ||
    [...packages].some(mayShowMetrics) ||
    routes.routes.some(({ path }) => /metrics|prometheus/i.test(path)) ||
    workloads.some(one => mayShowMetrics(one.start?.text ?? '') || [...one.environment.keys()].some(mayShowMetrics))
  )
}
