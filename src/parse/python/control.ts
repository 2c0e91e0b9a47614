import type { Expression, Handler, Statement, With } from '../../code/syntax.js'
import { pathOf } from '../../code/walk.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { expression, operand } from './expressions.js'
import { isAsync, named, type Reader } from './reader.js'
import { blockOf, statement } from './statements.js'

/** `if`, with its `elif` and `else`. */
export function conditional(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const test = operand(reader, node, 'condition')
  const branches = [{ at: node, test, body: branch(reader, node, test) }]
  let alternate: readonly Statement[] = []
  for (const child of parts(node, 'alternative')) {
    if (child.type === 'elif_clause') {
      const condition = operand(reader, child, 'condition')
      branches.push({ at: child, test: condition, body: branch(reader, child, condition) })
    } else alternate = blockOf(reader, part(child, 'body'))
  }
  for (const { at, test, body } of branches.reverse())
    alternate = [{ kind: 'if', start: at.start, end: node.end, test, consequent: body, alternate }]
  return [...alternate, ...broken(reader, node)]
}

function branch(reader: Reader, node: ConcreteNode, test: Expression): readonly Statement[] {
  const before = reader.typeOnly
  if (pathOf(test)?.at(-1) === 'TYPE_CHECKING') reader.typeOnly = true
  const body = blockOf(reader, part(node, 'consequence'))
  reader.typeOnly = before
  return body
}

/** What an error left between the parts of a statement. */
function broken(reader: Reader, node: ConcreteNode): readonly Statement[] {
  return node.children.filter(child => child.type === 'ERROR').flatMap(child => statement(reader, child))
}

/** `for`, `while`; what stands in `else` comes behind it. */
export function loop(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const { start, end } = node
  const isEach = node.type === 'for_statement'
  const head = isEach
    ? { form: 'each' as const, target: operand(reader, node, 'left'), iterated: operand(reader, node, 'right') }
    : { form: 'while' as const, test: operand(reader, node, 'condition') }
  const body = blockOf(reader, part(node, 'body'))
  const alternative = part(node, 'alternative')
  const after = alternative ? blockOf(reader, part(alternative, 'body')) : []
  return [
    { kind: 'loop', start, end, ...head, isAsync: isAsync(node), body },
    ...(alternative && after.length > 0
      ? [{ kind: 'block' as const, start: alternative.start, end: alternative.end, body: after }]
      : []),
    ...broken(reader, node),
  ]
}

/** `try … except … else … finally`. */
export function tryStatement(reader: Reader, node: ConcreteNode): Statement {
  const block = (type: string) => {
    const clause = node.children.find(child => child.type === type)
    const body = clause && (part(clause, 'body') ?? clause.children.find(child => child.type === 'block'))
    return blockOf(reader, body)
  }
  return {
    kind: 'try',
    start: node.start,
    end: node.end,
    body: [...blockOf(reader, part(node, 'body')), ...broken(reader, node)],
    handlers: node.children.filter(child => child.type === 'except_clause').map(child => handler(reader, child)),
    otherwise: block('else_clause'),
    finalizer: block('finally_clause'),
  }
}

function handler(reader: Reader, node: ConcreteNode): Handler {
  const written = parts(node, 'value')
  const [only] = written
  const isNamed = only?.type === 'as_pattern'
  const caught = isNamed ? named(only).filter(child => child.field !== 'alias') : written
  const alias = part(isNamed ? only : node, 'alias')
  const types = caught.flatMap(child => {
    const value = expression(reader, child)
    return value.kind === 'array' ? value.elements : [value]
  })
  const block = node.children.find(child => child.type === 'block')
  return {
    start: node.start,
    end: node.end,
    types,
    ...(alias && { target: expression(reader, alias) }),
    body: blockOf(reader, block),
  }
}

/** `with … as …`, `async with`. */
export function withStatement(reader: Reader, node: ConcreteNode): With {
  const clause = node.children.find(child => child.type === 'with_clause')
  const items = (clause ? named(clause) : []).map(child => {
    const written = part(child, 'value') ?? child
    if (written.type !== 'as_pattern') return { value: expression(reader, written) }
    const alias = part(written, 'alias')
    const [value] = named(written).filter(one => one !== alias)
    return {
      value: value ? expression(reader, value) : expression(reader, written),
      ...(alias && { target: expression(reader, alias) }),
    }
  })
  const body = [...blockOf(reader, part(node, 'body')), ...broken(reader, node)]
  return { kind: 'with', start: node.start, end: node.end, items, body, isAsync: isAsync(node) }
}
