import type { FunctionIn, Program } from '../../../code/program.js'
import type { FunctionNode, Node, Statement } from '../../../code/syntax.js'
import { childrenOf, walk } from '../../../code/walk.js'
import type { Route, RouteTable } from '../route.js'
import { type DepthFound, depthOf } from './depth.js'
import { type HealthKind, healthKindOf } from './match.js'

/** A route that tells whether the service works: by its name, or because a check asks for it. */
export interface HealthRoute {
  readonly route: Route
  /** Undefined for a route whose name tells nothing, and which is asked all the same. */
  readonly kind?: HealthKind
  readonly found: DepthFound
}

/** The health routes of a service, with what their handlers do. `asked` says which other paths checks ask for. */
export function healthRoutesOf(
  program: Program,
  { routes }: RouteTable,
  name: string,
  asked: (route: Route) => boolean,
): readonly HealthRoute[] {
  return routes.flatMap(route => {
    if (!/^(?:GET|\*|ALL|HEAD)$/.test(route.method)) return []
    // Behind a prefix that is not known it is one all the same.
    const kind = healthKindOf(route.path, name)
    if (!kind && !asked(route)) return []
    const found: DepthFound = route.handler ? depthIn(program, route, route.handler) : { depth: 'unknown' }
    return [{ route, ...(kind && { kind }), found }]
  })
}

/** One function of a bare server answers every path: what counts is the branch for this one. */
function depthIn(program: Program, route: Route, handler: FunctionIn): DepthFound {
  if (route.framework !== 'node') return depthOf(program, handler)
  const branch = branchFor(handler.node, route.path)
  return branch
    ? depthOf(program, { file: handler.file, node: { ...handler.node, body: branch } })
    : { depth: 'unknown' }
}

/** `if (request.url === '/health') { … }`, `case '/health':`. */
function branchFor(fn: FunctionNode, path: string): readonly Statement[] | undefined {
  let found: readonly Statement[] | undefined
  const isPath = (node: Node): boolean => node.kind === 'literal' && node.value === path
  walk(fn.body, node => {
    if (found) return false
    if (node.kind === 'if' && childrenOf(node.test).some(isPath)) found = node.consequent
    if (node.kind === 'switch') found = node.cases.find(one => one.tests.some(isPath))?.body
    return undefined
  })
  return found
}
