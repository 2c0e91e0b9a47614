import type { Span } from '../../../source.js'
import { groupOf, versionOf } from '../scopes.js'
import { type Building, type Gathered, refuse } from './building.js'
import { below, type Editable, type EditableMap, isNull, mapNode, scalarText, spend, textNode } from './editable.js'

/** A field of some kinds of objects (https://github.com/kubernetes-sigs/kustomize/tree/master/examples/transformerconfigs). */
export interface FieldPath {
  /** The names of the fields from the top. Lists on the way are passed through, item by item; `[]` behind a name says that
   *  it is one. */
  readonly path: readonly string[]
  /** Of which objects: absent for any. */
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  /** The fields on the way are made where they are not there. */
  readonly create: boolean
}

/** Whether a field belongs to an object of this kind. */
function isFieldOf(field: FieldPath, node: EditableMap): boolean {
  const apiVersion = scalarText(below(node, 'apiVersion'))
  return (
    (field.kind === undefined || field.kind === scalarText(below(node, 'kind'))) &&
    (field.group === undefined || field.group === groupOf(apiVersion)) &&
    (field.version === undefined || field.version === versionOf(apiVersion))
  )
}

/** What is done with a field. */
export interface Visit {
  /** What the last field is made as where it is not there; absent: it is not made. */
  readonly make?: 'map' | 'text'
  /** Where what is made is said to be written. */
  readonly at: Span
  readonly visit: (node: Editable) => void
}

interface Walk extends Visit {
  readonly building: Building
}

/** Visits a field of all objects that have it. Where a path leads through a scalar, that is refused. */
export function visitEverywhere({ resources }: Gathered, field: FieldPath, visit: Visit, building: Building): void {
  for (const { node } of resources) if (node) visitOne(node, field, visit, building)
}

/** Visits a field of one object. */
export function visitOne(node: EditableMap, field: FieldPath, visit: Visit, building: Building): void {
  if (isFieldOf(field, node)) step(node, field, 0, { ...visit, building })
}

function step(node: Editable, field: FieldPath, depth: number, walk: Walk): void {
  spend(walk.building.work, 1)
  const name = field.path[depth]
  if (name === undefined) walk.visit(node)
  else if (node.kind === 'list') for (const item of node.items) step(item, field, depth, walk)
  else if (node.kind === 'map') {
    const next = childOf(node, field, depth, walk)
    if (next) step(next, field, depth + 1, walk)
  } else if (!isNull(node)) refuse(walk.building, node.at, 'tree', `${name} is looked for in what is no mapping`)
}

function childOf(map: EditableMap, field: FieldPath, depth: number, walk: Walk): Editable | undefined {
  const written = field.path[depth] ?? ''
  const name = written.replace(/\[\]$/, '')
  const own = below(map, name)
  if (own && !isNull(own)) return own
  const last = depth === field.path.length - 1
  if (!field.create || walk.make === undefined || name !== written) return own
  const made = last && walk.make === 'text' ? textNode('', walk.at) : mapNode(walk.at)
  const entry = map.entries.get(name)
  if (entry) entry.node = made
  else map.entries.set(name, { keyAt: walk.at, node: made })
  return made
}
