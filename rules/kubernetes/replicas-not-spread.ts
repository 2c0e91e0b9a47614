import { replicatedPods } from '../../src/model/kubernetes/replicated.js'
import { spreadingOf } from '../../src/model/kubernetes/spreading.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/replicas-not-spread',
  title: 'Replicas may all run on one node',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Replicas protect against the loss of a node only if they do not share it, and by default the scheduler merely prefers that.',
  fix: 'Add `topologySpreadConstraints` with `topologyKey: kubernetes.io/hostname` (and `topology.kubernetes.io/zone`), and a `labelSelector` with the labels of these pods.',
  refs: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied, unverified }) {
    for (const { workload, controller, replicas, singleReportedBy } of replicatedPods(system)) {
      const { object, spec, labels } = controller
      const what = `${object.kind} ${object.name}`
      if (replicas && !replicas.known) {
        unverified(workload, replicas, replicas.because)
        continue
      }
      const count = replicas?.value ?? 1
      const spreading = spreadingOf(spec, labels)
      if (count < 2) implied(workload, singleReportedBy)
      else if (spreading.state === 'spread') pass(workload)
      else if (spreading.state === 'none')
        fail(workload, object.at, `the ${count} replicas of ${what} may share a node`)
      else {
        const message = `${spreading.setting} of ${what} is about other pods: its selector takes none of the ${count} replicas`
        fail(workload, spreading.at, message, { fix: 'Give the `labelSelector` labels that these pods have.' })
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web } #! the 3 replicas of Deployment web may share a node
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
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 2
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers: [{ name: api, image: "acme/api:1.4" }]
                topologySpreadConstraints:
                  - topologyKey: kubernetes.io/hostname
                    maxSkew: 1
                    whenUnsatisfiable: ScheduleAnyway
                    labelSelector: { matchLabels: { app: web } } #! topologySpreadConstraints of Deployment api is about other pods
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
            template:
              metadata: { labels: { app: web } }
              spec:
                containers: [{ name: web, image: "acme/web:1.4" }]
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                      - weight: 1
                        podAffinityTerm: { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          # One runs on each node, and a worker may run anywhere.
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: agent }
          spec:
            selector: { matchLabels: { app: agent } }
            template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: agent, image: "acme/agent:1.4" }] } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            replicas: 4
            selector: { matchLabels: { app: worker } }
            template: { metadata: { labels: { app: worker } }, spec: { containers: [{ name: worker, image: "acme/worker:1.4" }] } }
        `,
      },
    ],
  },
})
