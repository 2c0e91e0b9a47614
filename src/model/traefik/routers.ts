import { type Fact, known, type Span, unknown } from '../../source.js'
import type { ProxyRoute, Upstream, UpstreamCheck, UpstreamServer } from '../reverse-proxy.js'
import type { Workload } from '../system.js'
import type { MissingName, Router } from './configuration.js'
import type { DynamicSource } from './dynamic.js'
import { rewriteThrough } from './rewrites.js'
import { ANY_PATH, readRule } from './rule.js'
import { find, isOn, itemsAt, listAt, type Setting, textAt, valueAt } from './settings.js'

/** Routers over HTTP and TCP of every source. */
export function routersOf(sources: readonly DynamicSource[], kindsOf: MiddlewareKinds): readonly Router[] {
  const missingIn = missingNames(sources)
  return sources.flatMap(source => {
    const named = ['http', 'tcp'].flatMap(kind => [
      ...(find(source.settings, kind, 'routers')?.children.values() ?? []),
    ])
    const routers = named.map(setting => routerOf(setting, source, kindsOf, missingIn))
    return routers.length === 0 && source.owner ? [defaultRouter(source.owner, source.settings)] : routers
  })
}

function routerOf(
  setting: Setting,
  { provider, owner }: DynamicSource,
  kindsOf: MiddlewareKinds,
  missingIn: ReturnType<typeof missingNames>,
): Router {
  const tls = find(setting, 'tls')
  const entryPointsAt = find(setting, 'entrypoints')?.at
  const rule = valueAt(setting, 'rule')
  const certResolver = valueAt(tls, 'certresolver')
  const service = textAt(setting, 'service')
  return {
    name: setting.name,
    ...(rule ? { rule } : {}),
    entryPoints: listAt(setting, 'entrypoints'),
    ...(entryPointsAt && { entryPointsAt }),
    tls: tls !== undefined && isOn(tls),
    ...(certResolver ? { certResolver } : {}),
    hasDomains: itemsAt(tls, 'domains').length > 0,
    middlewares: listAt(setting, 'middlewares'),
    middlewareKinds: kindsOf(listAt(setting, 'middlewares'), provider),
    hasTlsOptions: find(tls, 'options') !== undefined,
    ...(service === undefined ? {} : { service }),
    missing: missingIn(setting, provider),
    provider,
    ...(owner ? { owner } : {}),
    at: find(setting, 'rule')?.at ?? setting.at,
  }
}

/** A container that is enabled and names no router has one for its name. */
function defaultRouter(owner: Workload, settings: Setting): Router {
  return {
    name: owner.name,
    entryPoints: [],
    tls: false,
    hasDomains: false,
    middlewares: [],
    middlewareKinds: [],
    hasTlsOptions: false,
    missing: [],
    provider: 'docker',
    owner,
    at: find(settings, 'enable')?.at ?? settings.at,
  }
}

/** What a router names and none of the sources has, as far as it can only be in one of them. */
function missingNames(sources: readonly DynamicSource[]) {
  const services = namedSettings(sources, 'services')
  const middlewares = namedSettings(sources, 'middlewares')
  // Docker's provider names the service of a container that names none: by itself and its project or stack.
  const unnamed = sources.flatMap(({ owner, settings }) =>
    owner && !['http', 'tcp'].some(kind => find(settings, kind, 'services')) ? [owner.name.toLowerCase()] : [],
  )
  const isElsewhere = (key: string) => !/@(?:docker|file)$/.test(key)
  const mayBeMade = (key: string) => unnamed.some(name => key.startsWith(`${name}-`) || key.endsWith(`-${name}@docker`))
  return (setting: Setting, provider: Router['provider']): readonly MissingName[] => {
    const service = valueAt(setting, 'service')
    const key = service?.known ? qualified(service.value, provider) : undefined
    const lost = service?.known && key !== undefined && !services.has(key) && !isElsewhere(key) && !mayBeMade(key)
    const at = find(setting, 'middlewares')?.at ?? setting.at
    const unfound = listAt(setting, 'middlewares').filter(name => {
      const whole = qualified(name, provider)
      return !middlewares.has(whole) && !isElsewhere(whole)
    })
    return [
      ...(lost ? [{ kind: 'service' as const, name: service.value, at: service.at }] : []),
      ...unfound.map(name => ({ kind: 'middleware' as const, name, at })),
    ]
  }
}

/** What Traefik sends where. */
export interface Routing {
  readonly routes: readonly ProxyRoute[]
  readonly upstreams: readonly Upstream[]
}

