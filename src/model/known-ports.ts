import { standsAside } from '../code/paths.js'
import { knownValue } from '../source.js'
import { codePortsOf } from './code-ports.js'
import { sourceTextOf } from './listening-text.js'
import type { CommandPort, EnvironmentVariable, HealthCheck, System, Workload } from './system.js'

/** A port that a check asks, by number or by the name that the container gives it. */
export type AskedPort = number | string

/** Variables that tell a server which port to listen on. */
const PORT_VARIABLE = /^(?:HTTP_|SERVER_|APP_|LISTEN_|WEB_|NODE_|API_|SERVICE_)?PORT$/
const LOCAL_URL = /\b(https?):\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d{1,5}))?(?=[/\s"'?#]|$)/gi
const MOST_FILES = 400
const LONGEST_TEXT = 500_000

/** The ports of the container itself that a check asks. */
export function askedPorts(check: HealthCheck): readonly AskedPort[] {
  if (check.port) return check.port.known ? [check.port.value] : []
  if (check.form !== 'exec' && check.form !== 'shell') return []
  if (!check.text.includes('://')) return []
  return [...check.text.slice(0, LONGEST_TEXT).matchAll(LOCAL_URL)].map(([, scheme, port]) =>
    port === undefined ? (/^https$/i.test(scheme ?? '') ? 443 : 80) : Number(port),
  )
}

/** Where a workload says on which port it listens. */
export interface ListensOn {
  /** Null: on none. */
  readonly port: number | null
  /** As the end of "it listens on 3000": `by PORT`, empty where it is declared. */
  readonly by: string
}

/**
 * The port that a workload plainly listens on instead of `asked`; undefined when it may listen on that one, too. Its code says
 * so, a variable such as PORT, or the known ports of a data service. That a port is not declared says nothing: `asked` must not
 * appear anywhere in the pod, its settings, its Dockerfile or its program.
 */
export function otherPort(asked: number, workload: Workload, system: System): ListensOn | undefined {
  const told = workload.commandPort
  if (told)
    return told.port === asked || mayListenToo(asked, told, workload)
      ? undefined
      : { port: told.port, by: told.port === null ? '' : ` by its command` }
  const code = ofCode(asked, workload, system)
  if (code) return code
  const plain = plainPort(workload)
  if (!plain || plain.port === asked || mentions(asked, workload, system)) return undefined
  return plain
}

/** A program that is here in full, alone in its pod. What is declared besides, or named in the code, it may open as well. */
function ofCode(asked: number, workload: Workload, system: System): ListensOn | undefined {
  const code = codePortsOf(workload, system)
  const [port] = code?.ports ?? []
  if (!code || port === undefined || code.ports.includes(asked)) return undefined
  if (workload.pod && system.workloads.some(other => other !== workload && isSamePod(other, workload))) return undefined
  const isOneOfSeveral = workload.listens.length > 1 && workload.listens.includes(asked)
  const number = new RegExp(`(?<!\\d)${asked}(?!\\d)`)
  const isTold = textsOf({ ...workload, published: [] }).some(text => number.test(text))
  if (isOneOfSeveral || isTold || sourceTextOf(code.context).inCode(asked)) return undefined
  return { port, by: ' as its code says' }
}

function plainPort({ environment, software, listens }: Workload): ListensOn | undefined {
  const variables = [...environment.values()].filter(variable => PORT_VARIABLE.test(variable.name))
  const numbers = variables.map(variable => Number(knownValue(variable.value)))
  // Several of them, or one that is not known, leave it open.
  const [port] = numbers
  if (variables.length === 1 && port !== undefined && Number.isInteger(port) && port > 0)
    return { port, by: ` by ${variables[0]?.name}` }
  const own = software && ['database', 'cache', 'broker', 'search'].includes(software.kind)
  const [data] = own ? software.ports : []
  return data && variables.length === 0 && listens.includes(data.port) ? { port: data.port, by: '' } : undefined
}

function mentions(port: number, workload: Workload, system: System): boolean {
  const beside = workload.pod ? system.workloads.filter(other => isSamePod(other, workload)) : [workload]
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`)
  return (
    beside.some(one => one.listens.includes(port) || textsOf(one).some(text => number.test(text))) ||
    inImage(number, workload)
  )
}

/** What opens a port beside the server or the worker that a command starts: one for metrics, one for checks. */
const OPENS_PORT =
  /\b(?:start_http_server|start_wsgi_server|HTTPServer|TCPServer|make_server|start_server|MultiProcessCollector)\b/

/** Whether the program may open one more port than its command says. The number in an address is another service's. */
function mayListenToo(asked: number, { port }: CommandPort, { image, pod, mounts, environment }: Workload): boolean {
  const context = image?.context
  // A sidecar shares the ports of the pod; a program that is not here may do anything.
  if (pod || !image?.dockerfile || !context?.present) return true
  const number = new RegExp(`(?<!://[\\w.\${}-]{0,80}:)(?<!\\d)${asked}(?!\\d)`)
  if ([...environment.values()].some(({ value, raw }) => (value.known ? value.value : raw) === String(asked)))
    return true
  if (port !== null && mounts.some(mount => mount.files?.some(({ source }) => number.test(source.text)))) return true
  const sources = context.find('.').filter(path => path.endsWith('.py') && !standsAside(path))
  if (sources.length > MOST_FILES) return true
  return sources.some(path => {
    const text = context.read(path)?.text ?? ''
    return OPENS_PORT.test(text) || (port !== null && number.test(text))
  })
}

function isSamePod(one: Workload, { pod, deployment }: Workload): boolean {
  return (
    one.deployment === deployment &&
    one.pod?.kind === pod?.kind &&
    one.pod?.name === pod?.name &&
    one.pod?.namespace === pod?.namespace
  )
}

/** What is written about a container, beside its checks. A value that is not known may be anything. */
function textsOf({ environment, start, mounts, published, labels }: Workload): readonly string[] {
  const variables = [...environment.values()].map(textOf)
  const files = mounts.flatMap(mount => mount.files?.map(file => file.source.text.slice(0, LONGEST_TEXT)) ?? [])
  const ports = published.map(one => String(knownValue(one.container) ?? ''))
  return [
    ...variables,
    start?.text ?? '',
    ...files,
    ...ports,
    ...[...labels.values()].map(one => knownValue(one.value) ?? ''),
  ]
}

function textOf({ name, value, raw }: EnvironmentVariable): string {
  if (value.known) return value.value
  return raw ?? (/PORT/.test(name) ? name : '')
}

/** In its Dockerfile, or in a file that the build may copy. */
function inImage(number: RegExp, { image }: Workload): boolean {
  const { dockerfile, context } = image ?? {}
  if (dockerfile && number.test(dockerfile.file.source.text)) return true
  if (!context?.present) return false
  const files = context.find('.')
  // Too much to look at: it may be there.
  if (files.length > MOST_FILES) return true
  return files.some(path => {
    const text = context.read(path)?.text
    return text !== undefined && text.length <= LONGEST_TEXT && number.test(text)
  })
}
