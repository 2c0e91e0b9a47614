import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/restart-policy-missing',
  title: 'A long-running workload stays down after a crash',
  category: 'infrastructure-stability',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker does not restart a container by default: after a crash, an out-of-memory kill or a reboot of the host it stays down until somebody notices.',
  fix: 'Add `restart: unless-stopped` to the service, or `deploy.restart_policy: { condition: on-failure }` in a swarm.',
  refs: [
    'https://docs.docker.com/engine/containers/start-containers-automatically/',
    'https://docs.docker.com/reference/compose-file/services/#restart',
    'https://pm2.keymetrics.io/docs/usage/restart-strategies/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue
      const { policy, at, written } = workload.restart
      if (policy === 'unknown') unverified(workload, at, 'its restart policy is set outside the repository')
      else if (policy !== 'none') pass(workload)
      else {
        const what = written
          ? 'says not to restart it'
          : 'has no restart policy, and Docker restarts nothing by default'
        fail(workload, at, `${workload.name} ${what}`, {
          severity: workload.stateful ? 'high' : 'medium',
          ...(workload.platform === 'pm2'
            ? { fix: 'Remove `autorestart: false`: PM2 then starts it again when it ends.' }
            : {}),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api has no restart policy
              image: ghcr.io/acme/api:1.4.0
            db:
              image: postgres:17.2
              restart: "no" #! db says not to restart it
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                autorestart: false, //! api says not to restart it
                env: { PORT: 3000 },
              },
            ],
          }
        `,
      },
    ],
    good: [
      {
        // PM2 restarts what ends; what runs once, or on a schedule, is a job.
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/main.js', env: { PORT: 3000 } },
              { name: 'cleanup', script: 'dist/cleanup.js', autorestart: false, cron_restart: '0 3 * * *' },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", restart: unless-stopped }
            worker: { image: "ghcr.io/acme/worker:1.4.0", restart: "on-failure:5" }
            db: { image: "postgres:17.2", deploy: { restart_policy: { condition: any } } }
            migrate: { image: "ghcr.io/acme/api:1.4.0", command: ["alembic", "upgrade", "head"] }
        `,
      },
      {
        // A swarm restarts tasks unless it is told not to.
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
        `,
      },
    ],
  },
})
