import type { Span } from '../../../source.js'
import { type Editable, isNull, mapNode, scalarText, textNode } from './editable.js'
import { compilePattern } from './patterns.js'

/** A place in a tree that a value can be written to. */
export interface Place {
  readonly node: Editable
  readonly put: (node: Editable) => void
  /** It was not there before. */
  readonly made: boolean
}

/** Why a path leads nowhere: `text`: through a text that holds a document of its own · `none`: it is not there. */
export type NoPlace = 'text' | 'none'

/** `spec.containers.[name=web].ports.0`: dots separate, brackets and `\` keep them together. */
export function splitPath(path: string): readonly string[] {
  const parts: string[] = []
  let open: string | undefined
  for (const part of path.split(/(?<!\\)\./).map(one => one.replaceAll('\\.', '.'))) {
    const whole: string = open === undefined ? part : `${open}.${part}`
    if (whole.startsWith('[') && !whole.endsWith(']')) open = whole
    else {
      open = undefined
      parts.push(whole.startsWith('[') && !whole.includes('=') ? whole.slice(1, -1) : whole)
    }
  }
  return open === undefined ? parts : [...parts, open]
}

/** Every place that a path means. `make`: fields and items that are not there are made, the last of this kind. */
export function placesOf(
  root: Editable,
  path: readonly string[],
  make: Editable['kind'] | undefined,
  at: Span,
): readonly Place[] | NoPlace {
  let places: readonly Place[] = [{ node: root, put: () => undefined, made: false }]
  for (const [index, part] of path.entries()) {
    const next: Place[] = []
    const kind = make && kindFor(path[index + 1], make)
    for (const place of places) {
      if (place.node.kind === 'scalar' && !isNull(place.node) && index > 0) return 'text'
      next.push(...stepsFrom(place, part, kind, at))
    }
    places = next
    if (places.length === 0) return 'none'
  }
  return places
}

function kindFor(next: string | undefined, last: Editable['kind']): Editable['kind'] {
  if (next === undefined) return last
  return /^\d+$|^\[.*\]$/.test(next) ? 'list' : 'map'
}

function emptyNode(kind: Editable['kind'], at: Span): Editable {
  if (kind === 'map') return mapNode(at)
  return kind === 'list' ? { kind, at, items: [] } : textNode('', at)
}

function stepsFrom(place: Place, part: string, make: Editable['kind'] | undefined, at: Span): readonly Place[] {
  const { node } = place
  if (node.kind === 'list') return stepsIntoList(node, part, make, at)
  if (node.kind !== 'map' || /^\d+$|^\[.*=.*\]$/.test(part) || part === '*') return []
  const own = node.entries.get(part)
  if (own) return [{ node: own.node, put: value => (own.node = value), made: false }]
  if (!make) return []
  const entry = { keyAt: at, node: emptyNode(make, at) }
  node.entries.set(part, entry)
  return [{ node: entry.node, put: value => (entry.node = value), made: true }]
}

function stepsIntoList(
  list: Editable & { kind: 'list' },
  part: string,
  make: Editable['kind'] | undefined,
  at: Span,
): readonly Place[] {
  const place = (index: number, made = false): readonly Place[] => {
    const node = list.items[index]
    return node ? [{ node, put: value => (list.items[index] = value), made }] : []
  }
  if (part === '*') return list.items.flatMap((_, index) => place(index))
  if (/^\d+$/.test(part)) {
    const index = Number(part)
    if (make === undefined || index !== list.items.length) return place(index)
    list.items.push(emptyNode(make, at))
    return place(index, true)
  }
  const [, key = '', value = ''] = /^\[([^=]*)=(.*)\]$/s.exec(part) ?? []
  const pattern = part.startsWith('[') ? compilePattern(value) : undefined
  if (!pattern) return []
  const found = list.items.flatMap((item, index) => (fits(item, key, pattern) ? place(index) : []))
  if (found.length > 0 || make === undefined) return found
  const made = key === '' ? textNode(value, at) : mapNode(at)
  if (made.kind === 'map') made.entries.set(key, { keyAt: at, node: textNode(value, at) })
  list.items.push(made)
  return place(list.items.length - 1, true)
}

function fits(item: Editable, key: string, pattern: (text: string) => boolean): boolean {
  if (key === '') return item.kind === 'scalar' && pattern(scalarText(item))
  const node = item.kind === 'map' ? item.entries.get(key)?.node : undefined
  return node?.kind === 'scalar' && pattern(scalarText(node))
}
