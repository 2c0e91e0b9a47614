import { parseImageReference } from '../../parse/image-reference.js'

/** What a shell, Compose, a pipeline or make puts in. */
const FILLED = /\$\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\$\(\w{1,100}\)|\$\w+/g

/** `${IMAGE_NAME:-acme-api}` before the tag: what is meant where nobody says otherwise. */
const USUAL_NAME = /^\$\{\w{1,100}:?-([a-z0-9][a-z0-9._/-]{0,200})\}(?=:|$)/

/**
 * The repository of an image of which parts are filled in elsewhere; `*` stands for the registry in front, or for the beginning
 * of a name: `${REGISTRY}/api:${TAG}` is `*\/api`, `ghcr.io/${{ github.repository }}-api` is `*-api`.
 */
export function filledRepository(name: string): string | undefined {
  const bare = name.trim().replace(USUAL_NAME, '$1').replace(FILLED, '*')
  const untagged = bare.replace(/:[^/:]*$/, '')
  if (!untagged.includes('*')) return parseImageReference(untagged)?.repository
  const [, rest = ''] = /^.{0,200}\*[^/*]{0,200}\/([a-z0-9._/-]+)$/.exec(untagged) ?? []
  if (rest !== '') return parseImageReference(rest) ? `*/${rest}` : undefined
  const [, ending = ''] = /^.{0,200}\*([-_][a-z0-9][a-z0-9._-]{0,200})$/.exec(untagged) ?? []
  return ending === '' ? undefined : `*${ending}`
}

/**
 * Whether a build makes what something runs, where each may leave the beginning of its name open: `*\/api` is the name of
 * `ghcr.io/acme/api`, and `*-api` of `ghcr.io/acme/erp-api`.
 */
export function isSameRepository(built: string, run: string): boolean {
  return endsLike(built, run) || endsLike(run, built)
}

function endsLike(open: string, name: string): boolean {
  return open === name || (open.startsWith('*') && `/${name}`.endsWith(open.slice(1)))
}
