import { answersRequests, listensElsewhere } from '../../src/model/code/health/demand.js'
import { platformAskers } from '../../src/model/code/health/other-askers.js'
import { checkName, needsHealthCheck, workerFix } from '../../src/model/health-demand.js'
import { askedPorts, otherPort } from '../../src/model/known-ports.js'
import type { HealthCheck, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/probe-port-mismatch',
  title: 'A check asks a port that nothing listens on',
  category: 'service-health',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The connection is refused each time, so the container counts as broken although it works: it is restarted for ever, or never gets a request.',
  fix: 'Ask the port that the program listens on, best by a name that the port bears: `ports: [{ name: http, containerPort: 3000 }]` and `port: http`.',
  refs: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request',
    'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile', 'source'],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue
      const { state, checks } = workload.health
      if (state === 'none' || state === 'disabled') implied(workload, 'health/check-missing')
      for (const check of checks) {
        if (check.port && !check.port.known) unverified(workload, check, check.port.because)
        const found = mismatch(check, workload, system)
        if (found)
          fail(workload, check, `${checkName(check, workload)} ${found.what}`, { fix: found.fix, key: check.kind })
        else pass(workload)
      }
    }
    for (const service of system.services) {
      for (const { port, at, path } of platformAskers(service)) {
        if (port === undefined) continue
        if (!service.isCertain || !service.isWhole || !listensElsewhere(service, port)) {
          if (answersRequests(service)) pass(service)
          continue
        }
        const own = service.listening.map(one => (one.port.kind === 'known' ? String(one.port.value) : '')).join(', ')
        fail(service, at, `the platform asks port ${port}, and ${service.name} listens on ${own}`, {
          key: `${path} ${port}`,
          fix: `Write \`internal_port = ${own}\`, or let the program listen on \`process.env.PORT\` and set PORT to ${port}.`,
          related: service.listening.map(one => ({ at: one.at, message: `${service.name} listens here` })),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        // The code says where it listens, whatever is declared.
        'compose.yaml': `
          services:
            api:
              build: .
              healthcheck: { test: [CMD, wget, -qO-, "http://127.0.0.1:8080/health"] } #! the healthcheck of api asks port 8080, and api listens on 3000 as its code says
        `,
        Dockerfile: `
          FROM node:24.1-alpine
          WORKDIR /app
          COPY . .
          EXPOSE 8080
          CMD ["node", "server.js"]
        `,
        'package.json': '{ "dependencies": { "express": "5.1.0" } }',
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(process.env.PORT || 3000)
        `,
      },
      {
        // A platform that sends requests to a port, and asks it.
        'fly.toml': `
          app = "shop"

          [processes]
          web = "node server.js"

          [http_service]
          internal_port = 8080

          [[http_service.checks]]
          path = "/health" #! the platform asks port 8080, and web listens on 3000
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(3000)
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ name: http, containerPort: 3000 }]
                    env: [{ name: PORT, value: "3000" }]
                    livenessProbe: { httpGet: { path: /live, port: 8080 } } #! the liveness probe of api asks port 8080, and api listens on 3000 by PORT
                    readinessProbe: { httpGet: { path: /ready, port: web } } #! asks the port "web", and no port
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    livenessProbe: { tcpSocket: { port: 5433 } } #! asks port 5433, and db listens on 5432
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              build: ./api
              environment: { PORT: 3000 }
              healthcheck: { test: [CMD-SHELL, "curl -f http://localhost:8080/health"] } #! the healthcheck of api asks port 8080, and api listens on 3000 by PORT
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          CMD ["node", "main.js"]
        `,
      },
      {
        // One image for the web server and the workers: its HEALTHCHECK asks the web server.
        'compose.yaml': `
          services:
            web: { build: . }
            worker: { build: ., command: celery -A erp worker -l info }
            beat: { build: ., command: celery -A erp beat }
        `,
        'start.sh': `
          #!/bin/sh
          exec "$@"
        `,
        Dockerfile: `
          FROM python:3.13-slim
          ENV HOME=/srv
          WORKDIR $HOME
          COPY . $HOME
          RUN chmod +x /srv/start.sh
          EXPOSE 8000
          #! the healthcheck of worker asks port 8000, as its Dockerfile has it, and celery worker listens on no port
          #! the healthcheck of beat asks port 8000, as its Dockerfile has it, and celery beat listens on no port
          HEALTHCHECK CMD curl -f http://localhost:8000/health || exit 1
          ENTRYPOINT ["/srv/start.sh"]
          CMD ["gunicorn", "erp.wsgi", "--bind", "0.0.0.0:8000"]
        `,
        'erp/__init__.py': 'from celery import Celery',
      },
      {
        'compose.yaml': `
          services:
            orders: { build: ./orders, environment: { COMPANY_URL: "http://company:8002" } }
        `,
        'orders/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          #! the healthcheck of orders asks port 8002, and orders listens on 8003 by its command
          HEALTHCHECK CMD curl -f http://localhost:8002/health || exit 1
          CMD ["uvicorn", "src.main:app", "--host", "0.0.0.0", "--port", "8003"]
        `,
        'orders/src/main.py': `
          from fastapi import FastAPI
          app = FastAPI()
          COMPANY = "http://company:8002"
        `,
      },
    ],
    good: [
      {
        // A worker that serves its metrics, a port that the code knows, one of two programs.
        'compose.yaml': `
          services:
            worker: { build: ./worker }
            api: { build: ./api }
            either: { build: ./either }
        `,
        'worker/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          HEALTHCHECK CMD curl -f http://localhost:9808/metrics || exit 1
          CMD ["celery", "-A", "tasks", "worker"]
        `,
        'worker/tasks.py': `
          from celery import Celery
          from prometheus_client import start_http_server
          start_http_server(9808)
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          HEALTHCHECK CMD curl -f http://localhost:8081/health || exit 1
          CMD ["uvicorn", "main:app", "--port", "8080"]
        `,
        'api/main.py': `
          HEALTH_PORT = 8081
        `,
        'either/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          HEALTHCHECK CMD curl -f http://localhost:8000/health || exit 1
          CMD sh -c "if [ $ROLE = worker ]; then celery -A tasks worker; else uvicorn main:app --port 8000; fi"
        `,
      },
      {
        // The platform sets the port.
        'fly.toml': `
          app = "shop"

          [processes]
          web = "node server.js"

          [http_service]
          internal_port = 8080

          [[http_service.checks]]
          path = "/health"
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(process.env.PORT || 3000)
        `,
      },
      {
        // A port may be set anywhere: in another variable, in a settings file, by a sidecar.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ name: http, containerPort: 3000 }]
                    livenessProbe: { httpGet: { path: /live, port: http } }
                    readinessProbe: { httpGet: { path: /ready, port: 3000 } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: ghcr.io/acme/web:1.4.0
                    env: [{ name: PORT, value: "3000" }, { name: ADMIN_ADDR, value: ":9000" }]
                    livenessProbe: { httpGet: { path: /live, port: 9000 } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: core }
          spec:
            selector: { matchLabels: { app: core } }
            template:
              metadata: { labels: { app: core } }
              spec:
                containers:
                  - name: core
                    image: ghcr.io/acme/core:1.4.0
                    env: [{ name: SERVER_PORT, value: "8080" }]
                    livenessProbe: { httpGet: { path: /actuator/health/liveness, port: 8081 } }
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
                    env: [{ name: PORT, value: "3000" }]
                    livenessProbe: { httpGet: { path: /live, port: 15021 } }
                  - { name: mesh, image: "ghcr.io/acme/mesh:1.4.0", ports: [{ containerPort: 15021 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: other }
          spec:
            selector: { matchLabels: { app: other } }
            template:
              metadata: { labels: { app: other } }
              spec:
                containers:
                  - name: other
                    image: ghcr.io/acme/other:1.4.0
                    livenessProbe: { tcpSocket: { port: 7000 } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api, environment: { PORT: 3000 }, healthcheck: { test: [CMD-SHELL, "curl -f http://localhost:9090/health"] } }
            web: { image: "ghcr.io/acme/web:1.4.0", healthcheck: { test: "curl -f http://localhost/" } }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          COPY . .
        `,
        'api/main.js': `
          createServer(health).listen(9090)
        `,
      },
    ],
  },
})

interface Mismatch {
  readonly what: string
  readonly fix: string
}

function mismatch(check: HealthCheck, workload: Workload, system: System): Mismatch | undefined {
  for (const port of askedPorts(check)) {
    if (typeof port === 'string') {
      const names = [...(workload.pod?.portNames.keys() ?? [])]
      if (names.includes(port)) continue
      const [first] = names
      return {
        what: `asks the port "${port}", and no port of the container has that name`,
        fix: first
          ? `Write \`port: ${first}\`, or give the port that is meant the name ${port} under \`ports\`.`
          : `Declare it: \`ports: [{ name: ${port}, containerPort: ${workload.listens[0] ?? 8080} }]\`.`,
      }
    }
    // Spring and others serve their health on a port of its own that their settings file tells.
    if (check.http?.path.known && /actuator|management|metrics/i.test(check.http.path.value)) continue
    const other = otherPort(port, workload, system)
    if (other?.port === null) return { what: noneListens(port, check, workload), fix: workerFix(workload) }
    if (other)
      return {
        what: `asks port ${port}, and ${workload.name} listens on ${other.port}${other.by}`,
        fix: `Ask port ${other.port}, or let the program listen on ${port}.`,
      }
  }
  return undefined
}

function noneListens(port: number, check: HealthCheck, { commandPort }: Workload): string {
  const from = check.source === 'dockerfile' ? ', as its Dockerfile has it,' : ''
  return `asks port ${port}${from} and ${commandPort?.program} listens on no port`
}
