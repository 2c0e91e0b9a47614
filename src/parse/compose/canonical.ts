import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../node.js'
import { type Finishing, finishAttribute } from './attributes.js'
import { resolveEnvironment, resolveLabels } from './environment.js'
import { type Loading, reject } from './loading.js'
import { mergeNodes } from './merge.js'
import { knownText, mapEntries, mapOf, nullAt, scalarOf, withEntry, without } from './nodes.js'
import { CONTAINER_KEYS } from './schema.js'

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
export function canonicalService(service: MapNode, finishing: Finishing): MapNode {
  const connected = withImpliedDependencies(withDefaultNetwork(service))
  const withHooks = mapEntries(connected, (node, key) =>
    key === 'pre_start' ? startHooks(node, connected, finishing) : node,
  )
  const result = mapEntries(withHooks, (node, key) =>
    finishAttribute(node, key, finishing, service.entries.get('scale')?.node),
  )
  return withFiles(result, finishing)
}

/** Adds what env files and label files say. They are only missed where a service is switched on. */
function withFiles(container: MapNode, { loading, variables, enabled }: Finishing): MapNode {
  checkVariableNames(container, loading)
  const quiet: Loading = { ...loading, report: () => undefined, missing: () => undefined, took: () => undefined }
  const files = enabled ? loading : quiet
  return resolveLabels(resolveEnvironment(container, variables, files), files)
}

/** A `pre_start` hook is a container with everything of the service's own that describes one, but for its mounts. */
function startHooks(node: Node, service: MapNode, finishing: Finishing): Node {
  if (node.kind !== 'list') return node
  const base = containerPart(service)
  const items = node.items.map(hook => {
    const merged = hook.kind === 'map' ? mergeNodes(base, hook, ['services', 'hook'], finishing.loading.report) : hook
    if (merged.kind !== 'map') return hook
    const result = mapEntries(merged, (child, key) => finishAttribute(child, key, finishing))
    return { ...withFiles(result, finishing), at: hook.at }
  })
  return { ...node, items }
}

function containerPart(service: MapNode): MapNode {
  const entries = [...service.entries].filter(([key]) => key !== 'volumes' && CONTAINER_KEYS.has(key))
  return { ...service, entries: new Map(entries) }
}

function checkVariableNames(container: MapNode, loading: Loading): void {
  const node = container.entries.get('environment')?.node
  if (node?.kind !== 'list') return
  for (const item of node.items) {
    const name = item.kind === 'scalar' ? (item.text ?? '').split('=', 1)[0] : undefined
    if (name !== undefined && /\s$/.test(name)) {
      reject(loading, item.at, 'wrong-type', `The name of the variable ${JSON.stringify(name)} ends with a space`)
    }
  }
}

function withDefaultNetwork(service: MapNode): MapNode {
  if (service.entries.has('provider') || service.entries.has('network_mode')) return service
  const networks = service.entries.get('networks')
  const empty = networks?.node.kind === 'map' && networks.node.entries.size === 0
  if (networks && !empty) return service
  const at = networks?.node.at ?? service.at
  return withEntry(
    without(service, 'networks'),
    'networks',
    mapOf(at, [['default', nullAt(at)]]),
    networks?.keyAt ?? at,
  )
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
  return {
    ...service,
    entries: new Map([
      ...service.entries,
      ['depends_on', { keyAt: written?.keyAt ?? at, node: { kind: 'map', at, entries } }],
    ]),
  }
}

function knownItems(service: MapNode, key: string): readonly ScalarNode[] {
  const node = service.entries.get(key)?.node
  const items = (node as ListNode | undefined)?.kind === 'list' ? (node as ListNode).items : []
  return items.filter(item => item.kind === 'scalar').filter(item => knownText(item) !== undefined)
}
