import { describe, expect, it } from 'vitest'
import { routeTargets } from '../../src/model/route-targets.js'
import { type Files, rewriteText, systemOf } from '../support/model.js'

const MOUNT = 'volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro", "./more:/etc/caddy/more"]'

function caddyOf(caddyfile: string, settings = MOUNT, files: Files = {}) {
  const compose = `services:\n  web: {image: "caddy:2.10", ${settings}}\n  api: {image: a}\n  shop: {image: b}\n`
  const system = systemOf({ 'compose.yaml': compose, Caddyfile: caddyfile, ...files })
  const [proxy] = system.proxies
  return {
    system,
    proxy,
    listeners: (proxy?.listeners ?? []).map(
      ({ port, tls, redirectsToTls }) =>
        `${port.known ? port.value : '?'}${tls ? ' tls' : ''}${redirectsToTls ? ' redirects' : ''}`,
    ),
    routes: routeTargets(system).map(({ route: { hosts, path, rewrite, upstream }, targets }) => {
      const ends = targets.map(({ workload, port }) => `${workload.name}:${port ?? ''}`)
      const to = ends.length > 0 ? ends : upstream.servers.map(({ host }) => (host.known ? host.value : '?'))
      return `${hosts.join('|') || '*'} ${path.match} ${path.text}${rewriteText(rewrite)} → ${to.join(' ')}`
    }),
  }
}

describe('the sites of a Caddyfile', () => {
  it.each([
    ['without braces', ':80\nreverse_proxy api:3000', ['* prefix / → api:3000'], ['80']],
    [
      'with braces, comments and options',
      '{\n  email a@b.c # who\n}\n# sites\nerp.acme.com, www.acme.com {\n  encode gzip\n  reverse_proxy "api:3000"\n}\n',
      ['erp.acme.com|www.acme.com prefix / → api:3000'],
      ['443 tls', '80 redirects'],
    ],
    ['of plain HTTP', 'http://erp.acme.com {\n  reverse_proxy http://api\n}', ['erp.acme.com prefix / → api:'], ['80']],
    [
      'with a port',
      'erp.acme.com:8443 {\n  reverse_proxy api:3000\n}',
      ['erp.acme.com prefix / → api:3000'],
      ['8443 tls'],
    ],
    [
      'with a certificate of its own',
      ':8443 {\n  tls internal\n  reverse_proxy api:3000\n}',
      ['* prefix / → api:3000'],
      ['8443 tls'],
    ],
    [
      'without certificates',
      '{\n  auto_https off\n}\nerp.acme.com {\n  reverse_proxy api:3000\n}',
      ['erp.acme.com prefix / → api:3000'],
      ['80'],
    ],
    [
      'without a redirection',
      '{\n  auto_https disable_redirects\n}\na.b {\n  reverse_proxy api:3000\n}',
      ['a.b prefix / → api:3000'],
      ['443 tls'],
    ],
    [
      'with other ports',
      '{\n  http_port 8080\n  https_port 8443\n}\na.b {\n  reverse_proxy api:3000\n}',
      ['a.b prefix / → api:3000'],
      ['8443 tls', '8080 redirects'],
    ],
    [
      'of which one alone redirects',
      'a.b {\n  reverse_proxy api:3000\n}\n:80 {\n  reverse_proxy shop:1\n}',
      ['a.b prefix / → api:3000', '* prefix / → shop:1'],
      ['443 tls', '80'],
    ],
    [
      'with a path',
      'a.b/shop* {\n  reverse_proxy shop:1\n}',
      ['a.b prefix /shop → shop:1'],
      ['443 tls', '80 redirects'],
    ],
  ])('%s', (_, text, routes, listeners) => {
    const found = caddyOf(text)
    expect(found.routes).toEqual(routes)
    expect(found.listeners).toEqual(listeners)
  })
})

