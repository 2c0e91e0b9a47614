import { answersOf, type NginxProxy, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { headerGaps } from '../../src/model/nginx/header-gaps.js'
import { SECURITY_HEADERS, servedPlaces } from '../../src/model/nginx/headers.js'
import { headersInForce, inForce } from '../../src/model/nginx/scopes.js'
import type { NginxDirective } from '../../src/parse/nginx.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'nginx/security-headers-missing',
  title: 'Browsers are not told to be careful with what nginx answers',
  category: 'security',
  severity: 'low',
  confidence: 'B',
  security: 3.1,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without them a browser guesses types, so that an upload can become a script (nosniff), shows pages in frames of others, where clicks can be stolen, and tries plain HTTP first, where it can be led away (HSTS).',
  fix: 'Add to the server: `add_header X-Content-Type-Options "nosniff" always;`, `add_header X-Frame-Options "SAMEORIGIN" always;`, over TLS `add_header Strict-Transport-Security "max-age=31536000" always;`, and `server_tokens off;`.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
    'https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      if (servedPlaces(proxy).length === 0) continue
      const gaps = headerGaps(proxy, answers)
      const proven = gaps.filter(({ unknown }) => !unknown)
      const [first, ...others] = proven.filter(({ lost }) => !lost)
      const [open] = gaps.filter(({ unknown }) => unknown)
      for (const directive of withoutAlways(proxy).slice(0, 1)) {
        const name = directive.args[0]?.text
        fail(proxy, directive, `${name} is not added to pages of errors: \`always\` is missing`, {
          key: 'always',
          fix: `Write \`always\` behind the value of ${name}: without it nginx adds the header to answers that succeed alone.`,
        })
      }
      for (const { at, what } of tokens(proxy)) fail(proxy, at, what, { key: 'server_tokens', ...TOKENS })
      if (first) {
        const { location, server } = first.place
        const where = location ? nameOf(location) : 'the server'
        const tail = first.place.passes.length > 0 ? ', and the application sets none' : ''
        fail(proxy, server.scope, `${where} answers without ${listOf(first.missing)}${tail}`, {
          key: 'missing',
          related: others.slice(0, 10).map(({ place }) => ({
            at: place.scope.at,
            message: `so does ${place.location ? nameOf(place.location) : 'this server'}`,
          })),
        })
      } else if (proven.length > 0) implied(proxy, 'nginx/limits-lost-by-inheritance')
      else if (open)
        unverified(
          proxy,
          open.place.scope,
          'the source of the application, which may set them, is not in the repository',
        )
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            site: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server_tokens off;
          server { #! location / answers without X-Content-Type-Options, X-Frame-Options and Strict-Transport-Security
            listen 443 ssl;
            root /usr/share/nginx/html;
            location / { try_files $uri /index.html; }
            location /assets/ { expires 1y; }
          }
        `,
      },
      {
        // An application of this repository that sets none either.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "express": "^5.0.0" } }',
        'api/index.js': 'require("express")().listen(3000)\n',
        'site.conf': `
          server { #! location / answers without X-Content-Type-Options and X-Frame-Options, and the application sets none
            listen 80;
            server_tokens off;
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            site: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server { #! nginx names its version in every answer and on its error pages: server_tokens is not off
            listen 80;
            add_header X-Content-Type-Options "nosniff"; #! X-Content-Type-Options is not added to pages of errors: \`always\` is missing
            add_header Content-Security-Policy "frame-ancestors 'self'" always;
            root /usr/share/nginx/html;
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80", "443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "express": "^5.0.0", "helmet": "^8.0.0" } }',
        'site.conf': `
          server_tokens off;
          server { listen 80; return 301 https://$host$request_uri; }
          server {
            listen 443 ssl;
            root /usr/share/nginx/html;
            location / {
              add_header X-Content-Type-Options "nosniff" always;
              add_header Strict-Transport-Security "max-age=31536000" always;
              add_header Content-Security-Policy "default-src 'self'; frame-ancestors 'none'" always;
              try_files $uri /index.html;
            }
            location /api/ { proxy_pass http://api:3000; }
            location = /healthz { return 200 "ok"; }
          }
        `,
        'inner.conf': 'server { listen 80; root /usr/share/nginx/html; }',
      },
    ],
  },
})

/** Security headers that only go with answers that succeed. */
function withoutAlways(proxy: NginxProxy): readonly NginxDirective[] {
  const all = servedPlaces(proxy).flatMap(({ scope }) => headersInForce(scope).directives)
  return [...new Set(all)].filter(
    ({ args }) => SECURITY_HEADERS.has(args[0]?.text.toLowerCase() ?? '') && args[2]?.text !== 'always',
  )
}

const TOKENS = {
  why: 'The version tells whoever looks for a server with a known hole that this is one, and nobody else needs it.',
  fix: 'Write `server_tokens off;` into the `http` block (or at the top of the file, where it is included there).',
} as const

function tokens(proxy: NginxProxy): readonly { readonly at: NginxDirective['at']; readonly what: string }[] {
  const what = 'nginx names its version in every answer and on its error pages: server_tokens is not off'
  for (const { server } of servedPlaces(proxy)) {
    const { directives, certain } = inForce(server.scope, 'server_tokens')
    const written = directives.at(-1)
    if (written ? written.args[0]?.text === 'on' : certain) return [{ at: written?.at ?? server.scope.at, what }]
  }
  return []
}
