import type { Expression, FunctionNode, Node, Statement, SwitchCase } from './syntax.js'

/** What is directly inside a node, in the order of the text. Types are passed by. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'regular-expression':
    case 'name':
    case 'type':
    case 'jump':
      return []
    case 'template':
      return node.parts.filter(part => typeof part !== 'string')
    case 'member':
      return [node.object]
    case 'index':
      return [node.object, node.index]
    case 'slice':
      return some(node.object, node.low, node.high, node.step)
    case 'call':
      return [node.callee, ...node.arguments]
    case 'tagged':
      return [node.tag, node.template]
    case 'object':
      return node.entries
    case 'entry':
      return some(node.computed, node.value)
    case 'array':
      return node.elements
    case 'await':
    case 'spread':
    case 'keyword':
    case 'unary':
    case 'cast':
    case 'expression':
    case 'deferred':
      return [node.value]
    case 'yield':
    case 'return':
    case 'throw':
      return some(node.value)
    case 'binary':
      return [node.left, node.right]
    case 'conditional':
      return [node.test, node.consequent, node.alternate]
    case 'assign':
    case 'default':
      return [node.target, node.value]
    case 'comprehension':
      return [...node.clauses.flatMap(one => [one.iterated, one.target, ...one.tests]), node.element]
    case 'markup':
    case 'unknown':
      return node.children
    case 'function':
      return [...node.decorators, ...some(node.receiver), ...node.parameters, ...node.body]
    case 'parameter':
      return [...node.decorators, ...some(node.target, node.fallback)]
    case 'class':
      return [...node.decorators, ...node.bases, ...node.keywords, ...node.members, ...node.statements]
    case 'field':
      return [...node.decorators, ...some(node.value)]
    case 'declare':
      return some(node.target, node.value)
    case 'if':
      return [node.test, ...node.consequent, ...node.alternate]
    case 'switch':
      return [...some(node.subject), ...node.cases.flatMap(caseChildren)]
    case 'loop':
      return [...some(node.first, node.iterated, node.target, node.test), ...node.body, ...some(node.step)]
    case 'try':
      return [
        ...node.body,
        ...node.handlers.flatMap(handler => [...handler.types, ...some(handler.target), ...handler.body]),
        ...node.otherwise,
        ...node.finalizer,
      ]
    case 'with':
      return [...node.items.flatMap(item => some(item.value, item.target)), ...node.body]
    case 'block':
      return node.body
  }
}

function some(...nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter(node => node !== undefined)
}

function caseChildren(one: SwitchCase): readonly Node[] {
  return [...one.tests, ...one.body]
}

/** Visits nodes and all that is in them, outer ones first. When `visit` answers `false`, what is inside is passed by. */
export function walk(nodes: readonly Node[], visit: (node: Node) => boolean | undefined): void {
  // An own stack: expressions of some thousand terms are nested as deep.
  const waiting: Node[] = []
  pushAll(waiting, nodes)
  for (let node = waiting.pop(); node; node = waiting.pop()) if (visit(node) !== false) push(waiting, node)
}

function pushAll(waiting: Node[], nodes: readonly Node[]): void {
  for (let index = nodes.length - 1; index >= 0; index--) waiting.push(nodes[index] as Node)
}

/** Puts the children of a node on a stack, the first one on top: `childrenOf` without a list. The kinds that code is mostly made of need no list for it. */
export function push(waiting: Node[], node: Node): void {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return
    case 'member':
      waiting.push(node.object)
      return
    case 'call':
      pushAll(waiting, node.arguments)
      waiting.push(node.callee)
      return
    case 'object':
      pushAll(waiting, node.entries)
      return
    case 'array':
      pushAll(waiting, node.elements)
      return
    case 'entry':
      waiting.push(node.value)
      if (node.computed) waiting.push(node.computed)
      return
    case 'binary':
      waiting.push(node.right, node.left)
      return
    case 'assign':
      waiting.push(node.value, node.target)
      return
    case 'declare':
      if (node.value) waiting.push(node.value)
      waiting.push(node.target)
      return
    case 'return':
      if (node.value) waiting.push(node.value)
      return
    case 'await':
    case 'expression':
      waiting.push(node.value)
      return
    case 'function':
      pushAll(waiting, node.body)
      pushAll(waiting, node.parameters)
      if (node.receiver) waiting.push(node.receiver)
      pushAll(waiting, node.decorators)
      return
    case 'field':
      if (node.value) waiting.push(node.value)
      pushAll(waiting, node.decorators)
      return
    case 'parameter':
      if (node.fallback) waiting.push(node.fallback)
      waiting.push(node.target)
      pushAll(waiting, node.decorators)
      return
    default:
      pushAll(waiting, childrenOf(node))
  }
}

/** Whether one of the nodes, or of all that is in them, is such a one. */
export function holds(nodes: readonly Node[], test: (node: Node) => boolean): boolean {
  let found = false
  walk(nodes, node => {
    found ||= test(node)
    return !found
  })
  return found
}

/** Visits what a function itself does when it runs: not what the functions and classes inside it do. */
export function walkOwn(fn: FunctionNode, visit: (node: Expression | Statement) => void): void {
  walk(fn.body, node => {
    if (node.kind === 'function' || node.kind === 'class') return false
    if (node.kind !== 'parameter' && node.kind !== 'field') visit(node)
    return undefined
  })
}

/** The expression without what changes only its type: casts, `await`. */
export function peel(expression: Expression): Expression {
  let inner = expression
  while (inner.kind === 'cast' || inner.kind === 'await') inner = inner.value
  return inner
}

/** `a.b.c` as `['a', 'b', 'c']`; undefined where it is no chain of names. */
export function pathOf(expression: Expression): readonly string[] | undefined {
  const path: string[] = []
  let inner = peel(expression)
  while (inner.kind === 'member') {
    path.push(inner.property)
    inner = peel(inner.object)
  }
  return inner.kind === 'name' ? [inner.name, ...path.reverse()] : undefined
}
