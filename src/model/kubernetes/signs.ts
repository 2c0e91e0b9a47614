import type { Tree } from '../../tree.js'

/** Whether a file may be of Kubernetes: it is named for kustomize, or says which version of the API it is written for. */
export function mentionsKubernetes(tree: Tree): boolean {
  return tree.files.some(({ path, format }) => {
    if (/kustomization[^/]*$/i.test(path)) return true
    if (format !== 'yaml' && format !== 'json' && !(format === 'text' && /\.(?:ya?ml|json)\.\w+$/i.test(path)))
      return false
    return tree.read(path)?.text.includes('apiVersion') === true
  })
}
