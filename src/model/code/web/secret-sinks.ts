import { definitionOf, externalName } from '../../../code/definitions.js'
import { calledName, indexOf, some } from '../../../code/file-index.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression, ObjectLiteral } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import { remembered } from '../../../remember.js'
import { resolved } from './options.js'

/** Where a call takes a secret. */
export interface Sink {
  /** `key`: signs or encrypts · `password`: opens a data service or mail · `address`: a connection string. */
  readonly takes: 'key' | 'password' | 'address'
  /** What people call the call: `jwt.sign`, `session`. */
  readonly call: string
  readonly value: ExpressionIn
}

/** Calls of outside packages by their names: the position of the key, or the options that hold it. */
const KEYS: Readonly<Record<string, { readonly at?: number; readonly options?: readonly string[] }>> = {
  'jsonwebtoken.sign': { at: 1 },
  'jsonwebtoken.verify': { at: 1 },
  'express-session': { options: ['secret'] },
  'cookie-session': { options: ['secret', 'keys'] },
  'cookie-parser': { at: 0 },
  'koa-jwt': { options: ['secret'] },
  'express-jwt': { options: ['secret'] },
  'express-jwt.expressjwt': { options: ['secret'] },
  'hono/jwt.jwt': { options: ['secret'] },
  'hono/jwt.sign': { at: 1 },
  'next-auth': { options: ['secret'] },
  'passport-jwt.Strategy': { options: ['secretOrKey'] },
  'crypto.createCipheriv': { at: 1 },
  'node:crypto.createCipheriv': { at: 1 },
  'crypto-js.AES.encrypt': { at: 1 },
  '@nestjs/jwt.JwtModule.register': { options: ['secret'] },
  'jwt.encode': { at: 1, options: ['key'] },
  'jose.jwt.encode': { at: 1, options: ['key'] },
  'cryptography.Fernet': { at: 0 },
  'itsdangerous.URLSafeTimedSerializer': { at: 0 },
  'itsdangerous.URLSafeSerializer': { at: 0 },
  'itsdangerous.TimestampSigner': { at: 0 },
  'github.com/gorilla/sessions.NewCookieStore': { at: 0 },
  'github.com/gorilla/securecookie.New': { at: 0 },
  'github.com/gin-contrib/sessions/cookie.NewStore': { at: 0 },
}
/** Names that the calls above end with: a cheap test before names are resolved. */
const KEY_CALLS = new Set(
  'sign verify session cookieSession cookieParser jwt koaJwt expressJwt expressjwt NextAuth Strategy createCipheriv encrypt register encode Fernet URLSafeTimedSerializer URLSafeSerializer TimestampSigner NewCookieStore New NewStore'.split(
    ' ',
  ),
)
const OTHER_CALLS = new Set(['SignedString', 'add_middleware', 'registerAsync', 'update'])
/** Options that are keys whatever takes them: of passport-jwt, JWT middleware of echo. */
const KEY_OPTIONS = new Set(['secretOrKey', 'SigningKey'])

/** Packages of clients that take a password among their options. */
const CLIENTS =
  /^(?:pg|mysql2?|mysql2\/promise|ioredis|redis|typeorm|@nestjs\/typeorm|sequelize|@nestjs\/sequelize|knex|mongoose|mongodb|nodemailer|mssql|oracledb|tedious|bull|bullmq|@nestjs\/bullm?q?|psycopg2?|asyncpg|aiomysql|pymysql|MySQLdb|mysql|mysql-connector-python|redis-py|aioredis|pymongo|motor|sqlalchemy|celery|kombu|pika|aio_pika|databases|amqplib|amqp-connection-manager|postgres|drizzle-orm.*|database\/sql|gorm\.io\/.*|github\.com\/(?:redis\/go-redis|go-redis\/redis|jackc\/pgx|jackc\/pgxpool|jmoiron\/sqlx|go-sql-driver\/mysql|rabbitmq\/amqp091-go|streadway\/amqp|gomodule\/redigo)(?:\/.*)?|go\.mongodb\.org\/mongo-driver(?:\/.*)?)$/
/** Names of calls that make a client, connect or take its options. */
const connects = remembered(
  /connect|create|open|new|init|forRoot|register|pool|client|redis|source|engine|sequelize|knex|mysql|postgres|celery|options|config|url|uri|transport|database/i,
)
const PASSWORD_OPTION = /^(?:password|passwd|pass|Password|Passwd)$/
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)(?::\d+)?$/

const RELEVANT =
  /jwt|jsonwebtoken|jose|passport|session|cookie|next-auth|crypto|flask|fastapi|starlette|itsdangerous|cryptography|labstack\/echo|gofiber|gin-gonic/i

