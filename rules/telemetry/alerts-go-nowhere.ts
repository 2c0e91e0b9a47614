import { namesReceivers } from '../../src/model/kubernetes/receivers.js'
import { alertRoutesOf } from '../../src/model/telemetry/alert-routes.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/alerts-go-nowhere',
  title: 'Some alerts, or all, reach nobody',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Prometheus only marks an alert as firing. Without an Alertmanager that it can reach, and a receiver there with a real address, it stays a red line on a page that nobody has open.',
  fix: 'Deploy Alertmanager, name it under `alerting.alertmanagers` of Prometheus, and give the receiver of its route an integration that a person reads.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#alertmanager_config',
    'https://prometheus.io/docs/alerting/latest/configuration/',
  ],
  reads: ['prometheus'],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository, telemetry } = system
    const monitor = monitorOf(system)
    if (!monitor) return implied(repository, 'telemetry/monitoring-missing')
    const { deadEnds, open } = alertRoutesOf(system)
    const byPrometheus = telemetry.alertFiles.filter(({ kind, loading }) => kind === 'rules' && loading !== 'unknown')
    if (telemetry.alertFiles.length === 0 && monitor.kind === 'own')
      implied(repository, 'telemetry/alert-rules-missing')
    else if (telemetry.alertFiles.some(({ kind }) => kind === 'monitor')) pass(repository)
    else if (system.clusters.some(namesReceivers)) pass(repository)
    else if (byPrometheus.length === 0)
      unverified(repository, monitor, 'who is told of an alert is not written in the repository')
    else if (deadEnds.length > 0)
      for (const { at, what, fix, key, besideOthers } of deadEnds)
        fail(repository, at, besideOthers ? `${what}; the other ways lead on` : what, {
          fix,
          key,
          ...(besideOthers ? { why: BESIDE_OTHERS } : {}),
        })
    else if (telemetry.prometheus.every(({ configuration }) => configuration.state !== 'read') && !open)
      implied(repository, 'telemetry/alert-rules-not-loaded')
    else if (open) unverified(repository, open.at, open.because)
    else pass(repository)
  },
  examples: {
    bad: [
      // Prometheus knows no Alertmanager.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml] #! has no \`alerting\` section, so alerts that prometheus raises are sent to nobody
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
      },
      // One of two ways leads on.
      {
        'compose.yaml': `
          services:
            prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./monitoring:/etc/prometheus:ro"] }
            alerts:
              image: prom/alertmanager:v0.29.0
              volumes: ["./monitoring/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["alerts:9093"] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
        'monitoring/alertmanager.yml': `
          route: { receiver: team }
          receivers:
            - name: team
              pagerduty_configs: [{ routing_key_file: /run/secrets/key }]
              slack_configs:
                - api_url: https://hooks.slack.com/services/YOUR/SLACK/WEBHOOK #! a slack URL that somebody was to fill in; the other ways lead on
                  channel: "#erp"
        `,
      },
      // The name is nobody's, the section is commented out, or the port is another.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
            alerts:
              image: prom/alertmanager:v0.29.0
              volumes: ["./monitoring/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting:
            alertmanagers:
              - static_configs:
                  - targets:
                      - alertmanager:9093 #! alertmanager is the name of nobody
                      - localhost:9093 #! which is its own container
                      - alerts:9094 #! alerts listens on 9093
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
        'monitoring/alertmanager.yml': `
          route: { receiver: team }
          receivers: [{ name: team, pagerduty_configs: [{ routing_key_file: /run/secrets/key }] }]
        `,
      },
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: #! names no Alertmanager under \`alerting\`
            alertmanagers:
              # - static_configs: [{ targets: ["alertmanager:9093"] }]
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
      },
      // Receivers: empty, a container's own web hook, nobody, a placeholder.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
            alertmanager:
              image: prom/alertmanager:v0.29.0
              volumes: ["./monitoring/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
        'monitoring/alertmanager.yml': `
          route:
            receiver: default
          receivers:
            - name: default #! the receiver "default" of monitoring/alertmanager.yml reaches nobody
        `,
      },
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
            alertmanager:
              image: prom/alertmanager:v0.29.0
              command: ["--config.file=/etc/alertmanager/config.yml"]
              volumes: ["./monitoring/alertmanager.yml:/etc/alertmanager/config.yml:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
        'monitoring/alertmanager.yml': `
          route:
            receiver: hook
            routes:
              - receiver: chat
                matchers: ['severity="page"']
              - receiver: mail
                matchers: ['severity="ticket"']
          receivers:
            - name: hook
              webhook_configs:
                - url: http://localhost:5001/alerts #! sends to localhost:5001, which is the container of alertmanager itself
                - url: http://notifier:8080/alerts #! sends to notifier, and nobody answers to that name
            - name: chat
              slack_configs:
                - api_url: https://hooks.slack.com/services/YOUR/SLACK/WEBHOOK #! sends to a placeholder, a slack URL
                  channel: '#alerts'
            - name: mail
              email_configs:
                - to: ops@acme.io
                  smarthost: smtp.example.com:587 #! sends to a placeholder, smtp.example.com
        `,
      },
      // The configuration of the image.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
            alertmanager: #! runs the configuration of its image
              image: prom/alertmanager:v0.29.0
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
            alertmanager:
              image: prom/alertmanager:v0.29.0
              volumes: ["./monitoring/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
            notifier: { image: "ghcr.io/acme/notifier:1.4.0" }
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting:
            alertmanagers:
              - dns_sd_configs: [{ names: [alertmanager], type: A, port: 9093 }]
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
        // What wakes nobody goes to an empty receiver on purpose, and one is used by no route.
        'monitoring/alertmanager.yml': `
          route:
            receiver: nobody
            routes:
              - receiver: team
                matchers: ['severity=~"page|ticket"']
          receivers:
            - name: nobody
            - name: team
              slack_configs: [{ api_url_file: /run/secrets/slack, channel: '#erp' }]
              webhook_configs: [{ url: "http://notifier:8080/alerts" }, { url: "https://hooks.acme.io/T00/B00/abc" }]
            - name: unused
              webhook_configs: [{ url: "http://localhost:5001/" }]
        `,
      },
      // An Alertmanager outside.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ scheme: https, static_configs: [{ targets: [alerts.acme.io] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
      },
      // Both on the network of the host.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              network_mode: host
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["localhost:9093"] }] }] }
        `,
        'monitoring/alerts.yml': `
          groups: [{ name: erp, rules: [{ alert: Down, expr: up == 0 }] }]
        `,
      },
    ],
  },
})

const BESIDE_OTHERS =
  'What is sent this way is lost without a word: an alert whose route leads here alone is told to nobody, and where two ways were to stand in for each other there is only one.'
