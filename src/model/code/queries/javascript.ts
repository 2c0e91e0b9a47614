import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, Name, ObjectLiteral } from '../../../code/syntax.js'
import { externalBase, type TypeOf, typeOf } from '../../../code/types.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Comparison } from '../growth.js'
import { capOf } from './cap.js'
import { type Chain, chainOf, grownChain, linkCall } from './chain.js'
import type { EagerLoad, Query, QueryLibrary } from './query.js'

/** Words without which a text makes no bulk read: the cheap look before the walk. */
const READS =
  /^(?:findMany|find|findBy|findAll|findAndCount|findAndCountAll|findAndCountBy|getMany|getManyAndCount|getRawMany|select|from|exec|lean|then)$/

/** The bulk reads of a TypeScript or JavaScript file. */
export function javaScriptQueries(program: Program, file: CodeFile): readonly Query[] {
  const found: Query[] = []
  walk(file.body, node => {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !READS.test(node.callee.property)) return undefined
    const query = queryOf(program, { file, node })
    if (query) found.push(query)
    return undefined
  })
  return found
}

function queryOf(program: Program, at: In<Call>): Query | undefined {
  const { callee } = at.node
  if (callee.kind !== 'member') return undefined
  switch (callee.property) {
    case 'findMany':
      return prismaQuery(program, at, callee.object) ?? drizzleRelational(program, at, callee.object)
    case 'find':
    case 'findBy':
    case 'findAndCount':
    case 'findAndCountBy':
      return typeOrmQuery(program, at, callee.object, callee.property) ?? mongooseQuery(program, at, callee.object)
    case 'findAll':
    case 'findAndCountAll':
      return sequelizeQuery(program, at, callee.object)
    case 'getMany':
    case 'getManyAndCount':
    case 'getRawMany':
      return builderQuery(program, at)
    case 'from':
      return drizzleQuery(program, at)
    case 'select':
      return knexQuery(program, at)
    default:
      return undefined
  }
}

interface Read {
  readonly library: QueryLibrary
  readonly entity: string | undefined
  readonly limit: Expression | undefined
  readonly comparisons: readonly Comparison[]
  readonly isComplete: boolean
  readonly eager?: readonly EagerLoad[]
  readonly isStreamed?: boolean
}

function made(program: Program, { file, node }: In<Call>, read: Read): Query {
  const [within] = functionsAround(file, node.start)
  const { library, entity, limit, comparisons, isComplete, eager = [], isStreamed = false } = read
  return {
    library,
    ...(entity !== undefined && { entity }),
    ...(limit && { limit: capOf(program, { file, node: limit }) }),
    isComplete,
    comparisons,
    eager,
    isStreamed,
    ...(within && { within: { file, node: within } }),
    at: { path: file.path, start: node.start, end: node.end },
  }
}

/** An argument as an object literal: written here, or a constant. `complete` is false with spreads and for what is not seen. */
function objectOf(program: Program, { file, node }: ExpressionIn): { object?: ObjectLiteral; complete: boolean } {
  const inner = peel(node)
  const found = inner.kind === 'object' ? inner : constantObject(program, { file, node: inner })
  if (!found) return { complete: false }
  if (inner.kind === 'name' && isFilledLater(file, inner)) return { object: found, complete: false }
  return { object: found, complete: found.entries.every(entry => entry.kind === 'entry' && entry.key !== undefined) }
}

/** Whether a name's object is given more entries somewhere in the function: `where.status = x`, `Object.assign(where, …)`. */
function isFilledLater(file: CodeFile, { name, start }: Name): boolean {
  const [around] = functionsAround(file, start)
  let filled = false
  walk(around?.body ?? file.body, node => {
    const target = node.kind === 'assign' ? node.target : undefined
    const object = target?.kind === 'member' || target?.kind === 'index' ? peel(target.object) : undefined
    if (object?.kind === 'name' && object.name === name) filled = true
    const [first] = node.kind === 'call' && pathOf(node.callee)?.join('.') === 'Object.assign' ? node.arguments : []
    if (first?.kind === 'name' && first.name === name) filled = true
    return !filled
  })
  return filled
}

function constantObject(program: Program, at: ExpressionIn): ObjectLiteral | undefined {
  const found = definitionOf(program, at)
  const node = found.kind === 'expression' ? peel(found.node) : undefined
  return node?.kind === 'object' ? node : undefined
}

function entryOf(object: ObjectLiteral | undefined, key: string): Expression | undefined {
  const entry = object?.entries.find(one => one.kind === 'entry' && one.key === key)
  return entry?.kind === 'entry' ? entry.value : undefined
}

