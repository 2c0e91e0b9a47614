import type { Span } from '../../source.js'
import type { System, Workload } from '../system.js'
import type { EntryPoint, Router } from './configuration.js'
import { entryPointsOfRouter } from './entry-points.js'
import { reachOf, type Traefik, traefiksOf } from './judging.js'
import { readRule } from './rule.js'

/** A router that serves a host without encryption, beside others of the same Traefik that encrypt. */
export interface PlainRouter {
  /** Whose label it is; where a file has it, what runs Traefik. */
  readonly workload: Workload
  readonly proxy: string
  readonly host: string
  readonly entryPoint: string
  readonly at: Span
}

/** Send on to https; what is defined elsewhere may. */
const REDIRECTS = new Set(['redirectscheme', 'redirectregex', 'unknown', 'plugin'])

/** The routers of production whose hosts no router with TLS has; nothing where something else encrypts for all. */
export function plainRouters(system: System): readonly PlainRouter[] {
  const { upstream, by } = system.encryption
  if (upstream || by.some(({ kind }) => kind === 'outside' || kind === 'tunnel' || kind === 'companion')) return []
  return traefiksOf(system).flatMap(plainOf)
}

function plainOf({ proxy, configuration, settings, hidden }: Traefik): readonly PlainRouter[] {
  const { routers, entryPoints } = configuration
  const [runner] = proxy.workloads
  if (hidden || !runner || runner.weight === 0 || !proxy.listeners.some(({ tls }) => tls)) return []
  const pointsOf = (router: Router) => entryPointsOfRouter(router, entryPoints, settings)
  const encrypted = routers.filter(router => router.tls || pointsOf(router).some(({ tls }) => tls)).map(hostsOf)
  // One of all hosts, or of those that an expression tells, may be for any.
  if (encrypted.includes(undefined)) return []
  const covered = new Set(encrypted.flatMap(hosts => hosts ?? []))
  return routers.flatMap((router): readonly PlainRouter[] => {
    const point = router.tls ? undefined : pointsOf(router).find(one => isPlain(one, proxy.workloads))
    const hosts = hostsOf(router) ?? []
    const kinds = [...router.middlewareKinds, ...(point?.middlewareKinds ?? [])]
    const [host] = hosts
    if (!point || host === undefined || hosts.some(one => covered.has(one) || isLocal(one))) return []
    if (pointsOf(router).some(({ tls }) => tls) || kinds.some(kind => REDIRECTS.has(kind))) return []
    return [{ workload: router.owner ?? runner, proxy: proxy.name, host, entryPoint: point.name, at: router.at }]
  })
}

/** The hosts of a router over HTTP; undefined where it does not name them, or over TCP. */
function hostsOf({ rule }: Router): readonly string[] | undefined {
  const matches = rule?.known ? readRule(rule.value) : undefined
  if (!matches || matches.some(({ hosts }) => hosts.length === 0)) return undefined
  return matches.flatMap(({ hosts }) => hosts).map(host => host.toLowerCase())
}

/** Open to any host, without TLS and without a redirect to it. The port of HTTPS is not spoken to in plain text. */
function isPlain({ port, udp, tls, redirectsToTls }: EntryPoint, workloads: readonly Workload[]): boolean {
  if (udp || tls || redirectsToTls || port?.known !== true || port.value === 443) return false
  return workloads.some(workload => reachOf(workload, port.value) === 'public')
}

/** Names of the machine itself and of inner networks; what is filled in elsewhere. */
function isLocal(host: string): boolean {
  return (
    !host.includes('.') || /(?:^|\.)(?:localhost|local|internal|lan|home|test|example)$|\$|^\d+(?:\.\d+){3}$/.test(host)
  )
}
