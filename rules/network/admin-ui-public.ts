import { asksNobody } from '../../src/knowledge/access.js'
import { commandText } from '../../src/knowledge/arguments.js'
import { type RouteIn, routesIn } from '../../src/model/open-routes.js'
import { CLOSED_ON_SWARM, closing, through } from '../../src/model/published-words.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'network/admin-ui-public',
  title: 'An administration interface is open to any host',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.8,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Consoles of brokers, proxies and stores can change and read everything, are attacked with default passwords, and are meant for the operator alone.',
  fix: 'Bind the port to 127.0.0.1 and reach it through SSH or a VPN, or route it through the proxy with authentication in front.',
  refs: ['https://docs.docker.com/engine/network/port-publishing/'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      // Development tools are asked about by workload/development-tool-deployed.
      if (workload.role === 'tool' || !workload.software?.ports.some(port => isAdministration(workload, port.port)))
        continue
      pass(workload)
      for (const port of workload.published) {
        const number = port.container.known ? port.container.value : undefined
        if (number === undefined || !isAdministration(workload, number)) continue
        const opened = openedBy(workload)
        if (workload.software.access?.openedBy && !opened) continue
        const served = workload.software.id === 'traefik' ? servesDashboard(workload) : true
        if (served === false) continue
        if (port.reach === 'unknown')
          unverified(workload, port, 'the bind address of a published port is set outside the repository')
        else if (port.reach === 'any' && served === undefined)
          unverified(workload, port, 'a mounted file decides whether the dashboard answers on this port')
        else if (port.reach === 'any')
          fail(
            workload,
            port,
            opened
              ? `${workload.name} (${workload.software?.name}) takes every visitor for ${opened.role} (${opened.variable}), and answers any host${through(port)}`
              : `the administration interface of ${workload.name} (${workload.software?.name}) answers any host${through(port)}`,
            {
              key: `port.${number}`,
              ...(opened ? { fix: `Remove ${opened.variable}, or make it Viewer.` } : closed(port, workload)),
            },
          )
      }
      const opened = openedBy(workload)
      if (!opened && !isUnguarded(workload)) continue
      for (const way of routesIn(system, workload, number => isAdministration(workload, number))) {
        if (way.guard === 'unknown') unverified(workload, way, way.because ?? '')
        if (way.guard !== 'none') continue
        const what = opened
          ? `${workload.name} (${workload.software.name}) takes every visitor for ${opened.role} (${opened.variable})`
          : `${workload.name} (${workload.software.name}) asks nobody for a login`
        const fix = opened ? `Remove ${opened.variable}, or make it Viewer.` : LOGIN[way.software]
        fail(workload, way, `${what}, and ${way.through} lets everybody in`, { key: way.through, fix })
      }
    }
  },
  examples: {
    bad: [
      {
        // Through proxies: each by its own means without a login.
        'compose.yaml': `
          services:
            edge: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            metrics: { image: "prom/prometheus:v3.6.0", command: [--config.file=/etc/prometheus/prometheus.yml], volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }
            gate:
              image: traefik:v3.5
              command: [--providers.docker, --entrypoints.web.address=:80]
              ports: ["80:80"]
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
            alerts:
              image: prom/alertmanager:v0.28.0
              labels:
                traefik.enable: "true"
                traefik.http.routers.alerts.rule: Host(\`alerts.acme.com\`) #! alerts (Alertmanager) asks nobody for a login, and the router alerts lets everybody in
                traefik.http.services.alerts.loadbalancer.server.port: "9093"
        `,
        'site.conf': `
          server {
            listen 443 ssl;
            server_name erp.acme.com;
            ssl_certificate /etc/nginx/cert.pem;
            ssl_certificate_key /etc/nginx/key.pem;
            location /prometheus/ {
              proxy_pass http://metrics:9090; #! metrics (Prometheus) asks nobody for a login, and location /prometheus/ lets everybody in
            }
          }
        `,
        'prometheus.yml': 'scrape_configs: []\n',
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: charts }
          spec:
            selector: { matchLabels: { app: charts } }
            template:
              metadata: { labels: { app: charts } }
              spec:
                containers:
                  - name: charts
                    image: grafana/grafana:12.0.0
                    env: [{ name: GF_AUTH_ANONYMOUS_ENABLED, value: "true" }, { name: GF_AUTH_ANONYMOUS_ORG_ROLE, value: Admin }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: charts }
          spec: { selector: { app: charts }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: charts, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
          spec:
            ingressClassName: nginx
            rules:
              - host: charts.acme.com
                http:
                  paths:
                    - { path: /, pathType: Prefix, backend: { service: { name: charts, port: { number: 80 } } } } #! charts (Grafana) takes every visitor for Admin (GF_AUTH_ANONYMOUS_ORG_ROLE), and the Ingress charts lets everybody in
        `,
      },
      {
        'compose.yaml': `
          services:
            queue:
              image: rabbitmq:4.1-management
              ports:
                - "15672:15672" #! the administration interface of queue (RabbitMQ) answers any host on host port 15672
            edge:
              image: traefik:v3.5
              command: [--api.insecure=true, --providers.docker]
              ports:
                - "80:80"
                - "8080:8080" #! the administration interface of edge (Traefik) answers any host on host port 8080
            metrics:
              image: prom/prometheus:v3.6.0
              ports:
                - target: 9090 #! the administration interface of metrics (Prometheus)
                  published: "9090"
            charts:
              image: grafana/grafana:12.0.0
              environment: { GF_AUTH_ANONYMOUS_ENABLED: "true", GF_AUTH_ANONYMOUS_ORG_ROLE: Admin }
              ports:
                - "3000:3000" #! charts (Grafana) takes every visitor for Admin (GF_AUTH_ANONYMOUS_ORG_ROLE), and answers any host on host port 3000
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: metrics }
          spec:
            selector: { matchLabels: { app: metrics } }
            template:
              metadata: { labels: { app: metrics } }
              spec:
                containers:
                  - name: metrics
                    image: prom/prometheus:v3.6.0
                    ports: [{ containerPort: 9090 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: metrics }
          spec:
            type: LoadBalancer #! the administration interface of metrics (Prometheus) answers any host through the LoadBalancer of the Service metrics (port 9090)
            selector: { app: metrics }
            ports: [{ port: 80, targetPort: 9090 }]
        `,
      },
    ],
    good: [
      {
        // Somebody is asked on the way: by the proxy, by what runs behind it, or because the way is an inner one.
        'compose.yaml': `
          services:
            edge: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            metrics: { image: "prom/prometheus:v3.6.0" }
            guarded: { image: "prom/prometheus:v3.6.0", command: [--web.config.file=/etc/prometheus/web.yml] }
            charts: { image: "grafana/grafana:12.0.0" }
            gate:
              image: traefik:v3.5
              command: [--providers.docker, --entrypoints.web.address=:80]
              ports: ["80:80"]
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
            alerts:
              image: prom/alertmanager:v0.28.0
              labels:
                traefik.enable: "true"
                traefik.http.routers.alerts.rule: Host(\`alerts.acme.com\`)
                traefik.http.routers.alerts.middlewares: who
                traefik.http.middlewares.who.basicauth.usersfile: /users
                traefik.http.services.alerts.loadbalancer.server.port: "9093"
            inner:
              image: prom/alertmanager:v0.28.0
              labels:
                traefik.enable: "true"
                traefik.http.routers.inner.rule: Host(\`alerts.acme.internal\`)
                traefik.http.services.inner.loadbalancer.server.port: "9093"
        `,
        'site.conf': `
          server {
            listen 443 ssl;
            server_name erp.acme.com;
            ssl_certificate /etc/nginx/cert.pem;
            ssl_certificate_key /etc/nginx/key.pem;
            location /prometheus/ { auth_basic "administration"; auth_basic_user_file /etc/nginx/users; proxy_pass http://metrics:9090; }
            location /other/ { allow 10.0.0.0/8; deny all; proxy_pass http://metrics:9090; }
            location = /federate { proxy_pass http://metrics:9090; }
            location /guarded/ { proxy_pass http://guarded:9090; }
            location /charts/ { proxy_pass http://charts:3000; }
          }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: metrics }
          spec:
            selector: { matchLabels: { app: metrics } }
            template: { metadata: { labels: { app: metrics } }, spec: { containers: [{ name: metrics, image: "prom/prometheus:v3.6.0" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: metrics }
          spec: { selector: { app: metrics }, ports: [{ port: 9090 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: metrics, annotations: { nginx.ingress.kubernetes.io/auth-url: "https://login.acme.com/oauth2/auth" } }
          spec: { rules: [{ host: metrics.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: metrics, port: { number: 9090 } } } }] } }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: inner }
          spec: { ingressClassName: nginx-internal, rules: [{ host: metrics.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: metrics, port: { number: 9090 } } } }] } }] }
        `,
      },
      {
        // Docker publishes no port of a container that is on internal networks alone.
        'compose.yaml': `
          services:
            metrics: { image: "prom/prometheus:v3.6.0", networks: [back], ports: ["9090:9090"] }
            charts: { image: "grafana/grafana:12.0.0", ports: ["3000:3000"] }
            shown: { image: "grafana/grafana:12.0.0", environment: { GF_AUTH_ANONYMOUS_ENABLED: "true", GF_AUTH_ANONYMOUS_ORG_ROLE: Viewer }, ports: ["3001:3000"] }
            closed: { image: "grafana/grafana:12.0.0", environment: { GF_AUTH_ANONYMOUS_ENABLED: "true", GF_AUTH_ANONYMOUS_ORG_ROLE: Admin }, ports: ["127.0.0.1:3002:3000"] }
          networks: { back: { internal: true } }
        `,
      },
      {
        'compose.yaml': `
          services:
            queue: { image: "rabbitmq:4.1-management", ports: ["127.0.0.1:15672:15672"] }
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["15672:15672"] }
            edge: { image: "traefik:v3.5", command: ["--api.dashboard=true", "--entrypoints.web.address=:8080"], ports: ["8080:8080"] }
            inner: { image: "traefik:v3.5", command: ["--providers.docker"], ports: ["80:80", "8081:8080"] }
            metrics: { image: "prom/prometheus:v3.6.0", expose: ["9090"] }
            files: { image: "minio/minio:RELEASE.2025-04-22T22-12-26Z", command: server /data --console-address :9001, ports: ["9000:9000", "10.0.0.5:9001:9001"] }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: metrics }
          spec:
            selector: { matchLabels: { app: metrics } }
            template:
              metadata: { labels: { app: metrics } }
              spec:
                containers:
                  - name: metrics
                    image: prom/prometheus:v3.6.0
                    ports: [{ containerPort: 9090 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: metrics }
          spec:
            selector: { app: metrics }
            ports: [{ port: 9090 }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            selector: { matchLabels: { app: queue } }
            template:
              metadata: { labels: { app: queue } }
              spec:
                containers:
                  - name: queue
                    image: rabbitmq:4.1-management
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: queue }
          spec:
            type: NodePort
            selector: { app: queue }
            ports: [{ name: amqp, port: 5672 }]
        `,
      },
    ],
  },
})

