import { below, type Editable, isMissing, scalarText, spend, textNode, type Work } from './editable.js'

/** The values of the keys of an item, empty for those that it does not have. */
type Values = readonly string[]

type Merge = (target: Editable | undefined, patch: Editable | undefined) => Editable | undefined

/**
 * Merges two lists whose items are told apart by keys. What the patch adds comes first, as kustomize has it. A key that no
 * item has is left aside; an item that lacks one is taken for any that agrees with it in the others.
 */
export function mergeLists(
  target: readonly Editable[],
  patch: readonly Editable[],
  keys: readonly string[],
  merge: Merge,
  work: Work,
): readonly Editable[] {
  if (keys.length === 0) return mergeScalars(target, patch)
  spend(work, (target.length + patch.length) ** 2)
  const tuples = agree(tuplesOf([...patch, ...target], keys))
  const used = usedKeys(tuples, keys)
  let rest = [...target]
  let merged: Editable[] = []
  for (const tuple of tuples) {
    const values = used.map(key => tuple[keys.indexOf(key)] ?? '')
    const item = merge(itemOf(target, keys, tuple), itemOf(patch, keys, tuple))
    if (isMissing(item) || (item.kind === 'map' && item.entries.size === 0)) {
      rest = rest.filter(one => !has(one, used, values))
      continue
    }
    for (const [index, key] of used.entries()) {
      const value = values[index] ?? ''
      if (item.kind === 'map' && value !== '' && !item.entries.has(key))
        item.entries.set(key, { keyAt: item.at, node: textNode(value, item.at) })
    }
    merged = put(merged, item, used, values)
  }
  for (const item of rest) {
    const own = used.filter(key => below(item, key) !== undefined)
    const values = own.map(key => scalarText(below(item, key)))
    // With several keys, what was there already moves behind what is new.
    if (used.length > 1) merged = merged.filter(one => !has(one, own, values))
    merged = put(merged, item, own, values)
  }
  return merged
}

function mergeScalars(target: readonly Editable[], patch: readonly Editable[]): readonly Editable[] {
  const seen = new Set<string>()
  return [...patch, ...target].filter(item => {
    const text = scalarText(item)
    return !seen.has(text) && seen.add(text)
  })
}

function tuplesOf(items: readonly Editable[], keys: readonly string[]): readonly Values[] {
  const found = new Map<string, Values>()
  for (const item of items) {
    const values = keys.map(key => scalarText(below(item, key)))
    const id = values.join('\n')
    if (!found.has(id)) found.set(id, values)
  }
  return [...found.values()]
}

/** Items that agree in one key, and lack the others or agree in them, are one. */
function agree(tuples: readonly Values[]): readonly Values[] {
  const result = [...tuples]
  if ((result[0]?.length ?? 0) < 2) return result
  for (let one = 0; one < result.length; one++) {
    for (let other = 0; other < result.length; other++) {
      const both = joined(result[one] ?? [], result[other] ?? [])
      if (both) {
        result[one] = both
        result[other] = both
      }
    }
  }
  return result
}

function joined(one: Values, other: Values): Values | undefined {
  let common = false
  const both: string[] = []
  for (const [index, value] of one.entries()) {
    const opposite = other[index] ?? ''
    if (value === opposite) common = true
    else if (value !== '' && opposite !== '') return undefined
    both.push(value === '' ? opposite : value)
  }
  return common ? both : undefined
}

function usedKeys(tuples: readonly Values[], keys: readonly string[]): readonly string[] {
  const used = keys.filter((_, index) => tuples.some(tuple => tuple[index] !== ''))
  return used.length === 0 ? keys : used
}

/** The first item that has those values which are known. */
function itemOf(items: readonly Editable[], keys: readonly string[], tuple: Values): Editable | undefined {
  const known = keys.filter((_, index) => tuple[index] !== '')
  const asked = known.length === 0 ? keys : known
  return items.find(item =>
    has(
      item,
      asked,
      asked.map(key => tuple[keys.indexOf(key)] ?? ''),
    ),
  )
}

/** An unknown value is any. */
function has(item: Editable, keys: readonly string[], values: Values): boolean {
  if (keys.length === 0) return false
  return keys.every((key, index) => {
    const node = below(item, key)
    return node !== undefined && (values[index] === '' || scalarText(node) === values[index])
  })
}

/** Puts an item in the place of those with the same values, else at the end. */
function put(items: readonly Editable[], item: Editable, keys: readonly string[], values: Values): Editable[] {
  let found = false
  const result = items.map(one => {
    if (!has(one, keys, values)) return one
    found = true
    return item
  })
  return found ? result : [...result, item]
}
