import { definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, CodeFile, Expression, Node, ObjectLiteral } from '../../../../code/syntax.js'
import { externalBase, typeOf } from '../../../../code/types.js'
import { holds, peel } from '../../../../code/walk.js'
import type { Comparison } from '../../growth.js'
import { type Chain, chainOf, grownChain, linkCall } from '../chain.js'
import type { EagerLoad, Query } from '../query.js'
import { comparisonsIn, entryOf, limitOf, made, nameOf, objectOf } from './read.js'

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
    limit: limitOf(program, at.file, object, 'take'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && object !== undefined,
    eager: typeOrmRelations(program, at.file, object),
  })
}

/** `relations: ['lines', 'lines.product']` and `relations: { lines: { product: true } }`. */
function typeOrmRelations(program: Program, file: CodeFile, object: ObjectLiteral | undefined): readonly EagerLoad[] {
  const relations = entryOf(object, 'relations')
  const found = relations ? relationPaths(relations) : []
  if (found.length === 0) return []
  const strategy = entryOf(object, 'relationLoadStrategy')
  const isJoin = strategy ? isText(strategy, 'join') : !loadsByQueries(program)
  return found.map(({ path, node }) => ({
    relation: path,
    isJoin,
    isBounded: false,
    at: { path: file.path, start: node.start, end: node.end },
  }))
}

function relationPaths(node: Expression, before = '', depth = 0): readonly { path: string; node: Expression }[] {
  if (depth > 6) return []
  if (node.kind === 'array')
    return node.elements.flatMap(one =>
      one.kind === 'literal' && typeof one.value === 'string' ? [{ path: one.value, node: one }] : [],
    )
  if (node.kind !== 'object') return []
  return node.entries.flatMap(one => {
    if (one.kind !== 'entry' || one.key === undefined || isText(one.value, false)) return []
    const path = before + one.key
    return [{ path, node: one }, ...relationPaths(one.value, `${path}.`, depth + 1)]
  })
}

function isText(node: Expression, value: string | boolean): boolean {
  return node.kind === 'literal' && node.value === value
}

const strategies = new WeakMap<Program, boolean>()

/** Whether a data source is told to load relations by queries of their own: https://typeorm.io/docs/data-source/data-source-options/ */
function loadsByQueries(program: Program): boolean {
  const known = strategies.get(program)
  if (known !== undefined) return known
  const isTold = (node: Node) =>
    node.kind === 'entry' && node.key === 'relationLoadStrategy' && isText(node.value, 'query')
  const found = [...program.files.values()].some(
    file => file.imports.some(one => /typeorm/.test(one.from)) && holds(file.body, isTold),
  )
  strategies.set(program, found)
  return found
}

/** What a repository, entity manager or what asks for one reads; undefined for anything else. */
export function repositoryOf(
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
    const found = definitionOf(program, at)
    const call = found.kind === 'expression' ? peel(found.node) : at.node
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
  return made(program, at, {
    library: 'typeorm',
    entity: of?.entity,
    limit,
    comparisons: chain.links.flatMap(link =>
      link.call && !link.isOptional && /^(?:where|andWhere)$/.test(link.name)
        ? textComparisons(link.call.arguments[0])
        : [],
    ),
    isComplete: chain.links.every(link => !/^(?:apply|modify|setFindOptions)$/.test(link.name)),
    eager: joinedRelations(at.file, chain, start),
    isStreamed: false,
  })
}

/** `leftJoinAndSelect('o.lines', 'l')`, `leftJoinAndSelect('l.product', 'p')`: each alias stands for the way to it. */
function joinedRelations(file: CodeFile, { links }: Chain, start: number): readonly EagerLoad[] {
  const own = links[start]?.call?.arguments.at(-1)
  const ways = new Map(own?.kind === 'literal' ? [[String(own.value), '']] : [])
  return links.flatMap(({ name, call }): EagerLoad[] => {
    const [relation, alias] = call?.arguments ?? []
    if (!call || relation?.kind !== 'literal' || !/^(?:left|inner)Join(?:AndSelect)?$/.test(name)) return []
    const [from = '', field = ''] = String(relation.value).split('.')
    const before = ways.get(from)
    if (before === undefined || field === '') return []
    const path = before + field
    if (alias?.kind === 'literal') ways.set(String(alias.value), `${path}.`)
    if (!name.endsWith('AndSelect')) return []
    const at = { path: file.path, start: call.start, end: call.end }
    return [{ relation: path, isJoin: true, isBounded: false, at }]
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
