import { directoryOf, fileName, isWithin } from '../paths.js'
import type { Workload } from './system.js'

/** Files that name the libraries a program needs. */
const MANIFEST =
  /^(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|Gemfile|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|mix\.exs|Cargo\.toml|.+\.csproj)$/
const SOURCE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kt|php|cs|ex|exs|rs|ya?ml|properties|conf|template)$/
const NOT_SHIPPED = /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|e2e|docs?|examples?)\/|\.(?:test|spec)\.\w+$/
const MOST_FILES = 300

/** What the repository tells of the program that a workload runs. */
export interface Application {
  /** Whether a manifest names a library that a pattern matches. */
  readonly needs: (library: RegExp) => boolean
  /** Whether a manifest or a source file has a text that a pattern matches. */
  readonly mentions: (text: RegExp) => boolean
}

/** The program of a workload, where it is built from the repository; undefined when its source is not there. */
export function applicationOf({ image }: Workload): Application | undefined {
  const context = image?.context
  if (!context?.present || image?.origin !== 'built') return undefined
  const dockerfile = directoryOf(image.files[0] ?? context.path)
  const folder = isWithin(context.path, dockerfile) ? inner(context.path, dockerfile) : '.'
  const files = context.find('.').filter(file => isWithin(folder, file) && !NOT_SHIPPED.test(file))
  const manifests = context
    .find('.')
    .filter(file => MANIFEST.test(fileName(file)) && [folder, '.'].includes(directoryOf(file)))
  const sources = files.filter(file => SOURCE.test(file)).slice(0, MOST_FILES)
  if (sources.length === 0 && manifests.length === 0) return undefined
  const has = (paths: readonly string[], pattern: RegExp) =>
    paths.some(path => pattern.test(context.read(path)?.text ?? ''))
  return { needs: library => has(manifests, library), mentions: text => has([...manifests, ...sources], text) }
}

function inner(folder: string, path: string): string {
  return folder === path ? '.' : folder === '.' ? path : path.slice(folder.length + 1)
}
