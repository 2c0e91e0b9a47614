import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { FunctionNode, Parameter } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { peel } from '../../../code/walk.js'
import type { Cap } from './cap.js'
import { fieldCap, isParameters, nestParameter, typedParameter } from './class-cap.js'
import { pythonParameter } from './python-cap.js'
import { schemaCap } from './schema-cap.js'

/** What a class of request parameters, or a schema that parsed them, declares for one of them; undefined where there is none. */
export function memberCap(program: Program, at: ExpressionIn): Cap | undefined {
  const node = peel(at.node)
  if (node.kind !== 'member') return undefined
  const { file } = at
  const bySchema = schemaCap(program, { file, node: node.object }, [node.property])
  if (bySchema) return bySchema
  const of = typeOf(program, { file, node: node.object })
  if (of?.kind !== 'class' || !isParameters(program, of)) return undefined
  return fieldCap(program, of, node.property)
}

/** What the annotation, default or decorator of a parameter declares; undefined where it is no parameter of a request. */
export function parameterCap(
  program: Program,
  { file, node }: In<Parameter>,
  owner: FunctionNode,
  path: readonly (string | number)[],
): Cap | undefined {
  return file.language === 'python'
    ? pythonParameter(program, { file, node }, owner, path)
    : (nestParameter(program, { file, node }, owner, path) ?? typedParameter(program, { file, node }, path))
}
