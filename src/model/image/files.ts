import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { knownValue, type Source, type Span } from '../../source.js'
import type { Image } from '../system.js'
import type { BuildContext } from './build-context.js'
import { type BuildCommand, type BuildCopy, commandsOf, copyOf } from './build-steps.js'

/** What the build of an image puts at a path; undefined: nothing that it shows, so that only the base image may hold it. */
export type ImageFile =
  | { readonly state: 'file'; readonly source: Source; readonly at: Span }
  | { readonly state: 'absent'; readonly at: Span }
  | { readonly state: 'unknown'; readonly at: Span; readonly because: string }

/** Stages that copy from stages beyond which nobody follows. */
const DEEPEST = 8

/** What a built image holds at an absolute path, by the last instruction that touches it. */
export function imageFileAt(path: string, image: Image): ImageFile | undefined {
  return image.dockerfile ? stageFileAt(path, image.dockerfile, image, DEEPEST) : notBuiltHere(image)
}

function stageFileAt(path: string, stage: DockerfileImage, image: Image, steps: number): ImageFile | undefined {
  for (const step of stepsOf(stage).toReversed()) {
    const { copy, target, instruction } = step
    const found = !copy
      ? changedBy(path, instruction)
      : copy.from === undefined
        ? copiedTo(path, copy, target, image.context)
        : copiedFromStage(path, copy, target, image, steps)
    if (found) return found
  }
  return undefined
}

