import { commandText } from '../../src/knowledge/arguments.js'
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
    }
  },
  examples: {
    bad: [
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
