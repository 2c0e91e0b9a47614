import { option } from '../../knowledge/arguments.js'
import { isBefore } from '../../knowledge/facts.js'
import { checkAlertmanagerConfig } from '../../parse/alertmanager/check.js'
import type { Problem } from '../../parse/node.js'
import { collectorProblems } from '../../parse/otel-collector.js'
import { checkPrometheusConfig } from '../../parse/prometheus/check-config.js'
import { checkRuleFile } from '../../parse/prometheus/check-rules.js'
import type { PromqlOptions } from '../../parse/prometheus/promql.js'
import { readRuleFile } from '../../parse/prometheus/rules.js'
import type { Workload } from '../system.js'
import type { AlertmanagerServer } from './alertmanager.js'
import { loadedSources } from './alerts.js'
import type { CollectorServer } from './collectors.js'
import type { PrometheusServer } from './prometheus.js'

/** A file that keeps a program from starting. */
export interface RejectedConfiguration {
  readonly workload: Workload
  /** `configuration`: its main file · `rules`: a rule file that it evaluates. */
  readonly kind: 'configuration' | 'rules'
  readonly path: string
  /** At least one; of files that are YAML only. */
  readonly problems: readonly Problem[]
}

/** What Prometheus, Alertmanager and the OpenTelemetry Collectors of production refuse to read. */
export function rejectedConfigurations(
  prometheus: readonly PrometheusServer[],
  alertmanagers: readonly AlertmanagerServer[],
  collectors: readonly CollectorServer[],
): readonly RejectedConfiguration[] {
  const all = [
    ...prometheus.flatMap(ofPrometheus),
    ...alertmanagers.map(({ workload, configuration }) => ofFile(workload, configuration, checkAlertmanagerConfig)),
    ...collectors.map(({ workload, configuration }) => {
      const problems = configuration.state === 'read' ? collectorProblems(configuration.config) : []
      return ofFile(workload, configuration, () => problems)
    }),
  ]
  return all.filter(({ problems }) => problems.length > 0)
}

type Check = typeof checkPrometheusConfig

function ofFile(
  workload: Workload,
  configuration: AlertmanagerServer['configuration'] | CollectorServer['configuration'],
  check: Check,
): RejectedConfiguration {
  const nothing = { workload, kind: 'configuration' as const, path: '', problems: [] }
  if (configuration.state !== 'read') return nothing
  const { config, source } = configuration
  // What is no YAML is said elsewhere.
  if (config.problems.length > 0) return nothing
  return { ...nothing, path: config.path, problems: check(source, config.root) }
}

function ofPrometheus(server: PrometheusServer): readonly RejectedConfiguration[] {
  const { workload, configuration } = server
  // VictoriaMetrics reads the same files, with keys of its own.
  if (configuration.state !== 'read' || workload.software?.id !== 'prometheus') return []
  const { config, source } = configuration
  const problems = config.problems.length > 0 ? [] : checkPrometheusConfig(source, config.root)
  const options = promqlOptions(workload)
  const rules = loadedSources([server]).map((file): RejectedConfiguration => {
    const { root, problems: broken } = readRuleFile(file)
    return {
      workload,
      kind: 'rules',
      path: file.path,
      problems: broken.length > 0 ? [] : checkRuleFile(file, root, options),
    }
  })
  const isOld = isBefore(workload.version, [3]) !== false
  return [
    {
      workload,
      kind: 'configuration',
      path: config.path,
      problems: problems.filter(({ message }) => !isOld || !ONLY_NEW.test(message)),
    },
    ...rules,
  ]
}

/** Prometheus 2 takes these: https://prometheus.io/docs/prometheus/latest/migration/ */
const ONLY_NEW = /Alertmanager api version|field scrape_classic_histograms not found/

function promqlOptions({ start, version }: Workload): PromqlOptions {
  const features = option(start?.argv, 'enable-feature')
  const experimental =
    features.given === 'unknown' ||
    (features.given === 'yes' &&
      (features.value ?? 'promql-experimental-functions').includes('promql-experimental-functions'))
  const isOld = isBefore(version, [3]) !== false
  return { experimental, ...(isOld ? { renamed: new Map([['holt_winters', 'double_exponential_smoothing']]) } : {}) }
}
