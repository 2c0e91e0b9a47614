import { definitionOf } from '../../../code/definitions.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Call, Expression } from '../../../code/syntax.js'
import type { Environment } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'
import { claimedByPattern, type Matching, type OriginClaim } from './cors-claims.js'
import { isEveryOrigin, isInEveryOrigin } from './cors-comparison.js'
import { originsOfFunction } from './cors-function.js'
import { resolved, settingOf, valueIn } from './options.js'

/**
 * Who is let in: `any`: the answer says `*` · `reflected`: it repeats the origin that asks, which is any site · `limited` ·
 * `unknown`.
 */
export type Origins = 'any' | 'reflected' | 'limited' | 'unknown'

/** What is read in which surroundings, and what the library does for `*`. */
interface Reading {
  readonly program: Program
  readonly environment: Environment
  readonly star: 'any' | 'reflected'
  readonly steps: number
}

/** The origins that an expression lets in. */
export function originsIn(at: ExpressionIn, reading: Reading): Origins {
  const { program, environment, star, steps } = reading
  const inner = { ...reading, steps: steps - 1 }
  const read = settingOf(program, at)
  if (read) {
    const set = [read.variable, ...read.alternatives].map(environment).find(one => one !== undefined)
    if (set && !set.known) return 'unknown'
    if (set) return /^\s*(?:\[\s*"\*"\s*\]|\*)\s*$/.test(set.value) ? star : 'limited'
    return read.fallback && steps > 0 ? originsIn(read.fallback, inner) : 'unknown'
  }
  const found = resolved(program, at) ?? propertyOf(program, at) ?? functionOf(program, at)
  const node = found && peel(found.node)
  if (!found || !node || steps <= 0) return 'unknown'
  const here = (one: Expression): ExpressionIn => ({ file: found.file, node: one })
  switch (node.kind) {
    case 'array':
      return listed(found, node.elements, reading)
    case 'regular-expression':
      return isInEveryOrigin(node.pattern) ? 'reflected' : 'limited'
    case 'function':
      return originsOfFunction(program, { file: found.file, node }, environment)
    case 'call':
      return called(found, node, inner) ?? ofValue(here(node), reading)
    case 'comprehension': {
      const [clause] = node.clauses
      const isAll = node.clauses.length === 1 && isSameText(node.element)
      return isAll && clause ? originsIn(here(clause.iterated), inner) : 'unknown'
    }
    case 'binary':
      return node.operator === '+'
        ? together([originsIn(here(node.left), inner), originsIn(here(node.right), inner)])
        : ofValue(here(node), reading)
    default:
      return ofValue(here(node), reading)
  }
}

/**
 * What an origin is only asked to have in it, where a part of it is enough to be let in and anybody can have that. For lists
 * and functions of Node.js packages, and for texts that a library of Python takes for patterns (`matching`).
 */
export function claimIn(
  at: ExpressionIn,
  { program, environment }: Pick<Reading, 'program' | 'environment'>,
  matching?: Matching,
): OriginClaim | undefined {
  const found = resolved(program, at) ?? functionOf(program, at)
  const node = found && peel(found.node)
  if (!found || !node) return undefined
  if (node.kind === 'function') {
    const claims: OriginClaim[] = []
    const origins = originsOfFunction(program, { file: found.file, node }, environment, claims)
    return origins === 'reflected' ? claims[0] : undefined
  }
  if (node.kind === 'array') {
    for (const one of node.elements.slice(0, MOST_ELEMENTS)) {
      const claim =
        one.kind === 'array' ? undefined : claimIn({ file: found.file, node: one }, { program, environment }, matching)
      if (claim) return claim
    }
    return undefined
  }
  if (node.kind === 'regular-expression') return claimedByPattern(node.pattern, matching)
  if (!matching) return undefined
  const value = valueIn(program, { file: found.file, node }, environment)
  return value.kind === 'known' && typeof value.value === 'string' ? claimedByPattern(value.value, matching) : undefined
}

const MOST_ELEMENTS = 100

