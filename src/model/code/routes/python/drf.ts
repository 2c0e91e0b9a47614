import { classAttribute, outsideBases } from '../../../../code/python/attributes.js'
import {
  argument,
  listOf,
  type PyArguments,
  type PyClass,
  type PyHost,
  type PyList,
  type PyValue,
  textOf,
} from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import { joined, type PathText, pathText, patternPath } from './paths.js'
import { decoratorHost } from './web.js'

/** A router of REST framework: what is registered, as a list of prefix, view set and name. */
export interface DrfRouter {
  readonly registry: PyList
  readonly hasRoot: boolean
  readonly slash: string
  /** The detail path of another router that its own are below. */
  readonly parent?: { readonly router: DrfRouter; readonly prefix: PathText; readonly lookup: string }
}

/** Sources: https://www.django-rest-framework.org/api-guide/routers/, https://github.com/alanjds/drf-nested-routers */
export function drfRouter(name: string, given: PyArguments): PyHost | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (!/^(?:rest_framework|rest_framework_nested)\./.test(name) || !/^(?:Nested)?(?:Default|Simple)Router$/.test(last))
    return undefined
  const slash = given.keywords.get('trailing_slash')
  const parent = last.startsWith('Nested') ? parentOf(given) : undefined
  const state: DrfRouter = {
    registry: listOf([]),
    hasRoot: last.endsWith('DefaultRouter'),
    slash: slash?.kind === 'plain' && slash.value === false ? '' : '/',
    ...(parent && { parent }),
  }
  return { kind: 'host', type: 'drf-router', at: given.at, attributes: new Map([['registry', state.registry]]), state }
}

function parentOf(given: PyArguments): DrfRouter['parent'] {
  const [router] = given.list
  if (router?.kind !== 'host' || router.type !== 'drf-router') return undefined
  const lookup = textOf(argument(given, 2, 'lookup')) ?? 'nested'
  return { router: router.state as DrfRouter, prefix: pathText(argument(given, 1, 'parent_prefix')), lookup }
}

/** `@action(detail=True, methods=['post'], url_path='…')`: noted at the function; `@name.mapping.delete` adds to it. */
export function actionDecorator(given: PyArguments): PyHost {
  return decoratorHost(given.at, decorated => {
    if (decorated.kind !== 'function') return decorated
    const methods = given.keywords.get('methods')
    const verbs = methods?.kind === 'list' ? methods.items.flatMap(one => textOf(one) ?? []) : ['get']
    const name = decorated.node.name ?? ''
    const detail = argument(given, 1, 'detail')
    const state: DrfAction = {
      isDetail: detail?.kind === 'plain' && detail.value === true,
      path: given.keywords.has('url_path')
        ? pathText(given.keywords.get('url_path'))
        : { text: name, isResolved: true },
      mapping: new Map(verbs.map(verb => [verb.toLowerCase(), name])),
    }
    const host: PyHost = { kind: 'host', type: 'drf-action', at: given.at, attributes: new Map(), state }
    decorated.notes.set('mapping', host)
    const permissions = given.keywords.get('permission_classes')
    if (permissions) decorated.notes.set('permissions', permissions)
    return decorated
  })
}

interface DrfAction {
  readonly isDetail: boolean
  readonly path: PathText
  /** Method to the name of the function. */
  readonly mapping: Map<string, string>
}

/** `@name.mapping.delete` */
export function mappingDecorator(action: PyHost, verb: string): PyHost {
  return decoratorHost(action.at, decorated => {
    const name = decorated.kind === 'function' ? decorated.node.name : undefined
    if (name !== undefined) (action.state as DrfAction).mapping.set(verb, name)
    return decorated
  })
}

const LIST = { get: 'list', post: 'create' }
const DETAIL = { get: 'retrieve', put: 'update', patch: 'partial_update', delete: 'destroy' }

