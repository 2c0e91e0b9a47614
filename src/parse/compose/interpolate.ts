import type { Source, Span } from '../../source.js'
import type { Interpolation, MapNode, Node, Problem, ScalarNode, VariableUse } from '../node.js'
import { printFloat } from '../yaml-scalar.js'
import { below, isUnknown, mapEntries, mapItems, type Pattern, patterns, step } from './nodes.js'
import { type Operator, parseTemplate } from './template.js'

/** A variable that has a value. */
export interface VariableValue {
  readonly text: string
  /** False when its value was itself interpolated from something that the repository does not tell. */
  readonly known: boolean
  /** Where it is set; absent when it comes from outside the repository. */
  readonly at?: Span
}

/** Where variables are looked up. */
export interface Variables {
  readonly lookup: (name: string) => VariableValue | undefined
  /** What a variable without value and default becomes. */
  readonly unset: 'empty' | 'unknown'
  /** See `Loading`: what variables put into each other can double with every line. */
  readonly spend?: (nodes: number, at: Span) => boolean
}

/** Characters that count as one node of the budget. */
const CHARACTERS_PER_NODE = 50

/** What a text becomes. */
export interface Interpolated {
  readonly text: string
  readonly state: Interpolation['state'] | 'literal' | 'invalid'
  readonly uses: readonly VariableUse[]
  /** The first required variable without a value, with what it is to be told. */
  readonly missing?: { readonly name: string; readonly reason: string }
}

const MAX_DEPTH = 100

/** Interpolates one text. `placed` says where a range of it stands. */
export function interpolateText(
  text: string,
  variables: Variables,
  placed: (start: number, end: number) => Span,
): Interpolated {
  return evaluate(text, variables, placed, 0)
}

function evaluate(
  text: string,
  variables: Variables,
  placed: (start: number, end: number) => Span,
  depth: number,
): Interpolated {
  if (!text.includes('$')) return { text, state: 'literal', uses: [] }
  if (depth > MAX_DEPTH) return { text, state: 'invalid', uses: [] }
  let length = 0
  let lastAt: Span | undefined
  const parts = parseTemplate(text).map((piece): Interpolated => {
    if (piece.kind === 'invalid') return { text: '', state: 'invalid', uses: [] }
    if (piece.kind === 'literal') return { text: piece.text, state: 'literal', uses: [] }
    const at = placed(piece.start, piece.end)
    const argumentAt = piece.end - 1 - piece.argument.length
    const part = evaluateVariable(piece, variables, at, () =>
      evaluate(piece.argument, variables, (start, end) => placed(argumentAt + start, argumentAt + end), depth + 1),
    )
    length += part.text.length
    lastAt = at
    return part
  })
  const affordable = !lastAt || (variables.spend?.(length / CHARACTERS_PER_NODE, lastAt) ?? true)
  if (!affordable) return { text: '', state: 'unknown', uses: [] }
  return join(parts, variables)
}

interface Expression {
  readonly name: string
  readonly operator: Operator
  readonly argument: string
}

function evaluateVariable(
  { name, operator, argument }: Expression,
  variables: Variables,
  at: Span,
  evaluateArgument: () => Interpolated,
): Interpolated {
  const value = variables.lookup(name)
  const useOf = (source: VariableUse['source']): VariableUse => ({
    name,
    operator,
    ...(operator === '' ? {} : { argument }),
    at,
    ...(value?.at ? { valueAt: value.at } : {}),
    source,
  })
  const fromEnvironment = (text: string, known = true): Interpolated => ({
    text,
    state: known ? 'resolved' : 'unknown',
    uses: [useOf('environment')],
  })
  const set = value !== undefined && (!operator.startsWith(':') || value.text !== '' || !value.known)
  if (operator.endsWith('+')) {
    if (set) return join([fromEnvironment(''), evaluateArgument()], variables)
    if (value === undefined && variables.unset === 'unknown')
      return { text: '', state: 'unknown', uses: [useOf('none')] }
    return fromEnvironment('')
  }
  if (set) return fromEnvironment(value.text, value.known)
  if (operator.endsWith('-'))
    return join([{ text: '', state: 'defaulted', uses: [useOf('default')] }, evaluateArgument()], variables)
  if (operator.endsWith('?')) {
    const reason = evaluateArgument()
    if (reason.state === 'invalid' || (reason.state === 'required' && variables.unset === 'empty')) return reason
    return { text: '', state: 'required', uses: [useOf('none')], missing: { name, reason: reason.text } }
  }
  return { text: '', state: variables.unset === 'unknown' ? 'unknown' : 'resolved', uses: [useOf('none')] }
}

