import { groupOf, isClusterScoped, versionOf } from '../scopes.js'
import { below, type EditableMap, scalarText } from './editable.js'

/** An object on its way through a build, with what kustomize remembers of it. */
export interface Resource {
  /** Undefined once a patch has deleted it. */
  node: EditableMap | undefined
  /** What it was called before each change of its name, namespace or kind, oldest first. */
  readonly earlier: EarlierId[]
  readonly prefixes: string[]
  readonly suffixes: string[]
  /** Its name gets a hash of its content. */
  hashed: boolean
  /** What a generator is to do where the object is already there; absent for objects that were read. */
  readonly behavior?: 'create' | 'merge' | 'replace'
  /** The names of `vars` that take their value from it. */
  readonly variables: Set<string>
}

interface EarlierId {
  readonly name: string
  /** Never empty: `default` where none was written. */
  readonly namespace: string
  readonly kind: string
}

/** What tells objects apart. */
export interface ResourceId {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
  /** Empty where none is written. */
  readonly namespace: string
}

/** An object as it was read. */
export function resourceOf(node: EditableMap): Resource {
  return { node, earlier: [], prefixes: [], suffixes: [], hashed: false, variables: new Set() }
}

/** What an object is called now. */
export function currentId({ node }: Resource): ResourceId {
  const apiVersion = scalarText(below(node, 'apiVersion'))
  const metadata = below(node, 'metadata')
  return {
    group: groupOf(apiVersion),
    version: versionOf(apiVersion),
    kind: scalarText(below(node, 'kind')),
    name: scalarText(below(metadata, 'name')),
    namespace: scalarText(below(metadata, 'namespace')),
  }
}

/** What it was called when it was read. */
export function originalId(resource: Resource): ResourceId {
  return earlierIds(resource)[0] ?? currentId(resource)
}

/** What it was called before, oldest first; group and version are those of now. */
export function earlierIds(resource: Resource): readonly ResourceId[] {
  const { group, version } = currentId(resource)
  return resource.earlier.map(id => ({ group, version, ...id }))
}

/** Every id that it has or had. */
export function allIds(resource: Resource): readonly ResourceId[] {
  return [...earlierIds(resource), currentId(resource)]
}

/** Remembers what an object is called before it is renamed. */
export function rememberId(resource: Resource): void {
  const id = currentId(resource)
  resource.earlier.push({ name: id.name, namespace: effectiveNamespace(id), kind: id.kind })
}

/** The namespace for comparisons: `default` for none; all objects outside namespaces have the same. */
export function effectiveNamespace({ group, version, kind, namespace }: ResourceId): string {
  if (isClusterScoped(group === '' ? version : `${group}/${version}`, kind)) return OUTSIDE
  return namespace === '' ? 'default' : namespace
}

/** No namespace can be called so. */
export const OUTSIDE = '(none)'

/** Ids of one object have the same key. */
export function keyOfId(id: ResourceId): string {
  return [id.group, id.version, id.kind, effectiveNamespace(id), id.name].join('\n')
}

/** Whether kustomize has notes of its own on an object, which it keeps among the annotations. */
export function hasNotes(resource: Resource): boolean {
  const { earlier, prefixes, suffixes, hashed, behavior } = resource
  return earlier.length > 0 || prefixes.length > 0 || suffixes.length > 0 || hashed || behavior !== undefined
}
