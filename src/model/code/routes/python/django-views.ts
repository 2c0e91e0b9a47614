import type { FunctionIn, In } from '../../../../code/program.js'
import { classAttribute, outsideBases } from '../../../../code/python/attributes.js'
import { itemsOf, type PyClass, type PyFunction, type PyValue, textOf } from '../../../../code/python/values.js'
import type { ClassNode } from '../../../../code/syntax.js'
import type { Guard, Route } from '../../route.js'
import { classGuards, defaultGuards, isApiView, permissionGuards, viewDecorators } from './django-guards.js'
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
  readonly view?: Route['view']
  readonly outside?: Route['outside']
  /** It is one of REST framework. */
  readonly isApi?: boolean
  readonly guards: readonly Guard[]
}

/** The methods of a class: its own, and those of the outside views that it extends. */
export function classMethods(of: PyClass, start: Start): readonly ViewMethod[] {
  const bases = outsideBases(of)
  const inherited = new Set(bases.flatMap(base => ANSWERS[lastOf(base)] ?? []))
  const guards = classGuards(of, start)
  const view = viewOf(of)
  const isApi = isApiView(of)
  const found = VERBS.flatMap(verb => {
    const own = classAttribute(of, verb)
    if (own?.kind !== 'function' && !inherited.has(verb)) return []
    const lists = verb === 'get' && own?.kind !== 'function' && bases.some(base => LISTS.test(base)) ? placeIn(of) : {}
    const outside = bases.map(lastOf).find(base => ANSWERS[base]?.includes(verb))
    return [
      {
        method: verb.toUpperCase(),
        ...handler(own),
        ...lists,
        view,
        ...(outside !== undefined && { outside }),
        isApi,
        guards: [...guards, ...viewDecorators(own)],
      },
    ]
  })
  const isOpen = bases.some(base => !(lastOf(base) in ANSWERS) && !SILENT.test(base))
  const all = found.length === 0 && isOpen ? [{ method: '*', view, isApi, guards }] : found
  return allowed(of, all)
}

/** The methods of a view set that is bound to actions: `{'get': 'list'}`. */
export function boundMethods(of: PyClass, actions: ReadonlyMap<string, string>, start: Start): readonly ViewMethod[] {
  const guards = classGuards(of, start)
  const view = viewOf(of)
  const isApi = isApiView(of)
  const found = [...actions].map(([verb, name]) => {
    const own = classAttribute(of, name)
    const said = own?.kind === 'function' ? own.notes.get('permissions') : undefined
    const around = said && own?.kind === 'function' ? permissionGuards(said, own) : guards
    const lists = name === 'list' && own?.kind !== 'function' ? placeIn(of) : {}
    return {
      method: verb.toUpperCase(),
      ...handler(own),
      ...lists,
      view,
      isApi,
      guards: [...around, ...viewDecorators(own)],
    }
  })
  return allowed(of, found)
}

/** What an outside view answers to; everything where nobody knows. The throttles of the settings are before all of an API. */
export function outsideMethods(name: string, start: Start): readonly ViewMethod[] {
  const outside = lastOf(name)
  const guards = name.startsWith('rest_framework') ? defaultGuards(start).filter(one => one.purpose === 'limit') : []
  return (ANSWERS[outside] ?? ['*']).map(verb => ({ method: verb.toUpperCase(), outside, guards }))
}

/** A function: every method, unless a decorator says which. */
export function functionMethods(view: PyFunction, start: Start): readonly ViewMethod[] {
  const said = view.notes.get('methods')
  const texts = said ? itemsOf(said).map(textOf) : []
  const known = texts.filter(text => text !== undefined)
  const methods = known.length > 0 && known.length === texts.length ? known.map(text => text.toUpperCase()) : ['*']
  const permissions = view.notes.get('permissions')
  const defaults = view.notes.has('api') ? defaultGuards(start) : []
  const guards = [...(permissions ? permissionGuards(permissions, view) : defaults), ...viewDecorators(view)]
  return methods.map(method => ({ method, ...handler(view), isApi: view.notes.has('api'), guards }))
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

/** The class that answers, then those of the repository that it extends. */
function viewOf(of: PyClass, steps = 20): readonly In<ClassNode>[] {
  const above = of.bases.flatMap(base => (base.kind === 'class' && steps > 0 ? viewOf(base, steps - 1) : []))
  return [{ file: of.file, node: of.node }, ...above]
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
