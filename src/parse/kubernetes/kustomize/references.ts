import type { Span } from '../../../source.js'
import { type Building, editableItems, type Gathered, refuse } from './building.js'
import { below, type Editable, type EditableMap, isNull, scalarText, setEntry, spend, textNode } from './editable.js'
import { type FieldPath, visitOne } from './field-paths.js'
import { REFERENCES, type References } from './reference-fields.js'
import {
  currentId,
  earlierIds,
  effectiveNamespace,
  OUTSIDE,
  originalId,
  type Resource,
  type ResourceId,
} from './resources.js'

/** Writes the new name of every renamed object wherever another one names it. */
export function followNames(gathered: Gathered, building: Building): void {
  const renamed = new Map<string, Resource[]>()
  for (const resource of gathered.resources) {
    for (const name of new Set(resource.earlier.map(id => id.name))) {
      const known = renamed.get(name)
      if (known) known.push(resource)
      else renamed.set(name, [resource])
    }
  }
  if (renamed.size === 0) return
  for (const referrer of gathered.resources) {
    const first = originalId(referrer)
    for (const references of REFERENCES) {
      for (const field of references.fields) {
        if (isFieldOfId(field, first)) followField({ referrer, references, field, renamed, building })
      }
    }
  }
}

function isFieldOfId({ group, version, kind }: FieldPath, id: ResourceId): boolean {
  return (
    (kind === undefined || kind === id.kind) &&
    (group === undefined || group === id.group) &&
    (version === undefined || version === id.version)
  )
}

interface Following {
  readonly referrer: Resource
  readonly references: References
  readonly field: FieldPath
  /** The objects that were once called so. */
  readonly renamed: ReadonlyMap<string, readonly Resource[]>
  readonly building: Building
}

function followField(following: Following): void {
  const { referrer, field, building } = following
  if (!referrer.node) return
  const visit = (node: Editable) => {
    for (const one of node.kind === 'list' ? node.items : [node]) {
      if (one.kind === 'map') followMap(one, following)
      else if (one.kind === 'scalar' && !isNull(one)) followText(one, following)
    }
  }
  visitOne(referrer.node, field, { at: referrer.node.at, visit }, building)
}

function followText(node: Editable & { kind: 'scalar' }, following: Following): void {
  const found = referral(scalarText(node), undefined, false, node.at, following)
  if (found) node.text = currentId(found).name
}

/** A name and a namespace. */
function followMap(node: EditableMap, following: Following): void {
  const name = below(node, 'name')
  if (name === undefined) {
    refuse(following.building, node.at, 'reference', 'something is named here without a name')
    return
  }
  const namespace = below(node, 'namespace')
  const found = referral(scalarText(name), namespace && scalarText(namespace), true, node.at, following)
  if (!found) return
  const id = currentId(found)
  setEntry(node, 'name', textNode(id.name, name.at), name.at)
  if (id.namespace !== '') setEntry(node, 'namespace', textNode(id.namespace, namespace?.at ?? name.at), name.at)
}

/** The object that is meant by a name; undefined where none was renamed. Several are refused. */
function referral(
  name: string,
  namespace: string | undefined,
  withNamespace: boolean,
  at: Span,
  following: Following,
): Resource | undefined {
  const { referrer, renamed, building } = following
  const known = renamed.get(name) ?? []
  spend(building.work, known.length)
  const reachable = known.filter(one => isReachable(one, referrer) && isMeant(one, following))
  const inPlace = namespace === undefined ? reachable : inNamespace(reachable, namespace)
  const candidates = inPlace.filter(one => isNear(one, referrer))
  if (candidates.length === 1) return candidates[0]
  const loose = candidates.filter(one => isOfSameNames(one, referrer, true))
  const strict = loose.length > 1 ? loose.filter(one => isOfSameNames(one, referrer, false)) : loose
  const names = new Set(strict.map(one => nameOf(one, withNamespace)))
  if (names.size > 1) refuse(building, at, 'reference', `${name} may mean several objects`)
  return names.size > 1 ? undefined : strict[0]
}

function nameOf(resource: Resource, withNamespace: boolean): string {
  const { name, namespace } = currentId(resource)
  return withNamespace ? `${name}\n${namespace}` : name
}

/** Objects see those of their own namespace and those outside all; the subjects of a role binding may be anywhere. */
function isReachable(target: Resource, referrer: Resource): boolean {
  const own = effectiveNamespace(currentId(referrer))
  const other = effectiveNamespace(currentId(target))
  if (own === OUTSIDE || other === OUTSIDE || own === other) return true
  if (currentId(referrer).kind !== 'RoleBinding') return false
  return editableItems(below(referrer.node, 'subjects')).some(
    subject =>
      scalarText(below(subject, 'kind')) === 'ServiceAccount' &&
      scalarText(below(subject, 'namespace')) === currentId(target).namespace,
  )
}

function isNear(target: Resource, referrer: Resource): boolean {
  const own = effectiveNamespace(currentId(referrer))
  const other = effectiveNamespace(currentId(target))
  return own === OUTSIDE || other === OUTSIDE || currentId(target).kind === 'ServiceAccount' || own === other
}

/** Whether it is, or was, of the kind that the field names; a `roleRef` says so itself. */
function isMeant(target: Resource, { references, field, referrer }: Following): boolean {
  const ids = earlierIds(target)
  const { group, version, kind } = references
  const isOfKind = ids.some(
    id =>
      id.kind === kind &&
      (group === undefined || id.group === group) &&
      (version === undefined || id.version === version),
  )
  if (!isOfKind || field.path[0] !== 'roleRef') return isOfKind
  const role = below(referrer.node, 'roleRef')
  const wanted = { group: below(role, 'apiGroup'), kind: below(role, 'kind') }
  if (!wanted.group || !wanted.kind) return true
  return ids.some(id => id.group === scalarText(wanted.group) && id.kind === scalarText(wanted.kind))
}

/** Those that were in the namespace when they were read, else those that are now. */
function inNamespace(resources: readonly Resource[], namespace: string): readonly Resource[] {
  const before = resources.filter(one => effectiveNamespace(originalId(one)) === namespace)
  return before.length > 0 ? before : resources.filter(one => effectiveNamespace(currentId(one)) === namespace)
}

/** Whether two objects went through the same prefixes and suffixes. */
function isOfSameNames(one: Resource, other: Resource, loosely: boolean): boolean {
  const agree = (own: readonly string[], theirs: readonly string[]) => {
    if (own.length === 0 || theirs.length === 0) return loosely || own.length === theirs.length
    const length = Math.min(own.length, theirs.length)
    return own.slice(-length).join('\n') === theirs.slice(-length).join('\n')
  }
  return agree(one.prefixes, other.prefixes) && agree(one.suffixes, other.suffixes)
}
