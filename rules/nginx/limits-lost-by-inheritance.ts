import { answersOf, isPublic, nginxOf } from '../../src/model/nginx/facts.js'
import { informedPasses, untoldBy } from '../../src/model/nginx/forwarding.js'
import { headerGaps } from '../../src/model/nginx/header-gaps.js'
import { servedPlaces } from '../../src/model/nginx/headers.js'
import { rateLimitsOf } from '../../src/model/nginx/limits.js'
import { type Loss, lossesOf } from '../../src/model/nginx/losses.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

const DIRECTIVE = { headers: 'add_header', forwarding: 'proxy_set_header', limits: 'limit' } as const
const REPEAT: Readonly<Record<Loss['kind'], string>> = {
  headers:
    'Repeat the headers of the level around beside its own, best by an `include` of one file in both. From nginx 1.29.3 on `add_header_inherit merge;` in `http` does it.',
  forwarding:
    'Repeat the request headers of the level around in the location, best by an `include` of one file in both.',
  limits: 'Repeat the limits of the level around in the location, beside its own.',
}

export default defineRule({
  id: 'nginx/limits-lost-by-inheritance',
  title: 'A location or server loses headers or limits that are set around it',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: '`add_header`, `proxy_set_header`, `limit_req` and `limit_conn` are inherited only by a level that has none of its own. One line in a location silently takes away all that the server sets.',
  fix: 'Repeat in the location what is set around it, best by an `include` of one file in both places. From nginx 1.29.3 on `add_header_inherit merge;` keeps the response headers.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
    'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header_inherit',
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
    'https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = informedPasses(proxy, answers)
      if (passes.length === 0 && !(isPublic(proxy) && servedPlaces(proxy).length > 0)) continue
      const losses = lossesOf(proxy, answers)
      for (const kind of ['headers', 'forwarding', 'limits'] as const) {
        const [first, ...others] = losses.filter(loss => loss.kind === kind)
        if (!first) continue
        const what = `${first.place} has its own ${DIRECTIVE[kind]}, and so loses ${listOf(first.lost)}`
        fail(proxy, first.own, what, {
          key: kind,
          fix: REPEAT[kind],
          related: [
            { at: first.from.at, message: 'set here, for all that is inside' },
            ...others.slice(0, 10).map(({ own, place, lost }) => ({
              at: own.at,
              message: `${place} loses ${listOf(lost)}`,
            })),
          ],
        })
      }
      // What is set nowhere cannot be lost: that is reported by the rules about it.
      const hasTls = proxy.listeners.some(({ tls }) => tls)
      if (losses.length > 0) continue
      const limits = rateLimitsOf(proxy, answers)?.state
      if (limits === 'none' || limits === 'unused')
        implied(proxy, `nginx/rate-limit-${limits === 'none' ? 'missing' : 'unused'}`)
      else if (passes.some(({ scope }) => untoldBy(scope, hasTls).length > 0))
        implied(proxy, 'nginx/forwarded-headers-missing')
      else if (headerGaps(proxy, answers).some(({ unknown }) => !unknown))
        implied(proxy, 'nginx/security-headers-missing')
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            site: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
        `,
        'nginx.conf': `
          events {}
          http {
            add_header X-Frame-Options "SAMEORIGIN" always;
            add_header X-Content-Type-Options "nosniff" always;
            server {
              listen 80;
              server_name erp.example.com;
              root /srv;
              add_header X-Robots-Tag "noindex"; #! the server erp.example.com has its own add_header, and so loses X-Frame-Options and X-Content-Type-Options
              location / { try_files $uri /index.html; }
              location /docs/ { expires 1h; }
            }
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
          limit_req_zone $binary_remote_addr zone=each:10m rate=20r/s;
          limit_req_zone $http_x_api_key zone=key:10m rate=5r/s;
          server {
            listen 80;
            add_header X-Frame-Options "SAMEORIGIN" always;
            add_header X-Content-Type-Options "nosniff" always;
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            limit_req zone=each burst=40;
            location /uploads/ {
              alias /srv/uploads/;
              add_header Cache-Control "public"; #! location /uploads/ has its own add_header, and so loses X-Frame-Options and X-Content-Type-Options
            }
            location /ws/ {
              proxy_set_header Upgrade $http_upgrade; #! location /ws/ has its own proxy_set_header, and so loses Host and X-Forwarded-For
              proxy_set_header Connection "upgrade";
              proxy_pass http://api:3000;
            }
            location /partner/ {
              limit_req zone=key burst=10; #! location /partner/ has its own limit, and so loses limit_req zone=each burst=40
              proxy_pass http://api:3000;
            }
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
    good: [
      {
        // Repeated, included, merged; replaced by a limit of the same kind; in answers that no browser shows.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro", "./snippets:/etc/nginx/snippets:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          limit_req_zone $binary_remote_addr zone=each:10m rate=20r/s;
          limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m;
          server {
            listen 80;
            include snippets/headers.conf;
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            limit_req zone=each burst=40;
            location /uploads/ {
              alias /srv/uploads/;
              include snippets/headers.conf;
              add_header Cache-Control "public";
            }
            location /static/ { root /srv; expires 30d; }
            location /media/ { alias /srv/media/; add_header_inherit merge; add_header Cache-Control "public"; }
            location /login { limit_req zone=login burst=5; proxy_pass http://api:3000; }
            location = /healthz { add_header Content-Type text/plain; return 200 "ok"; }
            location / {
              proxy_set_header Host $host;
              proxy_set_header X-Real-IP $remote_addr;
              proxy_pass http://api:3000;
            }
          }
        `,
        'snippets/headers.conf': `
          add_header X-Frame-Options "SAMEORIGIN" always;
          add_header X-Content-Type-Options "nosniff" always;
        `,
      },
    ],
  },
})
