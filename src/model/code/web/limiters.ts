import { definitionOf, externalName } from '../../../code/definitions.js'
import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import { remembered } from '../../../remember.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { djangoSetting } from './django-settings.js'
import { optionOf, resolved } from './options.js'
import { productionFiles } from './production-files.js'
import { stagelessCallsOf } from './stages.js'

/** What the code of a service has to limit how often somebody may ask. */
export interface Limiters {
  /**
   * Whether anything in its code may limit requests: a library for it, answers with 429, counted attempts, a captcha. Taken
   * widely: where it is false, nothing does.
   */
  readonly mayLimit: boolean
  /** Limiters that are made and that no request comes to. */
  readonly unbound: readonly UnboundLimiter[]
  /** A limiter that is made, bound or not. */
  readonly made: number
}

/** A limiter that is made and bound to no route. */
export interface UnboundLimiter {
  /** As it is written: `ThrottlerModule`, `loginLimiter`. */
  readonly name: string
  /** What would bind it. `start`: routes ask it, and it fails; `application`, `classes`: routes may ask it, and nothing counts. */
  readonly lacks: 'guard' | 'use' | 'decorator' | 'name' | 'route' | 'start' | 'application' | 'classes'
  readonly at: Span
}

/** Limiters of a service. */
export function limitersOf(program: Program, service: ServiceCode): Limiters {
  const files = productionFiles(program, service)
  const mayLimit = files.some(limitsSomething)
  if (!mayLimit) return { mayLimit, unbound: [], made: 0 }
  const unbound: UnboundLimiter[] = []
  let made = 0
  for (const file of files) {
    for (const node of stagelessCallsOf(file, makesLimiter)) {
      const found = limiterIn(program, { file, node }, files)
      if (!found) continue
      made++
      if (found.lacks) {
        const at: Span = { path: file.path, start: node.start, end: node.end }
        unbound.push({ name: found.name, lacks: found.lacks, at })
      }
    }
  }
  const rates = unusedRates(program, service, files)
  const onRequest = pluginsOnRequest(program, files)
  const others = [
    ...(rates ? [rates] : []),
    ...unknownOverrides(program, files),
    ...(files.some(asksForLimit) ? [] : onRequest),
  ]
  return { mayLimit, unbound: [...unbound, ...others], made: made + others.length + onRequest.length }
}

/**
 * `@Throttle({ strict: … })` where no limiter of `ThrottlerModule` is called `strict`: its guard asks for the settings of those
 * that there are, and of no other. https://docs.nestjs.com/security/rate-limiting#multiple-throttler-definitions
 */
function unknownOverrides(program: Program, files: readonly CodeFile[]): readonly UnboundLimiter[] {
  const known = throttlerNames(program, files)
  if (!known) return []
  return files.flatMap(file => {
    if (!file.imports.some(({ from }) => from === '@nestjs/throttler')) return []
    return (indexOf(file).callsByName.get('Throttle') ?? []).flatMap((call): readonly UnboundLimiter[] => {
      const [given] = call.arguments
      if (given?.kind !== 'object') return []
      const names = given.entries.map(one => (one.kind === 'entry' ? one.key : undefined))
      // One that applies limits the route after all.
      if (names.length === 0 || names.some(name => name === undefined || known.has(name))) return []
      const at: Span = { path: file.path, start: call.start, end: call.end }
      return [{ name: `@Throttle({ ${names.join(', ')} })`, lacks: 'name', at }]
    })
  })
}

/** The names of the limiters that `ThrottlerModule` is set up with; undefined where they are not all known. */
function throttlerNames(program: Program, files: readonly CodeFile[]): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (const file of files) {
    if (!file.imports.some(({ from }) => from === '@nestjs/throttler')) continue
    for (const call of indexOf(file).calls) {
      const path = pathOf(call.callee)
      if (path?.[0] !== 'ThrottlerModule' || path.length !== 2) continue
      const [options] = call.arguments
      if (path[1] !== 'forRoot' || !options) return undefined
      const found = resolved(program, { file, node: options })
      const list =
        found?.node.kind === 'object' ? optionOf(program, { file: found.file, node: found.node }, 'throttlers') : found
      const limiters = list && list !== 'open' && list !== 'absent' ? resolved(program, list) : undefined
      if (limiters?.node.kind !== 'array') return undefined
      for (const one of limiters.node.elements) {
        const name = optionOf(program, { file: limiters.file, node: one }, 'name')
        if (name === 'absent') names.add('default')
        else if (name !== 'open' && name.node.kind === 'literal') names.add(String(name.node.value))
        else return undefined
      }
    }
  }
  return names.size > 0 ? names : undefined
}

