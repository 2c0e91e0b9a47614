import { outsideBases } from '../../../../code/python/attributes.js'
import { moduleNames, moduleValue } from '../../../../code/python/modules.js'
import type { PyRun } from '../../../../code/python/run.js'
import {
  argument,
  listOf,
  lookUp,
  NONE,
  type PyArguments,
  type PyHost,
  type PyValue,
  plainOf,
  textOf,
} from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import { isDjangoGuard, noteGuard } from './django-guards.js'
import { actionDecorator, type DrfRouter, drfRouter, drfRoutes, mappingDecorator } from './drf.js'
import type { Framework } from './knowledge.js'
import { type PathText, pathText, patternPath } from './paths.js'
import { decoratorHost } from './web.js'

/** `path(…)`, `re_path(…)`, and what routers make. */
export interface DjangoUrl {
  readonly pattern: PathText
  readonly view: PyValue
}

/** A view as a class with what it is bound to. */
export interface DjangoView {
  readonly of: PyValue
  readonly actions?: ReadonlyMap<string, string>
}

/** Sources: https://docs.djangoproject.com/en/5.1/topics/http/urls/, https://www.django-rest-framework.org/api-guide/ */
export const django: Framework = {
  call(run, _, name, given) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    if (name.endsWith('.as_view'))
      return viewHost(given.at, {
        of: { kind: 'outside', name: name.slice(0, -'.as_view'.length) },
        ...actionsIn(given),
      })
    if (/^django\.(?:urls|conf\.urls)\b/.test(name)) return urlCall(run, last, given)
    // The same with endings for formats, and what serves files during development.
    if (last === 'format_suffix_patterns') return argument(given, 0, 'urlpatterns')
    if (last === 'staticfiles_urlpatterns' || last === 'debug_toolbar_urls') return listOf([])
    if (/^rest_framework(?:_nested)?\.routers\./.test(name)) return drfRouter(name, given)
    if (name.startsWith('rest_framework.decorators.')) return drfDecorator(last, given)
    if (/^django\.contrib\.admin\.(?:\w+\.)*site\.admin_view$/.test(name)) return viewDecorator(last, given)
    if (
      /^django\.(?:views\.decorators|contrib\.auth\.decorators|contrib\.admin\.views\.decorators|utils\.decorators)\./.test(
        name,
      )
    )
      return viewDecorator(last, given)
    return undefined
  },
  attribute(_, __, host, name) {
    if (host.type === 'drf-router' && name === 'urls') return routerUrls(host)
    return host.type === 'drf-action' ? mappingDecorator(host, name) : undefined
  },
  method(_, __, host, name, given) {
    if (host.type !== 'drf-router' || name !== 'register') return undefined
    const place: PyHost = { kind: 'host', type: 'place', at: given.at, attributes: new Map(), state: undefined }
    const [prefix, viewset] = [argument(given, 0, 'prefix'), argument(given, 1, 'viewset')]
    ;(host.state as DrfRouter).registry.items.push(listOf([prefix ?? NONE, viewset ?? NONE, place]))
    return NONE
  },
  inherited(_, __, of, name, given) {
    if (of.kind !== 'class' || name !== 'as_view' || outsideBases(of).some(base => base.startsWith('flask')))
      return undefined
    return viewHost(given.at, { of, ...actionsIn(given) })
  },
  decorate(_, __, decorator, decorated) {
    if (decorator.kind !== 'outside' || decorated.kind !== 'function') return undefined
    const methods = METHODS_OF[decorator.name.slice(decorator.name.lastIndexOf('.') + 1)]
    if (methods && decorator.name.startsWith('django.views.decorators.http.'))
      decorated.notes.set('methods', listOf(methods.map(plainOf)))
    if (decorator.name === 'rest_framework.decorators.api_view')
      decorated.notes.set('methods', listOf([plainOf('GET')]))
    return undefined
  },
}

const METHODS_OF: Readonly<Record<string, readonly string[]>> = {
  require_GET: ['GET'],
  require_POST: ['POST'],
  require_safe: ['GET', 'HEAD'],
}

function viewHost(at: Span, state: DjangoView): PyHost {
  return { kind: 'host', type: 'django-view', at, attributes: new Map(), state }
}

/** `as_view({'get': 'list'})` of a view set. */
function actionsIn(given: PyArguments): { readonly actions?: ReadonlyMap<string, string> } {
  const actions = argument(given, 0, 'actions')
  if (actions?.kind !== 'dict') return {}
  return { actions: new Map([...actions.entries].map(([verb, name]) => [verb, textOf(name) ?? ''])) }
}

