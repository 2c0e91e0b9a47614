import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import { isForAssets, type NginxProxy } from './facts.js'
import { addedHeaders, applicationSets, forbidsFrames, type ServedPlace, servedPlaces } from './headers.js'
import { headersInForce, type NginxScope } from './scopes.js'

/** A place where browsers get no security headers. */
export interface HeaderGap {
  readonly place: ServedPlace
  /** The headers that neither nginx nor the application sets. */
  readonly missing: readonly string[]
  /** The application may set them: its source is not in the repository. */
  readonly unknown: boolean
  /** Set further out, and lost at this location: another question. */
  readonly lost: boolean
}

/** What answers programs, which show nothing in frames. */
const API = /^[\^~*= /]*(?:api|graphql|rest|rpc|v\d+)(?:[/.(]|$)/i

/** The places of a public nginx that answer without the headers that each answer should have. */
export function headerGaps(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly HeaderGap[] {
  return servedPlaces(proxy).flatMap((place): readonly HeaderGap[] => {
    const wanted = wantedAt(place)
    const absent = wanted.filter(header => !has(place.scope, header))
    if (absent.length === 0) return []
    const told = absent.map(header => [header, applicationSets(header, place.passes, answers)] as const)
    const missing = told.filter(([, sets]) => sets !== 'yes').map(([header]) => header)
    if (missing.length === 0) return []
    return [
      {
        place,
        missing: missing.map(header => NAMES[header] ?? header),
        unknown: told.some(([, sets]) => sets === 'unknown') || !addedHeaders(place.scope).certain,
        lost: isLost(place, missing),
      },
    ]
  })
}

/** Whether a level around the one that has headers of its own sets them all. */
function isLost({ scope, server }: ServedPlace, missing: readonly string[]): boolean {
  const { level } = headersInForce(scope)
  const around = level === scope || level === server.scope ? level.parent : undefined
  return around !== undefined && missing.every(header => has(around, header))
}

const NAMES: Readonly<Record<string, string>> = {
  'strict-transport-security': 'Strict-Transport-Security',
  'x-content-type-options': 'X-Content-Type-Options',
  'x-frame-options': 'X-Frame-Options',
}

function wantedAt({ location, server }: ServedPlace): readonly string[] {
  return [
    'x-content-type-options',
    ...(API.test(location?.path ?? '') || (location && isForAssets(location)) ? [] : ['x-frame-options']),
    ...(server.listeners.some(({ tls }) => tls) ? ['strict-transport-security'] : []),
  ]
}

function has(scope: NginxScope, header: string): boolean {
  return header === 'x-frame-options' ? forbidsFrames(scope) : addedHeaders(scope).names.has(header)
}
