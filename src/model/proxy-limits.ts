import { child, entriesOf } from '../parse/node.js'
import { knownValue } from '../source.js'
import type { NginxScope } from './nginx/scopes.js'
import type { ReverseProxy, System, Workload } from './system.js'

/**
 * Whether any proxy of the system limits how often somebody may ask. `unknown`: its configuration is not whole, or is of a
 * kind whose limits are not read.
 */
export function proxyLimits(system: System): 'limited' | 'none' | 'unknown' {
  const known = labelledMiddlewares(system)
  const states = system.proxies.map(proxy => limitsOf(proxy, known))
  if (states.includes('limited') || hasLabels(system)) return 'limited'
  return states.includes('unknown') || system.workloads.some(isGateway) ? 'unknown' : 'none'
}

/** Gateways and firewalls whose configuration is not read. */
function isGateway({ image }: Workload): boolean {
  const repository = knownValue(image?.reference)?.repository ?? ''
  return /kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|crowdsec|fail2ban|bunkerweb|modsecurity|\bwaf/.test(
    repository,
  )
}

function limitsOf(proxy: ReverseProxy, known: ReadonlySet<string>): 'limited' | 'none' | 'unknown' {
  const { nginx, traefik, kubernetes } = proxy
  if (nginx) {
    const levels: NginxScope[] = [nginx.http, ...nginx.servers.map(({ scope }) => scope)]
    levels.push(...nginx.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)))
    if (levels.some(({ byName }) => byName.has('limit_req') || byName.has('limit_conn'))) return 'limited'
    const hasCode = levels.some(({ directives }) =>
      directives.some(({ name }) => /_by_lua|^js_|^modsecurity|^auth_request$/.test(name)),
    )
    return proxy.complete && !hasCode ? 'none' : 'unknown'
  }
  if (kubernetes) {
    const limited = kubernetes.routes.some(({ object }) => {
      const annotations = child(child(object.node, 'metadata'), 'annotations')
      return entriesOf(annotations).some(([key]) =>
        /limit|waf|security-?policy|modsecurity|plugins|middlewares|snippet/i.test(key),
      )
    })
    return limited ? 'limited' : proxy.complete ? 'none' : 'unknown'
  }
  // What a middleware of a file does is not read; those of labels are found by their names.
  if (traefik)
    return traefik.routersComplete &&
      traefik.routers.every(({ middlewares }) => middlewares.every(name => known.has(name.replace(/@docker$/, ''))))
      ? 'none'
      : 'unknown'
  return 'unknown'
}

/** The middlewares that labels make, none of which limits anything where `hasLabels` finds no such label. */
function labelledMiddlewares({ workloads }: System): ReadonlySet<string> {
  const names = new Map<string, boolean>()
  for (const { labels } of workloads) {
    for (const key of labels.keys()) {
      const [, name, type] = /^traefik\.http\.middlewares\.([^.]+)\.([^.]+)/i.exec(key) ?? []
      // What a chain or a plugin does stands elsewhere.
      if (name !== undefined)
        names.set(name, names.get(name) !== false && !/^(?:chain|plugin|forwardauth)$/i.test(type ?? ''))
    }
  }
  return new Set([...names].flatMap(([name, isPlain]) => (isPlain ? [name] : [])))
}

/** https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/ratelimit/ */
function hasLabels(system: System): boolean {
  return system.workloads.some(({ labels }) =>
    [...labels.keys()].some(key => /\.(?:ratelimit|inflightreq)\./i.test(key)),
  )
}
