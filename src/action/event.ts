import { readFileSync } from 'node:fs'
import type { Environment } from '../cli/color.js'

/** What started the workflow, as far as it matters here. */
export interface Event {
  /** The pull request; absent for every other event. */
  readonly pull?: {
    readonly number: number
    /** The commit that it is to be merged into. */
    readonly base: string
    /** Whether it comes from another repository: then the token can only read. */
    readonly isFork: boolean
  }
  /** `https://github.com/acme/erp/blob/<commit>/`; absent where the runner does not tell. */
  readonly links?: string
  /** `acme/erp`. */
  readonly repository?: string
}

const LARGEST = 8 * 1024 * 1024

/**
 * Reads the payload that the runner leaves in a file (`GITHUB_EVENT_PATH`,
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request). A payload that is missing or damaged is
 * that of an event of which nothing is known.
 */
export function eventOf(env: Environment): Event {
  const payload = payloadOf(env.GITHUB_EVENT_PATH)
  const pull = pullOf(payload)
  const repository = env.GITHUB_REPOSITORY
  // The commit of a pull request, not the merge that was checked out: that one is not kept.
  const commit = textAt(payload, 'pull_request', 'head', 'sha') ?? env.GITHUB_SHA
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com'
  const from = textAt(payload, 'pull_request', 'head', 'repo', 'full_name') ?? repository
  const isLinked = isName(from) && commit !== undefined && isCommit(commit) && /^https:\/\/[\w.:-]+$/.test(server)
  return {
    ...(pull && { pull }),
    ...(isLinked && { links: `${server}/${from}/blob/${commit}/` }),
    ...(isName(repository) && { repository }),
  }
}

function payloadOf(path: string | undefined): unknown {
  try {
    const text = path ? readFileSync(path, 'utf8') : ''
    return text.length > LARGEST ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function pullOf(payload: unknown): Event['pull'] {
  const number = at(payload, 'pull_request', 'number')
  const base = textAt(payload, 'pull_request', 'base', 'sha')
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || base === undefined || !isCommit(base))
    return undefined
  const [from, to] = ['head', 'base'].map(side => textAt(payload, 'pull_request', side, 'repo', 'full_name'))
  const isFork = at(payload, 'pull_request', 'head', 'repo', 'fork') === true || from === undefined || from !== to
  return { number, base, isFork }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : undefined
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)
}

function isName(text: string | undefined): text is string {
  return text !== undefined && /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text)
}
