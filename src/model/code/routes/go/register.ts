import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, pointed, textOf } from '../../../../code/go/values.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { answering, guardsOf } from './handlers.js'
import type { GoRouter, Group, Registered } from './router.js'

/** A path that was given to a router. */
export interface GivenPath {
  readonly text: string
  readonly isResolved: boolean
  readonly at: Span
}

/** The path among the arguments of a call; what is not known of it is nothing. */
export function pathAt(site: GoSite, index: number): GivenPath {
  const value: GoValue | undefined = site.arguments[index]
  const written = site.written[index]
  const at = written ? { path: site.file.path, start: written.start, end: written.end } : site.at
  const text = textOf(value)
  return { text: text ?? '', isResolved: text !== undefined, at }
}

/** Registers a handler for a path, the pattern being whole already. Other routers are mounted. */
export function register(
  run: GoRun,
  group: Group,
  methods: readonly string[],
  pattern: string,
  given: { readonly path: GivenPath; readonly handler: GoValue | undefined; readonly guards: readonly Guard[] },
  site: GoSite,
): void {
  const { router } = group
  const isResolved = group.isResolved && given.path.isResolved
  if (!isResolved) router.unresolved.push(site.at)
  const found = answering(run, given.handler)
  const guards = [...group.guards, ...given.guards, ...found.guards]
  if (found.isOpenEnded || (found.group && found.group.router === router)) {
    router.fallbacks.push({ prefix: plainPrefix(pattern), at: site.at })
    return
  }
  const { prefixes, host } = group
  enter(router, found, { methods, pattern, host, isResolved, guards, prefixes, at: site.at })
}

/** Enters what answers at a whole pattern: a route for each method, or another router that is mounted there. */
export function enter(
  router: GoRouter,
  { group, handler, stripped }: ReturnType<typeof answering>,
  place: Pick<Registered, 'pattern' | 'isResolved' | 'guards' | 'prefixes' | 'at'> & {
    readonly methods: readonly string[]
    readonly host: string | undefined
  },
): void {
  const { methods, pattern, host, ...common } = place
  for (const method of methods) {
    if (group) {
      group.router.isMounted = true
      router.mounts.push({ to: group.router, method, within: plainPrefix(pattern), stripped, ...common })
    } else
      router.routes.push({
        method,
        pattern,
        ...(handler && { handler }),
        ...(host !== undefined && { host }),
        ...common,
      })
  }
}

/** The methods of a list of texts, `[]string{"GET", "POST"}`; any where that is not known. */
export function methodsIn(value: GoValue | undefined): readonly string[] {
  const list = value && pointed(value)
  return list?.kind === 'list' ? list.items.map(one => textOf(one) ?? '*') : ['*']
}

/** What every path that a pattern takes begins with. */
export function plainPrefix(pattern: string): string {
  return pattern.replace(/[{:*+].*$/s, '').replace(/\/+$/, '') || '/'
}

/** `Use(a, b)`: middleware for what is registered behind it. */
export function use(run: GoRun, group: Group, site: GoSite, from = 0): void {
  group.guards.push(...guardsOf(run, site, from, group.prefix === ''))
}
