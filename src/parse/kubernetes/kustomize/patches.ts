import type { Span } from '../../../source.js'
import { child, type Node, textOf } from '../../node.js'
import { type Building, type Gathered, idsIn, items, noteUnmatched, refuse } from './building.js'
import { below, type EditableMap, editableCopy, isMissing, mapNode, setEntry, spend } from './editable.js'
import { innerText } from './inner-text.js'
import { applyOperations, type Operation } from './json-patch.js'
import type { Kustomization } from './kustomization.js'
import { mergeSchemaOf } from './merge-keys.js'
import { contentOf, fileContent, type MergePatch, patchOf } from './patch-content.js'
import {
  allIds,
  currentId,
  effectiveNamespace,
  hasNotes,
  keyOfId,
  type Resource,
  rememberId,
  resourceOf,
} from './resources.js'
import { type Selector, selectorOf, targets } from './selectors.js'
import { mergePatch } from './strategic-merge.js'

/** `patchesStrategicMerge`: each entry is a file, or the patch itself. */
export function strategicMergePatches(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization.node, 'patchesStrategicMerge'))) {
    if (entry.kind !== 'scalar' || entry.text === null) continue
    const inline = innerText(entry, building.read(kustomization.path))
    const isInline = entry.text.includes('\n') || entry.text.trim().startsWith('{')
    const patch = isInline ? contentOf(inline.source, inline.relocate) : fileContent(kustomization, entry, building)
    if (patch?.merges) for (const one of patch.merges) mergeByName(one, gathered, { at: entry.at }, building)
    else if (patch) refuse(building, entry.at, 'patch', 'it is no strategic merge patch')
  }
}

/** `patches`: strategic merge patches and JSON patches, from files or inline, for one object or for all of a target. */
export function patches(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization.node, 'patches'))) {
    const patch = patchOf(entry, kustomization, building)
    if (!patch) continue
    const target = child(entry, 'target')
    const selector = selectorOf(target)
    const isOn = (key: string) => textOf(child(child(entry, 'options'), key)) === 'true'
    const options = { at: entry.at, rename: isOn('allowNameChange'), retype: isOn('allowKindChange') }
    const noteIfNone = (matched: boolean) => {
      if (!matched) noteTarget(target, kustomization, building)
    }
    if (target && !selector) building.notEvaluated.push({ setting: 'patches', at: target.at })
    else if (patch.operations) noteIfNone(operate(patch.operations, selector, true, gathered, entry.at, building))
    else if (patch.merges && selector) noteIfNone(mergeByTarget(patch.merges, selector, gathered, options, building))
    else for (const one of patch.merges ?? []) mergeByName(one, gathered, options, building)
  }
}

/** `patchesJson6902`. */
export function jsonPatches(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization.node, 'patchesJson6902'))) {
    const patch = patchOf(entry, kustomization, building)
    const target = child(entry, 'target')
    const selector = selectorOf(target)
    if (!patch) continue
    if (target && !selector) building.notEvaluated.push({ setting: 'patchesJson6902', at: target.at })
    else if (!patch.operations) refuse(building, entry.at, 'patch', 'it is no JSON patch')
    else if (textOf(child(target, 'name')) === undefined) refuse(building, entry.at, 'patch', 'the target has no name')
    else if (!operate(patch.operations, selector, false, gathered, entry.at, building))
      noteTarget(target, kustomization, building)
  }
}

/**
 * Notes a target that names an object which is not there. One that asks for a kind or for labels alone is for whatever there
 * is, and a component for whoever takes it in.
 */
function noteTarget(target: Node | undefined, { kind }: Kustomization, building: Building): void {
  const name = textOf(child(target, 'name'))
  if (!target || !name || kind === 'Component') return
  const namespace = textOf(child(target, 'namespace'))
  const what = `${textOf(child(target, 'kind')) ?? 'the object'} ${name}${namespace ? ` in the namespace ${namespace}` : ''}`
  noteUnmatched(building, target.at, what)
}

interface MergeOptions {
  readonly at: Span
  readonly rename?: boolean
  readonly retype?: boolean
}

