import { knownValue, type Span } from '../../../source.js'
import { imageHealth } from '../../health.js'
import { routeTargets } from '../../route-targets.js'
import type { Service, System } from '../../system.js'
import { pathsAskedBy } from './asked.js'

/** Somebody who asks over HTTP whether a service works, and is no check of a workload of its own. */
export interface OtherAsker {
  /** As people call it: `the health check of the proxy edge`. */
  readonly who: string
  /** What happens when the answer is no, as sentences. */
  readonly effect: string
  readonly path: string
  readonly method: 'GET' | 'HEAD'
  /** Undefined where it is not known. */
  readonly port?: number
  readonly at: Span
}

const known = new WeakMap<System, ReadonlyMap<string, readonly OtherAsker[]>>()

/** The health checks of proxies and load balancers, by the id of the workload that they ask. */
export function proxyAskers(system: System): ReadonlyMap<string, readonly OtherAsker[]> {
  const before = known.get(system)
  if (before) return before
  const found = new Map<string, OtherAsker[]>()
  for (const { proxy, route, targets } of routeTargets(system)) {
    const { check } = route.upstream
    const path = knownValue(check?.path)
    if (!check || path === undefined) continue
    for (const { workload, port: target } of targets) {
      const askers = found.get(workload.id) ?? []
      found.set(workload.id, askers)
      if (askers.some(one => one.at === check.at)) continue
      const port = check.port ? knownValue(check.port) : target
      askers.push({
        who:
          proxy.software === 'kubernetes' ? `the load balancer of ${proxy.name}` : `the health check of ${proxy.name}`,
        effect: 'The answer is 404 for ever, so all servers count as broken and users get 503 or 504.',
        path,
        method: check.method,
        ...(port !== undefined && { port }),
        at: check.at,
      })
    }
  }
  known.set(system, found)
  return found
}

/** What a platform asks a service that it runs itself. */
export function platformAskers({ platform, workloads }: Service): readonly OtherAsker[] {
  if (!platform || workloads.length > 0) return []
  return platform.checks.map(({ path, port, at }) => ({
    who: 'the platform',
    effect: 'The answer is 404 for ever, and the platform takes no release for one that works.',
    path,
    method: 'GET',
    ...(port !== undefined && { port }),
    at,
  }))
}

/** What the HEALTHCHECK of an image asks that no workload of the repository runs. */
export function imageAskers({ image, workloads }: Service): readonly OtherAsker[] {
  if (!image?.dockerfile?.healthcheck || workloads.length > 0) return []
  return imageHealth({ image, files: image.files }, image.at).checks.flatMap(check =>
    pathsAskedBy(check).map(({ path, port, at }) => ({
      who: `the HEALTHCHECK of ${image.name}`,
      effect:
        'The answer is 404 for ever: every container of the image counts as unhealthy, and Swarm and others replace it again and again.',
      path,
      method: 'GET',
      ...(port !== undefined && { port }),
      at,
    })),
  )
}
