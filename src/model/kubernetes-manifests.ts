import type { Tree } from '../tree.js'
import type { NotEvaluated } from './system.js'

/** API groups of other tools, whose files are written in the same way and are never applied to a cluster. */
const OTHER_TOOLS = /^(?:skaffold|backstage\.io|eksctl\.io|kind\.x-k8s\.io|ctlptl\.dev|k3d\.io|jsonnet\.io)\//
/** `v1`, `apps/v1`, `networking.istio.io/v1beta1`: https://kubernetes.io/docs/reference/using-api/#api-versioning */
const API_VERSION = /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/
/** Kinds that are read already, and the configuration of clients, which is no manifest. */
const OTHER_KINDS = new Set(['Secret', 'PrometheusRule', 'Config'])

/**
 * The directories that hold Kubernetes manifests or kustomizations, each with their number. They are named, so that
 * nobody takes their silence for praise. Files that hold nothing but Secrets or alert rules are left out: those are read.
 */
export function kubernetesDirectories(tree: Tree): readonly NotEvaluated[] {
  const counts = new Map<string, number>()
  for (const { path, format } of tree.files) {
    if (format !== 'yaml' || !isManifest(tree.read(path)?.text ?? '')) continue
    const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
    counts.set(directory, (counts.get(directory) ?? 0) + 1)
  }
  return [...counts].map(([path, count]) => ({
    path,
    because: `${count} Kubernetes ${count === 1 ? 'manifest' : 'manifests'}: not evaluated`,
  }))
}

/** Whether one of these entries stands for Kubernetes manifests. */
export function isKubernetesDirectory({ because }: NotEvaluated): boolean {
  return /^\d+ Kubernetes manifests?: not evaluated$/.test(because)
}

/** `apiVersion` and `kind` at the top level of one of its documents. */
function isManifest(text: string): boolean {
  if (!text.includes('apiVersion')) return false
  return text.split(/^---.*$/m).some(document => {
    const version = textOfKey('apiVersion', document)
    const kind = textOfKey('kind', document)
    if (version === undefined || kind === undefined || OTHER_KINDS.has(kind)) return false
    return API_VERSION.test(version) && !OTHER_TOOLS.test(version)
  })
}

function textOfKey(key: 'apiVersion' | 'kind', document: string): string | undefined {
  return new RegExp(`^["']?${key}["']?[ \\t]*:[ \\t]*["']?([\\w./-]{1,100})`, 'm').exec(document)?.[1]
}
