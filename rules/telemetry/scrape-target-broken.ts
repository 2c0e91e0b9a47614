import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/scrape-target-broken',
  title: 'A scrape job asks where no metrics are',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The job looks like monitoring and collects nothing: `up` is 0 for ever, dashboards stay empty, and an alert on these metrics can never fire.',
  fix: 'Let the target be a name that resolves from the container of Prometheus and a port that serves metrics; the page Status > Targets shows each one.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config',
    'https://docs.docker.com/compose/how-tos/networking/',
  ],
  reads: ['prometheus'],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository, telemetry } = system
    const broken = telemetry.targetProblems.filter(({ state }) => state === 'broken')
    const [open] = telemetry.targetProblems.filter(({ state }) => state === 'open')
    for (const { at, what, fix, job, target } of broken) {
      fail(repository, at, what, { ...(fix === undefined ? {} : { fix }), key: `${job} ${target}` })
    }
    if (broken.length > 0) return
    if (!monitorOf(system)) implied(repository, 'telemetry/monitoring-missing')
    else if (open) unverified(repository, open.at, open.what)
    else pass(repository)
  },
  examples: {
    bad: [
      // Names: nobody's, on another network, the container itself, the network of the host.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [backend] }
            prometheus:
              image: prom/prometheus:v3.6.0
              networks: [monitoring]
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
            node-exporter: { image: "prom/node-exporter:v1.10.2", network_mode: host, pid: host }
          networks: { backend: {}, monitoring: {} }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: erp
              static_configs:
                - targets:
                    - api:3000 #! prometheus is on no network that api is on
                    - billing:3000 #! no service on the networks of prometheus has the name billing
                    - localhost:9100 #! which is its own container, and only 9090 is served there
                    - node-exporter:9100 #! no service on the networks of prometheus has the name node-exporter
        `,
      },
      // Ports: a data service scraped itself, an exporter on another port; Traefik without metrics.
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            cache: { image: "redis:8" }
            cache-exporter: { image: "oliver006/redis_exporter:v1.80.0" }
            proxy: { image: "traefik:v3.6", command: ["--providers.docker=true", "--api.insecure=true"] }
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: data
              static_configs:
                - targets:
                  - db:5432 #! where PostgreSQL speaks its own protocol and no HTTP
                  - cache-exporter:6379 #! cache-exporter (Redis exporter) listens on 9121
            - job_name: proxy
              dns_sd_configs:
                - names:
                    - proxy #! proxy has its metrics switched off
                  type: A
                  port: 8080
        `,
      },
      // A file of targets, a job without any, a probe of a name that nobody has.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            blackbox: { image: "prom/blackbox-exporter:v0.27.0" }
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus:/etc/prometheus:ro"]
        `,
        'prometheus/prometheus.yml': `
          scrape_configs:
            - job_name: files
              file_sd_configs: [{ files: ["targets/*.yml"] }]
            - job_name: nothing #! the job nothing has no target
            - job_name: pages
              metrics_path: /probe
              params: { module: [http_2xx] }
              static_configs:
                - targets:
                    - http://api:3000/health
                    - http://web:3000/health #! blackbox probes http://web:3000/health
              relabel_configs:
                - source_labels: [__address__]
                  target_label: __param_target
                - target_label: __address__
                  replacement: blackbox:9115
        `,
        'prometheus/targets/erp.yml': `
          - targets: ["worker:3001"] #! no service on the networks of prometheus has the name worker
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", expose: ["3000"], networks: [backend] }
            node: { image: "prom/node-exporter:v1.10.2", command: ["--web.listen-address=:9999"], networks: [backend] }
            proxy:
              image: traefik:v3.6
              command: ["--metrics.prometheus=true"]
              networks: { backend: { aliases: [edge] } }
            prometheus:
              image: prom/prometheus:v3.6.0
              networks: [backend]
              extra_hosts: ["host.docker.internal:host-gateway"]
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
          networks: { backend: {} }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: prometheus
              static_configs: [{ targets: ["localhost:9090"] }]
            - job_name: erp
              static_configs:
                - targets: ["api:3000", "node:9999", "edge:8080", "host.docker.internal:9323", "metrics.acme.io"]
            - job_name: containers
              docker_sd_configs: [{ host: "unix:///var/run/docker.sock" }]
            - job_name: switched-off
              static_configs: [{ targets: ["staging:3000"], labels: { stage: staging } }]
              relabel_configs: [{ source_labels: [stage], regex: staging, action: drop }]
        `,
      },
      // On the network of the host a name is looked up elsewhere, and ports are those of the host.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["127.0.0.1:3000:8080"] }
            prometheus:
              image: prom/prometheus:v3.6.0
              network_mode: host
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: api
              static_configs: [{ targets: ["localhost:3000"] }]
        `,
      },
    ],
  },
})