/** What the routers send where. */
export function routingOf(routers: readonly Router[], sources: readonly DynamicSource[]): Routing {
  const services = new Services(sources)
  const middlewares = namedSettings(sources, 'middlewares')
  const routes = routers.flatMap(router => {
    const upstream = services.of(router)
    if (!upstream) return []
    const matches = router.rule?.known ? readRule(router.rule.value) : undefined
    const settings = middlewaresOf(router, middlewares)
    return (matches ?? [{ hosts: [], path: ANY_PATH }]).map(({ hosts, path }): ProxyRoute => {
      return { hosts, path, upstream, rewrite: rewriteThrough(settings, path), at: router.at }
    })
  })
  return { routes, upstreams: [...services.all(), ...askedFirst(middlewares)] }
}

type Named = ReadonlyMap<string, { readonly setting: Setting; readonly source: DynamicSource }>

/** Services or middlewares by `name@provider`, in lower case. */
function namedSettings(sources: readonly DynamicSource[], kind: 'services' | 'middlewares'): Named {
  const named = new Map<string, { readonly setting: Setting; readonly source: DynamicSource }>()
  for (const source of sources) {
    for (const protocol of ['http', 'tcp']) {
      for (const [name, setting] of find(source.settings, protocol, kind)?.children ?? []) {
        const key = `${name}@${source.provider}`
        if (!named.has(key)) named.set(key, { setting, source })
      }
    }
  }
  return named
}

/** Names are those of the router's own provider, unless they say another one. `swarm` reads the same labels as `docker`. */
function qualified(name: string, provider: Router['provider']): string {
  const lower = name.toLowerCase().replace(/@swarm$/, '@docker')
  return lower.includes('@') ? lower : `${lower}@${provider}`
}

/** Services or middlewares that one may stand for. */
const MOST_NAMES = 100

/** The upstreams of one Traefik, each made once. */
class Services {
  readonly #named: Named
  readonly #made = new Map<string, Upstream>()
  readonly #sources: readonly DynamicSource[]

  constructor(sources: readonly DynamicSource[]) {
    this.#named = namedSettings(sources, 'services')
    this.#sources = sources
  }

  all(): readonly Upstream[] {
    return [...this.#made.values()]
  }

  /** Undefined for what Traefik itself answers, and for names that nothing has. */
  of(router: Router): Upstream | undefined {
    if (router.service !== undefined) return this.#byName(qualified(router.service, router.provider))
    const { owner } = router
    if (!owner) return undefined
    const own = this.#sources.find(source => source.owner === owner)
    const names = ['http', 'tcp'].flatMap(kind => [...(find(own?.settings, kind, 'services')?.children.keys() ?? [])])
    const [only, second] = names
    if (only !== undefined && second === undefined) return this.#byName(`${only}@docker`)
    if (only !== undefined) return undefined
    return this.#make(`${owner.id}@container`, () => ({
      servers: [containerServer(owner, undefined, router.at)],
      at: router.at,
    }))
  }

  #byName(key: string): Upstream | undefined {
    const found = this.#named.get(key)
    if (!found) return undefined
    const check = checkOf(find(found.setting, 'loadbalancer', 'healthcheck'))
    return this.#make(key, () => ({
      name: found.setting.name,
      servers: this.#servers(key),
      ...(check && { check }),
      at: found.setting.at,
    }))
  }

  #make(key: string, make: () => Upstream): Upstream {
    const made = this.#made.get(key) ?? make()
    this.#made.set(key, made)
    return made
  }

  #servers(key: string, seen = new Set<string>()): readonly UpstreamServer[] {
    const found = this.#named.get(key)
    if (!found || seen.has(key) || seen.size > MOST_NAMES) return []
    seen.add(key)
    const { setting, source } = found
    const balancer = find(setting, 'loadbalancer')
    if (source.owner) return [containerServer(source.owner, find(balancer, 'server'), setting.at)]
    if (balancer) return itemsAt(balancer, 'servers').flatMap(serverOf)
    return referred(setting).flatMap(name => this.#servers(qualified(name, source.provider), seen))
  }
}

/**
 * A health check over HTTP whose answer has to be a success.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/#health-check
 */
function checkOf(setting: Setting | undefined): UpstreamCheck | undefined {
  const path = valueAt(setting, 'path')
  const at = find(setting, 'path')?.at
  const status = textAt(setting, 'status')
  const method = textAt(setting, 'method')?.toUpperCase() ?? 'GET'
  if (!path || !at || textAt(setting, 'mode') === 'grpc' || find(setting, 'hostname')) return undefined
  if ((method !== 'GET' && method !== 'HEAD') || (status !== undefined && !/^[23]/.test(status))) return undefined
  const written = valueAt(setting, 'port')
  const port = written && portFact(written)
  return { method, path, ...(port && { port }), at }
}

