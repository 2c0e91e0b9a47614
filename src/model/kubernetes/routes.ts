import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, type Span } from '../../source.js'
import type { ClusterRoute } from '../cluster.js'
import { optional } from '../compose/settings.js'
import { IDENTITY, type PathRewrite } from '../path-rewrite.js'
import { factOf, itemsOf } from '../read-node.js'
import type { RoutePath } from '../reverse-proxy.js'
import type { ObjectIndex } from './index.js'
import {
  contourRewrite,
  filterRewrite,
  hasRegexPaths,
  ingressRewrite,
  istioRewrite,
  mappingRewrite,
  middlewareRewrite,
} from './route-rewrites.js'

const ANY_PATH: RoutePath = { match: 'prefix', text: '/' }

type Read = (object: KubernetesObject, index: ObjectIndex) => readonly ClusterRoute[]

/** The objects that let requests into the cluster, by group and kind. */
const READERS: readonly (readonly [kind: string, read: Read])[] = [
  ...['networking.k8s.io', 'extensions'].map(group => [`${group}/Ingress`, ingress] as const),
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
    kind => [`gateway.networking.k8s.io/${kind}`, gatewayRoute] as const,
  ),
  ...['traefik.io', 'traefik.containo.us'].flatMap(group =>
    ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'].map(kind => [`${group}/${kind}`, ingressRoute] as const),
  ),
  ['networking.istio.io/VirtualService', virtualService],
  ['projectcontour.io/HTTPProxy', httpProxy],
  ['route.openshift.io/Route', openShiftRoute],
  ['elbv2.k8s.aws/TargetGroupBinding', targetGroup],
  ['getambassador.io/Mapping', mapping],
]

/** Every way from outside the cluster to one of its Services. */
export function routesOf(index: ObjectIndex): readonly ClusterRoute[] {
  return READERS.flatMap(([kind, read]) => index.all(kind).flatMap(object => read(object, index)))
}

interface Backend {
  readonly node: Node
  readonly hosts: readonly string[]
  readonly service: string | undefined
  readonly namespace?: string | undefined
  readonly port?: Fact<number | string> | undefined
  readonly path?: ClusterRoute['path']
  /** Absent: it stays. */
  readonly rewrite?: PathRewrite
}

function route(
  object: KubernetesObject,
  { node, hosts, service, namespace, port, path, rewrite = IDENTITY }: Backend,
): readonly ClusterRoute[] {
  if (service === undefined || service === '') return []
  return [
    {
      object,
      hosts,
      service,
      ...optional('namespace', namespace),
      ...optional('port', port),
      ...optional('path', path),
      rewrite,
      at: node.at,
    },
  ]
}

function portFact(node: Node | undefined): Fact<number | string> | undefined {
  return factOf<number | string>(node, text => (/^\d{1,5}$/.test(text) ? Number(text) : text))
}

function textsIn(list: Node | undefined): readonly string[] {
  return itemsOf(list).flatMap(item => textOf(item) ?? [])
}

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/; `extensions/v1beta1` has flat backends. */
function ingress(object: KubernetesObject, index: ObjectIndex): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  const backend = (node: Node | undefined, hosts: readonly string[], path?: ClusterRoute['path']) => {
    const service = child(node, 'service') ?? node
    const name = child(service, 'name') ?? child(node, 'serviceName')
    const port =
      child(child(service, 'port'), 'number') ?? child(child(service, 'port'), 'name') ?? child(node, 'servicePort')
    if (!name) return []
    const rewrite = ingressRewrite(object, path ?? ANY_PATH, index)
    return route(object, { node: name, hosts, service: textOf(name), port: portFact(port), path, rewrite })
  }
  const regex = hasRegexPaths(object)
  const rules = itemsOf(child(spec, 'rules')).flatMap(rule => {
    const host = textOf(child(rule, 'host'))
    return itemsOf(descend(rule, 'http', 'paths')).flatMap(path =>
      backend(child(path, 'backend'), host === undefined ? [] : [host], ingressPath(path, regex)),
    )
  })
  return [...rules, ...backend(child(spec, 'defaultBackend') ?? child(spec, 'backend'), [])]
}

