import { callClosure } from '../../../../code/startup/calls.js'
import { methodOf } from '../../../../code/startup/members.js'
import { closureOf, type Run } from '../../../../code/startup/run.js'
import { type CallSite, type ClassValue, fields, stringOf, type Value } from '../../../../code/startup/values.js'
import type { Guard } from '../../route.js'
import { guardOf } from './guards.js'
import type { NestModules } from './nest-modules.js'
import { nestPattern } from './nest-paths.js'
import { methodName } from './nestjs.js'
import { flatArguments, type Given } from './path.js'
import { hostValue } from './startup.js'

/** Middleware that a module applies in `configure(consumer)`. */
export interface NestMiddleware {
  readonly guard: Guard
  readonly appliesTo: (controller: ClassValue, bare: string, path: string, method: string) => boolean
}

interface Place {
  /** A pattern; undefined: every path. */
  readonly pattern: RegExp | undefined
  readonly method: string | undefined
}

/** What the modules apply: `consumer.apply(Auth).exclude('health').forRoutes('*')`. */
export function appliedMiddleware(run: Run, modules: NestModules): readonly NestMiddleware[] {
  const found: NestMiddleware[] = []
  for (const of of modules.modules.keys()) {
    const method = methodOf(run, of, 'configure')
    if (!method) continue
    const self: Value = { ...fields([], true), of }
    const closure = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home }, self)
    const consumer: Value = hostValue({
      type: 'middleware consumer',
      invoke: (name, site) =>
        name === 'apply' ? applied(run, consumer, flatArguments(site, 0), [], found) : undefined,
    })
    callClosure(run, closure, [consumer])
  }
  return found
}

function applied(
  run: Run,
  consumer: Value,
  middleware: readonly Given[],
  excluded: readonly Place[],
  found: NestMiddleware[],
): Value {
  return hostValue({
    type: 'middleware configuration',
    invoke: (name, site) => {
      if (name === 'exclude')
        return applied(run, consumer, middleware, [...excluded, ...flatArguments(site, 0).flatMap(placeOf)], found)
      if (name !== 'forRoutes') return undefined
      for (const given of middleware) found.push(one(run, given, excluded, site))
      return consumer
    },
  })
}

function one(run: Run, given: Given, excluded: readonly Place[], site: CallSite): NestMiddleware {
  const targets = flatArguments(site, 0)
  const controllers = new Set(targets.map(target => target.value).filter(value => value.kind === 'class'))
  const places = targets.flatMap(placeOf)
  const isGlobal = places.some(place => place.pattern === undefined && place.method === undefined)
  const matches = (place: Place, bare: string, path: string, method: string) =>
    (place.method === undefined || place.method === method) &&
    (place.pattern === undefined || place.pattern.test(bare.slice(0, 300)) || place.pattern.test(path.slice(0, 300)))
  return {
    guard: guardOf(run, withUse(run, given), isGlobal && excluded.length === 0),
    appliesTo: (controller, bare, path, method) =>
      (controllers.has(controller) || places.some(place => matches(place, bare, path, method))) &&
      !excluded.some(place => matches(place, bare, path, method)),
  }
}

/** A class is a middleware by its method `use`. */
function withUse(run: Run, given: Given): Given {
  if (given.value.kind !== 'class') return given
  const method = methodOf(run, given.value, 'use')
  if (!method) return given
  const value = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home })
  return { ...given, value }
}

function placeOf({ value }: Given): readonly Place[] {
  const path = stringOf(value.kind === 'fields' ? value.entries.get('path') : value)
  if (path === undefined) return []
  const method = value.kind === 'fields' ? methodName(value.entries.get('method')) : undefined
  const isAll = /^\/?(?:\*\w*|\{\*\w*\}|\(\.\*\))$/.test(path)
  return [{ pattern: isAll ? undefined : nestPattern(path), method }]
}
