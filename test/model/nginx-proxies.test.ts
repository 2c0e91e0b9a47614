import { describe, expect, it, test } from 'vitest'
import { atLeast, nginxBytes, nginxSeconds } from '../../src/model/nginx/values.js'
import type { ReverseProxy } from '../../src/model/system.js'
import { knownValue } from '../../src/source.js'
import { type Files, rewriteText, systemOf } from '../support/model.js'

function proxies(files: Files): readonly ReverseProxy[] {
  return systemOf(files).proxies.filter(({ software }) => software === 'nginx')
}

function compose(volumes: readonly string[], more = ''): string {
  return `services:\n  proxy:\n    image: nginx:1.30.0\n    ports: ["80:80"]\n    volumes: ${JSON.stringify(volumes)}\n${more}`
}

const SITE = 'server { listen 80; location / { proxy_pass http://api:3000; } }\n'
const MAIN = `events {}\nhttp {\n  include conf.d/*.conf;\n}\n`

function lines(found: readonly ReverseProxy[]): readonly string[] {
  return found.map(
    ({ name, weight, nginx, workloads }) =>
      `${name}: ${nginx?.mainFile}, weight ${weight}, by ${workloads.map(one => one.name).join('+') || 'nobody'}`,
  )
}

describe('the proxies of nginx', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'a mounted main file',
      { 'compose.yaml': compose(['./n.conf:/etc/nginx/nginx.conf']), 'n.conf': MAIN },
      ['n.conf: repository, weight 3, by proxy'],
    ],
    [
      'a mounted fragment',
      { 'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']), 's.conf': SITE },
      ['s.conf: image, weight 3, by proxy'],
    ],
    [
      'a mounted directory',
      { 'compose.yaml': compose(['./nginx:/etc/nginx']), 'nginx/nginx.conf': MAIN, 'nginx/conf.d/s.conf': SITE },
      ['nginx/nginx.conf: repository, weight 3, by proxy'],
    ],
    [
      'a template',
      { 'compose.yaml': compose(['./t:/etc/nginx/templates']), 't/s.conf.template': SITE },
      ['t/s.conf.template: image, weight 3, by proxy'],
    ],
    [
      'a config of Compose',
      {
        'compose.yaml': `${compose([])}    configs: [{ source: site, target: /etc/nginx/conf.d/default.conf }]\nconfigs: { site: { file: ./s.conf } }\n`,
        's.conf': SITE,
      },
      ['s.conf: image, weight 3, by proxy'],
    ],
    [
      'a file that the Dockerfile copies',
      {
        'compose.yaml': 'services:\n  web: { build: ./web }\n',
        'web/Dockerfile': 'FROM nginx:1.30.0\nCOPY s.conf /etc/nginx/conf.d/default.conf\n',
        'web/s.conf': SITE,
      },
      ['web/s.conf: image, weight 2, by web'],
    ],
    [
      'one that no workload runs',
      { 'deploy/shop.conf': SITE, 'compose.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n' },
      ['deploy/shop.conf: unknown, weight 2, by nobody'],
    ],
    [
      'a sample',
      { 'docs/nginx/shop.conf': SITE, 'compose.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n' },
      ['docs/nginx/shop.conf: unknown, weight 0, by nobody'],
    ],
    [
      'one beside another that is run',
      {
        'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']),
        's.conf': SITE,
        'other.conf': SITE.replace('api', 'web'),
      },
      ['s.conf: image, weight 3, by proxy', 'other.conf: unknown, weight 0, by nobody'],
    ],
    [
      'no copy of one that is run',
      { 'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']), 's.conf': SITE, 'copy/s.conf': SITE },
      ['s.conf: image, weight 3, by proxy'],
    ],
    [
      'one that only development runs',
      {
        'compose.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n',
        'compose.dev.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']),
        's.conf': SITE,
      },
      ['s.conf: image, weight 0, by proxy'],
    ],
    [
      'one that two workloads run',
      {
        'compose.yaml': compose(
          ['./s.conf:/etc/nginx/conf.d/default.conf'],
          '  twin:\n    image: nginx:1.30.0\n    volumes: ["./s.conf:/etc/nginx/conf.d/default.conf"]\n',
        ),
        's.conf': SITE,
      },
      ['s.conf: image, weight 3, by proxy+twin'],
    ],
    [
      'one that the start command fills in',
      {
        'compose.yaml': `${compose(['./s.conf:/tmp/s.conf'])}    command: /bin/bash -c "envsubst < /tmp/s.conf > /etc/nginx/conf.d/default.conf && nginx -g 'daemon off;'"\n`,
        's.conf': SITE,
      },
      ['s.conf: image, weight 3, by proxy'],
    ],
    [
      'one that the entry script of the image fills in',
      {
        'compose.yaml':
          'services:\n  proxy: { build: web, ports: ["80:80"] }\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n',
        'web/Dockerfile':
          'FROM nginx:1.30.0\nCOPY s.conf.template /tmp/s.conf\nCOPY entry.sh /entry.sh\nENTRYPOINT ["/entry.sh"]\nCMD ["nginx", "-g", "daemon off;"]\n',
        'web/entry.sh':
          '#!/bin/sh\nset -e\nenvsubst "\\$PORT" < /tmp/s.conf > /etc/nginx/conf.d/default.conf\nexec "$@"\n',
        'web/s.conf.template': SITE,
      },
      ['web/s.conf.template: unknown, weight 3, by proxy'],
    ],
    [
      'one that a script fills in which the official image runs before',
      {
        'compose.yaml': compose(['./s.conf:/tmp/s.conf', './fill.sh:/docker-entrypoint.d/90-fill.sh']),
        'fill.sh': '#!/bin/sh\nenvsubst < /tmp/s.conf > /etc/nginx/conf.d/default.conf\n',
        's.conf': SITE,
      },
      ['s.conf: image, weight 3, by proxy'],
    ],
    [
      'one to be filled in that no workload runs',
      { 'deploy/shop.conf.template': SITE, 'compose.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n' },
      ['deploy/shop.conf.template: unknown, weight 2, by nobody'],
    ],
    [
      'one for each that includes other files',
      {
        'compose.yaml': `services:\n  a: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./n.conf:/etc/nginx/nginx.conf", "./a:/etc/nginx/conf.d"] }\n  b: { image: "nginx:1.30.0", volumes: ["./n.conf:/etc/nginx/nginx.conf", "./b:/etc/nginx/conf.d"] }\n`,
        'n.conf': MAIN,
        'a/s.conf': SITE,
        'b/s.conf': SITE.replace('api', 'web'),
      },
      ['n.conf: repository, weight 3, by a', 'n.conf: repository, weight 2, by b'],
    ],
  ])('are %s', (_, files, expected) => {
    expect(lines(proxies(files))).toEqual(expected)
  })

  it('say what they leave out', () => {
    const { notEvaluated } = systemOf({
      'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']),
      's.conf': SITE,
      'other.conf': SITE.replace('api', 'web'),
    })
    expect(notEvaluated.map(({ path }) => path)).toEqual(['other.conf'])
  })

  it('are left out in the folder of a program whose image has none', () => {
    const files = {
      'compose.yaml': 'services: { web: { build: ./web } }',
      'web/package.json': '{}',
      'web/nginx.conf': SITE,
    }
    const node = systemOf({ ...files, 'web/Dockerfile': 'FROM node:24.1-slim\n' })
    expect(node.proxies.map(({ weight }) => weight)).toEqual([0])
    expect(node.notEvaluated).toEqual([{ path: 'web/nginx.conf', because: 'no Dockerfile of its folder has nginx' }])
    const host = systemOf({
      ...files,
      'web/Dockerfile.edge': 'FROM nginx:1.29\n',
      'web/Dockerfile': 'FROM node:24.1\n',
    })
    expect(host.proxies.map(({ weight }) => weight)).toEqual([2])
  })

  it('name the files that could not be read, and are not complete', () => {
    const system = systemOf({
      'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']),
      's.conf': 'server { listen 80',
    })
    expect(system.unreadable.map(({ path, format, production }) => [path, format, production])).toEqual([
      ['s.conf', 'nginx', true],
    ])
    expect(system.proxies[0]?.complete).toBe(false)
  })

  it('have the version that the tag tells', () => {
    const [proxy] = proxies({ 'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/default.conf']), 's.conf': SITE })
    expect(proxy?.version).toEqual([1, 30, 0])
  })
})

