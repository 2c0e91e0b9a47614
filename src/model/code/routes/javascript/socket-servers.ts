import type { CallSite, Host, Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import type { Given } from './path.js'
import { flatArguments } from './path.js'
import { asValue, type Startup, siteSpan } from './startup.js'

/** A server of Socket.IO or of ws, with what was done to it. */
export interface SocketHost extends Host {
  readonly library: 'socket.io' | 'ws'
  readonly at: Span
  /** The options that it was made with. */
  readonly options: Value | undefined
  /** `io.adapter(…)`: the last one counts. */
  adapter?: Given
  /** `io.use(…)`. */
  readonly middleware: Given[]
  /** `io.of('/chat')`: names, with what `use` was given there. */
  readonly namespaces: { readonly name: Value | undefined; readonly at: Span; readonly middleware: Given[] }[]
}

/** What brings a server of WebSockets. */
export const SOCKET_PACKAGES = ['socket.io', 'ws']

/** What a call into one of the packages makes. */
export function socketCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === 'socket.io' && (path === '' || path === '.Server'))
    return asValue(socketHost(startup, 'socket.io', site))
  if (packageName === 'ws' && /^\.(?:Server|WebSocketServer)$/.test(path))
    return asValue(socketHost(startup, 'ws', site))
  return undefined
}

function socketHost(startup: Startup, library: SocketHost['library'], site: CallSite): SocketHost {
  const host: SocketHost = {
    properties: new Map(),
    type: `${library} server`,
    library,
    at: siteSpan(site),
    options: site.arguments.findLast(one => one.kind === 'fields' && one.of === undefined),
    middleware: [],
    namespaces: [],
    read: name => (name === 'sockets' || name === 'engine' ? asValue(host) : undefined),
    invoke: (name, inner) => {
      if (name === 'adapter') {
        const [value] = inner.arguments
        const [written] = inner.written
        if (value && written) host.adapter = { value, written, file: inner.file }
        return asValue(host)
      }
      if (name === 'use') host.middleware.push(...flatArguments(inner, 0))
      if (name === 'of') return namespace(host, inner)
      return CHAINED.has(name) ? asValue(host) : undefined
    },
  }
  startup.sockets.push(host)
  return host
}

const CHAINED = new Set(['use', 'attach', 'listen', 'path', 'to', 'in', 'except'])

function namespace(host: SocketHost, site: CallSite): Value {
  const middleware: Given[] = []
  host.namespaces.push({ name: site.arguments[0], at: siteSpan(site), middleware })
  const self: Host = {
    properties: new Map(),
    type: 'socket.io namespace',
    invoke: (name, inner) => {
      if (name === 'use') middleware.push(...flatArguments(inner, 0))
      return name === 'use' ? asValue(self) : undefined
    },
  }
  return asValue(self)
}