/** Where all paths are regular expressions, those that look like none are prefixes all the same. */
function ingressPath(path: Node, regex: boolean): RoutePath {
  const text = textOf(child(path, 'path')) ?? '/'
  if (regex && /[()[\]|*+?\\^$]/.test(text)) return { match: 'regex', text }
  return { match: textOf(child(path, 'pathType')) === 'Exact' ? 'exact' : 'prefix', text }
}

/** https://gateway-api.sigs.k8s.io/reference/spec/; a route whose parent is a Service stays within the mesh. */
function gatewayRoute(object: KubernetesObject): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  const parents = itemsOf(child(spec, 'parentRefs'))
  if (parents.length > 0 && parents.every(parent => textOf(child(parent, 'kind')) === 'Service')) return []
  const hosts = textsIn(child(spec, 'hostnames'))
  return itemsOf(child(spec, 'rules')).flatMap(rule => {
    const matches = itemsOf(child(rule, 'matches'))
    const paths =
      matches.length > 0 ? matches.map(match => gatewayPath(child(match, 'path'))) : [gatewayPath(undefined)]
    return itemsOf(child(rule, 'backendRefs')).flatMap(backend => {
      const name = child(backend, 'name')
      if (!name || (textOf(child(backend, 'kind')) ?? 'Service') !== 'Service') return []
      const found = { node: name, hosts, service: textOf(name), namespace: textOf(child(backend, 'namespace')) }
      const filters = [...itemsOf(child(backend, 'filters')), ...itemsOf(child(rule, 'filters'))]
      return paths.flatMap(path =>
        route(object, {
          ...found,
          port: portFact(child(backend, 'port')),
          path,
          rewrite: filterRewrite(filters, path),
        }),
      )
    })
  })
}

function gatewayPath(path: Node | undefined): NonNullable<ClusterRoute['path']> {
  const type = textOf(child(path, 'type'))
  const match = type === 'Exact' ? 'exact' : type === 'RegularExpression' ? 'regex' : 'prefix'
  return { match, text: textOf(child(path, 'value')) ?? '/' }
}

