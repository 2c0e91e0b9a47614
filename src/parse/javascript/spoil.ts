import { assign } from './bindings.js'
import { isExpression } from './expressions.js'
import { type Run, spanOf } from './run.js'
import type { Expression } from './syntax.js'
import { open, type Scope } from './value.js'

interface Piece {
  readonly type: string
  readonly start?: number | null
  readonly end?: number | null
}

/** Methods that change the list that they are called on. */
const CHANGING = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'sort', 'reverse', 'fill', 'assign'])
/** Pieces of code that are looked through for changes. */
const MOST_PIECES = 10_000

/** Makes unknown what a piece of code would change, if it ran. */
export function spoil(code: object, because: string, scope: Scope, run: Run): void {
  const pieces: unknown[] = [code]
  for (let index = 0; index < pieces.length && index < MOST_PIECES; index++) {
    const piece = pieces[index]
    if (typeof piece !== 'object' || piece === null) continue
    if ('type' in piece) spoilBy(piece as Piece, because, scope, run)
    for (const part of Object.values(piece)) if (typeof part === 'object' && part !== null) pieces.push(part)
  }
}

function spoilBy(node: Piece, because: string, scope: Scope, run: Run): void {
  const changed =
    node.type === 'AssignmentExpression' && 'left' in node
      ? (node.left as Piece)
      : node.type === 'UpdateExpression' && 'argument' in node
        ? (node.argument as Piece)
        : undefined
  if (changed) assign(changed, open(because, spanOf(run, changed)), scope, run)
  if (node.type !== 'CallExpression') return
  const { callee, arguments: given } = node as Extract<Expression, { type: 'CallExpression' }>
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
  if (!CHANGING.has(callee.property.name)) return
  const first = given[0]
  const target = callee.property.name === 'assign' && first ? first : callee.object
  const value = isExpression(target) ? run.evaluate(target, scope) : undefined
  if (value?.kind === 'list' || value?.kind === 'dictionary') value.open ??= because
}
