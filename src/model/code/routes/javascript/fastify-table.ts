import type { Run } from '../../../../code/startup/run.js'
import type { FastifyHost } from './fastify.js'
import { guardOf } from './guards.js'
import { handlerOf } from './handlers.js'
import { below, NO_PREFIX, type Prefix, routePrefixes, wholePath } from './path.js'
import type { TableBuilder } from './table.js'

/** The routes of an application of Fastify, those of its plugins included. */
export function fastifyRoutes(run: Run, host: FastifyHost, table: TableBuilder): void {
  table.mounted.add(host)
  table.openEnds.push(...host.unresolved)
  for (const route of host.routes) {
    const prefix = prefixOf(route.instance)
    const { path, isResolved } = wholePath(prefix, route.path)
    const handler = handlerOf(run, route.handler?.value)
    table.add({
      method: route.method,
      path,
      isResolved,
      ...(handler && { handler }),
      guards: [
        ...route.instance.hooks.map(given => guardOf(run, given, host.hooks.includes(given))),
        ...route.hooks.map(given => guardOf(run, given, false)),
      ],
      prefixes: routePrefixes(prefix),
      framework: route.framework ?? 'fastify',
      at: route.at,
    })
  }
  for (const one of host.fallbacks) {
    const { path, isResolved } = wholePath(prefixOf(one.instance), one.path)
    table.fallbacks.push({ prefix: isResolved ? path : '/', at: one.at })
  }
}

function prefixOf(instance: FastifyHost): Prefix {
  const chain: FastifyHost[] = []
  for (let at: FastifyHost | undefined = instance; at; at = at.parent) chain.unshift(at)
  return chain.reduce((prefix, one) => (one.prefix ? below(prefix, one.prefix) : prefix), NO_PREFIX)
}
