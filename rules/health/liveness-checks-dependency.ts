import { askedPathsOf } from '../../src/model/code/health/asked.js'
import { answersPath } from '../../src/model/code/health/match.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/liveness-checks-dependency',
  title: 'A liveness probe fails when a dependency is down',
  category: 'service-health',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When the database is away for a minute, Kubernetes restarts every replica of every service that asks it this way. Restarting cures nothing, and all of them come back at once onto a database that has just come up.',
  fix: 'Point the liveness probe at a route that only shows that the process answers, and keep the one that asks the database for the readiness probe.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe',
    'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes',
  ],
  reads: ['kubernetes', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      for (const workload of service.workloads) {
        for (const asked of askedPathsOf(workload)) {
          if (asked.check.kind !== 'liveness') continue
          const health = service.health.find(({ route }) => answersPath(route, asked.path))
          if (!health || health.found.depth === 'unknown') continue
          if (health.found.depth === 'hard' && health.found.dependency !== undefined) {
            fail(
              workload,
              asked,
              `the liveness probe of ${workload.name} asks ${health.route.path}, which fails with ${health.found.dependency}`,
              {
                related: [
                  { at: health.found.dependencyAt ?? health.route.at, message: 'the dependency is asked here' },
                ],
              },
            )
          } else pass(workload)
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { orders: { build: ./orders, image: "registry.example.com/orders:1.4.0" } }
        `,
        'k8s/orders.yaml': `
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
                    image: registry.example.com/orders:1.4.0
                    ports: [{ containerPort: 8080 }]
                    livenessProbe: { httpGet: { path: /health, port: 8080 } } #! the liveness probe of orders asks /health, which fails with pool.query
        `,
        'orders/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY server.js .
          USER node
          CMD ["node", "server.js"]
        `,
        'orders/server.js': `
          const express = require('express')
          const { Pool } = require('pg')
          const pool = new Pool()
          const app = express()
          app.get('/health', async (req, res) => {
            await pool.query('SELECT 1')
            res.send('ok')
          })
          app.listen(8080)
        `,
      },
      {
        // The usual view of Django: it looks at the database and at the cache, and sums up.
        'k8s/approval.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: approval }
          spec:
            selector: { matchLabels: { app: approval } }
            template:
              metadata: { labels: { app: approval } }
              spec:
                containers:
                  - name: approval
                    image: registry.example.com/approval:1.4.0
                    command: [gunicorn, "config.wsgi:application", --bind, "0.0.0.0:8003"]
                    livenessProbe: { httpGet: { path: /health/, port: 8003 } } #! the liveness probe of approval asks /health, which fails with connection.ensure_connection
        `,
        'compose.yaml': `
          services: { approval: { build: ., image: "registry.example.com/approval:1.4.0" } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
        `,
        'config/__init__.py': '',
        'config/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
          application = get_wsgi_application()
        `,
        'config/settings.py': `
          ROOT_URLCONF = "config.urls"
        `,
        'config/urls.py': `
          from django.urls import path
          from .views import health_check
          urlpatterns = [path("health/", health_check)]
        `,
        'config/views.py': `
          from django.core.cache import cache
          from django.db import connection
          from rest_framework import response, status
          from rest_framework.decorators import api_view
          @api_view(["GET"])
          def health_check(request):
              checks = {"database": "error", "cache": "error"}
              try:
                  connection.ensure_connection()
                  checks["database"] = "ok"
              except Exception:
                  pass
              try:
                  cache.set("health", "ok", 10)
                  checks["cache"] = "ok"
              except Exception:
                  pass
              healthy = all(value == "ok" for value in checks.values())
              return response.Response(checks, status=status.HTTP_200_OK if healthy else status.HTTP_503_SERVICE_UNAVAILABLE)
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services: { orders: { build: ./orders, image: "registry.example.com/orders:1.4.0" } }
        `,
        'k8s/orders.yaml': `
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
                    image: registry.example.com/orders:1.4.0
                    ports: [{ containerPort: 8080 }]
                    livenessProbe: { httpGet: { path: /live, port: 8080 } }
                    readinessProbe: { httpGet: { path: /ready, port: 8080 } }
        `,
        'orders/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY server.js .
          USER node
          CMD ["node", "server.js"]
        `,
        'orders/server.js': `
          const express = require('express')
          const { Pool } = require('pg')
          const pool = new Pool()
          const app = express()
          app.get('/live', (req, res) => res.send('ok'))
          app.get('/ready', async (req, res) => {
            await pool.query('SELECT 1')
            res.send('ok')
          })
          app.listen(8080)
        `,
      },
    ],
  },
})
