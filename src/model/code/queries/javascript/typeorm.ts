import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, CodeFile, Expression, ObjectLiteral } from '../../../../code/syntax.js'
import { externalBase, typeOf } from '../../../../code/types.js'
import { peel } from '../../../../code/walk.js'
import type { Comparison } from '../../growth.js'
import { type Chain, chainOf, grownChain, linkCall } from '../chain.js'
import type { EagerLoad, Query } from '../query.js'
import { comparisonsIn, entryOf, made, nameOf, objectOf } from './read.js'

/** `find`, `findBy` and their kin of a repository or entity manager of TypeORM. */
export function typeOrmQuery(program: Program, at: In<Call>, receiver: Expression, method: string): Query | undefined {
  const of = repositoryOf(program, { file: at.file, node: receiver })
  if (!of) return undefined
  const [first, second] = of.isManager ? at.node.arguments.slice(1) : at.node.arguments
  if (second || first?.kind === 'function') return undefined
  const entity = of.isManager ? nameOf(at.node.arguments[0]) : of.entity
  if (!first)
    return made(program, at, { library: 'typeorm', entity, limit: undefined, comparisons: [], isComplete: true })
  if (method.endsWith('By')) {
    const filter = comparisonsIn(program, { file: at.file, node: first })
    return made(program, at, {
      library: 'typeorm',
      entity,
      limit: undefined,
      comparisons: filter.comparisons,
      isComplete: filter.complete,
    })
  }
  const { object, complete } = objectOf(program, { file: at.file, node: first })
  const where = entryOf(object, 'where')
  const filter = comparisonsIn(program, where && { file: at.file, node: where })
  return made(program, at, {
    library: 'typeorm',
    entity,
    limit: entryOf(object, 'take'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && object !== undefined,
    eager: typeOrmRelations(at.file, object),
  })
}

function typeOrmRelations(file: CodeFile, object: ObjectLiteral | undefined): readonly EagerLoad[] {
  const relations = entryOf(object, 'relations')
  const named = (relation: string | undefined, node: Expression): EagerLoad[] =>
    relation === undefined
      ? []
      : [{ relation, isJoin: true, isBounded: false, at: { path: file.path, start: node.start, end: node.end } }]
  if (relations?.kind === 'array')
    return relations.elements.flatMap(one => named(one.kind === 'literal' ? String(one.value) : undefined, one))
  if (relations?.kind === 'object')
    return relations.entries.flatMap(one => (one.kind === 'entry' ? named(one.key, one) : []))
  return []
}

function repositoryOf(
  program: Program,
  at: ExpressionIn,
): { entity: string | undefined; isManager: boolean } | undefined {
  const type = typeOf(program, at)
  if (type?.kind === 'class') {
    const base = externalBase(program, type)
    return base?.package === 'typeorm' && base.path.at(-1) === 'Repository'
      ? { entity: base.arguments[0]?.name, isManager: false }
      : undefined
  }
  if (type?.kind !== 'external' || type.package !== 'typeorm') {
    const call = peel(at.node)
    const chain = chainOf(call)
    const last = chain.links.at(-1)
    return last?.name === 'getRepository' && last.call
      ? { entity: nameOf(last.call.arguments[0]), isManager: false }
      : undefined
  }
  const last = type.path.filter(part => part !== '()').at(-1) ?? ''
  if (/^(?:Repository|TreeRepository|MongoRepository)$/.test(last))
    return { entity: type.arguments[0]?.name, isManager: false }
  if (last === 'EntityManager' || last === 'manager') return { entity: undefined, isManager: true }
  if (last === 'getRepository') {
    const call = peel(at.node)
    return { entity: call.kind === 'call' ? nameOf(call.arguments[0]) : undefined, isManager: false }
  }
  return undefined
}

/** `createQueryBuilder('o').where(…).take(n).getMany()`, over the variable that it is kept in. */
export function builderQuery(program: Program, at: In<Call>): Query | undefined {
  const chain = grownChain(at)
  const start = chain.links.findIndex(link => link.name === 'createQueryBuilder')
  if (start === -1) return undefined
  const limit = linkCall(chain, /^(?:take|limit)$/)?.arguments[0]
  const receiver = receiverBefore(chain, start)
  const of = receiver ? repositoryOf(program, { file: at.file, node: receiver }) : undefined
  const eager = chain.links.flatMap((link): EagerLoad[] => {
    const relation = link.call?.arguments[0]
    if (!link.call || !relation || !/^(?:left|inner)JoinAndSelect$/.test(link.name) || relation.kind !== 'literal')
      return []
    return [
      {
        relation: String(relation.value).split('.').at(-1) ?? '',
        isJoin: true,
        isBounded: false,
        at: { path: at.file.path, start: link.call.start, end: link.call.end },
      },
    ]
  })
  return made(program, at, {
    library: 'typeorm',
    entity: of?.entity,
    limit,
    comparisons: chain.links.flatMap(link =>
      link.call && /^(?:where|andWhere)$/.test(link.name) ? textComparisons(link.call.arguments[0]) : [],
    ),
    isComplete: chain.links.every(link => !/^(?:apply|modify|setFindOptions)$/.test(link.name)),
    eager,
    isStreamed: false,
  })
}

function receiverBefore(chain: Chain, index: number): Expression | undefined {
  const call = chain.links[index]?.call
  return call?.callee.kind === 'member' ? call.callee.object : undefined
}

/** `o.companyId = :id` and `o.id IN (:...ids)`. */
function textComparisons(text: Expression | undefined): readonly Comparison[] {
  if (text?.kind !== 'literal' || typeof text.value !== 'string') return []
  return [...text.value.matchAll(/(?:^|[\s(])(?:\w+\.)?"?(\w+)"?\s*(=|IN\b|>=|<=|<>|!=|>|<|LIKE\b|ILIKE\b)/gi)].map(
    ([, field = '', operator = '']) => ({
      field,
      operator: operator === '=' ? 'equals' : /^in$/i.test(operator) ? 'in' : 'other',
    }),
  )
}
