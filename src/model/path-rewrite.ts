import type { Span } from '../source.js'
import type { RoutePath } from './reverse-proxy.js'

/** What becomes of the path of a request on its way through a proxy. `rewrittenPath` applies it. */
export type PathRewrite =
  /** Nothing. */
  | { readonly kind: 'identity' }
  /** The beginning is cut off; what is left begins with a slash. */
  | { readonly kind: 'strip-prefix'; readonly prefix: string; readonly at: Span }
  /** Other characters take the place of those of the beginning; of an empty one: they are put in front. */
  | { readonly kind: 'replace-prefix'; readonly prefix: string; readonly by: string; readonly at: Span }
  /** Every path becomes the same one. */
  | { readonly kind: 'replace-path'; readonly by: string; readonly at: Span }
  /** `because`: the end of the sentence "what the upstream sees is not known: …". */
  | { readonly kind: 'unknown'; readonly because: string; readonly at: Span }

/** The path stays as it is. */
export const IDENTITY: PathRewrite = { kind: 'identity' }

/** A rewrite that cannot be known. */
export function unknownRewrite(at: Span, because: string): PathRewrite {
  return { kind: 'unknown', because, at }
}

/** The path that the upstream sees when a client asks for `path`; undefined where that cannot be known. */
export function rewrittenPath(rewrite: PathRewrite, path: string): string | undefined {
  switch (rewrite.kind) {
    case 'identity':
      return path
    case 'strip-prefix':
      return path.startsWith(rewrite.prefix) ? absolute(path.slice(rewrite.prefix.length)) : path
    case 'replace-prefix':
      return path.startsWith(rewrite.prefix) ? `${rewrite.by}${path.slice(rewrite.prefix.length)}` : path
    case 'replace-path':
      return rewrite.by
    case 'unknown':
      return undefined
  }
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}

/** The rewrite that puts `by` in the place of `prefix`, character by character; in its simplest form. */
export function prefixReplaced(prefix: string, by: string, at: Span): PathRewrite {
  if (prefix === by) return IDENTITY
  if (prefix.endsWith('/') && by === '/') return { kind: 'strip-prefix', prefix: prefix.slice(0, -1), at }
  return { kind: 'replace-prefix', prefix, by, at }
}

/**
 * The same for whole parts of a path: `/foo` by `/` makes `/bar` of `/foo/bar`, slashes at the ends are of no account
 * (https://gateway-api.sigs.k8s.io/reference/spec/#httppathmodifier).
 */
export function partsReplaced(prefix: string, by: string, at: Span): PathRewrite {
  const [from, to] = [prefix, by].map(text => text.replace(/\/$/, '')) as [string, string]
  if (from === to) return IDENTITY
  return to === '' ? { kind: 'strip-prefix', prefix: from, at } : { kind: 'replace-prefix', prefix: from, by: to, at }
}

/** Which of the paths of a route begin with a text; with a slash at its end, a path that is the same without it counts, too. */
export function coveredBy(beginning: string, { match, text }: RoutePath): 'all' | 'some' | 'none' | 'unknown' {
  if (match === 'regex') return beginning === '' || beginning === '/' ? 'all' : 'unknown'
  if (text.startsWith(beginning) || `${text}/` === beginning) return 'all'
  return match === 'prefix' && beginning.startsWith(text) ? 'some' : 'none'
}

const LITERAL = /^\^?((?:(?:[\w/%~@:-]|\\[./_~-])(?![?*+{]))*)/
/** What stands behind the literal beginning: how it is cut, and which group holds the rest. */
const TAILS: readonly (readonly [tail: RegExp, group: number, cut: 'here' | 'separator'])[] = [
  [/^\(\.[*+]\)\$?$/, 1, 'here'],
  [/^\(\/\.\*\)\??\$?$/, 1, 'here'],
  [/^(?:\/\?|\(\?:\/\|\$\))\(\.\*\)\$?$/, 1, 'separator'],
  [/^(?:\(\/\|\$\)|\(\/\)\?|\(\/\?\))\(\.\*\)\$?$/, 2, 'separator'],
  [/^\(\?:\/\(\.\*\)\)\?\$?$/, 1, 'separator'],
  [/^\(\/\(\.\*\)\)\?\$?$/, 2, 'separator'],
]
const LONGEST = 500

/**
 * The rewrite of a regular expression that takes whole paths apart and of what is put together from its groups (`$1`, or
 * `\1`), for the requests of `path`. Only expressions of the usual forms are understood: a literal beginning, and the rest.
 */
export function patternRewrite(pattern: string, replacement: string, path: RoutePath, at: Span): PathRewrite {
  const beyond = unknownRewrite(at, 'a regular expression changes the path')
  if (pattern.length > LONGEST || replacement.length > LONGEST) return beyond
  const [whole = '', written = ''] = LITERAL.exec(pattern) ?? []
  const literal = written.replace(/\\(.)/g, '$1')
  const covered = path.match === 'regex' && path.text === pattern ? 'all' : coveredBy(literal, path)
  if (covered === 'none') return IDENTITY
  if (covered === 'unknown') return beyond
  if (covered === 'some') return unknownRewrite(at, 'only a part of the paths is changed')
  const [, front = replacement, dollar, back] = /^([^$\\]*)(?:\$\{?|\\)(\d)\}?$/.exec(replacement) ?? []
  if (dollar === undefined) {
    if (/[$\\]/.test(replacement)) return beyond
    return { kind: 'replace-path', by: front, at }
  }
  const tail = TAILS.find(([form, group]) => group === Number(dollar) && form.test(pattern.slice(whole.length)))
  if (!tail || back !== undefined) return beyond
  const cut = tail[2] === 'separator' || literal.endsWith('/') ? 'with its slash' : 'before it'
  // What does not begin with a slash is no path.
  if (!front.startsWith('/') && (front !== '' || cut === 'with its slash')) return beyond
  if (tail[2] === 'here')
    return front === '' ? { kind: 'strip-prefix', prefix: literal, at } : prefixReplaced(literal, front, at)
  return front.endsWith('/') ? partsReplaced(literal, front, at) : prefixReplaced(`${literal}/`, front, at)
}
