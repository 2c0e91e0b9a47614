import type { ServiceFacts } from '../../src/knowledge/facts.js'
import { isYes } from '../../src/knowledge/facts.js'
import { keepsDataOnMount } from '../../src/model/datastore/data-mounts.js'
import { type RedisServer, redisServersOf, redisSetting } from '../../src/model/datastore/redis.js'
import { settingSpan } from '../../src/model/setting-span.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'redis/persistence-off',
  title: 'Redis holds jobs or sessions and does not log its writes',
  category: 'disaster-recovery',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without the append-only file a crash or a killed container takes Redis back to its last snapshot, minutes or an hour ago, or to nothing: accepted jobs are gone and finished ones run again, and everybody is signed out.',
  fix: 'Start it with `redis-server --appendonly yes` and mount a volume at /data.',
  refs: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/',
    'https://docs.bullmq.io/guide/going-to-production#persistence',
  ],
  check({ system, pass, fail, implied, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload, facts } = server
      if (workload.role !== 'datastore') continue
      const set = redisSetting(server, 'appendonly')
      const at = settingSpan(workload, 'appendonly', ['REDIS_AOF_ENABLED', 'VALKEY_AOF_ENABLED'])
      if (set.given === 'unknown' || (set.given === 'yes' && set.value === undefined))
        unverified(workload, at, 'whether it writes an append-only file is not known')
      else if (set.given === 'yes' && isYes(set.value)) {
        // A log in the container goes with the container.
        if (keepsDataOnMount(workload)) pass(workload)
        else implied(workload, 'datastore/data-not-persisted')
      } else
        fail(
          workload,
          set.given === 'yes' ? at : workload.start?.source === 'deployment' ? workload.start : workload,
          `${workload.name} (${workload.software?.name}) holds jobs or sessions and ${snapshots(server)}`,
          fixFor(facts),
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            queue: #! queue (Redis) holds jobs or sessions and keeps no more than its snapshots
              image: redis:8.0
              volumes: ["queue:/data"]
            sessions:
              image: redis:8.0
              command: redis-server --save "" --appendonly no #! sessions (Redis) holds jobs or sessions and writes nothing to disk
            broker:
              image: bitnami/redis:8.0
              environment:
                REDIS_AOF_ENABLED: "no" #! broker (Redis) holds jobs or sessions
          volumes: { queue: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            queue:
              image: redis:8.0
              command: redis-server /etc/redis/redis.conf #! queue (Redis) holds jobs or sessions
              volumes: ["./redis.conf:/etc/redis/redis.conf:ro", "queue:/data"]
          volumes: { queue: {} }
        `,
        'redis.conf': 'maxmemory 256mb\n# appendonly yes\n',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0", command: 'redis-server --save ""' }
            queue: { image: "redis:8.0", command: "redis-server --appendonly yes", volumes: ["queue:/data"] }
            sessions: { image: "bitnami/redis:8.0", environment: { REDIS_PASSWORD: "\${P}" }, volumes: ["sessions:/bitnami/redis/data"] }
          volumes: { queue: {}, sessions: {} }
        `,
      },
    ],
  },
})

function snapshots(server: RedisServer): string {
  const save = redisSetting(server, 'save')
  const off = save.given === 'yes' && (save.value ?? '').trim() === ''
  return off ? 'writes nothing to disk' : 'keeps no more than its snapshots (appendonly is off)'
}

function fixFor(facts: ServiceFacts) {
  return facts.distribution.id.startsWith('bitnami')
    ? {
        fix: 'Remove REDIS_AOF_ENABLED (VALKEY_AOF_ENABLED): this image writes an append-only file unless told otherwise.',
      }
    : {}
}
