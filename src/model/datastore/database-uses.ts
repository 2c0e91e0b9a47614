import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { partOf } from '../addresses.js'
import type { Service } from '../code/service.js'
import { containerFilesOf, type FoundFiles } from '../container-files.js'
import type { Connection, Deployment, Workload } from '../system.js'

/** A database of a server in the same deployment that code of the repository connects to. */
export interface DatabaseUse {
  readonly server: Workload
  readonly name: string
  readonly connection: Connection
  /** Whether the server, its initialisation or anything else in the repository makes it; a text: why that is not known. */
  readonly made: Made
  /** What the server makes at its first start. */
  readonly given: readonly string[]
}

type Made = boolean | string

/** What is known of a system where this is asked. */
export interface DatabaseContext {
  readonly connections: readonly Connection[]
  readonly services: readonly Service[]
  readonly deployments: readonly Deployment[]
}

/** Distributions with the entrypoint of the official image. */
const OFFICIAL = new Set(['official', 'postgis', 'pgvector', 'timescale'])
const ENGINES = new Set(['postgres', 'mysql', 'mariadb'])
/** https://www.postgresql.org/docs/current/manage-ag-templatedbs.html · https://dev.mysql.com/doc/refman/8.4/en/system-schema.html */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  postgres: ['postgres', 'template0', 'template1'],
  mysql: ['mysql', 'information_schema', 'performance_schema', 'sys', 'test'],
}
/** Libraries that make the database that they are told to use. https://www.prisma.io/docs/cli/migrate/deploy */
const MAKERS =
  /^(?:@?prisma\b|@mikro-orm\/|@payloadcms\/|typeorm-extension|pg-god|pgtools|create-db|sqlalchemy[_-]utils|piccolo|db-migrate|@medusajs\/|@adonisjs\/|@strapi\/|@directus\/|aerich)/

/** What else makes databases: statements, programs and tasks. */
const MAKING =
  /\bcreate\s+(?:database|schema)\b|\bcreatedb\b|\bdb:(?:create|setup|prepare)\b|\becto\.(?:create|setup)\b|\bdatabase:create\b|\bdatabase\s+(?:create|setup)\b|create_?database|EnsureCreated|\bdbmate\b|\bpg_restore\b|\bmysqladmin\b|ensure_?database|database_exists|"(?:postgresql|mysql)_database"|\bcommunity\.\w+\.\w+_db\b|\bkind:\s*Database\b/i
