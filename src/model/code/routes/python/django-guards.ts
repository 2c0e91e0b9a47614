import { classAttribute, outsideBases } from '../../../../code/python/attributes.js'
import {
  itemsOf,
  lookUp,
  type PyClass,
  type PyFunction,
  type PyHost,
  type PyValue,
} from '../../../../code/python/values.js'
import type { Expression } from '../../../../code/syntax.js'
import { pathOf } from '../../../../code/walk.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { guardNamed, nameOfValue, turnsPeopleAway } from './guards.js'
import type { Start } from './knowledge.js'

/**
 * Decorators and mixins that ask for a login, whatever they are imported from. Sources:
 * https://docs.djangoproject.com/en/5.2/topics/auth/default/, https://django-guardian.readthedocs.io,
 * https://django-braces.readthedocs.io, https://django-otp-official.readthedocs.io
 */
const ASKS =
  /^(?:\w*login_required|\w*permissions?_required\w*|user_passes_test|staff_member_required|(?:staff|superuser|group|role|otp|admin|auth\w*)_required|admin_view)$/
const ASKING_MIXIN =
  /(?:Login|Permissions?|Staff|Superuser|Group|OTP|Auth\w*)Required\w*$|AccessMixin$|UserPassesTestMixin$/
/** What says that everybody may pass. `login_not_required` is of Django 5.1. */
const PUBLIC =
  /^(?:login_not_required|login_exempt|(?:is_|make_)?public(?:_view|_page|_route|_endpoint|_access)?|allow_?(?:any|anonymous)\w*|anonymous_(?:allowed|ok|only|required)|no_?(?:login|auth)(?:_required|_needed)?|(?:not_|un)(?:authenticated|logged_in)(?:_user|_only)?|logout_required)$/i
/** Decorators that have nothing to do with who somebody is. */
const NO_GUARD =
  /^(?:get|post|put|patch|delete|api_operation|api_view|action|permission_classes|require_(?:GET|POST|safe|http_methods)|\w*csrf\w*|extend_schema\w*|swagger_auto_schema|cache_\w+|never_cache|vary_on_\w+|condition|etag|last_modified|gzip_page|property|cached_property|staticmethod|classmethod|(?:renderer|parser|authentication)_classes|(?:non_)?atomic\w*|xframe_\w+|sensitive_\w+|override)$/

/** A guard of Django by its name. */
function djangoGuard(name: string, at: Span): Guard {
  if (PUBLIC.test(name)) return { name, purpose: 'public', isGlobal: false, at }
  if (ASKS.test(name) || ASKING_MIXIN.test(name)) return { name, purpose: 'auth', isGlobal: false, at, redirects: true }
  return guardNamed(name, at)
}

/** Whether a function of Django that is given a view puts a guard before it. */
export function isDjangoGuard(name: string): boolean {
  return ASKS.test(name) || PUBLIC.test(name)
}

/** What was put around a view where it is registered: `login_required(view)`. */
export function noteGuard<T extends PyFunction | PyClass | PyHost>(view: T, name: string, at: Span): T {
  const guard: PyHost = { kind: 'host', type: 'guard', at, attributes: new Map(), state: name }
  if (view.kind === 'host') return { ...view, attributes: new Map([...view.attributes, ['guard', guard]]) }
  return { ...view, notes: new Map([...view.notes, ['guard', guard]]) }
}

/** The guard that was noted so. */
export function notedGuards(value: PyValue | undefined): readonly Guard[] {
  const guard =
    value?.kind === 'host'
      ? value.attributes.get('guard')
      : value?.kind === 'function' || value?.kind === 'class'
        ? value.notes.get('guard')
        : undefined
  const own = guard?.kind === 'host' && guard.type === 'guard' ? [djangoGuard(String(guard.state), guard.at)] : []
  return isExempt(value)
    ? [...own, { name: 'login_required = False', purpose: 'public', isGlobal: false, at: NOWHERE }]
    : own
}

const NOWHERE: Span = { path: '', start: 0, end: 0 }

/** `view.login_required = False`: LoginRequiredMiddleware, and others like it, let it pass. */
function isExempt(value: PyValue | undefined): boolean {
  const said =
    value?.kind === 'host'
      ? value.attributes.get('login_required')
      : value?.kind === 'function'
        ? value.notes.get('login_required')
        : value?.kind === 'class'
          ? classAttribute(value, 'login_required')
          : undefined
  return said?.kind === 'plain' && said.value === false
}

/** The decorators of a view or of one of its methods, as guards. */
export function viewDecorators(value: PyValue | undefined): readonly Guard[] {
  if (value?.kind !== 'function' && value?.kind !== 'class') return []
  return [...notedGuards(value), ...value.node.decorators.flatMap(one => decoratorGuards(one, value))]
}

function decoratorGuards(one: Expression, of: PyFunction | PyClass): readonly Guard[] {
  const at = { path: of.file.path, start: one.start, end: one.end }
  const path = pathOf(one.kind === 'call' ? one.callee : one)
  const name = path?.at(-1)
  if (name === undefined) return [{ name: 'a decorator', purpose: 'other', isGlobal: false, at }]
  if (one.kind === 'call' && name === 'method_decorator') {
    const first = one.arguments.find(given => given.kind !== 'keyword' || given.name === 'decorator')
    const inner = first?.kind === 'keyword' ? first.value : first
    return (inner?.kind === 'array' ? inner.elements : inner ? [inner] : []).flatMap(each => decoratorGuards(each, of))
  }
  if (NO_GUARD.test(name)) return []
  const value = path?.length === 1 ? lookUp(of.names, name) : undefined
  // `decorators = [never_cache, login_required]`
  if (value?.kind === 'list') return itemsOf(value).map(item => valueGuard(item, name, at))
  return [valueGuard(value, name, at)]
}

