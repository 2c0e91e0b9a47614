import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { knownValue, type Span } from '../../source.js'
import type { BuildContext } from './build-context.js'
import { cleanPath } from './build-context.js'
import { type BuildCommand, type BuildCopy, commandsOf, copyOf, resolvedStage } from './build-steps.js'
import {
  isElsewhere,
  isLeftOut,
  type Manifest,
  type NeededPackage,
  neededBy,
  readManifest,
  scriptRun,
} from './node-manifest.js'
import { installOf, type PackageInstall } from './package-installs.js'

/** A script that needs a package that the installation before it left out. */
export interface MissingPackage extends NeededPackage {
  /** The installation. */
  readonly at: Span
  readonly installedBy: string
  /** Where the script is run. */
  readonly neededAt: Span
  readonly script: string
  /** The text of a script that the installation runs itself. */
  readonly own?: string
}

interface State {
  /** What node_modules holds: nothing known, everything, or only what production needs. */
  modules: 'unknown' | 'full' | 'production'
  at?: Span
  installedBy?: string
  manifest?: Manifest
  /** Installations run no scripts, or it is not known which. */
  runsNoScripts?: boolean
  readonly added: Set<string>
}

/**
 * The first script of a stage (`npm run build`, or `prepare`, which an installation runs) that cannot run: it calls a program
 * of a package that package.json lists under `devDependencies` alone, and the installation took production packages only.
 */
export function missingPackage(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): MissingPackage | undefined {
  const state: State = { modules: 'unknown', added: new Set(), runsNoScripts: installsAlone(stage, context) }
  let production = false
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
      const mode = /\bNODE_ENV[= ]["']?(\w*)/.exec(instruction.text)
      if (mode) production = mode[1] === 'production'
    }
    takeCopy(instruction, state, stages, context)
    for (const command of commandsOf(instruction, stage.shell)) {
      const found = takeCommand(command, state, production)
      if (found) return found
    }
  }
  return undefined
}

/** What an image was left without: `manifest` lists it, and the last installation was for production only. */
export interface ForProduction {
  readonly manifest: Manifest
  readonly added: ReadonlySet<string>
  readonly installedBy: string
  readonly at: Span
}

/** How the packages of a stage were installed, where that was for production only; undefined: others, or not known. */
export function installedForProduction(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): ForProduction | undefined {
  const { modules, manifest, added, installedBy = '', at } = stateAtEnd(stage, stages, context, 0)
  return modules === 'production' && manifest && at ? { manifest, added, installedBy, at } : undefined
}

