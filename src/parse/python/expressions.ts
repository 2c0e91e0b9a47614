import type { ArrayLiteral, Call, Comprehension, Expression, Name, Statement } from '../../code/syntax.js'
import { type ConcreteNode, DEEP, part, parts } from '../concrete-tree.js'
import { lambda } from './definitions.js'
import { chain, comparison, operation } from './operators.js'
import { isAsync, named, type Reader } from './reader.js'
import { statement } from './statements.js'
import { concatenated, stringExpression } from './strings.js'
import { typeExpression } from './types.js'

/** Any node that stands where an expression may. What has no place in our syntax is `unknown` with what is in it. */
export function expression(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  switch (node.type) {
    case 'identifier':
    case 'keyword_identifier':
      return nameOf(reader, node)
    case 'ellipsis':
      return { kind: 'name', start, end, name: '...' }
    case 'string':
      return stringExpression(reader, node)
    case 'concatenated_string':
      return concatenated(reader, node)
    case 'integer':
    case 'float':
      return number(reader, node)
    case 'true':
    case 'false':
      return { kind: 'literal', start, end, value: node.type === 'true' }
    case 'none':
      return { kind: 'literal', start, end, value: null }
    case 'attribute':
    case 'call':
    case 'subscript':
      return chain(reader, node)
    case 'binary_operator':
    case 'boolean_operator':
      return operation(reader, node)
    case 'comparison_operator':
      return comparison(reader, node)
    case 'not_operator':
      return { kind: 'unary', start, end, operator: '!', value: operand(reader, node, 'argument') }
    case 'unary_operator': {
      const operator = part(node, 'operator')?.type ?? '-'
      return { kind: 'unary', start, end, operator, value: operand(reader, node, 'argument') }
    }
    default:
      return compound(reader, node)
  }
}

/** What has other expressions in it, but is no chain and no operation. */
function compound(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  const inner = named(node)
  switch (node.type) {
    case 'parenthesized_expression':
    case 'as_pattern_target':
    case 'decorator':
    case 'chevron':
      return inner.length === 1 && inner[0] ? expression(reader, inner[0]) : unknown(reader, node)
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return arrayOf(reader, node, inner)
    case 'dictionary':
      return { kind: 'object', start, end, entries: inner.flatMap(child => dictionaryEntry(reader, child)) }
    case 'pair':
      return dictionaryEntry(reader, node)[0] ?? unknown(reader, node)
    case 'list_splat':
    case 'list_splat_pattern':
    case 'parenthesized_list_splat':
    case 'dictionary_splat':
    case 'dictionary_splat_pattern':
      return spread(reader, node)
    case 'conditional_expression':
      return conditional(reader, node)
    case 'named_expression':
      return {
        kind: 'assign',
        start,
        end,
        operator: ':=',
        target: operand(reader, node, 'name'),
        value: operand(reader, node, 'value'),
      }
    case 'await':
      return { kind: 'await', start, end, value: first(reader, node) }
    case 'yield': {
      if (reader.around) reader.around.hasYield = true
      return { kind: 'yield', start, end, ...(inner[0] && { value: expression(reader, inner[0]) }) }
    }
    case 'lambda':
      return lambda(reader, node)
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return comprehension(reader, node)
    case 'keyword_argument': {
      const name = part(node, 'name')
      return {
        kind: 'keyword',
        start,
        end,
        name: name ? reader.textOf(name) : '',
        value: operand(reader, node, 'value'),
      }
    }
    case 'type':
      return typeExpression(reader, node)
    case DEEP:
      return { kind: 'unknown', start, end, children: reader.later(node) }
    default:
      return unknown(reader, node)
  }
}

function nameOf(reader: Reader, node: ConcreteNode): Name {
  const text = reader.textOf(node)
  // Python takes names that look alike for the same.
  const name = /[^\x20-\x7e]/.test(text) ? text.normalize('NFKC') : text
  return { kind: 'name', start: node.start, end: node.end, name }
}

/** The expression in a field; what is missing is unknown. */
export function operand(reader: Reader, node: ConcreteNode, field: string): Expression {
  const found = part(node, field)
  return found ? expression(reader, found) : { kind: 'unknown', start: node.start, end: node.end, children: [] }
}

