import type { NginxDirective } from '../../parse/nginx.js'
import { conditionOf } from '../../parse/nginx.js'
import type { NginxLocation, NginxServer } from './configuration.js'
import type { NginxScope } from './scopes.js'

/** What has to answer over plain HTTP: challenges of ACME (https://datatracker.ietf.org/doc/html/rfc8555#section-8.3). */
const CHALLENGE = /well-known/

/** Whether all that a server answers over plain HTTP is sent on to TLS: for itself, or in each of its locations. */
export function sendsToTls({ scope, locations }: NginxServer): boolean {
  const redirects = (level: NginxScope) => level.directives.some(directive => endsInTls(directive, level))
  if (redirects(scope)) return true
  const reached = locations.filter(location => location.match !== 'named')
  return (
    reached.some(location => redirects(location.scope)) &&
    reached.every(location => redirects(location.scope) || servesNothing(location))
  )
}

/** A location that answers with a status of its own, for challenges, to nobody, or to nginx itself. */
function servesNothing({ path, scope }: NginxLocation): boolean {
  const refuses = scope.byName.get('deny')?.some(({ args }) => args[0]?.text === 'all')
  return CHALLENGE.test(path) || answersItself(scope) || refuses === true || scope.byName.has('internal')
}

/** Whether a level answers whatever comes with a status or a text of its own. */
export function answersItself(scope: NginxScope): boolean {
  return scope.byName.has('return') || scope.byName.has('stub_status')
}

const SCHEME = /^\$(?:scheme|https|http_x_forwarded_proto|server_port)$/

/**
 * A redirection to `https://`, or an `if` about the scheme that ends in one. What is asked for under another host name may
 * be served: an `if` about the host counts where all else is refused.
 */
function endsInTls(directive: NginxDirective, level: NginxScope): boolean {
  const { name, args, block } = directive
  if (name === 'if' && block) {
    const about = conditionOf(directive)[0]?.text ?? ''
    const all = SCHEME.test(about) || (about === '$host' && level.byName.has('return'))
    return all && block.some(inner => inner.name !== 'if' && endsInTls(inner, level))
  }
  if (name === 'return') return args.some(({ text }) => text.startsWith('https://'))
  if (name !== 'rewrite') return false
  return args[1]?.text.startsWith('https://') === true && /^(?:\^?\/?\(?\.\*\)?\$?|\^|\/)$/.test(args[0]?.text ?? '')
}
