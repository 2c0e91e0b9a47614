import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import { stringOf, type Value } from '../../code/startup/values.js'
import type { Expression, Node } from '../../code/syntax.js'
import { holds, pathOf, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import type { Guard } from './route.js'
import { guardOf } from './routes/javascript/guards.js'
import { nestGateways } from './routes/javascript/nest-gateways.js'
import { spanOf } from './routes/javascript/path.js'
import { adapterOf } from './routes/javascript/socket-adapters.js'
import type { SocketHost } from './routes/javascript/socket-servers.js'
import { type ServiceFiles, type Started, startOf } from './routes/javascript/start.js'

/** A server of WebSockets, or a gateway of NestJS, that a service starts. */
export interface SocketServer {
  readonly library: 'socket.io' | 'ws'
  /** The class of a gateway. */
  readonly name?: string
  /** `/` is the one without a name. Undefined where it is not known. */
  readonly namespaces: readonly (string | undefined)[]
  /** What carries messages to the other processes; undefined: nothing, each process has its own clients alone. */
  readonly adapter?: SocketAdapter
  /** As written; undefined: the defaults, which begin with polling in Socket.IO. */
  readonly transports?: readonly string[]
  /**
   * Whether clients may come by HTTP long-polling, a session of many requests; undefined where options that are not known
   * decide, or where a client of the repository begins with WebSocket.
   */
  readonly allowsPolling: boolean | undefined
  /** `connectionStateRecovery`: what a client missed is sent again. */
  readonly recoversState: boolean | undefined
  /** `cors`, where it is an object. */
  readonly cors?: { readonly origin: string | undefined; readonly hasCredentials: boolean; readonly at: Span }
  readonly guards: readonly Guard[]
  /** Where it sends to all clients that are connected to its own process: `wss.clients.forEach(one => one.send(…))`; of ws. */
  readonly broadcast?: Span
  readonly at: Span
}

/** What carries messages between the processes of a server of WebSockets. */
export interface SocketAdapter {
  /**
   * `redis` is publish and subscribe, which keeps nothing; `redis-streams`, `mongo` and `postgres` keep messages; `cluster` joins
   * the processes of one host; `other` is one whose code does not tell.
   */
  readonly kind: 'redis' | 'redis-streams' | 'mongo' | 'postgres' | 'cluster' | 'other'
  readonly at: Span
}

/** The servers of WebSockets that a service in TypeScript or JavaScript starts. */
export function javascriptSockets(program: Program, service: ServiceFiles): readonly SocketServer[] {
  const started = startOf(program, service)
  if (!started) return []
  const reached = program.reachableFrom(service.entries)
  const found = [...started.sockets.map(host => server(started, host)), ...nestGateways(started)]
  // What lies beside it and is never loaded starts nothing.
  const loaded = service.entries.length === 0 ? found : found.filter(({ at }) => reached.has(at.path))
  const broadcast = loaded.some(({ library }) => library === 'ws') ? broadcastIn(program, reached) : undefined
  const running = broadcast ? loaded.map(one => (one.library === 'ws' ? { ...one, broadcast } : one)) : loaded
  if (!running.some(({ allowsPolling }) => allowsPolling) || !hasWebSocketClient(program)) return running
  return running.map(one => ({ ...one, allowsPolling: one.allowsPolling && undefined }))
}

/** The first loop over the clients of a server of ws that sends to each; one that only asks who is still there is none. */
function broadcastIn(program: Program, reached: ReadonlySet<string>): Span | undefined {
  for (const path of [...reached].sort()) {
    const file = program.files.get(path)
    if (!file || !indexOf(file).words.has('clients')) continue
    let found: Span | undefined
    walk(file.body, node => {
      const over =
        node.kind === 'loop' && node.form === 'each'
          ? node.iterated
          : node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'forEach'
            ? node.callee.object
            : undefined
      if (found || !over || pathOf(over)?.at(-1) !== 'clients' || !sends(node)) return undefined
      found = { path, start: node.start, end: node.end }
      return false
    })
    if (found) return found
  }
  return undefined
}

function sends(node: Node): boolean {
  return holds([node], one => one.kind === 'call' && one.callee.kind === 'member' && one.callee.property === 'send')
}

/** Whether a client of Socket.IO in the repository begins with WebSocket, which is one connection and needs no session. */
function hasWebSocketClient(program: Program): boolean {
  return [...program.files.values()].some(file => {
    if (!file.imports.some(({ from }) => from === 'socket.io-client')) return false
    return holds(
      file.body,
      node =>
        node.kind === 'entry' &&
        node.key === 'transports' &&
        (node.value.kind !== 'array' || isText(node.value.elements[0], 'websocket')),
    )
  })
}

function isText(node: Expression | undefined, text: string): boolean {
  return node?.kind === 'literal' && node.value === text
}

function server(started: Started, host: SocketHost): SocketServer {
  const { run } = started
  const given = host.adapter
  const written = given && { kind: adapterOf(run, given.value) ?? 'other', at: spanOf(given.file, given.written) }
  const inOptions = option(host.options, 'adapter')
  const adapter = written ?? (inOptions && { kind: adapterOf(run, inOptions) ?? 'other', at: host.at })
  const middleware = [...host.middleware, ...host.namespaces.flatMap(one => one.middleware)]
  return {
    library: host.library,
    namespaces: host.namespaces.length === 0 ? ['/'] : host.namespaces.map(one => stringOf(one.name)),
    ...(adapter && { adapter }),
    ...socketOptions(host.options, host.at),
    allowsPolling: host.library === 'socket.io' ? allowsPolling(host.options) : false,
    guards: middleware.map(one => guardOf(run, one, host.middleware.includes(one))),
    at: host.at,
  }
}

function option(options: Value | undefined, key: string): Value | undefined {
  return options?.kind === 'fields' ? options.entries.get(key) : undefined
}

/** Whether the options of a server of Socket.IO leave HTTP long-polling on, which is the default. */
export function allowsPolling(options: Value | undefined): boolean | undefined {
  const transports = option(options, 'transports')
  if (!transports) return options !== undefined && (options.kind !== 'fields' || options.isOpen) ? undefined : true
  if (transports.kind !== 'list' || transports.isOpen) return undefined
  const texts = transports.elements.map(stringOf)
  return texts.includes('polling') || (texts.includes(undefined) ? undefined : false)
}

/** What the options of a server or gateway say. */
export function socketOptions(
  options: Value | undefined,
  at: Span,
): Pick<SocketServer, 'transports' | 'recoversState' | 'cors'> {
  const transports = option(options, 'transports')
  const texts = transports?.kind === 'list' ? transports.elements.map(stringOf) : undefined
  const recovery = option(options, 'connectionStateRecovery')
  const isOpen = options !== undefined && (options.kind !== 'fields' || options.isOpen)
  const cors = option(options, 'cors')
  const credentials = option(cors, 'credentials')
  return {
    ...(texts?.every(one => one !== undefined) && { transports: texts.filter(one => one !== undefined) }),
    recoversState: recovery ? !(recovery.kind === 'plain' && !recovery.value) : isOpen ? undefined : false,
    ...(cors?.kind === 'fields' && {
      cors: {
        origin: stringOf(option(cors, 'origin')),
        hasCredentials: credentials?.kind === 'plain' && credentials.value === true,
        at,
      },
    }),
  }
}
