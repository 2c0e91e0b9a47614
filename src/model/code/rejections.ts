import { calleeOf } from '../../code/calls.js'
import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { FunctionIn, In, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode, Node } from '../../code/syntax.js'
import { childrenOf, pathOf, peel } from '../../code/walk.js'
import { joinPath } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { majorOf } from './pools/versions.js'
import { chainOf } from './queries/chain.js'
import { mongooseModel } from './queries/javascript/mongoose.js'
import { prismaModel } from './queries/javascript/prisma.js'
import { isSequelizeModel } from './queries/javascript/sequelize.js'
import { repositoryOf } from './queries/javascript/typeorm.js'
import { isRead } from './queries/single-reads.js'
import type { Route } from './route.js'
import type { ServiceCode } from './services.js'
import { productionFiles } from './web/production-files.js'
import { endsProgram } from './web/startup-checks.js'

/** What becomes of the errors in asynchronous handlers that are given to Express as they are. */
export interface Rejections {
  /**
   * Whether Express passes what such a handler rejects with on to the error handler: since 5 it does, and so do packages
   * that change or wrap its router. https://expressjs.com/en/guide/error-handling.html
   */
  readonly passedOn: 'yes' | 'no' | 'unknown'
  /** Something keeps the process alive then: the request that failed is never answered all the same. */
  readonly survives: boolean
  /** The first call of each handler and middleware whose failure nothing catches. */
  readonly uncaught: readonly UncaughtCall[]
}

/** A call in a handler, or in middleware before it, whose failure nothing catches. */
export interface UncaughtCall {
  readonly route: Route
  /** The name of the middleware that it stands in. */
  readonly within?: string
  /** As people say it: `User.findById`, `throw` for an error that is thrown. */
  readonly call: string
  readonly at: Span
}

/** Packages that hand rejections on: they change the router of Express, or have one of their own. */
const HANDS_ON =
  /^(?:express-async-errors|express-async-errors-.*|@awaitjs\/express|express-promise-router|express-promise-patch|express-yields|express\/lib\/router(?:\/.*)?|router(?:\/.*)?|@small-tech\/express-async-errors)$/

/** What Express 4 does with the rejections of a service; undefined where it answers no requests with Express. */
export function rejectionsOf(
  program: Program,
  service: ServiceCode,
  routes: readonly Route[],
  tree: Tree,
): Rejections | undefined {
  const own = routes.filter(({ framework, handler, unwrapped }) => framework === 'express' && (handler || unwrapped))
  if (own.length === 0) return undefined
  const files = productionFiles(program, service)
  const uncaught = new Map<FunctionNode, UncaughtCall>()
  for (const route of own) {
    for (const fn of route.unwrapped ?? []) {
      const found = uncaught.has(fn.node) ? undefined : uncaughtIn(program, fn, 0)
      if (!found) continue
      const within = fn.node === route.handler?.node ? {} : { within: nameOfFunction(fn) }
      uncaught.set(fn.node, { route, ...within, ...found })
    }
  }
  return {
    passedOn: passesOn(service, files, tree),
    survives: uncaught.size > 0 && files.some(keepsAlive),
    uncaught: [...uncaught.values()],
  }
}

function nameOfFunction({ file, node }: FunctionIn): string {
  return node.name ?? indexOf(file).givenNames.get(node) ?? 'middleware'
}

function passesOn({ directory }: ServiceCode, files: readonly CodeFile[], tree: Tree): Rejections['passedOn'] {
  if (files.some(({ imports }) => imports.some(({ from, typeOnly }) => !typeOnly && HANDS_ON.test(from)))) return 'yes'
  const major = majorOf(['express'], joinPath(directory, 'main'), tree)
  if (major === undefined) return 'unknown'
  return major >= 5 ? 'yes' : 'no'
}

const LAST_RESORT = /^(?:unhandledRejection|uncaughtException)$/

/** `process.on('unhandledRejection', …)` that does not end the program. https://nodejs.org/api/process.html#event-unhandledrejection */
function keepsAlive(file: CodeFile): boolean {
  if (indexOf(file).words.has('setUncaughtExceptionCaptureCallback')) return true
  return ['on', 'once', 'addListener'].some(name =>
    (indexOf(file).callsByName.get(name) ?? []).some(({ callee, arguments: [event, handler] }) => {
      if (callee.kind !== 'member' || pathOf(callee.object)?.join('.') !== 'process') return false
      // The name of an event out of a list: `for (const event of EVENTS) process.on(event, …)`.
      if (event?.kind === 'literal' && !(typeof event.value === 'string' && LAST_RESORT.test(event.value))) return false
      return handler?.kind !== 'function' || !endsProgram(handler.body)
    }),
  )
}

type Found = Omit<UncaughtCall, 'route' | 'within'>

/** Functions that call each other beyond which nobody follows, and nodes of one that are looked at. */
const DEEPEST = 3
const MOST_NODES = 4_000

/** What was found before, for each depth; null where nothing was, or where it is still looked for. */
const known = new WeakMap<FunctionNode, (Found | null | undefined)[]>()

/** The first thing in a function whose failure it does not catch. */
function uncaughtIn(program: Program, fn: FunctionIn, depth: number): Found | undefined {
  const answers = known.get(fn.node) ?? []
  known.set(fn.node, answers)
  if (answers[depth] === undefined) {
    answers[depth] = null
    answers[depth] = findUncaught(program, fn, depth) ?? null
  }
  return answers[depth] ?? undefined
}

