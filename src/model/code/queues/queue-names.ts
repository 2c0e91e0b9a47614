import { argumentFor, callersOf } from '../../../code/calls.js'
import { definitionOf } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Expression, FunctionNode, Parameter } from '../../../code/syntax.js'
import { evaluateExpression } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'

/** Names are not followed through more functions. */
const LONGEST = 4
/** Methods of lists that call what they are given for each item. */
const EACH = ['forEach', 'map', 'flatMap']

/**
 * The texts that an expression may be: its value, one for each call of the function whose parameter it is, or for each item of
 * the list that is gone through. Undefined where any of them cannot be told.
 */
export function textsOf(program: Program, at: ExpressionIn, steps = LONGEST): readonly string[] | undefined {
  if (steps <= 0) return undefined
  const value = evaluateExpression(program, at)
  if (value.kind === 'known') return typeof value.value === 'string' ? [value.value] : undefined
  const found = definitionOf(program, at)
  if (found.kind === 'item' && found.of && found.path.length === 0)
    return itemsOf(program, { file: found.file, node: found.of }, steps)
  if (found.kind !== 'parameter' || found.path.length > 0) return undefined
  const list = listGoneThrough({ file: found.file, node: found.owner }, found.node)
  return list ? itemsOf(program, list, steps) : fromCallers(program, found.file, found.owner, found.node, steps)
}

function fromCallers(
  program: Program,
  file: ExpressionIn['file'],
  owner: FunctionNode,
  parameter: Parameter,
  steps: number,
): readonly string[] | undefined {
  // `new X(name)` is no call by the name of its constructor.
  if (owner.name === 'constructor') return undefined
  const { calls, complete } = callersOf(program, { file, node: owner })
  if (!complete || calls.length === 0) return undefined
  return all(
    calls.map(call => {
      const given = argumentFor(call.node, owner, parameter)
      return given && textsOf(program, { file: call.file, node: given }, steps - 1)
    }),
  )
}

/** `NAMES.forEach(name => …)`: the list, where a function is called for each of its items with this parameter. */
function listGoneThrough(
  { file, node: owner }: { readonly file: ExpressionIn['file']; readonly node: FunctionNode },
  parameter: Parameter,
): ExpressionIn | undefined {
  if (owner.parameters[0] !== parameter) return undefined
  const { callsByName } = indexOf(file)
  for (const {
    callee,
    arguments: [first],
  } of EACH.flatMap(name => callsByName.get(name) ?? [])) {
    if (first === owner && callee.kind === 'member') return { file, node: callee.object }
  }
  return undefined
}

/** The texts of a list that is written out, or of the values of an object: `Object.values(QUEUES)`. */
function itemsOf(program: Program, at: ExpressionIn, steps: number): readonly string[] | undefined {
  const found = definitionOf(program, at)
  if (found.kind !== 'expression') return undefined
  const value = peel(found.node)
  const items = (nodes: readonly Expression[]) =>
    all(nodes.map(node => textsOf(program, { file: found.file, node }, steps - 1)))
  if (value.kind === 'array') return items(value.elements)
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.property !== 'values') return undefined
  const [first] = value.arguments
  const object = first && definitionOf(program, { file: found.file, node: first })
  const written = object?.kind === 'expression' ? peel(object.node) : undefined
  if (object?.kind !== 'expression' || written?.kind !== 'object') return undefined
  const { file } = object
  return all(
    written.entries.map(one =>
      one.kind === 'entry' ? textsOf(program, { file, node: one.value }, steps - 1) : undefined,
    ),
  )
}

function all(found: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = found.filter(one => one !== undefined)
  return known.length === found.length ? known.flat() : undefined
}
