import { child, type MapNode, type Node } from '../../parse/node.js'
import { parseShell } from '../../parse/shell.js'
import { type Fact, known, type Span } from '../../source.js'
import { factOf, textAt, textsOf } from '../read-node.js'
import { shellText } from '../start.js'
import type { EnvironmentVariable, Health, HealthCheck } from '../system.js'
import { expandReferences } from './environment.js'

const PROBES = [
  ['livenessProbe', 'liveness'],
  ['readinessProbe', 'readiness'],
  ['startupProbe', 'startup'],
] as const

/**
 * The probes of a container. The HEALTHCHECK of its image is none of them: the kubelet does not run it.
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export function probesOf(container: MapNode, at: Span, environment: ReadonlyMap<string, EnvironmentVariable>): Health {
  const checks = PROBES.flatMap(([key, kind]) => {
    const entry = container.entries.get(key)
    const check = entry && checkOf(entry.node, kind, entry.keyAt, environment)
    return check ? [check] : []
  })
  return { state: checks.length > 0 ? 'checked' : 'none', checks, at: checks[0]?.at ?? at }
}

function checkOf(
  probe: Node,
  kind: HealthCheck['kind'],
  at: Span,
  environment: ReadonlyMap<string, EnvironmentVariable>,
): HealthCheck | undefined {
  const base = { kind, source: 'deployment', at } as const
  const exec = child(child(probe, 'exec'), 'command')
  if (exec) return { ...base, at: exec.at, ...execForm(textsOf(exec), exec.at, environment) }
  const http = child(probe, 'httpGet')
  if (http) return { ...base, ...httpForm(http, at) }
  const tcp = child(probe, 'tcpSocket')
  if (tcp) return { ...base, form: 'tcp', text: `tcp ${textOfPort(portOf(tcp))}`, ...portPart(tcp) }
  const grpc = child(probe, 'grpc')
  if (grpc) return { ...base, form: 'grpc', text: `grpc ${textOfPort(portOf(grpc))}`, ...portPart(grpc) }
  return undefined
}

/** Only variables with a literal value are filled in here: the kubelet does not look others up for a probe. */
function execForm(
  words: readonly string[],
  at: Span,
  environment: ReadonlyMap<string, EnvironmentVariable>,
): Pick<HealthCheck, 'form' | 'argv' | 'script' | 'text'> {
  const argv = words.map(word => expandReferences(word, environment) ?? word)
  const script = shellText(argv)
  if (script !== undefined) return { form: 'shell', script: parseShell(script, at), text: script }
  return { form: 'exec', argv, text: argv.join(' ') }
}

function httpForm(http: Node, at: Span): Pick<HealthCheck, 'form' | 'text' | 'http' | 'port'> {
  const path = textAt(http, 'path') ?? known('/', at)
  const port = portOf(http) ?? known(80, at)
  const scheme = /^https$/i.test(entryText(http, 'scheme') ?? '') ? 'https' : 'http'
  const text = `${scheme}://:${textOfPort(port)}${path.known ? path.value : ''}`
  return { form: 'http', text, http: { path, port, scheme }, port }
}

function entryText(node: Node, key: string): string | undefined {
  const fact = textAt(node, key)
  return fact?.known ? fact.value : undefined
}

/** A number, or the name of a port of the container. */
function portOf(probe: Node): Fact<number | string> | undefined {
  return factOf<number | string>(child(probe, 'port'), text => (/^\d{1,5}$/.test(text) ? Number(text) : text))
}

function portPart(probe: Node): Pick<HealthCheck, 'port'> {
  const port = portOf(probe)
  return port ? { port } : {}
}

function textOfPort(port: Fact<number | string> | undefined): string {
  return port?.known ? String(port.value) : '?'
}

/**
 * How long `lifecycle.preStop` holds the stop signal back: a `sleep`, or what a shell sleeps; undefined when there is no hook
 * or it does something else. https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export function preStopOf(container: MapNode): Fact<number> | undefined {
  const hook = child(child(container, 'lifecycle'), 'preStop')
  const seconds = child(child(hook, 'sleep'), 'seconds')
  if (seconds) return factOf(seconds, text => (/^\d{1,6}$/.test(text) ? Number(text) : undefined))
  const command = child(child(hook, 'exec'), 'command')
  if (!command) return undefined
  const words = textsOf(command)
  const script = shellText(words)
  const commands = script === undefined ? [words] : parseShell(script, command.at).commands.map(one => one.words)
  const slept = commands.flatMap(([program, amount = '']) =>
    program !== undefined && /(?:^|\/)sleep$/.test(program) && /^\d{1,6}(?:\.\d+)?s?$/.test(amount)
      ? [Number.parseFloat(amount)]
      : [],
  )
  return slept.length > 0
    ? known(
        slept.reduce((sum, one) => sum + one, 0),
        command.at,
      )
    : undefined
}
