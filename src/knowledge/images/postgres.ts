import { orInFile, postgresSetting, splitWords } from '../arguments.js'
import { dataAt, image, software } from '../define.js'
import { authentication, dataPath, memory, PASSWORDS, RESOURCES, replication, setting } from '../engines/postgres.js'
import { directoryIn, firstSet, isSet, isYes, type ServiceFacts, text, variable } from '../facts.js'
import type { DefaultCredential, Replication } from '../judgement.js'
import { GIB, MIB } from '../sizes.js'
import type { Distribution, VariableFacts } from '../software.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

const HUB = 'https://hub.docker.com/_/postgres'
const ENTRYPOINT = 'https://github.com/docker-library/postgres/blob/master/docker-entrypoint.sh'
const BITNAMI = 'https://github.com/bitnami/containers/tree/main/bitnami/postgresql'

/** Server settings that people give as variables. None of them is one to the entrypoint of the official image. */
const SERVER_SETTINGS = [
  'max_connections',
  'shared_buffers',
  'effective_cache_size',
  'work_mem',
  'maintenance_work_mem',
  'wal_buffers',
  'min_wal_size',
  'max_wal_size',
  'wal_level',
  'max_wal_senders',
  'max_replication_slots',
  'hot_standby',
  'synchronous_commit',
  'checkpoint_completion_target',
  'checkpoint_timeout',
  'random_page_cost',
  'effective_io_concurrency',
  'default_statistics_target',
  'max_worker_processes',
  'max_parallel_workers',
  'max_parallel_workers_per_gather',
  'max_parallel_maintenance_workers',
  'huge_pages',
  'temp_buffers',
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'log_statement',
  'log_min_duration_statement',
  'shared_preload_libraries',
  'listen_addresses',
  'archive_mode',
  'archive_command',
]

const REPLICATION_VARIABLE =
  /^POSTGRES(?:QL)?_(?:REPLICATION_(?:MODE|USER|PASSWORD|PASSWORD_FILE|HOST)|MASTER_(?:HOST|SERVICE_HOST|PORT|PORT_NUMBER)|PRIMARY_HOST|NUM_SYNCHRONOUS_REPLICAS)$/

const PREFIXES: ReadonlySet<string> = new Set(['', 'POSTGRES_', 'POSTGRESQL_', 'PG_'])

/** A setting's name, alone or behind one of the prefixes that variables of the image have. */
function asVariable(setting: string): { test(name: string): boolean } {
  return { test: name => name.endsWith(setting) && PREFIXES.has(name.slice(0, -setting.length)) }
}

const officialVariables: VariableFacts = {
  reads: [
    /^POSTGRES_(?:PASSWORD|USER|DB|INITDB_ARGS)(?:_FILE)?$/,
    'POSTGRES_INITDB_WALDIR',
    'POSTGRES_HOST_AUTH_METHOD',
    /^PG[A-Z]+$/,
    'TZ',
    /^LANG$|^LC_/,
  ],
  ignored: [
    ...SERVER_SETTINGS.map(key => ({
      pattern: asVariable(key.toUpperCase()),
      because: 'the official PostgreSQL image takes no server settings from variables',
      instead: `command: postgres -c ${key}=<value>`,
    })),
    {
      pattern: REPLICATION_VARIABLE,
      because: 'the official PostgreSQL image sets up no replication, so each container is an independent primary',
      instead:
        'fill the data directory of the second node with pg_basebackup -R, or use an image that replicates (Patroni, repmgr)',
    },
    ...(
      [
        ['DATABASE|DB_NAME|DBNAME|NAME', 'POSTGRES_DB'],
        ['USERNAME|DB_USER|USER_NAME', 'POSTGRES_USER'],
        ['PASS|DB_PASSWORD|PWD', 'POSTGRES_PASSWORD'],
      ] as const
    ).map(([names, instead]) => ({
      pattern: new RegExp(`^POSTGRES_(?:${names})$`),
      because: `the official PostgreSQL image reads ${instead}`,
      instead,
    })),
    {
      pattern: /^POSTGRESQL_(?:PASSWORD|USERNAME|DATABASE)$/,
      because:
        'that is the name in the Bitnami image; the official one reads POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB',
      instead: 'POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB',
    },
  ],
  refused: [],
  required: [{ anyOf: [...PASSWORDS, 'POSTGRES_HOST_AUTH_METHOD'], firstStartOnly: true, source: ENTRYPOINT }],
  prefixes: [],
  source: ENTRYPOINT,
}

