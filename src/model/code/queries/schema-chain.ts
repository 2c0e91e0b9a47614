import { definitionOf } from '../../../code/definitions.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Call, Expression } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { holds, pathOf, peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { Cap } from './cap.js'

/** Schemas of zod, valibot, joi, yup, TypeBox and JSON Schema that requests are checked with. */
const UPPER = /^(?:max|lte|lt|maxValue|less|maximum|between|multipleOfMax|valid|oneOf|enum|picklist|literal)$/

/** What the chain of a property bounds: `z.coerce.number().int().max(100).default(20)`. */
export function chainCap(program: Program, { file, node }: ExpressionIn, parameter: string): Cap | undefined {
  const at: Span = { path: file.path, start: node.start, end: node.end }
  let fallback: number | undefined
  let one = peel(node)
  if (one.kind === 'name' || one.kind === 'member') {
    const found = definitionOf(program, { file, node: one })
    if (found.kind !== 'expression')
      return { kind: 'unknown', because: 'the schema of the parameter is not in the repository' }
    if (found.node !== one) return chainCap(program, found, parameter)
  }
  if (one.kind === 'object') return jsonSchemaCap(program, file, one, parameter, at)
  let isNumber = false
  for (let steps = 0; one.kind === 'call' && steps < 40; steps++) {
    const callee: Expression = peel(one.callee)
    const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : ''
    const [first] = one.arguments
    const number = first && numberOf(evaluateExpression(program, { file, node: first }))
    if (UPPER.test(method))
      return { kind: 'capped', max: method === 'lt' || method === 'less' ? number && number - 1 : number, fallback, at }
    if (/^(?:transform|refine|superRefine|pipe|custom|check|preprocess|test|external)$/.test(method)) {
      if (mentionsBound(one)) return { kind: 'capped', max: undefined, fallback, at }
      if (method !== 'transform' && method !== 'preprocess')
        return { kind: 'unknown', because: 'the schema checks it by a function' }
    }
    if (method === 'default' || method === 'catch' || method === 'prefault' || method === 'fallback')
      fallback ??= number
    if (/^(?:number|int|integer|bigint|string|Number|Integer|Numeric|positive|nonnegative)$/.test(method))
      isNumber = true
    // `v.pipe(v.number(), v.maxValue(100))`, `Type.Integer({ maximum: 100 })`
    for (const argument of one.arguments) {
      const inner = peel(argument)
      if (inner.kind === 'call' && /^(?:maxValue|max|ltValue|lte)$/.test(pathOf(inner.callee)?.at(-1) ?? '')) {
        const bound = inner.arguments[0]
        return {
          kind: 'capped',
          max: bound && numberOf(evaluateExpression(program, { file, node: bound })),
          fallback,
          at,
        }
      }
      if (inner.kind === 'object') {
        const maximum = jsonSchemaCap(program, file, inner, parameter, at)
        if (maximum?.kind === 'capped') return maximum
      }
    }
    if (callee.kind !== 'member') break
    one = peel(callee.object)
  }
  return isNumber
    ? { kind: 'uncapped', parameter, fallback, at }
    : { kind: 'unknown', because: 'the schema of the parameter is not known' }
}

function jsonSchemaCap(
  program: Program,
  file: ExpressionIn['file'],
  node: Extract<Expression, { kind: 'object' }>,
  parameter: string,
  at: Span,
): Cap | undefined {
  const entryValue = (key: string) => {
    const entry = node.entries.find(one => one.kind === 'entry' && one.key === key)
    return entry?.kind === 'entry' ? evaluateExpression(program, { file, node: entry.value }) : undefined
  }
  const maximum = entryValue('maximum') ?? entryValue('exclusiveMaximum')
  const given = entryValue('default')
  const fallback = given && numberOf(given)
  if (maximum) return { kind: 'capped', max: numberOf(maximum), fallback, at }
  if (node.entries.some(one => one.kind === 'entry' && one.key === 'enum'))
    return { kind: 'capped', max: undefined, fallback, at }
  const type = entryValue('type')
  return type?.kind === 'known' && /^(?:integer|number|string)$/.test(String(type.value))
    ? { kind: 'uncapped', parameter, fallback, at }
    : undefined
}

/** Whether a function among the arguments compares with a constant or takes the least. */
function mentionsBound(call: Call): boolean {
  return holds(
    call.arguments,
    node =>
      (node.kind === 'binary' && /^[<>]=?$/.test(node.operator)) ||
      (node.kind === 'call' && /(?:^|\.)(?:min|clamp)$/.test(pathOf(node.callee)?.join('.') ?? '')),
  )
}
