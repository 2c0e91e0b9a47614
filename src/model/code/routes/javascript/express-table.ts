import type { FunctionIn } from '../../../../code/program.js'
import { evaluate } from '../../../../code/startup/expressions.js'
import type { Run } from '../../../../code/startup/run.js'
import type { Closure, Value } from '../../../../code/startup/values.js'
import { pathOf, walk as walkNodes } from '../../../../code/walk.js'
import type { Guard, Route } from '../../route.js'
import { graphqlMount, graphqlPaths } from './apollo.js'
import { behaviourOf } from './behaviour.js'
import type { ExpressHost, Layer } from './express.js'
import { servesAll } from './fallbacks.js'
import { guardOf } from './guards.js'
import { handlerOf } from './handlers.js'
import {
  below,
  covers,
  type Given,
  NO_PREFIX,
  type Prefix,
  routePrefixes,
  type WrittenPath,
  wholePath,
} from './path.js'
import type { RouterHost } from './startup.js'
import type { TableBuilder } from './table.js'

/** Middleware, and where it stands. */
interface Placed {
  readonly guard: Guard
  readonly path: string
  /** The part of its path that is not known. */
  readonly open: WrittenPath | undefined
  /** Itself, where it is asynchronous and nothing is around it. */
  readonly fn: FunctionIn | undefined
}

interface Walk {
  readonly run: Run
  readonly table: TableBuilder
  /** Middleware so far, with the paths that it stands before. */
  readonly guards: Placed[]
  readonly visiting: Set<ExpressHost>
  /** How many more routers are followed: each as often as it is used. */
  left: number
}

/** The routes of an application or router of Express with all that it uses, in the order in which a request meets them. */
export function expressRoutes(run: Run, host: ExpressHost, table: TableBuilder): void {
  follow({ run, table, guards: [], visiting: new Set(), left: 2000 }, host, NO_PREFIX)
}

function follow(walk: Walk, host: ExpressHost, prefix: Prefix): void {
  if (walk.visiting.has(host) || walk.visiting.size > 20 || walk.table.isFull() || walk.left-- < 0) return
  walk.visiting.add(host)
  walk.table.mounted.add(host)
  for (const layer of host.layers) {
    for (const path of layer.paths) {
      if (layer.kind === 'route') addRoute(walk, layer, path, prefix)
      else use(walk, layer, path, prefix)
    }
  }
  walk.visiting.delete(host)
}

function addRoute(walk: Walk, layer: Layer & { kind: 'route' }, written: WrittenPath, prefix: Prefix): void {
  const { run, table } = walk
  const { path, isResolved } = wholePath(prefix, written)
  const last = layer.handlers.at(-1)
  const before = layer.handlers.slice(0, -1).map(given => guardOf(run, given, false))
  const handler = handlerOf(run, last?.value)
  // A wildcard that answers 404 serves nothing.
  if (isCatchAll(path) && last && answersNotFound(run, last.value)) return
  const unwrapped = [
    ...walk.guards.flatMap(({ path: on, fn }) => (fn && covers(on, path) ? fn : [])),
    ...layer.handlers.flatMap(({ value }) => unwrappedIn(value) ?? []),
  ]
  const route: Route = {
    method: layer.method,
    path,
    isResolved,
    ...(handler && { handler }),
    ...(unwrapped.length > 0 && { unwrapped }),
    guards: [...guardsFor(walk, path, prefix), ...before],
    prefixes: routePrefixes(prefix),
    framework: layer.framework ?? 'express',
    at: layer.at,
  }
  table.add(route)
  if (layer.method === '*' && last?.value.kind === 'closure' && behaviourOf(run, last.value).callsNext)
    place(walk, last, written, prefix)
}

/** `app.get(path, async (req, res) => …)`: what a wrapper makes of such a function is another one. */
function unwrappedIn(value: Value): FunctionIn | undefined {
  if (value.kind !== 'closure' || !value.fn.isAsync || value.fn.decorators.length > 0) return undefined
  return { file: value.file, node: value.fn }
}

function isCatchAll(path: string): boolean {
  return path === '/*' || path === '*'
}

function answersNotFound(run: Run, value: Value): boolean {
  return value.kind === 'closure' && behaviourOf(run, value).statuses.has(404)
}

/** The guards before a path. Of one whose place is not known it is not known either, but for what lies at the same place. */
function guardsFor(walk: Walk, path: string, prefix: Prefix): readonly Guard[] {
  return walk.guards
    .filter(one => covers(one.path, path))
    .map(one => (one.open && !prefix.parts.includes(one.open) ? { ...one.guard, purpose: 'other' } : one.guard))
}

/** Middleware that is kept: nobody writes as much. */
const MOST_GUARDS = 100

