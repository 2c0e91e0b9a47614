import { evaluate } from '../../../../code/startup/expressions.js'
import { deeper, type Run } from '../../../../code/startup/run.js'
import { alternatives, type Closure } from '../../../../code/startup/values.js'
import type { Call, Expression, FunctionNode, Node } from '../../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../../code/walk.js'

/** What a middleware or guard may do, seen in its text and in that of the functions that it calls. */
export interface Behaviour {
  /** The statuses that it answers with or throws. */
  readonly statuses: ReadonlySet<number>
  /** A token or a session is verified, and what fails is not let through. */
  readonly verifies: boolean
  /** What it does depends on the path or method that is asked for. */
  readonly readsPath: boolean
  /** It hands on what it does not answer. */
  readonly callsNext: boolean
}

const NOTHING_SPECIAL: Behaviour = { statuses: new Set(), verifies: false, readsPath: false, callsNext: false }

const known = new WeakMap<FunctionNode, Behaviour>()

/** Nodes of one function that are looked at. */
const LONGEST = 4000

/** What a function does, as deep as three calls into the repository. */
export function behaviourOf(run: Run, closure: Closure, depth = 0): Behaviour {
  const found = known.get(closure.fn)
  if (found) return found
  // A function that calls itself adds nothing.
  known.set(closure.fn, NOTHING_SPECIAL)
  const behaviour = look(run, closure, depth)
  known.set(closure.fn, behaviour)
  return behaviour
}

function look(run: Run, closure: Closure, depth: number): Behaviour {
  const statuses = new Set<number>()
  let verifies = false
  let readsPath = false
  let callsNext = false
  const forgiven = forgivenRanges(closure.fn)
  let nodes = 0
  let methods = 0
  walk(closure.fn.body, node => {
    if (++nodes > LONGEST) return false
    const status = statusOf(node)
    if (status !== undefined) statuses.add(status)
    if (node.kind === 'member' && isPathRead(node)) readsPath = true
    if (isMethodRead(node)) methods++
    if (node.kind === 'binary' && isPreflight(node)) methods--
    if (node.kind !== 'call') return undefined
    const name = calleeName(node)
    if (name === 'next' || name === 'done') callsNext = true
    if (isVerification(node, name) && !forgiven.some(range => range.start <= node.start && node.end <= range.end))
      verifies = true
    if (depth < 3) {
      for (const inner of calledClosures(run, node.callee, closure)) {
        const other = behaviourOf(run, inner, depth + 1)
        for (const one of other.statuses) statuses.add(one)
        if (other.verifies) verifies = true
        if (other.readsPath) readsPath = true
      }
    }
    return undefined
  })
  return { statuses, verifies, readsPath: readsPath || methods > 0, callsNext }
}

function calledClosures(run: Run, callee: Expression, closure: Closure): readonly Closure[] {
  const path = pathOf(callee)
  if (!path || path.length > 3) return []
  const parameters = closure.fn.parameters.map(one => (one.target.kind === 'name' ? one.target.name : ''))
  if (path[0] === undefined || parameters.includes(path[0])) return []
  const scope = closure.self ? { ...closure.scope, self: closure.self } : closure.scope
  const value = deeper(run, undefined, () => evaluate(run, callee, scope))
  return value ? alternatives(value).filter(one => one.kind === 'closure') : []
}

const PATHS = new Set(['path', 'url', 'originalUrl', 'baseUrl', 'pathname', 'routerPath', 'routeOptions'])
const REQUESTS = new Set(['req', 'request', 'ctx', 'context', 'c', 'URL', '_req'])

function isPathRead(node: Node & { kind: 'member' }): boolean {
  if (!PATHS.has(node.property)) return false
  const path = pathOf(node)
  return path === undefined || path.slice(0, -1).some(part => REQUESTS.has(part))
}

/** `req.method`: some methods may be let through, as those who guard against forged requests do. */
function isMethodRead(node: Node): boolean {
  return node.kind === 'member' && node.property === 'method' && REQUESTS.has(pathOf(node.object)?.at(-1) ?? '')
}

/** `req.method === 'OPTIONS'`: requests of browsers before the one that counts. */
function isPreflight(node: Node & { kind: 'binary' }): boolean {
  const sides = [peel(node.left), peel(node.right)]
  return sides.some(isMethodRead) && sides.some(side => side.kind === 'literal' && side.value === 'OPTIONS')
}

/** What a call is called: `verify` of `jwt.verify(…)`. */
function calleeName(call: Call): string | undefined {
  const path = pathOf(call.callee)
  if (path) return path.at(-1)
  return call.callee.kind === 'member' ? call.callee.property : undefined
}

const VERIFIES = /^(?:jwtVerify|verifyAsync|verifyIdToken|verifyToken|requireAuth|verifySessionCookie)$/

function isVerification(call: Call, name: string | undefined): boolean {
  if (name === undefined) return false
  if (VERIFIES.test(name)) return true
  const path = pathOf(call.callee)
  if (name === 'authenticate') return path?.[0] === 'passport'
  return name === 'verify' && /jwt|jsonwebtoken|jose|token/i.test(path?.slice(0, -1).join('.') ?? '')
}

/** Where a failure is caught and what was asked for goes on all the same. */
function forgivenRanges(fn: FunctionNode): readonly { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  walk(fn.body, node => {
    if (node.kind !== 'try' || node.handlers.length === 0) return undefined
    const first = node.body[0]
    const last = node.body.at(-1)
    const stops = node.handlers.some(handler => handler.body.some(stopsRequest))
    if (first && last && !stops) ranges.push({ start: first.start, end: last.end })
    return undefined
  })
  return ranges
}

function stopsRequest(node: Node): boolean {
  return holds([node], one => {
    if (one.kind !== 'call') return one.kind === 'throw'
    const name = calleeName(one)
    return name === 'next'
      ? one.arguments.length > 0
      : /^(?:send|code|status|json|throw|end|redirect|sendStatus)$/.test(name ?? '')
  })
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['notfound', 404],
  ['toomanyrequests', 429],
])
const SETTERS = new Set(['status', 'sendStatus', 'code', 'throw', 'writeHead', 'createError', 'json', 'text', 'body'])
const STATUS_KEYS = new Set(['status', 'statusCode', 'code'])

/** The status that a node answers with or throws: `res.status(401)`, `ctx.status = 401`, `new UnauthorizedException()`. */
function statusOf(node: Node): number | undefined {
  if (node.kind === 'call') {
    const name = calleeName(node) ?? ''
    const spoken = nameStatus(name)
    if (spoken !== undefined) return spoken
    const isError = node.isNew && /(?:Error|Exception)$/.test(name)
    if (SETTERS.has(name) || isError) return node.arguments.map(numberOf).find(one => one !== undefined)
    return undefined
  }
  if (node.kind === 'assign' && node.target.kind === 'member' && STATUS_KEYS.has(node.target.property))
    return numberOf(node.value)
  if (node.kind === 'entry' && node.key !== undefined && STATUS_KEYS.has(node.key)) return numberOf(node.value)
  return undefined
}

/** `Unauthorized`, `UnauthorizedException`, `UNAUTHORIZED`. */
function nameStatus(name: string): number | undefined {
  return NAMED.get(
    name
      .replace(/(?:Http)?(?:Error|Exception)$/, '')
      .replaceAll('_', '')
      .toLowerCase(),
  )
}

function numberOf(node: Expression): number | undefined {
  if (node.kind === 'literal' && typeof node.value === 'number')
    return node.value >= 400 && node.value < 600 ? node.value : undefined
  return node.kind === 'member' ? nameStatus(node.property) : undefined
}
