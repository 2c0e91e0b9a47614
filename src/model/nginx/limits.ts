import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxPass, NginxZone } from './configuration.js'
import { isBehindAnother, isForUsers, isPublic, leavesSystem, type NginxProxy } from './facts.js'
import { inForce, type NginxScope } from './scopes.js'

/** Whether the requests that a public nginx passes on to applications are limited anywhere. */
export interface RateLimits {
  /** Where users reach applications through it; never empty. */
  readonly passes: readonly NginxPass[]
  /** `unused`: zones are declared, and nothing counts in them. */
  readonly state: 'limited' | 'unused' | 'none' | 'unknown'
}

/**
 * The rate limits of a proxy that needs some: it is public, passes requests of users on, and nothing in front of it ends
 * their connections, which could limit them there. Undefined for others.
 */
export function rateLimitsOf(
  proxy: NginxProxy,
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): RateLimits | undefined {
  if (!isPublic(proxy) || isBehindAnother(proxy)) return undefined
  const passes = proxy.nginx.passes.filter(pass => isForUsers(pass) && !leavesSystem(pass, answers))
  if (passes.length === 0) return undefined
  const limits = passes.map(({ scope }) => inForce(scope, 'limit_req'))
  if (limits.some(({ directives }) => directives.length > 0)) return { passes, state: 'limited' }
  if (limits.some(({ certain }) => !certain) || hasCode(proxy)) return { passes, state: 'unknown' }
  return { passes, state: proxy.nginx.zones.some(({ kind }) => kind === 'requests') ? 'unused' : 'none' }
}

/** Lua, njs and firewalls may limit in ways of their own. */
function hasCode({ nginx }: NginxProxy): boolean {
  const levels = [nginx.http, ...nginx.servers.map(({ scope }) => scope), ...nginx.passes.map(({ scope }) => scope)]
  return levels.some(({ directives }) =>
    directives.some(({ name }) => /^(?:access|rewrite)_by_lua|^js_|^modsecurity|^SecRules|^naxsi/i.test(name)),
  )
}

/** The zones that nothing counts in, at any level. */
export function unusedZones({ nginx }: NginxProxy): readonly NginxZone[] {
  const used = new Set<string>()
  const levels: NginxScope[] = [nginx.http, ...nginx.servers.map(({ scope }) => scope)]
  for (const { locations } of nginx.servers) levels.push(...locations.map(({ scope }) => scope))
  for (const { byName } of levels) {
    for (const { args } of byName.get('limit_req') ?? []) {
      const zone = args.find(({ text }) => text.startsWith('zone='))?.text.slice('zone='.length)
      if (zone !== undefined) used.add(`requests ${zone}`)
    }
    for (const { args } of byName.get('limit_conn') ?? []) used.add(`connections ${args[0]?.text}`)
  }
  return nginx.zones.filter(({ kind, name }) => !used.has(`${kind} ${name}`))
}
