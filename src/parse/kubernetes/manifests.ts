import type { Source } from '../../source.js'
import { child, descend, type MapNode, type Node, type Problem, textOf } from '../node.js'
import { parseYaml, type YamlFile } from '../yaml.js'
import type { KubernetesObject } from './object.js'

/** What a file of Kubernetes manifests says. */
export interface ManifestFile {
  readonly path: string
  /** The objects of all its documents in the order written, lists opened. What is no object is not among them. */
  readonly objects: readonly KubernetesObject[]
  /** Everything wrong in it: the problems of the YAML, and objects without a name (`unnamed`). At most 1,000. */
  readonly problems: readonly Problem[]
  /** The text is filled in by a template engine before anybody applies it: what it says is not known. */
  readonly template: boolean
  /** `helm template` wrote it. */
  readonly rendered: boolean
}

/** `v1`, `apps/v1`, `networking.istio.io/v1beta1`: https://kubernetes.io/docs/reference/using-api/#api-versioning */
const API_VERSION = /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/
/** API groups of other tools, whose files are written in the same way and are never applied to a cluster. */
const OTHER_TOOLS =
  /^(?:skaffold|builtin|backstage\.io|eksctl\.io|kind\.x-k8s\.io|ctlptl\.dev|k3d\.io|jsonnet\.io|kuttl\.dev|chainsaw\.kyverno\.io|config\.kubernetes\.io|(?:kubeadm|kubelet|kubeproxy|kubescheduler|kubecontrollermanager|audit|apiserver|client\.authentication|kustomize)(?:\.config)?(?:\.k8s\.io)?)\//
const MAX_PROBLEMS = 1_000
/** A list within a list within a list is somebody's joke. */
const MAX_LISTS = 5

/**
 * Whether a YAML or JSON text is one of Kubernetes manifests: `apiVersion` and `kind` at the top of one of its documents.
 * Judged by the text alone, so that a file that is no longer YAML is still known for what it was to be.
 */