/** What the mixins of REST framework do by themselves. */
const DOES: Readonly<Record<string, readonly string[]>> = {
  ModelViewSet: ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
  ReadOnlyModelViewSet: ['list', 'retrieve'],
  ListModelMixin: ['list'],
  CreateModelMixin: ['create'],
  RetrieveModelMixin: ['retrieve'],
  UpdateModelMixin: ['update', 'partial_update'],
  DestroyModelMixin: ['destroy'],
}

/** One path that a router makes for a view set. */
export interface DrfRoute {
  readonly path: PathText
  readonly viewset: PyValue
  /** Method to the name of the function. */
  readonly actions: ReadonlyMap<string, string>
  readonly at: Span
}

/** All paths of a router, but for those with the ending of a format, which answer the same. */
export function drfRoutes(router: DrfRouter, at: Span): readonly DrfRoute[] {
  const before = prefixOf(router)
  return router.registry.items.flatMap(item => {
    if (item.kind !== 'list') return []
    const [prefix, viewset, place] = item.items
    const where = place?.kind === 'host' ? place.at : at
    const base = joined(before, pattern(prefix))
    const isEmpty = base.text === ''
    const end = { text: router.slash, isResolved: true }
    if (viewset?.kind !== 'class')
      return viewset ? [{ path: joined(base, end), viewset, actions: new Map(), at: where }] : []
    const lookup = { text: `${isEmpty ? '' : '/'}<${lookupOf(viewset)}>`, isResolved: true }
    const routes: DrfRoute[] = []
    const add = (path: PathText, actions: ReadonlyMap<string, string>) => {
      if (actions.size > 0) routes.push({ path: joined(path, end), viewset, actions, at: where })
    }
    add(base, available(viewset, LIST))
    for (const { isDetail, path, mapping } of actionsOf(viewset)) {
      const own = patternPath(path.text)
      const inner = { text: `/${own.text}`, isResolved: path.isResolved && own.isResolved }
      add(
        isDetail ? joined(base, lookup, inner) : joined(base, isEmpty ? { ...inner, text: own.text } : inner),
        mapping,
      )
    }
    add(joined(base, lookup), available(viewset, DETAIL))
    return routes
  })
}

function pattern(prefix: PyValue | undefined): PathText {
  const written = pathText(prefix)
  const path = patternPath(written.text)
  return { text: path.text, isResolved: written.isResolved && path.isResolved }
}

function prefixOf({ parent }: DrfRouter): PathText {
  if (!parent) return { text: '', isResolved: true }
  const registered = parent.router.registry.items.find(
    item => item.kind === 'list' && pathText(item.items[0]).text === parent.prefix.text,
  )
  const viewset = registered?.kind === 'list' ? registered.items[1] : undefined
  const lookup = viewset?.kind === 'class' ? lookupOf(viewset) : 'pk'
  const detail = { text: `/<${parent.lookup}_${lookup}>/`, isResolved: true }
  return joined(prefixOf(parent.router), parent.prefix, detail)
}

function lookupOf(viewset: PyClass): string {
  return textOf(classAttribute(viewset, 'lookup_url_kwarg')) ?? textOf(classAttribute(viewset, 'lookup_field')) ?? 'pk'
}

function available(viewset: PyClass, wanted: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const given = new Set(outsideBases(viewset).flatMap(base => DOES[base.slice(base.lastIndexOf('.') + 1)] ?? []))
  return new Map(
    Object.entries(wanted).filter(([, name]) => given.has(name) || classAttribute(viewset, name)?.kind === 'function'),
  )
}

function actionsOf(viewset: PyClass, steps = 10): readonly DrfAction[] {
  const own = [...viewset.names.own.values()].flatMap(value => {
    const mapping = value.kind === 'function' ? value.notes.get('mapping') : undefined
    return mapping?.kind === 'host' && mapping.type === 'drf-action' ? [mapping.state as DrfAction] : []
  })
  if (steps <= 0) return own
  const above = viewset.bases.flatMap(base => (base.kind === 'class' ? actionsOf(base, steps - 1) : []))
  return [...new Set([...own, ...above])]
}
