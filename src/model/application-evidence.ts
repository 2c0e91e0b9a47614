import { directoryOf, fileName, isWithin } from '../paths.js'
import type { BuildContext } from './image/build-context.js'
import type { Image, Workload } from './system.js'

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

const known = new WeakMap<Image, Application>()

/** The program of a workload, where it is built from the repository; undefined when its source is not there. */
export function applicationOf({ image }: Workload): Application | undefined {
  if (!image?.context?.present || image.origin !== 'built') return undefined
  const application = known.get(image) ?? readApplication(image, image.context)
  if (application) known.set(image, application)
  return application
}

function readApplication(image: Image, context: BuildContext): Application | undefined {
  const dockerfile = directoryOf(image.files[0] ?? context.path)
  const folder = isWithin(context.path, dockerfile) ? inner(context.path, dockerfile) : '.'
  const all = context.find('.')
  const manifests = all.filter(file => MANIFEST.test(fileName(file)) && [folder, '.'].includes(directoryOf(file)))
  const isSource = (file: string) => SOURCE.test(file) && isWithin(folder, file) && !NOT_SHIPPED.test(file)
  const sources = all.filter(isSource).slice(0, MOST_FILES)
  if (sources.length === 0 && manifests.length === 0) return undefined
  return {
    needs: searcher(manifests, context),
    mentions: searcher([...manifests, ...sources], context),
  }
}

/** Asks each question once: many places have the same. */
function searcher(paths: readonly string[], context: BuildContext): (pattern: RegExp) => boolean {
  const answers = new Map<string, boolean>()
  return pattern => {
    const key = String(pattern)
    const answer = answers.get(key) ?? paths.some(path => pattern.test(context.read(path)?.text ?? ''))
    answers.set(key, answer)
    return answer
  }
}

function inner(folder: string, path: string): string {
  return folder === path ? '.' : folder === '.' ? path : path.slice(folder.length + 1)
}
