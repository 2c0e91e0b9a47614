import { UsageError } from '../usage.js'

/** By this the comment is found again; parts of a repository have one each. */
function markerOf({ within }: CommentPlace): string {
  return within === '' ? '<!-- erp-audit -->' : `<!-- erp-audit ${encodeURI(within)} -->`
}

/** Characters of a comment (GitHub's limit is 65,536), with room for the marker. */
export const LARGEST_COMMENT = 65_000
/** Comments of a pull request beyond which ours is not looked for. */
const MOST_PAGES = 30
const PER_PAGE = 100

/** Asks the API, as `fetch` does. */
export type Request = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
    readonly signal?: AbortSignal
  },
) => Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>

/** Where the comment of a pull request goes, and what lets it be written. */
export interface CommentPlace {
  /** `https://api.github.com`. */
  readonly api: string
  /** `acme/erp`. */
  readonly repository: string
  readonly number: number
  readonly token: string
  /** The way to the folder that it is about, with `/` at its end; empty when it is the top. */
  readonly within: string
}

/**
 * Writes the one comment of this action on a pull request, over the one that is there. Throws a UsageError that says what to
 * do when the API refuses; needs `pull-requests: write`
 * (https://docs.github.com/en/rest/issues/comments?apiVersion=2022-11-28).
 */
export async function writeComment(place: CommentPlace, markdown: string, request: Request): Promise<void> {
  if (!/^https:\/\//.test(place.api))
    throw new UsageError('GITHUB_API_URL is no https address, so nothing was commented')
  const body = JSON.stringify({ body: `${markerOf(place)}\n${markdown}` })
  const own = await ownComment(place, request)
  if (own === undefined) await ask(place, 'POST', `issues/${place.number}/comments`, request, body)
  else await ask(place, 'PATCH', `issues/comments/${own}`, request, body)
}

async function ownComment(place: CommentPlace, request: Request): Promise<number | undefined> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `issues/${place.number}/comments?per_page=${PER_PAGE}&page=${page}`
    const comments = await ask(place, 'GET', path, request)
    if (!Array.isArray(comments)) return undefined
    const own = comments.find(comment => isOwn(comment, markerOf(place)))
    if (own) return own.id
    if (comments.length < PER_PAGE) return undefined
  }
  return undefined
}

/** Written by a bot and marked: a person who quotes the marker keeps the comment. */
function isOwn(comment: unknown, marker: string): comment is { readonly id: number } {
  if (typeof comment !== 'object' || comment === null) return false
  const { id, body, user } = comment as { id?: unknown; body?: unknown; user?: { type?: unknown } | null }
  return typeof id === 'number' && typeof body === 'string' && body.startsWith(`${marker}\n`) && user?.type === 'Bot'
}

async function ask(
  { api, repository, token }: CommentPlace,
  method: string,
  path: string,
  request: Request,
  body?: string,
): Promise<unknown> {
  const response = await request(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'erp-audit',
      'x-github-api-version': '2022-11-28',
    },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(30_000),
  })
  if (response.ok) return response.json()
  const refused = response.status === 401 || response.status === 403 || response.status === 404
  const hint = refused ? '; give the job the permission "pull-requests: write"' : ''
  throw new UsageError(`the comment could not be written: GitHub answered ${response.status}${hint}`)
}