const WORST_FIRST = ['invalid', 'required', 'unknown', 'defaulted', 'resolved', 'literal'] as const

function join(parts: readonly Interpolated[], { unset }: Variables): Interpolated {
  // Both are errors to Compose, which tells the first; to an audit only the invalid one is.
  const error = parts.find(part => part.state === 'invalid' || part.state === 'required')?.state
  const worst = WORST_FIRST.find(candidate => parts.some(part => part.state === candidate)) ?? 'literal'
  const state = unset === 'empty' && error ? error : worst
  const missing = parts.find(part => part.missing)?.missing
  const text = parts.map(part => part.text).join('')
  return { text, state, uses: parts.flatMap(part => part.uses), ...(missing ? { missing } : {}) }
}

/** What the interpolation of a file needs. */
export interface InterpolationContext extends Variables {
  readonly sourceOf: (path: string) => Source | undefined
  readonly report: (problem: Problem) => void
}

/** Interpolates every string value of a file, never a key, and types the values of attributes that are numbers or booleans. */
export function interpolateFile(root: MapNode, context: InterpolationContext): MapNode {
  return mapEntries(root, (node, key) => interpolateNode(node, context, step(CASTS, key), key))
}

function interpolateNode(
  node: Node,
  context: InterpolationContext,
  cast: Pattern<Cast> | undefined,
  path: string,
): Node {
  if (node.kind === 'map') {
    return mapEntries(node, (child, key) => interpolateNode(child, context, step(cast, key), below(path, key)))
  }
  if (node.kind === 'list') {
    return mapItems(node, item => interpolateNode(item, context, step(cast, '[]'), below(path, '[]')))
  }
  if (node.type !== 'string' || node.text === null) return node
  const value = interpolateScalar(node, context, path)
  return cast?.value && !isUnknown(value) ? castScalar(value, cast.value, context, path) : value
}

function interpolateScalar(scalar: ScalarNode, context: InterpolationContext, path: string): ScalarNode {
  const raw = scalar.text ?? ''
  if (!raw.includes('$')) return scalar
  const result = interpolateText(raw, context, finder(scalar, raw, context))
  const problem = (message: string, code: string) => context.report({ at: scalar.at, message, kind: 'structure', code })
  if (result.state === 'literal') return { ...scalar, text: result.text }
  if (result.state === 'invalid') {
    problem(`Invalid interpolation format for ${path}; a $ that is meant is written $$`, 'interpolation')
    return { ...scalar, interpolation: { raw, state: 'unknown', uses: [] } }
  }
  if (result.state === 'required' && context.unset === 'empty') {
    const reason = result.missing?.reason ? `: ${result.missing.reason}` : ''
    problem(`The required variable ${result.missing?.name} has no value${reason}`, 'required-variable')
  }
  const open = result.state === 'unknown' || result.state === 'required'
  return { ...scalar, text: open ? raw : result.text, interpolation: { raw, state: result.state, uses: result.uses } }
}

/** Finds expressions in the file by their text, since escapes and folding move them. */
function finder(scalar: ScalarNode, raw: string, context: InterpolationContext): (start: number, end: number) => Span {
  const { path, start: from, end: to } = scalar.at
  const written = context.sourceOf(path)?.text.slice(from, to) ?? ''
  const whole = written.indexOf(raw)
  if (whole !== -1) return (start, end) => ({ path, start: from + whole + start, end: from + whole + end })
  let cursor = 0
  return (start, end) => {
    const expression = raw.slice(start, end)
    const found = written.indexOf(expression, cursor)
    if (found === -1) return scalar.at
    cursor = found + 2
    return { path, start: from + found, end: from + found + expression.length }
  }
}

