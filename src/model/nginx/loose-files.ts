import { pathMatcher } from '../../parse/path-pattern.js'
import { directoryOf, fileName, joinPath } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { expandIncludes, type IncludedFiles, nginxFileOf } from './includes.js'
import { startOf } from './start.js'
import type { FoundNginx, NginxTree } from './trees.js'

/** Where installations keep their configuration; what lies below it is looked for beside the main file. */
const PREFIX =
  /^\/(?:etc\/nginx|usr\/local\/(?:etc\/nginx|nginx\/conf|openresty\/nginx\/conf)|opt\/bitnami\/nginx\/conf|opt\/homebrew\/etc\/nginx)\//
/** Directories of which nginx reads every file. */
const WHOLE_DIRECTORY = /^(?:conf\.d|http\.d|sites-enabled|vhosts?(?:\.d)?|server_blocks)$/
const MOST_FOLDERS_UP = 4
const MOST_MATCHES = 1_000

/**
 * The configurations in the repository that no workload is known to run: main files with what they include as far as it
 * lies beside them, then the fragments that nothing includes. Those of one `conf.d` belong together.
 */
export function looseNginxTrees(tree: Tree, used: ReadonlySet<string>): FoundNginx {
  const templates = tree.files.filter(file => file.format === 'nginx' && isOtherTemplate(tree.read(file.path)))
  const skipped = new Set(templates.map(file => file.path))
  const sources = tree.files.flatMap(file => {
    const source = file.format === 'nginx' && !used.has(file.path) && !skipped.has(file.path) && tree.read(file.path)
    return source ? [source] : []
  })
  const trees: NginxTree[] = []
  const included = new Set<string>()
  const add = (group: readonly Source[], start: NginxTree['start']) => {
    const one = looseTree(group, start, tree)
    for (const file of one.files.slice(group.length)) included.add(file.path)
    trees.push(one)
  }
  const starts = new Map(sources.map(source => [source, startOf(nginxFileOf(source).directives)]))
  const order: readonly NginxTree['start'][] = ['main', 'http', 'stream', 'server', undefined]
  for (const start of order) {
    const own = sources.filter(source => starts.get(source) === start)
    for (const group of grouped(own.filter(source => !included.has(source.path)))) add(group, start)
  }
  const because = 'nginx configuration in a template language: not evaluated'
  return {
    trees: trees.filter(one => one.files[0] && !included.has(one.files[0].path)),
    notEvaluated: templates.map(({ path }) => ({ path, because })),
  }
}

/** Written in the language of Jinja, Go, Helm or ERB; nginx itself gives no meaning to these signs. */
export function isOtherTemplate(source: Source | undefined): boolean {
  return source !== undefined && /\{\{|\{%|<%/.test(source.text)
}

/** Files of one directory that nginx reads as a whole, together; the others alone. */
function grouped(sources: readonly Source[]): readonly (readonly Source[])[] {
  const groups = new Map<string, Source[]>()
  for (const source of sources) {
    const directory = directoryOf(source.path)
    const key = WHOLE_DIRECTORY.test(fileName(directory)) ? directory : source.path
    const group = groups.get(key)
    if (group) group.push(source)
    else groups.set(key, [source])
  }
  return [...groups.values()]
}

function looseTree(group: readonly Source[], start: NginxTree['start'], tree: Tree): NginxTree {
  const directory = directoryOf(group[0]?.path ?? '.')
  const expanded = expandIncludes(group, pattern => besideMain(pattern, directory, tree))
  return {
    id: group.map(source => source.path).join(' '),
    mainFile: start === 'main' ? 'repository' : 'unknown',
    start,
    isStarted: false,
    ...expanded,
    complete: start === 'main' && expanded.unresolved.length === 0,
    ownModulesOnly: false,
    asWritten: new Set(),
    workloads: [],
  }
}

/** The files of an include that lie where the repository mirrors the installation: beside the file, or further up. */
function besideMain(pattern: string, directory: string, tree: Tree): IncludedFiles {
  const inner = pattern.startsWith('/') ? pattern.replace(PREFIX, '') : pattern
  const missing = `${pattern} is not in the repository`
  if (inner.startsWith('/')) return { sources: [], missing }
  let folder = directory
  for (let up = 0; up < MOST_FOLDERS_UP; up++) {
    const sources = filesAt(joinPath(folder, inner), tree)
    if (sources.length > 0) return { sources }
    if (folder === '.') break
    folder = directoryOf(folder)
  }
  return { sources: [], missing }
}

function filesAt(path: string, tree: Tree): readonly Source[] {
  if (path.startsWith('../')) return []
  const isPattern = /[*?[]/.test(path)
  const matches = isPattern ? pathMatcher(path) : undefined
  const paths = matches
    ? tree.files
        .filter(file => matches(file.path))
        .slice(0, MOST_MATCHES)
        .map(file => file.path)
    : [path]
  return paths.flatMap(one => tree.read(one) ?? [])
}