/** Puts a guard at its place. Which paths a regular expression matches is not known: it may let through what counts. */
function place(walk: Walk, given: Given, written: WrittenPath, prefix: Prefix): void {
  if (walk.guards.length >= MOST_GUARDS) return
  const { path, isResolved } = wholePath(prefix, written)
  const guard = guardOf(walk.run, given, isResolved && path === '/')
  const open = [...prefix.parts, written].findLast(part => !part.isResolved)
  walk.guards.push({
    guard: written.isPattern ? { ...guard, purpose: 'other' } : guard,
    path,
    open,
    fn: unwrappedIn(given.value),
  })
}

function use(walk: Walk, layer: Layer & { kind: 'use' }, written: WrittenPath, prefix: Prefix): void {
  const { run, table } = walk
  const inner = below(prefix, written)
  const { path, isResolved } = wholePath(prefix, written)
  for (const given of layer.handlers) {
    const { value } = given
    if (value.kind === 'host') {
      useHost(walk, layer, value.host as RouterHost, path, inner)
      continue
    }
    if (servesAll(value)) {
      table.fallbacks.push({ prefix: isResolved ? path : '/', at: layer.at })
      continue
    }
    const handed = value.kind === 'closure' ? routerCalledIn(run, value) : undefined
    if (handed) {
      follow(walk, handed, inner)
      continue
    }
    const graphql = graphqlMount(value)
    if (graphql) {
      for (const method of ['GET', 'POST'])
        table.add({
          method,
          path,
          isResolved,
          guards: guardsFor(walk, path, prefix),
          prefixes: routePrefixes(prefix),
          framework: graphql,
          at: layer.at,
        })
      continue
    }
    if (value.kind === 'closure') useFunction(walk, layer, given, written, prefix)
    else if (value.kind === 'unknown' || value.kind === 'either') {
      // It may be a router, and then its routes are not known.
      if (mayBeRouter(given)) table.openEnds.push(layer.at)
      else place(walk, given, written, prefix)
    } else place(walk, given, written, prefix)
  }
}

function useHost(walk: Walk, layer: Layer & { kind: 'use' }, host: RouterHost, path: string, inner: Prefix): void {
  const graphql = graphqlPaths(host)
  if (host.framework === 'express') follow(walk, host as ExpressHost, inner)
  else if (!graphql) walk.table.fallbacks.push({ prefix: path, at: layer.at })
  for (const { method, path: own } of graphql ?? []) {
    const route: Layer = { kind: 'route', method, paths: [], handlers: [], at: layer.at, framework: 'apollo' }
    addRoute(walk, route, own, inner)
  }
}

/** The router that a function hands requests to: `(req, res, next) => router(req, res, next)`. */
function routerCalledIn(run: Run, closure: Closure): ExpressHost | undefined {
  if (closure.fn.parameters.length !== 3 || closure.fn.body.length > 20) return undefined
  let found: ExpressHost | undefined
  walkNodes(closure.fn.body, node => {
    if (found || node.kind !== 'call' || node.arguments.length !== 3) return !found
    const path = pathOf(node.callee)
    if (!path || path.length > 3) return undefined
    const value = evaluate(run, node.callee, closure.scope)
    if (value.kind === 'host' && (value.host as RouterHost).framework === 'express') found = value.host as ExpressHost
    return undefined
  })
  return found
}

function useFunction(
  walk: Walk,
  layer: Layer & { kind: 'use' },
  given: Given,
  written: WrittenPath,
  prefix: Prefix,
): void {
  const { run, table } = walk
  const { path, isResolved } = wholePath(prefix, written)
  if (given.value.kind !== 'closure') return
  const { parameters } = given.value.fn
  // Four parameters: it handles errors.
  if (parameters.length >= 4) return
  const behaviour = behaviourOf(run, given.value)
  if (behaviour.callsNext || parameters.length >= 3 || parameters.length === 0) {
    place(walk, given, written, prefix)
    return
  }
  // Without a `next` it answers whatever reaches it.
  if (behaviour.statuses.has(404)) return
  table.fallbacks.push({ prefix: isResolved ? path : '/', at: layer.at })
  if (path === '/') return
  const handler = handlerOf(run, given.value)
  table.add({
    method: '*',
    path,
    isResolved,
    ...(handler && { handler }),
    guards: guardsFor(walk, path, prefix),
    prefixes: routePrefixes(prefix),
    framework: 'express',
    at: layer.at,
  })
}

function mayBeRouter(given: Given): boolean {
  const { written } = given
  const name =
    written.kind === 'name'
      ? written.name
      : written.kind === 'member'
        ? written.property
        : written.kind === 'call'
          ? 'require'
          : ''
  return written.kind === 'call' ? given.value.kind !== 'outside' : /rout|controller|api|handler/i.test(name)
}
