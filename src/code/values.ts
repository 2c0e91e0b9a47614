import type { Fact, Span } from '../source.js'
import { definitionOf, externalName } from './definitions.js'
import { environmentRead } from './environment-reads.js'
import { entryOf } from './given.js'
import { goFieldValue } from './go-fields.js'
import { flagDefault } from './go-settings.js'
import type { ExpressionIn, Program } from './program.js'
import { bindingsAt } from './scopes.js'
import type { Call, Expression } from './syntax.js'
import { peel } from './walk.js'

/** The values that are evaluated: `undefined` and `None` are null. */
export type Primitive = string | number | boolean | null

/** What an expression gives when the program runs. */
export type Value =
  | ({ readonly kind: 'known'; readonly value: Primitive } & Origin)
  /** A number between two bounds, both included; infinite where there is none. */
  | ({ readonly kind: 'interval'; readonly low: number; readonly high: number; readonly because: string } & Origin)
  | ({ readonly kind: 'unknown'; readonly because: string } & Origin)

/** Where a value comes from. */
export interface Origin {
  /** Where the value is written: the literal, the line of the variable, else the expression that is not known. */
  readonly at: Span
  /** The variables of the environment that it was looked for in, in order. */
  readonly variables: readonly string[]
  /** The fallback in the code counts because the variable is not set. */
  readonly isFallback: boolean
}

/**
 * What the workload's environment gives a variable: a fact where it is set, undefined where it is not. What sets it (an
 * object of Kubernetes, Compose, `.env`) has been decided before.
 */
export type Environment = (variable: string) => Fact<string> | undefined

/** An environment in which nothing is set. */
export const EMPTY_ENVIRONMENT: Environment = () => undefined

const LONGEST = 24

/** Evaluates an expression without running it. What it cannot know is `unknown`, with the reason. */
export function evaluateExpression(
  program: Program,
  at: ExpressionIn,
  environment: Environment = EMPTY_ENVIRONMENT,
): Value {
  return evaluate({ program, environment }, at, LONGEST)
}

/** The number that an expression gives; numeric texts count, as programs convert what they read from the environment. */
export function numberOf(value: Value): number | undefined {
  if (value.kind !== 'known') return undefined
  if (typeof value.value === 'number') return value.value
  if (typeof value.value !== 'string' || value.value.trim() === '') return undefined
  const number = Number(value.value)
  return Number.isFinite(number) ? number : undefined
}

interface Evaluation {
  readonly program: Program
  readonly environment: Environment
}

function evaluate(run: Evaluation, { file, node }: ExpressionIn, steps: number): Value {
  const inner = peel(node)
  const at: Span = { path: file.path, start: inner.start, end: inner.end }
  if (steps <= 0) return unknown(at, 'it is computed in too many steps')
  const next = (one: Expression) => evaluate(run, { file, node: one }, steps - 1)
  const read = environmentRead(run.program, { file, node: inner })
  if (read) return environmentValue(run, read, at, steps)
  switch (inner.kind) {
    case 'literal':
      return known(inner.value, at)
    case 'template':
      return concatenate(
        inner.parts.map(part => (typeof part === 'string' ? known(part, at) : next(part))),
        at,
      )
    case 'name':
    case 'member':
      // `os.cpus().length`
      if (inner.kind === 'member' && inner.property === 'length') {
        const counted = peel(inner.object)
        if (
          counted.kind === 'call' &&
          externalName(definitionOf(run.program, { file, node: counted.callee })) === 'os.cpus'
        )
          return cores(at)
      }
      return definedValue(run, { file, node: inner }, at, steps)
    case 'unary':
      return unary(inner.operator, next(inner.value), at)
    case 'binary':
      return binary(inner.operator, next(inner.left), () => next(inner.right), at)
    case 'conditional': {
      const test = next(inner.test)
      if (test.kind === 'known') return carry(next(truthy(test.value) ? inner.consequent : inner.alternate), test)
      return either(next(inner.consequent), next(inner.alternate), at)
    }
    case 'call':
      return called(run, { file, node: inner }, at, steps, next)
    default:
      return unknown(at, 'it is computed when the program runs')
  }
}

function environmentValue(
  run: Evaluation,
  read: NonNullable<ReturnType<typeof environmentRead>>,
  at: Span,
  steps: number,
): Value {
  for (const name of [read.variable, ...read.alternatives]) {
    const fact = run.environment(name)
    if (!fact) continue
    if (!fact.known) return { ...unknown(fact.at, fact.because), variables: [name] }
    return { ...known(fact.value, fact.at), variables: [name] }
  }
  const variables = [read.variable]
  if (!read.fallback) return { ...known(null, at), variables }
  const fallback = evaluate(run, read.fallback, steps - 1)
  return { ...fallback, variables: [...variables, ...fallback.variables], isFallback: true }
}

