import { describe, expect, it } from 'vitest'
import { encryptionOfEntries } from '../../src/model/entry-encryption.js'
import { publicEntries } from '../../src/model/public-entries.js'
import { type Files, systemOf } from '../support/model.js'

/** What is said of each entry, by name. */
function entries(files: Files): Readonly<Record<string, string>> {
  const system = systemOf(files)
  const encryptionOf = encryptionOfEntries(system)
  return Object.fromEntries(
    publicEntries(system).map(entry => {
      const found = encryptionOf(entry)
      return [entry.subject.name, found.state === 'unknown' ? found.because : found.state]
    }),
  )
}

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "ghcr.io/acme/web:1", ports: [{containerPort: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`

const onCluster = (...objects: readonly string[]) => entries({ 'k8s/a.yaml': [WEB, ...objects].join('---\n') })

const BACKEND = '{service: {name: web, port: {number: 80}}}'
const ingress = (name: string, spec: string, annotations = '{}') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ${name}, annotations: ${annotations}}\nspec: {${spec}}\n`
const rule = (host: string) => `rules: [{host: ${host}, http: {paths: [{path: /, backend: ${BACKEND}}]}}]`
const httpRoute = (parents: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {${parents}rules: [{backendRefs: [{name: web, port: 80}]}]}\n`
const gateway = (listeners: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: {gatewayClassName: envoy, listeners: [${listeners}]}\n`
const HTTP = '{name: http, port: 80, protocol: HTTP}'
const HTTPS = '{name: https, port: 443, protocol: HTTPS}'
const ingressRoute = (spec: string) =>
  `apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: {name: r}\nspec: {${spec}routes: [{kind: Rule, services: [{name: web, port: 80}]}]}\n`

describe('an entry of a cluster', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    [
      'of a Gateway elsewhere',
      [httpRoute('parentRefs: [{name: g}], ')],
      { r: 'the Gateway g is not in the repository' },
    ],
    ['of no Gateway', [httpRoute('')], { r: 'the HTTPRoute r names no Gateway' }],
    [
      'of a listener with TLS',
      [httpRoute('parentRefs: [{name: g}], '), gateway(`${HTTP}, ${HTTPS}`)],
      { r: 'encrypted' },
    ],
    [
      'of the other listener',
      [httpRoute('parentRefs: [{name: g, sectionName: http}], '), gateway(`${HTTP}, ${HTTPS}`)],
      { r: 'plain' },
    ],
    ['of the entry point for HTTP', [ingressRoute('entryPoints: [web], ')], { r: 'plain' }],
    [
      'of another entry point',
      [ingressRoute('entryPoints: [websecure], ')],
      { r: 'the entry point websecure may encrypt by itself' },
    ],
    [
      'of a target group',
      [
        'apiVersion: elbv2.k8s.aws/v1beta1\nkind: TargetGroupBinding\nmetadata: {name: t}\nspec: {serviceRef: {name: web, port: 80}, targetGroupARN: x}\n',
      ],
      { t: 'the load balancer of its target group is not in the repository' },
    ],
    ['without hosts in an empty list', [ingress('i', `tls: [], ${rule('a.b')}`)], { i: 'plain' }],
    [
      'with a redirection that is off',
      [ingress('i', rule('a.b'), '{nginx.ingress.kubernetes.io/ssl-redirect: "false"}')],
      { i: 'plain' },
    ],
    [
      'with a redirection that needs a certificate, and none',
      [ingress('i', rule('a.b'), '{nginx.ingress.kubernetes.io/ssl-redirect: "true"}')],
      { i: 'plain' },
    ],
    [
      'of another entry point of Traefik',
      [ingress('i', rule('a.b'), '{traefik.ingress.kubernetes.io/router.entrypoints: websecure}')],
      { i: 'the entry point websecure may encrypt by itself' },
    ],
    [
      'beside an issuer alone',
      [
        ingress('i', rule('a.b')),
        'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: {name: le}\nspec: {}\n',
      ],
      { i: 'plain' },
    ],
    [
      'whose certificate the controller may have',
      [
        ingress('i', rule('a.b')),
        'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: c}\nspec: {secretName: s, dnsNames: [a.b]}\n',
      ],
      { i: 'encrypted' },
    ],
    [
      'beside one that the certificate is for',
      [
        ingress('i', rule('a.b')),
        ingress('j', `tls: [{secretName: s}], ${rule('c.d')}`),
        'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: c}\nspec: {secretName: s, dnsNames: [a.b]}\n',
      ],
      { i: 'plain', j: 'encrypted' },
    ],
    [
      'for connections that are not of HTTP',
      [
        'apiVersion: traefik.io/v1alpha1\nkind: IngressRouteTCP\nmetadata: {name: r}\nspec: {routes: [{services: [{name: web, port: 80}]}]}\n',
      ],
      {},
    ],
  ])('%s', (_, objects, expected) => {
    expect(onCluster(...objects)).toEqual(expected)
  })
})

describe('an entry beside one that is encrypted', () => {
  const TLS = 'server { listen 443 ssl; location / { proxy_pass http://api:3000; } }\n'
  const nginx = (name: string, port: number) =>
    `  ${name}: {image: "nginx:1.29.1", volumes: ["./${name}.conf:/etc/nginx/conf.d/default.conf"], ports: ["${port}:80"]}\n`
  const plain = 'server { listen 80; location / { proxy_pass http://other:3000; } }\n'
  const services = `services:\n${nginx('a', 443)}${nginx('b', 80)}  api: {image: "ghcr.io/acme/api:1"}\n  other: {image: "ghcr.io/acme/other:1"}\n`

  it('is plain where the other leads elsewhere', () => {
    expect(entries({ 'compose.yaml': services, 'a.conf': TLS, 'b.conf': plain })).toEqual({
      a: 'encrypted',
      b: 'plain',
    })
  })

  it.each([
    ['nginx:1.29.1', 'the configuration of web is not in the repository'],
    ['caddy:2.10', 'the configuration of web is not in the repository'],
    ['kong:3.9.1', 'encrypted'],
  ])('is not known where a port for it is all that the repository has of what %s reads', (image, expected) => {
    const text = `services: {web: {image: "${image}", ports: ["80:80", "443:443"], volumes: ["./conf:/etc/nginx/conf.d"]}, api: {image: "ghcr.io/acme/api:1"}}\n`
    expect(entries({ 'compose.yaml': text })).toEqual({ web: expected })
  })

  it('is not known where the other is not known in full', () => {
    const envoy = `${services}  envoy: {image: "envoyproxy/envoy:v1.35", ports: ["8443:8443"]}\n`
    expect(entries({ 'compose.yaml': envoy, 'a.conf': plain, 'b.conf': plain })).toEqual({
      a: 'the configuration of envoy is not known in full',
      b: 'the configuration of envoy is not known in full',
      envoy: 'encrypted',
    })
  })

  it('is encrypted behind a tunnel of its own deployment alone', () => {
    const tunnel = `${services}  t: {image: "cloudflare/cloudflared:1", command: tunnel run}\n`
    const shop = 'services:\n  shop: {image: "ghcr.io/acme/shop:1", ports: ["3000:3000"]}\n'
    expect(entries({ 'compose.yaml': tunnel, 'a.conf': plain, 'b.conf': plain, 'shop/compose.yaml': shop })).toEqual({
      a: 'encrypted',
      b: 'encrypted',
      shop: 'plain',
    })
  })
})
