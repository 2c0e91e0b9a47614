import { definitionOf, externalName } from '../../../code/definitions.js'
import { calledName, indexOf } from '../../../code/file-index.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, Member, Node } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { remembered } from '../../../remember.js'
import type { Span } from '../../../source.js'
import { grownChain } from '../queries/chain.js'
import type { ServiceCode } from '../services.js'
import { goTokens } from './go-tokens.js'
import { type Option, optionOf, resolved } from './options.js'
import { productionFiles } from './production-files.js'
import { stagelessCallsOf } from './stages.js'

/** A token that a service signs. */
export interface SignedToken {
  /** As people call it: `jwt.sign`, `jwt.encode`. */
  readonly call: string
  /** Whether it has an end; undefined where it is not known. */
  readonly expires: boolean | undefined
  /** It may have an end, and who checks it does not look at that. */
  readonly isIgnored?: true
  readonly at: Span
}

/** The JSON web tokens that a service signs. `exp` and `expiresIn`: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
export function signedTokens(program: Program, service: ServiceCode): readonly SignedToken[] {
  const files = productionFiles(program, service)
  const defaults = { nest: nestDefault(program, service, files), fastify: fastifyDefault(program, service, files) }
  const found: SignedToken[] = []
  for (const file of files) {
    if (file.language === 'go') {
      found.push(...goTokens(program, file))
      continue
    }
    for (const node of stagelessCallsOf(file, isSigning)) {
      const expires = expiryOf(program, { file, node }, defaults)
      if (expires === 'none') continue
      const call = pathOf(node.callee)?.slice(-2).join('.') ?? 'sign'
      found.push({ call, expires, at: { path: file.path, start: node.start, end: node.end } })
    }
  }
  // Who refuses old tokens needs no end in them.
  const refuses = found.some(({ expires }) => expires === false) && files.some(hasMaximumAge)
  const signed = refuses ? found.map(one => ({ ...one, expires: true })) : found
  return [...signed, ...files.flatMap(ignoredEnds), ...endlessByDefault(files)]
}

/**
 * `ignoreExpiration: true` of the strategy of Passport, which lets requests in:
 * https://www.passportjs.org/packages/passport-jwt/. What gives out new tokens for old ones may do that.
 */
function ignoredEnds(file: CodeFile): readonly SignedToken[] {
  const takesStrategy = file.imports.some(({ from, name }) => from === 'passport-jwt' && name !== 'ExtractJwt')
  if (!takesStrategy || /refresh/i.test(file.path)) return []
  const { objects, words, texts } = indexOf(file)
  if ([...words, ...texts].some(word => word.length < 60 && /refresh/i.test(word))) return []
  return objects.flatMap(one =>
    one.entries.flatMap((entry): readonly SignedToken[] => {
      if (entry.kind !== 'entry' || entry.key !== 'ignoreExpiration') return []
      const value = peel(entry.value)
      if (value.kind !== 'literal' || value.value !== true) return []
      const at = { path: file.path, start: entry.start, end: entry.end }
      return [{ call: 'ignoreExpiration', expires: false, isIgnored: true, at }]
    }),
  )
}

/** https://flask-jwt-extended.readthedocs.io/en/stable/options.html#JWT_ACCESS_TOKEN_EXPIRES: with `False` tokens have no end. */
function endlessByDefault(files: readonly CodeFile[]): readonly SignedToken[] {
  if (!files.some(({ imports }) => imports.some(({ from }) => from.startsWith('flask_jwt_extended')))) return []
  return files.flatMap(file => {
    const { words, texts } = indexOf(file)
    if (!words.has(ENDS) && !texts.has(ENDS)) return []
    const found: SignedToken[] = []
    walk(file.body, node => {
      const value = endGivenBy(node)
      const given = value && peel(value)
      if (given?.kind === 'literal' && given.value === false)
        found.push({
          call: 'create_access_token',
          expires: false,
          at: { path: file.path, start: node.start, end: node.end },
        })
      return undefined
    })
    return found
  })
}

const ENDS = 'JWT_ACCESS_TOKEN_EXPIRES'

/** What `JWT_ACCESS_TOKEN_EXPIRES` is set to, as a name, a field of a class, or a key: `app.config["JWT_ACCESS_TOKEN_EXPIRES"]`. */
function endGivenBy(node: Node): Expression | undefined {
  if (node.kind === 'field') return node.name === ENDS ? node.value : undefined
  if (node.kind === 'keyword') return node.name === ENDS ? node.value : undefined
  if (node.kind !== 'assign' && node.kind !== 'declare') return undefined
  const { target } = node
  const isEnd =
    (target.kind === 'name' && target.name === ENDS) || (target.kind === 'member' && target.property === ENDS)
  return isEnd ? node.value : undefined
}

