import type { FunctionIn } from '../../../../code/program.js'
import { classAttribute, outsideBases } from '../../../../code/python/attributes.js'
import { itemsOf, type PyClass, type PyFunction, type PyValue, textOf } from '../../../../code/python/values.js'
import type { Guard, Route } from '../../route.js'
import { guardNamed, handlerDecorators, nameOfValue } from './guards.js'
import type { Start } from './knowledge.js'

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']

/**
 * Methods that views of Django and of REST framework answer to by themselves, by the last part of their names.
 * Sources: https://docs.djangoproject.com/en/5.1/ref/class-based-views/, https://www.django-rest-framework.org/api-guide/generic-views/,
 * https://django-rest-framework-simplejwt.readthedocs.io, https://drf-spectacular.readthedocs.io
 */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  TemplateView: ['get'],
  RedirectView: ['get', 'post', 'put', 'patch', 'delete'],
  DetailView: ['get'],
  ListView: ['get'],
  FormView: ['get', 'post', 'put'],
  CreateView: ['get', 'post', 'put'],
  UpdateView: ['get', 'post', 'put'],
  DeleteView: ['get', 'post', 'delete'],
  LoginView: ['get', 'post', 'put'],
  LogoutView: ['post'],
  CreateAPIView: ['post'],
  ListAPIView: ['get'],
  RetrieveAPIView: ['get'],
  DestroyAPIView: ['delete'],
  UpdateAPIView: ['put', 'patch'],
  ListCreateAPIView: ['get', 'post'],
  RetrieveUpdateAPIView: ['get', 'put', 'patch'],
  RetrieveDestroyAPIView: ['get', 'delete'],
  RetrieveUpdateDestroyAPIView: ['get', 'put', 'patch', 'delete'],
  TokenObtainPairView: ['post'],
  TokenRefreshView: ['post'],
  TokenVerifyView: ['post'],
  TokenBlacklistView: ['post'],
  TokenObtainSlidingView: ['post'],
  ObtainAuthToken: ['post'],
  SpectacularAPIView: ['get'],
  SpectacularJSONAPIView: ['get'],
  SpectacularSwaggerView: ['get'],
  SpectacularRedocView: ['get'],
}

/** Bases that answer nothing by themselves. */
const SILENT = /(?:^|\.)(?:View|APIView|GenericAPIView|ViewSet|GenericViewSet|ViewSetMixin|\w*Mixin)$/

/** Bases of REST framework that answer a GET with a list. */
const LISTS = /(?:^|\.)(?:ListAPIView|ListCreateAPIView)$/

function placeIn({ file, node }: PyClass): Pick<ViewMethod, 'lists'> {
  return { lists: { file, node } }
}

/** What a view answers to, and with what. */
export interface ViewMethod {
  readonly method: string
  readonly handler?: FunctionIn
  readonly lists?: Route['lists']
  readonly guards: readonly Guard[]
}

/** The methods of a class: its own, and those of the outside views that it extends. */
export function classMethods(of: PyClass, start: Start): readonly ViewMethod[] {
  const bases = outsideBases(of)
  const inherited = new Set(bases.flatMap(base => ANSWERS[lastOf(base)] ?? []))
  const guards = classGuards(of, start)
  const found = VERBS.flatMap(verb => {
    const own = classAttribute(of, verb)
    if (own?.kind !== 'function' && !inherited.has(verb)) return []
    const lists = verb === 'get' && own?.kind !== 'function' && bases.some(base => LISTS.test(base)) ? placeIn(of) : {}
    return [{ method: verb.toUpperCase(), ...handler(own), ...lists, guards: [...guards, ...functionGuards(own)] }]
  })
  const isOpen = bases.some(base => !(lastOf(base) in ANSWERS) && !SILENT.test(base))
  const all = found.length === 0 && isOpen ? [{ method: '*', guards }] : found
  return allowed(of, all)
}

