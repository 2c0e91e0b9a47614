import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Expression, Statement } from '../../../code/syntax.js'
import type { Environment } from '../../../code/values.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import { claimedByBeginning, claimedByEnd, claimedByPart, claimedByPattern, type OriginClaim } from './cors-claims.js'
import { resolved, valueIn } from './options.js'

/** Where values are looked up. */
interface Surroundings {
  readonly program: Program
  readonly environment: Environment
  /**
   * Where it is there, a comparison also holds that only a part of the origin is asked for and that anybody can meet; what
   * was asked is noted in it.
   */
  readonly claims?: OriginClaim[]
}

/** What is left of a regular expression that every origin matches, without its anchors and what it says of the scheme. */
const ANYTHING = /^(?:[.]|\\S|\[\^\]|\[\\s\\S\])[*+]$/

/** Whether a regular expression is found in any origin: `.*`, `^https?:\/\/`. */
export function isInEveryOrigin(pattern: string): boolean {
  return withoutScheme(pattern) === '' || isEveryOrigin(pattern)
}

/** Whether a regular expression is any whole origin: `.*`, `https?://.+`. */
export function isEveryOrigin(pattern: string): boolean {
  return ANYTHING.test(withoutScheme(pattern))
}

function withoutScheme(pattern: string): string {
  return pattern
    .replaceAll('\\/', '/')
    .replace(/^\^/, '')
    .replace(/^https\?:\/\//, '')
    .replace(/\$$/, '')
}

/** Whether the name stands in a statement or an expression. */
export function mentions(node: Statement | Expression, name: string | undefined): boolean {
  return name !== undefined && holds([node], one => one.kind === 'name' && one.name === name)
}

/** Methods of a regular expression, which are given the text. */
const TAKES_TEXT = /^(?:test|exec)$/

const COMPARES = /^(?:includes|has|some|find|test|match|exec|startsWith|endsWith)$/

/** Whether a call is one that compares a text with others by its name. */
export function isComparison({ callee }: Call): boolean {
  return callee.kind === 'member' && COMPARES.test(callee.property)
}

/**
 * Whether a comparison with the origin holds for a site that nobody has named; undefined where what it is compared with is
 * not known. A list of whole origins holds no such site, whatever is on it; a prefix or a pattern may be one that all have.
 */
export function admitsUnnamedSite(
  { file, node }: In<Call>,
  origin: string | undefined,
  where: Surroundings,
): boolean | undefined {
  const { callee } = node
  const [first] = node.arguments
  if (callee.kind !== 'member') return undefined
  const { object, property } = callee
  if (mentions(object, origin)) return first && holdsForAll(property, { file, node: first }, where)
  if (TAKES_TEXT.test(property)) return holdsForAll(property, { file, node: object }, where)
  if (property !== 'some' && property !== 'find') return false
  return first && ofAnyItem({ file, node: object }, { file, node: first }, where)
}

/** `list.some(one => …)`: names are compared whole, or each is the beginning, the end or the pattern of those that are let in. */
function ofAnyItem(list: ExpressionIn, test: ExpressionIn, where: Surroundings): boolean | undefined {
  const fn = peel(test.node)
  const item = fn.kind === 'function' ? fn.parameters[0]?.target : undefined
  if (fn.kind !== 'function' || item?.kind !== 'name') return undefined
  const ways = new Set<string>()
  let isOpen = false
  walk(fn.body, node => {
    if (node.kind !== 'call') return undefined
    const { callee, arguments: values } = node
    if (callee.kind === 'member' && isComparison(node)) {
      const pattern = TAKES_TEXT.test(callee.property) ? callee.object : values[0]
      if (pattern && mentions(pattern, item.name)) ways.add(callee.property)
    } else isOpen ||= values.some(one => mentions(one, item.name)) && pathOf(callee)?.join('.') !== 'RegExp'
    return undefined
  })
  if (isOpen) return undefined
  if (ways.size === 0) return false
  const items = resolved(where.program, list)
  if (items?.node.kind !== 'array') return undefined
  const answers = items.node.elements.flatMap(node =>
    [...ways].map(way => holdsForAll(way, { file: items.file, node }, where)),
  )
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

/** The beginnings that every origin has. */
const BEGINNING = /^(?:h|ht|htt|http|https?:?\/{0,2})?$/

/** Whether what an origin is compared with in this way is so short, or so open, that all origins meet it. */
function holdsForAll(way: string, at: ExpressionIn, where: Surroundings): boolean | undefined {
  const pattern = patternOf(at, where)
  if (pattern !== undefined) return isInEveryOrigin(pattern) || isClaimed(claimedByPattern(pattern), where)
  const value = valueIn(where.program, at, where.environment)
  if (value.kind !== 'known' || typeof value.value !== 'string') return undefined
  if (isClaimed(CLAIMS.get(way)?.(value.value), where)) return true
  if (way === 'startsWith') return BEGINNING.test(value.value)
  if (value.value === '') return true
  if (way === 'match' || TAKES_TEXT.test(way)) return isInEveryOrigin(value.value)
  return way === 'includes' && 'http://'.includes(value.value)
}

/** What anybody can meet that a text is compared with in these ways. */
const CLAIMS: ReadonlyMap<string, (text: string) => OriginClaim | undefined> = new Map([
  ['startsWith', claimedByBeginning],
  ['endsWith', claimedByEnd],
  ['includes', claimedByPart],
])

function isClaimed(claim: OriginClaim | undefined, { claims }: Surroundings): boolean {
  if (!claim || !claims) return false
  claims.push(claim)
  return true
}

/** The text of a regular expression, written here or behind a name. */
function patternOf(at: ExpressionIn, where: Surroundings): string | undefined {
  const found = resolved(where.program, at)
  if (found?.node.kind === 'regular-expression') return found.node.pattern
  if (found?.node.kind !== 'call' || pathOf(found.node.callee)?.join('.') !== 'RegExp') return undefined
  const [text] = found.node.arguments
  const value = text && valueIn(where.program, { file: found.file, node: text }, where.environment)
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined
}
