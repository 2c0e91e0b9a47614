import { posix } from 'node:path'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../node.js'
import { resolveEnvironment, resolveLabels } from './environment.js'
import type { VariableValue } from './interpolate.js'
import { asText, keyValueMap, splitKeyValue } from './key-value.js'
import { type Loading, reject } from './loading.js'
import { mergeNodes } from './merge.js'
import { CONTAINER_KEYS } from './schema.js'
import { isNull, isUnknown, knownText, listOf, mapEntries, mapOf, nullAt, scalarOf, withEntry, without } from './nodes.js'
import { commandWords } from './words.js'

/** What finishing a service needs. */
export interface Finishing {
  readonly loading: Loading
  readonly variables: ReadonlyMap<string, VariableValue>
}

/**
 * Brings a merged service into its last, canonical form:
 *
 * - `environment`, `labels`, `annotations`, `sysctls`, `build.args`, `build.labels`, `deploy.labels`: maps of texts. A null in
 *   `environment` (and, in an audit, in `build.args`) is passed through from the host. Variables of env files are in
 *   `environment`; they stand in the env file.
 * - `extra_hosts`, `build.extra_hosts`: maps from a host to the list of its addresses.
 * - `command`, `entrypoint`: lists of words; empty when the image's own is taken away; absent when it is kept.
 * - `healthcheck.test`: a list that begins with `CMD`, `CMD-SHELL` or `NONE`.
 * - `env_file`: list of maps `path`, `required`, `format`. `ports`: list of maps `target`, `published` (a text, may be a range),
 *   `host_ip`, `protocol`, `mode`. `volumes`: list of maps `type`, `source`, `target`, `read_only`, `bind`, `volume`, `tmpfs`.
 *   `secrets`, `configs`: list of maps `source`, `target`. `devices`: list of maps `source`, `target`, `permissions`.
 * - `depends_on`: map to `condition`, `required`, `restart`; it also holds what `links`, `volumes_from` and
 *   `network_mode: service:…` imply. `networks`: map to a map or null; `default` when nothing else is said.
 * - `dns`, `dns_search`, `tmpfs`, `label_file`: lists. `build`: map with `context` and `dockerfile`.
 * - Paths are relative to the repository root: `.` is the root, `../x` lies outside; absolute ones, `~` and URLs stay.
 */
export function finishService(service: MapNode, finishing: Finishing): MapNode {
  const { loading, variables } = finishing
  const connected = withImpliedDependencies(withDefaultNetwork(service))
  const withHooks = mapEntries(connected, (node, key) => (key === 'pre_start' ? startHooks(node, connected, finishing) : node))
  const result = mapEntries(withHooks, (node, key) => finishAttribute(node, key, finishing))
  return resolveLabels(resolveEnvironment(checkedEnvironment(result, loading), variables, loading), loading)
}

/** A `pre_start` hook is a container with everything of the service's own that describes one, but for its mounts. */
function startHooks(node: Node, service: MapNode, finishing: Finishing): Node {
  if (node.kind !== 'list') return node
  const { loading, variables } = finishing
  const base = containerPart(service)
  const items = node.items.map(hook => {
    const merged = hook.kind === 'map' ? mergeNodes(base, hook, ['services', 'hook'], loading.report) : hook
    if (merged.kind !== 'map') return hook
    const result = mapEntries(merged, (child, key) => finishAttribute(child, key, finishing))
    return { ...resolveLabels(resolveEnvironment(checkedEnvironment(result, loading), variables, loading), loading), at: hook.at }
  })
  return { ...node, items }
}

function containerPart(service: MapNode): MapNode {
  const entries = [...service.entries].filter(([key]) => key !== 'volumes' && CONTAINER_KEYS.has(key))
  return { ...service, entries: new Map(entries) }
}

