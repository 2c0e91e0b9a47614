import { assign, bind, valueAt } from './bindings.js'
import { binary, joinTexts, logical, unary } from './operators.js'
import { listOf, type Run, spanOf, spend } from './run.js'
import type { Expression } from './syntax.js'
import {
  type Dictionary,
  isTrue,
  type List,
  open,
  type Scalar,
  type Scope,
  scalar,
  type Value,
  whyOpen,
} from './value.js'

type Of<T extends Expression['type']> = Extract<Expression, { type: T }>
type Call = Of<'CallExpression'> | Of<'OptionalCallExpression'> | Of<'NewExpression'>

/** What an expression is worth; what it changes is changed in the values of `scope`. */
export function evaluateExpression(node: Expression, scope: Scope, run: Run): Value {
  const at = spanOf(run, node)
  const evaluate = (expression: Expression) => run.evaluate(expression, scope)
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return scalar(node.value, at)
    case 'NullLiteral':
      return scalar(null, at)
    case 'TemplateLiteral':
      return template(node, scope, run)
    case 'Identifier':
      return lookUp(node.name, scope) ?? scalar(undefined, at)
    case 'ArrayExpression':
      return listIn(node, scope, run)
    case 'ObjectExpression':
      return dictionaryIn(node, scope, run)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { kind: 'callable', at, written: { code: node, scope } }
    case 'UnaryExpression':
      return unary(node.operator, evaluate(node.argument), at)
    case 'BinaryExpression':
      return node.left.type === 'PrivateName'
        ? open('it is written in a way that is not read here', at)
        : binary(node.operator, evaluate(node.left), evaluate(node.right), at)
    case 'LogicalExpression':
      return logical(node, evaluate(node.left), () => evaluate(node.right), at)
    case 'ConditionalExpression': {
      const test = evaluate(node.test)
      const decided = isTrue(test)
      if (decided !== undefined) return evaluate(decided ? node.consequent : node.alternate)
      return open(whyOpen(test) ?? '', at)
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return member(node, scope, run)
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return callIn(node, scope, run)
    case 'AssignmentExpression':
      return assignment(node, scope, run)
    case 'UpdateExpression':
      return update(node, scope, run)
    case 'SequenceExpression':
      return node.expressions.map(evaluate).at(-1) ?? scalar(undefined, at)
    default:
      return open('it is written in a way that is not read here', at)
  }
}

/** The value of a name; undefined when nothing of that name is known. */
function lookUp(name: string, scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.names.get(name)
    if (found) return found
  }
  return undefined
}

function template(node: Of<'TemplateLiteral'>, scope: Scope, run: Run): Value {
  const at = spanOf(run, node)
  const parts = node.quasis.flatMap((quasi, index): readonly Value[] => {
    const text = scalar(quasi.value.cooked ?? '', at)
    const next = node.expressions[index]
    return next && isExpression(next) ? [text, run.evaluate(next, scope)] : [text]
  })
  return joinTexts(parts, at)
}

function listIn(node: Of<'ArrayExpression'>, scope: Scope, run: Run): List {
  const at = spanOf(run, node)
  const { values, because } = valuesOf(node.elements, scope, run)
  return listOf(values, at, because)
}

/** Elements or arguments, with what is spread into them; `because`: why there may be others. */
function valuesOf(elements: readonly ({ readonly type: string } | null)[], scope: Scope, run: Run) {
  const values: Value[] = []
  let because: string | undefined
  for (const element of elements) {
    if (element === null) values.push(scalar(undefined, { path: run.path, start: 0, end: 0 }))
    else if (isSpread(element)) {
      const spread = run.evaluate(element.argument, scope)
      if (spread.kind === 'list') values.push(...spread.items)
      because ??=
        spread.kind === 'list' ? spread.open : (whyOpen(spread) ?? 'something else than a list is spread into it')
      because ??= spend(run, spread.kind === 'list' ? spread.items.length : 0)
    } else if (isExpression(element)) values.push(run.evaluate(element, scope))
  }
  return { values, because }
}

function dictionaryIn(node: Of<'ObjectExpression'>, scope: Scope, run: Run): Dictionary {
  const found: Dictionary = { kind: 'dictionary', entries: new Map(), at: spanOf(run, node) }
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      mixIn(found, run.evaluate(property.argument, scope), run)
      continue
    }
    const keyAt = spanOf(run, property.key)
    const key = keyOf(property, scope, run)
    if (key === undefined) found.open ??= 'the name of one of its entries is only known when it runs'
    else if (property.type === 'ObjectMethod')
      found.entries.set(key, { value: { kind: 'callable', at: keyAt, written: { code: property, scope } }, keyAt })
    else if (isExpression(property.value)) found.entries.set(key, { value: run.evaluate(property.value, scope), keyAt })
  }
  return found
}

