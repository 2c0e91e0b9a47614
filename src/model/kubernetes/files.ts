import {
  isKustomizationName,
  type Kustomization,
  readKustomization,
} from '../../parse/kubernetes/kustomize/kustomization.js'
import { isManifestText, type ManifestFile, readManifests } from '../../parse/kubernetes/manifests.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { parseYaml, type YamlFile } from '../../parse/yaml.js'
import { directoryOf, fileName, isWithin } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { itemsOf } from '../read-node.js'
import type { NotEvaluated } from '../system.js'

/** The Kubernetes files of a repository, told apart but not yet put together. */
export interface KubernetesFiles {
  /** By path: what may be applied as it stands. */
  readonly manifests: ReadonlyMap<string, ManifestFile>
  /** By folder. */
  readonly kustomizations: ReadonlyMap<string, Kustomization>
  /** Files that hold manifests and are never applied as they stand, with the reason. */
  readonly leftOut: readonly NotEvaluated[]
  /** Parses a file of the repository once, whoever asks. */
  readonly parse: (source: Source) => YamlFile
}

/** Finds the manifests and kustomizations of a repository. */
export function kubernetesFiles(tree: Tree): KubernetesFiles {
  const parsed = new Map<string, YamlFile>()
  const parse = (source: Source) => {
    const before = parsed.get(source.path)
    if (before) return before
    const file = parseYaml(source)
    parsed.set(source.path, file)
    return file
  }
  const charts = tree.files.filter(file => fileName(file.path) === 'Chart.yaml').map(file => directoryOf(file.path))
  const manifests = new Map<string, ManifestFile>()
  const kustomizations = new Map<string, Kustomization>()
  const leftOut: NotEvaluated[] = []
  for (const { path, format } of tree.files) {
    if (isKustomizationName(fileName(path))) {
      const kustomization = readKustomization(directoryOf(path), tree.read)
      if (kustomization) kustomizations.set(directoryOf(path), kustomization)
      continue
    }
    if (format !== 'yaml' && format !== 'json' && format !== 'text') continue
    if (format === 'text' && !TEMPLATE_NAME.test(path)) continue
    const source = tree.read(path)
    if (!source || !isManifestText(source.text)) continue
    if (format === 'text') leftOut.push({ path, because: 'a template of Kubernetes manifests: not evaluated' })
    else if (charts.some(chart => isWithin(chart, path)))
      leftOut.push({ path, because: 'part of a Helm chart: not evaluated' })
    else {
      const file = readManifests(source, parse)
      if (file.template) leftOut.push({ path, because: 'a template of Kubernetes manifests: not evaluated' })
      else if (file.objects.length > 0 || file.problems.length > 0) manifests.set(path, file)
    }
  }
  return { manifests, kustomizations, leftOut, parse }
}

const TEMPLATE_NAME = /\.(?:ya?ml|json)\.(?:j2|jinja2?|tpl|tmpl|gotmpl|template|erb|ejs|in|envsubst)$/i

/** The kinds that run pods (https://kubernetes.io/docs/concepts/workloads/controllers/). */
const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
])

/** Whether an object of a built-in group runs pods. */
export function isWorkload({ apiVersion, kind }: KubernetesObject): boolean {
  return WORKLOADS.has(kind) && /^(?:v1|apps\/.*|batch\/.*|extensions\/.*)$/.test(apiVersion)
}

/** The specification of the pods that an object runs; the pod itself for `kind: Pod`. */
function podSpecOf({ kind, node }: KubernetesObject): Node | undefined {
  if (kind === 'Pod') return child(node, 'spec')
  if (kind === 'CronJob') return descend(node, 'spec', 'jobTemplate', 'spec', 'template', 'spec')
  return descend(node, 'spec', 'template', 'spec')
}

/** A workload that only says what is to be different about another: some container of it has no image, or there is none. */
export function isFragment(object: KubernetesObject): boolean {
  if (!isWorkload(object)) return false
  const containers = itemsOf(child(podSpecOf(object), 'containers'))
  return containers.length === 0 || containers.some(container => textOf(child(container, 'image')) === undefined)
}
