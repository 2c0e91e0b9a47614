import type { CallSite, Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { METHODS } from './express.js'
import { flatArguments, type Given, isPath, type WrittenPath, writtenPaths } from './path.js'
import { asValue, methodSpan, type RouterHost, type Startup, siteSpan } from './startup.js'

/** A handler of a Hono application, with what stands in front of its path. */
export interface HonoEntry {
  readonly kind: 'route' | 'use' | 'fallback'
  readonly method: string
  readonly prefixes: readonly WrittenPath[]
  readonly path: WrittenPath
  readonly handlers: readonly Given[]
  readonly at: Span
}

/** An application of Hono. */
export interface HonoHost extends RouterHost {
  readonly framework: 'hono'
  /** Shared with what `basePath` made of it. */
  readonly entries: HonoEntry[]
  readonly base: readonly WrittenPath[]
  /** The path that a handler without one is for. */
  last: WrittenPath
}

/** What brings Hono. */
export const HONO_PACKAGES = [
  'hono',
  'hono/quick',
  'hono/tiny',
  '@hono/zod-openapi',
  'hono/factory',
  '@hono/node-server',
]

/** What a call into one of the packages makes. */
export function honoCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === '@hono/node-server') {
    if (path !== '.serve') return undefined
    startup.listens.push({ framework: 'hono', site, index: 0, key: 'port' })
    return undefined
  }
  if (path === '.Hono' || path === '.OpenAPIHono') return asValue(newHono(startup, siteSpan(site)))
  if (packageName === 'hono/factory' && path.endsWith('.createApp')) return asValue(newHono(startup, siteSpan(site)))
  return undefined
}

function newHono(startup: Startup, at: Span): HonoHost {
  const host = honoHost(startup, at, [], [])
  startup.made.push(host)
  return host
}

function honoHost(startup: Startup, at: Span, entries: HonoEntry[], base: readonly WrittenPath[]): HonoHost {
  const host: HonoHost = {
    properties: new Map(),
    type: 'hono application',
    framework: 'hono',
    isApplication: true,
    isServed: false,
    at,
    entries,
    base,
    last: { text: '/', isResolved: true, at },
    invoke: (name, site) => invoke(startup, host, name, site),
    read: name => {
      // Whatever takes `app.fetch` answers with it.
      if (name === 'fetch' || name === 'request') honoServed.add(entries)
      return undefined
    },
  }
  return host
}

function invoke(startup: Startup, host: HonoHost, name: string, site: CallSite): Value | undefined {
  const at = methodSpan(site.file, site.node)
  const [first] = site.arguments
  const written = site.written[0]
  if (name === 'basePath') {
    const path = written && writtenPaths(first, site.file, written)[0]
    return asValue(honoHost(startup, host.at, host.entries, path ? [...host.base, path] : host.base))
  }
  if (name === 'route') return route(host, site)
  if (name === 'use') {
    use(host, site, at)
    return asValue(host)
  }
  if (name === 'on') {
    for (const method of textsOf(first))
      for (const path of writtenPaths(site.arguments[1], site.file, site.written[1] ?? site.node))
        push(host, 'route', method.toUpperCase(), path, flatArguments(site, 2), at)
    return asValue(host)
  }
  if (name === 'mount') {
    for (const path of written ? writtenPaths(first, site.file, written) : []) push(host, 'fallback', '*', path, [], at)
    return asValue(host)
  }
  if (name === 'openapi') return openapi(host, site, at)
  if (!METHODS.has(name)) return name === 'onError' || name === 'notFound' || name === 'doc' ? asValue(host) : undefined
  addRoute(host, name, site, at)
  return asValue(host)
}

function addRoute(host: HonoHost, name: string, site: CallSite, at: Span): void {
  const [first] = site.arguments
  const written = site.written[0]
  const hasPath = isPath(first) || (first?.kind !== 'closure' && site.node.arguments.length > 1)
  const paths = hasPath && written ? writtenPaths(first, site.file, written) : [host.last]
  for (const path of paths) {
    host.last = path
    if (site.node.arguments.length > (hasPath ? 1 : 0))
      push(host, 'route', name === 'all' ? '*' : name.toUpperCase(), path, flatArguments(site, hasPath ? 1 : 0), at)
  }
}

function textsOf(value: Value | undefined): readonly string[] {
  const values = value?.kind === 'list' ? value.elements : value ? [value] : []
  return values.flatMap(one => (one.kind === 'plain' && typeof one.value === 'string' ? [one.value] : []))
}

function push(
  host: HonoHost,
  kind: HonoEntry['kind'],
  method: string,
  path: WrittenPath,
  handlers: readonly Given[],
  at: Span,
): void {
  host.entries.push({ kind, method, prefixes: host.base, path, handlers, at })
}

/** `app.route(path, other)`: the entries that the other one has now. */
function route(host: HonoHost, site: CallSite): Value {
  const other = site.arguments[1]
  const path = site.written[0] && writtenPaths(site.arguments[0], site.file, site.written[0])[0]
  const inner = other?.kind === 'host' ? (other.host as HonoHost) : undefined
  if (inner?.framework === 'hono' && path) {
    honoMounted.add(inner.entries)
    for (const entry of [...inner.entries])
      host.entries.push({ ...entry, prefixes: [...host.base, path, ...entry.prefixes] })
  } else if (path) {
    const unknown: WrittenPath = { text: '', isResolved: false, at: path.at }
    push(host, 'route', '*', unknown, [], methodSpan(site.file, site.node))
  }
  return asValue(host)
}

/** The entries of applications that others took. */
export const honoMounted = new WeakSet<readonly HonoEntry[]>()

/** The entries of applications that something answers requests with. */
export const honoServed = new WeakSet<readonly HonoEntry[]>()

function use(host: HonoHost, site: CallSite, at: Span): void {
  const [first] = site.arguments
  const hasPath = isPath(first)
  const everything: WrittenPath = { text: '*', isResolved: true, at }
  const paths = hasPath && site.written[0] ? writtenPaths(first, site.file, site.written[0]) : [everything]
  for (const path of paths) push(host, 'use', '*', path, flatArguments(site, hasPath ? 1 : 0), at)
}

/** `app.openapi(createRoute({ method, path }), handler)`. */
function openapi(host: HonoHost, site: CallSite, at: Span): Value {
  const [description] = site.arguments
  const last = description?.kind === 'outside' ? description.steps.at(-1) : undefined
  const options = last?.kind === 'call' ? last.site.arguments[0] : undefined
  if (options?.kind !== 'fields' || last?.kind !== 'call') return asValue(host)
  const method = textsOf(options.entries.get('method'))[0]
  for (const path of writtenPaths(options.entries.get('path'), last.site.file, last.site.written[0] ?? last.site.node))
    push(
      host,
      'route',
      method?.toUpperCase() ?? '*',
      { ...path, text: path.text.replace(/\{(\w+)\}/g, ':$1') },
      flatArguments(site, 1),
      at,
    )
  return asValue(host)
}
