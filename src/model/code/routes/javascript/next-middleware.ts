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
  return path => {
    const answers = matchers?.map(matches => matches(path)) ?? [true]
    if (answers.includes(true)) return [guard]
    return answers.includes(undefined) ? [{ ...guard, purpose: 'other' }] : []
  }
}

/** Whether a matcher matches a path; undefined where that is not known. */
type Matcher = (path: string) => boolean | undefined

/** The matchers; undefined where every path passes it. */
function matchersOf(run: Run, config: Value | undefined): readonly Matcher[] | undefined {
  const value = config && memberOf(run, config, 'matcher')
  if (!value || value.kind === 'unknown' || (value.kind === 'plain' && value.value === null)) return undefined
  const items = itemsOf(value)?.elements ?? [value]
  const sources = items.map(one => stringOf(one.kind === 'fields' ? one.entries.get('source') : one))
  return sources.map(source => (source === undefined ? () => undefined : matcher(source)))
}

/**
 * `/dashboard/:path*`, and the usual `/((?!api|_next/static).*)`: everything but what begins with one of these. Other regular
 * expressions are not run.
 */
function matcher(source: string): Matcher {
  const except = /^([\w/-]*)\/\(\(\?!([^()]*)\)\.\*\)$/.exec(source.slice(0, 1000))
  if (except) {
    const [, before = '', names = ''] = except
    const excluded = names.split('|').filter(name => name !== '' && !/[.*+?$\\]/.test(name))
    return path => path.startsWith(`${before}/`) && !excluded.some(name => path.startsWith(`${before}/${name}`))
  }
  if (source.includes('(')) return () => undefined
  const parts = source.split('/').filter(part => part !== '')
  return path =>
    matchesParts(
      parts,
      path.split('/').filter(part => part !== ''),
    )
}

function matchesParts(parts: readonly string[], path: readonly string[]): boolean {
  for (const [index, part] of parts.entries()) {
    if (/^:\w+\*$/.test(part)) return true
    const own = path[index]
    if (own === undefined) return /^:\w+\?$/.test(part)
    if (/^:\w+\+$/.test(part)) return true
    if (!part.startsWith(':') && part !== own) return false
  }
  return parts.length === path.length
}
