import { type Fact, knownValue, type Span } from '../../source.js'
import { listOf } from '../../words.js'
import { networksInCommon } from '../host-names.js'
import type { Label, Workload } from '../system.js'
import type { Traefik } from './judging.js'
import { isOn, switchAt } from './settings.js'

/** Which labels one Traefik looks at. */
export interface LabelReader {
  readonly name: string
  /** Why that is not known in full. */
  readonly hidden?: { readonly because: string; readonly at: Span }
  /** Labels of the services of a swarm (`providers.swarm`, in version 2 `providers.docker.swarmMode`). */
  readonly services?: Provider
  /** Labels of containers (`providers.docker`). */
  readonly containers?: Provider
  /** Whether what it routes may be this one: it runs beside it, or shares a network with it. */
  readonly mayRead: (workload: Workload) => boolean
}

interface Provider {
  /** Whether it leaves out what has no label `traefik.enable=true`; absent: it does not. */
  readonly byDefault?: Fact<boolean>
}

/** What one Traefik reads of labels; undefined where it reads none. */
export function labelReader({ proxy, settings, hidden }: Traefik): LabelReader | undefined {
  const [traefik] = proxy.workloads
  if (!traefik) return undefined
  const docker = isOn(settings, 'providers', 'docker')
  const mode = switchAt(settings, 'providers', 'docker', 'swarmmode')
  const ofSwarm = isOn(settings, 'providers', 'swarm') ? 'swarm' : docker && knownValue(mode) ? 'docker' : undefined
  const open = mode?.known === false ? { because: 'swarmMode is set outside the repository', at: mode.at } : hidden
  if (!ofSwarm && !docker && !open) return undefined
  const provider = (name: string): Provider => {
    const byDefault = switchAt(settings, 'providers', name, 'exposedbydefault')
    return byDefault ? { byDefault } : {}
  }
  return {
    name: proxy.name,
    ...(open && { hidden: open }),
    ...(ofSwarm && { services: provider(ofSwarm) }),
    ...(docker && ofSwarm !== 'docker' && { containers: provider('docker') }),
    mayRead: workload => workload.deployment === traefik.deployment || networksInCommon(traefik, workload).length > 0,
  }
}

/** Labels that mean a route and make none; `hidden`: where that depends on what the repository does not tell. */
export interface LostRoute {
  readonly at: Span
  /** What is wrong, as a clause. */
  readonly what: string
  readonly fix: string
  readonly hidden?: LabelReader['hidden']
}

/** The labels of one kind that mean a route. */
interface Labels {
  readonly kind: 'services' | 'containers'
  readonly all: ReadonlyMap<string, Label>
  /** The first label of a router. */
  readonly at: Span
}

type Reason = Pick<LostRoute, 'what' | 'fix'>

/**
 * Whether the labels of a workload make the routes that they mean (traefik v3, `config.go` and `pswarm.go` of
 * `pkg/provider/docker`). Undefined where they mean none, and where no Traefik is there to ask.
 */
export function lostRoute(workload: Workload, readers: readonly LabelReader[]): LostRoute | 'none' | undefined {
  const groups = routed(workload)
  const [first] = groups
  if (!first) return undefined
  const read = groups.flatMap(labels =>
    readers.flatMap(reader => {
      const provider = reader[labels.kind]
      return provider ? [{ labels, reason: ownReason(labels) ?? filtered(labels, provider, reader.name) }] : []
    }),
  )
  if (read.some(({ reason }) => reason === undefined)) return 'none'
  const hidden = readers.find(reader => reader.hidden)?.hidden
  const [lost] = read
  if (lost?.reason) return { ...lost.reason, at: lost.labels.at, ...(hidden && { hidden }) }
  const [reader] = readers
  if (reader) return { ...unread(first, reader), at: first.at, ...(hidden && { hidden }) }
  // Whichever reads the labels of services, it is one for a swarm.
  if (first.kind === 'containers') return undefined
  const reason = ownReason(first)
  return reason ? { ...reason, at: first.at } : 'none'
}

