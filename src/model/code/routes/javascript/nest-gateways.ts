import { indexOf } from '../../../../code/file-index.js'
import { methodOf } from '../../../../code/startup/members.js'
import type { Run } from '../../../../code/startup/run.js'
import { type ClassValue, stringOf, type Value } from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import { holds, pathOf, walk } from '../../../../code/walk.js'
import { allowsPolling, type SocketAdapter, type SocketServer, socketOptions } from '../../sockets.js'
import { classDecorators, type Decorator } from './nest-decorators.js'
import { nestGuard } from './nest-guards.js'
import { type NestModules, reachableModules } from './nest-modules.js'
import type { NestHost } from './nestjs.js'
import { flatGiven, spanOf } from './path.js'
import { adapterIn, adapterOf } from './socket-adapters.js'
import type { Started } from './start.js'

/** The gateways of NestJS that modules of an application provide. */
export function nestGateways(started: Started): readonly SocketServer[] {
  const { run } = started
  return started.made.flatMap(one => {
    if (one.framework !== 'nestjs' || started.aside.has(one)) return []
    const host = one as NestHost
    const modules = reachableModules(run, host.root, host.at)
    return gatewayClasses(run, modules).map(({ of, decorator }) => gateway(run, host, of, decorator))
  })
}

function gatewayClasses(run: Run, modules: NestModules): readonly { of: ClassValue; decorator: Decorator }[] {
  // Most applications have none, and the decorators of all their providers would be worked out.
  if (![...run.files].some(path => mentions(run.program.files.get(path), 'WebSocketGateway'))) return []
  const seen = new Set<ClassValue>()
  return modules.providers.flatMap(provider => {
    const given = provider.kind === 'fields' ? provider.entries.get('useClass') : provider
    if (given?.kind !== 'class' || seen.has(given)) return []
    seen.add(given)
    const decorator = classDecorators(run, given).find(one => one.name === 'WebSocketGateway')
    return decorator ? [{ of: given, decorator }] : []
  })
}

function mentions(file: CodeFile | undefined, name: string): boolean {
  return file !== undefined && indexOf(file).words.has(name)
}

function gateway(run: Run, host: NestHost, of: ClassValue, decorator: Decorator): SocketServer {
  const at = spanOf(decorator.file, decorator.written)
  const options = decorator.site.arguments.find(one => one.kind === 'fields')
  const namespace = options?.kind === 'fields' ? options.entries.get('namespace') : undefined
  const adapter = ownAdapter(run, of) ?? sharedAdapter(run, host)
  const guards = classDecorators(run, of)
    .filter(one => one.name === 'UseGuards')
    .flatMap(one =>
      one.site.arguments.flatMap((value, index) =>
        flatGiven({ value, written: one.site.written[index] ?? one.written, file: one.site.file }),
      ),
    )
  return {
    library: isPlain(host.socketAdapter?.value) ? 'ws' : 'socket.io',
    name: of.node.name ?? 'gateway',
    namespaces: [namespace ? named(stringOf(namespace)) : '/'],
    ...(adapter && { adapter }),
    ...socketOptions(options, at),
    allowsPolling: gatewayPolls(host.socketAdapter?.value, options),
    guards: guards.map(given => nestGuard(run, given, false).guard),
    at,
  }
}

function named(text: string | undefined): string | undefined {
  return text === undefined || text.startsWith('/') ? text : `/${text}`
}

/** `WsAdapter` of `@nestjs/platform-ws`: plain WebSockets, without Socket.IO. */
function isPlain(value: Value | undefined): boolean {
  return value?.kind === 'outside' && value.package === '@nestjs/platform-ws'
}

/** The options of the gateway say it, unless a class of the repository sets others for all. */
function gatewayPolls(adapter: Value | undefined, options: Value | undefined): boolean | undefined {
  if (isPlain(adapter)) return false
  const of = adapter?.kind === 'fields' ? adapter.of : undefined
  let setsTransports = adapter !== undefined && adapter.kind !== 'outside' && !of
  if (of)
    walk(of.node.members, node => {
      if (node.kind === 'entry' && node.key === 'transports') setsTransports = true
      return !setsTransports
    })
  return setsTransports ? undefined : allowsPolling(options)
}

/** `app.useWebSocketAdapter(new RedisIoAdapter(app))`. */
function sharedAdapter(run: Run, host: NestHost): SocketAdapter | undefined {
  const given = host.socketAdapter
  if (!given || (given.value.kind === 'outside' && /^@nestjs\/platform-/.test(given.value.package))) return undefined
  const kind = adapterOf(run, given.value)
  const at = spanOf(given.file, given.written)
  if (kind) return { kind, at }
  // A class of the repository that makes no adapter only sets options.
  const of = given.value.kind === 'fields' ? given.value.of : undefined
  return of && !setsAdapter(of) ? undefined : { kind: 'other', at }
}

/** `server.adapter(…)` in the gateway itself, such as in `afterInit`. */
function ownAdapter(run: Run, of: ClassValue): SocketAdapter | undefined {
  if (!setsAdapter(of)) return undefined
  const method = methodOf(run, of, 'afterInit')
  const node = method?.fn ?? of.node
  return {
    kind: adapterIn(run, of) ?? 'other',
    at: spanOf(of.file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) }),
  }
}

function setsAdapter(of: ClassValue): boolean {
  return holds(of.node.members, node => node.kind === 'call' && pathOf(node.callee)?.at(-1) === 'adapter')
}
