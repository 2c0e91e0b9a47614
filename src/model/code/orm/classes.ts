import { definitionOf } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { ClassNode, CodeFile, Field } from '../../../code/syntax.js'

/** Base classes of base classes beyond which nobody follows. */
const DEEPEST = 6

/** A field of a class, and the file that it is written in. */
export interface Member {
  readonly member: Field
  readonly file: CodeFile
}

/** The classes of a file, exported or not. */
export function classesOf(file: CodeFile): readonly ClassNode[] {
  return indexOf(file).classes
}

/** Fields of a class and of the classes of the repository that it extends; its own come last. */
export function membersOf(program: Program, file: CodeFile, node: ClassNode, depth = 0): readonly Member[] {
  const inherited =
    depth > DEEPEST
      ? []
      : node.bases.flatMap(base => {
          const found = definitionOf(program, { file, node: base })
          return found.kind === 'class' && found.node !== node
            ? membersOf(program, found.file, found.node, depth + 1)
            : []
        })
  const own = node.members.flatMap(member => (member.kind === 'field' ? [{ member, file }] : []))
  return [...inherited, ...own]
}
