import type { PathRewrite } from '../path-rewrite.js'
import type { RoutePath } from '../reverse-proxy.js'
import { type RewriteStep, rewriteInSteps } from '../rewrite-steps.js'
import { find, listAt, type Setting, textAt } from './settings.js'

/**
 * What becomes of the path through middlewares in this order.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/
 */
export function rewriteThrough(middlewares: readonly Setting[], path: RoutePath): PathRewrite {
  return rewriteInSteps(middlewares.flatMap(stepOf), path)
}

function stepOf(setting: Setting): readonly RewriteStep[] {
  const { at } = setting
  const pattern = find(setting, 'replacepathregex')
  if (pattern) {
    const [regex = '', replacement = ''] = [textAt(pattern, 'regex'), textAt(pattern, 'replacement')]
    return [{ kind: 'pattern', pattern: regex, replacement, at }]
  }
  if (find(setting, 'stripprefixregex'))
    return [{ kind: 'unknown', because: 'a regular expression changes the path', at }]
  const added = textAt(setting, 'addprefix', 'prefix')
  if (added !== undefined) return [{ kind: 'add', prefix: added, at }]
  const replaced = textAt(setting, 'replacepath', 'path')
  if (replaced !== undefined) return [{ kind: 'whole', by: replaced, at }]
  const prefixes = listAt(setting, 'stripprefix', 'prefixes')
  return prefixes.length > 0 ? [{ kind: 'strip', prefixes, at }] : []
}
