import { option, postgresSetting, splitWords } from '../../knowledge/arguments.js'
import type { ServiceFacts } from '../../knowledge/facts.js'
import { type Fact, known, knownValue, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Cluster } from '../cluster.js'
import { planFor } from '../code/platform-databases.js'
import type { Pool } from '../code/pool.js'
import { serviceFactsOf } from '../service-facts.js'
import { settingSpan } from '../setting-span.js'
import type { EnvironmentVariable, Subject, Workload } from '../system.js'
import { operatedSetting } from './operated-setting.js'
import { mysqlFileSetting, postgresFileSetting, type Setting } from './server-files.js'

/** A database server that the repository, or its platform, runs, and how many connections it takes. */
export interface DatabaseServer {
  /** The workload, or the database of the platform. */
  readonly subject: Subject
  readonly engine: 'postgres' | 'mysql'
  /** `max_connections`; the default of the software where nothing sets it. */
  readonly maximum: Fact<number>
  /** Whether that is the default. */
  readonly isDefault: boolean
  /** Connections out of these that only administrators get: `superuser_reserved_connections` and `reserved_connections`. */
  readonly reserved: number
  /** `shared_buffers` or `innodb_buffer_pool_size` where something sets it. */
  readonly buffer: Setting | undefined
  /** What something sets of how writes get to the disk, by name: see `DURABILITY`. */
  readonly durability: ReadonlyMap<string, Setting>
  /** Variables that are meant to set the maximum and that the image does not read. */
  readonly ignored: readonly EnvironmentVariable[]
  /** What to type to set it. */
  readonly example: (connections: number) => string
}

/** https://www.postgresql.org/docs/current/runtime-config-connection.html */
const POSTGRES_DEFAULT = 100
const POSTGRES_RESERVED = 3
/** One more is kept for an administrator: https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html */
const MYSQL_DEFAULT = 151

/** The databases of platforms that pools lead to. */
export function platformServersOf(pools: readonly Pool[]): readonly DatabaseServer[] {
  const found = new Map<string, DatabaseServer>()
  for (const { target } of pools) {
    if (target?.kind !== 'object') continue
    const { engine, maximum } = target
    found.set(target.id, {
      subject: target,
      engine,
      maximum,
      isDefault: false,
      reserved: 0,
      buffer: undefined,
      durability: new Map(),
      ignored: [],
      example: planFor,
    })
  }
  return [...found.values()]
}

/** The PostgreSQL and MySQL servers among the workloads. */
export function databaseServersOf(
  workloads: readonly Workload[],
  clusters: readonly Cluster[],
  tree: Tree,
): readonly DatabaseServer[] {
  return workloads.flatMap(workload => {
    const engine = workload.longRunning && !workload.clientOf ? engineOf(workload) : undefined
    return engine ? [serverOf(workload, engine, clusters, tree)] : []
  })
}

function engineOf({ software }: Workload): DatabaseServer['engine'] | undefined {
  if (software?.id === 'postgres') return 'postgres'
  return software?.id === 'mysql' || software?.id === 'mariadb' ? 'mysql' : undefined
}

function serverOf(
  workload: Workload,
  engine: DatabaseServer['engine'],
  clusters: readonly Cluster[],
  tree: Tree,
): DatabaseServer {
  const read = readerOf(workload, engine, clusters, tree)
  const set = read('max_connections')
  const maximum = set && numberOf(set)
  return {
    subject: workload,
    engine,
    maximum: maximum ?? known(engine === 'postgres' ? POSTGRES_DEFAULT : MYSQL_DEFAULT, workload.at),
    isDefault: maximum === undefined,
    reserved: engine === 'postgres' ? reservedOf(read) : 0,
    buffer: read(engine === 'postgres' ? 'shared_buffers' : 'innodb_buffer_pool_size'),
    durability: new Map(
      DURABILITY[engine].flatMap(name => {
        const set = read(name)
        return set ? [[name, set] as const] : []
      }),
    ),
    ignored: ignoredBy(workload),
    example: exampleFor(workload, engine),
  }
}

/**
 * https://www.postgresql.org/docs/current/runtime-config-wal.html,
 * https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html
 */
const DURABILITY: Readonly<Record<DatabaseServer['engine'], readonly string[]>> = {
  postgres: ['fsync', 'full_page_writes', 'synchronous_commit'],
  mysql: ['innodb_flush_log_at_trx_commit', 'innodb_doublewrite', 'sync_binlog'],
}

type Reader = (name: string) => Setting | undefined

function reservedOf(read: Reader): number {
  const own = (name: string, otherwise: number) => {
    const set = read(name)
    return (set && knownValue(numberOf(set))) ?? otherwise
  }
  return own('superuser_reserved_connections', POSTGRES_RESERVED) + own('reserved_connections', 0)
}

