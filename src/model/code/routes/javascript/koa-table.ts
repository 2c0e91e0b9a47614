import type { Run } from '../../../../code/startup/run.js'
import type { Guard } from '../../route.js'
import { graphqlMount } from './apollo.js'
import { behaviourOf } from './behaviour.js'
import { servesAll } from './fallbacks.js'
import { guardOf } from './guards.js'
import { handlerOf } from './handlers.js'
import type { KoaHost, KoaLayer, KoaRouter } from './koa.js'
import {
  below,
  covers,
  flatGiven,
  type Given,
  NO_PREFIX,
  type Prefix,
  routePrefixes,
  spanOf,
  wholePath,
} from './path.js'
import type { TableBuilder } from './table.js'

interface Walk {
  readonly run: Run
  readonly table: TableBuilder
  readonly guards: Guard[]
  depth: number
}

/** The routes of an application or router of Koa. */
export function koaRoutes(run: Run, host: KoaHost, table: TableBuilder): void {
  follow({ run, table, guards: [], depth: 0 }, host, NO_PREFIX)
}

function follow(walk: Walk, host: KoaHost, prefix: Prefix): void {
  if (walk.depth > 20 || walk.table.isFull()) return
  walk.depth++
  walk.table.mounted.add(host)
  if (host.role === 'application') for (const given of host.middleware) use(walk, given, prefix)
  else if (host.role === 'mount') {
    // What an application inside uses stands before its own routes only.
    const inner: Walk = { ...walk, guards: [...walk.guards] }
    for (const given of flatGiven(host.inner)) use(inner, given, below(prefix, host.path))
  } else router(walk, host.role === 'routes' ? host.router : host, prefix)
  walk.depth--
}

function use(walk: Walk, given: Given, prefix: Prefix): void {
  const { run, table } = walk
  const { value } = given
  const at = spanOf(given.file, given.written)
  const path = wholePath(prefix, { text: '/', isResolved: true, at }).path
  if (value.kind === 'host') {
    const host = value.host as KoaHost
    if (host.framework === 'koa') follow(walk, host, prefix)
  } else if (servesAll(value)) table.fallbacks.push({ prefix: path, at })
  else if (graphqlMount(value)) {
    for (const method of ['GET', 'POST'])
      table.add({
        method,
        path,
        isResolved: true,
        guards: [...walk.guards],
        prefixes: routePrefixes(prefix),
        framework: 'apollo',
        at,
      })
  } else if (value.kind === 'unknown' || value.kind === 'either') table.openEnds.push(at)
  else if (value.kind === 'closure' && value.fn.parameters.length < 2) {
    if (!behaviourOf(run, value).statuses.has(404)) table.fallbacks.push({ prefix: path, at })
  } else walk.guards.push(guardOf(run, given, prefix.parts.length === 0))
}

function router(walk: Walk, host: KoaRouter, prefix: Prefix): void {
  const { run, table } = walk
  walk.table.mounted.add(host)
  const outer = host.prefix ? below(prefix, host.prefix) : prefix
  const before: { path: string; layer: KoaLayer; guards: readonly Guard[] }[] = []
  for (const layer of host.layers) {
    const inner = layer.prefixes.reduce(below, outer)
    const { path, isResolved } = wholePath(inner, layer.path)
    if (layer.kind === 'use') {
      before.push({ path, layer, guards: layer.handlers.map(given => guardOf(run, given, false)) })
      continue
    }
    const handler = handlerOf(run, layer.handlers.at(-1)?.value)
    table.add({
      method: layer.method,
      path,
      isResolved,
      ...(handler && { handler }),
      guards: [
        ...walk.guards,
        ...before.filter(one => covers(one.path, path)).flatMap(one => one.guards),
        ...layer.handlers.slice(0, -1).map(given => guardOf(run, given, false)),
      ],
      prefixes: routePrefixes(inner),
      framework: layer.framework ?? 'koa',
      at: layer.at,
    })
  }
}
