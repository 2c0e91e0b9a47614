import type { Route, RouteTable } from '../route.js'

/** Whether a service answers a path. `unknown`: something that could not be read may answer it. */
export type Served =
  | { readonly state: 'yes'; readonly route: Route }
  | { readonly state: 'no' }
  | { readonly state: 'unknown'; readonly because: string }

/** Who answers `GET path` (or another method) of a service. */
export function servedBy(table: RouteTable, path: string, method = 'GET'): Served {
  const wanted = normal(path)
  const route = table.routes.find(one => one.isResolved && answers(one, method) && matches(one.path, wanted))
  if (route) return { state: 'yes', route }
  if (table.routes.length === 0) return { state: 'unknown', because: 'its routes are not known' }
  if (table.unresolved.length > 0 || table.routes.some(one => !one.isResolved))
    return { state: 'unknown', because: 'not all of its routes could be resolved' }
  if (
    table.fallbacks.some(
      ({ prefix }) => wanted === normal(prefix) || wanted.startsWith(`${normal(prefix).replace(/\/$/, '')}/`),
    )
  )
    return { state: 'unknown', because: 'files, pages or a proxy may answer it' }
  return { state: 'no' }
}

/** Whether a route answers `GET path`. */
export function answersPath(route: Route, path: string): boolean {
  return route.isResolved && answers(route, 'GET') && matches(route.path, normal(path))
}

function answers({ method }: Route, wanted: string): boolean {
  return method === wanted || method === '*' || method === 'ALL' || (wanted === 'HEAD' && method === 'GET')
}

/** Without query and fragment, in lower case, without a slash at the end. */
function normal(path: string): string {
  const bare = path
    .replace(/[?#].*$/, '')
    .replace(/\/+/g, '/')
    .replace(/(.)\/$/, '$1')
    .toLowerCase()
  return bare.startsWith('/') ? bare : `/${bare}`
}

/** Whether a path that is asked for is one that a route's pattern means. */
function matches(pattern: string, path: string): boolean {
  return matchParts(normal(pattern).split('/').slice(1), path.split('/').slice(1))
}

function matchParts(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [index, part] of pattern.entries()) {
    if (part === '*' || /^[:*].*\*$/.test(part) || part === '**') return true
    const given = path[index]
    if (part.startsWith(':') && part.endsWith('?') && given === undefined) return index === pattern.length - 1
    if (given === undefined || given === '') return part === ''
    if (part.startsWith(':')) continue
    if (part.includes('*') || part.includes(':')) {
      const [start = ''] = part.split(/[:*]/)
      if (!given.startsWith(start)) return false
    } else if (part !== given) return false
  }
  return path.length === pattern.length
}

/** What a path is asked for, by its name: code-independent words that people and platforms use. */
export type HealthKind = 'live' | 'ready' | 'startup' | 'generic'

const LIVE = /\/(?:livez|live|liveness|alive|ping|heartbeat)$/
const READY = /\/(?:readyz|ready|readiness)$/
const STARTUP = /\/startupz?$/
const GENERIC = /\/(?:health|healthz|healthcheck|health-check|_health|status|up|ht)$/
const BEFORE =
  /^(?:api|v\d+|internal|_|health|healthz|actuator|monitoring|system|app|utils?|common|core|public|ops|probes?)$/

/** The kind of a health path; undefined for other paths. `name` is the service's own, which may stand in front. */
export function healthKindOf(path: string, name: string): HealthKind | undefined {
  const bare = normal(path)
  const kind = LIVE.test(bare)
    ? 'live'
    : READY.test(bare)
      ? 'ready'
      : STARTUP.test(bare)
        ? 'startup'
        : GENERIC.test(bare)
          ? 'generic'
          : undefined
  const before = bare.split('/').slice(1, -1)
  const own = name.toLowerCase()
  return before.every(
    part => BEFORE.test(part) || part === own || own.startsWith(`${part}-`) || own.endsWith(`-${part}`),
  )
    ? kind
    : undefined
}
