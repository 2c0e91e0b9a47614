import { definitionOf } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { CodeFile, Expression } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { type Condition, conditionsAround } from '../orm/conditions.js'
import type { CorsPolicy } from './cors.js'
import type { OriginClaim } from './cors-claims.js'
import { holdsForClaimant } from './cors-function.js'
import { stagelessCalls } from './stages.js'

/** How messages call what sets the headers where no library does. */
export const OWN_MIDDLEWARE = 'its own middleware'

/** A header that code sets, and the value that it gives it. */
interface SetHeader {
  readonly value: Expression
  readonly start: number
  readonly end: number
}

const ORIGIN = /^access-control-allow-origin$/i
const CREDENTIALS = /^access-control-allow-credentials$/i

/**
 * Functions that repeat the origin of whoever asks, unasked, and allow credentials beside it:
 * `w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))`. Those that ask anything before are not judged, unless whoever chooses an
 * origin for it meets what they ask.
 */
export function repeatedOrigins(program: Program, file: CodeFile): readonly CorsPolicy[] {
  const { texts, words } = indexOf(file)
  if (![...texts, ...words].some(one => CREDENTIALS.test(one))) return []
  const allowed = headersSet(file, CREDENTIALS).filter(({ value }) => /^true$/i.test(literalText(value)))
  if (allowed.length === 0) return []
  return headersSet(file, ORIGIN).flatMap(({ value, start, end }): readonly CorsPolicy[] => {
    const around = functionsAround(file, start)[0]
    const beside = allowed.find(one => functionsAround(file, one.start)[0] === around)
    if (!around || !beside || !isRequestOrigin(program, file, value)) return []
    const conditions = [start, beside.start].flatMap(at => conditionsAround(file, at, at))
    const claims: OriginClaim[] = []
    const lets = conditions.every(one => asksNothing(program, file, one.node) || admits(program, one, value, claims))
    if (!lets) return []
    const [claim] = claims
    const shared = { library: OWN_MIDDLEWARE, credentials: true, at: { path: file.path, start, end } }
    return [claim ? { ...shared, origin: 'limited', claim } : { ...shared, origin: 'reflected' }]
  })
}

/** Whether a condition about the origin, which has a name, is met by whoever chooses one for it. */
function admits(
  program: Program,
  { file, node, expected }: Condition,
  value: Expression,
  claims: OriginClaim[],
): boolean {
  const origin = peel(value)
  return origin.kind === 'name' && holdsForClaimant(program, { file, node }, origin.name, claims) === expected
}

/** `setHeader(name, value)` and the like, and `headers[name] = value`. */
function headersSet(file: CodeFile, name: RegExp): readonly SetHeader[] {
  const found: SetHeader[] = []
  for (const { callee, arguments: given, start, end } of stagelessCalls(file)) {
    const [key, value] = given
    if (!value || callee.kind !== 'member' || !/^(?:set|add|header|setHeader)$/i.test(callee.property)) continue
    if (key && name.test(literalText(key))) found.push({ value, start, end })
  }
  walk(file.body, node => {
    if (node.kind === 'assign' && node.target.kind === 'member' && name.test(node.target.property))
      found.push({ value: node.value, start: node.start, end: node.end })
    return undefined
  })
  return found
}

function literalText(node: Expression): string {
  const inner = peel(node)
  return inner.kind === 'literal' ? String(inner.value) : ''
}

/** Whether an expression is the origin of the request: itself, by a name, or with something else where there is none. */
export function isRequestOrigin(program: Program, file: CodeFile, node: Expression, steps = 5): boolean {
  if (steps <= 0) return false
  const inner = peel(node)
  if (inner.kind === 'binary')
    return /^(?:\|\||\?\?)$/.test(inner.operator) && isRequestOrigin(program, file, inner.left, steps - 1)
  if (inner.kind === 'member') return inner.property === 'origin' && isHeaders(inner.object)
  if (inner.kind === 'call') {
    const [first] = inner.arguments
    const { callee } = inner
    return (
      callee.kind === 'member' &&
      /^(?:get|getHeader|header)$/i.test(callee.property) &&
      /^origin$/i.test(first ? literalText(first) : '')
    )
  }
  if (inner.kind !== 'name') return false
  const written = functionsAround(file, inner.start)[0]?.body.find(
    one => one.kind === 'declare' && one.target.kind === 'name' && one.target.name === inner.name,
  )
  if (written?.kind === 'declare' && written.value && written.value !== inner && peel(written.value).kind !== 'name')
    return isRequestOrigin(program, file, written.value, steps - 1)
  const found = definitionOf(program, { file, node: inner })
  return (
    found.kind === 'expression' &&
    found.file === file &&
    found.node !== inner &&
    isRequestOrigin(program, file, found.node, steps - 1)
  )
}

function isHeaders(node: Expression): boolean {
  return /^headers?$/i.test(pathOf(node)?.at(-1) ?? '')
}

/** Whether a test only asks if there is an origin, or for the method. */
function asksNothing(program: Program, file: CodeFile, node: Expression): boolean {
  const inner = peel(node)
  if (isRequestOrigin(program, file, inner)) return true
  if (inner.kind === 'unary') return inner.operator === '!' && isRequestOrigin(program, file, inner.value)
  if (inner.kind !== 'binary') return false
  const { left, right } = inner
  const text = literalText(right)
  if (/^options$/i.test(text)) return true
  return (
    right.kind === 'literal' && (right.value === '' || right.value === null) && isRequestOrigin(program, file, left)
  )
}
