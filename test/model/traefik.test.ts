import { describe, expect, it } from 'vitest'
import type { ReverseProxy } from '../../src/model/system.js'
import { readRule } from '../../src/model/traefik/rule.js'
import { textAt } from '../../src/model/traefik/settings.js'
import { type Files, rewriteText, systemOf } from '../support/model.js'
import { millisecondsSince } from '../support/processor-time.js'

/** The Traefik `edge` with these settings, beside other services and files. */
function edge(settings: string, others = '', files: Files = {}): ReverseProxy {
  const compose = `services:\n  edge: {image: "traefik:v3.5", ${settings}}\n${others.replace(/^(?=.)/gm, '  ')}`
  const found = systemOf({ 'compose.yaml': compose, ...files }).proxies.find(({ name }) => name === 'edge')
  if (!found?.traefik) throw new Error('no Traefik')
  return found
}

function lines({ routes }: ReverseProxy): readonly string[] {
  return routes.map(({ hosts, path, upstream, rewrite }) => {
    const servers = upstream.servers.map(({ host, port, scheme }) => {
      const address = `${host.known ? host.value : '?'}:${port ? (port.known ? port.value : '?') : ''}`
      return scheme === undefined ? address : `${scheme}://${address}`
    })
    const changed = rewriteText(rewrite)
    return `${hosts.join('|') || '*'} ${path.match} ${path.text} → ${servers.join(' ')}${changed}`
  })
}

const listeners = (proxy: ReverseProxy) =>
  proxy.listeners.map(
    ({ port, tls, redirectsToTls }) =>
      `${port.known ? port.value : '?'}${tls ? ' tls' : ''}${redirectsToTls ? ' redirect' : ''}`,
  )

const DOCKER = 'command: ["--providers.docker=true"]'
const labelled = (name: string, labels: readonly string[], more = '') =>
  `${name}: {image: "ghcr.io/acme/${name}:1"${more}, labels: [${labels.map(label => `'${label}'`).join(', ')}]}\n`

