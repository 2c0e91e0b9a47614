import type { Entry, ListNode, MapNode, Node, Problem } from '../node.js'
import { asText, keyValueMap } from './key-value.js'
import {
  below,
  fingerprint,
  isNull,
  listOf,
  mapEntries,
  nullAt,
  type Pattern,
  patterns,
  scalarOf,
  step,
} from './nodes.js'

/** Told what cannot be merged. */
export type Report = (problem: Problem) => void

type Merger = (base: Node, over: Node, at: Merging) => Node

interface Merging {
  readonly path: string
  readonly rules: Pattern<Merger> | undefined
  readonly report: Report
}

/**
 * Merges an override into a base, each attribute by its own rule (compose-go v2.16, override/merge.go; documented in
 * https://github.com/compose-spec/compose-spec/blob/main/13-merge.md): mappings deeply, lists one behind the other, scalars
 * by the override; a null changes nothing. `path` is where both stand in the project.
 */
export function mergeNodes(base: Node, over: Node, path: readonly string[], report: Report): Node {
  let rules: Pattern<Merger> | undefined = RULES
  for (const part of path) rules = step(rules, part)
  return merge(base, over, { path: path.join('.'), rules, report })
}

/** The code of what is reported where an empty list is put over one that it cannot empty: `ports: []`. */
export const EMPTIES_NOTHING = 'empties-nothing'

function merge(base: Node, over: Node, at: Merging): Node {
  const isEmpty = base.kind === 'list' && base.items.length > 0 && over.kind === 'list' && over.items.length === 0
  if (isEmpty && at.rules?.value !== replace)
    at.report({ at: over.at, message: at.path, kind: 'structure', code: EMPTIES_NOTHING })
  if (at.rules?.value) return at.rules.value(base, over, at)
  if (isNull(over)) return base
  if (base.kind === 'scalar') return over
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, at)
  if (base.kind === 'list' && over.kind === 'list') return appendNew(base, over)
  return conflict(base, over, at)
}

function conflict(base: Node, over: Node, at: Merging): Node {
  const words = { map: 'a mapping', list: 'a list', scalar: 'a single value' }
  const message = `${at.path} is ${words[over.kind]} here and cannot override ${words[base.kind]}`
  at.report({ at: over.at, message, kind: 'structure', code: 'cannot-override' })
  return base
}

function mergeMaps(base: MapNode, over: MapNode, at: Merging): MapNode {
  const entries = new Map<string, Entry>(base.entries)
  for (const [key, entry] of over.entries) {
    const before = entries.get(key)
    const next = { path: below(at.path, key), rules: step(at.rules, key), report: at.report }
    entries.set(key, before ? { ...entry, node: merge(before.node, entry.node, next) } : entry)
  }
  return { kind: 'map', at: over.at, entries }
}

/** Items that the base has already, word for word, are not repeated. */
function appendNew(base: ListNode, over: ListNode): ListNode {
  const seen = new Set(base.items.map(fingerprint))
  const items = [...base.items]
  for (const item of over.items) {
    const print = fingerprint(item)
    if (seen.has(print)) continue
    seen.add(print)
    items.push(item)
  }
  return listOf(over.items.length > 0 ? over.at : base.at, items)
}

const replace: Merger = (_base, over) => over

/** `KEY=value` lists and maps, by key. */
const byKey: Merger = (base, over) => {
  const entries = new Map<string, Entry>()
  for (const side of [base, over]) {
    if (side.kind === 'scalar') {
      if (side.text !== null && side.type === 'string')
        entries.set(side.text, { keyAt: side.at, node: nullAt(side.at) })
      continue
    }
    for (const [key, entry] of keyValueMap(side).entries) entries.set(key, { ...entry, node: asText(entry.node) })
  }
  return { kind: 'map', at: isNull(over) ? base.at : over.at, entries }
}

/** One value or a list of them; a map becomes `key=value` items. */
const asList: Merger = (base, over) => appendNew(toList(base), toList(over))

function toList(node: Node): ListNode {
  if (node.kind === 'list') return node
  if (node.kind === 'scalar') return listOf(node.at, node.text !== null && node.type === 'string' ? [node] : [])
  const items: Node[] = []
  for (const [key, { keyAt, node: value }] of node.entries) {
    const values = value.kind === 'list' ? value.items : [value]
    for (const one of values) {
      if (one.kind !== 'scalar') continue
      const text = one.text === null ? key : `${key}=${one.text}`
      const { interpolation } = one
      const item = scalarOf(text, { ...keyAt, end: Math.max(keyAt.end, one.at.path === keyAt.path ? one.at.end : 0) })
      items.push(
        interpolation ? { ...item, interpolation: { ...interpolation, raw: `${key}=${interpolation.raw}` } } : item,
      )
    }
  }
  return listOf(node.at, items)
}

/** A list of names is a map of names to what the short form stands for. */
function byName(shortForm: (name: Node) => Node): Merger {
  return (base, over, at) => mergeMaps(named(base, shortForm), named(over, shortForm), at)
}

function named(node: Node, shortForm: (name: Node) => Node): MapNode {
  if (node.kind === 'map') return node
  const entries = new Map<string, Entry>()
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind === 'scalar' && item.text !== null) entries.set(item.text, { keyAt: item.at, node: shortForm(item) })
  }
  return { kind: 'map', at: node.at, entries }
}

