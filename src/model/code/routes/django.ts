import { moduleMember, moduleNames, moduleValue } from '../../../code/python/modules.js'
import type { PyRun } from '../../../code/python/run.js'
import { itemsOf, lookUp, type PyHost, type PyValue, textOf, UNKNOWN } from '../../../code/python/values.js'
import type { CodeFile } from '../../../code/syntax.js'
import type { Span } from '../../../source.js'
import type { Guard } from '../route.js'
import { notedGuards, UNREAD } from './python/django-guards.js'
import { middlewareGuards } from './python/django-middleware.js'
import type { DjangoUrl, DjangoView } from './python/django-urls.js'
import { boundMethods, classMethods, functionMethods, outsideMethods, type ViewMethod } from './python/django-views.js'
import type { Start } from './python/knowledge.js'
import { type Around, addFallback, addRoute, addWeb, below, NOTHING_AROUND, type TableBuilder } from './python/table.js'
import { webOf } from './python/web.js'

/** Paths of packages that are included by name. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  // https://github.com/codingjoe/django-health-check: the root checks everything.
  'health_check.urls': ['', '<subset>/'],
  // https://github.com/korfuri/django-prometheus
  'django_prometheus.urls': ['metrics'],
}

/** Puts everything below `ROOT_URLCONF` into the table. `settings`: the module's name, as `from` imports it. */
export function addDjango(run: PyRun, start: Start, table: TableBuilder, settings: string, from: CodeFile): void {
  const module = moduleValue(run, from, settings)
  if (module.kind !== 'module') return
  readFrameworkSettings(run, start, module.file)
  const root = textOf(moduleMember(run, module, 'ROOT_URLCONF'))
  const at = { path: module.file.path, start: 0, end: 0 }
  const urls = root === undefined ? undefined : moduleValue(run, module.file, root)
  if (urls?.kind !== 'module') {
    table.unresolved.push(at)
    return
  }
  const around = { ...NOTHING_AROUND, guards: middlewareGuards(run, module.file) }
  addPatterns(table, start, lookUp(moduleNames(run, urls.file), 'urlpatterns'), around, at)
}

/** `settings.X` of `django.conf`, where the settings are known; unknown while they are being read themselves. */
export function djangoSetting(run: PyRun, { settings }: Start, name: string): PyValue | undefined {
  const module = settings && moduleValue(run, settings.from, settings.name)
  return module?.kind === 'module' ? (lookUp(moduleNames(run, module.file), name) ?? UNKNOWN) : undefined
}

function readFrameworkSettings(run: PyRun, start: Start, file: CodeFile): void {
  const settings = lookUp(moduleNames(run, file), 'REST_FRAMEWORK')
  if (!settings) return
  const keys = ['DEFAULT_PERMISSION_CLASSES', 'DEFAULT_THROTTLE_CLASSES']
  const entries = settings.kind === 'dict' ? settings.entries : new Map<string, PyValue>()
  const names = keys.flatMap(key => itemsOf(entries.get(key)).flatMap(one => textOf(one) ?? []))
  const permissions = entries.get(UNREAD)
  const isRead = permissions
    ? itemsOf(permissions).every(one => textOf(one) !== undefined) &&
      !(permissions.kind === 'list' && permissions.isOpen)
    : settings.kind === 'dict' && !settings.isOpen
  start.permissions = [...names.map(name => name.slice(name.lastIndexOf('.') + 1)), ...(isRead ? [] : [UNREAD])]
  start.permissionsAt = declarationOf(file, 'REST_FRAMEWORK')
}

function declarationOf(file: CodeFile, name: string): Span {
  const found = file.body.find(one => one.kind === 'declare' && one.target.kind === 'name' && one.target.name === name)
  return { path: file.path, start: found?.start ?? 0, end: found ? found.start + name.length : 0 }
}

/** Longer lines of includes are not followed: they go in circles. */
const DEEPEST = 16

