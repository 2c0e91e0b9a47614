import { posix } from 'node:path'
import type { Entry, Node, ScalarNode } from '../node.js'
import { splitComposeCommand } from '../shell/split.js'
import { resolveEnvironment } from './environment.js'
import type { VariableValue } from './interpolate.js'
import { asText, keyValueMap, splitKeyValue } from './key-value.js'
import { type Loading, reject } from './loading.js'
import { isNull, isUnknown, knownText, listOf, mapEntries, mapItems, scalarOf, withEntry } from './nodes.js'
import { commandWords } from './words.js'

/** What bringing a service into its canonical form needs. */
export interface Finishing {
  readonly loading: Loading
  readonly variables: ReadonlyMap<string, VariableValue>
  /** Whether the active profiles switch the service on. */
  readonly enabled: boolean
}

/** Brings one attribute of a service into its canonical form; undefined when it says nothing. `scale` is the service's own. */
export function finishAttribute(node: Node, key: string, finishing: Finishing, scale?: Node): Node | undefined {
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
      return deploy(node, scale)
    case 'volumes':
      return node.kind === 'list' ? mapItems(node, cleanTarget) : node
    case 'pull_policy':
      return knownText(node) === 'if_not_present' ? ({ ...node, text: 'missing' } as ScalarNode) : node
    case 'post_start':
    case 'pre_stop':
      return hooks(node, finishing)
    default:
      return node
  }
}

/** `scale` is the older name of `deploy.replicas`. */
function deploy(node: Node, scale: Node | undefined): Node {
  if (node.kind !== 'map') return node
  const result = mapEntries(node, (child, key) => (key === 'labels' ? texts(child) : child))
  return scale && !result.entries.has('replicas') ? withEntry(result, 'replicas', scale) : result
}

function hooks(node: Node, finishing: Finishing): Node {
  if (node.kind !== 'list') return node
  const items = node.items.map(item => {
    if (item.kind !== 'map') return item
    const hook = mapEntries(item, (child, key) =>
      key === 'command' && !isNull(child) ? words(child, finishing.loading) : child,
    )
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
  const cut = splitComposeCommand(node.text ?? '')?.cut
  const list = listOf(
    node.at,
    found.map(word => wordOf(node, word, open)),
  )
  return cut === undefined ? list : { ...list, dropped: (node.text ?? '').slice(cut).trim() }
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
    if (host === '' || /[:=]/.test(host))
      reject(loading, keyAt, 'wrong-type', `${JSON.stringify(host)} is not a host name`)
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
      add(
        key,
        item.at,
        value.text.split(',').map(text => clean({ ...value, text })),
      )
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
    if (value)
      return {
        ...scalarOf(value.text, child.at),
        ...(value.known ? {} : { interpolation: { raw: '', state: 'unknown', uses: [] } }),
      }
    return loading.unset === 'unknown' ? child : undefined
  })
}

function cleanTarget(item: Node): Node {
  const target = item.kind === 'map' ? item.entries.get('target')?.node : undefined
  if (item.kind !== 'map' || target?.kind !== 'scalar' || !knownText(target)) return item
  const text = posix.normalize(target.text ?? '').replace(/(?<=.)\/$/, '')
  return text === target.text ? item : withEntry(item, 'target', { ...target, text })
}
