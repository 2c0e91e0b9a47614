import { moduleNames, moduleValue } from '../../../../code/python/modules.js'
import type { PyRun } from '../../../../code/python/run.js'
import { lookUp, type PyValue, textOf } from '../../../../code/python/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { turnsPeopleAway } from './guards.js'

/**
 * Middleware that asks everybody for a login, wherever it comes from. `login_not_required` takes a view out.
 * https://docs.djangoproject.com/en/5.2/ref/middleware/#django.contrib.auth.middleware.LoginRequiredMiddleware
 */
const ASKS = /Login_?Required|Require_?Login|AuthRequired|RequireAuth/i
/** Middleware of packages that turns nobody away for who they are. */
const HARMLESS =
  /^(?:django\.(?!contrib\.auth\.middleware\.(?:LoginRequired|RemoteUser))|corsheaders\.|whitenoise\.|debug_toolbar\.|django_prometheus\.|silk\.|sentry_sdk\.|csp\.|simple_history\.|reversion\.|compression_middleware\.|querycount\.|request_id\.|django_structlog\.|log_request_id\.|allauth\.account\.|axes\.|django_htmx\.|crum\.|waffle\.|parler\.|modeltranslation\.|hijack\.|djangorestframework_camel_case\.|django_guid\.|opentelemetry\.|ddtrace\.|newrelic\.|oauth2_provider\.|auditlog\.|impersonate\.|maintenance_mode\.|wagtail\.)/

/** What the `MIDDLEWARE` of the settings puts before every view, where that asks who somebody is or may. */
export function middlewareGuards(run: PyRun, settings: CodeFile): readonly Guard[] {
  const names = moduleNames(run, settings)
  const value = lookUp(names, 'MIDDLEWARE') ?? lookUp(names, 'MIDDLEWARE_CLASSES')
  const at = declarationOf(settings)
  const unknown = (name: string): Guard => ({ name, purpose: 'other', isGlobal: true, at })
  if (!value) return []
  if (value.kind !== 'list') return [unknown('MIDDLEWARE')]
  const found = value.items.flatMap(item => {
    const name = textOf(item)
    if (name === undefined) return [unknown('MIDDLEWARE')]
    const last = name.slice(name.lastIndexOf('.') + 1)
    if (ASKS.test(name)) return [{ ...unknown(last), purpose: 'auth' as const, redirects: true as const }]
    if (HARMLESS.test(name)) return []
    const own = named(run, settings, name)
    const isKnown = own?.kind === 'function' || own?.kind === 'class'
    return isKnown && !turnsPeopleAway(own.node) ? [] : [unknown(last)]
  })
  return value.isOpen ? [...found, unknown('MIDDLEWARE')] : found
}

function named(run: PyRun, from: CodeFile, name: string): PyValue | undefined {
  const dot = name.lastIndexOf('.')
  const module = dot > 0 ? moduleValue(run, from, name.slice(0, dot)) : undefined
  return module?.kind === 'module' ? lookUp(moduleNames(run, module.file), name.slice(dot + 1)) : undefined
}

function declarationOf(file: CodeFile): Span {
  const found = file.body.find(
    one => one.kind === 'declare' && one.target.kind === 'name' && /^MIDDLEWARE/.test(one.target.name),
  )
  return { path: file.path, start: found?.start ?? 0, end: found ? found.start + 'MIDDLEWARE'.length : 0 }
}
