import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One text written by hand, and what is known of it (see README.md for the format). */
export interface Text {
  readonly name: string
  readonly text: string
  /** The library refuses it. */
  readonly rejected: boolean
  /** Why ours means to differ; the test then demands that it does. */
  readonly departs?: string
  /** Build arguments of a Dockerfile. */
  readonly arguments: Readonly<Record<string, string>>
}

/** Pictures of characters that an editor does not show or keep. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ['␉', '\t'],
  ['␋', '\v'],
  ['␌', '\f'],
  ['␍', '\r'],
  ['␠', ' '],
  ['␢', '\u00a0'],
  ['␀', '\0'],
])

/** Reads the texts of one file in this directory. */
export function readTexts(file: string): readonly Text[] {
  const all = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
  return all
    .split(/^=== /m)
    .slice(1)
    .map(block => readText(block))
}

function readText(block: string): Text {
  const [name = '', ...lines] = block.replace(/\n$/, '').split('\n')
  const directives = new Map<string, string[]>()
  while (/^@(?:flags|reject|departs|arg)\b/.test(lines[0] ?? '')) {
    const [key = '', ...rest] = (lines.shift() ?? '').slice(1).split(' ')
    directives.set(key, [...(directives.get(key) ?? []), rest.join(' ')])
  }
  const flags = directives.get('flags')?.join(' ').split(' ') ?? []
  const departs = directives.get('departs')?.join(' ')
  let text = lines.join('\n').replace(/[␉␋␌␍␠␢␀]/g, picture => PICTURES.get(picture) ?? picture)
  if (!flags.includes('no-eol')) text += '\n'
  if (flags.includes('crlf')) text = text.replaceAll('\n', '\r\n')
  if (flags.includes('bom')) text = `\ufeff${text}`
  const given = (directives.get('arg') ?? []).map(pair => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ])
  return {
    name,
    text,
    rejected: directives.has('reject'),
    arguments: Object.fromEntries(given),
    ...(departs !== undefined && { departs }),
  }
}
