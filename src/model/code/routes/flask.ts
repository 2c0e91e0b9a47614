import { outsideBases } from '../../../code/python/attributes.js'
import {
  argument,
  isNone,
  NONE,
  type PyArguments,
  type PyClass,
  type PyHost,
  type PyValue,
  plainOf,
  textOf,
} from '../../../code/python/values.js'
import { addRule, flaskWeb, registerBlueprint, VERBS } from './python/flask-views.js'
import { guardNamed, middlewareGuard } from './python/guards.js'
import type { Framework, Start } from './python/knowledge.js'
import { mounted, pathText } from './python/paths.js'
import { decoratorHost, type Web, webHost, webOf } from './python/web.js'

/** Source: https://flask.palletsprojects.com/en/stable/api/ */
export const flask: Framework = {
  call(_, start, name, given) {
    switch (name) {
      case 'flask.Flask':
      case 'flask.app.Flask':
        return application(start, given)
      case 'flask.Blueprint':
      case 'flask.blueprints.Blueprint':
      case 'flask_smorest.Blueprint':
        return blueprint(start, given)
      case 'flask_limiter.Limiter':
        return limiter(given)
      default:
        return undefined
    }
  },
  method(_, __, host, name, given) {
    if (host.type === 'flask-limiter' && name === 'init_app') return limited(host, argument(given, 0, 'app'), given)
    const web = webOf(host)
    if (!web) return undefined
    if (host.type === 'flask' || host.type === 'blueprint') return method(host, web, name, given)
    return undefined
  },
  inherited(_, __, of, name) {
    if (of.kind !== 'class' || name !== 'as_view') return undefined
    if (!outsideBases(of).some(base => /^flask(?:\.views)?\./.test(base))) return undefined
    return viewHost(of)
  },
}

function viewHost(of: PyClass): PyHost {
  const at = { path: of.file.path, start: of.node.start, end: of.node.end }
  return { kind: 'host', type: 'flask-view', at, attributes: new Map(), state: of }
}

/** Limits for every route: https://flask-limiter.readthedocs.io */
function limiter(given: PyArguments): PyHost {
  const limits = given.keywords.get('default_limits') ?? given.keywords.get('application_limits')
  const host: PyHost = { kind: 'host', type: 'flask-limiter', at: given.at, attributes: new Map(), state: limits }
  const app = given.keywords.get('app') ?? given.list.find(one => webOf(one))
  return app ? limited(host, app, given) : host
}

function limited(host: PyHost, app: PyValue | undefined, given: PyArguments): PyHost {
  if (host.state !== undefined) webOf(app)?.guards.unshift(guardNamed('Limiter', given.at, true))
  return host
}

/** A Flask serves the folder `static` unless it is told not to. */
function application(start: Start, given: PyArguments): PyHost {
  const web = flaskWeb(given, true)
  const folder = given.keywords.get('static_folder')
  if (!isNone(folder)) {
    const url = given.keywords.get('static_url_path')
    const name = textOf(folder)?.split('/').at(-1) ?? 'static'
    const prefix = url && !isNone(url) ? mounted(pathText(url)) : mounted({ text: name, isResolved: true })
    web.entries.push({ kind: 'fallback', prefix, at: given.at })
  }
  return made(start, webHost('flask', given.at, web))
}

function made(start: Start, host: PyHost): PyHost {
  start.made.push(host)
  return host
}

function blueprint(start: Start, given: PyArguments): PyHost {
  const web = flaskWeb(given, false, mounted(pathText(given.keywords.get('url_prefix'))))
  const folder = given.keywords.get('static_folder')
  if (folder && !isNone(folder))
    web.entries.push({
      kind: 'fallback',
      prefix: mounted(pathText(given.keywords.get('static_url_path') ?? folder)),
      at: given.at,
    })
  return made(start, webHost('blueprint', given.at, web))
}

function method(host: PyHost, web: Web, name: string, given: PyArguments): PyValue | undefined {
  if (name === 'route' || VERBS.has(name)) {
    return decoratorHost(given.at, decorated => {
      addRule(web, given, decorated, VERBS.has(name) ? plainOf(name) : given.keywords.get('methods'))
      return decorated
    })
  }
  switch (name) {
    case 'add_url_rule': {
      const view = argument(given, 2, 'view_func')
      if (view && !isNone(view)) addRule(web, given, view, given.keywords.get('methods'))
      return NONE
    }
    case 'register_blueprint':
      registerBlueprint(web, given)
      return NONE
    case 'before_request':
    case 'before_app_request': {
      const [fn] = given.list
      if (fn) web.guards.push(middlewareGuard(fn, 'before_request', given.at, host.type === 'flask'))
      return fn
    }
    default:
      return undefined
  }
}
