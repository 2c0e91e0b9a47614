import { type CallSite, type Host, stepsOf, stringOf, type Value } from '../../../../code/startup/values.js'
import type { ExpressHost } from './express.js'
import type { KoaApplication } from './koa.js'
import { bareKoaRouter } from './koa.js'
import { type WrittenPath, writtenPaths } from './path.js'
import { asValue, hostValue, methodSpan, type RouterHost, type Startup } from './startup.js'

/** A path that a GraphQL server answers. */
export interface GraphqlPath {
  readonly method: string
  readonly path: WrittenPath
}

/** A GraphQL server that listens by itself. */
export interface GraphqlHost extends RouterHost {
  readonly framework: 'apollo'
  readonly paths: readonly GraphqlPath[]
}

/** What brings a server of Apollo. */
export const APOLLO_PACKAGES = [
  '@apollo/server/standalone',
  'apollo-server',
  'apollo-server-express',
  'apollo-server-koa',
  'apollo-server-fastify',
]

/** Of versions 2 and 3; version 4 has none. */
const HEALTH = '/.well-known/apollo/server-health'

/** What a call into one of the packages makes. */
export function apolloCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === '@apollo/server/standalone') {
    if (path !== '.startStandaloneServer') return undefined
    const options = site.arguments[1]
    const listen = options?.kind === 'fields' ? options.entries.get('listen') : undefined
    startup.listens.push({ framework: 'apollo', site: listenSite(site, listen), index: 0, key: 'port' })
    return asValue(standalone(startup, site, [...graphql(at(site, '/'))]))
  }
  return path === '.ApolloServer' && site.node.isNew ? asValue(embedded(startup, packageName, site)) : undefined
}

/** The port is in `{ listen: { port } }`. */
function listenSite(site: CallSite, listen: Value | undefined): CallSite {
  const options = site.written[1]
  const entry =
    options?.kind === 'object' ? options.entries.find(one => one.kind === 'entry' && one.key === 'listen') : undefined
  return {
    ...site,
    arguments: listen ? [listen] : [],
    written: [entry?.kind === 'entry' ? entry.value : (options ?? site.node)],
  }
}

function at(site: CallSite, text: string): WrittenPath {
  return { text, isResolved: true, at: methodSpan(site.file, site.node) }
}

function graphql(path: WrittenPath): readonly GraphqlPath[] {
  return ['GET', 'POST'].map(method => ({ method, path }))
}

function standalone(startup: Startup, site: CallSite, paths: readonly GraphqlPath[]): GraphqlHost {
  const host: GraphqlHost = {
    properties: new Map(),
    type: 'graphql server',
    framework: 'apollo',
    isApplication: true,
    isServed: true,
    at: methodSpan(site.file, site.node),
    paths,
    invoke: () => undefined,
  }
  startup.made.push(host)
  return host
}

/** `new ApolloServer(…)` of versions 2 and 3: it listens by itself or is put into an application. */
function embedded(startup: Startup, packageName: string, made: CallSite): Host {
  const self: Host = hostValue({
    type: 'apollo server',
    invoke: (name, site) => {
      if (name === 'listen' && packageName === 'apollo-server') {
        const [first] = site.arguments
        startup.listens.push({ framework: 'apollo', site, index: 0, ...(first?.kind === 'fields' && { key: 'port' }) })
        standalone(startup, site, [...graphql(at(site, '/')), ...health(made.arguments[0], site)])
        return asValue(self)
      }
      if (name === 'applyMiddleware') apply(startup, site)
      if (name === 'createHandler') return asValue(plugin(site))
      return name === 'getMiddleware' ? asValue(plugin(site)) : undefined
    },
  }).host
  return self
}

const pathsOfPlugins = new WeakMap<Host, readonly GraphqlPath[]>()

/** What a plugin or middleware of Apollo answers; undefined for anything else. */
export function graphqlPaths(host: Host): readonly GraphqlPath[] | undefined {
  return pathsOfPlugins.get(host)
}

