import { reaches } from '../../../knowledge/nginx/versions.js'
import { nginxNumber } from '../../../parse/nginx/units.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { type Level, plainArgument } from './level.js'
import { checkParameters, type Parameters } from './parameters.js'

const SOCKET: Parameters = {
  bind: 'flag',
  backlog: 'count',
  rcvbuf: 'size',
  sndbuf: 'size',
  ipv6only: 'switch',
  so_keepalive: 'any',
  reuseport: 'flag',
  fastopen: 'number',
  setfib: 'number',
  accept_filter: 'any',
  deferred: 'flag',
  multipath: 'flag',
}

const KNOWN: Readonly<Record<string, Parameters>> = {
  server: {
    ...SOCKET,
    default_server: 'flag',
    default: 'flag',
    ssl: 'flag',
    http2: 'flag',
    quic: 'flag',
    proxy_protocol: 'flag',
  },
  'stream-server': {
    ...SOCKET,
    default_server: 'flag',
    default: 'flag',
    ssl: 'flag',
    udp: 'flag',
    proxy_protocol: 'flag',
  },
  'mail-server': { ...SOCKET, ssl: 'flag', proxy_protocol: 'flag' },
}

/** Parameters that a version has to be new enough for (https://nginx.org/en/CHANGES). */
const SINCE: Readonly<Record<string, readonly number[]>> = { quic: [1, 25, 0], multipath: [1, 29, 7] }
/** Parameters that QUIC, which is no TCP, goes without. */
const NOT_WITH_QUIC = ['ssl', 'http2', 'proxy_protocol', 'so_keepalive', 'backlog', 'fastopen', 'deferred']
/** Parameters of the protocol; the others are options of the socket, which only one server may give. */
const OF_PROTOCOL = new Set(['default_server', 'default', 'ssl', 'http2', 'quic', 'udp', 'proxy_protocol'])

/** A `listen` that nginx understands. */
export interface Listen {
  readonly directive: NginxDirective
  readonly server: Level
  /** The socket it opens: protocol and address in one spelling; absent where it cannot be told apart from others. */
  readonly socket?: string
  readonly parameters: ReadonlySet<string>
}

/** Judges the `listen` directives of all servers, and what they have in common. */
export function checkListens(judging: Judging): readonly Listen[] {
  const listens = judging.levels.flatMap(level => {
    const known = KNOWN[level.context]
    const written = known ? level.directives.filter(({ name, args }) => name === 'listen' && args.length > 0) : []
    return written.flatMap(directive => readListen(directive, level, known ?? {}, judging) ?? [])
  })
  for (const context of Object.keys(KNOWN))
    checkSockets(
      listens.filter(one => one.server.context === context),
      judging,
    )
  return listens
}

function readListen(directive: NginxDirective, server: Level, known: Parameters, judging: Judging): Listen | undefined {
  const { reject, version } = judging
  const allowed = Object.fromEntries(
    Object.entries(known).filter(([name]) => !version || !SINCE[name] || reaches(version, SINCE[name]) !== false),
  )
  const parameters = new Set(checkParameters(directive, 1, allowed, reject).keys())
  const conflict = parameters.has('quic') && NOT_WITH_QUIC.find(name => parameters.has(name))
  if (conflict) {
    const message = `${conflict} cannot stand beside quic: QUIC needs a listen of its own`
    reject({ kind: 'value', at: directive.at, message })
  }
  const text = plainArgument(directive, 0)
  const address = text === undefined ? undefined : addressOf(text)
  if (address === null) {
    const at = directive.args[0]?.at ?? directive.at
    reject({ kind: 'value', at, message: `"${text}" is no port from 1 to 65535` })
  }
  const protocol = parameters.has('quic') || parameters.has('udp') ? 'udp' : 'tcp'
  return { directive, server, ...(address && { socket: `${protocol} ${address}` }), parameters }
}

/** One spelling of an address; null when its port is none, undefined when it is a name or cannot be told. */
function addressOf(text: string): string | null | undefined {
  if (text.startsWith('unix:')) return text
  if (/^\d+$/.test(text)) return portOf(text) === undefined ? null : `0.0.0.0:${portOf(text)}`
  const [, host, digits] = /^(\[[0-9a-fA-F:.]+\]|\*|\d{1,3}(?:\.\d{1,3}){3})(?::(\d+))?$/.exec(text) ?? []
  if (host === undefined) return undefined
  const port = digits === undefined ? 80 : portOf(digits)
  return port === undefined ? null : `${host === '*' ? '0.0.0.0' : host.toLowerCase()}:${port}`
}

function portOf(digits: string): number | undefined {
  const port = nginxNumber(digits)
  return port !== undefined && port > 0 && port < 65_536 ? port : undefined
}

/** What has been said of one socket so far. */
interface Socket {
  readonly servers: Map<Level, Listen>
  standard?: Listen
  options?: Listen
}

/** What several servers on one socket may not both say. */
function checkSockets(listens: readonly Listen[], { reject }: Judging): void {
  const sockets = new Map<string, Socket>()
  for (const one of listens) {
    if (one.socket === undefined) continue
    const [, address] = one.socket.split(' ')
    const socket: Socket = sockets.get(one.socket) ?? { servers: new Map() }
    sockets.set(one.socket, socket)
    const refuse = (first: Listen, message: string) => {
      const other = { at: first.directive.at, message: 'the first is here' }
      reject({ kind: 'duplicate', at: one.directive.at, message, other })
    }
    const same = socket.servers.get(one.server)
    if (same) refuse(same, `this server listens on ${address} twice`)
    else if (isDefault(one) && socket.standard) refuse(socket.standard, `two servers are the default of ${address}`)
    else if (hasOptions(one) && socket.options) {
      refuse(socket.options, `the socket options of ${address} are given twice: only one server may have them`)
    }
    socket.servers.set(one.server, one)
    if (isDefault(one)) socket.standard ??= one
    if (hasOptions(one)) socket.options ??= one
  }
}

function isDefault({ parameters }: Listen): boolean {
  return parameters.has('default_server') || parameters.has('default')
}

function hasOptions({ parameters }: Listen): boolean {
  return [...parameters].some(name => !OF_PROTOCOL.has(name))
}