function findUncaught(program: Program, { file, node: fn }: FunctionIn, depth: number): Found | undefined {
  let found: Found | undefined
  let left = MOST_NODES
  const look = (node: Node, isCaught: boolean): void => {
    if (found || --left < 0 || node.kind === 'function' || node.kind === 'class') return
    if (node.kind === 'try') {
      for (const one of node.body) look(one, isCaught || node.handlers.length > 0)
      for (const one of [...node.handlers.flatMap(({ body }) => body), ...node.finalizer]) look(one, isCaught)
      return
    }
    const at: Span = { path: file.path, start: node.start, end: node.end }
    if (node.kind === 'throw' && !isCaught) {
      found = { call: 'throw', at }
      return
    }
    if (node.kind === 'call' && !isCaught && refusesToken(program, { file, node })) {
      found = { call: nameOf(node), at }
      return
    }
    // What a called function returns is awaited by its caller, and no `try` around a `return` hears of it.
    const isGiven = node.kind === 'return' && depth > 0 && node.value?.kind !== 'await'
    const given = node.kind === 'await' || isGiven ? node.value : undefined
    if (given && (!isCaught || isGiven)) found = failing(program, { file, node: given }, depth)
    for (const one of childrenOf(node)) look(one, isCaught)
  }
  for (const statement of fn.body) look(statement, false)
  return found
}

/** `jwt.verify(token, key)` throws where the token is not good, unless it is given somebody to tell. https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback */
function refusesToken(program: Program, { file, node }: In<Call>): boolean {
  if (pathOf(node.callee)?.at(-1) !== 'verify' || node.arguments.length > 3) return false
  if (node.arguments.slice(2).some(one => peel(one).kind !== 'object')) return false
  return externalName(definitionOf(program, { file, node: node.callee })) === 'jsonwebtoken.verify'
}

const TOGETHER = /^Promise\.(?:all|race|any)$/

/** The call in what is awaited that may fail, where nothing behind it takes its failure. */
function failing(program: Program, { file, node }: In<Expression>, depth: number): Found | undefined {
  const call = peel(node)
  if (call.kind === 'conditional')
    return [call.consequent, call.alternate]
      .map(one => failing(program, { file, node: one }, depth))
      .find(one => one !== undefined)
  if (call.kind !== 'call') return undefined
  if (TOGETHER.test(pathOf(call.callee)?.join('.') ?? '')) {
    const [list] = call.arguments
    const parts = list && peel(list).kind === 'array' ? (peel(list) as Node & { kind: 'array' }).elements : []
    return parts.map(one => failing(program, { file, node: one }, depth)).find(one => one !== undefined)
  }
  const { links } = chainOf(call)
  const isTaken = links.some(
    ({ name, call: link }) => name === 'catch' || (name === 'then' && (link?.arguments.length ?? 0) > 1),
  )
  if (isTaken) return undefined
  const at: Span = { path: file.path, start: call.start, end: call.end }
  const calls = [call, ...links.flatMap(link => link.call ?? [])]
  if (calls.some(one => asksOutside(program, { file, node: one }))) return { call: nameOf(call), at }
  const callee = depth < DEEPEST ? calleeOf(program, { file, node: call }) : undefined
  // What a generator or a constructor does is not done here.
  if (!callee || callee.node.isGenerator || call.isNew || callee.node.decorators.length > 0) return undefined
  return uncaughtIn(program, callee, depth + 1) ? { call: nameOf(call), at } : undefined
}

/** Packages whose calls ask something outside of the process, which may be away. */
const OUTSIDE =
  /^(?:axios|got|node-fetch|undici|superagent|ky|cross-fetch|pg|pg-promise|mysql2(?:\/promise)?|ioredis|redis|mongodb|mongoose|@prisma\/client|sequelize|typeorm|knex|nodemailer|stripe|amqplib|kafkajs|fs\/promises|node:fs\/promises|@aws-sdk\/[\w-]+|@elastic\/elasticsearch|ldapjs)$/

/** What changes rows, of the libraries whose reads are known. */
const WRITES =
  /^(?:create|createMany|bulkCreate|insertMany|insertOne|update|updateOne|updateMany|upsert|delete|deleteOne|deleteMany|destroy|save|insert|remove|findOneAnd\w+|findByIdAnd\w+)$/

function isWrite(program: Program, { file, node }: In<Call>): boolean {
  if (node.callee.kind !== 'member' || !WRITES.test(node.callee.property)) return false
  const receiver = { file, node: node.callee.object }
  return (
    prismaModel(program, receiver) !== undefined ||
    mongooseModel(program, receiver) !== undefined ||
    isSequelizeModel(program, receiver) ||
    repositoryOf(program, receiver) !== undefined
  )
}

function asksOutside(program: Program, at: In<Call>): boolean {
  if (isRead(program, at) || isWrite(program, at)) return true
  const callee = peel(at.node.callee)
  const path = pathOf(callee)
  if (path?.length === 1 && path[0] === 'fetch') return true
  const name = externalName(definitionOf(program, { file: at.file, node: callee }))
  if (name === undefined) return false
  const [from = ''] = name.split('.')
  return OUTSIDE.test(from) && !/\.(?:Types|Schema|ObjectId|isValidObjectId|set|isAxiosError)\b/.test(name)
}

function nameOf(call: Call): string {
  const path = pathOf(call.callee)
  if (path) return path.join('.')
  const { root, links } = chainOf(call)
  const beginning = root.kind === 'call' ? root.callee : root
  const first = links.find(one => one.call)
  return [pathOf(beginning)?.join('.'), first?.name ?? links[0]?.name].filter(Boolean).join('.')
}
