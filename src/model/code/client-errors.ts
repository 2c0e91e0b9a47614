import { definitionOf, externalName } from '../../code/definitions.js'
import { calledName, indexOf } from '../../code/file-index.js'
import type { ExpressionIn, In, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, Node } from '../../code/syntax.js'
import { pathOf, peel } from '../../code/walk.js'
import type { Span } from '../../source.js'
import type { ServiceCode } from './services.js'
import { productionFiles } from './web/production-files.js'
import { endsProgram } from './web/startup-checks.js'

/** A client whose lost connection is an event, which ends the process where nobody listens to it. */
export interface LostConnection {
  /** As people call it: `the pool of pg`. */
  readonly name: string
  /** `none`: nobody listens · `set`: somebody does, or may · `unknown`: what it is given to may. */
  readonly listener: 'none' | 'set' | 'unknown'
  /** Why it is not known, as a sentence without a full stop. */
  readonly because?: string
  /** Where it is made. */
  readonly at: Span
}

/**
 * By what is called. Each emits `error` when a connection is lost that nobody is using just then:
 * https://github.com/brianc/node-postgres/blob/pg%408.16.3/packages/pg-pool/index.js (`makeIdleListener`),
 * https://node-postgres.com/apis/client#error, https://github.com/redis/node-redis#events. `ioredis` writes a line instead.
 */
const CLIENTS: ReadonlyMap<string, string> = new Map([
  ['pg.Pool', 'the pool of pg'],
  ['pg-pool', 'the pool of pg'],
  ['pg.Client', 'the client of pg'],
  ['redis.createClient', 'the client of redis'],
])
const PACKAGES = new Set(['pg', 'pg-pool', 'redis'])

/** The clients of a service that stay open, and whether anything hears when their connection is lost. */
export function lostConnections(program: Program, service: ServiceCode): readonly LostConnection[] {
  const files = productionFiles(program, service)
  const made = files
    .filter(({ imports }) => imports.some(({ from, typeOnly }) => !typeOnly && PACKAGES.has(from)))
    .flatMap(file => clientsIn(program, file))
  if (made.length === 0) return []
  const listens = files.flatMap(listenersIn)
  const survives = listens.some(isLastResort) || files.some(keepsRunning)
  return made.map(({ file, node, name }) => {
    const at: Span = { path: file.path, start: node.start, end: node.end }
    const isHeard = survives || listens.some(one => isOf(program, one, { file, node }))
    if (isHeard) return { name, listener: 'set' as const, at }
    const taker = takerOf(program, files, { file, node }) ?? (service.packages.has(LISTENING) ? LISTENING : undefined)
    return taker === undefined
      ? { name, listener: 'none' as const, at }
      : { name, listener: 'unknown' as const, because: `${taker} may listen to it`, at }
  })
}

interface Made extends In<Call> {
  readonly name: string
}

function clientsIn(program: Program, file: CodeFile): readonly Made[] {
  const { calls, functions } = indexOf(file)
  // What closes it when the program ends: `app.addHook('onClose', () => pool.end())`, `process.on('SIGTERM', …)`.
  const hooks = calls.filter(one => /^(?:.*\.addHook|process\.(?:on|once))$/.test(pathOf(one.callee)?.join('.') ?? ''))
  return calls.flatMap(node => {
    const called = calledName(node)
    if (called === undefined || (!node.isNew && called !== 'createClient')) return []
    const of = externalName(definitionOf(program, { file, node: node.callee }))
    const name = of === undefined ? undefined : CLIENTS.get(of.replace(/\.default(?=\.|$)|\.native(?=\.)/, ''))
    if (name === undefined) return []
    // Opened, asked and closed by one function; a single connection also by the methods of one file.
    const around = functions.filter(fn => fn.start <= node.start && node.end <= fn.end)
    const isClosed = calls.some(
      one =>
        /^(?:end|quit|disconnect|close|destroy)$/.test(calledName(one) ?? '') &&
        (name === CLIENTS.get('pg.Client') ||
          (around.some(fn => fn.start <= one.start && one.end <= fn.end) && !hooks.some(hook => isInside(one, hook)))),
    )
    return isClosed ? [] : [{ file, node, name }]
  })
}

function isInside(one: Node, other: Node): boolean {
  return other.start < one.start && one.end <= other.end
}

interface Listener extends In<Call> {
  readonly event: string
  /** What is listened to. */
  readonly to: Expression
}

const EVENTS = ['error', 'uncaughtException']
const LISTENS = new Set(['on', 'once', 'addListener', 'prependListener'])

