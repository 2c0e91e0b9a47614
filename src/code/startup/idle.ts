import type { FunctionNode } from '../syntax.js'
import type { Run } from './run.js'
import { type Closure, NOT_KNOWN, type Value } from './values.js'

/** Nodes of one call, and of all calls together, beyond which a function that came to nothing is followed no more. */
const HEAVY = 300
const MOST_IDLE = 5_000
/** The same where its answers may be what others mount. */
const MOST_MOUNTING = 20_000

/**
 * What a function gives without being followed: it took much, came to nothing of a framework, and is given nothing that
 * may lead to one. Undefined where it has to be followed.
 */
export function answerWithout(run: Run, closure: Closure, given: readonly Value[]): Value | undefined {
  const known = run.inert.get(closure.fn)
  if (!known || given.some(one => isLive(run, one)) || (closure.self && isLive(run, closure.self))) return undefined
  return closure.fn.parameters.length === 0 ? known : NOT_KNOWN
}

/** Notes what a call came to: the nodes that it took, and whether anything of a framework was in it. */
export function noteCall(run: Run, fn: FunctionNode, answer: Value, cost: number, isOfUse: boolean): void {
  const idle = isOfUse ? Number.NEGATIVE_INFINITY : (run.idle.get(fn) ?? 0) + cost
  run.idle.set(fn, idle)
  const isInert = mayMount(answer) ? idle > MOST_MOUNTING : idle > MOST_IDLE || (idle > 0 && cost > HEAVY)
  if (isInert) run.inert.set(fn, answer)
  else if (isOfUse) run.inert.delete(fn)
}

/** Whether what a function gave may be the routes, plugins or paths that others mount: it may give others the next time. */
function mayMount(answer: Value): boolean {
  switch (answer.kind) {
    case 'host':
    case 'class':
    case 'closure':
    case 'namespace':
      return true
    case 'list':
      return answer.elements.length > 0
    case 'plain':
      return typeof answer.value === 'string'
    case 'either':
      return answer.values.some(mayMount)
    default:
      return false
  }
}

/** Whether a value may lead to something of a framework: an application or router, one in it, a function that may have one. */
function isLive(run: Run, value: Value, depth = 0): boolean {
  switch (value.kind) {
    case 'host':
    case 'class':
      return true
    case 'closure':
      return !run.inert.has(value.fn)
    case 'either':
      return value.values.some(one => isLive(run, one, depth))
    case 'list':
      return depth < 2 && value.elements.some(one => isLive(run, one, depth + 1))
    case 'fields':
      return depth < 2 && [...value.entries.values()].some(one => isLive(run, one, depth + 1))
    default:
      return false
  }
}
