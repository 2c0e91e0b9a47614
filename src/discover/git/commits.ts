import { join } from 'node:path'
import { readSmall } from '../git.js'
import type { GitObjects } from './objects.js'

/** What is needed of a commit. */
export interface Commit {
  readonly name: string
  /** The name of its tree. */
  readonly tree: string
  readonly parents: readonly string[]
  /** Seconds since 1970, as the committer's machine had them. */
  readonly time: number
}

/** Reads commits as the repository has them: those at the end of a shallow clone have no parents. */
export interface Commits {
  readonly read: (name: string) => Commit | undefined
  /** Whether history was cut off when it was cloned. */
  readonly shallow: boolean
}

/** Opens the commits of the repository whose shared directory is `common`. */
export function openCommits(objects: GitObjects, common: string): Commits {
  const cut = new Set((readSmall(join(common, 'shallow')) ?? '').split('\n').filter(line => line !== ''))
  return {
    shallow: cut.size > 0,
    read: name => {
      const object = objects.read(name)
      if (object?.type !== 'commit') return undefined
      const text = object.data.toString('utf8')
      const end = text.indexOf('\n\n')
      const head = end === -1 ? text : text.slice(0, end)
      const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1]
      const parents = [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent)
      const time = Number(/^committer .* (\d+) [+-]\d+$/m.exec(head)?.[1] ?? 0)
      return tree === undefined ? undefined : { name, tree, parents: cut.has(name) ? [] : parents, time }
    },
  }
}

const MOST_COMMITS = 500_000
const ONE = 1
const OTHER = 2
const STALE = 4
/** Commits that are gone through to tell several candidates apart; real histories need some dozens. */
const MOST_FURTHER = 10_000

/**
 * The commit that two histories have in common and that no other such commit descends from; of several the youngest, which
 * is the one that `git merge-base` names. Undefined when there is none, or more commits would have to be read than are.
 */
export function mergeBase(commits: Commits, one: string, other: string): string | undefined {
  if (one === other) return one
  const marks = new Map<string, number>([
    [one, ONE],
    [other, OTHER],
  ])
  const waiting = queue()
  for (const name of [one, other]) {
    const commit = commits.read(name)
    if (commit) waiting.push(commit)
  }
  const common: Commit[] = []
  const isStale = ({ name }: Commit) => ((marks.get(name) ?? 0) & STALE) !== 0
  let further = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let mark = marks.get(next.name) ?? 0
    if (mark === (ONE | OTHER)) {
      if (!common.some(({ name }) => name === next?.name)) common.push(next)
      mark |= STALE
    }
    for (const parent of next.parents) {
      const before = marks.get(parent) ?? 0
      if ((before | mark) === before) continue
      marks.set(parent, before | mark)
      const commit = commits.read(parent)
      if (commit) waiting.push(commit)
    }
    const isPainted = waiting.every(isStale)
    // Of several, one may descend from another by a way that clocks which were wrong have put off.
    if (isPainted && (common.filter(one => !isStale(one)).length < 2 || ++further > MOST_FURTHER)) break
    if (!isPainted && marks.size > MOST_COMMITS) return undefined
  }
  return common.filter(one => !isStale(one)).sort((a, b) => b.time - a.time)[0]?.name
}

/** Commits that wait, the youngest first. */
function queue() {
  const heap: Commit[] = []
  const younger = (a: number, b: number) => (heap[a]?.time ?? 0) > (heap[b]?.time ?? 0)
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  return {
    push: (commit: Commit) => {
      heap.push(commit)
      for (let at = heap.length - 1, up = (at - 1) >> 1; at > 0 && younger(at, up); at = up, up = (at - 1) >> 1) {
        swap(at, up)
      }
    },
    pop: (): Commit | undefined => {
      swap(0, heap.length - 1)
      const first = heap.pop()
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        let next = at
        if (left < heap.length && younger(left, next)) next = left
        if (right < heap.length && younger(right, next)) next = right
        if (next === at) return first
        swap(at, next)
        at = next
      }
    },
    every: (holds: (commit: Commit) => boolean) => heap.every(holds),
  }
}
