import { type ComposeProject, loadComposeProject } from '../parse/compose/project.js'
import { descend, type MapNode, textOf } from '../parse/node.js'
import { depthOf, directoryOf, fileName, isWithin, nameWords } from '../paths.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { type ComposeInvocation, composeInvocations } from './compose-invocations.js'

/** Files that `docker compose` (or `docker stack deploy`) would load together, and what they are for. */
export interface ComposeSet {
  readonly files: readonly string[]
  readonly directory: string
  readonly platform: 'compose' | 'swarm'
  readonly purpose: 'production' | 'development'
  readonly because: string
  readonly project: ComposeProject
}

/** What the configuration says about a set of files. */
export interface ConfiguredSet {
  readonly files: readonly string[]
  readonly purpose: 'production' | 'development'
}

const PRODUCTION_WORDS = new Set([
  'prod',
  'production',
  'prd',
  'live',
  'release',
  'deploy',
  'deployment',
  'swarm',
  'stack',
  'server',
])
const DEVELOPMENT_WORDS = new Set([
  ...[
    'dev',
    'devel',
    'development',
    'local',
    'localhost',
    'test',
    'tests',
    'testing',
    'ci',
    'e2e',
    'integration',
    'debug',
  ],
  ...[
    'example',
    'examples',
    'sample',
    'samples',
    'demo',
    'override',
    'mock',
    'mocks',
    'playground',
    'benchmark',
    'bench',
  ],
  ...['devcontainer', 'docs', 'doc', 'fixtures', 'template', 'templates', 'tutorial', 'perf', 'loadtest', 'sandbox'],
])
const PREPRODUCTION_WORDS = new Set(['staging', 'stage', 'uat', 'qa', 'preview', 'preprod'])
const BASE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const OVERRIDE_NAMES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
]
/** Words that say nothing about the purpose of a compose file. */
const FILLER_WORDS = new Set(['docker', 'compose', 'yml', 'yaml'])

type Variant = 'base' | 'override' | 'production' | 'preproduction' | 'development' | 'part'

function variantOf(path: string): Variant {
  const name = fileName(path)
  if (BASE_NAMES.includes(name)) return 'base'
  if (OVERRIDE_NAMES.includes(name)) return 'override'
  const words = nameWords(name).filter(word => !FILLER_WORDS.has(word))
  if (words.some(word => PRODUCTION_WORDS.has(word))) return 'production'
  if (words.some(word => DEVELOPMENT_WORDS.has(word))) return 'development'
  if (words.some(word => PREPRODUCTION_WORDS.has(word))) return 'preproduction'
  return 'part'
}

function developmentDirectory(directory: string): string | undefined {
  if (directory === '.') return undefined
  return directory.split('/').find(part => nameWords(part).some(word => DEVELOPMENT_WORDS.has(word)))
}

/** A project that stands alone: everything it starts says what to run. */
function isComplete(project: ComposeProject): boolean {
  if (project.services.size + project.disabled.size === 0) return false
  return !project.problems.some(problem => problem.code === 'no-image')
}

interface Candidate {
  readonly files: readonly string[]
  readonly project: ComposeProject
  readonly variant: Variant
  readonly invocation?: ComposeInvocation
}

/**
 * Finds the sets of compose files that belong together and tells production from development. A fragment (a file that
 * only changes services of another) is never judged alone. Order of evidence: the configuration; files named for
 * production; `COMPOSE_FILE`; commands in scripts, Makefiles and pipelines; the base file as `docker compose up` without
 * an override would load it.
 */
export function findComposeSets(tree: Tree, configured: readonly ConfiguredSet[]): readonly ComposeSet[] {
  const paths = tree.files.filter(file => file.format === 'compose').map(file => file.path)
  const load = projectLoader(tree)
  const invocations = composeInvocations(tree).filter(one => one.files.every(file => paths.includes(file)))
  const byDirectory = new Map<string, string[]>()
  for (const path of paths) byDirectory.set(directoryOf(path), [...(byDirectory.get(directoryOf(path)) ?? []), path])
  const sets: ComposeSet[] = configured.map(set => ({
    files: set.files,
    directory: directoryOf(set.files[0] ?? '.'),
    platform: platformOf(set.files, undefined),
    purpose: set.purpose,
    because: 'the configuration says so',
    project: load(set.files),
  }))
  const taken = new Set(configured.flatMap(set => set.files))
  for (const [directory, files] of byDirectory) {
    const free = files.filter(file => !taken.has(file))
    if (free.length > 0) sets.push(...setsOfDirectory(tree, directory, free, invocations, load))
  }
  return demoteDoubles(tree, sets, configured.length)
}

function projectLoader(tree: Tree): (files: readonly string[]) => ComposeProject {
  const loaded = new Map<string, ComposeProject>()
  return files => {
    const key = files.join('\n')
    let project = loaded.get(key)
    if (!project) {
      const read = (path: string): Source | undefined => tree.read(path)
      project = loadComposeProject({ files, environment: new Map(), unset: 'unknown', profiles: [], read })
      loaded.set(key, project)
    }
    return project
  }
}

