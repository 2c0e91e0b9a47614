import { calleeOf } from '../../../code/calls.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { RpcService, RpcTable } from '../route.js'

/** `add_OrdersServicer_to_server` of generated code. */
const REGISTERS = /^add_(\w+)Servicer_to_server$/
/** Code that the compiler of protocols generates registers nothing by itself. */
const GENERATED = /_pb2(?:_grpc)?\.py$/
/** What gets a server, or is called of it, and registers no service of its own. */
const HARMLESS =
  /^(?:enable_server_reflection|add_insecure_port|add_secure_port|start|stop|wait_for_termination|print|run|append|partial|ensure_future|create_task|gather|signal|add_signal_handler)$/

/**
 * What the gRPC servers of a service in Python answer to, those of `grpc.aio` as well.
 * https://grpc.github.io/grpc/python/grpc.html, https://grpc.github.io/grpc/python/grpc_health_checking.html (read 2026-11)
 */
export function pythonRpc(program: Program, files: readonly CodeFile[]): RpcTable {
  const services: RpcService[] = []
  const unresolved: Span[] = []
  for (const file of files) {
    if (GENERATED.test(file.path)) continue
    const servers = serverNames(file)
    walk(file.body, node => {
      if (node.kind !== 'call') return undefined
      const at: Span = { path: file.path, start: node.start, end: node.end }
      const last = pathOf(node.callee)?.at(-1) ?? ''
      const name = REGISTERS.exec(last)?.[1]
      if (name !== undefined) services.push({ name, isResolved: false, isServed: true, at })
      else if (
        /^add_(?:generic_rpc|registered_method)_handlers$/.test(last) ||
        handsOn(program, { file, node }, servers)
      )
        unresolved.push(at)
      return undefined
    })
  }
  return { services, unresolved }
}

/** `server` of `server = grpc.server(…)` and `grpc.aio.server()`. */
function serverNames(file: CodeFile): ReadonlySet<string> {
  // Also the parameter of a function that is given one.
  const names = new Set(['server'])
  walk(file.body, node => {
    const value = node.kind === 'declare' || node.kind === 'assign' ? node.value : undefined
    const made = value && peel(value)
    if (made?.kind !== 'call' || (node.kind !== 'declare' && node.kind !== 'assign')) return undefined
    const path = pathOf(made.callee)
    const name = pathOf(node.target)?.at(-1)
    if (path?.at(-1) === 'server' && name !== undefined) names.add(name)
    return undefined
  })
  return names
}

/** Whether a server is given to something that is not seen, and that may register more at it. */
function handsOn(program: Program, { file, node }: In<Call>, servers: ReadonlySet<string>): boolean {
  const isGiven = node.arguments.some(one => {
    const inner = peel(one.kind === 'keyword' ? one.value : one)
    return servers.has(pathOf(inner)?.at(-1) ?? '')
  })
  return isGiven && !HARMLESS.test(pathOf(node.callee)?.at(-1) ?? '') && !calleeOf(program, { file, node })
}