describe('the static configuration', () => {
  const level = (proxy: ReverseProxy) => {
    const { source, settings, complete, ignored } = proxy.traefik?.static ?? {}
    const text = settings && textAt(settings, 'log', 'level')
    return [
      source?.kind ?? 'none',
      text ?? (complete ? 'default' : 'unknown'),
      ...(ignored ?? []).map(one => `not ${one.kind}`),
    ].join(', ')
  }
  const FLAG = 'command: ["--log.level=WARN"]'
  const VARIABLE = 'environment: {TRAEFIK_LOG_LEVEL: INFO, TRAEFIK_VERSION: "3"}'
  const mount = (target: string, source = './traefik.yml') => `volumes: ["${source}:${target}"]`
  const YAML = { 'traefik.yml': 'log: {level: ERROR}\n' }

  it.each<[string, string, Files, string]>([
    ['nothing', '', {}, 'none, default'],
    ['flags', FLAG, {}, 'arguments, WARN'],
    ['variables', VARIABLE, {}, 'environment, INFO'],
    ['flags before variables', `${FLAG}, ${VARIABLE}`, {}, 'arguments, WARN, not environment'],
    [
      'a file before both',
      `${FLAG}, ${VARIABLE}, ${mount('/etc/traefik/traefik.yml')}`,
      YAML,
      'file, ERROR, not arguments, not environment',
    ],
    [
      'a file in a mounted directory',
      mount('/etc/traefik', './conf'),
      { 'conf/traefik.toml': '[log]\nlevel = "ERROR"\n' },
      'file, ERROR',
    ],
    [
      'TOML before YAML',
      mount('/etc/traefik', './conf'),
      { 'conf/traefik.toml': '[log]\nlevel = "A"', 'conf/traefik.yml': 'log: {level: B}' },
      'file, A',
    ],
    ['a file that a flag names', `command: --configfile=/x.yml, ${mount('/x.yml')}`, YAML, 'file, ERROR'],
    ['a file that is not in the repository', mount('/etc/traefik/traefik.yml'), {}, 'file, unknown'],
    [
      'a file that is not in the repository, beside flags',
      `${FLAG}, ${mount('/etc/traefik', 'data')}`,
      {},
      'arguments, WARN',
    ],
    ['a config of Compose', 'configs: [{source: static, target: /etc/traefik/traefik.yml}]', {}, 'file, ERROR'],
    ['the name of a flag in any case', 'command: ["--LOG.Level", "DEBUG", "--api.insecure"]', {}, 'arguments, DEBUG'],
    ['the last of two flags', 'command: "--log.level=A --log.level=B"', {}, 'arguments, B'],
    ['a shell', 'entrypoint: ["sh", "-c", "exec traefik --log.level=A"]', {}, 'arguments, A'],
    ['a variable of the host', 'command: ["--log.level=${LEVEL}"]', {}, 'arguments, default'],
    ['a flag of the host', 'command: ["--log.level=A", "${FLAGS}"]', {}, 'arguments, A'],
    ['only a flag of the host', 'command: ["${FLAGS}"]', {}, 'arguments, unknown'],
    ['a script of its own', 'entrypoint: ["/start.sh"]', {}, 'arguments, unknown'],
  ])('comes from %s', (_, settings, files, expected) => {
    const configs = settings.startsWith('configs') ? 'configs: {static: {content: "log: {level: ERROR}\\n"}}\n' : ''
    const compose = `services:\n  edge: {image: "traefik:v3.5", ${settings}}\n${configs}`
    const proxy = systemOf({ 'compose.yaml': compose, ...files }).proxies[0]
    expect(proxy && level(proxy)).toBe(expected)
  })

  it('leaves out what is null', () => {
    const proxy = edge(mount('/traefik.yml'), '', { 'traefik.yml': 'ping:\napi: {}\n' })
    expect([...(proxy.traefik?.static.settings.children.keys() ?? [])]).toEqual(['api'])
  })

  it('is said where it cannot be read', () => {
    const system = systemOf({
      'compose.yaml': `services:\n  edge: {image: "traefik:v3.5", ${mount('/traefik.yml')}}\n`,
      'traefik.yml': 'log: {level: [\n',
    })
    expect(system.unreadable).toMatchObject([{ path: 'traefik.yml', format: 'traefik', production: true }])
    expect(system.proxies[0]?.complete).toBe(false)
  })

  it('is not evaluated for version 1, and where nothing reads it', () => {
    const system = systemOf({
      'compose.yaml': 'services:\n  edge: {image: "traefik:v1.7"}\n',
      'deploy/traefik.toml': '[docker]\n',
    })
    expect(system.proxies).toEqual([])
    expect(system.notEvaluated).toEqual([
      { path: 'compose.yaml', because: 'edge runs Traefik 1: its configuration is not evaluated' },
      { path: 'deploy/traefik.toml', because: 'no workload is known to read it: not evaluated' },
    ])
  })
})

describe('entry points', () => {
  it.each<[string, string, readonly string[]]>([
    ['by default', '', ['80']],
    ['as written', '["--entrypoints.web.address=:8000", "--entryPoints.dns.address=:53/udp"]', ['8000']],
    [
      'with TLS and redirections',
      '["--entrypoints.web.address=0.0.0.0:80/tcp", "--entrypoints.web.http.redirections.entryPoint.to=secure", "--entrypoints.secure.address=:443", "--entrypoints.secure.http.tls=true"]',
      ['80 redirect', '443 tls'],
    ],
    ['and the one for itself', '["--api.insecure"]', ['80', '8080']],
    ['and the one for itself elsewhere', '["--ping", "--entrypoints.traefik.address=:9000"]', ['9000', '80']],
    [
      'not for itself when that is elsewhere',
      '["--entrypoints.web.address=:80", "--ping", "--ping.entrypoint=web"]',
      ['80'],
    ],
  ])('are listened on %s', (_, command, expected) => {
    expect(listeners(edge(command === '' ? 'init: true' : `command: ${command}`))).toEqual(expected)
  })

  it('have TLS by their routers', () => {
    const command = 'command: ["--providers.docker", "--entrypoints.web.address=:80", "--entrypoints.s.address=:443"]'
    const labels = [
      'traefik.http.routers.a.rule=Host(`a.b`)',
      'traefik.http.routers.a.entrypoints=s',
      'traefik.http.routers.a.tls=true',
    ]
    expect(listeners(edge(command, labelled('api', labels)))).toEqual(['80', '443 tls'])
  })
})

