import type { DockerfileImage, Instruction } from '../parse/dockerfile.js'
import type { BuildContext } from './build-context.js'
import { copyOf } from './build-steps.js'

/**
 * Whether a file of one of these names is in the image before an instruction runs, by what is copied from the build
 * context: undefined when it cannot be told (another stage, an unknown context or source, a bind mount).
 */
export function isCopiedBefore(
  before: Instruction,
  names: readonly string[],
  stage: DockerfileImage,
  context: BuildContext | undefined,
): boolean | undefined {
  if (!context?.present || !context.declared) return undefined
  if (before.flags.some(flag => flag.name === 'mount' && /type=bind|from=/.test(flag.value ?? ''))) return undefined
  let open = stage.file.stages.some(each => each.instructions.some(one => one.keyword === 'ONBUILD'))
  for (const instruction of stage.instructions) {
    if (instruction === before) break
    const copy = copyOf(instruction)
    if (!copy) {
      // A download, a clone or a generator may bring it.
      if (
        instruction.keyword === 'RUN' &&
        /\b(?:git|curl|wget|tar|unzip|npm\s+(?:init|shrinkwrap)|turbo\s+prune|nx\s+)\b|lock/.test(instruction.text)
      )
        open = true
      continue
    }
    if (copy.from || copy.open || copy.sources.some(source => source.text.includes('://'))) open = true
    else if (copy.sources.some(source => holds(source.text, names, context))) return true
  }
  return open ? undefined : false
}

const answers = new WeakMap<BuildContext, Map<string, boolean>>()

function holds(source: string, names: readonly string[], context: BuildContext): boolean {
  const known = answers.get(context) ?? new Map<string, boolean>()
  answers.set(context, known)
  const key = `${names.join(' ')} ${source}`
  const answer =
    known.get(key) ??
    context.find(source).some(file => names.includes(file.slice(file.lastIndexOf('/') + 1)) && !context.leavesOut(file))
  known.set(key, answer)
  return answer
}
