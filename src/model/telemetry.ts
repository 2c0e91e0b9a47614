import { readRuleFile } from '../parse/prometheus/rules.js'
import type { Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { HostNames } from './host-names.js'
import type { NotEvaluated, Unreadable, Workload } from './system.js'
import { type AlertmanagerServer, alertmanagersOf } from './telemetry/alertmanager.js'
import { type AlertFile, alertFilesOf, loadedSources } from './telemetry/alerts.js'
import { type BlackboxProbe, blackboxProbesOf } from './telemetry/blackbox.js'
import { type CollectorServer, collectorsOf } from './telemetry/collectors.js'
import { type Destination, destinationsOf } from './telemetry/destinations.js'
import { type LogCollector, logCollectorsOf } from './telemetry/logs.js'
import { type PrometheusServer, prometheusServersOf } from './telemetry/prometheus.js'
import { type RejectedConfiguration, rejectedConfigurations } from './telemetry/rejected-configurations.js'
import { type TargetProblem, targetProblems } from './telemetry/scrape-targets.js'
import { tracingLibrariesOf } from './tracing.js'

/** What observes the system, as it is configured: scrape jobs, alert rules and where they go, dashboards, collectors. */
export interface Telemetry {
  /** The workloads that collect metrics by a configuration of Prometheus. */
  readonly prometheus: readonly PrometheusServer[]
  readonly alertmanagers: readonly AlertmanagerServer[]
  /** What is wrong with the targets of their scrape jobs. */
  readonly targetProblems: readonly TargetProblem[]
  /** What the blackbox exporter asks workloads. */
  readonly blackboxProbes: readonly BlackboxProbe[]
  /** The OpenTelemetry Collectors. */
  readonly collectors: readonly CollectorServer[]
  /** What collects the logs of others. */
  readonly logCollectors: readonly LogCollector[]
  /** Where configurations of collectors and of Grafana say that they send to, or ask. */
  readonly destinations: readonly Destination[]
  /** Where the manifests of dependencies name a library that traces, one place a manifest. */
  readonly tracingLibraries: readonly Span[]
  /** Files that keep Prometheus, Alertmanager or a collector from starting. */
  readonly rejected: readonly RejectedConfiguration[]
  /** Where alerts are defined, one entry a file, whether or not anything reads it. */
  readonly alertFiles: readonly AlertFile[]
}

/** What observes the system, with what could not be read of it. */
export interface FoundTelemetry {
  readonly telemetry: Telemetry
  readonly unreadable: readonly Unreadable[]
  readonly notEvaluated: readonly NotEvaluated[]
}

/** Reads the configuration of what observes the system. */
export function telemetryOf(tree: Tree, workloads: readonly Workload[], names: HostNames): FoundTelemetry {
  const prometheus = prometheusServersOf(workloads, tree, names)
  const alertmanagers = alertmanagersOf(workloads, tree, names)
  const collectors = collectorsOf(workloads, tree, names)
  const alertFiles = alertFilesOf(tree, workloads, prometheus)
  const { outputs, broken } = destinationsOf(workloads, tree)
  const isMonitored = prometheus.length + alertmanagers.length + collectors.length > 0
  return {
    telemetry: {
      prometheus,
      alertmanagers,
      targetProblems: targetProblems(prometheus, tree, names),
      blackboxProbes: blackboxProbesOf(prometheus, names),
      collectors,
      logCollectors: logCollectorsOf(workloads, collectors, tree).map(collector => {
        const own = outputs.get(collector.workload)
        return own && own.found.length > 0 && own.others === 0
          ? { ...collector, sendsOnly: own.found.length }
          : collector
      }),
      destinations: [...outputs].flatMap(([from, { found }]) => found.map(one => ({ ...one, from }))),
      tracingLibraries: tracingLibrariesOf(tree),
      rejected: isMonitored ? rejectedConfigurations(prometheus, alertmanagers, collectors) : [],
      alertFiles,
    },
    unreadable: [
      ...unreadableConfigurations(prometheus, [...alertmanagers, ...collectors]),
      ...broken.map(file => ({ ...file, format: 'prometheus', production: true, mayDeclare: 1 }) as const),
    ],
    notEvaluated: [],
  }
}

/** The files that servers of production read and that are no YAML. */
function unreadableConfigurations(
  prometheus: readonly PrometheusServer[],
  others: readonly (AlertmanagerServer | CollectorServer)[],
): readonly Unreadable[] {
  const configs = [...prometheus, ...others].flatMap(({ configuration }) =>
    configuration.state === 'read' ? [configuration.config] : [],
  )
  const rules = loadedSources(prometheus).map(readRuleFile)
  const byPath = new Map([...configs, ...rules].map(file => [file.path, file]))
  return [...byPath.values()]
    .filter(({ problems }) => problems.length > 0)
    .map(({ path, problems }) => ({ path, format: 'prometheus', production: true, problems, mayDeclare: 1 }))
}
