import type { Listening } from '../../src/model/code/listen.js'
import type { Pm2Settings, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'

export default defineRule({
  id: 'process/fork-mode-shares-port',
  title: 'Several processes that PM2 forks bind the same port',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'In fork mode every instance is a process of its own that opens its own socket. The first one gets the port, the others end with EADDRINUSE, and PM2 restarts them until it gives up: one instance does all the work.',
  fix: "Share the socket with `exec_mode: 'cluster'` (Node.js), or give each instance a port of its own with `increment_var: 'PORT'` and name them all in the proxy.",
  refs: [
    'https://pm2.keymetrics.io/docs/usage/cluster-mode/',
    'https://pm2.keymetrics.io/docs/usage/environment/#specific-environment-variables',
  ],
  reads: ['pm2', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload
      if (!pm2 || !workload.longRunning) continue
      const { mode, instances } = pm2
      if (!mode.known) {
        if (isSeveral(instances) && workload.published.length > 0) unverified(workload, mode, mode.because)
      } else if (mode.value === 'cluster' || !isSeveral(instances)) pass(workload)
      else judgeForks(workload, pm2, listeningOf(workload, system), { pass, fail, unverified })
    }
  },
  examples: {
    bad: [
      {
        // The port stands in the code.
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'server.js', exec_mode: 'fork', instances: 2 }] }
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000) //! 2 forked processes of api bind port 3000
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                exec_mode: 'fork',
                instances: 4,
                env: {
                  PORT: 3000, //! 4 forked processes of api bind port 3000
                },
              },
            ],
          }
        `,
        'src/main.ts': `
          server.listen(Number(process.env.PORT))
        `,
      },
      {
        // Written out one by one, with the same port each time.
        'ecosystem.config.js': `
          module.exports = {
            apps: Array.from({ length: 8 }, (_, i) => ({
              name: \`api-\${i}\`,
              script: 'dist/main.js',
              env: { PORT: 3000 }, //! 8 forked processes of api-* bind port 3000
            })),
          }
        `,
      },
      {
        'process.yml': `
          apps:
            - name: core
              script: gunicorn
              interpreter: none
              args: core.wsgi --port 8000 #! 2 forked processes of core bind port 8000
              exec_mode: fork
              instances: 2
        `,
      },
    ],
    good: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              // PM2 takes cluster mode where Node.js has a number of instances.
              { name: 'api', script: 'dist/main.js', instances: 4, env: { PORT: 3000 } },
              { name: 'web', script: 'web.js', exec_mode: 'cluster', instances: 'max', env: { PORT: 3001 } },
              { name: 'shop', script: 'shop.js', exec_mode: 'fork', instances: 3, increment_var: 'PORT', env: { PORT: 3100 } },
              { name: 'single', script: 'single.js', exec_mode: 'fork', instances: 1, env: { PORT: 3002 } },
              { name: 'mailer', script: 'mailer.js', exec_mode: 'fork', instances: 3 },
              ...[0, 1, 2].map(i => ({ name: \`socket-\${i}\`, script: 'socket.js', env: { PORT: 4000 + i } })),
            ],
          }
        `,
      },
      {
        // The code counts the port up by itself.
        'ecosystem.config.js': `
          module.exports = {
            apps: [{ name: 'api', script: 'main.js', exec_mode: 'fork', instances: 3, env: { PORT: 3000 } }],
          }
        `,
        'main.js': `
          server.listen(Number(process.env.PORT) + Number(process.env.NODE_APP_INSTANCE))
        `,
      },
    ],
  },
})

/** One for each processor is taken for several. */
function isSeveral(instances: Fact<number>): boolean {
  return !instances.known || instances.value > 1
}

type Answers = Pick<Parameters<Parameters<typeof defineRule>[0]['check']>[0], 'pass' | 'fail' | 'unverified'>

/** The port that the code which a workload loads listens on whatever its environment says; copies beside it do not count. */
function listeningOf({ id, published }: Workload, { services }: System): Listening | undefined {
  if (published.length > 0) return undefined
  const own = services.filter(one => one.isCertain && one.workloads.some(workload => workload.id === id))
  const [first, ...others] = own.flatMap(({ listening, files }) =>
    listening.filter(({ at }) => files?.includes(at.path)),
  )
  return others.length === 0 && first?.port.kind === 'known' && first.port.variables.length === 0 ? first : undefined
}

function judgeForks(
  workload: Workload,
  pm2: Pm2Settings,
  listening: Listening | undefined,
  { pass, fail, unverified }: Answers,
): void {
  const [port, ...others] = workload.published
  if (
    listening?.port.kind === 'known' &&
    Number(listening.port.value) > 0 &&
    pm2.instances.known &&
    pm2.counts === undefined
  ) {
    const { value } = listening.port
    fail(workload, listening, `${pm2.instances.value} forked processes of ${workload.name} bind port ${value}`)
    return
  }
  const ranges = port?.hostEnd !== undefined || others.length > 0
  if (!port || ranges || pm2.counts !== undefined) pass(workload)
  else if (pm2.readsInstance?.known && pm2.readsInstance.value) pass(workload)
  else if (pm2.readsInstance?.known === false) unverified(workload, port, pm2.readsInstance.because)
  else if (!pm2.instances.known && !pm2.perProcessor) unverified(workload, pm2.instances, pm2.instances.because)
  else if (port.container.known) {
    const count = pm2.instances.known ? String(pm2.instances.value) : 'one for each processor:'
    fail(workload, port, `${count} forked processes of ${workload.name} bind port ${port.container.value}`)
  } else unverified(workload, port, port.container.because)
}
