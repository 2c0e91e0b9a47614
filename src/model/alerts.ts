import type { Span } from '../source.js'
import type { Tree } from '../tree.js'

/** An alert in a Prometheus rule file or a PrometheusRule: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
const PROMETHEUS_ALERT = /^[ \t]*(?:-[ \t]+)?alert[ \t]*:[ \t]*\S/m
/** A rule of Grafana's provisioning: https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/ */
const GRAFANA_ALERT = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*\S/m
/** Monitors of hosted services as Terraform resources. */
const TERRAFORM_ALERT =
  /^resource[ \t]+"(?:datadog_monitor|grafana_rule_group|newrelic_nrql_alert_condition|aws_cloudwatch_metric_alarm|google_monitoring_alert_policy|azurerm_monitor_metric_alert)"/m

/** The files that define alerts, each at its first one. */
export function alertRulesOf(tree: Tree): readonly Span[] {
  return tree.files.flatMap(file => {
    const pattern = patternFor(file.path, file.format)
    const text = pattern && tree.read(file.path)?.text
    const match = text && pattern.exec(text)
    if (!match || (pattern === PROMETHEUS_ALERT && !/^[ \t]*expr[ \t]*:/m.test(text))) return []
    if (pattern === GRAFANA_ALERT && !/^[ \t]*folder[ \t]*:/m.test(text)) return []
    return [{ path: file.path, start: match.index, end: match.index + match[0].length }]
  })
}

function patternFor(path: string, format: string): RegExp | undefined {
  if (path.endsWith('.tf')) return TERRAFORM_ALERT
  if (/\.rules$/.test(path)) return PROMETHEUS_ALERT
  if (format !== 'yaml' && format !== 'helm') return undefined
  return /(^|\/)provisioning\/alerting\//.test(path) ? GRAFANA_ALERT : PROMETHEUS_ALERT
}
