import { serviceFactsOf } from '../../src/model/service-facts.js'
import { settingSpan } from '../../src/model/setting-span.js'
import { defineRule } from '../../src/rule.js'

const SETTING = 'cluster.routing.allocation.disk.threshold_enabled'

export default defineRule({
  id: 'elasticsearch/disk-watermark-off',
  title: 'Elasticsearch does not watch how full its disk is',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without the watermarks a node goes on writing until the disk is full, and then fails in the middle of a write; with them it moves shards away and stops writes to its indices while there is still room to repair it.',
  fix: `Remove ${SETTING}=false, and set cluster.routing.allocation.disk.watermark.low, .high and .flood_stage if the defaults (85, 90 and 95 %) do not fit the disk.`,
  refs: [
    'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/cluster-level-shard-allocation-routing-settings#disk-based-shard-allocation',
    'https://docs.opensearch.org/latest/install-and-configure/configuring-opensearch/cluster-settings/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { software } = workload
      if (software?.id !== 'elasticsearch' && software?.speaks !== 'elasticsearch') continue
      const facts = serviceFactsOf(workload)
      const found = facts?.distribution.setting?.(facts, SETTING)
      if (!found) continue
      const value = found.given === 'yes' ? found.value : 'true'
      if (found.given === 'unknown' || value === undefined)
        unverified(
          workload,
          settingSpan(workload, SETTING),
          `a file or a value outside the repository may set ${SETTING}`,
        )
      else if (/^false$/i.test(value.trim()))
        fail(
          workload,
          settingSpan(workload, SETTING),
          `${workload.name} (${software.name}) writes until its disk is full: ${SETTING} is ${value}`,
        )
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            search:
              image: docker.elastic.co/elasticsearch/elasticsearch:8.19.0
              environment:
                - discovery.type=single-node
                - cluster.routing.allocation.disk.threshold_enabled=false #! search (Elasticsearch) writes until its disk is full
            logs:
              image: opensearchproject/opensearch:3.2.0
              environment:
                cluster.routing.allocation.disk.threshold_enabled: "false" #! logs (OpenSearch) writes until its disk is full
            old:
              image: elasticsearch:7.17.0
              command: elasticsearch -Ecluster.routing.allocation.disk.threshold_enabled=false #! old (Elasticsearch) writes until
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            search: { image: "docker.elastic.co/elasticsearch/elasticsearch:8.19.0", environment: ["discovery.type=single-node"] }
            on: { image: "elasticsearch:8.19.0", environment: ["cluster.routing.allocation.disk.threshold_enabled=true", "cluster.routing.allocation.disk.watermark.low=2gb"] }
        `,
      },
    ],
  },
})
