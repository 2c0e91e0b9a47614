import { join } from 'node:path'
import { type Repository, readSmall, readText } from '../git.js'

const PACKED_LIMIT = 64 * 1024 * 1024
/** Git gives up on longer chains of symbolic references as well. */
const LONGEST_CHAIN = 5

/** Why something that git keeps cannot be had, as one sentence without a full stop. */
export interface Problem {
  readonly problem: string
}

/** What `HEAD` names: a commit, or nothing yet in a repository without commits. */
export function readHead(repository: Repository): string | undefined | Problem {
  return isReftable(repository) ? REFTABLE : follow(repository, 'HEAD')
}

/**
 * What a name stands for, by the order of https://git-scm.com/docs/gitrevisions: the name of an object, which may be an
 * annotated tag; undefined when there is no such reference.
 */
export function readReference(repository: Repository, name: string): string | undefined | Problem {
  if (isReftable(repository)) return REFTABLE
  if (!isSafe(name)) return undefined
  const full = [`refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/${name}`]
  const places = [...(/^[A-Z_]+$/.test(name) || name.startsWith('refs/') ? [name] : []), ...full]
  for (const place of [...places, `refs/remotes/${name}/HEAD`]) {
    const found = follow(repository, place)
    if (found !== undefined) return found
  }
  return undefined
}

const REFTABLE: Problem = {
  problem:
    'this repository keeps its references as a reftable, which is not read; "git refs migrate --ref-format=files" makes files of them',
}

function isReftable({ config }: Repository): boolean {
  return /^\s*refstorage\s*=\s*"?reftable/im.test(config)
}

/** A name that git itself would let nobody give (https://git-scm.com/docs/git-check-ref-format) is not looked for. */
function isSafe(name: string): boolean {
  return !/\.\.|[^!-~\u0080-\uffff]|[~^:?*[\\]|^[/-]|\/\/|\/$/.test(name)
}

function follow(repository: Repository, name: string): string | undefined {
  let at = name
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const text = loose(repository, at) ?? packed(repository, at)
    if (text === undefined) return undefined
    const target = /^ref: *(\S+)/.exec(text)?.[1]
    if (target === undefined) return /^(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/.exec(text)?.[0]
    if (!isSafe(target)) return undefined
    at = target
  }
  return undefined
}

/** `HEAD` and its like belong to one work tree, as do a few other references; all the rest is shared. */
function loose({ own, common }: Repository, name: string): string | undefined {
  const isOwn = !name.startsWith('refs/') || /^refs\/(?:bisect|worktree|rewritten)\//.test(name)
  return readSmall(join(isOwn ? own : common, name))
}

function packed({ common }: Repository, name: string): string | undefined {
  const text = name.startsWith('refs/') ? readText(join(common, 'packed-refs'), PACKED_LIMIT) : undefined
  const end = text?.indexOf(` ${name}\n`) ?? -1
  return text === undefined || end === -1 ? undefined : text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
}
