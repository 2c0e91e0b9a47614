import { evaluate } from '../../../../code/python/expressions.js'
import type { PyRun } from '../../../../code/python/run.js'
import { itemsOf, type PyArguments, type PyHost, type PyValue } from '../../../../code/python/values.js'
import type { ClassNode, FunctionNode } from '../../../../code/syntax.js'
import { pathOf, walk } from '../../../../code/walk.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'

const AUTH =
  /auth|login|logged|current_?user|current_?active|token|jwt|api_?key|bearer|permission|principal|require_(?:user|role|admin|scope)|role|admin|session_required|identity|access|IsOwner|protected|security|credential|signature/i
const LIMIT = /limit|throttl|slowapi/i
/** Names with such a word in them that turn nobody away: `SecurityHeadersMiddleware`, `AccessLogMiddleware`, `authors`. */
const NO_GUARD =
  /headers?|csrf|xsrf|cors|logg|log_?middleware|accesslog|audit|metric|trac(?:e|ing)|authors?(?![a-z])|tokeni[sz]/i
/** What a middleware does to a request that it turns away. */
const TURNS_AWAY =
  /unauthori[sz]ed|forbidden|httpexception|abort|permissiondenied|notauthenticated|authenticationfailed|redirect|autherror|raise_for/i

/** Who somebody is: `request.user`, `user.is_staff`, `has_perm`. */
const PERSON = /^(?:user|account|member|is_(?:authenticated|staff|superuser|active)|has_perms?|session)$/

/** A guard, and what it is for as far as its name tells. */
export function guardNamed(name: string, at: Span, isGlobal = false): Guard {
  const purpose = LIMIT.test(name) ? 'limit' : AUTH.test(name) && !NO_GUARD.test(name) ? 'auth' : 'other'
  return { name, purpose, isGlobal, at }
}

/**
 * A middleware as a guard. One that is in the repository guards where it may turn a request away, whatever its path; what a
 * package brings is known by its name.
 */
export function middlewareGuard(value: PyValue | undefined, fallback: string, at: Span, isGlobal: boolean): Guard {
  const guard = guardNamed(nameOfValue(value) ?? fallback, at, isGlobal)
  if (guard.purpose !== 'auth' || (value?.kind !== 'function' && value?.kind !== 'class')) return guard
  const { turnsAway, readsPath } = seen(value.node)
  return turnsAway && !readsPath ? guard : { ...guard, purpose: 'other' }
}

/** Whether a decorator asks who somebody is and turns people away: it names a user, a role or a session, and refuses or redirects. */
export function turnsPeopleAway(node: FunctionNode | ClassNode): boolean {
  const { turnsAway, namesPerson } = seen(node)
  return turnsAway && namesPerson
}

function seen(node: FunctionNode | ClassNode) {
  let turnsAway = false
  let readsPath = false
  let namesPerson = false
  walk([node], one => {
    if (one.kind === 'throw' || (one.kind === 'literal' && (one.value === 401 || one.value === 403))) turnsAway = true
    const name = one.kind === 'name' ? one.name : one.kind === 'member' ? one.property : undefined
    if (name === undefined) return undefined
    if (TURNS_AWAY.test(name)) turnsAway = true
    if (/^(?:path|url|endpoint|blueprint|scope|raw_path)$/.test(name)) readsPath = true
    if (PERSON.test(name)) namesPerson = true
    return undefined
  })
  return { turnsAway, readsPath, namesPerson }
}

/** What people call a value: the function, class or outside name that it is. */
export function nameOfValue(value: PyValue | undefined): string | undefined {
  switch (value?.kind) {
    case 'function':
    case 'class':
      return value.node.name
    case 'instance':
      return value.of.node.name
    case 'outside':
      return value.name.slice(value.name.lastIndexOf('.') + 1)
    case 'method':
      return value.name
    default:
      return undefined
  }
}

/** `Depends(f)` as an object that knows what it is called; `Depends()` fills in a parameter and is no guard. */
export function dependency(given: PyArguments): PyHost {
  const [written] = given.node?.arguments ?? []
  const inner = written?.kind === 'keyword' ? written.value : written
  const path = inner && pathOf(inner.kind === 'call' ? inner.callee : inner)
  const name = path?.at(-1) ?? nameOfValue(given.list[0])
  return { kind: 'host', type: 'depends', at: given.at, attributes: new Map(), state: name }
}

/** The dependencies in a list of them. */
export function dependenciesIn(value: PyValue | undefined, isGlobal = false): readonly Guard[] {
  return itemsOf(value).flatMap(one =>
    one.kind === 'host' && one.type === 'depends' && one.state !== undefined
      ? [guardNamed(String(one.state), one.at, isGlobal)]
      : [],
  )
}

/** What the parameters of a handler depend on, by default value or annotation. */
export function handlerDependencies(run: PyRun, value: PyValue): readonly Guard[] {
  if (value.kind !== 'function') return []
  const { file, names, node } = value
  return node.parameters.flatMap(({ fallback, type }) => {
    const written = [fallback, type?.expression].filter(one => one !== undefined)
    return written.flatMap(one => dependenciesIn(evaluate(run, file, names, one)))
  })
}

/** One function may be the handler of as many routes as it has decorators. */
const decorated = new WeakMap<object, Map<RegExp, readonly Guard[]>>()

/** Decorators of a handler that turn requests away: `@login_required`. */
export function handlerDecorators(value: PyValue, except: RegExp): readonly Guard[] {
  if (value.kind !== 'function' && value.kind !== 'class') return []
  const known = decorated.get(value.node) ?? new Map<RegExp, readonly Guard[]>()
  decorated.set(value.node, known)
  const found = known.get(except) ?? decoratorsOf(value, except)
  known.set(except, found)
  return found
}

function decoratorsOf(value: Extract<PyValue, { kind: 'function' | 'class' }>, except: RegExp): readonly Guard[] {
  return value.node.decorators.flatMap(one => {
    const path = pathOf(one.kind === 'call' ? one.callee : one)
    const name = path?.at(-1)
    if (name === undefined || except.test(path?.join('.') ?? '')) return []
    return [guardNamed(name, { path: value.file.path, start: one.start, end: one.end })]
  })
}
