import type { NginxListener, NginxServer } from '../../src/model/nginx/configuration.js'
import { isPublic, isReached, type NginxProxy, nginxOf } from '../../src/model/nginx/facts.js'
import { answersItself } from '../../src/model/nginx/redirects.js'
import { settingText } from '../../src/model/nginx/scopes.js'
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
      const seen = proxy.nginx.servers.filter(serves)
      const overTls = seen.filter(({ listeners }) => listeners.some(one => one.tls && isReached(one, proxy)))
      if (!isPublic(proxy) || overTls.length === 0) continue
      pass(proxy)
      for (const server of seen) {
        const plain = server.listeners.find(one => !one.tls && !one.redirectsToTls && isReached(one, proxy))
        if (!plain || !overTls.some(other => isSameSite(server, other))) continue
        if (!overTls.includes(server) && !isWebPort(plain, proxy)) continue
        const [name] = namesOf(server)
        const port = knownValue(plain.port) ?? '?'
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
            three: { image: "nginx:1.30.0", ports: ["82:80", "445:443"], volumes: ["./three.conf:/etc/nginx/conf.d/default.conf:ro"] }
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
        'two.conf': `
          server { listen 443 ssl; server_name shop.example; location / { proxy_pass http://api:3000; } }
          server { listen 80; server_name printer.lan; location / { proxy_pass http://api:3000; } }
        `,
        'three.conf': `
          server { listen 443 ssl default_server; ssl_reject_handshake on; location / { root /srv; } }
          server { listen 80; location / { proxy_pass http://api:3000; } }
        `,
      },
    ],
  },
})

/** Not one that answers all with a status of its own, or refuses the handshake. */
function serves({ scope, locations }: NginxServer): boolean {
  if (answersItself(scope) || settingText(scope, 'ssl_reject_handshake') === 'on') return false
  return locations.length > 0 || scope.byName.has('root')
}

function namesOf({ names }: NginxServer): readonly string[] {
  return names.filter(name => name !== '_' && name !== '' && name !== 'localhost')
}

/** Servers of the same name; one without a name answers to all. */
function isSameSite(one: NginxServer, other: NginxServer): boolean {
  const names = namesOf(one)
  const others = namesOf(other)
  return names.length === 0 || others.length === 0 || names.some(name => others.includes(name))
}

/** The port that browsers ask without being told: 80 of the host, or the usual one of a container that may not open it. */
function isWebPort({ port }: NginxListener, { workloads }: NginxProxy): boolean {
  const number = knownValue(port)
  const published = workloads.flatMap(workload => workload.published)
  return (
    number === 80 ||
    number === 8080 ||
    published.some(one => knownValue(one.host) === 80 && knownValue(one.container) === number)
  )
}
