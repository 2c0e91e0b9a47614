import { expect, test } from 'vitest'
import { balancingOf } from '../../src/model/stickiness.js'
import { type Files, systemOf } from '../support/model.js'

/** How the proxies of a system choose among the instances of `api`. */
function choices(files: Files): readonly string[] {
  const system = systemOf(files)
  const api = system.workloads.filter(({ name }) => name === 'api')
  return balancingOf(system, api).map(({ sticky, method }) => `${method}: ${sticky}`)
}

const nginx = (group: string) => ({
  'compose.yaml':
    'services:\n  edge: { image: "nginx:1.29.1", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }\n  api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 3 } }\n',
  'nginx.conf': `events {}\nhttp {\n  upstream api { ${group} server api:3000; }\n  server { listen 80; location / { proxy_pass http://api; } }\n}\n`,
})

const traefik = (label = '') => ({
  'compose.yaml': `services:
  edge: { image: "traefik:v3.6", ports: ["80:80"], command: "--providers.docker=true", volumes: ["/var/run/docker.sock:/var/run/docker.sock"] }
  api:
    image: ghcr.io/acme/api:1.4.0
    labels:
      - traefik.http.routers.api.rule=PathPrefix(\`/\`)
      - traefik.http.services.api.loadbalancer.server.port=3000
${label && `      - ${label}\n`}`,
})

const ingress = (annotations: string, service = '') => ({
  'k8s/api.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, annotations: { ${annotations} } }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { selector: { app: api }, ports: [{ port: 80, targetPort: 3000 }]${service} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", ports: [{ containerPort: 3000 }] }] }
`,
})

test.each<[string, Files, readonly string[]]>([
  ['nginx, in turn', nginx(''), ['round robin: false']],
  ['nginx, by the least', nginx('least_conn;'), ['least_conn: false']],
  ['nginx, by the address', nginx('ip_hash;'), ['round robin: true']],
  ['nginx, by a key', nginx('hash $cookie_id consistent;'), ['round robin: true']],
  ['Traefik, in turn', traefik(), ['round robin: false']],
  ['Traefik, by a cookie', traefik('traefik.http.services.api.loadbalancer.sticky.cookie=true'), ['round robin: true']],
  ['an Ingress, in turn', ingress('a: b'), ['round robin: false']],
  ['an Ingress, by a cookie', ingress('nginx.ingress.kubernetes.io/affinity: cookie'), ['affinity: true']],
  [
    'an Ingress that speaks of it in words of its own',
    ingress('example.com/session-policy: x'),
    ['what is not known: undefined'],
  ],
  [
    'an Ingress whose Service keeps addresses',
    ingress('a: b', ', sessionAffinity: ClientIP'),
    ['what is not known: undefined'],
  ],
  ['nothing in front', { 'compose.yaml': 'services: { api: { image: "ghcr.io/acme/api:1.4.0" } }' }, []],
])('%s', (_, files, expected) => {
  expect(choices(files)).toEqual(expected)
})