/** What the property of an object of Python gives: `@property def origins(self): return …`. */
function propertyOf(program: Program, at: ExpressionIn): ExpressionIn | undefined {
  const inner = peel(at.node)
  if (at.file.language !== 'python' || inner.kind !== 'member') return undefined
  const found = definitionOf(program, { file: at.file, node: inner })
  if (found.kind !== 'function' || found.node.accessor !== 'get') return undefined
  const [last, ...before] = found.node.body.toReversed()
  const isDocumented = before.every(one => one.kind === 'expression' && one.value.kind === 'literal')
  return last?.kind === 'return' && last.value && isDocumented ? { file: found.file, node: last.value } : undefined
}

/** `origin: isAllowed`, a function that is declared. */
function functionOf(program: Program, at: ExpressionIn): ExpressionIn | undefined {
  const found = definitionOf(program, at)
  return found.kind === 'function' && at.file.language !== 'python' ? { file: found.file, node: found.node } : undefined
}

function together(parts: readonly Origins[]): Origins {
  const kinds: readonly Origins[] = ['any', 'reflected', 'unknown']
  return kinds.find(kind => parts.includes(kind)) ?? 'limited'
}

function ofValue(at: ExpressionIn, { program, environment, star }: Reading): Origins {
  const value = valueIn(program, at, environment)
  if (value.kind !== 'known') return 'unknown'
  if (value.value === true) return 'reflected'
  if (typeof value.value === 'string' && value.value !== '')
    return value.value === '*' ? star : isEveryOrigin(value.value) ? 'reflected' : 'limited'
  return value.value === false ? 'limited' : 'unknown'
}

/** `text.split(",")` and `getattr(settings, "origins", …)`. */
function called(at: ExpressionIn, node: Call, reading: Reading): Origins | undefined {
  if (node.callee.kind === 'member' && node.callee.property === 'split')
    return split({ file: at.file, node: node.callee.object }, reading)
  const attribute = attributeIn(node)
  if (!attribute) return undefined
  const member = { file: at.file, node: attribute }
  const own = originsIn(member, reading)
  const [, , otherwise] = node.arguments
  const isThere = own !== 'unknown' || resolved(reading.program, member) !== undefined
  return isThere || !otherwise ? own : originsIn({ file: at.file, node: otherwise }, reading)
}

function attributeIn({ callee, arguments: [object, name], start, end }: Call): Expression | undefined {
  if (callee.kind !== 'name' || callee.name !== 'getattr' || !object || name?.kind !== 'literal') return undefined
  if (typeof name.value !== 'string') return undefined
  return { kind: 'member', object, property: name.value, propertyStart: name.start, start, end }
}

/** `origin`, `origin.strip()`, `str(origin)`: what a comprehension makes of each. */
function isSameText(node: Expression): boolean {
  if (node.kind === 'name') return true
  if (node.kind !== 'call') return false
  const { callee } = node
  if (callee.kind === 'member') return /^[lr]?strip$/.test(callee.property) && isSameText(callee.object)
  const [first] = node.arguments
  return callee.kind === 'name' && callee.name === 'str' && first !== undefined && isSameText(first)
}

/** Where the text is not known, whoever sets it names origins. Node.js packages compare a `*` in a list with the origin. */
function split(text: ExpressionIn, { program, environment, star }: Reading): Origins {
  const value = text.file.language === 'python' ? valueIn(program, text, environment) : undefined
  const origins = value?.kind === 'known' && typeof value.value === 'string' ? value.value.split(/[\s,]+/) : []
  return origins.includes('*') ? star : 'limited'
}

/** A `*` in a list: Python's middlewares take it for any site, Node.js packages compare it with the origin. */
function listed({ file }: ExpressionIn, elements: readonly Expression[], reading: Reading): Origins {
  if (file.language !== 'python') return 'limited'
  return together(elements.map(one => ofElement({ file, node: one }, reading)))
}

/** One origin: a text, or a setting whose default is one. */
function ofElement(at: ExpressionIn, { program, environment, star }: Reading): Origins {
  const value = valueIn(program, at, environment)
  if (value.kind !== 'known') return 'unknown'
  return value.value === '*' ? star : 'limited'
}
