import { NEWEST } from '../knowledge/facts.js'
import type { Tree } from '../tree.js'
import { containerFilesOf } from './container-files.js'
import type { FoundProxies } from './proxies.js'
import type { Listener, ReverseProxy } from './reverse-proxy.js'
import { serviceFactsOf } from './service-facts.js'
import type { NotEvaluated, Unreadable, Workload } from './system.js'
import type { EntryPoint, Router, TraefikConfiguration } from './traefik/configuration.js'
import { type DynamicSource, dynamicSources, looseFiles } from './traefik/dynamic.js'
import { entryPointsOf, entryPointsOfRouter, resolversOf } from './traefik/entry-points.js'
import { middlewareKinds, routersOf, routingOf } from './traefik/routers.js'
import { itemsAt, type Setting, textAt } from './traefik/settings.js'
import { type StaticConfiguration, staticConfiguration } from './traefik/static.js'

/** Traefik 2 and 3: one proxy for each workload that runs it, with what files, flags, variables and labels tell it. */
export function traefikProxies(tree: Tree, workloads: readonly Workload[]): FoundProxies {
  const running = workloads.filter(({ software, role }) => software?.id === 'traefik' && role !== 'job')
  const found = running.map(workload => proxyOf(workload, workloads, tree))
  const used = new Set(found.flatMap(one => one.used))
  const loose = looseFiles(tree).filter(path => !used.has(path))
  return {
    proxies: found.flatMap(one => one.proxy ?? []),
    unreadable: found.flatMap(one => one.unreadable),
    notEvaluated: [
      ...found.flatMap(one => one.notEvaluated),
      ...loose.map(path => ({ path, because: 'no workload is known to read it: not evaluated' })),
    ],
  }
}

interface FoundTraefik {
  readonly proxy?: ReverseProxy
  /** Paths of files that it reads. */
  readonly used: readonly string[]
  readonly unreadable: readonly Unreadable[]
  readonly notEvaluated: readonly NotEvaluated[]
}

function proxyOf(workload: Workload, workloads: readonly Workload[], tree: Tree): FoundTraefik {
  const files = containerFilesOf(workload, tree)
  const configuration = staticConfiguration(workload, files)
  const major = majorOf(workload)
  const staticPath = configuration.source?.at.path
  if (major === 1) {
    const because = `${workload.name} runs Traefik 1: its configuration is not evaluated`
    return { used: staticPath ? [staticPath] : [], unreadable: [], notEvaluated: [{ path: workload.at.path, because }] }
  }
  const dynamic = dynamicSources(configuration, workload, workloads, files)
  const used = [...new Set([...(staticPath ? [staticPath] : []), ...dynamic.sources.map(one => one.settings.at.path)])]
  const kindsOf = middlewareKinds(dynamic.sources)
  const routers = routersOf(dynamic.sources, kindsOf)
  const { routes, upstreams } = routingOf(routers, dynamic.sources)
  const entryPoints = entryPointsOf(configuration.settings, workload, kindsOf)
  const traefik: TraefikConfiguration = {
    ...(major === undefined ? {} : { major }),
    static: configuration,
    entryPoints,
    resolvers: resolversOf(configuration.settings),
    routers,
    hasCertificates: dynamic.sources.some(source => bringsCertificates(source)),
    routersComplete: dynamic.complete,
  }
  const proxy: ReverseProxy = {
    id: `traefik:${workload.id}`,
    kind: 'proxy',
    name: workload.name,
    weight: workload.weight,
    at: workload.at,
    files: [...new Set([...workload.files, ...used])],
    software: 'traefik',
    workloads: [workload],
    ...(workload.version ? { version: workload.version } : {}),
    listeners: entryPoints.flatMap(point => listenerOf(point, traefik)),
    routes,
    upstreams,
    complete: configuration.complete && dynamic.complete,
    traefik,
  }
  return {
    proxy,
    used,
    unreadable: [...brokenFile(configuration), ...dynamic.unreadable],
    notEvaluated: dynamic.notEvaluated,
  }
}

/** `latest` and the like follow the newest release, which is of version 3. */
function majorOf(workload: Workload): number | undefined {
  const version = serviceFactsOf(workload)?.version
  return version === NEWEST ? 3 : version?.[0]
}

function brokenFile({ broken }: StaticConfiguration): readonly Unreadable[] {
  return broken ? [{ ...broken, format: 'traefik', production: true, mayDeclare: 1 }] : []
}

function bringsCertificates({ settings }: DynamicSource): boolean {
  return itemsAt(settings, 'tls', 'certificates').length > 0 || hasDefaultCertificate(settings)
}

function hasDefaultCertificate(settings: Setting): boolean {
  return textAt(settings, 'tls', 'stores', 'default', 'defaultcertificate', 'certfile') !== undefined
}

function listenerOf(point: EntryPoint, traefik: TraefikConfiguration): readonly Listener[] {
  if (!point.port || point.udp) return []
  const routers = routersOn(point, traefik)
  return [
    {
      port: point.port,
      tls: point.tls || routers.some(router => router.tls),
      redirectsToTls: point.redirectsToTls,
      at: point.at,
    },
  ]
}

/** The routers of an entry point. */
function routersOn(
  point: EntryPoint,
  { routers, entryPoints, static: { settings } }: TraefikConfiguration,
): readonly Router[] {
  return routers.filter(router => entryPointsOfRouter(router, entryPoints, settings).includes(point))
}
