import { isRemote } from '../../parse/kubernetes/kustomize/read.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend } from '../../parse/node.js'
import type { Tree } from '../../tree.js'
import type { Cluster, ClusterService, PodController } from '../cluster.js'
import { optional } from '../compose/settings.js'
import { needsQueue } from '../datastore/queue-clients.js'
import type { Dockerfiles } from '../image/dockerfiles.js'
import type { ImagesAtDeploy } from '../images-at-deploy.js'
import { textAt } from '../read-node.js'
import type { Deployment, Volume, Workload } from '../system.js'
import { autoscalersOf } from './autoscalers.js'
import { configTextReader } from './config.js'
import { externalNames, serviceDirectory } from './exposure.js'
import type { BuiltImages } from './images.js'
import { indexObjects, type ObjectIndex } from './index.js'
import { operatedWorkloads } from './operators.js'
import { type PodTemplate, podTemplateOf, textsByKey } from './pods.js'
import { danglingReferences, type NamedObjects } from './references.js'
import { routesOf } from './routes.js'
import { sameNamespace, selects } from './selectors.js'
import { controllersByLabel, mayHaveLabels, servicesOf } from './services.js'
import type { KubernetesSet } from './sets.js'
import {
  isScaledToZero,
  type PodContext,
  type PreparedContainer,
  podWorkload,
  preparedContainers,
  workloadId,
} from './workload.js'

/** What reading the sets of a repository needs. */
export interface KubernetesContext {
  readonly tree: Tree
  readonly dockerfiles: Dockerfiles
  readonly builds: BuiltImages
  /** What the manifests of the whole repository make. */
  readonly named: NamedObjects
  readonly atDeploy: ImagesAtDeploy
}

/** Reads what is applied together into a deployment with its cluster. */
export function kubernetesDeployment(set: KubernetesSet, context: KubernetesContext): Deployment {
  const id = `kubernetes:${set.name}`
  const index = indexObjects(set.objects)
  const templates = set.objects.flatMap(object => podTemplateOf(object) ?? [])
  const cluster = clusterOf(id, set, templates, index, context)
  const { workloads, onRequest } = workloadsOf(id, set, templates, cluster, index, context)
  const [first] = templates
  // A set of settings, or one whose files are elsewhere, runs nothing: nothing that is right about it is to its credit.
  const runs = workloads.length + onRequest.length > 0
  return {
    id,
    kind: 'deployment',
    name: set.name,
    weight: runs && set.purpose === 'production' ? 2 : 0,
    at: first?.object.kindAt ?? set.objects[0]?.kindAt ?? { path: set.files[0] ?? '', start: 0, end: 0 },
    files: set.files,
    platform: 'kubernetes',
    purpose: set.purpose,
    because: set.because,
    workloads,
    onRequest,
    networks: [],
    volumes: claimsOf(index),
    cluster,
    problems: set.problems.filter(problem => problem.kind === 'structure'),
  }
}

function clusterOf(
  deployment: string,
  set: KubernetesSet,
  templates: readonly PodTemplate[],
  index: ObjectIndex,
  { named }: KubernetesContext,
): Cluster {
  const controllers = templates.map(
    (template): PodController => ({
      object: template.object,
      labels: template.labels,
      spec: template.spec,
      workloads: template.containers.map(container => workloadId(deployment, template, container)),
    }),
  )
  return {
    deployment,
    complete: set.complete,
    allThere: set.missing.length + set.notEvaluated.length === 0 && set.problems.every(({ kind }) => kind !== 'syntax'),
    missingFiles: set.missing.filter(({ path }) => !isRemote(path)),
    objects: set.objects,
    controllers,
    services: servicesOf(index, controllers),
    routes: routesOf(index),
    autoscalers: autoscalersOf(index, controllers),
    budgets: selecting(index.all('policy/PodDisruptionBudget'), 'selector', controllers),
    policies: selecting(index.all('networking.k8s.io/NetworkPolicy'), 'podSelector', controllers),
    dangling: danglingReferences(templates, named),
  }
}

