import { readIgnoreRules } from '../../discover/ignore-rules.js'
import { directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'

/**
 * Whether a container finds a file at a path. `held`: it comes from `source` in the repository, or a step of the build makes
 * it · `absent`: nothing brings or makes it · `unknown`: something may, and the repository does not tell.
 */
export type Holding =
  | { readonly state: 'held'; readonly source?: string }
  | Absent
  | {
      readonly state: 'unknown'
      readonly because: string
      /** Only a run of the same tools outside of the build could have made it. */
      readonly beforehand?: true
      /** The file of the repository that is mounted as it, and is not there. */
      readonly lacks?: string
    }

/** A file is not where it is looked for. */
export interface Absent {
  readonly state: 'absent'
  /** What becomes of the source in its place, as the end of "… is not in the image: ". */
  readonly instead?: string
  /** What to do about that. */
  readonly fix?: string
  /** Where that is decided. */
  readonly at?: Span
  /** The tool that would make it makes another file: not only here, but wherever it is run. */
  readonly everywhere?: true
}

/** Nothing is known but that it is not there. */
export const ABSENT: Absent = { state: 'absent' }
/** It is there. */
export const HELD: Holding = { state: 'held' }

/** Whether it is there cannot be told; `because` is a sentence without a full stop. */
export function unsure(because: string): Holding {
  return { state: 'unknown', because }
}

/** Held before unknown before absent; of several reasons for an absence the one that says more. */
export function likeliest(all: Iterable<Holding>): Holding {
  let best: Holding = ABSENT
  for (const one of all) {
    if (one.state === 'held') return one
    if (rank(one) > rank(best)) best = one
  }
  return best
}

function rank(one: Exclude<Holding, { state: 'held' }>): number {
  if (one.state === 'absent') return one.everywhere ? 3 : one.instead === undefined ? 0 : 1
  return one.beforehand ? 2 : 4
}

/** Folders that tools write, whatever git is told of them. */
const OUTPUT =
  /^(?:\.?dist|\.?build|builds|out|output|\.output|lib|libs|target|bin|obj|release|publish|compiled|generated|node_modules|vendor|public|static|\.next|\.nuxt|\.svelte-kit|venv|\.venv|es|cjs|esm)$/i

/**
 * Whether a file that the repository does not hold may be there all the same when an image is built or a folder is mounted:
 * it lies where tools write, git ignores it, or a submodule brings it.
 */
export function mayBeMadeBefore(path: string, tree: Tree): boolean {
  const parts = directoryOf(path).split('/')
  return parts.some(part => OUTPUT.test(part)) || isIgnoredByGit(path, tree) || isInSubmodule(path, tree)
}

function isIgnoredByGit(path: string, tree: Tree): boolean {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    const source = tree.read(joinPath(folder, '.gitignore'))
    const rules = source && readIgnoreRules('', source.text)
    const inner = folder === '.' ? path : path.slice(folder.length + 1)
    if (rules?.matcher.test(inner).ignored) return true
    if (folder === '.') return false
  }
}

function isInSubmodule(path: string, tree: Tree): boolean {
  const text = tree.read('.gitmodules')?.text ?? ''
  return [...text.matchAll(/^\s*path\s*=\s*(\S+)/gm)].some(([, folder = '']) => isWithin(folder, path))
}
