import type { Program } from '../../../code/program.js'
import { isExhausted, type Run } from '../../../code/startup/run.js'
import type { Value } from '../../../code/startup/values.js'
import { walk } from '../../../code/walk.js'
import type { RouteTable } from '../route.js'
import type { GraphqlHost } from './javascript/apollo.js'
import type { ExpressHost } from './javascript/express.js'
import { expressRoutes } from './javascript/express-table.js'
import type { FastifyHost } from './javascript/fastify.js'
import { fastifyRoutes } from './javascript/fastify-table.js'
import { type HonoHost, honoMounted, honoServed } from './javascript/hono.js'
import { honoRoutes } from './javascript/hono-table.js'
import type { KoaHost, KoaRoutes } from './javascript/koa.js'
import { koaRoutes } from './javascript/koa-table.js'
import { type NestModules, reachableModules } from './javascript/nest-modules.js'
import { nestRoutes } from './javascript/nest-table.js'
import { unregisteredControllers } from './javascript/nest-unregistered.js'
import type { NestHost } from './javascript/nestjs.js'
import { nextRoutes } from './javascript/next.js'
import { joinPaths } from './javascript/path.js'
import { serverRoutes } from './javascript/server-table.js'
import type { ServerHost } from './javascript/servers.js'
import { type ServiceFiles, type Started, startOf } from './javascript/start.js'
import type { RouterHost } from './javascript/startup.js'
import { finish, type TableBuilder, tableBuilder } from './javascript/table.js'
import { unreadFrameworks } from './javascript/unread.js'

/**
 * The routes of a service in TypeScript or JavaScript. Its start is followed from the entries on; what its applications were
 * told is put together. A service without one of the frameworks has no routes.
 */
export function javascriptRoutes(program: Program, service: ServiceFiles): RouteTable {
  const table = tableBuilder()
  const started = startOf(program, service)
  if (started) {
    const used = usedHosts(started)
    for (const host of started.made) if (isRoot(started, host, used)) routesOf(started, host, table)
    table.openEnds.push(...started.unresolved)
    if (isExhausted(started.run)) table.openEnds.push({ path: service.entries[0] ?? '', start: 0, end: 0 })
    if (isWhole(started, table)) addUnregistered(started, service, used, table)
  }
  unreadFrameworks(program, service.entries.length > 0 ? program.reachableFrom(service.entries) : service.files, table)
  nextRoutes(program, service.files, table)
  return finish(table)
}

/** Whether all that registers routes could be followed: only then can something be said to be registered nowhere. */
function isWhole(started: Started, table: TableBuilder): boolean {
  return table.mounted.size > 0 && table.openEnds.length === 0 && !started.run.loadsUnknown
}

/** Puts the routes of an application or router, with all that it uses, into a table. */
function routesOf(started: Started, host: RouterHost, table: TableBuilder): void {
  if (host.framework === 'express') expressRoutes(started.run, host as ExpressHost, table)
  else if (host.framework === 'fastify') fastifyRoutes(started.run, host as FastifyHost, table)
  else if (host.framework === 'nestjs') nestRoutes(started.run, host as NestHost, table)
  else if (host.framework === 'node') serverRoutes(started.run, host as ServerHost, table)
  else if (host.framework === 'apollo') {
    table.mounted.add(host)
    for (const { method, path } of (host as GraphqlHost).paths)
      table.add({
        method,
        path: joinPaths(path.text),
        isResolved: path.isResolved,
        guards: [],
        prefixes: [],
        framework: 'apollo',
        at: host.at,
      })
  } else if (host.framework === 'koa') koaRoutes(started.run, host as KoaHost, table)
  else if (host.framework === 'hono') honoRoutes(started.run, host as HonoHost, table)
}

function nestApplications(started: Started): readonly { host: NestHost; modules: NestModules }[] {
  return started.made.flatMap(host => {
    if (host.framework !== 'nestjs') return []
    const nest = host as NestHost
    return [{ host: nest, modules: reachableModules(started.run, nest.root, nest.at) }]
  })
}

/** What answers requests by itself. */
function isRoot(started: Started, host: RouterHost, used: ReadonlySet<RouterHost>): boolean {
  if (!host.isApplication || started.aside.has(host) || used.has(host)) return false
  if (host.framework !== 'hono') return true
  // Every Hono is an application: with one that is known to be served, the others are not.
  const isServed = (one: RouterHost) => one.isServed || honoServed.has((one as HonoHost).entries)
  const hosts = started.made.filter(one => one.framework === 'hono' && !used.has(one))
  return isServed(host) || !hosts.some(isServed)
}

/** What some other application or router answers with. */
function usedHosts(started: Started): ReadonlySet<RouterHost> {
  const used = new Set<RouterHost>()
  const add = (value: Value) => {
    if (value.kind !== 'host') return
    const host = value.host as RouterHost
    used.add(host.framework === 'koa' && (host as KoaHost).role === 'routes' ? (host as KoaRoutes).router : host)
  }
  for (const host of started.made) {
    if (host.framework === 'express') {
      for (const layer of (host as ExpressHost).layers)
        if (layer.kind === 'use') for (const { value } of layer.handlers) add(value)
    } else if (host.framework === 'hono') {
      if (honoMounted.has((host as HonoHost).entries)) used.add(host)
    } else if (host.framework === 'koa') {
      const koa = host as KoaHost
      if (koa.role === 'application') for (const { value } of koa.middleware) add(value)
      if (koa.role === 'mount') add(koa.inner.value)
      if (koa.role === 'router' && koa.isServed) used.add(koa)
    }
  }
  return used
}

/** What has routes and answers nothing: the outermost routers that no application uses, and controllers of no module. */
function addUnregistered(
  started: Started,
  service: ServiceFiles,
  used: ReadonlySet<RouterHost>,
  table: TableBuilder,
): void {
  // Applications that no entry reaches are those of other programs.
  const others = tableBuilder()
  for (const host of started.made) if (started.aside.has(host) && host.isApplication) routesOf(started, host, others)
  if (others.openEnds.length > 0) return
  for (const host of started.made) {
    if (host.framework === 'node' || table.mounted.has(host) || others.mounted.has(host) || used.has(host)) continue
    const own = tableBuilder()
    routesOf(started, host, own)
    if (own.routes.length === 0) continue
    table.unregistered.push({ name: nameOf(started.run, host), routes: own.routes, at: host.at })
  }
  table.unregistered.push(...unregisteredControllers(started.run, nestApplications(started), service.files))
}

/** What a router is called where it is made: the variable that holds it, else what it is. */
function nameOf(run: Run, host: RouterHost): string {
  if (host.parameterOf !== undefined) return host.parameterOf
  let name: string | undefined
  walk(run.program.files.get(host.at.path)?.body ?? [], node => {
    if (node.start > host.at.start || node.end < host.at.end) return false
    if (node.kind === 'declare' && node.target.kind === 'name') name = node.target.name
    else if (node.kind === 'field') name = node.name
    else if (node.kind === 'class') name = node.name ?? name
    return undefined
  })
  return name ?? host.type
}
