import type { KubernetesObject } from '../parse/kubernetes/object.js'
import type { Span } from '../source.js'
import type { Cluster } from './cluster.js'
import { DATA_PORTS } from './data-ports.js'
import { isInternalRoute } from './kubernetes/route-encryption.js'
import type { Edge, PublishedPort, Subject, System, Workload } from './system.js'

/** Where users come in: a workload that is open to any host, or what routes to one from outside a cluster. */
export interface PublicEntry {
  readonly subject: Subject
  readonly at: Span
  /** As people say it: `port 80`. */
  readonly through: string
  /** The id of its deployment. */
  readonly deployment: string
  /** Where it is a port of a workload. */
  readonly port?: PublishedPort
  /** Where it is an Ingress or a route. */
  readonly route?: { readonly object: KubernetesObject; readonly cluster: Cluster }
}

const DATA = new Set(['datastore', 'cache', 'broker', 'search'])

/**
 * The proxies that users reach, and in a deployment without any the programs that no other open program calls, each once.
 * What else is open is no way in for users: mostly the ports of inner services, left open for debugging. Software that
 * people open in their browser is one where nothing else leads to it.
 */
export function publicEntries(system: System): readonly PublicEntry[] {
  const open = system.workloads.filter(
    workload => isFrontEnd(workload) && openPort(workload) !== undefined && !servesDataAlone(workload, system),
  )
  const proxied = new Set(open.filter(({ role }) => role === 'proxy').map(({ deployment }) => deployment))
  const inner = behindOthers(open, system)
  const published = open.flatMap((workload): readonly PublicEntry[] => {
    if (workload.role !== 'proxy' && proxied.has(workload.deployment) && !isOpenedAlone(workload, system)) return []
    if (inner.has(workload)) return []
    const port = openPort(workload, one => servesPagesOn(one, workload) && !isOfBothProtocols(one, workload))
    const { deployment } = workload
    return port ? [{ subject: workload, at: port.at, through: throughOf(port), deployment, port }] : []
  })
  return [...published, ...system.clusters.flatMap(routedEntries)]
}

/** Software that serves pages, or may be built to. */
const PAGES = new Set(['runtime', 'application', 'identity', 'proxy'])

function isFrontEnd({ weight, longRunning, role, software }: Workload): boolean {
  const servesPages = software === undefined || PAGES.has(software.kind)
  // A tunnel and a resolver of names, but no way in.
  if (software?.id === 'cloudflared') return false
  return weight > 0 && longRunning && servesPages && (role === 'proxy' || role === 'user-facing')
}

/** What calls a program, in contrast to what only waits for it or measures it. */
const CALLS = new Set(['environment', 'configuration', 'proxy', 'label', 'argument'])

/** Addresses that are told to browsers, or that answers to browsers name: whoever has one calls nobody there. */
const FOR_BROWSERS = /FRONT|ORIGIN|CORS|CLIENT|PUBLIC|REDIRECT|CALLBACK|BASE_?URL|^(?:APP|WEB|SITE)_?(?:URL|HOST)/i

/**
 * Programs that others of the same deployment which are open, too, call: what a gateway in code or a page server passes
 * on to. Of those that call each other and that nobody else calls, all stay ways in.
 */
function behindOthers(open: readonly Workload[], { edges }: System): ReadonlySet<Workload> {
  const programs = new Set(open.filter(({ role }) => role !== 'proxy'))
  const called = new Map<Workload, Workload[]>()
  const callees = new Set<Workload>()
  for (const { from, via, answer, variable } of edges) {
    const caller = from.kind === 'workload' && programs.has(from) ? from : undefined
    if (!caller || !CALLS.has(via) || answer.kind !== 'workload' || FOR_BROWSERS.test(variable?.name ?? '')) continue
    for (const callee of [answer.workload, ...answer.others]) {
      if (callee === caller || callee.deployment !== caller.deployment || !programs.has(callee)) continue
      called.set(caller, [...(called.get(caller) ?? []), callee])
      callees.add(callee)
    }
  }
  const inner = new Set<Workload>()
  const pending = [...programs].filter(one => !callees.has(one))
  for (let caller = pending.pop(); caller; caller = pending.pop()) {
    for (const callee of called.get(caller) ?? []) {
      if (inner.has(callee)) continue
      inner.add(callee)
      pending.push(callee)
    }
  }
  return inner
}

