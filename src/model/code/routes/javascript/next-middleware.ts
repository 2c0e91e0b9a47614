import { itemsOf, memberOf } from '../../../../code/startup/members.js'
import { exportedValue } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import { type Closure, stringOf, type Value } from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import { peel } from '../../../../code/walk.js'
import type { Guard } from '../../route.js'
import { behaviourOf } from './behaviour.js'
import { purposeOf } from './guards.js'
import { mayAsk } from './next-asks.js'

const MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/

/** The guard that `middleware.ts` (`proxy.ts` since Next.js 16) is for a path, by its `config.matcher`. */
export function nextMiddleware(run: Run, root: string, files: readonly CodeFile[]): (path: string) => readonly Guard[] {
  const file = files.find(one => MIDDLEWARE.test(root === '' ? one.path : one.path.slice(root.length + 1)))
  if (!file) return () => []
  const name = /proxy\.[jt]s$/.test(file.path) ? 'proxy' : 'middleware'
  const value = exportedValue(run, file, name) ?? exportedValue(run, file, 'default')
  if (!value) return () => []
  const purpose = middlewarePurpose(run, value, name)
  if (purpose === 'none') return () => []
  const entry = file.exports.find(one => one.name === name || one.name === 'default')
  const matchers = matchersOf(run, exportedValue(run, file, 'config'))
  const guard: Guard = {
    name,
    purpose,
    isGlobal: matchers === undefined,
    at: { path: file.path, start: entry?.start ?? 0, end: entry?.end ?? 0 },
  }
  return path => {
    const answers = matchers?.map(matches => matches(path)) ?? [true]
    if (answers.includes(true)) return [guard]
    return answers.includes(undefined) ? [{ ...guard, purpose: 'other' }] : []
  }
}

/**
 * What a middleware is for; `none` where it turns nobody away for who they are. Sources:
 * https://next-auth.js.org/configuration/nextjs#middleware, https://clerk.com/docs/references/nextjs/clerk-middleware
 */
function middlewarePurpose(run: Run, value: Value, name: string): Guard['purpose'] | 'none' {
  if (value.kind === 'closure') {
    const purpose = purposeOf(run, value, name)
    return purpose === 'other' && !mayAsk(run.program, { file: value.file, node: value.fn }) ? 'none' : purpose
  }
  if (value.kind !== 'outside') return purposeOf(run, value, name)
  const calls = value.steps.flatMap(step => (step.kind === 'call' ? [step.site] : []))
  const member = value.steps.find(step => step.kind === 'member')?.name
  const given = calls.flatMap(site => site.arguments)
  if (value.package === 'next-intl/middleware') return 'none'
  // All that the matcher names, unless a callback of its own decides by the path.
  if (value.package === 'next-auth/middleware')
    return given.some(one => one.kind !== 'closure' && decidesByPath(run, one)) ? 'other' : 'auth'
  if (!value.package.startsWith('@clerk/nextjs')) return purposeOf(run, value, name)
  if (member === 'authMiddleware')
    return given.some(one => one.kind === 'fields' && one.entries.size > 0) ? 'other' : 'auth'
  // It tells who somebody is and protects nothing by itself.
  const own = given.find(one => one.kind === 'closure')
  if (member !== 'clerkMiddleware' || given.some(one => one.kind === 'unknown')) return 'other'
  return own?.kind === 'closure' ? (protectsAll(own) ? 'auth' : 'other') : 'none'
}

function decidesByPath(run: Run, given: Value): boolean {
  if (given.kind === 'closure') return behaviourOf(run, given).readsPath
  if (given.kind === 'fields') return given.isOpen || [...given.entries.values()].some(one => decidesByPath(run, one))
  return given.kind !== 'plain'
}

/** `clerkMiddleware(async auth => { await auth.protect() })`, whatever the path. */
function protectsAll({ fn }: Closure): boolean {
  const body = fn.body.map(one => (one.kind === 'expression' || one.kind === 'return' ? one.value : undefined))
  return body.some(one => {
    const inner = one && peel(one)
    const call = inner?.kind === 'await' ? peel(inner.value) : inner
    return call?.kind === 'call' && call.callee.kind === 'member' && call.callee.property === 'protect'
  })
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
