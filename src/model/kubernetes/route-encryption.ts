import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, itemsOf, type Node, textOf } from '../../parse/node.js'
import type { Cluster } from '../cluster.js'
import { groupOf, textsByKey } from './pods.js'
import { sameNamespace } from './selectors.js'

/** Whether what an Ingress or a route lets in is encrypted; where the repository does not tell, why. */
export type RouteEncryption = 'yes' | 'no' | { readonly because: string }

/** Judges the Ingresses and routes of a cluster that say nothing of encryption themselves. `encrypted` are its objects that do. */
export function routesOfCluster(
  cluster: Cluster,
  encrypted: readonly KubernetesObject[],
): (object: KubernetesObject) => RouteEncryption {
  const shared = sharedListeners(cluster, encrypted)
  return object => routeEncryption(object, cluster, encrypted, shared)
}

function routeEncryption(
  object: KubernetesObject,
  cluster: Cluster,
  encrypted: readonly KubernetesObject[],
  shared: SharedListeners,
): RouteEncryption {
  switch (`${groupOf(object)}/${object.kind}`) {
    case 'networking.k8s.io/Ingress':
    case 'extensions/Ingress':
      return sharesListener(object, cluster, shared) ? 'yes' : ofEntryPoints(entryPointsOf(object))
    case 'gateway.networking.k8s.io/TLSRoute':
      return 'yes'
    case 'gateway.networking.k8s.io/HTTPRoute':
    case 'gateway.networking.k8s.io/GRPCRoute':
      return byGateways(parentsOf(object), object, cluster, [])
    case 'networking.istio.io/VirtualService':
      return byGateways(gatewaysOf(object), object, cluster, encrypted)
    case 'traefik.io/IngressRoute':
    case 'traefik.containo.us/IngressRoute':
      return redirects(object, cluster) ? 'yes' : ofEntryPoints(textsOf(descend(object.node, 'spec', 'entryPoints')))
    // Without a host of its own it is a part of another one.
    case 'projectcontour.io/HTTPProxy':
      return descend(object.node, 'spec', 'virtualhost') === undefined &&
        encrypted.some(({ kind }) => kind === 'HTTPProxy')
        ? 'yes'
        : 'no'
    case 'elbv2.k8s.aws/TargetGroupBinding':
      return { because: 'the load balancer of its target group is not in the repository' }
    // Emissary ends TLS by what its Hosts and TLSContexts say.
    case 'getambassador.io/Mapping':
      return cluster.objects.some(({ kind }) => kind === 'Host' || kind === 'TLSContext') ? 'yes' : 'no'
    default:
      return 'no'
  }
}

/**
 * Ingress controllers have one listener for a host, whichever Ingress brings its certificate; the load balancer controller of
 * AWS one load balancer for each group. A certificate that no object names may be what the controller has by default.
 */
interface SharedListeners {
  readonly hosts: ReadonlySet<string>
  readonly groups: ReadonlySet<string | undefined>
}

function sharedListeners(cluster: Cluster, encrypted: readonly KubernetesObject[]): SharedListeners {
  const named = namedSecrets(cluster)
  return {
    hosts: new Set(
      encrypted.flatMap(({ kind, node }) => {
        const spec = child(node, 'spec')
        if (kind === 'Ingress') return itemsOf(child(spec, 'tls')).flatMap(entry => textsOf(child(entry, 'hosts')))
        const isSpare = kind === 'Certificate' && !named.has(textOf(child(spec, 'secretName')) ?? '')
        return isSpare ? textsOf(child(spec, 'dnsNames')) : []
      }),
    ),
    groups: new Set(encrypted.filter(({ kind }) => kind === 'Ingress').map(groupNameOf)),
  }
}

function sharesListener(object: KubernetesObject, { routes }: Cluster, { hosts, groups }: SharedListeners): boolean {
  const group = groupNameOf(object)
  if (group !== undefined && groups.has(group)) return true
  const own = routes.filter(route => route.object === object).flatMap(route => route.hosts)
  return own.length > 0 && own.every(host => hosts.has(host) || hosts.has(host.replace(/^[^.]+/, '*')))
}

function groupNameOf(object: KubernetesObject): string | undefined {
  return annotationsOf(object).get('alb.ingress.kubernetes.io/group.name')
}

/** The Secrets that Ingresses and Gateways take their certificates from. */
function namedSecrets({ objects }: Cluster): ReadonlySet<string> {
  return new Set(
    objects
      .flatMap(({ node, kind }): readonly (string | undefined)[] => {
        const spec = child(node, 'spec')
        if (kind === 'Ingress') return itemsOf(child(spec, 'tls')).map(one => textOf(child(one, 'secretName')))
        if (kind !== 'Gateway') return []
        return [...itemsOf(child(spec, 'listeners')), ...itemsOf(child(spec, 'servers'))].flatMap(one => {
          const tls = child(one, 'tls')
          const references = itemsOf(child(tls, 'certificateRefs')).map(reference => textOf(child(reference, 'name')))
          return [textOf(child(tls, 'credentialName')), ...references]
        })
      })
      .filter(name => name !== undefined),
  )
}