/** What a decorator is for, by its name and, where it is in the repository, by what it does. */
function valueGuard(value: PyValue | undefined, written: string, at: Span): Guard {
  const [noted] = notedGuards(value)
  if (noted) return { ...noted, name: written, at }
  const guard = djangoGuard(value?.kind === 'outside' ? (nameOfValue(value) ?? written) : written, at)
  if (guard.purpose !== 'other' || value?.kind !== 'function') return guard
  return [value, ...decoratorsOf(value)].some(({ node }) => turnsPeopleAway(node))
    ? { ...guard, purpose: 'auth', redirects: true }
    : guard
}

/** A test that is made a decorator by another one: `@decorator_of` above `def manager_required(user)`. */
function decoratorsOf({ node, names }: PyFunction): readonly PyFunction[] {
  return node.decorators.flatMap(one => {
    const path = pathOf(one.kind === 'call' ? one.callee : one)
    const value = path?.length === 1 && path[0] !== undefined ? lookUp(names, path[0]) : undefined
    return value?.kind === 'function' ? [value] : []
  })
}

/** Permissions, mixins and decorators of a class that answers; where an API says none, what the settings say for all. */
export function classGuards(of: PyClass, start: Start): readonly Guard[] {
  const bases = outsideBases(of)
  const isApi = isApiView(of)
  const at = placeOf(of)
  const asking = bases.filter(base => ASKING_MIXIN.test(lastOf(base)))
  const throttles = itemsOf(classAttribute(of, 'throttle_classes'))
  return [
    ...asking.map(base => djangoGuard(lastOf(base), at)),
    ...(isApi ? apiGuards(of, start) : []),
    ...throttles.flatMap(one => nameOfValue(one) ?? []).map(name => guardNamed(name, at)),
    ...viewDecorators(of),
    ...unknownBases(of).map(name => ({ name, purpose: 'other' as const, isGlobal: false, at })),
  ]
}

/** Whether a class is a view of REST framework. */
export function isApiView(of: PyClass): boolean {
  return outsideBases(of).some(base => base.startsWith('rest_framework'))
}

function apiGuards(of: PyClass, start: Start): readonly Guard[] {
  const permissions = classAttribute(of, 'permission_classes')
  // Which permissions a method of it gives depends on the request.
  const method = ['get_permissions', 'check_permissions', 'initial'].find(
    name => classAttribute(of, name)?.kind === 'function',
  )
  if (method) return [{ name: method, purpose: 'other', isGlobal: false, at: placeOf(of) }]
  return permissions ? permissionGuards(permissions, of) : defaultGuards(start)
}

/** Bases that nothing is known of: they may ask whatever they want. */
function unknownBases(of: PyClass, steps = 20): readonly string[] {
  if (steps <= 0) return []
  return of.bases.flatMap((base, index) => {
    if (base.kind === 'class') return unknownBases(base, steps - 1)
    if (base.kind === 'outside')
      return KNOWN_BASES.test(base.name) || ASKING_MIXIN.test(base.name) ? [] : [lastOf(base.name)]
    const written = of.node.bases[index]
    return [(written && pathOf(written)?.join('.')) ?? 'a base class']
  })
}

/** Classes that ask nothing by themselves. */
const KNOWN_BASES =
  /^(?:django\.views\.|django\.contrib\.(?:messages|auth\.views)|django\.utils\.|rest_framework\.(?:views|generics|viewsets|mixins)\.|django_filters\.|abc\.|typing\.|object$)/

/** `AllowAny`, and no permission at all, let everybody pass, and say so. */
export function permissionGuards(value: PyValue, of: PyClass | PyFunction): readonly Guard[] {
  const at = placeOf(of)
  const items = itemsOf(value)
  const isOpen = value.kind === 'list' && value.isOpen
  if (items.length === 0 && !isOpen) return [{ name: 'permission_classes', purpose: 'public', isGlobal: false, at }]
  return items.map(one => {
    const name = nameOfValue(one)
    if (name === 'AllowAny') return { name, purpose: 'public' as const, isGlobal: false, at }
    // `[IsAdmin | IsOwner]`, `import_string(…)`, `api_settings.DEFAULT_PERMISSION_CLASSES`: no class that can be read.
    const isClass = name !== undefined && /^[A-Z]\w*[a-z]\w*$/.test(name)
    const guard = guardNamed(isClass ? name : 'permission_classes', at)
    return { ...guard, purpose: isClass ? ('auth' as const) : ('other' as const) }
  })
}

/** What the settings say for all of an API. */
export function defaultGuards({ permissions, permissionsAt }: Start): readonly Guard[] {
  if (!permissionsAt) return []
  return permissions
    .filter(name => name !== 'AllowAny')
    .map(name => ({
      name,
      purpose: /hrottl/.test(name) ? ('limit' as const) : name === UNREAD ? ('other' as const) : ('auth' as const),
      isGlobal: name !== UNREAD,
      at: permissionsAt,
    }))
}

/** The name of a default that is set, and not to something that can be read. */
export const UNREAD = 'DEFAULT_PERMISSION_CLASSES'

function placeOf({ file, node }: PyClass | PyFunction): Span {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? '').length }
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
