import { child, entriesOf } from '../parse/node.js'
import { knownValue } from '../source.js'
import type { NginxScope } from './nginx/scopes.js'
import type { ReverseProxy, System, Workload } from './system.js'

/**
 * Whether something in front of the programs asks who somebody is: `auth_request` and its kind, `forwardAuth`, a proxy that is
 * made for it. `unknown`: what stands in front is not whole, or of a kind whose settings are not read.
 */
export function asksInFront(system: System): 'yes' | 'no' | 'unknown' {
  if (system.workloads.some(isAuthProxy) || hasLabels(system) || hasPolicies(system)) return 'yes'
  const states = system.proxies.map(stateOf)
  return states.includes('yes') ? 'yes' : states.includes('unknown') ? 'unknown' : 'no'
}

const AUTH_PROXY =
  /oauth2-?proxy|authelia|authentik|pomerium|gatekeeper|forward-?auth|vouch|kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|keycloak-proxy|ory\/oathkeeper|oathkeeper|casdoor|zitadel|teleport|boundary/

function isAuthProxy({ image, name }: Workload): boolean {
  return AUTH_PROXY.test(knownValue(image?.reference)?.repository ?? '') || AUTH_PROXY.test(name)
}

/** Middlewares of Traefik in labels: https://doc.traefik.io/traefik/middlewares/http/forwardauth/ */
function hasLabels({ workloads }: System): boolean {
  return workloads.some(({ labels }) =>
    [...labels].some(
      ([key, { value }]) =>
        /\.(?:forwardauth|basicauth|digestauth|plugin)\./i.test(key) ||
        (/\.middlewares$/i.test(key) && (!value.known || /auth|sso|login|oidc|protect|secure/i.test(value.value))) ||
        /^caddy.*(?:auth|forward_auth)/i.test(key),
    ),
  )
}

function hasPolicies({ clusters }: System): boolean {
  return clusters.some(({ objects }) =>
    objects.some(({ kind }) =>
      /^(?:AuthorizationPolicy|RequestAuthentication|SecurityPolicy|KongPlugin|AuthPolicy)$/.test(kind),
    ),
  )
}

function stateOf(proxy: ReverseProxy): 'yes' | 'no' | 'unknown' {
  const { nginx, traefik, kubernetes } = proxy
  if (nginx) {
    const levels: NginxScope[] = [nginx.http, ...nginx.servers.map(({ scope }) => scope)]
    levels.push(...nginx.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)))
    const asks = levels.some(({ directives }) =>
      directives.some(({ name }) => /^auth_(?:request|basic|jwt)|^ssl_verify_client$|_by_lua|^js_/.test(name)),
    )
    return asks ? 'yes' : proxy.complete ? 'no' : 'unknown'
  }
  if (kubernetes) {
    const asks = kubernetes.routes.some(({ object }) =>
      entriesOf(child(child(object.node, 'metadata'), 'annotations')).some(([key]) =>
        /auth|oauth|oidc|middlewares|snippet|plugins/i.test(key),
      ),
    )
    return asks ? 'yes' : proxy.complete ? 'no' : 'unknown'
  }
  if (traefik)
    return traefik.routersComplete && traefik.routers.every(({ middlewares }) => middlewares.length === 0)
      ? 'no'
      : 'unknown'
  return 'unknown'
}
