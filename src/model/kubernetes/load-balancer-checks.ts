import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { known } from '../../source.js'
import type { UpstreamCheck } from '../reverse-proxy.js'

/** Annotations with the path of a check: of the AWS Load Balancer Controller and of the Application Gateway of Azure. */
const PATHS = ['alb.ingress.kubernetes.io/healthcheck-path', 'appgw.ingress.kubernetes.io/health-probe-path']

/**
 * What the load balancer of an Ingress asks the pods of a Service; annotations of the Service go before those of the Ingress.
 * Undefined where nothing tells, and where it counts other answers than success, or asks in another way or at another port.
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check,
 * https://azure.github.io/application-gateway-kubernetes-ingress/annotations/#health-probe-path
 */
export function loadBalancerCheck(service: KubernetesObject, ingress: KubernetesObject): UpstreamCheck | undefined {
  const annotations = [service, ingress].map(({ node }) => descend(node, 'metadata', 'annotations'))
  const find = (name: string): Node | undefined =>
    annotations.map(one => child(one, name)).find(node => node !== undefined)
  const node = PATHS.map(find).find(one => one !== undefined)
  const path = textOf(node)
  if (!node || path === undefined || !path.startsWith('/')) return undefined
  const said = (name: string) => textOf(find(`alb.ingress.kubernetes.io/${name}`))
  const port = said('healthcheck-port') ?? textOf(find('appgw.ingress.kubernetes.io/health-probe-port'))
  const codes = said('success-codes') ?? textOf(find('appgw.ingress.kubernetes.io/health-probe-status-codes'))
  if (port !== undefined && port !== 'traffic-port') return undefined
  if (/^(?:GRPC|TCP)$/i.test(said('backend-protocol-version') ?? said('healthcheck-protocol') ?? '')) return undefined
  if (codes !== undefined && !codes.split(',').every(code => /^\s*[23]/.test(code) && !/-\s*[45]/.test(code)))
    return undefined
  return { method: 'GET', path: known(path, node.at), at: node.at }
}
