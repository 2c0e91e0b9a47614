import { definitionOf, externalName } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { CodeFile, Expression, Node } from '../../../code/syntax.js'
import { holds, peel } from '../../../code/walk.js'
import type { SignedToken } from './tokens.js'

/** https://pkg.go.dev/github.com/golang-jwt/jwt/v5#NewWithClaims, and the package that it was before. */
const SIGNS = /^github\.com\/(?:golang-jwt\/jwt|dgrijalva\/jwt-go)(?:\/v\d+)?\.NewWithClaims$/
/** The claim in a map, and in `RegisteredClaims` and `StandardClaims`. */
const END = /^(?:exp|ExpiresAt)$/

/** The JSON web tokens that a file of Go makes. */
export function goTokens(program: Program, file: CodeFile): readonly SignedToken[] {
  const calls = indexOf(file).callsByName.get('NewWithClaims') ?? []
  return calls.flatMap((node): readonly SignedToken[] => {
    const name = externalName(definitionOf(program, { file, node: node.callee }))
    const claims = node.arguments[1]
    if (name === undefined || !SIGNS.test(name) || !claims) return []
    const at = { path: file.path, start: node.start, end: node.end }
    return [{ call: 'jwt.NewWithClaims', expires: hasEnd(program, file, claims), at }]
  })
}

/** Whether claims that are written out have an end; undefined where they come from elsewhere, or may get one later. */
function hasEnd(program: Program, file: CodeFile, claims: Expression): boolean | undefined {
  const written = peel(claims)
  const inner = written.kind === 'unary' && written.operator === '&' ? peel(written.value) : written
  const found = definitionOf(program, { file, node: inner })
  if (found.kind !== 'expression') return undefined
  const value = peel(found.node)
  const made = value.kind === 'unary' && value.operator === '&' ? peel(value.value) : value
  if (made.kind !== 'call' || !made.isNew) return undefined
  if (mentionsEnd([made])) return true
  // What is written in the call gets nothing more; what has a name may, wherever the file speaks of an end.
  return inner === made || !mentionsEnd(found.file.body) ? false : undefined
}

function mentionsEnd(nodes: readonly Node[]): boolean {
  return holds(
    nodes,
    node =>
      (node.kind === 'literal' && typeof node.value === 'string' && END.test(node.value)) ||
      (node.kind === 'entry' && END.test(node.key ?? '')) ||
      (node.kind === 'member' && END.test(node.property)),
  )
}
