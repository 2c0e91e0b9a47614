import { workerProcesses } from '../../src/model/process/processes.js'
import { SERVERS } from '../../src/model/process/servers.js'
import type { System, WorkerProcesses, Workload } from '../../src/model/system.js'
import { hasTwin } from '../../src/model/twins.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'process/single-worker',
  title: 'A server answers all requests in one process',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A Python or Node.js process computes on one core: while it works on one request that takes long, all others wait, whatever the machine has left.',
  fix: 'Run several processes behind one socket, or several replicas behind the proxy: about one for each core, and at least two.',
  refs: [
    'https://docs.gunicorn.org/en/stable/design.html#how-many-workers',
    'https://uvicorn.dev/deployment/#running-programmatically',
    'https://fastapi.tiangolo.com/deployment/server-workers/',
    'https://nodejs.org/api/cluster.html',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const processes = workerProcesses(workload, system)
      if (!processes || processes.server === 'celery' || !serves(workload, processes)) continue
      const replicas = workload.autoscaledFrom ?? workload.replicas
      if (processes.perProcessor || workload.pm2?.perProcessor || hasTwin(workload, system)) pass(workload)
      else if (replicas && !replicas.known) unverified(workload, replicas, replicas.because)
      else if ((replicas?.value ?? 1) >= 2) pass(workload)
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because)
      else if (processes.count.value >= 2) pass(workload)
      else if (DEVELOPMENT.has(processes.server)) implied(workload, 'workload/development-command')
      // One process of Node.js for each replica is as it should be: what is missing is the second replica, and that is said once.
      else if (processes.runtime === 'node' && !workload.stateful) implied(workload, 'workload/single-replica')
      else
        fail(
          workload,
          processes,
          `${workload.name} answers in one ${processes.server} process, and it has one replica`,
          {
            fix: fixFor(workload, processes, system),
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["8000:8000"] }
            core: { build: ./core, command: sh -c "python manage.py migrate && exec gunicorn core.wsgi -b 0.0.0.0:8000" } #! core answers in one gunicorn process
            web: { build: ./web, ports: ["3000:3000"] }
            own: { build: ./own, ports: ["8001:8000"] }
        `,
        'own/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "main.py"]
        `,
        'own/main.py': `
          import uvicorn
          if __name__ == "__main__":
              #! own answers in one uvicorn process, and it has one replica
              uvicorn.run("app:app", host="0.0.0.0", port=8000)
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          #! api answers in one uvicorn process, and it has one replica
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          CMD ["gunicorn", "core.wsgi"]
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim
          COPY . .
          CMD ["npm", "start"]
        `,
        'web/package.json': `
          { "scripts": { "start": "node server.js" } }
        `,
        'web/server.js': `
          require('http').createServer(app).listen(3000)
        `,
      },
      {
        'k8s/api.yaml': `
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
                    command: [uvicorn, app:app] #! api answers in one uvicorn process, and it has one replica
        `,
      },
    ],
    good: [
      {
        // A file for PM2 beside it says "cluster", and forks nothing in the container.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"], deploy: { replicas: 2 } }
        `,
        Dockerfile: `
          FROM node:24-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': 'require("http").createServer((request, response) => response.end("ok")).listen(3000)',
        'pm2/local.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'server.js', exec_mode: 'cluster', instances: 1 }] }
        `,
      },
      {
        // In Kubernetes one process in each pod is right: the replicas are the workers.
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 3
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", command: [uvicorn, app:app] }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: core }
          spec:
            selector: { matchLabels: { app: core } }
            template:
              metadata: { labels: { app: core } }
              spec: { containers: [{ name: core, image: "ghcr.io/acme/core:1.4.0", command: [gunicorn, core.wsgi] }] }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: core }
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: core }
            minReplicas: 2
            maxReplicas: 6
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api, command: uvicorn app.main:app --workers 4 }
            many: { build: ./api, command: uvicorn app.main:app, environment: { WEB_CONCURRENCY: "4" } }
            three: { build: ./api, command: uvicorn app.main:app, deploy: { replicas: 3 } }
            cores: { build: ./api, command: sh -c "exec gunicorn app:app -w $$(nproc)" }
            file: { build: ./api }
            jobs: { build: ./api, command: celery -A app worker }
            web: { build: ./web, ports: ["3000:3000"] }
            inner: { build: ./web }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "app:app", "-c", "gunicorn.conf.py"]
        `,
        'api/gunicorn.conf.py': `
          import multiprocessing

          workers = multiprocessing.cpu_count() * 2 + 1
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim
          CMD ["pm2-runtime", "ecosystem.config.js"]
        `,
        'web/ecosystem.config.js': `
          module.exports = { apps: [{ name: 'web', script: 'server.js', instances: 4 }] }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'main.js', instances: 'max', env: { PORT: 3000 } },
              { name: 'web', script: 'web.js', instances: 2, env: { PORT: 3001 } },
            ],
          }
        `,
        'main.js': 'server.listen(3000)',
      },
      {
        // The code itself starts several.
        'compose.yaml': `
          services:
            own: { build: ./own, ports: ["8001:8000"] }
            forks: { build: ./forks, ports: ["3000:3000"], environment: { WORKERS: "4" } }
        `,
        'own/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "main.py"]
        `,
        'own/main.py': `
          import uvicorn
          if __name__ == "__main__":
              uvicorn.run("app:app", host="0.0.0.0", port=8000, workers=4)
        `,
        'forks/Dockerfile': `
          FROM node:24.1-slim
          COPY . .
          CMD ["node", "main.js"]
        `,
        'forks/main.js': `
          import cluster from 'node:cluster'
          const count = Number(process.env.WORKERS ?? 1)
          if (cluster.isPrimary) for (let i = 0; i < count; i++) cluster.fork()
          else start()
        `,
      },
    ],
  },
})

const DEVELOPMENT = new Set(['flask', 'runserver'])

/** Whether somebody waits for its answers. Of Node.js, only what users wait for: what is behind it scales with it. */
function serves({ role, longRunning }: Workload, { runtime }: WorkerProcesses): boolean {
  return longRunning && (role === 'user-facing' || (role === 'service' && runtime === 'python'))
}

function fixFor(workload: Workload, { server, runtime }: WorkerProcesses, { processesInCode }: System): string {
  if (workload.platform === 'kubernetes')
    return 'Set `replicas: 2` or more: in Kubernetes one process in each pod is right, and the replicas are the workers.'
  if (runtime === 'node')
    return "Start one process for each core, with `cluster` of Node.js or `exec_mode: 'cluster'` of PM2; they share the files of the container."
  if (server === 'daphne') return 'Run two replicas or more behind the proxy: daphne has no worker processes.'
  const [variable] = SERVERS.get(server)?.variables ?? []
  const start = processesInCode.has(workload.id)
    ? 'Start it with `uvicorn.run("main:app", workers=4)`, the application as a text'
    : `Start it with \`${server === 'uwsgi' ? '--processes' : '--workers'} 4\``
  const same = variable === undefined ? '' : `; ${variable} sets the same`
  return `${start} (about one for each core of its limit${same}), or run several replicas.`
}
