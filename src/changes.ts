import { changedLines, likeness, linesOf } from './line-diff.js'
import type { Place } from './source.js'
import type { RepositoryFile, Tree } from './tree.js'

/** The repository at one time. */
export interface Version {
  readonly tree: Tree
  /** The name that git has for the content of a file, where it comes from git: equal names are equal files. */
  readonly objectAt?: (path: string) => string | undefined
}

/** What is different between two versions of a repository. */
export interface Changes {
  /** Files that were renamed or moved: the path before, and now. */
  readonly renames: ReadonlyMap<string, string>
  /** Whether a file of now is new, or not as it was. */
  readonly isChanged: (path: string) => boolean
  /** Whether the line on which a place begins is new, or not as it was. */
  readonly touches: (place: Place) => boolean
}

/** Files that are gone, and new files that each of them is compared with. */
const MOST_FILES = 2_000
const MOST_COMPARED = 40
/** Git takes a file for a renamed one from this share on, too. */
const ALIKE = 0.5

/** Compares two versions. Files are read when they are asked about; what cannot be read is not changed. */
export function changesBetween(before: Version, now: Version): Changes {
  const renames = renamesBetween(before, now)
  const cameFrom = new Map([...renames].map(([old, fresh]) => [fresh, old]))
  const lines = new Map<string, ReadonlySet<number> | 'all'>()
  const linesIn = (path: string) => {
    const known = lines.get(path) ?? changedIn(before, now, cameFrom.get(path) ?? path, path)
    lines.set(path, known)
    return known
  }
  return {
    renames,
    isChanged: path => {
      if (!cameFrom.has(path) && isSameObject(before, now, path)) return false
      return cameFrom.has(path) || !isIn(before, path) || linesIn(path) !== NONE
    },
    touches: ({ path, line }) => {
      const changed = linesIn(path)
      return changed === 'all' || changed.has(line)
    },
  }
}

const NONE: ReadonlySet<number> = new Set()

function isSameObject(before: Version, now: Version, path: string): boolean {
  const object = now.objectAt?.(path)
  return object !== undefined && object === before.objectAt?.(path)
}

function isIn({ tree }: Version, path: string): boolean {
  return tree.exists(path)
}

function changedIn(before: Version, now: Version, oldPath: string, path: string): ReadonlySet<number> | 'all' {
  if (oldPath === path && isSameObject(before, now, path)) return NONE
  const text = now.tree.read(path)?.text
  const old = before.tree.read(oldPath)?.text
  if (text === undefined) return NONE
  if (old === undefined) return 'all'
  if (old === text) return NONE
  const changed = changedLines(linesOf(old), linesOf(text))
  // Lines that only went away leave none behind that is new, and the file is another all the same.
  return changed.size === 0 && linesOf(old).length === linesOf(text).length ? NONE : changed
}

/**
 * The files that are gone, each with what became of it: a new file of the same text, else one of the same name that is like
 * it, else the one that is most like it.
 */
function renamesBetween(before: Version, now: Version): ReadonlyMap<string, string> {
  const there = new Set(now.tree.files.map(({ path }) => path))
  const here = new Set(before.tree.files.map(({ path }) => path))
  const gone = candidates(before, ({ path }) => !there.has(path))
  const fresh = candidates(now, ({ path }) => !here.has(path))
  const renames = new Map<string, string>()
  const left = (list: readonly Candidate[], taken: Iterable<string>) => {
    const paths = new Set(taken)
    return list.filter(({ path }) => !paths.has(path))
  }
  for (const sameAs of [textOf, nameOf, kindOf]) {
    const [old, others] = [left(gone, renames.keys()), left(fresh, renames.values())]
    for (const [from, to] of likest(old, others, sameAs)) renames.set(from, to)
  }
  return renames
}

interface Candidate extends RepositoryFile {
  /** Read when it is needed. */
  readonly lines: () => readonly string[]
}

function candidates({ tree }: Version, isOne: (file: RepositoryFile) => boolean): readonly Candidate[] {
  return tree.files.filter(isOne).map(file => {
    let lines: readonly string[] | undefined
    return {
      ...file,
      lines: () => {
        lines ??= linesOf(tree.read(file.path)?.text ?? '')
        return lines
      },
    }
  })
}

/** Pairs of files that are the same by `sameAs` and at least half alike, the most alike first, each file once. */
function likest(
  gone: readonly Candidate[],
  fresh: readonly Candidate[],
  sameAs: (file: Candidate) => string,
): readonly (readonly [string, string])[] {
  if (gone.length === 0 || fresh.length === 0) return []
  const groups = new Map<string, Candidate[]>()
  for (const file of fresh) groups.set(sameAs(file), [...(groups.get(sameAs(file)) ?? []), file])
  const found: { readonly from: string; readonly to: string; readonly share: number }[] = []
  for (const old of gone.slice(0, MOST_FILES)) {
    for (const file of groups.get(sameAs(old))?.slice(0, MOST_COMPARED) ?? []) {
      const share = old.lines().length === 0 ? 0 : likeness(old.lines(), file.lines())
      if (share >= ALIKE) found.push({ from: old.path, to: file.path, share })
    }
  }
  const taken = new Set<string>()
  return found
    .toSorted((a, b) => b.share - a.share)
    .flatMap(({ from, to }) => {
      if (taken.has(`< ${from}`) || taken.has(`> ${to}`)) return []
      taken.add(`< ${from}`).add(`> ${to}`)
      return [[from, to] as const]
    })
}

function textOf(file: Candidate): string {
  return file.lines().join('\n')
}

function nameOf({ path }: Candidate): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What a file is read as, and the ending of its name. */
function kindOf(file: Candidate): string {
  const name = nameOf(file)
  return `${file.format} ${name.includes('.') ? name.slice(name.lastIndexOf('.')) : ''}`
}
