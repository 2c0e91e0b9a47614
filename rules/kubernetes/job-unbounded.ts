import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { workloadsById } from '../../src/model/kubernetes/replicated.js'
import { child, descend, textOf } from '../../src/parse/node.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/job-unbounded',
  title: 'A scheduled job may hang for ever',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A run that hangs does not fail: with `concurrencyPolicy: Allow`, the default, each schedule starts one more beside it; with `Forbid` no run ever starts again. Neither is reported.',
  fix: 'Set `spec.jobTemplate.spec.activeDeadlineSeconds` to what a run may take at most, and `concurrencyPolicy: Forbid` where two must not run at once.',
  refs: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
    'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail }) {
    const workloads = workloadsById(system)
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const { object, spec, workloads: ids } of cluster.controllers) {
        const workload = ids.flatMap(id => workloads.get(id) ?? []).find(one => one.pod?.part === 'main')
        if (object.kind !== 'CronJob' || !workload) continue
        const job = descend(object.node, 'spec', 'jobTemplate', 'spec')
        const deadline = child(job, 'activeDeadlineSeconds') ?? child(spec, 'activeDeadlineSeconds')
        const policy = child(child(object.node, 'spec'), 'concurrencyPolicy')
        const written = textOf(policy) ?? 'Allow'
        // The next run ends the one that hangs.
        if (deadline || written === 'Replace') pass(workload)
        else {
          const then = written === 'Forbid' ? 'no later run starts' : 'each later run starts beside it'
          fail(workload, object.at, `CronJob ${object.name} has no deadline: once a run hangs, ${then}`)
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/jobs.yaml': `
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: report } #! CronJob report has no deadline: once a run hangs, each later run starts beside it
          spec:
            schedule: "*/5 * * * *"
            jobTemplate:
              spec:
                backoffLimit: 2
                template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "acme/report:1.4" }] } }
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: backup } #! once a run hangs, no later run starts
          spec:
            schedule: "0 3 * * *"
            concurrencyPolicy: Forbid
            jobTemplate:
              spec: { template: { spec: { restartPolicy: Never, containers: [{ name: backup, image: "acme/backup:1.4" }] } } }
        `,
      },
    ],
    good: [
      {
        'k8s/jobs.yaml': `
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: report }
          spec:
            schedule: "*/5 * * * *"
            concurrencyPolicy: Forbid
            jobTemplate:
              spec:
                activeDeadlineSeconds: 240
                template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "acme/report:1.4" }] } }
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: sync }
          spec:
            schedule: "*/5 * * * *"
            concurrencyPolicy: Replace
            jobTemplate:
              spec: { template: { spec: { restartPolicy: Never, containers: [{ name: sync, image: "acme/sync:1.4" }] } } }
          ---
          # Run once, by whoever waits for it.
          apiVersion: batch/v1
          kind: Job
          metadata: { name: migrate }
          spec: { template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "acme/migrate:1.4" }] } } }
        `,
      },
    ],
  },
})
