import type { CallSite, Host, HostValue, Value } from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { asValue, hostValue, type RouterHost, type Startup, siteSpan } from './startup.js'

/** A server of Node.js, Bun or Deno: it answers with an application, or with a function of its own. */
export interface ServerHost extends RouterHost {
  readonly framework: 'node'
  /** The function that answers, where no framework does. */
  readonly listener: Value | undefined
}

/** What brings a server without a framework; the empty name is the globals of Bun and Deno. */
export const SERVER_PACKAGES = ['http', 'https', 'http2', 'spdy', '']

/** What a call of `http.createServer`, `Bun.serve` or `Deno.serve` makes. */
export function serverCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === '') return runtimeServer(startup, path, site)
  if (!/^\.(?:createServer|createSecureServer|Server)$/.test(path)) return undefined
  const listener = site.arguments.findLast(one => one.kind !== 'fields' || one.of !== undefined)
  return asValue(serverHost(startup, siteSpan(site), listener))
}

function runtimeServer(startup: Startup, path: string, site: CallSite): Value | undefined {
  if (path !== '.Bun.serve' && path !== '.Deno.serve') return undefined
  startup.listens.push({ framework: 'node', site, index: 0, key: 'port' })
  const [options, handler] = site.arguments
  const own = options?.kind === 'fields' ? options.entries.get('fetch') : options
  return asValue(serverHost(startup, siteSpan(site), handler ?? own))
}

function serverHost(startup: Startup, at: Span, listener: Value | undefined): ServerHost {
  const host: ServerHost = {
    properties: new Map(),
    type: 'http server',
    framework: 'node',
    isApplication: true,
    isServed: false,
    at,
    listener,
    invoke: (name, site) =>
      serverMethod(startup, name, site) ?? (name === 'on' || name === 'close' ? asValue(host) : undefined),
  }
  startup.made.push(host)
  return host
}

function serverMethod(startup: Startup, name: string, site: CallSite): HostValue | undefined {
  if (name !== 'listen') return undefined
  const [first] = site.arguments
  startup.listens.push({ framework: 'node', site, index: 0, ...(first?.kind === 'fields' && { key: 'port' }) })
  return plainServer()
}

/** What `listen` answers with. */
export function plainServer(): HostValue {
  const self: Host = hostValue({ type: 'http server', invoke: () => asValue(self) }).host
  return asValue(self)
}