/** An empty selector takes all pods of its namespace, one that is not written takes none. */
function selecting(
  objects: readonly KubernetesObject[],
  key: string,
  controllers: readonly PodController[],
): Cluster['budgets'] {
  if (objects.length === 0) return []
  const byLabel = controllersByLabel(controllers)
  return objects.map(object => {
    const selector = descend(object.node, 'spec', key)
    const wanted = textsByKey(child(selector, 'matchLabels'))
    const candidates = wanted.size > 0 ? mayHaveLabels(wanted, byLabel) : controllers
    const taken = candidates.filter(
      controller =>
        selector !== undefined &&
        sameNamespace(controller.object.namespace, object.namespace) &&
        selects(selector, controller.labels),
    )
    return { object, controllers: taken }
  })
}

function workloadsOf(
  deployment: string,
  set: KubernetesSet,
  templates: readonly PodTemplate[],
  cluster: Cluster,
  index: ObjectIndex,
  { tree, dockerfiles, builds, atDeploy }: KubernetesContext,
): Pick<Deployment, 'workloads' | 'onRequest'> {
  const prepared = templates.map(template => preparedContainers(template, { builds, index }))
  const context: PodContext = {
    tree,
    dockerfiles,
    index,
    builds,
    atDeploy,
    deployment,
    purpose: set.purpose,
    services: serviceDirectory(cluster.services, cluster.routes),
    autoscalers: new Map(cluster.autoscalers.flatMap(one => (one.controller ? [[one.controller, one] as const] : []))),
    readText: configTextReader(tree),
    keepsWork: workKeepers(prepared.flat(), tree),
    externalNames: namesByNamespace(cluster.services),
  }
  const workloads: Workload[] = [...operatedWorkloads(context)]
  const onRequest: Workload[] = []
  for (const [at, template] of templates.entries()) {
    const controller = cluster.controllers[at]
    if (!controller) continue
    const scaled = context.autoscalers.get(controller)?.object.kind === 'ScaledObject'
    const waits = isScaledToZero(template, index) && !scaled
    for (const container of prepared[at] ?? []) {
      if (waits) onRequest.push(podWorkload(container, controller, { ...context, purpose: 'development' }))
      else workloads.push(podWorkload(container, controller, context))
    }
  }
  return { workloads, onRequest }
}

/** One map for all the pods of a namespace. */
function namesByNamespace(services: readonly ClusterService[]): PodContext['externalNames'] {
  const named = services.filter(service => service.type === 'ExternalName')
  const known = new Map<string | undefined, ReadonlyMap<string, string>>()
  return namespace => {
    const names = known.get(namespace) ?? externalNames(named, namespace)
    known.set(namespace, names)
    return names
  }
}

const WORK_NAME = /queue|session|broker|celery|bull|store|jobs?\b/i
const WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/
/** What stands where a host stands in a URL, in a list of `host:port`, or alone. */
const HOST = /(?<=^|[/@,])[^/@,:]+(?=[:/,]|$)/g

/** Whether clients keep queues or sessions in a workload, by its name, the variables that point at it and what they are. */
function workKeepers(containers: readonly PreparedContainer[], tree: Tree): PodContext['keepsWork'] {
  const hosts = new Set<string>()
  const hasOneCache = containers.filter(({ use }) => use?.software?.kind === 'cache').length === 1
  for (const { environment, use } of containers) {
    const folder = hasOneCache && use?.image.dockerfile ? use.image.context?.path : undefined
    const takesJobs = folder !== undefined && needsQueue(folder, tree)
    for (const { name, value } of environment.variables.values()) {
      if (!value.known || !(takesJobs || WORK_VARIABLE.test(name))) continue
      for (const [host] of value.value.slice(0, 2_000).matchAll(HOST)) hosts.add(host)
    }
  }
  return names => WORK_NAME.test(names[0] ?? '') || names.some(name => hosts.has(name))
}

function claimsOf(index: ObjectIndex): readonly Volume[] {
  return index.all('/PersistentVolumeClaim').map((object: KubernetesObject) => ({
    name: object.name,
    external: false,
    ...optional('driver', textAt(child(object.node, 'spec'), 'storageClassName')),
    at: object.at,
  }))
}
