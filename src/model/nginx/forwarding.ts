import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxPass } from './configuration.js'
import { isForAssets, isForUsers, leavesSystem, type NginxProxy, requestHeader } from './facts.js'
import { inForce, type NginxScope } from './scopes.js'

/** The passes over HTTP whose applications want to know who asked, and for what; not services on the internet. */
export function informedPasses(
  proxy: NginxProxy,
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): readonly NginxPass[] {
  return proxy.nginx.passes.filter(
    pass => pass.protocol === 'http' && isForUsers(pass) && !isForAssets(pass.location) && !leavesSystem(pass, answers),
  )
}

/** Headers that tell an application who asked, for which host, and over which scheme. */
const TELLING = {
  client: ['x-forwarded-for', 'x-real-ip', 'forwarded'],
  host: ['host', 'x-forwarded-host', 'forwarded'],
  scheme: ['x-forwarded-proto', 'x-forwarded-scheme', 'x-forwarded-ssl', 'x-scheme', 'forwarded'],
} as const

/** What an application is not told, and the header that would tell it. */
const WANTED = { client: 'X-Forwarded-For', host: 'Host', scheme: 'X-Forwarded-Proto' } as const

/** The headers that a level sends to the application in the place of the client's own; lower case. */
function sentHeaders(scope: NginxScope): ReadonlySet<string> {
  return namesAt(inForce(scope, 'proxy_set_header').directives)
}

function namesAt(directives: NginxScope['directives']): ReadonlySet<string> {
  return new Set(directives.map(({ args }) => args[0]?.text.toLowerCase() ?? ''))
}

/** The names of headers that a pass lacks. The scheme is only of interest where there are two. */
export function untoldBy(scope: NginxScope, hasTls: boolean): readonly string[] {
  const sent = sentHeaders(scope)
  const asked = hasTls ? (['host', 'client', 'scheme'] as const) : (['host', 'client'] as const)
  return asked.filter(what => !TELLING[what].some(name => sent.has(name))).map(what => WANTED[what])
}

/**
 * What a level further out tells the application, and the level that counts does not: it has a `proxy_set_header` of its own,
 * and with that none of the others.
 */
export function hiddenTelling(
  scope: NginxScope,
): { readonly names: readonly string[]; readonly from: NginxScope } | undefined {
  const { level, directives } = inForce(scope, 'proxy_set_header')
  if (!level?.parent) return undefined
  const around = inForce(level.parent, 'proxy_set_header')
  if (!around.level) return undefined
  const own = namesAt(directives)
  const untold = Object.values(TELLING).filter(names => !names.some(name => own.has(name)))
  const names = around.directives.flatMap(({ args }) => {
    const name = args[0]?.text ?? ''
    return untold.some((list: readonly string[]) => list.includes(name.toLowerCase())) ? [name] : []
  })
  return names.length > 0 ? { names: [...new Set(names)], from: around.level } : undefined
}

/**
 * Whether it tells the application the scheme that somebody in front of it told: `$http_x_forwarded_proto`, or `https` on a
 * port without TLS. Who writes that has encryption in front.
 */
export function passesOnScheme({ nginx }: NginxProxy): boolean {
  return nginx.passes.some(({ scope }) =>
    /^(?:https|\$\{?\w*x_forwarded_proto\w*\}?)$/i.test(requestHeader(scope, 'x-forwarded-proto') ?? ''),
  )
}
