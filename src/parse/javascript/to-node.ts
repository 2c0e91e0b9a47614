import type { Entry, MapNode, Node, ScalarNode } from '../node.js'
import { REPOSITORY } from './known-functions.js'
import type { Value } from './value.js'

/** Nodes of one tree; what is shared in the program stands in it as often as it is named. */
const MOST_NODES = 100_000
const DEEPEST = 50

/**
 * A value as a tree of the kind that YAML is read into. Paths that were made of `__dirname` become relative to
 * `directory`, the folder of the file. Functions and `undefined` are left out.
 */
export function nodeOf(value: Value, directory: string): Node {
  return convert(value, { directory, nodes: 0 }, 0) ?? nothing(value)
}

interface Tree {
  readonly directory: string
  nodes: number
}

function convert(value: Value, tree: Tree, depth: number): Node | undefined {
  if (++tree.nodes > MOST_NODES || depth > DEEPEST) return unknown(value, 'it is too large')
  const { at } = value
  switch (value.kind) {
    case 'callable':
      return undefined
    case 'open':
      return {
        ...unknown(value, value.because),
        text: value.written?.text ?? '',
        interpolation: { raw: value.written?.text ?? '', state: 'unknown', uses: value.written?.uses ?? [] },
      }
    case 'list': {
      const items = value.items.map(item => convert(item, tree, depth + 1) ?? nothing(item))
      return { kind: 'list', at, items, ...(value.open === undefined ? {} : { open: value.open }) }
    }
    case 'dictionary': {
      const entries = new Map<string, Entry>()
      for (const [key, entry] of value.entries) {
        const node = convert(entry.value, tree, depth + 1)
        if (node) entries.set(key, { keyAt: entry.keyAt, node })
      }
      return { kind: 'map', at, entries, ...(value.open === undefined ? {} : { open: value.open }) } satisfies MapNode
    }
    case 'scalar': {
      if (value.value === undefined) return undefined
      const text = value.value === null ? null : located(String(value.value), tree.directory)
      const type = typeof value.value === 'object' ? 'null' : typeof value.value
      const { defaulted } = value
      const interpolation = defaulted && ({ raw: defaulted.text, state: 'defaulted', uses: defaulted.uses } as const)
      return { kind: 'scalar', at, text, type, ...(interpolation ? { interpolation } : {}) } as ScalarNode
    }
  }
}

function unknown(value: Value, because: string): ScalarNode {
  return {
    kind: 'scalar',
    at: value.at,
    text: '',
    type: 'string',
    interpolation: { raw: '', state: 'unknown', uses: [] },
    open: because,
  }
}

function nothing(value: Value): ScalarNode {
  return { kind: 'scalar', at: value.at, text: null, type: 'null' }
}

/** `/@repository/api/dist/main.js`, seen from `api`, is `./dist/main.js`. */
function located(text: string, directory: string): string {
  if (!text.includes(REPOSITORY)) return text
  const folders = directory === '.' ? [] : directory.split('/')
  const own = [REPOSITORY, ...folders].join('/')
  const inOwn = text.split(own).map((part, index) => (index === 0 || /^(?:\/|$)/.test(part) ? part : null))
  if (inOwn.length > 1 && !inOwn.includes(null)) return inOwn.join('.')
  return text.replaceAll(REPOSITORY, folders.map(() => '..').join('/') || '.')
}
