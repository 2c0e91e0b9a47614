import type { Entry, ListNode, MapNode, Node, Problem } from '../node.js'
import { keyValueMap } from './key-value.js'
import type { Loading } from './loading.js'
import { startedDependency } from './merge.js'
import {
  below,
  isNull,
  isUnknown,
  listOf,
  mapEntries,
  mapItems,
  mapOf,
  nullAt,
  type Pattern,
  patterns,
  scalarOf,
  step,
  withEntry,
} from './nodes.js'
import { longPorts } from './ports.js'
import { longVolume } from './volumes.js'

type Change = (node: Node, context: Context) => Node

interface Context {
  readonly path: string
  readonly report: (problem: Problem) => void
  readonly spend: Loading['spend']
}

/**
 * Turns every short syntax into its long one, as compose-go v2.16 (transform/) does after each file is merged. What the
 * attributes of a finished service look like is told in `canonical.ts`.
 */
export function expandShortForms(root: MapNode, { report, spend }: Pick<Loading, 'report' | 'spend'>): MapNode {
  return change(root, CHANGES, { path: '', report, spend }) as MapNode
}

function change(node: Node, pattern: Pattern<Change> | undefined, context: Context): Node {
  if (!pattern) return node
  const changed = pattern.value ? pattern.value(node, context) : node
  if (pattern.children.size === 0) return changed
  if (changed.kind === 'map') {
    return mapEntries(changed, (child, key) =>
      change(child, step(pattern, key), { ...context, path: below(context.path, key) }),
    )
  }
  if (changed.kind !== 'list') return changed
  const inside = { ...context, path: below(context.path, '[]') }
  return mapItems(changed, item => change(item, step(pattern, '[]'), inside))
}

function wrong(node: Node, context: Context, message: string, code = 'wrong-type'): void {
  context.report({ at: node.at, message: `${context.path}: ${message}`, kind: 'structure', code })
}

const toList: Change = node => (node.kind === 'scalar' && node.text !== null ? listOf(node.at, [node]) : node)

const namesToMap: Change = node => {
  if (node.kind !== 'list') return node
  return namedEntries(node, item => nullAt(item.at))
}

function namedEntries(list: ListNode, value: (item: Node) => Node): MapNode {
  const entries = new Map<string, Entry>()
  for (const item of list.items) {
    if (item.kind === 'scalar' && item.text !== null) entries.set(item.text, { keyAt: item.at, node: value(item) })
  }
  return { kind: 'map', at: list.at, entries }
}

const dependencies: Change = node => {
  if (node.kind === 'list') return namedEntries(node, startedDependency)
  if (node.kind !== 'map') return node
  return mapEntries(node, dependency => {
    if (dependency.kind !== 'map') return dependency
    const defaults = startedDependency(dependency)
    return { ...dependency, entries: new Map([...defaults.entries, ...dependency.entries]) }
  })
}

const environmentFiles: Change = (node, context) => {
  if (node.kind === 'map') wrong(node, context, 'env_file is a path or a list')
  const items = node.kind === 'list' ? node.items : isNull(node) ? [] : [node]
  return listOf(node.at, items.map(environmentFile))
}

function environmentFile(item: Node): Node {
  const required = scalarOf('true', item.at, 'boolean')
  if (item.kind === 'scalar')
    return mapOf(item.at, [
      ['path', item],
      ['required', required],
    ])
  if (item.kind !== 'map' || item.entries.has('required')) return item
  return withEntry(item, 'required', required)
}

const ports: Change = (node, context) => {
  if (node.kind !== 'list') return node
  const items: Node[] = []
  for (const item of node.items) {
    if (item.kind !== 'scalar' || item.text === null) {
      items.push(item)
      continue
    }
    if (!context.spend(0, item.at)) continue
    const result = longPorts(item)
    if ('wrong' in result) wrong(item, context, result.wrong, 'invalid-port')
    else if (context.spend(result.ports.length, item.at)) for (const port of result.ports) items.push(port)
  }
  return listOf(node.at, items)
}

const mounts: Change = (node, context) => {
  if (node.kind !== 'list') return node
  const items: Node[] = []
  for (const item of node.items) {
    if (item.kind !== 'scalar' || item.text === null) {
      items.push(item)
      continue
    }
    const result = longVolume(item)
    if ('wrong' in result) wrong(item, context, result.wrong, 'invalid-volume')
    else items.push(result.volume)
  }
  return listOf(node.at, items)
}

