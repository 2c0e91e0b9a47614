import type { Repository } from '../git.js'
import type { Commits } from './commits.js'
import type { GitObjects } from './objects.js'
import { type Problem, readReference } from './references.js'

/** What a repository is looked into with. */
export interface History {
  readonly repository: Repository
  readonly objects: GitObjects
  readonly commits: Commits
}

/** Tags of tags beyond which nobody looks. */
const LONGEST_CHAIN = 8
const MOST_STEPS = 100_000

/**
 * The name of the commit that a user means: a branch, tag or other reference, the name of a commit or its beginning, and
 * `~2`, `^`, `^2`, `^{commit}` behind it (https://git-scm.com/docs/gitrevisions).
 */
export function commitOf(history: History, text: string): string | Problem {
  const [, base = '', steps = ''] = /^([^~^]+)((?:[~^](?:\d{0,6}|\{(?:commit)?\}))*)$/.exec(text) ?? []
  if (base === '' || base.includes('@{')) return { problem: NOT_UNDERSTOOD }
  const start = named(history, base === '@' ? 'HEAD' : base)
  if (typeof start !== 'string') return start
  let name = start
  for (const [, kind, digits = ''] of steps.matchAll(/([~^])(\d*)(?!\{)/g)) {
    const count = digits === '' ? 1 : Number(digits)
    const next: string | undefined = kind === '~' ? ancestor(history, name, count) : parent(history, name, count)
    if (next === undefined) return { problem: `"${text}" goes back further than the history that is here` }
    name = next
  }
  return name
}

const NOT_UNDERSTOOD = 'it is neither a branch, nor a tag, nor the name of a commit'

function named({ repository, objects }: History, base: string): string | Problem {
  const reference = readReference(repository, base)
  if (typeof reference === 'string') return peel(objects, reference)
  const digits = base.toLowerCase()
  if (/^[0-9a-f]{4,64}$/.test(digits)) {
    const names = objects.beginning(digits)
    if (names.length > 1) return { problem: 'several objects begin with it; give more of its digits' }
    if (names[0] !== undefined) return peel(objects, names[0])
  }
  return reference ?? { problem: NOT_UNDERSTOOD }
}

/** The commit behind an annotated tag. */
function peel(objects: GitObjects, start: string): string | Problem {
  let name = start
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const object = objects.read(name)
    if (object?.type === 'commit') return name
    const target =
      object?.type === 'tag' ? /^object ([0-9a-f]+)\n/.exec(object.data.toString('latin1'))?.[1] : undefined
    if (target === undefined) return { problem: object ? 'it is no commit' : 'its commit is not in this clone' }
    name = target
  }
  return { problem: 'it is no commit' }
}

function ancestor({ commits }: History, name: string, steps: number): string | undefined {
  let at: string | undefined = name
  if (steps > MOST_STEPS) return undefined
  for (let step = 0; step < steps && at !== undefined; step++) at = commits.read(at)?.parents[0]
  return at
}

function parent({ commits }: History, name: string, number: number): string | undefined {
  return number === 0 ? name : commits.read(name)?.parents[number - 1]
}
