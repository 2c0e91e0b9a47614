import type { Declare, Expression, Loop, Statement, Switch, SwitchCase } from '../../code/syntax.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { pair } from './declarations.js'
import { expression, expressions, listOf } from './expressions.js'
import type { Reader } from './reader.js'
import { blockBody, bodyOf, simple, withInitialiser } from './statements.js'

/** `if`, `switch` in both forms, `select`. */
export function branching(reader: Reader, node: ConcreteNode): readonly Statement[] | undefined {
  switch (node.type) {
    case 'if_statement':
      return [condition(reader, node)]
    case 'expression_switch_statement':
      return [withInitialiser(reader, node, valueSwitch(reader, node))]
    case 'type_switch_statement':
      return [withInitialiser(reader, node, typeSwitch(reader, node))]
    case 'select_statement':
      return [{ kind: 'switch', start: node.start, end: node.end, cases: cases(reader, node) }]
  }
  return undefined
}

function condition(reader: Reader, node: ConcreteNode): Statement {
  const then = part(node, 'consequence')
  const otherwise = part(node, 'alternative')
  const isBlock = otherwise?.type === 'block'
  return withInitialiser(reader, node, {
    kind: 'if',
    start: node.start,
    end: node.end,
    test: expressionIn(reader, node, 'condition'),
    consequent: then ? blockBody(reader, then) : [],
    alternate: otherwise ? (isBlock ? blockBody(reader, otherwise) : bodyOf(reader, [otherwise])) : [],
  })
}

function expressionIn(reader: Reader, node: ConcreteNode, field: string): Expression {
  const found = part(node, field)
  return found ? expression(reader, found) : { kind: 'unknown', start: node.start, end: node.start, children: [] }
}

function valueSwitch(reader: Reader, node: ConcreteNode): Switch {
  const subject = part(node, 'value')
  return {
    kind: 'switch',
    start: node.start,
    end: node.end,
    ...(subject && { subject: expression(reader, subject) }),
    cases: cases(reader, node),
  }
}

/** `switch v := x.(type)` declares `v` before it and asks about it. */
function typeSwitch(reader: Reader, node: ConcreteNode): Statement {
  const { start, end } = node
  const value = expressionIn(reader, node, 'value')
  const list = part(node, 'alias')
  const alias = list && listOf(reader, list)
  if (alias?.kind !== 'name') return { kind: 'switch', start, end, subject: value, cases: cases(reader, node) }
  const declare: Declare = {
    kind: 'declare',
    start: alias.start,
    end: value.end,
    target: alias,
    value,
    isConstant: false,
  }
  return {
    kind: 'block',
    start,
    end,
    body: [declare, { kind: 'switch', start, end, subject: alias, cases: cases(reader, node) }],
  }
}

function cases(reader: Reader, node: ConcreteNode): readonly SwitchCase[] {
  return node.children.flatMap((child): SwitchCase[] => {
    switch (child.type) {
      case 'default_case':
        return [{ tests: [], body: bodyOf(reader, child.children) }]
      case 'type_case':
        return [
          { tests: parts(child, 'type').map(type => expression(reader, type)), body: rest(reader, child, 'type') },
        ]
      case 'expression_case': {
        const values = part(child, 'value')
        return [{ tests: values ? expressions(reader, values) : [], body: rest(reader, child, 'value') }]
      }
      case 'communication_case':
        return [communication(reader, child)]
      default:
        return []
    }
  })
}

function rest(reader: Reader, node: ConcreteNode, field: string): readonly Statement[] {
  return bodyOf(
    reader,
    node.children.filter(child => child.field !== field),
  )
}

/** `case v := <-c:` tests what is received; `v` is declared at the beginning of its body. */
function communication(reader: Reader, node: ConcreteNode): SwitchCase {
  const what = part(node, 'communication')
  const body = rest(reader, node, 'communication')
  if (what?.type !== 'receive_statement') {
    const tests = what ? simple(reader, what) : []
    return { tests: tests?.flatMap(one => (one.kind === 'expression' ? [one.value] : [])) ?? [], body }
  }
  const left = part(what, 'left')
  const received = expressionIn(reader, what, 'right')
  const isDeclared = left !== undefined && /:=/.test(reader.textOf({ ...what, start: left.end }))
  if (!left) return { tests: [received], body }
  if (isDeclared)
    return {
      tests: [received],
      body: [...pair({ start: left.start, end: left.end, isConstant: false }, expressions(reader, left), []), ...body],
    }
  const target = listOf(reader, left)
  const { start, end } = what
  return { tests: [{ kind: 'assign', start, end, operator: '=', target, value: received }], body }
}

/** Every `for` of Go. */
export function loop(reader: Reader, node: ConcreteNode): readonly Statement[] | undefined {
  if (node.type !== 'for_statement') return undefined
  const block = part(node, 'body')
  const head = node.children.find(child => child !== block && child.type !== 'comment')
  const shared = {
    kind: 'loop',
    start: node.start,
    end: node.end,
    isAsync: false,
    body: block ? blockBody(reader, block) : [],
  } as const
  if (!head) return [{ ...shared, form: 'while' }]
  if (head.type === 'for_clause') return [{ ...shared, form: 'count', ...clause(reader, head) }]
  if (head.type !== 'range_clause') return [{ ...shared, form: 'while', test: expression(reader, head) }]
  const target = part(head, 'left')
  const iterated = part(head, 'right')
  return [
    {
      ...shared,
      form: 'each',
      ...(target && { target: listOf(reader, target) }),
      ...(iterated && { iterated: expression(reader, iterated) }),
    },
  ]
}

function clause(reader: Reader, head: ConcreteNode): Pick<Loop, 'first' | 'test' | 'step'> {
  const first = part(head, 'initializer')
  const test = part(head, 'condition')
  const update = part(head, 'update')
  const before = first ? bodyOf(reader, [first]) : []
  const [one] = before
  const whole: Statement | undefined =
    first && before.length > 1 ? { kind: 'block', start: first.start, end: first.end, body: before } : one
  const steps = (update ? bodyOf(reader, [update]) : []).flatMap(step =>
    step.kind === 'expression' ? [step.value] : [],
  )
  const [only] = steps
  const step: Expression | undefined =
    update && steps.length > 1 ? { kind: 'array', start: update.start, end: update.end, elements: steps } : only
  return { ...(whole && { first: whole }), ...(test && { test: expression(reader, test) }), ...(step && { step }) }
}
