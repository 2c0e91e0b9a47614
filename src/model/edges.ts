import { programWords } from '../knowledge/arguments.js'
import type { Span } from '../source.js'
import type { Address } from './addresses.js'
import type { Cluster } from './cluster.js'
import type { EnvironmentAddress } from './connections.js'
import { type HostAnswer, type HostNames, networksInCommon } from './host-names.js'
import { monitoredTargets } from './kubernetes/monitors.js'
import type { ReverseProxy, UpstreamServer } from './reverse-proxy.js'
import type { EnvironmentVariable, Subject, Workload } from './system.js'
import type { Destination } from './telemetry/destinations.js'
import type { PrometheusServer } from './telemetry/prometheus.js'
import { type Wait, waitsOf } from './waits.js'

/** One line of the map of the system: somebody talks to somebody. */
export interface Edge {
  /** The workload that talks; a proxy that no workload of the repository runs; the object of a cluster that has somebody do it. */
  readonly from: Workload | ReverseProxy | ClusterSubject
  /** What tells of it: a variable · the configuration of a collector of logs or of Grafana · a route of a proxy · a label that a proxy reads · the order of start, and
   *  what an init container waits for · a scrape job ·
   *  an argument of the command. */
  readonly via: 'environment' | 'configuration' | 'proxy' | 'label' | 'dependency' | 'scrape' | 'argument'
  /** As written; the name of the workload where none is written. */
  readonly host: string
  readonly port?: number
  readonly answer: HostAnswer
  /** The networks that `from` and the one that answers are both on. */
  readonly networks: readonly string[]
  readonly at: Span
  /** Where `via` is `environment`. */
  readonly variable?: EnvironmentVariable
  readonly address?: Address
  /** Where `via` is `proxy` or `label`: the configuration that it comes from. */
  readonly proxy?: ReverseProxy
  readonly server?: UpstreamServer
  /** Where `via` is `scrape`: the job of Prometheus, or the monitor or annotated object of a cluster. */
  readonly job?: string
  /** Where `via` is `configuration`: which of its outputs or sources it is. */
  readonly what?: string
}

/** A monitor of an operator, or what bears the annotations that tell some Prometheus of the cluster to ask it. */
export interface ClusterSubject extends Subject {
  readonly kind: 'object'
}

/** The edges that come from the configuration of each proxy; proxies without any are left out. */
export function edgesOfProxies({
  edges,
}: {
  readonly edges: readonly Edge[]
}): ReadonlyMap<ReverseProxy, readonly Edge[]> {
  const found = new Map<ReverseProxy, Edge[]>()
  for (const edge of edges) {
    if (!edge.proxy) continue
    const others = found.get(edge.proxy)
    if (others) others.push(edge)
    else found.set(edge.proxy, [edge])
  }
  return found
}

interface Sources {
  readonly workloads: readonly Workload[]
  readonly addresses: readonly EnvironmentAddress[]
  readonly proxies: readonly ReverseProxy[]
  readonly names: HostNames
  readonly clusters: readonly Cluster[]
  readonly prometheus: readonly PrometheusServer[]
  readonly destinations: readonly Destination[]
}

/** Collects everything that tells who talks to whom. The order is that of the files. */
export function edgesOf(sources: Sources): readonly Edge[] {
  const { workloads, addresses, proxies, names } = sources
  const production = new Set(workloads)
  return [
    ...addresses.map(environmentEdge),
    ...proxies.flatMap(proxy => proxyEdges(proxy, production, names)),
    ...dependencyEdges(workloads),
    ...waitsOf(workloads, names).map(waitEdge),
    ...workloads.flatMap(workload => argumentEdges(workload, names)),
    ...sources.prometheus.flatMap(scrapeEdges),
    ...monitorEdges(sources),
    ...sources.destinations.map(one => configuredEdge(one, names)),
  ]
}

function environmentEdge({ from, variable, address, answer }: EnvironmentAddress): Edge {
  const { host, port } = address
  return {
    from,
    via: 'environment',
    host,
    ...(port === undefined ? {} : { port }),
    answer,
    networks: common(from, answer),
    at: variable.at,
    variable,
    address,
  }
}

function common(from: Workload, answer: HostAnswer): readonly string[] {
  return answer.kind === 'workload' ? networksInCommon(from, answer.workload) : []
}

/** Each server of a proxy once for each workload of production that runs the proxy. */
export function proxyEdges(proxy: ReverseProxy, production: ReadonlySet<Workload>, names: HostNames): readonly Edge[] {
  const servers = new Set([
    ...proxy.upstreams.flatMap(upstream => upstream.servers),
    ...proxy.routes.flatMap(route => route.upstream.servers),
  ])
  return [...servers].flatMap(server => {
    const runners = proxy.workloads.length > 0 ? proxy.workloads.filter(one => production.has(one)) : [proxy]
    return runners.map(from => {
      const port = server.port?.known ? server.port.value : undefined
      const answer = serverAnswer(server, from, names)
      return {
        from,
        via: server.workloads && proxy.software !== 'kubernetes' ? 'label' : 'proxy',
        host: server.host.known ? server.host.value : '',
        ...(port === undefined ? {} : { port }),
        answer,
        networks: from.kind === 'workload' ? common(from, answer) : [],
        at: server.at,
        proxy,
        server,
      } satisfies Edge
    })
  })
}

