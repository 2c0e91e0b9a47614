import { dataClaims } from '../../src/model/kubernetes/data.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { workloadsById } from '../../src/model/kubernetes/replicated.js'
import { child, descend, textOf } from '../../src/parse/node.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'kubernetes/datastore-as-deployment',
  title: 'A Deployment runs a datastore as if it were stateless',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A rolling update starts the new server before the old one has stopped: both on one volume, which corrupts the data where it can be mounted twice and blocks the update where it cannot.',
  fix: 'Make it a StatefulSet with `volumeClaimTemplates`, or run it by an operator; for a single server `strategy: { type: Recreate }` is enough.',
  refs: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
    'https://kubernetes.io/docs/tasks/run-application/run-single-instance-stateful-application/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied }) {
    const workloads = workloadsById(system)
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const controller of cluster.controllers) {
        const workload = controller.workloads.flatMap(id => workloads.get(id) ?? []).find(one => one.stateful)
        if (!workload?.software) continue
        const { object } = controller
        const [claim] = dataClaims(workload)
        if (object.kind !== 'Deployment') pass(workload)
        // Without a volume it is the data that goes first.
        else if (!claim) implied(workload, 'datastore/data-not-persisted')
        else {
          const count = knownValue(workload.replicas) ?? 1
          const name = `${object.kind} ${object.name} (${workload.software.name})`
          const related = [{ at: claim.at, message: 'the volume' }]
          if (count > 1) fail(workload, object.kindAt, `${name} runs ${count} servers on the same volume`, { related })
          else if (updatesInPlace(object.node)) pass(workload)
          else
            fail(workload, object.kindAt, `${name} starts a second server on the same volume at each update`, {
              related,
            })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: Deployment #! Deployment db (PostgreSQL) starts a second server on the same volume at each update
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - { name: db, image: "postgres:17.2", volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }] }
                volumes: [{ name: data, persistentVolumeClaim: { claimName: db } }]
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: db }
          spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment #! Deployment documents (MongoDB) runs 3 servers on the same volume
          metadata: { name: documents }
          spec:
            replicas: 3
            strategy: { type: Recreate }
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers: [{ name: documents, image: "mongo:8.0", volumeMounts: [{ name: data, mountPath: /data/db }] }]
                volumes: [{ name: data, persistentVolumeClaim: { claimName: documents } }]
        `,
      },
    ],
    good: [
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - { name: db, image: "postgres:17.2", volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }] }
            volumeClaimTemplates:
              - { metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } } }
          ---
          # The old server stops before the new one starts.
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: documents }
          spec:
            strategy: { type: Recreate }
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers: [{ name: documents, image: "mongo:8.0", volumeMounts: [{ name: data, mountPath: /data/db }] }]
                volumes: [{ name: data, persistentVolumeClaim: { claimName: documents } }]
          ---
          # The old one is told to stop before the new one is made.
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: search }
          spec:
            strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
            selector: { matchLabels: { app: search } }
            template:
              metadata: { labels: { app: search } }
              spec:
                containers: [{ name: search, image: "mysql:8.4", volumeMounts: [{ name: data, mountPath: /var/lib/mysql }] }]
                volumes: [{ name: data, persistentVolumeClaim: { claimName: search } }]
        `,
      },
    ],
  },
})

/** `Recreate`, or a rolling update that first takes away. */
function updatesInPlace(node: Parameters<typeof child>[0]): boolean {
  const strategy = descend(node, 'spec', 'strategy')
  const surge = textOf(descend(strategy, 'rollingUpdate', 'maxSurge'))
  return textOf(child(strategy, 'type')) === 'Recreate' || surge === '0' || surge === '0%'
}
