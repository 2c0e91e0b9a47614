import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf, some } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, Import, ObjectLiteral } from '../../code/syntax.js'
import { peel, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'

/** Something that a library keeps for its users, and whether each process has its own. */
export interface LibraryState {
  /** `locks`: of several processes one is to do something · `codes`: what one request leaves for the next. */
  readonly kind: 'sessions' | 'limits' | 'cache' | 'locks' | 'codes'
  /** `express-session`, `ThrottlerModule` … */
  readonly library: string
  /** `process`: in the memory of each process · `shared`: in a store that is given to it. */
  readonly kept: 'process' | 'shared' | 'unknown'
  readonly at: Span
}

interface Library {
  readonly kind: LibraryState['kind']
  readonly library: string
  /** Which argument holds the options; absent: it keeps all in memory by design. */
  readonly options?: number
  /** The options that name a store. */
  readonly stores: RegExp
}

/**
 * By the name of what is called. Defaults: https://github.com/expressjs/session#sessionoptions (MemoryStore),
 * https://express-rate-limit.mintlify.app/reference/stores, https://docs.nestjs.com/security/rate-limiting#storages,
 * https://docs.nestjs.com/techniques/caching, https://github.com/animir/node-rate-limiter-flexible/wiki/Memory,
 * https://github.com/express-rate-limit/express-slow-down#store, https://github.com/rhinobase/hono-rate-limiter#readme.
 */
const LIBRARIES: ReadonlyMap<string, Library> = new Map([
  ['express-session', { kind: 'sessions', library: 'express-session', options: 0, stores: /^store$/ }],
  ['express-rate-limit', { kind: 'limits', library: 'express-rate-limit', options: 0, stores: /^store$/ }],
  ['express-rate-limit.rateLimit', { kind: 'limits', library: 'express-rate-limit', options: 0, stores: /^store$/ }],
  ['express-slow-down', { kind: 'limits', library: 'express-slow-down', options: 0, stores: /^store$/ }],
  ['express-slow-down.slowDown', { kind: 'limits', library: 'express-slow-down', options: 0, stores: /^store$/ }],
  ['hono-rate-limiter.rateLimiter', { kind: 'limits', library: 'hono-rate-limiter', options: 0, stores: /^store$/ }],
  ['@nestjs/throttler.ThrottlerModule.forRoot', throttler()],
  ['@nestjs/throttler.ThrottlerModule.forRootAsync', throttler()],
  ['@nestjs/cache-manager.CacheModule.register', cache()],
  ['@nestjs/cache-manager.CacheModule.registerAsync', cache()],
  ['@nestjs/common.CacheModule.register', cache()],
  ['@nestjs/common.CacheModule.registerAsync', cache()],
  ['rate-limiter-flexible.RateLimiterMemory', { kind: 'limits', library: 'RateLimiterMemory', stores: /^$/ }],
])

/** Plugins of Fastify, by what `register` is given: https://github.com/fastify/fastify-rate-limit#options, https://github.com/fastify/session#store-optional */
const PLUGINS: ReadonlyMap<string, Library> = new Map([
  ['@fastify/rate-limit', { kind: 'limits', library: '@fastify/rate-limit', options: 1, stores: /^(?:redis|store)$/ }],
  ['@fastify/session', { kind: 'sessions', library: '@fastify/session', options: 1, stores: /^store$/ }],
])

function throttler(): Library {
  return { kind: 'limits', library: 'ThrottlerModule', options: 0, stores: /^storage$/ }
}

function cache(): Library {
  return { kind: 'cache', library: 'CacheModule', options: 0, stores: /^stores?$/ }
}

/** The names that are taken from each package; none where the package is called itself. */
const TAKEN = new Map<string, Set<string | undefined>>()
for (const library of [...LIBRARIES.keys(), ...PLUGINS.keys()]) {
  const [name = '', taken] = library.split('.')
  TAKEN.set(name, (TAKEN.get(name) ?? new Set()).add(taken))
}

/** Whether an import brings one of the libraries, itself or in the whole of its package. */
function brings({ from, name, typeOnly }: Import): boolean {
  const taken = typeOnly ? undefined : TAKEN.get(from)
  return taken !== undefined && (name === undefined || /^(?:default|\*|=)$/.test(name) || taken.has(name))
}

/** Sessions, limits and caches of libraries that TypeScript and JavaScript set up. */
export function javascriptState(program: Program, code: readonly CodeFile[]): readonly LibraryState[] {
  return code.flatMap(file => {
    if (!file.imports.some(brings)) return []
    return indexOf(file).calls.flatMap((call): readonly LibraryState[] => {
      const library = pluginOf(program, file, call) ?? libraryOf(program, file, call)
      if (!library) return []
      const { kind, library: called } = library
      return [{ kind, library: called, kept: keptIn(program, file, call, library), at: spanOf(file, call) }]
    })
  })
}

function libraryOf(program: Program, file: CodeFile, { callee }: Call): Library | undefined {
  const name = externalName(definitionOf(program, { file, node: callee }))
  return name === undefined ? undefined : LIBRARIES.get(name)
}

/** `app.register(rateLimit, { max: 100 })` */
function pluginOf(program: Program, file: CodeFile, { callee, arguments: [first] }: Call): Library | undefined {
  if (!first || callee.kind !== 'member' || callee.property !== 'register') return undefined
  const name = externalName(definitionOf(program, { file, node: first }))
  return name === undefined ? undefined : PLUGINS.get(name)
}

function keptIn(program: Program, file: CodeFile, call: Call, { options, stores }: Library): LibraryState['kept'] {
  if (options === undefined) return 'process'
  const given = call.arguments[options]
  if (!given) return 'process'
  const found = definitionOf(program, { file, node: given })
  const value = found.kind === 'expression' ? peel(found.node) : undefined
  if (value?.kind === 'array') return 'process'
  if (value?.kind !== 'object') return 'unknown'
  const factory = value.entries.find(
    one => one.kind === 'entry' && /^use(?:Factory|Class|Existing)$/.test(one.key ?? ''),
  )
  if (factory?.kind === 'entry') return factory.value.kind === 'function' ? inFactory(factory.value, stores) : 'unknown'
  const store = entryOf(value, stores)
  if (store) return /MemoryStore$/.test(nameOf(store)) ? 'process' : 'shared'
  // What has a name may be given a store later.
  const isOpen = given.kind !== 'object' || value.entries.some(one => one.kind === 'spread' || one.key === undefined)
  return isOpen ? 'unknown' : 'process'
}

/** What a factory answers: a store where any object in it names one, unknown where it hands on what is made elsewhere. */
function inFactory(factory: Expression, stores: RegExp): LibraryState['kept'] {
  let isShared = false
  let objects = 0
  let isOpen = false
  walk([factory], node => {
    if (node.kind === 'entry' && stores.test(node.key ?? '')) isShared = true
    if (node.kind === 'object' || node.kind === 'array') objects++
    if (node.kind === 'spread') isOpen = true
    return undefined
  })
  if (isShared) return 'shared'
  return objects > 0 && !isOpen ? 'process' : 'unknown'
}

function entryOf(options: ObjectLiteral, keys: RegExp): Expression | undefined {
  for (const one of options.entries) if (one.kind === 'entry' && keys.test(one.key ?? '')) return peel(one.value)
  return undefined
}

/** `new session.MemoryStore()` is `MemoryStore`. */
function nameOf(node: Expression): string {
  const called = node.kind === 'call' ? peel(node.callee) : node
  return called.kind === 'member' ? called.property : called.kind === 'name' ? called.name : ''
}

function spanOf(file: CodeFile, { start, end }: Expression): Span {
  return { path: file.path, start, end }
}

/** https://flask-caching.readthedocs.io/en/latest/#built-in-cache-backends, https://github.com/long2ice/fastapi-cache#inmemorybackend */
function pythonCache(program: Program, file: CodeFile, call: Call): LibraryState | undefined {
  const name = externalName(definitionOf(program, { file, node: call.callee }))
  const at = spanOf(file, call)
  if (/^fastapi_cache\.(?:.+\.)?InMemoryBackend$/.test(name ?? ''))
    return { kind: 'cache', library: 'fastapi-cache', kept: 'process', at }
  if (!/^flask_caching\.Cache$/.test(name ?? '')) return undefined
  const given = call.arguments.find(one => one.kind === 'keyword' && one.name === 'config')
  const config = given?.kind === 'keyword' ? definitionOf(program, { file, node: given.value }) : undefined
  const type =
    config?.kind === 'expression' && config.node.kind === 'object' ? entryOf(config.node, /^CACHE_TYPE$/) : undefined
  // Without any type nothing is kept; the configuration of the application may name one.
  if (type?.kind !== 'literal') return undefined
  return {
    kind: 'cache',
    library: 'Flask-Caching',
    kept: /simple/i.test(String(type.value)) ? 'process' : 'shared',
    at,
  }
}

/** Python: https://slowapi.readthedocs.io/en/latest/api/, https://flask-limiter.readthedocs.io/en/stable/#configuring-a-storage-backend */
const PYTHON_LIMITERS = /^(?:slowapi\.(?:extension\.)?Limiter|flask_limiter\.(?:extension\.)?Limiter)$/

const PYTHON_LIBRARIES = /^(?:slowapi|flask_limiter|flask_caching|fastapi_cache)(?:\.|$)/

/** Limits and caches that Python sets up with libraries. */
export function pythonState(program: Program, code: readonly CodeFile[]): readonly LibraryState[] {
  return code.flatMap(file => {
    if (!file.imports.some(one => PYTHON_LIBRARIES.test(one.from))) return []
    return indexOf(file).calls.flatMap((call): readonly LibraryState[] => {
      const cache = pythonCache(program, file, call)
      if (cache) return [cache]
      const name = externalName(definitionOf(program, { file, node: call.callee }))
      if (name === undefined || !PYTHON_LIMITERS.test(name)) return []
      const library = name.startsWith('slowapi') ? 'slowapi' : 'Flask-Limiter'
      const kept = limitsIn(call)
      const isTold = kept === 'process' && library === 'Flask-Limiter' && mayBeTold(program)
      return [{ kind: 'limits', library, kept: isTold ? 'unknown' : kept, at: spanOf(file, call) }]
    })
  })
}

/** What of Flask fills its configuration from outside the code. https://flask.palletsprojects.com/en/stable/config/ */
const FROM_OUTSIDE = ['from_prefixed_env', 'from_envvar', 'from_pyfile', 'from_file', 'from_json', 'from_mapping']
const STORAGE = /^RATELIMIT_STORAGE_UR[IL]$/

/** Whether the configuration of the application may tell Flask-Limiter where to keep its counts, which it takes from there, too. */
function mayBeTold({ files }: Program): boolean {
  for (const file of files.values()) {
    if (file.language !== 'python') continue
    const { words, texts } = indexOf(file)
    if (FROM_OUTSIDE.some(name => words.has(name))) return true
    if (some(words, one => STORAGE.test(one)) || some(texts, one => STORAGE.test(one))) return true
  }
  return false
}

/** slowapi may also be told by a file. */
function limitsIn(call: Call): LibraryState['kept'] {
  const given = call.arguments.find(one => one.kind === 'keyword' && one.name === 'storage_uri')
  if (given?.kind === 'keyword') {
    const { value } = given
    if (value.kind !== 'literal' || typeof value.value !== 'string') return 'unknown'
    return /^memory:|^async\+memory:/.test(value.value) ? 'process' : 'shared'
  }
  const isOpen = call.arguments.some(
    one => one.kind === 'spread' || (one.kind === 'keyword' && one.name === 'config_filename'),
  )
  return isOpen ? 'unknown' : 'process'
}
