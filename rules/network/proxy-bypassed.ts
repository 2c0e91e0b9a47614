import { edgesOfProxies } from '../../src/model/edges.js'
import { isInternalRoute } from '../../src/model/kubernetes/route-encryption.js'
import { wordsFor } from '../../src/model/platform-words.js'
import { targetsOf } from '../../src/model/public-entries.js'
import { CLOSED_ON_SWARM, closing, through } from '../../src/model/published-words.js'
import type { Edge, PublishedPort, ReverseProxy, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const DATA = new Set(['datastore', 'cache', 'broker', 'search'])

export default defineRule({
  id: 'network/proxy-bypassed',
  title: 'An application is open to any host beside the proxy that should guard it',
  category: 'security',
  severity: 'medium',
  confidence: 'B',
  security: 6.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Encryption, rate limits, access rules and logs are in the proxy. Whoever asks the port of the application directly goes past all of them.',
  fix: 'Drop the `ports` entry: the proxy reaches the service over the network that both join. For yourself bind it to loopback: `"127.0.0.1:3000:3000"`.',
  refs: [
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified }) {
    const told = new Set<PublishedPort>()
    for (const [proxy, edges] of edgesOfProxies(system)) {
      for (const edge of edges) {
        for (const target of proxy.kubernetes ? behindRoute(edge, proxy.kubernetes) : targetsOf(edge)) {
          // Databases are for network/datastore-port-public to tell.
          if (DATA.has(target.role) || target.weight === 0) continue
          pass(target)
          const port = target.published.find(
            one => isRouted(one, edge) && (!proxy.kubernetes || isPlainBalancer(one, system)),
          )
          if (port?.reach === 'unknown')
            unverified(target, port, 'the bind address of a published port is set outside the repository')
          if (port?.reach !== 'any' || (proxy.kubernetes && told.has(port))) continue
          told.add(port)
          const where = port.by ? through(port) : onPort(port)
          const what = `${target.name} answers any host${where}, past ${proxy.kubernetes ? 'the ' : ''}${edge.from.name} in front of it`
          fail(target, port, what, {
            key: `port.${portOf(port)}`,
            ...wordsFor(target, { swarm: { fix: CLOSED_ON_SWARM }, kubernetes: { fix: closing(port) ?? '' } }),
            related: [{ at: edge.at, message: `${edge.from.name} sends to it` }],
          })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "acme/api:1.4", ports: [{ containerPort: 3000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: public }
          spec:
            type: LoadBalancer #! api answers any host through the LoadBalancer of the Service public (port 3000), past the Ingress erp in front of it
            selector: { app: api }
            ports: [{ port: 80, targetPort: 3000 }, { name: https, port: 443, targetPort: 3000 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp }
          spec:
            tls: [{ hosts: [erp.acme.com, api.acme.com], secretName: erp-tls }]
            rules:
              - { host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }
              - { host: api.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80", "443:443"] }
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], ports: ["8000:80"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              ports:
                - "3000:3000" #! api answers any host on port 3000, past web in front of it
            shop:
              image: ghcr.io/acme/shop:1.4.0
              labels: ["traefik.http.routers.shop.rule=Host(\`shop.acme.com\`)"]
              ports:
                - "8080:80" #! shop answers any host on port 8080, past edge in front of it
        `,
        'site.conf': `
          server { listen 80; location / { proxy_pass http://api:3000; } }
        `,
      },
    ],
    good: [
      {
        // For the load balancer of the Ingress; another port; a certificate of its own; an Ingress of an inner network.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "acme/api:1.4", ports: [{ containerPort: 3000 }, { containerPort: 9000 }] }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: inner }
          spec:
            selector: { matchLabels: { app: inner } }
            template:
              metadata: { labels: { app: inner } }
              spec: { containers: [{ name: inner, image: "acme/inner:1.4", ports: [{ containerPort: 3000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { type: NodePort, selector: { app: api }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: stream }
          spec: { type: LoadBalancer, selector: { app: api }, ports: [{ port: 9000 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata:
            name: partners
            annotations: { service.beta.kubernetes.io/aws-load-balancer-ssl-cert: "arn:aws:acm:eu-west-1:1:certificate/2" }
          spec: { type: LoadBalancer, selector: { app: api }, ports: [{ port: 443, targetPort: 3000 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: inner }
          spec: { type: LoadBalancer, selector: { app: inner }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp }
          spec:
            tls: [{ hosts: [erp.acme.com], secretName: erp-tls }]
            rules: [{ host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }]
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: inner }
          spec:
            ingressClassName: nginx-internal
            rules: [{ host: inner.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: inner, port: { number: 80 } } } }] } }]
        `,
      },
      {
        // Loopback, another port, a proxy that nobody reaches, a database behind a proxy.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["127.0.0.1:3000:3000"] }
            admin: { image: "ghcr.io/acme/admin:1.4.0", ports: ["9229:9229"] }
            inner: { image: "nginx:1.29.1", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["127.0.0.1:8080:80"] }
            files: { image: "ghcr.io/acme/files:1.4.0", ports: ["5000:5000"] }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
            location /admin/ { proxy_pass http://admin:8080; }
          }
        `,
        'inner.conf': `
          server { listen 80; location / { proxy_pass http://files:5000; } }
        `,
      },
    ],
  },
})

/** Who answers to an Ingress or a route that outsiders reach. */
function behindRoute(
  { answer }: Edge,
  { cluster, routes }: NonNullable<ReverseProxy['kubernetes']>,
): readonly Workload[] {
  if (answer.kind !== 'workload' || routes.some(({ object }) => isInternalRoute(object, cluster))) return []
  return [answer.workload, ...answer.others]
}

/**
 * A load balancer of its own without a certificate. Nodes have NodePorts for the load balancers of Ingresses, too:
 * https://cloud.google.com/kubernetes-engine/docs/concepts/ingress#services_of_type_nodeport
 */
function isPlainBalancer({ by }: PublishedPort, { encryption }: System): boolean {
  if (by?.kind !== 'LoadBalancer') return false
  return !encryption.by.some(
    one => one.kind === 'object' && one.object.kind === 'Service' && one.object.name === by.name,
  )
}

/** Whether it is the port that the proxy sends to; where that is left to Traefik, it is the one that is published. */
function isRouted(port: PublishedPort, edge: Edge): boolean {
  if (port.protocol !== 'tcp' || !port.container.known) return false
  const wanted = edge.answer.kind === 'workload' ? (edge.answer.port ?? edge.port) : undefined
  return port.container.value === (wanted ?? 80)
}

function portOf({ host, container }: PublishedPort): number | undefined {
  const port = host ?? container
  return port.known ? port.value : undefined
}

function onPort(port: PublishedPort): string {
  const number = portOf(port)
  return number === undefined ? '' : ` on port ${number}`
}
