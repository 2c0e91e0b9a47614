import type { NginxDirective } from '../../parse/nginx.js'
import { IDENTITY, type PathRewrite, patternRewrite, prefixReplaced, unknownRewrite } from '../path-rewrite.js'
import type { NginxLocation } from './configuration.js'
import { pathOf } from './routes.js'
import type { NginxScope } from './scopes.js'
import { hasVariable } from './values.js'

/** A `proxy_pass` or one of its kin, and what stands behind its host. */
interface Target {
  readonly directive: NginxDirective
  readonly uri: string | undefined
  /** Whether a variable stands anywhere in its argument. */
  readonly hasVariable: boolean
}

/** What is asked for, as nginx hands it on: nothing is changed. */
const WHOLE = /^\$(?:request_uri|uri|document_uri)$/
/** The query, which is no part of the path. */
const QUERY = /(?:\$is_args|\?).*$/s

/**
 * What a location makes of the path: the URI behind the host takes the place of its prefix; without one the path stays. With
 * a variable in it, it is the whole of what is asked for (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass).
 * After a `rewrite … break` the URI is left out of account.
 */
export function rewriteOf(target: Target, location: NginxLocation, scope: NginxScope): PathRewrite {
  const { directive, uri } = target
  const path = pathOf(location)
  const rewrites = rewritesOf(location, scope)
  if (rewrites) return rewrites.length === 1 ? broken(rewrites[0], location) : several(directive)
  if (directive.name !== 'proxy_pass' || uri === undefined) return IDENTITY
  if (!target.hasVariable) return prefixReplaced(path.text, uri.replace(QUERY, ''), directive.at)
  const fixed = uri.replace(QUERY, '')
  if (WHOLE.test(fixed)) return IDENTITY
  const [, front] = /^([^$]*)\$(?:request_uri|uri)$/.exec(fixed) ?? []
  if (front !== undefined) return prefixReplaced('', front, directive.at)
  if (!hasVariable(fixed) && fixed !== '') return { kind: 'replace-path', by: fixed, at: directive.at }
  if (path.match === 'regex') return patternRewrite(path.text, fixed, path, directive.at)
  return unknownRewrite(directive.at, 'a variable decides')
}

function several({ at }: NginxDirective): PathRewrite {
  return unknownRewrite(at, 'several rewrites change the path')
}

/** The `rewrite`s that requests meet which are then handed on; undefined where there are none. */
function rewritesOf(location: NginxLocation, scope: NginxScope): readonly (NginxDirective | undefined)[] | undefined {
  const inIf = (location.scope.byName.get('if') ?? []).flatMap(({ block }) => block ?? [])
  const hidden = inIf.some(directive => directive.name === 'rewrite' && !redirects(directive))
  const all = [location.scope, scope].flatMap(level => level.byName.get('rewrite') ?? [])
  const found = [...new Set(all)].filter(directive => !redirects(directive))
  if (hidden) return [undefined]
  return found.length > 0 ? found : undefined
}

function redirects({ args }: NginxDirective): boolean {
  return /^(?:redirect|permanent)$/.test(args[2]?.text ?? '') || /^(?:https?:\/\/|\$scheme)/.test(args[1]?.text ?? '')
}

/** Without `break` nginx looks for a location once more, with the new path. */
function broken(rewrite: NginxDirective | undefined, location: NginxLocation): PathRewrite {
  const [pattern, replacement, flag] = rewrite?.args ?? []
  const at = rewrite?.at ?? location.scope.at
  if (!pattern || !replacement || flag?.text !== 'break') return unknownRewrite(at, 'a rewrite changes the path')
  return patternRewrite(pattern.text, replacement.text.replace(/\?.*$/s, ''), pathOf(location), at)
}
