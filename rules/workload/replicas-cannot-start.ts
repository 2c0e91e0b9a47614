import type { Cluster, Mount, PodPlace, Workload } from '../../src/model/system.js'
import { child, textOf } from '../../src/parse/node.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/replicas-cannot-start',
  title: 'Replicas share a name, a host port or a volume that only one can have',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A container name and a host port can be taken once. The second replica cannot be created or cannot bind, so the scaling that the file promises never happens.',
  fix: 'Remove `container_name`, and publish the port on a proxy in front instead of on the replicas (or give a range that is wide enough, `"8080-8082:8080"`).',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#container_name',
    'https://docs.docker.com/reference/compose-file/services/#ports',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const count = workload.replicas?.known ? workload.replicas.value : 1
      if (workload.pod) judgeClaims(workload, workload.pod)
      // A swarm names its tasks itself and publishes through its routing mesh.
      if (count < 2 || workload.platform !== 'compose') continue
      pass(workload)
      const { fixedName } = workload
      if (fixedName)
        fail(workload, fixedName, `${workload.name} asks for ${count} replicas under one container_name`, {
          key: 'name',
        })
      for (const port of workload.published) {
        if (!port.host?.known) continue
        const room = (port.hostEnd ?? port.host.value) - port.host.value + 1
        if (room >= count) continue
        const what = `${workload.name} asks for ${count} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ''} has room for ${room}`
        fail(workload, port, what, { key: `port.${port.host.value}` })
      }
    }

    /** The pods of a Deployment share its claims; those of a StatefulSet have their own from its templates. */
    function judgeClaims(workload: Workload, pod: PodPlace): void {
      // Of data services kubernetes/datastore-as-deployment says more.
      if (workload.stateful && workload.software) return
      const least = workload.autoscaledFrom ?? workload.replicas
      if (!least?.known || least.value < 2 || pod.kind === 'StatefulSet' || pod.kind === 'DaemonSet') return
      pass(workload)
      const cluster = system.clusters.find(one => one.deployment === workload.deployment)
      if (!cluster || isPinned(workload, cluster)) return
      for (const mount of workload.mounts) {
        const claim = mount.type === 'claim' && claimOf(mount, pod, cluster)
        if (!claim) continue
        fail(
          workload,
          least,
          `${workload.name} asks for ${least.value} replicas that share the claim ${claim.name}, which only one ${claim.by} may mount (${claim.mode})`,
          {
            key: `claim.${claim.name}`,
            related: [{ at: claim.at, message: `${claim.name} is claimed here` }],
            fix: `Keep what ${workload.name} shares in object storage or a database, or claim it with \`accessModes: [ReadWriteMany]\` from a storage class that has it; where each replica needs its own, use a StatefulSet with \`volumeClaimTemplates\`.`,
            why: 'A volume that only one node may mount goes to the first replica. The others that the scheduler places on another node wait in ContainerCreating, and so does each new version during a rollout.',
          },
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
              ports:
                - "3000:3000" #! 3 replicas, and host port 3000 has room for 1
              deploy: { replicas: 3 }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              container_name: worker #! 2 replicas under one container_name
              scale: 2
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: uploads }
          spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 3 #! api asks for 3 replicas that share the claim uploads, which only one node may mount
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                volumes: [{ name: uploads, persistentVolumeClaim: { claimName: uploads } }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    volumeMounts: [{ name: uploads, mountPath: /uploads }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["3000-3002:3000"], deploy: { replicas: 3 } }
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["3000"], scale: 2 }
            worker: { image: "ghcr.io/acme/worker:1.4.0", expose: ["9100"], deploy: { replicas: 4 } }
            single: { image: "ghcr.io/acme/single:1.4.0", container_name: single, ports: ["80:80"] }
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: uploads }
          spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 10Gi } } }
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
                volumes: [{ name: uploads, persistentVolumeClaim: { claimName: uploads } }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    volumeMounts: [{ name: uploads, mountPath: /uploads }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: store }
          spec:
            replicas: 3
            volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce] } }]
            selector: { matchLabels: { app: store } }
            template:
              metadata: { labels: { app: store } }
              spec:
                containers:
                  - name: store
                    image: ghcr.io/acme/store:1.4.0
                    volumeMounts: [{ name: data, mountPath: /data }]
        `,
      },
    ],
  },
})

/** A claim that only one node or pod may mount at a time: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes */
function claimOf(mount: Mount, pod: PodPlace, { objects }: Cluster) {
  const source = mount.source?.known ? mount.source.value : undefined
  const claim = objects.find(
    object =>
      object.kind === 'PersistentVolumeClaim' &&
      object.name === source &&
      (object.namespace ?? pod.namespace) === (pod.namespace ?? object.namespace),
  )
  const modes = claim && child(child(claim.node, 'spec'), 'accessModes')
  const names = modes?.kind === 'list' ? modes.items.map(item => textOf(item) ?? '') : []
  const [mode = ''] = names
  if (!claim || names.length === 0 || !names.every(name => /^ReadWriteOnce(?:Pod)?$/.test(name))) return undefined
  return { name: claim.name, at: claim.at, mode, by: mode === 'ReadWriteOncePod' ? 'pod' : 'node' }
}

/** Told to be on one node together. */
function isPinned(workload: Workload, { controllers }: Cluster): boolean {
  const spec = controllers.find(one => one.workloads.includes(workload.id))?.spec
  return (
    ['nodeName', 'nodeSelector'].some(key => child(spec, key)) ||
    child(child(spec, 'affinity'), 'podAffinity') !== undefined
  )
}