function platformOf(files: readonly string[], invocation: ComposeInvocation | undefined): 'compose' | 'swarm' {
  if (invocation) return invocation.platform
  const words = new Set(files.flatMap(file => nameWords(fileName(file))))
  return words.has('swarm') || words.has('stack') ? 'swarm' : 'compose'
}

/** The sets of one directory: what is deployed from here, and the alternatives to it. */
function setsOfDirectory(
  tree: Tree,
  directory: string,
  paths: readonly string[],
  invocations: readonly ComposeInvocation[],
  load: (files: readonly string[]) => ComposeProject,
): readonly ComposeSet[] {
  const candidates = candidatesOf(directory, paths, invocations, load)
  const environmentFile = composeFileVariable(tree, directory, paths)
  const chosen = choose(candidates, environmentFile, directory)
  const sets: ComposeSet[] = []
  const primary = chosen?.candidate
  const names = new Set(primary ? primary.project.services.keys() : [])
  for (const candidate of candidates) {
    const isPart =
      primary !== undefined &&
      candidate !== primary &&
      (candidate.variant === 'part' || candidate.variant === 'production') &&
      candidate.files.length === 1 &&
      !primary.files.includes(candidate.files[0] ?? '') &&
      [...candidate.project.services.keys()].every(name => !names.has(name))
    if (isPart) for (const name of candidate.project.services.keys()) names.add(name)
    const purpose = candidate === primary || isPart ? 'production' : 'development'
    const nested = developmentDirectory(directory)
    const because =
      candidate === primary
        ? (chosen?.because ?? '')
        : isPart
          ? 'it adds services beside the production set and is named for no other purpose'
          : whyDevelopment(candidate, primary)
    sets.push({
      files: candidate.files,
      directory,
      platform: platformOf(candidate.files, candidate.invocation),
      purpose: nested ? 'development' : purpose,
      because: nested ? `it lies in ${nested}/` : because,
      project: candidate.project,
    })
  }
  return sets
}

function whyDevelopment(candidate: Candidate, primary: Candidate | undefined): string {
  if (candidate.variant === 'development' || candidate.variant === 'override') return 'its name says development'
  if (candidate.variant === 'preproduction') return 'its name says pre-production'
  return primary ? `${primary.files.join(' + ')} is what production runs` : 'nothing says that it is deployed'
}

/** Every combination of the directory's files that somebody would load. */
function candidatesOf(
  directory: string,
  paths: readonly string[],
  invocations: readonly ComposeInvocation[],
  load: (files: readonly string[]) => ComposeProject,
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (files: readonly string[], variant: Variant, invocation?: ComposeInvocation) => {
    const key = files.join('\n')
    if (!found.has(key)) found.set(key, { files, project: load(files), variant, ...(invocation ? { invocation } : {}) })
  }
  for (const invocation of invocations) {
    const first = invocation.files[0]
    if (first === undefined || directoryOf(first) !== directory) continue
    const variants = invocation.files.map(variantOf)
    const telling = variants.find(variant => variant !== 'base' && variant !== 'part')
    // The names of the files outrank the words around the command: a pipeline may well check the production set.
    const purpose = telling ?? (invocation.purpose === 'unknown' ? 'base' : invocation.purpose)
    if (invocation.files.length > 1 || invocation.platform === 'swarm') add(invocation.files, purpose, invocation)
  }
  const base = BASE_NAMES.map(name => paths.find(path => fileName(path) === name)).find(path => path !== undefined)
  const override = OVERRIDE_NAMES.map(name => paths.find(path => fileName(path) === name)).find(
    path => path !== undefined,
  )
  if (base) add([base], 'base')
  if (base && override) add([base, override], 'override')
  const used = new Set([...found.values()].flatMap(candidate => (candidate.invocation ? candidate.files : [])))
  for (const path of paths) {
    const variant = variantOf(path)
    if (variant === 'base' || variant === 'override') continue
    if (isComplete(load([path]))) add([path], variant)
    else if (base) add([base, path], variant)
    else if (!used.has(path)) add([path], variant)
  }
  if (!base && override && found.size === 0) add([override], 'override')
  return [...found.values()].filter(
    candidate => isComplete(candidate.project) || hasUnreadable(candidate.project) || candidate.variant === 'base',
  )
}

function hasUnreadable(project: ComposeProject): boolean {
  return project.problems.some(problem => problem.kind === 'syntax')
}

