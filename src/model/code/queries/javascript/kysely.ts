import type { In, Program } from '../../../../code/program.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { typeOf } from '../../../../code/types.js'
import type { Comparison } from '../../growth.js'
import { linkCall } from '../chain.js'
import type { Query } from '../query.js'
import { made, nameOf, outerChain } from './read.js'

/** `db.selectFrom('orders').selectAll().limit(20).execute()` of Kysely: https://kysely.dev/docs/category/select */
export function kyselyQuery(program: Program, at: In<Call>, receiver: Expression): Query | undefined {
  const type = typeOf(program, { file: at.file, node: receiver })
  if (type?.kind !== 'external' || type.package !== 'kysely') return undefined
  const whole = outerChain(at)
  if (whole.links.some(link => /^(?:executeTakeFirst|executeTakeFirstOrThrow|fn)$/.test(link.name))) return undefined
  // What is no statement of its own is a part of another one.
  if (!whole.links.some(link => link.name === 'execute' || link.name === 'stream')) return undefined
  if (whole.links.some(link => link.name === 'select' && counts(link.call))) return undefined
  return made(program, at, {
    library: 'kysely',
    entity: nameOf(at.node.arguments[0])?.split(/\s+as\s+/)[0],
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(({ name, call }) => (name === 'where' && call ? comparisonOf(call) : [])),
    isComplete: !whole.links.some(link => /^(?:\$call|\$if)$/.test(link.name)),
    isStreamed: whole.links.some(link => link.name === 'stream'),
  })
}

/** `select(({ fn }) => fn.countAll().as('n'))`: one row. */
function counts(call: Call | undefined): boolean {
  return call?.arguments.some(one => one.kind === 'function' || one.kind === 'call') === true
}

/** `where('customer_id', '=', id)` */
function comparisonOf({ arguments: [column, operator] }: Call): readonly Comparison[] {
  const field = nameOf(column)?.split('.').at(-1)
  const written = operator?.kind === 'literal' ? operator.value : undefined
  if (column?.kind !== 'literal' || field === undefined) return []
  return [{ field, operator: written === '=' ? 'equals' : written === 'in' ? 'in' : 'other' }]
}