const relevantOf = new WeakMap<CodeFile, boolean>()

/** A cheap test before calls are looked at: a file imports something that takes secrets. */
function mayTakeSecrets(file: CodeFile): boolean {
  const known = relevantOf.get(file)
  if (known !== undefined) return known
  const found = file.imports.some(({ from, typeOnly }) => !typeOnly && (RELEVANT.test(from) || isClient(from)))
  relevantOf.set(file, found)
  return found
}

/**
 * The calls of a file that may take a secret, by a cheap look at what they are called and at what the file says: of most
 * clients a file only uses what they have made.
 */
export function callsThatTake(file: CodeFile): readonly Call[] {
  if (!mayTakeSecrets(file)) return []
  const { calls, words } = indexOf(file)
  if (some(KEY_OPTIONS, name => words.has(name))) return calls
  const named = new Set(file.imports.flatMap(({ local, from }) => (local !== undefined && from in KEYS ? [local] : [])))
  return calls.filter(call => {
    const name = calledName(call)
    return (
      call.isNew ||
      (name !== undefined && (KEY_CALLS.has(name) || OTHER_CALLS.has(name) || connects(name) || named.has(name)))
    )
  })
}

/** Whether an import is of a client, or of a part of one: `sqlalchemy.orm`. */
function isClient(from: string): boolean {
  return CLIENTS.test(from) || CLIENTS.test(from.split('.')[0] ?? '')
}

/** Every secret that a call takes. */
export function sinksOf(program: Program, at: In<Call>): readonly Sink[] {
  const { file, node } = at
  const called = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === 'member' ? node.callee.property : undefined)
  if (node.arguments.length === 0) return []
  const found: Sink[] = []
  const take = (takes: Sink['takes'], value: ExpressionIn) =>
    found.push({ takes, call: pathOf(node.callee)?.slice(-2).join('.') ?? called ?? 'a call', value })
  for (const given of node.arguments) {
    for (const [key, value] of entriesOf(given)) if (KEY_OPTIONS.has(key)) take('key', { file, node: value })
  }
  if (called !== undefined) {
    for (const value of keysOf(program, at, called)) take('key', value)
  }
  if (node.callee.kind === 'call' || !(node.isNew || (called !== undefined && connects(called)))) return found
  const client = clientOf(program, at)
  if (client === undefined) return found
  for (const value of passwordsOf(at, client)) take('password', value)
  for (const given of node.arguments.slice(0, 2)) {
    const inner = peel(given.kind === 'keyword' ? given.value : given)
    if (inner.kind !== 'object') take('address', { file, node: inner })
    else
      for (const [key, value] of entriesOf(inner))
        if (/^(?:url|uri|connectionString|connection|dsn)$/i.test(key)) take('address', { file, node: value })
  }
  for (const given of node.arguments)
    if (given.kind === 'keyword' && /^(?:broker|backend|url|dsn|conninfo)$/.test(given.name))
      take('address', { file, node: given.value })
  return found
}

function keysOf(program: Program, at: In<Call>, called: string): readonly ExpressionIn[] {
  const { file, node } = at
  if (file.language === 'go' && called === 'SignedString') {
    const [key] = node.arguments
    return key && file.imports.some(({ from }) => /\/jwt(?:-go)?(?:\/v\d+)?$/.test(from)) ? [{ file, node: key }] : []
  }
  if (file.language === 'python' && called === 'add_middleware') return keywords(at, ['secret_key'])
  if (called === 'registerAsync') return factoryKeys(program, at)
  const fitting = KEY_CALLS.has(called) || file.imports.some(({ local, from }) => local === called && from in KEYS)
  if (!fitting) return []
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  const known = name === undefined ? undefined : (KEYS[name] ?? KEYS[name.replace(/\.default$/, '')])
  if (known) {
    const positional = known.at === undefined ? undefined : node.arguments[known.at]
    const values = positional && positional.kind !== 'keyword' ? [{ file, node: positional }] : []
    return [...values, ...optionValues(program, at, known.options ?? []), ...keywords(at, known.options ?? [])].flatMap(
      items,
    )
  }
  return called === 'sign' || called === 'signAsync' ? signOptions(program, at) : []
}

/** `this.jwt.sign(payload, { secret: 'text' })` of the service of Nest. */
function signOptions(program: Program, at: In<Call>): readonly ExpressionIn[] {
  const isNest = at.file.imports.some(({ from }) => from === '@nestjs/jwt')
  return isNest ? optionValues(program, at, ['secret']) : []
}

