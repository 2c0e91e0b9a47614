import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type MapNode, type Node, textOf } from '../../parse/node.js'
import { knownValue, type Span } from '../../source.js'
import { entriesOf, itemsOf, textAt } from '../read-node.js'
import type { PodPlace } from '../system.js'

/** The pods that one object makes. */
export interface PodTemplate {
  readonly object: KubernetesObject
  /** The template itself: `metadata` and `spec` of a pod. */
  readonly node: MapNode
  readonly spec: MapNode
  readonly labels: ReadonlyMap<string, string>
  readonly containers: readonly ContainerSpec[]
}

/** One container of a pod. */
export interface ContainerSpec {
  readonly node: MapNode
  readonly name: string
  /** Its name, where a finding about it points. */
  readonly at: Span
  readonly part: PodPlace['part']
}

const POD_TEMPLATE = ['spec', 'template']

/**
 * Where the pod template stands, by group and kind. Argo's Rollout and Knative's Service take the template of a Deployment,
 * OpenShift's DeploymentConfig too. https://kubernetes.io/docs/concepts/workloads/controllers/
 */
const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].flatMap(kind =>
    ['apps', 'extensions'].map(group => [`${group}/${kind}`, POD_TEMPLATE] as const),
  ),
  ['/ReplicationController', POD_TEMPLATE],
  ['/Pod', []],
  ['batch/Job', POD_TEMPLATE],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['argoproj.io/Rollout', POD_TEMPLATE],
  ['serving.knative.dev/Service', POD_TEMPLATE],
  ['apps.openshift.io/DeploymentConfig', POD_TEMPLATE],
])

/** The group of an apiVersion; empty for the core group. */
export function groupOf({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

/** `apps/Deployment`, `/Service`: a kind with its group, whatever the version. */
export function groupKind(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string {
  return `${groupOf(object)}/${object.kind}`
}

/** The pods that an object makes; undefined when it makes none, or does not say which containers they have. */
export function podTemplateOf(object: KubernetesObject): PodTemplate | undefined {
  const path = TEMPLATES.get(groupKind(object))
  if (!path) return undefined
  const node = descend(object.node, ...path)
  const spec = child(node, 'spec')
  if (node?.kind !== 'map' || spec?.kind !== 'map') return undefined
  const containers = containersOf(object, node, spec)
  if (!containers.some(container => container.part !== 'init')) return undefined
  return { object, node, spec, labels: textsByKey(descend(node, 'metadata', 'labels')), containers }
}

/** The texts of a mapping, such as labels or annotations. */
export function textsByKey(node: Node | undefined): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(node).flatMap(([key, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[key, text] as const]
    }),
  )
}

function containersOf(object: KubernetesObject, template: MapNode, spec: MapNode): readonly ContainerSpec[] {
  const own = namedItems(child(spec, 'containers'))
  const main = mainOf(own, object, template)
  const regular = own.map((one): ContainerSpec => ({ ...one, part: one.name === main ? 'main' : 'sidecar' }))
  const initial = namedItems(child(spec, 'initContainers')).map(
    // With this policy it goes on running beside the others: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    (one): ContainerSpec => ({
      ...one,
      part: knownValue(textAt(one.node, 'restartPolicy')) === 'Always' ? 'sidecar' : 'init',
    }),
  )
  return [...initial, ...regular]
}

function namedItems(list: Node | undefined): readonly Omit<ContainerSpec, 'part'>[] {
  const seen = new Set<string>()
  return itemsOf(list).flatMap(item => {
    if (item.kind !== 'map') return []
    const name = child(item, 'name')
    const text = textOf(name) ?? textOf(child(item, 'image')) ?? ''
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ node: item, name: text, at: name?.at ?? item.at }]
  })
}

/**
 * The container that a pod is for: the one that `kubectl logs` takes, one that is called like the pods, or the first.
 * https://kubernetes.io/docs/reference/labels-annotations-taints/#kubectl-kubernetes-io-default-container
 */
function mainOf(
  containers: readonly { readonly name: string }[],
  object: KubernetesObject,
  template: MapNode,
): string | undefined {
  const names = new Set(containers.map(one => one.name))
  const said = textOf(descend(template, 'metadata', 'annotations', 'kubectl.kubernetes.io/default-container'))
  if (said !== undefined && names.has(said)) return said
  if (names.has(object.name)) return object.name
  const alike = containers.find(({ name }) => object.name.endsWith(`-${name}`))
  return alike?.name ?? containers[0]?.name
}

/** Where the containers of a pod should stand and do not: what no cluster would take. */
export function podProblem(object: KubernetesObject): { readonly at: Span; readonly message: string } | undefined {
  const path = TEMPLATES.get(groupKind(object))
  // A Rollout may take the template of a Deployment.
  if (!path || podTemplateOf(object) || descend(object.node, 'spec', 'workloadRef')) return undefined
  const spec = descend(object.node, ...path, 'spec')
  const containers = child(spec, 'containers')
  const at = containers?.at ?? object.at
  return { at, message: `${object.kind} ${object.name} has no list of containers` }
}