/** The methods of a view set that is bound to actions: `{'get': 'list'}`. */
export function boundMethods(of: PyClass, actions: ReadonlyMap<string, string>, start: Start): readonly ViewMethod[] {
  const guards = classGuards(of, start)
  const found = [...actions].map(([verb, name]) => {
    const own = classAttribute(of, name)
    const said = own?.kind === 'function' ? own.notes.get('permissions') : undefined
    const around = said && own?.kind === 'function' ? permissionGuards(said, own) : guards
    const lists = name === 'list' && own?.kind !== 'function' ? placeIn(of) : {}
    return { method: verb.toUpperCase(), ...handler(own), ...lists, guards: [...around, ...functionGuards(own)] }
  })
  return allowed(of, found)
}

/** What an outside view answers to; everything where nobody knows. */
export function outsideMethods(name: string): readonly ViewMethod[] {
  return (ANSWERS[lastOf(name)] ?? ['*']).map(verb => ({ method: verb.toUpperCase(), guards: [] }))
}

/** A function: every method, unless a decorator says which. */
export function functionMethods(view: PyFunction, start: Start): readonly ViewMethod[] {
  const said = view.notes.get('methods')
  const texts = said ? itemsOf(said).map(textOf) : []
  const known = texts.filter(text => text !== undefined)
  const methods = known.length > 0 && known.length === texts.length ? known.map(text => text.toUpperCase()) : ['*']
  const permissions = view.notes.get('permissions')
  const defaults = view.notes.has('api') ? defaultGuards(start) : []
  const guards = [...(permissions ? permissionGuards(permissions, view) : defaults), ...functionGuards(view)]
  return methods.map(method => ({ method, ...handler(view), guards }))
}

function allowed(of: PyClass, methods: readonly ViewMethod[]): readonly ViewMethod[] {
  const said = classAttribute(of, 'http_method_names')
  const names = itemsOf(said).map(textOf)
  if (!said || names.length === 0 || names.some(name => name === undefined)) return methods
  return methods.filter(({ method }) => method === '*' || names.includes(method.toLowerCase()))
}

function handler(value: PyValue | undefined): { readonly handler?: FunctionIn } {
  return value?.kind === 'function' ? { handler: { file: value.file, node: value.node } } : {}
}

const NO_GUARD =
  /(?:^|\.)(?:api_view|action|permission_classes|throttle_classes|require_\w+|csrf_exempt|method_decorator|extend_schema\w*|swagger_auto_schema|cache_page|never_cache|property|staticmethod|classmethod|renderer_classes|parser_classes|authentication_classes|transaction\.atomic|atomic)$/

function functionGuards(value: PyValue | undefined): readonly Guard[] {
  return value ? handlerDecorators(value, NO_GUARD) : []
}

/** Permissions and throttles of a class, mixins that ask for a login; where it says none, what the settings say for all. */
function classGuards(of: PyClass, start: Start): readonly Guard[] {
  const bases = outsideBases(of)
  const isApi = bases.some(base => base.startsWith('rest_framework'))
  const permissions = classAttribute(of, 'permission_classes')
  const throttles = itemsOf(classAttribute(of, 'throttle_classes'))
  const at = placeOf(of)
  const mixins = bases.filter(base => /Required\w*Mixin$|AccessMixin$|UserPassesTestMixin$/.test(base))
  return [
    ...mixins.map(base => guardNamed(lastOf(base), at)),
    ...(permissions && isApi ? permissionGuards(permissions, of) : isApi ? defaultGuards(start) : []),
    ...throttles.flatMap(one => nameOfValue(one) ?? []).map(name => guardNamed(name, at)),
    ...handlerDecorators(of, NO_GUARD),
  ]
}

function placeOf({ file, node }: PyClass | PyFunction) {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? '').length }
}

/** `AllowAny` lets everybody pass. */
function permissionGuards(value: PyValue, of: PyClass | PyFunction): readonly Guard[] {
  return itemsOf(value).flatMap(one => {
    const name = nameOfValue(one)
    return name === undefined || name === 'AllowAny'
      ? []
      : [{ ...guardNamed(name, placeOf(of)), purpose: 'auth' as const }]
  })
}

function defaultGuards({ permissions, permissionsAt }: Start): readonly Guard[] {
  if (!permissionsAt) return []
  return permissions
    .filter(name => name !== 'AllowAny')
    .map(name => ({
      name,
      purpose: /hrottl/.test(name) ? ('limit' as const) : ('auth' as const),
      isGlobal: true,
      at: permissionsAt,
    }))
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