const device: Change = (node, context) => {
  if (node.kind !== 'scalar' || node.text === null || isUnknown(node)) return node
  const parts = node.text.split(':')
  if (parts.length > 3) wrong(node, context, `${JSON.stringify(node.text)} has too many colons`, 'invalid-device')
  const [source = '', target = '', permissions = 'rwm'] = parts
  return mapOf(node.at, [
    ['source', { ...node, text: source }],
    ['target', { ...node, text: target === '' ? source : target }],
    ['permissions', scalarOf(permissions, node.at)],
  ])
}

const grant: Change = node => (node.kind === 'scalar' && node.text !== null ? mapOf(node.at, [['source', node]]) : node)

const allGpus: Change = node => {
  if (node.kind !== 'scalar' || node.text === null) return node
  return listOf(node.at, [mapOf(node.at, [['count', isUnknown(node) ? node : scalarOf('all', node.at)]])])
}

const build: Change = node => {
  return node.kind === 'scalar' && node.text !== null ? mapOf(node.at, [['context', node]]) : node
}

const contexts: Change = (node, context) => {
  if (node.kind !== 'list') return node
  for (const item of node.items) {
    if (item.kind === 'scalar' && !isUnknown(item) && !item.text?.includes('='))
      wrong(item, context, 'A context is written name=path')
  }
  return keyValueMap(node)
}

const sshKeys: Change = (node, context) => {
  if (node.kind !== 'list') return node
  for (const item of node.items) {
    const bare = item.kind === 'scalar' && !isUnknown(item) && item.text !== 'default' && !item.text?.includes('=')
    if (bare) wrong(item, context, 'An SSH key other than default is written id=path')
  }
  return keyValueMap(node)
}

const schedule: Change = node =>
  node.kind === 'scalar' && node.text !== null ? mapOf(node.at, [['cron', node]]) : node

/** `external: {name: x}` is the old spelling of `external: true` and `name: x`. */
const external: Change = (node, context) => {
  const old = node.kind === 'map' ? node.entries.get('external')?.node : undefined
  if (node.kind !== 'map' || old?.kind !== 'map') return node
  const resource = withEntry(node, 'external', scalarOf('true', old.at, 'boolean'))
  const oldName = old.entries.get('name')
  const name = node.entries.get('name')?.node
  if (!oldName) return resource
  if (!name) return withEntry(resource, 'name', oldName.node, oldName.keyAt)
  const different = name.kind === 'scalar' && oldName.node.kind === 'scalar' && name.text !== oldName.node.text
  if (different) wrong(node, context, 'name and external.name say different things', 'settings-conflict')
  return resource
}

const ulimit: Change = (node, context) => {
  if (node.kind === 'scalar' && node.type !== 'number' && !isUnknown(node))
    wrong(node, context, 'A limit is a whole number or a mapping')
  return node
}

const CHANGES = patterns<Change>([
  ...['services.*', 'jobs.*', 'services.*.pre_start.*'].flatMap(prefix =>
    (
      [
        ['env_file', environmentFiles],
        ['label_file', toList],
        ['gpus', allGpus],
        ['networks', namesToMap],
        ['models', namesToMap],
        ['volumes', mounts],
        ['dns', toList],
        ['dns_search', toList],
        ['tmpfs', toList],
        ['devices.*', device],
        ['secrets.*', grant],
        ['configs.*', grant],
        ['ulimits.*', ulimit],
      ] as const
    ).map(([path, to]): [string, Change] => [`${prefix}.${path}`, to]),
  ),
  ...['services.*', 'jobs.*'].flatMap(prefix =>
    (
      [
        ['build', build],
        ['build.secrets.*', grant],
        ['build.additional_contexts', contexts],
        ['build.ssh', sshKeys],
        ['build.ulimits.*', ulimit],
        ['depends_on', dependencies],
        ['ports', ports],
      ] as const
    ).map(([path, to]): [string, Change] => [`${prefix}.${path}`, to]),
  ),
  ['jobs.*.triggers.schedule.*', schedule],
  ['services.*.develop.watch.*.ignore', toList],
  ['services.*.develop.watch.*.include', toList],
  ['volumes.*', external],
  ['networks.*', external],
  ['secrets.*', external],
  ['configs.*', external],
])