/** `register(rateLimit, { global: false })`, which limits what asks for it alone: https://github.com/fastify/fastify-rate-limit#options */
function pluginsOnRequest(program: Program, files: readonly CodeFile[]): readonly UnboundLimiter[] {
  return files.flatMap(file =>
    (indexOf(file).callsByName.get('register') ?? []).flatMap((call): readonly UnboundLimiter[] => {
      const [plugin, options] = call.arguments
      const name = plugin && externalName(definitionOf(program, { file, node: plugin }))
      if (name === undefined || !FASTIFY_PLUGIN.test(name) || !options) return []
      const global = optionOf(program, { file, node: options }, 'global')
      if (global === 'absent' || global === 'open') return []
      if (global.node.kind !== 'literal' || global.node.value !== false) return []
      const at: Span = { path: file.path, start: call.start, end: call.end }
      return [{ name: '@fastify/rate-limit', lacks: 'route', at }]
    }),
  )
}

const FASTIFY_PLUGIN = /^(?:@fastify\/rate-limit|fastify-rate-limit)(?:\.default)?$/

/** `config: { rateLimit: … }` of a route, and the hooks that the plugin makes: `app.rateLimit(…)`, `app.createRateLimit(…)`. */
function asksForLimit(file: CodeFile): boolean {
  const { objects, callsByName } = indexOf(file)
  if (callsByName.has('createRateLimit') || callsByName.has('rateLimit')) return true
  return (
    objects.some(one => one.entries.some(entry => entry.kind === 'entry' && entry.key === 'rateLimit')) ||
    holds(file.body, node => node.kind === 'member' && node.property === 'rateLimit')
  )
}

/**
 * Rates that REST framework is given, and no class that counts: its default is none.
 * https://www.django-rest-framework.org/api-guide/throttling/
 */
function unusedRates(program: Program, service: ServiceCode, files: readonly CodeFile[]): UnboundLimiter | undefined {
  const settings = djangoSetting(program, service, 'REST_FRAMEWORK')
  const rates = settings && optionOf(program, settings, 'DEFAULT_THROTTLE_RATES')
  if (!settings || typeof rates !== 'object' || peel(rates.node).kind !== 'object') return undefined
  const classes = optionOf(program, settings, 'DEFAULT_THROTTLE_CLASSES')
  if (classes !== 'absent' && !(typeof classes === 'object' && isEmpty(classes.node))) return undefined
  const isCounted = files.some(
    file =>
      CLASSES.some(name => indexOf(file).words.has(name)) || some(indexOf(file).texts, text => CLASSES.includes(text)),
  )
  if (isCounted) return undefined
  const { start, end } = rates.node
  return { name: 'DEFAULT_THROTTLE_RATES', lacks: 'classes', at: { path: rates.file.path, start, end } }
}

const CLASSES = ['throttle_classes', 'get_throttles', 'check_throttles', 'THROTTLE_RATES']

function isEmpty(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'array' && inner.elements.length === 0
}

const PACKAGE =
  /rate-?limit|throttl|slowapi|limiter|slow-down|express-brute|axes|defender|tollbooth|httprate|x\/time\/rate|arcjet|captcha|turnstile|bottleneck/i
const NAME =
  /rate_?limit|throttl|too_?many|(?:failed|login)_?(?:login_?)?attempts|attempts?_?(?:left|count|remaining)|lock(?:ed)?_?(?:out|until)|brute|captcha|turnstile/i

/** Applications of Django that count who signs in in vain, as its settings name them: https://django-axes.readthedocs.io */
const APPLICATION = /^(?:axes|defender|brutebuster|allauth|two_factor)(?:\.[\w.]+)?$/

const isPackage = remembered(PACKAGE)
const isName = remembered(NAME)

function limitsSomething(file: CodeFile): boolean {
  if (file.imports.some(({ from, name }) => isPackage(from) || (name !== undefined && isName(name)))) return true
  const { texts, numbers } = indexOf(file)
  return (
    numbers.has(429) ||
    hasWord(file, isName) ||
    some(texts, text => text.length < 80 && (isName(text) || APPLICATION.test(text)))
  )
}

/** What `limiterIn` knows, by its last name. */
const makesLimiter = wordsLike(/^forRoot(?:Async)?$|limit/i)

interface Made {
  readonly name: string
  readonly lacks?: UnboundLimiter['lacks']
}

