import { isUtf8 } from 'node:buffer'
import { type FileFormat, formatOf } from './discover/classify.js'
import { type EditedFile, withEdited } from './discover/edited.js'
import { findWorkTree, realPath, type WorkTree } from './discover/git.js'
import { isIgnored } from './discover/ignore-rules.js'
import { isStoredElsewhere } from './discover/large-files.js'
import { isReport } from './discover/reports.js'
import { diskStorage, type Storage } from './discover/storage.js'
import { outerRules, type Walk, walk } from './discover/walk.js'
import type { NotEvaluated } from './model/system.js'
import { joinPath } from './paths.js'
import type { Source } from './source.js'
import type { RepositoryFile, Tree } from './tree.js'

export { type FileFormat, formatOf } from './discover/classify.js'

/** The repository on disk. */
export interface Discovery extends Tree {
  /** The root without symbolic links, absolute. */
  readonly root: string
}

export interface DiscoverOptions {
  /** Patterns of files and folders to leave out, as in a `.gitignore` at the root. */
  readonly exclude?: readonly string[] | undefined
  /** Bytes; files above it are named in `skipped` and not read. Default: 1 MiB. */
  readonly maximumFileSize?: number
  /** Read in place of what is on disk. */
  readonly edited?: EditedFile | undefined
}

const DEFAULT_FILE_SIZE = 1024 * 1024
const BINARY_PROBE = 8 * 1024

/**
 * Finds and classifies the files below `root`. Left out: what git ignores and does not track (also outside a work tree),
 * folders that tools fill, copies (`*.bak`, `archive/`), and whatever `exclude` names; reports are listed and not read.
 * Symbolic links are never followed out of the root; a link to something inside reads as what it points at and is not
 * listed. A root that cannot be read gives an empty tree whose `skipped` says so.
 */
export function discover(root: string, options: DiscoverOptions = {}): Discovery {
  const real = realPath(root)
  if (real === undefined) return emptyDiscovery(root)
  const workTree = workTreeOf(real)
  const isTracked = (path: string) => tracked(workTree, path)
  const disk = diskStorage(real)
  const storage = options.edited ? withEdited(disk, options.edited) : disk
  return { root: real, ...treeIn(storage, workTree, isTracked, options) }
}

/** What git keeps of a repository: its index or a commit. The same as the disk would hold after a fresh checkout of it. */
export function discoverIn(storage: Storage, options: DiscoverOptions = {}): Tree {
  return treeIn(storage, undefined, path => storage.size(path) !== undefined, options)
}

function treeIn(
  storage: Storage,
  workTree: WorkTree | undefined,
  isTracked: Tree['tracked'],
  options: DiscoverOptions,
): Tree {
  const found = walk({ storage, workTree, exclude: options.exclude ?? [] })
  const limit = options.maximumFileSize ?? DEFAULT_FILE_SIZE
  const skipped: NotEvaluated[] = [...found.skipped]
  const readFound = reader(storage, found, limit, skipped)
  const resolve = resolver(storage, found, skipped)
  const files = classified(found, readFound, limit, skipped)
  return {
    files,
    read: path => {
      const target = resolve(path)
      return target === undefined ? undefined : readFound(target)
    },
    exists: path => exists(storage, found, resolve(path)),
    skipped: skipped.sort((one, other) => compareBytes(one.path, other.path)),
    tracked: path => isTracked(resolve(path) ?? path),
  }
}

function emptyDiscovery(root: string): Discovery {
  const skipped = [{ path: '.', because: 'the folder cannot be read' }]
  return { root, files: [], read: () => undefined, exists: () => false, skipped, tracked: () => undefined }
}

/** The work tree around the root; none when git ignores the root itself, as it does a scratch folder inside a repository. */
function workTreeOf(root: string): WorkTree | undefined {
  const workTree = findWorkTree(root)
  if (workTree === undefined || workTree.prefix === '') return workTree
  return isIgnored(outerRules(workTree), `${workTree.prefix}/`) ? undefined : workTree
}

function tracked(workTree: WorkTree | undefined, path: string): boolean | undefined {
  if (workTree?.index === undefined) return undefined
  const full = workTree.prefix === '' ? path : `${workTree.prefix}/${path}`
  if (workTree.index.paths.has(full)) return true
  for (let at = full.indexOf('/'); at !== -1; at = full.indexOf('/', at + 1)) {
    if (workTree.index.opaque.has(full.slice(0, at))) return undefined
  }
  return false
}

type Read = (path: string) => Source | undefined

