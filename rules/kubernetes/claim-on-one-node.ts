import { claimsOf, type HeldClaim, isOnOneNode, updatesInPlace } from '../../src/model/kubernetes/held-claims.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { workloadsById } from '../../src/model/kubernetes/replicated.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

const RECREATE = 'Set `spec.strategy: { type: Recreate }`, so that the old pod lets go of the volume first.'

export default defineRule({
  id: 'kubernetes/claim-on-one-node',
  title: 'Several pods need a volume that only one node has at a time',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'A volume with ReadWriteOnce is attached to one node. A pod on another one stays in ContainerCreating with "Multi-Attach error": replicas do not come up, and an update waits for a pod that waits for the old one to go.',
  fix: 'Give pods that share files a volume with `ReadWriteMany` (NFS, EFS, CephFS, Azure Files) or an object store; give each a volume of its own by a StatefulSet with `volumeClaimTemplates`.',
  refs: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system)
    const objects = system.clusters.flatMap(cluster => cluster.objects)
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const controller of cluster.controllers) {
        const { object, spec } = controller
        const own = controller.workloads.flatMap(id => workloads.get(id) ?? [])
        const workload = own.find(one => one.pod?.part === 'main')
        // Datastores are asked about by kubernetes/datastore-as-deployment.
        if (
          !workload ||
          own.some(one => one.stateful) ||
          !/^(?:Deployment|StatefulSet|ReplicaSet|Rollout)$/.test(object.kind)
        )
          continue
        const held = claimsOf(controller, objects)
        if (held.length > 0) pass(workload)
        if (isOnOneNode(spec)) continue
        for (const claim of held) {
          const { name, at, made } = claim
          const most = podsOf(workload)
          if (!made && most > 1) unverified(workload, at, `no manifest tells how many nodes have the claim ${name}`)
          if (!made?.oneNode || made.storage === 'shared' || made.storage === 'local') continue
          const options = { key: name, related: [{ at: made.at, message: 'the claim' }] }
          const which = `${object.kind} ${object.name}`
          if (most > 1)
            fail(
              workload,
              at,
              `${which} runs up to ${most} pods on the claim ${name} (ReadWriteOnce), and ${where(claim)}`,
              options,
            )
          else if (object.kind !== 'Deployment' || updatesInPlace(object.node)) continue
          else if (made.storage === 'attached')
            fail(
              workload,
              at,
              `${which} starts a second pod at each update, which on another node waits for the claim ${name} (ReadWriteOnce) that the first one keeps until the second is ready`,
              { ...options, severity: 'medium', fix: RECREATE },
            )
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: uploads }
          spec: { accessModes: [ReadWriteOnce], storageClassName: gp3, resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: reports }
          spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 3
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers: [{ name: api, image: "acme/api:1.4", volumeMounts: [{ name: uploads, mountPath: /uploads }, { name: reports, mountPath: /reports }] }]
                volumes:
                  - { name: uploads, persistentVolumeClaim: { claimName: uploads } } #! Deployment api runs up to 3 pods on the claim uploads (ReadWriteOnce), and those on other nodes never start
                  - { name: reports, persistentVolumeClaim: { claimName: reports } } #! Deployment api runs up to 3 pods on the claim reports (ReadWriteOnce), and those on other nodes do not start, or all have to run on one
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                containers: [{ name: worker, image: "acme/worker:1.4", volumeMounts: [{ name: uploads, mountPath: /uploads }] }]
                volumes:
                  - { name: uploads, persistentVolumeClaim: { claimName: uploads } } #! Deployment worker starts a second pod at each update
        `,
      },
    ],
    good: [
      {
        // Several nodes may have it; one node has all the pods; files of a server; a volume for each pod.
        'k8s/api.yaml': `
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: many }
          spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: files }
          spec: { accessModes: [ReadWriteOnce], storageClassName: nfs-client, resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: node }
          spec: { accessModes: [ReadWriteOnce], storageClassName: local-path, resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: v1
          kind: PersistentVolume
          metadata: { name: bound }
          spec: { accessModes: [ReadWriteOnce], storageClassName: manual, capacity: { storage: 20Gi }, hostPath: { path: /srv/data } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: bound }
          spec: { accessModes: [ReadWriteOnce], storageClassName: manual, resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 3
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers: [{ name: api, image: "acme/api:1.4" }]
                volumes:
                  - { name: many, persistentVolumeClaim: { claimName: many } }
                  - { name: files, persistentVolumeClaim: { claimName: files } }
                  - { name: node, persistentVolumeClaim: { claimName: node } }
                  - { name: bound, persistentVolumeClaim: { claimName: bound } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: disk }
          spec: { accessModes: [ReadWriteOnce], storageClassName: managed-csi, resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: one }
          spec:
            strategy: { type: Recreate }
            selector: { matchLabels: { app: one } }
            template:
              metadata: { labels: { app: one } }
              spec:
                containers: [{ name: one, image: "acme/one:1.4" }]
                volumes: [{ name: disk, persistentVolumeClaim: { claimName: disk } }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: together }
          spec:
            replicas: 2
            selector: { matchLabels: { app: together } }
            template:
              metadata: { labels: { app: together } }
              spec:
                affinity:
                  podAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      - { labelSelector: { matchLabels: { app: together } }, topologyKey: kubernetes.io/hostname }
                containers: [{ name: together, image: "acme/together:1.4" }]
                volumes: [{ name: disk, persistentVolumeClaim: { claimName: disk } }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: each }
          spec:
            replicas: 3
            serviceName: each
            selector: { matchLabels: { app: each } }
            template:
              metadata: { labels: { app: each } }
              spec: { containers: [{ name: each, image: "acme/each:1.4", volumeMounts: [{ name: data, mountPath: /data }] }] }
            volumeClaimTemplates:
              - { metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], storageClassName: gp3, resources: { requests: { storage: 20Gi } } } }
        `,
      },
    ],
  },
})

/** How many pods there may be at once. */
function podsOf({ autoscaledTo, replicas }: Workload): number {
  return knownValue(autoscaledTo) ?? knownValue(replicas) ?? 1
}

function where({ made }: HeldClaim): string {
  return made?.storage === 'attached'
    ? 'those on other nodes never start'
    : 'those on other nodes do not start, or all have to run on one'
}