/** Routes of a server with these lines, each as "path -> host:port resolved", and what the path becomes. */
function routes(server: string, more = ''): readonly string[] {
  const [proxy] = proxies({
    'compose.yaml': `${compose(['./s.conf:/etc/nginx/templates/s.conf.template'])}    environment: { API_HOST: "api:9000" }\n`,
    's.conf': `${more} server { listen 80; ${server} }`,
  })
  return (proxy?.routes ?? []).map(({ path, upstream, rewrite }) => {
    const servers = upstream.servers.map(({ host, port, resolved, backup }) => {
      const where = `${knownValue(host) ?? '?'}${port ? `:${knownValue(port) ?? '?'}` : ''}`
      return `${where} ${resolved}${backup ? ' backup' : ''}`
    })
    const seen = rewriteText(rewrite)
    return `${path.match} ${path.text} -> ${upstream.name ? `${upstream.name}: ` : ''}${servers.join(', ')}${seen}`
  })
}

describe('routes', () => {
  test.each([
    ['http://api:3000', 'prefix /a/ -> api:3000 start'],
    ['http://api', 'prefix /a/ -> api start'],
    ['http://api:3000/', 'prefix /a/ -> api:3000 start without /a'],
    ['http://api:3000/v1/', 'prefix /a/ -> api:3000 start with /v1/ for /a/'],
    ['http://api:3000/a/', 'prefix /a/ -> api:3000 start'],
    ['http://api:3000$request_uri', 'prefix /a/ -> api:3000 running'],
    ['http://api:3000/x$is_args$args', 'prefix /a/ -> api:3000 running as /x'],
    ['http://$host', 'prefix /a/ -> ? running'],
    ['https://[::1]:8443/x', 'prefix /a/ -> [::1]:8443 start with /x for /a/'],
    ['http://unix:/run/app.sock', 'prefix /a/ -> unix:/run/app.sock start'],
    ['http://unix:/run/app.sock:/v1/', 'prefix /a/ -> unix:/run/app.sock start with /v1/ for /a/'],
    ['http://${API_HOST}/', 'prefix /a/ -> api:9000 start without /a'],
    ['http://$API_HOST', 'prefix /a/ -> api:9000 start'],
    ['http://${NOT_SET}', 'prefix /a/ -> ? running'],
  ])('of proxy_pass %s', (target, expected) => {
    expect(routes(`location /a/ { proxy_pass ${target}; }`)).toEqual([expected])
  })

  test.each([
    [
      'a group',
      'location / { proxy_pass http://app; }',
      'upstream app { server a:1; server b:2 backup; server c:3 down; }',
      'prefix / -> app: a:1 start, b:2 start backup',
    ],
    [
      'a group that is looked up again',
      'location / { proxy_pass http://app; }',
      'resolver 127.0.0.11; upstream app { zone app 64k; server a:1 resolve; }',
      'prefix / -> app: a:1 running',
    ],
    [
      'resolve without a resolver',
      'location / { proxy_pass http://app; }',
      'upstream app { zone app 64k; server a:1 resolve; }',
      'prefix / -> app: a:1 start',
    ],
    [
      'a variable that is set',
      'set $app api; location / { proxy_pass http://$app:3000; }',
      '',
      'prefix / -> api:3000 running',
    ],
    [
      'a rewrite',
      'location /a/ { rewrite ^/a/(.*) /$1 break; proxy_pass http://api; }',
      '',
      'prefix /a/ -> api start without /a',
    ],
    ['FastCGI', 'location ~ \\.php$ { fastcgi_pass php:9000; }', '', 'regex \\.php$ -> php:9000 start'],
    ['gRPC', 'location / { grpc_pass grpc://api:50051; }', '', 'prefix / -> api:50051 start'],
    [
      'a named location',
      'location /x { try_files $uri @app; } location @app { proxy_pass http://api; }',
      '',
      'prefix /x -> api start',
    ],
    ['a condition', 'location / { if ($arg_b) { proxy_pass http://beta; } }', '', 'prefix / -> beta start'],
  ])('of %s', (_, server, more, expected) => {
    expect(routes(server, more)).toEqual([expected])
  })
})

