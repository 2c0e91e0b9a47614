import type { Expression, Statement, TypeReference } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { expression, operand } from './expressions.js'
import type { Reader } from './reader.js'
import { asStatement } from './statements.js'
import { typeOf } from './types.js'

/**
 * `a = 1`, `a: int = 1`, `a: int`, `a = b = 1`. In a chain the last target takes the value, and the others what the last
 * one has: what is written once is there once.
 */
export function assignment(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const targets: ConcreteNode[] = []
  let at: ConcreteNode = node
  for (;;) {
    const left = part(at, 'left')
    const right = part(at, 'right')
    if (left) targets.push(left)
    if (right?.type !== 'assignment') break
    at = right
  }
  const value = writtenValue(reader, part(at, 'right'))
  const type = part(at, 'type')
  const statements: Statement[] = []
  let given = value
  for (const target of targets.reverse()) {
    const left = expression(reader, target)
    const place = { start: target.start, end: given === value ? node.end : target.end }
    statements.push(...bind(reader, left, given, type && typeOf(reader, type), place))
    if (left.kind === 'name') given = { ...left }
    else if (left.kind === 'member') given = left
    else given = { kind: 'unknown', start: left.start, end: left.end, children: [] }
  }
  return statements
}

function writtenValue(reader: Reader, node: ConcreteNode | undefined): Expression | undefined {
  if (!node) return undefined
  return node.type === 'augmented_assignment' ? augmented(reader, node) : expression(reader, node)
}

function bind(
  reader: Reader,
  target: Expression,
  value: Expression | undefined,
  type: TypeReference | undefined,
  place: { readonly start: number; readonly end: number },
): readonly Statement[] {
  if (isDeclared(reader, target)) {
    const isConstant =
      target.kind === 'name' && (type?.name.endsWith('Final') || /^_*[A-Z][A-Z\d_]*$/.test(target.name))
    return [
      {
        kind: 'declare',
        ...place,
        target,
        ...(type && { type }),
        ...(value && { value }),
        isConstant: isConstant === true,
      },
    ]
  }
  if (!value) return asStatement(target)
  const typed: Expression = type ? { kind: 'cast', start: value.start, end: value.end, value, type } : value
  return asStatement({ kind: 'assign', ...place, operator: '=', target, value: typed })
}

/** Whether it is made of plain names of this scope. */
function isDeclared(reader: Reader, target: Expression): boolean {
  if (target.kind === 'name') return !reader.around?.outer.has(target.name)
  if (target.kind === 'spread') return isDeclared(reader, target.value)
  return target.kind === 'array' && target.elements.every(one => isDeclared(reader, one))
}

/** `a += 1` */
export function augmented(reader: Reader, node: ConcreteNode): Expression {
  const right = part(node, 'right')
  return {
    kind: 'assign',
    start: node.start,
    end: node.end,
    operator: part(node, 'operator')?.type ?? '=',
    target: operand(reader, node, 'left'),
    value: writtenValue(reader, right) ?? { kind: 'unknown', start: node.end, end: node.end, children: [] },
  }
}