describe('routes', () => {
  const RULE = 'traefik.http.routers.a.rule=Host(`erp.acme.com`) && PathPrefix(`/api`)'
  const PORT = 'traefik.http.services.a.loadbalancer.server.port=3000'

  it.each<[string, string, readonly string[]]>([
    ['a router and a port', labelled('api', [RULE, PORT]), ['erp.acme.com prefix /api → api:3000']],
    [
      'names in any case',
      labelled(
        'api',
        [RULE, PORT].map(label => label.replace(/^traefik\.http/, 'Traefik.HTTP')),
      ),
      ['erp.acme.com prefix /api → api:3000'],
    ],
    [
      'a map of labels',
      `api:\n  image: "a:1"\n  labels: {traefik.http.routers.a.rule: "Path(\`/x\`)", traefik.http.services.a.loadbalancer.server.port: 3000}\n`,
      ['* exact /x → api:3000'],
    ],
    [
      'the lowest exposed port',
      labelled('api', [RULE], ', expose: ["9000", "3000"], ports: ["8080:8080"]').replace(
        'image: "ghcr.io/acme/api:1"',
        'build: .',
      ),
      ['erp.acme.com prefix /api → api:3000'],
    ],
    ['the published port', labelled('api', [RULE], ', ports: ["80:8080"]'), ['erp.acme.com prefix /api → api:8080']],
    ['a port that only the image tells', labelled('api', [RULE]), ['erp.acme.com prefix /api → api:?']],
    ['a container that is merely enabled', labelled('api', ['traefik.enable=true', PORT]), ['* prefix / → api:3000']],
    ['a container that is not', labelled('api', ['traefik.enable=false', RULE, PORT]), []],
    [
      'one of several services',
      labelled('api', [
        RULE,
        PORT,
        'traefik.http.services.b.loadbalancer.server.port=1',
        'traefik.http.routers.a.service=b',
      ]),
      ['erp.acme.com prefix /api → api:1'],
    ],
    [
      'several services and no choice',
      labelled('api', [RULE, PORT, 'traefik.http.services.b.loadbalancer.server.port=1']),
      [],
    ],
    ['an unknown service', labelled('api', [RULE, PORT, 'traefik.http.routers.a.service=none']), []],
    ['what Traefik itself answers', labelled('api', [RULE, 'traefik.http.routers.a.service=api@internal']), []],
    [
      'a stripped prefix',
      labelled('api', [
        RULE,
        PORT,
        'traefik.http.routers.a.middlewares=s',
        'traefik.http.middlewares.s.stripprefix.prefixes=/v1,/api',
      ]),
      ['erp.acme.com prefix /api → api:3000 without /api'],
    ],
    [
      'a prefix that is longer than the route',
      labelled('api', [
        'traefik.http.routers.a.rule=PathPrefix(`/`)',
        PORT,
        'traefik.http.routers.a.middlewares=s@docker',
        'traefik.http.middlewares.s.stripprefix.prefixes=/api',
      ]),
      ['* prefix / → api:3000 as ?'],
    ],
    [
      'a chain',
      labelled('api', [
        RULE,
        PORT,
        'traefik.http.routers.a.middlewares=c',
        'traefik.http.middlewares.c.chain.middlewares=c,s,p',
        'traefik.http.middlewares.s.stripprefix.prefixes=/api',
        'traefik.http.middlewares.p.addprefix.prefix=/v2',
      ]),
      ['erp.acme.com prefix /api → api:3000 with /v2 for /api'],
    ],
    [
      'TCP',
      labelled('db', [
        'traefik.tcp.routers.d.rule=HostSNI(`*`)',
        'traefik.tcp.services.d.loadbalancer.server.port=5432',
      ]),
      ['* prefix / → db:5432'],
    ],
  ])('come from %s', (_, others, expected) => {
    expect(lines(edge(DOCKER, others, { Dockerfile: 'FROM scratch\n' }))).toEqual(expected)
  })

  it('come from a label of a service in a swarm, and from none of those under Compose', () => {
    const api = `api:\n  image: "a:1"\n  deploy: {labels: ["${RULE}", "${PORT}"]}\n`
    const swarm = { Makefile: 'deploy:\n\tdocker stack deploy -c compose.yaml erp\n' }
    expect(lines(edge(DOCKER, api, swarm))).toEqual(['erp.acme.com prefix /api → api:3000'])
    expect(lines(edge(DOCKER, api))).toEqual([])
  })

  it('need the provider', () => {
    const api = labelled('api', [RULE, PORT])
    expect(lines(edge('command: ["--api"]', api))).toEqual([])
    expect(lines(edge('command: ["--providers.docker.exposedbydefault=false"]', api))).toEqual([])
    expect(lines(edge('command: ["--providers.swarm.endpoint=x"]', api))).toHaveLength(1)
  })

  const FILE = 'volumes: ["./edge:/etc/traefik"], command: ["--providers.file.directory=/etc/traefik/dynamic"]'
  const DYNAMIC = `http:
  routers:
    Main: {rule: "Host(\`a.b\`) || Path(\`/x\`)", service: Main, middlewares: [auth]}
    both: {rule: "Host(\`c.d\`)", service: both}
  middlewares:
    auth: {forwardAuth: {address: "http://authelia:9091/api/verify"}}
  services:
    main: {loadBalancer: {servers: [{url: "http://api:3000"}, {url: "https://old.example.com/"}]}}
    both: {weighted: {services: [{name: main, weight: 1}, {name: both}]}}
tls: {certificates: [{certFile: /a.pem, keyFile: /b.pem}]}
`
  it('come from files', () => {
    const proxy = edge(FILE, '', { 'edge/dynamic/a.yml': DYNAMIC })
    const main = 'http://api:3000 https://old.example.com:'
    expect(lines(proxy)).toEqual([`a.b prefix / → ${main}`, `* exact /x → ${main}`, `c.d prefix / → ${main}`])
    expect(proxy.upstreams.map(one => one.name)).toEqual(['main', 'both', 'auth'])
    expect(proxy.traefik).toMatchObject({ hasCertificates: true, routersComplete: true })
    expect(proxy.complete).toBe(true)
  })

  it('are open where a file is a template, broken, or elsewhere', () => {
    const template = edge(FILE, '', { 'edge/dynamic/a.yml': DYNAMIC.replace('a.b', '{{ env "HOST" }}') })
    const broken = edge(FILE, '', { 'edge/dynamic/a.yml': `${DYNAMIC}]` })
    const missing = edge(FILE.replace('./edge', 'data'))
    expect([template, broken, missing].map(one => one.complete)).toEqual([false, false, false])
  })

  it('join labels and files', () => {
    const command =
      'volumes: ["./d.toml:/d.toml"], command: ["--providers.docker", "--providers.file.filename=/d.toml"]'
    const toml = '[http.middlewares.strip.stripPrefix]\nprefixes = ["/api"]\n'
    const api = labelled('api', [RULE, PORT, 'traefik.http.routers.a.middlewares=strip@file'])
    expect(lines(edge(command, api, { 'd.toml': toml }))).toEqual(['erp.acme.com prefix /api → api:3000 without /api'])
  })

  it('reach other deployments on a network in common', () => {
    const api = (network: string) =>
      `services:\n  api:\n    image: "a:1"\n    networks: [n]\n    labels: ["${RULE}", "${PORT}"]\nnetworks: {n: ${network}}\n`
    const compose = (network: string) =>
      `services:\n  edge: {image: "traefik:v3.5", ${DOCKER}, networks: [n]}\nnetworks: {n: ${network}}\n`
    const both = (one: string, other: string) => {
      const system = systemOf({ 'edge/compose.yaml': compose(one), 'api/compose.yaml': api(other) })
      return system.proxies.flatMap(lines)
    }
    expect(both('{name: web}', '{external: true, name: web}')).toEqual(['erp.acme.com prefix /api → api:3000'])
    expect(both('{}', '{}')).toEqual([])
  })

  it('are edges of the map', () => {
    const compose = `services:\n  edge: {image: "traefik:v3.5", ${DOCKER}}\n  ${labelled('api', [RULE, PORT])}`
    const edges = systemOf({ 'compose.yaml': compose }).edges.filter(({ via }) => via === 'label')
    expect(edges).toMatchObject([
      { from: { name: 'edge' }, host: 'api', port: 3000, networks: ['default'], answer: { kind: 'workload' } },
    ])
  })
})

