import type { GoRun } from '../../../../code/go/run.js'
import type { GoSite, GoValue } from '../../../../code/go/values.js'
import { NIL, UNKNOWN } from '../../../../code/go/values.js'
import { answering, isOnlyRoot } from './handlers.js'
import { pathAt, register } from './register.js'
import type { Group } from './router.js'

/**
 * Patterns of `net/http`: `[METHOD ][HOST]/[PATH]`. https://pkg.go.dev/net/http#hdr-Patterns-ServeMux (Go 1.22)
 */
export function serveMux(run: GoRun, group: Group, name: string, site: GoSite): GoValue | undefined {
  if (name === 'Handler') return UNKNOWN
  if (name !== 'Handle' && name !== 'HandleFunc') return undefined
  const path = pathAt(site, 0)
  const [, method = '*', host = '', pattern = ''] = /^(?:([A-Z]+)[ \t]+)?([^/\s]*)(\/.*)?$/s.exec(path.text) ?? []
  const own = host === '' ? group : { ...group, host }
  const { handler } = answering(run, site.arguments[1])
  const whole = pattern === '/' && handler && isOnlyRoot(handler) ? '/{$}' : pattern
  register(run, own, [method], whole || '/', { path, handler: site.arguments[1], guards: [] }, site)
  return NIL
}
