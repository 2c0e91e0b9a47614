import type { In, Program } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, TypeReference } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import { resolveType } from '../../../code/written-types.js'
import type { Comparison } from '../growth.js'
import { type Cap, capOf } from './cap.js'
import { type Chain, grownChain } from './chain.js'
import { goSqlQuery } from './go-sql.js'
import type { EagerLoad, Query } from './query.js'
import { comparisonsOfSql } from './sql-text.js'

const READS = /^(?:Find|FindInBatches|Scan|Query|QueryContext|Queryx|QueryxContext|Select|SelectContext|NamedQuery)$/
const LIBRARIES =
  /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm|database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?)$/

/** The bulk reads of a file of Go: GORM, database/sql, sqlx, pgx. Reads of one row and counts are none. */
export function goQueries(program: Program, file: CodeFile): readonly Query[] {
  if (!mayHaveHandle(program, file)) return []
  const found: Query[] = []
  walk(file.body, node => {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !READS.test(node.callee.property)) return undefined
    const query = gormQuery(program, { file, node }) ?? goSqlQuery(program, { file, node })
    if (query) found.push(query)
    return undefined
  })
  return found
}

/** Whether a file may get a handle: from a library, another file of its package, or a package of the repository that has one. */
function mayHaveHandle(program: Program, file: CodeFile): boolean {
  const brings = (one: CodeFile) => one.imports.some(({ from }) => LIBRARIES.test(from))
  if ([file, ...program.siblings(file)].some(brings)) return true
  return file.imports.some(({ from }) => {
    const target = program.target(file, from)
    return target.kind === 'files' && target.files.some(brings)
  })
}

/** Whether the beginning of a chain is a handle of a library: by its type, else by what people call one where the library is imported. */
export function isHandle(program: Program, { file, node }: In<Expression>, packages: RegExp): boolean {
  const type = typeOf(program, { file, node })
  if (type?.kind === 'external') return packages.test(type.package)
  // `type DB struct { *gorm.DB }`
  if (type?.kind === 'class')
    return type.node.baseTypes.some(one => {
      const embedded = resolveType(program, type.file, one)
      return embedded?.kind === 'external' && packages.test(embedded.package)
    })
  if (type) return false
  const name = pathOf(node)?.at(-1) ?? ''
  const imported = [file, ...program.siblings(file)].some(one => one.imports.some(({ from }) => packages.test(from)))
  return imported && /^(?:db|tx|conn|pool|database|gormdb|sqldb)$/i.test(name)
}

/** What the first call of a chain is made on; a variable that holds a chain is what that one begins with. */
export function beginningOf(file: CodeFile, node: Expression): Expression {
  let inner = peel(node)
  for (let steps = 0; steps < 60; steps++) {
    if (inner.kind === 'call' && inner.callee.kind === 'member') inner = peel(inner.callee.object)
    else if (inner.kind === 'name') {
      const [binding] = bindingsAt(file, inner.name, inner.start)?.bindings ?? []
      const value = binding?.kind === 'value' && binding.bound.path.length === 0 ? binding.node.value : undefined
      if (value?.kind !== 'call') return inner
      inner = value
    } else return inner
  }
  return inner
}

/** What GORM is imported by. */
export const GORM = /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm)$/

/** https://gorm.io/docs/query.html: `Find(&list)` and `Scan(&list)` read all rows that the chain before them leaves. */
function gormQuery(program: Program, at: In<Call>): Query | undefined {
  const { file, node } = at
  const [target, ...conditions] = node.arguments
  const method = node.callee.kind === 'member' ? node.callee.property : ''
  if (!target || !/^(?:Find|FindInBatches|Scan)$/.test(method)) return undefined
  const element = elementOf(file, target)
  if (!element) return undefined
  const chain = grownChain({ file, node })
  if (!isHandle(program, { file, node: beginningOf(file, node) }, GORM)) return undefined
  const raw = chain.links.find(link => link.name === 'Raw')?.call
  // What is raw is read as SQL.
  if (raw) return undefined
  const limit = limitOf(program, file, chain)
  const filter = filterOf(chain, method === 'Find' ? conditions : [])
  const [within] = functionsAround(file, node.start)
  return {
    library: 'gorm',
    entity: modelOf(chain) ?? element,
    ...(limit && { limit }),
    isComplete: filter.isComplete,
    comparisons: filter.comparisons,
    eager: preloads(file, chain),
    ...(within && { within: { file, node: within } }),
    isStreamed: method === 'FindInBatches',
    at: { path: file.path, start: node.start, end: node.end },
  }
}

