import { fileName, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'

/** Whether what the configuration names under `deployments` is for Kubernetes: a folder, a kustomization, a manifest. */
export function isNamedForKubernetes(name: string, tree: Tree): boolean {
  const path = joinPath('.', name)
  const file = tree.files.find(one => one.path === path)
  if (!file) return tree.exists(path)
  if (file.format === 'compose') return false
  return (
    /^kustomization(?:\.ya?ml)?$/i.test(fileName(path)) ||
    /(?:^|[{,])[ \t]*["']?apiVersion\b/m.test(tree.read(path)?.text ?? '')
  )
}
