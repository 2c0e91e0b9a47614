import { isTimeZone, scheduleProblem } from '../../src/knowledge/cron.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { workloadsById } from '../../src/model/kubernetes/replicated.js'
import { child, textOf } from '../../src/parse/node.js'
import { defineRule } from '../../src/rule.js'

/** https://github.com/mcuadros/ofelia/blob/master/docs/jobs.md (v0.3) */
const OFELIA = /^ofelia\.job-(?:exec|run|local|service-run)\.([^.]+)\.schedule$/

export default defineRule({
  id: 'workload/schedule-never-runs',
  title: 'A job is scheduled for a time that does not come',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A schedule that is refused, or names a day that no month has, starts nothing: backups, invoices and clean-up do not run, and nothing fails that anybody would see.',
  fix: 'Write minute, hour, day of the month, month and day of the week: `30 2 * * 1-5` is half past two on weekdays. Sunday is 0 to Kubernetes.',
  refs: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
    'https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format',
    'https://github.com/mcuadros/ofelia#jobs',
  ],
  reads: ['kubernetes', 'compose'],
  check({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system)
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const { object, workloads: ids } of cluster.controllers) {
        const workload = ids.flatMap(id => workloads.get(id) ?? []).find(one => one.pod?.part === 'main')
        if (object.kind !== 'CronJob' || !workload) continue
        const spec = child(object.node, 'spec')
        const schedule = child(spec, 'schedule')
        const zone = child(spec, 'timeZone')
        const text = textOf(schedule)
        const problem = text === undefined ? undefined : scheduleProblem(text, 'kubernetes')
        const name = textOf(zone)
        pass(workload)
        if (schedule && problem !== undefined)
          fail(workload, schedule, `CronJob ${object.name} never runs with the schedule "${text}": ${problem}`)
        if (zone && name !== undefined && !/[${}]/.test(name) && (name === 'Local' || isTimeZone(name) === false))
          fail(workload, zone, `CronJob ${object.name} never runs with the time zone ${name}, which there is not`, {
            key: 'timeZone',
            fix: 'Write a name of the time zone database: `Europe/Berlin`, `Etc/UTC`.',
          })
      }
    }
    for (const workload of system.workloads) {
      for (const [label, { value, at }] of workload.labels) {
        const [, job] = OFELIA.exec(label) ?? []
        if (job === undefined) continue
        pass(workload)
        const problem = value.known ? scheduleProblem(value.value, 'seconds') : undefined
        if (!value.known) unverified(workload, at, `the schedule of ${job} is set outside the repository`)
        else if (problem !== undefined)
          fail(
            workload,
            at,
            `Ofelia never starts ${job} of ${workload.name} with the schedule "${value.value}": ${problem}`,
            {
              key: job,
            },
          )
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/jobs.yaml': [
          '*/5 * * *',
          '0 0 * * 7',
          '0 24 * * *',
          '0 0 30 2 *',
          '@every five minutes',
          '0 0 5-1 * *',
          '0 9 * * MO',
        ]
          .map(
            (schedule, index) => `
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: job${index} }
          spec:
            schedule: "${schedule}" #! CronJob job${index} never runs with the schedule
            jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "acme/job:1.4" }] } } } }
          ---`,
          )
          .join(''),
      },
      {
        'k8s/jobs.yaml': `
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: report }
          spec:
            schedule: "CRON_TZ=Asia/Dhaka 0 6 * * *" #! a time zone has no place in it, and goes to \`timeZone\`
            timeZone: Asia/Daka #! CronJob report never runs with the time zone Asia/Daka, which there is not
            jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "acme/job:1.4" }] } } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            scheduler: { image: "mcuadros/ofelia:0.3.18", command: daemon --docker, volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                ofelia.enabled: "true"
                ofelia.job-exec.report.schedule: "0 6 * *" #! Ofelia never starts report of api with the schedule "0 6 * *": it has 4 fields, and takes 5 or 6
                ofelia.job-exec.report.command: node report.js
        `,
      },
    ],
    good: [
      {
        'k8s/jobs.yaml': [
          '*/5 * * * *',
          '0 0 * * 0',
          '0 0 * * SUN',
          '0 9-17/2 1,15 JAN-jun 1-5',
          '@every 1h30m',
          '@daily',
          '0 0 ? * *',
          '0 0 29 2 *',
          '0 0 31 2 1',
          '0 0 31 1,2 *',
        ]
          .map(
            (schedule, index) => `
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: job${index} }
          spec:
            schedule: "${schedule}"
            timeZone: ${index % 2 === 0 ? 'Europe/Berlin' : 'Etc/UTC'}
            jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "acme/job:1.4" }] } } } }
          ---`,
          )
          .join(''),
      },
      {
        'compose.yaml': `
          services:
            scheduler: { image: "mcuadros/ofelia:0.3.18", command: daemon --docker, volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - ofelia.job-exec.report.schedule=@every 10s
                - ofelia.job-exec.report.command=node report.js
                - ofelia.job-exec.close.schedule=0 0 1 * * *
                - ofelia.job-exec.close.command=node close.js
        `,
      },
    ],
  },
})
