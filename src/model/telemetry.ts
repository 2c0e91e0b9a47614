import type { Span } from '../source.js'
import type { Tree } from '../tree.js'
import { alertRulesOf } from './alerts.js'
import type { NotEvaluated, Unreadable, Workload } from './system.js'

/** What observes the system, as it is configured: scrape jobs, alert rules and where they go, dashboards, collectors. */
export interface Telemetry {
  /** Where alerts are defined: Prometheus rules, Grafana provisioning, monitors as code. One span a file. */
  readonly alertRules: readonly Span[]
}

export interface FoundTelemetry {
  readonly telemetry: Telemetry
  readonly unreadable: readonly Unreadable[]
  readonly notEvaluated: readonly NotEvaluated[]
}

/** Reads the configuration of what observes the system. */
export function telemetryOf(tree: Tree, _workloads: readonly Workload[]): FoundTelemetry {
  return { telemetry: { alertRules: alertRulesOf(tree) }, unreadable: [], notEvaluated: [] }
}
