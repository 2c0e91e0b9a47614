import { child, descend, type MapNode } from '../../parse/node.js'
import { parseBytes } from '../../parse/units.js'
import { type Fact, knownValue, type Span, unknown } from '../../source.js'
import { booleanFact, entriesOf, factOf, itemsOf, keySpan, numberFact, textAt, textFact } from '../read-node.js'
import type { Dependency, Deployment, Logging, Privileges, Resources, Restart } from '../system.js'

/** `{ [key]: value }`, or nothing: for properties that are absent rather than undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

/** A boolean as far as it is known. */
export function booleanValue(node: Parameters<typeof booleanFact>[0]): boolean | undefined {
  return knownValue(booleanFact(node))
}

/** How many run: `scale` before `deploy.replicas`. In global mode a swarm runs one on each node, however many that are. */
export function replicasOf(node: MapNode, platform: Deployment['platform']): Fact<number> | undefined {
  const mode = textFact(descend(node, 'deploy', 'mode'))
  if (platform === 'swarm' && mode?.known && mode.value.startsWith('global'))
    return unknown(mode.at, 'one runs on each node of the swarm')
  return numberFact(child(node, 'scale')) ?? numberFact(descend(node, 'deploy', 'replicas'))
}

/** Whether a swarm runs it to its end (`mode: replicated-job`, `global-job`). */
export function runsOnce(node: MapNode, platform: Deployment['platform']): boolean {
  return platform === 'swarm' && /-job$/.test(knownValue(textFact(descend(node, 'deploy', 'mode'))) ?? '')
}

/**
 * What happens when it ends. `deploy.restart_policy` wins over `restart`; without a condition it means `any` to a swarm
 * and nothing to Compose (docker/compose v2, `pkg/compose/create.go`, `getRestartPolicy`). A swarm does not read
 * `restart`, and restarts tasks whatever ends them unless told otherwise.
 */
export function restartOf(node: MapNode, at: Span, platform: Deployment['platform']): Restart {
  const policy = descend(node, 'deploy', 'restart_policy')
  if (policy) {
    const condition = textAt(policy, 'condition')
    const read = condition ? policyOf(condition) : platform === 'swarm' ? 'always' : 'none'
    return { policy: read, at: condition?.at ?? policy.at, written: true }
  }
  if (platform === 'swarm') return { policy: 'always', at, written: false }
  const restart = textAt(node, 'restart')
  return restart ? { policy: policyOf(restart), at: restart.at, written: true } : { policy: 'none', at, written: false }
}

function policyOf(fact: Fact<string>): Restart['policy'] {
  if (!fact.known) return 'unknown'
  const [name = ''] = fact.value.split(':')
  if (['any', 'always', 'unless-stopped'].includes(name)) return 'always'
  return name === 'on-failure' ? 'on-failure' : 'none'
}

/** `depends_on`, and what links and shared namespaces imply. */
export function dependenciesOf(node: MapNode): readonly Dependency[] {
  return entriesOf(child(node, 'depends_on')).map(([workload, options, at]) => {
    const condition = knownValue(textAt(options, 'condition'))
    return {
      workload,
      condition:
        condition === 'service_healthy'
          ? 'healthy'
          : condition === 'service_completed_successfully'
            ? 'completed'
            : 'started',
      required: booleanValue(child(options, 'required')) !== false,
      at,
    }
  })
}

/** Limits and reservations; those of `deploy` and the older keys of the service are one. */
export function resourcesOf(node: MapNode): Resources {
  const limits = descend(node, 'deploy', 'resources', 'limits')
  const reservations = descend(node, 'deploy', 'resources', 'reservations')
  const files = descend(node, 'ulimits', 'nofile')
  return {
    ...optional(
      'memoryLimit',
      positive(factOf(child(limits, 'memory'), parseBytes) ?? factOf(child(node, 'mem_limit'), parseBytes)),
    ),
    ...optional(
      'memoryReservation',
      positive(factOf(child(reservations, 'memory'), parseBytes) ?? factOf(child(node, 'mem_reservation'), parseBytes)),
    ),
    ...optional(
      'cpuLimit',
      positive(numberFact(child(limits, 'cpus')) ?? numberFact(child(node, 'cpus'))) ?? quota(node),
    ),
    ...optional('cpuReservation', positive(numberFact(child(reservations, 'cpus')))),
    ...optional('openFiles', numberFact(child(files, 'soft') ?? files)),
    limitedByDefault: false,
  }
}

