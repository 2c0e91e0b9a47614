import { knownValue } from '../source.js'
import { codePortsOf } from './code-ports.js'
import { kafkaListenersOf } from './datastore/kafka-listeners.js'
import { sourceTextOf } from './listening-text.js'
import { serviceFactsOf } from './service-facts.js'
import type { ReverseProxy, System, Workload } from './system.js'

/** Whether something in a container accepts connections on a port. */
export type Listening =
  | { readonly state: 'yes' }
  /** Nothing does: `ports` are those that something does listen on, and `because` says what tells so. */
  | { readonly state: 'no'; readonly ports: readonly number[]; readonly because: string }
  | { readonly state: 'unknown' }

/** Variables by which programs are told the port to listen on. */
const PORT_VARIABLE = /^(?:APP_|HTTP_|SERVER_|LISTEN_|WEB_|API_|SERVICE_|NODE_|NUXT_|NITRO_|UVICORN_|GUNICORN_)?PORT$/
const UNKNOWN: Listening = { state: 'unknown' }

/**
 * Whether anything in the network of a container listens on a TCP port. Its own configuration tells of a proxy, the image
 * of known software, its code of a program that is here in full, and `expose`, EXPOSE and a variable such as PORT of
 * others; wherever else the number is written (settings, commands, sources), nothing is said.
 */
export function listening(
  workload: Workload,
  port: number,
  system: Pick<System, 'workloads' | 'proxies' | 'services'>,
): Listening {
  const found = listeningItself(workload, port, system)
  if (found.state !== 'no') return found
  const sharing = system.workloads.filter(other => other !== workload && sharesNetwork(other, workload))
  const others = sharing.map(other => listeningItself(other, port, system).state)
  if (others.includes('yes')) return { state: 'yes' }
  return others.includes('unknown') ? UNKNOWN : found
}

function sharesNetwork(other: Workload, workload: Workload): boolean {
  if (other.deployment !== workload.deployment) return false
  if (workload.pod) return other.pod?.kind === workload.pod.kind && other.pod.name === workload.pod.name
  return [other, workload].some(
    (one, index, both) => knownValue(one.networkMode) === `service:${both[1 - index]?.name}`,
  )
}

function listeningItself(workload: Workload, port: number, system: Pick<System, 'proxies' | 'services'>): Listening {
  const own = system.proxies.filter(proxy => proxy.workloads.includes(workload))
  if (own.length > 0) return listeningProxy(own, port)
  if (workload.listens.includes(port)) return { state: 'yes' }
  if (mentions(workload, port)) return UNKNOWN
  if (workload.software && workload.software.kind !== 'runtime') return ofSoftware(workload)
  const code = ofCode(workload, port, system)
  if (code?.state === 'yes') return code
  const declared = ofProgram(workload, port)
  return declared.state === 'no' ? declared : (code ?? declared)
}

function listeningProxy(proxies: readonly ReverseProxy[], port: number): Listening {
  const listeners = proxies.flatMap(proxy => proxy.listeners)
  const ports = listeners.flatMap(listener => (listener.port.known ? [listener.port.value] : []))
  if (ports.includes(port)) return { state: 'yes' }
  if (proxies.some(({ complete }) => !complete) || ports.length < listeners.length || ports.length === 0) return UNKNOWN
  return { state: 'no', ports: distinct(ports), because: 'by its configuration' }
}

function distinct(ports: readonly number[]): readonly number[] {
  return [...new Set(ports)].sort((one, other) => one - other)
}

/** Whether the number stands in the settings that a container is given, whatever it means there. */
function mentions(workload: Workload, port: number): boolean {
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`)
  const variables = [...workload.environment.values()].map(({ value, raw }) =>
    value.known ? value.value : (raw ?? ''),
  )
  const checks = workload.health.checks.map(({ text }) => text)
  const build = workload.image?.dockerfile?.instructions.map(({ text }) => text) ?? []
  return [workload.start?.text ?? '', ...variables, ...checks, ...build].some(text => number.test(text))
}

/** Software whose official images open these ports and never another one by themselves. */
const FEW_PORTS = new Set(['postgres', 'redis', 'memcached', 'mongodb'])

/** Known software listens where it always does, unless a file that is not read says otherwise. */
function ofSoftware(workload: Workload): Listening {
  const { software, distribution, image } = workload
  if (software?.id === 'kafka') return ofKafka(workload)
  if (!software || distribution?.id !== 'official' || !FEW_PORTS.has(software.id) || image?.origin !== 'pulled')
    return UNKNOWN
  if (serviceFactsOf(workload)?.configMounted !== false || hidesPort(workload)) return UNKNOWN
  return { state: 'no', ports: distinct(workload.listens), because: `as ${software.name} does` }
}

/** Ports of controllers are in none of the listeners that are advertised: they are where its settings mention them. */
function ofKafka(workload: Workload): Listening {
  const ports = kafkaListenersOf(workload)?.map(listener => listener.port) ?? []
  return ports.length === 0 ? UNKNOWN : { state: 'no', ports: distinct(ports), because: 'by its listeners' }
}

/** A port that is set to something unknown, or an argument that is. */
function hidesPort({ environment, start }: Workload): boolean {
  const open = [...environment.values()].some(
    ({ name, value }) => !value.known && /PORT|ADDR|LISTEN|BIND|URL|ARGS|OPTS/.test(name),
  )
  return open || (start?.argv.some(word => word === null || word.includes('$')) ?? false)
}

/** A program whose code is here in full listens where that says; what else it loads may open a port that the code names. */
function ofCode(workload: Workload, port: number, system: Pick<System, 'services'>): Listening | undefined {
  const code = codePortsOf(workload, system)
  if (!code) return undefined
  if (code.ports.includes(port)) return { state: 'yes' }
  return sourceTextOf(code.context).inCode(port)
    ? UNKNOWN
    : { state: 'no', ports: code.ports, because: 'as its code says' }
}

/** A program of one's own listens where its Dockerfile and its variables say, if its sources name no other port. */
function ofProgram(workload: Workload, port: number): Listening {
  const { image } = workload
  const told = [...workload.environment.values()].filter(({ name }) => PORT_VARIABLE.test(name))
  if (told.some(({ value }) => !value.known) || hidesPort(workload)) return UNKNOWN
  const variables = told.flatMap(({ name, value }) => {
    const number = value.known && /^\d{1,5}$/.test(value.value.trim()) ? Number(value.value) : 0
    return number > 0 ? [{ name, number }] : []
  })
  const exposed = image?.dockerfile ? workload.listens : []
  const ports = distinct([...variables.map(one => one.number), ...exposed])
  if (ports.length === 0 || (image?.origin === 'pulled' && exposesElsewhere(workload))) return UNKNOWN
  if (image?.origin !== 'pulled' && !isSilent(workload, port)) return UNKNOWN
  const [variable] = variables
  const because = variable ? `by ${variable.name}` : 'by the EXPOSE of its Dockerfile'
  return { state: 'no', ports, because }
}

/** A pulled image with code mounted into it may run anything. */
function exposesElsewhere({ mounts }: Workload): boolean {
  return mounts.some(mount => mount.type === 'bind' || mount.type === 'config' || mount.type === 'other')
}

/** Whether none of the sources that the image is built from names the port. */
function isSilent(workload: Workload, port: number): boolean {
  const context = workload.image?.context
  return context?.present === true && !sourceTextOf(context).has(port)
}
