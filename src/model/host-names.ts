import { isAddress } from '../parse/ip-address.js'
import { knownValue } from '../source.js'
import type { Deployment, NetworkAttachment, Workload } from './system.js'

/** Who answers when a workload asks for a host. */
export type HostAnswer =
  /** A workload of the repository: the one that asks when it means itself. `port` is that inside the container, where the
   *  one that was asked for is a port of the host. `others` answer to the same name. */
  | {
      readonly kind: 'workload'
      readonly workload: Workload
      readonly others: readonly Workload[]
      readonly port?: number
    }
  /** A machine or service that the repository does not run: a name with dots, an address, the host itself. */
  | { readonly kind: 'outside' }
  /** Nothing can: the name is that of a container network, and no container on it has it. `namesake` has it elsewhere. */
  | { readonly kind: 'nobody'; readonly namesake?: Workload }
  /** The repository does not tell. */
  | { readonly kind: 'unknown'; readonly because: string }

/** Answers for one system. */
export interface HostNames {
  /** Who answers to `host` (a name or an address, without brackets) for `from`; `port` is the one that is asked for. */
  readonly answer: (host: string, port: number | undefined, from: Workload) => HostAnswer
  /** Workloads of the same deployment that bear the name on any network. */
  readonly namesakes: (host: string, from: Workload) => readonly Workload[]
}

/** Namesakes beyond this many are not looked at. */
const MOST_NAMESAKES = 100
/** Names and addresses of the machine or container that asks. */
export const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0|\[?::\]?|0:0:0:0:0:0:0:[01])$/
/** What Docker and Podman call the machine that they run on. */
const MACHINE = /^(?:host|gateway)\.docker\.internal$|^host\.containers\.internal$|^172\.17\.0\.1$/

/** The workloads of one deployment. */
interface Neighbours {
  readonly byName: Map<string, Workload>
  readonly byHostPort: Map<number, OnHost>
  readonly hostPortRanges: { readonly first: number; readonly last: number; readonly on: OnHost }[]
  /** By the workload whose network they are on: themselves, or that of `network_mode: service:x`. */
  readonly byNetworkOwner: Map<string, Workload[]>
  /** How many workloads are on a network, by its key. */
  readonly onNetwork: Map<string, number>
}

interface OnHost {
  readonly workload: Workload
  readonly port: number | undefined
}

