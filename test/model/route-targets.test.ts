import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternRewrite, rewrittenPath } from '../../src/model/path-rewrite.js'
import type { RoutePath } from '../../src/model/reverse-proxy.js'
import { routeTargets } from '../../src/model/route-targets.js'
import { type Files, rewriteText, systemOf } from '../support/model.js'

/** Each route as "host match path rewrite → workload:port". */
function lines(files: Files): readonly string[] {
  return routeTargets(systemOf(files)).map(({ route: { hosts, path, rewrite }, targets }) => {
    const ends = targets.map(({ workload, port }) => `${workload.name}:${port ?? ''}`)
    return `${hosts.join('|') || '*'} ${path.match} ${path.text}${rewriteText(rewrite)} → ${ends.join(' ')}`
  })
}

const API = `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec: {containers: [{name: api, image: "acme/api:1", ports: [{name: http, containerPort: 3000}]}, {name: side, image: "acme/side:1", ports: [{containerPort: 9000}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec: {selector: {app: api}, ports: [{name: web, port: 80, targetPort: http}, {name: side, port: 90, targetPort: 9000}]}
---
`
const kubernetes = (objects: string) => lines({ 'k8s/api.yaml': `${API}${objects}` })

function ingress(annotations: string, path: string, type = 'Prefix', port = '{number: 80}') {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {${annotations}}}
spec: {rules: [{host: a.b, http: {paths: [{path: "${path}", pathType: ${type}, backend: {service: {name: api, port: ${port}}}}]}}]}
`
}
const NGINX = 'nginx.ingress.kubernetes.io'
const MIDDLEWARE = `---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: {name: strip}
spec: {stripPrefix: {prefixes: [/api]}}
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: {name: both}
spec: {chain: {middlewares: [{name: strip}]}}
`

describe('an Ingress', () => {
  it.each([
    ['', '/api', 'a.b prefix /api → api:3000'],
    [`${NGINX}/rewrite-target: /`, '/api', 'a.b prefix /api as / → api:3000'],
    [`${NGINX}/rewrite-target: /$1`, '/api/(.*)', 'a.b regex /api/(.*) without /api → api:3000'],
    [`${NGINX}/rewrite-target: /$2`, '/api(/|$)(.*)', 'a.b regex /api(/|$)(.*) without /api → api:3000'],
    [`${NGINX}/rewrite-target: /v1/$2`, '/api(/|$)(.*)', 'a.b regex /api(/|$)(.*) with /v1 for /api → api:3000'],
    [`${NGINX}/rewrite-target: /$1`, '/(.*)', 'a.b regex /(.*) → api:3000'],
    [`${NGINX}/rewrite-target: /$1/x`, '/api/(.*)', 'a.b regex /api/(.*) as ? → api:3000'],
    [`${NGINX}/rewrite-target: /$2`, '/(api|web)/(.*)', 'a.b regex /(api|web)/(.*) as ? → api:3000'],
    [`${NGINX}/configuration-snippet: "rewrite ^/api /x break;"`, '/api', 'a.b prefix /api as ? → api:3000'],
    [`${NGINX}/ssl-redirect: "true"`, '/api', 'a.b prefix /api → api:3000'],
    ['konghq.com/strip-path: "true"', '/api', 'a.b prefix /api without /api → api:3000'],
    ['konghq.com/strip-path: "false"', '/api', 'a.b prefix /api → api:3000'],
    ['haproxy-ingress.github.io/rewrite-target: /x', '/api', 'a.b prefix /api as ? → api:3000'],
    [
      'traefik.ingress.kubernetes.io/router.middlewares: default-both@kubernetescrd',
      '/api',
      'a.b prefix /api without /api → api:3000',
    ],
    [
      'traefik.ingress.kubernetes.io/router.middlewares: default-none@kubernetescrd',
      '/api',
      'a.b prefix /api as ? → api:3000',
    ],
  ])('with %s and %s', (annotations, path, expected) => {
    expect(kubernetes(`${ingress(annotations, path)}${MIDDLEWARE}`)).toEqual([expected])
  })

  it('leads to the container of its port, by number and by name', () => {
    expect(kubernetes(ingress('', '/', 'Exact', '{name: side}'))).toEqual(['a.b exact / → api/side:9000'])
    expect(kubernetes(ingress('', '/', 'Prefix', '{name: other}'))).toEqual(['a.b prefix / → '])
  })

  it('listens on 80, and on 443 where it has a certificate', () => {
    const listeners = (text: string) =>
      systemOf({ 'k8s/a.yaml': `${API}${text}` }).proxies.flatMap(({ listeners: all }) =>
        all.map(({ port, tls, redirectsToTls }) => `${port.known && port.value} ${tls} ${redirectsToTls}`),
      )
    expect(listeners(ingress('', '/'))).toEqual(['80 false false'])
    const forced = ingress(`${NGINX}/force-ssl-redirect: "true"`, '/').replace(
      'spec: {',
      'spec: {tls: [{hosts: [a.b]}], ',
    )
    expect(listeners(forced)).toEqual(['80 false true', '443 true false'])
    const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge}
spec: {listeners: [{name: http, port: 80, protocol: HTTP}, {name: https, port: 8443, protocol: HTTPS}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec: {parentRefs: [{name: edge, sectionName: https}], rules: [{backendRefs: [{name: api, port: 80}]}]}
`
    expect(listeners(gateway)).toEqual(['8443 true false'])
  })
})

