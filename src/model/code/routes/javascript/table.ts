import type { Span } from '../../../../source.js'
import type { Route, RouteTable, UnregisteredRoutes } from '../../route.js'
import type { RouterHost } from './startup.js'

/** A table of routes that is being put together. */
export interface TableBuilder {
  readonly routes: Route[]
  readonly unresolved: Span[]
  /** Registrations that could not be followed: of routers, plugins, modules. */
  readonly openEnds: Span[]
  readonly fallbacks: { prefix: string; at: Span }[]
  readonly unregistered: UnregisteredRoutes[]
  /** What answers requests. */
  readonly mounted: Set<RouterHost>
  readonly add: (route: Route) => void
  readonly isFull: () => boolean
}

/** Routes of one service. More are not listed, and that is said. */
const MOST = 5000

/** An empty table. */
export function tableBuilder(): TableBuilder {
  const routes: Route[] = []
  const table: TableBuilder = {
    routes,
    unresolved: [],
    openEnds: [],
    fallbacks: [],
    unregistered: [],
    mounted: new Set(),
    add: route => {
      if (routes.length < MOST) routes.push(route)
      if (!route.isResolved) table.unresolved.push(route.at)
    },
    isFull: () => routes.length >= MOST,
  }
  return table
}

/** The finished table. Places that could not be followed are told once each. */
export function finish(table: TableBuilder): RouteTable {
  const unresolved = new Map(
    [...table.unresolved, ...table.openEnds].map(at => [`${at.path}:${at.start}:${at.end}`, at]),
  )
  return {
    routes: table.routes,
    unregistered: table.unregistered,
    unresolved: [...unresolved.values()],
    fallbacks: table.fallbacks,
  }
}
