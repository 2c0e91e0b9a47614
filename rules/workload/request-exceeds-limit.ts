import { defineRule } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'
import { formatBytes } from '../../src/words.js'

export default defineRule({
  id: 'workload/request-exceeds-limit',
  title: 'A container asks for more than its own limit',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Kubernetes refuses the pod ("must be less than or equal to memory limit"), and Docker the container ("Minimum memory limit can not be less than memory reservation limit"): nothing new comes up, and with Docker what ran before is gone.',
  fix: 'Make the request or reservation at most as large as the limit.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://docs.docker.com/engine/containers/resource_constraints/',
  ],
  reads: ['compose', 'kubernetes'],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const { platform, resources, name } = workload
      if (platform !== 'kubernetes' && platform !== 'compose') continue
      const { memoryLimit, memoryReservation, cpuLimit, cpuReservation } = resources
      pass(workload)
      if (isAbove(memoryReservation, memoryLimit))
        fail(
          workload,
          memoryReservation,
          `${name} asks for ${formatBytes(memoryReservation.value)} of memory, and its limit is ${formatBytes(memoryLimit?.known ? memoryLimit.value : 0)}`,
          { key: 'memory' },
        )
      // Docker does not reserve processors.
      if (platform === 'kubernetes' && isAbove(cpuReservation, cpuLimit))
        fail(
          workload,
          cpuReservation,
          `${name} asks for ${cpuReservation.value} CPUs, and its limit is ${cpuLimit?.known ? cpuLimit.value : 0}`,
          { key: 'cpu' },
        )
    }
  },
  examples: {
    bad: [
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    resources:
                      limits: { memory: 1Gi, cpu: 500m }
                      requests:
                        memory: 2Gi #! cache asks for 2 GiB of memory, and its limit is 1 GiB
                        cpu: 1 #! cache asks for 1 CPUs, and its limit is 0.5
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy:
                resources:
                  limits: { memory: 512m }
                  reservations: { memory: 1g } #! api asks for 1 GiB of memory, and its limit is 512 MiB
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { resources: { limits: { memory: 1g, cpus: "1" }, reservations: { memory: 1024m, cpus: "2" } } } }
            open: { image: "ghcr.io/acme/api:1.4.0", mem_limit: 0, mem_reservation: 1g }
            outside: { image: "ghcr.io/acme/api:1.4.0", mem_limit: "\${LIMIT}", mem_reservation: 1g }
        `,
      },
    ],
  },
})

function isAbove(
  request: Fact<number> | undefined,
  limit: Fact<number> | undefined,
): request is Extract<Fact<number>, { known: true }> {
  // No limit is written as 0.
  return request?.known === true && limit?.known === true && limit.value > 0 && request.value > limit.value
}
