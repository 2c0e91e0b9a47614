import type { In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Entry, Expression, Node } from '../../../code/syntax.js'
import { type Environment, evaluateExpression, type Value } from '../../../code/values.js'
import { peel, walk } from '../../../code/walk.js'
import type { Workload } from '../../system.js'
import type { Synchronisations } from '../declared-schema.js'
import type { Synchronisation } from '../schema.js'
import { entryOf, lastName, objectOf, optionOf, rootsOf } from './expressions.js'

/** A place that alters tables if some conditions hold. */
interface Candidate {
  readonly file: CodeFile
  readonly kind: Synchronisation['kind']
  readonly what: string
  readonly start: number
  readonly end: number
  /** All of these have to be truthy: the option itself and the conditions around it. */
  readonly conditions: readonly Condition[]
}

interface Condition extends In<Expression> {
  readonly expected: boolean
}

/** Options and calls that bring the tables to what the code says, by the environment that production gives its programs. */
export function synchronisationsOf(
  program: Program,
  files: readonly CodeFile[],
  workloads: readonly Workload[],
): Synchronisations {
  const found: Synchronisation[] = []
  let unknown: Synchronisations['unknown']
  for (const candidate of files.flatMap(candidatesIn)) {
    const at = { path: candidate.file.path, start: candidate.start, end: candidate.end }
    const verdicts = workloads.map(workload => ({ workload, verdict: verdictOf(program, candidate, workload) }))
    const on = verdicts.find(({ verdict }) => verdict.state === 'on')
    const open = verdicts.find(({ verdict }) => verdict.state === 'unknown')
    if (on) {
      const because = on.verdict.because
      found.push({
        kind: candidate.kind,
        what: candidate.what,
        workload: on.workload.name,
        at,
        ...(because ? { because } : {}),
      })
    } else if (open) unknown ??= { at, because: open.verdict.because ?? 'it is decided when the program starts' }
  }
  return { found, ...(unknown ? { unknown } : {}) }
}

function candidatesIn(file: CodeFile): readonly Candidate[] {
  const candidates: Candidate[] = []
  const roots = rootsOf(file)
  walk(roots, node => {
    if (node.kind === 'object') {
      const entry = entryOf(node, 'synchronize')
      // `type` and the like: options of a data source, and of nothing else that can be synchronised.
      if (entry && isDataSource(node))
        candidates.push(optionCandidate(file, entry, 'synchronize', 'synchronise', roots))
    }
    if (node.kind === 'call') candidates.push(...callCandidates(file, node, roots))
    return undefined
  })
  return candidates
}

const DATA_SOURCE = ['type', 'url', 'host', 'entities', 'autoLoadEntities', 'database', 'dialect', 'replication']

function isDataSource(node: Expression): boolean {
  return DATA_SOURCE.some(key => optionOf(node, key) !== undefined)
}

function optionCandidate(
  file: CodeFile,
  { value, start, end }: Entry,
  name: string,
  kind: Synchronisation['kind'],
  roots: readonly Node[],
): Candidate {
  const inner = peel(value)
  const literal = inner.kind === 'literal' ? `: ${String(inner.value)}` : ''
  // `alter: { drop: false }` alters as well.
  const own: readonly Condition[] = inner.kind === 'object' ? [] : [{ file, node: value, expected: true }]
  return {
    file,
    kind,
    what: `${name}${literal}`,
    start,
    end,
    conditions: [...own, ...conditionsAround(file, roots, start, end)],
  }
}

/** `sequelize.sync({ alter: true })`, `dataSource.synchronize()`. */
function callCandidates(file: CodeFile, call: Call, roots: readonly Node[]): readonly Candidate[] {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return []
  if (callee.property === 'sync') {
    const [options] = call.arguments
    if (!objectOf(options)) return []
    return ['force', 'alter'].flatMap(name => {
      const entry = entryOf(options, name)
      return entry ? [optionCandidate(file, entry, `sync with ${name}`, 'synchronise', roots)] : []
    })
  }
  const receiver = lastName(callee.object) ?? ''
  if (callee.property !== 'synchronize' || !/source|connection|conn$|^ds$|^db$/i.test(receiver)) return []
  const { start, end } = call
  return [
    {
      file,
      kind: 'synchronise',
      what: `${receiver}.synchronize()`,
      start,
      end,
      conditions: conditionsAround(file, roots, start, end),
    },
  ]
}

/** What has to hold so that the program gets to a place: `if`, `&&`, `?:` around it, and returns before it. */
function conditionsAround(file: CodeFile, roots: readonly Node[], start: number, end: number): readonly Condition[] {
  const found: Condition[] = []
  const inside = (nodes: readonly { readonly start: number; readonly end: number }[]) =>
    nodes.some(one => one.start <= start && one.end >= end)
  const own = functionsAround(file, start).at(-1)
  walk(roots, node => {
    if (node.kind === 'if') {
      if (inside(node.consequent)) found.push({ file, node: node.test, expected: true })
      else if (inside(node.alternate)) found.push({ file, node: node.test, expected: false })
      else if (node.end <= start && leaves(node.consequent) && functionsAround(file, node.start).at(-1) === own) {
        found.push({ file, node: node.test, expected: false })
      }
    } else if (node.kind === 'binary' && node.operator === '&&' && inside([node.right])) {
      found.push({ file, node: node.left, expected: true })
    } else if (node.kind === 'conditional') {
      if (inside([node.consequent])) found.push({ file, node: node.test, expected: true })
      else if (inside([node.alternate])) found.push({ file, node: node.test, expected: false })
    }
    return undefined
  })
  return found
}

function leaves(body: readonly { readonly kind: string }[]): boolean {
  return body.some(({ kind }) => kind === 'return' || kind === 'throw')
}

interface Verdict {
  readonly state: 'on' | 'off' | 'unknown'
  readonly because?: string
}

/**
 * Whether all conditions hold in the environment of a workload. A variable that nothing in the repository sets may be set
 * where it is deployed: what depends on it is on or off only if it is so either way.
 */
function verdictOf(program: Program, { conditions }: Candidate, workload: Workload): Verdict {
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
