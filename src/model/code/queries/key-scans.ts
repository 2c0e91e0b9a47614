import { indexOf } from '../../../code/file-index.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { externalBase, typeOf } from '../../../code/types.js'
import { evaluateExpression } from '../../../code/values.js'
import { pathOf } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { Route } from '../route.js'
import { isRedisClient } from './libraries.js'

/** A command that has Redis go through all of its keys at once, while every other client waits. */
export interface KeyScan {
  /** As it is written: `redis.keys`, `this.redis.keys`, `rdb.Keys`. */
  readonly call: string
  /** The pattern, where it is written out. */
  readonly pattern?: string
  /** The routes that come to it. */
  readonly routes: readonly Route[]
  readonly at: Span
}

/** Every KEYS that a file sends through a client whose type is known. */
export function keyScansIn(
  program: Program,
  file: CodeFile,
): readonly (Omit<KeyScan, 'routes'> & { readonly within?: FunctionIn })[] {
  const name = file.language === 'go' ? 'Keys' : 'keys'
  return indexOf(file).calls.flatMap(call => {
    const { callee } = call
    if (callee.kind !== 'member' || callee.property !== name || call.arguments.length === 0) return []
    const position = file.language === 'go' ? 1 : 0
    // `Object.keys(x)`, `map.keys()` and all else that is no client has another type, or none.
    if (call.arguments.length !== position + 1 || !isClient(program, file, call)) return []
    const given = call.arguments[position]
    const pattern = given && evaluateExpression(program, { file, node: given })
    const [within] = functionsAround(file, call.start)
    return [
      {
        call: pathOf(callee)?.join('.') ?? callee.property,
        ...(pattern?.kind === 'known' && typeof pattern.value === 'string' && { pattern: pattern.value }),
        ...(within && { within: { file, node: within } }),
        at: { path: file.path, start: call.start, end: call.end },
      },
    ]
  })
}

function isClient(program: Program, file: CodeFile, { callee }: Call): boolean {
  if (callee.kind !== 'member') return false
  const type = typeOf(program, { file, node: callee.object })
  const external = type?.kind === 'class' ? externalBase(program, type) : type
  return external?.kind === 'external' && isRedisClient(external.package)
}
