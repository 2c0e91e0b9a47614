import type { HostileFiles } from './hostile-run.js'

function numbered(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n')
}

function manifest(text: string): HostileFiles {
  return { 'k8s/all.yaml': text }
}

/** A Deployment, its Service, and a route to it. */
function application(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, labels: {app: ${name}}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: ${name}, image: "acme/${name}:1", ports: [{name: http, containerPort: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, labels: {app: ${name}}}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: http}]}
---
`
}

const APP = application('app')

function ingress(annotations: string, paths: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {${annotations}}}
spec: {rules: [{http: {paths: [${paths}]}}]}
`
}

const BACKEND = 'backend: {service: {name: app, port: {number: 80}}}'

function bomb(levels: number): string {
  const lines = numbered(levels, level => `  - &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`)
  return `  - &a0 [lol]\n${lines}\n`
}

/** Folders of which each names the next one as its base. */
function bases(count: number, last: string): HostileFiles {
  return Object.fromEntries([
    ...Array.from({ length: count }, (_, index) => [
      `b${index}/kustomization.yaml`,
      `resources: [${index === count - 1 ? last : `../b${index + 1}`}]\nnamePrefix: p-\n`,
    ]),
    [`b${count - 1}/app.yaml`, APP],
  ])
}

function kustomization(text: string, more: HostileFiles = {}): HostileFiles {
  return { 'k8s/kustomization.yaml': text, 'k8s/app.yaml': APP, ...more }
}

const LONG = '/spec/template/spec/containers/0/env'
const CONTROL = '\\u0000\\u0007\\u001b[31mred\\u001b]8;;http://x\\u0007\\u009b2J\\u202e\\u2028'

