import type { Program } from '../../../code/program.js'
import type { CodeFile } from '../../../code/syntax.js'
import { holds } from '../../../code/walk.js'
import type { ServerShutdown } from '../resilience.js'
import { type GoServiceFiles, goStart } from '../routes/go.js'
import { goFiles, outsideCalls } from './outside-calls.js'

const SIGNALS = /^os\/signal\.(?:Notify|NotifyContext)$/
/** https://pkg.go.dev/net/http#Server.Shutdown and what frameworks call it. */
const CLOSES = /^(?:Shutdown|ShutdownWithTimeout|ShutdownWithContext|GracefulStop|GracefulShutdown)$/
/** Libraries that wait for signals and close servers, or may. */
const MANAGERS =
  /graceful|shutdown|lifecycle|\/(?:endless|manners|run|fx|fxevent|service|suture|grace|terminator|signals?|app)(?:\/v\d+)?$|go-kratos|zeromicro\/go-zero|go-micro|sigs\.k8s\.io\/controller-runtime|dapr|cloud\.google\.com\/go\/functions|aws-lambda-go|encore\.dev|goa\.design/

/** For each server that a service starts, whether it is closed on SIGTERM. */
export function goShutdown(program: Program, service: GoServiceFiles): readonly ServerShutdown[] {
  const start = goStart(program, service)
  const places = new Map((start?.web.listeners ?? []).map(({ at }) => [`${at.path}:${String(at.start)}`, at]))
  if (places.size === 0) return []
  const files = goFiles(program, [
    ...program.reachableFrom(service.entries.length > 0 ? service.entries : service.files),
  ])
  const judged = judge(program, files)
  const inOrder = [...places.values()].sort((a, b) =>
    a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1,
  )
  return inOrder.map(at => ({ ...judged, at }))
}

function judge(program: Program, files: readonly CodeFile[]): Omit<ServerShutdown, 'at'> {
  const takesSignals = files.some(file => outsideCalls(program, file).some(call => SIGNALS.test(call.name)))
  const closes = files.some(closesServer)
  if (takesSignals && closes) return { kind: 'handled' }
  const manager = files
    .flatMap(file => file.imports.filter(one => program.target(file, one.from).kind === 'package'))
    .find(one => one.from.includes('.') && MANAGERS.test(one.from))?.from
  if (manager !== undefined) return { kind: 'unknown', because: `${manager} may close it` }
  if (takesSignals) return { kind: 'missing', because: 'signals are taken, and no Shutdown is called' }
  return closes ? { kind: 'missing', because: 'Shutdown is called, and no signal is waited for' } : { kind: 'missing' }
}

function closesServer(file: CodeFile): boolean {
  return holds(file.body, node => node.kind === 'member' && CLOSES.test(node.property))
}
