import { moduleMember, moduleValue } from '../../../../code/python/modules.js'
import type { PyRun } from '../../../../code/python/run.js'
import {
  argument,
  isNone,
  itemsOf,
  NONE,
  type PyArguments,
  type PyHost,
  type PyValue,
  textOf,
} from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { viewDecorators } from './django-guards.js'
import { nameOfValue } from './guards.js'
import type { Framework } from './knowledge.js'
import { EMPTY_PATH, mounted, pathText, rooted } from './paths.js'
import { decoratorHost, handlerOf, type Web, webHost, webOf } from './web.js'

const VERBS = /^(?:get|post|put|patch|delete|head|options)$/

/** django-ninja. Sources: https://django-ninja.dev/guides/routers/, https://django-ninja.dev/guides/authentication/ */
export const ninja: Framework = {
  call(_, __, name, given) {
    if (name !== 'ninja.NinjaAPI' && !/^ninja\.(?:router\.)?Router$/.test(name)) return undefined
    const web: Web = {
      framework: 'django-ninja',
      isApplication: false,
      prefix: EMPTY_PATH,
      prefixAt: given.at,
      guards: authGuards(given.keywords.get('auth'), given.at),
      entries: [],
    }
    const host = webHost('ninja', given.at, web)
    if (name === 'ninja.NinjaAPI') addDocumentation(web, given)
    return host
  },
  attribute(_, __, host, name) {
    return host.type === 'ninja' && name === 'urls' ? host : undefined
  },
  method(run, _, host, name, given) {
    const web = host.type === 'ninja' ? webOf(host) : undefined
    if (!web) return undefined
    if (VERBS.test(name)) return operation(web, [name.toUpperCase()], argument(given, 0, 'path'), given)
    if (name === 'api_operation') {
      const methods = itemsOf(argument(given, 0, 'methods')).flatMap(one => textOf(one)?.toUpperCase() ?? [])
      return operation(web, methods.length > 0 ? methods : ['*'], argument(given, 1, 'path'), given)
    }
    if (name !== 'add_router') return undefined
    web.entries.push({
      kind: 'include',
      prefix: mounted(pathText(argument(given, 0, 'prefix'))),
      keepsPrefix: true,
      web: routerOf(run, given),
      guards: authGuards(given.keywords.get('auth'), given.at),
      at: given.at,
    })
    return NONE
  },
}

/** `add_router('/orders', 'shop.api.router')` */
function routerOf(run: PyRun, given: PyArguments): PyValue {
  const router = argument(given, 1, 'router') ?? NONE
  const name = textOf(router)
  const dot = name?.lastIndexOf('.') ?? -1
  if (name === undefined || dot <= 0) return router
  return moduleMember(run, moduleValue(run, given.file, name.slice(0, dot)), name.slice(dot + 1))
}

function operation(web: Web, methods: readonly string[], path: PyValue | undefined, given: PyArguments): PyHost {
  return decoratorHost(given.at, decorated => {
    const guards = [...authGuards(given.keywords.get('auth'), given.at), ...viewDecorators(decorated)]
    web.entries.push({
      kind: 'route',
      methods,
      path: rooted(pathText(path)),
      ...handlerOf(decorated),
      guards,
      at: given.at,
    })
    return decorated
  })
}

/** `auth=…` of an operation goes before that of its router and of the API; `auth=None` lets everybody pass. */
function authGuards(value: PyValue | undefined, at: Span): Guard[] {
  if (!value) return []
  if (isNone(value)) return [{ name: 'auth=None', purpose: 'public', isGlobal: false, at }]
  return itemsOf(value).map(one => {
    const name = nameOfValue(one) ?? 'auth'
    return { name: name.replace(/\(\)$/, ''), purpose: one.kind === 'unknown' ? 'other' : 'auth', isGlobal: false, at }
  })
}

function addDocumentation(web: Web, given: PyArguments): void {
  const pages = [
    given.keywords.get('openapi_url') ?? { kind: 'plain' as const, value: '/openapi.json' },
    given.keywords.get('docs_url') ?? { kind: 'plain' as const, value: '/docs' },
  ]
  for (const page of pages)
    if (!isNone(page))
      web.entries.push({ kind: 'route', methods: ['GET'], path: pathText(page), guards: [], at: given.at })
}
