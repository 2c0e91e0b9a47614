import { listensElsewhere } from '../../src/model/code/health/demand.js'
import { servedBy } from '../../src/model/code/health/match.js'
import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { monitorProblems } from '../../src/model/kubernetes/monitors.js'
import type { System } from '../../src/model/system.js'
import type { BlackboxProbe } from '../../src/model/telemetry/blackbox.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { refusedScrapes } from '../../src/model/telemetry/refused-scrapes.js'
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
  fix: 'Let the target be a name that resolves from the container of Prometheus and a port that serves metrics; the page `/targets` of Prometheus shows each one.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config',
    'https://docs.docker.com/compose/how-tos/networking/',
  ],
  reads: ['prometheus', 'kubernetes', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository, telemetry } = system
    const broken = telemetry.targetProblems.filter(({ state }) => state === 'broken')
    const [open] = telemetry.targetProblems.filter(({ state }) => state === 'open')
    for (const { at, what, fix, job, target } of broken) {
      fail(repository, at, what, { ...(fix === undefined ? {} : { fix }), key: `${job} ${target}` })
    }
    const refused = refusedScrapes(system)
    for (const { at, what, ...options } of refused) fail(repository, at, what, options)
    const unserved = telemetry.blackboxProbes.filter(probe => isUnserved(probe, system))
    for (const { exporter, workload, target, path, at } of unserved) {
      fail(repository, at, `${exporter.name} probes ${target}, and ${workload.name} serves no ${path}`, {
        key: `probe ${target}`,
        why: 'The probe fails for ever, so the alert on it is either silenced or ignored, and nobody hears of it when the service is really away.',
        fix: 'Probe a path that the service answers with success, best the one that tells whether it works.',
      })
    }
    const unseen = system.clusters.some(cluster => mayBeUnseen(system, cluster))
    const monitored = system.clusters.length === 0 ? [] : monitorProblems(system.clusters)
    const astray = monitored.filter(({ certain }) => certain || !unseen)
    for (const { by, at, what, fix } of astray) {
      fail(repository, at, what, { fix, key: [by.kind, by.namespace ?? '', by.name].join('.') })
    }
    if (broken.length + refused.length + astray.length + unserved.length > 0) return
    if (!monitorOf(system)) implied(repository, 'telemetry/monitoring-missing')
    else if (open) unverified(repository, open.at, open.what)
    else pass(repository)
  },
  examples: {
    bad: [
      {
        // Behind the prefix of the application, and behind its guard.
        'compose.yaml': `
          services:
            prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }
            shop: { build: ./shop }
            crm: { build: ./crm }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: shop
              static_configs: [{ targets: ["shop:3000"] }] #! prometheus scrapes /metrics of shop, which serves /api/metrics
            - job_name: crm
              static_configs: [{ targets: ["crm:3000"] }] #! prometheus scrapes /metrics of crm, and JwtAuthGuard turns away who is not signed in
        `,
        ...Object.fromEntries(
          [
            ['shop', "app.setGlobalPrefix('api')", ''],
            ['crm', '', '{ provide: APP_GUARD, useClass: JwtAuthGuard }'],
          ].flatMap(([name, prefix, guard]) => [
            [
              `${name}/Dockerfile`,
              `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
            ],
            [
              `${name}/src/main.ts`,
              `
          import { Controller, Get, Module } from '@nestjs/common'
          import { APP_GUARD, NestFactory } from '@nestjs/core'
          import { AuthGuard } from '@nestjs/passport'
          import { register } from 'prom-client'
          class JwtAuthGuard extends AuthGuard('jwt') {}
          @Controller() class MetricsController { @Get('metrics') metrics() { return register.metrics() } }
          @Module({ controllers: [MetricsController], providers: [${guard}] }) class AppModule {}
          NestFactory.create(AppModule).then(app => {
            ${prefix}
            return app.listen(3000)
          })
        `,
            ],
          ]),
        ),
      },
      {
        // What the blackbox exporter is told to ask.
        'compose.yaml': `
          services:
            prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }
            blackbox: { image: "prom/blackbox-exporter:v0.27.0" }
            api: { build: . }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: up
              metrics_path: /probe
              params: { module: [http_2xx] }
              static_configs:
                - targets:
                    - http://api:3000/health #! blackbox probes http://api:3000/health, and api serves no /health
                    - http://api:3000/healthz
              relabel_configs:
                - { source_labels: [__address__], target_label: __param_target }
                - { target_label: __address__, replacement: "blackbox:9115" }
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/healthz', (req, res) => res.send('ok'))
          app.listen(3000)
        `,
      },
      // Monitors of the Prometheus operator that find nothing.
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", ports: [{ name: http, containerPort: 3000 }, { name: metrics, containerPort: 9100 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api, labels: { app: api } }
          spec: { selector: { app: api }, ports: [{ name: http, port: 80, targetPort: http }] }
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: apis } } #! ServiceMonitor api selects app=apis, which no Service has
            endpoints: [{ port: http }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: api-port }
          spec:
            selector: { matchLabels: { app: api } }
            endpoints: [{ port: metrics }] #! ServiceMonitor api-port asks the port metrics for metrics, and Service api has http
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: PodMonitor
          metadata: { name: api-pods }
          spec:
            selector: { matchLabels: { app: web } } #! PodMonitor api-pods selects app=web, which no pod has
            podMetricsEndpoints: [{ port: metrics }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: PodMonitor
          metadata: { name: api-side }
          spec:
            selector: { matchLabels: { app: api } }
            podMetricsEndpoints: [{ port: side }] #! PodMonitor api-side asks the port side for metrics, and Deployment api has http, 3000, metrics, 9100
        `,
      },
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
        // The job brings what lets it in; a library may answer by itself.
        'compose.yaml': `
          services:
            prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }
            crm: { build: ./crm }
            shop: { build: ./shop }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: crm
              authorization: { credentials_file: /etc/prometheus/token }
              static_configs: [{ targets: ["crm:3000"] }]
            - job_name: shop
              static_configs: [{ targets: ["shop:3000"] }]
        `,
        'crm/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'crm/server.js': `
          const express = require('express')
          const { authenticate } = require('./auth')
          const { register } = require('prom-client')
          const app = express()
          app.use(authenticate)
          app.get('/metrics', async (req, res) => res.end(await register.metrics()))
          app.listen(3000)
        `,
        'crm/auth.js': `
          const jwt = require('jsonwebtoken')
          exports.authenticate = (req, res, next) => {
            jwt.verify(req.headers.authorization, process.env.KEY)
            next()
          }
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/server.js': `
          const express = require('express')
          const bundle = require('express-prom-bundle')
          const app = express()
          app.use(bundle({ includeMethod: true }))
          app.get('/orders', (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        // Another status may be what a probe wants; another port may be another program.
        'compose.yaml': `
          services:
            prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }
            blackbox: { image: "prom/blackbox-exporter:v0.27.0" }
            api: { build: . }
        `,
        'prometheus.yml': `
          scrape_configs:
            - job_name: up
              metrics_path: /probe
              params: { module: [http_2xx] }
              static_configs: [{ targets: ["http://api:9000/other", "api:3000/health"] }]
              relabel_configs:
                - { source_labels: [__address__], target_label: __param_target }
                - { target_label: __address__, replacement: "blackbox:9115" }
            - job_name: gone
              metrics_path: /probe
              params: { module: [http_404] }
              static_configs: [{ targets: ["http://api:3000/old"] }]
              relabel_configs:
                - { source_labels: [__address__], target_label: __param_target }
                - { target_label: __address__, replacement: "blackbox:9115" }
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/health', (req, res) => res.send('ok'))
          app.listen(3000)
        `,
      },
      // Monitors of the operator, one of another namespace among them.
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", ports: [{ name: http, containerPort: 3000 }, { name: metrics, containerPort: 9100 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api, labels: { app: api } }
          spec: { selector: { app: api }, ports: [{ name: http, port: 80, targetPort: http }] }
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            endpoints: [{ port: http }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: api-port }
          spec:
            selector: { matchLabels: { app: api } }
            endpoints: [{ port: http }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: PodMonitor
          metadata: { name: api-pods }
          spec:
            selector: { matchLabels: { app: api } }
            podMetricsEndpoints: [{ port: metrics }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: PodMonitor
          metadata: { name: api-side }
          spec:
            selector: { matchLabels: { app: api } }
            podMetricsEndpoints: [{ port: metrics }]
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: dns }
          spec:
            namespaceSelector: { matchNames: [kube-system] }
            selector: { matchLabels: { k8s-app: kube-dns } }
            endpoints: [{ port: metrics }]
        `,
        'k8s/dns.yaml': `
          apiVersion: v1
          kind: Namespace
          metadata: { name: shop }
        `,
        'k8s/kustomization.yaml': `
          namespace: shop
          resources: [api.yaml, dns.yaml]
        `,
      },
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

/** Whether it is certain that no service of the workload answers what is probed. */
function isUnserved({ workload, path, port }: BlackboxProbe, { services }: System): boolean {
  const own = services.filter(({ workloads }) => workloads.some(one => one.id === workload.id))
  const isCertain = (service: System['services'][number]) =>
    service.isCertain && service.isWhole && !listensElsewhere(service, port)
  return own.length > 0 && own.every(one => isCertain(one) && servedBy(one.routes, path).state === 'no')
}
