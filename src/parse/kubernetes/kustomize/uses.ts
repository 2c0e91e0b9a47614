import { joinPath } from '../../../paths.js'
import { child, type Node, textOf } from '../../node.js'
import { type Kustomization, namesIn } from './kustomization.js'

/** What a kustomization is made of: paths from the repository root, whether or not they are there. */
export interface Uses {
  /** Resources, bases and components: each a file or the folder of another kustomization. */
  readonly resources: readonly string[]
  /** Everything else that it names: patches, files that generators read, settings of plugins. */
  readonly others: readonly string[]
}

/** Reads which files and folders a kustomization names. */
export function usesOf({ directory, node }: Kustomization): Uses {
  const own = (name: string) => joinPath(directory, name)
  const generators = [...listOf(node, 'configMapGenerator'), ...listOf(node, 'secretGenerator')]
  const names = [
    ...namesIn(node, 'patchesStrategicMerge', 'crds', 'configurations', 'generators', 'transformers', 'validators'),
    ...generators.flatMap(item => namesIn(item, 'files', 'envs')),
  ].map(({ text }) => text)
  const single = [
    ...['patches', 'patchesJson6902', 'replacements']
      .flatMap(key => listOf(node, key))
      .map(item => child(item, 'path')),
    ...generators.map(item => child(item, 'env')),
    ...listOf(node, 'helmCharts').map(item => child(item, 'valuesFile')),
    child(child(node, 'openapi'), 'path'),
  ].flatMap(one => textOf(one) ?? [])
  return {
    resources: namesIn(node, 'resources', 'bases', 'components').map(({ text }) => own(text)),
    // `key=path` gives a file another key.
    others: [...names, ...single].filter(name => !name.includes('\n')).map(name => own(name.replace(/^[^/=]*=/, ''))),
  }
}

function listOf(node: Node, key: string): readonly Node[] {
  const list = child(node, key)
  return list?.kind === 'list' ? list.items : []
}
