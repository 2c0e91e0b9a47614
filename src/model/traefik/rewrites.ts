import type { Span } from '../../source.js'
import { IDENTITY, type PathRewrite, patternRewrite, prefixReplaced, unknownRewrite } from '../path-rewrite.js'
import type { RoutePath } from '../reverse-proxy.js'
import { find, listAt, type Setting, textAt } from './settings.js'

/** What is known on the way: `by` stands where the first `cut` characters of the matched path stood. */
interface Progress {
  readonly cut: number
  readonly by: string
  /** Whether the rest of the path is gone, too. */
  readonly whole?: true
  readonly at?: Span
}

/**
 * What becomes of the path through middlewares in this order.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/
 */
export function rewriteThrough(middlewares: readonly Setting[], path: RoutePath): PathRewrite {
  let progress: Progress = { cut: 0, by: '' }
  for (const [index, setting] of middlewares.entries()) {
    const pattern = find(setting, 'replacepathregex')
    if (pattern && index === middlewares.length - 1 && progress.at === undefined)
      return patternRewrite(textAt(pattern, 'regex') ?? '', textAt(pattern, 'replacement') ?? '', path, setting.at)
    if (pattern || find(setting, 'stripprefixregex'))
      return unknownRewrite(setting.at, 'a regular expression changes the path')
    const next = step(progress, setting, path)
    if ('kind' in next) return next
    progress = next
  }
  return resultOf(progress, path)
}

function step(progress: Progress, setting: Setting, path: RoutePath): Progress | PathRewrite {
  const { at } = setting
  const added = textAt(setting, 'addprefix', 'prefix')
  const replaced = textAt(setting, 'replacepath', 'path')
  if (added !== undefined) return { ...progress, by: `${added}${progress.by}`, at }
  if (replaced !== undefined) return { cut: 0, by: replaced, whole: true, at }
  const prefixes = listAt(setting, 'stripprefix', 'prefixes')
  if (prefixes.length === 0) return progress
  if (path.match === 'regex') return unknownRewrite(at, 'what is cut off depends on the path')
  const begins = progress.whole ? progress.by : `${progress.by}${path.text.slice(progress.cut)}`
  const prefix = prefixes.find(one => begins.startsWith(one))
  if (prefix === undefined) {
    const isPart = !progress.whole && path.match === 'prefix' && prefixes.some(one => one.startsWith(begins))
    return isPart ? unknownRewrite(at, 'only a part of the paths is changed') : progress
  }
  const left = progress.by.slice(prefix.length)
  if (progress.whole) return { ...progress, by: left.startsWith('/') ? left : `/${left}`, at }
  return { cut: progress.cut + Math.max(0, prefix.length - progress.by.length), by: left, at }
}

function resultOf({ cut, by, whole, at }: Progress, path: RoutePath): PathRewrite {
  if (!at) return IDENTITY
  if (whole) return { kind: 'replace-path', by, at }
  const prefix = path.text.slice(0, cut)
  return by === '' && prefix !== '' ? { kind: 'strip-prefix', prefix, at } : prefixReplaced(prefix, by, at)
}
