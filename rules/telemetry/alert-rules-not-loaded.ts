import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { unloadedAlerts } from '../../src/model/telemetry/unloaded-alerts.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/alert-rules-not-loaded',
  title: 'Alert rules are written and not in force',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Prometheus evaluates only the files that `rule_files` names inside its container. A pattern that matches nothing is no error to it: everybody believes in the alerts, and none can ever fire.',
  fix: 'Mount the rule files into the container of Prometheus, name them under `rule_files:`, and look at the page `/rules` of Prometheus.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
    'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
  ],
  reads: ['prometheus'],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository, telemetry } = system
    const monitor = monitorOf(system)
    const rules = telemetry.alertFiles
    const unloaded = unloadedAlerts(system)
    for (const { files, what, fix, at } of unloaded) {
      const related = files.map(file => ({ at: file.at, message: 'the first alert in it' }))
      fail(repository, at, what, { fix, related, key: files.map(file => file.at.path).join(' ') })
    }
    const refused = telemetry.rejected.filter(({ kind }) => kind === 'rules')
    for (const { workload, path, problems } of refused) {
      const [first, ...more] = problems
      if (!first) continue
      const others = more.length > 0 ? ` (and ${more.length} more)` : ''
      const what = `${workload.name} refuses ${path} and does not start with it: ${first.message}${others}`
      fail(repository, first.at, what, {
        fix: `Correct it; \`promtool check rules ${path}\` says the same.`,
        key: path,
      })
    }
    if (unloaded.length + refused.length > 0) return
    if (!monitor) implied(repository, 'telemetry/monitoring-missing')
    else if (rules.length > 0) pass(repository)
    else if (monitor.kind === 'own') implied(repository, 'telemetry/alert-rules-missing')
    else unverified(repository, monitor, 'alerts may be defined in the monitoring system that the metrics go to')
  },
  examples: {
    bad: [
      // No file is named at all.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          scrape_configs: #! has no \`rule_files\`, so the alerts in monitoring/alerts.yml are not evaluated
            - job_name: prometheus
              static_configs: [{ targets: ["localhost:9090"] }]
        `,
        'monitoring/alerts.yml': `
          groups:
            - name: erp
              rules:
                - alert: Down
                  expr: up == 0
        `,
      },
      // Named where the container has none.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes:
                - ./monitoring/prometheus.yml:/etc/prometheus/prometheus.yml:ro #! monitoring/alerts.yml is not mounted into prometheus, which looks for rules at /etc/prometheus/alerts.yml
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
        `,
        'monitoring/alerts.yml': `
          groups:
            - name: erp
              rules:
                - alert: Down
                  expr: up == 0
        `,
      },
      // Another extension than the pattern has, beside one that is read.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files:
            - rules/*.yml #! names /etc/prometheus/rules/*.yml, so the alerts in monitoring/rules/database.yaml are not evaluated
        `,
        'monitoring/rules/service.yml': `
          groups:
            - name: service
              rules:
                - alert: Down
                  expr: up == 0
        `,
        'monitoring/rules/database.yaml': `
          groups:
            - name: database
              rules:
                - alert: DatabaseDown
                  expr: pg_up == 0
        `,
      },
      // In force, and refused: a bad expression, a template that does not parse.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./monitoring:/etc/prometheus:ro"]
        `,
        'monitoring/prometheus.yml': `
          rule_files: ["*.rules.yml"]
        `,
        'monitoring/errors.rules.yml': `
          groups:
            - name: errors
              rules:
                - alert: ErrorRate
                  expr: rate(http_errors_total) > 1 #! prometheus refuses monitoring/errors.rules.yml and does not start with it: could not parse expression
        `,
        'monitoring/down.rules.yml': `
          groups:
            - name: down
              rules:
                - alert: Down
                  expr: up == 0
                  annotations:
                    summary: "{{ $label.instance }} is down" #! undefined variable
        `,
      },
      // Prometheus runs what its image brings.
      {
        'compose.yaml': `
          services:
            prometheus: #! runs the configuration of its image, so the alerts in alerts.yml are evaluated by nobody
              image: prom/prometheus:v3.6.0
        `,
        'prometheus.yml': `
          rule_files: [alerts.yml]
        `,
        'alerts.yml': `
          groups:
            - name: erp
              rules:
                - alert: Down
                  expr: up == 0
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              command: ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
              volumes:
                - ./monitoring/prometheus.yml:/etc/prometheus/prometheus.yml:ro
                - ./monitoring/rules:/etc/prometheus/rules:ro
        `,
        'monitoring/prometheus.yml': `
          rule_files: ["/etc/prometheus/rules/*.yml"]
        `,
        'monitoring/rules/erp.yml': `
          groups:
            - name: erp
              rules:
                - alert: Down
                  expr: up == 0
        `,
        // What promtool tests them with.
        'monitoring/tests/erp_test.yml': `
          rule_files: [../rules/erp.yml]
          tests:
            - interval: 1m
              alert_rule_test:
                - eval_time: 10m
                  alertname: Down
        `,
      },
      // Copied into an image of one's own.
      {
        'compose.yaml': `
          services:
            prometheus: { build: ./monitoring }
        `,
        'monitoring/Dockerfile': `
          FROM prom/prometheus:v3.6.0
          COPY prometheus.yml alerts.yml /etc/prometheus/
        `,
        'monitoring/prometheus.yml': `
          rule_files: [alerts.yml]
        `,
        'monitoring/alerts.yml': `
          groups:
            - name: erp
              rules:
                - alert: Down
                  expr: up == 0
        `,
      },
      // Compose configs, written in the file itself.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              configs:
                - { source: prometheus, target: /etc/prometheus/prometheus.yml }
                - { source: alerts, target: /etc/prometheus/alerts.yml }
          configs:
            prometheus:
              content: |
                rule_files: [alerts.yml]
            alerts:
              content: |
                groups:
                  - name: erp
                    rules:
                      - alert: Down
                        expr: up == 0
        `,
      },
    ],
  },
})
