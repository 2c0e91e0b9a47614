import { applicationOf } from '../../src/model/application-evidence.js'
import type { HostAnswer } from '../../src/model/host-names.js'
import { answersOf, isBehindAnother, isForUsers, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { type ServedPlace, servedPlaces } from '../../src/model/nginx/headers.js'
import { inForce, settingText } from '../../src/model/nginx/scopes.js'
import type { UpstreamServer } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

/** What compresses answers in the application: libraries for it, and Next.js by itself. */
const COMPRESSES =
  /["'](?:compression|shrink-ray-current|koa-compress|@fastify\/compress|fastify-compress|next)["']|flask-compress|GZipMiddleware|rack-deflater|Rack::Deflater|ResponseCompression|klauspost\/compress|nytimes\/gziphandler|gin-contrib\/gzip/i

export default defineRule({
  id: 'nginx/compression-missing',
  title: 'Answers are sent without compression',
  category: 'performance',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'JSON, scripts and pages shrink to a fifth or a tenth. nginx compresses nothing by itself, and once told to only `text/html`: lists and bundles go out whole, and are slow on every mobile connection.',
  fix: 'Write into `http`: `gzip on;`, `gzip_comp_level 5;`, `gzip_proxied any;`, `gzip_types text/css application/javascript application/json image/svg+xml;`.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_gzip_module.html#gzip',
    'https://nginx.org/en/docs/http/ngx_http_gzip_module.html#gzip_types',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const places = servedPlaces(proxy).filter(({ passes }) => passes.length === 0 || passes.some(isForUsers))
      if (places.length === 0 || isBehindAnother(proxy)) continue
      const judged = places.map(place => ({ place, ...compressionAt(place, answers) }))
      const [first, ...others] = judged.filter(({ state }) => state === 'no')
      const open = judged.find(({ state }) => state === 'unknown')
      if (first) {
        const where = first.place.location ? nameOf(first.place.location) : 'the server'
        fail(proxy, first.at, `${where} sends ${first.what}`, {
          related: others.slice(0, 10).map(({ place }) => ({
            at: place.scope.at,
            message: `so does ${place.location ? nameOf(place.location) : 'this server'}`,
          })),
        })
      } else if (open) unverified(proxy, open.at, 'what may compress is not in the repository')
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            site: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server { #! location / sends everything uncompressed
            listen 80;
            root /usr/share/nginx/html;
            location / { try_files $uri /index.html; }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "express": "^5.0.0" } }',
        'site.conf': `
          gzip on; #! location /api/ sends JSON uncompressed: gzip_types has text/html alone
          server {
            listen 80;
            location /api/ { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
    good: [
      {
        // By nginx, by the application; an inner nginx leaves it to the outer one.
        'compose.yaml': `
          services:
            site: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            proxy: { image: "nginx:1.30.0", ports: ["81:80"], volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf:ro"] }
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "express": "^5.0.0", "compression": "^1.8.0" } }',
        'site.conf': `
          gzip on;
          gzip_types text/css application/javascript application/json;
          server { listen 80; root /usr/share/nginx/html; location /api/ { proxy_pass http://api:3000; } location / { try_files $uri /index.html; } }
        `,
        'proxy.conf': 'server { listen 80; location / { proxy_pass http://api:3000; } }',
        'inner.conf': 'server { listen 80; root /usr/share/nginx/html; }',
      },
    ],
  },
})

interface Compression {
  readonly state: 'yes' | 'no' | 'unknown'
  readonly at: Span
  /** What is sent, where it is not compressed. */
  readonly what: string
}

function compressionAt(
  { scope, server, passes }: ServedPlace,
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): Compression {
  const gzip = inForce(scope, 'gzip')
  const written = gzip.directives.at(-1)
  const isOn = written?.args[0]?.text === 'on'
  const other = ['brotli', 'zstd', 'gzip_static', 'brotli_static'].some(name => settingText(scope, name) === 'on')
  const types = inForce(scope, 'gzip_types').directives.flatMap(({ args }) => args.map(({ text }) => text))
  const isStatic = passes.length === 0
  const needed = isStatic ? /^\*$|javascript|css/ : /^\*$|json/
  const at = written?.at ?? server.scope.at
  const what = isOn
    ? `${isStatic ? 'scripts and styles' : 'JSON'} uncompressed: gzip_types has ${types.length === 0 ? 'text/html alone' : 'no such type'}`
    : 'everything uncompressed'
  if (other || (isOn && types.some(type => needed.test(type)))) return { state: 'yes', at, what }
  const byApplication = isStatic ? 'no' : applicationCompresses(passes, answers)
  if (byApplication === 'yes') return { state: 'yes', at, what }
  const certain = gzip.certain && inForce(scope, 'gzip_types').certain
  return { state: certain && byApplication === 'no' ? 'no' : 'unknown', at, what }
}

function applicationCompresses(
  passes: ServedPlace['passes'],
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): 'yes' | 'no' | 'unknown' {
  const programs = passes.flatMap(({ upstream }) =>
    upstream.servers.map(server => {
      const answer = answers.get(server)
      return answer?.kind === 'workload' ? applicationOf(answer.workload) : undefined
    }),
  )
  if (programs.length === 0 || programs.includes(undefined)) return 'unknown'
  return programs.every(one => one?.mentions(COMPRESSES)) ? 'yes' : 'no'
}
