import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import type { Cluster } from '../cluster.js'
import type { System } from '../system.js'
import { groupOf, podTemplateOf } from './pods.js'

/** Groups whose objects never make pods or Services: Kubernetes itself, routes, certificates, policies, secrets, nodes. */
const QUIET_GROUPS = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions', 'networking.k8s.io', 'rbac.authorization.k8s.io'],
  ...['storage.k8s.io', 'scheduling.k8s.io', 'coordination.k8s.io', 'discovery.k8s.io', 'events.k8s.io', 'node.k8s.io'],
  ...['certificates.k8s.io', 'admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io'],
  ...['flowcontrol.apiserver.k8s.io', 'gateway.networking.k8s.io', 'policy.networking.k8s.io', 'autoscaling.k8s.io'],
  ...['snapshot.storage.k8s.io', 'externaldns.k8s.io', 'cert-manager.io', 'acme.cert-manager.io'],
  ...['networking.istio.io', 'security.istio.io', 'telemetry.istio.io', 'linkerd.io', 'policy.linkerd.io'],
  ...['traefik.io', 'traefik.containo.us', 'projectcontour.io', 'getambassador.io', 'configuration.konghq.com'],
  ...['k8s.nginx.org', 'networking.gke.io', 'cloud.google.com', 'elbv2.k8s.aws', 'vpcresources.k8s.aws', 'metallb.io'],
  ...['karpenter.sh', 'karpenter.k8s.aws', 'external-secrets.io', 'bitnami.com', 'secrets.hashicorp.com'],
  ...['secrets-store.csi.x-k8s.io', 'kyverno.io', 'constraints.gatekeeper.sh', 'templates.gatekeeper.sh'],
  ...['cilium.io', 'crd.projectcalico.org', 'projectcalico.org', 'velero.io'],
])
/** Kinds of other groups that never do. */
const QUIET_KINDS = new Set([
  ...['monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/Probe'],
  ...['monitoring.coreos.com/PrometheusRule', 'monitoring.coreos.com/AlertmanagerConfig', 'keda.sh/ScaledObject'],
  ...['keda.sh/TriggerAuthentication', 'keda.sh/ClusterTriggerAuthentication'],
])

/** Whether there may be pods, Services and other objects that no manifest of the repository shows. */
export function mayBeUnseen(system: System, cluster: Cluster): boolean {
  return (
    !cluster.complete ||
    system.notEvaluated.some(({ because }) => /\bHelm\b/.test(because)) ||
    system.clusters.some(({ objects }) => objects.some(mayMakePods))
  )
}

function mayMakePods(object: KubernetesObject): boolean {
  const group = groupOf(object)
  if (QUIET_GROUPS.has(group) || QUIET_KINDS.has(`${group}/${object.kind}`)) return false
  // What says itself which pods it makes is read.
  return podTemplateOf(object) === undefined
}