const wellKnownLogin: DefaultCredential = {
  user: { variable: 'POSTGRES_USER', default: 'postgres' },
  password: { variable: 'POSTGRES_PASSWORD', wellKnown: ['postgres', 'password', 'mysecretpassword', 'example'] },
  source: HUB,
}

/** Images that add extensions to the official one and keep its entrypoint. */
function derived(id: string, images: readonly string[], facts: Partial<Distribution> = {}): Distribution {
  return image(id, images, {
    dataPaths: [
      {
        before: [18],
        paths: ['/var/lib/postgresql/data'],
        volumes: ['/var/lib/postgresql/data'],
        source: `${HUB}#pgdata`,
      },
      {
        paths: ['/var/lib/postgresql'],
        volumes: ['/var/lib/postgresql'],
        mountAt: '/var/lib/postgresql',
        source: `${HUB}#pgdata`,
      },
    ],
    dataPath: dataPath,
    variables: officialVariables,
    builtInHealthcheck: false,
    healthCommand: 'pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}',
    tools: { has: ['pg_isready', 'psql', 'pg_dump', 'bash'], lacks: ['curl'] },
    runsAs: 'drops-privileges',
    authentication,
    defaultCredentials: [wellKnownLogin],
    replication,
    memory,
    setting,
    leastMemoryLimit: { bytes: GIB, source: RESOURCES },
    ...facts,
  })
}

/** The image tunes shared_buffers and max_connections to its memory limit. https://github.com/timescale/timescaledb-docker */
const timescale: Partial<Distribution> = {
  versionFromTag: /pg(\d+)/,
  tools: { has: ['pg_isready', 'psql', 'pg_dump', 'bash'], lacks: [] },
  setting: (facts, name) => orInFile(setting(facts, name), true),
  variables: {
    ...officialVariables,
    reads: [...officialVariables.reads, /^TS_TUNE_/, 'NO_TS_TUNE', /^TIMESCALEDB_/, 'POSTGRESQL_CONF_DIR'],
    ignored: officialVariables.ignored.filter(each => !each.pattern.test('MAX_CONNECTIONS')),
  },
  memory: facts => (postgresSetting(facts.argv, 'shared_buffers').given === 'yes' ? memory(facts) : undefined),
}

const bitnamiPasswords = ['POSTGRESQL', 'POSTGRES'].flatMap(prefix =>
  ['PASSWORD', 'PASSWORD_FILE', 'POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE'].map(name => `${prefix}_${name}`),
)

function either(facts: ServiceFacts, name: string): string {
  return isSet(facts, `POSTGRESQL_${name}`) ? `POSTGRESQL_${name}` : `POSTGRES_${name}`
}