function definedValue(run: Evaluation, at: ExpressionIn, span: Span, steps: number): Value {
  const found = definitionOf(run.program, at)
  switch (found.kind) {
    case 'expression':
      if (found.node.kind === 'name') return unknown(span, 'it is declared without a value')
      return found.node === at.node
        ? unknown(span, 'it is computed when the program runs')
        : evaluate(run, found, steps - 1)
    case 'field':
      return found.node.value
        ? evaluate(run, { file: found.file, node: found.node.value }, steps - 1)
        : unknown(span, 'it is given when the program runs')
    case 'function': {
      const [only] = found.node.body
      return found.node.accessor === 'get' && found.node.body.length === 1 && only?.kind === 'return' && only.value
        ? evaluate(run, { file: found.file, node: only.value }, steps - 1)
        : unknown(span, 'it is no plain value')
    }
    case 'parameter':
      return unknown(span, 'the caller decides it')
    case 'global': {
      if (found.path.join('.') === 'Infinity') return known(Number.POSITIVE_INFINITY, span)
      const variable = environmentVariable(found.path)
      if (variable !== undefined)
        return environmentValue(run, { variable, alternatives: [], isRequired: false }, span, steps)
      return unknown(span, `${found.path.join('.')} is not known`)
    }
    default: {
      const given = found.kind === 'unknown' ? settingIn(run.program, at) : undefined
      if (given) return evaluate(run, given, steps - 1)
      return unknown(span, found.kind === 'unknown' ? found.because : 'it is no plain value')
    }
  }
}

/** What an object of settings gives under a name whose value leads no further: `config.port` of `{ port: env.PORT }`. */
function settingIn(program: Program, { file, node }: ExpressionIn): ExpressionIn | undefined {
  if (node.kind === 'member') {
    if (file.language === 'go') return goFieldValue(program, { file, node })
    const given = entryOf(program, { file, node: node.object }, node.property)
    return given.kind === 'given' ? given.value : undefined
  }
  const found = node.kind === 'name' ? bindingsAt(file, node.name, node.start) : undefined
  const [binding, another] = found?.bindings ?? []
  // `const { port } = config`
  if (binding?.kind !== 'value' || another || !binding.node.value || binding.bound.path.length === 0) return undefined
  if (node.kind !== 'name' || found?.scope.reassigned.has(node.name)) return undefined
  const given = entryOf(program, { file, node: binding.node.value }, binding.bound.path.join('.'))
  return given.kind === 'given' ? given.value : undefined
}

/** The variable that `process.env.X`, `import.meta.env.X` and `Bun.env.X` read: what a constant of another name stands for. */
function environmentVariable(path: readonly string[]): string | undefined {
  const variable = path.at(-1)
  return /^(?:process\.env|import\.meta\.env|Bun\.env)$/.test(path.slice(0, -1).join('.')) ? variable : undefined
}

const CONVERSIONS = new Set([
  'Number',
  'parseInt',
  'parseFloat',
  'Number.parseInt',
  'Number.parseFloat',
  'int',
  'float',
  'strconv.Atoi',
  'strconv.ParseInt',
])
const CORES = new Set([
  'os.cpu_count',
  'multiprocessing.cpu_count',
  'os.availableParallelism',
  'runtime.NumCPU',
  'runtime.GOMAXPROCS',
  'os.cpus',
  'os.process_cpu_count',
])

function called(
  run: Evaluation,
  { file, node }: { file: ExpressionIn['file']; node: Call },
  at: Span,
  steps: number,
  next: (one: Expression) => Value,
): Value {
  const callee = definitionOf(run.program, { file, node: node.callee })
  const name = callee.kind === 'global' ? callee.path.join('.') : (externalName(callee) ?? '')
  const [first] = node.arguments
  if (CONVERSIONS.has(name) && first) return converted(next(first), name, at)
  if (CORES.has(name)) return cores(at)
  if (name === 'dataclasses.field') return fieldDefault(node, at, next)
  const flag = file.language === 'go' ? flagDefault(name, node.arguments) : undefined
  if (flag) return { ...next(flag), isFallback: true }
  if ((name === 'String' || name === 'str') && first) return concatenate([next(first)], at)
  if ((name === 'Boolean' || name === 'bool') && first) {
    const value = next(first)
    return value.kind === 'known'
      ? carry(known(truthy(value.value), value.at), value)
      : unknown(at, 'it depends on what is not known')
  }
  if (/^(?:Math\.)?(?:min|max)$/.test(name)) return extreme(name.endsWith('min'), node.arguments.map(next), at)
  if (/^(?:Math\.(?:floor|ceil|round|trunc)|round|math\.(?:floor|ceil))$/.test(name) && first)
    return rounded(name, next(first), at)
  if (node.callee.kind === 'member' && /^(?:trim|toString|strip)$/.test(node.callee.property))
    return next(node.callee.object)
  if (callee.kind === 'function' && callee.node.parameters.length === 0) {
    const [only] = callee.node.body
    if (callee.node.body.length === 1 && only?.kind === 'return' && only.value)
      return evaluate(run, { file: callee.file, node: only.value }, steps - 1)
  }
  return unknown(at, 'it is computed when the program runs')
}

