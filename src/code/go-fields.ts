import { definitionOf } from './definitions.js'
import { indexOf } from './file-index.js'
import type { ExpressionIn, Program } from './program.js'
import { functionsAround } from './scopes.js'
import type { Call, CodeFile } from './syntax.js'
import { typeOf } from './types.js'
import { peel, walk } from './walk.js'

/** What gives a field of a struct its value somewhere in the program. */
interface Given {
  /** By the name of the type, as it is written in front of the braces. */
  readonly literals: ReadonlyMap<string, readonly { readonly file: CodeFile; readonly node: Call }[]>
  /** `cfg.Port = …`, by the name of the field. */
  readonly assignments: ReadonlyMap<string, readonly { readonly object: ExpressionIn; readonly value: ExpressionIn }[]>
}

const givenOf = new WeakMap<Program, Given>()

/**
 * What a field of a struct of the repository is given, where the program gives it a value in one place only: settings are made
 * so, `return &Config{Port: getenv("PORT", "8080")}`. Undefined where several places do, or may.
 */
export function goFieldValue(program: Program, { file, node }: ExpressionIn): ExpressionIn | undefined {
  if (node.kind !== 'member' || file.language !== 'go') return undefined
  const type = typeOf(program, { file, node: node.object })
  if (type?.kind !== 'class' || type.node.name === undefined) return undefined
  const field = type.node.members.find(one => one.kind === 'field' && one.name === node.property)
  // What has a tag is filled from a request, a file, a row.
  if (field?.kind !== 'field' || field.tag !== undefined) return undefined
  const { literals, assignments } = given(program)
  const found: ExpressionIn[] = []
  for (const one of literals.get(type.node.name) ?? []) {
    const made = definitionOf(program, { file: one.file, node: one.node.callee })
    if (made.kind !== 'class' || made.node !== type.node) continue
    const [object] = one.node.arguments
    if (object?.kind !== 'object') return undefined
    for (const entry of object.entries) {
      // `Config{":8080", 5}`: which is which, only the order tells.
      if (entry.kind !== 'entry' || entry.key === undefined) return undefined
      if (entry.key === node.property) found.push({ file: one.file, node: entry.value })
    }
  }
  for (const { object, value } of assignments.get(node.property) ?? []) {
    const owner = typeOf(program, object)
    if (owner?.kind !== 'class' || owner.node !== type.node) continue
    // `if q.Limit > 100 { q.Limit = 100 }`: what it is otherwise comes from elsewhere.
    if (!isInAnyCase(value)) return undefined
    found.push(value)
  }
  return found.length === 1 ? found[0] : undefined
}

/** Whether an assignment is a statement of its function itself, under no condition. */
function isInAnyCase({ file, node }: ExpressionIn): boolean {
  const body = functionsAround(file, node.start)[0]?.body ?? []
  return body.some(
    one =>
      one.kind === 'expression' && peel(one.value).kind === 'assign' && one.end >= node.end && one.start <= node.start,
  )
}

function given(program: Program): Given {
  const known = givenOf.get(program)
  if (known) return known
  const literals = new Map<string, { file: CodeFile; node: Call }[]>()
  const assignments = new Map<string, { object: ExpressionIn; value: ExpressionIn }[]>()
  for (const file of program.files.values()) {
    // What tests make is nothing that production runs.
    if (file.language !== 'go' || file.path.endsWith('_test.go')) continue
    for (const node of indexOf(file).calls) {
      const callee = peel(node.callee)
      if (!node.isNew || node.arguments.length === 0) continue
      const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined
      if (name !== undefined) literals.set(name, [...(literals.get(name) ?? []), { file, node }])
    }
    walk(file.body, node => {
      if (node.kind !== 'assign' || node.target.kind !== 'member') return undefined
      const { property, object } = node.target
      const one = { object: { file, node: object }, value: { file, node: node.value } }
      assignments.set(property, [...(assignments.get(property) ?? []), one])
      return undefined
    })
  }
  const all = { literals, assignments }
  givenOf.set(program, all)
  return all
}
