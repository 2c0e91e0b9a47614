import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, NIL, textOf, UNKNOWN } from '../../../../code/go/values.js'
import { guardsOf } from './handlers.js'
import { methodsIn, pathAt, register, use } from './register.js'
import { type Group, hostOf, subgroup } from './router.js'

const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
/** https://pkg.go.dev/github.com/gin-gonic/gin#RouterGroup.Any */
const ANY = ['GET', 'POST', 'PUT', 'PATCH', 'HEAD', 'OPTIONS', 'DELETE', 'CONNECT', 'TRACE']

/** `path.Join`, but for a slash at the end, which stays. */
function joined(prefix: string, path: string): string {
  if (path === '') return prefix === '' ? '/' : prefix
  const whole = `${prefix}/${path}`.replace(/\/{2,}/g, '/')
  return path.endsWith('/') || whole === '/' ? whole : whole.replace(/\/+$/, '')
}

/** Methods of `*gin.Engine` and `*gin.RouterGroup`. */
export function gin(run: GoRun, group: Group, name: string, site: GoSite): GoValue | undefined {
  const self = hostOf(group)
  const last = site.arguments.length - 1
  const add = (methods: readonly string[], at: number): GoValue => {
    const path = pathAt(site, at)
    const inner = { ...site, arguments: site.arguments.slice(0, last), written: site.written.slice(0, last) }
    const guards = guardsOf(run, inner, at + 1, false)
    register(
      run,
      group,
      methods,
      joined(group.prefix, path.text),
      { path, handler: site.arguments[last], guards },
      site,
    )
    return self
  }
  if (VERBS.has(name)) return add([name], 0)
  switch (name) {
    case 'Any':
      return add(ANY, 0)
    case 'Handle':
      return add([textOf(site.arguments[0]) ?? '*'], 1)
    case 'Match':
      return add(methodsIn(site.arguments[0]), 1)
    case 'Group': {
      const path = pathAt(site, 0)
      return hostOf(subgroup(group, path, joined(group.prefix, path.text), guardsOf(run, site, 1, false)))
    }
    case 'Use':
      use(run, group, site)
      return self
    case 'Static':
    case 'StaticFS':
      return files(group, joined(group.prefix, pathAt(site, 0).text), '*filepath', site, self)
    case 'StaticFile':
    case 'StaticFileFS':
      return files(group, joined(group.prefix, pathAt(site, 0).text), '', site, self)
    case 'NoRoute':
      group.router.fallbacks.push({ prefix: '/', at: site.at })
      return NIL
    case 'Run':
    case 'RunTLS':
    case 'RunListener':
    case 'RunUnix':
    case 'RunFd':
      group.router.isServed = true
      return UNKNOWN
    case 'Handler':
      return self
  }
  return undefined
}

function files(group: Group, path: string, wildcard: string, site: GoSite, self: GoValue): GoValue {
  const pattern = wildcard === '' ? path : `${path.replace(/\/$/, '')}/${wildcard}`
  const { router, isResolved, prefixes, guards } = group
  for (const method of ['GET', 'HEAD'])
    router.routes.push({ method, pattern, isResolved, guards: [...guards], prefixes, at: site.at })
  if (wildcard !== '') router.fallbacks.push({ prefix: path.replace(/\/$/, '') || '/', at: site.at })
  return self
}
