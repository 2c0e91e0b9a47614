import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { parseShell, programOf } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import type { BuildContext } from './build-context.js'
import { cleanPath } from './build-context.js'
import { type BuildCommand, commandsOf, copyOf, resolvedStage } from './build-steps.js'
import { installOf } from './package-installs.js'

/** A script that needs a package that the installation before it left out. */
export interface MissingPackage {
  /** The installation. */
  readonly at: Span
  readonly installedBy: string
  /** Where the script is run. */
  readonly neededAt: Span
  readonly script: string
  readonly program: string
  readonly package: string
}

/** Programs whose package has another name. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['tsc', 'typescript'],
  ['nest', '@nestjs/cli'],
  ['ng', '@angular/cli'],
  ['babel', '@babel/cli'],
  ['swc', '@swc/cli'],
  ['vue-cli-service', '@vue/cli-service'],
  ['svelte-kit', '@sveltejs/kit'],
  ['run-s', 'npm-run-all'],
  ['run-p', 'npm-run-all'],
  ['ncc', '@vercel/ncc'],
  ['remix', '@remix-run/dev'],
  ['graphql-codegen', '@graphql-codegen/cli'],
  ['tailwindcss', '@tailwindcss/cli'],
])

interface Manifest {
  readonly scripts: ReadonlyMap<string, string>
  readonly dependencies: ReadonlySet<string>
  readonly devDependencies: ReadonlySet<string>
}

interface State {
  /** What node_modules holds: nothing known, everything, or only what production needs. */
  modules: 'unknown' | 'full' | 'production'
  at?: Span
  installedBy?: string
  manifest?: Manifest
  readonly added: Set<string>
}

/**
 * The first script of a stage (`npm run build`) that cannot run: it calls a program of a package that package.json lists
 * under `devDependencies` alone, and the installation before it took production packages only.
 */
export function missingPackage(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): MissingPackage | undefined {
  const state: State = { modules: 'unknown', added: new Set() }
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
    const manifest = readManifest(context.read(path)?.text)
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
    state.modules = command.conditional || elsewhere(words) ? 'unknown' : only ? 'production' : 'full'
    state.at = instruction.at
    state.installedBy = words.join(' ')
    return undefined
  }
  const script = scriptRun(words)
  if (script === undefined || state.modules !== 'production' || command.conditional || !state.manifest || !state.at)
    return undefined
  const needed = neededBy(script, state.manifest, state.added, 0)
  return (
    needed && {
      at: state.at,
      installedBy: state.installedBy ?? '',
      neededAt: instruction.at,
      script: words.join(' '),
      ...needed,
    }
  )
}

function elsewhere(words: readonly string[]): boolean {
  return words.some(word => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|-w)(?:=|$)/.test(word))
}

/** The script that `npm run x`, `yarn x` or `pnpm x` runs. */
function scriptRun(words: readonly string[]): string | undefined {
  const [program = '', ...rest] = words
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program) || elsewhere(rest)) return undefined
  const [verb = '', name] = rest.filter(word => !word.startsWith('-'))
  if (verb === 'run' || verb === 'run-script') return name
  return program === 'yarn' || program === 'pnpm' ? verb : undefined
}

function neededBy(
  script: string,
  manifest: Manifest,
  added: ReadonlySet<string>,
  depth: number,
): Pick<MissingPackage, 'program' | 'package'> | undefined {
  if (depth > 4) return undefined
  for (const name of [`pre${script}`, script]) {
    const text = manifest.scripts.get(name)
    if (text === undefined) continue
    const at = { path: '', start: 0, end: text.length }
    for (const command of parseShell(text, at).commands) {
      if (command.joined === '||' || command.followed === '||' || command.inside.length > 0) return undefined
      const nested = scriptRun(command.words)
      if (nested !== undefined) {
        const found = neededBy(nested, manifest, added, depth + 1)
        if (found) return found
        continue
      }
      const program = programOf(command.words)
      if (program === undefined || command.words[0]?.includes('/')) continue
      const owner = PACKAGES.get(program) ?? program
      if (manifest.devDependencies.has(owner) && !manifest.dependencies.has(owner) && !added.has(owner))
        return { program, package: owner }
    }
  }
  return undefined
}

function readManifest(text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const section = (key: string): ReadonlyMap<string, string> => {
      const found: unknown = isRecord(value) ? value[key] : undefined
      return new Map(
        isRecord(found)
          ? Object.entries(found).filter((one): one is [string, string] => typeof one[1] === 'string')
          : [],
      )
    }
    return {
      scripts: section('scripts'),
      dependencies: new Set([...section('dependencies').keys(), ...section('optionalDependencies').keys()]),
      devDependencies: new Set(section('devDependencies').keys()),
    }
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