describe('the routes of a site', () => {
  it.each([
    ['reverse_proxy /api/* api:3000', ['* prefix /api/ → api:3000']],
    ['reverse_proxy /api* api:3000', ['* prefix /api → api:3000']],
    ['reverse_proxy /api api:3000', ['* exact /api → api:3000']],
    ['reverse_proxy api:3000 shop:1', ['* prefix / → api:3000 shop:1']],
    ['reverse_proxy {\n to api:3000 shop:1\n lb_policy first\n}', ['* prefix / → api:3000 shop:1']],
    ['php_fastcgi api:9000', ['* prefix / → api:9000']],
    ['@api path /api/* /v1/*\nreverse_proxy @api api:3000', ['* prefix /api/ → api:3000', '* prefix /v1/ → api:3000']],
    ['@api {\n host a.b\n path /api/*\n}\nreverse_proxy @api api:3000', ['a.b prefix /api/ → api:3000']],
    ['@api path_regexp ^/v[0-9]+/\nreverse_proxy @api api:3000', ['* regex ^/v[0-9]+/ → api:3000']],
    ['@post method POST\nreverse_proxy @post api:3000', ['* prefix / → api:3000']],
    [
      'handle /api/* {\n reverse_proxy api:3000\n}\nhandle {\n reverse_proxy shop:1\n}',
      ['* prefix /api/ → api:3000', '* prefix / → shop:1'],
    ],
    ['handle_path /api/* {\n reverse_proxy api:3000\n}', ['* prefix /api/ without /api → api:3000']],
    [
      'handle_path /api/* {\n rewrite * /v2{uri}\n reverse_proxy api:3000\n}',
      ['* prefix /api/ with /v2 for /api → api:3000'],
    ],
    ['route /api/* {\n uri strip_prefix /api\n reverse_proxy api:3000\n}', ['* prefix /api/ without /api → api:3000']],
    ['rewrite /api/* /index.php\nreverse_proxy /api/* api:3000', ['* prefix /api/ as /index.php → api:3000']],
    ['rewrite /web/* /index.php\nreverse_proxy /api/* api:3000', ['* prefix /api/ → api:3000']],
    ['rewrite /api/x /y\nreverse_proxy /api/* api:3000', ['* prefix /api/ as ? → api:3000']],
    ['uri path_regexp ^/api/(.*)$ /$1\nreverse_proxy /api/* api:3000', ['* prefix /api/ without /api → api:3000']],
    ['uri replace a b\nreverse_proxy api:3000', ['* prefix / as ? → api:3000']],
    ['uri query +a b\nreverse_proxy api:3000', ['* prefix / → api:3000']],
    ['reverse_proxy api:3000 {\n rewrite /x{uri}\n}', ['* prefix / with /x for nothing → api:3000']],
    ['reverse_proxy {env.API}', ['* prefix / → ?']],
    ['reverse_proxy unix//run/api.sock', ['* prefix / → unix:/run/api.sock']],
    ['file_server\nredir /x /y', []],
  ])('%s', (text, routes) => {
    expect(caddyOf(`:80 {\n${text}\n}`).routes).toEqual(routes)
  })
})

describe('what is put in', () => {
  it('are snippets with arguments, and files', () => {
    const text =
      '(proxy) {\n  reverse_proxy {args[0]}:3000\n}\nimport more/*.site\n:80 {\n  import proxy api\n  import more/routes\n}\n'
    const found = caddyOf(text, MOUNT, {
      'more/routes': 'handle_path /shop/* {\n  reverse_proxy shop:1\n}\nencode gzip\n',
      'more/b.site': 'b.c {\n  reverse_proxy shop:2\n}\n',
    })
    expect(found.routes).toEqual([
      '* prefix / → api:3000',
      '* prefix /shop/ without /shop → shop:1',
      'b.c prefix / → shop:2',
    ])
    expect(found.proxy?.complete).toBe(true)
    expect(found.proxy?.files).toEqual(['compose.yaml', 'Caddyfile', 'more/b.site', 'more/routes'])
  })

  it('may be missing', () => {
    expect(caddyOf(':80 {\n  import more/none\n  reverse_proxy api:3000\n}').proxy?.complete).toBe(false)
    expect(caddyOf(':80 {\n  import nothing\n}').proxy?.complete).toBe(false)
    const endless = caddyOf('(a) {\n  import a\n  import a\n}\n:80 {\n  import a\n  reverse_proxy api:3000\n}')
    expect(endless.proxy?.complete).toBe(false)
    expect(endless.routes).toEqual(['* prefix / → api:3000'])
  })

  it('are variables: those of the container, and their defaults', () => {
    const variables = `${MOUNT}, environment: {SITE: "a.b, c.d", PORT: "\${PORT}"}`
    const text = '{$SITE} {\n  reverse_proxy {$API:api}:3000 {$NONE}\n}\n:{$PORT} {\n  reverse_proxy shop:1\n}\n'
    const found = caddyOf(text, variables)
    expect(found.routes).toEqual(['a.b|c.d prefix / → api:3000', '* prefix / → shop:1'])
    expect(found.listeners).toEqual(['443 tls', '80 redirects', '?'])
  })
})

describe('the Caddyfile of a workload', () => {
  it('is the one that its command names', () => {
    const command =
      'command: ["caddy", "run", "--config", "/srv/site", "--adapter", "caddyfile"], volumes: ["./my.conf:/srv/site"]'
    expect(caddyOf('', command, { 'my.conf': ':80\nreverse_proxy api:3000\n' }).routes).toEqual([
      '* prefix / → api:3000',
    ])
  })

  it('is said to be unread when nothing reads it, or when it is JSON', () => {
    const loose = caddyOf(':80\nreverse_proxy api:3000\n', 'command: [caddy, file-server]', {
      'docs/caddyfile.md': 'x',
    })
    expect(loose.system.notEvaluated).toEqual([
      { path: 'Caddyfile', because: 'no workload is known to read it: not evaluated' },
    ])
    const json = caddyOf('', 'command: [caddy, run, --config, /c.json], volumes: ["./c.json:/c.json"]', {
      'c.json': '{}',
    })
    expect(json.system.notEvaluated.map(({ path }) => path)).toEqual(['c.json', 'Caddyfile'])
    expect([loose.proxy, json.proxy]).toEqual([undefined, undefined])
  })

  it('is unreadable with a brace or a quote that is not closed', () => {
    const broken = caddyOf(':80 {\n  reverse_proxy "api:3000\n}\n')
    expect(
      broken.system.unreadable.map(({ path, format, problems }) => [path, format, ...problems.map(one => one.message)]),
    ).toEqual([['Caddyfile', 'caddy', 'The quote is not closed', 'The block is not closed']])
    expect(broken.proxy?.complete).toBe(false)
  })
})
