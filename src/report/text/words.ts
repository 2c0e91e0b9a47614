/** "1 finding", "2 findings", "no findings"; `many` for irregular plurals. */
export function plural(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`
  return `${count} ${count === 1 ? one : many}`
}
