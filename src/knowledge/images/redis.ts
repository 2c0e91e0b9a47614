import { fromVariable } from '../arguments.js'
import { volumeAt } from '../data.js'
import { dataAt, image, software } from '../define.js'
import { authentication, dataPath, type Family, ignoredBy, memory, replication, setting } from '../engines/redis.js'
import { firstSet, isSet, isYes, type ServiceFacts, text, variable } from '../facts.js'
import type { Authentication, Replication } from '../judgement.js'
import type { Distribution, Software } from '../software.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

const HUB = 'https://hub.docker.com/_/redis'
const ENTRYPOINT = 'https://github.com/redis/docker-library-redis/blob/master/docker-entrypoint.sh'
const BITNAMI = 'https://github.com/bitnami/containers/tree/main/bitnami'

function plain(id: string, images: readonly string[], family: Family, facts: Partial<Distribution>): Distribution {
  const cli = `${family.program}-cli`
  return image(id, images, {
    ...volumeAt('/data', HUB),
    dataPath: dataPath(family),
    builtInHealthcheck: false,
    healthCommand: `${cli} ping | grep -q PONG`,
    tools: { has: [cli, `${family.program}-server`], lacks: ['curl'] },
    runsAs: 'drops-privileges',
    authentication: authentication(family),
    replication: replication(family),
    memory: memory(family),
    setting: setting(family),
    ...facts,
  })
}

function bitnami(name: 'redis' | 'valkey'): readonly Distribution[] {
  const prefix = name.toUpperCase()
  const source = `${BITNAMI}/${name}`
  const family: Family = { program: name, extra: `${prefix}_EXTRA_FLAGS` }
  const data: Partial<Distribution> = {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `${name}-cli ping | grep -q PONG`,
    runsAs: 'non-root',
    authentication: facts => bitnamiAuthentication(facts, prefix),
    defaultCredentials: [
      {
        password: {
          variable: `${prefix}_PASSWORD`,
          wellKnown: ['bitnami', 'password', 'redis', 'valkey', 'password123'],
        },
        source,
      },
    ],
    replication: facts => bitnamiReplication(facts, prefix),
    memory: memory(family),
    setting: (facts, key) => {
      if (key === 'appendonly') return fromVariable(facts.environment(`${prefix}_AOF_ENABLED`) ?? 'yes')
      return setting(family)(facts, key)
    },
  }
  return [
    image('bitnami', [`bitnami/${name}`, `bitnamilegacy/${name}`], data),
    image('bitnami-cluster', [`bitnami/${name}-cluster`, `bitnamilegacy/${name}-cluster`], {
      ...data,
      replication: facts =>
        wired(
          'member',
          `the nodes of ${prefix}_NODES form a cluster`,
          hostsIn(text(facts, `${prefix}_NODES`) ?? ''),
          variable(`${prefix}_NODES`),
        ),
    }),
    image('bitnami-sentinel', [`bitnami/${name}-sentinel`, `bitnamilegacy/${name}-sentinel`], {
      runsAs: 'non-root',
      keepsData: () => 'no',
      replication: () => wired('watcher', 'it is a sentinel: it watches and keeps no data', []),
    }),
  ]
}

