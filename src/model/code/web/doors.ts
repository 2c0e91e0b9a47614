import type { Route } from '../route.js'

/** A route that nothing guards, and a guarded one that shows that something should. */
export interface Door {
  readonly route: Route
  readonly neighbour: Route
  /** Why it is not sure that it asks nobody. */
  readonly doubt?: string
}

/** Parts of paths that are meant for people who are not signed in, or that bring a proof of their own. */
const PUBLIC =
  /(?:^|[/_-])(?:log-?ins?|log-?outs?|sign-?ins?|sign-?ups?|sign-?outs?|register|registration|auth\w*|oauth2?|oidc|saml|sso|session|sessions|token|tokens|refresh|forgot\w*|reset\w*|recover\w*|password\w*|otp|mfa|2fa|totp|verif\w*|confirm\w*|activat\w*|magic\w*|invit\w*|accept|unsubscribe|subscrib\w*|newsletter|contact\w*|feedback|survey\w*|webhooks?|hooks?|callbacks?|ipn|notify|events?|track\w*|analytics|collect|beacon|telemetry|csp\w*|report-uri|health\w*|ready\w*|live\w*|ping|metrics|status|version|docs?|openapi|swagger|graphql|trpc|rpc|public|open|guest\w*|anonymous|share\w*|demo|cart|carts|basket|checkout|search|query|preview|calculate|estimate|quote|validate|check|internal|cron|jobs?|tasks?|well-known|vote\w*|like\w*|rate|rsvp|booking|bookings|apply|applications?|chat|messages?|send|consent|cookie\w*|locale|lang\w*|theme)(?:$|[/_.-])/i
/** A proof in the path itself: `/invitations/:token`. */
const PROOF = /:(?:\w*token|hash|code|key|secret|signature|nonce|otp|slug|uuid|guid)\b/i

/** What everybody who reads a page may add to it, or adds by reading it. */
const BY_READING =
  /\/(?:views?|hits?|clicks?|visits?|impressions?|plays?|reactions?|claps?|comments?|reviews?|flag|report)$/i

/** Whether a path is one that people without an account come to, or brings a proof of its own. */
export function isMeantForAll({ method, path }: Route): boolean {
  const adds = method === 'POST' || method === '*'
  return PUBLIC.test(path) || PROOF.test(path) || (adds && BY_READING.test(path))
}

/** Whether something before a route turns away who is not known. */
export function isGuarded({ guards }: Route): boolean {
  return guards.some(({ purpose }) => purpose === 'auth')
}

/** The path up to its first parameter: `/api/orders` of `/api/orders/:id/lines`. */
export function resourceOf(path: string): string {
  const parts = path.split('/').filter(part => part !== '')
  const first = parts.findIndex(part => /[:*]/.test(part))
  return (first === -1 ? parts : parts.slice(0, first)).join('/')
}
