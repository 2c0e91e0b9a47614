import { edgesOfProxies } from '../../src/model/edges.js'
import { wordsFor } from '../../src/model/platform-words.js'
import { targetsOf } from '../../src/model/public-entries.js'
import { CLOSED_ON_SWARM } from '../../src/model/published-words.js'
import type { Edge, PublishedPort } from '../../src/model/system.js'
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
  refs: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified }) {
    for (const edges of edgesOfProxies(system).values()) {
      for (const edge of edges) {
        for (const target of targetsOf(edge)) {
          // Databases are for network/datastore-port-public to tell.
          if (DATA.has(target.role) || target.weight === 0) continue
          pass(target)
          const port = target.published.find(one => isRouted(one, edge))
          if (port?.reach === 'unknown')
            unverified(target, port, 'the bind address of a published port is set outside the repository')
          if (port?.reach !== 'any') continue
          const what = `${target.name} answers any host${onPort(port)}, past ${edge.from.name} in front of it`
          fail(target, port, what, {
            key: `port.${portOf(port)}`,
            ...wordsFor(target, { swarm: { fix: CLOSED_ON_SWARM } }),
            related: [{ at: edge.at, message: `${edge.from.name} sends to it` }],
          })
        }
      }
    }
  },
  examples: {
    bad: [
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