function bitnamiAuthentication(facts: ServiceFacts, prefix: string): Authentication {
  const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_PASSWORD_FILE to a secret.`
  const given = firstSet(facts, [`${prefix}_PASSWORD`, `${prefix}_PASSWORD_FILE`, `${prefix}_ACLFILE`])
  if (given) return guarded(`${given} is set`, variable(given))
  if (!isYes(facts.environment('ALLOW_EMPTY_PASSWORD'))) return guarded('the image does not start without a password')
  if (facts.configMounted || isSet(facts, `${prefix}_EXTRA_FLAGS`) || facts.argv) return undecided(FILE_DECIDES, fix)
  return open('ALLOW_EMPTY_PASSWORD=yes and no password is set', fix, variable('ALLOW_EMPTY_PASSWORD'))
}

function bitnamiReplication(facts: ServiceFacts, prefix: string): Replication {
  const name = `${prefix}_REPLICATION_MODE`
  const mode = facts.environment(name)
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name))
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`)
  if (/^(?:master|primary)$/i.test(mode)) return wired('primary', 'replicas may follow it', [], variable(name))
  const host = firstSet(facts, [`${prefix}_MASTER_HOST`, `${prefix}_PRIMARY_HOST`, `${prefix}_SENTINEL_HOST`])
  if (host) return wired('replica', `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ''), variable(host))
  return claimed(
    `${name}=${mode} without a primary host follows nobody`,
    `Set ${prefix}_MASTER_HOST to the primary.`,
    variable(name),
    'replica',
  )
}

const REDIS: Family = { program: 'redis' }
const VALKEY: Family = { program: 'valkey', extra: 'VALKEY_EXTRA_FLAGS' }
const KEYDB: Family = { program: 'keydb' }
const STACK: Family = { program: 'redis', extra: 'REDIS_ARGS' }

const shared: Partial<Software> = {
  stateful: true,
  ports: [{ port: 6379, purpose: 'data' }],
  cluster: { nodes: 2, how: 'a replica with three sentinels, a cluster of six nodes, or a managed service' },
  backupTools: ['redis-cli --rdb', 'BGSAVE'],
  schemes: ['redis', 'rediss', 'redis+sentinel', 'unix'],
}

export default [
  software(
    'redis',
    'Redis',
    'cache',
    [
      plain('official', ['redis', 'public.ecr.aws/docker/library/redis'], REDIS, {
        variables: {
          reads: [/^SKIP_/, 'REDISCLI_AUTH', 'TZ'],
          ignored: ignoredBy('the official Redis image', 'redis-server', 'REDIS'),
          refused: [],
          required: [],
          prefixes: [],
          source: ENTRYPOINT,
        },
      }),
      // The official image of its day with modules on the command line: https://hub.docker.com/r/redislabs/redismod
      plain('modules', ['redislabs/redismod', 'redislabs/rejson', 'redislabs/redisearch'], REDIS, {}),
      plain('stack', ['redis/redis-stack', 'redis/redis-stack-server'], STACK, {
        variables: {
          reads: [/^REDIS(?:EARCH|JSON|TIMESERIES|BLOOM|GRAPH|GEARS)?_ARGS$/, 'REDISCLI_AUTH'],
          ignored: ignoredBy('the Redis Stack image', 'redis-stack-server', 'REDIS').map(each => ({
            ...each,
            because: 'the Redis Stack image takes its settings from REDIS_ARGS',
            instead: `REDIS_ARGS: ${each.instead.replace(/^command: \S+ /, '')}`,
          })),
          refused: [],
          required: [],
          prefixes: [],
          source: 'https://redis.io/docs/latest/operate/oss_and_stack/install/archive/install-stack/docker/',
        },
        // On Ubuntu, with packages that differ between releases: https://github.com/redis-stack/redis-stack
        tools: { has: ['redis-cli', 'bash'], lacks: [] },
        runsAs: 'root',
      }),
      ...bitnami('redis'),
    ],
    shared,
  ),
  software(
    'valkey',
    'Valkey',
    'cache',
    [
      plain('official', ['valkey/valkey', 'valkey/valkey-bundle', 'public.ecr.aws/valkey/valkey'], VALKEY, {
        variables: {
          reads: ['VALKEY_EXTRA_FLAGS', /^SKIP_/, 'REDISCLI_AUTH', 'VALKEYCLI_AUTH', 'TZ'],
          ignored: [
            ...ignoredBy('the official Valkey image', 'valkey-server', 'VALKEY'),
            ...ignoredBy('the official Valkey image', 'valkey-server', 'REDIS'),
          ],
          refused: [],
          required: [],
          prefixes: [],
          source: 'https://github.com/valkey-io/valkey-container/blob/mainline/docker-entrypoint.sh',
        },
      }),
      ...bitnami('valkey'),
    ],
    { ...shared, schemes: ['valkey', 'valkeys'], speaks: 'redis' },
  ),
  software(
    'keydb',
    'KeyDB',
    'cache',
    [plain('official', ['eqalpha/keydb'], KEYDB, dataAt('/data', 'https://docs.keydb.dev/docs/docker-basics/'))],
    { ...shared, schemes: [], speaks: 'redis' },
  ),
  software(
    'dragonfly',
    'Dragonfly',
    'cache',
    [
      image(
        'official',
        ['docker.dragonflydb.io/dragonflydb/dragonfly', 'ghcr.io/dragonflydb/dragonfly', 'dragonflydb/dragonfly'],
        {
          ...dataAt('/data', 'https://www.dragonflydb.io/docs/getting-started/docker'),
        },
      ),
    ],
    { ...shared, schemes: [], speaks: 'redis' },
  ),
]