/** The services that a service spreads its requests over. */
function referred(setting: Setting): readonly string[] {
  const listed = ['weighted', 'highestrandomweight'].flatMap(kind => itemsAt(setting, kind, 'services'))
  const named = [
    ...listed.map(item => textAt(item, 'name')),
    ...['mirroring', 'failover'].map(kind => textAt(setting, kind, 'service')),
    textAt(setting, 'failover', 'fallback'),
    ...itemsAt(setting, 'mirroring', 'mirrors').map(item => textAt(item, 'name')),
  ]
  return named.flatMap(name => name ?? [])
}

/** `url: http://api:3000` or, over TCP, `address: db:5432`. */
function serverOf(item: Setting): readonly UpstreamServer[] {
  const url = valueAt(item, 'url') ?? valueAt(item, 'address')
  if (!url) return []
  const server = addressServer(url)
  return server ? [server] : []
}

function addressServer(address: Fact<string>): UpstreamServer | undefined {
  const { at } = address
  const base = { backup: false, resolved: 'running', at } as const
  if (!address.known) return { ...base, host: address }
  const [, scheme, host, port] =
    /^(?:([a-z][a-z0-9+.-]{0,20}):\/\/)?(?:[^/@]*@)?(\[[^\]]*\]|[^:/?#]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(
      address.value,
    ) ?? []
  if (host === undefined) return undefined
  return {
    ...base,
    host: known(host.replace(/^\[|\]$/g, ''), at),
    ...(port === undefined ? {} : { port: known(Number(port), at) }),
    ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }),
  }
}

/**
 * The container that bears the label, on the port that it names, else on the one that it exposes (the lowest of several):
 * https://doc.traefik.io/traefik/providers/docker/#port-detection.
 */
function containerServer(owner: Workload, server: Setting | undefined, fallback: Span): UpstreamServer {
  const written = valueAt(server, 'port')
  const scheme = textAt(server, 'scheme')
  const at = find(server, 'port')?.at ?? fallback
  const port = written ? portFact(written) : exposedPort(owner, at)
  return {
    host: known(owner.name, at),
    workloads: [owner],
    ...(port ? { port } : {}),
    ...(scheme ? { scheme } : {}),
    backup: false,
    resolved: 'running',
    at,
  }
}

function portFact(written: Fact<string>): Fact<number> | undefined {
  if (!written.known) return written
  return /^\d{1,5}$/.test(written.value.trim()) ? known(Number(written.value), written.at) : undefined
}

function exposedPort(owner: Workload, at: Span): Fact<number> {
  const published = owner.published.flatMap(port =>
    port.protocol === 'tcp' && port.container.known ? [port.container.value] : [],
  )
  const all = [...published, ...(owner.image?.dockerfile ? owner.listens : [])]
  if (all.length === 0) return unknown(at, 'only the image tells which port it exposes')
  return known(Math.min(...all), at)
}

/** A forwardAuth middleware asks another service before each request. */
function askedFirst(middlewares: Named): readonly Upstream[] {
  return [...middlewares.values()].flatMap(({ setting }) => {
    const address = valueAt(setting, 'forwardauth', 'address')
    const server = address && addressServer(address)
    return server ? [{ name: setting.name, servers: [server], at: setting.at }] : []
  })
}

/** The middlewares that a router sends its requests through, in order. */
function middlewaresOf({ middlewares: names, provider }: Router, all: Named): readonly Setting[] {
  const chains = new Set<string>()
  const through = names.flatMap(name => chained(qualified(name, provider), all, chains))
  return through.flatMap(name => all.get(name)?.setting ?? [])
}

/** The kinds of middlewares by the names that one provider gives them. */
export type MiddlewareKinds = (names: readonly string[], provider: Router['provider']) => readonly string[]

/** See `Router.middlewareKinds`. */
export function middlewareKinds(sources: readonly DynamicSource[]): MiddlewareKinds {
  const all = namedSettings(sources, 'middlewares')
  return (names, provider) => {
    const seen = new Set<string>()
    return names
      .flatMap(name => chained(qualified(name, provider), all, seen))
      .flatMap(name => [...(all.get(name)?.setting.children.keys() ?? ['unknown'])])
  }
}

/** The names that a middleware stands for: a chain for several, each chain once. */
function chained(name: string, middlewares: Named, seen: Set<string>): readonly string[] {
  if (seen.has(name) || seen.size > MOST_NAMES) return []
  const found = middlewares.get(name)
  const inner = listAt(found?.setting, 'chain', 'middlewares')
  if (!found || inner.length === 0) return [name]
  seen.add(name)
  return inner.flatMap(one => chained(qualified(one, found.source.provider), middlewares, seen))
}