/** Manifests and kustomizations that cost a careless reader its time or memory, or lead it out of the repository. */
export const HOSTILE_CLUSTERS: Readonly<Record<string, HostileFiles>> = {
  '40,000 documents': manifest('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n'.repeat(40_000)),
  '40,000 empty documents': manifest(`${APP}${'---\n'.repeat(40_000)}`),
  '3,000 Deployments with their Services': manifest(numbered(3_000, index => application(`a${index}`))),
  '3,000 Services that select everything': manifest(
    `${APP}${numbered(3_000, index => `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${index}}\nspec: {selector: {app: app}, ports: [{port: ${index + 1}}]}`)}\n`,
  ),
  '2,000 monitors of everything': manifest(
    `${APP}${numbered(2_000, index => `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m${index}}\nspec: {selector: {}, endpoints: [{port: http}]}\n---`)}\n`,
  ),
  'an Ingress of 10,000 paths': manifest(
    `${APP}${ingress('a: b', Array.from({ length: 10_000 }, (_, index) => `{path: /p${index}, ${BACKEND}}`).join(', '))}`,
  ),
  'paths made of regular expressions': manifest(
    `${APP}${ingress('nginx.ingress.kubernetes.io/rewrite-target: "/$2"', `{path: "/${'a'.repeat(50_000)}(/|$)(.*)", ${BACKEND}}, {path: "${'(.*)'.repeat(20_000)}", ${BACKEND}}`)}`,
  ),
  '2,000 middlewares in a circle': manifest(
    `${APP}${numbered(2_000, index => `apiVersion: traefik.io/v1alpha1\nkind: Middleware\nmetadata: {name: m${index}}\nspec: {chain: {middlewares: [{name: m${(index + 1) % 2_000}}]}}\n---`)}\napiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: {name: r}\nspec: {routes: [{match: "PathPrefix(\`/\`)", middlewares: [{name: m0}], services: [{name: app, port: 80}]}]}\n`,
  ),
  'lists 5,000 deep': manifest(
    `${APP}apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`,
  ),
  'Lists in Lists': manifest(
    `${numbered(600, level => `${'    '.repeat(level)}apiVersion: v1\n${'    '.repeat(level)}kind: List\n${'    '.repeat(level)}items:\n${'    '.repeat(level)}  -`)} {}\n`,
  ),
  'aliases that expand to 9^10 items': manifest(
    `${APP}apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nx:\n${bomb(10)}`,
  ),
  'aliases that expand to 9^10 containers': manifest(
    `x:\n${bomb(10)}apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: *a10}}}\n`,
  ),
  'annotations with control characters': manifest(
    APP.replace(
      'labels: {app: app}}',
      `annotations: {"a${CONTROL}": "${CONTROL}", "erp-audit.dev/ignore.${CONTROL}": "${CONTROL}"}}`,
    ),
  ),
  'names with control characters': manifest(APP.replaceAll('name: app', `name: "app${CONTROL}"`)),
  'names that mean something to JavaScript': manifest(
    ['__proto__', 'constructor', 'toString'].map(name => application(name)).join(''),
  ),
  'ports and numbers out of every range': manifest(
    APP.replace('containerPort: 80', `containerPort: ${'9'.repeat(5_000)}`)
      .replace('port: 80', 'port: -1')
      .replace('spec:\n', 'spec:\n  replicas: 1e999\n'),
  ),
  'bases in a circle': {
    'a/kustomization.yaml': 'resources: [../b]\n',
    'b/kustomization.yaml': 'resources: [../a, ../b, .]\n',
  },
  'a chain of 1,000 bases': bases(1_000, 'app.yaml'),
  'bases that double with every folder': Object.fromEntries([
    ...Array.from({ length: 25 }, (_, index) => [
      `b${index}/kustomization.yaml`,
      `resources: [${index === 24 ? 'app.yaml' : `../b${index + 1}, ../b${index + 1}/`}]\nnamePrefix: p-\n`,
    ]),
    ['b24/app.yaml', APP],
  ]),
  'components that include each other': {
    ...kustomization('resources: [app.yaml]\ncomponents: [../one]\n'),
    'one/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../two]\n',
    'two/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../one, ../two]\n',
  },
  'a kustomization of 5,000 patches': kustomization(
    `resources: [app.yaml]\npatches:\n${numbered(5_000, index => `  - {target: {kind: Deployment}, patch: "[{op: add, path: /metadata/annotations/a${index}, value: b}]"}`)}\n`,
  ),
  'patches with huge pointers': kustomization(
    `resources: [app.yaml]\npatches:\n${['/a'.repeat(50_000), `${LONG}/${'9'.repeat(5_000)}`, `${LONG}/-/${'~1'.repeat(50_000)}`, '', '/', '//////', '~2'].map(path => `  - {target: {kind: Deployment}, patch: '[{"op": "add", "path": "${path}", "value": 1}]'}`).join('\n')}\n`,
  ),
  'patches of regular expressions': kustomization(
    `resources: [app.yaml]\npatches:\n  - {target: {name: "${'(a+)+'.repeat(2_000)}$", kind: "${'.*'.repeat(5_000)}"}, patch: "[]"}\n  - {target: {name: "(((("}, patch: "[]"}\n`,
  ),
  'replacements that lead everywhere': kustomization(
    `resources: [app.yaml]\nreplacements:\n${numbered(500, () => `  - {source: {kind: Deployment, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.*.*", "${'a.'.repeat(2_000)}b", "metadata.annotations.[x=y].${'*.'.repeat(500)}z"], options: {create: true}}]}`)}\n`,
  ),
  'generators of 10,000 literals': kustomization(
    `resources: [app.yaml]\nconfigMapGenerator:\n  - name: c\n    literals:\n${numbered(10_000, index => `      - K${index}=v`)}\n`,
  ),
}

const compose = (services: string, files: HostileFiles): HostileFiles => ({
  'compose.yaml': `services:\n${services}  api: {image: "acme/api:1"}\n`,
  ...files,
})
const TRAEFIK =
  '  edge: {image: "traefik:v3.5", command: ["--providers.file.filename=/d.toml"], volumes: ["./d.toml:/d.toml"]}\n'
const HAPROXY = '  lb: {image: "haproxy:3.2", volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg"]}\n'
const CADDY = '  web: {image: "caddy:2.10", volumes: ["./:/etc/caddy"], environment: {A: "b c"}}\n'
const PROMETHEUS =
  '  p: {image: "prom/prometheus:v3.6.0", volumes: ["./p.yml:/etc/prometheus/prometheus.yml", "./r.yml:/etc/prometheus/r.yml"]}\n'
const toml = (text: string) => compose(TRAEFIK, { 'd.toml': text })
const haproxy = (text: string) => compose(HAPROXY, { 'haproxy.cfg': text })
const caddy = (text: string, files: HostileFiles = {}) => compose(CADDY, { Caddyfile: text, ...files })
const prometheus = (text: string, rules = 'groups: []\n') => compose(PROMETHEUS, { 'p.yml': text, 'r.yml': rules })

/** Configurations of proxies and of Prometheus made to cost time or to break a reader. */
export const HOSTILE_CONFIGURATIONS: Readonly<Record<string, HostileFiles>> = {
  'TOML of 20,000 routers': toml(
    numbered(20_000, index => `[http.routers.r${index}]\nrule = "PathPrefix(\`/p${index}\`)"\nservice = "s"`),
  ),
  'TOML tables 20,000 deep': toml(`[${'a.'.repeat(20_000)}b]\nc = 1\n`),
  'TOML arrays 50,000 deep': toml(`a = ${'['.repeat(50_000)}`),
  'TOML with a string that never ends': toml(`a = """${'b\n'.repeat(200_000)}`),
  'a rule of 5,000 parentheses': toml(`[http.routers.r]\nrule = "${'('.repeat(4_900)}"\nservice = "s"\n`),
  'middlewares that chain each other': toml(
    `[http.routers.r]\nrule = "PathPrefix(\`/\`)"\nservice = "s"\nmiddlewares = ["m0"]\n[http.services.s.loadBalancer]\nservers = [{url = "http://api"}]\n${numbered(3_000, index => `[http.middlewares.m${index}.chain]\nmiddlewares = ["m${(index + 1) % 3_000}", "m0"]`)}\n`,
  ),
  'HAProxy with 50,000 backends': haproxy(numbered(50_000, index => `backend b${index}\n  server s api:80`)),
  'HAProxy with conditions that multiply': haproxy(
    `frontend f\n  bind :80\n${numbered(200, () => '  acl a path_beg /a /b /c /d')}\n  use_backend b if ${'a '.repeat(5_000)}\nbackend b\n  server s api:80\n`,
  ),
  'HAProxy with a line of 900 KB': haproxy(`frontend f\n  bind ${':80,'.repeat(200_000)}\n`),
  'HAProxy with 2,000 routes through 2,000 rewrites': haproxy(
    `frontend f\n  bind :80\n${numbered(2_000, index => `  http-request set-path /x%[path,regsub(^/a${index}/,/)] if { path_beg /a${index}/ }`)}\n${numbered(2_000, index => `  use_backend b if { path_beg /a${index}/ }`)}\nbackend b\n  server s api:80\n`,
  ),
  'a Caddyfile of 100,000 opening braces': caddy(':80 {\nhandle {\n'.repeat(50_000)),
  'a Caddyfile of 100,000 closing braces': caddy('}\n'.repeat(100_000)),
  'a Caddyfile with a quote that never ends': caddy(`:80 {\n reverse_proxy "${'a\n'.repeat(200_000)}`),
  'a Caddyfile with heredocs that never end': caddy(`:80\n${'respond <<A\n'.repeat(50_000)}`),
  'a Caddyfile of snippets that double': caddy(
    `${numbered(40, index => `(s${index}) {\n import s${index + 1}\n import s${index + 1}\n}`)}\n(s40) {\n reverse_proxy api\n}\n:80 {\n import s0\n}\n`,
  ),
  'a Caddyfile that imports itself': caddy(
    ':80 {\n import Caddyfile\n import *\n import ../../../../etc/passwd\n}\nimport Caddyfile\nimport ../*\n',
  ),
  'a Caddyfile of handles in handles with matchers that multiply': caddy(
    `:80 {\n @m path ${'/a* '.repeat(50)}\n${' handle @m {\n'.repeat(20)} reverse_proxy api\n${' }\n'.repeat(20)}}\n`,
  ),
  'a Caddyfile of 20,000 rewrites before 2,000 proxies': caddy(
    `:80 {\n${numbered(20_000, index => ` rewrite /a${index}/* /b`)}\n${numbered(2_000, index => ` reverse_proxy /a${index}/* api`)}\n}\n`,
  ),
  'a Caddyfile of one word of 900 KB': caddy(`{$A:${'a'.repeat(900_000)}\n${'{$A}'.repeat(50_000)}\n`),
  'Prometheus with 20,000 targets': prometheus(
    `scrape_configs: [{job_name: a, static_configs: [{targets: [${Array.from({ length: 20_000 }, (_, index) => `"t${index}:80"`).join(', ')}]}]}]\n`,
  ),
  'Prometheus with regular expressions that go back and forth': prometheus(
    `scrape_configs: [{job_name: a, relabel_configs: [{source_labels: [__address__], regex: "${'(a+)+'.repeat(2_000)}$", target_label: __address__}], static_configs: [{targets: ["${'a'.repeat(5_000)}!"]}]}]\n`,
  ),
  'an expression of 50,000 parentheses': prometheus(
    'rule_files: [r.yml]\n',
    `groups: [{name: a, rules: [{alert: A, expr: "${'('.repeat(50_000)}", annotations: {a: "${'{{ if . }}'.repeat(20_000)}"}}]}]\n`,
  ),
  'an expression of 50,000 operators': prometheus(
    'rule_files: [r.yml]\n',
    `groups: [{name: a, rules: [{alert: A, expr: "${'1 + '.repeat(50_000)}1"}]}]\n`,
  ),
  'collectors with texts that go back and forth': compose(
    '  a: {image: "grafana/alloy:v1", volumes: ["./a:/etc/alloy/config.alloy"]}\n  f: {image: "fluent/fluent-bit:4", volumes: ["./f:/fluent-bit/etc/fluent-bit.conf"]}\n  l: {image: "logstash:9", volumes: ["./l:/usr/share/logstash/pipeline/l.conf"]}\n  p: {image: "grafana/promtail:3", volumes: ["./p:/etc/promtail/config.yml"]}\n',
    {
      a: `${'endpoint { url = '.repeat(50_000)}\n${'endpoint {\n'.repeat(50_000)}`,
      f: `${'[OUTPUT]\n Host '.repeat(50_000)}\n[OUTPUT]${' '.repeat(200_000)}`,
      l: `output {\n${'hosts => ['.repeat(50_000)}\n${'  hosts => ["a", '.repeat(20_000)}`,
      p: `clients: [${'{url: "http://'.repeat(1_000)}`,
    },
  ),
  '5,000 init containers that wait': {
    'k8s/all.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app}\nspec:\n  template:\n    spec:\n      containers: [{name: app, image: a}]\n      initContainers:\n${numbered(5_000, index => `        - {name: w${index}, image: b, command: [sh, -c, "until nc ${'-z '.repeat(50)} app 80; do pg_isready ${'-h '.repeat(50)}; done"]}`)}\n`,
  },
}