function listenersIn(file: CodeFile): readonly Listener[] {
  return [...LISTENS].flatMap(name =>
    (indexOf(file).callsByName.get(name) ?? []).flatMap(node => {
      const [first] = node.arguments
      if (node.callee.kind !== 'member' || !first) return []
      const { object: to } = node.callee
      // `for (const event of ['uncaughtException', 'SIGTERM']) process.on(event, …)`
      const events = first.kind === 'literal' ? [first.value] : [...indexOf(file).texts]
      return EVENTS.filter(event => events.includes(event)).map(event => ({ file, node, event, to }))
    }),
  )
}

/** `process.on('uncaughtException', …)` that does not end the program. */
function isLastResort({ event, node }: Listener): boolean {
  const [, handler] = node.arguments
  if (event !== 'uncaughtException') return false
  return handler?.kind !== 'function' || !endsProgram(handler.body)
}

/** https://github.com/winstonjs/winston#to-exit-or-not-to-exit, https://nodejs.org/api/process.html#processsetuncaughtexceptioncapturecallbackfn */
function keepsRunning(file: CodeFile): boolean {
  const { words } = indexOf(file)
  return words.has('exitOnError') || words.has('setUncaughtExceptionCaptureCallback')
}

/** Names of what has errors of its own. */
const OTHERS =
  /^(?:process|server|httpServer|app|io|req|request|res|response|reply|socket|ws|wss|stream|file|archive|child|proc|worker|queue|emitter|bus|proxy|upload|reader|writer|watcher|transporter|logger)$|Stream$|Server$|Socket$|Queue$|Worker$/

/** Whether a listener is one of this client, or may be: what it listens to is not seen. */
function isOf(program: Program, { event, file, to }: Listener, made: In<Call>): boolean {
  if (event !== 'error') return false
  const inner = peel(to)
  if (file === made.file && inner.start <= made.node.start && made.node.end <= inner.end) return true
  const of = definitionOf(program, { file, node: inner })
  if (of.kind === 'expression' && of.node.kind !== 'name') return holds(of, made)
  if (of.kind === 'field') return of.node.value === undefined || holds({ file: of.file, node: of.node.value }, made)
  if (of.kind === 'external' || of.kind === 'global') return false
  return !OTHERS.test(pathOf(inner)?.at(-1) ?? '')
}

function holds({ file, node }: In<Node>, made: In<Call>): boolean {
  return file === made.file && node.start <= made.node.start && made.node.end <= node.end
}

/** Listens to the pool that it is given, whatever way that takes to it. */
const LISTENING = '@prisma/adapter-pg'

/** What only asks the database through it, or hands on the plugin that makes it: https://github.com/drizzle-team/drizzle-orm, https://github.com/fastify/fastify-plugin */
const ASKS = /^(?:drizzle-orm(?:\/|$)|fastify-plugin$)/

/** What an application only keeps for its handlers, and for its end: https://fastify.dev/docs/latest/Reference/Decorators/ */
const KEEPS = /^(?:decorate|addHook)$/

/** The package, or what it made, that a client is given to, which may listen to it. */
function takerOf(program: Program, files: readonly CodeFile[], made: In<Call>): string | undefined {
  for (const file of files) {
    for (const call of indexOf(file).calls) {
      if (call === made.node || !call.arguments.some(one => isGiven(program, { file, node: one }, made))) continue
      const of = definitionOf(program, { file, node: call.callee })
      // Functions of the repository are read like everything else.
      if (of.kind === 'function' || of.kind === 'class' || of.kind === 'global') continue
      if (KEEPS.test(calledName(call) ?? '')) continue
      if (of.kind !== 'external') return pathOf(call.callee)?.join('.') ?? 'what it is given to'
      if (!ASKS.test(of.package) && !PACKAGES.has(of.package)) return of.package
    }
  }
  return undefined
}

/** Whether an argument is the client, or an object with it in it. */
function isGiven(program: Program, { file, node }: ExpressionIn, made: In<Call>, depth = 0): boolean {
  const inner = peel(node.kind === 'keyword' ? node.value : node)
  if (inner === made.node) return true
  if (inner.kind === 'object' && depth < 3)
    return inner.entries.some(one => isGiven(program, { file, node: one.value }, made, depth + 1))
  if (inner.kind === 'function' && depth < 1) return holds({ file, node: inner }, made)
  if (inner.kind !== 'name' && inner.kind !== 'member') return false
  const of = definitionOf(program, { file, node: inner })
  return of.kind === 'expression' && peel(of.node) === made.node
}
