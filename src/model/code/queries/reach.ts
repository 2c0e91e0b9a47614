import { calleeOf } from '../../../code/calls.js'
import { indexOf } from '../../../code/file-index.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { Call, CodeFile, FunctionNode } from '../../../code/syntax.js'

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
function calleesOf(program: Program, { file, node: { body } }: FunctionIn): readonly FunctionIn[] {
  const found: FunctionIn[] = []
  const [first] = body
  const end = body.at(-1)?.end ?? 0
  if (!first) return found
  const { calls, functions } = runsIn(file)
  for (const node of between(functions, first.start, end)) found.push({ file, node })
  for (const node of between(calls, first.start, end)) {
    const callee = calleeOf(program, { file, node })
    if (callee) found.push(callee)
  }
  return found
}

interface Runs {
  readonly calls: readonly Call[]
  readonly functions: readonly FunctionNode[]
}

const runsOf = new WeakMap<CodeFile, Runs>()

/** The calls and the functions of a file by where they begin. */
function runsIn(file: CodeFile): Runs {
  const known = runsOf.get(file)
  if (known) return known
  const { calls, functions } = indexOf(file)
  const found = { calls: inOrder(calls), functions: inOrder(functions) }
  runsOf.set(file, found)
  return found
}

type Placed = { readonly start: number }

/** The same list where it is in order already, as most are. */
function inOrder<N extends Placed>(nodes: readonly N[]): readonly N[] {
  const isInOrder = nodes.every((node, index) => node.start >= (nodes[index - 1]?.start ?? 0))
  return isInOrder ? nodes : nodes.toSorted((one, other) => one.start - other.start)
}

/** Those that begin in a range. */
function between<N extends Placed>(nodes: readonly N[], start: number, end: number): readonly N[] {
  return nodes.slice(firstFrom(nodes, start), firstFrom(nodes, end))
}

/** The index of the first node that begins there or later. */
function firstFrom(nodes: readonly Placed[], start: number): number {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
