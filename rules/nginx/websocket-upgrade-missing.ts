import { applicationOf } from '../../src/model/application-evidence.js'
import type { HostAnswer } from '../../src/model/host-names.js'
import type { NginxLocation, NginxPass, NginxServer } from '../../src/model/nginx/configuration.js'
import {
  answersOf,
  isSocketPath,
  type NginxProxy,
  nameOf,
  nginxOf,
  requestHeader,
} from '../../src/model/nginx/facts.js'
import { keepsByDefault } from '../../src/model/nginx/keepalive.js'
import { inForce, settingText } from '../../src/model/nginx/scopes.js'
import type { UpstreamServer, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'
import { listOf } from '../../src/words.js'

/** Servers of Socket.IO, which listen at `/socket.io/` unless told otherwise. */
const SOCKET_IO = /["'](?:socket\.io|@nestjs\/platform-socket\.io)["']|flask-socketio|python-socketio|fastapi-socketio/i
/** Other servers of WebSockets. */
const SOCKETS =
  /["'](?:ws|express-ws|sockjs|@nestjs\/platform-ws|@fastify\/websocket|uWebSockets\.js|graphql-ws)["']|\bchannels\b|websockets|gorilla\/websocket|nhooyr\.io\/websocket|coder\/websocket|spring-boot-starter-websocket|SignalR|actioncable/i
/** Paths that are nothing else; `/ws` may be a web service. */
const PLAIN_PATH = /socket\.io|socket\\\.io|engine\.io|sockjs|websockets?|signalr/i

export default defineRule({
  id: 'nginx/websocket-upgrade-missing',
  title: 'WebSockets are passed on without the headers that make them',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Upgrade and Connection are headers between neighbours, which nginx does not pass on by itself: the handshake ends in 400 or 426. Socket.IO falls back to polling, which takes ten times the requests and breaks with several instances.',
  fix: 'Add to the location: `proxy_http_version 1.1;`, `proxy_set_header Upgrade $http_upgrade;`, `proxy_set_header Connection "upgrade";`, `proxy_read_timeout 1h;`, and the other `proxy_set_header` lines again.',
  refs: ['https://nginx.org/en/docs/http/websocket.html', 'https://socket.io/docs/v4/reverse-proxy/'],
  reads: ['nginx'],
  check({ system, pass, fail, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = socketPasses(proxy, answers)
      const judged = passes.map(one => ({ one, missing: missingAt(one, proxy) }))
      const failing = judged.filter(({ missing }) => missing.length > 0)
      const [first, ...others] = failing.filter(({ one }) => inForce(one.scope, 'proxy_set_header').certain)
      if (first) {
        const what = `${nameOf(first.one.location)} passes WebSockets on without ${listOf(first.missing)}`
        fail(proxy, first.one.directive, what, {
          related: others.map(({ one }) => ({ at: one.directive.at, message: `so does ${nameOf(one.location)}` })),
        })
      } else if (failing[0])
        unverified(proxy, failing[0].one.directive, 'a file that is not in the repository may set the headers')
      else if (passes.length > 0) pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        // The application has Socket.IO, and its path falls to the location of all others.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.28.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
            web: { image: "ghcr.io/acme/web:1.4.0" }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "express": "^5.0.0", "socket.io": "^4.8.0" } }',
        'site.conf': `
          server {
            listen 80;
            location /static/ { proxy_pass http://web:8080; }
            location / {
              proxy_set_header Host $host;
              proxy_pass http://api:3000; #! location / passes WebSockets on without Upgrade, Connection and HTTP/1.1
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            live: { image: "ghcr.io/acme/live:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            location /socket.io/ {
              proxy_set_header Upgrade $http_upgrade;
              proxy_pass http://live:3000; #! location /socket.io/ passes WebSockets on without Connection
            }
          }
        `,
      },
    ],
    good: [
      {
        // The sockets of the application have a path of their own; what watches its workers answers none.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.28.0", ports: ["80:80", "5555:5555"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
            flower: { build: ./api, command: celery -A app flower }
        `,
        'api/Dockerfile': 'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n',
        'api/requirements.txt': 'celery==5.4.0\nfastapi==0.115.0\nflower==2.0.1\npython-socketio==5.11.0\n',
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:8000; }
            location /ws {
              proxy_http_version 1.1;
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection "upgrade";
              proxy_pass http://api:8000;
            }
          }
          server {
            listen 5555;
            location / { proxy_pass http://flower:5555; }
          }
        `,
      },
      {
        // Another path of the same application; a web service at /ws; a client of WebSockets.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.28.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { build: ./api }
            prices: { build: ./prices }
            soap: { image: "ghcr.io/acme/soap:1.4.0" }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'api/package.json': '{ "dependencies": { "socket.io": "^4.8.0" } }',
        'prices/Dockerfile': 'FROM node:24.11.1\nCOPY . .\nCMD ["node", "index.js"]\n',
        'prices/package.json': '{ "dependencies": { "ws": "^8.18.0" } }',
        'site.conf': `
          proxy_http_version 1.1;
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
            location /socket.io/ {
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection "upgrade";
              proxy_pass http://api:3000;
            }
            location /prices/ { proxy_pass http://prices:3000; }
            location /ws/orders { proxy_pass http://soap:8080; }
          }
        `,
      },
    ],
  },
})

/** Where WebSockets of users come through: by their path, or because the application that answers has a server of Socket.IO. */
function socketPasses({ nginx }: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly NginxPass[] {
  const passes = nginx.passes.filter(({ protocol }) => protocol === 'http')
  const has = ({ upstream }: NginxPass, library: RegExp) =>
    upstream.servers.some(server => {
      const answer = answers.get(server)
      return (
        answer?.kind === 'workload' &&
        answersSockets(answer.workload) &&
        applicationOf(answer.workload)?.needs(library) === true
      )
    })
  return passes.filter(one => {
    const { path } = one.location
    if (PLAIN_PATH.test(path)) return true
    if (isSocketPath(path)) return has(one, SOCKETS) || has(one, SOCKET_IO)
    return (
      has(one, SOCKET_IO) &&
      answering('/socket.io/', one.location.server) === one.location &&
      !passes.some(other => other !== one && isSocketPath(other.location.path) && isBeside(one, other))
    )
  })
}

/** Whether two locations of one server pass on to the same servers: the sockets are where a path says so. */
function isBeside(one: NginxPass, other: NginxPass): boolean {
  const hosts = new Set(one.upstream.servers.map(({ host }) => knownValue(host)))
  return (
    one.location.server === other.location.server &&
    other.upstream.servers.some(({ host }) => host.known && hosts.has(host.value))
  )
}

/** A worker of Celery and what watches it have the packages of the application, and answer no sockets of it. */
function answersSockets({ runs = [] }: Workload): boolean {
  return !runs.some(({ words }) => words[0] === 'celery')
}

/** The location that a path falls to, as far as prefixes decide: the longest one. */
function answering(path: string, { locations }: NginxServer): NginxLocation | undefined {
  const matching = locations.filter(one => one.match === 'prefix' && path.startsWith(one.path))
  return matching.toSorted((one, other) => other.path.length - one.path.length)[0]
}

function missingAt({ scope }: NginxPass, proxy: NginxProxy): readonly string[] {
  const version = settingText(scope, 'proxy_http_version')
  const isTooOld = version === undefined ? keepsByDefault(proxy) === false : version === '1.0'
  return [
    ...(requestHeader(scope, 'upgrade') ? [] : ['Upgrade']),
    ...(requestHeader(scope, 'connection') ? [] : ['Connection']),
    ...(isTooOld ? ['HTTP/1.1'] : []),
  ]
}
