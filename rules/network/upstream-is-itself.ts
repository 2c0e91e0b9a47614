import { edgesOfProxies } from '../../src/model/edges.js'
import { LOOPBACK } from '../../src/model/host-names.js'
import { listening } from '../../src/model/listening.js'
import type { Edge, Workload } from '../../src/model/system.js'
import { programOf } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/upstream-is-itself',
  title: 'A proxy in a container sends to itself',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'localhost is the container of the proxy, in which nothing else runs. Every request on that route ends in 502 Bad Gateway.',
  fix: 'Send to the name of the service and the port inside its container: `http://api:3000`. For a program on the host, add `extra_hosts: ["host.docker.internal:host-gateway"]` and send to `host.docker.internal`.',
  refs: ['https://docs.docker.com/compose/how-tos/networking/'],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ from }) => from.kind === 'proxy')) continue
      pass(proxy)
      for (const edge of edges) {
        if (!isItself(edge) || edge.from.kind !== 'workload' || !runsAlone(edge.from)) continue
        const port = edge.port ?? (edge.server?.scheme === 'https' ? 443 : 80)
        if (listening(edge.from, port, system).state !== 'no') continue
        const what = `${edge.from.name} sends to ${edge.host}:${port}, which is its own container`
        fail(proxy, edge, what, { key: `${edge.host}:${port}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["3000:3000"] }
            edge:
              image: traefik:v3.5
              command: ["--providers.file.filename=/routes.yml"]
              volumes: ["./routes.yml:/routes.yml"]
        `,
        'nginx.conf': `
          upstream app {
            server 127.0.0.1:8000; #! web sends to 127.0.0.1:8000, which is its own container
          }
          server {
            listen 80;
            location / { proxy_pass http://app; }
            location /api/ {
              proxy_pass http://localhost:3000; #! web sends to localhost:3000, which is its own container
            }
            location /files/ {
              proxy_pass http://[::1]:4000; #! web sends to [::1]:4000, which is its own container
            }
          }
        `,
        'routes.yml': `
          http:
            routers:
              api: { rule: "PathPrefix(\`/\`)", service: api }
            services:
              api:
                loadBalancer:
                  servers:
                    - url: http://localhost:3000 #! edge sends to localhost:3000, which is its own container
        `,
      },
    ],
    good: [
      {
        // Another server of the same nginx, a program in the same network, the host itself, a supervisor in the image.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"] }
            side: { image: "nginx:1.29.1", volumes: ["./side.conf:/etc/nginx/conf.d/default.conf:ro"], network_mode: "service:app" }
            app: { image: "ghcr.io/acme/app:1.4.0" }
            host: { image: "nginx:1.29.1", volumes: ["./host.conf:/etc/nginx/conf.d/default.conf:ro"], network_mode: host }
            both: { build: . }
        `,
        'nginx.conf': `
          server { listen 80; location / { proxy_pass http://127.0.0.1:8081; } }
          server { listen 127.0.0.1:8081; location / { root /srv; } }
        `,
        'side.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3000; } }
        `,
        'host.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3001; } }
        `,
        'both.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3002; } }
        `,
        Dockerfile: `
          FROM nginx:1.29.1
          RUN apt-get update && apt-get install -y --no-install-recommends supervisor nodejs
          COPY both.conf /etc/nginx/conf.d/default.conf
          CMD ["supervisord", "-n"]
        `,
      },
    ],
  },
})

function isItself({ answer, from, host }: Edge): boolean {
  return answer.kind === 'workload' && answer.workload === from && LOOPBACK.test(host.toLowerCase())
}

/** Whether nothing but the proxy runs in the container: an image of its own, built on with files alone. */
function runsAlone(workload: Workload): boolean {
  const { software, image, start } = workload
  if (software?.kind !== 'proxy') return false
  const instructions = image?.dockerfile?.instructions ?? []
  if (image?.origin === 'built' && !image.dockerfile) return false
  if (
    instructions.some(
      ({ keyword, text }) => keyword === 'RUN' && /\b(?:apk|apt|apt-get|yum|dnf|npm|pip3?|curl|wget)\b/.test(text),
    )
  )
    return false
  if (!start || start.source === 'image') return true
  if (start.argv[0]?.startsWith('-')) return true
  const program = start.shell ? undefined : programOf(start.argv.flatMap(word => word ?? []))
  return program !== undefined && /^(?:nginx|traefik|haproxy|caddy|(?:docker-)?entrypoint\.sh)$/.test(program)
}
