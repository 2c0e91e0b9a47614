import type { FieldPath } from './field-paths.js'

/**
 * The fields that kustomize's own transformers change, as its documentation lists them:
 * https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */

function field(path: string, of: Partial<FieldPath> = {}, create = true): FieldPath {
  return { ...of, path: path.split('/'), create }
}

/** The kinds whose pods stand in `spec.template`, as the transformers of labels and annotations tell them apart. */
const CONTROLLERS: readonly Partial<FieldPath>[] = [
  { version: 'v1', kind: 'ReplicationController' },
  { kind: 'Deployment' },
  { kind: 'ReplicaSet' },
  { kind: 'DaemonSet' },
]
const STATEFUL_SET = { group: 'apps', kind: 'StatefulSet' }
const JOB = { group: 'batch', kind: 'Job' }
const CRON_JOB = { group: 'batch', kind: 'CronJob' }

/** `labels` and `commonLabels`, everywhere: on the object itself and on the pods that it makes. */
export const TEMPLATE_LABELS: readonly FieldPath[] = [
  field('metadata/labels'),
  ...[...CONTROLLERS, STATEFUL_SET, JOB].map(of => field('spec/template/metadata/labels', of)),
  field('spec/jobTemplate/metadata/labels', CRON_JOB),
  field('spec/jobTemplate/spec/template/metadata/labels', CRON_JOB),
]

/** The claims that a StatefulSet makes. */
export const CLAIM_LABELS: readonly FieldPath[] = [field('spec/volumeClaimTemplates[]/metadata/labels', STATEFUL_SET)]

const NETWORK_POLICY = { group: 'networking.k8s.io', kind: 'NetworkPolicy' }
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm'
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const POD_SELECTORS = [
  ...['podAffinity', 'podAntiAffinity'].flatMap(kind => [
    `spec/template/spec/affinity/${kind}/${PREFERRED}/labelSelector/matchLabels`,
    `spec/template/spec/affinity/${kind}/${REQUIRED}/labelSelector/matchLabels`,
  ]),
  'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels',
]

/** With selectors: what finds the objects that carry the labels. */
export const SELECTOR_LABELS: readonly FieldPath[] = [
  field('spec/selector', { version: 'v1', kind: 'Service' }),
  field('spec/selector', { version: 'v1', kind: 'ReplicationController' }),
  ...['Deployment', 'ReplicaSet', 'DaemonSet'].map(kind => field('spec/selector/matchLabels', { kind })),
  field('spec/selector/matchLabels', STATEFUL_SET),
  ...[{ group: 'apps', kind: 'Deployment' }, STATEFUL_SET].flatMap(of =>
    POD_SELECTORS.map(path => field(path, of, false)),
  ),
  field('spec/selector/matchLabels', JOB, false),
  field('spec/jobTemplate/spec/selector/matchLabels', CRON_JOB, false),
  field('spec/selector/matchLabels', { group: 'policy', kind: 'PodDisruptionBudget' }, false),
  ...['spec/podSelector', 'spec/ingress/from/podSelector', 'spec/egress/to/podSelector'].map(path =>
    field(`${path}/matchLabels`, NETWORK_POLICY, false),
  ),
  ...TEMPLATE_LABELS,
  ...CLAIM_LABELS,
]

/** `labels` without selectors and templates. */
export const OWN_LABELS: readonly FieldPath[] = [field('metadata/labels')]

/** `commonAnnotations`. */
export const ANNOTATIONS: readonly FieldPath[] = [
  field('metadata/annotations'),
  ...[...CONTROLLERS, { kind: 'StatefulSet' }, JOB].map(of => field('spec/template/metadata/annotations', of)),
  field('spec/jobTemplate/metadata/annotations', CRON_JOB),
  field('spec/jobTemplate/spec/template/metadata/annotations', CRON_JOB),
]

/** `namespace`, beside `metadata.namespace`. */
export const NAMESPACES: readonly FieldPath[] = [
  field('metadata/name', { version: 'v1', group: '', kind: 'Namespace' }),
  field('spec/service/namespace', { group: 'apiregistration.k8s.io', kind: 'APIService' }),
  field(
    'spec/conversion/webhook/clientConfig/service/namespace',
    { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
    false,
  ),
]

/** `images`, beside every `image` of every list called `containers` or `initContainers`: those of pods are changed twice. */
export const IMAGES: readonly FieldPath[] = [
  ...['spec', 'spec/template/spec'].flatMap(pod =>
    ['containers[]/image', 'initContainers[]/image', 'volumes[]/image/reference'].map(path => field(`${pod}/${path}`)),
  ),
  field('spec/jobTemplate/spec/template/spec/volumes[]/image/reference'),
]

/** `replicas`. */
export const REPLICAS: readonly FieldPath[] = ['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map(
  kind => field('spec/replicas', { kind }),
)

/** The fields of an entry of `labels`, its own and ours; those that are there already are not added again. */
export function mergedFields(...lists: readonly (readonly FieldPath[])[]): readonly FieldPath[] {
  const merged: FieldPath[] = []
  for (const one of lists.flat()) if (!merged.some(other => covers(other, one))) merged.push(one)
  return merged
}

function covers(wide: FieldPath, narrow: FieldPath): boolean {
  return (
    wide.path.join('/') === narrow.path.join('/') &&
    (wide.kind === undefined || wide.kind === narrow.kind) &&
    (wide.group === undefined || wide.group === narrow.group) &&
    (wide.version === undefined || wide.version === narrow.version)
  )
}
