import type { NginxDirective } from '../../parse/nginx.js'
import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxLocation } from './configuration.js'
import { isForUsers, type NginxProxy } from './facts.js'
import { hiddenTelling, informedPasses } from './forwarding.js'
import { addedHeaders, applicationSets, SECURITY_HEADERS, servedPlaces } from './headers.js'
import { headersInForce, inForce, type NginxScope } from './scopes.js'

/** A location that has directives of a kind of its own, and so none of those that are written around it. */
export interface Loss {
  readonly kind: 'headers' | 'forwarding' | 'limits'
  readonly location: NginxLocation
  /** The first of its own. */
  readonly own: NginxDirective
  /** What it does without: names of headers, limits as written. */
  readonly lost: readonly string[]
  /** Where that is written. */
  readonly from: NginxScope
}

/** Everything of weight that is lost that way, in the order of the locations. */
export function lossesOf(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Loss[] {
  return [...lostHeaders(proxy, answers), ...lostForwarding(proxy, answers), ...lostLimits(proxy)]
}

/** Security headers of the level around, unless the application sets them itself. */
function lostHeaders(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Loss[] {
  return servedPlaces(proxy).flatMap(({ location, scope, passes }): readonly Loss[] => {
    const [own] = scope.byName.get('add_header') ?? []
    if (!location || !own || !scope.parent) return []
    const around = headersInForce(scope.parent)
    const { names } = addedHeaders(scope)
    const lost = around.directives.flatMap(({ args }) => {
      const name = args[0]?.text ?? ''
      const header = name.toLowerCase()
      const isLost = SECURITY_HEADERS.has(header) && !names.has(header)
      return isLost && applicationSets(header, passes, answers) !== 'yes' ? [name] : []
    })
    return lost.length === 0 || !around.level
      ? []
      : [{ kind: 'headers', location, own, lost: [...new Set(lost)], from: around.level }]
  })
}

function lostForwarding(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Loss[] {
  return informedPasses(proxy, answers).flatMap(({ location, scope }): readonly Loss[] => {
    const hidden = hiddenTelling(scope)
    const [own] = inForce(scope, 'proxy_set_header').directives
    return hidden && own ? [{ kind: 'forwarding', location, own, lost: hidden.names, from: hidden.from }] : []
  })
}

/**
 * Limits of the level around that count by something else than those of the location: a location with a limit for each user
 * has none for each address any more. One that counts by the same is meant to replace it.
 */
function lostLimits({ nginx }: NginxProxy): readonly Loss[] {
  const keys = new Map(nginx.zones.map(({ kind, name, key }) => [`${kind} ${name}`, key]))
  const keyOf = (directive: NginxDirective): string | undefined =>
    directive.name === 'limit_conn'
      ? keys.get(`connections ${directive.args[0]?.text}`)
      : keys.get(`requests ${directive.args.find(({ text }) => text.startsWith('zone='))?.text.slice('zone='.length)}`)
  return nginx.passes.filter(isForUsers).flatMap(({ location, scope }): readonly Loss[] =>
    ['limit_req', 'limit_conn'].flatMap((name): readonly Loss[] => {
      const { level, directives } = inForce(scope, name)
      const around = level?.parent && inForce(level.parent, name)
      const [own] = directives
      if (!around?.level || !own) return []
      const counted = new Set(directives.map(keyOf))
      const lost = around.directives.filter(directive => {
        const key = keyOf(directive)
        return key !== undefined && !counted.has(key)
      })
      const texts = lost.map(({ args }) => `${name} ${args.map(({ text }) => text).join(' ')}`)
      return texts.length > 0 ? [{ kind: 'limits', location, own, lost: texts, from: around.level }] : []
    }),
  )
}
