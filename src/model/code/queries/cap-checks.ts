import type { ExpressionIn, Program } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Expression, Name, Statement } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { childrenOf, holds, pathOf, peel } from '../../../code/walk.js'
import type { Cap } from './cap.js'

/** A guard in front: `if (limit > 100) limit = 100`, `… throw`, `… return`. */
export function checkedBefore(program: Program, { file, node }: ExpressionIn, cap: Cap): Cap {
  if (cap.kind !== 'uncapped' || node.kind !== 'name') return cap
  const [around] = functionsAround(file, node.start)
  if (!around) return cap
  const statements: Statement[] = []
  const waiting: (Statement | Expression)[] = [...around.body]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'if' && one.start < node.start) statements.push(one)
    if (one.kind === 'expression' || one.kind === 'declare' || one.kind === 'function' || one.kind === 'class') continue
    waiting.push(...childrenOf(one).filter((child): child is Statement => isStatement(child)))
  }
  for (const statement of statements) {
    if (statement.kind !== 'if') continue
    for (const test of parts(statement.test)) {
      if (test.kind !== 'binary' || !/^[<>]=?$/.test(test.operator)) continue
      // `if x < 1` says nothing about how large it may be; what it is compared with need not be a constant.
      const isMore = test.operator.startsWith('>')
      const [of, bound] = isMore ? [peel(test.left), test.right] : [peel(test.right), test.left]
      if (of.kind !== 'name' || of.name !== node.name) continue
      if (endsOrAssigns(statement.consequent, node.name))
        return {
          kind: 'capped',
          max: numberOf(evaluateExpression(program, { file, node: bound })),
          fallback: cap.fallback,
          at: { path: file.path, start: statement.start, end: statement.end },
        }
    }
  }
  return cap
}

/** The tests that each suffice: `a || b`. */
function parts(test: Expression): readonly Expression[] {
  const inner = peel(test)
  return inner.kind === 'binary' && inner.operator === '||' ? [...parts(inner.left), ...parts(inner.right)] : [inner]
}

function isStatement(node: { readonly kind: string }): boolean {
  return /^(?:declare|expression|return|throw|if|switch|loop|try|with|block)$/.test(node.kind)
}

function endsOrAssigns(body: readonly Statement[], name: string): boolean {
  return body.some(one => {
    if (one.kind === 'throw' || one.kind === 'return') return true
    if (one.kind === 'declare') return one.target.kind === 'name' && one.target.name === name
    return (
      one.kind === 'expression' &&
      one.value.kind === 'assign' &&
      one.value.target.kind === 'name' &&
      one.value.target.name === name
    )
  })
}

/** A value that a name is given, and the test that it depends on, if there is one. */
interface Assignment {
  readonly value: Expression
  readonly test?: Expression
}

/** What a name is given between its declaration and a place where it is used, in the order of the text. Loops are passed by. */
export function assignmentsBefore(file: ExpressionIn['file'], node: Name): readonly Assignment[] {
  const [around] = functionsAround(file, node.start)
  const found: Assignment[] = []
  const visit = (statements: readonly Statement[], test: Expression | undefined): void => {
    for (const one of statements) {
      if (one.start >= node.start) return
      const value = givenTo(node.name, one)
      if (value && value.end <= node.start) found.push({ value, ...(test && { test }) })
      if (one.kind === 'if') {
        visit(one.consequent, one.test)
        visit(one.alternate, one.test)
      } else if (one.kind === 'block' || one.kind === 'with' || one.kind === 'try') visit(one.body, test)
    }
  }
  visit(around?.body ?? file.body, undefined)
  const [first] = bindingsAt(file, node.name, node.start)?.bindings ?? []
  // The declaration itself is where this begins.
  return found.filter(({ value }) => first?.kind !== 'value' || first.node.value !== value)
}

/** What a statement gives to a name: by an assignment, or a declaration of Python. */
function givenTo(name: string, statement: Statement): Expression | undefined {
  const given = statement.kind === 'expression' ? statement.value : statement
  if (given.kind !== 'declare' && given.kind !== 'assign') return undefined
  return given.target.kind === 'name' && given.target.name === name ? given.value : undefined
}

/** `!limit`, `limit === undefined`, `limit is None`, `isNaN(limit)`, `limit < 1`, `err != nil`: there is no value, or none that counts. */
export function asksForNothing(test: Expression, name: string): boolean {
  const inner = peel(test)
  const isIt = (one: Expression | undefined) => {
    const bare = one && peel(one)
    return bare?.kind === 'name' && bare.name === name
  }
  switch (inner.kind) {
    case 'unary':
      return /^(?:!|not)$/.test(inner.operator) && (isIt(inner.value) || asksForNothing(inner.value, name))
    case 'call':
      return (
        /(?:^|\.)(?:isNaN|isFinite|isInteger)$/.test(pathOf(inner.callee)?.join('.') ?? '') && isIt(inner.arguments[0])
      )
    case 'binary': {
      if (inner.operator === '||') return asksForNothing(inner.left, name) && asksForNothing(inner.right, name)
      const compared = peel(inner.right)
      const isNothing = compared.kind === 'literal' && (compared.value === null || compared.value === 0)
      // `err != nil` of Go: it was no number.
      const left = peel(inner.left)
      if (left.kind === 'name' && left.name === 'err') return /^!==?$/.test(inner.operator) && isNothing
      return isIt(inner.left) && (/^<=?$/.test(inner.operator) || (/^(?:===?|is)$/.test(inner.operator) && isNothing))
    }
    default:
      return false
  }
}

/** Whether a test compares how large something is. */
export function compares(test: Expression): boolean {
  return holds([test], node => node.kind === 'binary' && /^[<>]=?$/.test(node.operator))
}
