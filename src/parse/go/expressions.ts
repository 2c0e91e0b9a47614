import type { Expression, Statement } from '../../code/syntax.js'
import { type ConcreteNode, DEEP, part } from '../concrete-tree.js'
import { call, conversion, indexed, NAMED } from './calls.js'
import { compositeLiteral } from './composite.js'
import { functionLiteral } from './declarations.js'
import { floatOf, integerOf, runeOf } from './literals.js'
import { type Reader, stringValue } from './reader.js'
import { statementsOf } from './statements.js'
import { isType, typeIn, typeReference } from './types.js'

/** How JavaScript spells what Go spells otherwise. */
const SPELLING: ReadonlyMap<string, string> = new Map([
  ['==', '==='],
  ['!=', '!=='],
])

/** An expression; of a node that has no place in our syntax, `unknown` with what is in it. */
export function expression(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  switch (node.type) {
    case 'type_identifier':
      // In a case of a type switch.
      if (reader.textOf(node) === 'nil') return { kind: 'literal', start, end, value: null }
      return { kind: 'name', start, end, name: reader.textOf(node) }
    case 'identifier':
    case 'field_identifier':
    case 'package_identifier':
    case 'blank_identifier':
    case 'label_name':
      return { kind: 'name', start, end, name: reader.textOf(node) }
    case 'nil':
      return { kind: 'literal', start, end, value: null }
    case 'true':
    case 'false':
      return { kind: 'literal', start, end, value: node.type === 'true' }
    case 'iota':
      return reader.iota === undefined
        ? { kind: 'name', start, end, name: 'iota' }
        : { kind: 'literal', start, end, value: reader.iota }
    case 'raw_string_literal':
    case 'interpreted_string_literal':
      return { kind: 'literal', start, end, value: stringValue(reader, node) }
    case 'int_literal':
      return { kind: 'literal', start, end, value: integerOf(reader.textOf(node)) }
    case 'float_literal':
      return { kind: 'literal', start, end, value: floatOf(reader.textOf(node)) }
    case 'rune_literal':
      return {
        kind: 'literal',
        start,
        end,
        value: runeOf(reader.textOf(node).slice(1, -1)),
      }
    case 'call_expression':
      return call(reader, node)
    case 'func_literal':
      return functionLiteral(reader, node)
    case 'composite_literal':
      return compositeLiteral(reader, node)
    case 'variadic_argument':
      return { kind: 'spread', start, end, form: 'list', value: inside(reader, node) }
    case 'parenthesized_expression':
      return inside(reader, node)
    case 'expression_list':
      return listOf(reader, node)
    default:
      return operation(reader, node) ?? typeAsExpression(reader, node) ?? unknownExpression(reader, node)
  }
}

/** Expressions with operands. */
function operation(reader: Reader, node: ConcreteNode): Expression | undefined {
  const { start, end } = node
  switch (node.type) {
    case 'selector_expression': {
      const property = part(node, 'field')
      return {
        kind: 'member',
        start,
        end,
        object: operand(reader, node),
        property: property ? reader.textOf(property) : '',
        propertyStart: property?.start ?? end,
      }
    }
    case 'index_expression':
      return indexed(node, operand(reader, node), operand(reader, node, 'index'))
    case 'slice_expression': {
      const low = part(node, 'start')
      const high = part(node, 'end')
      const step = part(node, 'capacity')
      return {
        kind: 'slice',
        start,
        end,
        object: operand(reader, node),
        ...(low && { low: expression(reader, low) }),
        ...(high && { high: expression(reader, high) }),
        ...(step && { step: expression(reader, step) }),
      }
    }
    case 'binary_expression':
      return {
        kind: 'binary',
        start,
        end,
        operator: operatorOf(reader, node),
        left: operand(reader, node, 'left'),
        right: operand(reader, node, 'right'),
      }
    case 'unary_expression':
      return { kind: 'unary', start, end, operator: operatorOf(reader, node), value: operand(reader, node) }
    case 'type_assertion_expression':
    case 'type_conversion_expression': {
      const type = part(node, 'type')
      if (type && node.type === 'type_conversion_expression' && NAMED.has(type.type))
        return conversion(reader, node, type)
      return {
        kind: 'cast',
        start,
        end,
        value: operand(reader, node),
        ...(type && { type: typeReference(reader, type) }),
      }
    }
    case 'type_instantiation_expression': {
      const type = part(node, 'type')
      return type ? expression(reader, type) : undefined
    }
  }
  return undefined
}