/** The comparisons of a `where` object: `{ id: { in: x }, companyId, AND: [{…}] }`. An `OR` tells nothing. */
function comparisonsIn(
  program: Program,
  at: ExpressionIn | undefined,
): { comparisons: Comparison[]; complete: boolean } {
  if (!at) return { comparisons: [], complete: true }
  const { object, complete } = objectOf(program, at)
  if (!object) return { comparisons: [], complete: false }
  const comparisons: Comparison[] = []
  let whole = complete
  for (const entry of object.entries) {
    if (entry.kind !== 'entry' || entry.key === undefined) continue
    if (entry.key === 'AND' || entry.key === '$and') {
      const parts = entry.value.kind === 'array' ? entry.value.elements : [entry.value]
      for (const part of parts) {
        const inner = comparisonsIn(program, { file: at.file, node: part })
        comparisons.push(...inner.comparisons)
        whole &&= inner.complete
      }
    } else if (entry.key !== 'OR' && entry.key !== '$or' && entry.key !== 'NOT')
      comparisons.push({ field: entry.key, operator: operatorOf(entry.value) })
  }
  return { comparisons, complete: whole }
}

function operatorOf(value: Expression): Comparison['operator'] {
  const inner = peel(value)
  if (inner.kind === 'object') {
    const keys = inner.entries.flatMap(entry => (entry.kind === 'entry' ? [entry.key] : []))
    if (keys.some(key => key === 'in' || key === '$in')) return 'in'
    if (keys.some(key => key === 'equals' || key === '$eq')) return 'equals'
    // A condition on a relation: `{ order: { companyId: x } }`.
    return 'other'
  }
  if (inner.kind === 'call')
    return /^(?:In|Any)$/.test(inner.callee.kind === 'name' ? inner.callee.name : '')
      ? 'in'
      : inner.isNew
        ? 'equals'
        : 'other'
  return inner.kind === 'array' ? 'in' : 'equals'
}

// -------------------------------------------------------------------------------------------------------------- Prisma

function prismaQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
  const object = peel(model)
  if (object.kind !== 'member' || !isPrisma(program, { file: at.file, node: object.object })) return undefined
  const [first] = at.node.arguments
  const base = { library: 'prisma' as const, entity: object.property }
  if (!first) return made(program, at, { ...base, limit: undefined, comparisons: [], isComplete: true })
  const { object: given, complete } = objectOf(program, { file: at.file, node: first })
  // Each value once: as many rows as there are values, not as there are rows.
  if (entryOf(given, 'distinct')) return undefined
  const where = entryOf(given, 'where')
  const filter = comparisonsIn(program, where && { file: at.file, node: where })
  return made(program, at, {
    ...base,
    limit: entryOf(given, 'take'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && given !== undefined,
    eager: prismaIncludes(at.file, given),
  })
}

/** A client by its type, or by its usual names in a file that speaks of Prisma. */
function isPrisma(program: Program, at: ExpressionIn): boolean {
  const type = typeOf(program, at)
  if (type) return isPrismaType(program, type)
  const node = peel(at.node)
  const name = node.kind === 'name' ? node.name : node.kind === 'member' ? node.property : ''
  return /^(?:prisma|prismaClient|prismaService|db|tx|trx|client)$/i.test(name)
}

function isPrismaType(program: Program, type: TypeOf): boolean {
  if (type.kind === 'external') return /prisma/i.test(type.package) || type.path.some(part => part === 'PrismaClient')
  if (type.kind === 'class') return externalBase(program, type)?.path.at(-1) === 'PrismaClient'
  return false
}

/** `include: { lines: true, tags: { take: 5 } }`, also in `select`. Whether a relation is to-many, the schema tells later. */
function prismaIncludes(file: CodeFile, given: ObjectLiteral | undefined): readonly EagerLoad[] {
  const include = entryOf(given, 'include') ?? entryOf(given, 'select')
  if (include?.kind !== 'object') return []
  return include.entries.flatMap(entry => {
    if (entry.kind !== 'entry' || entry.key === undefined || entry.key === '_count') return []
    const value = peel(entry.value)
    const loads =
      value.kind === 'object' ||
      (value.kind === 'literal' && value.value === true && entryOf(given, 'include') === include)
    if (!loads) return []
    const isBounded = value.kind === 'object' && entryOf(value, 'take') !== undefined
    return [
      { relation: entry.key, isJoin: false, isBounded, at: { path: file.path, start: entry.start, end: entry.end } },
    ]
  })
}

// ------------------------------------------------------------------------------------------------------------- TypeORM

