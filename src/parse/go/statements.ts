import type { Block, Expression, Literal, Statement } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { branching, loop } from './control.js'
import { constants, functionDeclaration, pair, typeSpec, variables } from './declarations.js'
import { anything, expression, expressions, listOf } from './expressions.js'
import type { Reader } from './reader.js'

/** The statements that a node comes to; undefined where it is none. One of Go can be several: `a, b = c, d`. */
export function statementsOf(reader: Reader, node: ConcreteNode): readonly Statement[] | undefined {
  const { start, end } = node
  switch (node.type) {
    case 'function_declaration':
    case 'method_declaration':
      return [functionDeclaration(reader, node)]
    case 'type_declaration':
      return node.children.flatMap(child => typeSpec(reader, child) ?? [])
    case 'const_declaration':
      return constants(reader, node)
    case 'var_declaration':
      return variables(reader, node)
    case 'block':
      return [{ kind: 'block', start, end, body: blockBody(reader, node) }]
    case 'statement_list':
      return bodyOf(reader, node.children)
    case 'labeled_statement':
      return [{ kind: 'block', start, end, body: bodyOf(reader, node.children.slice(1)) }]
    case 'return_statement': {
      const list = node.children.find(child => child.type === 'expression_list')
      return [{ kind: 'return', start, end, ...(list && { value: listOf(reader, list) }) }]
    }
    case 'go_statement':
    case 'defer_statement':
      return [
        {
          kind: 'deferred',
          start,
          end,
          form: node.type === 'go_statement' ? 'go' : 'defer',
          value: only(reader, node),
        },
      ]
    case 'break_statement':
      return [{ kind: 'jump', start, end, form: 'break' }]
    case 'continue_statement':
      return [{ kind: 'jump', start, end, form: 'continue' }]
    case 'goto_statement':
      return [{ kind: 'jump', start, end, form: 'goto' }]
    case 'fallthrough_statement':
      return [{ kind: 'jump', start, end, form: 'fallthrough' }]
    case 'empty_statement':
    case 'comment':
    case 'package_clause':
    case 'import_declaration':
      return []
    default:
      return simple(reader, node) ?? branching(reader, node) ?? loop(reader, node)
  }
}

/** What stands in a function, a loop, a branch. */
export function blockBody(reader: Reader, block: ConcreteNode): readonly Statement[] {
  return bodyOf(reader, block.children)
}

/** The statements of a list of nodes. What an error left there is kept as an expression. */
export function bodyOf(reader: Reader, nodes: readonly ConcreteNode[]): readonly Statement[] {
  return nodes.flatMap(node => statementsOf(reader, node) ?? anything(reader, node).map(asStatement))
}

const STATEMENTS = new Set([
  'declare',
  'expression',
  'return',
  'throw',
  'if',
  'switch',
  'loop',
  'try',
  'with',
  'block',
  'function',
  'class',
  'type',
  'deferred',
  'jump',
])

/** A node as a statement. */
function asStatement(node: Expression | Statement): Statement {
  return isStatement(node) ? node : { kind: 'expression', start: node.start, end: node.end, value: node }
}

function isStatement(node: Expression | Statement): node is Statement {
  return STATEMENTS.has(node.kind) && !(node.kind === 'function' && node.isArrow)
}

/** Statements that can also stand before the condition of an `if`, a `switch`, a loop. */
export function simple(reader: Reader, node: ConcreteNode): readonly Statement[] | undefined {
  const { start, end } = node
  switch (node.type) {
    case 'expression_statement':
      return [{ kind: 'expression', start, end, value: only(reader, node) }]
    case 'send_statement': {
      const [left, right] = [part(node, 'channel'), part(node, 'value')]
      if (!left || !right) return undefined
      const value = { left: expression(reader, left), right: expression(reader, right) }
      return [{ kind: 'expression', start, end, value: { kind: 'binary', start, end, operator: '<-', ...value } }]
    }
    case 'inc_statement':
    case 'dec_statement': {
      const one: Literal = { kind: 'literal', start: end, end, value: 1 }
      const operator = node.type === 'inc_statement' ? '+=' : '-='
      return [expressionOf({ kind: 'assign', start, end, operator, target: only(reader, node), value: one })]
    }
    case 'assignment_statement':
      return assignments(reader, node)
    case 'short_var_declaration': {
      const [left, right] = [part(node, 'left'), part(node, 'right')]
      const targets = left ? expressions(reader, left) : []
      return pair({ start, end, isConstant: false }, targets, right ? expressions(reader, right) : [])
    }
  }
  return undefined
}

function expressionOf(value: Expression): Statement {
  return { kind: 'expression', start: value.start, end: value.end, value }
}

/** The one expression in a node. */
function only(reader: Reader, node: ConcreteNode): Expression {
  const found = node.children.find(child => child.type !== 'comment' && child.type !== '++' && child.type !== '--')
  return found ? expression(reader, found) : { kind: 'unknown', start: node.start, end: node.end, children: [] }
}

/** `a, b = c, d` is two assignments, `a, b = f()` one to an array. */
function assignments(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const [left, right, sign] = [part(node, 'left'), part(node, 'right'), part(node, 'operator')]
  const targets = left ? expressions(reader, left) : []
  const values = right ? expressions(reader, right) : []
  const shared = {
    kind: 'assign',
    start: node.start,
    end: node.end,
    operator: sign ? reader.textOf(sign) : '=',
  } as const
  if (targets.length === values.length)
    return targets.flatMap((target, index): Statement[] => {
      const value = values[index]
      return value ? [expressionOf({ ...shared, target, value })] : []
    })
  const target = left && listOf(reader, left)
  const value = right && listOf(reader, right)
  return target && value ? [expressionOf({ ...shared, target, value })] : []
}

/** The initialiser of an `if` or `switch` and the statement behind it share a scope: a block. */
export function withInitialiser(reader: Reader, node: ConcreteNode, statement: Statement): Statement {
  const first = part(node, 'initializer')
  const before = first ? bodyOf(reader, [first]) : []
  if (before.length === 0) return statement
  return { kind: 'block', start: node.start, end: node.end, body: [...before, statement] } satisfies Block
}
