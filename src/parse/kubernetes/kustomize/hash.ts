import { createHash } from 'node:crypto'
import { below, type Editable, type EditableMap, scalarText } from './editable.js'

/** The letters that kustomize writes for digits of a hash, so that no word comes out of them. */
const LETTERS: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' }

/** The ten letters that kustomize appends to the name of a generated ConfigMap or Secret: a hash of its content. */
export function contentHash(node: EditableMap): string {
  const kind = scalarText(below(node, 'kind'))
  const content: [string, string][] = [
    ['data', jsonOf(below(node, 'data'))],
    ['kind', quoted(kind)],
    // Kustomize looks for the name in the wrong place, and finds none.
    ['name', quoted('')],
  ]
  if (kind === 'Secret') content.push(['type', jsonOf(below(node, 'type'))])
  const more = kind === 'Secret' ? 'stringData' : 'binaryData'
  const extra = below(node, more)
  if (extra?.kind === 'map') content.push([more, jsonOf(extra)])
  const text = `{${inOrder(content)
    .map(([key, value]) => `${quoted(key)}:${value}`)
    .join(',')}}`
  const digits = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return [...digits].map(digit => LETTERS[digit] ?? digit).join('')
}

function inOrder<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
}

/** As Go writes JSON. What is not there is an empty text. */
function jsonOf(node: Editable | undefined): string {
  if (node === undefined) return quoted('')
  if (node.kind === 'list') return `[${node.items.map(jsonOf).join(',')}]`
  if (node.kind === 'map') {
    const entries = inOrder([...node.entries].map(([key, entry]) => [key, jsonOf(entry.node)] as const))
    return `{${entries.map(([key, value]) => `${quoted(key)}:${value}`).join(',')}}`
  }
  if (node.type === 'null') return 'null'
  if (node.type === 'boolean') return node.text ?? 'false'
  return node.type === 'number' ? String(Number(node.text)) : quoted(node.text ?? '')
}

/** Go also escapes what could end a script in a page. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
