import { definitionOf } from './definitions.js'
import type { ExpressionIn, In, Program } from './program.js'
import type { Call, Expression } from './syntax.js'
import { peel } from './walk.js'

/** What a call, or an object, gives under a name. */
export type Given =
  | { readonly kind: 'given'; readonly value: ExpressionIn }
  /** It is not there, and nothing hides it. */
  | { readonly kind: 'absent' }
  /** It may be there: in something that is not known. */
  | { readonly kind: 'open'; readonly because: string }

const ABSENT: Given = { kind: 'absent' }
const LONGEST = 16
/** Objects and names that are looked into for one answer: spreads of spreads double with every step. */
const MOST = 400

interface Left {
  count: number
}

function open(because: string): Given {
  return { kind: 'open', because }
}

/** The entry of an object, followed through names, spreads and functions that only return one; dots lead inwards. */
export function entryOf(program: Program, of: ExpressionIn, path: string): Given {
  let at = of
  for (const key of path.split('.')) {
    const found = entryNamed(program, at, key, LONGEST, { count: MOST })
    if (found.kind !== 'given') return found
    at = found.value
  }
  return { kind: 'given', value: at }
}

function entryNamed(program: Program, { file, node }: ExpressionIn, key: string, steps: number, left: Left): Given {
  left.count--
  if (steps <= 0 || left.count <= 0) return open('it is put together in too many steps')
  const inner = peel(node)
  const next = (one: Expression) => entryNamed(program, { file, node: one }, key, steps - 1, left)
  switch (inner.kind) {
    case 'object':
      return lastOf([...inner.entries].reverse(), one => {
        if (one.kind === 'spread') return next(one.value)
        if (one.key !== undefined) return one.key === key ? given(file, one.value) : ABSENT
        return open('a name among its options is computed')
      })
    case 'literal':
      return ABSENT
    case 'name':
    case 'member': {
      const found = definitionOf(program, { file, node: inner })
      if (found.kind === 'expression' && found.node !== inner) return entryNamed(program, found, key, steps - 1, left)
      if (found.kind === 'field' && found.node.value)
        return entryNamed(program, { file: found.file, node: found.node.value }, key, steps - 1, left)
      return open('its options are not known')
    }
    case 'binary':
      // `condition && { … }`, spread where the condition holds.
      if (inner.operator !== '&&') return open('its options are not known')
      return perhaps(next(inner.right))
    case 'conditional':
      return same(next(inner.consequent), next(inner.alternate))
    case 'call':
      return ofCall(program, { file, node: inner }, key, steps, left)
    default:
      return open('its options are computed when the program runs')
  }
}

function given(file: ExpressionIn['file'], node: Expression): Given {
  return { kind: 'given', value: { file, node } }
}

/** The first that is not absent. */
function lastOf<T>(items: readonly T[], ask: (item: T) => Given): Given {
  for (const item of items) {
    const found = ask(item)
    if (found.kind !== 'absent') return found
  }
  return ABSENT
}

function perhaps(found: Given): Given {
  return found.kind === 'given' ? open('whether it is given depends on a condition') : found
}

function same(one: Given, other: Given): Given {
  if (one.kind === 'absent' && other.kind === 'absent') return ABSENT
  return open('it depends on a condition')
}

/** `dict(a=1)`, `Object.assign({}, a, b)`, `X{…}` of Go, and functions of the repository that return an object. */
function ofCall(program: Program, { file, node }: In<Call>, key: string, steps: number, left: Left): Given {
  if (node.isNew && node.arguments.length === 1 && file.language === 'go' && node.arguments[0]?.kind === 'object')
    return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left)
  const callee = definitionOf(program, { file, node: node.callee })
  if (callee.kind === 'global') {
    const name = callee.path.join('.')
    if (name === 'dict') return keywordIn(program, { file, node }, key, steps - 1, left)
    if (name === 'Object.assign')
      return lastOf([...node.arguments].reverse(), one =>
        entryNamed(program, { file, node: one }, key, steps - 1, left),
      )
    if (name === 'Object.freeze' && node.arguments[0])
      return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left)
  }
  if (callee.kind !== 'function') return open('its options are computed when the program runs')
  const returned = returnedBy(callee)
  return returned
    ? entryNamed(program, returned, key, steps - 1, left)
    : open('its options are computed when the program runs')
}

/** What a function gives where it has one `return`, last in its body. */
function returnedBy({
  file,
  node,
}: {
  file: ExpressionIn['file']
  node: { body: readonly { kind: string }[] }
}): ExpressionIn | undefined {
  const last = node.body.at(-1) as { kind: string; value?: Expression } | undefined
  return last?.kind === 'return' && last.value ? { file, node: last.value } : undefined
}

/** An argument of a Python call by its name, also from `**options`. */
export function keywordOf(program: Program, call: In<Call>, name: string): Given {
  return keywordIn(program, call, name, LONGEST, { count: MOST })
}

function keywordIn(program: Program, { file, node }: In<Call>, name: string, steps: number, left: Left): Given {
  return lastOf([...node.arguments].reverse(), one => {
    if (one.kind === 'keyword') return one.name === name ? given(file, one.value) : ABSENT
    if (one.kind === 'spread' && one.form === 'map')
      return entryNamed(program, { file, node: one.value }, name, steps, left)
    return ABSENT
  })
}
