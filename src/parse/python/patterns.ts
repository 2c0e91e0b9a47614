import type { Expression, Statement, SwitchCase } from '../../code/syntax.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { expression, operand, unknown } from './expressions.js'
import { named, type Reader } from './reader.js'
import { blockOf } from './statements.js'

/** `match`: patterns as the expressions that they look like. A name alone takes everything, as `_` does. */
export function matchStatement(reader: Reader, node: ConcreteNode): Statement {
  const subjects = parts(node, 'subject').map(child => expression(reader, child))
  const [only] = subjects
  const subject: Expression | undefined =
    subjects.length === 1 ? only : { kind: 'array', start: node.start, end: node.end, elements: subjects }
  const block = part(node, 'body')
  const cases = (block?.children ?? [])
    .filter(child => child.type === 'case_clause')
    .map(child => caseOf(reader, child))
  return { kind: 'switch', start: node.start, end: node.end, ...(subject && { subject }), cases }
}

function caseOf(reader: Reader, node: ConcreteNode): SwitchCase {
  const patterns = node.children.filter(child => child.type === 'case_pattern')
  const guard = part(node, 'guard')
  const body = blockOf(reader, part(node, 'consequence'))
  const [only] = patterns
  const tests: readonly Expression[] =
    patterns.length === 1 && only ? testsOf(reader, only) : patterns.map(child => pattern(reader, child))
  if (!guard) return { tests, body }
  const [condition] = named(guard)
  const right: Expression = condition ? expression(reader, condition) : unknown(reader, guard)
  const { start, end } = right
  if (tests.length === 0) return { tests: [right], body }
  return {
    tests: tests.map(left => ({
      kind: 'binary',
      start,
      end,
      operator: '&&',
      left,
      right: keepOnce(left, tests, right),
    })),
    body,
  }
}

/** The guard stands once, beside the first of several alternatives. */
function keepOnce(left: Expression, tests: readonly Expression[], right: Expression): Expression {
  return left === tests[0] ? right : { kind: 'unknown', start: right.start, end: right.end, children: [] }
}

function testsOf(reader: Reader, node: ConcreteNode): readonly Expression[] {
  const inner = node.type === 'case_pattern' && named(node).length === 1 ? named(node)[0] : node
  if (!inner || (node.type === 'case_pattern' && node.children.some(child => child.type === '_'))) return []
  if (inner.type === 'union_pattern') return named(inner).map(child => pattern(reader, child))
  if (inner.type === 'dotted_name' && inner.children.length === 1) return []
  return [pattern(reader, inner)]
}

function pattern(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  const inner = named(node)
  switch (node.type) {
    case 'case_pattern': {
      const [only] = inner
      if (inner.length !== 1 || !only) return unknown(reader, node)
      const value = pattern(reader, only)
      const minus = node.children.some(child => child.type === '-')
      return minus ? { kind: 'unary', start, end, operator: '-', value } : value
    }
    case 'dotted_name':
      return dottedName(reader, inner)
    case 'class_pattern': {
      const [callee, ...given] = inner.map(child => pattern(reader, child))
      return callee ? { kind: 'call', start, end, callee, arguments: given, isNew: false } : unknown(reader, node)
    }
    case 'keyword_pattern': {
      const [name, value] = inner
      if (!name || !value) return unknown(reader, node)
      return { kind: 'keyword', start, end, name: reader.textOf(name), value: pattern(reader, value) }
    }
    case 'list_pattern':
    case 'tuple_pattern':
      return { kind: 'array', start, end, elements: inner.map(child => pattern(reader, child)) }
    case 'dict_pattern': {
      const values = parts(node, 'value')
      const entries = parts(node, 'key').map((key, index) => {
        const value = values[index]
        const written = pattern(reader, key)
        const name = written.kind === 'literal' ? { key: String(written.value) } : { computed: written }
        return {
          kind: 'entry' as const,
          start: key.start,
          end: value?.end ?? key.end,
          ...name,
          value: value ? pattern(reader, value) : operand(reader, key, 'value'),
        }
      })
      return { kind: 'object', start, end, entries }
    }
    case 'union_pattern':
    case 'as_pattern':
    case 'splat_pattern':
    case 'complex_pattern':
      return { kind: 'unknown', start, end, children: inner.map(child => pattern(reader, child)) }
    default:
      return expression(reader, node)
  }
}

function dottedName(reader: Reader, names: readonly ConcreteNode[]): Expression {
  const [first, ...others] = names
  if (!first) return { kind: 'unknown', start: 0, end: 0, children: [] }
  const start = first.start
  return others.reduce<Expression>(
    (object, { end, start: propertyStart }) => ({
      kind: 'member',
      start,
      end,
      object,
      property: reader.textOf({ start: propertyStart, end }),
      propertyStart,
    }),
    expression(reader, first),
  )
}
