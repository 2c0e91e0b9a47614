import type { Role, System, Workload } from './model/system.js'
import { knownValue } from './source.js'
import { type Verification, verificationOf } from './verification.js'

/** What production consists of, as reports list it. */
export interface Inventory {
  readonly items: readonly InventoryItem[]
  /** Who talks to whom, each pair once. */
  readonly links: readonly InventoryLink[]
  /** The ids of the items in the order in which they can be started: each phase needs only the ones before it. */
  readonly phases: readonly (readonly string[])[]
  /** How to see that it works, with the commands of this system. */
  readonly verification: readonly Verification[]
}

/** One workload of production. */
export interface InventoryItem {
  readonly id: string
  readonly name: string
  readonly deployment: string
  readonly role: Role
  /** What it runs: an image as written, or `built from <Dockerfile>`; absent: a program of the host, or not known. */
  readonly runs?: string
  /** How many run at the same time; null when only the environment tells. */
  readonly replicas: number | null
  /** Bytes for each replica; undefined: no limit; null: one that is not known. */
  readonly memoryLimit?: number | null
  /** Processors for each replica, 1 for a whole one; as with the memory. */
  readonly cpuLimit?: number | null
  /** Ports open beyond its own network, as `443` or `8443→443`. */
  readonly ports: readonly string[]
  readonly check: Workload['health']['state']
  readonly stateful: boolean
}

/** One line of the map. */
export interface InventoryLink {
  /** Id of an item. */
  readonly from: string
  /** Id of an item; absent for what the repository does not run. */
  readonly to?: string
  /** The host as written, where there is no item. */
  readonly host: string
}

/** More lines of the map say nothing to anybody. */
const MOST_LINKS = 500

/** Lists what production runs: every workload that is started without being asked for. */
export function inventoryOf(system: System): Inventory {
  const names = new Map(system.deployments.map(({ id, name }) => [id, name]))
  const items = system.workloads.map(workload => itemOf(workload, names.get(workload.deployment) ?? ''))
  const links = linksOf(system)
  return { items, links, phases: phasesOf(system, links), verification: verificationOf(system) }
}

function itemOf(workload: Workload, deployment: string): InventoryItem {
  const { id, name, role, health, stateful, resources } = workload
  const runs = whatItRuns(workload)
  return {
    id,
    name,
    deployment,
    role,
    ...(runs !== undefined && { runs }),
    replicas: replicasOf(workload),
    ...(resources.memoryLimit && { memoryLimit: knownValue(resources.memoryLimit) ?? null }),
    ...(resources.cpuLimit && { cpuLimit: knownValue(resources.cpuLimit) ?? null }),
    ports: portsOf(workload),
    check: health.state,
    stateful,
  }
}

function whatItRuns({ image, pm2 }: Workload): string | undefined {
  if (image?.origin === 'built') return image.dockerfile ? `built from ${image.files[0] ?? image.name}` : 'built'
  return image?.name ?? pm2?.scriptPath
}

function replicasOf({ replicas, autoscaledFrom, pm2 }: Workload): number | null {
  const apps = pm2?.apps ?? 1
  const set = autoscaledFrom ?? replicas
  if (!set) return apps
  const value = knownValue(set)
  return value === undefined ? null : value * apps
}

function portsOf({ published }: Workload): readonly string[] {
  const ports = published
    .filter(({ reach }) => reach !== 'loopback')
    .map(({ host, container }) => {
      const [outside, inside] = [host && knownValue(host), knownValue(container)]
      if (inside === undefined) return outside === undefined ? '?' : String(outside)
      return outside === undefined || outside === inside ? String(inside) : `${outside}→${inside}`
    })
  return [...new Set(ports)]
}

function linksOf(system: System): readonly InventoryLink[] {
  const production = new Set(system.workloads.map(({ id }) => id))
  const found = new Map<string, InventoryLink>()
  const add = (link: InventoryLink) => {
    if (link.from !== link.to && found.size < MOST_LINKS) found.set(`${link.from}\n${link.to ?? link.host}`, link)
  }
  for (const { from, answer, host } of system.edges) {
    const sources = from.kind === 'workload' ? [from] : from.kind === 'proxy' ? from.workloads : []
    for (const { id } of sources) {
      if (!production.has(id)) continue
      if (answer.kind === 'workload') add({ from: id, to: answer.workload.id, host })
      else if (answer.kind === 'outside') add({ from: id, host })
    }
  }
  return [...found.values()]
}

/** Layers of the order of start. What waits for each other in a circle is started together. */
function phasesOf(system: System, links: readonly InventoryLink[]): readonly (readonly string[])[] {
  const waiting = new Map(system.workloads.map(({ id }) => [id, new Set<string>()]))
  const need = (from: string, to: string) => {
    if (from !== to && waiting.has(to)) waiting.get(from)?.add(to)
  }
  for (const { id, deployment, dependsOn } of system.workloads) {
    for (const { workload } of dependsOn) {
      const other = system.workloads.find(one => one.deployment === deployment && one.name === workload)
      if (other) need(id, other.id)
    }
  }
  // Who collects metrics and logs can come last, whatever it asks.
  const watchers = new Set(system.workloads.filter(({ role }) => role === 'observability').map(({ id }) => id))
  for (const { from, to } of links) if (to !== undefined && !watchers.has(from) && !watchers.has(to)) need(from, to)
  const phases: string[][] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.size === 0).map(([id]) => id)
    const phase = free.length > 0 ? free : circle(waiting)
    phases.push(phase)
    for (const id of phase) waiting.delete(id)
    for (const needs of waiting.values()) for (const id of phase) needs.delete(id)
  }
  return phases
}

/** The smallest group of those that wait for each other: whatever else waits, waits for it. */
function circle(waiting: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  let best: ReadonlySet<string> | undefined
  for (const start of waiting.keys()) {
    const reached = new Set([start])
    for (const id of reached) for (const need of waiting.get(id) ?? []) reached.add(need)
    if (!best || reached.size < best.size) best = reached
  }
  return [...(best ?? waiting.keys())]
}