describe('listeners', () => {
  const listeners = (http: string) => {
    const [proxy] = proxies({ 'compose.yaml': compose(['./s.conf:/etc/nginx/conf.d/s.conf']), 's.conf': http })
    return (proxy?.listeners ?? []).map(
      ({ port, tls, redirectsToTls }) =>
        `${knownValue(port) ?? '?'}${tls ? ' tls' : ''}${redirectsToTls ? ' redirects' : ''}`,
    )
  }

  test.each([
    ['server { root /srv; }', ['80']],
    ['server { listen 8080; listen [::]:8080; }', ['8080']],
    ['server { listen 127.0.0.1:81; listen *:82; listen example.com; }', ['81', '82', '80']],
    ['server { listen 443 ssl http2 default_server; }', ['443 tls']],
    ['server { listen 443 quic reuseport; }', ['443 tls']],
    ['server { listen 443; ssl on; }', ['443 tls']],
    ['server { listen unix:/run/nginx.sock; }', []],
    ['server { listen $PORT; }', ['?']],
    ['server { listen 80; return 301 https://$host$request_uri; }', ['80 redirects']],
    ['server { listen 80; location / { return 308 https://$host$request_uri; } }', ['80 redirects']],
    [
      'server { listen 80; location /.well-known/ { root /srv; } location / { return 301 https://$host$request_uri; } }',
      ['80 redirects'],
    ],
    [
      'server { listen 80; location /api { proxy_pass http://api; } location / { return 301 https://$host$request_uri; } }',
      ['80'],
    ],
    ['server { listen 80; return 301 http://www.example.com; }', ['80']],
    ['server { listen 80; if ($scheme = http) { return 301 https://$host$request_uri; } }', ['80 redirects']],
    ['server { listen 80; if ($host = www.x.de) { return 301 https://x.de; } location / { root /srv; } }', ['80']],
    ['server { listen 80; if ($host = x.de) { return 301 https://x.de; } return 404; }', ['80 redirects']],
    ['server { listen 80; rewrite ^(.*)$ https://x.de$1 permanent; }', ['80 redirects']],
    ['server { listen 80; rewrite ^/old https://x.de/new permanent; }', ['80']],
    ['server { listen 80; return 301 https://$host; } server { listen 80; server_name b; root /srv; }', ['80']],
  ])('of %s', (http, expected) => {
    expect(listeners(http)).toEqual(expected)
  })
})

