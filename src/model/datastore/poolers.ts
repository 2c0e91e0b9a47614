import { child, descend, textOf } from '../../parse/node.js'
import { type Fact, known, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Cluster } from '../cluster.js'
import { containerFilesOf } from '../container-files.js'
import type { Connection, Workload } from '../system.js'
import { operatedObject } from './operated-setting.js'

/** What stands between clients and a database server, and gives many of them few connections. */
export interface Pooler {
  readonly workload: Workload
  /** The servers that it connects to; empty: not known. */
  readonly servers: readonly Workload[]
  /** How many clients one instance of it takes. */
  readonly clients: Fact<number>
  /** How many connections it opens to its server for each pair of user and database. */
  readonly perPair: Fact<number>
  /** How long a client keeps a connection of the server: `session` saves none while clients stay connected. */
  readonly mode: Fact<string>
}

/** https://www.pgbouncer.org/config.html */
const DEFAULTS = { max_client_conn: 100, default_pool_size: 20, pool_mode: 'session' } as const
type Name = keyof typeof DEFAULTS

/** The poolers among the workloads. */
export function poolersOf(
  workloads: readonly Workload[],
  connections: readonly Connection[],
  clusters: readonly Cluster[],
  tree: Tree,
): readonly Pooler[] {
  return workloads.flatMap(workload => {
    if (workload.software?.kind !== 'pooler') return []
    const servers = serversBehind(workload, { workloads, connections })
    const read = readerOf(workload, clusters, tree)
    return [
      {
        workload,
        servers,
        clients: numberOf(read('max_client_conn')),
        perPair: numberOf(read('default_pool_size')),
        mode: read('pool_mode'),
      },
    ]
  })
}

/** The servers that a pooler connects to; the only one of the deployment where a file says which. */
export function serversBehind(
  pooler: Workload,
  { workloads, connections }: { readonly workloads: readonly Workload[]; readonly connections: readonly Connection[] },
): readonly Workload[] {
  const named = connections.flatMap(({ from, to }) => (from === pooler && to && isPostgres(to) ? [to] : []))
  if (named.length > 0) return named
  const all = workloads.filter(other => other.deployment === pooler.deployment && isPostgres(other))
  return all.length === 1 ? all : []
}

function isPostgres({ software }: Workload): boolean {
  return software?.id === 'postgres' || software?.speaks === 'postgres'
}

function numberOf(fact: Fact<string>): Fact<number> {
  if (!fact.known) return fact
  return /^\d{1,7}$/.test(fact.value) ? known(Number(fact.value), fact.at) : unknown(fact.at, 'it is not a number')
}

type Reader = (name: Name) => Fact<string>

function readerOf(workload: Workload, clusters: readonly Cluster[], tree: Tree): Reader {
  if (workload.pod?.operator) return operatedReader(workload, clusters)
  if (workload.software?.id === 'pgpool') return pgpoolReader(workload)
  const file = fileReader(workload, tree)
  return file ?? (name => fromEnvironment(workload, name))
}

/** https://cloudnative-pg.io/documentation/current/connection_pooling/ */
function operatedReader(workload: Workload, clusters: readonly Cluster[]): Reader {
  const object = operatedObject(workload, clusters)
  const bouncer = descend(object?.node, 'spec', 'pgbouncer')
  if (!bouncer) return () => unknown(workload.at, 'its operator sets it')
  return name => {
    const node = name === 'pool_mode' ? child(bouncer, 'poolMode') : child(child(bouncer, 'parameters'), name)
    const text = textOf(node)
    return node && text !== undefined ? known(text, node.at) : known(String(DEFAULTS[name]), workload.at)
  }
}

/**
 * Each child of Pgpool-II serves one client and keeps its connections; without a number there are 32 of them.
 * https://www.pgpool.net/docs/latest/en/html/runtime-config-connection.html
 */
function pgpoolReader({ environment, distribution, mounts, at }: Workload): Reader {
  const children = environment.get('PGPOOL_NUM_INIT_CHILDREN')
  return name => {
    if (name === 'pool_mode') return known('session', at)
    if (children) return children.value
    const isKnown = distribution?.id === 'bitnami' && mounts.length === 0
    return isKnown ? known('32', at) : unknown(at, 'its configuration is not in the repository')
  }
}

const FILES = [
  '/etc/pgbouncer/pgbouncer.ini',
  '/bitnami/pgbouncer/conf/pgbouncer.ini',
  '/opt/bitnami/pgbouncer/conf/pgbouncer.ini',
]

/** The pgbouncer.ini that is mounted or copied in, which then holds all settings. */
function fileReader(workload: Workload, tree: Tree): Reader | undefined {
  const files = containerFilesOf(workload, tree)
  for (const path of FILES) {
    const found = files.find(path)
    if (found.state === 'unknown') return () => unknown(found.at, found.because)
    if (found.state !== 'file') continue
    const { source } = found.file
    return name => {
      const line = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*([^\\s;#]+)`, 'im').exec(source.text)
      if (line) return known(line[1] ?? '', { path: source.path, start: line.index, end: line.index + line[0].length })
      if (/^[ \t]*%include/m.test(source.text)) return unknown(workload.at, `${source.path} takes in another file`)
      return known(String(DEFAULTS[name]), { path: source.path, start: 0, end: 0 })
    }
  }
  return undefined
}

/** The variables of each image, see `src/knowledge/images/poolers.ts`. */
function fromEnvironment({ environment, distribution, at }: Workload, name: Name): Fact<string> {
  if (!distribution) return unknown(at, 'its image is not known')
  const bare = name.toUpperCase()
  const variable = environment.get(distribution.id === 'edoburu' ? bare : `PGBOUNCER_${bare}`)
  if (!variable || (variable.value.known && variable.value.value === '')) return known(String(DEFAULTS[name]), at)
  return variable.value.known ? known(variable.value.value, variable.at) : variable.value
}