/** Copies the entries of `from` into `into`, as a spread and `Object.assign` do. */
export function mixIn(into: Dictionary, from: Value, run: Run): void {
  if (from.kind === 'dictionary') {
    for (const [key, entry] of from.entries) into.entries.set(key, entry)
    const because = from.open ?? spend(run, from.entries.size)
    if (because !== undefined) into.open ??= because
  } else if (from.kind === 'callable') into.open ??= 'it takes over the environment that it is started in'
  else if (from.kind === 'open') into.open ??= from.because
}

function keyOf(
  property: Exclude<Of<'ObjectExpression'>['properties'][number], { type: 'SpreadElement' }>,
  scope: Scope,
  run: Run,
): string | undefined {
  const { key } = property
  if (!property.computed && key.type === 'Identifier') return key.name
  const value = isExpression(key) ? run.evaluate(key, scope) : undefined
  return value?.kind === 'scalar' ? String(value.value) : undefined
}

function member(node: Of<'MemberExpression'> | Of<'OptionalMemberExpression'>, scope: Scope, run: Run): Value {
  const at = spanOf(run, node)
  const key = propertyOf(node, scope, run)
  const object = isExpression(node.object) ? run.evaluate(node.object, scope) : open('it is not read here', at)
  return key === undefined ? open('the name of the entry is only known when it runs', at) : valueAt(object, key, at)
}

/** The name that a member is read by; undefined when it is not known. */
function propertyOf(
  { property, computed }: { readonly property: { readonly type: string }; readonly computed: boolean },
  scope: Scope,
  run: Run,
): string | undefined {
  if (!computed && property.type === 'Identifier' && 'name' in property) return String(property.name)
  const value = isExpression(property) ? run.evaluate(property, scope) : undefined
  return value?.kind === 'scalar' ? String(value.value) : undefined
}

function callIn(node: Call, scope: Scope, run: Run): Value {
  const at = spanOf(run, node)
  const callee = isExpression(node.callee) ? run.evaluate(node.callee, scope) : open('it is not read here', at)
  const { values, because } = valuesOf(node.arguments, scope, run)
  if (callee.kind !== 'callable')
    return open(callee.kind === 'open' ? callee.because : 'what it calls is only known when it runs', at)
  return because === undefined ? run.call(callee, values, at) : open(because, at)
}

function assignment(node: Of<'AssignmentExpression'>, scope: Scope, run: Run): Value {
  const right = run.evaluate(node.right, scope)
  const { left } = node
  if (node.operator === '=') {
    if (left.type === 'ObjectPattern' || left.type === 'ArrayPattern') bind(left, right, scope, run)
    else assign(left, right, scope, run)
    return right
  }
  const operator = node.operator.slice(0, -1)
  const old = isExpression(left) ? run.evaluate(left, scope) : open('it is not read here', spanOf(run, node))
  const result =
    operator === '+' || operator === '-' || operator === '*'
      ? binary(operator, old, right, spanOf(run, node))
      : open('it is changed in a way that is not read here', spanOf(run, node))
  assign(left, result, scope, run)
  return result
}

function update(node: Of<'UpdateExpression'>, scope: Scope, run: Run): Value {
  const at = spanOf(run, node)
  const old = run.evaluate(node.argument, scope)
  const one: Scalar = { kind: 'scalar', value: 1, at }
  const next = binary(node.operator === '++' ? '+' : '-', old, one, at)
  assign(node.argument, next, scope, run)
  return node.prefix ? next : old
}

function isSpread(node: { readonly type: string }): node is Of<'ArrayExpression'>['elements'][number] & {
  readonly type: 'SpreadElement'
} {
  return node.type === 'SpreadElement'
}

/** What is no expression stands in few places, and is not evaluated. */
export function isExpression(node: { readonly type: string }): node is Expression {
  return !/^(?:SpreadElement|ArgumentPlaceholder|PrivateName|Super|Import|V8IntrinsicIdentifier|JSXNamespacedName|RestElement|AssignmentPattern|ObjectPattern|ArrayPattern|TS)/.test(
    node.type,
  )
}
