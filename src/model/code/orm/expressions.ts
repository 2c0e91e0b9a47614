import type { Call, Entry, Expression, ObjectLiteral } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'

/** The text of a literal string. */
export function textOf(expression: Expression | undefined): string | undefined {
  const inner = expression && peel(expression)
  return inner?.kind === 'literal' && typeof inner.value === 'string' ? inner.value : undefined
}

/** Whether it is the literal `true`. */
export function isTrue(expression: Expression | undefined): boolean {
  const inner = expression && peel(expression)
  return inner?.kind === 'literal' && inner.value === true
}

/** Whether it is the literal `false`. */
export function isFalse(expression: Expression | undefined): boolean {
  const inner = expression && peel(expression)
  return inner?.kind === 'literal' && inner.value === false
}

/** The object that an expression is written as. */
export function objectOf(expression: Expression | undefined): ObjectLiteral | undefined {
  const inner = expression && peel(expression)
  return inner?.kind === 'object' ? inner : undefined
}

/** The elements of an array that is written out. */
export function elementsOf(expression: Expression | undefined): readonly Expression[] {
  const inner = expression && peel(expression)
  return inner?.kind === 'array' ? inner.elements : []
}

/** The entry of a key; undefined where the object is none or has none. */
export function entryOf(object: Expression | undefined, key: string): Entry | undefined {
  return objectOf(object)?.entries.find((one): one is Entry => one.kind === 'entry' && one.key === key)
}

/** The value of a key of an object that is written out. */
export function optionOf(object: Expression | undefined, key: string): Expression | undefined {
  return entryOf(object, key)?.value
}

/** The keyword argument of a call in Python. */
export function keywordOf(call: Call, name: string): Expression | undefined {
  const found = call.arguments.find(one => one.kind === 'keyword' && one.name === name)
  return found?.kind === 'keyword' ? found.value : undefined
}

/** The arguments of a call that have no name. */
export function positional({ arguments: given }: Call): readonly Expression[] {
  return given.filter(one => one.kind !== 'keyword')
}

/** The call that an expression is; a decorator may be a bare name. */
export function callOf(expression: Expression | undefined): Call | undefined {
  const inner = expression && peel(expression)
  return inner?.kind === 'call' ? inner : undefined
}

/** The last name of what is called, or of a name: `DataTypes.STRING(20)` is STRING. */
export function lastName(expression: Expression | undefined): string | undefined {
  const inner = expression && peel(expression)
  if (!inner) return undefined
  return pathOf(inner.kind === 'call' ? inner.callee : inner)?.at(-1)
}

/** What `() => X`, `X` and `'X'` name; of `() => users.id` the first name. */
export function targetName(expression: Expression | undefined): string | undefined {
  const inner = expression && peel(expression)
  if (!inner) return undefined
  if (inner.kind === 'literal') return typeof inner.value === 'string' ? inner.value : undefined
  if (inner.kind !== 'function') return pathOf(inner)?.[0]
  const [only] = inner.body
  return only?.kind === 'return' && only.value ? targetName(only.value) : undefined
}

/** A call with the calls that are chained to it: `integer('a').notNull().references(…)`. */
export interface Chain {
  /** The name of what is called first: `integer`. */
  readonly name: string
  readonly call: Call
  /** Those behind it, by name; of several with one name the first. */
  readonly links: ReadonlyMap<string, Call>
}

/** The chain of an expression; undefined where it does not begin with the call of a name. */
export function chainOf(expression: Expression): Chain | undefined {
  const links = new Map<string, Call>()
  let call = callOf(expression)
  while (call) {
    const callee = peel(call.callee)
    const inner: Call | undefined = callee.kind === 'member' ? callOf(callee.object) : undefined
    if (callee.kind === 'member' && inner) {
      links.set(callee.property, call)
      call = inner
      continue
    }
    const name = lastName(callee)
    return name === undefined ? undefined : { name, call, links }
  }
  return undefined
}
