import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, NIL, textOf, UNKNOWN } from '../../../../code/go/values.js'
import { guardsOf } from './handlers.js'
import { methodsIn, pathAt, register, use } from './register.js'
import { type Group, hostOf, subgroup } from './router.js'

const VERBS = new Set(['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'])
/** https://pkg.go.dev/github.com/labstack/echo/v4#Echo.Any */
const ANY = ['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PROPFIND', 'PUT', 'TRACE', 'REPORT']

/** Methods of `*echo.Echo` and `*echo.Group`. Paths are put together as they are. */
export function echo(run: GoRun, group: Group, name: string, site: GoSite): GoValue | undefined {
  const add = (methods: readonly string[], at: number): GoValue => {
    const path = pathAt(site, at)
    const guards = guardsOf(run, site, at + 2, false)
    register(run, group, methods, group.prefix + path.text, { path, handler: site.arguments[at + 1], guards }, site)
    return UNKNOWN
  }
  if (VERBS.has(name)) return add([name], 0)
  switch (name) {
    case 'Any':
      return add(ANY, 0)
    case 'Add':
      return add([textOf(site.arguments[0]) ?? '*'], 1)
    case 'Match':
      return add(methodsIn(site.arguments[0]), 1)
    case 'Group': {
      const path = pathAt(site, 0)
      return hostOf(subgroup(group, path, group.prefix + path.text, guardsOf(run, site, 1, false)))
    }
    case 'Host':
      return hostOf({ ...group, host: pathAt(site, 0).text })
    case 'Use':
    case 'Pre':
      // Of the whole server it counts for what was registered before, too.
      if (group.prefix === '' && group.host === undefined) group.router.guards.push(...guardsOf(run, site, 0, true))
      else use(run, group, site)
      return NIL
    case 'Static':
    case 'StaticFS':
      return files(group, pathAt(site, 0).text, site)
    case 'File':
    case 'FileFS': {
      const { router, isResolved, prefixes, guards } = group
      const pattern = group.prefix + pathAt(site, 0).text
      router.routes.push({ method: 'GET', pattern, isResolved, guards: [...guards], prefixes, at: site.at })
      return UNKNOWN
    }
    case 'RouteNotFound':
      group.router.fallbacks.push({ prefix: group.prefix || '/', at: site.at })
      return UNKNOWN
    case 'Start':
    case 'StartTLS':
    case 'StartAutoTLS':
    case 'StartServer':
    case 'StartH2CServer':
      group.router.isServed = true
      return UNKNOWN
  }
  return undefined
}

function files(group: Group, path: string, site: GoSite): GoValue {
  const { router, isResolved, prefixes, guards } = group
  const whole = group.prefix + path
  const pattern = `${whole.replace(/\/$/, '')}*`
  router.routes.push({ method: 'GET', pattern, isResolved, guards: [...guards], prefixes, at: site.at })
  router.fallbacks.push({ prefix: whole.replace(/\/$/, '') || '/', at: site.at })
  return UNKNOWN
}
