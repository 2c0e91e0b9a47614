import { itemsOf, memberOf } from '../../../../code/startup/members.js'
import { exportedValue } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import { stringOf, type Value } from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Guard } from '../../route.js'
import { purposeOf } from './guards.js'

const MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/

/** The guard that `middleware.ts` (`proxy.ts` since Next.js 16) is for a path, by its `config.matcher`. */
export function nextMiddleware(run: Run, root: string, files: readonly CodeFile[]): (path: string) => readonly Guard[] {
  const file = files.find(one => MIDDLEWARE.test(root === '' ? one.path : one.path.slice(root.length + 1)))
  if (!file) return () => []
  const name = /proxy\.[jt]s$/.test(file.path) ? 'proxy' : 'middleware'
  const value = exportedValue(run, file, name) ?? exportedValue(run, file, 'default')
  if (!value) return () => []
  const entry = file.exports.find(one => one.name === name || one.name === 'default')
  const matchers = matchersOf(run, exportedValue(run, file, 'config'))
  const guard: Guard = {
    name,
    purpose: purposeOf(run, value, name),
    isGlobal: matchers === undefined,
    at: { path: file.path, start: entry?.start ?? 0, end: entry?.end ?? 0 },
  }
  return path => (matchers === undefined || matchers.some(one => one.test(path)) ? [guard] : [])
}

/** The matchers; undefined where every path passes it. */
function matchersOf(run: Run, config: Value | undefined): readonly RegExp[] | undefined {
  const value = config && memberOf(run, config, 'matcher')
  if (!value || value.kind === 'unknown' || (value.kind === 'plain' && value.value === null)) return undefined
  const items = itemsOf(value)?.elements ?? [value]
  const sources = items.map(one => stringOf(one.kind === 'fields' ? one.entries.get('source') : one))
  return sources.flatMap(source => (source === undefined ? [] : [matcher(source)]))
}

/** `/dashboard/:path*`, `/((?!api|_next/static).*)`: after path-to-regexp 6. */
function matcher(source: string): RegExp {
  const pattern = source
    .slice(0, 500)
    .replace(/\/:\w+\*/g, '(?:/.*)?')
    .replace(/\/:\w+\+/g, '/.+')
    .replace(/\/:\w+\?/g, '(?:/[^/]+)?')
    .replace(/:\w+/g, '[^/]+')
  try {
    return new RegExp(`^${pattern}/?$`)
  } catch {
    return /^/
  }
}
