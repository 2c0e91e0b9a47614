import type { ExitPatience } from '../../src/model/code/resilience.js'
import { wordsFor } from '../../src/model/platform-words.js'
import type { StartCommand, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Flags by which servers are told how long a shutdown may take, in seconds. */
const GRACE_FLAGS = ['--graceful-timeout', '--timeout-graceful-shutdown', '--graceful-shutdown-timeout']

export default defineRule({
  id: 'workload/grace-period-too-short',
  title: 'A workload is killed before its own shutdown is over',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The server is told to finish open requests for longer than the platform waits before it sends SIGKILL, so a deploy cuts off requests that the configuration promises to finish.',
  fix: 'Set `stop_grace_period` (Compose), `terminationGracePeriodSeconds` (Kubernetes) or `kill_timeout` (PM2, in milliseconds) a few seconds above the shutdown timeout of the server, or shorten that.',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#stop_grace_period',
    'https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout',
    'https://pm2.keymetrics.io/docs/usage/signals-clean-restart/',
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const patience = patienceOf(system, workload)
      const own = patience?.seconds ?? (workload.start && ownShutdown(workload.start))
      const { preStop, stopGracePeriod: period } = workload
      if (own === undefined && preStop === undefined) continue
      if (period && !period.known) {
        unverified(workload, period, period.because)
        continue
      }
      const { seconds: usual, whose } = usualPeriod(workload)
      const seconds = period?.value ?? usual
      // The period begins before the hook runs, which is what the hook takes away from the shutdown.
      const held = preStop?.known ? preStop.value : 0
      if (held > 0 ? seconds > held && seconds >= held + (own ?? 0) : seconds >= (own ?? 0)) pass(workload)
      else {
        const source = period ? '' : `, ${whose} default`
        const shutdown = own === undefined ? '' : `${held > 0 ? ' and then ' : ''}takes up to ${own} s to shut down`
        const hook = held > 0 ? `holds the stop signal back for ${held} s` : ''
        const at = period ?? (preStop?.known ? preStop : undefined) ?? workload.start ?? workload
        fail(workload, at, `${workload.name} ${hook}${shutdown} and is killed after ${seconds} s${source}`, {
          ...(patience && { related: [{ at: patience.at, message: 'the time that its own code waits' }] }),
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Set \`terminationGracePeriodSeconds: ${Math.ceil(held + (own ?? 10) + 5)}\` in the \`spec\` of the pod: the time of \`preStop\`, of the shutdown, and a few seconds more.`,
            },
          }),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              command: gunicorn app:app -w 4 --graceful-timeout 30 #! takes up to 30 s to shut down and is killed after 10 s
            reports:
              image: ghcr.io/acme/reports:1.4.0
              command: ["uvicorn", "app:app", "--timeout-graceful-shutdown=60"]
              stop_grace_period: 20s #! up to 60 s to shut down and is killed after 20 s
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'core',
                script: 'gunicorn', //! core takes up to 30 s to shut down and is killed after 1.6 s, PM2's default
                args: 'core.wsgi -w 4 --graceful-timeout 30',
                interpreter: 'none',
              },
            ],
          }
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
                    command: [gunicorn, "app:app", --graceful-timeout, "40"] #! api takes up to 40 s to shut down and is killed after 30 s, Kubernetes' default
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                terminationGracePeriodSeconds: 30 #! web holds the stop signal back for 30 s and is killed after 30 s
                containers:
                  - name: web
                    image: ghcr.io/acme/web:1.4.0
                    lifecycle: { preStop: { exec: { command: [sleep, "30"] } } }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'server.js',
                kill_timeout: 5000, //! api takes up to 30 s to shut down and is killed after 5 s
              },
            ],
          }
        `,
        'server.js': `
          const { stop } = require('./stop')
          const server = require('http').createServer((req, res) => res.end()).listen(3000)
          process.on('SIGTERM', () => stop(server))
        `,
        'stop.js': `
          const LONGEST = 30 * 1000
          exports.stop = server => {
            setTimeout(() => process.exit(1), LONGEST).unref()
            server.close(() => process.exit(0))
          }
        `,
      },
    ],
    good: [
      {
        // The time that the code gives itself, and a timer that ends nothing.
        'compose.yaml': `
          services: { api: { build: ., stop_grace_period: 40s } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const server = require('http').createServer((req, res) => res.end()).listen(3000)
          process.on('SIGTERM', () => {
            setTimeout(() => process.exit(1), 30_000).unref()
            setTimeout(() => console.log('still closing'), 60_000).unref()
            server.close()
          })
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: gunicorn app:app --graceful-timeout 30, stop_grace_period: 40s }
            web: { image: "ghcr.io/acme/web:1.4.0", command: gunicorn app:app --graceful-timeout 8 }
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
                    lifecycle: { preStop: { sleep: { seconds: 5 } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: core }
          spec:
            selector: { matchLabels: { app: core } }
            template:
              metadata: { labels: { app: core } }
              spec:
                terminationGracePeriodSeconds: 60
                containers:
                  - name: core
                    image: ghcr.io/acme/core:1.4.0
                    command: [gunicorn, "app:app", --graceful-timeout, "40"]
                    lifecycle: { preStop: { exec: { command: [sh, -c, "sleep 10"] } } }
        `,
      },
    ],
  },
})

/** What the code of a workload gives its own shutdown: the longest, where several programs start in it. */
function patienceOf({ services }: System, { id }: Workload): ExitPatience | undefined {
  return services
    .filter(({ workloads }) => workloads.some(one => one.id === id))
    .flatMap(({ patience }) => patience ?? [])
    .sort((one, other) => other.seconds - one.seconds)[0]
}

/** The time between the stop signal and the kill where the file gives none, in seconds. */
function usualPeriod({ platform }: Workload): { readonly seconds: number; readonly whose: string } {
  if (platform === 'kubernetes') return { seconds: 30, whose: "Kubernetes'" }
  return platform === 'pm2' ? { seconds: 1.6, whose: "PM2's" } : { seconds: 10, whose: "Docker's" }
}

function ownShutdown(start: StartCommand): number | undefined {
  const words = start.script ? start.script.commands.flatMap(command => [...command.words]) : start.argv
  for (const [index, word] of words.entries()) {
    const flag = GRACE_FLAGS.find(name => word === name || word?.startsWith(`${name}=`))
    if (flag === undefined || word === null) continue
    const seconds = Number(word === flag ? words[index + 1] : word.slice(flag.length + 1))
    if (Number.isFinite(seconds)) return seconds
  }
  return undefined
}