const isSigning = wordsLike(/^(?:sign|signAsync|encode)$/)

/** `none`: the call signs nothing. */
function expiryOf(program: Program, at: In<Call>, defaults: Defaults): boolean | undefined | 'none' {
  const { file, node } = at
  const called = pathOf(node.callee)?.at(-1)
  if (called === undefined || !isSigning(called)) return 'none'
  const [payload, second, third] = node.arguments
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  if (file.language === 'python')
    return name === 'jwt.encode' || name === 'jose.jwt.encode' ? inPayload(program, file, payload) : 'none'
  if (name === 'jsonwebtoken.sign' || name === 'jsonwebtoken.default.sign')
    return either(inPayload(program, file, payload), inOptions(program, file, third))
  // https://hono.dev/docs/helpers/jwt#sign
  if (name !== undefined && /^hono(?:\/jwt|\/utils\/jwt)?\.(?:\w+\.)*sign$/.test(name))
    return inPayload(program, file, payload)
  if (called === 'encode' || node.callee.kind !== 'member') return 'none'
  const built = builtBy(program, { file, node })
  if (built !== 'none') return built
  const ofOwn = () => either(inPayload(program, file, payload), inOptions(program, file, second))
  if (defaults.fastify !== 'none' && isDecorated(node.callee)) return either(ofOwn(), defaults.fastify)
  const of = typeOf(program, { file, node: node.callee.object })
  if (of?.kind !== 'external' || of.package !== '@nestjs/jwt' || of.path[0] !== 'JwtService') return 'none'
  return either(ofOwn(), defaults.nest)
}

/**
 * `new SignJWT({ … }).setProtectedHeader(…).setExpirationTime('2h').sign(key)` of jose:
 * https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md
 */
function builtBy(program: Program, { file, node }: In<Call>): boolean | undefined | 'none' {
  if (!file.imports.some(({ from }) => from === 'jose')) return 'none'
  const { root, links } = grownChain({ file, node })
  if (root.kind !== 'call' || !root.isNew) return 'none'
  if (!/^jose\.(?:\w+\.)*SignJWT$/.test(externalName(definitionOf(program, { file, node: root.callee })) ?? ''))
    return 'none'
  if (links.some(({ name }) => name === 'setExpirationTime')) return true
  const [payload] = root.arguments
  return payload ? inPayload(program, file, payload) : false
}

/** Whether what a framework is set up with gives every token an end. */
interface Defaults {
  readonly nest: boolean | undefined
  /** `none`: the service does not use the plugin. */
  readonly fastify: boolean | undefined | 'none'
}

const FASTIFY = /^(?:@fastify\/jwt|fastify-jwt)$/

/** `fastify.jwt.sign`, `request.server.jwt.sign` */
function isDecorated({ object }: Member): boolean {
  const inner = peel(object)
  return inner.kind === 'member' && inner.property === 'jwt'
}

/** What `register(jwt, { secret, sign: { expiresIn } })` says of all tokens: https://github.com/fastify/fastify-jwt#sign */
function fastifyDefault(
  program: Program,
  { packages }: ServiceCode,
  files: readonly CodeFile[],
): boolean | undefined | 'none' {
  if (![...packages].some(name => FASTIFY.test(name))) return 'none'
  const answers = files.flatMap(file =>
    (indexOf(file).callsByName.get('register') ?? []).flatMap(({ arguments: [plugin, options] }) => {
      const name = plugin && externalName(definitionOf(program, { file, node: plugin }))
      if (name === undefined || !FASTIFY.test(name)) return []
      const sign = options ? optionOf(program, { file, node: options }, 'sign') : 'absent'
      if (sign === 'open') return [undefined]
      return [sign === 'absent' ? false : isThere(optionOf(program, sign, 'expiresIn'))]
    }),
  )
  const [only] = answers
  return answers.length === 1 ? only : undefined
}

function either(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one || other) return true
  return one === undefined || other === undefined ? undefined : false
}

function inOptions(program: Program, file: CodeFile, options: Expression | undefined): boolean | undefined {
  if (!options || options.kind === 'function') return false
  return isThere(optionOf(program, { file, node: options }, 'expiresIn'))
}

function isThere(option: Option): boolean | undefined {
  return option === 'open' ? undefined : option !== 'absent'
}

