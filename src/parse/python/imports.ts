import type { Import } from '../../code/syntax.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { named, type Reader } from './reader.js'

/**
 * `import a.b` binds `a`, and loads `a.b`: two imports, of which the second binds nothing. `import a.b as c` binds `c` to
 * the inner module.
 */
export function importStatement(reader: Reader, node: ConcreteNode): void {
  for (const child of parts(node, 'name')) {
    const { start, end } = child
    const common = { start, end, ...circumstances(reader) }
    const alias = part(child, 'alias')
    const from = dotted(reader, part(child, 'name') ?? child)
    const [top = from] = from.split('.')
    if (alias) reader.imports.push({ ...common, from, name: '*', local: reader.textOf(alias) })
    else {
      reader.imports.push({ ...common, from: top, name: '*', local: top })
      if (top !== from) reader.imports.push({ ...common, from })
    }
  }
}

/** `from a import b as c`, `from . import b`, `from a import *`. */
export function importFromStatement(reader: Reader, node: ConcreteNode): void {
  const module = part(node, 'module_name')
  const from = module ? dotted(reader, module) : '__future__'
  const common = circumstances(reader)
  for (const child of node.children) {
    const { start, end } = child
    if (child.type === 'wildcard_import') reader.imports.push({ ...common, start, end, from, name: '*' })
    if (child.field !== 'name' || child.isMissing) continue
    const name = dotted(reader, part(child, 'name') ?? child)
    const alias = part(child, 'alias')
    reader.imports.push({ ...common, start, end, from, name, local: alias ? reader.textOf(alias) : name })
  }
}

function circumstances(reader: Reader): Pick<Import, 'typeOnly' | 'deferred'> {
  return { typeOnly: reader.typeOnly, deferred: reader.around !== undefined }
}

/** A dotted name without the blanks and comments that Python allows between its parts. */
function dotted(reader: Reader, node: ConcreteNode): string {
  if (node.type === 'import_prefix') return reader.textOf(node).replace(/[^.]/g, '')
  const inner = named(node)
  if (inner.length === 0) return reader.textOf(node)
  const separator = node.type === 'relative_import' ? '' : '.'
  return inner.map(child => dotted(reader, child)).join(separator)
}
