import { definitionOf, externalName } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { holds, peel } from '../../../../code/walk.js'
import type { Comparison } from '../../growth.js'
import { chainOf, linkCall } from '../chain.js'
import type { Query } from '../query.js'
import { entryOf, made, nameOf, objectOf, outerChain } from './read.js'

/** `db.select().from(table)` of Drizzle, with what the chain goes on with. */
export function drizzleQuery(program: Program, at: In<Call>): Query | undefined {
  const inner = chainOf(at.node)
  const [select] = inner.links.slice(-2)
  if (select?.name !== 'select') return undefined
  const table = at.node.arguments[0]
  if (!table || !isDrizzleTable(program, { file: at.file, node: table }) || counts(select.call)) return undefined
  const whole = outerChain(at)
  // As many rows as groups.
  if (whole.links.some(({ name }) => name === 'groupBy')) return undefined
  const conditions = whole.links.flatMap(({ name, call }) =>
    name === 'where' ? [conditionsOf(program, { file: at.file, node: call?.arguments[0] }, DEEPEST)] : [],
  )
  return made(program, at, {
    library: 'drizzle',
    entity: nameOf(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: conditions.flatMap(one => one.comparisons),
    isComplete: conditions.every(one => one.isComplete) && !whole.links.some(link => /^\$dynamic$/.test(link.name)),
  })
}

/** Whether a value is a table of Drizzle: `pgTable('orders', …)`. */
export function isDrizzleTable(program: Program, at: ExpressionIn): boolean {
  const found = definitionOf(program, at)
  if (found.kind !== 'expression' || found.node.kind !== 'call') return false
  const made = externalName(definitionOf(program, { file: found.file, node: found.node.callee }))
  return /^drizzle-orm\./.test(made ?? '')
}

/** `select({ count: count() })`, `` select({ total: sql<number>`sum(${orders.total})` }) ``: one row. */
function counts(select: Call | undefined): boolean {
  const [columns] = select?.arguments ?? []
  if (columns?.kind !== 'object') return false
  return columns.entries.some(
    one =>
      one.kind === 'entry' &&
      holds(
        [one.value],
        node =>
          (node.kind === 'call' &&
            /^(?:count|sum|max|min|avg|countDistinct|sumDistinct)$/.test(nameOf(node.callee) ?? '')) ||
          (node.kind === 'template' &&
            node.parts.some(part => typeof part === 'string' && AGGREGATES.test(part)) &&
            !node.parts.some(part => typeof part === 'string' && /\b(?:over|select)\b/i.test(part))),
      ),
  )
}

const AGGREGATES = /\b(?:count|sum|max|min|avg|array_agg|json_agg|jsonb_agg|string_agg)\s*\(/i

/** Conditions in conditions, names of names; more are not followed. */
const DEEPEST = 8

interface Conditions {
  readonly comparisons: readonly Comparison[]
  readonly isComplete: boolean
}

const UNKNOWN: Conditions = { comparisons: [], isComplete: false }
const NONE: Conditions = { comparisons: [], isComplete: true }

/** What holds down what one value is compared with, whatever else it may be: `lt(t.at, x)`, `ilike(t.name, x)`, `isNull(t.at)`. */
const COMPARES =
  /^(?:eq|ne|gt|gte|lt|lte|like|ilike|notLike|notIlike|inArray|notInArray|isNull|isNotNull|between|notBetween|arrayContains|arrayContained|arrayOverlaps)$/

/** `eq(t.companyId, x)`, `and(eq(…), inArray(t.id, x))`, and a name or a choice of such. https://orm.drizzle.team/docs/operators */
function conditionsOf(
  program: Program,
  { file, node }: { readonly file: ExpressionIn['file']; readonly node: Expression | undefined },
  steps: number,
): Conditions {
  const inner = node && peel(node)
  if (!inner || isNothing(inner)) return NONE
  if (steps <= 0) return UNKNOWN
  const of = (one: Expression) => conditionsOf(program, { file, node: one }, steps - 1)
  if (inner.kind === 'conditional') return either(of(inner.consequent), of(inner.alternate))
  // `name && eq(t.name, name)` may be nothing.
  if (inner.kind === 'binary' && inner.operator === '&&') return either(of(inner.right), NONE)
  if (inner.kind === 'name') {
    const found = definitionOf(program, { file, node: inner })
    if (found.kind !== 'expression' || found.node.kind === 'name') return UNKNOWN
    return conditionsOf(program, found, steps - 1)
  }
  if (inner.kind !== 'call') return UNKNOWN
  const name = nameOf(inner.callee) ?? ''
  if (name === 'and') {
    const all = inner.arguments.map(of)
    return { comparisons: all.flatMap(one => one.comparisons), isComplete: all.every(one => one.isComplete) }
  }
  const field = nameOf(inner.arguments[0])
  if (!COMPARES.test(name) || field === undefined) return UNKNOWN
  return {
    comparisons: [{ field, operator: name === 'eq' ? 'equals' : name === 'inArray' ? 'in' : 'other' }],
    isComplete: true,
  }
}

function isNothing(node: Expression): boolean {
  return (node.kind === 'literal' && node.value === null) || (node.kind === 'name' && node.name === 'undefined')
}

/** What both demand. */
function either(one: Conditions, other: Conditions): Conditions {
  return {
    comparisons: one.comparisons.filter(each =>
      other.comparisons.some(({ field, operator }) => field === each.field && operator === each.operator),
    ),
    isComplete: one.isComplete && other.isComplete,
  }
}

/** `db.query.orders.findMany({ … })` of Drizzle. */
export function drizzleRelational(program: Program, at: In<Call>, receiver: Expression): Query | undefined {
  const object = peel(receiver)
  if (object.kind !== 'member' || object.object.kind !== 'member' || object.object.property !== 'query')
    return undefined
  const [first] = at.node.arguments
  const { object: given, complete } = first
    ? objectOf(program, { file: at.file, node: first })
    : { object: undefined, complete: true }
  const conditions = conditionsOf(program, { file: at.file, node: entryOf(given, 'where') }, DEEPEST)
  return made(program, at, {
    library: 'drizzle',
    entity: object.property,
    limit: entryOf(given, 'limit'),
    comparisons: conditions.comparisons,
    isComplete: complete && conditions.isComplete,
  })
}
