import { definitionOf, externalName } from '../../../code/definitions.js'
import { type Given, keywordOf } from '../../../code/given.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Node } from '../../../code/syntax.js'
import { holds, peel } from '../../../code/walk.js'
import { argumentAt, keywordsOf, textOf } from './options.js'
import { engineNamed, type PoolRecipe, type Reader } from './site.js'

type Option = (path: string) => Given

/** An argument by its position or its name. */
function argument(program: Program, call: In<Call>, index: number, name: string): ExpressionIn | undefined {
  const found = argumentAt(call, index)
  if (found) return found
  const named = keywordOf(program, call, name)
  return named.kind === 'given' ? named.value : undefined
}

/** Pools of SQLAlchemy that keep no connections, or hold one. */
const UNPOOLED = new Set(['NullPool', 'StaticPool', 'SingletonThreadPool', 'AssertionPool'])

/** https://docs.sqlalchemy.org/en/20/core/engines.html#sqlalchemy.create_engine */
const sqlalchemy: Reader = (program, call) => {
  const option = keywordsOf(program, call)
  const kind = option('poolclass')
  const name = kind.kind === 'given' ? lastName(program, kind.value) : undefined
  const hides = kind.kind === 'open' || (name !== undefined && !/QueuePool$/.test(name) && name !== 'NullPool')
  const because = kind.kind === 'open' ? kind.because : 'the pool that it is given is another'
  const hidden: Option = () => ({ kind: 'open', because })
  return {
    library: 'sqlalchemy',
    option: hides ? hidden : option,
    ...(name === 'NullPool' ? { unpooled: true as const } : {}),
    ...sqlalchemyAddress(program, argument(program, call, 0, 'url')),
  }
}

/** A URL, or what `URL.create(drivername, …)` is given. */
function sqlalchemyAddress(program: Program, url: ExpressionIn | undefined): Partial<PoolRecipe> {
  if (!url) return {}
  const found = definitionOf(program, url)
  const made = found.kind === 'expression' && peel(found.node).kind === 'call' ? peel(found.node) : undefined
  if (made?.kind !== 'call' || found.kind !== 'expression') return { url }
  if (made.callee.kind !== 'member' || made.callee.property !== 'create') return { url }
  const call = { file: found.file, node: made }
  const driver = textOf(program, argument(program, call, 0, 'drivername'))
  const host = argument(program, call, 3, 'host')
  return { ...(driver === undefined ? {} : { engine: engineNamed(driver) }), ...(host ? { host } : {}) }
}

function lastName(program: Program, at: ExpressionIn): string | undefined {
  const found = externalName(definitionOf(program, at))?.split('.').at(-1)
  const node = peel(at.node)
  const written = node.kind === 'name' ? node.name : node.kind === 'member' ? node.property : undefined
  return found ?? (written !== undefined && UNPOOLED.has(written) ? written : undefined)
}

/** https://flask-sqlalchemy.readthedocs.io/en/stable/config/: what the application is configured with is not followed. */
const flask: Reader = (program, call) => {
  const given = keywordOf(program, call, 'engine_options')
  const configured = mentions(call, 'SQLALCHEMY_ENGINE_OPTIONS', program)
  const own = keywordsOf(program, call)
  const option: Option = path => {
    const found = own(`engine_options.${path}`)
    return found.kind === 'absent' && (configured || given.kind === 'open')
      ? { kind: 'open', because: 'SQLALCHEMY_ENGINE_OPTIONS may set it' }
      : found
  }
  return { library: 'sqlalchemy', option, variable: 'SQLALCHEMY_DATABASE_URI' }
}

const namesIn = new WeakMap<Program, Map<string, boolean>>()

/** Whether any file of the program gives this name a value, or uses it as a key. */
function mentions({ file }: In<Call>, name: string, program: Program): boolean {
  const known = namesIn.get(program) ?? new Map<string, boolean>()
  namesIn.set(program, known)
  const before = known.get(name)
  if (before !== undefined) return before
  const found = [...program.files.values()].some(
    one => one.language === file.language && holds(one.body, node => nameOf(node) === name),
  )
  known.set(name, found)
  return found
}

function nameOf(node: Node): string | number | boolean | null | undefined {
  if (node.kind === 'literal') return node.value
  if (node.kind === 'name' || node.kind === 'keyword' || node.kind === 'field') return node.name
  return node.kind === 'entry' ? node.key : node.kind === 'member' ? node.property : undefined
}

/** https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.pool.create_pool: without a host it asks PGHOST. */
const asyncpg: Reader = (program, call) => withUrl('asyncpg', 'dsn', program, call)

/** https://www.psycopg.org/psycopg3/docs/api/pool.html */
const psycopg: Reader = (program, call) => withUrl('psycopg_pool', 'conninfo', program, call)

function withUrl(library: string, name: string, program: Program, call: In<Call>): PoolRecipe {
  const url = argument(program, call, 0, name)
  const host = keywordOf(program, call, 'host')
  return {
    library,
    option: keywordsOf(program, call),
    engine: 'postgres',
    variable: 'PGHOST',
    ...(url ? { url } : {}),
    ...(host.kind === 'given' ? { host: host.value } : {}),
  }
}

/** https://www.encode.io/databases/ */
const databases: Reader = (program, call) => {
  const url = argument(program, call, 0, 'url')
  return { library: 'databases', option: keywordsOf(program, call), ...(url ? { url } : {}) }
}

/** https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html: `(host, port, …)`, the host a URL as a rule. */
function pymongo(library: string): Reader {
  return (program, call) => {
    const url = argument(program, call, 0, 'host')
    return { library, option: keywordsOf(program, call), engine: 'mongodb', ...(url ? { url } : {}) }
  }
}

/** A QueuePool opens a connection when a thread asks for one and none is free. https://docs.sqlalchemy.org/en/20/core/pooling.html */
function perThread(reader: Reader): Reader {
  return (program, call) => {
    const found = reader(program, call)
    return found && { ...found, perThread: true }
  }
}

/** Constructors by the package and their own name, whatever modules are between. */
export const PYTHON_READERS: ReadonlyMap<string, Reader> = new Map([
  ['sqlalchemy.create_engine', perThread(sqlalchemy)],
  ['sqlalchemy.create_async_engine', sqlalchemy],
  ['sqlmodel.create_engine', perThread(sqlalchemy)],
  ['flask_sqlalchemy.SQLAlchemy', perThread(flask)],
  ['asyncpg.create_pool', asyncpg],
  ['psycopg_pool.ConnectionPool', psycopg],
  ['psycopg_pool.AsyncConnectionPool', psycopg],
  ['databases.Database', databases],
  ['pymongo.MongoClient', perThread(pymongo('pymongo'))],
  ['pymongo.AsyncMongoClient', pymongo('pymongo-async')],
  ['motor.AsyncIOMotorClient', pymongo('pymongo-async')],
])
