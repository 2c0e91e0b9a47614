/**
 * Which lists of built-in objects a strategic merge patch merges, and by which keys, as the API reference says ("Patch
 * strategy: merge on key name", "Map: unique values on keys …"): https://kubernetes.io/docs/reference/kubernetes-api/
 */

/** What is known of the fields of a map: by their name, or of all items of a list. */
export interface MergeSchema {
  readonly fields?: Readonly<Record<string, MergeSchema>>
  /** The keys that tell the items apart; empty for a list of scalars that are added to. Absent: the list is replaced. */
  readonly keys?: readonly string[]
  readonly items?: MergeSchema
}

const by = (keys: readonly string[], items: MergeSchema = {}): MergeSchema => ({ keys, items })
const byName = by(['name'])

const CONTAINER: MergeSchema = {
  fields: {
    env: byName,
    ports: by(['containerPort', 'protocol']),
    volumeMounts: by(['mountPath']),
    volumeDevices: by(['devicePath']),
  },
}

const EPHEMERAL_CONTAINER: MergeSchema = {
  fields: { env: byName, volumeMounts: by(['mountPath']), volumeDevices: by(['devicePath']) },
}

const METADATA: MergeSchema = { fields: { finalizers: by([]), ownerReferences: by(['uid']) } }

const CLAIM: MergeSchema = { fields: { metadata: METADATA } }

const POD_SPEC: MergeSchema = {
  fields: {
    containers: by(['name'], CONTAINER),
    initContainers: by(['name'], CONTAINER),
    ephemeralContainers: by(['name'], EPHEMERAL_CONTAINER),
    hostAliases: by(['ip']),
    imagePullSecrets: byName,
    topologySpreadConstraints: by(['topologyKey', 'whenUnsatisfiable']),
    volumes: by(['name'], { fields: { ephemeral: { fields: { volumeClaimTemplate: CLAIM } } } }),
  },
}

const POD: MergeSchema = { fields: { metadata: METADATA, spec: POD_SPEC } }

function object(fields: Readonly<Record<string, MergeSchema>> = {}): MergeSchema {
  return { fields: { metadata: METADATA, ...fields } }
}

const CONTROLLER = object({ spec: { fields: { template: POD } } })
const STATEFUL_SET = object({ spec: { fields: { template: POD, volumeClaimTemplates: { items: CLAIM } } } })
const CRON_JOB = object({
  spec: { fields: { jobTemplate: { fields: { metadata: METADATA, spec: { fields: { template: POD } } } } } },
})
const WEBHOOKS = object({ webhooks: byName })

const BY_KIND: Readonly<Record<string, MergeSchema>> = {
  'v1 Pod': POD,
  'v1 PodTemplate': object({ template: POD }),
  'v1 ReplicationController': CONTROLLER,
  'apps/v1 Deployment': CONTROLLER,
  'apps/v1 ReplicaSet': CONTROLLER,
  'apps/v1 DaemonSet': CONTROLLER,
  'apps/v1 StatefulSet': STATEFUL_SET,
  'batch/v1 Job': CONTROLLER,
  'batch/v1 CronJob': CRON_JOB,
  'batch/v1beta1 CronJob': CRON_JOB,
  'v1 Service': object({ spec: { fields: { ports: by(['port', 'protocol']) } } }),
  'v1 ServiceAccount': object({ secrets: byName }),
  'v1 Node': object({ spec: { fields: { podCIDRs: by([]) } } }),
  'storage.k8s.io/v1 CSINode': object({ spec: { fields: { drivers: byName } } }),
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration': WEBHOOKS,
}

/** The other kinds that kustomize's own schema knows (Kubernetes 1.21), which have no such lists but in their metadata. */
const PLAIN = new Set([
  ...['ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'Namespace', 'PersistentVolume', 'PersistentVolumeClaim'].map(
    kind => `v1 ${kind}`,
  ),
  ...['v1 ResourceQuota', 'v1 Secret', 'autoscaling/v1 HorizontalPodAutoscaler', 'apps/v1 ControllerRevision'],
  ...['autoscaling/v2beta1 HorizontalPodAutoscaler', 'autoscaling/v2beta2 HorizontalPodAutoscaler'],
  ...['networking.k8s.io/v1 Ingress', 'networking.k8s.io/v1 IngressClass', 'networking.k8s.io/v1 NetworkPolicy'],
  ...['networking.k8s.io/v1beta1 Ingress', 'networking.k8s.io/v1beta1 IngressClass', 'extensions/v1beta1 Ingress'],
  ...['policy/v1 PodDisruptionBudget', 'policy/v1beta1 PodDisruptionBudget', 'policy/v1beta1 PodSecurityPolicy'],
  ...['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'].flatMap(kind => [
    `rbac.authorization.k8s.io/v1 ${kind}`,
    `rbac.authorization.k8s.io/v1beta1 ${kind}`,
  ]),
  ...['storage.k8s.io/v1 StorageClass', 'storage.k8s.io/v1beta1 StorageClass', 'storage.k8s.io/v1 CSIDriver'],
  ...['scheduling.k8s.io/v1 PriorityClass', 'scheduling.k8s.io/v1beta1 PriorityClass'],
  ...['apiextensions.k8s.io/v1 CustomResourceDefinition', 'apiextensions.k8s.io/v1beta1 CustomResourceDefinition'],
  ...['apiregistration.k8s.io/v1 APIService', 'apiregistration.k8s.io/v1beta1 APIService'],
  ...['coordination.k8s.io/v1 Lease', 'discovery.k8s.io/v1 EndpointSlice', 'node.k8s.io/v1 RuntimeClass'],
])

/** The lists of a kind that are merged; undefined for kinds whose lists are all replaced. */
export function mergeSchemaOf(apiVersion: string, kind: string): MergeSchema | undefined {
  const key = `${apiVersion} ${kind}`
  return (Object.hasOwn(BY_KIND, key) ? BY_KIND[key] : undefined) ?? (PLAIN.has(key) ? object() : undefined)
}

/** What is known of a field. */
export function fieldSchema(schema: MergeSchema | undefined, field: string): MergeSchema | undefined {
  return schema?.fields && Object.hasOwn(schema.fields, field) ? schema.fields[field] : undefined
}
