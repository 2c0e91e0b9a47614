import { defineRule } from '../../src/rule.js'

/** What PM2 waits for the signal where the file gives no time, in seconds. */
const DEFAULT_WAIT = 3

export default defineRule({
  id: 'process/ready-signal-missing',
  title: 'PM2 waits for a signal that the application never sends',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'With `wait_ready` PM2 takes an instance for started when it sends `ready`. Without that message every start and every step of a reload waits until the time is over, and then goes on although nobody knows whether the instance works.',
  fix: "Send it when the server listens and its connections stand, `server.listen(port, () => process.send?.('ready'))`, or drop `wait_ready`: in cluster mode PM2 then waits for the listening socket.",
  refs: ['https://pm2.keymetrics.io/docs/usage/signals-clean-restart/#graceful-start'],
  reads: ['pm2', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload
      if (!pm2?.waitReady?.known || !pm2.waitReady.value || !pm2.sendsReady) continue
      const seconds = pm2.listenTimeout?.known ? pm2.listenTimeout.value : DEFAULT_WAIT
      if (!pm2.sendsReady.known) unverified(workload, pm2.waitReady, pm2.sendsReady.because)
      else if (pm2.sendsReady.value) pass(workload)
      else
        fail(
          workload,
          pm2.waitReady,
          `${workload.name} is started with wait_ready, and no code of the repository calls process.send('ready'): each start waits ${seconds} s for it`,
        )
    }
  },
  examples: {
    bad: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/server/index.js',
                instances: 4,
                wait_ready: true, //! each start waits 10 s for it
                listen_timeout: 10000,
              },
            ],
          }
        `,
        'src/server/index.ts': `
          import { app } from './app.js'
          app.listen(process.env.PORT)
        `,
      },
    ],
    good: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/index.js', wait_ready: true },
              { name: 'web', script: 'web.js' },
            ],
          }
        `,
        'src/index.ts': `
          import { app } from './app.js'
          app.listen(process.env.PORT, () => process.send?.('ready'))
        `,
      },
    ],
  },
})
