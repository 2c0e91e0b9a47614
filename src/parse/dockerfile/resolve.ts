import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import type { Dockerfile, DockerfileCommand, DockerfileImage, Instruction, Stage } from '../dockerfile.js'
import { type ImageReference, parseImageReference } from '../image-reference.js'
import { commandOf, DEFAULT_SHELL, healthcheckCommand } from './command.js'
import { expand, type Scope } from './expand.js'
import { exposedPorts } from './ports.js'
import { declare, fact, globalScope, stageScope, type Variables } from './scope.js'

interface Options {
  readonly target?: string
  readonly arguments: ReadonlyMap<string, string | null>
  readonly ignoreFile?: DockerfileImage['ignoreFile']
}

/** Chooses the target stage (default: the last) and expands ARG and ENV with the build arguments given. Undefined when the
 *  file has no stage or no stage of that name. An argument given as null is "set, but not known". */
export function resolveDockerfile(file: Dockerfile, options: Options): DockerfileImage | undefined {
  const stage = chooseStage(file.stages, options.target)
  if (stage === undefined) return undefined
  const { scope, values } = globalScope(file, options.arguments)
  const { chain, base } = chainOf(file, stage, scope)
  const fromScratch = knownValue(base)?.repository === 'scratch'
  const variables: Variables = { arguments: new Map(), environment: new Map(), overridden: new Set() }
  const stageVariables = stageScope(variables, file.escapeCharacter, fromScratch)
  const state: State = {
    exposed: [],
    volumes: new Map(),
    folders: new Map(),
    filledSources: new Map(),
    shell: DEFAULT_SHELL,
    fromScratch,
  }
  for (const each of chain.toReversed()) {
    state.commandSetHere = false
    for (const instruction of each.instructions) {
      if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') {
        declare(instruction, variables, stageVariables, values, options.arguments)
      } else applyInstruction(instruction, state, stageVariables)
    }
  }
  const { fromScratch: _, commandSetHere: __, volumes, ...settings } = state
  return {
    file,
    stage,
    chain,
    base,
    instructions: chain.toReversed().flatMap(each => each.instructions),
    environment: variables.environment,
    ...settings,
    volumes: [...volumes].map(([path, at]) => ({ path, at })),
    ...(options.ignoreFile && { ignoreFile: options.ignoreFile }),
  }
}

function chooseStage(stages: readonly Stage[], target: string | undefined): Stage | undefined {
  if (target === undefined || target === '') return stages.at(-1)
  const name = target.toLowerCase()
  const named = stages.findLast(stage => stage.name?.toLowerCase() === name)
  return named ?? (/^[0-9]{1,6}$/.test(target) ? stages[Number(target)] : undefined)
}

function chainOf(file: Dockerfile, stage: Stage, scope: Scope): { chain: Stage[]; base: Fact<ImageReference> } {
  const before = parents(file.stages, scope)
  const chain = [stage]
  for (let at = stage; ; ) {
    const parent = before.get(at)
    if (parent === undefined) return { chain, base: baseOf(at, scope) }
    chain.push(parent)
    at = parent
  }
}

/** The stage that each stage is built on; a name stands for the nearest stage of that name above. */
function parents(stages: readonly Stage[], scope: Scope): Map<Stage, Stage> {
  const found = new Map<Stage, Stage>()
  const named = new Map<string, Stage>()
  for (const stage of stages) {
    const from = expand(stage.from, scope)
    const parent = from.known ? named.get(from.value.toLowerCase()) : undefined
    if (parent) found.set(stage, parent)
    if (stage.name !== undefined) named.set(stage.name.toLowerCase(), stage)
  }
  return found
}

function baseOf(stage: Stage, scope: Scope): Fact<ImageReference> {
  const from = expand(stage.from, scope)
  if (!from.known) return unknown(stage.fromAt, from.because)
  const reference = parseImageReference(from.value)
  return reference ? known(reference, stage.fromAt) : unknown(stage.fromAt, 'it is not a valid image reference')
}

type Settable = Pick<DockerfileImage, 'user' | 'workdir' | 'entrypoint' | 'command' | 'healthcheck' | 'stopSignal'>

type State = { -readonly [Key in keyof Settable]: Settable[Key] } & {
  readonly exposed: DockerfileImage['exposed'][number][]
  readonly volumes: Map<string, Span>
  readonly folders: Map<Instruction, Fact<string>>
  readonly filledSources: Map<Instruction, readonly string[]>
  readonly fromScratch: boolean
  shell: readonly string[]
  /** The stage being gone through has had a CMD. */
  commandSetHere?: boolean
}

function applyInstruction(instruction: Instruction, state: State, scope: Scope): void {
  const { at, words } = instruction
  const text = instruction.text.trim()
  switch (instruction.keyword) {
    case 'USER':
      state.user = fact(expand(text, scope), words[0]?.at ?? at)
      return
    case 'WORKDIR': {
      const path = fact(expand(text, scope), words[0]?.at ?? at)
      state.folders.set(instruction, path)
      state.workdir = workdir(path, state)
      return
    }
    case 'COPY':
    case 'ADD': {
      const target = words.at(-1)
      if (target) state.folders.set(instruction, fact(expand(target.text, scope), target.at))
      const sources = words.slice(0, -1)
      if (!sources.some(({ text: source }) => source.includes('$'))) return
      const filled = sources.flatMap(source => {
        const path = expand(source.text, scope)
        return path.known && path.value !== '' ? [path.value] : []
      })
      if (filled.length === sources.length) state.filledSources.set(instruction, filled)
      return
    }
    case 'EXPOSE':
      state.exposed.push(...exposedPorts(instruction, scope, state.exposed.length))
      return
    case 'VOLUME':
      for (const word of words) {
        const path = expand(word.text, scope)
        state.volumes.set(path.known ? path.value : word.text, word.at)
      }
      return
    case 'STOPSIGNAL': {
      const signal = expand(text, scope)
      state.stopSignal = signal.known ? signal.value : text
      return
    }
    case 'SHELL':
      if (instruction.exec?.length) state.shell = instruction.exec
      return
    default:
      applyCommand(instruction, state)
  }
}

function applyCommand(instruction: Instruction, state: State): void {
  if (instruction.keyword === 'CMD') {
    state.command = commandOf(instruction, state.shell)
    state.commandSetHere = true
  } else if (instruction.keyword === 'ENTRYPOINT') {
    state.entrypoint = commandOf(instruction, state.shell)
    if (!state.commandSetHere) delete state.command
  } else if (instruction.keyword === 'HEALTHCHECK') state.healthcheck = healthcheckOf(instruction, state.shell)
}

function healthcheckOf(instruction: Instruction, shell: readonly string[]): NonNullable<Settable['healthcheck']> {
  const command: DockerfileCommand | undefined = healthcheckCommand(instruction, shell)
  const options = new Map(instruction.flags.map(flag => [flag.name, flag.value ?? '']))
  const disabled = instruction.words[0]?.text.toUpperCase() === 'NONE'
  return { disabled, ...(command && { command }), options, at: instruction.at }
}

/** A relative WORKDIR goes on from the one before it, and from `/` in an empty image. */
function workdir(path: Fact<string>, state: State): Fact<string> {
  if (!path.known || path.value === '') return path
  if (path.value.startsWith('/')) return known(normalised(path.value), path.at)
  const before = state.workdir ?? (state.fromScratch ? known('/', path.at) : undefined)
  if (!before?.known) return unknown(path.at, 'it is relative to the working directory of the base image')
  return known(normalised(`${before.value}/${path.value}`), path.at)
}

function normalised(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
