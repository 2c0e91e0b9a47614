import { budgetsOf, replicatedPods } from '../../src/model/kubernetes/replicated.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/disruption-budget-missing',
  title: 'Replicas have no disruption budget',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Draining a node, as every cluster upgrade does, evicts all pods on it at once. Without a PodDisruptionBudget the last replica goes with the others.',
  fix: 'Add a PodDisruptionBudget (`policy/v1`) whose selector takes the pods, with `maxUnavailable: 1`.',
  refs: [
    'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied, unverified }) {
    for (const { workload, controller, cluster, replicas, singleReportedBy } of replicatedPods(system)) {
      const { object } = controller
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because)
      else if ((replicas?.value ?? 1) < 2) implied(workload, singleReportedBy)
      else if (budgetsOf(controller, system).length > 0) pass(workload)
      else if (!cluster.complete) unverified(workload, object.at, 'a part of what is applied is not known')
      else {
        const count = replicas?.known ? replicas.value : 1
        fail(workload, object.at, `${object.kind} ${object.name} runs ${count} replicas without a disruption budget`)
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web } #! Deployment web runs 3 replicas without a disruption budget
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
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db } #! StatefulSet db runs 2 replicas without a disruption budget
          spec:
            serviceName: db
            replicas: 2
            selector: { matchLabels: { app: db } }
            template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: "postgres:17.2" }] } }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: other }
          spec: { minAvailable: 1, selector: { matchLabels: { app: other } } }
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api } #! runs 2 replicas without
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: api }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, minReplicas: 2, maxReplicas: 5 }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { type: LoadBalancer, selector: { app: api }, ports: [{ port: 80 }] }
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
            replicas: 3
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web, tier: front } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: all }
          spec: { maxUnavailable: 1, selector: { matchExpressions: [{ key: tier, operator: Exists }] } }
          ---
          # Nobody waits for these.
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            replicas: 2
            selector: { matchLabels: { app: worker } }
            template: { metadata: { labels: { app: worker } }, spec: { containers: [{ name: worker, image: "acme/worker:1.4" }] } }
        `,
      },
    ],
  },
})
