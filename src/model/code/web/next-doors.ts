import type { FunctionIn, Program } from '../../../code/program.js'
import { holds, pathOf } from '../../../code/walk.js'
import { isWithin } from '../../../paths.js'
import type { Route } from '../route.js'
import { mayAsk } from '../routes/javascript/next-asks.js'
import { type Door, isGuarded, isMeantForAll, resourceOf } from './doors.js'
import { isHarmless } from './handler-checks.js'

const CHANGES = /^(?:PUT|PATCH|DELETE)$/

/** Handlers of Next.js that change something and ask nobody, beside others that ask: in `middleware`, around them or within. */
export function nextDoors(program: Program, all: readonly Route[]): readonly Door[] {
  const writes = all.filter(one => one.framework === 'next' && (one.method === 'POST' || isChange(one)))
  const guarded = writes.filter(isGuarded)
  if (guarded.length < 2) return []
  return writes.flatMap(route => {
    if (isGuarded(route) || isMeantForAll(route) || !route.handler || !doesAnything(route.handler)) return []
    const neighbour = neighbourOf(route, guarded, writes)
    if (!neighbour) return []
    const unknown = route.guards.find(one => !isHarmless(one))
    if (unknown) return [{ route, neighbour, doubt: `what ${unknown.name} asks is not known` }]
    if (!mayAsk(program, route.handler)) return [{ route, neighbour }]
    return [{ route, neighbour, doubt: 'whether what it calls asks is not known' }]
  })
}

/** Whether a handler calls anything but what makes an answer: `return new Response(null, { status: 405 })` does not. */
function doesAnything({ node }: FunctionIn): boolean {
  return holds(
    node.body,
    one => one.kind === 'call' && !/^(?:Next)?Response$|^(?:res|response|console)$/.test(pathOf(one.callee)?.[0] ?? ''),
  )
}

/** Also a page of an API that takes all methods, and looks which one it is. */
function isChange({ method, handler }: Route): boolean {
  if (method !== '*' || !handler) return CHANGES.test(method)
  return holds(
    handler.node.body,
    node => node.kind === 'literal' && typeof node.value === 'string' && CHANGES.test(node.value),
  )
}

/** A guarded write of the same resource; for changes also one of many, where hardly any is open. */
function neighbourOf(route: Route, guarded: readonly Route[], writes: readonly Route[]): Route | undefined {
  const resource = resourceOf(route.path)
  if (resource === '' || resource === 'api') return undefined
  const change = isChange(route)
  const beside = guarded.find(
    one => resourceOf(one.path) === resource && (change || (one.method === 'POST' && isWithin(one.path, route.path))),
  )
  if (beside || !change) return beside
  const changes = writes.filter(isChange)
  const asking = changes.filter(isGuarded)
  return asking.length >= 3 && asking.length >= changes.length * 0.75 ? asking[0] : undefined
}
