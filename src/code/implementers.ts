import { indexOf } from './file-index.js'
import { goImplementerOf } from './go-implementers.js'
import { standsAside } from './paths.js'
import type { In, Program } from './program.js'
import type { ClassNode, Node } from './syntax.js'
import { resolveType, type TypeOf } from './written-types.js'

/**
 * The class that stands behind an interface or an abstract class where code only names that: the only one of the program,
 * beside those of tests, that implements or extends it, directly or through others. Undefined where there are none or
 * several: a class that others extend is one of several. Go has no word for it: a struct that has the methods does.
 */
export function implementerOf(program: Program, of: TypeOf): In<ClassNode> | undefined {
  if (of.kind !== 'type' && of.kind !== 'class') return undefined
  if (of.file.language === 'go') return of.kind === 'type' ? goImplementerOf(program, of) : undefined
  const below = subclasses(program)
  const seen = new Set<Node>()
  let only: In<ClassNode> | undefined
  const waiting = [...(below.get(of.node) ?? [])]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one.node)) continue
    seen.add(one.node)
    waiting.push(...(below.get(one.node) ?? []))
    if (one.node.isAbstract) continue
    if (only) return undefined
    only = one
  }
  return only
}

type Subclasses = ReadonlyMap<Node, readonly In<ClassNode>[]>

const known = new WeakMap<Program, Subclasses>()

/** The classes that name an interface or a class as their base. */
function subclasses(program: Program): Subclasses {
  const before = known.get(program)
  if (before) return before
  const found = new Map<Node, In<ClassNode>[]>()
  // What is asked meanwhile must not ask again.
  known.set(program, found)
  for (const file of program.files.values()) {
    if (file.language !== 'typescript' || standsAside(file.path)) continue
    for (const node of indexOf(file).classes) {
      for (const type of node.baseTypes) {
        const base = resolveType(program, file, type)
        if (base?.kind !== 'type' && base?.kind !== 'class') continue
        const list = found.get(base.node)
        if (list) list.push({ file, node })
        else found.set(base.node, [{ file, node }])
      }
    }
  }
  return found
}
