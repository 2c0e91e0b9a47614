import { HELD } from '../width.js'

/** "1 finding", "2 findings", "no findings"; `many` for irregular plurals. */
export function plural(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`
  return `${count} ${count === 1 ? one : many}`
}

/** For `wrap`: "backup/missing (4 places), health/check-missing and 3 more rules", in the order in which they first come. */
export function placesByRule(findings: readonly { readonly rule: string }[], most = 6): string {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const named = [...counts].map(([rule, count]) =>
    count === 1 ? rule : `${rule}${HELD}(${plural(count, 'place').replace(' ', HELD)})`,
  )
  const rest = named.length - most
  return rest > 0 ? `${named.slice(0, most).join(', ')} and ${plural(rest, 'more rule')}` : named.join(', ')
}