interface GatewayReference {
  readonly name: string
  readonly namespace: string | undefined
}

function parentsOf({ node, namespace }: KubernetesObject): readonly GatewayReference[] {
  return itemsOf(descend(node, 'spec', 'parentRefs')).map(parent => ({
    name: textOf(child(parent, 'name')) ?? '',
    namespace: textOf(child(parent, 'namespace')) ?? namespace,
  }))
}

/** `gateway` or `namespace/gateway`; `mesh` is none. */
function gatewaysOf({ node, namespace }: KubernetesObject): readonly GatewayReference[] {
  return textsOf(descend(node, 'spec', 'gateways')).flatMap(text => {
    const slash = text.indexOf('/')
    if (text === 'mesh') return []
    return [{ name: text.slice(slash + 1), namespace: slash > 0 ? text.slice(0, slash) : namespace }]
  })
}

/** The listeners of the Gateway API are read with the route; of Istio, whatever the Gateway itself says. */
function byGateways(
  references: readonly GatewayReference[],
  { kind, name }: KubernetesObject,
  { objects }: Cluster,
  encrypted: readonly KubernetesObject[],
): RouteEncryption {
  const gateways = references.map(one => ({
    one,
    found: objects.find(
      object => object.kind === 'Gateway' && object.name === one.name && sameNamespace(object.namespace, one.namespace),
    ),
  }))
  if (gateways.some(({ found }) => found && encrypted.includes(found))) return 'yes'
  if (gateways.length === 0) return { because: `the ${kind} ${name} names no Gateway` }
  const away = gateways.find(({ found }) => !found)
  return away ? { because: `the Gateway ${away.one.name} is not in the repository` } : 'no'
}

/** A middleware that sends on to https: https://doc.traefik.io/traefik/middlewares/http/redirectscheme/ */
function redirects({ node }: KubernetesObject, { objects }: Cluster): boolean {
  const names = itemsOf(descend(node, 'spec', 'routes')).map(route =>
    itemsOf(child(route, 'middlewares')).map(one => textOf(child(one, 'name'))),
  )
  const isRedirect = (name: string | undefined) =>
    objects.some(one => one.kind === 'Middleware' && one.name === name && redirectOf(one) === 'https')
  return names.length > 0 && names.every(of => of.some(isRedirect))
}

function redirectOf({ node }: KubernetesObject): string | undefined {
  return textOf(descend(node, 'spec', 'redirectScheme', 'scheme'))
}

/** Those of Traefik: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/ */
function entryPointsOf(object: KubernetesObject): readonly string[] {
  const written = annotationsOf(object).get('traefik.ingress.kubernetes.io/router.entrypoints') ?? ''
  return written.split(',').flatMap(name => name.trim() || [])
}

/** An entry point may have TLS for all of its routers; the usual one for plain HTTP has none. */
function ofEntryPoints(names: readonly string[]): RouteEncryption {
  const other = names.find(name => name !== 'web' && name !== 'http')
  return other === undefined ? 'no' : { because: `the entry point ${other} may encrypt by itself` }
}

/** `internal-nginx`, `gce-internal`, `gke-l7-rilb`. */
const INTERNAL_CLASS = /(?:^|-)(?:internal|private|intranet|rilb)(?:-|$)/

/**
 * Whether an Ingress or route is for an inner network or for some addresses alone. The load balancers of AWS are internal
 * unless told otherwise: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#scheme
 */
export function isInternalRoute(object: KubernetesObject, cluster: Cluster): boolean {
  const annotations = annotationsOf(object)
  const named =
    textOf(descend(object.node, 'spec', 'ingressClassName')) ?? annotations.get('kubernetes.io/ingress.class')
  const gateways = parentsOf(object).flatMap(({ name }) =>
    cluster.objects.filter(one => one.kind === 'Gateway' && one.name === name),
  )
  const classes = [named, ...gateways.map(({ node }) => textOf(descend(node, 'spec', 'gatewayClassName')))]
  if (classes.some(one => one !== undefined && INTERNAL_CLASS.test(one))) return true
  const scheme = annotations.get('alb.ingress.kubernetes.io/scheme')
  if (scheme === 'internal' || (named === 'alb' && scheme === undefined)) return true
  const ranges = annotations.get('nginx.ingress.kubernetes.io/whitelist-source-range')
  return ranges !== undefined && !/(?:^|[,\s])(?:0\.0\.0\.0|::)\/0/.test(ranges)
}

function annotationsOf({ node }: KubernetesObject): ReadonlyMap<string, string> {
  return textsByKey(descend(node, 'metadata', 'annotations'))
}

function textsOf(list: Node | undefined): readonly string[] {
  return itemsOf(list).flatMap(item => textOf(item) ?? [])
}
