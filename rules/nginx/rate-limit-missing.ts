import { applicationOf } from '../../src/model/application-evidence.js'
import type { HostAnswer } from '../../src/model/host-names.js'
import { answersOf, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { rateLimitsOf } from '../../src/model/nginx/limits.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Libraries that limit requests in the application itself. */
const LIMITERS =
  /express-rate-limit|rate-limiter-flexible|@nestjs\/throttler|@fastify\/rate-limit|koa-ratelimit|slowapi|fastapi-limiter|flask-limiter|django-ratelimit|rack-attack|bucket4j|resilience4j-ratelimiter|ulule\/limiter|didip\/tollbooth|aspnetcoreratelimit/i

export default defineRule({
  id: 'nginx/rate-limit-missing',
  title: 'A public nginx limits no requests',
  category: 'security',
  severity: 'medium',
  confidence: 'B',
  security: 5.3,
  since: '0.1.0',
  effort: 'hours',
  why: 'Without a limit one client can try passwords as fast as the application answers, and one script in a loop takes all of its workers.',
  fix: 'Declare `limit_req_zone $binary_remote_addr zone=clients:10m rate=20r/s;` in `http`, and write `limit_req zone=clients burst=40 nodelay;` with `limit_req_status 429;` into the locations of the application; give the login a stricter zone.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_limit_req_module.html'],
  reads: ['nginx'],
  check({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers)
      const [first, ...others] = limits?.passes ?? []
      if (!limits || !first) continue
      if (limits.state === 'limited') pass(proxy)
      else if (limits.state === 'unused') implied(proxy, 'nginx/rate-limit-unused')
      else if (limits.state === 'unknown')
        unverified(
          proxy,
          first.directive,
          'what is included from outside the repository, or its code, may limit requests',
        )
      else {
        const programs = limits.passes.flatMap(({ upstream }) =>
          upstream.servers.flatMap(server => {
            const answer = answers.get(server)
            return answer?.kind === 'workload' ? (applicationOf(answer.workload) ?? []) : []
          }),
        )
        const behind = limits.passes.flatMap(({ upstream }) => upstream.servers.map(server => answers.get(server)))
        const limiter = programs.some(({ needs }) => needs(LIMITERS)) || isLimitedInCode(system, behind)
        fail(
          proxy,
          first.directive,
          `${proxy.name} passes the requests of ${nameOf(first.location)} on without a limit`,
          {
            ...(limiter && { severity: 'low' as const }),
            related: others.slice(0, 5).map(({ directive, location }) => ({
              at: directive.at,
              message: `${nameOf(location)} has none either`,
            })),
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
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            limit_conn_zone $binary_remote_addr zone=each:10m;
            server {
              listen 80;
              limit_conn each 20;
              location = /healthz { return 200 "ok"; }
              location /api/ {
                proxy_pass http://api:3000; #! nginx.conf passes the requests of location /api/ on without a limit
              }
            }
          }
        `,
      },
      {
        // In a ConfigMap, behind a load balancer that sees connections only.
        'k8s/edge.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: edge }
          data:
            nginx.conf: |
              events {}
              http {
                server {
                  listen 80;
                  location / {
                    proxy_pass http://api:3000; #! passes the requests of location / on without a limit
                  }
                }
              }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: edge }
          spec:
            selector: { matchLabels: { app: edge } }
            template:
              metadata: { labels: { app: edge } }
              spec:
                containers:
                  - name: nginx
                    image: nginx:1.30.0
                    volumeMounts: [{ name: conf, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf }]
                volumes: [{ name: conf, configMap: { name: edge } }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: edge }
          spec: { type: LoadBalancer, selector: { app: edge }, ports: [{ port: 80 }] }
        `,
      },
      {
        // A configuration that a host runs.
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["127.0.0.1:3000:3000"] }
        `,
        'deploy/nginx/shop.conf': `
          server {
            listen 443 ssl;
            server_name shop.example;
            location / {
              proxy_pass http://127.0.0.1:3000; #! passes the requests of location / on without a limit
            }
          }
        `,
      },
    ],
    good: [
      {
        // One zone in force is a limit; checks and pages of its own need none.
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            limit_req_zone $binary_remote_addr zone=clients:10m rate=20r/s;
            server {
              listen 80;
              location / {
                limit_req zone=clients burst=40 nodelay;
                proxy_pass http://api:3000;
              }
              location /health { proxy_pass http://api:3000; }
            }
          }
        `,
      },
      {
        // Not judged: reached from the inside only, behind a CDN, static files alone. The last proxy is judged, and limits.
        'compose.yaml': `
          services:
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"] }
            local: { image: "nginx:1.30.0", ports: ["127.0.0.1:8080:80"], volumes: ["./local.conf:/etc/nginx/conf.d/default.conf:ro"] }
            cdn: { image: "nginx:1.30.0", ports: ["81:80"], volumes: ["./cdn.conf:/etc/nginx/conf.d/default.conf:ro"] }
            files: { image: "nginx:1.30.0", ports: ["82:80"], volumes: ["./files.conf:/etc/nginx/conf.d/default.conf:ro"] }
            edge: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./edge.conf:/etc/nginx/conf.d/default.conf:ro", "./snippets:/etc/nginx/snippets:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'inner.conf': 'server { listen 80; location / { proxy_pass http://api:3000; } }',
        'local.conf': 'server { listen 80; location /v1/ { proxy_pass http://api:3000; } }',
        'cdn.conf': `
          set_real_ip_from 173.245.48.0/20;
          real_ip_header CF-Connecting-IP;
          server { listen 80; location / { proxy_pass http://api:3000; } }
        `,
        'files.conf': 'server { listen 80; root /usr/share/nginx/html; location / { try_files $uri /index.html; } }',
        'edge.conf': `
          limit_req_zone $binary_remote_addr zone=clients:10m rate=20r/s;
          server { listen 80; include snippets/limits.conf; location / { proxy_pass http://api:3000; } }
        `,
        'snippets/limits.conf': 'limit_req zone=clients burst=40;',
      },
      {
        // Samples and what only development runs are nobody's proxy.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'compose.dev.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.plain.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          limit_req_zone $binary_remote_addr zone=clients:10m rate=20r/s;
          server { listen 80; limit_req zone=clients burst=40; location / { proxy_pass http://api:3000; } }
        `,
        'nginx.plain.conf': 'server { listen 80; location /dev { proxy_pass http://api:3000; } }',
        'docs/nginx.conf': 'server { listen 80; location / { proxy_pass http://localhost:3000; } }',
      },
    ],
  },
})

/** Paths that are asked all the time, and by whom it may. */
const ALWAYS_OPEN = /health|ready|live|metrics|docs/i

/** Whether code of its own limits each route of what is behind: of workloads, or of what the host runs by itself. */
function isLimitedInCode({ services }: System, behind: readonly (HostAnswer | undefined)[]): boolean {
  return services.some(({ workloads, routes: { routes } }) => {
    const isBehind = behind.some(answer =>
      answer?.kind === 'workload' ? workloads.includes(answer.workload) : workloads.length === 0,
    )
    const judged = routes.filter(({ path }) => !ALWAYS_OPEN.test(path))
    return isBehind && judged.length > 0 && judged.every(({ guards }) => guards.some(one => one.purpose === 'limit'))
  })
}
