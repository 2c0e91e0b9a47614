import type { Run } from '../../../../code/startup/run.js'
import { type Closure, type Outside, stepsOf, type Value } from '../../../../code/startup/values.js'
import type { Expression } from '../../../../code/syntax.js'
import { pathOf, peel } from '../../../../code/walk.js'
import type { Guard } from '../../route.js'
import { behaviourOf } from './behaviour.js'
import { type Given, spanOf } from './path.js'

type Purpose = Guard['purpose']

/** Packages whose middleware turns away who is not known. */
const AUTH_PACKAGES = new Set([
  'express-jwt',
  'koa-jwt',
  'express-oauth2-jwt-bearer',
  'express-basic-auth',
  'basic-auth-connect',
  'koa-basic-auth',
  'connect-ensure-login',
  'hono/jwt',
  'hono/jwk',
  'hono/bearer-auth',
  'hono/basic-auth',
  '@fastify/basic-auth',
  '@fastify/bearer-auth',
])

/** Packages whose middleware turns away who asks too often. */
const LIMIT_PACKAGES = new Set([
  'express-rate-limit',
  'express-brute',
  'rate-limiter-flexible',
  'koa-ratelimit',
  'koa2-ratelimit',
  'hono-rate-limiter',
  '@fastify/rate-limit',
  'fastify-rate-limit',
  '@nestjs/throttler',
])

const AUTH_NAME =
  /(?:^|[._])(?:auth|jwt|protect|secured?)|authenticat|authoriz|authoris|requires?(?:Auth|User|Login|Token|Admin|Role)|loggedIn|verifyToken|isAdmin|checkJwt/i
const LIMIT_NAME = /rate.?limit|throttl|(?:^|[._])limiter|Limiter$/i

/** What was given to a framework before the handler, as a guard. */
export function guardOf(run: Run, given: Given, isGlobal: boolean): Guard {
  const name = guardName(given.written)
  return { name, purpose: purposeOf(run, given.value, name), isGlobal, at: spanOf(given.file, given.written) }
}

/** How an expression is called where it is written: `authenticate`, `passport.authenticate`. */
export function guardName(written: Expression): string {
  const inner = peel(written)
  const path = pathOf(inner)
  if (path) return path.join('.')
  if (inner.kind === 'call') return guardName(inner.callee)
  if (inner.kind === 'spread') return guardName(inner.value)
  if (inner.kind === 'function' || inner.kind === 'class') return inner.name ?? 'anonymous function'
  if (inner.kind === 'member') return inner.property
  return 'anonymous function'
}

/** What a guard is for: by what it does, and by its name where what it does is not in the repository. */
export function purposeOf(run: Run, value: Value, name: string): Purpose {
  if (value.kind === 'closure') return closurePurpose(run, value)
  if (value.kind === 'outside') return outsidePurpose(run, value, name)
  return value.kind === 'unknown' ? byName(name) : 'other'
}

function closurePurpose(run: Run, closure: Closure): Purpose {
  const { statuses, verifies, readsPath } = behaviourOf(run, closure)
  if (statuses.has(401) || statuses.has(403) || verifies) return readsPath ? 'other' : 'auth'
  return statuses.has(429) ? 'limit' : 'other'
}

function outsidePurpose(run: Run, value: Outside, name: string): Purpose {
  const steps = stepsOf(value)
  // `jwt({…}).unless({…})` lets some paths through: which, is in what it is given.
  if (steps.includes('.unless')) return 'other'
  if (letsStrangersPass(value)) return 'other'
  if (value.package === 'passport') return steps.includes('.authenticate()') ? 'auth' : 'other'
  if (AUTH_PACKAGES.has(value.package)) return 'auth'
  if (LIMIT_PACKAGES.has(value.package)) return 'limit'
  const last = value.steps.at(-1)
  if (last?.kind === 'call') {
    for (const given of last.site.arguments) {
      const purpose = given.kind === 'closure' ? closurePurpose(run, given) : 'other'
      if (purpose !== 'other') return purpose
    }
  }
  if (value.package === 'express' || value.package.startsWith('hono/')) return 'other'
  return value.package === '' ? 'other' : byName(`${name} ${steps}`)
}

/** `expressjwt({ credentialsRequired: false })`, `jwt({ passthrough: true })`, `passport.authenticate(['jwt', 'anonymous'])`. */
function letsStrangersPass(value: Outside): boolean {
  const given = value.steps.flatMap(step => (step.kind === 'call' ? step.site.arguments : []))
  const isFlag = (one: Value | undefined, flag: boolean) => one?.kind === 'plain' && one.value === flag
  return given.some(one => {
    if (one.kind === 'fields')
      return isFlag(one.entries.get('credentialsRequired'), false) || isFlag(one.entries.get('passthrough'), true)
    const names = one.kind === 'list' ? one.elements : [one]
    return value.package === 'passport' && names.some(name => name.kind === 'plain' && name.value === 'anonymous')
  })
}

function byName(name: string): Purpose {
  if (LIMIT_NAME.test(name)) return 'limit'
  return AUTH_NAME.test(name) ? 'auth' : 'other'
}
