import type { Span } from '../../source.js'
import type { HostNames } from '../host-names.js'
import type { Workload } from '../system.js'
import type { PrometheusServer } from './prometheus.js'

/** What the blackbox exporter is told to ask a workload over HTTP, where only success counts. */
export interface BlackboxProbe {
  readonly exporter: Workload
  readonly workload: Workload
  /** As written. */
  readonly target: string
  /** With a leading `/`. */
  readonly path: string
  readonly port: number
  readonly at: Span
}

/**
 * The probes of scrape jobs that ask workloads of the repository. Only with a module that is named for 2xx, as the one that the
 * exporter brings along: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
export function blackboxProbesOf(servers: readonly PrometheusServer[], names: HostNames): readonly BlackboxProbe[] {
  return servers.flatMap(({ configuration }) => {
    if (configuration.state !== 'read') return []
    return configuration.jobs.flatMap(({ job, targets }) => {
      if (!/2xx/.test(job.parameters.get('module') ?? '')) return []
      return targets.flatMap(({ address, answer, at }): readonly BlackboxProbe[] => {
        if (address?.probed === undefined || answer?.kind !== 'workload') return []
        const exporter = answer.workload
        if (exporter.software?.id !== 'blackbox-exporter') return []
        const probe = probeOf(address.probed, exporter, names)
        return probe ? [{ ...probe, exporter, target: address.probed, at }] : []
      })
    })
  })
}

function probeOf(
  target: string,
  exporter: Workload,
  names: HostNames,
): Pick<BlackboxProbe, 'workload' | 'path' | 'port'> | undefined {
  const [, scheme = 'http', host, port, path = '/'] =
    /^(?:(https?):\/\/)?([\w.-]+)(?::(\d{1,5}))?(\/[^\s?#]*)?(?:[?#]|$)/i.exec(target) ?? []
  if (host === undefined) return undefined
  const asked = port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port)
  const answer = names.answer(host, asked, exporter)
  if (answer.kind !== 'workload' || answer.others.length > 0) return undefined
  return { workload: answer.workload, path, port: answer.port ?? asked }
}
