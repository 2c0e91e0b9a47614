import type { Span } from '../../../source.js'
import { child, type Node, textOf } from '../../node.js'
import { type Building, refuse } from './building.js'
import { type Editable, type EditableMap, editableCopy } from './editable.js'
import { equal } from './equal.js'

/** One operation of a JSON patch (https://www.rfc-editor.org/rfc/rfc6902). */
export interface Operation {
  readonly op: string
  readonly path: string
  readonly from?: string
  readonly value?: Node
  readonly at: Span
  readonly relocate: (span: Span) => Span
}

/** Reads the operations of a patch; undefined for what is no list of mappings. */
export function operationsOf(root: Node, relocate: (span: Span) => Span): readonly Operation[] | undefined {
  if (root.kind !== 'list' || root.items.some(item => item.kind !== 'map')) return undefined
  return root.items.map(item => {
    const from = textOf(child(item, 'from'))
    const value = child(item, 'value')
    return {
      op: textOf(child(item, 'op')) ?? '',
      path: textOf(child(item, 'path')) ?? '',
      ...(from === undefined ? {} : { from }),
      ...(value === undefined ? {} : { value }),
      at: relocate(child(item, 'path')?.at ?? item.at),
      relocate,
    }
  })
}

/** Applies operations to an object, one after the other. The first that does not apply is refused, and those behind it. */
export function applyOperations(node: EditableMap, operations: readonly Operation[], building: Building): EditableMap {
  const document: Document = { root: node, building }
  for (const operation of operations) {
    const wrong = apply(operation, document)
    if (wrong === undefined) continue
    refuse(building, operation.at, 'json-patch', `${operation.op} ${operation.path}: ${wrong}`)
    break
  }
  // What was one node in several places (see `addLabels`) is several after it.
  const copy = editableCopy(document.root, building.work)
  return copy.kind === 'map' ? copy : node
}

interface Document {
  root: Editable
  readonly building: Building
}

/** What is wrong with it; undefined when it was done. */
function apply(operation: Operation, document: Document): string | undefined {
  const { op, path, from, value, at, relocate } = operation
  const given = () =>
    value
      ? editableCopy(value, document.building.work, relocate)
      : ({ kind: 'scalar', at, text: null, type: 'null' } as const)
  if (op === 'add') return add(document, path, given(), at)
  if (op === 'remove') return remove(document, path)
  if (op === 'replace') return replace(document, path, given(), at)
  if (op === 'test') {
    const found = find(document, path)
    return found && equal(found, given()) ? undefined : 'the value is another'
  }
  if (op !== 'move' && op !== 'copy') return 'there is no such operation'
  const moved = find(document, from ?? '')
  if (!moved) return `there is no ${from}`
  const own = op === 'copy' ? editableCopy(moved, document.building.work) : moved
  return (op === 'move' ? remove(document, from ?? '') : undefined) ?? add(document, path, own, at)
}

/** The parts of a JSON pointer (https://www.rfc-editor.org/rfc/rfc6901). */
function partsOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function find(document: Document, path: string): Editable | undefined {
  return walk(document.root, partsOf(path))
}

function walk(root: Editable, parts: readonly string[]): Editable | undefined {
  let node: Editable | undefined = root
  for (const part of parts) {
    if (node?.kind === 'map') node = node.entries.get(part)?.node
    else if (node?.kind === 'list') node = node.items[indexOf(part, node.items.length) ?? -1]
    else return undefined
  }
  return node
}

/** An index within a list of `size`; those below 0 count from its end. */
function indexOf(part: string, size: number): number | undefined {
  if (!/^[-+]?\d+$/.test(part)) return undefined
  const index = Number(part)
  const counted = index < 0 ? index + size : index
  return counted >= 0 && counted < size ? counted : undefined
}

const NO_PARENT = 'there is nothing that it could be in'

function parentOf(document: Document, path: string): { readonly parent: Editable | undefined; readonly key: string } {
  const parts = partsOf(path)
  const key = parts.at(-1)
  return key === undefined ? { parent: undefined, key: '' } : { parent: walk(document.root, parts.slice(0, -1)), key }
}

function add(document: Document, path: string, value: Editable, at: Span): string | undefined {
  const { parent, key } = parentOf(document, path)
  if (parent?.kind === 'map') {
    const before = parent.entries.get(key)
    if (before) before.node = value
    else parent.entries.set(key, { keyAt: at, node: value })
    return undefined
  }
  if (parent?.kind !== 'list') return NO_PARENT
  const index = key === '-' ? parent.items.length : indexOf(key, parent.items.length + 1)
  if (index === undefined) return 'there is no such place in the list'
  parent.items.splice(index, 0, value)
  return undefined
}

function remove(document: Document, path: string): string | undefined {
  const { parent, key } = parentOf(document, path)
  if (parent?.kind === 'map') return parent.entries.delete(key) ? undefined : 'it is not there'
  if (parent?.kind !== 'list') return NO_PARENT
  const index = indexOf(key, parent.items.length)
  if (index === undefined) return 'it is not there'
  parent.items.splice(index, 1)
  return undefined
}

function replace(document: Document, path: string, value: Editable, at: Span): string | undefined {
  if (path === '') {
    document.root = value
    return undefined
  }
  const { parent, key } = parentOf(document, path)
  if (parent?.kind === 'map') return add(document, path, value, at)
  if (parent?.kind !== 'list') return NO_PARENT
  const index = indexOf(key, parent.items.length)
  if (index === undefined) return 'it is not there'
  parent.items[index] = value
  return undefined
}
