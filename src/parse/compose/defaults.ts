import { isAddress } from '../ip-address.js'
import type { MapNode, Node } from '../node.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, knownText, patterns, rewrite, scalarOf, withEntry } from './nodes.js'

type Fill = (node: Node, loading: Loading) => Node

function withDefault(node: Node, key: string, text: string, type: 'string' | 'boolean' = 'string'): Node {
  if (node.kind !== 'map' || node.entries.has(key)) return node
  return withEntry(node, key, scalarOf(text, node.at, type))
}

const mount: Fill = (node, loading) => {
  hasTarget(node, 'A mount', loading)
  if (node.kind !== 'map') return node
  if (knownText(node.entries.get('type')?.node) === 'bind' && !node.entries.has('source')) {
    reject(loading, node.at, 'missing-key', 'A bind mount must have a source')
  }
  const bind = node.entries.get('bind')?.node
  return bind ? withEntry(node, 'bind', withDefault(bind, 'create_host_path', 'true', 'boolean')) : node
}

function secretTarget(node: Node): Node {
  const source = node.kind === 'map' ? node.entries.get('source')?.node : undefined
  if (node.kind !== 'map' || source?.kind !== 'scalar' || node.entries.has('target')) return node
  return withEntry(node, 'target', { ...source, text: `/run/secrets/${source.text}` })
}

const device: Fill = (node, loading) => hasTarget(node, 'A device', loading)

function hasTarget(node: Node, what: string, loading: Loading): Node {
  const missing = node.kind === 'map' && !node.entries.has('target')
  if (missing) reject(loading, node.at, 'missing-key', `${what} must have a target`)
  return node
}

const port: Fill = (node, loading) => {
  hasTarget(node, 'A port', loading)
  const address = node.kind === 'map' ? knownText(node.entries.get('host_ip')?.node) : undefined
  if (address !== undefined && !isAddress(address)) {
    reject(loading, node.at, 'invalid-port', `${JSON.stringify(address)} is not an IP address`)
  }
  return withDefault(withDefault(node, 'protocol', 'tcp'), 'mode', 'ingress')
}

const deviceRequest: Fill = (node, loading) => {
  if (node.kind !== 'map') return node
  const counted = node.entries.has('count')
  const listed = node.entries.has('device_ids')
  if (counted && listed) reject(loading, node.at, 'settings-conflict', 'count and device_ids exclude each other')
  return counted || listed ? node : withDefault(node, 'count', 'all')
}

const watchedPath: Fill = (node, loading) => {
  if (node.kind === 'scalar' && node.text === '') {
    reject(loading, node.at, 'wrong-type', 'The watched path must not be blank')
  }
  return node
}

const externalAlone: Fill = (node, loading) => {
  const external = node.kind === 'map' ? node.entries.get('external')?.node : undefined
  if (node.kind !== 'map' || knownText(external) !== 'true') return node
  for (const [key, { keyAt }] of node.entries) {
    if (key === 'name' || key === 'external' || key.startsWith('x-')) continue
    reject(loading, keyAt, 'settings-conflict', `An external volume cannot have ${key}`)
  }
  return node
}

function oneOrigin(node: Node, keys: readonly string[], loading: Loading): Node {
  if (node.kind !== 'map') return node
  const given = keys.filter(key => node.entries.has(key))
  if (given.length > 1) reject(loading, node.at, 'settings-conflict', `${given.join(' and ')} exclude each other`)
  if (given.length === 0 && !node.entries.has('driver') && !node.entries.has('external')) {
    reject(loading, node.at, 'missing-key', `One of ${keys.join(', ')} must be set`)
  }
  return node
}

const FILLS = patterns<Fill>([
  ...['services.*', 'jobs.*'].flatMap((prefix): [string, Fill][] => [
    [`${prefix}.build`, node => withDefault(node, 'context', '.')],
    [`${prefix}.secrets.*`, secretTarget],
    [`${prefix}.ports.*`, port],
    [`${prefix}.gpus.*`, deviceRequest],
    [`${prefix}.devices.*`, device],
    [`${prefix}.volumes.*`, mount],
  ]),
  ['services.*.deploy.resources.reservations.devices.*', deviceRequest],
  ['services.*.develop.watch.*.path', watchedPath],
  ['volumes.*', externalAlone],
  ['secrets.*', (node, loading) => oneOrigin(node, ['file', 'environment'], loading)],
  ['configs.*', (node, loading) => oneOrigin(node, ['file', 'environment', 'content'], loading)],
])

/** Fills in the defaults of long forms and checks what only the long forms can tell (compose-go v2.16, transform/defaults.go
 *  and validation/). */
export function applyDefaults(root: MapNode, loading: Loading): MapNode {
  return rewrite(root, FILLS, (fill, node) => fill(node, loading)) as MapNode
}

/** Whether a resource is declared elsewhere; unknown counts as not. */
export function isExternal(node: Node): boolean {
  const external = node.kind === 'map' ? node.entries.get('external')?.node : undefined
  return external !== undefined && !isUnknown(external) && knownText(external) === 'true'
}