/** `field(default=10)`, `field(default_factory=lambda: int(os.environ["X"]))`: https://docs.python.org/3/library/dataclasses.html#dataclasses.field */
function fieldDefault(node: Call, at: Span, next: (one: Expression) => Value): Value {
  for (const one of node.arguments) {
    if (one.kind !== 'keyword') continue
    if (one.name === 'default') return next(one.value)
    const [only] = one.name === 'default_factory' && one.value.kind === 'function' ? one.value.body : []
    if (only?.kind === 'return' && only.value) return next(only.value)
  }
  return unknown(at, 'it is given when the program runs')
}

function cores(at: Span): Value {
  return {
    ...origin(at),
    kind: 'interval',
    low: 1,
    high: Number.POSITIVE_INFINITY,
    because: 'it depends on the processors of the host',
  }
}

function converted(value: Value, name: string, at: Span): Value {
  if (value.kind !== 'known') return value
  const text = String(value.value ?? '')
  const number = /parse/i.test(name) ? Number.parseFloat(text) : value.value === null ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) return carry(known(null, at), value)
  return carry(known(/parseInt|^int$|Atoi|ParseInt/.test(name) ? Math.trunc(number) : number, value.at), value)
}

function rounded(name: string, value: Value, at: Span): Value {
  const round = /floor|trunc/.test(name) ? Math.floor : /ceil/.test(name) ? Math.ceil : Math.round
  if (value.kind === 'interval') return { ...value, low: round(value.low), high: round(value.high) }
  const number = numberOf(value)
  return number === undefined ? unknown(at, 'it is no number') : carry(known(round(number), value.at), value)
}

function extreme(least: boolean, values: readonly Value[], at: Span): Value {
  const ranges = values.map(range)
  const pick = least ? Math.min : Math.max
  const low = pick(...ranges.map(([from]) => from))
  const high = pick(...ranges.map(([, to]) => to))
  return fromRange(low, high, values, at)
}

/** The bounds of a number; of what is not known, none. */
function range(value: Value): readonly [number, number] {
  if (value.kind === 'interval') return [value.low, value.high]
  const number = numberOf(value)
  return number === undefined ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [number, number]
}

function fromRange(low: number, high: number, values: readonly Value[], at: Span): Value {
  const variables = values.flatMap(value => value.variables)
  const isFallback = values.some(value => value.isFallback)
  if (low === high) {
    const decisive = values.find(value => numberOf(value) === low)
    return { ...known(low, decisive?.at ?? at), variables, isFallback }
  }
  const open = values.find((value): value is Exclude<Value, { kind: 'known' }> => value.kind !== 'known')
  const because = open?.because ?? 'it is not known'
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY)
    return { ...unknown(at, because), variables, isFallback }
  return { kind: 'interval', low, high, because, at, variables, isFallback }
}

function unary(operator: string, value: Value, at: Span): Value {
  if (operator === '!' || operator === 'not') {
    return value.kind === 'known'
      ? carry(known(!truthy(value.value), value.at), value)
      : unknown(at, 'it depends on what is not known')
  }
  const number = numberOf(value)
  if (number !== undefined && operator === '-') return carry(known(-number, value.at), value)
  if (operator === '+') return converted(value, 'Number', at)
  return operator === '&' || operator === '*' ? value : unknown(at, 'it is computed when the program runs')
}

function binary(operator: string, left: Value, right: () => Value, at: Span): Value {
  switch (operator) {
    case '??':
      if (left.kind === 'known') return left.value === null ? fallenBack(right(), left) : left
      return left.kind === 'unknown' ? either(left, right(), at) : left
    case '||':
      if (left.kind === 'known') return truthy(left.value) ? left : fallenBack(right(), left)
      return either(left, right(), at)
    case '&&':
      if (left.kind === 'known') return truthy(left.value) ? carry(right(), left) : left
      return unknown(at, 'it depends on what is not known')
    case '+': {
      const other = right()
      if (isText(left) || isText(other)) return concatenate([left, other], at)
      return arithmetic(operator, left, other, at)
    }
    case '-':
    case '*':
    case '/':
    case '//':
    case '%':
      return arithmetic(operator, left, right(), at)
    default:
      return compared(operator, left, right(), at)
  }
}

