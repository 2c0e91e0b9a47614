import type { Span } from '../../../source.js'
import { child, type MapNode, type Node, textOf } from '../../node.js'
import { isClusterScoped } from '../scopes.js'
import { type Building, editableItems, type Gathered, idsIn, refuse } from './building.js'
import { below, type Editable, type EditableMap, scalarText, setEntry, spend, textNode } from './editable.js'
import { visitOne } from './field-paths.js'
import { NAMESPACES } from './label-fields.js'
import { currentId, originalId, type Resource, type ResourceId, rememberId } from './resources.js'

/** `namespace`: of all objects that live in one. A `Namespace` is renamed. */
export function setNamespace(kustomization: MapNode, gathered: Gathered, building: Building): void {
  const value = child(kustomization, 'namespace')
  const namespace = textOf(value)
  if (value === undefined || namespace === undefined || namespace === '') return
  const at = value.at
  for (const resource of gathered.resources) {
    const { node } = resource
    if (!node) continue
    rememberId(resource)
    const visit = (field: Editable) => writeText(field, namespace, at, building)
    if (!isClusterScoped(scalarText(below(node, 'apiVersion')), scalarText(below(node, 'kind')))) {
      const metadata = below(node, 'metadata')
      if (metadata?.kind === 'map') setEntry(metadata, 'namespace', textNode(namespace, at), at)
    }
    if (/^(?:Cluster)?RoleBinding$/.test(scalarText(below(node, 'kind')))) setSubjects(node, namespace, at)
    for (const field of NAMESPACES) visitOne(node, field, { make: 'text', at, visit }, building)
  }
  spend(building.work, gathered.resources.length)
  if (idsIn(gathered, building).size < gathered.resources.length)
    refuse(building, at, 'conflict', `in the namespace ${namespace} two objects are called the same`)
}

/** The service account `default` of a binding; others follow the account that they name. */
function setSubjects(node: EditableMap, namespace: string, at: Span): void {
  for (const subject of editableItems(below(node, 'subjects'))) {
    if (subject.kind === 'map' && scalarText(below(subject, 'name')) === 'default')
      setEntry(subject, 'namespace', textNode(namespace, at), at)
  }
}

/** Writes a text over a scalar. */
export function writeText(node: Editable, text: string, at: Span, building: Building): void {
  if (node.kind === 'scalar') {
    node.text = text
    node.type = 'string'
    node.at = at
  } else refuse(building, node.at, 'tree', 'a text is written where there is none')
}

/** `namePrefix` and `nameSuffix`. */
export function addToNames(kustomization: MapNode, gathered: Gathered): void {
  const prefix = textOf(child(kustomization, 'namePrefix')) ?? ''
  const suffix = textOf(child(kustomization, 'nameSuffix')) ?? ''
  for (const resource of gathered.resources) {
    if (keepsName(originalId(resource))) continue
    if (prefix !== '') {
      resource.prefixes.push(prefix)
      rename(resource, name => prefix + name)
    }
  }
  for (const resource of gathered.resources) {
    if (keepsName(originalId(resource))) continue
    if (suffix !== '') {
      resource.suffixes.push(suffix)
      rename(resource, name => name + suffix)
    }
  }
}

/** Names that follow from something else, or that others know. */
function keepsName({ group, kind }: ResourceId): boolean {
  return (
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (group === 'apiregistration.k8s.io' && kind === 'APIService')
  )
}

/** Gives an object another name; what points at the name still points where it is written. */
export function rename(resource: Resource, change: (name: string) => string): void {
  const name = below(below(resource.node, 'metadata'), 'name')
  if (name?.kind !== 'scalar' || name.text === null) return
  rememberId(resource)
  name.text = change(currentId(resource).name)
  name.type = 'string'
}

/** A text of a kustomization that is set and not empty. */
export function setting(node: Node | undefined, key: string): { readonly text: string; readonly at: Span } | undefined {
  const value = child(node, key)
  const text = textOf(value)
  return value === undefined || text === undefined || text === '' ? undefined : { text, at: value.at }
}