function plugin(site: CallSite): Host {
  const { host } = hostValue({ type: 'apollo middleware', invoke: () => undefined })
  pathsOfPlugins.set(host, pathsIn(site))
  return host
}

function pathsIn(site: CallSite): readonly GraphqlPath[] {
  const [options] = site.arguments
  const given = options?.kind === 'fields' ? options.entries.get('path') : undefined
  const [path] = given ? writtenPaths(given, site.file, site.written[0] ?? site.node) : []
  return [...graphql(path ?? at(site, '/graphql')), ...health(options, site)]
}

function health(options: Value | undefined, site: CallSite): readonly GraphqlPath[] {
  const entries = options?.kind === 'fields' ? options.entries : new Map<string, Value>()
  const isOff = entries.get('disableHealthCheck')
  const path = entries.get('healthCheckPath')
  if (isOff?.kind === 'plain' && isOff.value) return []
  if (path?.kind === 'plain' && path.value === null) return []
  return [{ method: 'GET', path: at(site, stringOf(path) ?? HEALTH) }]
}

/** `server.applyMiddleware({ app, path })`. */
function apply(startup: Startup, site: CallSite): void {
  const [options] = site.arguments
  const app = options?.kind === 'fields' ? options.entries.get('app') : undefined
  if (app?.kind !== 'host') return
  const host = app.host as RouterHost
  const span = methodSpan(site.file, site.node)
  const paths = pathsIn(site)
  if (host.framework === 'express') {
    for (const { method, path } of paths)
      (host as ExpressHost).layers.push({
        kind: 'route',
        method,
        paths: [path],
        handlers: [],
        at: span,
        framework: 'apollo',
      })
  } else if (host.framework === 'koa') {
    const router = bareKoaRouter(startup, span)
    for (const { method, path } of paths)
      router.layers.push({ kind: 'route', method, prefixes: [], path, handlers: [], at: span, framework: 'apollo' })
    ;(host as KoaApplication).middleware.push({ value: asValue(router), written: site.node, file: site.file })
  }
}

/** The paths of a server of GraphQL Yoga that nothing is put around: its endpoint and its own health check. */
export function yogaPaths(value: Value): readonly { readonly method: string; readonly path: string }[] {
  if (value.kind !== 'outside' || value.package !== 'graphql-yoga' || !stepsOf(value).startsWith('.createYoga()'))
    return []
  const call = value.steps.find(step => step.kind === 'call')
  const [options] = call?.kind === 'call' ? call.site.arguments : []
  const text = (key: string, fallback: string) =>
    (options?.kind === 'fields' && stringOf(options.entries.get(key))) || fallback
  const endpoint = text('graphqlEndpoint', '/graphql')
  return [
    { method: 'GET', path: endpoint },
    { method: 'POST', path: endpoint },
    { method: 'GET', path: text('healthCheckEndpoint', '/health') },
  ]
}

/** What answers GraphQL as a middleware: the framework's name; undefined for anything else. */
export function graphqlMount(value: Value): string | undefined {
  if (value.kind !== 'outside') return undefined
  const steps = stepsOf(value)
  switch (value.package) {
    case '@apollo/server/express4':
    case '@as-integrations/express4':
    case '@as-integrations/express5':
      return steps === '.expressMiddleware()' ? 'apollo' : undefined
    case '@as-integrations/koa':
      return steps === '.koaMiddleware()' ? 'apollo' : undefined
    case 'graphql-yoga':
      return steps.startsWith('.createYoga()') ? 'yoga' : undefined
    case 'express-graphql':
    case 'koa-graphql':
      return steps === '.graphqlHTTP()' ? 'graphql' : undefined
    case 'graphql-http/lib/use/express':
    case 'graphql-http/lib/use/koa':
    case 'graphql-http/lib/use/http':
      return steps === '.createHandler()' ? 'graphql' : undefined
    default:
      return undefined
  }
}