function isText(value: Value): boolean {
  return value.kind === 'known' && typeof value.value === 'string'
}

function arithmetic(operator: string, left: Value, right: Value, at: Span): Value {
  const [one, other] = [numberOf(left), numberOf(right)]
  if (one !== undefined && other !== undefined) {
    const result = apply(operator, one, other)
    return Number.isFinite(result) ? fromRange(result, result, [left, right], at) : unknown(at, 'it is no number')
  }
  if (other === undefined || other < 0 || left.kind !== 'interval') {
    if (one === undefined || one < 0 || right.kind !== 'interval' || !'+*'.includes(operator))
      return unknown(at, 'it is computed from what is not known')
    return fromRange(apply(operator, one, right.low), apply(operator, one, right.high), [left, right], at)
  }
  if (operator === '%') return unknown(at, 'it is computed from what is not known')
  return fromRange(apply(operator, left.low, other), apply(operator, left.high, other), [left, right], at)
}

function apply(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '//':
      return Math.floor(left / right)
    default:
      return left % right
  }
}

function compared(operator: string, left: Value, right: Value, at: Span): Value {
  if (left.kind !== 'known' || right.kind !== 'known') return unknown(at, 'it depends on what is not known')
  const both = [left, right]
  const answer = (value: boolean): Value => ({
    ...known(value, at),
    variables: both.flatMap(one => one.variables),
    isFallback: both.some(one => one.isFallback),
  })
  const [one, other] = [left.value, right.value]
  switch (operator) {
    case '===':
    case '==':
    case 'is':
      return answer(one === other)
    case '!==':
    case '!=':
    case 'is not':
      return answer(one !== other)
    default: {
      const [a, b] = [numberOf(left), numberOf(right)]
      if (a === undefined || b === undefined) return unknown(at, 'it is computed when the program runs')
      if (operator === '<') return answer(a < b)
      if (operator === '>') return answer(a > b)
      if (operator === '<=') return answer(a <= b)
      if (operator === '>=') return answer(a >= b)
      return unknown(at, 'it is computed when the program runs')
    }
  }
}

/** One of two values, it is not known which: an interval where both are numbers. */
function either(one: Value, other: Value, at: Span): Value {
  const [[low, high], [from, to]] = [range(one), range(other)]
  if (one.kind === 'known' && other.kind === 'known' && one.value === other.value) return one
  const numeric = [one, other].every(value => value.kind === 'interval' || numberOf(value) !== undefined)
  if (numeric) return fromRange(Math.min(low, from), Math.max(high, to), [one, other], at)
  const open = [one, other].find((value): value is Exclude<Value, { kind: 'known' }> => value.kind !== 'known')
  const because = open?.because ?? 'it depends on what is not known'
  return { ...unknown(at, because), variables: [...one.variables, ...other.variables] }
}

function concatenate(values: readonly Value[], at: Span): Value {
  let text = ''
  for (const value of values) {
    if (value.kind !== 'known')
      return {
        ...unknown(at, value.kind === 'unknown' ? value.because : 'it depends on the host'),
        variables: values.flatMap(one => one.variables),
      }
    text += String(value.value ?? '')
  }
  return {
    ...known(text, values.length === 1 ? (values[0]?.at ?? at) : at),
    variables: values.flatMap(value => value.variables),
    isFallback: values.some(value => value.isFallback),
  }
}

/** Whether a value counts as true; the empty text, 0 and null do not, in all languages read here. */
function truthy(value: Primitive): boolean {
  return value !== null && value !== false && value !== '' && value !== 0 && !Number.isNaN(value)
}

function fallenBack(value: Value, from: Value): Value {
  return {
    ...value,
    variables: [...from.variables, ...value.variables],
    isFallback: from.variables.length > 0 || value.isFallback,
  }
}

function carry(value: Value, from: Value): Value {
  return {
    ...value,
    variables: [...from.variables, ...value.variables],
    isFallback: value.isFallback || from.isFallback,
  }
}

function origin(at: Span): Origin {
  return { at, variables: [], isFallback: false }
}

function known(value: Primitive, at: Span): Value {
  return { ...origin(at), kind: 'known', value }
}

function unknown(at: Span, because: string): Value {
  return { ...origin(at), kind: 'unknown', because }
}
