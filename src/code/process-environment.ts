import type { Definition } from './definitions.js'
import { definitionOf } from './definitions.js'
import type { ExpressionIn, Program } from './program.js'
import type { Expression } from './syntax.js'
import { pathOf, peel } from './walk.js'

/**
 * Whether an expression is the whole environment of a program of Node.js: `process.env`, a name for it, and the parameter of a
 * function that is given it, which its default or type tells: `load(env = process.env)`, `load(env: NodeJS.ProcessEnv)`.
 * Tests give such functions other objects; what production runs takes the default.
 */
export function isProcessEnvironment(program: Program, at: ExpressionIn): boolean {
  if (isWritten(at.node)) return true
  const node = peel(at.node)
  return node.kind === 'name' && isEnvironment(program, definitionOf(program, { file: at.file, node }))
}

/** The same of what a name stands for. */
export function isEnvironment(program: Program, of: Definition): boolean {
  if (of.kind === 'global') return of.path.join('.') === 'process.env'
  if (of.kind !== 'parameter' || of.path.length > 0 || of.node.rest) return false
  const { fallback, type } = of.node
  if (fallback) return isWritten(fallback) || isGlobal(program, { file: of.file, node: fallback })
  return type?.name === 'NodeJS.ProcessEnv'
}

function isWritten(node: Expression): boolean {
  return pathOf(node)?.join('.') === 'process.env'
}

function isGlobal(program: Program, at: ExpressionIn): boolean {
  const of = definitionOf(program, at)
  return of.kind === 'global' && of.path.join('.') === 'process.env'
}