interface Directory {
  /** By the names that they answer to on any network, in lower case. */
  readonly byAlias: ReadonlyMap<string, readonly Workload[]>
  readonly ofDeployment: ReadonlyMap<string, Neighbours>
  /** Names of workloads that only start on request, by deployment. */
  readonly onRequest: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Names of production workloads, as their platform answers for them: Docker's name server by service, container and
 * alias on networks in common (https://docs.docker.com/engine/network/#dns-services), links, extra hosts, the host's ports.
 */
export function hostNamesOf(deployments: readonly Deployment[], workloads: readonly Workload[]): HostNames {
  const directory = directoryOf(deployments, workloads)
  return {
    answer: (host, port, from) => answerOf(clean(host), port, from, directory),
    namesakes: (host, from) =>
      (directory.byAlias.get(clean(host)) ?? []).filter(other => other.deployment === from.deployment),
  }
}

function clean(host: string): string {
  return host.replace(/\.$/, '').toLowerCase()
}

function directoryOf(deployments: readonly Deployment[], workloads: readonly Workload[]): Directory {
  const byAlias = new Map<string, Workload[]>()
  const ofDeployment = new Map<string, Neighbours>()
  for (const workload of workloads) {
    const neighbours = ofDeployment.get(workload.deployment) ?? {
      byName: new Map(),
      byHostPort: new Map(),
      hostPortRanges: [],
      byNetworkOwner: new Map(),
      onNetwork: new Map(),
    }
    ofDeployment.set(workload.deployment, neighbours)
    enter(neighbours, workload)
    for (const name of namesOf(workload)) put(byAlias, name, workload)
  }
  const onRequest = new Map(
    deployments.map(({ id, onRequest: waiting }) => [id, new Set(waiting.flatMap(one => [...namesOf(one)]))] as const),
  )
  return { byAlias, ofDeployment, onRequest }
}

/** Docker answers to the host name of a container, too: https://github.com/moby/moby/pull/46853 (25.0). */
function namesOf(workload: Workload): ReadonlySet<string> {
  const names = workload.networks.flatMap(network => network.aliases)
  // A pod's host name is only known below the name of a Service.
  const own = workload.platform === 'kubernetes' ? undefined : knownValue(workload.hostname)
  return new Set([...names, ...(own && names.length > 0 ? [own] : [])].map(clean))
}

function put<Key>(map: Map<Key, Workload[]>, key: Key, workload: Workload): void {
  const others = map.get(key)
  if (!others) map.set(key, [workload])
  else if (others.length < MOST_NAMESAKES) others.push(workload)
}

function enter(neighbours: Neighbours, workload: Workload): void {
  if (!neighbours.byName.has(workload.name)) neighbours.byName.set(workload.name, workload)
  put(neighbours.byNetworkOwner, networkOwner(workload), workload)
  for (const { network } of workload.networks) {
    neighbours.onNetwork.set(network, (neighbours.onNetwork.get(network) ?? 0) + 1)
  }
  for (const { host, hostEnd, container } of workload.published) {
    const first = knownValue(host)
    if (first === undefined) continue
    const on = { workload, port: hostEnd === undefined ? knownValue(container) : undefined }
    if (hostEnd !== undefined) neighbours.hostPortRanges.push({ first, last: hostEnd, on })
    else if (!neighbours.byHostPort.has(first)) neighbours.byHostPort.set(first, on)
  }
}

/** The containers of a pod share one network, too. */
function networkOwner(workload: Workload): string {
  const { pod } = workload
  if (pod) return [pod.kind, pod.namespace, pod.name].join('/')
  return /^service:(.+)$/.exec(knownValue(workload.networkMode) ?? '')?.[1] ?? workload.name
}

function answerOf(host: string, port: number | undefined, from: Workload, directory: Directory): HostAnswer {
  if (/[${}<>%*\s]/.test(host) || host === '') return unknown('the host is filled in elsewhere')
  const beside = directory.ofDeployment.get(from.deployment)
  const own = from.localNames?.get(host)
  if (own !== undefined) return ownName(own, port, beside)
  if (LOOPBACK.test(host)) return loopback(port, from, beside)
  const called = found(host, from, directory)
  const [first, ...others] = called
  if (first) return { kind: 'workload', workload: first, others }
  if (host === knownValue(from.hostname)?.toLowerCase()) return itself(from)
  if (MACHINE.test(host)) return onHost(port, beside)
  if (isAddress(host)) return address(host)
  if (from.platform === 'kubernetes' && (!host.includes('.') || /\.svc(?:\.|$)/.test(host)))
    return unknown('something else may make a Service of that name in the cluster')
  if (host.includes('.')) return { kind: 'outside' }
  return bareName(host, from, directory)
}

function unknown(because: string): HostAnswer {
  return { kind: 'unknown', because }
}

function itself(workload: Workload): HostAnswer {
  return { kind: 'workload', workload, others: [] }
}

/** A link names a workload, an extra host an address, an ExternalName of Kubernetes a host outside. */
function ownName(name: string, port: number | undefined, beside: Neighbours | undefined): HostAnswer {
  if (name === 'host-gateway') return onHost(port, beside)
  const linked = beside?.byName.get(name)
  if (linked) return itself(linked)
  if (/^[\w-]+(?:\.[\w-]+)+\.?$/.test(name) && !isAddress(name)) return { kind: 'outside' }
  const isHost = isAddress(name) || /^[\w-]+(?:\.[\w-]+)+$/.test(name)
  return isHost ? { kind: 'outside' } : unknown('the host is filled in elsewhere')
}

function onHost(port: number | undefined, beside: Neighbours | undefined): HostAnswer {
  if (port === undefined) return { kind: 'outside' }
  const range = beside?.hostPortRanges.find(({ first, last }) => first <= port && port <= last)
  const on = beside?.byHostPort.get(port) ?? range?.on
  if (!on) return { kind: 'outside' }
  return {
    kind: 'workload',
    workload: on.workload,
    others: [],
    ...(on.port === undefined ? {} : { port: on.port }),
  }
}

/** Within one network namespace the neighbour that has the port answers, else the workload itself. */
function loopback(port: number | undefined, from: Workload, beside: Neighbours | undefined): HostAnswer {
  const mode = knownValue(from.networkMode)
  if (mode === 'host' || from.platform === 'pm2') return onHost(port, beside)
  if (from.networkMode && (mode === undefined || mode.startsWith('container:')))
    return unknown('it shares the network of a container that is not in the repository')
  const others = (beside?.byNetworkOwner.get(networkOwner(from)) ?? []).filter(other => other !== from)
  const neighbour = port === undefined ? undefined : others.find(other => other.listens.includes(port))
  if (neighbour) return itself(neighbour)
  return others.length === 0 ? itself(from) : unknown('several containers share its network')
}

/** The address of a container is given when it starts, or by hand; those of the internet are somebody else's. */
function address(host: string): HostAnswer {
  const private4 =
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
  if (private4.test(host) || /^(?:f[cd]|fe80:)/.test(host)) return unknown('an address tells of no workload')
  return { kind: 'outside' }
}

/** The workloads that a name finds from here, those of the same deployment first. */
function found(host: string, from: Workload, { byAlias }: Directory): readonly Workload[] {
  // `tasks.api` is each task of a service of a swarm, `api.backend` a container on the network `backend`.
  const bare = /^tasks\.(.+)$/.exec(host)?.[1] ?? host
  const qualified = from.networks.find(({ network }) => bare.endsWith(`.${network.toLowerCase()}`))
  const names = [bare, ...(qualified ? [bare.slice(0, -qualified.network.length - 1)] : [])]
  for (const name of names) {
    const called = byAlias.get(name) ?? []
    const answering = called.filter(to => answersTo(name, to, from))
    const near = answering.filter(to => to.deployment === from.deployment)
    if (answering.length > 0) return near.length > 0 ? near : answering
  }
  return []
}

function answersTo(host: string, to: Workload, from: Workload): boolean {
  const own = clean(knownValue(to.hostname) ?? '') === host
  return to.networks.some(
    network =>
      (own || network.aliases.some(alias => clean(alias) === host)) &&
      from.networks.some(one => isSameNetwork(one, network, from, to)),
  )
}

/** Networks with a name of their own join deployments, and so do those of the same folder. */
function isSameNetwork(one: NetworkAttachment, other: NetworkAttachment, from: Workload, to: Workload): boolean {
  if (from.deployment === to.deployment) return one.network === other.network
  return one.identity !== undefined && one.identity === other.identity
}

/** The networks that two workloads are both on, by the name that the first gives them. */
export function networksInCommon(from: Workload, to: Workload): readonly string[] {
  return from.networks.flatMap(one =>
    to.networks.some(other => isSameNetwork(one, other, from, to)) ? [one.network] : [],
  )
}

/** A name without dots that nobody in reach has. */
function bareName(host: string, from: Workload, { byAlias, ofDeployment, onRequest }: Directory): HostAnswer {
  if (from.platform === 'kubernetes') return unknown('other manifests may be applied to the cluster')
  if (from.platform === 'pm2' || from.networkMode || from.networks.length === 0)
    return unknown('its names are looked up outside the repository')
  if (onRequest.get(from.deployment)?.has(host)) return unknown(`${host} is only started on request`)
  const beside = ofDeployment.get(from.deployment)
  if (beside && isNameOfContainer(host, beside.byName, from.platform))
    return unknown('it may be the name that Compose gives to a container')
  const open = from.networks.find(network => isOpen(network, beside))
  if (open) return unknown(`other projects may be on the network ${open.network.replace(/^external:/, '')}`)
  const namesake = byAlias.get(host)?.find(other => other.deployment === from.deployment)
  return { kind: 'nobody', ...(namesake ? { namesake } : {}) }
}

/** `shop-api-1`, `shop_api_1` and, in a swarm, `shop_api`: the name of the project is not always known. */
function isNameOfContainer(host: string, services: Neighbours['byName'], platform: Workload['platform']): boolean {
  const numbered = host.replace(/[-_]\d+$/, '')
  if (numbered === host && platform !== 'swarm') return false
  const ends = [...numbered.matchAll(numbered === host ? /(?<=.)_/g : /(?<=.)[-_]/g)]
  return ends.some(({ 0: separator, index }) => services.has(numbered.slice(index + separator.length)))
}

/** An external network belongs to others; one with a name of its own that nobody else here is on was made for others. */
function isOpen(network: NetworkAttachment, beside: Neighbours | undefined): boolean {
  if (network.network.startsWith('external:')) return true
  const named = network.identity === undefined || !network.identity.includes('/')
  return named && (beside?.onNetwork.get(network.network) ?? 0) < 2
}
