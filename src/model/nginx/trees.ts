import { type StockNginx, stockNginx, TEMPLATES } from '../../knowledge/nginx/stock.js'
import type { NginxDirective, NginxFile } from '../../parse/nginx.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ContainerFile, type ContainerFiles, containerFilesOf, type FoundFiles } from '../container-files.js'
import type { NotEvaluated, Workload } from '../system.js'
import { readAsWritten } from './as-written.js'
import { expandIncludes, type IncludedFiles, nginxFileOf, type UnresolvedInclude } from './includes.js'
import { isOtherTemplate, looseNginxTrees } from './loose-files.js'
import { onlyPrepares, preparedFiles } from './prepared.js'
import { type NginxStart, startOf } from './start.js'

/** One nginx as it starts: its outermost files with everything that they include. */
export interface NginxTree {
  /** Paths of the outermost files, joined: unique, and independent of lines. */
  readonly id: string
  /**
   * Where the outermost file comes from. `image`: the image's own stands around what the repository has (see `stock`).
   * `unknown`: the repository has fragments alone, which something else includes somewhere.
   */
  readonly mainFile: 'repository' | 'image' | 'unknown'
  /** What the outermost directives stand in; undefined when that cannot be told. */
  readonly start: NginxStart | undefined
  /** Everything in its place. An `include` that was not followed, or not fully, is still there. */
  readonly directives: readonly NginxDirective[]
  /** Each file once; the outermost first. */
  readonly files: readonly NginxFile[]
  readonly unresolved: readonly UnresolvedInclude[]
  /** The outermost file is the one that nginx is started with: a container has it in its place. */
  readonly isStarted: boolean
  /** Every directive is known, or stands in a file that comes with nginx: what is not here is nowhere. */
  readonly complete: boolean
  readonly stock?: StockNginx
  /** What runs it is the official image as it was pulled: it has the modules of nginx itself and no others. */
  readonly ownModulesOnly: boolean
  /** Paths of its files that nobody fills in before nginx reads them, though they have variables for that. */
  readonly asWritten: ReadonlySet<string>
  /** Those that run it. */
  readonly workloads: readonly Workload[]
}

/** The configurations of nginx that the repository holds, each from its main file on. */
export interface FoundNginx {
  readonly trees: readonly NginxTree[]
  readonly notEvaluated: readonly NotEvaluated[]
}

/** Every nginx that the workloads run, and the configurations that none is known to run. */
export function nginxTreesOf(tree: Tree, workloads: readonly Workload[]): FoundNginx {
  const found = new Map<string, NginxTree>()
  for (const workload of workloads) {
    const one = treeOfWorkload(workload, tree)
    // A file in a template language is none of nginx yet: it is said with the loose ones.
    if (!one || one.files.some(file => isOtherTemplate(tree.read(file.path)))) continue
    // The same main file may include what another container has in its place.
    const files = JSON.stringify(one.files.map(file => file.path))
    const same = found.get(`${one.id} ${files}`)
    const taken = [...found.values()].some(({ id }) => id === one.id)
    const own = taken ? { ...one, id: `${one.id} of ${workload.name}` } : one
    found.set(`${one.id} ${files}`, same ? { ...same, workloads: [...same.workloads, workload] } : own)
  }
  const run = [...found.values()]
  const loose = looseNginxTrees(tree, new Set(run.flatMap(one => one.files.map(file => file.path))))
  return { trees: [...run, ...loose.trees], notEvaluated: loose.notEvaluated }
}

/** Whether a workload runs nginx, by its image, its command, or a main file in its place. */
function runsNginx(workload: Workload, files: ContainerFiles): boolean {
  if (workload.clientOf) return false
  if (workload.software) return workload.software.id === 'nginx'
  if (workload.start?.argv.some(word => word !== null && /(?:^|\/)nginx$/.test(word))) return true
  const main = files.find('/etc/nginx/nginx.conf')
  return main.state === 'file' && startOf(nginxFileOf(main.file.source).directives) === 'main'
}

