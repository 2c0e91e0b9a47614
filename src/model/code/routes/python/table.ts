import type { Span } from '../../../../source.js'
import type { Guard, Route, RoutePrefix, RouteTable, UnregisteredRoutes } from '../../route.js'
import { joined, type PathText, routePath } from './paths.js'
import { type Web, webOf } from './web.js'

/** A table of routes while it is put together. */
export interface TableBuilder {
  readonly routes: Route[]
  readonly unregistered: UnregisteredRoutes[]
  readonly unresolved: Span[]
  readonly fallbacks: { readonly prefix: string; readonly at: Span }[]
  /** What answers somewhere. */
  readonly mounted: Set<Web>
}

/** A table without routes. */
export function tableBuilder(): TableBuilder {
  return { routes: [], unregistered: [], unresolved: [], fallbacks: [], mounted: new Set() }
}

/** The table without what only its building needs. */
export function finish({ routes, unregistered, unresolved, fallbacks }: TableBuilder): RouteTable {
  return { routes, unregistered, unresolved, fallbacks }
}

/** What is around the routes that are put into a table. */
export interface Around {
  readonly path: PathText
  readonly prefixes: readonly RoutePrefix[]
  readonly guards: readonly Guard[]
}

/** What is around an application that is served itself. */
export const NOTHING_AROUND: Around = { path: { text: '', isResolved: true }, prefixes: [], guards: [] }

/** Longer lines of routers in routers are not followed: they go in circles. */
const DEEPEST = 16

/** Puts everything that an application, router or blueprint answers into the table. */
export function addWeb(table: TableBuilder, web: Web, around: Around, keepsPrefix = true, depth = 0): void {
  if (depth > DEEPEST || table.routes.length > 20_000) return
  table.mounted.add(web)
  const inside = keepsPrefix
    ? below(around, web.prefix, web.prefixAt, web.guards)
    : below(around, NO_PATH, web.prefixAt, web.guards)
  for (const entry of web.entries) {
    if (entry.kind === 'route') {
      addRoute(table, inside, { framework: web.framework, ...entry })
      continue
    }
    const within = below(inside, entry.prefix, entry.at, entry.kind === 'include' ? entry.guards : [])
    if (entry.kind === 'fallback') {
      addFallback(table, within, entry.at)
      continue
    }
    const included = webOf(entry.web)
    if (included) addWeb(table, included, within, entry.keepsPrefix, depth + 1)
    else {
      table.unresolved.push(entry.at)
      addFallback(table, within, entry.at)
    }
  }
}

const NO_PATH: PathText = { text: '', isResolved: true }

/** The surroundings one prefix further in. */
export function below(around: Around, prefix: PathText, at: Span, guards: readonly Guard[]): Around {
  const isPrefix = prefix.text !== '' && prefix.text !== '/'
  return {
    path: joined(around.path, prefix),
    prefixes: isPrefix ? [...around.prefixes, { path: routePath(prefix.text), at }] : around.prefixes,
    guards: guards.length > 0 ? inside(around, guards) : around.guards,
  }
}

/** Files or another application below a prefix. Where the prefix is not known, it may be any. */
export function addFallback(table: TableBuilder, { path }: Around, at: Span): void {
  table.fallbacks.push({ prefix: path.isResolved ? routePath(path.text) : '/', at })
}

/** A route before what is around it is put in front. */
export interface NewRoute {
  readonly framework: string
  readonly methods: readonly string[]
  readonly path: PathText
  readonly guards: readonly Guard[]
  readonly handler?: Route['handler']
  readonly lists?: Route['lists']
  readonly view?: Route['view']
  readonly outside?: Route['outside']
  readonly at: Span
}

/** What says that everybody may pass goes before what asks further out. */
function inside(around: Around, guards: readonly Guard[]): readonly Guard[] {
  const isOpen = guards.some(({ purpose }) => purpose === 'public')
  return [...around.guards.filter(({ purpose }) => !isOpen || purpose !== 'auth'), ...guards]
}

/** Puts a route into the table, with the prefixes and guards around it. */
export function addRoute(table: TableBuilder, around: Around, route: NewRoute): void {
  const { text, isResolved } = joined(around.path, route.path)
  if (!isResolved) table.unresolved.push(route.at)
  for (const method of route.methods) {
    table.routes.push({
      method,
      path: routePath(text),
      isResolved,
      ...(route.handler && { handler: route.handler }),
      ...(route.lists && { lists: route.lists }),
      ...(route.view && { view: route.view }),
      ...(route.outside !== undefined && { outside: route.outside }),
      guards: inside(around, route.guards),
      prefixes: around.prefixes,
      framework: route.framework,
      at: route.at,
    })
  }
}
