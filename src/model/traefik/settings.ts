import type { Node } from '../../parse/node.js'
import { type Fact, known, type Span, unknown } from '../../source.js'

/**
 * One setting of Traefik and what is below it, the same whether it comes from a file, a flag, a variable or a label: all of
 * them are a tree of names that do not care for case (https://github.com/traefik/paerser).
 */
export interface Setting {
  /** As written. */
  readonly name: string
  /** The value of a leaf; lists of plain values are joined by commas. A section that is merely there has none. */
  readonly value?: Fact<string>
  /** By lower-case name; items of a list of sections are `[0]`, `[1]` … */
  readonly children: ReadonlyMap<string, Setting>
  /** Where it is written: the key in a file, the flag, the variable, the label. */
  readonly at: Span
}

interface Growing extends Setting {
  value?: Fact<string>
  readonly children: Map<string, Growing>
}

/** A flat setting: `providers.docker.network`. */
export interface FlatSetting {
  readonly path: string
  readonly value: Fact<string>
  readonly at: Span
}

const MOST_PARTS = 30
const MOST_DEPTH = 30

/** The tree of flat settings, in order; of two values for one setting that is no list the later one counts. */
export function settingsOfPaths(settings: readonly FlatSetting[], at: Span): Setting {
  const root: Growing = { name: '', children: new Map(), at }
  for (const { path, value, at: place } of settings) {
    let setting = root
    for (const part of partsOf(path)) {
      const key = part.toLowerCase()
      let next = setting.children.get(key)
      if (!next) {
        next = { name: part, children: new Map(), at: place }
        setting.children.set(key, next)
      }
      setting = next
    }
    setting.value = value
  }
  return root
}

/** `domains[0].main` is three parts: the second one says which item. */
function partsOf(path: string): readonly string[] {
  return path
    .split('.', MOST_PARTS)
    .flatMap(part => {
      const [, name = part, index] = /^(.*?)(\[\d{1,4}\])$/.exec(part) ?? []
      return index === undefined ? [part] : [name, index]
    })
    .filter(part => part !== '')
}

/** The tree of a file. What is null is not there: Traefik leaves it out. */
export function settingsOfNode(node: Node | undefined, at: Span): Setting {
  const children = node?.kind === 'map' ? childrenOf(node, 0) : new Map<string, Setting>()
  return { name: '', children, at }
}

function childrenOf(node: Node & { kind: 'map' }, depth: number): ReadonlyMap<string, Setting> {
  const children = new Map<string, Setting>()
  for (const [name, entry] of node.entries) {
    const setting = settingOf(name, entry.node, entry.keyAt, depth)
    if (setting) children.set(name.toLowerCase(), setting)
  }
  return children
}

function settingOf(name: string, node: Node, at: Span, depth: number): Setting | undefined {
  if (depth >= MOST_DEPTH) return undefined
  if (node.kind === 'map') return { name, children: childrenOf(node, depth + 1), at }
  if (node.kind === 'scalar')
    return node.text === null ? undefined : { name, value: scalarFact(node), children: new Map(), at }
  const texts = node.items.flatMap(item => (item.kind === 'scalar' && item.text !== null ? [item.text] : []))
  const children = new Map<string, Setting>()
  for (const [index, item] of node.items.entries()) {
    if (item.kind === 'map')
      children.set(`[${index}]`, { name: `[${index}]`, children: childrenOf(item, depth + 1), at: item.at })
  }
  return { name, ...(children.size === 0 ? { value: known(texts.join(','), node.at) } : {}), children, at }
}

function scalarFact(node: Node & { kind: 'scalar' }): Fact<string> {
  const open = node.interpolation?.state === 'unknown' || node.interpolation?.state === 'required'
  return open ? unknown(node.at, 'it is set outside the repository') : known(node.text ?? '', node.at)
}

/** The setting at a path of lower-case names. */
export function find(setting: Setting | undefined, ...path: readonly string[]): Setting | undefined {
  let found = setting
  for (const part of path) found = found?.children.get(part)
  return found
}

/** The value at a path; undefined where there is none. */
export function valueAt(setting: Setting | undefined, ...path: readonly string[]): Fact<string> | undefined {
  return find(setting, ...path)?.value
}

/** The known and not empty value at a path. */
export function textAt(setting: Setting | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(setting, ...path)
  return value?.known && value.value !== '' ? value.value : undefined
}

/** The parts of a known value that is a list. */
export function listAt(setting: Setting | undefined, ...path: readonly string[]): readonly string[] {
  return (textAt(setting, ...path) ?? '').split(',').flatMap(part => part.trim() || [])
}

/** The items of a list of sections, in order. */
export function itemsAt(setting: Setting | undefined, ...path: readonly string[]): readonly Setting[] {
  const children = find(setting, ...path)?.children ?? new Map<string, Setting>()
  return [...children].flatMap(([key, item]) => (/^\[\d+\]$/.test(key) ? [item] : []))
}

/**
 * A switch, as Go reads it (https://pkg.go.dev/strconv#ParseBool): undefined where it is not set, and the text where it is
 * nothing that Go takes.
 */
export function switchAt(setting: Setting | undefined, ...path: readonly string[]): Fact<boolean> | undefined {
  const value = valueAt(setting, ...path)
  if (!value?.known) return value
  if (/^(?:1|t|true)$/i.test(value.value)) return known(true, value.at)
  return known(false, value.at)
}

/** Whether a section is switched on: by being there, unless it says false. */
export function isOn(setting: Setting | undefined, ...path: readonly string[]): boolean {
  const found = find(setting, ...path)
  return found !== undefined && !(found.value?.known === true && /^(?:0|f|false)$/i.test(found.value.value))
}
