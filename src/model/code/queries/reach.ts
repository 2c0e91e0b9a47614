import { calleeOf } from '../../../code/calls.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { FunctionNode } from '../../../code/syntax.js'
import { walk } from '../../../code/walk.js'

/** Calls deep beyond which a handler is not followed. */
const DEEPEST = 5
/** Functions beyond which a handler is not followed. */
const MOST = 300

/** What is answered by a function: a route, a field of GraphQL. */
interface Answered {
  readonly handler?: FunctionIn
}

/** The routes whose handlers run each function, directly or through the functions that they call; so also for fields. */
export function routesByFunction<T extends Answered>(
  program: Program,
  routes: readonly T[],
): ReadonlyMap<FunctionNode, readonly T[]> {
  const callees = new Map<FunctionNode, readonly FunctionIn[]>()
  const found = new Map<FunctionNode, T[]>()
  for (const route of routes) {
    if (!route.handler) continue
    const seen = new Set<FunctionNode>()
    let level: readonly FunctionIn[] = [route.handler]
    for (let depth = 0; depth <= DEEPEST && level.length > 0 && seen.size < MOST; depth++) {
      const next: FunctionIn[] = []
      for (const fn of level) {
        if (seen.has(fn.node)) continue
        seen.add(fn.node)
        const list = found.get(fn.node)
        if (list) list.push(route)
        else found.set(fn.node, [route])
        const inner = callees.get(fn.node) ?? calleesOf(program, fn)
        callees.set(fn.node, inner)
        next.push(...inner)
      }
      level = next
    }
  }
  return found
}

/** What a function calls, and the functions that stand in it. */
function calleesOf(program: Program, { file, node }: FunctionIn): readonly FunctionIn[] {
  const found: FunctionIn[] = []
  walk(node.body, one => {
    if (one.kind === 'function') found.push({ file, node: one })
    if (one.kind === 'call') {
      const callee = calleeOf(program, { file, node: one })
      if (callee) found.push(callee)
    }
    return undefined
  })
  return found
}