describe('routes of other kinds', () => {
  const http = (rule: string, kind = 'HTTPRoute') => `apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: web}
spec: {parentRefs: [{name: edge}], hostnames: [a.b], rules: [{backendRefs: [{name: api, port: 80}], ${rule}}]}
`
  const prefix = 'matches: [{path: {type: PathPrefix, value: /api}}]'
  const rewrite = (path: string) => `${prefix}, filters: [{type: URLRewrite, urlRewrite: {path: ${path}}}]`
  it.each([
    [prefix, 'a.b prefix /api → api:3000'],
    ['matches: [{path: {type: Exact, value: /x}}]', 'a.b exact /x → api:3000'],
    [rewrite('{type: ReplacePrefixMatch, replacePrefixMatch: /}'), 'a.b prefix /api without /api → api:3000'],
    [rewrite('{type: ReplacePrefixMatch, replacePrefixMatch: /v1/}'), 'a.b prefix /api with /v1 for /api → api:3000'],
    [rewrite('{type: ReplaceFullPath, replaceFullPath: /x}'), 'a.b prefix /api as /x → api:3000'],
    [`${prefix}, filters: [{type: ExtensionRef, extensionRef: {name: x}}]`, 'a.b prefix /api as ? → api:3000'],
    [`${prefix}, filters: [{type: RequestHeaderModifier}]`, 'a.b prefix /api → api:3000'],
  ])('of the Gateway API with %s', (rule, expected) => {
    expect(kubernetes(http(rule))).toEqual([expected])
  })

  it('of gRPC', () => {
    expect(kubernetes(http('matches: []', 'GRPCRoute'))).toEqual(['a.b prefix / → api:3000'])
  })

  const spec = (apiVersion: string, kind: string, text: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\nspec: ${text}\n${MIDDLEWARE}`
  it.each([
    [
      'Traefik',
      spec(
        'traefik.io/v1alpha1',
        'IngressRoute',
        '{routes: [{match: "Host(`a.b`) && PathPrefix(`/api`)", middlewares: [{name: strip}], services: [{name: api, port: 80}]}]}',
      ),
      'a.b prefix /api without /api → api:3000',
    ],
    [
      'Istio',
      spec(
        'networking.istio.io/v1',
        'VirtualService',
        '{hosts: [a.b], gateways: [g], http: [{match: [{uri: {prefix: /api/}}], rewrite: {uri: /}, route: [{destination: {host: api, port: {number: 80}}}]}]}',
      ),
      'a.b prefix /api/ without /api → api:3000',
    ],
    [
      'Contour',
      spec(
        'projectcontour.io/v1',
        'HTTPProxy',
        '{virtualhost: {fqdn: a.b}, routes: [{conditions: [{prefix: /api}], pathRewritePolicy: {replacePrefix: [{replacement: /v1}]}, services: [{name: api, port: 80}]}]}',
      ),
      'a.b prefix /api with /v1 for /api → api:3000',
    ],
    [
      'Emissary',
      spec('getambassador.io/v3alpha1', 'Mapping', '{hostname: a.b, prefix: /api/, service: "api:80"}'),
      'a.b prefix /api/ without /api → api:3000',
    ],
    [
      'Emissary without a rewrite',
      spec('getambassador.io/v3alpha1', 'Mapping', '{hostname: a.b, prefix: /api/, rewrite: "", service: "api:80"}'),
      'a.b prefix /api/ → api:3000',
    ],
  ])('of %s', (_, text, expected) => {
    expect(kubernetes(text)).toEqual([expected])
  })
})

describe('HAProxy', () => {
  const haproxy = (frontend: string, backend = '') =>
    lines({
      'compose.yaml':
        'services:\n  lb: {image: "haproxy:3.2", volumes: ["./h.cfg:/usr/local/etc/haproxy/haproxy.cfg"]}\n  api: {image: a}\n',
      'h.cfg': `frontend web\n  bind :80\n  acl api path_beg /api/\n  ${frontend}\nbackend api\n  ${backend}\n  server a api:3000\n`,
    })
  it.each([
    ['use_backend api if api', '', ''],
    ['use_backend api if api', 'http-request set-path %[path,regsub(^/api/,/)]', ' without /api'],
    ['use_backend api if api', 'http-request set-path "%[path,regsub(^/api/?,/)]"', ' without /api'],
    ['use_backend api if api', 'http-request set-path /v1%[path,regsub(^/api,)]', ' with /v1 for /api'],
    ['use_backend api if api', 'http-request set-path /v1%[path]', ' with /v1 for nothing'],
    ['use_backend api if api', 'http-request set-path /x', ' as /x'],
    ['use_backend api if api', 'http-request set-path %[var(txn.path)]', ' as ?'],
    ['use_backend api if api', 'http-request replace-path ^/api/(.*) /\\1', ' without /api'],
    ['use_backend api if api', 'http-request replace-path /api(/)?(.*) /\\2', ' without /api'],
    ['use_backend api if api', 'http-request replace-path ^/(.*)/x /\\1', ' as ?'],
    ['use_backend api if api', 'http-request replace-path ^/web/(.*) /\\1', ''],
    ['use_backend api if api', 'http-request set-path /x if { path_beg /web/ }', ''],
    ['use_backend api if api', 'http-request set-path /x if { path_beg /api/ }', ' as /x'],
    ['use_backend api if api', 'http-request set-path /x if { src 10.0.0.0/8 }', ' as ?'],
    ['use_backend api if api', 'http-request set-path /x unless { path_beg /api/ }', ' as ?'],
    ['http-request set-path /x if api\n  use_backend api if api', '', ' as /x'],
    ['http-request set-path /x\n  use_backend api if api', 'http-request set-path /y', ' as ?'],
  ])('%s, %s', (frontend, backend, expected) => {
    expect(haproxy(frontend, backend)).toEqual([`* prefix /api/${expected} → api:3000`])
  })
})

describe('routes of Compose', () => {
  it('end at the workloads behind a name, on the port inside', () => {
    const files = {
      'compose.yaml':
        'services:\n  web: {image: "nginx:1.29.1", volumes: ["./s.conf:/etc/nginx/conf.d/default.conf"]}\n  api: {image: a}\n  b: {image: b, networks: {default: {aliases: [api]}}}\n',
      's.conf': 'server { listen 80; location /api/ { proxy_pass http://api:3000/; } }',
    }
    expect(lines(files)).toEqual(['* prefix /api/ without /api → api:3000 b:3000'])
  })
})

describe('a rewrite by a regular expression', () => {
  const TAILS = ['(.*)', '(.*)$', '(/.*)$', '/(.*)$', '/?(.*)$', '(?:/|$)(.*)', '(/|$)(.*)', '(/)?(.*)', '(/(.*))?$']
  it('makes of each path what the expression itself makes of it', () => {
    const part = fc.stringMatching(/^[a-c]{1,2}$/)
    const cases = fc.record({
      literal: part,
      tail: fc.constantFrom(...TAILS),
      front: fc.constantFrom('', '/', '/v', '/v/'),
      rest: fc.array(part, { maxLength: 3 }),
    })
    let known = 0
    fc.assert(
      fc.property(cases, ({ literal, tail, front, rest }) => {
        const pattern = `^/${literal}${tail}`
        const group = /\/\|\$\)\(\.|^\(\/\)|^\(\/\(/.test(tail) && !tail.startsWith('(?:') ? 2 : 1
        const path: RoutePath = { match: 'prefix', text: `/${literal}/` }
        const asked = `/${literal}/${rest.join('/')}`
        const rewrite = patternRewrite(pattern, `${front}$${group}`, path, { path: 'x', start: 0, end: 0 })
        const ours = rewrittenPath(rewrite, asked)
        if (ours === undefined) return
        known++
        const theirs = new RegExp(pattern).exec(asked)
        const made = `${front}${theirs?.[group] ?? ''}`
        // A path begins with a slash, whatever is cut off.
        expect(ours).toBe(made.startsWith('/') ? made : `/${made}`)
      }),
      { numRuns: 500, seed: 7 },
    )
    expect(known).toBeGreaterThan(300)
  })
})
