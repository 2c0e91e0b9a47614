import { pathMatcher } from '../parse/path-pattern.js'
import { directoryOf, isWithin, joinPath } from '../paths.js'
import { knownValue, type Source, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { imageFileAt, imagePathsBelow } from './image/files.js'
import type { Mount, Workload } from './system.js'

/** A container, or an image that nothing mounts anything into. */
type Container = Pick<Workload, 'mounts' | 'image'>

/** A text of the repository as a container sees it. */
export interface ContainerFile {
  /** Inside the container, absolute. */
  readonly path: string
  readonly source: Source
  /** What brings it: the mount, or the instruction of the Dockerfile. */
  readonly at: Span
}

/**
 * What a container finds at a path. `file`: a text of the repository · `image`: nothing that the deployment or the
 * Dockerfile brings, so at most the image's own · `absent`: what is mounted there has no such file · `unknown`: something
 * that the repository does not hold.
 */
export type FoundFile =
  | { readonly state: 'file'; readonly file: ContainerFile }
  | { readonly state: 'image' }
  | { readonly state: 'absent'; readonly at: Span }
  | HiddenFile

interface HiddenFile {
  readonly state: 'unknown'
  readonly at: Span
  /** As a sentence without a full stop: `./secrets/prometheus.yml is not in the repository`. */
  readonly because: string
}

/** What matches a pattern. */
export interface FoundFiles {
  /** Sorted by path. */
  readonly files: readonly ContainerFile[]
  /** Set when there may be more: the first reason. */
  readonly hidden?: HiddenFile
  /** Whether files of the image's own may match as well: no mount covers the directory. */
  readonly besideImage: boolean
}

/** The files of a container, as far as mounts and the Dockerfile bring them out of the repository. */
export interface ContainerFiles {
  /** By absolute path. */
  readonly find: (path: string) => FoundFile
  /** By an absolute path with `*`, `?`, `[…]` within its parts. */
  readonly match: (pattern: string) => FoundFiles
}

/** Files of one directory beyond which no more are looked at. */
const MOST_FILES = 1_000

/** A view into a container: mounts over what the Dockerfile copies, the innermost mount winning. Lists nothing before it is asked. */
export function containerFilesOf(workload: Container, tree: Tree): ContainerFiles {
  const find = (path: string) => findFile(cleanPath(path), workload, tree)
  return { find, match: pattern => matchFiles(cleanPath(pattern), workload, tree, find) }
}

/** Absolute, without `.`, `..` and a slash at the end. */
function cleanPath(path: string): string {
  return `/${joinPath('.', path.replace(/^\/+/, ''))}`.replace(/^\/\.$/, '/')
}

function findFile(path: string, workload: Container, tree: Tree): FoundFile {
  const mount = mountAbove(path, workload)
  if (mount) return mountedFile(path, mount, tree)
  const hidden = workload.mounts.find(one => !one.target.known)
  if (hidden) return { state: 'unknown', at: hidden.at, because: 'the target of a mount is not known' }
  const found = workload.image && imageFileAt(path, workload.image)
  if (!found) return { state: 'image' }
  return found.state === 'file' ? { state: 'file', file: { path, source: found.source, at: found.at } } : found
}

/** The innermost mount that a path lies on. */
function mountAbove(path: string, workload: Container): Mount | undefined {
  let best: Mount | undefined
  let length = -1
  for (const mount of workload.mounts) {
    const target = targetOf(mount)
    // Of two mounts at one place the later one is on top.
    if (target === undefined || target.length < length || !isWithin(target, path)) continue
    best = mount
    length = target.length
  }
  return best
}

function targetOf(mount: Mount): string | undefined {
  const target = knownValue(mount.target)
  return target === undefined ? undefined : cleanPath(target)
}

function mountedFile(path: string, mount: Mount, tree: Tree): FoundFile {
  const { at } = mount
  if (mount.files) {
    const file = mount.files.find(one => cleanPath(one.path) === path)
    return file ? { state: 'file', file: { path, source: file.source, at } } : { state: 'absent', at }
  }
  if (mount.type === 'tmpfs') return { state: 'absent', at }
  const folder = folderOf(mount, tree)
  if (folder === undefined) return hiddenBy(mount)
  const target = targetOf(mount) ?? ''
  const inner = path === target ? folder : joinPath(folder, path.slice(target.length))
  const source = tree.read(inner)
  if (source) return { state: 'file', file: { path, source, at } }
  return tree.exists(inner) ? { state: 'unknown', at, because: `${inner} could not be read` } : { state: 'absent', at }
}

/** The path in the repository that a mount shows; undefined when it shows something else. */
function folderOf(mount: Mount, tree: Tree): string | undefined {
  const source = mount.type === 'bind' ? knownValue(mount.source) : undefined
  return source === undefined || /^[/~]/.test(source) || !tree.exists(source) ? undefined : source
}

function hiddenBy(mount: Mount): HiddenFile {
  const source = knownValue(mount.source)
  const what = source ? `${mount.type === 'bind' ? '' : `the ${mount.type} `}${source}` : `the ${mount.type}`
  return { state: 'unknown', at: mount.at, because: `${what} is not in the repository` }
}

function matchFiles(pattern: string, workload: Container, tree: Tree, find: (path: string) => FoundFile): FoundFiles {
  const magic = pattern.search(/[*?[\\]/)
  const directory = directoryOf(magic === -1 ? pattern : pattern.slice(0, magic)) || '/'
  const paths = new Set<string>()
  let hidden: HiddenFile | undefined
  const above = mountAbove(directory, workload)
  for (const mount of workload.mounts) {
    const target = targetOf(mount)
    if (target === undefined)
      hidden ??= { state: 'unknown', at: mount.at, because: 'the target of a mount is not known' }
    else if (mount !== above && !isBelow(target, directory)) continue
    else if (isListed(mount, target, paths, tree)) continue
    else if (mount === above || mayMatch(target, pattern)) hidden ??= hiddenBy(mount)
  }
  if (!above && workload.image) {
    const built = imagePathsBelow(directory, workload.image)
    for (const path of built.paths) paths.add(path)
    if (built.hidden?.state === 'unknown') hidden ??= built.hidden
  }
  const matches = pathMatcher(pattern)
  const files: ContainerFile[] = []
  for (const path of [...paths].filter(matches).sort().slice(0, MOST_FILES)) {
    const found = find(path)
    if (found.state === 'file') files.push(found.file)
    else if (found.state === 'unknown') hidden ??= found
  }
  return { files, ...(hidden ? { hidden } : {}), besideImage: above === undefined }
}

function isBelow(target: string, directory: string): boolean {
  return target !== directory && isWithin(directory, target)
}

/** Whether a mount at a path (a single file, or a directory) may hold something that a pattern matches. */
function mayMatch(target: string, pattern: string): boolean {
  const parts = target.split('/')
  const own = pattern.split('/')
  return parts.length <= own.length && pathMatcher(own.slice(0, parts.length).join('/'))(target)
}

/** Adds the paths of what a mount brings; false when it is not known. */
function isListed(mount: Mount, target: string, paths: Set<string>, tree: Tree): boolean {
  if (mount.files) for (const file of mount.files) paths.add(cleanPath(file.path))
  if (mount.files || mount.type === 'tmpfs') return true
  const folder = folderOf(mount, tree)
  if (folder === undefined) return false
  for (const { path } of tree.files) {
    if (path === folder) paths.add(target)
    else if (isWithin(folder, path)) paths.add(`${target}/${folder === '.' ? path : path.slice(folder.length + 1)}`)
  }
  return true
}