describe('values', () => {
  test.each([
    ['60', 60],
    ['60s', 60],
    ['1m', 60],
    ['1h 30m', 5_400],
    ['1h30m', 5_400],
    ['500ms', 0.5],
    ['7d', 604_800],
    ['1M', 2_592_000],
    ['1y', 31_536_000],
    ['$time', undefined],
    ['5x', undefined],
    ['', undefined],
    ['s', undefined],
  ])('the time %s', (text, seconds) => {
    expect(nginxSeconds(text)).toBe(seconds)
  })

  test.each([
    ['0', 0],
    ['8k', 8_192],
    ['10M', 10_485_760],
    ['1g', 1_073_741_824],
    ['1t', undefined],
    ['-1', undefined],
    ['$size', undefined],
  ])('the size %s', (text, bytes) => {
    expect(nginxBytes(text)).toBe(bytes)
  })

  test.each([
    [[1, 29, 7], true],
    [[1, 30], true],
    [[2], true],
    [[1, 29, 6], false],
    [[1, 25], false],
    [[1, 29], undefined],
    [[1], undefined],
    [undefined, undefined],
  ])('the version %j against 1.29.7', (version, expected) => {
    expect(atLeast(version, [1, 29, 7])).toBe(expected)
  })
})

test.each([
  ['conf/erp.acme.dev.conf', 'erp.acme.dev www.acme.dev', 2],
  ['conf/erp.dev.conf', 'erp.acme.com', 0],
  ['dev/erp.acme.com.conf', 'erp.acme.com', 0],
])('%s for %s is what a host runs, or aside', (path, names, weight) => {
  const files = {
    [path]: `server { listen 80; server_name ${names}; location / { proxy_pass http://127.0.0.1:3000; } }\n`,
  }
  expect(systemOf(files).proxies.map(proxy => proxy.weight)).toEqual([weight])
})
