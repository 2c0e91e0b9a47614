import { definitionOf } from '../../../code/definitions.js'
import { entryOf, type Given, keywordOf } from '../../../code/given.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Expression, FunctionNode } from '../../../code/syntax.js'
import { evaluateExpression } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'
import { type Engine, engineNamed } from './site.js'

/** Nothing is given. */
export const NO_OPTIONS = (): Given => ({ kind: 'absent' })

/** The options in an object that is given as an argument. */
export function optionsIn(program: Program, of: ExpressionIn | undefined): (path: string) => Given {
  return of ? path => entryOf(program, of, path) : NO_OPTIONS
}

/** The options among the named arguments of a Python call. */
export function keywordsOf(program: Program, call: In<Call>): (path: string) => Given {
  return path => {
    const [first = '', ...rest] = path.split('.')
    const found = keywordOf(program, call, first)
    return found.kind === 'given' && rest.length > 0 ? entryOf(program, found.value, rest.join('.')) : found
  }
}

/** An argument by its position; undefined where a spread is before it. */
export function argumentAt({ file, node }: In<Call>, index: number): ExpressionIn | undefined {
  const before = node.arguments.slice(0, index + 1)
  const found = before[index]
  return found && !before.some(one => one.kind === 'spread' || one.kind === 'keyword')
    ? { file, node: found }
    : undefined
}

/** Whether an argument is an object of options and no URL. */
export function isObject(program: Program, at: ExpressionIn | undefined): boolean {
  const node = at && peel(at.node)
  if (!at || !node) return false
  if (node.kind === 'object') return true
  if (node.kind !== 'name' && node.kind !== 'member') return false
  const found = definitionOf(program, { file: at.file, node })
  return found.kind === 'expression' && peel(found.node).kind === 'object'
}

/** What an option gives, where it is given for sure. */
export function valueIn(option: (path: string) => Given, path: string): ExpressionIn | undefined {
  const found = option(path)
  return found.kind === 'given' ? found.value : undefined
}

/** A text that is written in the code. */
export function textOf(program: Program, at: ExpressionIn | undefined): string | undefined {
  const value = at && evaluateExpression(program, at)
  return value?.kind === 'known' && typeof value.value === 'string' && value.variables.length === 0
    ? value.value
    : undefined
}

/** The engine that an option names. */
export function engineIn(program: Program, option: (path: string) => Given, path: string): Engine | undefined {
  const text = textOf(program, valueIn(option, path))
  return text === undefined ? undefined : engineNamed(text)
}

/** The one expression that a function, given as an expression, returns. */
export function factoryResult(program: Program, at: ExpressionIn | undefined): ExpressionIn | undefined {
  return resultOf(at && functionOf(program, at))
}

/** The one expression that a method of a class, given as an expression, returns: `useClass: DatabaseConfig`. */
export function methodResult(program: Program, at: ExpressionIn | undefined, name: RegExp): ExpressionIn | undefined {
  const found = at && definitionOf(program, at)
  if (found?.kind !== 'class') return undefined
  const method = found.node.members.find(one => one.kind === 'function' && name.test(one.name ?? ''))
  return method?.kind === 'function' ? resultOf({ file: found.file, node: method }) : undefined
}

function resultOf(fn: In<FunctionNode> | undefined): ExpressionIn | undefined {
  const returns: Expression[] = (fn?.node.body ?? []).flatMap(one =>
    one.kind === 'return' && one.value ? [one.value] : [],
  )
  const [only] = returns
  return fn && only && returns.length === 1 ? { file: fn.file, node: only } : undefined
}

function functionOf(program: Program, at: ExpressionIn): In<FunctionNode> | undefined {
  const node = peel(at.node)
  if (node.kind === 'function') return { file: at.file, node }
  const found = definitionOf(program, { file: at.file, node })
  return found.kind === 'function' ? found : undefined
}
