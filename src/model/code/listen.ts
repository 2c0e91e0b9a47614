import type { Program } from '../../code/program.js'
import type { Value as StartupValue } from '../../code/startup/values.js'
import type { Expression } from '../../code/syntax.js'
import { EMPTY_ENVIRONMENT, evaluateExpression, type Value } from '../../code/values.js'
import type { Span } from '../../source.js'
import { type ServiceFiles, startOf } from './routes/javascript/start.js'
import type { ListenCall } from './routes/javascript/startup.js'

/** A port that a service listens on. */
export interface Listening {
  /** `express`, `nestjs`, `fastify`, `koa`, `hono`; `node` for servers of the runtime itself. */
  readonly framework: string
  /** The port: a number, or a text as the environment gives it; 0 and null are one that the system chooses. */
  readonly port: Value
  /** The address, where one is given: `127.0.0.1` is reached from the same host or container alone. */
  readonly host?: Value
  /** The call. */
  readonly at: Span
}

/** The ports that a service in TypeScript or JavaScript listens on once it has started, in the order of the calls. */
export function javascriptListening(program: Program, service: ServiceFiles): readonly Listening[] {
  const started = startOf(program, service)
  const seen = new Set<string>()
  return (started?.listens ?? []).flatMap(call => {
    const found = listening(program, service, call)
    const key = `${found.at.path}:${found.at.start}:${JSON.stringify(found.port)}`
    if (seen.has(key)) return []
    seen.add(key)
    return [found]
  })
}

function listening(program: Program, service: ServiceFiles, call: ListenCall): Listening {
  const { site } = call
  const written = site.written[call.index]
  const at: Span = { path: site.file.path, start: site.node.start, end: site.node.end }
  const resolve = (node: Expression | undefined, value: StartupValue | undefined): Value | undefined =>
    node && resolved(program, service, call, node, value)
  if (call.key !== undefined) {
    const given = site.arguments[call.index]
    const entries = given?.kind === 'fields' ? given.entries : undefined
    const port = resolve(entryOf(written, call.key) ?? written, entries?.get(call.key))
    const host =
      entries?.has('host') || entries?.has('hostname')
        ? resolve(
            entryOf(written, 'host') ?? entryOf(written, 'hostname') ?? written,
            entries.get('host') ?? entries.get('hostname'),
          )
        : undefined
    return { framework: call.framework, port: port ?? noPort(at), at, ...(host && { host }) }
  }
  const second = site.arguments[call.index + 1]
  const isHost =
    second !== undefined && second.kind !== 'closure' && !(second.kind === 'plain' && typeof second.value === 'number')
  const host = isHost ? resolve(site.written[call.index + 1], second) : undefined
  return {
    framework: call.framework,
    port: resolve(written, site.arguments[call.index]) ?? noPort(at),
    at,
    ...(host && { host }),
  }
}

/** Without a port the system chooses one. */
function noPort(at: Span): Value {
  return { kind: 'known', value: 0, at, variables: [], isFallback: false }
}

/** The value as it is written; where that does not tell, what following the start came to: `this.port`, a parameter. */
function resolved(
  program: Program,
  service: ServiceFiles,
  call: ListenCall,
  node: Expression,
  value: StartupValue | undefined,
): Value {
  const found = evaluateExpression(program, { file: call.site.file, node }, service.environment ?? EMPTY_ENVIRONMENT)
  if (found.kind !== 'unknown') return found
  // A variable that is set, to what nobody here knows: then the fallback is not what counts.
  if (found.variables.some(name => service.environment?.(name)?.known === false)) return found
  const isKnown = value?.kind === 'plain' && !value.isPartial && value.value !== null
  if (!isKnown) return found
  return { kind: 'known', value: value.value, at: found.at, variables: found.variables, isFallback: found.isFallback }
}

function entryOf(node: Expression | undefined, key: string): Expression | undefined {
  if (node?.kind !== 'object') return undefined
  const entry = node.entries.find(one => one.kind === 'entry' && one.key === key)
  return entry?.kind === 'entry' ? entry.value : undefined
}
