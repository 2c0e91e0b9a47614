import type { KubernetesObject } from '../parse/kubernetes/object.js'
import type { Cluster } from './cluster.js'
import type { Encrypting } from './encryption.js'
import { routeEncryption } from './kubernetes/route-encryption.js'
import type { PublicEntry } from './public-entries.js'
import { isOwnProgram, isSameImage, isSameProgram } from './same-program.js'
import type { ReverseProxy, System, Workload } from './system.js'

/** Whether what users send to an entry is encrypted. `beside`: it is not, though it is elsewhere in the same deployment. */
export type EntryEncryption =
  | { readonly state: 'encrypted' }
  | { readonly state: 'plain'; readonly beside?: string }
  | { readonly state: 'unknown'; readonly because: string }

const ENCRYPTED: EntryEncryption = { state: 'encrypted' }

/** Judges the entries of a system one by one: TLS of one proxy says nothing of a port beside it. */
export function encryptionOfEntries(system: System): (entry: PublicEntry) => EntryEncryption {
  const { upstream, by, own } = system.encryption
  const isForAll = upstream || by.some(one => one.kind === 'outside' || isOnHost(one))
  const behind = behindEncryption(system)
  return entry => {
    if (isForAll || own.has(entry.subject.id)) return ENCRYPTED
    const near = by.filter(one => deploymentsOf(one).includes(entry.deployment))
    const far = by.filter(one => !near.includes(one) && isSameSystem(deploymentsOf(one), entry.deployment, system))
    if (far.length > 0 || near.some(({ kind }) => kind === 'tunnel' || kind === 'companion')) return ENCRYPTED
    return entry.route
      ? ofRoute(entry.route.object, entry.route.cluster, near, system)
      : ofWorkload(entry, near, behind, system)
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
function isSameSystem(ids: readonly string[], entry: string, { workloads }: System): boolean {
  const there = workloads.filter(one => ids.includes(one.deployment))
  return workloads.some(
    one =>
      one.deployment === entry &&
      isOwnProgram(one) &&
      there.some(other =>
        one.platform === other.platform
          ? isSameImage(one, other)
          : isSameProgram(...(one.platform === 'kubernetes' ? ([other, one] as const) : ([one, other] as const))),
      ),
  )
}

/** What encrypting proxies lead to, also through others: that it has a port of its own is for network/proxy-bypassed to tell. */
function behindEncryption(system: System): ReadonlySet<Workload> {
  const { edges, encryption } = system
  const encrypting = new Set(encryption.by.flatMap(one => (one.kind === 'proxy' ? one.proxy : [])))
  const isEncrypting = (proxy: ReverseProxy) => encrypting.has(proxy) || letsInEncrypted(proxy, system)
  const found = new Set<Workload>()
  const pending = edges.filter(({ proxy }) => proxy && isEncrypting(proxy))
  for (let edge = pending.pop(); edge; edge = pending.pop()) {
    if (edge.answer.kind !== 'workload') continue
    for (const target of [edge.answer.workload, ...edge.answer.others]) {
      if (found.has(target)) continue
      found.add(target)
      pending.push(...edges.filter(({ from, proxy }) => proxy && from === target))
    }
  }
  return found
}

/** An Ingress or route that is not known to be plain. */
function letsInEncrypted({ kubernetes }: ReverseProxy, system: System): boolean {
  const object = kubernetes?.routes[0]?.object
  if (!kubernetes || !object) return false
  const near = system.encryption.by.filter(one => deploymentsOf(one).includes(kubernetes.cluster.deployment))
  return ofRoute(object, kubernetes.cluster, near, system).state !== 'plain'
}

function ofWorkload(
  { subject }: PublicEntry,
  near: readonly Encrypting[],
  behind: ReadonlySet<Workload>,
  system: System,
): EntryEncryption {
  const workload = system.workloads.find(({ id }) => id === subject.id)
  if (!workload || behind.has(workload)) return ENCRYPTED
  const proxies = system.proxies.filter(proxy => proxy.workloads.includes(workload))
  if (proxies.some(encrypts) || near.some(one => one.kind === 'port' && one.workload === workload)) return ENCRYPTED
  if (near.some(one => one.kind === 'object' && coversWorkload(one, workload, proxies))) return ENCRYPTED
  if (isLabelled(workload) && system.encryption.by.some(({ kind }) => kind === 'proxy' || kind === 'port'))
    return ENCRYPTED
  const hidden = [...proxies, ...system.proxies.filter(isLoose)].find(({ complete }) => !complete)
  if (hidden) return { state: 'unknown', because: notInFull(hidden.name) }
  return besides(near, system)
}

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
  near: readonly Encrypting[],
  system: System,
): EntryEncryption {
  const objects = near.flatMap(one => (one.kind === 'object' ? one.object : []))
  const isOwn = (one: Encrypting) =>
    one.kind === 'proxy' &&
    // A proxy of the cluster serves all its routes on each of its listeners.
    (one.proxy.workloads.length > 0 || one.proxy.kubernetes?.routes.some(route => route.object === object) === true)
  if (objects.includes(object) || near.some(isOwn)) return ENCRYPTED
  if (near.some(one => one.kind === 'object' && coversRoutes(one, system))) return ENCRYPTED
  const told = routeEncryption(object, cluster, objects)
  if (told === 'yes') return ENCRYPTED
  return told === 'no' ? besides(near, system) : { state: 'unknown', because: told.because }
}

/** Kinds that are about the requests of one route or gateway alone. */
const OF_ONE = /^(?:Ingress|IngressRoute\w*|\w*Route|HTTPProxy|VirtualServer|VirtualService|Gateway|\w*Certificate)$/

/** A Service with a certificate before the controller, or a setting for all of them. */
function coversRoutes({ object, cluster }: EncryptingObject, { workloads }: System): boolean {
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
