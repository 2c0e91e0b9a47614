import type { NginxDirective } from '../../parse/nginx.js'
import type { NginxLocation } from './configuration.js'
import { isForUsers, isPublic, type NginxProxy } from './facts.js'
import { headersInForce, type NginxScope } from './scopes.js'

/** A place where nginx itself lets any site read the answer with the login of its visitors. */
export interface OpenOrigins {
  readonly location: NginxLocation
  /** The `add_header` that repeats the origin. */
  readonly directive: NginxDirective
}

/**
 * Where a public nginx hands requests of users on and repeats the origin that asks, beside `Access-Control-Allow-Credentials:
 * true`, unasked. What a `map` or an `if` over the origin decides is left out. Each directive once.
 * https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header, https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function openOrigins(proxy: NginxProxy): readonly OpenOrigins[] {
  if (!isPublic(proxy)) return []
  const found = new Map<NginxDirective, OpenOrigins>()
  for (const pass of proxy.nginx.passes) {
    const { location } = pass
    if (!isForUsers(pass) || asksForOrigin(location.scope)) continue
    const { directives } = headersInForce(location.scope)
    const directive = directives.find(one => isHeader(one, 'access-control-allow-origin', /^\$\{?http_origin\}?$/))
    const allows = directives.some(one => isHeader(one, 'access-control-allow-credentials', /^true$/i))
    if (directive && allows && !found.has(directive)) found.set(directive, { location, directive })
  }
  return [...found.values()]
}

function isHeader({ args: [name, value] }: NginxDirective, header: string, text: RegExp): boolean {
  return name?.text.toLowerCase() === header && text.test(value?.text ?? '')
}

/** Whether an `if` at a level or one around it looks at the origin: it may refuse those that are not known. */
function asksForOrigin(scope: NginxScope): boolean {
  for (let level: NginxScope | undefined = scope; level; level = level.parent) {
    const conditions: readonly NginxDirective[] = level.byName.get('if') ?? []
    if (conditions.some(({ args }) => args.some(({ text }) => /origin/i.test(text)))) return true
  }
  return false
}
