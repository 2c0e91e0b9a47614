import type { Run } from '../../../../code/startup/run.js'
import type { Span } from '../../../../source.js'
import type { Guard, Route, RouteTable, UnregisteredRoutes } from '../../route.js'
import type { Prefix } from './path.js'
import type { RouterHost } from './startup.js'

/** A table of routes that is being put together. */
export interface TableBuilder {
  readonly routes: Route[]
  readonly unresolved: Span[]
  readonly fallbacks: { prefix: string; at: Span }[]
  readonly unregistered: UnregisteredRoutes[]
  /** What answers requests. */
  readonly mounted: Set<RouterHost>
  readonly add: (route: Route) => void
  /** Puts the routes of another framework's application behind a prefix; false where that is not known how. */
  readonly mount: (run: Run, host: RouterHost, prefix: Prefix, guards: readonly Guard[]) => boolean
  readonly isFull: () => boolean
}

/** Routes of one service. More are not listed, and that is said. */
const MOST = 20_000

/** An empty table. `mount` enters what one framework mounts of another. */
export function tableBuilder(
  mount: (table: TableBuilder, run: Run, host: RouterHost, prefix: Prefix, guards: readonly Guard[]) => boolean,
): TableBuilder {
  const routes: Route[] = []
  const table: TableBuilder = {
    routes,
    unresolved: [],
    fallbacks: [],
    unregistered: [],
    mounted: new Set(),
    add: route => {
      if (routes.length < MOST) routes.push(route)
      if (!route.isResolved) table.unresolved.push(route.at)
    },
    mount: (run, host, prefix, guards) => mount(table, run, host, prefix, guards),
    isFull: () => routes.length >= MOST,
  }
  return table
}

/** The finished table. Places that could not be followed are told once each. */
export function finish(table: TableBuilder): RouteTable {
  const unresolved = new Map(table.unresolved.map(at => [`${at.path}:${at.start}:${at.end}`, at]))
  return {
    routes: table.routes,
    unregistered: table.unregistered,
    unresolved: [...unresolved.values()],
    fallbacks: table.fallbacks,
  }
}
