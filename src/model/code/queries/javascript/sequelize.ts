import { definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, ClassNode, CodeFile, Expression } from '../../../../code/syntax.js'
import { externalBase } from '../../../../code/types.js'
import { walk } from '../../../../code/walk.js'
import { chainOf } from '../chain.js'
import type { EagerLoad, Query } from '../query.js'
import { comparisonsIn, entryOf, limitOf, made, nameOf, objectOf } from './read.js'

/** `Order.findAll({ … })` of Sequelize. */
export function sequelizeQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
  if (!isSequelizeModel(program, { file: at.file, node: model })) return undefined
  const [first] = at.node.arguments
  const { object, complete } = first
    ? objectOf(program, { file: at.file, node: first })
    : { object: undefined, complete: true }
  const where = entryOf(object, 'where')
  const filter = comparisonsIn(program, where && { file: at.file, node: where })
  return made(program, at, {
    library: 'sequelize',
    entity: nameOf(model),
    limit: limitOf(program, at.file, object, 'limit'),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete,
    eager: includes(program, at.file, nameOf(model), entryOf(object, 'include')),
  })
}

/** Whether a value is a model: a class that extends `Model`, what `define` gives, or by its name where models are imported. */
export function isSequelizeModel(program: Program, { file, node }: ExpressionIn): boolean {
  const found = definitionOf(program, { file, node })
  if (found.kind === 'class') return /^sequelize/.test(externalBase(program, found)?.package ?? '')
  if (found.kind === 'expression') return chainOf(found.node).links.some(link => link.name === 'define')
  const isNamed = found.kind === 'unknown' && /^[A-Z]/.test(nameOf(node) ?? '')
  return isNamed && file.imports.some(one => /sequelize|models/.test(one.from))
}

/** `include: [{ model: Line, as: 'lines', include: [Tax] }, Note]`; `separate: true` is a query of its own. */
function includes(
  program: Program,
  file: CodeFile,
  owner: string | undefined,
  given: Expression | undefined,
  before = '',
  isJoined = true,
): readonly EagerLoad[] {
  const parts = given?.kind === 'array' ? given.elements : given ? [given] : []
  if (before.split('.').length > 6) return []
  return parts.flatMap((one): readonly EagerLoad[] => {
    const options = one.kind === 'object' ? one : undefined
    const model = nameOf(options ? entryOf(options, 'model') : one)
    const relation = nameOf(entryOf(options, 'as')) ?? model
    if (relation === undefined) return []
    const isJoin = isJoined && entryOf(options, 'separate') === undefined
    const isMany = owner === undefined ? undefined : hasMany(program, owner, relation, model)
    const isBounded = ['limit', 'where'].some(key => entryOf(options, key) !== undefined)
    const at = { path: file.path, start: one.start, end: one.end }
    return [
      { relation: before + relation, isJoin, isBounded, ...(isMany !== undefined && { isMany }), at },
      ...includes(program, file, model, entryOf(options, 'include'), `${before}${relation}.`, isJoin),
    ]
  })
}

interface Association {
  readonly owner: string
  readonly target: string | undefined
  readonly alias: string | undefined
  readonly isMany: boolean
}

const associations = new WeakMap<Program, readonly Association[]>()

/** Whether a model has several of another one; undefined where no association is found. */
function hasMany(program: Program, owner: string, relation: string, model: string | undefined): boolean | undefined {
  const known = associations.get(program) ?? associationsOf(program)
  associations.set(program, known)
  const own = known.filter(one => one.owner === owner)
  const found =
    own.find(one => one.alias === relation) ?? own.find(one => one.alias === undefined && one.target === model)
  return found?.isMany
}

/** `Order.hasMany(Line, { as: 'lines' })`, and the decorators of sequelize-typescript: `@HasMany(() => Line) lines`. */
function associationsOf(program: Program): readonly Association[] {
  const found: Association[] = []
  for (const file of program.files.values()) {
    if (file.language === 'go' || file.language === 'python') continue
    walk(file.body, node => {
      if (node.kind === 'class' && node.name !== undefined) found.push(...decorated(node, node.name))
      if (node.kind !== 'call' || node.callee.kind !== 'member') return undefined
      const kind = KINDS.exec(node.callee.property)
      const owner = kind && nameOf(node.callee.object)
      const [target, options] = node.arguments
      if (!kind || owner === undefined || owner === null) return undefined
      const alias = options?.kind === 'object' ? nameOf(entryOf(options, 'as')) : undefined
      found.push({ owner, target: nameOf(target), alias, isMany: kind[1] !== undefined })
      return undefined
    })
  }
  return found
}

const KINDS = /^(?:(hasMany|belongsToMany)|hasOne|belongsTo)$/i

function decorated({ members }: ClassNode, owner: string): readonly Association[] {
  return members.flatMap(member => {
    if (member.kind !== 'field') return []
    return member.decorators.flatMap(decorator => {
      const kind = decorator.kind === 'call' ? KINDS.exec(nameOf(decorator.callee) ?? '') : null
      return kind ? [{ owner, target: undefined, alias: member.name, isMany: kind[1] !== undefined }] : []
    })
  })
}
