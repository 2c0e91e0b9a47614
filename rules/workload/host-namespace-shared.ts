import { servesTheNode, wordsFor } from '../../src/model/platform-words.js'
import { defineRule } from '../../src/rule.js'

const SETTINGS = { network: 'hostNetwork', pid: 'hostPID', ipc: 'hostIPC', uts: 'hostname' }

export default defineRule({
  id: 'workload/host-namespace-shared',
  title: 'A container shares a namespace with its host',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.5,
  since: '0.1.0',
  effort: 'hours',
  why: 'With the network of the host every port that the process opens is open on the machine, past all network separation; with its process or IPC namespace it can see and signal everything that runs there.',
  fix: 'Remove `network_mode: host` (publish the ports that are needed instead), `pid: host` and `ipc: host`.',
  refs: [
    'https://docs.docker.com/engine/network/drivers/host/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      // The namespaces of a pod are those of all its containers.
      if (workload.pod && workload.pod.part !== 'main') continue
      pass(workload)
      if (servesTheNode(workload)) continue
      const watches = workload.software?.kind === 'exporter' || workload.software?.kind === 'agent'
      // A stack file has no network_mode: there the network `host` is joined like any other.
      const isJoined = workload.platform === 'swarm' && workload.networks.some(one => one.network === 'external:host')
      const joined = isJoined ? [{ namespace: 'network' as const, at: workload.at }] : []
      for (const shared of [...workload.privileges.hostNamespaces, ...joined]) {
        fail(workload, shared, `${workload.name} shares the ${shared.namespace} namespace of the host`, {
          key: shared.namespace,
          severity: watches ? 'medium' : 'high',
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Remove \`${SETTINGS[shared.namespace]}: true\` from the \`spec\` of the pod${shared.namespace === 'network' ? ', and let a Service lead to it' : ''}.`,
            },
          }),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            api: #! api shares the network namespace of the host
              image: ghcr.io/acme/api:1.4.0
              networks: [outside]
            web:
              image: ghcr.io/acme/web:1.4.0
              networks: [inside]
          networks: { outside: { external: true, name: host }, inside: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              network_mode: host #! api shares the network namespace
            worker:
              image: ghcr.io/acme/worker:1.4.0
              pid: host #! worker shares the pid namespace
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
                hostNetwork: true #! api shares the network namespace
                hostPID: true #! api shares the pid namespace
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                  - { name: shipper, image: "fluent/fluent-bit:4.0.3" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["8080:8080"] }
            sidecar: { image: "ghcr.io/acme/sidecar:1.4.0", network_mode: "service:api", pid: "service:api" }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                hostNetwork: false
                shareProcessNamespace: true
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
          ---
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: proxy, namespace: kube-system }
          spec:
            selector: { matchLabels: { app: proxy } }
            template:
              metadata: { labels: { app: proxy } }
              spec:
                hostNetwork: true
                containers:
                  - name: proxy
                    image: registry.k8s.io/kube-proxy:v1.34.0
        `,
      },
    ],
  },
})
