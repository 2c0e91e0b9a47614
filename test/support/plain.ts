import type { Node } from '../../src/parse/node.js'

/** A tree as plain values, with `?reason` for what is not known. */
export function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'scalar') {
    if (node.open !== undefined) return `?${node.open}`
    return node.type === 'string' || node.text === null ? node.text : (JSON.parse(jsonText(node.text)) as unknown)
  }
  const rest = node.open === undefined ? [] : [['…', `?${node.open}`] as const]
  if (node.kind === 'list') return [...node.items.map(plain), ...rest.map(([, reason]) => reason)]
  return Object.fromEntries([...[...node.entries].map(([key, entry]) => [key, plain(entry.node)] as const), ...rest])
}

/** JSON has no word for some numbers. */
function jsonText(text: string): string {
  return /^(?:NaN|-?Infinity)$/.test(text) ? `"${text}"` : text
}
