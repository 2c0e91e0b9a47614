import { isOfficialImage } from '../../knowledge/official-images.js'
import { parseImageReference } from '../../parse/image-reference.js'
import { child, textOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ImagesAtDeploy, imagesAtDeploy } from '../images-at-deploy.js'
import { itemsOf } from '../read-node.js'
import type { Deployment } from '../system.js'

/** An image that every start of a pod asks Docker Hub for, under a name that nobody but Docker can have there. */
export interface UnpullableImage {
  /** The deployment that has it. */
  readonly deployment: string
  /** What runs it: `Deployment api`. */
  readonly by: string
  readonly image: string
  /** Always, because it is written (`policy`), or because the tag is `latest` or missing (`tag`). */
  readonly because: 'policy' | 'tag'
  readonly at: Span
  /** Why it may be found all the same, as a sentence without a full stop. */
  readonly unsure?: string
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
/** Programs that write other names into manifests. */
const REWRITES = /\b(?:sed|perl|yq|envsubst|ytt|kbld|kustomize\s+edit|skaffold|tilt|helm)\b/

/**
 * A name without an owner belongs to `docker.io/library`, and those there are known. A node that has built or imported such an
 * image uses its own only where it need not ask: with the policy `Always`, which `latest` has by default, it asks.
 * https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
 */
export function unpullableImages(production: readonly Deployment[], tree: Tree): readonly UnpullableImage[] {
  let atDeploy: ImagesAtDeploy | undefined
  return production.flatMap(({ id, cluster }) =>
    (cluster?.controllers ?? []).flatMap(({ object, spec }) => {
      const containers = [...itemsOf(child(spec, 'initContainers')), ...itemsOf(child(spec, 'containers'))]
      const found = containers.flatMap((container): readonly UnpullableImage[] => {
        const image = child(container, 'image')
        const text = textOf(image)
        const reference = text === undefined ? undefined : parseImageReference(text)
        if (!image || !text || !reference || /[${}*]/.test(text) || !isNobodys(reference.repository, text)) return []
        const policy = textOf(child(container, 'imagePullPolicy'))
        const isNewest = reference.digest === undefined && (reference.tag === undefined || reference.tag === 'latest')
        if (policy === undefined ? !isNewest : policy !== 'Always') return []
        atDeploy ??= imagesAtDeploy(tree)
        if (atDeploy.has(reference.repository, textOf(child(container, 'name')) ?? '')) return []
        const unsure = doubt(reference.repository, tree)
        const by = `${object.kind} ${object.name}`
        const because = policy === undefined ? 'tag' : 'policy'
        return [{ deployment: id, by, image: text, because, at: image.at, ...(unsure ? { unsure } : {}) }]
      })
      return [...new Map(found.map(one => [one.image, one])).values()]
    }),
  )
}

function isNobodys(repository: string, text: string): boolean {
  return !repository.includes('/') && !/^(?:docker\.io\/)?library\//.test(text) && !isOfficialImage(repository)
}

function doubt(repository: string, tree: Tree): string | undefined {
  const mirror = tree.files.find(({ path }) => /(?:^|\/)(?:registries\.ya?ml|hosts\.toml|registries\.conf)$/.test(path))
  if (mirror) return `${mirror.path} may send the nodes to another registry`
  const script = tree.files.find(({ path, format }) => {
    const text = SCRIPTS.has(format) ? tree.read(path)?.text : undefined
    return text?.includes(repository) === true && /\bimage\b/i.test(text) && REWRITES.test(text)
  })
  return script ? `${script.path} may write another name into the manifests` : undefined
}
