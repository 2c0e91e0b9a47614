import type { KubernetesObject } from '../parse/kubernetes/object.js'
import type { Cluster } from './cluster.js'
import type { Encrypting } from './encryption.js'
import { type RouteEncryption, routesOfCluster } from './kubernetes/route-encryption.js'
import { isNginx } from './nginx/facts.js'
import { passesOnScheme } from './nginx/forwarding.js'
import type { PublicEntry } from './public-entries.js'
import { isOwnProgram, isSameImage, isSameProgram } from './same-program.js'
import type { Edge, ReverseProxy, System, Workload } from './system.js'

/** Whether what users send to an entry is encrypted. `beside`: it is not, though it is elsewhere in the same deployment. */
export type EntryEncryption =
  | { readonly state: 'encrypted' }
  | { readonly state: 'plain'; readonly beside?: string }
  | { readonly state: 'unknown'; readonly because: string }

const ENCRYPTED: EntryEncryption = { state: 'encrypted' }

/** What encrypts in one deployment, and what that means for all of its entries. */
interface Surroundings {
  readonly near: readonly Encrypting[]
  readonly objects: ReadonlySet<KubernetesObject>
  /** Judges a route by the others of its cluster. */
  readonly ofOthers: (object: KubernetesObject, cluster: Cluster) => RouteEncryption
  /** The objects of routes that a listener with TLS takes. */
  readonly withListener: ReadonlySet<KubernetesObject>
  /** A tunnel, a companion, or what encrypts where the same system runs in another way. */
  readonly coversAll: boolean
  /** A proxy of the cluster serves all its routes on each of its listeners, a load balancer is before all of them. */
  readonly coversRoutes: boolean
  /** What is said of an entry that nothing covers. */
  readonly rest: EntryEncryption
}

/** Judges the entries of a system one by one: TLS of one proxy says nothing of a port beside it. */
export function encryptionOfEntries(system: System): (entry: PublicEntry) => EntryEncryption {
  const { upstream, by, own } = system.encryption
  const isForAll = upstream || by.some(one => one.kind === 'outside' || isOnHost(one))
  if (isForAll) return () => ENCRYPTED
  const known = new Map<string, Surroundings>()
  const around = (deployment: string) => {
    const found = known.get(deployment) ?? surroundings(deployment, system)
    known.set(deployment, found)
    return found
  }
  const behind = behindEncryption(system, around)
  return ({ subject, deployment, route }) => {
    const beside = around(deployment)
    if (own.has(subject.id) || beside.coversAll) return ENCRYPTED
    return route ? ofRoute(route.object, route.cluster, beside) : ofWorkload(subject.id, beside, behind, system)
  }
}

function surroundings(deployment: string, system: System): Surroundings {
  const { by } = system.encryption
  const near = by.filter(one => deploymentsOf(one).includes(deployment))
  const objects = near.flatMap(one => (one.kind === 'object' ? one.object : []))
  let ofCluster: ReturnType<typeof routesOfCluster> | undefined
  const others = new Set(by.flatMap(deploymentsOf).filter(id => id !== deployment))
  return {
    near,
    objects: new Set(objects),
    ofOthers: (object, cluster) => {
      ofCluster ??= routesOfCluster(cluster, objects)
      return ofCluster(object)
    },
    withListener: new Set(
      near.flatMap(one =>
        one.kind === 'proxy' ? (one.proxy.kubernetes?.routes ?? []).map(({ object }) => object) : [],
      ),
    ),
    coversAll:
      near.some(({ kind }) => kind === 'tunnel' || kind === 'companion') ||
      (others.size > 0 && isSameSystem(others, deployment, system)),
    coversRoutes: near.some(one => coversRoutes(one, system)),
    rest: besides(near, system),
  }
}

/** A proxy that a host runs beside the containers: where it sends to is not known by their names. */
function isOnHost(one: Encrypting): boolean {
  return one.kind === 'proxy' && isLoose(one.proxy)
}

function deploymentsOf(one: Encrypting): readonly string[] {
  switch (one.kind) {
    case 'proxy':
      return one.proxy.kubernetes
        ? [one.proxy.kubernetes.cluster.deployment]
        : one.proxy.workloads.map(({ deployment }) => deployment)
    case 'object':
      return [one.cluster.deployment]
    case 'outside':
      return []
    default:
      return [one.workload.deployment]
  }
}

