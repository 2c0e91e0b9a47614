import type { Run } from '../../../../code/startup/run.js'
import type { Value } from '../../../../code/startup/values.js'
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

interface Walk {
  readonly run: Run
  readonly table: TableBuilder
  /** Middleware so far, with the paths that it stands before. */
  readonly guards: { readonly guard: Guard; readonly path: string }[]
  readonly visiting: Set<ExpressHost>
}

/** The routes of an application or router of Express with all that it uses, in the order in which a request meets them. */
export function expressRoutes(run: Run, host: ExpressHost, table: TableBuilder): void {
  follow({ run, table, guards: [], visiting: new Set() }, host, NO_PREFIX)
}

function follow(walk: Walk, host: ExpressHost, prefix: Prefix): void {
  if (walk.visiting.has(host) || walk.visiting.size > 20 || walk.table.isFull()) return
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
  const route: Route = {
    method: layer.method,
    path,
    isResolved,
    ...(handler && { handler }),
    guards: [...guardsFor(walk, path), ...before],
    prefixes: routePrefixes(prefix),
    framework: layer.framework ?? 'express',
    at: layer.at,
  }
  table.add(route)
  if (layer.method === '*' && last?.value.kind === 'closure' && behaviourOf(run, last.value).callsNext)
    walk.guards.push({ guard: guardOf(run, last, false), path })
}

function isCatchAll(path: string): boolean {
  return path === '/*' || path === '*'
}

function answersNotFound(run: Run, value: Value): boolean {
  return value.kind === 'closure' && behaviourOf(run, value).statuses.has(404)
}

function guardsFor(walk: Walk, path: string): readonly Guard[] {
  return walk.guards.filter(one => covers(one.path, path)).map(one => one.guard)
}

function use(walk: Walk, layer: Layer & { kind: 'use' }, written: WrittenPath, prefix: Prefix): void {
  const { run, table } = walk
  const inner = below(prefix, written)
  const { path, isResolved } = wholePath(prefix, written)
  for (const given of layer.handlers) {
    const { value } = given
    if (value.kind === 'host') {
      const host = value.host as RouterHost
      const graphql = graphqlPaths(host)
      if (host.framework === 'express') follow(walk, host as ExpressHost, inner)
      else if (graphql) {
        for (const one of graphql)
          addRoute(
            walk,
            { kind: 'route', method: one.method, paths: [], handlers: [], at: layer.at, framework: 'apollo' },
            one.path,
            inner,
          )
      } else if (
        !table.mount(
          run,
          host,
          inner,
          walk.guards.map(one => one.guard),
        )
      )
        table.fallbacks.push({ prefix: path, at: layer.at })
      continue
    }
    const answered = servesAll(value)
    if (answered) {
      table.fallbacks.push({ prefix: isResolved ? path : '/', at: layer.at })
      continue
    }
    const graphql = graphqlMount(value)
    if (graphql) {
      for (const method of ['GET', 'POST'])
        table.add({
          method,
          path,
          isResolved,
          guards: guardsFor(walk, path),
          prefixes: routePrefixes(prefix),
          framework: graphql,
          at: layer.at,
        })
      continue
    }
    if (value.kind === 'closure') useFunction(walk, layer, given, path, isResolved, prefix)
    else if (value.kind === 'unknown' || value.kind === 'either') {
      // It may be a router, and then its routes are not known.
      if (mayBeRouter(given)) table.unresolved.push(layer.at)
      else walk.guards.push({ guard: guardOf(run, given, path === '/'), path })
    } else walk.guards.push({ guard: guardOf(run, given, path === '/'), path })
  }
}

function useFunction(
  walk: Walk,
  layer: Layer & { kind: 'use' },
  given: Given,
  path: string,
  isResolved: boolean,
  prefix: Prefix,
): void {
  const { run, table } = walk
  if (given.value.kind !== 'closure') return
  const { parameters } = given.value.fn
  // Four parameters: it handles errors.
  if (parameters.length >= 4) return
  const behaviour = behaviourOf(run, given.value)
  if (behaviour.callsNext || parameters.length >= 3 || parameters.length === 0) {
    walk.guards.push({ guard: guardOf(run, given, path === '/'), path })
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
    guards: guardsFor(walk, path),
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