function finishAttribute(node: Node, key: string, finishing: Finishing): Node | undefined {
  switch (key) {
    case 'command':
    case 'entrypoint':
      return isNull(node) ? undefined : words(node, finishing.loading)
    case 'labels':
    case 'annotations':
    case 'sysctls':
      return texts(node)
    case 'extra_hosts':
      return hosts(node, finishing.loading)
    case 'build':
      return build(node, finishing)
    case 'healthcheck':
      return node.kind === 'map' ? mapEntries(node, (child, name) => (name === 'test' ? test(child) : child)) : node
    case 'deploy':
      return node.kind === 'map' ? mapEntries(node, (child, name) => (name === 'labels' ? texts(child) : child)) : node
    case 'volumes':
      return node.kind === 'list' ? { ...node, items: node.items.map(cleanTarget) } : node
    case 'pull_policy':
      return knownText(node) === 'if_not_present' ? { ...node, text: 'missing' } as ScalarNode : node
    case 'post_start':
    case 'pre_stop':
      return hooks(node, finishing)
    default:
      return node
  }
}

function hooks(node: Node, finishing: Finishing): Node {
  if (node.kind !== 'list') return node
  const items = node.items.map(item => {
    if (item.kind !== 'map') return item
    const hook = mapEntries(item, (child, key) => (key === 'command' && !isNull(child) ? words(child, finishing.loading) : child))
    return resolveEnvironment(hook, finishing.variables, finishing.loading)
  })
  return { ...node, items }
}

/** The words of a command, each with the place and the interpolation of what it comes from. */
function words(node: Node, loading: Loading): Node {
  if (node.kind !== 'scalar') return node
  const open = isUnknown(node)
  const found = commandWords(node.text ?? '', open)
  if (!found) {
    if (!open) reject(loading, node.at, 'invalid-command', 'The command has an open quote or parenthesis')
    return listOf(node.at, [node])
  }
  return listOf(node.at, found.map(word => wordOf(node, word, open)))
}

function wordOf(node: ScalarNode, word: string, open: boolean): ScalarNode {
  const scalar = scalarOf(word, node.at)
  if (!node.interpolation || (open && !word.includes('$'))) return scalar
  return { ...scalar, interpolation: open ? { ...node.interpolation, raw: word } : node.interpolation }
}

function test(node: Node): Node {
  if (node.kind !== 'scalar' || node.text === null) return node
  return listOf(node.at, [scalarOf('CMD-SHELL', node.at), node])
}

/** A map or list of `KEY=value` as a map of texts; a key without a value has an empty one. */
export function texts(node: Node): Node {
  if (node.kind === 'scalar') return node
  const map = keyValueMap(node)
  return mapEntries(map, child => (isNull(child) ? scalarOf('', child.at) : asText(child)))
}

function hosts(node: Node, loading: Loading): Node {
  if (node.kind === 'scalar') return node
  const entries = new Map<string, Entry>()
  const add = (host: string, keyAt: Entry['keyAt'], addresses: readonly ScalarNode[]) => {
    if (host === '' || /[:=]/.test(host)) reject(loading, keyAt, 'wrong-type', `${JSON.stringify(host)} is not a host name`)
    const before = entries.get(host)?.node
    const items = before?.kind === 'list' ? [...before.items, ...addresses] : addresses
    entries.set(host, { keyAt, node: listOf(keyAt, items) })
  }
  const clean = (address: ScalarNode) => ({ ...address, text: (address.text ?? '').replace(/^\[(.+)\]$/, '$1') })
  if (node.kind === 'map') {
    for (const [host, entry] of node.entries) {
      const values = entry.node.kind === 'list' ? entry.node.items : [entry.node]
      add(host, entry.keyAt, values.filter(value => value.kind === 'scalar').map(clean))
    }
    return { kind: 'map', at: node.at, entries }
  }
  for (const item of node.items) {
    if (item.kind !== 'scalar') continue
    const separator = item.text?.includes('=') ? '=' : ':'
    const { key, value } = splitKeyValue(item, separator)
    if (value.text !== null) {
      add(key, item.at, value.text.split(',').map(text => clean({ ...value, text })))
    } else if (!isUnknown(item)) {
      reject(loading, item.at, 'wrong-type', `The extra host ${JSON.stringify(item.text)} has no address`)
    }
  }
  return { kind: 'map', at: node.at, entries }
}

function build(node: Node, { loading, variables }: Finishing): Node {
  if (node.kind !== 'map') return node
  let result = node
  if (!result.entries.has('context')) result = withEntry(result, 'context', scalarOf('.', node.at))
  if (!result.entries.has('dockerfile') && !result.entries.has('dockerfile_inline')) {
    result = withEntry(result, 'dockerfile', scalarOf('Dockerfile', node.at))
  }
  return mapEntries(result, (child, key) => {
    if (key === 'labels') return texts(child)
    if (key === 'extra_hosts') return hosts(child, loading)
    return key === 'args' ? buildArguments(child, variables, loading) : child
  })
}

