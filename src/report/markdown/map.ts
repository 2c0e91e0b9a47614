import type { Inventory, InventoryItem } from '../../inventory.js'
import { plain } from '../plain.js'
import { block } from './text.js'

/** More boxes are no picture. */
const MOST_BOXES = 120
const DATA = new Set(['datastore', 'cache', 'broker', 'search'])

/** Who talks to whom, for GitHub and GitLab to draw (https://mermaid.js.org/syntax/flowchart.html); empty without a line to draw. */
export function mapOf({ items, links }: Inventory): string {
  const drawn = links.filter(({ from, to }) => to !== undefined || isName(from))
  const joined = new Set(drawn.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))
  const boxes = items.filter(({ id }) => joined.has(id)).slice(0, MOST_BOXES)
  if (boxes.length === 0 || drawn.length === 0) return ''
  const names = new Map(boxes.map(({ id }, index) => [id, `w${index}`]))
  const outside = new Map<string, string>()
  const lines = drawn.flatMap(({ from, to, host }) => {
    const source = names.get(from)
    const target = to === undefined ? outsideName(outside, host) : names.get(to)
    return source !== undefined && target !== undefined ? [`  ${source} --> ${target}`] : []
  })
  return block(
    [
      'flowchart LR',
      ...boxes.map(item => `  ${names.get(item.id)}${shapeOf(item)}`),
      ...[...outside].map(([host, name]) => `  ${name}>"${label(host)}"]`),
      ...new Set(lines),
    ],
    'mermaid',
  )
}

function isName(id: string): boolean {
  return id !== ''
}

function outsideName(outside: Map<string, string>, host: string): string | undefined {
  const known = outside.get(host)
  if (known !== undefined || outside.size >= MOST_BOXES) return known
  const name = `x${outside.size}`
  outside.set(host, name)
  return name
}

function shapeOf({ name, role }: InventoryItem): string {
  const text = `"${label(name)}"`
  if (DATA.has(role)) return `[(${text})]`
  return role === 'proxy' ? `{{${text}}}` : `[${text}]`
}

/** Text between quotes of Mermaid, which reads entity codes with `#` (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters). */
function label(text: string): string {
  return plain(text)
    .slice(0, 60)
    .replace(/[^\p{L}\p{N} ._:/@+-]/gu, character => `#${character.codePointAt(0)};`)
}