function typeOrmQuery(program: Program, at: In<Call>, receiver: Expression, method: string): Query | undefined {
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

function nameOf(node: Expression | undefined): string | undefined {
  if (node?.kind === 'name') return node.name
  if (node?.kind === 'member') return node.property
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined
}

/** `createQueryBuilder('o').where(…).take(n).getMany()`, over the variable that it is kept in. */
function builderQuery(program: Program, at: In<Call>): Query | undefined {
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

// ------------------------------------------------------------------------------------- Sequelize, Mongoose, Drizzle, Knex

function sequelizeQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
  const found = definitionOf(program, { file: at.file, node: model })
  const isModel =
    found.kind === 'class'
      ? /^sequelize/.test(externalBase(program, found)?.package ?? '')
      : found.kind === 'expression' && chainOf(found.node).links.some(link => link.name === 'define')
  const usual =
    found.kind === 'unknown' &&
    /^[A-Z]/.test(nameOf(model) ?? '') &&
    at.file.imports.some(one => /sequelize|models/.test(one.from))
  if (!isModel && !usual) return undefined
  const [first] = at.node.arguments
  const { object, complete } = first
    ? objectOf(program, { file: at.file, node: first })
    : { object: undefined, complete: true }
  const where = entryOf(object, 'where')
  const filter = comparisonsIn(program, where && { file: at.file, node: where })
  const include = entryOf(object, 'include')
  const eager = (include?.kind === 'array' ? include.elements : include ? [include] : []).flatMap(
    (one): EagerLoad[] => {
      const model_ = one.kind === 'object' ? (entryOf(one, 'as') ?? entryOf(one, 'model')) : one
      const relation = nameOf(model_)
      const separate = one.kind === 'object' && entryOf(one, 'separate') !== undefined
      return relation === undefined
        ? []
        : [
            {
              relation,
              isJoin: !separate,
              isBounded: one.kind === 'object' && entryOf(one, 'limit') !== undefined,
              at: { path: at.file.path, start: one.start, end: one.end },
            },
          ]
    },
  )
  return made(program, at, {
    library: 'sequelize',
    entity: nameOf(model),
    limit: entryOf(object, 'limit'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete,
    eager,
  })
}

function mongooseQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
  const entity = mongooseModel(program, { file: at.file, node: model })
  if (entity === undefined) return undefined
  const [first] = at.node.arguments
  if (first?.kind === 'function') return undefined
  const filter = comparisonsIn(program, first && { file: at.file, node: first })
  const whole = outerChain(at)
  if (whole.links.some(link => /^(?:cursor|countDocuments|count|distinct|findOne)$/.test(link.name))) return undefined
  return made(program, at, {
    library: 'mongoose',
    entity,
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: filter.comparisons,
    isComplete: filter.complete,
  })
}

function mongooseModel(program: Program, at: ExpressionIn): string | undefined {
  const found = definitionOf(program, at)
  if (found.kind === 'expression') {
    const call = peel(found.node)
    if (
      call.kind === 'call' &&
      /^mongoose(?:\.\w+)*\.model$/.test(
        externalName(definitionOf(program, { file: found.file, node: call.callee })) ?? '',
      )
    )
      return nameOf(call.arguments[0])
  }
  const type = typeOf(program, at)
  return type?.kind === 'external' && type.package === 'mongoose' && type.path.at(-1) === 'Model'
    ? (type.arguments[0]?.name ?? nameOf(at.node))
    : undefined
}

/** The chain that goes on behind a call: `.limit()` behind `.find()`; found from the outermost call around it. */
function outerChain({ file, node }: In<Call>): Chain {
  let outer: Expression = node
  walk(file.body, one => {
    if (one.start > node.start || one.end < node.end) return false
    if (one.kind === 'call' && one.start === node.start && one.end > outer.end) {
      const chain = chainOf(one)
      if (chain.links.some(link => link.call === node)) outer = one
    }
    return undefined
  })
  return grownChain({ file, node: outer })
}

function drizzleQuery(program: Program, at: In<Call>): Query | undefined {
  const inner = chainOf(at.node)
  const [select] = inner.links.slice(-2)
  if (select?.name !== 'select' && select?.name !== 'selectDistinct') return undefined
  const table = at.node.arguments[0]
  const found = table && definitionOf(program, { file: at.file, node: table })
  const isTable =
    found?.kind === 'expression' &&
    found.node.kind === 'call' &&
    /^drizzle-orm\//.test(externalName(definitionOf(program, { file: found.file, node: found.node.callee })) ?? '')
  if (!isTable || counts(select.call)) return undefined
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

function drizzleRelational(program: Program, at: In<Call>, receiver: Expression): Query | undefined {
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

function knexQuery(program: Program, at: In<Call>): Query | undefined {
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