/** An object that is written in the call, or a constant where nothing of the file mentions `exp`. */
function inPayload(program: Program, file: CodeFile, payload: Expression | undefined): boolean | undefined {
  if (!payload) return undefined
  const inner = peel(payload)
  if (inner.kind === 'name' && isGivenEnd(file, inner)) return true
  if (resolved(program, { file, node: inner })?.node.kind !== 'object') return undefined
  const own = isThere(optionOf(program, { file, node: inner }, 'exp'))
  return own === false && inner.kind !== 'object' && mentionsExpiry(file) ? undefined : own
}

/**
 * `claims = data.copy()`, `claims.update({"exp": …})`, `claims["exp"] = …`: whether the function gives the payload its end
 * in any case, in a statement of its own before it is signed.
 */
function isGivenEnd(file: CodeFile, { name, start }: Expression & { kind: 'name' }): boolean {
  const body = functionsAround(file, start)[0]?.body ?? file.body
  return body.some(statement => {
    if (statement.end > start || statement.kind !== 'expression') return false
    const node = peel(statement.value)
    if (node.kind === 'assign') return isPartOf(node.target, name) && node.target.property === 'exp'
    if (node.kind !== 'call' || !isPartOf(node.callee, name) || node.callee.property !== 'update') return false
    return node.arguments.some(one => {
      if (one.kind === 'keyword') return one.name === 'exp'
      const given = peel(one)
      return given.kind === 'object' && given.entries.some(entry => entry.kind === 'entry' && entry.key === 'exp')
    })
  })
}

function isPartOf(node: Expression, name: string): node is Member {
  return node.kind === 'member' && node.object.kind === 'name' && node.object.name === name
}

function mentionsExpiry(file: CodeFile): boolean {
  const { words, texts } = indexOf(file)
  return words.has('exp') || texts.has('exp')
}

/** `jwt.verify(token, key, { maxAge: '8h' })` */
function hasMaximumAge(file: CodeFile): boolean {
  if (!file.imports.some(({ from }) => /jsonwebtoken|jose|@nestjs\/jwt|express-jwt/.test(from))) return false
  const { calls, objects } = indexOf(file)
  // The age of a cookie ends the cookie, not the token in it.
  const others = new Set<Node>(calls.filter(one => isCookie(calledName(one) ?? '')).flatMap(one => one.arguments))
  return objects.some(
    one =>
      !others.has(one) &&
      one.entries.some(entry => entry.kind === 'entry' && /^(?:maxAge|maxTokenAge)$/.test(entry.key ?? '')),
  )
}

/** `res.cookie(…)`, `reply.setCookie(…)`, `cookies().set(…)`, `serialize(…)` of `cookie` */
const isCookie = remembered(/^(?:cookie|setCookie|clearCookie|serialize|set)$/)

const isRegistration = wordsLike(/^register(?:Async)?$/)

/** Whether `JwtModule` of Nest gives every token an end; false where no registration does, undefined where one may. */
function nestDefault(program: Program, { packages }: ServiceCode, files: readonly CodeFile[]): boolean | undefined {
  if (!packages.has('@nestjs/jwt')) return undefined
  const answers: (boolean | undefined)[] = []
  for (const file of files) {
    if (!file.imports.some(({ from }) => from === '@nestjs/jwt')) continue
    for (const node of stagelessCallsOf(file, isRegistration)) {
      const path = pathOf(node.callee)?.join('.')
      if (path === 'JwtModule.register') answers.push(registered(program, { file, node }))
      else if (path === 'JwtModule.registerAsync') answers.push(factory(program, { file, node }))
    }
  }
  if (answers.length === 0 || answers.includes(undefined)) return undefined
  return answers.every(Boolean) ? true : answers.some(Boolean) ? undefined : false
}

function registered(program: Program, { file, node }: In<Call>): boolean | undefined {
  const [options] = node.arguments
  return options ? ofModule(program, { file, node: options }) : undefined
}

function factory(program: Program, { file, node }: In<Call>): boolean | undefined {
  const [options] = node.arguments
  const made = options ? optionOf(program, { file, node: options }, 'useFactory') : 'open'
  if (made === 'open' || made === 'absent' || made.node.kind !== 'function') return undefined
  const [only] = made.node.body
  if (made.node.body.length !== 1 || only?.kind !== 'return' || !only.value) return undefined
  return ofModule(program, { file: made.file, node: only.value })
}

function ofModule(program: Program, options: ExpressionIn): boolean | undefined {
  const sign = optionOf(program, options, 'signOptions')
  return sign === 'open' ? undefined : sign === 'absent' ? false : isThere(optionOf(program, sign, 'expiresIn'))
}
