import { callClosure } from '../../../../code/startup/calls.js'
import { basesOf, methodOf } from '../../../../code/startup/members.js'
import { closureOf, type Run } from '../../../../code/startup/run.js'
import type { ClassValue, Outside, Value } from '../../../../code/startup/values.js'
import type { FunctionNode } from '../../../../code/syntax.js'
import { holds, peel, walk } from '../../../../code/walk.js'
import type { Guard } from '../../route.js'
import { behaviourOf } from './behaviour.js'
import { guardName, purposeOf } from './guards.js'
import type { NestModules } from './nest-modules.js'
import { readsUnknownMetadata, type Waiver, waiversOf } from './nest-waivers.js'
import { type Given, spanOf } from './path.js'

/** A guard of NestJS, and the metadata that lets a route pass it. */
export interface NestGuard {
  readonly guard: Guard
  readonly waivers: readonly Waiver[]
  /** The package whose code decides and is not seen: decorators of that package may let a route pass. */
  readonly origin?: string
}

/** A guard as it was given to `@UseGuards`, `useGlobalGuards` or as a provider of `APP_GUARD`. */
export function nestGuard(run: Run, given: Given, isGlobal: boolean): NestGuard {
  const value = instanceClass(run, given.value)
  const name = value?.kind === 'class' ? (value.node.name ?? guardName(given.written)) : guardName(given.written)
  const at = spanOf(given.file, given.written)
  if (value?.kind === 'class') {
    const { purpose, waivers } = classGuard(run, value)
    const base = basesOf(run, value).find(one => one.kind === 'outside')
    return { guard: { name, purpose, isGlobal, at }, waivers, ...originOf(base) }
  }
  const purpose = value?.kind === 'outside' ? outsideGuard(run, value, name) : purposeOf(run, given.value, name)
  return {
    guard: { name, purpose, isGlobal, at },
    waivers: value?.kind === 'outside' && purpose === 'limit' ? THROTTLED : [],
    ...originOf(value),
  }
}

function originOf(value: Value | undefined): Pick<NestGuard, 'origin'> {
  const isSeen = value?.kind !== 'outside' || value.package === '' || value.package.startsWith('@nestjs/')
  return isSeen ? {} : { origin: value.package }
}

/** `@SkipThrottle()` lets pass what the guard of `@nestjs/throttler` would count. */
const THROTTLED: readonly Waiver[] = [{ key: '@nestjs/throttler', when: 'present', of: 'both' }]

function instanceClass(run: Run, value: Value): Value | undefined {
  if (value.kind === 'fields') return value.of ?? value
  if (value.kind === 'closure') return instanceClass(run, callClosure(run, value, []))
  if (value.kind !== 'outside') return value
  const last = value.steps.at(-1)
  // `new ThrottlerGuard()`; `AuthGuard('jwt')` makes a class.
  return last?.kind === 'call' && last.site.node.isNew ? { ...value, steps: value.steps.slice(0, -1) } : value
}

function outsideGuard(run: Run, value: Outside, name: string): Guard['purpose'] {
  if (value.package === '@nestjs/throttler') return 'limit'
  if (value.package === '@nestjs/passport') return 'auth'
  return purposeOf(run, value, name)
}

function classGuard(run: Run, value: ClassValue): { purpose: Guard['purpose']; waivers: readonly Waiver[] } {
  const method = methodOf(run, value, 'canActivate')
  const base = basesOf(run, value).find(one => one.kind === 'outside')
  const inherited = base?.kind === 'outside' ? outsideGuard(run, base, '') : 'other'
  const waivers = [
    ...(inherited === 'limit' ? THROTTLED : []),
    ...['canActivate', 'shouldSkip', 'handleRequest'].flatMap(name => {
      const found = methodOf(run, value, name)
      return found ? waiversOf(run, found.home, found.fn) : []
    }),
  ]
  // `handleRequest` decides what becomes of somebody who is not known.
  const decides = inherited === 'auth' ? methodOf(run, value, 'handleRequest') : undefined
  if (decides && !mayThrow(decides.fn)) return { purpose: 'other', waivers }
  if (!method) return { purpose: inherited, waivers }
  const behaviour = behaviourOf(
    run,
    closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home }),
  )
  if (behaviour.readsPath || readsUnknownMetadata(run, method.home, method.fn)) return { purpose: 'other', waivers }
  if (inherited !== 'other') return { purpose: inherited, waivers }
  if (behaviour.statuses.has(429)) return { purpose: 'limit', waivers }
  const rejects = behaviour.statuses.size > 0 || behaviour.verifies || mayRefuse(method.fn)
  return { purpose: rejects ? 'auth' : 'other', waivers }
}

function mayThrow(fn: FunctionNode): boolean {
  return holds(fn.body, node => node.kind === 'throw' || (node.kind === 'member' && node.property === 'handleRequest'))
}

/** Whether it may give back anything but `true`. */
function mayRefuse(fn: FunctionNode): boolean {
  let refuses = false
  walk(fn.body, node => {
    if (node.kind === 'function' || node.kind === 'class') return false
    if (node.kind === 'throw') refuses = true
    if (node.kind === 'return') {
      const value = node.value && peel(node.value)
      if (!(value?.kind === 'literal' && value.value === true)) refuses = true
    }
    return undefined
  })
  return refuses
}

/** Guards of `{ provide: APP_GUARD, useClass: … }`. */
export function providedGuards(run: Run, modules: NestModules): readonly NestGuard[] {
  return modules.providers.flatMap(provider => {
    if (provider.kind !== 'fields' || !provider.written) return []
    const token = provider.entries.get('provide')
    if (token?.kind !== 'outside' || !isNamed(token, 'APP_GUARD')) return []
    const { file, node } = provider.written
    const entry = node.entries.find(one => one.kind === 'entry' && PROVIDING.has(one.key ?? ''))
    const value = entry?.kind === 'entry' && entry.key !== undefined ? provider.entries.get(entry.key) : undefined
    if (entry?.kind !== 'entry' || !value) return []
    return [nestGuard(run, { value, written: entry.value, file }, true)]
  })
}

const PROVIDING = new Set(['useClass', 'useExisting', 'useFactory', 'useValue'])

function isNamed(value: Outside, name: string): boolean {
  return value.steps.some(step => step.kind === 'member' && step.name === name)
}
