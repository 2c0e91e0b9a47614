/**
 * Which kinds Kubernetes itself serves, in which versions of their groups, and which it has stopped serving.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and the release in which each type of
 * https://github.com/kubernetes/api (v0.37) says that it goes; as of August 2026.
 */

/** What is served, `group/version` to kinds. Alpha versions, which are off unless a cluster switches them on, are left out. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  v1: [
    ...['Binding', 'ComponentStatus', 'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'List', 'Namespace', 'Node'],
    ...['PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplate', 'ReplicationController', 'ResourceQuota'],
    ...['Secret', 'Service', 'ServiceAccount'],
  ],
  'apps/v1': ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'batch/v1': ['CronJob', 'Job'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'autoscaling/v1': ['HorizontalPodAutoscaler', 'Scale'],
  'policy/v1': ['Eviction', 'PodDisruptionBudget'],
  'networking.k8s.io/v1': ['IPAddress', 'Ingress', 'IngressClass', 'NetworkPolicy', 'ServiceCIDR'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'storage.k8s.io/v1': [
    ...['CSIDriver', 'CSINode', 'CSIStorageCapacity', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
  ],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'coordination.k8s.io/v1': ['Lease'],
  'discovery.k8s.io/v1': ['EndpointSlice'],
  'events.k8s.io/v1': ['Event'],
  'node.k8s.io/v1': ['RuntimeClass'],
  'certificates.k8s.io/v1': ['CertificateSigningRequest'],
  'flowcontrol.apiserver.k8s.io/v1': ['FlowSchema', 'PriorityLevelConfiguration'],
  'admissionregistration.k8s.io/v1': [
    ...['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration'],
    ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration'],
  ],
  'apiextensions.k8s.io/v1': ['CustomResourceDefinition'],
  'apiregistration.k8s.io/v1': ['APIService'],
  'authentication.k8s.io/v1': ['SelfSubjectReview', 'TokenRequest', 'TokenReview'],
  'authorization.k8s.io/v1': [
    ...['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  ],
}

/** What is no longer served, `group/version` to the release that stopped and the kinds. */
const REMOVED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'extensions/v1beta1': {
    '1.16': ['DaemonSet', 'Deployment', 'NetworkPolicy', 'PodSecurityPolicy', 'ReplicaSet'],
    '1.22': ['Ingress'],
  },
  'apps/v1beta1': { '1.16': ['ControllerRevision', 'Deployment', 'StatefulSet'] },
  'apps/v1beta2': { '1.16': ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'] },
  'batch/v2alpha1': { '1.21': ['CronJob'] },
  'batch/v1beta1': { '1.25': ['CronJob'] },
  'autoscaling/v2beta1': { '1.25': ['HorizontalPodAutoscaler'] },
  'autoscaling/v2beta2': { '1.26': ['HorizontalPodAutoscaler'] },
  'policy/v1beta1': { '1.25': ['Eviction', 'PodDisruptionBudget', 'PodSecurityPolicy'] },
  'networking.k8s.io/v1beta1': { '1.22': ['Ingress', 'IngressClass'] },
  'rbac.authorization.k8s.io/v1beta1': { '1.22': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'] },
  'storage.k8s.io/v1beta1': {
    '1.22': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    '1.27': ['CSIStorageCapacity'],
  },
  'scheduling.k8s.io/v1beta1': { '1.22': ['PriorityClass'] },
  'coordination.k8s.io/v1beta1': { '1.22': ['Lease'] },
  'discovery.k8s.io/v1beta1': { '1.25': ['EndpointSlice'] },
  'events.k8s.io/v1beta1': { '1.25': ['Event'] },
  'node.k8s.io/v1beta1': { '1.25': ['RuntimeClass'] },
  'certificates.k8s.io/v1beta1': { '1.22': ['CertificateSigningRequest'] },
  'flowcontrol.apiserver.k8s.io/v1beta1': { '1.26': ['FlowSchema', 'PriorityLevelConfiguration'] },
  'flowcontrol.apiserver.k8s.io/v1beta2': { '1.29': ['FlowSchema', 'PriorityLevelConfiguration'] },
  'flowcontrol.apiserver.k8s.io/v1beta3': { '1.32': ['FlowSchema', 'PriorityLevelConfiguration'] },
  'admissionregistration.k8s.io/v1beta1': {
    '1.22': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  },
  'apiextensions.k8s.io/v1beta1': { '1.22': ['CustomResourceDefinition'] },
  'apiregistration.k8s.io/v1beta1': { '1.22': ['APIService'] },
  'authentication.k8s.io/v1beta1': { '1.22': ['TokenReview'] },
  'authorization.k8s.io/v1beta1': {
    '1.22': ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  },
  'settings.k8s.io/v1alpha1': { '1.20': ['PodPreset'] },
}

/** Groups that get no new kinds and no new beta versions: what they are not known to have, they do not have. */
const SETTLED = new Set(['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions'])

/** What Kubernetes says to an object of a kind. */
export type ApiVerdict =
  | { readonly state: 'served' }
  /** No longer served since a release; `instead`: the version to write, where there is one. */
  | { readonly state: 'removed'; readonly since: string; readonly instead?: string }
  /** A built-in group that has no such kind in that version; `instead`: where the kind lives. */
  | { readonly state: 'unknown'; readonly instead?: string }
  /** A custom group, or a version that this table does not know enough of. */
  | { readonly state: 'not-judged' }

/** Judges the `apiVersion` and `kind` of an object. */
export function apiVerdict(apiVersion: string, kind: string): ApiVerdict {
  const served = Object.hasOwn(SERVED, apiVersion) ? SERVED[apiVersion] : undefined
  if (served?.includes(kind)) return { state: 'served' }
  const instead = servedAs(kind)
  const better = instead === undefined ? {} : { instead }
  const removed = Object.hasOwn(REMOVED, apiVersion) ? REMOVED[apiVersion] : undefined
  const since = Object.entries(removed ?? {}).find(([, kinds]) => kinds.includes(kind))?.[0]
  if (since !== undefined) return { state: 'removed', since, ...better }
  const slash = apiVersion.indexOf('/')
  const settled = SETTLED.has(slash === -1 ? '' : apiVersion.slice(0, slash))
  // Elsewhere a newer cluster may know more; but a kind that lives in another group is misplaced.
  const known = settled || (served !== undefined && instead !== undefined)
  return known && !/alpha/.test(apiVersion) ? { state: 'unknown', ...better } : { state: 'not-judged' }
}

/** The version in which a kind is served; the newest where there are several. */
function servedAs(kind: string): string | undefined {
  return Object.keys(SERVED).find(apiVersion => SERVED[apiVersion]?.includes(kind))
}
