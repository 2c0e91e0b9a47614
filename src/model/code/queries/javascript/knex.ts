import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call } from '../../../../code/syntax.js'
import { typeOf } from '../../../../code/types.js'
import type { Comparison } from '../../growth.js'
import { linkCall } from '../chain.js'
import type { Query } from '../query.js'
import { made, nameOf, outerChain } from './read.js'

/** `knex('orders').where(…).select()`. */
export function knexQuery(program: Program, at: In<Call>): Query | undefined {
  const whole = outerChain(at)
  const root = whole.root
  if (!isKnexRoot(program, { file: at.file, node: root })) return undefined
  if (
    whole.links.some(link =>
      /^(?:first|count|countDistinct|sum|max|min|avg|insert|update|del|delete|stream|pluck)$/.test(link.name),
    )
  )
    return undefined
  const table = root.kind === 'call' ? root.arguments[0] : linkCall(whole, /^from$/)?.arguments[0]
  return made(program, at, {
    library: 'knex',
    entity: nameOf(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(link =>
      link.call && !link.isOptional && /^(?:where|andWhere|whereIn)$/.test(link.name)
        ? knexComparisons(link.name, link.call)
        : [],
    ),
    isComplete: !whole.links.some(link => link.name === 'modify'),
  })
}

/** `knex('orders').where(…).limit(20)`: without a `select` it reads every column. */
export function bareKnexQuery(program: Program, at: In<Call>): Query | undefined {
  const { arguments: given } = at.node
  if (given.length !== 1 || given[0]?.kind !== 'literal' || typeof given[0].value !== 'string') return undefined
  const { links } = outerChain(at)
  // A table alone is what others go on from.
  if (links.length === 0 || links.some(link => /^(?:select|as|raw|truncate|increment|decrement)$/.test(link.name)))
    return undefined
  return knexQuery(program, at)
}

const known = new WeakMap<Program, boolean>()

/** Whether anything of a program imports Knex. */
export function usesKnex(program: Program): boolean {
  const before = known.get(program)
  if (before !== undefined) return before
  const found = [...program.files.values()].some(file => file.imports.some(({ from }) => from === 'knex'))
  known.set(program, found)
  return found
}

/** Whether a chain begins with Knex: `db('orders')` or `db.from('orders')`. */
export function isKnexRoot(program: Program, { file, node }: ExpressionIn): boolean {
  const type = typeOf(program, { file, node: node.kind === 'call' ? node.callee : node })
  return type?.kind === 'external' && type.package === 'knex'
}

function knexComparisons(name: string, call: Call): readonly Comparison[] {
  const [first, ...rest] = call.arguments
  if (first?.kind === 'object')
    return first.entries.flatMap(one =>
      one.kind === 'entry' && one.key !== undefined ? [{ field: one.key, operator: 'equals' as const }] : [],
    )
  const field = nameOf(first)?.split('.').at(-1)
  if (field === undefined) return []
  const operator = rest.length > 1 && rest[0]?.kind === 'literal' && rest[0].value !== '=' ? 'other' : 'equals'
  return [{ field, operator: name === 'whereIn' ? 'in' : operator }]
}
