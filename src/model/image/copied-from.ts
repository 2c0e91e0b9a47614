import type { DockerfileImage } from '../../parse/dockerfile.js'
import { fileName, isWithin, joinPath } from '../../paths.js'
import type { Image } from '../system.js'
import type { BuildCopy } from './build-steps.js'
import { stepsOf } from './files.js'

/** Stages that copy from stages beyond which nobody follows. */
const DEEPEST = 8

/**
 * The path in the repository that an absolute path of an image comes from, back through the copies of all its stages. What
 * a build makes there need not be in the repository: `/app/dist/main.js` is `apps/api/dist/main.js`.
 */
export function copiedFrom(path: string, image: Image): string | undefined {
  return image.dockerfile && fromStage(path, image.dockerfile, image, DEEPEST)
}

function fromStage(path: string, stage: DockerfileImage, image: Image, steps: number): string | undefined {
  if (steps === 0) return undefined
  for (const { copy, target } of stepsOf(stage).toReversed()) {
    if (!copy || copy.open || target === undefined || !isWithin(target, path)) continue
    const found =
      copy.from === undefined ? fromContext(path, target, copy, image) : fromOther(path, target, copy, image, steps)
    if (found !== undefined) return found
  }
  return undefined
}

function fromOther(path: string, target: string, copy: BuildCopy, image: Image, steps: number): string | undefined {
  const other = image.stages?.find(({ stage }) => stage.name === copy.from || String(stage.index) === copy.from)
  if (!other) return undefined
  const rest = path.slice(target.length)
  for (const { text } of copy.sources) {
    if (!text.startsWith('/') || /[*?[]/.test(text)) continue
    const source = text.replace(/(.)\/$/, '$1')
    // A single file goes to the target itself, or below it; what is in a folder goes there without it.
    const isFile = FILE.test(source)
    if (isFile && rest !== '' && rest !== `/${fileName(source)}`) continue
    const found = fromStage(isFile ? source : `${source}${rest}`, other, image, steps - 1)
    if (found !== undefined) return found
  }
  return undefined
}

const FILE = /\.(?:json|ya?ml|toml|lock|[cm]?[jt]sx?|prisma|sh|sql|conf|env|html|txt|md|key|pem|crt)$/

function fromContext(path: string, target: string, { sources }: BuildCopy, { context }: Image): string | undefined {
  if (!context?.present) return undefined
  const rest = path === target ? '' : path.slice(target === '/' ? 1 : target.length + 1)
  for (const { text } of sources) {
    const source = joinPath('.', text)
    if (/[*?[]/.test(source) || text.includes('://')) continue
    const files = context.find(text)
    if (files.length === 0) continue
    if (source === '.' || !files.includes(source)) return joinPath(context.path, `${source}/${rest}`)
    if (rest === '' || rest === fileName(source)) return joinPath(context.path, source)
  }
  return undefined
}
