import { exporterOn, FIXED_PORTS, metricsInstead, speaksOwnProtocol } from '../../knowledge/observability.js'
import { knownValue, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import type { HostNames } from '../host-names.js'
import type { Workload } from '../system.js'
import type { PrometheusServer, ResolvedJob, ResolvedTarget } from './prometheus.js'

/** What is wrong with one target of a scrape job, or cannot be told of it. */
export interface TargetProblem {
  /** `broken`: nothing answers there with metrics · `open`: the repository does not tell. */
  readonly state: 'broken' | 'open'
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix?: string
  readonly job: string
  readonly target: string
  readonly at: Span
}

/** Looks behind every target of every job. */
export function targetProblems(
  servers: readonly PrometheusServer[],
  tree: Tree,
  names: HostNames,
): readonly TargetProblem[] {
  return servers.flatMap(({ workload, configuration }) => {
    if (configuration.state !== 'read') return []
    return configuration.jobs.flatMap(resolved => [
      ...emptyJob(resolved, workload),
      ...resolved.targets.flatMap(target => {
        const found = problemOf(target, { from: workload, tree, names })
        return found ? [{ ...found, job: resolved.job.name, target: target.text, at: target.at }] : []
      }),
    ])
  })
}

function emptyJob({ job, targets, complete }: ResolvedJob, server: Workload): readonly TargetProblem[] {
  // Rules that drop every target are somebody's decision.
  if (targets.length > 0 || !complete || job.targets.length > 0) return []
  const what = `the job ${job.name} has no target, so ${server.name} scrapes nothing for it`
  return [{ state: 'broken', what, fix: 'Add a target, or take the job out.', job: job.name, target: '', at: job.at }]
}

interface Surroundings {
  readonly from: Workload
  readonly tree: Tree
  readonly names: HostNames
}

type Found = Pick<TargetProblem, 'state' | 'what' | 'fix'>

function broken(what: string, fix: string): Found {
  return { state: 'broken', what, fix }
}

function problemOf({ address, answer, text }: ResolvedTarget, surroundings: Surroundings): Found | undefined {
  if (!address || !answer) return undefined
  const { from } = surroundings
  if (answer.kind === 'unknown')
    return { state: 'open', what: `who answers to ${address.host} is not known: ${answer.because}` }
  if (answer.kind === 'nobody') {
    const { namesake } = answer
    const why = namesake
      ? `${from.name} is on no network that ${namesake.name} is on`
      : `no service on the networks of ${from.name} has the name ${address.host}`
    const fix = namesake
      ? `Put ${from.name} on a network of ${namesake.name}.`
      : address.port !== undefined && exporterOn(address.port)
        ? `Deploy the exporter (\`${exporterOn(address.port)}\`) under that name, or take the target out.`
        : 'Write the name of the service, or take the target out.'
    return broken(`${from.name} scrapes ${text}, and ${why}`, fix)
  }
  if (answer.kind !== 'workload') return undefined
  const port = answer.port ?? address.port ?? (address.scheme === 'https' ? 443 : 80)
  const to = answer.workload
  if (to === from) return ownContainer(text, port, from)
  return (
    wrongPort({ text, port, to, from }) ??
    (to.software?.id === 'traefik' ? metricsOff(text, to, surroundings.tree) : undefined) ??
    probed(address.probed, to, surroundings.names)
  )
}

/** Inside a container `localhost` is that container. */
function ownContainer(text: string, port: number, from: Workload): Found | undefined {
  const own = from.software?.ports.map(one => one.port) ?? []
  if (own.includes(port) || mentions(from, port)) return undefined
  return broken(
    `${from.name} scrapes ${text}, which is its own container, and only ${own.join(', ')} is served there`,
    'Write the name of the service that is meant; for a program on the host `host.docker.internal` with `extra_hosts: ["host.docker.internal:host-gateway"]`.',
  )
}

interface Asked {
  readonly text: string
  readonly port: number
  readonly to: Workload
  readonly from: Workload
}

function wrongPort({ text, port, to, from }: Asked): Found | undefined {
  const { software } = to
  if (software && speaksOwnProtocol(software.id, port))
    return broken(
      `${from.name} scrapes ${text}, where ${software.name} speaks its own protocol and no HTTP`,
      metricsInstead(software),
    )
  const served = servedPorts(to)
  if (served.has(port) || mentions(to, port)) return undefined
  const isFixed = software !== undefined && (software.kind === 'exporter' || FIXED_PORTS.has(software.id))
  if (isFixed) {
    const right = software.ports[0]?.port
    return broken(
      `${from.name} scrapes ${text}, and ${to.name} (${software.name}) listens on ${right}`,
      `Write the port ${right}.`,
    )
  }
  if (software || served.size === 0) return undefined
  return { state: 'open', what: `nothing in the repository says that ${to.name} listens on ${port}` }
}

/** The ports that something says a workload serves: exposed, published, asked for by a health check. */
function servedPorts({ listens, published, health }: Workload): ReadonlySet<number> {
  const checked = health.checks.flatMap(({ http }) => {
    const port = knownValue(http?.port)
    return typeof port === 'number' ? [port] : []
  })
  return new Set([...listens, ...published.flatMap(({ container }) => knownValue(container) ?? []), ...checked])
}

/** Whether a number stands in the settings of a workload: its command, its variables, the texts of its health checks. */
function mentions({ start, environment, health }: Workload, port: number): boolean {
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`)
  const values = [...environment.values()].map(({ value, raw }) => knownValue(value) ?? raw ?? '')
  const hidden = start?.argv.some(word => word === null || word.includes('$')) === true
  return (
    hidden || [start?.text ?? '', ...values, ...health.checks.map(check => check.text)].some(text => number.test(text))
  )
}

/** https://doc.traefik.io/traefik/observability/metrics/prometheus/ */
const TRAEFIK_FILES = ['/etc/traefik/traefik.yml', '/etc/traefik/traefik.yaml', '/etc/traefik/traefik.toml']

/** Traefik has metrics only when told so, by a flag, a variable or its file. */
function metricsOff(text: string, to: Workload, tree: Tree): Found | undefined {
  const words = to.start?.argv ?? []
  if (words.some(word => word === null || /metrics[.]prometheus|configfile/i.test(word))) return undefined
  if ([...to.environment.keys()].some(name => /^TRAEFIK_(?:METRICS_PROMETHEUS|CONFIGFILE)/i.test(name)))
    return undefined
  const files = containerFilesOf(to, tree)
  for (const path of TRAEFIK_FILES) {
    const found = files.find(path)
    if (found.state === 'unknown' || (found.state === 'file' && /prometheus/i.test(found.file.source.text)))
      return undefined
  }
  return broken(
    `${text} is scraped, and ${to.name} has its metrics switched off`,
    'Add `--metrics.prometheus=true` to its command.',
  )
}

/** What the blackbox exporter is told to ask, asked from where it runs. */
function probed(target: string | undefined, exporter: Workload, names: HostNames): Found | undefined {
  if (target === undefined || exporter.software?.id !== 'blackbox-exporter') return undefined
  const [, host, port] = /^(?:[a-z]+:\/\/)?([^/:?#]+)(?::(\d{1,5}))?/i.exec(target) ?? []
  if (host === undefined) return undefined
  const answer = names.answer(host, port === undefined ? undefined : Number(port), exporter)
  if (answer.kind !== 'nobody') return undefined
  return broken(
    `${exporter.name} probes ${target}, and no service on its networks has the name ${host}`,
    'Write the name of the service, or take the target out.',
  )
}
