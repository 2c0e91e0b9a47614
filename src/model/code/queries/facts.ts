import type { FunctionIn, Program } from '../../../code/program.js'
import type { FunctionNode } from '../../../code/syntax.js'
import type { Source } from '../../../source.js'
import type { Route } from '../route.js'
import type { ServiceQuery } from '../service.js'
import type { ServiceCode } from '../services.js'
import { listedByViews } from './django/views.js'
import { goQueries } from './go.js'
import { type GraphqlList, graphqlLists, type ResolvedList } from './graphql-lists.js'
import { javaScriptQueries } from './javascript.js'
import { type KeyScan, keyScansIn } from './key-scans.js'
import { usesGraphql, usesRedis } from './libraries.js'
import { pythonQueries } from './python.js'
import type { Query } from './query.js'
import { routesByFunction } from './reach.js'
import { leavesFunction } from './returned.js'
import { checkedByRoutes } from './route-checks.js'
import { type RowQuery, rowQueriesOf } from './row-queries.js'

/** What the code of a service asks its databases, and which requests make it ask. */
export interface QueryFacts {
  /** Every read of many rows that its code makes, in the order of files and lines. */
  readonly queries: readonly ServiceQuery[]
  /** Queries that requests send for each row of another one. */
  readonly rowQueries: readonly RowQuery[]
  /** The lists that its GraphQL API gives, with the reads behind each. */
  readonly graphqlLists: readonly GraphqlFieldReads[]
  /** Where its code has Redis go through all keys. */
  readonly keyScans: readonly KeyScan[]
}

/** A list field of a GraphQL API, and the reads of many rows that its resolver makes. */
export interface GraphqlFieldReads extends GraphqlList {
  readonly reads: readonly ServiceQuery[]
}

/** The queries of a service. `routes` are those with their handlers; `schemas` gives its files in the language of GraphQL. */
export function queryFacts(
  program: Program,
  service: ServiceCode,
  routes: readonly Route[],
  schemas: () => readonly Source[],
): QueryFacts {
  const { code, runtime, packages } = service
  const read = { node: javaScriptQueries, go: goQueries, python: pythonQueries }[runtime]
  const found = code.flatMap(file => read(program, file))
  const scans = usesRedis(packages) ? code.flatMap(file => keyScansIn(program, file)) : []
  const byFunction =
    found.length > 0 || scans.length > 0 ? routesByFunction(program, routes) : new Map<FunctionNode, readonly Route[]>()
  const lists = found.length > 0 && usesGraphql(packages) ? graphqlLists(program, code, schemas()) : []
  const routesTo = (fn: FunctionIn | undefined) => (fn && byFunction.get(fn.node)) ?? []
  const isRest = packages.has('rest_framework') || packages.has('djangorestframework')
  const listed = isRest ? listedByViews(program, service, routes) : []
  return {
    queries: [...found.map(query => withRoutes(program, query, routesTo(query.within))), ...listed].sort(byPlace),
    rowQueries: rowQueriesOf(program, found, routesTo),
    graphqlLists: withReads(program, lists, found),
    keyScans: scans.map(({ within, ...scan }) => ({ ...scan, routes: routesTo(within) })),
  }
}

function withReads(
  program: Program,
  lists: readonly ResolvedList[],
  queries: readonly Query[],
): readonly GraphqlFieldReads[] {
  const byFunction = routesByFunction(program, lists)
  return lists.map(list => {
    const reads = queries.filter(({ within }) => within && byFunction.get(within.node)?.includes(list))
    const { handler: _, ...field } = list
    return { ...field, reads: reads.map(query => withRoutes(program, query, [])) }
  })
}

function byPlace({ at: one }: ServiceQuery, { at: other }: ServiceQuery): number {
  return one.path === other.path ? one.start - other.start : one.path < other.path ? -1 : 1
}

function withRoutes(program: Program, { within, ...query }: Query, routes: readonly Route[]): ServiceQuery {
  const isReturned = within !== undefined && leavesFunction(within.node, query.at)
  return { ...checkedByRoutes(program, query, routes), routes, isReturned }
}
