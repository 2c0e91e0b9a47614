import { callsSome, indexOf, some } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import { wordsLike } from '../../code/vocabulary.js'
import { remembering } from '../../remember.js'
import { autoloaded } from './autoload-folders.js'
import { dynamicLoads, requiredFolder } from './required-folders.js'

/** What files load, and whether that is all of it. */
export interface Imports {
  /** Packages from outside. */
  readonly packages: ReadonlySet<string>
  /** How many modules are not there, or are of the repository's owner and from elsewhere; and files that could not be read in full. */
  readonly missing: number
  /** Nothing is missing, and nothing is loaded by a name that is made while the program runs. */
  readonly isComplete: boolean
}

/** What is no code: styles, data, pictures. */
const OTHER =
  /\.(?:json5?|s?css|less|sass|svg|png|jpe?g|gif|webp|ico|html?|txt|md|graphql|gql|ya?ml|toml|wasm|node|woff2?)$/i
/** Made by tools: types and clients that nothing is hidden in. */
const GENERATED =
  /(?:^|\/)(?:generated|__generated__|gen|proto|pb|\.prisma|package)(?:\/|$|\.)|_pb2?(?:_grpc)?$|version$/i

/** What files import. `own`: the beginnings of the names of packages whose code is somewhere else and not public. */
export function importsOf(program: Program, files: readonly CodeFile[], own: readonly string[]): Imports {
  const packages = new Set<string>()
  let missing = 0
  for (const file of files) {
    if (file.problems.length > 0) missing++
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === undefined || one.typeOnly) continue
      const target = program.target(file, one.from)
      if (target.kind === 'missing' && !OTHER.test(one.from) && !GENERATED.test(one.from)) missing++
      if (target.kind !== 'package') continue
      packages.add(target.name)
      if (own.some(beginning => target.name.startsWith(beginning))) missing++
    }
  }
  const loadsFolders = [...packages].some(name => FOLDER_LOADERS.test(name)) || autoloaded(program, files) === undefined
  return {
    packages,
    missing,
    isComplete:
      missing === 0 && !loadsFolders && !lacksTasks(program, files) && !files.some(file => loadsByName(program, file)),
  }
}

/** Packages that load all files of a folder. */
const FOLDER_LOADERS =
  /^(?:require-dir|require-all|include-all|consign|glob|fast-glob|globby|awilix|express-file-routing|node-file-router|pkgutil|stevedore|pluggy)$/
const loadsFolder = wordsLike(
  /^(?:glob|globSync|globEager|walk_packages|iter_modules|autodiscover|loadFiles|loadFilesSync|importClassesFromDirectories)$/,
)
/** `dist/routes/**\/*.js`, as loaders of routes and schemas take it. */
const FILE_PATTERN = /\*[\w.{},()|+-]*\.(?:[cm]?[jt]sx?\b|\{)/
/** What ORMs load: nothing of it answers requests or loads anything else. */
const OF_TABLES = /entit(?:y|ies)|migrations?|subscribers?|seed(?:er)?s?|factor(?:y|ies)|models?/i
const isFilePattern = remembering(text => FILE_PATTERN.test(text) && !OF_TABLES.test(text))

/**
 * Whether `autodiscover_tasks` of Celery may load more than what is seen: it looks for modules called `tasks`.
 * https://docs.celeryq.dev/en/stable/reference/celery.html#celery.Celery.autodiscover_tasks
 */
function lacksTasks(program: Program, files: readonly CodeFile[]): boolean {
  const calls = files.flatMap(file => indexOf(file).callsByName.get('autodiscover_tasks') ?? [])
  if (calls.length === 0) return false
  if (calls.some(call => call.arguments.some(one => one.kind === 'keyword' && one.name === 'related_name'))) return true
  const seen = new Set(files)
  return [...program.files.values()].some(file => /(?:^|\/)tasks(?:\.py|\/)/.test(file.path) && !seen.has(file))
}

/** Whether a file loads modules by names that are not written out, or all files of a folder that is not told. */
function loadsByName(program: Program, file: CodeFile): boolean {
  const { texts } = indexOf(file)
  if (callsSome(file, loadsFolder) || some(texts, isFilePattern)) return true
  return dynamicLoads(file).some(call => requiredFolder(program, file, call) === undefined)
}
