import { defineRule } from '../../src/rule.js'

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
      pass(workload)
      const watches = workload.software?.kind === 'exporter' || workload.software?.kind === 'agent'
      for (const shared of workload.privileges.hostNamespaces) {
        fail(workload, shared, `${workload.name} shares the ${shared.namespace} namespace of the host`, {
          key: shared.namespace,
          severity: watches ? 'medium' : 'high',
        })
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
              network_mode: host #! api shares the network namespace
            worker:
              image: ghcr.io/acme/worker:1.4.0
              pid: host #! worker shares the pid namespace
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
    ],
  },
})