/** A patch without a target is for the one object that is, or was, called as it is. */
function mergeByName(patch: MergePatch, gathered: Gathered, options: MergeOptions, building: Building): void {
  spend(building.work, gathered.resources.length)
  const node = copyOf(patch, building)
  const id = currentId(resourceOf(node))
  const key = keyOfId(id)
  const found = gathered.resources.filter(one => one.node && allIds(one).some(other => keyOfId(other) === key))
  const [resource] = found
  if (resource && found.length === 1) merge(resource, node, options, building)
  else {
    const count = found.length === 0 ? 'there is no' : 'there are several objects'
    const others = gathered.resources.filter(one => currentId(one).kind === id.kind && currentId(one).name === id.name)
    const elsewhere = found.length === 0 ? others.map(one => effectiveNamespace(currentId(one)))[0] : undefined
    const where = elsewhere === undefined ? '' : ` in the namespace ${effectiveNamespace(id)}, only in ${elsewhere}`
    refuse(building, patch.relocate(patch.node.at), 'patch-target', `${count} ${id.kind} ${id.name} to patch${where}`)
    // Nobody is in doubt which one is meant: what is said of it is said of what it is to be.
    const [meant] = others.filter(one => one.node !== undefined)
    if (meant && others.length === 1) merge(meant, node, options, building)
  }
}

/** False when the target means no object. */
function mergeByTarget(
  all: readonly MergePatch[],
  selector: Selector,
  gathered: Gathered,
  options: MergeOptions,
  building: Building,
): boolean {
  const [patch, second] = all
  if (second) refuse(building, options.at, 'patch', 'several patches in one entry cannot have a target')
  if (!patch || second) return true
  spend(building.work, gathered.resources.length)
  let matched = false
  for (const resource of gathered.resources) {
    if (!resource.node || !targets(selector, resource)) continue
    matched = true
    const node = copyOf(patch, building)
    const version = below(resource.node, 'apiVersion')
    if (version) setEntry(node, 'apiVersion', version, version.at)
    merge(resource, node, options, building)
  }
  checkNames(gathered, options.at, building)
  return matched
}

function checkNames(gathered: Gathered, at: Span, building: Building): void {
  const there = gathered.resources.filter(one => one.node !== undefined)
  if (idsIn({ ...gathered, resources: there }, building).size < there.length)
    refuse(building, at, 'conflict', 'after it two objects are called the same')
}

function copyOf({ node, relocate }: MergePatch, building: Building): EditableMap {
  const copy = editableCopy(node, building.work, relocate)
  return copy.kind === 'map' ? copy : mapNode(copy.at)
}

/** Merges a patch into an object, which keeps its kind, name and namespace. */
function merge(resource: Resource, patch: EditableMap, options: MergeOptions, building: Building): void {
  const { node } = resource
  if (!node) return
  const before = { kind: below(node, 'kind'), name: below(below(node, 'metadata'), 'name') }
  const namespace = below(below(node, 'metadata'), 'namespace')
  if (options.rename || options.retype) rememberId(resource)
  const { apiVersion, kind } = typeOf(node)
  const merged = mergePatch(node, patch, mergeSchemaOf(apiVersion, kind), building)
  resource.node = merged?.kind === 'map' && merged.entries.size > 0 ? merged : undefined
  if (!resource.node) return
  if (!options.retype && before.kind) setEntry(resource.node, 'kind', before.kind, before.kind.at)
  const metadata = below(resource.node, 'metadata')
  if (metadata?.kind !== 'map') return
  if (!options.rename && before.name) setEntry(metadata, 'name', before.name, before.name.at)
  if (isMissing(namespace)) metadata.entries.delete('namespace')
  else setEntry(metadata, 'namespace', namespace, namespace.at)
}

function typeOf(node: EditableMap): { readonly apiVersion: string; readonly kind: string } {
  const { group, version, kind } = currentId(resourceOf(node))
  return { apiVersion: group === '' ? version : `${group}/${version}`, kind }
}

/**
 * False when the target means no object. Kustomize keeps notes among the annotations, so that a JSON patch finds annotations
 * where none are written.
 */
function operate(
  operations: readonly Operation[],
  selector: Selector | undefined,
  remember: boolean,
  gathered: Gathered,
  at: Span,
  building: Building,
): boolean {
  if (!selector) {
    refuse(building, at, 'patch', 'a JSON patch needs a target')
    return true
  }
  spend(building.work, gathered.resources.length)
  let matched = false
  for (const resource of gathered.resources) {
    if (!resource.node || !targets(selector, resource)) continue
    matched = true
    if (remember) rememberId(resource)
    const metadata = below(resource.node, 'metadata')
    if (hasNotes(resource) && metadata?.kind === 'map' && isMissing(below(metadata, 'annotations')))
      setEntry(metadata, 'annotations', mapNode(at), at)
    spend(building.work, operations.length)
    resource.node = applyOperations(resource.node, operations, building)
    dropEmptyAnnotations(resource.node)
  }
  return matched
}

function dropEmptyAnnotations(node: EditableMap): void {
  const metadata = below(node, 'metadata')
  const annotations = below(metadata, 'annotations')
  if (metadata?.kind === 'map' && annotations?.kind === 'map' && annotations.entries.size === 0)
    metadata.entries.delete('annotations')
}