function urlCall(run: PyRun, name: string, given: PyArguments): PyValue | undefined {
  switch (name) {
    case 'path':
      return urlHost(given.at, { pattern: pathText(given.list[0] ?? given.keywords.get('route')), view: viewIn(given) })
    case 're_path':
    case 'url': {
      const written = pathText(given.list[0] ?? given.keywords.get('route') ?? given.keywords.get('regex'))
      const pattern = patternPath(written.text)
      return urlHost(given.at, {
        pattern: { ...pattern, isResolved: pattern.isResolved && written.isResolved },
        view: viewIn(given),
      })
    }
    case 'include':
      return included(run, given)
    case 'i18n_patterns':
      return listOf([
        urlHost(given.at, {
          pattern: { text: '<language>/', isResolved: true },
          view: includedHost(given.at, listOf(given.list)),
        }),
      ])
    case 'static':
      return listOf([urlHost(given.at, { pattern: pathText(given.list[0]), view: includedHost(given.at, undefined) })])
    default:
      return undefined
  }
}

function viewIn(given: PyArguments): PyValue {
  return argument(given, 1, 'view') ?? NONE
}

function urlHost(at: Span, state: DjangoUrl): PyHost {
  return { kind: 'host', type: 'url', at, attributes: new Map(), state }
}

/** What `include` gives: patterns, or the name of a package from outside; neither where it is not known. */
function includedHost(at: Span, state: PyValue | undefined): PyHost {
  return { kind: 'host', type: 'included', at, attributes: new Map(), state }
}

function included(run: PyRun, given: PyArguments): PyHost {
  let of = argument(given, 0, 'arg')
  // `include((patterns, 'name'))`
  if (of?.kind === 'list' && of.items.length === 2 && textOf(of.items[1]) !== undefined && of.items[0]?.kind !== 'host')
    of = of.items[0]
  const name = textOf(of)
  const module = name === undefined ? of : moduleValue(run, given.file, name)
  if (module?.kind === 'module') return includedHost(given.at, lookUp(moduleNames(run, module.file), 'urlpatterns'))
  return includedHost(given.at, module)
}

/** `@api_view(['GET'])`, `@permission_classes([…])`, `@action(…)`. */
function drfDecorator(name: string, given: PyArguments): PyValue | undefined {
  if (name === 'action') return actionDecorator(given)
  if (name !== 'api_view' && name !== 'permission_classes') return undefined
  return decoratorHost(given.at, decorated => {
    if (decorated.kind !== 'function') return decorated
    if (name === 'api_view') {
      decorated.notes.set('api', NONE)
      decorated.notes.set('methods', argument(given, 0, 'http_method_names') ?? listOf([plainOf('GET')]))
    } else decorated.notes.set('permissions', argument(given, 0, 'permission_classes') ?? NONE)
    return decorated
  })
}

/** Decorators of views that are called with what they decorate, or with settings first. */
function viewDecorator(name: string, given: PyArguments): PyValue {
  const [first] = given.list
  const guarded = (view: PyValue) =>
    isDjangoGuard(name) && (view.kind === 'function' || view.kind === 'class' || view.kind === 'host')
      ? noteGuard(view, name, given.at)
      : view
  // What takes a test or a permission first is given the view afterwards.
  const takesSettings = name === 'user_passes_test' || name === 'method_decorator' || name === 'require_http_methods'
  if (!takesSettings && first && (first.kind === 'function' || first.kind === 'class' || first.kind === 'host'))
    return guarded(first)
  const host = decoratorHost(given.at, decorated => {
    if (name === 'require_http_methods' && decorated.kind === 'function') decorated.notes.set('methods', first ?? NONE)
    return guarded(decorated)
  })
  return isDjangoGuard(name) ? noteGuard(host, name, given.at) : host
}

/** The paths of a router of REST framework, as `path(…)` would give them. */
function routerUrls(host: PyHost): PyValue {
  const router = host.state as DrfRouter
  const urls = drfRoutes(router, host.at).map(({ path, viewset, actions, at }) =>
    urlHost(at, { pattern: path, view: viewHost(at, { of: viewset, actions }) }),
  )
  if (router.hasRoot && !router.parent)
    urls.push(
      urlHost(host.at, {
        pattern: { text: '', isResolved: true },
        view: viewHost(host.at, { of: { kind: 'outside', name: 'rest_framework.generics.ListAPIView' } }),
      }),
    )
  return listOf(urls, router.registry.isOpen)
}
