import type { NginxServer } from '../../src/model/nginx/configuration.js'
import { isPublic, isReached, nginxOf } from '../../src/model/nginx/facts.js'
import { inForce } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'
import { listOf } from '../../src/words.js'

const OBSOLETE = new Set(['sslv2', 'sslv3', 'tlsv1', 'tlsv1.1'])

export default defineRule({
  id: 'nginx/tls-protocol-obsolete',
  title: 'nginx accepts TLS 1.1 or older',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.4,
  since: '0.1.0',
  effort: 'minutes',
  why: 'TLS 1.0 and 1.1 rest on SHA-1 and MD5 and were withdrawn in 2021 (RFC 8996); SSL 3 was broken in 2014. No browser in use needs them, and whoever stands between can try to force them on others.',
  fix: 'Write `ssl_protocols TLSv1.2 TLSv1.3;` once in `http`, and take other lines of that name away.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols',
    'https://datatracker.ietf.org/doc/html/rfc8996',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy)) continue
      const deciding = decidingServers(
        proxy.nginx.servers.filter(server => server.listeners.some(one => one.tls && isReached(one, proxy))),
      )
      if (deciding.length === 0) continue
      pass(proxy)
      for (const { scope } of deciding) {
        const { directives, certain } = inForce(scope, 'ssl_protocols')
        const written = directives.at(-1)
        const old = written?.args.filter(({ text }) => OBSOLETE.has(text.toLowerCase())).map(({ text }) => text) ?? []
        if (written && old.length > 0)
          fail(proxy, written, `ssl_protocols accepts ${listOf(old)}`, { key: old.join(' ') })
        else if (!certain) unverified(proxy, scope, 'a file that is not in the repository may set ssl_protocols')
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/certs:ro"] }
        `,
        'site.conf': `
          ssl_protocols TLSv1 TLSv1.1 TLSv1.2; #! ssl_protocols accepts TLSv1 and TLSv1.1
          server {
            listen 443 ssl;
            ssl_certificate /certs/full.pem;
            ssl_certificate_key /certs/key.pem;
            root /usr/share/nginx/html;
          }
        `,
      },
    ],
    good: [
      {
        // The default server of a port decides for all; nginx accepts 1.2 and 1.3 where nothing is written.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/certs:ro"] }
            plain: { image: "nginx:1.30.0", ports: ["8443:443"], volumes: ["./plain.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/certs:ro"] }
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/certs:ro"] }
        `,
        'site.conf': `
          ssl_protocols TLSv1.2 TLSv1.3;
          server { listen 443 ssl default_server; ssl_certificate /certs/a.pem; ssl_certificate_key /certs/a.key; return 444; }
          server { listen 443 ssl; server_name old.example; ssl_protocols TLSv1; ssl_certificate /certs/b.pem; ssl_certificate_key /certs/b.key; root /srv; }
        `,
        'plain.conf':
          'server { listen 443 ssl; ssl_certificate /certs/a.pem; ssl_certificate_key /certs/a.key; root /srv; }',
        'inner.conf':
          'server { listen 443 ssl; ssl_protocols TLSv1.1; ssl_certificate /certs/a.pem; ssl_certificate_key /certs/a.key; root /srv; }',
      },
    ],
  },
})

/** The handshake comes before the name: of servers on one port that of the default one counts, which is the first unless said. */
function decidingServers(servers: readonly NginxServer[]): readonly NginxServer[] {
  const found = new Map<string, { server: NginxServer; chosen: boolean }>()
  for (const server of servers) {
    for (const { tls, address, port, defaultServer } of server.listeners) {
      const key = `${address}:${knownValue(port)}`
      const known = found.get(key)
      if (tls && (!known || (defaultServer && !known.chosen))) found.set(key, { server, chosen: defaultServer })
    }
  }
  return [...new Set([...found.values()].map(({ server }) => server))]
}