/** An argument without a value takes that of the environment; Compose leaves it out when there is none. */
function buildArguments(node: Node, variables: ReadonlyMap<string, VariableValue>, loading: Loading): Node {
  if (node.kind === 'scalar') return node
  return mapEntries(keyValueMap(node), (child, name) => {
    if (!isNull(child)) return asText(child)
    const value = variables.get(name)
    if (value) return { ...scalarOf(value.text, child.at), ...(value.known ? {} : { interpolation: { raw: '', state: 'unknown', uses: [] } }) }
    return loading.unset === 'unknown' ? child : undefined
  })
}

function cleanTarget(item: Node): Node {
  const target = item.kind === 'map' ? item.entries.get('target')?.node : undefined
  if (item.kind !== 'map' || target?.kind !== 'scalar' || !knownText(target)) return item
  const text = posix.normalize(target.text ?? '').replace(/(?<=.)\/$/, '')
  return text === target.text ? item : withEntry(item, 'target', { ...target, text })
}

function checkedEnvironment(service: MapNode, loading: Loading): MapNode {
  const node = service.entries.get('environment')?.node
  if (node?.kind !== 'list') return service
  for (const item of node.items) {
    const name = item.kind === 'scalar' ? (item.text ?? '').split('=', 1)[0] : undefined
    if (name !== undefined && /\s$/.test(name)) {
      reject(loading, item.at, 'wrong-type', `The name of the variable ${JSON.stringify(name)} ends with a space`)
    }
  }
  return service
}

function withDefaultNetwork(service: MapNode): MapNode {
  if (service.entries.has('provider') || service.entries.has('network_mode')) return service
  const networks = service.entries.get('networks')
  const empty = networks?.node.kind === 'map' && networks.node.entries.size === 0
  if (networks && !empty) return service
  const at = networks?.node.at ?? service.at
  return withEntry(without(service, 'networks'), 'networks', mapOf(at, [['default', nullAt(at)]]), networks?.keyAt ?? at)
}

/** What a service needs without saying so in `depends_on`. */
function withImpliedDependencies(service: MapNode): MapNode {
  const written = service.entries.get('depends_on')
  const entries = new Map(written?.node.kind === 'map' ? written.node.entries : [])
  const imply = (name: string, at: Entry['keyAt'], restart: boolean) => {
    if (entries.has(name)) return
    const node = mapOf(at, [
      ['condition', scalarOf('service_started', at)],
      ['restart', scalarOf(String(restart), at, 'boolean')],
      ['required', scalarOf('true', at, 'boolean')],
    ])
    entries.set(name, { keyAt: at, node })
  }
  for (const link of knownItems(service, 'links')) {
    const parts = (link.text ?? '').split(':')
    imply(parts.length === 2 ? (parts[0] ?? '') : (link.text ?? ''), link.at, true)
  }
  for (const key of ['network_mode', 'ipc', 'pid', 'uts', 'cgroup']) {
    const node = service.entries.get(key)?.node
    const mode = knownText(node)
    if (node && mode?.startsWith('service:')) imply(mode.slice('service:'.length), node.at, true)
  }
  for (const from of knownItems(service, 'volumes_from')) {
    if (!from.text?.startsWith('container:')) imply((from.text ?? '').split(':', 1)[0] ?? '', from.at, false)
  }
  if (entries.size === 0) return service
  const [first] = entries.values()
  const at = written?.node.at ?? first?.node.at ?? service.at
  return { ...service, entries: new Map([...service.entries, ['depends_on', { keyAt: written?.keyAt ?? at, node: { kind: 'map', at, entries } }]]) }
}

function knownItems(service: MapNode, key: string): readonly ScalarNode[] {
  const node = service.entries.get(key)?.node
  const items = (node as ListNode | undefined)?.kind === 'list' ? (node as ListNode).items : []
  return items.filter(item => item.kind === 'scalar').filter(item => knownText(item) !== undefined)
}
