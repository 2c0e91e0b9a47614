import type { NginxServer } from '../../src/model/nginx-configuration.js'
import { isPublic, isReached, nginxOf } from '../../src/model/nginx-facts.js'
import { answersItself } from '../../src/model/nginx-redirects.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'nginx/http-not-redirected',
  title: 'What is served over TLS is served in the clear as well',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.9,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Whoever types the name without https, or follows an old link, talks in the clear: passwords and session cookies can be read and changed on the way, and nothing sends them on to the safe port.',
  fix: 'Give port 80 a server of its own: `server { listen 80; server_name shop.example; return 301 https://$host$request_uri; }`, with `location /.well-known/acme-challenge/` in it where certificates are renewed that way. Take `listen 80` out of the other.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return'],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      const { servers } = proxy.nginx
      const hasTls = servers.some(({ listeners }) => listeners.some(one => one.tls && isReached(one, proxy)))
      if (!isPublic(proxy) || !hasTls) continue
      pass(proxy)
      for (const server of servers.filter(serves)) {
        const plain = server.listeners.find(one => !one.tls && !one.redirectsToTls && isReached(one, proxy))
        const port = knownValue(plain?.port)
        if (!plain || (port !== 80 && port !== 8080 && !server.listeners.some(one => one.tls))) continue
        const [name] = server.names.filter(one => one !== '_' && one !== '')
        const what = `${name === undefined ? `port ${port} serves` : `${name} is served on port ${port}`} without TLS`
        fail(proxy, plain, `${what}, and nothing sends clients on to it`, { key: `${name}.${port}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80", "443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/certs:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80; #! shop.example is served on port 80 without TLS, and nothing sends clients on to it
            listen 443 ssl;
            server_name shop.example;
            ssl_certificate /certs/full.pem;
            ssl_certificate_key /certs/key.pem;
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
      {
        'deploy/nginx/shop.conf': `
          server {
            listen 80 default_server; #! port 80 serves without TLS, and nothing sends clients on to it
            location /.well-known/acme-challenge/ { root /var/www/certbot; }
            location / { proxy_pass http://127.0.0.1:3000; }
          }
          server {
            listen 443 ssl;
            ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
            ssl_certificate_key /etc/letsencrypt/live/shop.example/privkey.pem;
            location / { proxy_pass http://127.0.0.1:3000; }
          }
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["127.0.0.1:3000:3000"] }
        `,
      },
    ],
    good: [
      {
        // The ways to send on: for all, beside challenges and checks, by the scheme, as certbot writes it, by a rewrite.
        'compose.yaml': `
          services:
            one: { image: "nginx:1.30.0", ports: ["80:80", "443:443"], volumes: ["./one.conf:/etc/nginx/conf.d/default.conf:ro"] }
            two: { image: "nginx:1.30.0", ports: ["81:80", "444:443"], volumes: ["./two.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'one.conf': `
          server { listen 80 default_server; server_name _; return 444; }
          server { listen 80; server_name a.example; return 301 https://$host$request_uri; }
          server {
            listen 80;
            server_name b.example;
            location /.well-known/acme-challenge/ { root /var/www/certbot; }
            location = /healthz { return 200 "ok"; }
            location / { return 308 https://b.example$request_uri; }
          }
          server { listen 80; server_name c.example; if ($host = c.example) { return 301 https://$host$request_uri; } return 404; }
          server { listen 80; server_name d.example; rewrite ^ https://d.example$request_uri permanent; }
          server {
            listen 80;
            listen 443 ssl;
            server_name e.example;
            if ($scheme = http) { return 301 https://$host$request_uri; }
            location / { proxy_pass http://api:3000; }
          }
          server { listen 8081; location /nginx_status { stub_status; } location / { proxy_pass http://api:3000; } }
          server { listen 127.0.0.1:80; location / { proxy_pass http://api:3000; } }
          server { listen 443 ssl; server_name a.example b.example; location / { proxy_pass http://api:3000; } }
        `,
        'two.conf': 'server { listen 443 ssl; location / { proxy_pass http://api:3000; } }',
      },
    ],
  },
})

/** Not one that answers all with a status of its own. */
function serves({ scope, locations }: NginxServer): boolean {
  return !answersItself(scope) && (locations.length > 0 || scope.byName.has('root'))
}
