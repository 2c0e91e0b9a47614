import { type Building, refuse } from './building.js'
import {
  below,
  type Editable,
  type EditableList,
  type EditableMap,
  isMissing,
  isNull,
  scalarText,
  setEntry,
  spend,
} from './editable.js'
import { equal } from './equal.js'
import { fieldSchema, type MergeSchema } from './merge-keys.js'
import { mergeLists } from './merge-lists.js'

/**
 * Merges a patch into a tree as kustomize does (a strategic merge patch,
 * https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md, without
 * `$setElementOrder` and its like, which kustomize does not know). Both trees are used up. Returns what comes out;
 * undefined where the patch deletes it. What does not fit is refused and left as it was.
 */
export function mergePatch(
  target: Editable | undefined,
  patch: Editable | undefined,
  schema: MergeSchema | undefined,
  building: Building,
): Editable | undefined {
  spend(building.work, 1)
  const leading = isMissing(target) ? patch : target
  const kind = isMissing(leading) ? 'map' : leading.kind
  if (!isMissing(target) && !isMissing(patch) && patch.kind !== kind) {
    refuse(building, patch.at, 'patch', `a ${kind} is patched with a ${patch.kind}`)
    return target
  }
  if (kind === 'map')
    return mergeMaps(target as EditableMap | undefined, patch as EditableMap | undefined, schema, building)
  if (kind === 'list' && schema?.keys !== undefined)
    return mergeKeyedLists(target as EditableList | undefined, patch as EditableList | undefined, schema, building)
  // A patch says again what it changes something in: that stays where it was written first.
  return target && patch && target.kind === 'scalar' && equal(target, patch) ? target : (patch ?? target)
}

function mergeMaps(
  target: EditableMap | undefined,
  patch: EditableMap | undefined,
  schema: MergeSchema | undefined,
  building: Building,
): Editable | undefined {
  const start = startOf(target, patch, building)
  if (start?.kind !== 'map') return start
  const into = start
  const fields = new Set([...into.entries.keys(), ...(patch?.kind === 'map' ? patch.entries.keys() : [])])
  for (const field of [...fields].sort()) {
    const own = into.entries.get(field)
    const changed = patch?.kind === 'map' ? patch.entries.get(field) : undefined
    const merged = mergePatch(own?.node, changed?.node, fieldSchema(schema, field), building)
    if (merged === undefined || (isNull(merged) && !(own?.node === merged && changed === undefined)))
      into.entries.delete(field)
    else setEntry(into, field, merged, own?.keyAt ?? changed?.keyAt ?? into.at)
  }
  return into
}

/** What the fields are merged into: the target, or what the patch puts in its place. */
function startOf(target: Editable | undefined, patch: Editable | undefined, building: Building): Editable | undefined {
  // A null that is written out stays.
  const written = target && target.at.end > target.at.start ? target : undefined
  if (isMissing(target)) {
    if (patch === undefined) return written
    return isNull(patch) || takeDirective(patch, building) === 'delete' ? undefined : patch
  }
  if (isNull(patch)) return undefined
  const directive = patch === undefined ? 'merge' : takeDirective(patch, building)
  return directive === 'delete' ? undefined : directive === 'replace' ? patch : target
}

function mergeKeyedLists(
  target: EditableList | undefined,
  patch: EditableList | undefined,
  schema: MergeSchema,
  building: Building,
): Editable | undefined {
  if (isNull(patch)) return undefined
  let into = target
  if (isMissing(target)) into = patch
  else if (patch) {
    const directive = takeListDirective(patch, building)
    if (directive === 'delete') return undefined
    if (directive === 'replace') into = patch
  }
  if (into?.kind !== 'list') return into
  const merge = (one: Editable | undefined, other: Editable | undefined) =>
    mergePatch(one, other, schema.items, building)
  const merged = mergeLists(
    into.items,
    patch?.kind === 'list' ? patch.items : [],
    schema.keys ?? [],
    merge,
    building.work,
  )
  into.items = [...merged]
  return into
}

type Directive = 'merge' | 'replace' | 'delete'

/** Reads the `$patch` of a map, and takes it out. */
function takeDirective(patch: Editable, building: Building): Directive {
  const node = below(patch, '$patch')
  if (node === undefined || patch.kind !== 'map') return 'merge'
  const directive = directiveOf(node, building)
  patch.entries.delete('$patch')
  return directive
}

/** Reads the item of a list that holds nothing but `$patch`, and takes it out. */
function takeListDirective(patch: EditableList, building: Building): Directive {
  const item = patch.items.find(one => below(one, '$patch') !== undefined)
  if (item?.kind !== 'map' || item.entries.size > 1) return 'merge'
  const node = below(item, '$patch')
  const directive = node ? directiveOf(node, building) : 'merge'
  patch.items = patch.items.filter(one => one !== item)
  return directive
}

function directiveOf(node: Editable, building: Building): Directive {
  const text = scalarText(node)
  if (text === 'merge' || text === 'replace' || text === 'delete') return text
  refuse(building, node.at, 'patch', `$patch is delete, replace or merge, not ${text}`)
  return 'merge'
}
