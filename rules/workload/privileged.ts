import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

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
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { privileged, addedCapabilities } = workload.privileges
      if (watchesTheHost(workload)) {
        pass(workload)
        continue
      }
      const broad = addedCapabilities.filter(one => one.name === 'ALL' || one.name === 'SYS_ADMIN')
      if (privileged?.known && privileged.value)
        fail(workload, privileged, `${workload.name} runs privileged`, { key: 'privileged' })
      for (const capability of broad) {
        const what = capability.name === 'ALL' ? 'has all capabilities' : 'has the capability SYS_ADMIN'
        fail(workload, capability, `${workload.name} ${what}`, { key: capability.name })
      }
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
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", privileged: false, cap_add: [NET_BIND_SERVICE], cap_drop: [ALL] }
            cadvisor: { image: "gcr.io/cadvisor/cadvisor:v0.52.1", privileged: true }
        `,
      },
    ],
  },
})

/** Monitoring agents need to see the host; that is what they are for. */
function watchesTheHost(workload: Workload): boolean {
  return workload.software?.kind === 'exporter' || workload.software?.kind === 'agent'
}
