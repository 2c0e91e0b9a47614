import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import {
  IDENTITY,
  type PathRewrite,
  partsReplaced,
  patternRewrite,
  prefixReplaced,
  unknownRewrite,
} from '../path-rewrite.js'
import { entriesOf, itemsOf } from '../read-node.js'
import type { RoutePath } from '../reverse-proxy.js'
import { rewriteThrough } from '../traefik/rewrites.js'
import { settingsOfNode } from '../traefik/settings.js'
import type { ObjectIndex } from './index.js'

const NGINX = 'nginx.ingress.kubernetes.io/'
const MIDDLEWARES = 'traefik.ingress.kubernetes.io/router.middlewares'

/** The annotations of an object. */
function annotationsOf(object: KubernetesObject): readonly (readonly [name: string, node: Node])[] {
  return entriesOf(descend(object.node, 'metadata', 'annotations')).map(([name, node]) => [name, node] as const)
}

/** Whether ingress-nginx takes the paths of an Ingress for regular expressions. */
export function hasRegexPaths(object: KubernetesObject): boolean {
  return annotationsOf(object).some(
    ([name, node]) => name === `${NGINX}rewrite-target` || (name === `${NGINX}use-regex` && textOf(node) === 'true'),
  )
}

/**
 * What the annotations of an Ingress make of its paths. ingress-nginx puts the target in the place of the whole path:
 * https://kubernetes.github.io/ingress-nginx/examples/rewrite/; Kong cuts the path off:
 * https://developer.konghq.com/kubernetes-ingress-controller/reference/annotations/; Traefik names middlewares:
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/#annotations.
 */
export function ingressRewrite(object: KubernetesObject, path: RoutePath, index: ObjectIndex): PathRewrite {
  for (const [name, node] of annotationsOf(object)) {
    const text = textOf(node) ?? ''
    if (name === `${NGINX}rewrite-target`)
      return patternRewrite(path.text, text, { match: 'regex', text: path.text }, node.at)
    if (name === 'konghq.com/strip-path') {
      if (text === 'true') return path.match === 'regex' ? byRegex(node) : partsReplaced(path.text, '/', node.at)
    } else if (name === MIDDLEWARES) return throughMiddlewares(text.split(','), object.namespace, path, index, node)
    else if (name === `${NGINX}configuration-snippet` || name === `${NGINX}server-snippet`) {
      if (/\brewrite\s/.test(text)) return unknownRewrite(node.at, 'a rewrite changes the path')
    } else if (/rewrite|replace-?path|strip-?p|transforms/i.test(name))
      return unknownRewrite(node.at, `${name} changes the path`)
  }
  return IDENTITY
}

function byRegex(node: Node): PathRewrite {
  return unknownRewrite(node.at, 'a regular expression changes the path')
}

/** `shop-strip@kubernetescrd` is the Middleware `strip` of the namespace `shop`. */
function throughMiddlewares(
  names: readonly string[],
  namespace: string | undefined,
  path: RoutePath,
  index: ObjectIndex,
  { at }: Node,
): PathRewrite {
  const own = `${namespace ?? 'default'}-`
  const found = names.map(name => {
    const [, whole = ''] = /^\s*([\w.-]+)@kubernetescrd\s*$/.exec(name) ?? []
    return whole.startsWith(own) ? whole.slice(own.length) : undefined
  })
  return found.includes(undefined)
    ? unknownRewrite(at, 'a middleware is defined elsewhere')
    : middlewareRewrite(found as readonly string[], namespace, path, index, at)
}

/** Middlewares beyond this many in one chain are not followed. */
const MOST_MIDDLEWARES = 50

/** What the Middleware objects of Traefik make of a path, in this order. */
export function middlewareRewrite(
  names: readonly string[],
  namespace: string | undefined,
  path: RoutePath,
  index: ObjectIndex,
  at: Node['at'],
): PathRewrite {
  const waiting = [...names]
  const found = []
  while (waiting.length > 0) {
    const name = waiting.shift() ?? ''
    const object = ['traefik.io', 'traefik.containo.us']
      .map(group => index.get(`${group}/Middleware`, name, namespace))
      .find(one => one !== undefined)
    if (!object || found.length + waiting.length > MOST_MIDDLEWARES)
      return unknownRewrite(at, `the middleware ${name} is defined elsewhere`)
    const spec = child(object.node, 'spec')
    const chain = itemsOf(descend(spec, 'chain', 'middlewares')).flatMap(one => textOf(child(one, 'name')) ?? [])
    waiting.unshift(...chain)
    found.push(settingsOfNode(spec, object.at))
  }
  return rewriteThrough(found, path)
}

/** The filters of a rule of the Gateway API: https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/#rewrites */
export function filterRewrite(filters: readonly Node[], path: RoutePath): PathRewrite {
  for (const filter of filters) {
    const type = textOf(child(filter, 'type'))
    if (type === 'ExtensionRef') return unknownRewrite(filter.at, 'a filter of the implementation may change the path')
    const to = type === 'URLRewrite' ? descend(filter, 'urlRewrite', 'path') : undefined
    if (!to) continue
    const whole = textOf(child(to, 'replaceFullPath'))
    const prefix = textOf(child(to, 'replacePrefixMatch'))
    if (whole !== undefined) return { kind: 'replace-path', by: whole, at: to.at }
    if (prefix === undefined || path.match === 'regex') return unknownRewrite(to.at, 'it says nothing of the path')
    return partsReplaced(path.text, prefix, to.at)
  }
  return IDENTITY
}

/** `rewrite.uri` takes the place of the matched prefix, or of an exact path. https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite */
export function istioRewrite(rule: Node, path: RoutePath | undefined): PathRewrite {
  const rewrite = child(rule, 'rewrite')
  const uri = child(rewrite, 'uri')
  const pattern = child(rewrite, 'uriRegexRewrite')
  if (pattern) return byRegex(pattern)
  const by = textOf(uri)
  if (!uri || by === undefined) return IDENTITY
  if (!path || path.match === 'regex') return { kind: 'replace-path', by, at: uri.at }
  return prefixReplaced(path.text, by, uri.at)
}

/** `pathRewritePolicy`: https://projectcontour.io/docs/main/config/request-rewriting/ */
export function contourRewrite(route: Node, path: RoutePath): PathRewrite {
  const [replacement] = itemsOf(descend(route, 'pathRewritePolicy', 'replacePrefix'))
  const by = textOf(child(replacement, 'replacement'))
  return replacement && by !== undefined ? partsReplaced(path.text, by, replacement.at) : IDENTITY
}

/** A Mapping cuts its prefix off unless `rewrite` says otherwise: https://emissary-ingress.dev/docs/3.10/topics/using/rewrites/ */
export function mappingRewrite(spec: Node | undefined, path: RoutePath, at: Node['at']): PathRewrite {
  if (child(spec, 'regex_rewrite')) return unknownRewrite(at, 'a regular expression changes the path')
  if (path.match === 'regex') return IDENTITY
  const rewrite = child(spec, 'rewrite')
  const by = rewrite ? (textOf(rewrite) ?? '') : '/'
  return by === '' ? IDENTITY : prefixReplaced(path.text, by, rewrite?.at ?? at)
}
