import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { BuildContext } from '../image/build-context.js'
import type { BuildCopy } from '../image/build-steps.js'
import { stepsOf } from '../image/files.js'
import type { Image } from '../system.js'
import { ABSENT, HELD, type Holding, likeliest, mayBeMadeBefore, unsure } from './holding.js'
import { madeBy } from './made.js'

/** Stages that copy from stages beyond which nobody follows. */
const DEEPEST = 8

/** One stage of an image, and what its steps may copy from. */
export interface StageView {
  readonly dockerfile: DockerfileImage
  readonly image: Image
  readonly tree: Tree
  readonly depth: number
}

/** What the build of an image puts at an absolute path. */
export function heldByImage(path: string, image: Image, tree: Tree): Holding {
  const { dockerfile, context } = image
  if (!dockerfile) return heldByBase(path, knownValue(image.reference)?.repository, image.origin === 'pulled')
  if (!context?.present || !context.declared) return unsure('the folder that it is built from is not known')
  return heldByStage(path, { dockerfile, image, tree, depth: 0 })
}

/** What a stage holds at its end, or before one of its instructions. */
export function heldByStage(path: string, view: StageView, before?: Instruction): Holding {
  const { dockerfile, depth } = view
  if (depth > DEEPEST) return unsure('its stages copy from each other')
  if (dockerfile.file.stages.some(stage => stage.instructions.some(({ keyword }) => keyword === 'ONBUILD')))
    return unsure('ONBUILD decides what the image holds')
  const all = stepsOf(dockerfile)
  const end = before === undefined ? -1 : all.findIndex(({ instruction }) => instruction === before)
  const steps = end === -1 ? all : all.slice(0, end)
  const found: Holding[] = []
  for (const step of steps.toReversed()) {
    const one = step.copy ? copiedTo(path, step.copy, step.target, view) : madeBy(path, step.instruction, view)
    if (one.state === 'held') return one
    found.push(one)
  }
  const base = knownValue(dockerfile.base)
  found.push(heldByBase(path, base && `${base.repository}:${base.tag ?? ''}`, true))
  return likeliest(found)
}

/** Images that bring a system and a runtime, and no programs outside of its folders. */
const PLAIN =
  /^(?:public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/library\/)?(?:node|python|debian|ubuntu|alpine|busybox|ruby|golang|openjdk|eclipse-temurin|amazoncorretto|oven\/bun|denoland\/deno|gcr\.io\/distroless\/[\w-]+|scratch)(?::(?!.*onbuild).*)?$/
/** Where such images keep what they bring. */
const SYSTEM = /^\/(?:bin|sbin|usr|lib\w*|etc|opt|nodejs|busybox|root|var|dev|proc|sys|tmp|run)\//

function heldByBase(path: string, reference: string | undefined, isKnown: boolean): Holding {
  if (!isKnown || reference === undefined || !PLAIN.test(reference)) return unsure('its base image may hold it')
  if (/^\/usr\/src\/(?!\w*python)/.test(path)) return ABSENT
  return SYSTEM.test(path) ? unsure('its base image may hold it') : ABSENT
}

function copiedTo(path: string, copy: BuildCopy, target: string | undefined, view: StageView): Holding {
  if (target === undefined) return unsure('where the build copies files to is not known')
  if (!isWithin(target, path)) return ABSENT
  if (copy.instruction.heredocs.length > 0) {
    if (copy.instruction.heredocs.length > 1 || path === target || directoryOf(path) === target) return HELD
    return ABSENT
  }
  if (copy.open || copy.instruction.flags.some(({ name }) => name === 'parents' || name === 'exclude'))
    return unsure('what the build copies is not known')
  return copy.from === undefined ? fromContext(path, target, copy, view) : fromStage(path, target, copy, view)
}

const ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/

function fromContext(path: string, target: string, copy: BuildCopy, { image, tree }: StageView): Holding {
  const { context } = image
  if (!context) return unsure('the folder that it is built from is not known')
  return likeliest(
    copy.sources.map(({ text }) => {
      if (/:\/\/|^git@/.test(text)) return unsure('the build downloads it')
      if (copy.instruction.keyword === 'ADD' && ARCHIVE.test(text)) return unsure(`the build unpacks it from ${text}`)
      return fromSource(path, target, text, { copy, context, tree })
    }),
  )
}

interface ContextCopy {
  readonly copy: BuildCopy
  readonly context: BuildContext
  readonly tree: Tree
}