const ELSEWHERE = 'something else may make a Service of that name in the cluster'

function serverAnswer(server: UpstreamServer, from: Workload | ReverseProxy, names: HostNames): HostAnswer {
  const [workload, ...others] = server.workloads ?? []
  if (workload) return { kind: 'workload', workload, others }
  if (!server.host.known) return { kind: 'unknown', because: server.host.because }
  if (from.kind === 'proxy') {
    const isCluster = from.software === 'kubernetes'
    return { kind: 'unknown', because: isCluster ? ELSEWHERE : 'nothing in the repository runs this configuration' }
  }
  return names.answer(server.host.value, server.port?.known ? server.port.value : undefined, from)
}

function dependencyEdges(workloads: readonly Workload[]): readonly Edge[] {
  const byName = new Map(workloads.map(workload => [`${workload.deployment}/${workload.name}`, workload] as const))
  return workloads.flatMap(from =>
    from.dependsOn.flatMap(({ workload: host, at }): readonly Edge[] => {
      const workload = byName.get(`${from.deployment}/${host}`)
      if (!workload) return []
      const answer: HostAnswer = { kind: 'workload', workload, others: [] }
      return [{ from, via: 'dependency', host, answer, networks: networksInCommon(from, workload), at }]
    }),
  )
}

function configuredEdge({ from, what, host, port, at }: Destination, names: HostNames): Edge {
  const answer = names.answer(host, port, from)
  const edge = { from, via: 'configuration', host, answer, networks: common(from, answer), at, what } as const
  return port === undefined ? edge : { ...edge, port }
}

function waitEdge(wait: Wait): Edge {
  return { ...wait, via: 'dependency', networks: common(wait.from, wait.answer) }
}

/** The targets of the jobs of one Prometheus; those that relabelling makes are not evaluated. */
function scrapeEdges({ workload: from, configuration }: PrometheusServer): readonly Edge[] {
  if (configuration.state !== 'read') return []
  return configuration.jobs.flatMap(({ job, targets }) =>
    targets.flatMap(({ address, answer, at }): readonly Edge[] => {
      if (!address || !answer) return []
      const { host, port } = address
      const edge = { from, via: 'scrape', host, answer, networks: common(from, answer), at, job: job.name } as const
      return [{ ...edge, ...(port === undefined ? {} : { port }) }]
    }),
  )
}

/** What the objects of clusters have asked for metrics. */
function monitorEdges({ clusters, workloads }: Sources): readonly Edge[] {
  if (clusters.length === 0) return []
  const byId = new Map(workloads.map(workload => [workload.id, workload]))
  return monitoredTargets(clusters).flatMap(({ by, workload: id, port, at }): readonly Edge[] => {
    const workload = byId.get(id)
    if (!workload) return []
    const { kind, name, namespace } = by
    const from: ClusterSubject = {
      id: `scrape:${workload.deployment}/${kind}/${namespace ?? ''}/${name}`,
      kind: 'object',
      name: `${kind} ${name}`,
      weight: 2,
      at: by.at,
      files: [by.at.path],
    }
    const answer: HostAnswer = { kind: 'workload', workload, others: [] }
    const edge = { from, via: 'scrape', host: workload.name, answer, networks: [], at, job: from.name } as const
    return [{ ...edge, ...(port === undefined ? {} : { port }) }]
  })
}

const ADDRESS =
  /[a-z][a-z0-9+.-]{0,40}:\/\/(?:[^/@\s]{0,200}@)?(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?|(?<![\w./-])(?<bare>[a-z][\w.-]*):(?<its>\d{2,5})(?!\d)/gi
const LONGEST_WORD = 2_048
const MOST_WORDS = 200

/** Arguments say too little to tell that something is missing: only those that somebody answers to. */
function argumentEdges(from: Workload, names: HostNames): readonly Edge[] {
  const { start } = from
  if (!start) return []
  const words = start.script ? [start.script.text] : (programWords(start.argv) ?? [])
  const found = new Map<string, Edge>()
  for (const word of words.slice(0, MOST_WORDS)) {
    for (const { groups = {} } of word?.slice(0, LONGEST_WORD).matchAll(ADDRESS) ?? []) {
      const host = groups.host ?? groups.bare ?? ''
      const written = groups.port ?? groups.its
      const port = written === undefined ? undefined : Number(written)
      const answer = names.answer(host, port, from)
      if (answer.kind !== 'workload' || answer.workload === from) continue
      const edge = { host, ...(port === undefined ? {} : { port }), answer, networks: common(from, answer) }
      found.set(`${host}:${port}`, { from, via: 'argument', ...edge, at: start.at })
    }
  }
  return [...found.values()]
}
