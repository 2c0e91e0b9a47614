import type { CallSite, HostValue, Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { flatArguments, type Given, isPath, type WrittenPath, writtenPaths } from './path.js'
import { plainServer } from './servers.js'
import { asValue, hostValue, methodSpan, type RouterHost, type Startup, siteSpan } from './startup.js'

/** What was done to an application or router of Express, in order. */
export type Layer =
  | {
      readonly kind: 'route'
      readonly method: string
      readonly paths: readonly WrittenPath[]
      readonly handlers: readonly Given[]
      readonly at: Span
      /** Where another framework entered it. */
      readonly framework?: string
    }
  | {
      readonly kind: 'use'
      readonly paths: readonly WrittenPath[]
      readonly handlers: readonly Given[]
      readonly at: Span
    }

/** An application or router of Express, with what it was told in order. */
export interface ExpressHost extends RouterHost {
  readonly framework: 'express'
  readonly layers: Layer[]
}

/** Methods that register a route; `all` takes every method of HTTP. https://expressjs.com/en/5x/api.html#routing-methods */
export const METHODS = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'all',
  'trace',
  'connect',
  'search',
  'purge',
  'propfind',
  'copy',
  'move',
  'link',
  'unlink',
  'lock',
  'unlock',
  'report',
  'query',
])

/** What brings Express, or a router that works like its own. */
export const EXPRESS_PACKAGES = ['express', 'express-promise-router', 'router', 'express-ws']

/** What a call into the package makes. */
export function expressCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === 'express' && path === '') return asValue(expressHost(startup, siteSpan(site), true))
  if (packageName === 'express' ? path === '.Router' : packageName !== 'express-ws' && path === '')
    return asValue(expressHost(startup, siteSpan(site), false))
  // `expressWs(app)`: the application has `ws` as well.
  if (packageName === 'express-ws' && path === '') return site.arguments[0]
  return undefined
}

/** An application or router of Express without routes. */
export function expressHost(startup: Startup, at: Span, isApplication: boolean, parameterOf?: string): ExpressHost {
  const layers: Layer[] = []
  const host: ExpressHost = {
    type: isApplication ? 'express application' : 'express router',
    properties: new Map(),
    invoke: (name, site) => invoke(startup, host, name, site),
    framework: 'express',
    isApplication,
    isServed: false,
    at,
    layers,
    ...(parameterOf !== undefined && { parameterOf }),
  }
  startup.made.push(host)
  return host
}

function invoke(startup: Startup, host: ExpressHost, name: string, site: CallSite): Value | undefined {
  if (name === 'use') {
    const [first] = site.arguments
    const written = site.written[0]
    const hasPath = isPath(first) || (first?.kind === 'unknown' && site.arguments.length > 1)
    const paths = hasPath && written ? writtenPaths(first, site.file, written) : [rootPath(site)]
    host.layers.push({
      kind: 'use',
      paths,
      handlers: flatArguments(site, hasPath ? 1 : 0),
      at: methodSpan(site.file, site.node),
    })
    return asValue(host)
  }
  if (METHODS.has(name) || name === 'ws' || name === 'm-search') return addRoute(host, name, site)
  if (name === 'route') return routeOf(host, site)
  if (name === 'listen') {
    host.isServed = true
    startup.listens.push({ framework: 'express', site, index: 0 })
    return plainServer()
  }
  return name === 'set' || name === 'enable' || name === 'disable' || name === 'param' || name === 'engine'
    ? asValue(host)
    : undefined
}

/** The path of what was given none. */
export function rootPath(site: CallSite): WrittenPath {
  return { text: '/', isResolved: true, at: methodSpan(site.file, site.node) }
}

function addRoute(host: ExpressHost, name: string, site: CallSite): Value {
  const [first] = site.written
  // With one argument `app.get` reads a setting.
  if (!first || site.node.arguments.length < 2) return asValue(host)
  if (name === 'ws') return asValue(host)
  host.layers.push({
    kind: 'route',
    method: name === 'all' ? '*' : name.toUpperCase(),
    paths: writtenPaths(site.arguments[0], site.file, first),
    handlers: flatArguments(site, 1),
    at: methodSpan(site.file, site.node),
  })
  return asValue(host)
}

/** `router.route(path)`: what is called on it are routes of that path. */
function routeOf(host: ExpressHost, site: CallSite): Value {
  const [first] = site.written
  const paths = first ? writtenPaths(site.arguments[0], site.file, first) : [rootPath(site)]
  const route: HostValue = hostValue({
    type: 'express route',
    invoke: (name, inner) => {
      if (!METHODS.has(name)) return undefined
      host.layers.push({
        kind: 'route',
        method: name === 'all' ? '*' : name.toUpperCase(),
        paths,
        handlers: flatArguments(inner, 0),
        at: methodSpan(inner.file, inner.node),
      })
      return route
    },
  })
  return route
}