describe('resolvers', () => {
  it.each([
    ['--certificatesresolvers.le.acme.tlschallenge=true', 'tls'],
    ['--certificatesresolvers.le.acme.tlschallenge', 'tls'],
    ['--certificatesresolvers.le.acme.httpchallenge.entrypoint=web', 'http'],
    ['--certificatesresolvers.le.acme.httpchallenge=true', 'none'],
    ['--certificatesresolvers.le.acme.dnschallenge.provider=${DNS}', 'dns'],
    ['--certificatesresolvers.le.acme.dnschallenge=true', 'none'],
    ['--certificatesresolvers.le.acme.email=ops@acme.com', 'none'],
    ['--certificatesresolvers.le.tailscale=true', 'other'],
  ])('prove the domain: %s', (flag, expected) => {
    const [resolver] = edge(`command: ["${flag}"]`).traefik?.resolvers ?? []
    expect(resolver).toMatchObject({ name: 'le', challenge: expected, storage: { value: '/acme.json' } })
  })
})

describe('a rule', () => {
  const read = (rule: string) =>
    readRule(rule)?.map(({ hosts, path }) => `${hosts.join('|')} ${path.match} ${path.text}`)

  it.each<[string, readonly string[] | undefined]>([
    ['Host(`A.b`)', ['a.b prefix /']],
    ['Host(`a.b`, `c.d`)', ['a.b|c.d prefix /']],
    ['Host("a.b") && PathPrefix("/x")', ['a.b prefix /x']],
    ['Host(`a`) && (Path(`/x`) || PathPrefix(`/y`, `/z`))', ['a exact /x', 'a prefix /y', 'a prefix /z']],
    ['Host(`a`) || Host(`b`) && Path(`/x`)', ['a prefix /', 'b exact /x']],
    ['PathPrefix(`/`) && PathPrefix(`/api`)', [' prefix /api']],
    ['Host(`a`) && !Path(`/x`)', ['a prefix /']],
    ['HostRegexp(`.+`) && Method(`GET`)', [' prefix /']],
    ['Path(`/{id:[0-9]+}`)', [' regex /{id:[0-9]+}']],
    ['PathRegexp(`^/x`)', [' regex ^/x']],
    ['Host(`a`', undefined],
    ['Host(`a`) Path(`/x`)', undefined],
    ['', undefined],
    ['(', undefined],
    ['('.repeat(1_000), undefined],
    [Array.from({ length: 8 }, () => '(Path(`/a`) || Path(`/b`))').join(' && '), undefined],
  ])('is read: %s', (rule, expected) => {
    expect(read(rule)).toEqual(expected)
  })
})

it('stays quick where labels refer to each other in every way', () => {
  const names = Array.from({ length: 60 }, (_, index) => `m${index}`)
  const labels = names.map(name => `traefik.http.middlewares.${name}.chain.middlewares=${names.join(',')}`)
  const start = process.cpuUsage()
  edge(
    DOCKER,
    labelled('api', [
      'traefik.http.routers.a.rule=Path(`/`)',
      `traefik.http.routers.a.middlewares=${names.join(',')}`,
      ...labels,
    ]),
  )
  expect(millisecondsSince(start)).toBeLessThan(2_000)
})