function fromSource(path: string, target: string, text: string, { copy, context, tree }: ContextCopy): Holding {
  const found = context.find(text)
  const source = joinPath('.', text)
  const missing = () => unsure(`${text}, which the build copies, is not in the repository`)
  if (/[*?[\\]/.test(source)) {
    if (found.length === 0) return missing()
    const same = found.find(file => isWithin(target, path) && path.endsWith(`/${fileName(file)}`))
    return same === undefined ? ABSENT : { state: 'held', source: joinPath(context.path, same) }
  }
  if (found.length === 1 && found[0] === source) {
    const isFolder = /\/$|^\.{1,2}$/.test(copy.target) || copy.sources.length > 1
    const isHere = path === joinAbsolute(target, fileName(source)) || (!isFolder && path === target)
    return isHere ? { state: 'held', source: joinPath(context.path, source) } : ABSENT
  }
  if (source !== '.' && found.length === 0 && !context.exists(source)) return missing()
  if (path === target) return ABSENT
  const inner = joinPath(source, path.slice(target === '/' ? 1 : target.length + 1))
  const isLeftOut = context.leavesOut(inner)
  if (context.exists(inner)) {
    if (!isLeftOut) return { state: 'held', source: joinPath(context.path, inner) }
    return {
      state: 'absent',
      instead: 'the .dockerignore of the build leaves it out',
      fix: 'Take it out of the .dockerignore.',
    }
  }
  const inRepository = joinPath(context.path, inner)
  return !isLeftOut && mayBeMadeBefore(inRepository, tree)
    ? { state: 'unknown', because: `${inRepository} may be made before the image is built`, beforehand: true }
    : ABSENT
}

function fromStage(path: string, target: string, copy: BuildCopy, view: StageView): Holding {
  const { image } = view
  const name = copy.from?.toLowerCase()
  const other = image.stages?.find(
    ({ stage }) => stage.name?.toLowerCase() === name || (stage.name === undefined && String(stage.index) === name),
  )
  const from = other ?? image.stages?.find(({ stage }) => String(stage.index) === name)
  if (!from) return unsure(`the build copies it from ${copy.from}`)
  const rest = path.slice(target === '/' ? 0 : target.length)
  return likeliest(
    copy.sources.map(({ text }) => {
      if (/[*?[\\]/.test(text)) return unsure(`the build copies ${text} from ${copy.from}`)
      const source = joinAbsolute('/', text)
      const next = { ...view, dockerfile: from, depth: view.depth + 1 }
      // Whether it is a folder, of which only the content goes there, is not told by its name.
      const asFile = rest === '' || rest === `/${fileName(source)}` ? [heldByStage(source, next)] : []
      const inFolder = rest === '' ? [] : [heldByStage(source === '/' ? rest : `${source}${rest}`, next)]
      return likeliest([...inFolder, ...asFile])
    }),
  )
}

/** The files of a context that a stage holds before an instruction, by their absolute path; undefined: there may be others. */
export function sourcesBefore(
  before: Instruction,
  directory: string,
  pattern: RegExp,
  { dockerfile, image }: StageView,
): ReadonlyMap<string, string> | undefined {
  const { context } = image
  const found = new Map<string, string>()
  for (const { instruction, copy, target } of stepsOf(dockerfile)) {
    if (instruction === before) return found
    if (!copy) continue
    if (target === undefined || copy.open || !context) return undefined
    if (!isWithin(directory, target) && !isWithin(target, directory)) continue
    if (copy.from !== undefined) {
      if (/\/node_modules$/.test(target) || copy.sources.every(({ text }) => /\/node_modules\/?$/.test(text))) continue
      return undefined
    }
    for (const { text } of copy.sources) {
      const source = joinPath('.', text)
      for (const file of context.find(text)) {
        if (!pattern.test(file) || context.leavesOut(file)) continue
        const isFolder = source === '.' || (file !== source && isWithin(source, file))
        const inner = isFolder ? (source === '.' ? file : file.slice(source.length + 1)) : fileName(file)
        found.set(joinAbsolute(target, inner), joinPath(context.path, file))
      }
    }
  }
  return found
}

/** Where else an image has a file whose path ends in `ending`, by what its shipped stage copies out of the context. */
export function placeInImage(ending: string, { dockerfile, context }: Image, holds: (path: string) => Holding) {
  for (const { copy, target } of dockerfile ? stepsOf(dockerfile) : []) {
    if (!copy || copy.from !== undefined || target === undefined || !context) continue
    for (const { text } of copy.sources) {
      const source = joinPath('.', text)
      for (const file of context.find(text)) {
        if (!`/${file}`.endsWith(`/${ending}`)) continue
        const inner =
          source === '.'
            ? file
            : isWithin(source, file) && file !== source
              ? file.slice(source.length + 1)
              : fileName(file)
        const path = joinAbsolute(target, inner)
        if (holds(path).state === 'held') return path
      }
    }
  }
  return undefined
}

/** The absolute path in a container that `path` is, seen from `directory`. */
export function joinAbsolute(directory: string, path: string): string {
  return `/${joinPath(directory.replace(/^\//, '') || '.', path)}`.replace(/^\/\.$/, '/')
}
