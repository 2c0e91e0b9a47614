import { definitionOf, externalName } from '../../../code/definitions.js'
import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { productionFiles } from './production-files.js'

/** Limiters that count by the address of the client, and whether that is the client's where a proxy is in front. */
export interface ClientAddress {
  readonly limiters: readonly {
    readonly name: string
    readonly framework: 'express' | 'nestjs' | 'fastify'
    readonly at: Span
  }[]
  /** The code says that a proxy is to be believed, or reads by itself what one tells. */
  readonly believesProxy: boolean
}

/**
 * By what is called, with the place of its options and the one that counts by something else. Each takes `req.ip`:
 * https://express-rate-limit.mintlify.app/reference/configuration#keygenerator, https://github.com/express-rate-limit/express-slow-down,
 * https://docs.nestjs.com/security/rate-limiting#proxies, https://github.com/fastify/fastify-rate-limit#options
 */
const LIMITERS = new Map([
  ['express-rate-limit', { name: 'express-rate-limit', framework: 'express', options: 0 }],
  ['express-rate-limit.rateLimit', { name: 'express-rate-limit', framework: 'express', options: 0 }],
  ['express-slow-down', { name: 'express-slow-down', framework: 'express', options: 0 }],
  ['express-slow-down.slowDown', { name: 'express-slow-down', framework: 'express', options: 0 }],
  ['@nestjs/throttler.ThrottlerModule.forRoot', { name: 'ThrottlerModule', framework: 'nestjs', options: 0 }],
  ['@nestjs/throttler.ThrottlerModule.forRootAsync', { name: 'ThrottlerModule', framework: 'nestjs', options: 0 }],
] as const)
const PLUGIN = '@fastify/rate-limit'
const PACKAGES = /^(?:express-rate-limit|express-slow-down|@nestjs\/throttler|@fastify\/rate-limit)$/
/** Options and methods that say what is counted by. */
const OF_ITS_OWN = wordsLike(/^(?:keyGenerator|getTracker|generateKey)$/)
/** What tells a framework to believe a proxy, and packages and headers for those who look by themselves. */
const BELIEVES = wordsLike(/^trust_?proxy$|^proxyTrust$|forwarded|(?:real|client|connecting)[-_]?ip$/i)
const BELIEVING_TEXT =
  /^trust proxy$|^x-(?:forwarded-for|real-ip|client-ip)$|^(?:cf|true|fastly)-(?:connecting|client)-ip$|^forwarded$/i

/** Undefined where nothing of the service counts by addresses. */
export function clientAddress(program: Program, service: ServiceCode): ClientAddress | undefined {
  if (![...service.packages].some(name => PACKAGES.test(name))) return undefined
  const files = productionFiles(program, service)
  if (files.some(file => hasWord(file, OF_ITS_OWN))) return undefined
  const limiters = files.flatMap(file =>
    file.imports.some(({ from }) => PACKAGES.test(from))
      ? indexOf(file).calls.flatMap(call => limiterIn(program, file, call) ?? [])
      : [],
  )
  if (limiters.length === 0) return undefined
  return { limiters, believesProxy: files.some(believes) }
}

function limiterIn(program: Program, file: CodeFile, call: Call): ClientAddress['limiters'][number] | undefined {
  const at: Span = { path: file.path, start: call.start, end: call.end }
  const { callee, arguments: given } = call
  if (callee.kind === 'member' && callee.property === 'register' && given[0]) {
    const plugin = externalName(definitionOf(program, { file, node: given[0] }))
    return plugin === PLUGIN && isSeen(given[1]) ? { name: PLUGIN, framework: 'fastify', at } : undefined
  }
  const name = externalName(definitionOf(program, { file, node: callee }))
  const known = name === undefined ? undefined : LIMITERS.get(name as never)
  if (!known || !isSeen(given[known.options])) return undefined
  return { name: known.name, framework: known.framework, at }
}

/** Whether its options are written where it is made, so that none of them is missed. */
function isSeen(options: Call['arguments'][number] | undefined): boolean {
  const value = options && peel(options)
  if (!value) return true
  if (value.kind === 'array') return true
  return value.kind === 'object' && value.entries.every(one => one.kind === 'entry' && one.key !== undefined)
}

function believes(file: CodeFile): boolean {
  return (
    hasWord(file, BELIEVES) ||
    some(indexOf(file).texts, text => text.length < 30 && BELIEVING_TEXT.test(text)) ||
    file.imports.some(({ from }) =>
      /^(?:request-ip|@supercharge\/request-ip|proxy-addr|forwarded|nestjs-real-ip|fastify-xfwd)$/.test(from),
    )
  )
}