/** How each kind of proxy asks for a login. */
const LOGIN: Readonly<Record<RouteIn['software'], string>> = {
  nginx:
    'Write `auth_basic "administration"; auth_basic_user_file /etc/nginx/users;` into the location, or `allow` for your own addresses and `deny all;`.',
  traefik:
    'Give the router a middleware that asks: `basicAuth` with users, `forwardAuth` to a login, or `ipAllowList` with your own addresses.',
  kubernetes:
    'Let the Ingress ask: with ingress-nginx the annotations `nginx.ingress.kubernetes.io/auth-type: basic` and `auth-secret`, or `auth-url` to a login, or `whitelist-source-range`; or take it away and use `kubectl port-forward`.',
}

/** Whether nobody is asked for a login, whatever is mounted. */
function isUnguarded(workload: Workload): boolean {
  const access = workload.software?.access
  const facts = serviceFactsOf(workload)
  return access !== undefined && facts !== undefined && asksNobody(access, facts)
}

function isAdministration(workload: Workload, port: number): boolean {
  const purpose = workload.software?.ports.find(one => one.port === port)?.purpose
  const access = workload.software?.access
  return purpose === 'admin' || (purpose === 'web' && (access?.byDefault === 'none' || access?.openedBy !== undefined))
}

/** What asks for a login by itself, and is told to take everybody for somebody who may change it. */
function openedBy({
  software,
  environment,
}: Workload): { readonly variable: string; readonly role: string } | undefined {
  const settings = software?.access?.openedBy ?? []
  const last = settings.at(-1)
  const isOpen = settings.every(({ variable, value }) => value.test(knownValue(environment.get(variable)?.value) ?? ''))
  const role = last && knownValue(environment.get(last.variable)?.value)
  return isOpen && last && role !== undefined ? { variable: last.variable, role } : undefined
}

const ROUTED = 'Route it through the proxy with authentication in front.'

function closed(port: PublishedPort, { platform }: Workload): { readonly fix?: string } {
  const fix = closing(port) ?? (platform === 'swarm' ? `${CLOSED_ON_SWARM} ${ROUTED}` : undefined)
  return fix === undefined ? {} : { fix }
}

/** Traefik's own port answers only with api.insecure; people also use its number for their traffic. */
function servesDashboard(workload: Workload): boolean | undefined {
  const line = commandText(workload.start?.argv)
  if (/--entry-?points\.[\w-]+\.address=\S*:8080\b/i.test(line) && !/--entry-?points\.traefik\.address/i.test(line))
    return false
  const variable = workload.environment.get('TRAEFIK_API_INSECURE')
  if (/--api\.insecure(?!=false)\b/i.test(line) || (variable?.value.known && /^true$/i.test(variable.value.value)))
    return true
  const facts = serviceFactsOf(workload)
  return facts?.configMounted || (variable && !variable.value.known) ? undefined : false
}
