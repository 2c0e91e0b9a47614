import type { Run } from '../../../../code/startup/run.js'
import type { Guard } from '../../route.js'
import { behaviourOf } from './behaviour.js'
import { servesAll } from './fallbacks.js'
import { guardOf } from './guards.js'
import { handlerOf } from './handlers.js'
import type { HonoHost } from './hono.js'
import { below, covers, NO_PREFIX, routePrefixes, wholePath } from './path.js'
import type { TableBuilder } from './table.js'

/** The routes of a Hono application, in the order in which they were entered. */
export function honoRoutes(run: Run, host: HonoHost, table: TableBuilder): void {
  table.mounted.add(host)
  const before: { path: string; guard: Guard }[] = []
  for (const entry of host.entries) {
    const prefix = entry.prefixes.reduce(below, NO_PREFIX)
    const { path, isResolved } = wholePath(prefix, entry.path)
    const last = entry.handlers.at(-1)
    if (entry.kind === 'fallback' || (last && servesAll(last.value))) {
      table.fallbacks.push({ prefix: isResolved ? path.replace(/\/\*$/, '') || '/' : '/', at: entry.at })
      continue
    }
    if (entry.kind === 'use') {
      for (const given of entry.handlers) {
        const guard = guardOf(run, given, path === '/*')
        // Where its place is not known, it may stand before anything or nothing.
        before.push({ path, guard: isResolved ? guard : { ...guard, purpose: 'other' } })
      }
      continue
    }
    const handler = handlerOf(run, last?.value)
    if (path === '/*' && last?.value.kind === 'closure' && behaviourOf(run, last.value).statuses.has(404)) continue
    table.add({
      method: entry.method,
      path,
      isResolved,
      ...(handler && { handler }),
      guards: [
        ...before.filter(one => covers(one.path, path)).map(one => one.guard),
        ...entry.handlers.slice(0, -1).map(given => guardOf(run, given, false)),
      ],
      prefixes: routePrefixes(prefix),
      framework: 'hono',
      at: entry.at,
    })
  }
}