/** What a name in a short `depends_on` stands for. */
export function startedDependency(name: Node): MapNode {
  const entries = new Map<string, Entry>([
    ['condition', { keyAt: name.at, node: scalarOf('service_started', name.at) }],
    ['required', { keyAt: name.at, node: scalarOf('true', name.at, 'boolean') }],
  ])
  return { kind: 'map', at: name.at, entries }
}

const build: Merger = (base, over, at) => mergeMaps(buildMap(base), buildMap(over), at)

function buildMap(node: Node): MapNode {
  if (node.kind === 'map') return node
  const entries = new Map<string, Entry>()
  if (node.kind === 'scalar' && node.type === 'string') entries.set('context', { keyAt: node.at, node })
  return { kind: 'map', at: node.at, entries }
}

/** Options of another driver mean nothing to this one. */
const logging: Merger = (base, over, at) => {
  if (base.kind !== 'map' || over.kind !== 'map') return conflict(base, over, at)
  const before = base.entries.get('driver')?.node
  const after = over.entries.get('driver')?.node
  const same = !before || !after || fingerprint(before) === fingerprint(after)
  return same ? mergeMaps(base, over, at) : over
}

const ulimit: Merger = (base, over, at) =>
  base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, at) : over

/** Address pools: each pool of the override is merged into each of the base, and what comes out replaces what has its subnet. */
const addressPools: Merger = (base, over, at) => {
  if (base.kind !== 'list' || over.kind !== 'list') return conflict(base, over, at)
  const pools = new Map<string, MapNode>()
  for (const item of base.items) {
    let pool = item
    for (const next of over.items) {
      if (pool.kind !== 'map' || next.kind !== 'map') return conflict(item, next, at)
      if (subnetOf(pool) !== subnetOf(next) && !pools.has(subnetOf(next))) {
        pools.set(subnetOf(next), next)
        continue
      }
      pool = mergeMaps(pool, next, at)
      pools.set(subnetOf(pool), pool)
    }
  }
  return listOf(over.at, [...pools.values()])
}

function subnetOf(pool: MapNode): string {
  const node = pool.entries.get('subnet')?.node
  return node ? fingerprint(node) : ''
}

const RULES = patterns<Merger>([
  ['networks.*.ipam.config', addressPools],
  ...['networks', 'volumes', 'secrets', 'configs'].map((key): [string, Merger] => [`${key}.*.labels`, byKey]),
  ['services.*.deploy.labels', byKey],
  ...['services', 'jobs'].flatMap(key =>
    containerRules().map(([path, rule]): [string, Merger] => [`${key}.*.${path}`, rule]),
  ),
])

function containerRules(): [string, Merger][] {
  const keyed = [
    'annotations',
    'build.args',
    'build.additional_contexts',
    'build.labels',
    'environment',
    'labels',
    'sysctls',
    'volumes.*.volume.labels',
  ]
  const listed = ['build.extra_hosts', 'dns', 'dns_opt', 'dns_search', 'env_file', 'label_file', 'extra_hosts', 'tmpfs']
  return [
    ...keyed.map((path): [string, Merger] => [path, byKey]),
    ...listed.map((path): [string, Merger] => [path, asList]),
    ...['command', 'entrypoint', 'healthcheck.test'].map((path): [string, Merger] => [path, replace]),
    ['build', build],
    ['depends_on', byName(startedDependency)],
    ['logging', logging],
    ['models', byName(name => nullAt(name.at))],
    ['networks', byName(name => nullAt(name.at))],
    ['ulimits.*', ulimit],
  ]
}

/** What `!reset` and `!override` in a file take out of the files before it. */
export type Removals = Pattern<true>

/** Takes `!reset` nodes out of a file and notes what they, and `!override` nodes, remove from what the file is merged into. */
export function takeRemovals(root: MapNode): { readonly root: MapNode; readonly removals: Removals } {
  const removals: Removals = { children: new Map() }
  return { root: isTagged(root) ? (withoutResets(root, removals) as MapNode) : root, removals }
}

/** Whether something in a tree is to be taken out or put in the place of what was: most files have nothing of it. */
function isTagged(node: Node): boolean {
  if (node.tag === '!reset' || node.tag === '!override') return true
  if (node.kind === 'list') return node.items.some(isTagged)
  if (node.kind === 'scalar') return false
  for (const { node: child } of node.entries.values()) if (isTagged(child)) return true
  return false
}

function withoutResets(node: Node, removals: Pattern<true>): Node | undefined {
  if (node.tag === '!reset' || node.tag === '!override') {
    removals.value = true
    return node.tag === '!reset' ? undefined : node
  }
  if (node.kind === 'scalar') return node
  const keep = (child: Node, key: string) => {
    const next: Pattern<true> = { children: new Map() }
    const kept = withoutResets(child, next)
    if (next.value || next.children.size > 0) removals.children.set(key, next)
    return kept
  }
  if (node.kind === 'map') return mapEntries(node, keep)
  return { ...node, items: node.items.map(item => keep(item, '[]')).filter(item => item !== undefined) }
}

/** Removes from a tree what a later file resets or overrides. Items of lists cannot be removed one by one. */
export function applyRemovals(node: Node, removals: Removals | undefined): Node {
  if (!removals || removals.children.size === 0 || node.kind !== 'map') return node
  return mapEntries(node, (child, key) => {
    const next = removals.children.get(key)
    return next?.value ? undefined : applyRemovals(child, next)
  })
}
