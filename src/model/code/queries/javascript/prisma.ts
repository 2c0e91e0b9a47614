import { definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import { bindingsAt } from '../../../../code/scopes.js'
import type { Call, ClassNode, CodeFile, Expression, ObjectLiteral } from '../../../../code/syntax.js'
import { externalBase, typeOf } from '../../../../code/types.js'
import { peel } from '../../../../code/walk.js'
import type { TypeOf } from '../../../../code/written-types.js'
import { isPrismaClient } from '../../pools/prisma.js'
import type { EagerLoad, Query } from '../query.js'
import { comparisonsIn, entryOf, limitOf, made, objectOf } from './read.js'

/** `prisma.order.findMany({ … })`. */
export function prismaQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
  const entity = prismaModel(program, { file: at.file, node: model })
  if (entity === undefined) return undefined
  const [first] = at.node.arguments
  const base = { library: 'prisma' as const, entity }
  if (!first) return made(program, at, { ...base, limit: undefined, comparisons: [], isComplete: true })
  const { object: given, complete } = objectOf(program, { file: at.file, node: first })
  // Each value once: as many rows as there are values, not as there are rows.
  if (entryOf(given, 'distinct')) return undefined
  const where = entryOf(given, 'where')
  const filter = comparisonsIn(program, where && { file: at.file, node: where })
  return made(program, at, {
    ...base,
    limit: limitOf(program, at.file, given, 'take'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && given !== undefined,
    eager: prismaIncludes(at.file, given),
  })
}

/** The model that an expression is of a client: `prisma.order`, or what is kept of it, `orders = new PrismaClient().order`. */
export function prismaModel(program: Program, { file, node }: ExpressionIn): string | undefined {
  const inner = peel(node)
  if (inner.kind === 'member' && isPrisma(program, { file, node: inner.object })) return inner.property
  const kept = keptIn(program, { file, node: inner })
  const model = kept && peel(kept.node)
  return model?.kind === 'member' && isPrisma(program, { file: kept?.file ?? file, node: model.object })
    ? model.property
    : undefined
}

/** What a constant or a field is given where it is declared. */
function keptIn(program: Program, { file, node }: ExpressionIn): ExpressionIn | undefined {
  if (node.kind === 'name') {
    const [binding, another] = bindingsAt(file, node.name, node.start)?.bindings ?? []
    const value =
      binding?.kind === 'value' && !another && binding.bound.path.length === 0 ? binding.node.value : undefined
    return value && { file, node: value }
  }
  const found = node.kind === 'member' ? definitionOf(program, { file, node }) : undefined
  return found?.kind === 'field' && found.node.value ? { file: found.file, node: found.node.value } : undefined
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
  if (type.kind !== 'class') return false
  return externalBase(program, type)?.path.at(-1) === 'PrismaClient' || extendsPrisma(program, type, DEEPEST)
}

/** Classes that extend each other; more are not followed. */
const DEEPEST = 6

/** Whether a class extends the client that Prisma generates into the repository, where nobody commits it. */
function extendsPrisma(program: Program, { file, node }: In<ClassNode>, steps: number): boolean {
  if (steps <= 0) return false
  return node.bases.some(base => {
    if (isPrismaClient(program, { file, node: base })) return true
    const above = definitionOf(program, { file, node: base })
    return above.kind === 'class' && extendsPrisma(program, above, steps - 1)
  })
}

/** `include: { lines: true, tags: { take: 5, include: { … } } }`, also in `select`. Each is a query of its own. */
function prismaIncludes(
  file: CodeFile,
  given: ObjectLiteral | undefined,
  before = '',
  depth = 0,
): readonly EagerLoad[] {
  const include = entryOf(given, 'include') ?? entryOf(given, 'select')
  if (include?.kind !== 'object' || depth > 6) return []
  return include.entries.flatMap((entry): readonly EagerLoad[] => {
    if (entry.kind !== 'entry' || entry.key === undefined || entry.key === '_count') return []
    const value = peel(entry.value)
    const loads =
      value.kind === 'object' ||
      (value.kind === 'literal' && value.value === true && entryOf(given, 'include') === include)
    if (!loads) return []
    const isBounded = value.kind === 'object' && !isOpen(value)
    const relation = before + entry.key
    const at = { path: file.path, start: entry.start, end: entry.end }
    return [
      { relation, isJoin: false, isBounded, at },
      ...(value.kind === 'object' ? prismaIncludes(file, value, `${relation}.`, depth + 1) : []),
    ]
  })
}

/** Whether nothing says how many or which ones: `take`, `where` and what is spread in may. */
function isOpen({ entries }: ObjectLiteral): boolean {
  return entries.every(one => one.kind === 'entry' && one.key !== undefined && !/^(?:take|where|cursor)$/.test(one.key))
}