/** Reads each file once. One that cannot be read is added to `skipped` when it is asked for. */
function reader(storage: Storage, found: Walk, limit: number, skipped: NotEvaluated[]): Read {
  const sources = new Map<string, Source | undefined>()
  return path => {
    if (sources.has(path)) return sources.get(path)
    const size = found.files.get(path)
    let data: Omit<Source, 'path'> | undefined
    try {
      data = size === undefined || size > limit ? undefined : readText(storage, path, limit)
      if (data && isStoredElsewhere(data.text)) {
        skipped.push({ path, because: 'kept in Git LFS, and its content is not here' })
        data = undefined
      }
      if (data && isReport(path, data.text)) data = undefined
    } catch {
      skipped.push({ path, because: 'the file cannot be read' })
    }
    const source = data && { path, ...data }
    sources.set(path, source)
    return source
  }
}

function readText(storage: Storage, path: string, limit: number): Omit<Source, 'path'> | undefined {
  const decoded = storage.decoded?.(path)
  // Only the bytes tell whether something was malformed, and where a zero byte makes a file binary.
  const isPlain =
    decoded !== undefined && decoded.length <= limit && !decoded.includes('\ufffd') && !decoded.includes('\0')
  return isPlain ? { text: withoutMark(decoded) } : textOf(storage.bytes(path), limit)
}

function textOf(data: Uint8Array, limit: number): Omit<Source, 'path'> | undefined {
  if (data.length > limit || data.subarray(0, BINARY_PROBE).includes(0)) return undefined
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const text = withoutMark(bytes.toString('utf8'))
  return isUtf8(data) ? { text } : { text, malformed: true }
}

/** Without the byte order mark in front. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function classified(found: Walk, read: Read, limit: number, skipped: NotEvaluated[]): RepositoryFile[] {
  const charts = new Set([...found.files.keys()].filter(isChart).map(path => path.slice(0, -'Chart.yaml'.length)))
  const files: RepositoryFile[] = []
  for (const [path, size] of found.files) {
    const text = () => read(path)?.text
    const named = formatOf(path, text)
    const format: FileFormat = isHelmTemplate(path, charts) && text()?.includes('{{') ? 'helm' : named
    files.push({ path, size, format })
    if (format === 'helm' && /\.ya?ml$/.test(path)) skipped.push({ path, because: 'Helm template: not evaluated' })
    else if (size > limit && isSaid(format)) skipped.push({ path, because: `larger than ${limit} bytes: not read` })
  }
  return files.sort((one, other) => compareBytes(one.path, other.path))
}

function isChart(path: string): boolean {
  return path === 'Chart.yaml' || path.endsWith('/Chart.yaml')
}

function isHelmTemplate(path: string, charts: ReadonlySet<string>): boolean {
  if (charts.size === 0) return false
  for (let at = path.indexOf('templates/'); at !== -1; at = path.indexOf('templates/', at + 1)) {
    if (charts.has(path.slice(0, at))) return true
  }
  return false
}

/** Nobody expects a picture, a lock file or a data file to be read. */
function isSaid(format: FileFormat): boolean {
  return format !== 'binary' && format !== 'lock' && format !== 'text'
}

/** Normalises a path and takes it through symbolic links; undefined when it leaves the root. */
function resolver(storage: Storage, found: Walk, skipped: NotEvaluated[]): (path: string) => string | undefined {
  const links = new Map<string, string>()
  for (const link of found.links) {
    const inside = storage.realPath(link)
    if (inside !== undefined) links.set(link, inside)
    else if (isSaid(formatOf(link, () => undefined))) {
      skipped.push({ path: link, because: 'a symbolic link that leads out of the repository or nowhere' })
    }
  }
  return path => {
    if (links.size === 0 && found.files.has(path)) return path
    if (path.startsWith('/') || path.includes('\0')) return undefined
    let at = joinPath('.', path)
    for (let hops = 0; hops < 16 && links.size > 0; hops++) {
      const next = throughLink(at, links)
      if (next === undefined) break
      at = next
    }
    return at === '..' || at.startsWith('../') ? undefined : at
  }
}

function throughLink(path: string, links: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const target = links.get(end === -1 ? path : path.slice(0, end))
    if (target !== undefined) return joinPath(target, end === -1 ? '' : path.slice(end + 1))
    if (end === -1) return undefined
  }
}

function exists(storage: Storage, found: Walk, path: string | undefined): boolean {
  if (path === undefined) return false
  if (path === '.' || found.files.has(path) || found.directories.has(path) || found.leftOut.has(path)) return true
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    if (!found.leftOut.has(path.slice(0, end))) continue
    return storage.realPath(path) !== undefined
  }
  return false
}

/** Orders as the bytes of UTF-8 do, so that the order is the same on every machine. */
function compareBytes(one: string, other: string): number {
  if (one === other) return 0
  if (/[\ud800-\udfff]/.test(one + other)) return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return one < other ? -1 : 1
}
