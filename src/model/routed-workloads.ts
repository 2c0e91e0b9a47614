import { knownValue } from '../source.js'
import { proxyEdges } from './edges.js'
import { type HostNames, LOOPBACK } from './host-names.js'
import type { ReverseProxy, Workload } from './system.js'

/** What serves requests where a proxy leads users to it; jobs, databases and tools stay what they are. */
const SERVING = new Set<Workload['role']>(['service', 'worker'])

/** Whether there is anything that a proxy may make user-facing. */
export function mayBeRouted(workloads: readonly Workload[]): boolean {
  return workloads.some(isCandidate)
}

function isCandidate({ role, userFacing, weight }: Workload): boolean {
  return weight > 0 && !userFacing && (role === 'proxy' || SERVING.has(role))
}

/**
 * The workloads, those user-facing that a proxy which users reach leads to, directly or through others: by its
 * configuration, where neither a port nor a label of their own tells. What nginx of the host leads to is published for it.
 */
export function withRouted(
  workloads: readonly Workload[],
  proxies: readonly ReverseProxy[],
  names: HostNames,
): readonly Workload[] {
  const production = new Set(workloads)
  const edges = proxies.flatMap(proxy => proxyEdges(proxy, production, names))
  const routed = new Set(proxies.flatMap(proxy => ledToFromHost(proxy, workloads)))
  const pending = workloads.filter(({ userFacing, weight }) => userFacing && weight > 0)
  for (let from = pending.pop(); from; from = pending.pop()) {
    for (const edge of edges) {
      if (edge.from !== from || edge.answer.kind !== 'workload') continue
      for (const target of [edge.answer.workload, ...edge.answer.others]) {
        if (routed.has(target) || !isCandidate(target)) continue
        routed.add(target)
        pending.push(target)
      }
    }
  }
  return workloads.map(workload => (routed.has(workload) ? userFacing(workload) : workload))
}

function userFacing(workload: Workload): Workload {
  const role = SERVING.has(workload.role) ? 'user-facing' : workload.role
  return { ...workload, role, userFacing: true, weight: 3 }
}

/** By the port of the host that the one workload has which publishes it. */
function ledToFromHost(proxy: ReverseProxy, workloads: readonly Workload[]): readonly Workload[] {
  if (proxy.workloads.length > 0 || proxy.kubernetes || proxy.weight === 0) return []
  const servers = proxy.routes.flatMap(route => route.upstream.servers)
  return servers.flatMap(({ host, port }) => {
    const number = knownValue(port)
    if (number === undefined || !LOOPBACK.test(knownValue(host) ?? '')) return []
    const answering = workloads.filter(({ published }) =>
      published.some(one => one.protocol === 'tcp' && knownValue(one.host) === number),
    )
    return answering.length === 1 ? answering.filter(isCandidate) : []
  })
}
