import { classAttribute } from '../../../../code/python/attributes.js'
import {
  argument,
  isNone,
  itemsOf,
  NONE,
  type PyArguments,
  type PyClass,
  type PyValue,
  textOf,
} from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { guardNamed, handlerDecorators, nameOfValue } from './guards.js'
import { EMPTY_PATH, mounted, type PathText, pathText, rooted } from './paths.js'
import { handlerOf, type Web } from './web.js'

/** The methods that views may have. */
export const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'])
const ROUTE_DECORATOR =
  /(?:^|\.)(?:route|get|post|put|patch|delete|doc|response|arguments|expect|marshal_with|errorhandler)$/

/** What a Flask, blueprint or namespace begins with. */
export function flaskWeb(given: PyArguments, isApplication: boolean, prefix: PathText = EMPTY_PATH): Web {
  return { framework: 'flask', isApplication, prefix, prefixAt: given.at, guards: [], entries: [] }
}

/** A prefix at the registration takes the place of the blueprint's own. */
export function registerBlueprint(web: Web, given: PyArguments): void {
  const included = argument(given, 0, 'blueprint') ?? NONE
  const prefix = given.keywords.get('url_prefix')
  const replaces = prefix !== undefined && !isNone(prefix)
  const path = replaces ? mounted(pathText(prefix)) : EMPTY_PATH
  web.entries.push({
    kind: 'include',
    prefix: path,
    keepsPrefix: !replaces,
    web: included,
    guards: [],
    at: given.at,
  })
}

/** `route`, `add_url_rule` */
export function addRule(web: Web, given: PyArguments, view: PyValue, methods: PyValue | undefined): void {
  addView(web, rooted(pathText(argument(given, 0, 'rule'))), view, methods, given.at)
}

/** A rule and its view: a function, or a class that answers to what it has methods for. */
export function addView(web: Web, path: PathText, view: PyValue, methods: PyValue | undefined, at: Span): void {
  const of =
    view.kind === 'host' && view.type === 'flask-view'
      ? (view.state as PyClass)
      : view.kind === 'class'
        ? view
        : undefined
  const said = methods && !isNone(methods) ? texts(methods) : undefined
  if (!of) {
    const guards = handlerDecorators(view, ROUTE_DECORATOR)
    web.entries.push({ kind: 'route', methods: said ?? ['GET'], path, ...handlerOf(view), guards, at })
    return
  }
  const own = classAttribute(of, 'methods')
  const guards = [...handlerDecorators(of, ROUTE_DECORATOR), ...classDecorators(of)]
  const verbs = [...VERBS].filter(verb => classAttribute(of, verb)?.kind === 'function')
  const allowed = said ?? (own ? texts(own) : undefined)
  if (verbs.length === 0 || allowed) {
    const dispatch = classAttribute(of, 'dispatch_request')
    for (const name of allowed ?? ['GET']) {
      const handler = classAttribute(of, name.toLowerCase()) ?? dispatch
      web.entries.push({ kind: 'route', methods: [name], path, ...handlerOf(handler), guards, at })
    }
    return
  }
  for (const verb of verbs) {
    const handler = classAttribute(of, verb)
    const all = handler ? [...guards, ...handlerDecorators(handler, ROUTE_DECORATOR)] : guards
    web.entries.push({ kind: 'route', methods: [verb.toUpperCase()], path, ...handlerOf(handler), guards: all, at })
  }
}

/** `decorators = [login_required]` in views, `method_decorators` in resources. */
function classDecorators(of: PyClass): readonly Guard[] {
  const at = { path: of.file.path, start: of.node.nameStart, end: of.node.nameStart + (of.node.name ?? '').length }
  return ['decorators', 'method_decorators'].flatMap(name =>
    itemsOf(classAttribute(of, name)).flatMap(one => {
      const called = nameOfValue(one)
      return called === undefined ? [] : [guardNamed(called, at)]
    }),
  )
}

function texts(value: PyValue): readonly string[] {
  const all = itemsOf(value).map(textOf)
  const known = all.filter(text => text !== undefined)
  return known.length === all.length && known.length > 0 ? known.map(text => text.toUpperCase()) : ['*']
}