function stateAtEnd(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
  depth: number,
): State {
  const state: State = { modules: 'unknown', added: new Set() }
  let production = false
  for (const instruction of stage.instructions) {
    const mode = instruction.keyword === 'ENV' ? /\bNODE_ENV[= ]["']?(\w*)/.exec(instruction.text) : null
    if (mode) production = mode[1] === 'production'
    const copy = copyOf(instruction)
    if (copy?.from) {
      const other = resolvedStage(copy.from, stages)
      const end = other && depth < 4 ? stateAtEnd(other, stages, context, depth + 1) : undefined
      takeFromStage(copy, state, end, stage)
    } else if (copy) {
      takeCopy(instruction, state, stages, context)
      // What a developer has installed is copied over it.
      const isAll = copy.sources.some(({ text }) => cleanPath(text) === '.')
      if (isAll && !context.leavesOut('node_modules')) state.modules = 'unknown'
    }
    for (const command of commandsOf(instruction, stage.shell)) takeCommand(command, state, production)
  }
  return state
}

function takeFromStage(copy: BuildCopy, state: State, end: State | undefined, { workdir }: DockerfileImage): void {
  const folder = knownValue(workdir) ?? '/'
  const isInside = copy.target.startsWith('/') ? copy.target.startsWith(`${folder}/`) : true
  const target = copy.target.replace(`${folder}/`, '').replace(/^(?:\.\/)+|\/+$/g, '')
  for (const { text } of copy.sources) {
    if (/(?:^|\/)node_modules\/?$/.test(text)) {
      const { modules, at, installedBy, added } = end ?? { modules: 'unknown', added: new Set<string>() }
      Object.assign(state, { modules, at, installedBy, added: new Set(added) })
    } else if (/(?:^|\/)package(?:\.|\*\.?|\*\*\.)json$/.test(text)) {
      if (end?.manifest) state.manifest = end.manifest
      else delete state.manifest
    } else if (!isInside || /^(?:\.?|node_modules(?:\/\.bin)?)$/.test(target)) {
      if (!/\.\w+$/.test(text)) state.modules = 'unknown'
    }
  }
}

function takeCopy(
  instruction: Instruction,
  state: State,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): void {
  const copy = copyOf(instruction)
  if (!copy) return
  if (copy.from) {
    const modules = copy.sources.some(source => /node_modules\/?$/.test(source.text))
    const whole = copy.sources.some(source => !/\.\w+$/.test(source.text))
    const other = resolvedStage(copy.from, stages)
    if (modules) Object.assign(state, other ? modulesAtEnd(other) : { modules: 'unknown' })
    else if (whole) state.modules = 'unknown'
    return
  }
  if (!/^(?:\.\/?|\.\/package\.json|package\.json|\/(?:[\w.-]+\/?)+)$/.test(copy.target)) return
  const manifests = copy.sources.flatMap(source =>
    cleanPath(source.text) === '.'
      ? context.exists('package.json')
        ? ['package.json']
        : []
      : context
          .find(source.text)
          .filter(file => file.endsWith('package.json') && !file.slice(cleanPath(source.text).length).includes('/')),
  )
  const [path] = manifests
  if (manifests.length === 1 && path !== undefined) {
    const manifest = readManifest(path, context)
    if (manifest) state.manifest = manifest
  }
}

/** What `node_modules` of a stage holds at its end, as far as its last installation tells. */
function modulesAtEnd(stage: DockerfileImage): Pick<State, 'modules' | 'at' | 'installedBy'> {
  const state: State = { modules: 'unknown', added: new Set() }
  let production = false
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'ENV' && /\bNODE_ENV[= ]["']?production/.test(instruction.text)) production = true
    for (const command of commandsOf(instruction, stage.shell)) takeCommand(command, state, production)
  }
  return state.modules === 'production' ? state : { modules: state.modules }
}

function takeCommand(command: BuildCommand, state: State, production: boolean): MissingPackage | undefined {
  const { words, instruction } = command
  if (words[0] === 'cd' || words[0] === 'export') state.modules = 'unknown'
  const install = installOf(command)
  if (install && /^(?:npm|yarn|pnpm|bun)$/.test(install.manager)) {
    for (const name of install.packages) state.added.add(name.replace(/(?<=.)@.*$/, ''))
    if (install.packages.length > 0 || install.global) return undefined
    const inherited = production || command.command?.assignments.includes('NODE_ENV=production') === true
    const only = install.production ?? (/^(?:npm|pnpm)$/.test(install.manager) && inherited)
    state.modules = command.conditional || isElsewhere(words) ? 'unknown' : only ? 'production' : 'full'
    state.at = instruction.at
    state.installedBy = words.join(' ')
    return state.modules === 'production' ? brokenByInstall(install, state) : undefined
  }
  const omits = words.some(word => /^--(?:omit=dev|production|prod|only=prod(?:uction)?)(?:=true)?$/.test(word))
  if (/^(?:npm|pnpm) prune\b/.test(words.join(' ')) && (omits || production) && state.modules === 'full')
    Object.assign(state, {
      modules: command.conditional ? 'unknown' : 'production',
      at: instruction.at,
      installedBy: words.join(' '),
    })
  // What is taken out of package.json, or put in, is not followed.
  if (words.some(word => word.endsWith('package.json')) || /^npm (?:pkg|set-script)\b/.test(words.join(' ')))
    delete state.manifest
  if (words.includes('ignore-scripts')) state.runsNoScripts = true
  const script = scriptRun(words)
  if (script === undefined || state.modules !== 'production' || command.conditional || !state.manifest || !state.at)
    return undefined
  const { at, installedBy = '' } = state
  const needed = neededBy(script, state.manifest, state.added)
  if (!needed || !isLeftOut(needed, state.manifest, installedBy)) return undefined
  return { at, installedBy, neededAt: instruction.at, script: words.join(' '), ...needed }
}

/** Settings that keep scripts from being run; npm before version 7, which the images of Node.js up to 14 have. */
function installsAlone({ base, instructions }: DockerfileImage, context: BuildContext): boolean {
  const from = knownValue(base)
  const isOld = from !== undefined && /(?:^|\/)node$/.test(from.repository) && parseInt(from.tag ?? '', 10) <= 14
  const isSet = instructions.some(({ text }) => /npm_config_ignore_scripts/i.test(text))
  return isOld || isSet || /^\s*ignore-scripts\s*=\s*true/m.test(context.read('.npmrc')?.text ?? '')
}

/** Scripts that an installation runs behind itself: https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-operation-order */
const AFTER_INSTALL = ['install', 'postinstall']
/** Yarn leaves those out in production; npm does not. */
const AFTER_INSTALL_OF_NPM = [...AFTER_INSTALL, 'prepare']

/** The script that an installation for production runs, and that needs what it has left out. */
function brokenByInstall(
  { manager, command }: PackageInstall,
  { manifest, added, at, runsNoScripts }: State,
): MissingPackage | undefined {
  const { words, instruction } = command
  if (!manifest || !at || runsNoScripts || words.some(word => word.startsWith('--ignore-scripts'))) return undefined
  for (const script of manager === 'npm' ? AFTER_INSTALL_OF_NPM : AFTER_INSTALL) {
    const needed = neededBy(script, manifest, added)
    if (!needed || !isLeftOut(needed, manifest, words.join(' '))) continue
    const own = manifest.scripts.get(script) ?? ''
    return { at, installedBy: words.join(' '), neededAt: instruction.at, script, own, ...needed }
  }
  return undefined
}
