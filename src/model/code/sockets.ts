import type { Program } from '../../code/program.js'
import { stringOf, type Value } from '../../code/startup/values.js'
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
  /** `connectionStateRecovery`: what a client missed is sent again. */
  readonly recoversState: boolean | undefined
  /** `cors`, where it is an object. */
  readonly cors?: { readonly origin: string | undefined; readonly hasCredentials: boolean; readonly at: Span }
  readonly guards: readonly Guard[]
  readonly at: Span
}

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
  return [...started.sockets.map(host => server(started, host)), ...nestGateways(started)]
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
    guards: middleware.map(one => guardOf(run, one, host.middleware.includes(one))),
    at: host.at,
  }
}

function option(options: Value | undefined, key: string): Value | undefined {
  return options?.kind === 'fields' ? options.entries.get(key) : undefined
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
