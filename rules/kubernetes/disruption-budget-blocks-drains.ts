import type { Selecting } from '../../src/model/cluster.js'
import { budgetAllows, replicasIn } from '../../src/model/kubernetes/budgets.js'
import { budgetsOf, replicatedPods, workloadsById } from '../../src/model/kubernetes/replicated.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/disruption-budget-blocks-drains',
  title: 'A disruption budget lets no pod go',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A budget that allows no disruption makes `kubectl drain` and the upgrade of the cluster wait for ever; it ends with somebody deleting the pods, or the budget, by hand.',
  fix: 'Write `maxUnavailable: 1` instead, and run at least one replica more than has to stay.',
  refs: [
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied, unverified }) {
    const judged = new Set<Selecting>()
    for (const { workload, controller, replicas, singleReportedBy } of replicatedPods(system)) {
      const budgets = budgetsOf(controller, system)
      const blocking = budgets.flatMap(budget => blockedBy(budget, system) ?? [])
      for (const budget of budgets) judged.add(budget)
      for (const { at, message, key } of blocking) fail(workload, at, message, { key })
      if (blocking.length > 0) continue
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because)
      else if ((replicas?.value ?? 1) < 2) implied(workload, singleReportedBy)
      else if (budgets.length === 0) implied(workload, 'kubernetes/disruption-budget-missing')
      else pass(workload)
    }
    const workloads = workloadsById(system)
    // Nothing demands a budget for the others; one that blocks is wrong all the same.
    for (const budget of system.clusters.flatMap(cluster => cluster.budgets)) {
      const blocking = judged.has(budget) ? undefined : blockedBy(budget, system)
      const workload = budget.controllers.flatMap(one => one.workloads.flatMap(id => workloads.get(id) ?? []))[0]
      if (blocking && workload) fail(workload, blocking.at, blocking.message, { key: blocking.key })
    }
  },
  examples: {
    bad: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            replicas: 2
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { minAvailable: 2, selector: { matchLabels: { app: web } } } #! PodDisruptionBudget web keeps 2 pods of Deployment web, which runs 2
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template: { metadata: { labels: { app: worker } }, spec: { containers: [{ name: worker, image: "acme/worker:1.4" }] } }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: worker }
          spec: { minAvailable: 50%, selector: { matchLabels: { app: worker } } } #! keeps 50% (1 pod) of Deployment worker, which runs 1
        `,
      },
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            replicas: 3
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { maxUnavailable: 0, selector: { matchLabels: { app: web } } } #! PodDisruptionBudget web lets 0 pods of Deployment web go
        `,
      },
    ],
    good: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 3, maxReplicas: 9 }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          # Two of at least three; a share of 60 % is rounded up to two.
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { minAvailable: 60%, selector: { matchLabels: { app: web } } }
          ---
          # Nobody is asked how many a variable number of nodes runs.
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: agent }
          spec:
            selector: { matchLabels: { app: agent } }
            template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: agent, image: "acme/agent:1.4" }] } }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: agent }
          spec: { minAvailable: 3, selector: { matchLabels: { app: agent } } }
        `,
      },
    ],
  },
})

/** What is said of a budget that allows no disruption; undefined for one that does, or of which it is not known. */
function blockedBy(budget: Selecting, system: System) {
  const { object, controllers } = budget
  const running = replicasIn(controllers, system)
  const allowed = budgetAllows(budget, running)
  if (!allowed || allowed.pods > 0) return undefined
  const of = controllers.map(one => `${one.object.kind} ${one.object.name}`).join(', ')
  const message =
    allowed.setting === 'maxUnavailable'
      ? `PodDisruptionBudget ${object.name} lets ${allowed.text} pods of ${of} go`
      : `PodDisruptionBudget ${object.name} keeps ${allowed.text} of ${of}, which runs ${running}`
  return { at: allowed.at, message, key: `${object.namespace ?? ''}.${object.name}` }
}
