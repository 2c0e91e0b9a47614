import { workerProcesses } from '../../src/model/process/processes.js'
import type { WorkerProcesses, Workload } from '../../src/model/system.js'
import { defineRule, type FailOptions } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'

export default defineRule({
  id: 'process/workers-exceed-cpu',
  title: 'More worker processes than the limits of the container can run',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Each worker takes memory and connections of its own, and all of them share the CPU time of the container: beyond about twice the cores plus one they only slow each other down. The number of processors that a program sees is that of the host, not that of the limit.',
  fix: 'Set the number of workers to what the limit can run, at most 2 × CPUs + 1, or raise the limit; scale further by replicas.',
  refs: [
    'https://docs.gunicorn.org/en/stable/design.html#how-many-workers',
    'https://docs.docker.com/engine/containers/resource_constraints/#cpu',
    'https://docs.python.org/3/library/os.html#os.cpu_count',
  ],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const { resources } = workload
      const processes = workerProcesses(workload, system)
      if (!processes || workload.platform === 'pm2' || isAlone(processes)) continue
      const memory = resources.memoryLimit
      if (memory?.known && isTooMuch(processes, workload, memory.value))
        fail(workload, processes.count, ...tooMuch(workload, processes, memory))
      const limit = resources.cpuLimit
      if (!limit) {
        // Without a limit the host is the bound; without any bound another rule says so.
        if (resources.cpuReservation || resources.limitedByDefault) pass(workload)
        else implied(workload, 'workload/cpu-bound-missing')
      } else if (!limit.known) unverified(workload, limit, limit.because)
      else if (processes.perProcessor)
        fail(
          workload,
          processes.count,
          `${workload.name} starts ${processes.server} processes by the number of processors of the host, and is limited to ${cpus(limit.value)}`,
        )
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because)
      else if (processes.count.value <= 2 * limit.value + 1) pass(workload)
      else
        fail(
          workload,
          processes.count,
          `${workload.name} starts ${processes.count.value} ${processes.server} processes, and is limited to ${cpus(limit.value)}`,
          { related: [{ at: limit.at, message: 'the limit stands here' }] },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: .
              command: gunicorn app:app --workers 9 #! api starts 9 gunicorn processes, and is limited to 0.5 CPU
              cpus: 0.5
            narrow:
              build: .
              command: gunicorn app:app --workers 9 #! narrow starts 9 gunicorn processes, which take more than 135 MiB before the first request, and may use 128 MiB
              cpus: 4
              mem_limit: 128m
            cores:
              build: .
              command: sh -c "exec gunicorn app:app -w $$(( 2 * $$(nproc) + 1 ))" #! by the number of processors of the host
              deploy: { resources: { limits: { cpus: "1" } } }
            web:
              build: ./web
              cpus: 1
            forks: { build: ./forks, cpus: 1 }
            jobs:
              build: .
              command: celery -A app worker #! jobs starts celery processes by the number of processors of the host
              cpus: 1
        `,
        Dockerfile: `
          FROM python:3.13-slim
          CMD ["gunicorn", "app:app"]
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          CMD ["pm2-runtime", "ecosystem.config.js"]
        `,
        'forks/Dockerfile': `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "main.js"]
        `,
        'forks/main.js': `
          import cluster from 'node:cluster'
          if (cluster.isPrimary) {
            //! forks starts 8 node processes, and is limited to 1 CPU
            for (let i = 0; i < 8; i++) cluster.fork()
          }
        `,
        'web/ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'web',
                script: 'server.js',
                instances: 'max', //! web starts pm2 processes by the number of processors of the host
              },
            ],
          }
        `,
      },
    ],
    good: [
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
                    command: [gunicorn, app:app, --workers, "3"]
                    resources: { limits: { cpu: "1" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ., command: gunicorn app:app --workers 5, cpus: 2 }
            small: { build: ., command: uvicorn app:app, cpus: 0.25 }
            jobs: { build: ., command: celery -A app worker -c 2, cpus: 1 }
            # What is loaded before the workers are made they share.
            shared: { build: ., command: gunicorn app:app --preload --workers 9, cpus: 4, mem_limit: 128m }
            fits: { build: ., command: gunicorn app:app --workers 9, cpus: 4, mem_limit: 256m }
            light: { build: ., command: celery -A app worker -P gevent -c 100, cpus: 1 }
            reserved: { build: ., command: gunicorn app:app -w 16, deploy: { resources: { reservations: { cpus: "4" } } } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          CMD ["gunicorn", "app:app"]
        `,
      },
    ],
  },
})

/**
 * The memory that no other process shares of one worker that has loaded a web framework and answered nothing yet: Express with
 * pg 17 MB, NestJS 36 MB, Flask 19 MB, Django 27 MB, FastAPI 29 MB (`Anonymous` of /proc/<pid>/smaps_rollup, Node.js 20.20 and
 * Python 3.11 on Linux).
 */
const LEAST_MEMORY = 15 * 2 ** 20
/** Servers whose workers load the program each for itself. Celery and what is preloaded shares it with the first process. */
const LOADS_APART = new Set(['gunicorn', 'uvicorn', 'hypercorn', 'node', 'pm2'])

/** Whether the workers cannot even be loaded within the limit. */
function isTooMuch({ server, count, perProcessor }: WorkerProcesses, workload: Workload, limit: number): boolean {
  if (perProcessor || !count.known || !LOADS_APART.has(server)) return false
  if (server === 'gunicorn' && mayPreload(workload)) return false
  return count.value > 1 && count.value * LEAST_MEMORY > limit
}

/** An option, or a file of settings, which may say it too. */
function mayPreload({ start, environment, image }: Workload): boolean {
  const words = start?.text ?? ''
  return (
    /--preload|(?:^|\s)(?:-c|--config)/.test(words) ||
    environment.has('GUNICORN_CMD_ARGS') ||
    image?.context?.exists('gunicorn.conf.py') === true
  )
}

function tooMuch(workload: Workload, { server, count }: WorkerProcesses, limit: Fact<number>): [string, FailOptions] {
  const number = count.known ? count.value : 0
  const most = limit.known ? Math.floor(limit.value / (4 * LEAST_MEMORY)) : 1
  return [
    `${workload.name} starts ${number} ${server} processes, which take more than ${bytes(number * LEAST_MEMORY)} before the first request, and may use ${limit.known ? bytes(limit.value) : ''}`,
    {
      key: 'memory',
      why: 'Each worker loads the program for itself. When all of them together pass the limit, the kernel kills one, the server starts it again, and so on: requests end in the middle for no reason that a log tells.',
      fix: `Start ${Math.max(1, most)} ${most > 1 ? 'workers' : 'worker'} or fewer, or raise the limit: a worker with requests to answer takes 60 to 300 MB.`,
      related: [{ at: limit.at, message: 'the limit stands here' }],
    },
  ]
}

function bytes(count: number): string {
  return `${Math.floor(count / 2 ** 20)} MiB`
}

function cpus(count: number): string {
  return count <= 1 ? `${count} CPU` : `${count} CPUs`
}

/** A program of Node.js that starts no others. */
function isAlone({ runtime, server, count, perProcessor }: WorkerProcesses): boolean {
  return runtime === 'node' && server !== 'pm2' && !perProcessor && (!count.known || count.value === 1)
}
