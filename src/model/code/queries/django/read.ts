import { classMember } from '../../../../code/definitions.js'
import type { In, Program } from '../../../../code/program.js'
import type { Call, ClassNode, CodeFile, Expression } from '../../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../../code/values.js'
import { pathOf, peel } from '../../../../code/walk.js'
import type { Comparison } from '../../growth.js'
import { type Cap, capOf, unknownCap } from '../cap.js'
import type { EagerLoad, Query } from '../query.js'
import type { QuerySet, SetStep } from './query-set.js'

/** Methods that give another set of the same rows, or of fewer of them; what they filter by is read. */
const KEEPS =
  /^(?:all|filter|exclude|order_by|reverse|select_related|prefetch_related|only|defer|annotate|alias|values|values_list|using|select_for_update|iterator|aiterator|distinct|alatest)$/
/** Methods that read one row or a number, give each value once, give nothing, or write. */
const NO_LIST =
  /^a?(?:count|exists|get|first|last|latest|earliest|aggregate|contains|explain|create|update|delete|bulk_create|bulk_update|get_or_create|update_or_create|in_bulk|none|raw|dates|datetimes)$/

/** What the read of a set of rows is; undefined where it reads no list of rows. */
export function readOf(program: Program, set: QuerySet): Read | undefined {
  const calls = set.steps.flatMap(one => (one.kind === 'call' ? [one] : []))
  const names = calls.map(({ name }) => name)
  if (names.some(name => NO_LIST.test(name))) return undefined
  const picks = names.findIndex(name => /^values(?:_list)?$/.test(name))
  // Each value once, and sums by group: as many rows as there are values.
  if (picks !== -1 && (names.includes('distinct') || names.indexOf('annotate', picks) !== -1)) return undefined
  const filters = calls.filter(({ name }) => name === 'filter' || name === 'exclude')
  const limit = limitOf(program, set.steps)
  return {
    library: 'django',
    ...(set.entity !== undefined && { entity: set.entity }),
    ...(limit && { limit }),
    isComplete:
      set.isComplete &&
      names.every(name => KEEPS.test(name)) &&
      filters.every(({ call }) => call.arguments.every(one => one.kind === 'keyword')),
    comparisons: filters.flatMap(({ name, call }) => comparisonsOf(program, set.model, name, call)),
    eager: calls.flatMap(({ name, call, file }) => eagerOf(file, name, call)),
    isStreamed: names.some(name => /^a?iterator$/.test(name)),
  }
}

type Read = Omit<Query, 'within' | 'at'>

/** Of several reads one of which happens, the one that holds the least down: somebody gets it. */
export function leastBounded(reads: readonly Read[]): Read | undefined {
  const [read] = [...reads].sort(
    (a, b) => (a.limit ? 1 : 0) - (b.limit ? 1 : 0) || a.comparisons.length - b.comparisons.length,
  )
  return read && { ...read, isComplete: reads.every(one => one.isComplete) }
}

/** The slice that is taken last: `[:50]`, `[offset:offset + limit]`. */
function limitOf(program: Program, steps: readonly SetStep[]): Cap | undefined {
  const slice = steps.findLast(one => one.kind === 'slice')
  if (slice?.kind !== 'slice' || !slice.high) return undefined
  const { file, low } = slice
  const high = peel(slice.high)
  const first = low ? numberOf(evaluateExpression(program, { file, node: low })) : 0
  if (!low || first === 0) return capOf(program, { file, node: high })
  const last = numberOf(evaluateExpression(program, { file, node: high }))
  if (first !== undefined && last !== undefined)
    return { kind: 'fixed', value: last - first, at: { path: file.path, start: high.start, end: high.end } }
  if (high.kind !== 'binary' || high.operator !== '+') return unknownCap('it is the difference of two values')
  for (const [start, size] of [
    [high.left, high.right],
    [high.right, high.left],
  ] as const)
    if (sameName(low, start)) return capOf(program, { file, node: size })
  return unknownCap('it is the difference of two values')
}

function sameName(one: Expression, other: Expression): boolean {
  const [left, right] = [pathOf(one)?.join('.'), pathOf(other)?.join('.')]
  return left !== undefined && left === right
}

/** Names that tell tenants and people apart; in a model they name the row that is referred to. */
const OWNERS = /^(?:company|tenant|organi[sz]ation|org|workspace|team|project|user|account)$/

/** `filter(customer=x, id__in=ids, date__gte=day)`. */
function comparisonsOf(
  program: Program,
  model: In<ClassNode> | undefined,
  method: string,
  call: Call,
): readonly Comparison[] {
  return call.arguments.flatMap((one): readonly Comparison[] => {
    if (one.kind !== 'keyword') return []
    const [name = '', ...lookups] = one.name.split('__')
    const field = name === 'pk' ? 'id' : OWNERS.test(name) || isReference(program, model, name) ? `${name}_id` : name
    if (method === 'exclude') return [{ field, operator: 'other' }]
    const lookup = lookups.join('__')
    if (lookup === '' || lookup === 'exact' || lookup === 'id' || lookup === 'pk')
      return [{ field, operator: 'equals' }]
    return [{ field: lookup === 'in' ? field : one.name, operator: lookup === 'in' ? 'in' : 'other' }]
  })
}

function isReference(program: Program, model: In<ClassNode> | undefined, name: string): boolean {
  const found = model && classMember(program, model, name)
  const value = found?.kind === 'field' ? found.node.value : undefined
  return value?.kind === 'call' && /^(?:ForeignKey|OneToOneField)$/.test(pathOf(value.callee)?.at(-1) ?? '')
}

/** `select_related` joins single rows, `prefetch_related` asks once more for each list. */
function eagerOf(file: CodeFile, name: string, call: Call): readonly EagerLoad[] {
  if (name !== 'select_related' && name !== 'prefetch_related') return []
  return call.arguments.flatMap((one): EagerLoad[] => {
    if (one.kind !== 'literal' || typeof one.value !== 'string') return []
    return [
      {
        relation: one.value.replaceAll('__', '.'),
        isJoin: name === 'select_related',
        isBounded: false,
        ...(name === 'select_related' && { isMany: false }),
        at: { path: file.path, start: one.start, end: one.end },
      },
    ]
  })
}
