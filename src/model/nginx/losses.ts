import type { NginxDirective } from '../../parse/nginx.js'
import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxServer } from './configuration.js'
import { isForUsers, type NginxProxy, nameOf } from './facts.js'
import { hiddenTelling, informedPasses } from './forwarding.js'
import { addedHeaders, applicationSets, SECURITY_HEADERS, servedPlaces } from './headers.js'
import { headersInForce, inForce, type NginxScope } from './scopes.js'

/** A location or server that has directives of a kind of its own, and so none of those that are written around it. */
export interface Loss {
  readonly kind: 'headers' | 'forwarding' | 'limits'
  /** As people call it: `location /api/`, `the server erp.example.com`. */
  readonly place: string
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

/** Security headers of the level around, unless the application sets them itself: what a location loses, or a whole server. */
function lostHeaders(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Loss[] {
  const found = new Map<NginxScope, Loss>()
  for (const { location, server, scope, passes } of servedPlaces(proxy)) {
    const { level } = headersInForce(scope)
    const [own] = level?.byName.get('add_header') ?? []
    if (!level?.parent || !own || found.has(level) || (level !== scope && level !== server.scope)) continue
    const around = headersInForce(level.parent)
    const { names } = addedHeaders(level)
    const lost = around.directives.flatMap(({ args }) => {
      const name = args[0]?.text ?? ''
      const header = name.toLowerCase()
      const isLost = SECURITY_HEADERS.has(header) && !names.has(header)
      return isLost && applicationSets(header, passes, answers) !== 'yes' ? [name] : []
    })
    const place = level === server.scope || !location ? serverName(server) : nameOf(location)
    if (lost.length > 0 && around.level)
      found.set(level, { kind: 'headers', place, own, lost: [...new Set(lost)], from: around.level })
  }
  return [...found.values()]
}

function serverName({ scope }: NginxServer): string {
  const name = scope.byName.get('server_name')?.[0]?.args[0]?.text
  return name === undefined || name === '_' || name === '' ? 'the server' : `the server ${name}`
}

function lostForwarding(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Loss[] {
  return informedPasses(proxy, answers).flatMap(({ location, scope }): readonly Loss[] => {
    const hidden = hiddenTelling(scope)
    const [own] = inForce(scope, 'proxy_set_header').directives
    return hidden && own
      ? [{ kind: 'forwarding', place: nameOf(location), own, lost: hidden.names, from: hidden.from }]
      : []
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
      return texts.length > 0 ? [{ kind: 'limits', place: nameOf(location), own, lost: texts, from: around.level }] : []
    }),
  )
}
