import { describe, expect, it } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { DEFAULT_OPTIONS, NO_CONFIG } from '../../src/config/config.js'
import { treeOf } from '../../src/examples.js'
import { type Files, systemOf } from '../support/model.js'

/** What encrypts beside `web`, as the texts that it is set up by; `own` for workloads that do so for themselves. */
function encryption(services: string, files: Files = {}): readonly string[] {
  const all = {
    'compose.yaml': `services:\n  web: {image: "ghcr.io/acme/web:1", ports: ["80:3000"]}\n${services}`,
    ...files,
  }
  const { by, own } = systemOf(all).encryption
  const places = by.map(({ at: { path, start, end } }) => (all as Files)[path]?.slice(start, end) ?? path)
  return [...places, ...[...own].map(id => `own ${id.replace(/.*\//, '')}`)]
}

describe('what encrypts', () => {
  it.each<[string, string, Files, readonly string[]]>([
    ['nothing', '', {}, []],
    ['a tunnel by its command', '  t: {image: "cloudflare/cloudflared:1", command: tunnel run}\n', {}, ['t']],
    [
      'a tunnel by its token',
      '  t: {image: "cloudflare/cloudflared:1", environment: {TUNNEL_TOKEN: "${T}"}}\n',
      {},
      ['t'],
    ],
    [
      'no resolver of names',
      '  t: {image: "cloudflare/cloudflared:1", command: proxy-dns, environment: {TUNNEL_DNS_PORT: "53"}}\n',
      {},
      [],
    ],
    ['a companion', '  c: {image: "nginxproxy/acme-companion:2"}\n', {}, ['c']],
    ['a proxy that is not read', '  c: {image: "caddy:2", ports: ["443:443"]}\n', {}, ['"443:443"']],
    ['no proxy without a port for it', '  c: {image: "caddy:2", ports: ["80:80"]}\n', {}, []],
    [
      'a listener of a proxy',
      '  e: {image: "traefik:v3.5", command: ["--entrypoints.s.address=:443", "--entrypoints.s.http.tls=true"]}\n',
      {},
      ['"--entrypoints.s.address=:443"'],
    ],
    [
      'no port that is merely published',
      '  e: {image: "traefik:v3.5", command: ["--api"], ports: ["443:443"]}\n',
      {},
      [],
    ],
    ['a program with a port of its own', '  v: {image: "ghcr.io/acme/v:1", ports: ["8443:8443"]}\n', {}, ['own v']],
    [
      'a program with a certificate',
      '  v: {image: "ghcr.io/acme/v:1", ports: ["9000:9000"], environment: {TLS_CERT: /c.pem, HTTPS: "false"}}\n',
      {},
      ['own v'],
    ],
    ['a load balancer as code', '', { 'alb.tf': 'certificate_arn = x' }, ['certificate_arn']],
    ['a platform', '', { 'fly.toml': 'app = "x"' }, ['']],
    ['a script for the host', '', { 'setup.sh': 'certbot certonly -d x' }, ['certbot certonly']],
    ['no documentation', '', { 'README.md': 'run certbot --nginx' }, []],
  ])('is %s', (_, services, files, expected) => {
    expect(encryption(services, files)).toEqual(expected)
  })

  const kubernetes = (rest: string) => {
    const ingress = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: erp${rest}`
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: a}]}\n'
    return systemOf({ 'k8s/a.yaml': `${pod}---\n${ingress}\n` }).encryption.by.length
  }
  it.each([
    ['}\nspec: {rules: []}', 0],
    ['}\nspec: {tls: [{hosts: [a.b]}]}', 1],
    // A certificate is asked for where `tls` names its Secret, and ingress-nginx redirects where there is one.
    [', annotations: {cert-manager.io/cluster-issuer: le}}\nspec: {}', 0],
    [', annotations: {nginx.ingress.kubernetes.io/ssl-redirect: "true"}}\nspec: {}', 0],
    [', annotations: {nginx.ingress.kubernetes.io/force-ssl-redirect: "true"}}\nspec: {}', 1],
    [', annotations: {nginx.ingress.kubernetes.io/ssl-passthrough: "true"}}\nspec: {}', 1],
    [', annotations: {ingress.gcp.kubernetes.io/pre-shared-cert: erp}}\nspec: {}', 1],
    [', annotations: {alb.ingress.kubernetes.io/ssl-redirect: "443"}}\nspec: {}', 1],
  ])('is told by an Ingress: %s', (rest, expected) => {
    expect(kubernetes(rest)).toBe(expected)
  })

  it('may be said in the configuration', () => {
    const tree = treeOf(new Map([['compose.yaml', 'services: {web: {image: "nginx:1.29", ports: ["80:80"]}}\n']]))
    const findings = (tlsTerminatedUpstream: boolean) =>
      auditTree(tree, { ...DEFAULT_OPTIONS, config: { ...NO_CONFIG, tlsTerminatedUpstream } })
        .findings.filter(({ rule }) => rule === 'network/tls-missing')
        .map(({ subjectName }) => subjectName)
    expect([findings(false), findings(true)]).toEqual([['web'], []])
  })

  it.each([
    ['$http_x_forwarded_proto', ['web']],
    ['https', ['web']],
    ['$scheme', []],
  ])('is not known where a proxy tells of encryption in front of it: %s', (scheme, expected) => {
    const tree = treeOf(
      new Map([
        [
          'compose.yaml',
          'services:\n  web: {image: "nginx:1.29", ports: ["8081:80"], volumes: ["./a.conf:/etc/nginx/conf.d/default.conf"]}\n  api: {image: "acme/api:1"}\n',
        ],
        [
          'a.conf',
          `server { listen 80; location / { proxy_pass http://api:80; proxy_set_header X-Forwarded-Proto ${scheme}; } }\n`,
        ],
      ]),
    )
    const { unverified } = auditTree(tree)
    const open = unverified.filter(({ rule }) => rule === 'network/tls-missing')
    expect(open.map(({ subjectName }) => subjectName)).toEqual(expected)
  })
})
