import { isScraped } from '../../src/model/exporters.js'
import type { Workload } from '../../src/model/system.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/service-not-scraped',
  title: 'A service has metrics, and no job asks for them',
  category: 'observability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'An exporter does nothing until Prometheus asks it. It runs, it looks like monitoring of the database, and no number of it is ever stored.',
  fix: 'Add a job to `scrape_configs` of Prometheus with its name and port as the target.',
  refs: ['https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config'],
  reads: ['prometheus'],
  check({ system, pass, fail, unverified, implied }) {
    const monitor = monitorOf(system)
    const servers = system.telemetry.prometheus.filter(({ configuration }) => configuration.state !== 'unknown')
    for (const workload of system.workloads) {
      if (!showsMetrics(workload)) continue
      const { name, software } = workload
      const scraped = isScraped(workload, system)
      const by = servers.find(({ workload: server }) => server.deployment === workload.deployment) ?? servers[0]
      if (!monitor) implied(workload, 'telemetry/monitoring-missing')
      else if (scraped === 'yes') pass(workload)
      else if (scraped === 'unknown' || !by)
        unverified(workload, monitor, `whether ${name} is asked for its metrics is not written in the repository`)
      else {
        const port = software?.ports[0]?.port
        const job = `{ job_name: ${name}, static_configs: [{ targets: ["${name}:${port}"] }] }`
        fail(
          workload,
          workload,
          `${name} (${software?.name}) is deployed, and no scrape job of ${by.workload.name} asks it`,
          {
            fix: `Add \`- ${job}\` to \`scrape_configs\`.`,
            ...(by.configuration.state === 'read'
              ? { related: [{ at: by.configuration.config.at, message: 'the configuration in force' }] }
              : {}),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            db-exporter: #! db-exporter (PostgreSQL exporter) is deployed, and no scrape job of prometheus asks it
              image: prometheuscommunity/postgres-exporter:v0.18.1
            proxy: #! proxy (Traefik) is deployed
              image: traefik:v3.6
              command: ["--metrics.prometheus=true"]
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          scrape_configs: [{ job_name: prometheus, static_configs: [{ targets: ["localhost:9090"] }] }]
        `,
      },
      // Prometheus with the configuration of its image asks only itself.
      {
        'compose.yaml': `
          services:
            node: #! node (Node exporter) is deployed
              image: prom/node-exporter:v1.10.2
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            db-exporter: { image: "prometheuscommunity/postgres-exporter:v0.18.1" }
            node: { image: "prom/node-exporter:v1.10.2" }
            proxy: { image: "traefik:v3.6" }
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus:/etc/prometheus:ro"]
        `,
        'prometheus/prometheus.yml': `
          scrape_configs:
            - job_name: db
              dns_sd_configs: [{ names: [db-exporter], type: A, port: 9187 }]
          scrape_config_files: ["jobs/*.yml"]
        `,
        'prometheus/jobs/node.yml': `
          scrape_configs: [{ job_name: node, static_configs: [{ targets: ["node:9100"] }] }]
        `,
      },
      // A sidecar that a monitor of the operator selects.
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - { name: db, image: "postgres:17" }
                  - { name: exporter, image: "prometheuscommunity/postgres-exporter:v0.18.1", ports: [{ name: metrics, containerPort: 9187 }] }
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: PodMonitor
          metadata: { name: db }
          spec: { selector: { matchLabels: { app: db } }, podMetricsEndpoints: [{ port: metrics }] }
        `,
      },
    ],
  },
})

/** What is there to show metrics: exporters, and a proxy that was told to. */
function showsMetrics({ software, start, weight }: Workload): boolean {
  if (weight === 0) return false
  if (software?.kind === 'exporter') return true
  return (
    software?.id === 'traefik' &&
    start?.argv.some(word => /^--metrics\.prometheus(?:=true|\.|$)/i.test(word ?? '')) === true
  )
}
