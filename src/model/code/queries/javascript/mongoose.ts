import { definitionOf, externalName } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { typeOf } from '../../../../code/types.js'
import { peel } from '../../../../code/walk.js'
import { linkCall } from '../chain.js'
import type { Query } from '../query.js'
import { comparisonsIn, made, nameOf, outerChain } from './read.js'

/** `Model.find({ … })` of Mongoose, with what the chain goes on with. */
export function mongooseQuery(program: Program, at: In<Call>, model: Expression): Query | undefined {
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

/** The name of a model of Mongoose; undefined for anything else. */
export function mongooseModel(program: Program, at: ExpressionIn): string | undefined {
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
