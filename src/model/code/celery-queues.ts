import type { Program } from '../../code/program.js'
import type { CodeFile, Expression, Node } from '../../code/syntax.js'
import { holds, pathOf, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import type { ServiceCode } from './services.js'
import { djangoSettingsBeside } from './web/django-settings.js'

/** What an application of Celery says of its queues: https://docs.celeryq.dev/en/stable/userguide/routing.html */
export interface CeleryQueues {
  /** Where routes, schedules and calls send tasks to, by name; the first place of each. */
  readonly sent: ReadonlyMap<string, Span>
  /** What a worker takes that is not told; `unknown`: the code makes a list of queues, or adds some while it runs. */
  readonly taken: string | 'unknown'
}

/** Settings in lower case, without the prefix of Django. */
const ROUTING = new Set(['task_routes', 'routes', 'beat_schedule', 'beatschedule'])
const DEFAULT = new Set(['task_default_queue', 'default_queue'])
const QUEUES = new Set(['task_queues', 'queues'])
/** Settings that are only called so with the prefix in front. */
const SHORT = new Set(['routes', 'beatschedule', 'default_queue', 'queues'])
const CALLS = new Set(['apply_async', 'send_task', 'task', 'shared_task'])
const ADDS = new Set(['add_consumer', 'select_add', 'select_queues'])

/** Undefined where nothing of Celery is told. */
export function celeryQueues(program: Program, service: ServiceCode): CeleryQueues | undefined {
  if (service.runtime !== 'python' || !service.packages.has('celery')) return undefined
  const sent = new Map<string, Span>()
  let taken: CeleryQueues['taken'] = 'celery'
  const files = new Set<CodeFile>([...service.code, ...djangoSettingsBeside(program, service)])
  const isConfigured = [...files].some(file => mentions(file, 'config_from_object'))
  for (const file of files) {
    if (file.language !== 'python') continue
    const send = (value: Expression | undefined) => {
      if (value?.kind !== 'literal' || typeof value.value !== 'string' || sent.has(value.value)) return
      sent.set(value.value, { path: file.path, start: value.start, end: value.end })
    }
    walk(file.body, node => {
      const set = celerySetting(node, isConfigured)
      if (set && ROUTING.has(set.name)) {
        walk([set.value], inner => {
          if (inner.kind === 'entry' && inner.key === 'queue') send(inner.value)
          return undefined
        })
      } else if (set && DEFAULT.has(set.name))
        taken =
          set.value.kind === 'literal' && typeof set.value.value === 'string' && taken === 'celery'
            ? set.value.value
            : 'unknown'
      else if (set && QUEUES.has(set.name)) taken = 'unknown'
      if (node.kind === 'call') {
        const called = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === 'member' ? node.callee.property : '')
        if (ADDS.has(called)) taken = 'unknown'
        if (CALLS.has(called))
          send(node.arguments.flatMap(one => (one.kind === 'keyword' && one.name === 'queue' ? one.value : []))[0])
      }
      return undefined
    })
  }
  return { sent, taken }
}

function mentions({ body }: CodeFile, method: string): boolean {
  return holds(body, node => node.kind === 'member' && node.property === method)
}

/** A setting of Celery: `app.conf.task_routes = …`, `conf.update(task_routes=…)`, `CELERY_TASK_ROUTES = …`, of a class, of a module. */
export function celerySetting(
  node: Node,
  isConfigured: boolean,
): { readonly name: string; readonly value: Expression } | undefined {
  const found = namedValue(node)
  if (!found?.value) return undefined
  const { name, value } = found
  const isPrefixed = /^CELERY_/.test(name)
  if (isPrefixed && !isConfigured) return undefined
  const bare = name.replace(/^CELERY_?/, '').toLowerCase()
  if (!isPrefixed && SHORT.has(bare) && !/^CELERYBEAT/.test(name)) return undefined
  return { name: bare, value }
}

function namedValue(node: Node): { readonly name: string; readonly value?: Expression | undefined } | undefined {
  switch (node.kind) {
    case 'keyword':
    case 'field':
      return { name: node.name, value: node.value }
    case 'entry':
      return node.key === undefined ? undefined : { name: node.key, value: node.value }
    case 'declare':
      return node.target.kind === 'name' ? { name: node.target.name, value: node.value } : undefined
    case 'assign':
      return node.target.kind === 'member' && node.operator === '='
        ? { name: node.target.property, value: node.value }
        : undefined
    default:
      return undefined
  }
}