/** Two ways of running one system: what encrypts in one of them is meant for its users, wherever the other runs. */
function isSameSystem(ids: ReadonlySet<string>, entry: string, { workloads }: System): boolean {
  const own = workloads.filter(one => one.deployment === entry && isOwnProgram(one))
  const there = workloads.filter(one => ids.has(one.deployment))
  // Systems have thousands of workloads: those of one image are found without comparing each with each.
  const images = new Set(there.map(imageOf))
  if (own.some(one => one.image && images.has(imageOf(one)))) return true
  const platforms = new Set(there.map(one => one.platform))
  return own.some(one =>
    [...platforms].some(
      // But for its image, only what a cluster runs is told by more than that within one platform.
      platform =>
        (platform !== one.platform || platform === 'kubernetes') &&
        there.some(other => other.platform === platform && isOneProgram(one, other)),
    ),
  )
}

function imageOf({ platform, image }: Workload): string {
  return `${platform} ${image?.id}`
}

function isOneProgram(one: Workload, other: Workload): boolean {
  if (one.platform === other.platform) return isSameImage(one, other)
  return one.platform === 'kubernetes' ? isSameProgram(other, one) : isSameProgram(one, other)
}

/** What encrypting proxies lead to, also through others: that it has a port of its own is for network/proxy-bypassed to tell. */
function behindEncryption(
  { edges, encryption, proxies }: System,
  around: (deployment: string) => Surroundings,
): ReadonlySet<Workload> {
  const encrypting = new Set(encryption.by.flatMap(one => (one.kind === 'proxy' ? one.proxy : [])))
  for (const proxy of proxies) if (letsInEncrypted(proxy, around)) encrypting.add(proxy)
  const from = new Map<unknown, Edge[]>()
  for (const edge of edges) if (edge.proxy) from.set(edge.from, [...(from.get(edge.from) ?? []), edge])
  const found = new Set<Workload>()
  const pending = edges.filter(({ proxy }) => proxy && encrypting.has(proxy))
  for (let edge = pending.pop(); edge; edge = pending.pop()) {
    if (edge.answer.kind !== 'workload') continue
    for (const target of [edge.answer.workload, ...edge.answer.others]) {
      if (found.has(target)) continue
      found.add(target)
      pending.push(...(from.get(target) ?? []))
    }
  }
  return found
}

/** An Ingress or route that is not known to be plain. */
function letsInEncrypted({ kubernetes }: ReverseProxy, around: (deployment: string) => Surroundings): boolean {
  const object = kubernetes?.routes[0]?.object
  if (!kubernetes || !object) return false
  const { cluster } = kubernetes
  return ofRoute(object, cluster, around(cluster.deployment)).state !== 'plain'
}

function ofWorkload(
  id: string,
  { near, rest }: Surroundings,
  behind: ReadonlySet<Workload>,
  system: System,
): EntryEncryption {
  const workload = system.workloads.find(one => one.id === id)
  if (!workload || behind.has(workload)) return ENCRYPTED
  const proxies = system.proxies.filter(proxy => proxy.workloads.includes(workload))
  if (proxies.some(encrypts)) return ENCRYPTED
  if (near.some(one => one.kind === 'port' && one.workload === workload)) {
    if (!READ.has(workload.software?.id ?? '')) return ENCRYPTED
    return { state: 'unknown', because: `the configuration of ${workload.name} is not in the repository` }
  }
  if (near.some(one => one.kind === 'object' && coversWorkload(one, workload, proxies))) return ENCRYPTED
  if (isLabelled(workload) && system.encryption.by.some(({ kind }) => kind === 'proxy' || kind === 'port'))
    return ENCRYPTED
  const hidden = [...proxies, ...system.proxies.filter(isLoose)].find(({ complete }) => !complete)
  if (hidden) return { state: 'unknown', because: notInFull(hidden.name) }
  const told = proxies.find(proxy => isNginx(proxy) && passesOnScheme(proxy))
  if (told)
    return { state: 'unknown', because: `${told.name} passes on the scheme that something in front of it tells` }
  return rest
}

