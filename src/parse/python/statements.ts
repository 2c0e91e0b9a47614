import type { Expression, Statement } from '../../code/syntax.js'
import { type ConcreteNode, DEEP, part } from '../concrete-tree.js'
import { assignment, augmented } from './assignments.js'
import { conditional, loop, tryStatement, withStatement } from './control.js'
import { classOf, decorated, functionOf } from './definitions.js'
import { anything, expression } from './expressions.js'
import { importFromStatement, importStatement } from './imports.js'
import { oneOrList } from './operators.js'
import { matchStatement } from './patterns.js'
import { named, type Reader } from './reader.js'
import { typeExpression, typeFrom, typeOf } from './types.js'

/** The statements of a block, or of a module. */
export function blockOf(reader: Reader, node: ConcreteNode | undefined): readonly Statement[] {
  return node ? named(node).flatMap(child => statement(reader, child)) : []
}

/** What a statement comes to: none (`pass`, imports), one, or several (`a = b = 1`). */
export function statement(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const { start, end } = node
  switch (node.type) {
    case 'expression_statement':
      return named(node).length > 1 && !hasAssignment(node)
        ? asStatement(oneOrList(reader, node, named(node)))
        : named(node).flatMap(child => simple(reader, child))
    case 'assignment':
    case 'augmented_assignment':
      return simple(reader, node)
    case 'function_definition':
      return [functionOf(reader, node, [])]
    case 'class_definition':
      return [classOf(reader, node, [])]
    case 'decorated_definition':
      return decorated(reader, node)
    case 'if_statement':
      return conditional(reader, node)
    case 'for_statement':
    case 'while_statement':
      return loop(reader, node)
    case 'try_statement':
      return [tryStatement(reader, node)]
    case 'with_statement':
      return [withStatement(reader, node)]
    case 'match_statement':
      return [matchStatement(reader, node)]
    case 'block':
    case 'module':
      return blockOf(reader, node)
    case DEEP:
      return [{ kind: 'expression', start, end, value: { kind: 'unknown', start, end, children: reader.later(node) } }]
    default:
      return plain(reader, node)
  }
}

function plain(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const { start, end } = node
  switch (node.type) {
    case 'import_statement':
      importStatement(reader, node)
      return []
    case 'import_from_statement':
    case 'future_import_statement':
      importFromStatement(reader, node)
      return []
    case 'return_statement': {
      const value = oneOrList(reader, node, named(node))
      return [{ kind: 'return', start, end, ...(value && { value }) }]
    }
    case 'raise_statement': {
      const cause = part(node, 'cause')
      const value = oneOrList(
        reader,
        node,
        named(node).filter(child => child !== cause),
      )
      const thrown: Statement = { kind: 'throw', start, end, ...(value && { value }) }
      return [thrown, ...(cause ? asStatement(expression(reader, cause)) : [])]
    }
    case 'pass_statement':
      return []
    case 'break_statement':
    case 'continue_statement':
      return [{ kind: 'jump', start, end, form: node.type === 'break_statement' ? 'break' : 'continue' }]
    case 'global_statement':
    case 'nonlocal_statement':
      for (const child of named(node)) reader.around?.outer.add(reader.textOf(child))
      return []
    case 'delete_statement': {
      const value = oneOrList(reader, node, named(node))
      return value ? asStatement({ kind: 'unary', start, end, operator: 'delete', value }) : []
    }
    case 'assert_statement':
    case 'print_statement':
    case 'exec_statement':
      return builtin(reader, node)
    case 'type_alias_statement':
      return typeAlias(reader, node)
    default:
      return anything(reader, node).flatMap(one => (isStatement(one) ? [one] : asStatement(one)))
  }
}

/** `assert a, b` and the statements of Python 2 as calls. */
function builtin(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const { start, end } = node
  const name = node.type.slice(0, node.type.indexOf('_'))
  const callee = { kind: 'name', start, end: start + name.length, name } as const
  const [first, ...others] = named(node).map(child => expression(reader, child))
  if (first && node.children[0]?.type === 'chevron') {
    // `print >> a, b` is of Python 3 too.
    const shift: Expression = { kind: 'binary', start, end: first.end, operator: '>>', left: callee, right: first }
    return [shift, ...others].flatMap(asStatement)
  }
  return asStatement({ kind: 'call', start, end, callee, arguments: first ? [first, ...others] : [], isNew: false })
}

function typeAlias(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const left = part(node, 'left')
  const right = part(node, 'right')
  if (!left || !right) return []
  const { start, end } = node
  const target = typeExpression(reader, left)
  const declared = target.kind === 'index' ? target.object : target
  if (reader.textOf(left).startsWith('(')) {
    // The grammar takes `type(a).b = c` for a type alias.
    const value = typeExpression(reader, right)
    return asStatement({ kind: 'assign', start, end, operator: '=', target: ofCall(target, start), value })
  }
  const { name } = typeFrom(declared)
  return [{ kind: 'type', start, end, name, type: typeOf(reader, right), bases: [] }]
}

/** `(a).b` behind `type`. */
function ofCall(target: Expression, start: number): Expression {
  if (target.kind === 'member') return { ...target, start, object: ofCall(target.object, start) }
  if (target.kind === 'index') return { ...target, start, object: ofCall(target.object, start) }
  const callee = { kind: 'name', start, end: start + 'type'.length, name: 'type' } as const
  return { kind: 'call', start, end: target.end, callee, arguments: [target], isNew: false }
}

function hasAssignment(node: ConcreteNode): boolean {
  return named(node).some(child => /assignment$/.test(child.type))
}

/** An expression as a statement, or an assignment. */
function simple(reader: Reader, node: ConcreteNode): readonly Statement[] {
  if (node.type === 'assignment') return assignment(reader, node)
  if (node.type === 'augmented_assignment') return asStatement(augmented(reader, node))
  return anything(reader, node).flatMap(one => (isStatement(one) ? [one] : asStatement(one)))
}

/** An expression as a statement; none for none. */
export function asStatement(value: Expression | undefined): readonly Statement[] {
  return value ? [{ kind: 'expression', start: value.start, end: value.end, value }] : []
}

const STATEMENTS = new Set(
  'declare expression return throw if switch loop try with block type deferred jump function class'.split(' '),
)

function isStatement(one: Expression | Statement): one is Statement {
  return STATEMENTS.has(one.kind)
}
