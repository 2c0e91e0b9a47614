import { rootMayGain } from '../../src/model/kubernetes/privileges.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'kubernetes/security-context-missing',
  title: 'A container may run as root and gain privileges',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever breaks into a container that runs as root, or can become root through a setuid program, is one bug of the kernel away from the node and all that runs on it.',
  fix: 'Write into the container `securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }`, with the `runAsUser` that its image has.',
  refs: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const { pod, privileges } = workload
      // What an operator runs, it secures or does not; the manifests do not tell.
      if (!pod || pod.operator !== undefined) continue
      const open = [privileges.nonRoot, privileges.escalation].find(fact => fact && !fact.known)
      const missing = [...rootOf(workload), ...escalationOf(workload)]
      if (knownValue(privileges.privileged) === true || rootMayGain(workload)) implied(workload, 'workload/privileged')
      else if (open && !open.known) unverified(workload, open, open.because)
      else if (missing.length === 0) pass(workload)
      else fail(workload, workload.at, `${workload.name} ${missing.join(' and ')}`, unprivileged(workload))
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
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                securityContext: { runAsNonRoot: true }
                containers:
                  - name: web #! web may gain privileges (no allowPrivilegeEscalation: false)
                    image: acme/web:1.4
                  - name: shipper #! web/shipper may run as root (runAsUser: 0)
                    image: acme/shipper:1.4
                    securityContext: { runAsNonRoot: false, runAsUser: 0, allowPrivilegeEscalation: false }
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: nightly }
          spec:
            schedule: "0 3 * * *"
            jobTemplate:
              spec:
                template:
                  spec:
                    restartPolicy: Never
                    containers: [{ name: nightly, image: "acme/nightly:1.4" }] #! nightly may run as root (no runAsNonRoot: true) and may gain privileges
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
            template:
              metadata: { labels: { app: web } }
              spec:
                securityContext: { runAsNonRoot: true, runAsUser: 1000 }
                containers:
                  - { name: web, image: "acme/web:1.4", securityContext: { allowPrivilegeEscalation: false } }
          ---
          # A user other than root is as good as the promise.
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
                  - { name: db, image: "postgres:17.2", securityContext: { runAsUser: 999, allowPrivilegeEscalation: false } }
        `,
        'compose.yaml': `
          services:
            web: { image: "acme/web:1.4" }
        `,
      },
    ],
  },
})

function rootOf({ privileges: { nonRoot, user } }: Workload): readonly string[] {
  if (knownValue(nonRoot) === true) return []
  const id = knownValue(user)
  if (id !== undefined && /^\d+$/.test(id) && Number(id) > 0) return []
  return [id === '0' ? 'may run as root (runAsUser: 0)' : 'may run as root (no runAsNonRoot: true)']
}

function escalationOf({ privileges: { escalation } }: Workload): readonly string[] {
  return knownValue(escalation) === false ? [] : ['may gain privileges (no allowPrivilegeEscalation: false)']
}

/** The official nginx image starts as root and binds port 80, so a bare `runAsNonRoot` keeps it from starting. */
function unprivileged(workload: Workload): { readonly fix?: string } {
  const { software, distribution, pod, start } = workload
  if (pod?.part === 'init' && rootOf(workload).length > 0 && /\bch(?:own|mod)\b/.test(start?.text ?? ''))
    return {
      fix: 'Let Kubernetes give the volume to the group of the program: `securityContext: { fsGroup: <group> }` of the pod, and for the mode of single files `defaultMode` of the Secret or ConfigMap; then drop this container. Where the storage has no such groups, write `allowPrivilegeEscalation: false` and `capabilities: { drop: [ALL], add: [CHOWN] }` here.',
    }
  if (software?.id !== 'nginx' || distribution?.id !== 'official' || rootOf(workload).length === 0) return {}
  return {
    fix: 'With `runAsNonRoot: true` alone this image does not start: it runs as root and binds port 80. Use (or build on) `nginxinc/nginx-unprivileged`, which runs as user 101, let it listen on 8080 (`listen`, `containerPort`, `targetPort`, probes), and write into the container `securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }`.',
  }
}