function operatorOf(reader: Reader, node: ConcreteNode): string {
  const operator = part(node, 'operator')
  const written = operator ? reader.textOf(operator) : ''
  return SPELLING.get(written) ?? written
}

/** The operand with this field; where an error left it out, `unknown`. */
export function operand(reader: Reader, node: ConcreteNode, field = 'operand'): Expression {
  const found = part(node, field)
  return found ? expression(reader, found) : { kind: 'unknown', start: node.end, end: node.end, children: [] }
}

/** The one expression inside a node. */
function inside(reader: Reader, node: ConcreteNode): Expression {
  const found = node.children.find(child => child.type !== 'comment')
  return found ? expression(reader, found) : { kind: 'unknown', start: node.start, end: node.end, children: [] }
}

/** The expressions of a list: one as it is, several as an array. */
export function listOf(reader: Reader, node: ConcreteNode): Expression {
  const elements = expressions(reader, node)
  const [only] = elements
  return elements.length === 1 && only ? only : { kind: 'array', start: node.start, end: node.end, elements }
}

/** The expressions of a list. */
export function expressions(reader: Reader, node: ConcreteNode): readonly Expression[] {
  return node.children.filter(child => child.type !== 'comment').map(child => expression(reader, child))
}

/** A type where an expression is asked for: `make([]T, n)`, a case of a type switch, the callee of a composite literal. */
export function typeAsExpression(reader: Reader, node: ConcreteNode): Expression | undefined {
  const { start, end } = node
  switch (node.type) {
    case 'qualified_type': {
      const object = operand(reader, node, 'package')
      const name = part(node, 'name')
      return {
        kind: 'member',
        start,
        end,
        object,
        property: name ? reader.textOf(name) : '',
        propertyStart: name?.start ?? end,
      }
    }
    case 'generic_type':
      return operand(reader, node, 'type')
    case 'pointer_type': {
      const type = typeIn(node)
      return type && { kind: 'unary', start, end, operator: '*', value: expression(reader, type) }
    }
    case 'parenthesized_type':
    case 'type_elem': {
      const type = typeIn(node)
      return type && expression(reader, type)
    }
    default:
      return isType(node) ? { kind: 'name', start, end, name: typeReference(reader, node).name } : undefined
  }
}

function unknownExpression(reader: Reader, node: ConcreteNode): Expression {
  const children = node.type === DEEP ? reader.later(node) : partsOf(reader, node)
  return { kind: 'unknown', start: node.start, end: node.end, children }
}

/** Everything in a node that is an expression or a statement, whatever the node itself is. */
function partsOf(reader: Reader, node: ConcreteNode): readonly (Expression | Statement)[] {
  return node.children.flatMap(child => anything(reader, child))
}

/** Names of nodes that are expressions of their own. Types, lists and what errors leave are gone into. */
const EXPRESSION = /(?:_expression|_literal|^identifier|^nil|^true|^false|^iota)$/

/** A node of any kind: the statements or the expression that it is, or those inside it. */
export function anything(reader: Reader, node: ConcreteNode): readonly (Expression | Statement)[] {
  const statements = statementsOf(reader, node)
  if (statements) return statements
  if (EXPRESSION.test(node.type) || node.type === DEEP) return [expression(reader, node)]
  return partsOf(reader, node)
}