type Cast = 'boolean' | 'integer' | 'float' | 'float32' | 'umask'

/** Attributes that Compose types after interpolation (compose-go v2.16, loader/interpolate.go). */
const CASTS = patterns<Cast>(castPaths())

function castPaths(): [string, Cast][] {
  const container: [string, Cast][] = [
    ...[
      'cpu_count',
      'cpu_period',
      'cpu_quota',
      'cpu_rt_period',
      'cpu_rt_runtime',
      'cpu_shares',
      'oom_score_adj',
      'pids_limit',
      'ulimits.*',
      'ulimits.*.hard',
      'ulimits.*.soft',
    ].map((key): [string, Cast] => [key, 'integer']),
    ...[
      'init',
      'networks.*.use_service_name_alias',
      'oom_kill_disable',
      'privileged',
      'read_only',
      'volumes.[].read_only',
      'volumes.[].volume.nocopy',
    ].map((key): [string, Cast] => [key, 'boolean']),
    ['cpu_percent', 'float'],
    ['cpus', 'float32'],
    ['umask', 'umask'],
  ]
  const workload: [string, Cast][] = [
    ...['depends_on.*.required', 'depends_on.*.restart', 'healthcheck.disable', 'stdin_open', 'tty'].map(
      (key): [string, Cast] => [key, 'boolean'],
    ),
    ['healthcheck.retries', 'integer'],
    ['ports.[].target', 'integer'],
  ]
  const service: [string, Cast][] = [
    ...[
      'deploy.replicas',
      'deploy.update_config.parallelism',
      'deploy.rollback_config.parallelism',
      'deploy.restart_policy.max_attempts',
      'deploy.placement.max_replicas_per_node',
      'scale',
    ].map((key): [string, Cast] => [key, 'integer']),
    ['deploy.update_config.max_failure_ratio', 'float'],
    ['deploy.rollback_config.max_failure_ratio', 'float'],
  ]
  const under = (prefix: string, casts: readonly [string, Cast][]) =>
    casts.map(([key, cast]): [string, Cast] => [`${prefix}.${key}`, cast])
  return [
    ...['external', 'internal', 'attachable', 'enable_ipv4', 'enable_ipv6'].map((key): [string, Cast] => [
      `networks.*.${key}`,
      'boolean',
    ]),
    ...['volumes', 'secrets', 'configs'].map((key): [string, Cast] => [`${key}.*.external`, 'boolean']),
    ...under('services.*', [...container, ...workload, ...service]),
    ...under('services.*.pre_start.*', container),
    ...under('jobs.*', [...container, ...workload]),
  ]
}

const BOOLEANS = new Map([
  ...['true', 'y', 'yes', 'on'].map((word): [string, string] => [word, 'true']),
  ...['false', 'n', 'no', 'off'].map((word): [string, string] => [word, 'false']),
])

function castText(text: string, cast: Cast): string | undefined {
  if (cast === 'boolean') return BOOLEANS.get(text.toLowerCase())
  if (cast === 'integer') return /^[-+]?\d{1,100}$/.test(text) ? String(BigInt(text.replace(/^\+/, ''))) : undefined
  if (cast === 'umask') {
    return /^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(text)
      ? String(Number(text.replace(/^0(?=[0-7])/, '0o')))
      : undefined
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return undefined
  return Number.isFinite(Number(text)) ? printFloat(Number(text)) : undefined
}

function castScalar(scalar: ScalarNode, cast: Cast, context: InterpolationContext, path: string): ScalarNode {
  const text = castText(scalar.text ?? '', cast)
  if (text !== undefined) return { ...scalar, text, type: cast === 'boolean' ? 'boolean' : 'number' }
  const wanted =
    cast === 'boolean' ? 'a boolean' : cast === 'float' || cast === 'float32' ? 'a number' : 'a whole number'
  const message = `${path} must be ${wanted}, not ${JSON.stringify(scalar.text)}`
  context.report({ at: scalar.at, message, kind: 'structure', code: 'wrong-type' })
  return scalar
}
