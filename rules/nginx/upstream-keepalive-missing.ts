import { answersOf, nginxOf } from '../../src/model/nginx/facts.js'
import { keepaliveOf, keepsByDefault, keptPasses, upstreamName } from '../../src/model/nginx/keepalive.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

export default defineRule({
  id: 'nginx/upstream-keepalive-missing',
  title: 'nginx opens a new connection to the application for every request',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Before 1.29.7 nginx keeps no connection to an upstream open unless its group says so. Each request then pays for a handshake, and under load the ports of closed connections run out.',
  fix: 'Name the servers in an `upstream` with `keepalive 32;`, and set `proxy_http_version 1.1;` and `proxy_set_header Connection "";` where requests are passed on. Or run nginx 1.29.7 or newer, which does all three.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive', 'https://nginx.org/en/CHANGES'],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = keptPasses(proxy, answers)
      if (passes.length === 0) continue
      const isNew = keepsByDefault(proxy)
      const closing = passes.filter(one => keepaliveOf(one) === 0 || (keepaliveOf(one) === undefined && isNew !== true))
      // The group, where there is one; else the first location that would name it.
      const places = new Map<string, Span>()
      for (const one of closing) {
        const name = upstreamName(one)
        if (!places.has(name)) places.set(name, one.group?.upstream.at ?? one.directive.at)
      }
      const [first, ...others] = places
      if (!first) {
        pass(proxy)
        continue
      }
      const [name, at] = first
      const tail = isNew === undefined ? ', unless this is nginx 1.29.7 or newer' : ''
      fail(proxy, at, `nginx keeps no connection to ${name} open${tail}`, {
        ...(isNew === undefined && { severity: 'low' as const }),
        related: others.slice(0, 10).map(([other, place]) => ({ at: place, message: `nor to ${other}` })),
      })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.28.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
            web: { image: "ghcr.io/acme/web:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            upstream api { #! nginx keeps no connection to api open
              server api:3000;
            }
            server {
              listen 80;
              location /api/ { proxy_pass http://api; }
              location / { proxy_pass http://web:8080; }
            }
          }
        `,
      },
      {
        // The tag does not tell the version: an older one may be what runs.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:alpine", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; } #! nginx keeps no connection to api open, unless this is nginx 1.29.7 or newer
            location /files/ { proxy_pass http://api:3000; }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          upstream backend { server api:3000; keepalive 0; } #! no connection to backend open
          server { listen 80; location / { proxy_pass http://backend; } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            old: { image: "nginx:1.28.0", ports: ["80:80"], volumes: ["./old.conf:/etc/nginx/conf.d/default.conf:ro"] }
            new: { image: "nginx:1.29.7", ports: ["81:80"], volumes: ["./new.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'old.conf': `
          upstream backend { server api:3000; keepalive 32; }
          server {
            listen 80;
            location / {
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_pass http://backend;
            }
            location /ws/ { proxy_pass http://api:3000; }
            location /mails/ { proxy_pass https://api.mailer.example.com; }
            location /app/ { proxy_pass http://unix:/run/app.sock; }
          }
        `,
        'new.conf': 'server { listen 80; location / { proxy_pass http://api:3000; } }',
      },
    ],
  },
})