/** A limit of 0 is no limit: Docker reads it as unlimited. */
function positive(fact: Fact<number> | undefined): Fact<number> | undefined {
  return fact?.known && fact.value <= 0 ? undefined : fact
}

/**
 * The older ways to bound it, in cores: `cpu_quota` of each `cpu_period` (100 ms by default), and the cores that `cpuset` names.
 * https://docs.docker.com/engine/containers/resource_constraints/#configure-the-default-cfs-scheduler
 */
function quota(node: MapNode): Fact<number> | undefined {
  const period = knownValue(factOf(child(node, 'cpu_period'), microseconds)) ?? 100_000
  const time = factOf(child(node, 'cpu_quota'), text => {
    const value = microseconds(text)
    return value === undefined ? undefined : value / period
  })
  return positive(time) ?? positive(factOf(child(node, 'cpuset'), coresIn))
}

/** `50000`, `50ms`. */
function microseconds(text: string): number | undefined {
  const [, number, unit] = /^(-?\d+)(us|ms|s)?$/.exec(text) ?? []
  if (number === undefined) return undefined
  return Number(number) * (unit === 's' ? 1_000_000 : unit === 'ms' ? 1_000 : 1)
}

/** `0,2-3` is three. */
function coresIn(text: string): number | undefined {
  const ranges = text.split(',').map(part => /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part))
  if (ranges.some(range => !range)) return undefined
  return ranges.reduce((sum, range) => sum + (range?.[2] ? Number(range[2]) - Number(range[1]) + 1 : 1), 0)
}

/** What it may do beyond an ordinary container. */
export function privilegesOf(node: MapNode): Privileges {
  const spaces = (['pid', 'ipc', 'uts'] as const).flatMap(namespace => {
    const mode = textAt(node, namespace)
    return knownValue(mode) === 'host' && mode ? [{ namespace, at: mode.at }] : []
  })
  const network = textAt(node, 'network_mode')
  return {
    ...optional('privileged', booleanFact(child(node, 'privileged'))),
    addedCapabilities: itemsOf(child(node, 'cap_add')).flatMap(item =>
      item.kind === 'scalar' && item.text ? [{ name: item.text.toUpperCase().replace(/^CAP_/, ''), at: item.at }] : [],
    ),
    hostNamespaces: [
      ...(knownValue(network) === 'host' && network ? [{ namespace: 'network' as const, at: network.at }] : []),
      ...spaces,
    ],
    ...optional('user', textAt(node, 'user')),
    readOnlyRoot: booleanValue(child(node, 'read_only')) === true,
  }
}

/** The log driver with its options; undefined when nothing is written. */
export function loggingOf(node: MapNode, at: Span): Logging | undefined {
  const logging = child(node, 'logging')
  if (!logging) return undefined
  const options = entriesOf(child(logging, 'options')).flatMap(([key, value]) => {
    const fact = textFact(value)
    return fact ? [[key, fact] as const] : []
  })
  return {
    ...optional('driver', textAt(logging, 'driver')),
    options: new Map(options),
    at: keySpan(node, 'logging', at),
  }
}

/** Where the secrets of a service are mounted. */
export function secretFilesOf(node: MapNode): readonly string[] {
  return itemsOf(child(node, 'secrets')).flatMap(item => {
    const source = knownValue(textAt(item, 'source'))
    const target = knownValue(textAt(item, 'target')) ?? source
    return target === undefined ? [] : [target.startsWith('/') ? target : `/run/secrets/${target}`]
  })
}
