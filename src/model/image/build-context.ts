import type { DockerfileImage } from '../../parse/dockerfile.js'
import { ignoreMatcher, pathMatcher } from '../../parse/path-pattern.js'
import { isWithin, joinPath } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'

/** The folder that a build may copy from, as far as the repository holds it. All paths are from its own root. */
export interface BuildContext {
  /** From the repository root. */
  readonly path: string
  readonly present: boolean
  readonly at: Span
  /** False when no deployment file names it: it is then taken to be the Dockerfile's folder. */
  readonly declared: boolean
  /** Names of `additional_contexts`: what `--from` may mean beside stages and images. */
  readonly named: ReadonlySet<string>
  /** Whether a file or folder of that path is in the repository. What git ignores is not, and may be there at build time. */
  readonly exists: (path: string) => boolean
  /** Files of the repository that a pattern of `COPY` matches; a folder stands for all that is in it. */
  readonly find: (pattern: string) => readonly string[]
  readonly read: (path: string) => Source | undefined
  /** Whether the `.dockerignore` of the build leaves a path out. */
  readonly leavesOut: (path: string) => boolean
}

/** Where a build context is, and what its ignore file leaves out. */
export interface BuildContextOptions {
  readonly path: string
  readonly present: boolean
  readonly at: Span
  readonly declared: boolean
  readonly named?: ReadonlySet<string>
  readonly ignoreFile?: DockerfileImage['ignoreFile']
}

/** A view of the tree from the root of a build context. Nothing is read or listed before it is asked for. */
export function buildContextOf(tree: Tree, options: BuildContextOptions): BuildContext {
  const { path, present, at, declared, named = new Set<string>(), ignoreFile } = options
  const found = new Map<string, readonly string[]>()
  let files: readonly string[] | undefined
  const list = () => {
    files ??= tree.files.flatMap(file =>
      isWithin(path, file.path) ? [path === '.' ? file.path : file.path.slice(path.length + 1)] : [],
    )
    return files
  }
  return {
    path,
    present,
    at,
    declared,
    named,
    exists: inner => tree.exists(joinPath(path, inner)),
    find: pattern => {
      const clean = cleanPath(pattern)
      const known = found.get(clean)
      if (known) return known
      const matching = clean === '.' ? list() : list().filter(finder(clean))
      found.set(clean, matching)
      return matching
    },
    read: inner => tree.read(joinPath(path, inner)),
    leavesOut: ignoreMatcher(ignoreFile?.patterns ?? []),
  }
}

/** `./src/` as `src`; a leading `/` means the root of the context. */
export function cleanPath(path: string): string {
  return joinPath('.', path)
}

/** Whether a file or a folder above it is what a pattern means. Most patterns are plain paths, and all begin as one. */
function finder(pattern: string): (file: string) => boolean {
  const plain = pattern.search(/[*?[\\]/)
  if (plain === -1) return file => isWithin(pattern, file)
  const start = pattern.slice(0, plain)
  const match = pathMatcher(pattern)
  return file => file.startsWith(start) && (match(file) || parents(file).some(match))
}

function parents(file: string): readonly string[] {
  const found: string[] = []
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
    found.push(file.slice(0, slash))
  }
  return found
}