/** `COMPOSE_FILE` of the project's `.env`, as paths; undefined when it names files that are not here. */
function composeFileVariable(tree: Tree, directory: string, paths: readonly string[]): readonly string[] | undefined {
  const path = directory === '.' ? '.env' : `${directory}/.env`
  const line = tree.read(path)?.text.match(/^COMPOSE_FILE=(.*)$/m)?.[1]
  if (line === undefined) return undefined
  const names = line.replace(/^["']|["']$/g, '').split(line.includes(';') ? ';' : ':')
  const files = names.map(name =>
    directory === '.' ? name.trim().replace(/^\.\//, '') : `${directory}/${name.trim().replace(/^\.\//, '')}`,
  )
  return files.length > 0 && files.every(file => paths.includes(file)) ? files : undefined
}

interface Choice {
  readonly candidate: Candidate
  readonly because: string
}

function choose(
  candidates: readonly Candidate[],
  environmentFile: readonly string[] | undefined,
  directory: string,
): Choice | undefined {
  const pick = (candidate: Candidate | undefined, because: string): Choice | undefined =>
    candidate ? { candidate, because } : undefined
  const production = candidates.filter(one => one.variant === 'production')
  const invoked = production.find(one => one.invocation)
  const named = environmentFile?.join('\n')
  return (
    pick(invoked, `${invoked?.invocation?.by} deploys it`) ??
    pick(production.find(one => one.files.some(isPlainlyProduction)) ?? production[0], 'its name says production') ??
    pick(
      candidates.find(one => one.files.join('\n') === named),
      'COMPOSE_FILE in .env names it',
    ) ??
    pick(
      candidates.find(one => one.invocation && one.variant === 'base'),
      'a script of the repository starts these files together',
    ) ??
    pick(
      candidates.find(one => one.variant === 'base'),
      'it is what "docker compose up" loads without an override',
    ) ??
    pick(
      candidates.find(one => one.variant === 'part'),
      'no other compose file here is named for production',
    ) ??
    pick(
      candidates.find(one => one.variant === 'preproduction'),
      'it is the nearest to production in this directory',
    ) ??
    pick(candidates[0], `it is the only set in ${directory === '.' ? 'the repository root' : `${directory}/`}`)
  )
}

function isPlainlyProduction(path: string): boolean {
  return nameWords(fileName(path)).some(word => word === 'prod' || word === 'production')
}

/** A second description of the same system (a copy, or a service's own file for working on it alone) must not count twice. */
function demoteDoubles(tree: Tree, sets: readonly ComposeSet[], configuredCount: number): readonly ComposeSet[] {
  const order = [...sets.entries()].sort(([a, first], [b, second]) => {
    if (a < configuredCount || b < configuredCount) return a - b
    return (
      depthOf(first.directory) - depthOf(second.directory) ||
      (first.directory < second.directory ? -1 : first.directory > second.directory ? 1 : a - b)
    )
  })
  const kept: ComposeSet[] = []
  const texts = new Map<string, string>()
  const result: ComposeSet[] = []
  for (const [index, set] of order) {
    if (set.purpose !== 'production' || index < configuredCount) {
      result.push(set)
      if (set.purpose === 'production') kept.push(set)
      continue
    }
    const text = set.files.map(file => tree.read(file)?.text ?? '').join('\n')
    const copy = texts.get(text)
    const parent = kept.find(
      other => isWithin(other.directory, set.directory) && other.directory !== set.directory && describes(other, set),
    )
    if (copy !== undefined) result.push({ ...set, purpose: 'development', because: `it repeats ${copy}` })
    else if (parent)
      result.push({ ...set, purpose: 'development', because: `${parent.files.join(' + ')} runs the same services` })
    else {
      result.push(set)
      kept.push(set)
      texts.set(text, set.files.join(' + '))
    }
  }
  return promoteIfNone(result)
}

/** Whether `whole` already runs what `part` declares: the same service names, or images built from the same place. */
function describes(whole: ComposeSet, part: ComposeSet): boolean {
  const contexts = new Set([...whole.project.services.values()].flatMap(service => buildContext(service.node) ?? []))
  for (const [name, service] of part.project.services) {
    const context = buildContext(service.node)
    if (whole.project.services.has(name)) continue
    if (context !== undefined && contexts.has(context)) continue
    if (context === undefined) continue
    return false
  }
  return [...part.project.services].some(([name, service]) => {
    const context = buildContext(service.node)
    return whole.project.services.has(name) || (context !== undefined && contexts.has(context))
  })
}

function buildContext(service: MapNode): string | undefined {
  return textOf(descend(service, 'build', 'context'))
}

/** Where everything is named for development, what there is gets audited all the same, and the report says so. */
function promoteIfNone(sets: readonly ComposeSet[]): readonly ComposeSet[] {
  if (sets.length === 0 || sets.some(set => set.purpose === 'production')) return sets
  const best = sets.find(set => BASE_NAMES.includes(fileName(set.files[0] ?? ''))) ?? sets[0]
  return sets.map(set =>
    set === best
      ? { ...set, purpose: 'production', because: `nothing in the repository is named for production; ${set.because}` }
      : set,
  )
}
