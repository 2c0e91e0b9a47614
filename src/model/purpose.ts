import { directoryOf, fileName, nameWords } from '../paths.js'

/** What a place or a command is for, as far as its words tell. */
export type Purpose = 'production' | 'preproduction' | 'development'

/** Words that say production and nothing else. */
export const PLAINLY_PRODUCTION: readonly string[] = ['prod', 'production', 'prd']
/** Words that say production in the name of a file or folder. */
export const PRODUCTION: ReadonlySet<string> = new Set([
  ...PLAINLY_PRODUCTION,
  ...['live', 'release', 'deploy', 'deployment', 'swarm', 'stack', 'server'],
])
/** Words that say that something runs before production. */
export const PREPRODUCTION: ReadonlySet<string> = new Set([
  ...['staging', 'stage', 'stg', 'uat', 'qa', 'preview', 'preprod', 'acceptance'],
])
/** Words of tests and what they need. */
const TEST = [
  ...['test', 'tests', 'testing', 'testdata', 'e2e', 'mock', 'mocks', 'stub', 'stubs', 'fixture', 'fixtures', 'spec'],
  ...['fuzz', 'conformance'],
]
/** Words of what is shown to people who want to see how something works. */
const DEMONSTRATION = [
  ...['example', 'examples', 'sample', 'samples', 'demo', 'demos', 'playground', 'sandbox', 'docs', 'doc'],
  ...['tutorial', 'tutorials', 'quickstart', 'quickstarts', 'template', 'templates'],
]
/** Words that say that nothing of production is meant. */
export const DEVELOPMENT: ReadonlySet<string> = new Set([
  ...['dev', 'devel', 'development', 'local', 'localhost', 'debug', 'ci', 'integration'],
  ...['benchmark', 'bench', 'perf', 'loadtest', 'override', 'devcontainer', 'watch'],
  ...TEST.filter(word => word !== 'spec'),
  ...DEMONSTRATION,
])
/** As the name of a folder these say less: a service can be called so. */
const NO_FOLDER = new Set([
  ...[
    'live',
    'release',
    'stack',
    'server',
    'swarm',
    'integration',
    'override',
    'watch',
    'preview',
    'stub',
    'conformance',
  ],
])
/** As words around a command these say that it is for more than looking. */
const COMMAND_PRODUCTION = new Set([
  ...['deploy', 'deployment', 'release', 'rollout', 'swarm', 'live'],
  ...PLAINLY_PRODUCTION,
])

/** What the folders of a path say, and the one that says it. The innermost that speaks counts. */
export function folderPurpose(directory: string): { readonly purpose: Purpose; readonly folder: string } | undefined {
  if (directory === '.') return undefined
  const folders = directory.split('/')
  const found = folders.map(folder =>
    purposeOfWords(
      wordsOf(folder).filter(word => !NO_FOLDER.has(word)),
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

/** The words of a name; `quick-start` and `getting-started` are the one word quickstart. */
export function wordsOf(name: string): readonly string[] {
  const words = nameWords(name)
  const isQuick = words.some(
    (word, at) =>
      (word === 'quick' && words[at + 1] === 'start') || (word === 'getting' && words[at + 1] === 'started'),
  )
  return isQuick ? [...words, 'quickstart'] : words
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

/** Whether a Dockerfile that nothing builds is for development, tests or demonstration, by its name and folders. */
export function isDevelopmentFile(path: string): boolean {
  return (
    folderPurpose(directoryOf(path))?.purpose === 'development' ||
    wordsOf(fileName(path)).some(word => DEVELOPMENT.has(word))
  )
}

const TEST_PLACE = new RegExp(`(?:^|[./_-])(?:__tests__|${TEST.join('|')}|e2e\\w*)(?=[./#_-]|$)`, 'i')
const DEVELOPMENT_PLACE = new RegExp(
  `(?:^|[./:_-])(?:dev|devel|development|devcontainer|local|ci|${DEMONSTRATION.join('|')})(?=[./#_-]|$)`,
  'i',
)

/** Whether a path says that what it holds is for tests: a folder or file of tests, their fixtures, mocks and stubs. */
export function isTestMaterial(path: string): boolean {
  return TEST_PLACE.test(path)
}

/** Whether a path says that what it holds is for development, tests or documentation. */
export function isDevelopmentPath(path: string): boolean {
  return DEVELOPMENT_PLACE.test(path) || isTestMaterial(path)
}