function first(reader: Reader, node: ConcreteNode): Expression {
  const [inner] = named(node)
  return inner ? expression(reader, inner) : { kind: 'unknown', start: node.start, end: node.end, children: [] }
}

/** What cannot be said in our syntax, with everything in it. */
export function unknown(reader: Reader, node: ConcreteNode): Expression {
  const children: (Expression | Statement)[] = named(node).flatMap(child => anything(reader, child))
  return { kind: 'unknown', start: node.start, end: node.end, children }
}

/** A node of which is not known whether it is an expression or a statement, as it is in and around errors. */
export function anything(reader: Reader, node: ConcreteNode): readonly (Expression | Statement)[] {
  if (/_statement$|_definition$|^block$|^module$|^assignment$/.test(node.type)) return statement(reader, node)
  if (node.type === 'ERROR') return named(node).flatMap(child => anything(reader, child))
  return node.isMissing ? [] : [expression(reader, node)]
}

/** A list, tuple or set. */
export function arrayOf(reader: Reader, at: ConcreteNode, elements: readonly ConcreteNode[]): ArrayLiteral {
  return { kind: 'array', start: at.start, end: at.end, elements: elements.map(child => expression(reader, child)) }
}

/** Digits of Python: underscores, other bases; imaginary numbers are unknown. */
function number(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  const text = reader.textOf(node).replaceAll('_', '').replace(/l$/i, '')
  const value = /^0\d+$/.test(text) ? Number.parseInt(text, 8) : Number(text)
  return Number.isNaN(value) ? { kind: 'unknown', start, end, children: [] } : { kind: 'literal', start, end, value }
}

function dictionaryEntry(
  reader: Reader,
  node: ConcreteNode,
): readonly Extract<Expression, { kind: 'entry' | 'spread' }>[] {
  const { start, end } = node
  if (node.type === 'dictionary_splat') return [spread(reader, node)]
  if (node.type !== 'pair') return [{ kind: 'entry', start, end, value: expression(reader, node) }]
  const key = operand(reader, node, 'key')
  const value = operand(reader, node, 'value')
  if (key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return [{ kind: 'entry', start, end, key: String(key.value), value }]
  return [{ kind: 'entry', start, end, computed: key, value }]
}

function spread(reader: Reader, node: ConcreteNode): Extract<Expression, { kind: 'spread' }> {
  const form = node.type.startsWith('dictionary') ? 'map' : 'list'
  return { kind: 'spread', start: node.start, end: node.end, form, value: first(reader, node) }
}

function conditional(reader: Reader, node: ConcreteNode): Expression {
  const [consequent, test, alternate] = named(node).map(child => expression(reader, child))
  if (!consequent || !test || !alternate) return unknown(reader, node)
  return { kind: 'conditional', start: node.start, end: node.end, test, consequent, alternate }
}

const FORMS: Readonly<Record<string, Comprehension['form']>> = {
  list_comprehension: 'list',
  set_comprehension: 'set',
  dictionary_comprehension: 'dict',
}

function comprehension(reader: Reader, node: ConcreteNode): Comprehension {
  const { start, end } = node
  const clauses: { target: Expression; iterated: Expression; tests: Expression[]; isAsync: boolean }[] = []
  for (const child of node.children) {
    if (child.type === 'for_in_clause') {
      const sources = parts(child, 'right')
      const iterated = sources.length === 1 ? operand(reader, child, 'right') : arrayOf(reader, child, sources)
      clauses.push({ target: operand(reader, child, 'left'), iterated, tests: [], isAsync: isAsync(child) })
    } else if (child.type === 'if_clause') clauses.at(-1)?.tests.push(first(reader, child))
  }
  const form = FORMS[node.type] ?? 'generator'
  return { kind: 'comprehension', start, end, form, element: operand(reader, node, 'body'), clauses }
}

/** What a call is given: `f(x for x in y)` is one argument. */
export function callArguments(reader: Reader, node: ConcreteNode | undefined): Call['arguments'] {
  if (!node) return []
  if (node.type === 'generator_expression') return [comprehension(reader, node)]
  return named(node).map(child => expression(reader, child))
}
