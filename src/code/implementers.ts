import { indexOf } from './file-index.js'
import { standsAside } from './paths.js'
import type { In, Program } from './program.js'
import type { ClassNode, Node } from './syntax.js'
import { resolveType, type TypeOf } from './written-types.js'

/**
 * The class that stands behind an interface or an abstract class where code only names that: the only one of the program,
 * beside those of tests, that implements or extends it. Undefined where there are none or several.
 */
export function implementerOf(program: Program, of: TypeOf): In<ClassNode> | undefined {
  if (of.kind !== 'type' && of.kind !== 'class') return undefined
  const [only, ...others] = implementers(program).get(of.node) ?? []
  return others.length === 0 ? only : undefined
}

const known = new WeakMap<Program, ReadonlyMap<Node, readonly In<ClassNode>[]>>()

function implementers(program: Program): ReadonlyMap<Node, readonly In<ClassNode>[]> {
  const before = known.get(program)
  if (before) return before
  const found = new Map<Node, In<ClassNode>[]>()
  // What is asked meanwhile must not ask again.
  known.set(program, found)
  for (const file of program.files.values()) {
    if (file.language !== 'typescript' || standsAside(file.path)) continue
    for (const node of indexOf(file).classes) {
      if (node.isAbstract) continue
      for (const type of node.baseTypes) {
        const base = resolveType(program, file, type)
        if (base?.kind !== 'type' && base?.kind !== 'class') continue
        const list = found.get(base.node) ?? []
        found.set(base.node, [...list, { file, node }])
      }
    }
  }
  return found
}
