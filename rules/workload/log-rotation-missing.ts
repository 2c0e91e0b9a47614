import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/log-rotation-missing',
  title: 'Container logs grow until the disk is full',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: "Docker's default log driver, json-file, keeps everything a container prints in one file without a size limit, unless the daemon is configured otherwise.",
  fix: 'Add `logging: { driver: json-file, options: { max-size: "10m", max-file: "3" } }` (once, as an `x-logging` anchor), or use `driver: local`, which rotates by itself.',
  refs: [
    'https://docs.docker.com/engine/logging/drivers/json-file/',
    'https://docs.docker.com/engine/logging/drivers/local/',
    'https://pm2.keymetrics.io/docs/usage/log-management/',
  ],
  reads: ['compose', 'pm2'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform === 'kubernetes') continue
      if (workload.platform === 'pm2') {
        // Rotation is a module of PM2 that is installed on the host.
        if (workload.pm2?.logs !== 'unknown') pass(workload)
        else unverified(workload, workload, 'whether pm2-logrotate runs on the host is not told by the repository')
        continue
      }
      const { logging } = workload
      const driver = logging?.driver
      if (driver && !driver.known) unverified(workload, driver, driver.because)
      else if (driver && driver.value !== 'json-file') pass(workload)
      else if (logging?.options.has('max-size')) pass(workload)
      else fail(workload, logging ?? workload, `${workload.name} logs to json-file without max-size`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api logs to json-file without max-size
              image: ghcr.io/acme/api:1.4.0
            web:
              image: ghcr.io/acme/web:1.4.0
              logging: #! web logs to json-file without max-size
                driver: json-file
                options: { max-file: "3" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          x-logging: &rotated
            driver: json-file
            options: { max-size: 10m, max-file: "3" }
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", logging: *rotated }
            web: { image: "ghcr.io/acme/web:1.4.0", logging: { driver: local } }
            worker: { image: "ghcr.io/acme/worker:1.4.0", logging: { driver: loki, options: { loki-url: "http://loki:3100/loki/api/v1/push" } } }
        `,
      },
      {
        'deploy.sh': `
          #!/bin/sh
          pm2 install pm2-logrotate
          pm2 set pm2-logrotate:max_size 10M
          pm2 start ecosystem.config.js --env production
        `,
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'dist/main.js' }] }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [{ name: 'api', script: 'dist/main.js', out_file: '/dev/null', error_file: '/dev/null' }],
          }
        `,
      },
    ],
  },
})
