import type { NginxDirective } from '../../parse/nginx.js'
import { type Application, applicationOf } from '../application-evidence.js'
import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxLocation, NginxPass, NginxServer } from './configuration.js'
import {
  isForUsers,
  isHealth,
  isPublic,
  isReached,
  isRefused,
  isSocketPath,
  isStatusPage,
  type NginxProxy,
} from './facts.js'
import { answersItself } from './redirects.js'
import { headersInForce, type NginxScope } from './scopes.js'

/** Response headers that tell browsers to be careful; lower case. */
export const SECURITY_HEADERS: ReadonlySet<string> = new Set([
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'content-security-policy',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'cross-origin-embedder-policy',
])

/** Where a public nginx answers browsers: with files of its own, or with what an application says. */
export interface ServedPlace {
  readonly server: NginxServer
  /** Absent: the server has no locations. */
  readonly location?: NginxLocation
  readonly scope: NginxScope
  readonly passes: readonly NginxPass[]
}

/** Challenges of certificates, and the pages of errors that come with nginx. */
const ASIDE = /well-known|^\/(?:[45]\w\w|errors?|maintenance)\w*(?:\.html|\/)/

/** The places that browsers see pages and files of; not checks, challenges, redirections and what is closed to them. */
export function servedPlaces(proxy: NginxProxy): readonly ServedPlace[] {
  if (!isPublic(proxy)) return []
  return proxy.nginx.servers.flatMap((server): readonly ServedPlace[] => {
    const { scope, listeners, locations } = server
    const isSeen = listeners.some(one => isReached(one, proxy) && !one.redirectsToTls)
    if (!isSeen || answersItself(scope)) return []
    if (locations.length === 0) return scope.byName.has('root') ? [{ server, scope, passes: [] }] : []
    return locations.filter(isServed).map(location => ({
      server,
      location,
      scope: location.scope,
      passes: proxy.nginx.passes.filter(pass => pass.location === location),
    }))
  })
}

function isServed(location: NginxLocation): boolean {
  const { path, scope } = location
  if (isHealth(location) || isStatusPage(location) || isSocketPath(path) || ASIDE.test(path)) return false
  return !answersItself(scope) && !isRefused(scope) && !scope.byName.has('internal')
}

/** The names of the headers that a level adds, lower case, and whether that is all of them. */
export function addedHeaders(scope: NginxScope): { readonly names: ReadonlySet<string>; readonly certain: boolean } {
  const { directives, certain } = headersInForce(scope)
  const names = new Set(directives.map(nameOfHeader))
  // `more_set_headers "X-Frame-Options: DENY"` of a module of others; its levels add up.
  for (let level: NginxScope | undefined = scope; level; level = level.parent) {
    for (const { args } of level.byName.get('more_set_headers') ?? []) {
      for (const { text } of args) names.add(text.split(':')[0]?.trim().toLowerCase() ?? '')
    }
  }
  return { names, certain }
}

/** The header that an `add_header` adds, lower case; a policy that forbids framing counts for `x-frame-options`, too. */
function nameOfHeader({ args }: NginxDirective): string {
  return args[0]?.text.toLowerCase() ?? ''
}

/** Whether a level forbids to be shown in frames of others, by either header. */
export function forbidsFrames(scope: NginxScope): boolean {
  const { directives } = headersInForce(scope)
  return (
    addedHeaders(scope).names.has('x-frame-options') ||
    directives.some(
      one => nameOfHeader(one) === 'content-security-policy' && /frame-ancestors|\$/.test(one.args[1]?.text ?? ''),
    )
  )
}

/** Libraries and frameworks that set such headers by themselves. */
const SETS_HEADERS =
  /helmet|flask-talisman|django\b|spring-boot-starter-security|["' ]rails["']|unrolled\/secure|secure_headers|NWebsec|django-csp/i

/** What is known of the headers that the applications behind a place set themselves. */
export function applicationSets(
  header: string,
  passes: readonly NginxPass[],
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): 'yes' | 'no' | 'unknown' {
  const programs = passes.filter(isForUsers).flatMap(({ upstream }) =>
    upstream.servers.map((server): Application | undefined => {
      const answer = answers.get(server)
      return answer?.kind === 'workload' ? applicationOf(answer.workload) : undefined
    }),
  )
  if (programs.length === 0) return passes.length === 0 ? 'no' : 'unknown'
  if (programs.includes(undefined)) return 'unknown'
  const mentioned = new RegExp(header.replace('content-security-policy', 'frame-ancestors'), 'i')
  return programs.every(one => one && (one.needs(SETS_HEADERS) || one.mentions(mentioned))) ? 'yes' : 'no'
}
