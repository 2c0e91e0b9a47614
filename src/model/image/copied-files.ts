import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import type { BuildContext } from './build-context.js'
import { copyOf } from './build-steps.js'

/** Positions among the instructions of a stage. */
interface Arrival {
  /** The first that brings the file; infinite when none does. */
  readonly brought: number
  /** The first after which it cannot be told any more. */
  readonly open: number
}

const arrivals = new WeakMap<DockerfileImage, Map<string, Arrival>>()

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
  const known = arrivals.get(stage) ?? new Map<string, Arrival>()
  const arrival = known.get(names.join(' ')) ?? arrivalOf(names, stage, context)
  arrivals.set(stage, known.set(names.join(' '), arrival))
  const at = stage.instructions.indexOf(before)
  if (arrival.brought < at) return true
  return arrival.open < at ? undefined : false
}

function arrivalOf(names: readonly string[], stage: DockerfileImage, context: BuildContext): Arrival {
  const { instructions, file } = stage
  const triggers = file.stages.some(each => each.instructions.some(one => one.keyword === 'ONBUILD'))
  const brings = (instruction: Instruction) => {
    const copy = copyOf(instruction)
    return copy !== undefined && !copy.from && copy.sources.some(source => holds(source.text, names, context))
  }
  return {
    brought: positionOf(instructions.findIndex(brings)),
    open: triggers ? -1 : positionOf(instructions.findIndex(mayBringAnything)),
  }
}

function positionOf(index: number): number {
  return index === -1 ? Number.POSITIVE_INFINITY : index
}

/** A copy from elsewhere, a download, a clone, a generator. */
function mayBringAnything(instruction: Instruction): boolean {
  const copy = copyOf(instruction)
  if (copy) return copy.from !== undefined || copy.open || copy.sources.some(source => source.text.includes('://'))
  return (
    instruction.keyword === 'RUN' &&
    /\b(?:git|curl|wget|tar|unzip|npm\s+(?:init|shrinkwrap)|turbo\s+prune|nx\s+)\b|lock/.test(instruction.text)
  )
}

function holds(source: string, names: readonly string[], context: BuildContext): boolean {
  return context
    .find(source)
    .some(file => names.includes(file.slice(file.lastIndexOf('/') + 1)) && !context.leavesOut(file))
}
