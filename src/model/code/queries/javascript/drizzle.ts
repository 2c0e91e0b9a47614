import { definitionOf, externalName } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { peel } from '../../../../code/walk.js'
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
  return made(program, at, {
    library: 'drizzle',
    entity: nameOf(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(link =>
      link.name === 'where' ? drizzleComparisons(link.call?.arguments[0]) : [],
    ),
    isComplete: !whole.links.some(link => /^\$dynamic$/.test(link.name)),
  })
}

/** Whether a value is a table of Drizzle: `pgTable('orders', …)`. */
export function isDrizzleTable(program: Program, at: ExpressionIn): boolean {
  const found = definitionOf(program, at)
  if (found.kind !== 'expression' || found.node.kind !== 'call') return false
  const made = externalName(definitionOf(program, { file: found.file, node: found.node.callee }))
  return /^drizzle-orm\./.test(made ?? '')
}

/** `select({ count: count() })`: one row. */
function counts(select: Call | undefined): boolean {
  const [columns] = select?.arguments ?? []
  if (columns?.kind !== 'object') return false
  return columns.entries.some(
    one =>
      one.kind === 'entry' &&
      one.value.kind === 'call' &&
      /^(?:count|sum|max|min|avg|countDistinct)$/.test(nameOf(one.value.callee) ?? ''),
  )
}

/** `eq(t.companyId, x)`, `and(eq(…), inArray(t.id, x))`. */
function drizzleComparisons(node: Expression | undefined): readonly Comparison[] {
  const call = node && peel(node)
  if (call?.kind !== 'call') return []
  const name = nameOf(call.callee)
  if (name === 'and') return call.arguments.flatMap(drizzleComparisons)
  const field = nameOf(call.arguments[0])
  if (field === undefined || name === 'or') return []
  return [{ field, operator: name === 'eq' ? 'equals' : name === 'inArray' ? 'in' : 'other' }]
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
  const where = entryOf(given, 'where')
  return made(program, at, {
    library: 'drizzle',
    entity: object.property,
    limit: entryOf(given, 'limit'),
    comparisons: drizzleComparisons(where),
    isComplete: complete,
  })
}
