import { findRepository, type Repository, readIndexFile, realPath } from '../git.js'
import { DIRECTORY, type FullIndex, type GitEntry, REGULAR, readFullIndex } from '../git-index.js'
import { mergeBase, openCommits } from './commits.js'
import { openObjects } from './objects.js'
import { type Problem, readHead } from './references.js'
import { commitOf, type History } from './revision.js'
import { type Snapshot, snapshotOf } from './snapshot.js'
import { stagedFiles } from './staged.js'
import { readTree } from './tree.js'

/** The versions of a repository that git keeps. Each is read without touching the work tree. */
export interface Versions {
  /** What would be committed now. */
  readonly index: () => Snapshot | Problem
  /** The last commit; empty in a repository without one. */
  readonly head: () => Snapshot | Problem
  /** Whether a file of the index, by its path from the audited folder, is new or other than in the last commit. */
  readonly staged: () => ((path: string) => boolean) | Problem
  /**
   * Where the current branch left the one that is named: the merge base of a revision and `HEAD`. To compare with the work
   * tree it comes without the files that a sparse checkout leaves out there.
   */
  readonly base: (revision: string, workTree: boolean) => (Snapshot & { readonly commit: string }) | Problem
  readonly close: () => void
}

/**
 * Opens the repository around `root`, an absolute path.
 *
 * @param indexFile the index to read instead of the usual one, from the top of the work tree: git gives hooks
 *   `GIT_INDEX_FILE`, because `git commit --all` and `git commit <path>` put together one of their own
 */
export function openVersions(root: string, indexFile?: string): Versions | Problem {
  const repository = findRepository(realPath(root) ?? root)
  if (repository === undefined) return { problem: 'this is no git repository' }
  const objects = openObjects(repository.common, repository.hashSize)
  const history: History = { repository, objects, commits: openCommits(objects, repository.common) }
  const opened: Snapshot[] = []
  let read: FullIndex | Problem | undefined
  const index = () => {
    read ??= readIndex(history, indexFile)
    return read
  }
  const snapshot = (entries: readonly GitEntry[] | Problem): Snapshot | Problem => {
    if ('problem' in entries) return entries
    const made = snapshotOf(repository, objects, withSizes(entries, index()))
    opened.push(made)
    return made
  }
  return {
    index: () => {
      const found = index()
      return snapshot('problem' in found ? found : found.entries)
    },
    head: () => {
      const name = readHead(repository)
      return snapshot(typeof name === 'string' ? treeEntries(history, name) : (name ?? []))
    },
    staged: () => stagedIn(history, index()),
    base: (revision, workTree) => {
      const commit = baseOf(history, revision)
      if (typeof commit !== 'string') return commit
      const entries = wholeEntries(history, commit)
      const made = snapshot('problem' in entries || !workTree ? entries : checkedOut(entries, index()))
      return 'problem' in made ? made : { ...made, commit }
    },
    close: () => {
      for (const one of opened) one.close()
      objects.close()
    },
  }
}

/** The index without what is not to be committed, and with what a sparse one leaves out. */
function readIndex({ repository, objects }: History, file: string | undefined): FullIndex | Problem {
  const data = readIndexFile(repository, file)
  // Without an index nothing is staged: a new repository has none.
  if (data === undefined && file !== undefined) return { problem: 'the index that GIT_INDEX_FILE names is not there' }
  if (data === undefined) return { entries: [], trees: new Map() }
  const index = readFullIndex(data, repository.hashSize)
  if (index === undefined) {
    return {
      problem: 'the index of git cannot be read; where it is split, "git update-index --no-split-index" joins it',
    }
  }
  const conflicts = [...new Set(index.entries.filter(({ stage }) => stage > 0).map(({ path }) => path))]
  if (conflicts.length > 0) return { problem: conflictIn(conflicts) }
  const entries: GitEntry[] = []
  for (const entry of index.entries) {
    if (entry.intended) continue
    // A sparse index keeps one entry for a folder that is not checked out.
    const below = entry.type === DIRECTORY ? readTree(objects, entry.object, repository.hashSize, entry.path) : [entry]
    if (below === undefined) return { problem: `the folder ${entry.path} is not in this clone` }
    for (const one of below) entries.push(entry.type === DIRECTORY ? { ...one, sparse: true } : one)
  }
  return { entries, trees: index.trees }
}

