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
  /** By deployment. */
  readonly byDeployment: ReadonlyMap<string, readonly Workload[]>
}

function directoryOf(workloads: readonly Workload[]): Directory {
  const byAlias = new Map<string, Workload[]>()
  const byDeployment = new Map<string, Workload[]>()
  const put = (map: Map<string, Workload[]>, key: string, workload: Workload) => {
    const others = map.get(key)
    if (others) others.push(workload)
    else map.set(key, [workload])
  }
  for (const workload of workloads) {
    put(byDeployment, workload.deployment, workload)
    for (const alias of new Set(workload.networks.flatMap(network => network.aliases))) put(byAlias, alias, workload)
  }
  return { byAlias, byDeployment }
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
  { byAlias, byDeployment }: Directory,
): Workload | undefined {
  const beside = byDeployment.get(from.deployment) ?? []
  const own = from.localNames?.get(host)
  if (own === 'host-gateway') return onHostPort(port, beside)
  if (own !== undefined) return beside.find(other => other.name === own)
  if (LOOPBACK.test(host)) {
    const mode = knownValue(from.networkMode)
    if (mode === 'host') return onHostPort(port, beside)
    return port === undefined ? undefined : inNamespace(from, beside).find(other => other.listens.includes(port))
  }
  const reached = byAlias.get(host)?.filter(to => answersTo(host, to, from)) ?? []
  const found = reached.find(to => to.deployment === from.deployment) ?? reached[0]
  return found ?? (host === 'host.docker.internal' ? onHostPort(port, beside) : undefined)
}

function onHostPort(port: number | undefined, workloads: readonly Workload[]): Workload | undefined {
  if (port === undefined) return undefined
  return workloads.find(workload =>
    workload.published.some(one => {
      const first = knownValue(one.host)
      return first !== undefined && first <= port && port <= (one.hostEnd ?? first)
    }),
  )
}

/** The others that share the network of a container (`network_mode: service:x`): the one it names, and those that name the same. */
function inNamespace(from: Workload, beside: readonly Workload[]): readonly Workload[] {
  const ownerOf = (one: Workload) => /^service:(.+)$/.exec(knownValue(one.networkMode) ?? '')?.[1] ?? one.name
  const owner = ownerOf(from)
  return beside.filter(other => other !== from && ownerOf(other) === owner)
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
