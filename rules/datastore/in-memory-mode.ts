import { serviceFactsOf } from '../../src/model/service-facts.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'datastore/in-memory-mode',
  title: 'A datastore runs in a mode that forgets its data',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Development and memory modes are made for a laptop: a restart of the container loses everything that was written since the last one.',
  fix: 'Start the server in its normal mode with a volume at its data directory.',
  refs: [
    'https://developer.hashicorp.com/consul/docs/agent/config/cli-flags#_dev',
    'https://docs.temporal.io/cli/server',
    'https://docs.kurrent.io/server/latest/configuration/',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      if (!facts?.distribution.memoryMode || workload.role === 'tool') continue
      const mode = facts.distribution.memoryMode(facts)
      if (!mode) pass(workload)
      else {
        const variable = mode.by?.kind === 'variable' ? workload.environment.get(mode.by.name) : undefined
        fail(
          workload,
          variable ?? workload.start ?? workload,
          `${workload.name} (${workload.software?.name}) forgets its data: ${mode.because}`,
          { fix: mode.fix },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            events:
              image: eventstore/eventstore:24.10
              environment:
                EVENTSTORE_MEM_DB: "true" #! events
            registry:
              image: hashicorp/consul:1.21
              command: agent -dev -client 0.0.0.0 #! registry (Consul) forgets its data
            default: #! default (Consul) forgets its data: without a command this image runs "agent -dev"
              image: hashicorp/consul:1.21
            stream:
              image: redpandadata/redpanda:v25.2.7
              command: redpanda start --mode dev-container --smp 1 #! stream (Redpanda) forgets its data
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            events: { image: "eventstore/eventstore:24.10", environment: { EVENTSTORE_CLUSTER_SIZE: "1" } }
            registry: { image: "hashicorp/consul:1.21", command: agent -server -bootstrap-expect=1 }
            client: { image: "hashicorp/consul:1.21", command: agent -retry-join=registry }
            stream: { image: "redpandadata/redpanda:v25.2.7", command: redpanda start --smp 2 --memory 4G }
        `,
      },
    ],
  },
})