const ROUTER = /^traefik\.(http|tcp|udp)\.routers\.([^.]+)\./i
const SERVICE = /^traefik\.(http|tcp|udp)\.services\.([^.]+)\./i
const SERVER = /^traefik\.(?:http|tcp|udp)\.services\.[^.]+\.loadbalancer\.server\.(?:port|url)$/i

/** Those of the service before those of the containers; none that are switched off, and none with names that are not known. */
function routed({ platform, labels }: Workload): readonly Labels[] {
  if (platform !== 'compose' && platform !== 'swarm') return []
  return (['services', 'containers'] as const).flatMap(kind => {
    const all = new Map([...labels].filter(([, { ofService = false }]) => ofService === (kind === 'services')))
    const router = [...all].find(([name]) => ROUTER.test(name))
    const enabled = knownValue(enableOf(all)?.value)
    if (!router || (enabled !== undefined && !isTrue(enabled))) return []
    return [...all.keys()].some(name => name.startsWith('$')) ? [] : [{ kind, all, at: router[1].at }]
  })
}

function enableOf(all: Labels['all']): Label | undefined {
  return [...all].find(([name]) => name.toLowerCase() === 'traefik.enable')?.[1]
}

/** As Go reads a switch: https://pkg.go.dev/strconv#ParseBool. */
function isTrue(text: string): boolean {
  return /^(?:1|t|true)$/i.test(text)
}

/** What is wrong with labels whoever reads them. */
function ownReason({ kind, all }: Labels): Reason | undefined {
  const names = [...all.keys()]
  for (const name of names) {
    const [, protocol = '', router] = ROUTER.exec(name) ?? []
    if (router === undefined) continue
    const services = namesOf(names, protocol)
    const [one, other] = services
    const isNamed = names.some(
      key => key.toLowerCase() === `traefik.${protocol}.routers.${router}.service`.toLowerCase(),
    )
    if (isNamed || one === undefined || other === undefined) continue
    return {
      what: `the router ${router} does not say which of the services ${listOf(services)} it leads to, and Traefik drops it`,
      fix: `Add \`traefik.${protocol}.routers.${router}.service=${one}\`, or the other.`,
    }
  }
  if (kind === 'containers' || names.some(name => SERVER.test(name))) return undefined
  return {
    what: 'no label tells the port, and a swarm tells Traefik none: it leaves the service out with all of its routers',
    fix: 'Add `traefik.http.services.NAME.loadbalancer.server.port=PORT` below `deploy.labels`; beside a router to `api@internal` any number does.',
  }
}

function namesOf(names: readonly string[], protocol: string): readonly string[] {
  const found = new Map<string, string>()
  for (const name of names) {
    const [, own = '', service] = SERVICE.exec(name) ?? []
    if (service !== undefined && own.toLowerCase() === protocol.toLowerCase()) found.set(service.toLowerCase(), service)
  }
  return [...found.values()]
}

function filtered({ all }: Labels, { byDefault }: Provider, name: string): Reason | undefined {
  if (!byDefault?.known || byDefault.value || enableOf(all)) return undefined
  return {
    what: `Traefik (${name}) leaves out what has no label traefik.enable=true, as exposedByDefault is off`,
    fix: 'Add `traefik.enable=true` beside the other labels.',
  }
}

function unread({ kind }: Labels, { name, services }: LabelReader): Reason {
  if (kind === 'containers')
    return {
      what: `Traefik (${name}) reads the labels of services, and these are labels of the containers`,
      fix: 'Move them from `labels` to `deploy.labels`.',
    }
  return {
    what: `Traefik (${name}) reads the labels of ${services ? 'services' : 'containers'}, and these are labels of the service`,
    fix: 'Let Traefik read them: `--providers.swarm.endpoint=unix:///var/run/docker.sock`, before version 3 `--providers.docker.swarmMode=true`.',
  }
}