/** `JwtModule.registerAsync({ useFactory: () => ({ secret: 'text' }) })` */
function factoryKeys(program: Program, { file, node }: In<Call>): readonly ExpressionIn[] {
  if (pathOf(node.callee)?.join('.') !== 'JwtModule.registerAsync') return []
  const [options] = node.arguments
  const made = options && entriesOf(options).find(([key]) => key === 'useFactory')?.[1]
  const last = made?.kind === 'function' ? made.body.at(-1) : undefined
  if (last?.kind !== 'return' || !last.value) return []
  const object = resolved(program, { file, node: last.value })
  if (object?.node.kind !== 'object') return []
  return entriesOf(object.node).flatMap(([key, value]) =>
    key === 'secret' ? [{ file: object.file, node: value }] : [],
  )
}

function optionValues(program: Program, { file, node }: In<Call>, names: readonly string[]): readonly ExpressionIn[] {
  if (names.length === 0) return []
  return node.arguments.flatMap(given => {
    const object =
      given.kind === 'object' || given.kind === 'name' ? resolved(program, { file, node: given }) : undefined
    if (object?.node.kind !== 'object') return []
    return entriesOf(object.node).flatMap(([key, value]) =>
      names.includes(key) ? [{ file: object.file, node: value }] : [],
    )
  })
}

function keywords({ file, node }: In<Call>, names: readonly string[]): readonly ExpressionIn[] {
  return node.arguments.flatMap(one =>
    one.kind === 'keyword' && names.includes(one.name) ? [{ file, node: one.value }] : [],
  )
}

/** The keys of a list of keys. */
function items({ file, node }: ExpressionIn): readonly ExpressionIn[] {
  const inner = peel(node)
  return inner.kind === 'array'
    ? inner.elements.slice(0, 10).map(one => ({ file, node: one }))
    : [{ file, node: inner }]
}

function entriesOf(node: Expression): readonly (readonly [string, Expression])[] {
  const outer = peel(node)
  // `&redis.Options{…}`
  const inner = outer.kind === 'unary' ? peel(outer.value) : outer
  const object = inner.kind === 'call' && inner.isNew ? inner.arguments[0] : inner
  if (object?.kind !== 'object') return []
  return object.entries.flatMap(one =>
    one.kind === 'entry' && one.key !== undefined ? [[one.key, one.value] as const] : [],
  )
}

/** The package of the client that a call makes; undefined where it makes none. */
function clientOf(program: Program, { file, node }: In<Call>): string | undefined {
  const root = pathOf(node.callee)?.[0]
  // A cheap test: what is called has to come from an import of this file.
  if (
    root === undefined ||
    !file.imports.some(one => one.local === root || (file.language === 'go' && one.from.includes(root)))
  )
    return undefined
  const of = definitionOf(program, { file, node: node.callee })
  return of.kind === 'external' && CLIENTS.test(of.package) ? of.package : undefined
}

function passwordsOf({ file, node }: In<Call>, client: string): readonly ExpressionIn[] {
  const found: ExpressionIn[] = []
  const isHere = (options: readonly (readonly [string, Expression])[]) =>
    options.some(
      ([key, value]) =>
        /^(?:host|server|addr)$/i.test(key) && value.kind === 'literal' && LOCAL.test(String(value.value)),
    )
  const visit = (node: Expression, depth: number) => {
    const options = entriesOf(node)
    if (isHere(options)) return
    for (const [key, value] of options) {
      if (PASSWORD_OPTION.test(key)) found.push({ file, node: value })
      else if (depth < 3) visit(value, depth + 1)
    }
  }
  for (const given of node.arguments) visit(given, 0)
  const named = node.arguments.flatMap(one => (one.kind === 'keyword' ? [[one.name, one.value] as const] : []))
  if (!isHere(named)) {
    for (const [key, value] of named) if (PASSWORD_OPTION.test(key)) found.push({ file, node: value })
  }
  // `new Sequelize('database', 'user', 'password', { host })`
  const [, , third, options] = node.arguments
  if (client === 'sequelize' && third && options && !isHere(entriesOf(options))) found.push({ file, node: third })
  return found
}

/** The passwords in an object of options, as far as four levels down. */
export function passwordsIn(node: ObjectLiteral, depth = 0): readonly Expression[] {
  const own = entriesOf(node)
  const here = own.some(([key, value]) => key === 'HOST' && value.kind === 'literal' && LOCAL.test(String(value.value)))
  if (here || depth > 3) return []
  return own.flatMap(([key, value]) =>
    key === 'PASSWORD' ? [value] : value.kind === 'object' ? passwordsIn(value, depth + 1) : [],
  )
}
