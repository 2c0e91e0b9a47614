import type { StartCommand } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** The time between the stop signal and the kill where the file gives none, in seconds: Docker's and PM2's. */
const DOCKER_DEFAULT = 10
const PM2_DEFAULT = 1.6

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
  fix: 'Set `stop_grace_period` (Compose), `terminationGracePeriodSeconds` (Kubernetes) or `kill_timeout` (PM2, in milliseconds) a few seconds above the shutdown timeout of the server.',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#stop_grace_period',
    'https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout',
    'https://pm2.keymetrics.io/docs/usage/signals-clean-restart/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const own = workload.start && ownShutdown(workload.start)
      if (own === undefined) continue
      const period = workload.stopGracePeriod
      if (period && !period.known) {
        unverified(workload, period, period.because)
        continue
      }
      const underPm2 = workload.platform === 'pm2'
      const seconds = period?.value ?? (underPm2 ? PM2_DEFAULT : DOCKER_DEFAULT)
      if (seconds >= own) pass(workload)
      else {
        const source = period ? '' : `, ${underPm2 ? 'PM2' : 'Docker'}'s default,`
        fail(
          workload,
          period ?? workload.start ?? workload,
          `${workload.name} takes up to ${own} s to shut down and is killed after ${seconds} s${source}`.replace(
            /,$/,
            '',
          ),
        )
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
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: gunicorn app:app --graceful-timeout 30, stop_grace_period: 40s }
            web: { image: "ghcr.io/acme/web:1.4.0", command: gunicorn app:app --graceful-timeout 8 }
        `,
      },
    ],
  },
})

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
