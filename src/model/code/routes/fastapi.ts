import { classAttribute, outsideBases } from '../../../code/python/attributes.js'
import type { PyRun } from '../../../code/python/run.js'
import {
  argument,
  isNone,
  itemsOf,
  NONE,
  type PyArguments,
  type PyHost,
  type PyValue,
  textOf,
} from '../../../code/python/values.js'
import type { Guard } from '../route.js'
import { dependenciesIn, dependency, handlerDecorators, handlerDependencies, middlewareGuard } from './python/guards.js'
import type { Framework, Start } from './python/knowledge.js'
import { instrumentator, instrumented } from './python/metrics.js'
import { EMPTY_PATH, mounted, pathText } from './python/paths.js'
import { decoratorHost, handlerOf, type Web, type WebEntry, webHost, webOf } from './python/web.js'

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'])

const ROUTE_DECORATOR =
  /(?:^|\.)(?:get|post|put|patch|delete|head|options|trace|api_route|route|websocket|cache|wraps|inject|staticmethod)$/

/** Sources: https://fastapi.tiangolo.com/reference/, https://www.starlette.io/routing/ (read 2026-11). */
export const asgi: Framework = {
  call(run, start, name, given) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    if (name === 'prometheus_fastapi_instrumentator.Instrumentator') return instrumentator(given)
    if (!/^(?:fastapi|starlette)(?:\.|$)/.test(name)) return undefined
    switch (last) {
      case 'FastAPI':
        return fastapi(run, start, given)
      case 'Starlette':
        return starlette(run, start, given, true)
      case 'APIRouter':
        return router(run, start, given)
      case 'Router':
        return starlette(run, start, given, false)
      case 'Depends':
      case 'Security':
        return dependency(given)
      case 'Route':
      case 'Mount':
      case 'Host':
      case 'Middleware':
        return { kind: 'host', type: `asgi-${last.toLowerCase()}`, at: given.at, attributes: new Map(), state: given }
      case 'WSGIMiddleware':
        return argument(given, 0, 'app')
      default:
        return undefined
    }
  },
  attribute(_, __, host, name) {
    return webOf(host) && /^(?:fastapi|starlette|router)$/.test(host.type) && name === 'router' ? host : undefined
  },
  method(run, _, host, name, given) {
    if (host.type === 'instrumentator') return instrumented(host, name, given)
    const web = webOf(host)
    return web && /^(?:fastapi|starlette|router)$/.test(host.type) ? method(run, host, web, name, given) : undefined
  },
}

function newWeb(framework: string, isApplication: boolean, given: PyArguments, guards: readonly Guard[]): Web {
  const prefix = isApplication ? EMPTY_PATH : mounted(pathText(given.keywords.get('prefix')))
  return { framework, isApplication, prefix, prefixAt: given.at, guards: [...guards], entries: [] }
}

function fastapi(run: PyRun, start: Start, given: PyArguments): PyHost {
  const web = newWeb('fastapi', true, given, [
    ...middlewareIn(given.keywords.get('middleware')),
    ...dependenciesIn(given.keywords.get('dependencies'), true),
  ])
  addRoutes(run, web, given.keywords.get('routes'))
  addDocumentation(web, given)
  const host = webHost('fastapi', given.at, web)
  start.made.push(host)
  return host
}

/** The pages that FastAPI adds by itself, unless they are switched off. */
function addDocumentation(web: Web, given: PyArguments): void {
  const setting = (name: string, fallback: string): PyValue =>
    given.keywords.get(name) ?? { kind: 'plain', value: fallback }
  const openapi = setting('openapi_url', '/openapi.json')
  if (isNone(openapi) || textOf(openapi) === '') return
  const docs = setting('docs_url', '/docs')
  const pages = [openapi, docs, setting('redoc_url', '/redoc')].filter(one => !isNone(one) && one.kind !== 'unknown')
  if (!isNone(docs) && docs.kind !== 'unknown')
    pages.push(setting('swagger_ui_oauth2_redirect_url', '/docs/oauth2-redirect'))
  for (const page of pages)
    if (!isNone(page))
      web.entries.push({ kind: 'route', methods: ['GET'], path: pathText(page), guards: [], at: given.at })
}

function router(run: PyRun, start: Start, given: PyArguments): PyHost {
  const web = newWeb('fastapi', false, given, dependenciesIn(given.keywords.get('dependencies')))
  addRoutes(run, web, given.keywords.get('routes'))
  const host = webHost('router', given.at, web)
  start.made.push(host)
  return host
}

function starlette(run: PyRun, start: Start, given: PyArguments, isApplication: boolean): PyHost {
  const guards = middlewareIn(given.keywords.get('middleware'))
  const web: Web = {
    framework: 'starlette',
    isApplication,
    prefix: EMPTY_PATH,
    prefixAt: given.at,
    guards: [...guards],
    entries: [],
  }
  const position = isApplication ? 1 : 0
  addRoutes(run, web, argument(given, position, 'routes'))
  const host = webHost('starlette', given.at, web)
  start.made.push(host)
  return host
}

/** `Middleware(X, …)` in a list. */
function middlewareIn(value: PyValue | undefined): readonly Guard[] {
  return itemsOf(value).flatMap(one => {
    if (one.kind !== 'host' || one.type !== 'asgi-middleware') return []
    const given = one.state as PyArguments
    return [middlewareGuard(given.list[0], 'middleware', one.at, true)]
  })
}

