import type { Span } from '../source.js'
import { IDENTITY, type PathRewrite, patternRewrite, prefixReplaced, unknownRewrite } from './path-rewrite.js'
import type { RoutePath } from './reverse-proxy.js'

/** One of several changes that a path goes through, in order. */
export type RewriteStep = { readonly at: Span } & (
  | { readonly kind: 'strip'; readonly prefixes: readonly string[] }
  | { readonly kind: 'add'; readonly prefix: string }
  | { readonly kind: 'whole'; readonly by: string }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly replacement: string }
  | { readonly kind: 'unknown'; readonly because: string }
)

/** What is known on the way: `by` stands where the first `cut` characters of the matched path stood. */
interface Progress {
  readonly cut: number
  readonly by: string
  /** Whether the rest of the path is gone, too. */
  readonly whole?: true
  readonly at?: Span
}

/** What becomes of the paths of a route through all of these steps. */
export function rewriteInSteps(steps: readonly RewriteStep[], path: RoutePath): PathRewrite {
  let progress: Progress = { cut: 0, by: '' }
  for (const step of steps) {
    if (step.kind === 'pattern' && steps.length === 1)
      return patternRewrite(step.pattern, step.replacement, path, step.at)
    const next = through(step, progress, path)
    if ('kind' in next) return next
    progress = next
  }
  return resultOf(progress, path)
}

function through(step: RewriteStep, progress: Progress, path: RoutePath): Progress | PathRewrite {
  const { at } = step
  switch (step.kind) {
    case 'unknown':
      return unknownRewrite(at, step.because)
    case 'pattern':
      return unknownRewrite(at, 'a regular expression changes the path')
    case 'add':
      return { ...progress, by: `${step.prefix}${progress.by}`, at }
    case 'whole':
      return { cut: 0, by: step.by, whole: true, at }
    case 'strip':
      return stripped(step.prefixes, at, progress, path)
  }
}

function stripped(prefixes: readonly string[], at: Span, progress: Progress, path: RoutePath): Progress | PathRewrite {
  if (path.match === 'regex' && !progress.whole) return unknownRewrite(at, 'what is cut off depends on the path')
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
