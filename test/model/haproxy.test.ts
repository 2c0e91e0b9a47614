import { describe, expect, it } from 'vitest'
import { type Files, systemOf } from '../support/model.js'

const MOUNT = 'volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"]'

function proxyOf(config: string, settings = MOUNT, files: Files = {}) {
  const compose = `services:\n  lb: {image: "haproxy:3.2", ${settings}}\n  api: {image: a}\n`
  const system = systemOf({ 'compose.yaml': compose, 'haproxy.cfg': config, ...files })
  const [proxy] = system.proxies
  if (!proxy) throw new Error('no proxy')
  const value = (fact: { known: boolean; value?: unknown } | undefined) => (fact?.known ? fact.value : fact ? '?' : '')
  return {
    system,
    proxy,
    listeners: proxy.listeners.map(
      one => `${value(one.port)}${one.tls ? ' tls' : ''}${one.redirectsToTls ? ' redirect' : ''}`,
    ),
    routes: proxy.routes.map(
      ({ hosts, path, upstream }) => `${hosts.join('|') || '*'} ${path.match} ${path.text} → ${upstream.name}`,
    ),
    servers: proxy.upstreams.flatMap(({ servers }) =>
      servers.map(
        one => `${one.scheme ?? ''}${value(one.host)}:${value(one.port)} ${one.backup ? 'backup ' : ''}${one.resolved}`,
      ),
    ),
  }
}

const CONFIG = `
global
  maxconn 1000
defaults
  mode http
frontend web
  bind *:80,[::]:8080
  bind :443 ssl crt /certs/site.pem alpn h2
  bind unix@/run/h.sock
  http-request redirect scheme https code 301 unless { ssl_fc }
  acl is_api path_beg /api /v1
  acl is_erp hdr(host) -i ERP.acme.com
  use_backend api if is_erp is_api or { path /health }
  use_backend files if !is_api { path -m beg /files }
  use_backend other if { src 10.0.0.0/8 }
  use_backend nothing if is_api
  default_backend api
backend api
  option httpchk GET /health
  server a api:3000 check
  server b "\${SPARE}" backup resolvers docker
  server c old:80 disabled
backend files
  default-server check resolvers docker
  server-template s 3 store:9000 ssl verify none
backend other
  server x 10.0.0.7
`

describe('HAProxy', () => {
  it('is read into listeners, routes and servers', () => {
    const { listeners, routes, servers, proxy } = proxyOf(CONFIG)
    expect(listeners).toEqual(['80 redirect', '8080 redirect', '443 tls'])
    expect(routes).toEqual([
      'erp.acme.com prefix /api → api',
      'erp.acme.com prefix /v1 → api',
      '* exact /health → api',
      '* prefix /files → files',
      '* prefix / → other',
      '* prefix / → api',
    ])
    expect(servers).toEqual(['api:3000 start', 'httpsstore:9000 running', '10.0.0.7: start'])
    expect(proxy).toMatchObject({ software: 'haproxy', complete: true, workloads: [{ name: 'lb' }] })
  })

  it.each<[string, string, string]>([
    ['puts variables of the container in', `${MOUNT}, environment: {SPARE: "spare:1"}`, 'spare:1 backup running'],
    ['leaves others open', `${MOUNT}, environment: {SPARE: "\${SPARE}"}`, '?: backup running'],
  ])('%s', (_, settings, expected) => {
    expect(proxyOf(CONFIG, settings).servers[1]).toBe(expected)
  })

  it('serves a listen section itself', () => {
    const { routes, listeners } = proxyOf('listen db\n  bind :5432-5433\n  mode tcp\n  server a api:5432\n')
    expect([routes, listeners]).toEqual([['* prefix / → db'], ['5432', '5433']])
  })

  it('is found where an argument says', () => {
    const settings = 'command: ["-f", "/conf/a.cfg"], volumes: ["./haproxy.cfg:/conf/a.cfg"]'
    expect(proxyOf('frontend f\n  bind :81\n', settings).listeners).toEqual(['81'])
  })

  it('is not complete where something is missing', () => {
    const incomplete = [
      proxyOf('', 'init: true'),
      proxyOf('', 'command: [haproxy, -f, /conf/]'),
      proxyOf('frontend f\n  use_backend %[req.hdr(host)]\n'),
      proxyOf('frontend f\n.if defined(X)\n  bind :80\n.endif\n'),
      proxyOf('frontend f\n  bind "a\n'),
    ]
    expect(incomplete.map(({ proxy }) => proxy.complete)).toEqual([false, false, false, false, false])
    expect(incomplete[4]?.system.unreadable).toMatchObject([{ path: 'haproxy.cfg', format: 'haproxy' }])
  })

  it('says which files nothing reads', () => {
    expect(systemOf({ 'deploy/haproxy.cfg': 'global\n' }).notEvaluated).toMatchObject([{ path: 'deploy/haproxy.cfg' }])
  })
})
