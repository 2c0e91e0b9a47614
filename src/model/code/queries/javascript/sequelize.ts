import { definitionOf } from '../../../../code/definitions.js'
import type { In, Program } from '../../../../code/program.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { externalBase } from '../../../../code/types.js'
import { chainOf } from '../chain.js'
import type { EagerLoad, Query } from '../query.js'
import { comparisonsIn, entryOf, made, nameOf, objectOf } from './read.js'

/** `Order.findAll({ … })` of Sequelize. */
export function sequelizeQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
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
