import { serviceFactsOf } from '../../src/model/service-facts.js'
import { defineRule } from '../../src/rule.js'
import { formatBytes } from '../../src/words.js'

export default defineRule({
  id: 'datastore/heap-too-small',
  title: 'A server has too little memory for production',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Below its working minimum a server spends its time collecting garbage and reading from disk, and falls over at the first busy hour.',
  fix: 'Give it the memory that is named below, in the setting and in the limit of the container.',
  refs: [
    'https://docs.confluent.io/platform/current/installation/system-requirements.html',
    'https://www.elastic.co/docs/reference/elasticsearch/jvm-settings',
  ],
  check({ system, pass, fail, unverified, implied }) {
    // Something to ask in every repository that deploys anything: see the law of demand in docs/score.md.
    if (system.workloads.length + system.images.length > 0 && !system.workloads.some(workload => workload.stateful))
      pass(system.repository)
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      if (!facts || workload.role === 'tool') continue
      const memory = facts.distribution.memory?.(facts)
      const least = facts.distribution.leastMemoryLimit
      if (memory?.least === undefined && least === undefined) continue
      const limit = workload.resources.memoryLimit
      const setting = memory?.by?.kind === 'variable' ? workload.environment.get(memory.by.name) : undefined
      const { name } = workload
      if (memory?.least !== undefined && memory.bytes !== undefined && memory.bytes < memory.least)
        fail(
          workload,
          setting ?? workload.start ?? workload,
          `${name} (${workload.software?.name}) has a ${memory.what} of ${formatBytes(memory.bytes)}; production needs ${formatBytes(memory.least)} or more`,
          {
            key: 'heap',
            fix: `Set ${memory.setting(memory.least)}, in a container of at least ${formatBytes(memory.least / memory.share)}.`,
          },
        )
      if (least && !limit) implied(workload, 'workload/memory-limit-missing')
      if (least && limit?.known && limit.value < least.bytes)
        fail(
          workload,
          limit,
          `${name} (${workload.software?.name}) is limited to ${formatBytes(limit.value)}; production needs ${formatBytes(least.bytes)} or more`,
          { key: 'limit', fix: `Raise the memory limit of ${name} to \`${least.bytes / 2 ** 20}M\` or more.` },
        )
      else if (least && limit && !limit.known) unverified(workload, limit, limit.because)
      else if (memory?.least !== undefined && memory.bytes === undefined)
        unverified(workload, setting ?? workload.at, `its ${memory.what} is not known`)
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            events:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_HEAP_OPTS: -Xmx256m -Xms256m #! events (Apache Kafka) has a
            db:
              image: postgres:17.2
              mem_limit: 512m #! db (PostgreSQL) is limited to 512 MiB
            search:
              image: elasticsearch:8.19.0
              environment:
                - ES_JAVA_OPTS=-Xms512m -Xmx512m #! search (Elasticsearch) has a JVM heap of 512 MiB
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
                  - name: db
                    image: postgres:17.2
                    resources:
                      limits:
                        memory: 256Mi #! db (PostgreSQL) is limited to 256 MiB
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            events: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_HEAP_OPTS: -Xmx1g -Xms1g } }
            db: { image: "postgres:17.2", mem_limit: 2g }
            search: { image: "elasticsearch:8.19.0", environment: ["ES_JAVA_OPTS=-Xms1g -Xmx1g"] }
            default: { image: "confluentinc/cp-kafka:7.9.0", mem_limit: 2g }
        `,
      },
    ],
  },
})
