import { calleeOf } from '../../code/calls.js'
import { definitionOf } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { FunctionIn, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { type Environment, evaluateExpression, numberOf } from '../../code/values.js'
import { holds, pathOf, peel, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import type { Listening } from './listen.js'
import type { ServerShutdown, ServiceExit, SignalHandler } from './resilience.js'

/** Packages that close a server on SIGTERM, or may; frameworks that bring their own start among them. */
const CLOSERS =
  /^[^.].*(?:shutdown|graceful)|^(?:@godaddy\/terminus|lightship|stoppable|close-with-grace|(?:async-)?exit-hook|signal-exit|death|sails|next|micro|nitropack|nuxt|fastify-cli)$|^(?:@apollo\/server|apollo-server|moleculer|@google-cloud\/functions-framework|@(?:adonisjs|strapi|loopback|medusajs|platformatic)\/)/

/** What ends with the application in NestJS: its own hooks, and the modules that close connections in them. */
const NEST_HOOKS = ['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown']
const NEST_CLOSING = /^@nestjs\/(?:typeorm|mongoose|sequelize|bull|bullmq|microservices|schedule)$/

/** How a service in TypeScript or JavaScript ends. */
export function javascriptShutdown(
  program: Program,
  code: readonly CodeFile[],
  listening: readonly Listening[],
  environment: Environment,
): ServiceExit {
  const registered = code.flatMap(file => registrations(program, file))
  const flows = registered.map(one => flowOf(program, one.fn, environment))
  const hooks = code.flatMap(file => enablingCalls(file))
  const handlers = registered.map(({ at }, index): SignalHandler => ({ ...handlerOf(flows[index]), at }))
  // NestJS closes the application, and all that its modules hold.
  const enabled = hooks.find(({ isOwn }) => isOwn)?.at
  const patience = flows.flatMap(flow => flow.patience ?? []).sort((one, other) => other.seconds - one.seconds)[0]
  return {
    shutdown: serversOf(code, listening, hooks.length > 0, endsAtOnce(code, registered)),
    signalHandlers: enabled ? [...handlers, { closes: enabled, at: enabled }] : handlers,
    ...(patience && { patience }),
  }
}

function serversOf(
  code: readonly CodeFile[],
  listening: readonly Listening[],
  hasHooks: boolean,
  endsAtOnce: boolean,
): readonly ServerShutdown[] {
  const paths = new Set(code.map(file => file.path))
  const places = listening.filter(({ at }) => paths.has(at.path))
  if (places.length === 0) return []
  const state = ((): Pick<ServerShutdown, 'kind' | 'because'> => {
    if (hasHooks || (!endsAtOnce && code.some(file => indexOf(file).texts.has('SIGTERM')))) return { kind: 'handled' }
    const imports = code.flatMap(file => file.imports.filter(one => !one.typeOnly).map(one => one.from))
    const closer = imports.find(name => CLOSERS.test(name))
    if (closer) return { kind: 'unknown', because: `${closer} may close it` }
    if (endsAtOnce) return { kind: 'missing', because: 'its handler ends the process and does nothing else' }
    if (!imports.includes('@nestjs/core')) return { kind: 'missing' }
    const hook = NEST_HOOKS.find(name => code.some(file => hasMethod(file, name)))
    const user = hook ?? imports.find(name => NEST_CLOSING.test(name))
    const lost =
      user === undefined ? '' : `, so ${hook ?? `what ${user} holds open`} ${hook ? 'never runs' : 'is never closed'}`
    return { kind: 'missing', because: `enableShutdownHooks is not called${lost}` }
  })()
  return places.map(({ at }) => ({ ...state, at }))
}

/** What may stand in a handler that closes nothing: it writes a line and ends the process. */
const ENDS = /^(?:process\.exit|(?:console|log|logger|[\w.]+\.(?:log|logger))\.\w+)$/

/** Whether all that is registered for SIGTERM ends the process without waiting for anything. */
function endsAtOnce(code: readonly CodeFile[], registered: readonly Registration[]): boolean {
  // What is registered in another way is not seen.
  const named = code.filter(file => indexOf(file).texts.has('SIGTERM'))
  if (registered.length === 0 || named.some(({ path }) => !registered.some(({ at }) => at.path === path))) return false
  return registered.every(({ fn }) => {
    if (!fn || holds(fn.node.body, node => node.kind === 'await' || node.kind === 'function')) return false
    const called: (string | undefined)[] = []
    walk(fn.node.body, node => {
      if (node.kind === 'call') called.push(pathOf(node.callee)?.join('.'))
      return undefined
    })
    return called.includes('process.exit') && called.every(name => name !== undefined && ENDS.test(name))
  })
}

function hasMethod(file: CodeFile, name: string): boolean {
  const { classes, words } = indexOf(file)
  return words.has(name) && classes.some(one => one.members.some(own => own.kind === 'function' && own.name === name))
}

/** `app.enableShutdownHooks()`; one that is given the application is a method of the repository's own, as of old Prisma services. */
function enablingCalls(file: CodeFile): readonly { readonly at: Span; readonly isOwn: boolean }[] {
  const calls = indexOf(file).callsByName.get('enableShutdownHooks') ?? []
  return calls.flatMap(call => {
    if (call.callee.kind !== 'member') return []
    return [{ at: spanOf(file, call), isOwn: call.arguments[0]?.kind !== 'name' }]
  })
}

function spanOf(file: CodeFile, { start, end }: Expression): Span {
  return { path: file.path, start, end }
}

interface Registration {
  readonly fn: FunctionIn | undefined
  readonly at: Span
}

const REGISTERS = /^process\.(?:on|once|addListener|prependListener)$/

/** `process.on('SIGTERM', …)`, also in a loop over names of signals. */
function registrations(program: Program, file: CodeFile): readonly Registration[] {
  const { calls, texts } = indexOf(file)
  if (!texts.has('SIGTERM')) return []
  return calls.flatMap(call => {
    if (!REGISTERS.test(pathOf(call.callee)?.join('.') ?? '')) return []
    const [signal, handler] = call.arguments
    if (!signal || !handler || !isTermination(program, file, signal)) return []
    return [{ fn: functionOf(program, file, handler), at: spanOf(file, call) }]
  })
}

/** Whether it is SIGTERM, or the item of a list that holds it: of a loop or of `forEach`. */
function isTermination(program: Program, file: CodeFile, signal: Expression): boolean {
  if (signal.kind === 'literal') return signal.value === 'SIGTERM'
  const found = definitionOf(program, { file, node: signal })
  if (found.kind === 'expression') return found.node.kind === 'literal' && found.node.value === 'SIGTERM'
  if (found.kind === 'item') return found.of !== undefined && holdsTermination(program, file, found.of)
  if (found.kind !== 'parameter') return false
  const each = indexOf(file).calls.find(call => call.arguments.some(one => peel(one) === found.owner))
  return each?.callee.kind === 'member' && holdsTermination(program, file, each.callee.object)
}

function holdsTermination(program: Program, file: CodeFile, list: Expression): boolean {
  const found = definitionOf(program, { file, node: list })
  const value = found.kind === 'expression' ? peel(found.node) : undefined
  return value?.kind === 'array' && value.elements.some(one => one.kind === 'literal' && one.value === 'SIGTERM')
}

function functionOf(program: Program, file: CodeFile, node: Expression): FunctionIn | undefined {
  const inner = peel(node)
  if (inner.kind === 'function') return { file, node: inner }
  // `shutdown.bind(null, 'SIGTERM')`
  const bound = inner.kind === 'call' && inner.callee.kind === 'member' && inner.callee.property === 'bind'
  const found = definitionOf(program, {
    file,
    node: bound && inner.callee.kind === 'member' ? inner.callee.object : inner,
  })
  return found.kind === 'function' ? found : undefined
}

/** What a handler and the functions that it calls do. */
interface Flow {
  exits?: Span
  closes?: Span
  patience?: { readonly seconds: number; readonly at: Span }
}

const CLOSES =
  /^(?:close|stop|shutdown|drain|end|quit|disconnect|\$disconnect|destroy|terminate|closeAll|closeAllConnections)$/
/** Calls of functions within the repository are followed so far. */
const DEEPEST = 4

function flowOf(program: Program, fn: FunctionIn | undefined, environment: Environment): Flow {
  const flow: Flow = {}
  const seen = new Set<unknown>()
  const follow = (at: FunctionIn, depth: number): void => {
    if (seen.has(at.node) || depth > DEEPEST) return
    seen.add(at.node)
    walk(at.node.body, node => {
      if (node.kind !== 'call') return undefined
      const path = pathOf(node.callee)
      if (path?.join('.') === 'process.exit') flow.exits ??= spanOf(at.file, node)
      if (path?.at(-1) === 'setTimeout') {
        const seconds = forcedAfter(program, at.file, node, environment)
        if (seconds !== undefined) flow.patience = { seconds, at: spanOf(at.file, node) }
        return false
      }
      if (path && path.length > 1 && CLOSES.test(path.at(-1) ?? '')) flow.closes ??= spanOf(at.file, node)
      const callee = calleeOf(program, { file: at.file, node })
      if (callee) follow(callee, depth + 1)
      return undefined
    })
  }
  if (fn) follow(fn, 0)
  return flow
}

function handlerOf(flow: Flow | undefined): Pick<SignalHandler, 'exits' | 'closes'> {
  return { ...(flow?.exits && { exits: flow.exits }), ...(flow?.closes && { closes: flow.closes }) }
}

/** Seconds after which `setTimeout(() => process.exit(1), 30_000)` ends the process. */
function forcedAfter(program: Program, file: CodeFile, call: Call, environment: Environment): number | undefined {
  const [action, delay] = call.arguments
  if (!action || !delay) return undefined
  const exits = holds([action], node => node.kind === 'member' && pathOf(node)?.join('.') === 'process.exit')
  const milliseconds = exits ? numberOf(evaluateExpression(program, { file, node: delay }, environment)) : undefined
  return milliseconds === undefined ? undefined : milliseconds / 1000
}
