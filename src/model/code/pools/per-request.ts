import { calleeOf } from '../../../code/calls.js'
import type { Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { childrenOf, pathOf, peel, walkOwn } from '../../../code/walk.js'
import { handlersIn } from './handlers.js'
import type { PoolSite } from './site.js'

/** Calls between a handler and the constructor that are followed. */
const DEEPEST = 2

/**
 * The pools that are made anew for each request: in the function that answers it, or in one that it calls. A pool that is
 * kept (in a variable outside, a property, a map, by a decorator that caches) is made once. The value: who answers.
 */
export function madePerRequest(
  program: Program,
  code: readonly CodeFile[],
  sites: readonly PoolSite[],
): ReadonlyMap<PoolSite, string> {
  const found = new Map<PoolSite, string>()
  const suspected = sites.filter(site => site.createdAt === 'function' && !isKept(site))
  if (suspected.length === 0) return found
  const answering = reached(program, code)
  for (const site of suspected) {
    for (const fn of functionsAround(site.file, site.at.start)) {
      const name = answering.get(fn)
      if (name !== undefined) {
        found.set(site, name)
        break
      }
    }
  }
  return found
}

/** The functions that run for each request: handlers, and what they call. */
function reached(program: Program, code: readonly CodeFile[]): ReadonlyMap<FunctionNode, string> {
  const all = new Map<FunctionNode, string>()
  let next = code.flatMap(file => handlersIn(program, file))
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const inside: typeof next = []
    for (const handler of next) {
      if (all.has(handler.node)) continue
      all.set(handler.node, handler.name)
      if (depth === DEEPEST) continue
      walkOwn(handler.node, node => {
        if (node.kind !== 'call' || !pathOf(node.callee)) return
        const called = calleeOf(program, { file: handler.file, node })
        if (called) inside.push({ ...called, name: handler.name })
      })
    }
    next = inside
  }
  return all
}

const CACHES =
  /^(?:once|memo(?:ize)?|memoize\w*|cache|lazy|singleton|lru_cache|cached|cached_property|asynccontextmanager)$/i

/** Whether the pool that a function makes outlives it. */
function isKept({ file, at }: PoolSite): boolean {
  const [fn] = functionsAround(file, at.start)
  if (!fn) return true
  if (fn.decorators.some(one => isCache(one.kind === 'call' ? one.callee : one))) return true
  const around = ancestorsIn(fn.body, at)
  if (around.some(one => one.kind === 'assign' && isOutside(one.target, fn))) return true
  const local = around.find(one => one.kind === 'declare')
  const name = local?.kind === 'declare' && local.target.kind === 'name' ? local.target.name : undefined
  return (name !== undefined && isHandedOn(fn, name)) || isGivenToCache(file, fn)
}

function isCache(callee: Expression): boolean {
  return CACHES.test(pathOf(callee)?.at(-1) ?? '')
}

/** A property, an entry, or a name that the function itself does not declare. */
function isOutside(target: Expression, fn: FunctionNode): boolean {
  if (target.kind !== 'name') return true
  let isOwn = false
  walkOwn(fn, node => {
    if (node.kind === 'declare' && node.target.kind === 'name' && node.target.name === target.name) isOwn = true
  })
  return !isOwn
}

/** `this.pool = pool`, `pools.set(tenant, pool)`, `_engines[name] = engine`. */
function isHandedOn(fn: FunctionNode, name: string): boolean {
  let found = false
  const isIt = (node: Expression | undefined) =>
    node !== undefined && peel(node).kind === 'name' && (peel(node) as { name: string }).name === name
  walkOwn(fn, node => {
    if (node.kind === 'assign' && isIt(node.value) && isOutside(node.target, fn)) found = true
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      /^(?:set|push|add|append)$/.test(node.callee.property) &&
      node.arguments.some(isIt)
    )
      found = true
  })
  return found
}

/** `const pool = once(() => new Pool())`. */
function isGivenToCache(file: CodeFile, fn: FunctionNode): boolean {
  return ancestorsIn(file.body, fn).some(one => one.kind === 'call' && isCache((one as Call).callee))
}

/** What a place is in, from the outside in. */
function ancestorsIn(body: readonly Node[], place: { readonly start: number; readonly end: number }): readonly Node[] {
  const found: Node[] = []
  let inside = body
  for (;;) {
    const next = inside.find(one => one.start <= place.start && one.end >= place.end)
    if (!next || (next.start === place.start && next.end === place.end && next.kind !== 'expression')) return found
    found.push(next)
    inside = childrenOf(next)
  }
}