/** What a list that rows are read into holds: `&users` where `users` is `[]User`; undefined where it is no list or not known. */
export function elementOf(file: CodeFile, target: Expression): string | undefined {
  const inner = peel(target)
  const name = inner.kind === 'unary' && inner.operator === '&' ? peel(inner.value) : inner
  if (name.kind !== 'name') return undefined
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? []
  const declared =
    binding?.kind === 'value'
      ? (binding.node.type ?? madeType(binding.node.value))
      : binding?.kind === 'parameter'
        ? binding.node.type
        : undefined
  return declared?.name === '[]' ? (shortName(declared.arguments[0]) ?? '') : undefined
}

function madeType(value: Expression | undefined): TypeReference | undefined {
  if (value?.kind !== 'call') return undefined
  if (value.isNew && value.callee.kind === 'name' && value.callee.name === '[]')
    return { name: '[]', arguments: value.typeArguments ?? [], start: value.start, end: value.end }
  return value.callee.kind === 'name' && value.callee.name === 'make' ? value.typeArguments?.[0] : undefined
}

function shortName(type: TypeReference | undefined): string | undefined {
  return type?.name.slice(type.name.lastIndexOf('.') + 1)
}

/** `Model(&User{})`, `Table("users")`. */
function modelOf(chain: Chain): string | undefined {
  const table = chain.links.findLast(link => link.name === 'Table')?.call?.arguments[0]
  if (table?.kind === 'literal' && typeof table.value === 'string') return table.value.split(/\s/)[0]
  const model = chain.links.findLast(link => link.name === 'Model')?.call?.arguments[0]
  const made = model?.kind === 'unary' ? model.value : model
  return made?.kind === 'call' && made.isNew ? pathOf(made.callee)?.at(-1) : undefined
}

function limitOf(program: Program, file: CodeFile, chain: Chain): Cap | undefined {
  const given = chain.links.findLast(link => link.name === 'Limit')?.call?.arguments[0]
  if (!given) return undefined
  const cap = capOf(program, { file, node: given })
  // `Limit(-1)` takes the limit away.
  return cap.kind === 'fixed' && cap.value !== undefined && cap.value < 0 ? undefined : cap
}

/** Links that say nothing about which rows are read. */
const HARMLESS =
  /^(?:WithContext|Session|Debug|Model|Table|Order|Offset|Limit|Preload|Select|Omit|Distinct|Clauses|Unscoped|Where|Not|Or|Joins|InnerJoins|Group|Having|Count|Find|FindInBatches|Scan|Begin|Set|InstanceSet|Find)$/

function filterOf(
  chain: Chain,
  conditions: readonly Expression[],
): { readonly comparisons: readonly Comparison[]; readonly isComplete: boolean } {
  const comparisons: Comparison[] = []
  const calls = chain.links.filter(link => link.call)
  let isComplete = calls.every(link => HARMLESS.test(link.name))
  const add = (given: readonly Expression[]) => {
    const found = conditionOf(given)
    if (found) comparisons.push(...found)
    else isComplete = false
  }
  for (const link of calls) {
    if (link.name === 'Where' && link.call && !link.isOptional) add(link.call.arguments)
    // What is joined, grouped or excluded is no bound that can be read here.
    if (/^(?:Or|Having|Group|Scopes)$/.test(link.name)) isComplete = false
  }
  if (conditions.length > 0) add(conditions)
  return { comparisons, isComplete }
}

/** `"company_id = ? AND status IN ?"`, `&User{CompanyID: id}`, `map[string]any{"role": r}`, ids. */
function conditionOf([first, ...values]: readonly Expression[]): readonly Comparison[] | undefined {
  const inner = first && peel(first)
  const made = inner?.kind === 'unary' ? inner.value : inner
  if (made?.kind === 'literal' && typeof made.value === 'string') return comparisonsOfSql(made.value)
  if (made?.kind === 'literal' && typeof made.value === 'number') return [{ field: 'id', operator: 'in' }]
  if (made?.kind === 'call' && made.isNew) {
    const [body] = made.arguments
    if (body?.kind === 'array') return [{ field: 'id', operator: 'in' }]
    if (body?.kind !== 'object') return undefined
    return body.entries.flatMap(entry =>
      entry.kind === 'entry' && entry.key !== undefined ? [{ field: entry.key, operator: 'equals' as const }] : [],
    )
  }
  void values
  return undefined
}

/** `Preload("Orders")`: every row brings all of its own; a function may bound them. */
function preloads(file: CodeFile, chain: Chain): readonly EagerLoad[] {
  return chain.links.flatMap(({ name, call }) => {
    const [relation, condition] = call?.arguments ?? []
    if (name !== 'Preload' || !call || relation?.kind !== 'literal' || typeof relation.value !== 'string') return []
    const isBounded =
      condition !== undefined && holds([condition], one => one.kind === 'member' && one.property === 'Limit')
    return [
      { relation: relation.value, isJoin: false, isBounded, at: { path: file.path, start: call.start, end: call.end } },
    ]
  })
}
