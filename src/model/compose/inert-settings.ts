import type { ComposeProject } from '../../parse/compose/project.js'
import { child, descend, type MapNode } from '../../parse/node.js'
import { itemsOf, keySpan, textAt } from '../read-node.js'
import type { Deployment, Workload } from '../system.js'

/** Settings of `deploy` that `docker compose` does not read, and of compose that a swarm does not read. */
const INERT_UNDER_COMPOSE = [
  ['deploy', 'update_config'],
  ['deploy', 'rollback_config'],
  ['deploy', 'placement'],
  ['deploy', 'endpoint_mode'],
  ['deploy', 'labels'],
  ['deploy', 'resources', 'reservations', 'cpus'],
  ['deploy', 'restart_policy', 'delay'],
  ['deploy', 'restart_policy', 'window'],
] as const
const INERT_UNDER_SWARM = [
  'build',
  'restart',
  'privileged',
  'network_mode',
  'links',
  'shm_size',
  'security_opt',
  'ipc',
  'pid',
  'devices',
  'container_name',
  'expose',
] as const

/**
 * What `docker stack deploy` does not take at all: it ends with "Compose file contains unsupported options"
 * (docker/cli v28 `cli/compose/types`, ForbiddenProperties).
 */
const REFUSED_BY_SWARM = [
  'volume_driver',
  'volumes_from',
  'cpu_quota',
  'cpu_shares',
  'cpuset',
  'mem_limit',
  'memswap_limit',
] as const

/** What is written and the platform in use ignores (docker/compose v2 `pkg/compose/create.go`; docker/cli `compose/types`). */
export function inertSettings(node: MapNode, platform: Deployment['platform']): Workload['inert'] {
  const paths: readonly (readonly string[])[] =
    platform === 'swarm' ? INERT_UNDER_SWARM.map(key => [key]) : platform === 'compose' ? INERT_UNDER_COMPOSE : []
  const found = paths.flatMap(path => {
    const parent = descend(node, ...path.slice(0, -1))
    const key = path[path.length - 1] ?? ''
    const entry = parent?.kind === 'map' ? parent.entries.get(key) : undefined
    return entry && !isForTheOther(key, node) ? [{ setting: path.join('.'), at: entry.keyAt }] : []
  })
  const overruled = platform === 'compose' ? overruledRestart(node) : undefined
  const addresses = platform === 'swarm' ? ignoredAddresses(node) : []
  return [...found, ...(overruled ? [overruled] : []), ...addresses, ...(platform === 'swarm' ? refused(node) : [])]
}

function refused(node: MapNode): Workload['inert'] {
  return REFUSED_BY_SWARM.flatMap(setting => {
    const entry = node.entries.get(setting)
    return entry ? [{ setting, at: entry.keyAt, stops: true as const }] : []
  })
}

/** What people write to keep a port to themselves; see `publishedPorts`. */
function ignoredAddresses(node: MapNode): Workload['inert'] {
  return itemsOf(child(node, 'ports')).flatMap(item => {
    const address = textAt(item, 'host_ip')
    if (!address?.known || /^(?:|0\.0\.0\.0|\[?::\]?)$/.test(address.value)) return []
    return [{ setting: 'the address of a port', at: item.at }]
  })
}

/** The ports of a service on internal networks alone: see `isShutIn`. */
export function unpublished(node: MapNode): Workload['inert'] {
  const ports = child(node, 'ports')
  if (ports?.kind !== 'list' || ports.items.length === 0) return []
  return [{ setting: 'ports', at: keySpan(node, 'ports', ports.at) }]
}

/** Empty lists of an override: https://docs.docker.com/reference/compose-file/merge/#reset-value */
export function emptyLists(service: string, { emptied }: ComposeProject): Workload['inert'] {
  const own = `services.${service}.`
  return emptied.flatMap(({ path, at }) =>
    path.startsWith(own) ? [{ setting: path.slice(own.length), at, empties: true as const }] : [],
  )
}

/** One file for both: what a swarm does not read has its counterpart beside it. */
function isForTheOther(key: string, node: MapNode): boolean {
  if (key === 'labels') return child(node, 'labels') !== undefined
  if (key === 'build') return child(node, 'image') !== undefined
  return key === 'restart' && descend(node, 'deploy', 'restart_policy') !== undefined
}

/** `restart` beside a `deploy.restart_policy` that says something else: Compose takes the latter. */
function overruledRestart(node: MapNode): Workload['inert'][number] | undefined {
  const restart = textAt(node, 'restart')
  const condition = textAt(descend(node, 'deploy', 'restart_policy'), 'condition')
  if (!restart?.known || condition?.known === false || !descend(node, 'deploy', 'restart_policy')) return undefined
  const own = /^(?:always|unless-stopped)$/.test(restart.value)
    ? 'any'
    : restart.value.replace(/^no$/, 'none').split(':')[0]
  if (own === (condition?.value ?? 'none')) return undefined
  const at = keySpan(node, 'restart', restart.at)
  return {
    setting: 'restart',
    at,
    overruledBy: condition
      ? `deploy.restart_policy.condition: ${condition.value}`
      : 'deploy.restart_policy without a condition',
  }
}
