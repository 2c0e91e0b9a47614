import { knownValue } from '../source.js'
import { type Address, addressesIn } from './addresses.js'
import type { Connection, EnvironmentVariable, NetworkAttachment, Workload } from './system.js'

/** Who connects to whom: URLs and host variables in the environment, resolved over the networks that both join. */
export function connectionsOf(workloads: readonly Workload[]): readonly Connection[] {
  const directory = directoryOf(workloads)
  return workloads.flatMap(from =>
    [...from.environment.values()].flatMap(variable =>
      addressesIn(variable, from.environment).flatMap(
        address => connectionTo(address, from, variable, directory) ?? [],
      ),
    ),
  )
}

/** Workloads by what others may call them. */
interface Directory {
  /** By the names that they answer to on any network. */
  readonly byAlias: ReadonlyMap<string, readonly Workload[]>
  readonly ofDeployment: ReadonlyMap<string, Neighbours>
}

/** The workloads of one deployment. */
interface Neighbours {
  readonly byName: Map<string, Workload>
  readonly byHostPort: Map<number, Workload>
  readonly hostPortRanges: { readonly first: number; readonly last: number; readonly workload: Workload }[]
  /** By the workload whose network they are on: themselves, or that of `network_mode: service:x`. */
  readonly byNetworkOwner: Map<string, Workload[]>
}

/** Namesakes beyond this many are not looked at. */
const MOST_NAMESAKES = 100

function directoryOf(workloads: readonly Workload[]): Directory {
  const byAlias = new Map<string, Workload[]>()
  const ofDeployment = new Map<string, Neighbours>()
  for (const workload of workloads) {
    const known = ofDeployment.get(workload.deployment)
    const neighbours = known ?? {
      byName: new Map(),
      byHostPort: new Map(),
      hostPortRanges: [],
      byNetworkOwner: new Map(),
    }
    if (!known) ofDeployment.set(workload.deployment, neighbours)
    enter(neighbours, workload)
    for (const alias of new Set(workload.networks.flatMap(network => network.aliases))) put(byAlias, alias, workload)
  }
  return { byAlias, ofDeployment }
}

function put(map: Map<string, Workload[]>, key: string, workload: Workload): void {
  const others = map.get(key)
  if (!others) map.set(key, [workload])
  else if (others.length < MOST_NAMESAKES) others.push(workload)
}

function enter(neighbours: Neighbours, workload: Workload): void {
  if (!neighbours.byName.has(workload.name)) neighbours.byName.set(workload.name, workload)
  put(neighbours.byNetworkOwner, networkOwner(workload), workload)
  for (const { host, hostEnd } of workload.published) {
    const first = knownValue(host)
    if (first === undefined) continue
    if (hostEnd !== undefined) neighbours.hostPortRanges.push({ first, last: hostEnd, workload })
    else if (!neighbours.byHostPort.has(first)) neighbours.byHostPort.set(first, workload)
  }
}

function networkOwner(workload: Workload): string {
  return /^service:(.+)$/.exec(knownValue(workload.networkMode) ?? '')?.[1] ?? workload.name
}

/** What a server listens on, not what a client connects to. */
const EVERYWHERE = /^(?:0\.0\.0\.0|::|\*|\+)$/

/** Undefined for what is no host of anybody: the workload itself, and a text that only looks like one. */
function connectionTo(
  { form, ...address }: Address,
  from: Workload,
  variable: EnvironmentVariable,
  directory: Directory,
): Connection | undefined {
  if (address.host.includes('$') || EVERYWHERE.test(address.host)) return undefined
  const to = answering(address, from, directory)
  if (to === from) return undefined
  if (!to && form !== 'url' && !isHost(address.host, form, from, directory)) return undefined
  return { from, ...(to ? { to } : {}), ...address, variable, at: variable.at }
}

/** Whether a bare text is a host all the same: a workload that cannot be reached from here, or a name of the outside world. */
function isHost(host: string, form: Address['form'], from: Workload, { byAlias }: Directory): boolean {
  if (byAlias.get(host)?.some(other => other.deployment === from.deployment)) return true
  return form === 'named' && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && host !== 'host.docker.internal'
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

/** The workload that answers to a name for `from`: by its own list of hosts, on a network in common, or on a port of the host. */
function answering(
  { host, port }: Pick<Address, 'host' | 'port'>,
  from: Workload,
  { byAlias, ofDeployment }: Directory,
): Workload | undefined {
  const beside = ofDeployment.get(from.deployment)
  const own = from.localNames?.get(host)
  if (own === 'host-gateway') return onHostPort(port, beside)
  if (own !== undefined) return beside?.byName.get(own)
  if (LOOPBACK.test(host)) {
    const mode = knownValue(from.networkMode)
    if (mode === 'host') return onHostPort(port, beside)
    const others = beside?.byNetworkOwner.get(networkOwner(from)) ?? []
    return port === undefined ? undefined : others.find(other => other !== from && other.listens.includes(port))
  }
  const called = byAlias.get(host)
  const found =
    called?.find(to => to.deployment === from.deployment && answersTo(host, to, from)) ??
    called?.find(to => answersTo(host, to, from))
  return found ?? (host === 'host.docker.internal' ? onHostPort(port, beside) : undefined)
}

function onHostPort(port: number | undefined, neighbours: Neighbours | undefined): Workload | undefined {
  if (port === undefined) return undefined
  const range = neighbours?.hostPortRanges.find(({ first, last }) => first <= port && port <= last)
  return neighbours?.byHostPort.get(port) ?? range?.workload
}

function answersTo(host: string, to: Workload, from: Workload): boolean {
  return to.networks.some(
    network => network.aliases.includes(host) && from.networks.some(own => isSame(own, network, from, to)),
  )
}

/** Networks with a name of their own join deployments, and so do those of the same folder. */
function isSame(one: NetworkAttachment, other: NetworkAttachment, from: Workload, to: Workload): boolean {
  if (from.deployment === to.deployment) return one.network === other.network
  return one.identity !== undefined && one.identity === other.identity
}