export function isManifestText(text: string): boolean {
  if (!text.includes('apiVersion')) return false
  // What begins like JSON may be YAML that somebody broke.
  const places = /^\s*\{/.test(text) ? [IN_JSON, AT_THE_TOP] : [AT_THE_TOP]
  return documentsOf(text).some(document =>
    places.some(place => {
      const version = valueOfKey('apiVersion', document, place)
      const kind = valueOfKey('kind', document, place)
      return version !== undefined && kind !== undefined && isManifestKind(version, kind)
    }),
  )
}

function documentsOf(text: string): readonly string[] {
  return text.includes('\n---') ? text.split(/^---.*$/m) : [text]
}

type Place = (key: 'apiVersion' | 'kind') => RegExp
const patterns = (write: (key: string) => string): Place => {
  const [version, kind] = [new RegExp(write('apiVersion'), 'm'), new RegExp(write('kind'), 'm')]
  return key => (key === 'kind' ? kind : version)
}
const IN_JSON = patterns(key => `"${key}"[ \\t]*:[ \\t]*"([\\w./-]{1,100})`)
const AT_THE_TOP = patterns(key => `^["']?${key}["']?[ \\t]*:[ \\t]*["']?([\\w./-]{1,100})`)

function valueOfKey(key: 'apiVersion' | 'kind', document: string, place: Place): string | undefined {
  return place(key).exec(document)?.[1]
}

/** The configuration of kubectl is called `Config`, of group v1, and never applied. */
function isManifestKind(apiVersion: string, kind: string): boolean {
  return API_VERSION.test(apiVersion) && !OTHER_TOOLS.test(apiVersion) && !(apiVersion === 'v1' && kind === 'Config')
}

/** Reads the objects of a file. Never throws; takes time linear in the text. `parse`: in case the caller keeps what was parsed. */
export function readManifests(source: Source, parse: (source: Source) => YamlFile = parseYaml): ManifestFile {
  const { documents, problems } = parse(source)
  const found: Found = { objects: [], problems: [...problems, ...documents.flatMap(({ root }) => noMapping(root))] }
  for (const { root } of documents) if (root) collect(root, found, 0)
  return {
    path: source.path,
    objects: found.objects,
    problems: found.problems.slice(0, MAX_PROBLEMS),
    template: isTemplate(source.text, problems, found.objects),
    rendered: /^# Source: \S+\/templates\/\S+$/m.test(source.text),
  }
}

/** A document that is text or a list is no object, and was one before somebody broke it: nothing applies such a file. */
export function noMapping(root: Node | undefined): readonly Problem[] {
  if (!root || root.kind === 'map' || (root.kind === 'scalar' && root.text === null)) return []
  return [{ at: root.at, message: 'This must be a mapping', kind: 'syntax' }]
}

interface Found {
  readonly objects: KubernetesObject[]
  readonly problems: Problem[]
}

function collect(root: Node, found: Found, depth: number): void {
  if (root.kind !== 'map' || depth > MAX_LISTS) return
  const items = child(root, 'items')
  if (/List$/.test(textOf(child(root, 'kind')) ?? '') && items?.kind === 'list') {
    for (const item of items.items) collect(item, found, depth + 1)
    return
  }
  const apiVersion = textOf(child(root, 'apiVersion'))
  const kind = textOf(child(root, 'kind'))
  if (apiVersion === undefined || kind === undefined || !isManifestKind(apiVersion, kind)) return
  const object = objectOf(root)
  if (object) found.objects.push(object)
  else {
    const at = root.entries.get('kind')?.node.at ?? root.at
    found.problems.push({ at, message: `${kind} has no metadata.name`, kind: 'structure', code: 'unnamed' })
  }
}

/**
 * A mapping as an object: `apiVersion`, `kind` and a name have to be there. `metadata.generateName` stands for a name that
 * the cluster makes up.
 */
export function objectOf(node: MapNode): KubernetesObject | undefined {
  const apiVersion = child(node, 'apiVersion')
  const kind = child(node, 'kind')
  const name = descend(node, 'metadata', 'name') ?? descend(node, 'metadata', 'generateName')
  const namespace = textOf(descend(node, 'metadata', 'namespace'))
  const texts = [textOf(apiVersion), textOf(kind), textOf(name)] as const
  if (!apiVersion || !kind || !name || texts.some(text => text === undefined || text === '')) return undefined
  return {
    apiVersion: texts[0] ?? '',
    kind: texts[1] ?? '',
    name: texts[2] ?? '',
    ...(namespace === undefined || namespace === '' ? {} : { namespace }),
    node,
    at: name.at,
    apiVersionAt: apiVersion.at,
    kindAt: kind.at,
  }
}

/**
 * `{{ … }}` and `{% … %}` of Go templates and Jinja, `#@` of ytt. Braces are also ordinary text: in the data of a ConfigMap, in
 * an alert's message, in the arguments of a program. They make a template where they break the YAML, or stand in a name,
 * a label, an image or a number.
 */
function isTemplate(text: string, problems: readonly Problem[], objects: readonly KubernetesObject[]): boolean {
  if (/^[^"'\n]*#@(?: |\/|[a-z/-]+ )/m.test(text)) return true
  if (!/\{\{|\{%/.test(text)) return false
  if (problems.some(({ kind, code }) => kind === 'syntax' || code === 'complex-key')) return true
  return objects.some(({ node }) => telling(node).some(one => /\{\{|\{%/.test(textOf(one) ?? '')))
}

/** The scalars of an object that nobody writes braces into but for a template engine. */
function telling(node: MapNode): readonly Node[] {
  const metadata = child(node, 'metadata')
  const spec = child(node, 'spec')
  const labels = valuesOf(child(metadata, 'labels'))
  const pod = descend(spec, 'template', 'spec') ?? spec
  const containers = child(pod, 'containers')
  const images = containers?.kind === 'list' ? containers.items.map(item => child(item, 'image')) : []
  const own = [child(metadata, 'name'), child(metadata, 'namespace'), child(spec, 'replicas')]
  return [...own, ...images, ...labels].flatMap(one => one ?? [])
}

function valuesOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'map' ? [...node.entries.values()].map(entry => entry.node) : []
}
