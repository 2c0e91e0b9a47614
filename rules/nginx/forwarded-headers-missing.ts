import { answersOf, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { hiddenTelling, informedPasses, untoldBy } from '../../src/model/nginx/forwarding.js'
import { inForce } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'nginx/forwarded-headers-missing',
  title: 'The application is not told who asks, and for which host',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without these headers every request seems to come from nginx itself, for the name of the upstream: logs, limits and audit trails all show one address, and links and redirects lead to names that no client can reach.',
  fix: 'Set them once in `http` or `server`: `proxy_set_header Host $host;`, `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;`, `proxy_set_header X-Forwarded-Proto $scheme;`. Locations with a `proxy_set_header` of their own need them again.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = informedPasses(proxy, answers)
      if (passes.length === 0) continue
      const hasTls = proxy.listeners.some(({ tls }) => tls)
      const untold = passes.filter(({ scope }) => untoldBy(scope, hasTls).length > 0)
      const open = untold.find(({ scope }) => !inForce(scope, 'proxy_set_header').certain)
      const known = untold.filter(({ scope }) => inForce(scope, 'proxy_set_header').certain)
      // What is written further out and lost on the way is another question.
      const [first, ...others] = known.filter(({ scope }) => !hiddenTelling(scope))
      if (first) {
        const missing = untoldBy(first.scope, hasTls)
        fail(proxy, first.directive, `${nameOf(first.location)} passes requests on without ${listOf(missing)}`, {
          related: others.slice(0, 10).map(({ directive, location }) => ({
            at: directive.at,
            message: `so does ${nameOf(location)}`,
          })),
        })
      } else if (known.length > 0) implied(proxy, 'nginx/limits-lost-by-inheritance')
      else if (open) unverified(proxy, open.directive, 'a file that is not in the repository may set them')
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            location /api/ {
              proxy_pass http://api:3000; #! location /api/ passes requests on without Host and X-Forwarded-For
            }
            location / {
              proxy_set_header Host $host;
              proxy_pass http://api:3000;
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          proxy_set_header Host $host;
          proxy_set_header X-Real-IP $remote_addr;
          server {
            listen 443 ssl;
            location / { proxy_pass http://api:3000; } #! location / passes requests on without X-Forwarded-Proto
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro", "./snippets:/etc/nginx/snippets:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            server {
              listen 80;
              location / { proxy_pass http://api:3000; }
              location /ws/ {
                include snippets/headers.conf;
                proxy_set_header Upgrade $http_upgrade;
                proxy_pass http://api:3000;
              }
              location /health { proxy_set_header X-Check 1; proxy_pass http://api:3000; }
              location /mails/ { proxy_set_header Authorization ""; proxy_pass https://api.mailer.example.com; }
              location ~ \\.php$ { fastcgi_pass php:9000; }
            }
          }
        `,
        'snippets/headers.conf': `
          proxy_set_header Host $host;
          proxy_set_header Forwarded "for=$remote_addr;proto=$scheme";
        `,
      },
    ],
  },
})
