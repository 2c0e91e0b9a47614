import type { ListNode, MapNode, Node, ScalarNode } from '../node.js'
import { type Loading, reject } from './loading.js'
import { below, fingerprint, isUnknown, mapEntries, mapItems, nullAt } from './nodes.js'
import { PROJECT_SHAPE } from './schema.js'
import type { ListShape, MapShape, ScalarShape, ScalarType, Shape } from './shape.js'

/**
 * Checks a merged file against the shape of the specification. What is of the wrong kind altogether (a list for a mapping)
 * is reported and emptied, so that later steps need not ask again; what merely has the wrong type is reported and kept.
 */
export function checkSchema(root: MapNode, loading: Loading): MapNode {
  return checkShape(root, PROJECT_SHAPE, loading)
}

/** The same for another shape of a whole file. */
export function checkShape(root: MapNode, shape: Shape, reporting: Reporting): MapNode {
  return checkNode(root, shape, '', reporting) as MapNode
}

type Reporting = Pick<Loading, 'report'>

function checkNode(node: Node, shape: Shape, path: string, loading: Reporting): Node {
  if (shape.any) return node
  if (node.kind === 'scalar' && shape.scalar) return checkScalar(node, shape.scalar, path, loading)
  if (node.kind === 'list' && shape.list) return checkList(node, shape.list, path, loading)
  if (node.kind === 'map' && shape.map) return checkMap(node, shape.map, path, loading)
  reject(loading, node.at, 'wrong-type', `${placeName(path)} must be ${expected(shape)}`)
  return nullAt(node.at)
}

function placeName(path: string): string {
  return path === '' ? 'A Compose file' : path
}

const TYPE_WORDS: Readonly<Record<ScalarType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'a boolean',
  null: 'null',
}

function expected(shape: Shape): string {
  const words = (shape.scalar?.types ?? []).map(type => TYPE_WORDS[type])
  if (shape.list) words.push('a list')
  if (shape.map) words.push('a mapping')
  const last = words.pop() ?? 'nothing'
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`
}

function hasType(node: ScalarNode, type: ScalarType): boolean {
  if (type === 'integer') return node.type === 'number' && /^-?\d+$/.test(node.text ?? '')
  if (type === 'number') return node.type === 'number' && !/^(?:NaN|[-+]Inf)$/.test(node.text ?? '')
  return node.type === type
}

function checkScalar(node: ScalarNode, shape: ScalarShape, path: string, loading: Reporting): Node {
  if (isUnknown(node)) return node
  const wrong = (code: string, must: string) => reject(loading, node.at, code, `${placeName(path)} must be ${must}`)
  const value = node.text ?? ''
  if (!shape.types.some(type => hasType(node, type))) wrong('wrong-type', expected({ scalar: shape }))
  else if (node.type === 'string' && shape.oneOf && !shape.oneOf.includes(value)) {
    wrong('wrong-value', `one of ${shape.oneOf.join(', ')}`)
  } else if (node.type === 'string' && shape.pattern && !shape.pattern.test(value))
    wrong('wrong-value', `written as ${shape.pattern.source}`)
  else if (node.type === 'number' && shape.min !== undefined && Number(value) < shape.min)
    wrong('wrong-value', `at least ${shape.min}`)
  else if (node.type === 'number' && shape.max !== undefined && Number(value) > shape.max)
    wrong('wrong-value', `at most ${shape.max}`)
  return node
}

function checkList(node: ListNode, shape: ListShape, path: string, loading: Reporting): Node {
  const seen = new Set<string>()
  return mapItems(node, (item, index) => {
    if (shape.unique && !isUnknown(item)) {
      const print = fingerprint(item)
      if (seen.has(print)) reject(loading, item.at, 'duplicate-item', `${placeName(path)} has the same item twice`)
      seen.add(print)
    }
    return checkNode(item, shape.item, below(path, String(index)), loading)
  })
}

function checkMap(node: MapNode, shape: MapShape, path: string, loading: Reporting): Node {
  const strange: string[] = []
  const checked = mapEntries(node, (child, key) => {
    const known = shape.keys.get(key) ?? (shape.others?.pattern.test(key) ? shape.others.shape : undefined)
    if (known) return checkNode(child, known, below(path, key), loading)
    if (!shape.open && !(shape.extensions && key.startsWith('x-'))) strange.push(key)
    return child
  })
  rejectKeys(strange, node, path, loading)
  for (const key of shape.required) {
    if (!node.entries.has(key)) reject(loading, node.at, 'missing-key', `${placeName(path)} must have the key ${key}`)
  }
  return checked
}

/** What lies beside `services` by its name, as services lie in it. */
const NAMED_PLACE = /^(?:volumes|networks|secrets|configs|models)\.[^.]+$/

/** The keys of one mapping are one mistake, and a service in the wrong place is another than a key that is misspelt. */
function rejectKeys(keys: readonly string[], node: MapNode, path: string, loading: Reporting): void {
  const isService = (of: Node | undefined) => of?.kind === 'map' && (of.entries.has('image') || of.entries.has('build'))
  const services = path === '' ? keys.filter(key => isService(node.entries.get(key)?.node)) : []
  for (const key of services) {
    const at = node.entries.get(key)?.keyAt ?? node.at
    reject(
      loading,
      at,
      'unknown-key',
      `A Compose file does not know the key ${key}: it is a service, and belongs below services`,
    )
  }
  const [first, ...others] = keys.filter(key => !services.includes(key))
  if (first === undefined) return
  const at = node.entries.get(first)?.keyAt ?? node.at
  const last = others.at(-1)
  const names = last === undefined ? `key ${first}` : `keys ${[first, ...others.slice(0, -1)].join(', ')} and ${last}`
  const misplaced = NAMED_PLACE.test(path) && isService(node) ? ': it is a service, and belongs below services' : ''
  reject(loading, at, 'unknown-key', `${placeName(path)} does not know the ${names}${misplaced}`)
}
