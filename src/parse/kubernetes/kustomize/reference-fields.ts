import type { FieldPath } from './field-paths.js'

/** Which fields hold the name of an object of one kind, as kustomize knows them. */
export interface References {
  readonly group?: string
  readonly version?: string
  readonly kind: string
  readonly fields: readonly FieldPath[]
}

type Kind = Pick<FieldPath, 'group' | 'version' | 'kind'>

function at(path: string, of: Kind): FieldPath {
  // A slash within a name is written `\/`.
  const parts = path.split(/(?<!\\)\//).map(part => part.replaceAll('\\/', '/'))
  return { ...of, path: parts, create: false }
}

/** Where the specification of the pods stands. */
const POD_SPECS: Readonly<Record<string, string>> = {
  Pod: 'spec',
  PodTemplate: 'template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
}

function inPods(kinds: readonly string[], paths: readonly string[]): readonly FieldPath[] {
  return kinds.flatMap(kind => paths.map(path => at(`${POD_SPECS[kind] ?? 'spec/template/spec'}/${path}`, { kind })))
}

const CONTROLLERS = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job', 'CronJob']
const DATA_USERS = ['Pod', 'PodTemplate', ...CONTROLLERS]
/** Kustomize leaves ReplicaSets out here. */
const OTHER_USERS = ['Pod', 'StatefulSet', 'Deployment', 'ReplicationController', 'CronJob', 'Job', 'DaemonSet']

function inContainers(path: string): readonly string[] {
  return [`containers/${path}`, `initContainers/${path}`]
}

const ROLES: readonly Kind[] = [{ kind: 'Role' }, { kind: 'ClusterRole' }]
const INGRESS = { kind: 'Ingress' }
const RBAC = 'rbac.authorization.k8s.io'
const ADMISSION = 'admissionregistration.k8s.io'

const CONFIG_MAP_FIELDS = [
  ...inPods(DATA_USERS, [
    'volumes/configMap/name',
    ...inContainers('env/valueFrom/configMapKeyRef/name'),
    ...inContainers('envFrom/configMapRef/name'),
    'volumes/projected/sources/configMap/name',
  ]),
  at('spec/configSource/configMap', { kind: 'Node' }),
  ...ROLES.map(of => at('rules/resourceNames', of)),
  at('metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap', INGRESS),
]

const SECRET_FIELDS = [
  ...inPods(DATA_USERS, [
    'volumes/secret/secretName',
    ...inContainers('env/valueFrom/secretKeyRef/name'),
    ...inContainers('envFrom/secretRef/name'),
    'imagePullSecrets/name',
    'volumes/projected/sources/secret/name',
  ]),
  at('spec/tls/secretName', INGRESS),
  at('metadata/annotations/ingress.kubernetes.io\\/auth-secret', INGRESS),
  at('metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret', INGRESS),
  at('metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret', INGRESS),
  at('imagePullSecrets/name', { kind: 'ServiceAccount' }),
  ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].map(name =>
    at(`parameters/${name}`, { kind: 'StorageClass' }),
  ),
  ...ROLES.map(of => at('rules/resourceNames', of)),
  at('spec/template/spec/containers/env/valueFrom/secretKeyRef/name', {
    group: 'serving.knative.dev',
    version: 'v1',
    kind: 'Service',
  }),
  at('spec/azureFile/secretName', { kind: 'PersistentVolume' }),
]

const SERVICE_FIELDS = [
  at('spec/serviceName', { group: 'apps', kind: 'StatefulSet' }),
  at('spec/rules/http/paths/backend/serviceName', INGRESS),
  at('spec/backend/serviceName', INGRESS),
  at('spec/rules/http/paths/backend/service/name', INGRESS),
  at('spec/defaultBackend/service/name', INGRESS),
  at('spec/service/name', { group: 'apiregistration.k8s.io', kind: 'APIService' }),
  ...['Validating', 'Mutating'].map(name =>
    at('webhooks/clientConfig/service', { group: ADMISSION, kind: `${name}WebhookConfiguration` }),
  ),
]

const scaled = [at('spec/scaleTargetRef/name', { kind: 'HorizontalPodAutoscaler' })]
const bound = (...kinds: readonly string[]) => kinds.map(kind => ({ group: RBAC, kind }))

/** Every kind whose names stand in others, in the order in which kustomize follows them. */
export const REFERENCES: readonly References[] = [
  {
    group: 'storage.k8s.io',
    version: 'v1',
    kind: 'StorageClass',
    fields: [
      at('spec/storageClassName', { kind: 'PersistentVolume' }),
      at('spec/storageClassName', { kind: 'PersistentVolumeClaim' }),
      at('spec/volumeClaimTemplates/spec/storageClassName', { kind: 'StatefulSet' }),
    ],
  },
  {
    version: 'v1',
    kind: 'ServiceAccount',
    fields: [
      ...bound('RoleBinding', 'ClusterRoleBinding').map(of => at('subjects', of)),
      ...inPods(OTHER_USERS, ['serviceAccountName']),
    ],
  },
  { group: RBAC, kind: 'Role', fields: bound('RoleBinding').map(of => at('roleRef/name', of)) },
  {
    group: RBAC,
    kind: 'ClusterRole',
    fields: bound('RoleBinding', 'ClusterRoleBinding').map(of => at('roleRef/name', of)),
  },
  { version: 'v1', kind: 'ConfigMap', fields: CONFIG_MAP_FIELDS },
  { version: 'v1', kind: 'Secret', fields: SECRET_FIELDS },
  { version: 'v1', kind: 'Service', fields: SERVICE_FIELDS },
  {
    group: 'scheduling.k8s.io',
    version: 'v1',
    kind: 'PriorityClass',
    fields: inPods(OTHER_USERS, ['priorityClassName']),
  },
  {
    version: 'v1',
    kind: 'PersistentVolume',
    fields: [
      at('spec/volumeName', { kind: 'PersistentVolumeClaim' }),
      at('rules/resourceNames', { kind: 'ClusterRole' }),
    ],
  },
  {
    version: 'v1',
    kind: 'PersistentVolumeClaim',
    fields: inPods(OTHER_USERS, ['volumes/persistentVolumeClaim/claimName']),
  },
  ...['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'].map(kind => ({ kind, fields: scaled })),
  {
    group: ADMISSION,
    kind: 'ValidatingAdmissionPolicy',
    fields: [at('spec/policyName', { group: ADMISSION, kind: 'ValidatingAdmissionPolicyBinding' })],
  },
]
