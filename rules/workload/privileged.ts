import { rootMayGain } from '../../src/model/kubernetes/privileges.js'
import { servesTheNode, wordsFor } from '../../src/model/platform-words.js'
import type { Workload } from '../../src/model/system.js'
import { programOf } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'workload/privileged',
  title: 'A container has the powers of root on its host',
  category: 'security',
  severity: 'critical',
  confidence: 'A',
  security: 9.3,
  since: '0.1.0',
  effort: 'hours',
  why: 'A privileged container, or one with SYS_ADMIN or all capabilities, can load kernel modules, mount disks of the host and leave its namespace: whoever takes over the process owns the machine.',
  fix: 'Remove `privileged: true`; add only the capability that is needed (`cap_add: [NET_BIND_SERVICE]`) or the one device (`devices:`).',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#privileged',
    'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { privileged, addedCapabilities } = workload.privileges
      if (watchesTheHost(workload) || servesTheNode(workload) || setsTheKernel(workload)) {
        pass(workload)
        continue
      }
      const broad = addedCapabilities.filter(one => one.name === 'ALL' || one.name === 'SYS_ADMIN')
      if (privileged?.known && privileged.value)
        fail(workload, privileged, `${workload.name} runs privileged`, { key: 'privileged', ...words(workload) })
      for (const capability of broad) {
        const what = capability.name === 'ALL' ? 'has all capabilities' : 'has the capability SYS_ADMIN'
        fail(workload, capability, `${workload.name} ${what}`, {
          key: capability.name,
          fix: fixFor(capability.name, workload),
        })
      }
      const gains = knownValue(privileged) === true || broad.length > 0 ? undefined : rootMayGain(workload)
      if (gains)
        fail(workload, gains, `${workload.name} runs as root (runAsUser: 0) with allowPrivilegeEscalation: true`, {
          key: 'escalation',
          severity: 'high',
          why: 'A program with the set-user-id bit or file capabilities gets powers that the container was not given, and root inside is root on the node as soon as one bug of the kernel or of the runtime lets it out.',
          fix: 'Write `allowPrivilegeEscalation: false`, and `runAsNonRoot: true` with the `runAsUser` that the image has; a port below 1024 needs `capabilities: { add: [NET_BIND_SERVICE] }` alone.',
        })
      if (privileged && !privileged.known) unverified(workload, privileged, privileged.because)
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              privileged: true #! api runs privileged
            worker:
              image: ghcr.io/acme/worker:1.4.0
              cap_add:
                - SYS_ADMIN #! worker has the capability SYS_ADMIN
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    securityContext:
                      privileged: true #! api runs privileged
                      capabilities: { drop: [ALL] }
                  - name: tuner
                    image: ghcr.io/acme/tuner:1.4.0
                    securityContext:
                      capabilities:
                        add:
                          - CAP_SYS_ADMIN #! api/tuner has the capability SYS_ADMIN
                  - name: shell
                    image: ghcr.io/acme/shell:1.4.0
                    securityContext:
                      runAsUser: 0
                      allowPrivilegeEscalation: true #! api/shell runs as root (runAsUser: 0) with allowPrivilegeEscalation: true
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", privileged: false, cap_add: [NET_BIND_SERVICE], cap_drop: [ALL] }
            cadvisor: { image: "gcr.io/cadvisor/cadvisor:v0.52.1", privileged: true }
        `,
      },
      {
        // What belongs to the nodes of a cluster may change them.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    securityContext: { privileged: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }
                  - name: mail
                    image: ghcr.io/acme/mail:1.4.0
                    securityContext: { runAsUser: 10001, allowPrivilegeEscalation: true }
                  - name: init
                    image: ghcr.io/acme/init:1.4.0
                    securityContext: { runAsUser: 0, allowPrivilegeEscalation: false }
          ---
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: node-agent, namespace: kube-system }
          spec:
            selector: { matchLabels: { app: node-agent } }
            template:
              metadata: { labels: { app: node-agent } }
              spec:
                containers:
                  - name: node-agent
                    image: ghcr.io/acme/node-agent:1.4.0
                    securityContext: { privileged: true }
          ---
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: calico-node }
          spec:
            selector: { matchLabels: { app: calico-node } }
            template:
              metadata: { labels: { app: calico-node } }
              spec:
                containers:
                  - name: calico-node
                    image: docker.io/calico/node:v3.30.3
                    securityContext: { privileged: true }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: search }
          spec:
            selector: { matchLabels: { app: search } }
            template:
              metadata: { labels: { app: search } }
              spec:
                initContainers: [{ name: sysctl, image: "busybox:1.37", command: [sysctl, -w, vm.max_map_count=262144], securityContext: { privileged: true } }]
                containers:
                  - name: search
                    image: elasticsearch:8.19.0
        `,
      },
    ],
  },
})

/** What people add it for most often is the sandbox of Chrome, which needs no more than namespaces of its own. */
function fixFor(capability: string, { platform }: Workload): string {
  const place = platform === 'kubernetes' ? '`capabilities.add`' : '`cap_add`'
  if (capability === 'ALL')
    return `Name in ${place} only what the program needs, \`NET_BIND_SERVICE\` for a port below 1024.`
  return `Take SYS_ADMIN out of ${place}. A browser that wants it for its sandbox gets by with a seccomp profile that allows user namespaces, or with \`--no-sandbox\` in a container that does nothing else; a file system is mounted by the host, and handed in as a volume.`
}

function words(workload: Workload) {
  return wordsFor(workload, {
    kubernetes: {
      fix: 'Remove `privileged: true` from the `securityContext` of the container, and add only the capability that it needs: `capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }`.',
    },
  })
}

/** An init container that sets a limit of the kernel and ends, as Elasticsearch asks for. */
function setsTheKernel({ pod, start }: Workload): boolean {
  if (pod?.part !== 'init' || !start) return false
  const commands = start.script?.commands.map(command => command.words) ?? [start.argv.map(word => word ?? '')]
  return commands.every(words => /^(?:sysctl|ulimit|echo)$/.test(programOf(words) ?? ''))
}

/** Monitoring agents need to see the host; that is what they are for. */
function watchesTheHost(workload: Workload): boolean {
  return workload.software?.kind === 'exporter' || workload.software?.kind === 'agent'
}
