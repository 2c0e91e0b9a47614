import { fileName, nameWords } from '../../paths.js'

/** What the name of a compose file says it is for. `part`: nothing. */
export type Variant = 'base' | 'override' | 'production' | 'preproduction' | 'development' | 'part'

/** What a place or a command is for, as far as its words tell. */
export type Purpose = 'production' | 'preproduction' | 'development'

/** The files that `docker compose` looks for, the first one found wins (https://docs.docker.com/compose/intro/compose-application-model/). */
const BASE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const OVERRIDE_NAMES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
]

const PLAINLY_PRODUCTION = ['prod', 'production', 'prd']
const PRODUCTION = new Set([
  ...PLAINLY_PRODUCTION,
  ...['live', 'release', 'deploy', 'deployment', 'swarm', 'stack', 'server'],
])
const PREPRODUCTION = new Set(['staging', 'stage', 'stg', 'uat', 'qa', 'preview', 'preprod', 'acceptance'])
const DEVELOPMENT = new Set([
  ...['dev', 'devel', 'development', 'local', 'localhost', 'debug', 'test', 'tests', 'testing', 'ci', 'e2e'],
  ...['integration', 'example', 'examples', 'sample', 'samples', 'demo', 'mock', 'mocks', 'playground', 'sandbox'],
  ...['benchmark', 'bench', 'perf', 'loadtest', 'fixtures', 'docs', 'doc', 'tutorial', 'template', 'templates'],
  ...['override', 'devcontainer', 'watch'],
])
/** As the name of a folder these say less: a service can be called so. */
const NO_FOLDER = new Set([
  'live',
  'release',
  'stack',
  'server',
  'swarm',
  'integration',
  'override',
  'watch',
  'preview',
])
/** As words around a command these say that it is for more than looking. */
const COMMAND_PRODUCTION = new Set([
  'deploy',
  'deployment',
  'release',
  'rollout',
  'swarm',
  'live',
  ...PLAINLY_PRODUCTION,
])
/** Words that say nothing about the purpose of a compose file. */
const FILLERS = new Set(['docker', 'compose', 'yml', 'yaml'])
const COMMON = new Set(['base', 'common', 'core', 'main', 'shared', 'default'])

/** Whether `docker compose up` loads a file of this name by itself. */
export function isBase(path: string): boolean {
  return BASE_NAMES.includes(fileName(path))
}

/** The file of a folder that `docker compose` takes when none is named. */
export function baseOf(paths: readonly string[]): string | undefined {
  return firstNamed(paths, BASE_NAMES)
}

/** The override that `docker compose` adds to the base. */
export function overrideOf(paths: readonly string[]): string | undefined {
  return firstNamed(paths, OVERRIDE_NAMES)
}

function firstNamed(paths: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const path = paths.find(one => fileName(one) === name)
    if (path !== undefined) return path
  }
  return undefined
}

/** A file that others build on without being the one that is loaded by itself: `docker-compose.base.yml`. */
export function isCommon(path: string): boolean {
  const words = tellingWords(path)
  return words.length > 0 && words.every(word => COMMON.has(word))
}

function tellingWords(path: string): readonly string[] {
  return nameWords(fileName(path)).filter(word => !FILLERS.has(word))
}

/** What the name of the file says, its folders left aside. */
export function variantOf(path: string): Variant {
  const name = fileName(path)
  if (BASE_NAMES.includes(name)) return 'base'
  if (OVERRIDE_NAMES.includes(name)) return 'override'
  const words = tellingWords(path)
  if (words.some(word => PRODUCTION.has(word)) && !words.some(word => isDevelopment(word))) return 'production'
  if (words.some(word => PLAINLY_PRODUCTION.includes(word))) return 'production'
  if (words.some(word => DEVELOPMENT.has(word))) return 'development'
  return words.some(word => PREPRODUCTION.has(word)) ? 'preproduction' : 'part'
}

/** `deploy.local` is not for production, whatever is deployed there. */
function isDevelopment(word: string): boolean {
  return DEVELOPMENT.has(word) || PREPRODUCTION.has(word)
}

/** Whether a file says `prod` itself, not only that something is deployed or runs on a server. */
export function isPlainlyProduction(path: string): boolean {
  return tellingWords(path).some(word => PLAINLY_PRODUCTION.includes(word))
}

/** What the folders of a path say, and the one that says it. The innermost that speaks counts. */
export function folderPurpose(directory: string): { readonly purpose: Purpose; readonly folder: string } | undefined {
  if (directory === '.') return undefined
  const folders = directory.split('/')
  const found = folders.map(folder =>
    purposeOfWords(
      nameWords(folder).filter(word => !NO_FOLDER.has(word)),
      PRODUCTION,
    ),
  )
  // What lies anywhere below examples/ or docs/ stays an example.
  const at = found.includes('development')
    ? found.indexOf('development')
    : found.findLastIndex(one => one !== undefined)
  const purpose = found[at]
  return purpose && { purpose, folder: folders.slice(0, at + 1).join('/') }
}

/** What a command is for, by the words that stand around it: the name of its script, target or job. */
export function purposeOfCommand(words: readonly string[]): Purpose | undefined {
  return purposeOfWords(words, COMMAND_PRODUCTION)
}

function purposeOfWords(words: readonly string[], production: ReadonlySet<string>): Purpose | undefined {
  if (words.some(word => PLAINLY_PRODUCTION.includes(word))) return 'production'
  if (words.some(word => DEVELOPMENT.has(word))) return 'development'
  if (words.some(word => PREPRODUCTION.has(word))) return 'preproduction'
  return words.some(word => production.has(word)) ? 'production' : undefined
}
