import { callAny } from '../../../../code/go/calls.js'
import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, pointed, textOf, UNKNOWN } from '../../../../code/go/values.js'
import { answering, guardsOf } from './handlers.js'
import { type GivenPath, pathAt, register, use } from './register.js'
import { type Group, groupOf, hostOf, subgroup } from './router.js'

const VERBS = new Set(['Get', 'Head', 'Post', 'Put', 'Delete', 'Connect', 'Options', 'Trace', 'Patch'])

/** A group and a path: https://pkg.go.dev/github.com/gofiber/fiber/v2#Group */
function joined(prefix: string, path: string): string {
  if (path === '') return prefix
  const own = path.startsWith('/') ? path : `/${path}`
  return prefix.replace(/\/+$/, '') + own
}

/** Methods of `*fiber.App` and `fiber.Router`. */
export function fiber(run: GoRun, group: Group, name: string, site: GoSite): GoValue | undefined {
  const self = hostOf(group)
  if (VERBS.has(name)) return add(run, group, [name.toUpperCase()], 0, site)
  switch (name) {
    case 'All':
      return add(run, group, ['*'], 0, site)
    case 'Add': {
      const list = site.arguments[0] && pointed(site.arguments[0])
      const methods = list?.kind === 'list' ? list.items.map(one => textOf(one) ?? '*') : [textOf(list) ?? '*']
      return add(run, group, methods, 1, site)
    }
    case 'Group': {
      const path = pathAt(site, 0)
      return hostOf(subgroup(group, path, joined(group.prefix, path.text), guardsOf(run, site, 1, false)))
    }
    case 'Route': {
      const path = pathAt(site, 0)
      const inner = hostOf(subgroup(group, path, joined(group.prefix, path.text), []))
      if (site.arguments[1]) callAny(run, site.arguments[1], { ...site, arguments: [inner], written: [] })
      return inner
    }
    case 'Mount':
      return mount(group, pathAt(site, 0), site.arguments[1], site)
    case 'Use':
      return useFiber(run, group, site)
    case 'Static':
      group.router.fallbacks.push({ prefix: joined(group.prefix, pathAt(site, 0).text) || '/', at: site.at })
      return self
    case 'Name':
      return self
    case 'Listen':
    case 'ListenTLS':
    case 'Listener':
    case 'ListenMutualTLS':
      group.router.isServed = true
      return UNKNOWN
  }
  return undefined
}

/** The last function answers, those before it are asked first. */
function add(run: GoRun, group: Group, methods: readonly string[], at: number, site: GoSite): GoValue {
  const path = pathAt(site, at)
  const last = site.arguments.length - 1
  const before = { ...site, arguments: site.arguments.slice(0, last), written: site.written.slice(0, last) }
  const handler = site.arguments[last]
  const given = { path, handler, guards: guardsOf(run, before, at + 1, false) }
  register(run, group, methods, joined(group.prefix, path.text) || '/', given, site)
  return hostOf(group)
}

function mount(group: Group, path: GivenPath, value: GoValue | undefined, site: GoSite): GoValue {
  const inner = groupOf(value && pointed(value))
  const whole = joined(group.prefix, path.text).replace(/\/+$/, '')
  if (!inner) return hostOf(group)
  const outer = subgroup(group, path, whole, [])
  inner.router.isMounted = true
  if (!outer.isResolved) group.router.unresolved.push(site.at)
  group.router.mounts.push({
    to: inner.router,
    method: '*',
    within: whole || '/',
    stripped: whole,
    isResolved: outer.isResolved,
    guards: [...group.guards],
    prefixes: outer.prefixes,
    at: site.at,
  })
  return hostOf(group)
}

/** `Use` takes a prefix or not, middleware, and since version 3 other applications; `healthcheck.New()` answers paths of its own. */
function useFiber(run: GoRun, group: Group, site: GoSite): GoValue {
  const [first, second] = site.arguments
  const prefix = first?.kind === 'plain' ? pathAt(site, 0) : undefined
  const handler = prefix ? second : first
  const inner = handler && pointed(handler)
  if (prefix && groupOf(inner)) return mount(group, prefix, inner, site)
  if (inner?.kind === 'result' && /gofiber\/fiber(?:\/v2)?\/middleware\/healthcheck\.New$/.test(inner.of)) {
    healthcheck(group, joined(group.prefix, prefix?.text ?? ''), inner.arguments[0], site)
    return hostOf(group)
  }
  if (inner?.kind === 'result' && /\/middleware\/(?:filesystem|proxy|static)\./.test(inner.of))
    group.router.fallbacks.push({ prefix: joined(group.prefix, prefix?.text ?? '') || '/', at: site.at })
  if (!prefix) use(run, group, site)
  else if (isCatchAll(run, handler))
    group.router.fallbacks.push({ prefix: joined(group.prefix, prefix.text) || '/', at: site.at })
  if (!prefix && isCatchAll(run, handler)) group.router.fallbacks.push({ prefix: group.prefix || '/', at: site.at })
  return hostOf(group)
}

/** A function that never calls `Next` answers whatever comes. */
function isCatchAll(run: GoRun, value: GoValue | undefined): boolean {
  const { handler } = answering(run, value)
  return handler !== undefined && !JSON.stringify(handler.node.body).includes('"property":"Next"')
}

/** https://docs.gofiber.io/api/middleware/healthcheck (version 2): `/livez` and `/readyz` without other settings. */
function healthcheck(group: Group, prefix: string, config: GoValue | undefined, site: GoSite): void {
  const settings = config && pointed(config)
  const fields = settings?.kind === 'struct' ? settings.fields : new Map<string, GoValue>()
  for (const [field, fallback] of [
    ['LivenessEndpoint', '/livez'],
    ['ReadinessEndpoint', '/readyz'],
  ] as const) {
    const value = fields.get(field)
    const text = value ? textOf(value) : fallback
    const { router, prefixes, guards } = group
    const pattern = joined(prefix, text ?? '')
    router.routes.push({
      method: 'GET',
      pattern,
      isResolved: text !== undefined,
      guards: [...guards],
      prefixes,
      at: site.at,
    })
  }
}