function limiterIn(program: Program, at: In<Call>, files: readonly CodeFile[]): Made | undefined {
  const { file, node } = at
  const path = pathOf(node.callee)
  const called = path?.at(-1)
  if (called === undefined) return undefined
  if (path?.[0] === 'ThrottlerModule' && /^forRoot(?:Async)?$/.test(called)) {
    const name = externalName(definitionOf(program, { file, node: node.callee }))
    if (!name?.startsWith('@nestjs/throttler.')) return undefined
    return { name: 'ThrottlerModule', ...(files.some(takesGuard) ? {} : { lacks: 'guard' as const }) }
  }
  if (!/limit/i.test(called)) return undefined
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  if (name === 'express-rate-limit' || name === 'express-rate-limit.rateLimit') return expressLimiter(file, node)
  if (name === 'slowapi.Limiter') {
    const bound = files.some(one =>
      one.imports.some(({ name: taken }) => /^SlowAPI(?:ASGI)?Middleware$/.test(taken ?? '')),
    )
    return { name: 'Limiter', ...(bound || files.some(decorates) ? {} : { lacks: 'decorator' as const }) }
  }
  if (name === 'fastapi_limiter.RateLimiter') {
    // Releases before 0.2: https://github.com/long2ice/fastapi-limiter/tree/v0.1.6. Later ones are given a limiter instead.
    const isOld = node.arguments.some(one => one.kind === 'keyword' && PERIOD.test(one.name))
    return { name: 'RateLimiter', ...(isOld && !files.some(startsLimiter) ? { lacks: 'start' as const } : {}) }
  }
  if (name === 'flask_limiter.Limiter') return flaskLimiter(file, node, files)
  return undefined
}

const PERIOD = /^(?:times|milliseconds|seconds|minutes|hours)$/

/** `await FastAPILimiter.init(redis)`, under whatever name. */
function startsLimiter(file: CodeFile): boolean {
  return (
    indexOf(file).words.has('FastAPILimiter') &&
    holds(file.body, node => node.kind === 'member' && /^(?:init|redis)$/.test(node.property))
  )
}

/**
 * A limiter of Flask that is made without an application, and whose name the code says nowhere but to decorate routes: it can
 * come to none. https://flask-limiter.readthedocs.io/en/stable/#flask_limiter.Limiter.init_app
 */
function flaskLimiter(file: CodeFile, node: Call, files: readonly CodeFile[]): Made {
  const declared = file.body.find(one => one.kind === 'declare' && one.value && peel(one.value) === node)
  if (declared?.kind !== 'declare' || declared.target.kind !== 'name') return { name: 'Limiter' }
  const { name } = declared.target
  const isGiven = node.arguments.some(one => {
    if (one.kind === 'spread' || (one.kind === 'keyword' && one.name === 'app')) return true
    return one.kind !== 'keyword' && /app/i.test(pathOf(one)?.at(-1) ?? '')
  })
  if (isGiven || files.some(one => saysElsewhere(one, name))) return { name }
  return { name, lacks: 'application' }
}

const DECORATORS = /^(?:limit|shared_limit|exempt|request_filter)$/

/** Whether a file says a name in another way than `@name.limit(…)`. */
function saysElsewhere(file: CodeFile, name: string): boolean {
  if (!indexOf(file).words.has(name)) return false
  let said = 0
  walk(file.body, one => {
    if ((one.kind === 'name' && one.name === name) || (one.kind === 'member' && one.property === name)) said++
    if (one.kind === 'declare' && one.target.kind === 'name' && one.target.name === name) said--
    if (one.kind === 'member' && DECORATORS.test(one.property) && pathOf(one.object)?.at(-1) === name) said--
    return undefined
  })
  return said > 0
}

/** What binds the limits of `@nestjs/throttler`: its guard or one made of it. https://docs.nestjs.com/security/rate-limiting */
function takesGuard({ imports }: CodeFile): boolean {
  return imports.some(
    ({ from, name }) =>
      (/throttl/i.test(from) && /Guard/.test(name ?? '')) ||
      /throttler-?guard|throttle\.guard/i.test(from) ||
      /(?:Throttl|Limit)\w*Guard$/.test(name ?? ''),
  )
}

/** `@limiter.limit("5/minute")`; `limiter.limit` anywhere counts. https://slowapi.readthedocs.io/en/latest/ */
function decorates(file: CodeFile): boolean {
  const { words } = indexOf(file)
  if (!['limit', 'shared_limit', 'hit', 'check'].some(name => words.has(name))) return false
  return holds(file.body, node => node.kind === 'member' && /^(?:limit|shared_limit|hit|check)$/.test(node.property))
}

/** A limiter of Express that gets a name which nothing in its file says again, and which no other file can take. */
function expressLimiter(file: CodeFile, node: Call): Made {
  const declared = file.body.find(one => one.kind === 'declare' && one.value && peel(one.value) === node)
  if (declared?.kind !== 'declare' || declared.target.kind !== 'name') return { name: 'rateLimit' }
  const { name } = declared.target
  if (file.exports.some(one => one.name === name || one.local === name || one.value)) return { name }
  let uses = 0
  walk(file.body, one => {
    if (one.kind === 'name' && one.name === name) uses++
    return undefined
  })
  return { name, ...(uses > 1 ? {} : { lacks: 'use' as const }) }
}