/** Software whose configuration tells what it encrypts, where the repository has it; of others a port for it is all that is seen. */
const READ = new Set(['nginx', 'haproxy', 'caddy', 'traefik'])

/** That of a host, or of a container that nothing tells of. */
function isLoose({ workloads, kubernetes, weight }: ReverseProxy): boolean {
  return workloads.length === 0 && !kubernetes && weight > 0
}

/** A listener with TLS, or none that does not send on to one. */
function encrypts({ listeners, complete }: ReverseProxy): boolean {
  if (listeners.some(({ tls }) => tls)) return true
  return complete && listeners.length > 0 && listeners.every(({ redirectsToTls }) => redirectsToTls)
}

type EncryptingObject = Extract<Encrypting, { kind: 'object' }>

/**
 * A Service with a certificate is for what it selects; a certificate may be mounted anywhere; a controller gets its
 * certificates with the routes that it serves.
 */
function coversWorkload(
  { object, cluster }: EncryptingObject,
  { id, role }: Workload,
  proxies: readonly ReverseProxy[],
): boolean {
  if (role === 'proxy' && !proxies.some(({ complete }) => complete)) return true
  if (object.kind !== 'Service') return object.kind === 'Certificate'
  return cluster.services.some(
    service => service.object === object && service.controllers.some(({ workloads }) => workloads.includes(id)),
  )
}

/** It tells a proxy of its own accord: Traefik and Caddy by labels, nginx-proxy by a variable. */
function isLabelled({ labels, environment }: Workload): boolean {
  return environment.has('VIRTUAL_HOST') || [...labels.keys()].some(key => /^(?:traefik|caddy)[._]/i.test(key))
}

function ofRoute(
  object: KubernetesObject,
  cluster: Cluster,
  { objects, ofOthers, withListener, coversRoutes: isCovered, rest }: Surroundings,
): EntryEncryption {
  if (isCovered || withListener.has(object) || objects.has(object)) return ENCRYPTED
  const told = ofOthers(object, cluster)
  if (told === 'yes') return ENCRYPTED
  return told === 'no' ? rest : { state: 'unknown', because: told.because }
}

/** Kinds that are about the requests of one route or gateway alone. */
const OF_ONE = /^(?:Ingress|IngressRoute\w*|\w*Route|HTTPProxy|VirtualServer|VirtualService|Gateway|\w*Certificate)$/

/** A Service with a certificate before the controller, or a setting for all of them. */
function coversRoutes(one: Encrypting, { workloads }: System): boolean {
  if (one.kind === 'proxy') return one.proxy.workloads.length > 0
  if (one.kind !== 'object') return false
  const { object, cluster } = one
  if (object.kind !== 'Service') return !OF_ONE.test(object.kind)
  const ids = cluster.services.flatMap(service =>
    service.object === object ? service.controllers.flatMap(one => one.workloads) : [],
  )
  return ids.length === 0 || workloads.some(({ id, role }) => role === 'proxy' && ids.includes(id))
}

/** Whatever else encrypts in the deployment: where that is not known in full, it may lead here. */
function besides(near: readonly Encrypting[], { edges }: System): EntryEncryption {
  const open = near.find(
    one =>
      one.kind === 'port' ||
      (one.kind === 'proxy' &&
        !one.proxy.kubernetes &&
        (!one.proxy.complete || edges.some(edge => edge.proxy === one.proxy && edge.answer.kind === 'unknown'))),
  )
  if (open) return { state: 'unknown', because: notInFull(nameOf(open)) }
  const [first] = near
  return first ? { state: 'plain', beside: nameOf(first) } : { state: 'plain' }
}

function notInFull(name: string): string {
  return `the configuration of ${name} is not known in full`
}

function nameOf(one: Encrypting): string {
  switch (one.kind) {
    case 'proxy':
      return one.proxy.kubernetes ? `the ${one.proxy.name}` : one.proxy.name
    case 'object':
      return `the ${one.object.kind} ${one.object.name}`
    case 'outside':
      return one.at.path
    default:
      return one.workload.name
  }
}
