import {
  argument,
  isNone,
  NONE,
  type PyArguments,
  type PyHost,
  type PyValue,
  plainOf,
} from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import { addView, flaskWeb, registerBlueprint } from './flask-views.js'
import type { Framework, Start } from './knowledge.js'
import { EMPTY_PATH, mounted, type PathText, pathText, rooted } from './paths.js'
import { decoratorHost, type Web, webHost, webOf } from './web.js'

/** Sources: https://flask-restful.readthedocs.io, https://flask-restx.readthedocs.io, https://flask-smorest.readthedocs.io */
export const flaskApi: Framework = {
  call(_, start, name, given) {
    if (/^flask_(?:restful|restx|smorest)\.Api$/.test(name)) return api(start, name, given)
    return name === 'flask_restx.Namespace' ? namespace(start, given) : undefined
  },
  method(_, __, host, name, given) {
    const web = webOf(host)
    return web && /^(?:flask-api|namespace)$/.test(host.type) ? apiMethod(host, web, name, given) : undefined
  },
}

/** `Api` of Flask-RESTful, Flask-RESTX and flask-smorest: resources at an application or blueprint. */
function api(start: Start, name: string, given: PyArguments): PyHost {
  const isDocumented = name.startsWith('flask_restx')
  const position = isDocumented ? -1 : 1
  const web = flaskWeb(given, false, mounted(pathText(argument(given, position, 'prefix'))))
  const doc = given.keywords.get('doc') ?? plainOf('/')
  if (isDocumented) {
    for (const text of ['', '/swagger.json'])
      web.entries.push({ kind: 'route', methods: ['GET'], path: { text, isResolved: true }, guards: [], at: given.at })
    if (!(doc.kind === 'plain' && doc.value === false)) documentation.set(web, rooted(pathText(doc)))
  }
  const host = webHost('flask-api', given.at, web)
  start.made.push(host)
  attach(host, argument(given, 0, 'app'), given.at)
  return host
}

/** Where an `Api` of Flask-RESTX shows its documentation: beside its prefix, not below it. */
const documentation = new WeakMap<Web, PathText>()

function attach(host: PyHost, to: PyValue | undefined, at: Span): void {
  const [outer, inner] = [webOf(to), webOf(host)]
  if (!outer || !inner) return
  outer.entries.push({ kind: 'include', prefix: EMPTY_PATH, keepsPrefix: true, web: host, guards: [], at })
  const path = documentation.get(inner)
  if (!path) return
  outer.entries.push({ kind: 'route', methods: ['GET'], path, guards: [], at })
  outer.entries.push({ kind: 'fallback', prefix: { text: '/swaggerui', isResolved: true }, at })
}

function namespace(start: Start, given: PyArguments): PyHost {
  const path = argument(given, 2, 'path')
  const name = pathText(argument(given, 0, 'name'))
  const web = flaskWeb(given, false, mounted(path && !isNone(path) ? pathText(path) : name))
  const host = webHost('namespace', given.at, web)
  start.made.push(host)
  return host
}

function apiMethod(host: PyHost, web: Web, name: string, given: PyArguments): PyValue | undefined {
  switch (name) {
    case 'init_app':
      attach(host, argument(given, 0, 'app'), given.at)
      return NONE
    case 'add_resource': {
      const [resource, ...urls] = given.list
      if (resource) for (const url of urls) addView(web, rooted(pathText(url)), resource, undefined, given.at)
      return NONE
    }
    case 'route':
    case 'resource':
      return decoratorHost(given.at, decorated => {
        for (const url of given.list)
          addView(
            web,
            url.kind === 'plain' && url.value === '' ? EMPTY_PATH : rooted(pathText(url)),
            decorated,
            undefined,
            given.at,
          )
        return decorated
      })
    case 'add_namespace': {
      const included = argument(given, 0, 'ns') ?? NONE
      const path = argument(given, 1, 'path')
      const replaces = path !== undefined && !isNone(path)
      const prefix = replaces ? mounted(pathText(path)) : EMPTY_PATH
      web.entries.push({ kind: 'include', prefix, keepsPrefix: !replaces, web: included, guards: [], at: given.at })
      return NONE
    }
    case 'namespace': {
      const path = argument(given, 2, 'path')
      const prefix = mounted(path && !isNone(path) ? pathText(path) : pathText(argument(given, 0, 'name')))
      const child = webHost('namespace', given.at, flaskWeb(given, false, prefix))
      web.entries.push({ kind: 'include', prefix: EMPTY_PATH, keepsPrefix: true, web: child, guards: [], at: given.at })
      return child
    }
    case 'register_blueprint':
      registerBlueprint(web, given)
      return NONE
    default:
      return undefined
  }
}
