import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { formatBytes } from '../../src/words.js'

/** A default below this part of the container is worth a change. */
const NOTICEABLE_SHARE = 0.1

export default defineRule({
  id: 'datastore/default-tuning',
  title: 'A database leaves most of its memory unused',
  category: 'performance',
  severity: 'low',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'PostgreSQL and MySQL start with buffers of 128 MiB on every machine. On a container with more they read from disk what would fit into memory.',
  fix: 'Set the buffer in the command of the service.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-resource.html',
    'https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html',
  ],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      const memory = facts?.distribution.memory?.(facts)
      if (!memory || memory.usualShare === undefined || workload.software?.kind !== 'database') continue
      const limit = workload.resources.memoryLimit
      if (!limit) implied(workload, 'workload/memory-limit-missing')
      else if (
        memory.by ||
        !limit.known ||
        memory.bytes === undefined ||
        memory.bytes >= limit.value * NOTICEABLE_SHARE
      )
        pass(workload)
      // Somebody set it where this image does not look: what to type is said there, with their own number.
      else if (isAskedFor(memory.what, workload)) implied(workload, 'config/variable-ignored-by-image')
      else {
        const usual = Math.floor((limit.value * memory.usualShare) / 2 ** 20) * 2 ** 20
        fail(
          workload,
          workload.at,
          `${workload.name} (${workload.software.name}) keeps the default ${memory.what} of ${formatBytes(memory.bytes)} in a container of ${formatBytes(limit.value)}`,
          { fix: `Set ${memory.setting(usual)}.` },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db (PostgreSQL) keeps the default
              image: postgres:17.2
              mem_limit: 8g
            ignored: { image: "postgres:17.2", environment: { POSTGRES_SHARED_BUFFERS: 2GB }, mem_limit: 8g }
            ledger: #! ledger (MySQL) keeps the default
              image: mysql:8.4
              deploy: { resources: { limits: { memory: 4G } } }
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db #! db (PostgreSQL) keeps the default
                    image: postgres:17.2
                    resources: { limits: { memory: 8Gi } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c shared_buffers=2GB, mem_limit: 8g }
            small: { image: "postgres:17.2", mem_limit: 1g }
            ledger: { image: "mysql:8.4", command: --innodb-buffer-pool-size=2G, mem_limit: 4g }
            series: { image: "timescale/timescaledb:2.22.1-pg17", command: postgres -c shared_buffers=2GB, mem_limit: 8g }
        `,
      },
    ],
  },
})

/** Whether a variable that the image does not read was to give the setting. */
function isAskedFor(setting: string, { distribution, environment }: Workload): boolean {
  const plain = (text: string) => text.replaceAll('-', '_')
  const ignored =
    distribution?.variables?.ignored.filter(({ instead }) => plain(instead).includes(plain(setting))) ?? []
  return ignored.some(({ pattern }) => [...environment.keys()].some(name => pattern.test(name)))
}