function numberOf({ value, at }: Setting): Fact<number> {
  if (!value.known) return value
  const text = value.value.trim().replace(/^(['"])(.*)\1$/, '$2')
  if (/^\d{1,7}$/.test(text)) return known(Number(text), at)
  const because = text.startsWith('$') ? 'is set outside the repository' : 'is not a number'
  return unknown(at, `${text.slice(0, 40)} ${because}`)
}

/** How a setting of this server is found: its command, then its files. Undefined: nothing sets it. */
function readerOf(
  workload: Workload,
  engine: DatabaseServer['engine'],
  clusters: readonly Cluster[],
  tree: Tree,
): Reader {
  if (workload.pod?.operator) return name => operatedSetting(workload, name, clusters)
  const facts = serviceFactsOf(workload)
  if (!facts) return () => ({ value: unknown(workload.at, 'its image is not known'), at: workload.at })
  const onFile =
    engine === 'postgres'
      ? (name: string) => postgresFileSetting(workload, facts, name, tree)
      : (name: string) => mysqlFileSetting(workload, name, tree)
  return name => commandSetting(workload, engine, facts, name) ?? onFile(name)
}

/** The command line; for images that take settings from variables, also these. */
function commandSetting(
  workload: Workload,
  engine: DatabaseServer['engine'],
  facts: ServiceFacts,
  name: string,
): Setting | undefined {
  const at = settingSpan(workload, name)
  const told = engine === 'postgres' ? postgresSetting(facts.argv, name) : option(facts.argv, name)
  if (told.given === 'unknown') return { value: unknown(at, 'its command is not known in full'), at }
  if (told.given === 'yes')
    return { value: told.value === undefined ? unknown(at, 'its command does not tell') : known(told.value, at), at }
  return engine === 'postgres' ? fromVariables(workload, name) : fromExtraFlags(workload, name)
}

/**
 * Variables through which images set a server up: https://github.com/bitnami/containers/tree/main/bitnami/postgresql; since
 * 16 `initdb -c` writes a setting into the new postgresql.conf, https://www.postgresql.org/docs/current/app-initdb.html.
 */
function fromVariables({ environment, distribution }: Workload, name: string): Setting | undefined {
  const initial = environment.get('POSTGRES_INITDB_ARGS')
  const given = initial?.value.known
    ? new RegExp(`(?:-c|--set)[= ]*${name}=(\\w+)`).exec(initial.value.value)?.[1]
    : undefined
  if (initial && given !== undefined) return { value: known(given, initial.at), at: initial.at }
  if (distribution?.id !== 'bitnami') return undefined
  const flags = environment.get('POSTGRESQL_EXTRA_FLAGS')
  if (flags && !flags.value.known) return { value: flags.value, at: flags.at }
  const told = postgresSetting(splitWords(flags?.value.known ? flags.value.value : ''), name)
  if (told.given === 'yes' && told.value !== undefined && flags)
    return { value: known(told.value, flags.at), at: flags.at }
  if (name !== 'max_connections') return undefined
  const own = environment.get('POSTGRESQL_MAX_CONNECTIONS') ?? environment.get('POSTGRES_MAX_CONNECTIONS')
  return own?.value.known && own.value.value === '' ? undefined : own && { value: own.value, at: own.at }
}

/** https://github.com/bitnami/containers/tree/main/bitnami/mariadb */
function fromExtraFlags({ environment, distribution }: Workload, name: string): Setting | undefined {
  const flags = distribution?.id.startsWith('bitnami')
    ? (environment.get('MARIADB_EXTRA_FLAGS') ?? environment.get('MYSQL_EXTRA_FLAGS'))
    : undefined
  if (!flags?.value.known) return flags && { value: flags.value, at: flags.at }
  const told = option(['mysqld', ...splitWords(flags.value.value)], name)
  return told.given === 'yes' && told.value !== undefined
    ? { value: known(told.value, flags.at), at: flags.at }
    : undefined
}

const MEANT = /(?:^|_)MAX_CONNECTIONS$/

function ignoredBy({ environment, distribution }: Workload): readonly EnvironmentVariable[] {
  const ignored = distribution?.variables?.ignored ?? []
  return [...environment.values()].filter(
    ({ name }) => MEANT.test(name) && ignored.some(({ pattern }) => pattern.test(name)),
  )
}

function exampleFor({ pod, distribution }: Workload, engine: DatabaseServer['engine']): DatabaseServer['example'] {
  if (pod?.operator) return connections => `max_connections: "${connections}" among the parameters of ${pod.name}`
  if (engine === 'mysql') return connections => `command: --max-connections=${connections}`
  if (distribution?.id === 'bitnami') return connections => `POSTGRESQL_MAX_CONNECTIONS: ${connections}`
  const form = pod ? 'args: [-c, max_connections=' : 'command: postgres -c max_connections='
  return connections => `${form}${connections}${pod ? ']' : ''}`
}
