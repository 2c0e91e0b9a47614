import type { NginxLocation } from '../../src/model/nginx/configuration.js'
import { guardOf, isPublic, isReached, isStatusPage, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/status-page-public',
  title: 'A page of metrics or status is open to everybody',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Metrics tell strangers the routes, versions, load and error rates of the system, and often names of customers and queues. Asking for them again and again costs the application more than any other request.',
  fix: 'Let only those in who watch: `allow 10.0.0.0/8; deny all;` in the location, or `auth_basic`. Better have Prometheus ask the application on the inner network, and answer `return 404;` here.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_stub_status_module.html',
    'https://nginx.org/en/docs/http/ngx_http_access_module.html',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy)) continue
      for (const { locations, listeners } of proxy.nginx.servers) {
        if (!listeners.some(one => isReached(one, proxy))) continue
        for (const location of locations.filter(tells)) {
          const guard = guardOf(location)
          if (guard === 'none') {
            const what = location.scope.byName.has('stub_status')
              ? 'the status of nginx'
              : 'the metrics of the application'
            fail(proxy, location.scope, `${nameOf(location)} shows everybody ${what}`, { key: nameOf(location) })
          } else if (guard === 'unknown')
            unverified(proxy, location.scope, 'a file that is not in the repository may guard it')
          else pass(proxy)
        }
      }
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
            location /nginx_status { stub_status; } #! location /nginx_status shows everybody the status of nginx
            location /metrics { #! location /metrics shows everybody the metrics of the application
              allow 10.0.0.0/8;
              proxy_pass http://api:3000;
            }
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            location /nginx_status { stub_status; allow 127.0.0.1; deny all; }
            location /metrics { auth_basic "metrics"; auth_basic_user_file /etc/nginx/users; proxy_pass http://api:3000; }
            location /api/metrics { return 404; }
            location = /internal/metrics { internal; proxy_pass http://api:3000; }
          }
          server { listen 8081; location /metrics { stub_status; } }
          server { listen 127.0.0.1:80; location /basic_status { stub_status; } }
        `,
        'inner.conf': 'server { listen 80; location /metrics { stub_status; } }',
      },
    ],
  },
})

/** Whether a location tells of the inner state to those that it lets in. */
function tells(location: NginxLocation): boolean {
  return isStatusPage(location) && !location.scope.byName.has('return') && !location.scope.byName.has('internal')
}
