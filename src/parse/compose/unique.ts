import type { ListNode, MapNode, Node } from '../node.js'
import { fingerprint, isUnknown, patterns, rewrite } from './nodes.js'
import { longVolume } from './volumes.js'

type KeyOf = (node: Node) => string

function textAt(node: Node | undefined, key: string): string | undefined {
  const child = node?.kind === 'map' ? node.entries.get(key)?.node : undefined
  return child?.kind === 'scalar' && child.text !== null ? child.text : undefined
}

const byName: KeyOf = node => (node.kind === 'scalar' ? ((node.text ?? '').split('=', 1)[0] ?? '') : fingerprint(node))
const byText: KeyOf = node => (node.kind === 'scalar' ? (node.text ?? '') : fingerprint(node))

const byTarget: KeyOf = node => {
  if (node.kind === 'map') return textAt(node, 'target') ?? fingerprint(node)
  if (node.kind !== 'scalar' || isUnknown(node)) return fingerprint(node)
  const result = longVolume(node)
  return 'volume' in result ? (textAt(result.volume, 'target') ?? '') : fingerprint(node)
}

const byDevice: KeyOf = node => {
  if (node.kind === 'map') return textAt(node, 'target') ?? fingerprint(node)
  if (node.kind !== 'scalar') return fingerprint(node)
  const [source = '', target = source] = (node.text ?? '').split(':')
  return target
}

function byMount(directory: string): KeyOf {
  return node => {
    if (node.kind === 'scalar') return `${directory}/${node.text}`
    return textAt(node, 'target') ?? `${directory}/${textAt(node, 'source')}`
  }
}

const byBinding: KeyOf = node => {
  if (node.kind !== 'map') return byText(node)
  const published = textAt(node, 'published') ?? ''
  const address = textAt(node, 'host_ip') ?? '0.0.0.0'
  return `${address}:${published}:${textAt(node, 'target')}/${textAt(node, 'protocol') ?? 'tcp'}`
}

const byPath: KeyOf = node => textAt(node, 'path') ?? byText(node)

/** Lists that hold one item of each key; the last one counts, in the place of the first (compose-go v2.16, uncity.go). */
const KEYS: readonly (readonly [string, KeyOf])[] = [
  ['networks.*.labels', byName],
  ...[
    'annotations',
    'build.args',
    'build.additional_contexts',
    'build.tags',
    'build.labels',
    'cap_add',
    'cap_drop',
    'deploy.labels',
    'dns',
    'dns_opt',
    'dns_search',
    'environment',
    'labels',
    'links',
    'networks.*.aliases',
    'networks.*.link_local_ips',
    'profiles',
    'sysctls',
    'tmpfs',
  ].map((path): [string, KeyOf] => [`services.*.${path}`, byName]),
  ['services.*.expose', byText],
  ['services.*.devices', byDevice],
  ['services.*.configs', byMount('')],
  ['services.*.secrets', byMount('/run/secrets')],
  ['services.*.env_file', byPath],
  ['services.*.ports', byBinding],
  ['services.*.volumes', byTarget],
]

const UNIQUE = patterns(KEYS)

/** Leaves one item of each key in the lists that are sets. */
export function uniqueProject(root: MapNode): MapNode {
  return rewrite(root, UNIQUE, (keyOf, node) => uniqueItems(node, keyOf), 'also-inside') as MapNode
}

function uniqueItems(node: Node, keyOf: KeyOf): Node {
  if (node.kind !== 'list') return node
  const items = new Map<string, Node>()
  for (const item of node.items) items.set(keyOf(item), item)
  return items.size === node.items.length ? node : ({ ...node, items: [...items.values()] } satisfies ListNode)
}