/** Entries with the sizes that the index knows: to learn them from the objects takes as long as reading them. */
function withSizes(entries: readonly GitEntry[], index: FullIndex | Problem): readonly GitEntry[] {
  if ('problem' in index || index.entries === entries) return entries
  const sizes = new Map(index.entries.map(({ object, size }) => [object, size]))
  return entries.map(entry => ({ ...entry, size: sizes.get(entry.object) ?? 0 }))
}

function stagedIn(history: History, index: FullIndex | Problem): ((path: string) => boolean) | Problem {
  if ('problem' in index) return index
  const { repository, objects, commits } = history
  const head = readHead(repository)
  if (head === undefined) return () => true
  if (typeof head !== 'string') return head
  const tree = commits.read(head)?.tree
  const staged = tree === undefined ? undefined : stagedFiles(objects, index, tree, repository.hashSize)
  if (staged === undefined) return notWhole(head)
  const prefix = repository.prefix === '' ? '' : `${repository.prefix}/`
  return path => {
    const full = prefix + path
    if (staged.has(full)) return true
    // A submodule is staged as a whole.
    for (let at = full.indexOf('/'); at !== -1; at = full.indexOf('/', at + 1)) {
      if (staged.has(full.slice(0, at))) return true
    }
    return false
  }
}

function conflictIn([first = '', ...more]: readonly string[]): string {
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  return `a merge conflict is not resolved (${first}${others}); resolve it and "git add" the result`
}

function treeEntries({ repository, objects, commits }: History, name: string): readonly GitEntry[] | Problem {
  const commit = commits.read(name)
  const entries = commit && readTree(objects, commit.tree, repository.hashSize)
  return entries ?? notWhole(name)
}

/** All files of a commit have to be there: what is missing from the past would be taken for new. */
function wholeEntries(history: History, name: string): readonly GitEntry[] | Problem {
  const entries = treeEntries(history, name)
  const isPartial = /^\s*(?:promisor|partialclonefilter)\s*=/im.test(history.repository.config)
  if ('problem' in entries || !isPartial) return entries
  const missing = entries.filter(({ type, object }) => type === REGULAR && history.objects.size(object) === undefined)
  if (missing.length === 0) return entries
  const files = missing.length === 1 ? '1 file' : `${missing.length} files`
  return {
    problem: `${files} of commit ${name.slice(0, 12)} are not in this partial clone; "git fetch --refetch --no-filter" gets them`,
  }
}

/** Without what the index says not to be in the work tree. */
function checkedOut(entries: readonly GitEntry[], index: FullIndex | Problem): readonly GitEntry[] {
  const sparse = new Set('problem' in index ? [] : index.entries.filter(one => one.sparse).map(({ path }) => path))
  return sparse.size === 0 ? entries : entries.filter(({ path }) => !sparse.has(path))
}

function notWhole(name: string): Problem {
  return { problem: `commit ${name.slice(0, 12)} is not whole in this clone` }
}

/** The merge base, or what to type to get it. */
function baseOf(history: History, revision: string): string | Problem {
  const { repository, commits } = history
  const shown = `"${revision}"`
  const head = readHead(repository)
  if (head === undefined) return { problem: 'there is no commit yet' }
  if (typeof head !== 'string') return head
  const other = commitOf(history, revision)
  if (typeof other !== 'string') {
    return { problem: `${shown} cannot be compared with: ${other.problem}${fetchHint(repository, revision)}` }
  }
  const base = mergeBase(commits, head, other)
  if (base !== undefined) return base
  const because = `${shown} and HEAD have no commit in common`
  if (!commits.shallow) return { problem: because }
  return { problem: `${because} in this shallow clone; "git fetch --unshallow" gets the rest of the history` }
}

/** How to get a branch that was not fetched: actions/checkout, for one, fetches one branch only. */
function fetchHint({ config }: Repository, revision: string): string {
  const [, remote = '', branch = ''] = /^([\w.-]+)\/([\w./-]+)$/.exec(revision) ?? []
  if (remote === '' || !config.includes(`[remote "${remote}"]`)) return ''
  return `; "git fetch ${remote} ${branch}:refs/remotes/${remote}/${branch}" gets that branch`
}
