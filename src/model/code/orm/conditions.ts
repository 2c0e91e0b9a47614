import type { In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { CodeFile, Expression, Switch } from '../../../code/syntax.js'
import { type Environment, evaluateExpression, type Value } from '../../../code/values.js'
import { walk } from '../../../code/walk.js'
import type { Workload } from '../../system.js'

/** An expression that has to come out so. */
export interface Condition extends In<Expression> {
  readonly expected: boolean
}

/** What has to hold so that the program gets to a place: `if`, `&&`, `?:` around it, and returns before it. */
export function conditionsAround(file: CodeFile, start: number, end: number): readonly Condition[] {
  const found: Condition[] = []
  const inside = (nodes: readonly { readonly start: number; readonly end: number }[]) =>
    nodes.some(one => one.start <= start && one.end >= end)
  const own = functionsAround(file, start)[0]
  walk(file.body, node => {
    if (node.kind === 'if') {
      if (inside(node.consequent)) found.push({ file, node: node.test, expected: true })
      else if (inside(node.alternate)) found.push({ file, node: node.test, expected: false })
      else if (node.end <= start && leaves(node.consequent) && functionsAround(file, node.start)[0] === own) {
        found.push({ file, node: node.test, expected: false })
      }
    } else if (node.kind === 'binary' && node.operator === '&&' && inside([node.right])) {
      found.push({ file, node: node.left, expected: true })
    } else if (node.kind === 'conditional') {
      if (inside([node.consequent])) found.push({ file, node: node.test, expected: true })
      else if (inside([node.alternate])) found.push({ file, node: node.test, expected: false })
    } else if (node.kind === 'switch') {
      const test = testOf(node, inside)
      if (test) found.push({ file, node: test, expected: true })
    }
    return undefined
  })
  return found
}

/** What has to hold for the case that a place stands in: one of its tests; undefined of the default case. */
function testOf(
  { subject, cases }: Switch,
  isInside: (nodes: readonly { readonly start: number; readonly end: number }[]) => boolean,
): Expression | undefined {
  const tests = cases.find(({ body }) => isInside(body))?.tests ?? []
  const compared = tests.map((test): Expression => {
    const { start, end } = test
    return subject ? { kind: 'binary', operator: '===', left: subject, right: test, start, end } : test
  })
  return compared.length === 0
    ? undefined
    : compared.reduce((left, right) => ({
        kind: 'binary',
        operator: '||',
        left,
        right,
        start: left.start,
        end: right.end,
      }))
}

function leaves(body: readonly { readonly kind: string }[]): boolean {
  return body.some(({ kind }) => kind === 'return' || kind === 'throw')
}

/** Whether a program gets to a place, and what the environment has to do with it. */
export interface Verdict {
  readonly state: 'on' | 'off' | 'unknown'
  readonly because?: string
}

/**
 * Whether all conditions hold in the environment of a workload. A variable that nothing in the repository sets may be set
 * where it is deployed: what depends on it is on or off only if it is so either way.
 */
export function verdictOf(program: Program, conditions: readonly Condition[], workload: Workload): Verdict {
  const environment: Environment = name => workload.environment.get(name)?.value
  const reasons: string[] = []
  let unknown: string | undefined
  for (const condition of conditions) {
    const value = evaluateExpression(program, condition, environment)
    const unset = value.variables.find(name => workload.environment.get(name) === undefined)
    if (value.kind !== 'known') unknown ??= value.because
    else if (Boolean(value.value) !== condition.expected) {
      return { state: 'off' }
    } else if (unset !== undefined) unknown ??= `nothing in the repository sets ${unset}`
    else reasons.push(...reasonsOf(value, workload))
  }
  if (unknown !== undefined) return { state: 'unknown', because: unknown }
  return reasons.length === 0
    ? { state: 'on' }
    : { state: 'on', because: `${workload.name} runs with ${[...new Set(reasons)].join(' and ')}` }
}

function reasonsOf({ variables }: Value, { environment }: Workload): readonly string[] {
  return variables.flatMap(name => {
    const value = environment.get(name)?.value
    return value?.known ? [`${name}=${value.value}`] : []
  })
}
