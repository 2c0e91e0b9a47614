import type { Editable } from './editable.js'

/** Whether two trees are the same as JSON. */
export function equal(one: Editable, other: Editable): boolean {
  if (one.kind === 'scalar' && other.kind === 'scalar') {
    if (one.type !== other.type) return false
    return one.type === 'number' ? Number(one.text) === Number(other.text) : one.text === other.text
  }
  if (one.kind === 'list' && other.kind === 'list')
    return (
      one.items.length === other.items.length && one.items.every((item, index) => isEqualTo(item, other.items[index]))
    )
  if (one.kind === 'map' && other.kind === 'map')
    return (
      one.entries.size === other.entries.size &&
      [...one.entries].every(([key, { node }]) => isEqualTo(node, other.entries.get(key)?.node))
    )
  return false
}

function isEqualTo(one: Editable, other: Editable | undefined): boolean {
  return other !== undefined && equal(one, other)
}
