import { redisBytes } from '../../src/knowledge/sizes.js'
import { redisServersOf, redisSetting } from '../../src/model/datastore/redis.js'
import { mayKeepWork } from '../../src/model/datastore/redis-work.js'
import { settingSpan } from '../../src/model/setting-span.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { formatBytes } from '../../src/words.js'

export default defineRule({
  id: 'redis/memory-unbounded',
  title: 'Redis may take all the memory there is',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without maxmemory Redis grows until the kernel kills it, or its neighbours, in the middle of the work; with it, it evicts keys or refuses writes with an error that clients see.',
  fix: 'Start it with `redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru` (a cache) or `noeviction` (jobs, sessions), at about three quarters of the memory limit of the container.',
  refs: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/',
    'https://redis.io/docs/latest/develop/reference/eviction/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload, facts } = server
      const set = redisSetting(server, 'maxmemory')
      const at = settingSpan(workload, 'maxmemory')
      const bytes = set.given === 'yes' && set.value !== undefined ? redisBytes(set.value) : undefined
      const name = `${workload.name} (${workload.software?.name})`
      const limit = workload.resources.memoryLimit
      const room = limit?.known ? `: at the ${formatBytes(limit.value)} of its container it is killed` : ''
      if (set.given === 'no')
        fail(
          workload,
          workload.start?.source === 'deployment' ? workload.start : workload,
          `${name} has no maxmemory${room}`,
          {
            fix: fixFor(facts.distribution.id, limit?.known ? limit.value : undefined, keptIn(server, system)),
          },
        )
      else if (bytes === 0) fail(workload, at, `${name} has maxmemory 0, which means no limit${room}`)
      else if (bytes === undefined)
        unverified(workload, at, 'its maxmemory is not known: a file or a value outside the repository sets it')
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            plain: #! plain (Redis) has no maxmemory
              image: redis:8.0
            limited:
              image: redis:8.0
              command: redis-server --appendonly yes #! limited (Redis) has no maxmemory: at the 512 MiB of its container it is killed
              deploy: { resources: { limits: { memory: 512M } } }
            zero:
              image: valkey/valkey:8.1
              command: valkey-server --maxmemory 0 #! zero (Valkey) has maxmemory 0
            keydb: #! keydb (KeyDB) has no maxmemory
              image: eqalpha/keydb:x86_64_v6.3.4
            unread: #! unread (Redis) has no maxmemory
              image: redis:8.0
              volumes: ["./redis.conf:/usr/local/etc/redis/redis.conf:ro"]
            ignored: #! ignored (Redis) has no maxmemory
              image: redis:8.0
              environment: { REDIS_MAXMEMORY: 256mb }
            bitnami: #! bitnami (Redis) has no maxmemory
              image: bitnami/redis:8.0
              environment: { REDIS_PASSWORD: "\${P}" }
              volumes: ["./other.conf:/opt/bitnami/redis/mounted-etc/redis.conf:ro"]
        `,
        'redis.conf': 'maxmemory 256mb\n',
        'other.conf': 'appendonly yes\n',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0", command: ["redis-server", "--maxmemory", "256mb", "--maxmemory-policy", "allkeys-lru"] }
            joined: { image: "redis:7-alpine", command: [redis-server, "--appendonly yes", "--maxmemory 256mb", "--maxmemory-policy allkeys-lru"] }
            shell: { image: "redis:8.0", command: "sh -c 'exec redis-server --maxmemory 700mb --requirepass \\"$$(cat /run/secrets/redis)\\"'" }
            valkey: { image: "valkey/valkey:8.1", environment: { VALKEY_EXTRA_FLAGS: "--maxmemory 1gb" } }
            bitnami: { image: "bitnami/redis:8.0", environment: { REDIS_EXTRA_FLAGS: "--maxmemory 256mb", REDIS_PASSWORD: "\${P}" } }
            sentinel: { image: "redis:8.0", command: redis-sentinel /data/sentinel.conf }
            file: { image: "redis:8.0", command: redis-server /etc/redis/redis.conf, volumes: ["./redis.conf:/etc/redis/redis.conf:ro"] }
            overrides:
              image: bitnami/redis:8.0
              environment: { REDIS_PASSWORD: "\${P}" }
              volumes: ["./redis.conf:/opt/bitnami/redis/mounted-etc/overrides.conf:ro"]
            dragonfly: { image: "docker.dragonflydb.io/dragonflydb/dragonfly:v1.34.0" }
        `,
        'redis.conf': 'bind 0.0.0.0\nmaxmemory 256mb\n',
      },
    ],
  },
})

/** What is in it: jobs and sessions, or copies; undefined where the code that would tell is not here, or not read. */
function keptIn(server: ReturnType<typeof redisServersOf>[number], system: System): 'work' | 'copies' | undefined {
  const { workload } = server
  if (workload.stateful || isKept(server) || mayKeepWork(system, workload)) return 'work'
  return system.services.length > 0 ? 'copies' : undefined
}

const POLICY = { work: 'noeviction', copies: 'allkeys-lru' }

/** Whoever switches the append-only file on wants to find the keys again. */
function isKept(server: ReturnType<typeof redisServersOf>[number]): boolean {
  const set = redisSetting(server, 'appendonly')
  return set.given === 'yes' && set.value === 'yes'
}

function fixFor(distribution: string, limit: number | undefined, kept: 'work' | 'copies' | undefined): string {
  const size = limit === undefined ? '512mb' : `${Math.max(1, Math.floor((limit * 0.75) / 2 ** 20))}mb`
  const flags = `--maxmemory ${size} --maxmemory-policy ${POLICY[kept ?? 'copies']}`
  const otherwise = kept === undefined ? ' (`noeviction` if it holds jobs or sessions)' : ''
  return distribution.startsWith('bitnami')
    ? `Set REDIS_EXTRA_FLAGS (VALKEY_EXTRA_FLAGS) to \`${flags}\`${otherwise}.`
    : `Add \`${flags}\`${otherwise} to its command${limit === undefined ? ', and give the container a memory limit above it' : ''}.`
}