function addPatterns(
  table: TableBuilder,
  start: Start,
  value: PyValue | undefined,
  around: Around,
  at: Span,
  depth = 0,
): void {
  if (value?.kind !== 'list') {
    table.unresolved.push(at)
    addFallback(table, around, at)
    return
  }
  if (value.isOpen) table.unresolved.push(at)
  if (depth > DEEPEST || table.routes.length > 20_000) return
  for (const item of value.items) {
    if (item.kind === 'host' && item.type === 'url') addUrl(table, start, item, around, depth)
    else if (item.kind === 'list') addPatterns(table, start, item, around, at, depth + 1)
    else table.unresolved.push(at)
  }
}

function addUrl(table: TableBuilder, start: Start, url: PyHost, around: Around, depth: number): void {
  const { pattern, view } = url.state as DjangoUrl
  const { at } = url
  const web = webOf(view)
  if (web) addWeb(table, web, below(around, pattern, at, []))
  else if (view.kind === 'list') addPatterns(table, start, view, below(around, pattern, at, []), at, depth + 1)
  else if (view.kind === 'host' && view.type === 'included')
    addIncluded(table, start, view.state as PyValue | undefined, below(around, pattern, at, []), at, depth)
  else if (view.kind === 'outside' && /\burls$/.test(view.name)) addFallback(table, below(around, pattern, at, []), at)
  else if (view.kind === 'unknown') {
    // A view, or all that something else has below it: `path('api/', api.urls)`.
    table.unresolved.push(at)
    addFallback(table, below(around, pattern, at, []), at)
  } else {
    for (const { method, handler, lists, view: classes, outside, isApi, guards } of methodsOf(view, start))
      addRoute(table, isApi ? exempt(around) : around, {
        framework: 'django',
        methods: [method],
        path: pattern,
        guards: url.attributes.size > 0 ? [...guards, changedLater(url)] : guards,
        ...(handler && { handler }),
        ...(lists && { lists }),
        ...(classes && { view: classes }),
        ...(outside !== undefined && { outside }),
        at,
      })
  }
}

function addIncluded(
  table: TableBuilder,
  start: Start,
  of: PyValue | undefined,
  within: Around,
  at: Span,
  depth: number,
): void {
  if (of?.kind !== 'outside') {
    if (of) addPatterns(table, start, of, within, at, depth + 1)
    else addFallback(table, within, at)
    return
  }
  const known = INCLUDED[of.name]
  for (const text of known ?? []) {
    const path = { text, isResolved: true }
    addRoute(table, within, { framework: 'django', methods: ['GET'], path, guards: [], at })
  }
  if (!known) addFallback(table, within, at)
}

/**
 * REST framework takes its views out of LoginRequiredMiddleware since 3.16, and leaves it to its permissions. Which version it
 * is, is not looked at. https://www.django-rest-framework.org/community/release-notes/
 */
function exempt(around: Around): Around {
  const isLeft = ({ name, isGlobal }: Guard) => isGlobal && name === 'LoginRequiredMiddleware'
  if (!around.guards.some(isLeft)) return around
  return { ...around, guards: around.guards.map(one => (isLeft(one) ? { ...one, purpose: 'other' } : one)) }
}

/** `for url in urlpatterns: url.callback = login_required(url.callback)` */
function changedLater({ at }: PyHost): Guard {
  return { name: 'callback', purpose: 'other', isGlobal: false, at }
}

function methodsOf(view: PyValue, start: Start): readonly ViewMethod[] {
  if (view.kind === 'function') return functionMethods(view, start)
  if (view.kind === 'outside') return outsideMethods(view.name, start)
  if (view.kind !== 'host' || view.type !== 'django-view') return [{ method: '*', guards: [] }]
  const { of, actions } = view.state as DjangoView
  const found = classView(of, actions, start)
  const noted = notedGuards(view)
  return noted.length > 0 ? found.map(one => ({ ...one, guards: [...noted, ...one.guards] })) : found
}

function classView(of: PyValue, actions: ReadonlyMap<string, string> | undefined, start: Start): readonly ViewMethod[] {
  if (of.kind === 'class') return actions ? boundMethods(of, actions, start) : classMethods(of, start)
  if (of.kind === 'outside') return outsideMethods(of.name, start)
  return [{ method: '*', guards: [] }]
}
