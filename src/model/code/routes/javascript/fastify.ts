import { callClosure, callValue } from '../../../../code/startup/calls.js'
import { memberOf } from '../../../../code/startup/members.js'
import { type CallSite, fields, NOTHING, stringOf, type Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { graphqlPaths } from './apollo.js'
import { METHODS } from './express.js'
import { autoload } from './fastify-autoload.js'
import { knownPlugin } from './fastify-plugins.js'
import { unwrap } from './fastify-unwrap.js'
import { flatGiven, type Given, type WrittenPath, writtenPaths } from './path.js'
import { asValue, methodSpan, type RouterHost, type Startup, siteSpan } from './startup.js'

/** A route as Fastify was told of it. */
export interface FastifyRoute {
  readonly method: string
  readonly instance: FastifyHost
  readonly path: WrittenPath
  readonly handler: Given | undefined
  /** Where another framework entered it. */
  readonly framework?: string
  /** Hooks of this route alone. */
  readonly hooks: readonly Given[]
  readonly at: Span
}

/** A context of Fastify: the application or the inside of a plugin. */
export interface FastifyHost extends RouterHost {
  readonly framework: 'fastify'
  readonly parent?: FastifyHost
  readonly prefix?: WrittenPath
  /** Of the whole application. */
  readonly routes: FastifyRoute[]
  readonly fallbacks: { readonly instance: FastifyHost; readonly path: WrittenPath; readonly at: Span }[]
  readonly unresolved: Span[]
  /** Hooks that may turn requests away: those of the contexts around, then its own. */
  readonly hooks: Given[]
  /** Plugins that are loaded once what registers them is through. */
  readonly waiting: (() => void)[]
  /** Registers a plugin as `instance.register` does. */
  readonly register: (plugin: Value, options: Value | undefined, site: CallSite, given?: WrittenPath) => void
}

/** What brings Fastify. */
export const FASTIFY_PACKAGES = ['fastify']

/** What a call into the package makes. */
export function fastifyCall(startup: Startup, path: string, _packageName: string, site: CallSite): Value | undefined {
  return path === '' || path === '.fastify' ? asValue(fastifyHost(startup, siteSpan(site))) : undefined
}

/** An application of Fastify without routes, or the inside of a plugin of `parent`. */
export function fastifyHost(
  startup: Startup,
  at: Span,
  parent?: FastifyHost,
  prefix?: WrittenPath,
  parameterOf?: string,
): FastifyHost {
  const host: FastifyHost = {
    properties: new Map(),
    type: 'fastify instance',
    framework: 'fastify',
    isApplication: parent === undefined && parameterOf === undefined,
    isServed: false,
    at,
    ...(parent && { parent }),
    ...(prefix && { prefix }),
    ...(parameterOf !== undefined && { parameterOf }),
    routes: parent?.routes ?? [],
    fallbacks: parent?.fallbacks ?? [],
    unresolved: parent?.unresolved ?? [],
    hooks: [...(parent?.hooks ?? [])],
    waiting: [],
    invoke: (name, site) => invoke(startup, host, name, site),
    read: name => (parent ? (parent.properties.get(name) ?? parent.read?.(name)) : undefined),
    awaited: () => flush(host),
    register: (plugin, options, site, given) => register(startup, host, plugin, options, site, given),
  }
  if (!parent) startup.made.push(host)
  return host
}

/** Loads the plugins that wait. */
export function flush(host: FastifyHost): void {
  for (let next = host.waiting.shift(); next; next = host.waiting.shift()) next()
}

function invoke(startup: Startup, host: FastifyHost, name: string, site: CallSite): Value | undefined {
  const [first, second] = site.arguments
  switch (name) {
    case 'register':
      if (first) host.waiting.push(() => host.register(first, second, site))
      return asValue(host)
    case 'route':
      if (first) addRouteObject(host, first, site)
      return asValue(host)
    case 'addHook':
      if (REJECTING.has(stringOf(first) ?? '')) host.hooks.push(...givenAt(site, 1))
      return asValue(host)
    case 'decorate':
      if (stringOf(first) !== undefined && second) host.properties.set(stringOf(first) ?? '', second)
      return asValue(host)
    case 'listen':
      host.isServed = true
      startup.listens.push({ framework: 'fastify', site, index: 0, ...(first?.kind === 'fields' && { key: 'port' }) })
      flush(host)
      return asValue(host)
    case 'after':
    case 'ready':
      flush(host)
      if (first?.kind === 'closure') callClosure(startup.run, first, [])
      return asValue(host)
    default:
      if (METHODS.has(name)) return shorthand(host, name, site)
      return CHAINED.has(name) ? asValue(host) : undefined
  }
}

const REJECTING = new Set(['onRequest', 'preParsing', 'preValidation', 'preHandler'])
const CHAINED = new Set([
  'decorateRequest',
  'decorateReply',
  'addSchema',
  'setErrorHandler',
  'setNotFoundHandler',
  'addContentTypeParser',
  'setValidatorCompiler',
  'setSerializerCompiler',
  'withTypeProvider',
  'use',
])

function givenAt(site: CallSite, index: number): readonly Given[] {
  const value = site.arguments[index]
  const written = site.written[index]
  return value && written ? flatGiven({ value, written, file: site.file }) : []
}

function shorthand(host: FastifyHost, name: string, site: CallSite): Value {
  const written = site.written[0]
  if (!written || site.node.arguments.length < 2) return asValue(host)
  const options = site.arguments.length > 2 || site.arguments[1]?.kind === 'fields' ? site.arguments[1] : undefined
  const last = givenAt(site, site.arguments.length - 1).at(-1)
  const inOptions = options?.kind === 'fields' ? options.entries.get('handler') : undefined
  const handler = inOptions ? { value: inOptions, written: site.written[1] ?? written, file: site.file } : last
  for (const path of writtenPaths(site.arguments[0], site.file, written))
    push(
      host,
      name === 'all' ? '*' : name.toUpperCase(),
      path,
      handler,
      hooksOf(options, site, 1),
      methodSpan(site.file, site.node),
    )
  return asValue(host)
}

function hooksOf(options: Value | undefined, site: CallSite, index: number): readonly Given[] {
  if (options?.kind !== 'fields') return []
  const literal = site.written[index]
  return [...REJECTING].flatMap(name => {
    const value = options.entries.get(name)
    if (!value) return []
    const entry =
      literal?.kind === 'object' ? literal.entries.find(one => one.kind === 'entry' && one.key === name) : undefined
    const written = entry?.kind === 'entry' ? entry.value : (literal ?? site.node)
    return flatGiven({ value, written, file: site.file })
  })
}

function push(
  host: FastifyHost,
  method: string,
  path: WrittenPath,
  handler: Given | undefined,
  hooks: readonly Given[],
  at: Span,
): void {
  host.routes.push({ method, instance: host, path, handler, hooks, at })
}

function addRouteObject(host: FastifyHost, options: Value, site: CallSite): void {
  const at = methodSpan(site.file, site.node)
  if (options.kind !== 'fields') {
    host.unresolved.push(at)
    return
  }
  const url = options.entries.get('url') ?? options.entries.get('path')
  const method = options.entries.get('method')
  const methods = (method?.kind === 'list' ? method.elements : [method]).map(one => (one && stringOf(one)) ?? '*')
  const handler = options.entries.get('handler')
  const written = site.written[0] ?? site.node
  const given = handler && { value: handler, written, file: site.file }
  for (const path of writtenPaths(url, site.file, entryOf(written, 'url') ?? entryOf(written, 'path') ?? written))
    for (const one of methods) push(host, one.toUpperCase(), path, given, hooksOf(options, site, 0), at)
}

function entryOf(written: Given['written'], key: string): Given['written'] | undefined {
  if (written.kind !== 'object') return undefined
  const entry = written.entries.find(one => one.kind === 'entry' && one.key === key)
  return entry?.kind === 'entry' ? entry.value : undefined
}

function register(
  startup: Startup,
  host: FastifyHost,
  given: Value,
  options: Value | undefined,
  site: CallSite,
  prefix?: WrittenPath,
): void {
  const at = methodSpan(site.file, site.node)
  const { plugin, isShared } = unwrap(startup, given)
  if (plugin.kind === 'outside') {
    if (plugin.package === '@fastify/autoload' || plugin.package === 'fastify-autoload')
      autoload(startup, host, options, site)
    else knownPlugin(host, plugin, options, site)
    return
  }
  const known = options?.kind === 'closure' ? callClosure(startup.run, options, [asValue(host)]) : options
  const path = prefix ?? (known ? prefixIn(startup, known, site) : undefined)
  const graphql = plugin.kind === 'host' ? graphqlPaths(plugin.host) : undefined
  if (graphql) {
    const instance = fastifyHost(startup, at, host, path)
    for (const one of graphql)
      host.routes.push({ ...one, instance, handler: undefined, hooks: [], framework: 'apollo', at })
    return
  }
  if (plugin.kind !== 'closure') {
    host.unresolved.push(at)
    return
  }
  const inner = isShared ? host : fastifyHost(startup, at, host, path)
  callValue(startup.run, plugin, { ...site, arguments: [asValue(inner), known ?? fields(), NOTHING] })
  if (inner !== host) flush(inner)
}

function prefixIn(startup: Startup, options: Value, site: CallSite): WrittenPath | undefined {
  const value = memberOf(startup.run, options, 'prefix')
  if (value.kind === 'plain' && value.value === null) return undefined
  if (value.kind === 'unknown' && options.kind !== 'fields') return undefined
  const written = site.written[1]
  return writtenPaths(value, site.file, (written && entryOf(written, 'prefix')) ?? written ?? site.node)[0]
}
