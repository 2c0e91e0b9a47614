import type { CallSite, Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { METHODS, rootPath } from './express.js'
import { flatArguments, type Given, isPath, type WrittenPath, writtenPaths } from './path.js'
import { plainServer } from './servers.js'
import { asValue, hostValue, methodSpan, type RouterHost, type Startup, siteSpan } from './startup.js'

/** A route or middleware of a router of Koa, with what stands in front of it inside this router. */
export interface KoaLayer {
  readonly kind: 'route' | 'use'
  readonly method: string
  readonly prefixes: readonly WrittenPath[]
  readonly path: WrittenPath
  readonly handlers: readonly Given[]
  readonly at: Span
  /** Where another framework entered it. */
  readonly framework?: string
}

/** A router of `@koa/router`. */
export interface KoaRouter extends RouterHost {
  readonly framework: 'koa'
  readonly role: 'router'
  layers: KoaLayer[]
  prefix: WrittenPath | undefined
}

/** An application of Koa, with its middleware in order. */
export interface KoaApplication extends RouterHost {
  readonly framework: 'koa'
  readonly role: 'application'
  readonly middleware: Given[]
}

/** `mount('/admin', app)` of koa-mount. */
export interface KoaMount extends RouterHost {
  readonly framework: 'koa'
  readonly role: 'mount'
  readonly path: WrittenPath
  readonly inner: Given
}

/** `router.routes()`: what it answers with. */
export interface KoaRoutes extends RouterHost {
  readonly framework: 'koa'
  readonly role: 'routes'
  readonly router: KoaRouter
}

/** A router of Koa without routes. */
export function bareKoaRouter(startup: Startup, at: Span): KoaRouter {
  const host: KoaRouter = {
    ...base(at, false),
    type: 'koa router',
    role: 'router',
    layers: [],
    prefix: undefined,
    invoke: (name, inner) => invoke(host, name, inner),
  }
  startup.made.push(host)
  return host
}

/** What Koa and its packages make. */
export type KoaHost = KoaRouter | KoaApplication | KoaMount | KoaRoutes

/** What brings Koa, its router, and what puts applications together. */
export const KOA_PACKAGES = ['koa', '@koa/router', 'koa-router', 'koa-mount', 'koa-compose']

/** What a call into one of the packages makes. */
export function koaCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === 'koa' && path === '') return asValue(application(startup, siteSpan(site)))
  if (packageName.endsWith('router') && (path === '' || path === '.Router')) return asValue(koaRouter(startup, site))
  if (packageName === 'koa-mount' && path === '') return mount(startup, site)
  return packageName === 'koa-compose' && path === '' ? site.arguments[0] : undefined
}

function base(at: Span, isApplication: boolean) {
  return { properties: new Map<string, Value>(), framework: 'koa' as const, isApplication, isServed: false, at }
}

function application(startup: Startup, at: Span): KoaApplication {
  const host: KoaApplication = {
    ...base(at, true),
    type: 'koa application',
    role: 'application',
    middleware: [],
    invoke: (name, site) => {
      if (name === 'use') host.middleware.push(...flatArguments(site, 0))
      if (name === 'listen') {
        host.isServed = true
        startup.listens.push({ framework: 'koa', site, index: 0 })
        return plainServer()
      }
      return name === 'use' ? asValue(host) : undefined
    },
  }
  startup.made.push(host)
  return host
}

function mount(startup: Startup, site: CallSite): Value {
  const [first] = site.arguments
  const written = site.written[0] ?? site.node
  const hasPath = isPath(first)
  const path = (hasPath && writtenPaths(first, site.file, written)[0]) || rootPath(site)
  const inner: Given = {
    value: site.arguments[hasPath ? 1 : 0] ?? { kind: 'unknown' },
    written: site.written[hasPath ? 1 : 0] ?? site.node,
    file: site.file,
  }
  const host: KoaMount = {
    ...base(siteSpan(site), false),
    type: 'koa mount',
    role: 'mount',
    path,
    inner,
    invoke: () => undefined,
  }
  startup.made.push(host)
  return asValue(host)
}

function koaRouter(startup: Startup, site: CallSite): KoaRouter {
  const [options] = site.arguments
  const given = options?.kind === 'fields' ? options.entries.get('prefix') : undefined
  const host = bareKoaRouter(startup, siteSpan(site))
  host.prefix = given && writtenPaths(given, site.file, site.written[0] ?? site.node)[0]
  return host
}

function invoke(host: KoaRouter, name: string, site: CallSite): Value | undefined {
  const at = methodSpan(site.file, site.node)
  if (name === 'routes' || name === 'middleware') {
    const routes: KoaRoutes = {
      ...base(at, false),
      type: 'koa routes',
      role: 'routes',
      router: host,
      invoke: () => undefined,
    }
    return asValue(routes)
  }
  if (name === 'allowedMethods') return hostValue({ type: 'koa allowed methods', invoke: () => undefined })
  if (name === 'prefix') {
    host.prefix = site.written[0] && writtenPaths(site.arguments[0], site.file, site.written[0])[0]
    return asValue(host)
  }
  if (name === 'use') {
    use(host, site, at)
    return asValue(host)
  }
  if (name === 'register') {
    for (const method of methodNames(site.arguments[1])) add(host, method, site, 0, 2, at)
    return asValue(host)
  }
  if (METHODS.has(name) || name === 'del') {
    // With two texts the first one is a name.
    const first = isPath(site.arguments[1]) && site.arguments.length > 2 ? 1 : 0
    add(host, name === 'all' ? '*' : name === 'del' ? 'DELETE' : name.toUpperCase(), site, first, first + 1, at)
    return asValue(host)
  }
  if (name === 'redirect') add(host, '*', site, 0, 9, at)
  return name === 'param' || name === 'redirect' || name === 'host' ? asValue(host) : undefined
}

function methodNames(value: Value | undefined): readonly string[] {
  const values = value?.kind === 'list' ? value.elements : value ? [value] : []
  return values.flatMap(one => (one.kind === 'plain' && typeof one.value === 'string' ? [one.value.toUpperCase()] : []))
}

function add(host: KoaRouter, method: string, site: CallSite, path: number, handlers: number, at: Span): void {
  const written = site.written[path]
  if (!written) return
  for (const one of writtenPaths(site.arguments[path], site.file, written))
    host.layers.push({ kind: 'route', method, prefixes: [], path: one, handlers: flatArguments(site, handlers), at })
}

/** Middleware; of another router its layers as they are now. */
function use(host: KoaRouter, site: CallSite, at: Span): void {
  const [first] = site.arguments
  const written = site.written[0]
  const hasPath = isPath(first)
  const paths = hasPath && written ? writtenPaths(first, site.file, written) : [undefined]
  for (const path of paths) {
    for (const given of flatArguments(site, hasPath ? 1 : 0)) {
      const inner = given.value.kind === 'host' ? (given.value.host as KoaHost) : undefined
      if (inner?.framework === 'koa' && inner.role === 'routes') {
        inner.router.isServed = true
        for (const layer of inner.router.layers) host.layers.push(copied(layer, inner.router.prefix, path))
      } else
        host.layers.push({
          kind: 'use',
          method: '*',
          prefixes: [],
          path: path ?? rootPath(site),
          handlers: [given],
          at,
        })
    }
  }
}

function copied(layer: KoaLayer, own: WrittenPath | undefined, path: WrittenPath | undefined): KoaLayer {
  const prefixes = [path, own].filter(one => one !== undefined)
  return { ...layer, prefixes: [...prefixes, ...layer.prefixes] }
}