function treeOfWorkload(workload: Workload, tree: Tree): NginxTree | undefined {
  const files = preparedFiles(containerFilesOf(workload, tree), workload)
  if (!runsNginx(workload, files)) return undefined
  const stock = stockNginx(workload.distribution?.id)
  const main = mainPathOf(workload) ?? stock?.main ?? '/etc/nginx/nginx.conf'
  const prefix = main.slice(0, main.lastIndexOf('/'))
  const includes = (pattern: string) =>
    inContainer(pattern.startsWith('/') ? pattern : `${prefix}/${pattern}`, workload, files)
  const asWritten = (expanded: Pick<NginxTree, 'files'>) =>
    hasOwnModulesOnly(workload)
      ? readAsWritten(
          workload,
          files,
          expanded.files.map(({ path }) => path),
          tree,
        )
      : new Set<string>()
  const found = files.find(main)
  if (found.state === 'file') {
    const { source } = found.file
    const expanded = expandIncludes([source], includes)
    const complete = expanded.unresolved.length === 0
    return {
      id: idOf([found.file], tree),
      mainFile: 'repository',
      start: 'main',
      isStarted: true,
      ...expanded,
      complete,
      ownModulesOnly: hasOwnModulesOnly(workload),
      asWritten: asWritten(expanded),
      workloads: [workload],
    }
  }
  const own = (stock?.includes ?? []).map(pattern => matching(pattern, workload, files))
  const roots = own.flatMap(one => one.files)
  if (roots.length === 0) return undefined
  const isStock = found.state === 'image' && stock?.sets !== undefined && startsPlainly(workload)
  const expanded = expandIncludes(
    roots.map(file => file.source),
    includes,
  )
  return {
    id: idOf(roots, tree),
    mainFile: isStock ? 'image' : 'unknown',
    start: 'http',
    isStarted: false,
    ...expanded,
    complete: isStock && expanded.unresolved.length === 0 && own.every(one => one.missing === undefined),
    ...(isStock && stock ? { stock } : {}),
    ownModulesOnly: hasOwnModulesOnly(workload),
    asWritten: asWritten(expanded),
    workloads: [workload],
  }
}

/** A script in front of nginx may write files. */
function startsPlainly({ start }: Pick<Workload, 'start'>): boolean {
  return (
    start === undefined ||
    onlyPrepares({ start }) ||
    (!start.shell && /(?:^|\/)(?:nginx(?:-debug)?|docker-entrypoint\.sh)$/.test(start.argv[0] ?? ''))
  )
}

/** Several texts may stand in one file: the keys of a ConfigMap. They are told apart by where they arrive. */
function idOf(files: readonly ContainerFile[], tree: Tree): string {
  const names = files.map(({ path, source }) => {
    const isWhole = tree.read(source.path)?.text === source.text
    return isWhole ? source.path : `${source.path}#${path}`
  })
  return names.join(' ')
}

/** `nginx -c /path/of/the.conf`. */
function mainPathOf(workload: Workload): string | undefined {
  const argv = workload.start?.argv ?? []
  const flag = argv.indexOf('-c')
  const path = flag === -1 ? undefined : argv[flag + 1]
  return path?.startsWith('/') ? path : undefined
}

function inContainer(pattern: string, workload: Workload, files: ContainerFiles): IncludedFiles {
  if (/[*?[]/.test(pattern)) {
    const found = matching(pattern, workload, files)
    const sources = found.files.map(file => file.source)
    return { sources, ...(found.missing === undefined ? {} : { missing: found.missing }) }
  }
  const found = files.find(pattern)
  if (found.state === 'file') return { sources: [found.file.source] }
  return { sources: [], missing: found.state === 'unknown' ? found.because : `${pattern} is not in the repository` }
}

interface Matching {
  readonly files: readonly ContainerFile[]
  readonly missing?: string
}

function matching(pattern: string, workload: Workload, files: ContainerFiles): Matching {
  const found = files.match(pattern)
  const templates = templatesFor(pattern, workload, files)
  const missing = found.hidden?.because ?? templates?.hidden?.because ?? ownOfImage(pattern, found, workload)
  return { files: [...found.files, ...(templates?.files ?? [])], ...(missing === undefined ? {} : { missing }) }
}

function hasOwnModulesOnly(workload: Workload): boolean {
  return isOfficial(workload) && workload.image?.origin === 'pulled' && startsPlainly(workload)
}

function isOfficial({ distribution }: Workload): boolean {
  return distribution?.id === 'official' || distribution?.id === 'unprivileged'
}

/** The official image has one file in `conf.d`: a page that says hello on port 80, and nothing that others may refer to. */
function ownOfImage(pattern: string, found: FoundFiles, workload: Workload): string | undefined {
  if (!found.besideImage || (isOfficial(workload) && pattern.startsWith('/etc/nginx/conf.d/'))) return undefined
  return `what the image has at ${pattern} is not known`
}

/** The templates that become files of a directory when the container starts. */
function templatesFor(pattern: string, workload: Workload, files: ContainerFiles): FoundFiles | undefined {
  const setting = ({ variable, value }: { readonly variable: string; readonly value: string }) =>
    knownValue(workload.environment.get(variable)?.value) ?? value
  const output = `${setting(TEMPLATES.output)}/`
  if (!isOfficial(workload) || workload.start?.replacesEntrypoint || !pattern.startsWith(output)) return undefined
  return files.match(`${setting(TEMPLATES.directory)}/${pattern.slice(output.length)}${setting(TEMPLATES.suffix)}`)
}
