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
  const name =
    root.kind === 'call'
      ? externalRoot(program, { file: at.file, node: root.callee })
      : externalRoot(program, { file: at.file, node: root })
  if (name !== 'knex') return undefined
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
      link.call && /^(?:where|andWhere|whereIn)$/.test(link.name) ? knexComparisons(link.name, link.call) : [],
    ),
    isComplete: !whole.links.some(link => link.name === 'modify'),
  })
}

function externalRoot(program: Program, at: ExpressionIn): string | undefined {
  const type = typeOf(program, at)
  return type?.kind === 'external' ? type.package : undefined
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
