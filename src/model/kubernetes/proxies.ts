import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, knownValue } from '../../source.js'
import type { Cluster, ClusterRoute, ClusterService, ServicePort } from '../cluster.js'
import { itemsOf, numberFact } from '../read-node.js'
import type { Listener, ProxyRoute, ReverseProxy, Upstream, UpstreamServer } from '../reverse-proxy.js'
import type { Workload } from '../system.js'
import { loadBalancerCheck } from './load-balancer-checks.js'
import { podTemplateOf } from './pods.js'
import { sameNamespace } from './selectors.js'
import { arrivalOf } from './services.js'
import { workloadId } from './workload.js'

/** What lets requests into the clusters of production: one proxy for each Ingress and each route object. */
export function clusterProxies(clusters: readonly Cluster[], workloads: readonly Workload[]): readonly ReverseProxy[] {
  const byId = new Map(workloads.map(workload => [workload.id, workload]))
  return clusters.flatMap(cluster => {
    const services = servicesByName(cluster)
    const byObject = new Map<KubernetesObject, ClusterRoute[]>()
    for (const route of cluster.routes) {
      const others = byObject.get(route.object)
      if (others) others.push(route)
      else byObject.set(route.object, [route])
    }
    return [...byObject].map(([object, routes]) => proxyOf(object, routes, { cluster, services, byId }))
  })
}

interface Context {
  readonly cluster: Cluster
  readonly services: ReadonlyMap<string, readonly ClusterService[]>
  readonly byId: ReadonlyMap<string, Workload>
}

function servicesByName({ services }: Cluster): Context['services'] {
  const found = new Map<string, ClusterService[]>()
  for (const service of services) {
    const others = found.get(service.object.name)
    if (others) others.push(service)
    else found.set(service.object.name, [service])
  }
  return found
}

function proxyOf(object: KubernetesObject, own: readonly ClusterRoute[], context: Context): ReverseProxy {
  const { kind, name, namespace, at } = object
  const upstreams = new Map<string, Upstream>()
  const routes = own.map((route): ProxyRoute => {
    const key = `${route.namespace ?? ''}/${route.service}:${knownValue(route.port) ?? ''}`
    const upstream = upstreams.get(key) ?? upstreamOf(route, context)
    upstreams.set(key, upstream)
    const { hosts, path = { match: 'prefix', text: '/' }, rewrite } = route
    return { hosts, path, upstream, rewrite, at: route.at }
  })
  return {
    id: `proxy:${context.cluster.deployment}/${kind}/${namespace ?? ''}/${name}`,
    kind: 'proxy',
    name: `${kind} ${name}`,
    weight: 3,
    at,
    files: [at.path],
    software: 'kubernetes',
    workloads: [],
    listeners: listenersOf(object, context.cluster),
    routes,
    upstreams: [...upstreams.values()],
    complete: context.cluster.complete,
    kubernetes: { cluster: context.cluster, routes: own },
  }
}

/** The Service, and the containers that answer on its port. */
function upstreamOf(route: ClusterRoute, context: Context): Upstream {
  const namespace = route.namespace ?? route.object.namespace
  const service = context.services.get(route.service)?.find(one => sameNamespace(one.object.namespace, namespace))
  const port = service && portOf(service, knownValue(route.port))
  const base = { host: known(route.service, route.at), backup: false, resolved: 'running' } as const
  if (!service || !port) return { name: route.service, servers: [{ ...base, at: route.at }], at: route.at }
  const servers = service.controllers.flatMap(({ object }): readonly UpstreamServer[] => {
    const template = podTemplateOf(object)
    const arrival = template && arrivalOf(port, template.containers)
    const workload = arrival && context.byId.get(workloadId(context.cluster.deployment, template, arrival.container))
    if (!workload) return []
    const at = port.target?.at ?? port.at
    const number: Fact<number> | undefined = arrival.number === undefined ? undefined : known(arrival.number, at)
    return [{ ...base, workloads: [workload], ...(number ? { port: number } : {}), at }]
  })
  const check = loadBalancerCheck(service.object, route.object)
  return {
    name: route.service,
    servers: servers.length > 0 ? servers : [{ ...base, at: route.at }],
    ...(check && { check }),
    at: route.at,
  }
}

/** The port of a Service that a route means; the only one where it does not say. */
function portOf({ ports }: ClusterService, wanted: number | string | undefined): ServicePort | undefined {
  if (wanted === undefined) return ports.length === 1 ? ports[0] : undefined
  return (
    ports.find(port => knownValue(port.port) === wanted || port.name === wanted) ??
    ports.find(port => knownValue(port.target) === wanted)
  )
}

/** An Ingress listens on 80, with `tls` on 443, too; a route of the Gateway API on the listeners of its Gateways. */
function listenersOf(object: KubernetesObject, cluster: Cluster): readonly Listener[] {
  const spec = child(object.node, 'spec')
  if (object.kind === 'Ingress') {
    const tls = child(spec, 'tls')
    return [
      { port: known(80, object.at), tls: false, redirectsToTls: redirectsToTls(object), at: object.at },
      ...(tls && itemsOf(tls).length > 0
        ? [{ port: known(443, tls.at), tls: true, redirectsToTls: false, at: tls.at }]
        : []),
    ]
  }
  return itemsOf(child(spec, 'parentRefs')).flatMap(parent => gatewayListeners(parent, object, cluster))
}

/** ingress-nginx does it where there is a certificate; here only what the annotations say themselves counts. */
function redirectsToTls(object: KubernetesObject): boolean {
  const annotations = descend(object.node, 'metadata', 'annotations')
  const forced = textOf(child(annotations, 'nginx.ingress.kubernetes.io/force-ssl-redirect'))
  return forced === 'true' || textOf(child(annotations, 'alb.ingress.kubernetes.io/ssl-redirect')) !== undefined
}

function gatewayListeners(parent: Node, object: KubernetesObject, cluster: Cluster): readonly Listener[] {
  const name = textOf(child(parent, 'name'))
  const namespace = textOf(child(parent, 'namespace')) ?? object.namespace
  const section = textOf(child(parent, 'sectionName'))
  const gateway = cluster.objects.find(
    one => one.kind === 'Gateway' && one.name === name && sameNamespace(one.namespace, namespace),
  )
  return itemsOf(descend(gateway?.node, 'spec', 'listeners')).flatMap(listener => {
    if (section !== undefined && textOf(child(listener, 'name')) !== section) return []
    const port = numberFact(child(listener, 'port'))
    const tls = /^(?:HTTPS|TLS)$/.test(textOf(child(listener, 'protocol')) ?? '')
    return port ? [{ port, tls, redirectsToTls: false, at: listener.at }] : []
  })
}
