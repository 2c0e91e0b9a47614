import { tagsOf } from '../../../code/go/config.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Expression, Field, FunctionNode } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { holds, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { Cap } from './cap.js'

/** Methods and functions that fill a struct from the query or body of a request. */
const BINDS =
  /^(?:ShouldBind\w*|Bind\w*|MustBindWith|QueryParser|BodyParser|QueryBinder|Query|Body|Decode|DecodeQuery|DecodeJSON|Unmarshal)$/
/** Tags that name a value of a request. */
const NAMES = ['form', 'query', 'schema', 'url', 'json', 'param'] as const
/** https://pkg.go.dev/github.com/go-playground/validator/v10 */
const UPPER = /(?:^|,)(?:max|lte|lt|oneof|eq|len)=([^,]*)/

/**
 * What a field of a struct that a request was bound to is bounded by: its tag for the validator, or a check of it in the
 * function. Undefined where the object was not bound there.
 */
export function goMemberCap(
  program: Program,
  { file, node }: { readonly file: ExpressionIn['file']; readonly node: Extract<Expression, { kind: 'member' }> },
): Cap | undefined {
  const object = peel(node.object)
  const variable = object.kind === 'unary' && object.operator === '&' ? peel(object.value) : object
  if (variable.kind !== 'name') return undefined
  const [binding] = bindingsAt(file, variable.name, variable.start)?.bindings ?? []
  const [around] = functionsAround(file, variable.start)
  if (binding?.kind !== 'value' || !around || !isBound(around, variable.name)) return undefined
  const type = typeOf(program, { file, node: variable })
  const field =
    type?.kind === 'class'
      ? type.node.members.find(one => one.kind === 'field' && one.name === node.property)
      : undefined
  if (type?.kind !== 'class' || field?.kind !== 'field')
    return { kind: 'unknown', because: 'the struct that the request is read into is not known' }
  const at: Span = { path: type.file.path, start: field.start, end: field.end }
  const declared = declaredCap(field, at)
  return declared.kind === 'uncapped' ? checked(program, { file, node }, variable.name, around, declared) : declared
}

/** Whether a function reads a request into a variable: `c.ShouldBindQuery(&q)`, `json.NewDecoder(r.Body).Decode(&q)`. */
function isBound(around: FunctionNode, name: string): boolean {
  return holds(
    around.body,
    node =>
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      BINDS.test(node.callee.property) &&
      node.arguments.some(one => one.kind === 'unary' && one.operator === '&' && isName(one.value, name)),
  )
}

function isName(node: Expression, name: string): boolean {
  return node.kind === 'name' && node.name === name
}

function declaredCap(field: Field, at: Span): Cap {
  const tags = tagsOf(field.tag ?? '')
  const rules = [tags.get('binding'), tags.get('validate'), tags.get('valid')]
    .filter(one => one !== undefined)
    .join(',')
  const named = NAMES.map(name => tags.get(name)).find(one => one !== undefined && one !== '-') ?? field.name
  const [parameter = field.name, ...options] = named.split(',')
  const written = options.find(one => one.startsWith('default='))?.slice('default='.length) ?? tags.get('default')
  const fallback = written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined
  const upper = UPPER.exec(rules)
  if (upper) {
    const max = /^\d+$/.test(upper[1] ?? '') ? Number(upper[1]) : undefined
    return { kind: 'capped', max, fallback, at }
  }
  return { kind: 'uncapped', parameter: parameter === '' ? field.name : parameter, fallback, at }
}

/** `if q.Limit > 100 { q.Limit = 100 }`; what else is done with the struct or field may bound it, too. */
function checked(
  program: Program,
  { file, node }: { readonly file: ExpressionIn['file']; readonly node: Extract<Expression, { kind: 'member' }> },
  variable: string,
  around: FunctionNode,
  cap: Extract<Cap, { kind: 'uncapped' }>,
): Cap {
  let found: Cap | undefined
  const isField = (one: Expression) => {
    const inner = peel(one)
    return inner.kind === 'member' && inner.property === node.property && isName(peel(inner.object), variable)
  }
  walk(around.body, one => {
    if (one.start > node.start) return false
    if (one.kind === 'binary' && /^[<>]=?$/.test(one.operator)) {
      const isAbove = one.operator.startsWith('>') ? isField(one.left) : isField(one.right)
      const bound = numberOf(
        evaluateExpression(program, { file, node: one.operator.startsWith('>') ? one.right : one.left }),
      )
      if (isAbove) found = { kind: 'capped', max: bound, fallback: cap.fallback, at: { ...cap.at } }
    }
    // A method of the struct, or a function that it is given to, may set it right.
    if (one.kind === 'call' && !found && mayBound(one, variable))
      found = { kind: 'unknown', because: 'a function that it is given to may bound it' }
    return undefined
  })
  return found ?? cap
}

function mayBound(call: Extract<Expression, { kind: 'call' }>, variable: string): boolean {
  const { callee } = call
  if (callee.kind === 'member' && isName(callee.object, variable)) return true
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : ''
  return (
    !BINDS.test(name) &&
    call.arguments.some(one => one.kind === 'unary' && one.operator === '&' && isName(one.value, variable))
  )
}