/** The name comes from a variable, or from settings. */
const MAKING_ANY =
  /\bcreate\s+(?:database|schema)\s+(?:if\s+not\s+exists\s+)?(?:["'`\\[]*(?:\$|\{|%|:|\?)|["'`]+\s*[.,+])|\bcreatedb\s[^\n]*\$|\bdb:(?:create|setup|prepare)\b|\becto\.|\bdatabase:create\b|create_?database\s*\(|createDatabaseIfNotExist|EnsureCreated|\bdbmate\b|ensure_?database|database_exists/i
const DOCUMENT = /\.(?:md|mdx|txt|rst|adoc)$/i
/** What makes databases of its own. */
const TEST =
  /(?:^|\/)(?:__tests__|tests?|specs?|e2e|fixtures?|mocks?|testdata|testing)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/i

/** The databases of PostgreSQL and MySQL servers that are connected to; those left out of which the repository does not tell enough. */
export function databaseUsesOf(context: DatabaseContext, tree: Tree): readonly DatabaseUse[] {
  const uses: DatabaseUse[] = []
  let texts: readonly Making[] | undefined
  for (const [server, connections] of connectionsByServer(context)) {
    const given = givenBy(server)
    if (!given) continue
    const scripts = containerFilesOf(server, tree).match(`${INITIAL}/*`)
    for (const connection of connections) {
      const { database: name = '' } = connection
      const use = { server, name, connection, given: given.names }
      if ([...given.names, ...given.always].some(one => isSame(one, name))) {
        uses.push({ ...use, made: true })
        continue
      }
      if (mayHold(server, context)) continue
      let made: Made = initialised(server, name, scripts)
      if (made === false) {
        texts ??= textsThatMake(tree)
        const others = texts.filter(({ path }) => !scripts.files.some(({ source }) => source.path === path))
        made = madeElsewhere(name, connection, others, context)
      }
      uses.push({ ...use, made })
    }
  }
  return uses
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Connections of code of the repository that name their database in full. */
function connectionsByServer({ connections, services }: DatabaseContext): ReadonlyMap<Workload, readonly Connection[]> {
  const found = new Map<Workload, Connection[]>()
  for (const connection of connections) {
    const { to, from, database } = connection
    if (!to || database === undefined || !/^\w[\w-]*$/.test(database) || !isWritten(connection)) continue
    if (!ENGINES.has(to.software?.id ?? '') || !OFFICIAL.has(to.distribution?.id ?? '')) continue
    if (!to.longRunning || to.clientOf || to.pod?.operator) continue
    if (!services.some(service => service.workloads.some(({ id }) => id === from.id))) continue
    const others = found.get(to)
    if (others) others.push(connection)
    else found.set(to, [connection])
  }
  return found
}

/** Whether the name stands in a value itself, and is no default that something else may take the place of. */
function isWritten({ from, database = '' }: Connection): boolean {
  return [...from.environment.values()].some(({ value, raw }) => {
    const text = value.known ? value.value : (raw ?? '').replace(/\$\{[^}]*\}?/g, '')
    return (
      text === database ||
      text.includes(`/${database}`) ||
      new RegExp(`\\b(?:dbname|database)=${database}\\b`, 'i').test(text)
    )
  })
}

interface Given {
  /** By its variables. */
  readonly names: readonly string[]
  readonly always: readonly string[]
}

/** What a server makes at its first start; undefined: something outside of the repository says. */
function givenBy({ software, environment }: Workload): Given | undefined {
  const isPostgres = software?.id === 'postgres'
  const names = isPostgres ? ['POSTGRES_DB', 'POSTGRES_USER'] : ['MARIADB_DATABASE', 'MYSQL_DATABASE']
  for (const name of names) {
    if (environment.has(`${name}_FILE`)) return undefined
    const variable = environment.get(name)
    if (!variable) continue
    if (!variable.value.known) return undefined
    if (variable.value.value !== '')
      return { names: [variable.value.value], always: ALWAYS[isPostgres ? 'postgres' : 'mysql'] ?? [] }
  }
  return { names: isPostgres ? ['postgres'] : [], always: ALWAYS[isPostgres ? 'postgres' : 'mysql'] ?? [] }
}

/** Whether its data come from elsewhere: the volume is made outside, a Secret may set what is made, the file is not here. */
function mayHold(server: Workload, { deployments }: DatabaseContext): boolean {
  const volumes = deployments.find(({ id }) => id === server.deployment)?.volumes ?? []
  const isOutside = server.mounts.some(
    ({ type, source }) =>
      (type === 'volume' && volumes.some(({ name, external }) => external && name === knownValue(source))) ||
      (type === 'bind' && source?.known === false),
  )
  return isOutside || server.environmentFiles?.some(file => !file.present) === true
}

const INITIAL = '/docker-entrypoint-initdb.d'

/** Whether its initialisation names it. */
function initialised(server: Workload, name: string, { files, hidden }: FoundFiles): Made {
  if (hidden) return hidden.because
  if (files.some(({ source }) => mentions(source.text, name))) return true
  // A script may take the names out of the environment.
  if (!files.some(({ path }) => !path.endsWith('.sql'))) return false
  const settings = [...server.environment.values()]
  if (settings.some(variable => mentions(partOf(variable) ?? '', name))) return true
  const open = settings.find(({ value, name: key }) => !value.known && !/PASSWORD|SECRET/.test(key))
  return open ? `${open.name}, which its initialisation may read, is set outside of the repository` : false
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'i').test(text)
}

/** A file that makes databases. */
interface Making {
  readonly path: string
  readonly text: string
  /** It makes one of any name. */
  readonly any: boolean
}

/** The files that make databases, and the schemas of Prisma, whose migrations do. */
function textsThatMake(tree: Tree): readonly Making[] {
  return tree.files.flatMap(({ path }) => {
    if (TEST.test(path)) return []
    if (path.endsWith('.prisma')) return [{ path, text: '', any: true }]
    const text = tree.read(path)?.text
    return text !== undefined && MAKING.test(text)
      ? [{ path, text, any: !DOCUMENT.test(path) && MAKING_ANY.test(text) }]
      : []
  })
}

/** Whether something else in the repository makes it. */
function madeElsewhere(
  name: string,
  { from }: Connection,
  texts: readonly Making[],
  { services }: DatabaseContext,
): Made {
  if (texts.some(({ text }) => mentions(text, name))) return true
  const own = services.filter(({ workloads }) => workloads.some(({ id }) => id === from.id))
  const isNode = own.some(({ runtime }) => runtime === 'node')
  if (isNode && texts.some(({ path }) => path.endsWith('.prisma'))) return true
  if (own.some(({ packages }) => [...packages].some(one => MAKERS.test(one)))) return true
  const open = texts.find(({ any, path }) => any && !path.endsWith('.prisma'))
  return open ? `${open.path} creates a database of which only the run tells the name` : false
}