/** `Route`, `Mount` and `Host` in lists. */
function addRoutes(run: PyRun, web: Web, value: PyValue | undefined): void {
  for (const one of itemsOf(value)) {
    if (one.kind !== 'host') continue
    const given = one.state as PyArguments
    if (one.type === 'asgi-route') web.entries.push(...routeEntries(run, web, given))
    else if (one.type === 'asgi-mount') web.entries.push(...mountEntries(run, web, given, 0))
    else if (one.type === 'asgi-host')
      web.entries.push(...mountEntries(run, web, { ...given, list: [NO_PATH, ...given.list.slice(1)] }, 0))
  }
}

const NO_PATH: PyValue = { kind: 'plain', value: '' }

/** A class has a function for each of its methods. */
function routeEntries(run: PyRun, web: Web, given: PyArguments): readonly WebEntry[] {
  const entry = routeEntry(run, web, given)
  const endpoint = argument(given, 1, 'endpoint')
  if (entry.kind !== 'route' || endpoint?.kind !== 'class') return [entry]
  return entry.methods.map(name => {
    return { ...entry, methods: [name], ...handlerOf(classAttribute(endpoint, name.toLowerCase())) }
  })
}

function routeEntry(run: PyRun, web: Web, given: PyArguments): WebEntry {
  const endpoint = argument(given, 1, 'endpoint')
  return {
    kind: 'route',
    methods: methodsOf(
      given.keywords.get('methods') ?? (web.framework === 'starlette' ? given.list[2] : undefined),
      endpoint,
    ),
    path: pathText(argument(given, 0, 'path')),
    ...handlerOf(endpoint),
    guards: [
      ...middlewareIn(given.keywords.get('middleware')),
      ...dependenciesIn(given.keywords.get('dependencies')),
      ...(endpoint ? [...handlerDependencies(run, endpoint), ...handlerDecorators(endpoint, ROUTE_DECORATOR)] : []),
    ],
    at: given.at,
  }
}

/** What is said, else `GET`; a class answers to what it has methods for. */
function methodsOf(value: PyValue | undefined, endpoint?: PyValue): readonly string[] {
  if (!value || isNone(value)) {
    if (endpoint?.kind !== 'class' || !outsideBases(endpoint).some(base => base.endsWith('HTTPEndpoint')))
      return ['GET']
    return [...VERBS]
      .filter(verb => classAttribute(endpoint, verb)?.kind === 'function')
      .map(verb => verb.toUpperCase())
  }
  const texts = itemsOf(value).map(textOf)
  const known = texts.filter(text => text !== undefined)
  return known.length === texts.length && known.length > 0 ? known.map(text => text.toUpperCase()) : ['*']
}

function mountEntries(run: PyRun, web: Web, given: PyArguments, position: number): readonly WebEntry[] {
  const prefix = mounted(pathText(argument(given, position, 'path')))
  const app = argument(given, position + 1, 'app')
  const at = given.at
  const guards = middlewareIn(given.keywords.get('middleware'))
  if (app && !isNone(app)) {
    if (webOf(app)) return [{ kind: 'include', prefix, keepsPrefix: true, web: app, guards, at }]
    return [{ kind: 'fallback', prefix, at }]
  }
  const inner: Web = {
    framework: web.framework,
    isApplication: false,
    prefix: EMPTY_PATH,
    prefixAt: at,
    guards: [],
    entries: [],
  }
  addRoutes(run, inner, given.keywords.get('routes') ?? given.list[2])
  return [{ kind: 'include', prefix, keepsPrefix: true, web: webHost('starlette', at, inner), guards, at }]
}

function method(run: PyRun, host: PyHost, web: Web, name: string, given: PyArguments): PyValue | undefined {
  if (VERBS.has(name) || name === 'api_route' || name === 'route') {
    const methods = VERBS.has(name) ? [name.toUpperCase()] : methodsOf(given.keywords.get('methods'))
    return decoratorHost(given.at, decorated => {
      const entry = routeEntry(run, web, { ...given, keywords: new Map([...given.keywords, ['endpoint', decorated]]) })
      web.entries.push(entry.kind === 'route' ? { ...entry, methods } : entry)
      return decorated
    })
  }
  switch (name) {
    case 'add_api_route':
    case 'add_route':
      web.entries.push(...routeEntries(run, web, given))
      return NONE
    case 'include_router': {
      const included = argument(given, 0, 'router') ?? NONE
      const guards = dependenciesIn(given.keywords.get('dependencies'))
      const prefix = mounted(pathText(given.keywords.get('prefix')))
      web.entries.push({ kind: 'include', prefix, keepsPrefix: true, web: included, guards, at: given.at })
      return NONE
    }
    case 'mount':
      web.entries.push(...mountEntries(run, web, given, 0))
      return NONE
    case 'host':
      web.entries.push(...mountEntries(run, web, { ...given, list: [NO_PATH, ...given.list.slice(1)] }, 0))
      return NONE
    case 'add_middleware':
      web.guards.unshift(middlewareGuard(given.list[0], 'middleware', given.at, true))
      return NONE
    case 'middleware':
      return decoratorHost(given.at, decorated => {
        web.guards.unshift(middlewareGuard(decorated, 'middleware', given.at, true))
        return decorated
      })
    default:
      return host.type === 'fastapi' && name === '__call__' ? NONE : undefined
  }
}
