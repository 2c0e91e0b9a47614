import { callAny } from '../../../../code/go/calls.js'
import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, NIL, textOf, UNKNOWN } from '../../../../code/go/values.js'
import { answering, guardsOf } from './handlers.js'
import { pathAt, register, use } from './register.js'
import { type Group, hostOf, subgroup } from './router.js'

const VERBS = new Set(['Connect', 'Delete', 'Get', 'Head', 'Options', 'Patch', 'Post', 'Put', 'Trace'])

/** Methods of `chi.Router`: https://pkg.go.dev/github.com/go-chi/chi/v5#Router */
export function chi(run: GoRun, group: Group, name: string, site: GoSite): GoValue | undefined {
  const add = (methods: readonly string[], at: number, pattern?: string): GoValue => {
    const path = pathAt(site, at)
    const given = { path, handler: site.arguments[at + 1], guards: [] }
    register(run, group, methods, group.prefix + (pattern ?? path.text), given, site)
    return NIL
  }
  if (VERBS.has(name)) return add([name.toUpperCase()], 0)
  switch (name) {
    case 'Method':
    case 'MethodFunc':
      return add([textOf(site.arguments[0])?.toUpperCase() ?? '*'], 1)
    case 'Handle':
    case 'HandleFunc': {
      // Since 5.0.12: `GET /path`.
      const [, method, pattern] = /^([A-Z]+)[ \t]+(.*)$/s.exec(pathAt(site, 0).text) ?? []
      return add([method ?? '*'], 0, pattern)
    }
    case 'Use':
      use(run, group, site)
      return NIL
    case 'With':
      return hostOf({ ...group, guards: [...group.guards, ...guardsOf(run, site, 0, false)] })
    case 'Group': {
      const inner = hostOf({ ...group, guards: [...group.guards] })
      call(run, site.arguments[0], inner, site)
      return inner
    }
    case 'Route':
      return route(run, group, site)
    case 'Mount':
      return mount(run, group, site)
    case 'NotFound':
      group.router.fallbacks.push({ prefix: group.prefix || '/', at: site.at })
      return NIL
    case 'MethodNotAllowed':
      return NIL
    case 'ServeHTTP':
      return UNKNOWN
  }
  return undefined
}

function call(run: GoRun, callback: GoValue | undefined, router: GoValue, site: GoSite): void {
  if (callback) callAny(run, callback, { ...site, arguments: [router], written: [] })
}

/** Inside, middleware is its own; its paths stand behind that of the group. */
function route(run: GoRun, group: Group, site: GoSite): GoValue {
  const path = pathAt(site, 0)
  const inner = hostOf(subgroup(group, path, group.prefix + path.text.replace(/\/$/, ''), []))
  call(run, site.arguments[1], inner, site)
  return inner
}

/** chi hands its own routers the rest of the path, and other handlers the whole of it. */
function mount(run: GoRun, group: Group, site: GoSite): GoValue {
  const path = pathAt(site, 0)
  const found = answering(run, site.arguments[1])
  const whole = (group.prefix + path.text).replace(/\/$/, '')
  if (found.group?.router.framework !== 'chi') {
    const given = { path, handler: site.arguments[1], guards: [] }
    register(run, group, ['*'], `${whole}/*`, given, site)
    return NIL
  }
  const outer = subgroup(group, path, whole, [])
  found.group.router.isMounted = true
  group.router.mounts.push({
    to: found.group.router,
    method: '*',
    within: whole === '' ? '/' : whole,
    stripped: found.stripped === '' ? whole : found.stripped,
    isResolved: outer.isResolved,
    guards: [...group.guards, ...found.guards],
    prefixes: outer.prefixes,
    at: site.at,
  })
  if (!outer.isResolved) group.router.unresolved.push(site.at)
  return NIL
}