/** What a copy out of another stage of the Dockerfile brings to a path: a file of the repository that the stage had copied. */
function copiedFromStage(
  path: string,
  copy: BuildCopy,
  target: string | undefined,
  image: Image,
  steps: number,
): ImageFile | undefined {
  if (target === undefined) return toSomewhere(copy.instruction)
  if (!isWithin(target, path)) return undefined
  const stage = image.context?.named.has(copy.from ?? '') ? undefined : stageNamed(copy.from, image)
  const rest = path.slice(target === '/' ? 0 : target.length)
  for (const { text } of stage && steps > 0 && !copy.open ? copy.sources : []) {
    if (/[*?[\\]/.test(text)) continue
    const source = joinAbsolute('.', text).replace(/\/\.$/, '')
    // A single file goes to the target itself, or below it; what is in a folder goes there without it.
    const candidates = [
      ...(rest === '' || rest === `/${fileName(source)}` ? [source] : []),
      ...(rest === '' ? [] : [source + rest]),
    ]
    for (const candidate of candidates) {
      const found = stage && stageFileAt(candidate, stage, image, steps - 1)
      if (found?.state === 'file') return { ...found, at: copy.instruction.at }
    }
  }
  return fromElsewhere(copy.instruction)
}

/** The stage that `--from` means: by its name, which is written in any case, else by its number. */
function stageNamed(from: string | undefined, { stages = [] }: Image): DockerfileImage | undefined {
  const name = from?.toLowerCase()
  return (
    stages.find(({ stage }) => stage.name?.toLowerCase() === name) ??
    stages.find(({ stage }) => String(stage.index) === name)
  )
}

/** The absolute paths below a directory that a build may put files at, and the first step that hides some. */
export function imagePathsBelow(directory: string, image: Image): { paths: readonly string[]; hidden?: ImageFile } {
  const { dockerfile, context } = image
  if (!dockerfile) {
    const hidden = notBuiltHere(image)
    return hidden ? { paths: [], hidden } : { paths: [] }
  }
  const paths: string[] = []
  let hidden: ImageFile | undefined
  for (const { instruction, copy, target } of stepsOf(dockerfile)) {
    if (copy) {
      if (target === undefined) {
        hidden ??= toSomewhere(instruction)
        continue
      }
      if (!isWithin(directory, target) && !isWithin(target, directory)) continue
      const files = copiedFiles(copy, target, context)
      if (files) paths.push(...files.keys())
      else hidden ??= fromElsewhere(instruction)
    } else hidden ??= changedBelow(directory, instruction)
  }
  return { paths: paths.filter(path => isWithin(directory, path)), ...(hidden ? { hidden } : {}) }
}

/** One step of a build that may bring files. */
export interface BuildStep {
  readonly instruction: Instruction
  readonly copy?: BuildCopy
  /** Absolute, without a slash at the end; of a copy. Undefined when variables that are not known decide. */
  readonly target: string | undefined
}

/** The copies and commands of an image in order, targets made absolute by WORKDIR. */
export function stepsOf(dockerfile: DockerfileImage): readonly BuildStep[] {
  let workdir: string | undefined = '/'
  return dockerfile.instructions.flatMap((instruction): readonly BuildStep[] => {
    const folder = knownValue(dockerfile.folders.get(instruction))
    if (instruction.keyword === 'WORKDIR') workdir = absolute(workdir, folder)
    if (instruction.keyword === 'RUN') return [{ instruction, target: undefined }]
    const copy = copyOf(instruction, dockerfile.filledSources.get(instruction))
    return copy ? [{ instruction, copy, target: absolute(workdir, folder) }] : []
  })
}

function absolute(workdir: string | undefined, path: string | undefined): string | undefined {
  if (path === undefined || (workdir === undefined && !path.startsWith('/'))) return undefined
  return `/${joinPath(path.startsWith('/') ? '.' : (workdir ?? '.'), path)}`.replace(/^\/\.$/, '/')
}

function notBuiltHere({ origin, at }: Image): ImageFile | undefined {
  return origin === 'built' ? { state: 'unknown', at, because: 'its Dockerfile is not in the repository' } : undefined
}

function copiedTo(
  path: string,
  copy: BuildCopy,
  target: string | undefined,
  context: BuildContext | undefined,
): ImageFile | undefined {
  if (target === undefined) return toSomewhere(copy.instruction)
  if (!isWithin(target, path)) return undefined
  const files = copiedFiles(copy, target, context)
  if (!files) return fromElsewhere(copy.instruction)
  const file = files.get(path)
  if (file === undefined) return undefined
  const source = context?.read(file)
  const { at } = copy.instruction
  return source ? { state: 'file', source, at } : { state: 'unknown', at, because: `${file} could not be read` }
}

function fromElsewhere({ at }: Instruction): ImageFile {
  return { state: 'unknown', at, because: 'the build copies it from what is not in the repository' }
}

function toSomewhere({ at }: Instruction): ImageFile {
  return { state: 'unknown', at, because: 'where the build copies files to is not known' }
}

/**
 * Where the files of a copy arrive: path in the image to path in the context. A single file goes to the target itself, and
 * to its name below it in case the base image has a directory there. Undefined when it copies what cannot be told.
 */
function copiedFiles(
  copy: BuildCopy,
  target: string,
  context: BuildContext | undefined,
): ReadonlyMap<string, string> | undefined {
  if (copy.from || copy.open || !context?.present) return undefined
  const files = new Map<string, string>()
  for (const { text } of copy.sources) {
    if (text.includes('://')) return undefined
    const found = context.find(text).filter(file => !context.leavesOut(file))
    const clean = joinPath('.', text)
    if (found.length === 0) return undefined
    for (const file of found) {
      const isDirectory = clean === '.' || (file !== clean && isWithin(clean, file))
      const inner = isDirectory ? (clean === '.' ? file : file.slice(clean.length + 1)) : fileName(file)
      files.set(joinAbsolute(target, inner), file)
      if (found.length === 1 && copy.sources.length === 1 && !isDirectory && !copy.target.endsWith('/'))
        files.set(target, file)
    }
  }
  return files
}

function joinAbsolute(directory: string, path: string): string {
  return `/${joinPath(directory, path)}`
}

/** What a RUN does to one file: `rm` takes it away, what changes its rights or line ends leaves its text, anything else may write it. */
function changedBy(path: string, instruction: Instruction): ImageFile | undefined {
  if (!instruction.text.includes(fileName(path))) return undefined
  const directory = directoryOf(path)
  const touched = commandsOf(instruction).filter(({ words }) =>
    words.some(word => word === path || word === directory || word === `${directory}/*`),
  )
  const last = touched.at(-1)
  if (!last && !says(instruction.text, path)) return undefined
  if (last && touched.every(leavesText) && !writesTo(path, instruction)) return undefined
  if (last && isRemoval(last.words) && !last.conditional) return { state: 'absent', at: instruction.at }
  return { state: 'unknown', at: instruction.at, because: 'a command of the build may write it' }
}

/** Whether a text has a path in it, and not only the beginning of a longer name: `/start` is not in `/start-worker`. */
function says(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1)) {
    if (!/[\w.-]/.test(text[at + path.length] ?? '')) return true
  }
  return false
}

function changedBelow(directory: string, instruction: Instruction): ImageFile | undefined {
  if (!instruction.text.includes(directory)) return undefined
  const writes = commandsOf(instruction).some(
    ({ words }) =>
      !isRemoval(words) && !/^(?:chown|chmod|mkdir)$/.test(words[0] ?? '') && words.join(' ').includes(directory),
  )
  return writes || /[>|]/.test(instruction.text)
    ? { state: 'unknown', at: instruction.at, because: `a command of the build may write to ${directory}` }
    : undefined
}

/** `chmod +x start.sh`, `sed -i 's/\r$//' start.sh`: the text that is run stays the same. */
function leavesText({ words }: BuildCommand): boolean {
  const [program = '', ...rest] = words
  if (program === 'sed') return rest.some(word => /^s(.)\\r\\?\$?\1\1g?$/.test(word))
  return /^(?:chmod|chown|chgrp|dos2unix|ls|test|\[)$/.test(program)
}

function writesTo(path: string, instruction: Instruction): boolean {
  return commandsOf(instruction).some(({ command }) => command?.redirects.some(({ target }) => target === path))
}

function isRemoval(words: readonly string[]): boolean {
  return words[0] === 'rm' || words[0] === 'unlink'
}