function bitnamiReplication(facts: ServiceFacts): Replication {
  const partners = facts.environment('REPMGR_PARTNER_NODES')
  if (partners !== undefined) {
    return wired(
      'member',
      'repmgr replicates between its partner nodes',
      hostsIn(partners ?? ''),
      variable('REPMGR_PARTNER_NODES'),
    )
  }
  const name = either(facts, 'REPLICATION_MODE')
  const mode = facts.environment(name)
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name))
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone('POSTGRESQL_REPLICATION_MODE is not set')
  if (/^(?:master|primary)$/i.test(mode)) return wired('primary', 'replicas may follow it', [], variable(name))
  const host = either(facts, 'MASTER_HOST')
  if (isSet(facts, host)) {
    return wired('replica', `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ''), variable(host))
  }
  return claimed(
    `${name}=${mode} without POSTGRESQL_MASTER_HOST follows no primary`,
    'Set POSTGRESQL_MASTER_HOST to the primary.',
    variable(name),
    'replica',
  )
}

const bitnami = image(
  'bitnami',
  ['bitnami/postgresql', 'bitnamilegacy/postgresql', 'bitnami/postgresql-repmgr', 'bitnamilegacy/postgresql-repmgr'],
  {
    ...dataAt('/bitnami/postgresql/data', BITNAMI),
    dataPath: facts => directoryIn(facts, ['POSTGRESQL_DATA_DIR']),
    variables: {
      reads: [/^POSTGRESQL_/, /^POSTGRES_/, /^REPMGR_/, /^BITNAMI_/, /^PG[A-Z]+$/, 'ALLOW_EMPTY_PASSWORD'],
      ignored: ['shared_buffers', 'work_mem', 'maintenance_work_mem', 'effective_cache_size'].map(key => ({
        pattern: new RegExp(`^POSTGRES(?:QL)?_${key.toUpperCase()}$`),
        because: 'the Bitnami PostgreSQL image has no such variable',
        instead: `POSTGRESQL_EXTRA_FLAGS: -c ${key}=<value>`,
      })),
      refused: [],
      required: [],
      prefixes: [],
      source: BITNAMI,
    },
    builtInHealthcheck: false,
    healthCommand: 'pg_isready -h 127.0.0.1 -p 5432 -U postgres',
    tools: { has: ['pg_isready', 'psql', 'pg_dump', 'bash'], lacks: [] },
    runsAs: 'non-root',
    authentication: facts => {
      const fix = 'Remove ALLOW_EMPTY_PASSWORD and set POSTGRESQL_PASSWORD_FILE to a secret.'
      const password = firstSet(facts, bitnamiPasswords)
      if (password) return guarded(`${password} is set`, variable(password))
      if (!isYes(facts.environment('ALLOW_EMPTY_PASSWORD')))
        return guarded('the image does not start without a password')
      if (facts.configMounted) return undecided(FILE_DECIDES, fix)
      return open('ALLOW_EMPTY_PASSWORD=yes and no password is set', fix, variable('ALLOW_EMPTY_PASSWORD'))
    },
    defaultCredentials: [
      {
        user: { variable: 'POSTGRESQL_USERNAME', default: 'postgres' },
        password: { variable: 'POSTGRESQL_PASSWORD', wellKnown: ['postgres', 'password', 'bitnami', 'password123'] },
        source: BITNAMI,
      },
    ],
    replication: bitnamiReplication,
    memory: facts => {
      const flags = facts.environment('POSTGRESQL_EXTRA_FLAGS')
      if (flags === null) return undefined
      const used = memory({ ...facts, argv: flags ? splitWords(flags) : undefined })
      return (
        used && {
          ...used,
          ...(used.by ? { by: variable('POSTGRESQL_EXTRA_FLAGS') } : {}),
          setting: bytes => `POSTGRESQL_EXTRA_FLAGS: -c shared_buffers=${Math.max(1, Math.floor(bytes / MIB))}MB`,
        }
      )
    },
    leastMemoryLimit: { bytes: GIB, source: RESOURCES },
  },
)

export default software(
  'postgres',
  'PostgreSQL',
  'database',
  [
    derived('official', ['postgres', 'public.ecr.aws/docker/library/postgres']),
    derived('postgis', ['postgis/postgis', 'imresamu/postgis']),
    derived('pgvector', ['pgvector/pgvector', 'ankane/pgvector'], { versionFromTag: /pg(\d+)/ }),
    derived('timescale', ['timescale/timescaledb', 'timescale/timescaledb-postgis'], timescale),
    image('timescale-ha', ['timescale/timescaledb-ha'], {
      ...dataAt('/home/postgres/pgdata', 'https://github.com/timescale/timescaledb-docker-ha'),
      dataPath: dataPath,
      healthCommand: 'pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}',
    }),
    bitnami,
    image(
      'spilo',
      [14, 15, 16, 17, 18].map(major => `ghcr.io/zalando/spilo-${major}`),
      {
        ...dataAt('/home/postgres/pgdata', 'https://github.com/zalando/spilo'),
        replication: () => wired('member', 'Spilo runs PostgreSQL under Patroni', []),
      },
    ),
  ],
  {
    stateful: true,
    ports: [{ port: 5432, purpose: 'data' }],
    cluster: {
      nodes: 2,
      how: 'a standby that follows the primary (pg_basebackup -R, Patroni, repmgr) or a managed service',
    },
    backupTools: ['pg_dump', 'pg_dumpall', 'pg_basebackup', 'pgbackrest', 'wal-g', 'barman'],
    schemes: [
      'postgres',
      'postgresql',
      'jdbc:postgresql',
      'postgresql+asyncpg',
      'postgresql+psycopg',
      'postgresql+psycopg2',
      'postgis',
      'asyncpg',
    ],
  },
)