/** An application with pages and data of its own that no proxy and no other program of the system leads to. */
function isOpenedAlone(workload: Workload, { edges }: System): boolean {
  const { software } = workload
  if (software?.kind !== 'identity' && !(software?.kind === 'application' && software.stateful)) return false
  return !edges.some(({ via, answer }) => CALLS.has(via) && answer.kind === 'workload' && answer.workload === workload)
}

/** Ports of other protocols than HTTP: mail, names, files, telephones, games, remote desktops; databases and brokers. */
const OTHER_PROTOCOLS = new Set([
  ...[20, 21, 22, 23, 25, 53, 110, 143, 465, 514, 587, 993, 995, 1194, 1883, 3389, 5060, 5222, 5900, 6667],
  ...DATA_PORTS,
])

/** Whether a port is one that pages are served on; programs use the lower ones and those of four digits. */
function servesPagesOn({ container }: PublishedPort, { software }: Workload): boolean {
  if (!container.known) return true
  const { value } = container
  const purpose = software?.ports.find(({ port }) => port === value)?.purpose
  return value < 10_000 && !OTHER_PROTOCOLS.has(value) && (purpose === undefined || PAGE_PURPOSES.has(purpose))
}

const PAGE_PURPOSES = new Set(['web', 'admin'])

const PAGE_PORTS = new Set([80, 443, 8080, 8443])

/** Names, calls and games take one number for TCP and UDP; of pages only HTTP/3 does, and that is encrypted. */
function isOfBothProtocols(port: PublishedPort, { published }: Workload): boolean {
  const number = port.container.known ? port.container.value : undefined
  if ([port.host, port.container].some(one => one?.known && PAGE_PORTS.has(one.value))) return false
  return published.some(
    ({ protocol, container }) => protocol === 'udp' && container.known && container.value === number,
  )
}

/** The first port that any host may ask. */
function openPort(
  { published }: Workload,
  isMeant: (port: PublishedPort) => boolean = () => true,
): PublishedPort | undefined {
  return published.find(port => port.protocol === 'tcp' && port.reach === 'any' && isMeant(port))
}

function throughOf({ host, container, by }: PublishedPort): string {
  if (by) return `the ${by.kind} ${by.name}`
  const port = host ?? container
  return port.known ? `port ${port.value}` : 'a port'
}

const LEADS: ReadonlySet<Edge['via']> = new Set(['proxy', 'label'])

/** Who answers to a proxy that is open to any host; nobody for other edges, and never the proxy itself. */
export function targetsOf({ via, from, answer }: Edge): readonly Workload[] {
  if (!LEADS.has(via) || from.kind !== 'workload' || answer.kind !== 'workload') return []
  return openPort(from) ? [answer.workload, ...answer.others].filter(one => one !== from) : []
}

/** A proxy in front of databases serves no users: by what they are, or by the port that it asks of an image nobody knows. */
function servesDataAlone(workload: Workload, { edges }: System): boolean {
  if (workload.role !== 'proxy') return false
  const led = edges.flatMap(edge => {
    if (edge.from !== workload || !LEADS.has(edge.via)) return []
    const onDataPort = edge.port !== undefined && DATA_PORTS.has(edge.port)
    const targets = targetsOf(edge)
    if (targets.length === 0) return onDataPort ? [true] : []
    return targets.map(({ role, software }) => DATA.has(role) || (onDataPort && software === undefined))
  })
  return led.length > 0 && led.every(isData => isData)
}

/** Routes of connections that are not known to be of HTTP. */
const OTHER_ROUTES = new Set(['TCPRoute', 'UDPRoute', 'IngressRouteTCP', 'IngressRouteUDP'])

/** An Ingress or a route, once for each object; not those of an inner network. */
function routedEntries(cluster: Cluster): readonly PublicEntry[] {
  const { deployment } = cluster
  const objects = new Set(cluster.routes.map(route => route.object))
  const open = [...objects].filter(one => !OTHER_ROUTES.has(one.kind) && !isInternalRoute(one, cluster))
  return open.map(object => ({
    subject: {
      id: `${deployment}/${object.kind}/${object.namespace ?? ''}/${object.name}`,
      kind: 'object',
      name: object.name,
      weight: 3,
      at: object.at,
      files: [object.at.path],
    },
    at: object.at,
    through: `the ${object.kind} ${object.name}`,
    deployment,
    route: { object, cluster },
  }))
}
