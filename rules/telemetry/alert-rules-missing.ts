import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/alert-rules-missing',
  title: 'Metrics are collected and nothing raises an alert',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A dashboard helps whoever looks at it. At night nobody does: without alert rules a full disk or a dead service is still reported by users. Alerts that are only clicked together are lost with the container and reviewed by nobody.',
  fix: 'Add a rule file (`groups: [{ name: erp, rules: [{ alert: ServiceDown, expr: up == 0, for: 2m }] }]`), list it under `rule_files:` of Prometheus, and send it to a person through Alertmanager.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
    'https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/',
  ],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const monitor = monitorOf(system)
    const { alertFiles } = system.telemetry
    // Rule files need somebody who evaluates them; monitors of a hosted service bring their own.
    const counts = alertFiles.filter(({ kind }) => monitor !== undefined || kind === 'monitor' || kind === 'resource')
    if (counts.some(({ loading }) => loading === 'loaded' || loading === 'unknown')) pass(system.repository)
    else if (!monitor) implied(system.repository, 'telemetry/monitoring-missing')
    else if (counts.length > 0) implied(system.repository, 'telemetry/alert-rules-not-loaded')
    else if (monitor.kind === 'elsewhere')
      unverified(system.repository, monitor, 'alerts may be defined in the monitoring system that the metrics go to')
    else
      fail(
        system.repository,
        monitor,
        `${monitor.name} collects metrics, and no file of the repository defines an alert`,
      )
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            prometheus: #! prometheus collects metrics, and no file of the repository defines an alert
              image: prom/prometheus:v3.6.0
        `,
        'prometheus.yml': `
          scrape_configs: [{ job_name: api, static_configs: [{ targets: ["api:8080"] }] }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes:
                - ./prometheus.yml:/etc/prometheus/prometheus.yml:ro
                - ./alerts.yml:/etc/prometheus/alerts.yml:ro
        `,
        'prometheus.yml': `
          rule_files: [alerts.yml]
        `,
        'alerts.yml': `
          groups:
            - name: erp
              rules:
                - alert: ServiceDown
                  expr: up == 0
                  for: 2m
        `,
      },
      // The alerts of a hosted service, as code.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DD_AGENT_HOST: agent } }
            agent: { image: "gcr.io/datadoghq/agent:7.71.0" }
        `,
        'monitors.tf': `
          resource "datadog_monitor" "errors" { name = "Errors" }
        `,
      },
    ],
  },
})