/** https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/ */
function ingressRoute(object: KubernetesObject, index: ObjectIndex): readonly ClusterRoute[] {
  return itemsOf(descend(object.node, 'spec', 'routes')).flatMap(one => {
    const rule = (textOf(child(one, 'match')) ?? '').slice(0, 2_000)
    const hosts = [...rule.matchAll(/\bHost(?:SNI)?\(([^()]*)\)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/[`"']([^`"']+)[`"']/g)].flatMap(([, name]) => name ?? []),
    )
    const prefix = /\b(PathPrefix|Path)\(\s*[`"']([^`"']+)/.exec(rule)
    const path = prefix && ({ match: prefix[1] === 'Path' ? 'exact' : 'prefix', text: prefix[2] ?? '/' } as const)
    const middlewares = itemsOf(child(one, 'middlewares')).flatMap(item => textOf(child(item, 'name')) ?? [])
    const rewrite = middlewareRewrite(middlewares, object.namespace, path ?? ANY_PATH, index, one.at)
    return itemsOf(child(one, 'services')).flatMap(service => {
      const name = child(service, 'name')
      if (!name || (textOf(child(service, 'kind')) ?? 'Service') !== 'Service') return []
      return route(object, {
        node: name,
        hosts: hosts.filter(host => host !== '*'),
        service: textOf(name),
        namespace: textOf(child(service, 'namespace')),
        port: portFact(child(service, 'port')),
        ...(path ? { path } : {}),
        rewrite,
      })
    })
  })
}

/**
 * Only where a gateway takes it in: without `gateways`, or with `mesh` alone, it is about traffic inside the mesh.
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
function virtualService(object: KubernetesObject): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  if (!textsIn(child(spec, 'gateways')).some(gateway => gateway !== 'mesh')) return []
  const hosts = textsIn(child(spec, 'hosts')).filter(host => host !== '*')
  return (['http', 'tls', 'tcp'] as const).flatMap(protocol =>
    itemsOf(child(spec, protocol)).flatMap(rule =>
      itemsOf(child(rule, 'route')).flatMap(one => {
        const host = descend(one, 'destination', 'host')
        const [service, namespace] = serviceName(textOf(host) ?? '')
        const port = portFact(descend(one, 'destination', 'port', 'number'))
        const uri = descend(itemsOf(child(rule, 'match'))[0], 'uri')
        const path = istioPath(uri)
        const rewrite = istioRewrite(rule, path)
        return host
          ? route(object, { node: host, hosts, service, namespace, port, ...optional('path', path), rewrite })
          : []
      }),
    ),
  )
}

function istioPath(uri: Node | undefined): ClusterRoute['path'] {
  for (const match of ['exact', 'prefix', 'regex'] as const) {
    const text = textOf(child(uri, match))
    if (text !== undefined) return { match, text }
  }
  return undefined
}

/** `api`, `api.shop`, `api.shop.svc.cluster.local` as the Service and its namespace. */
function serviceName(host: string): readonly [service: string, namespace: string | undefined] {
  const [service = '', namespace, ...rest] = host.split('.')
  return rest.length > 0 && rest[0] !== 'svc' ? ['', undefined] : [service, namespace]
}

/** https://projectcontour.io/docs/main/config/api/#projectcontour.io/v1.HTTPProxy */
function httpProxy(object: KubernetesObject): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  const host = textOf(descend(spec, 'virtualhost', 'fqdn'))
  return itemsOf(child(spec, 'routes')).flatMap(one => {
    const text = textOf(child(itemsOf(child(one, 'conditions'))[0], 'prefix')) ?? '/'
    const path = { match: 'prefix', text } as const
    return itemsOf(child(one, 'services')).flatMap(service => {
      const name = child(service, 'name')
      const hosts = host === undefined ? [] : [host]
      const port = portFact(child(service, 'port'))
      const rewrite = contourRewrite(one, path)
      return name ? route(object, { node: name, hosts, service: textOf(name), port, path, rewrite }) : []
    })
  })
}

/** https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/network_apis/route-route-openshift-io-v1 */
function openShiftRoute(object: KubernetesObject): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  const host = textOf(child(spec, 'host'))
  const port = portFact(descend(spec, 'port', 'targetPort'))
  return [child(spec, 'to'), ...itemsOf(child(spec, 'alternateBackends'))].flatMap(backend => {
    const name = child(backend, 'name')
    return name
      ? route(object, { node: name, hosts: host === undefined ? [] : [host], service: textOf(name), port })
      : []
  })
}

/** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/ */
function targetGroup(object: KubernetesObject): readonly ClusterRoute[] {
  const reference = descend(object.node, 'spec', 'serviceRef')
  const name = child(reference, 'name')
  const port = portFact(child(reference, 'port'))
  return name ? route(object, { node: name, hosts: [], service: textOf(name), port }) : []
}

/** https://emissary-ingress.dev/docs/3.10/topics/using/intro-mappings/ */
function mapping(object: KubernetesObject): readonly ClusterRoute[] {
  const spec = child(object.node, 'spec')
  const service = child(spec, 'service')
  if (!service) return []
  const [, host = '', port] = /^(?:https?:\/\/)?([\w.-]+)(?::(\d+))?/.exec(textOf(service) ?? '') ?? []
  const [name, namespace] = serviceName(host)
  const text = textOf(child(spec, 'prefix')) ?? '/'
  const path: RoutePath = { match: textOf(child(spec, 'prefix_regex')) === 'true' ? 'regex' : 'prefix', text }
  const own = textOf(child(spec, 'hostname')) ?? textOf(child(spec, 'host'))
  return route(object, {
    node: service,
    hosts: own === undefined || own === '*' ? [] : [own],
    service: name,
    namespace,
    ...(port === undefined ? {} : { port: known(Number(port), service.at as Span) }),
    path,
    rewrite: mappingRewrite(spec, path, service.at),
  })
}
