import { isIP } from 'node:net'
import type { MapNode, Node } from '../node.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, knownText, patterns, rewrite, scalarOf, withEntry } from './nodes.js'

/** Fills in the defaults of long forms and checks what only the long forms can tell (compose-go v2.16, transform/defaults.go
 *  and validation/). */
export function applyDefaults(root: MapNode, loading: Loading): MapNode {
  const devices = deviceRequest(loading)
  const rules: [string, (node: Node) => Node][] = ['services.*', 'jobs.*'].flatMap(prefix => [
    [`${prefix}.build`, node => withDefault(node, 'context', '.')],
    [`${prefix}.secrets.*`, secretTarget],
    [`${prefix}.ports.*`, port(loading)],
    [`${prefix}.gpus.*`, devices],
    [`${prefix}.volumes.*`, mount(loading)],
  ])
  return rewrite(
    root,
    patterns([
      ...rules,
      ['services.*.deploy.resources.reservations.devices.*', devices],
      ['services.*.develop.watch.*.path', watchedPath(loading)],
      ['volumes.*', node => externalAlone(node, loading)],
      ['secrets.*', node => oneOrigin(node, ['file', 'environment'], loading)],
      ['configs.*', node => oneOrigin(node, ['file', 'environment', 'content'], loading)],
    ]),
  ) as MapNode
}

function withDefault(node: Node, key: string, text: string, type: 'string' | 'boolean' = 'string'): Node {
  if (node.kind !== 'map' || node.entries.has(key)) return node
  return withEntry(node, key, scalarOf(text, node.at, type))
}

function mount(loading: Loading): (node: Node) => Node {
  return node => {
    if (node.kind !== 'map') return node
    if (knownText(node.entries.get('type')?.node) === 'bind' && !node.entries.has('source')) {
      reject(loading, node.at, 'missing-key', 'A bind mount must have a source')
    }
    const bind = node.entries.get('bind')?.node
    return bind ? withEntry(node, 'bind', withDefault(bind, 'create_host_path', 'true', 'boolean')) : node
  }
}

function secretTarget(node: Node): Node {
  const source = node.kind === 'map' ? node.entries.get('source')?.node : undefined
  if (node.kind !== 'map' || source?.kind !== 'scalar' || node.entries.has('target')) return node
  return withEntry(node, 'target', { ...source, text: `/run/secrets/${source.text}` })
}

function port(loading: Loading): (node: Node) => Node {
  return node => {
    const address = node.kind === 'map' ? knownText(node.entries.get('host_ip')?.node) : undefined
    if (address !== undefined && isIP(address) === 0) {
      reject(loading, node.at, 'invalid-port', `${JSON.stringify(address)} is not an IP address`)
    }
    return withDefault(withDefault(node, 'protocol', 'tcp'), 'mode', 'ingress')
  }
}

function deviceRequest(loading: Loading): (node: Node) => Node {
  return node => {
    if (node.kind !== 'map') return node
    const counted = node.entries.has('count')
    const listed = node.entries.has('device_ids')
    if (counted && listed) reject(loading, node.at, 'settings-conflict', 'count and device_ids exclude each other')
    return counted || listed ? node : withDefault(node, 'count', 'all')
  }
}

function watchedPath(loading: Loading): (node: Node) => Node {
  return node => {
    if (node.kind === 'scalar' && node.text === '') reject(loading, node.at, 'wrong-type', 'The watched path must not be blank')
    return node
  }
}

function externalAlone(node: Node, loading: Loading): Node {
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

/** Whether a resource is declared elsewhere; unknown counts as not. */
export function isExternal(node: Node): boolean {
  const external = node.kind === 'map' ? node.entries.get('external')?.node : undefined
  return external !== undefined && !isUnknown(external) && knownText(external) === 'true'
}
