import { answersOf, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { keepaliveOf, keepsByDefault, keptPasses, obstaclesOf } from '../../src/model/nginx/keepalive.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'nginx/keepalive-ineffective',
  title: 'Connections to the application are to be kept open, and are closed',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: '`keepalive` only says how many idle connections may be kept. A request sent as HTTP/1.0, or with `Connection: close`, ends its connection all the same, so that none ever becomes idle.',
  fix: 'Set `proxy_http_version 1.1;` and `proxy_set_header Connection "";` where requests are passed on; with WebSockets beside them use `map $http_upgrade $connection_upgrade { default upgrade; "" ""; }`. Name the balancing method before `keepalive`.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive',
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_http_version',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = keptPasses(proxy, answers)
      if (passes.length === 0) continue
      const isNew = keepsByDefault(proxy)
      const kept = passes.filter(one => keepaliveOf(one) !== 0 && (isNew === true || keepaliveOf(one) !== undefined))
      const failing = kept.flatMap(one => {
        const obstacles = obstaclesOf(one, proxy).filter(({ onlyBefore }) => !onlyBefore || isNew === false)
        return obstacles.length > 0 ? [{ one, obstacles }] : []
      })
      const open = kept.find(one => isNew === undefined && obstaclesOf(one, proxy).length > 0)
      const [first, ...others] = failing
      const [obstacle] = first?.obstacles ?? []
      if (first && obstacle) {
        const because = listOf(first.obstacles.map(each => each.because))
        fail(
          proxy,
          obstacle,
          `the connections of ${nameOf(first.one.location)} are closed after each request: ${because}`,
          {
            related: others.slice(0, 10).map(({ one }) => ({
              at: one.directive.at,
              message: `so are those of ${nameOf(one.location)}`,
            })),
          },
        )
      } else if (kept.length < passes.length) implied(proxy, 'nginx/upstream-keepalive-missing')
      else if (open)
        unverified(
          proxy,
          open.directive,
          'the tag of the image does not tell if nginx keeps connections by itself (1.29.7)',
        )
      else pass(proxy)
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
        `,
        'nginx.conf': `
          events {}
          http {
            upstream api { server api:3000; keepalive 32; }
            server {
              listen 80;
              location /api/ {
                proxy_pass http://api; #! the connections of location /api/ are closed after each request: \`proxy_http_version 1.1\` is not set and \`proxy_set_header Connection ""\` is not set
              }
              location /reports/ {
                proxy_http_version 1.1;
                proxy_set_header Host $host;
                proxy_pass http://api;
              }
            }
          }
        `,
      },
      {
        // The map that every tutorial has, in any version.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          map $http_upgrade $connection_upgrade {
            default upgrade;
            '' close; #! location / are closed after each request: $connection_upgrade is "close" for every request without Upgrade
          }
          upstream api { server api:3000; keepalive 32; }
          server {
            listen 80;
            location / {
              proxy_http_version 1.1;
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection $connection_upgrade;
              proxy_pass http://api;
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.24.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          upstream api {
            server api:3000;
            server api-2:3000;
            keepalive 32;
            least_conn; #! least_conn stands behind
          }
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          server { listen 80; location / { proxy_pass http://api; } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            old: { image: "nginx:1.28.0", ports: ["80:80"], volumes: ["./old.conf:/etc/nginx/conf.d/default.conf:ro"] }
            new: { image: "nginx:1.30.0", ports: ["81:80"], volumes: ["./new.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'old.conf': `
          map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
          upstream api { least_conn; server api:3000; keepalive 32; }
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          server {
            listen 80;
            location /api/ { proxy_pass http://api; }
            location / {
              proxy_set_header Host $host;
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection $connection_upgrade;
              proxy_pass http://api;
            }
            location /socket.io/ {
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection "upgrade";
              proxy_pass http://api;
            }
          }
        `,
        'new.conf': `
          upstream api { server api:3000; keepalive 32; ip_hash; }
          server {
            listen 80;
            location / {
              proxy_set_header Host $host;
              proxy_pass http://api;
            }
          }
        `,
      },
    ],
  },
})
