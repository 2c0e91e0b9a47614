import type { EntryPoint, Router } from './configuration.js'
import { entryPointsOfRouter } from './entry-points.js'
import { reachOf, type Traefik } from './judging.js'
import { find } from './settings.js'

/** A router that shows the API or the dashboard to whoever asks. */
export interface OpenDashboard {
  readonly router: Router
  /** Why that is not certain; absent: it is. */
  readonly because?: string
}

/** What Traefik itself answers: https://doc.traefik.io/traefik/operations/api/ */
const INTERNAL = /^(?:api|dashboard|rest)@internal$/i
/** Ask for a login or an address; a plugin may do either. https://doc.traefik.io/traefik/middlewares/http/overview/ */
const GUARDS = new Set([
  ...[
    'basicauth',
    'digestauth',
    'forwardauth',
    'ipallowlist',
    'ipwhitelist',
    'plugin',
    'redirectscheme',
    'redirectregex',
  ],
])

/** The routers to the API or the dashboard that no middleware guards, of those that are reached from outside. */
export function openDashboards({ proxy, configuration, settings }: Traefik): readonly OpenDashboard[] {
  if (find(settings, 'api') === undefined) return []
  return configuration.routers.flatMap((router): readonly OpenDashboard[] => {
    if (!INTERNAL.test(router.service ?? '') || isDropped(router)) return []
    const guard = guardOfRouter(router, { proxy, configuration, settings })
    if (guard === 'none') return [{ router }]
    return guard === 'unknown' ? [{ router, because: missingMiddleware(router) }] : []
  })
}

/** Why it is not known whether a router asks for a login, as a sentence without a full stop. */
export function missingMiddleware({ name }: Router): string {
  return `a middleware of the router ${name} is not in the repository`
}

/**
 * What a router asks of those who come from outside: `some`: a login, an address, a certificate · `unknown`: a middleware
 * that is not here may do so · `inner`: nobody comes from outside.
 */
export function guardOfRouter(
  router: Router,
  { proxy, configuration, settings }: Pick<Traefik, 'proxy' | 'configuration' | 'settings'>,
): 'none' | 'some' | 'unknown' | 'inner' {
  const points = entryPointsOfRouter(router, configuration.entryPoints, settings)
  const open = points.filter(point => proxy.workloads.some(one => isPublic(point, one)))
  if (open.length === 0) return 'inner'
  if (isForFew(router)) return 'some'
  const kinds = [...router.middlewareKinds, ...open.flatMap(point => point.middlewareKinds)]
  if (router.hasTlsOptions || kinds.some(kind => GUARDS.has(kind))) return 'some'
  return kinds.includes('unknown') ? 'unknown' : 'none'
}

function isPublic({ port }: EntryPoint, workload: Parameters<typeof reachOf>[0]): boolean {
  return port?.known === true && reachOf(workload, port.value) === 'public'
}

/** For some addresses alone, or for the machine itself. */
function isForFew({ rule }: Router): boolean {
  if (!rule?.known) return true
  return /\bClientIP\s*\(/i.test(rule.value) || /\bHost\s*\(\s*[`"](?:[^`"]*\.)?localhost[`"]\s*\)/i.test(rule.value)
}

/** A swarm tells no port of a container: without a label for it Traefik leaves the whole container out. */
function isDropped({ owner }: Router): boolean {
  if (owner?.platform !== 'swarm') return false
  return ![...owner.labels.keys()].some(label =>
    /^traefik\.http\.services\.[^.]+\.loadbalancer\.server\.port$/i.test(label),
  )
}
