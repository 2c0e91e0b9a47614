import { expect, it } from 'vitest'
import type { Edge, System } from '../../src/model/system.js'
import { systemOf, systemOfServices } from '../support/model.js'

function lines(services: string, via: Edge['via']): readonly string[] {
  return systemOfServices(services)
    .edges.filter(edge => edge.via === via)
    .map(({ from, host, port, answer, networks }) => {
      const to = answer.kind === 'workload' ? answer.workload.name : answer.kind
      return `${from.name} → ${host}${port === undefined ? '' : `:${port}`} = ${to} on ${networks.join(' ') || 'none'}`
    })
}

it('holds every address of the environment, answered or not', () => {
  const variables = '{DB: "postgres://db/erp", CACHE: "redis://cache:6379", MAIL: "smtp://mail.example.com"}'
  expect(lines(`app:\n  image: a\n  environment: ${variables}\ndb: {image: b}\n`, 'environment')).toEqual([
    'app → db = db on default',
    'app → cache:6379 = nobody on none',
    'app → mail.example.com = outside on none',
  ])
})

it('holds the order of start', () => {
  expect(lines('app: {image: a, depends_on: [db]}\ndb: {image: b}\n', 'dependency')).toEqual([
    'app → db = db on default',
  ])
})

it('holds the arguments that somebody answers to, once each', () => {
  const command = 'serve --queue=amqp://u:p@mq:5672 --db db:5432 --again db:5432 --image other:17 --self app:80'
  expect(lines(`app: {image: a, command: "${command}"}\ndb: {image: b}\nmq: {image: c}\n`, 'argument')).toEqual([
    'app → mq:5672 = mq on default',
    'app → db:5432 = db on default',
  ])
})

it('looks into scripts', () => {
  const command = `sh -c "until nc -z db 5432; do sleep 1; done; curl http://mq:15672/api"`
  expect(lines(`app:\n  image: a\n  command: '${command}'\ndb: {image: b}\nmq: {image: c}\n`, 'argument')).toEqual([
    'app → mq:15672 = mq on default',
  ])
})

it('holds what Prometheus scrapes, answered or not', () => {
  const system = systemOf({
    'compose.yaml':
      'services:\n  prometheus: {image: "prom/prometheus:v3.6.0", volumes: ["./p.yml:/etc/prometheus/prometheus.yml"]}\n  api: {image: a}\n',
    'p.yml':
      'scrape_configs: [{job_name: erp, static_configs: [{targets: ["api:3000", "app:80", "node.example.com:9100"]}]}]\n',
  })
  expect(scrapes(system)).toEqual([
    'prometheus → api:3000 = api (erp)',
    'prometheus → app:80 = nobody (erp)',
    'prometheus → node.example.com:9100 = outside (erp)',
  ])
})

function scrapes({ edges }: System): readonly string[] {
  return edges
    .filter(({ via }) => via === 'scrape')
    .map(({ from, host, port, answer, job }) => {
      const to = answer.kind === 'workload' ? answer.workload.name : answer.kind
      return `${from.name} → ${host}${port === undefined ? '' : `:${port}`} = ${to} (${job})`
    })
}

const pods = (annotations: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}, annotations: {${annotations}}}
    spec: {containers: [{name: api, image: "acme/api:1", ports: [{name: http, containerPort: 3000}]}, {name: side, image: "acme/side:1", ports: [{name: metrics, containerPort: 9100}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop, labels: {app: api}}
spec: {selector: {app: api}, ports: [{name: web, port: 80, targetPort: http}, {name: side, port: 90, targetPort: metrics}]}
`
const monitor = (kind: string, namespace: string, spec: string) =>
  `---\napiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: m, namespace: ${namespace}}\nspec: ${spec}\n`

it.each([
  ['nothing', '', '', []],
  [
    'a monitor of Services',
    '',
    monitor('ServiceMonitor', 'shop', '{selector: {matchLabels: {app: api}}, endpoints: [{port: side}]}'),
    ['ServiceMonitor m → api/side:9100 = api/side (ServiceMonitor m)'],
  ],
  [
    'one of another namespace',
    '',
    monitor('ServiceMonitor', 'monitoring', '{selector: {matchLabels: {app: api}}, endpoints: [{port: side}]}'),
    [],
  ],
  [
    'one that looks into it',
    '',
    monitor('ServiceMonitor', 'monitoring', '{namespaceSelector: {any: true}, selector: {}, endpoints: [{port: web}]}'),
    ['ServiceMonitor m → api:3000 = api (ServiceMonitor m)'],
  ],
  [
    'a monitor of pods',
    '',
    monitor('PodMonitor', 'shop', '{selector: {matchLabels: {app: api}}, podMetricsEndpoints: [{port: metrics}]}'),
    ['PodMonitor m → api/side:9100 = api/side (PodMonitor m)'],
  ],
  [
    'annotations',
    'prometheus.io/scrape: "true", prometheus.io/port: "3000"',
    '',
    ['Deployment api → api:3000 = api (Deployment api)'],
  ],
  [
    'annotations without a port',
    'prometheus.io/scrape: "true"',
    '',
    ['Deployment api → api:3000 = api (Deployment api)', 'Deployment api → api/side:9100 = api/side (Deployment api)'],
  ],
])('holds what a cluster is told to scrape by %s', (_, annotations, objects, expected) => {
  expect(scrapes(systemOf({ 'k8s/api.yaml': `${pods(annotations)}${objects}` }))).toEqual(expected)
})

const waiting = (command: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      initContainers: [{name: wait, image: "busybox:1.37", command: ${command}}]
      containers: [{name: api, image: "acme/api:1"}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "postgres:17"}]}}
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {selector: {app: db}, ports: [{port: 5432}]}
`

it.each([
  ['["sh", "-c", "until nc -z db 5432; do sleep 1; done"]', ['api → db:5432']],
  ['["sh", "-c", "until nc -z -w 2 db 5432; do sleep 1; done"]', ['api → db:5432']],
  ['["sh", "-c", "until pg_isready -h db -p 5432; do sleep 1; done"]', ['api → db']],
  [
    '["sh", "-c", "until nslookup db.default.svc.cluster.local; do sleep 1; done"]',
    ['api → db.default.svc.cluster.local'],
  ],
  ['["sh", "-c", "until nslookup db; do sleep 1; done"]', ['api → db']],
  ['["dockerize", "-wait", "tcp://db:5432"]', ['api → db:5432']],
  ['["./wait-for-it.sh", "db:5432", "--", "true"]', ['api → db:5432']],
  ['["sh", "-c", "echo db 5432"]', []],
  ['["nc", "-z", "elsewhere", "5432"]', []],
])('holds what an init container waits for: %s', (command, expected) => {
  const { edges } = systemOf({ 'k8s/all.yaml': waiting(command) })
  const found = edges.filter(({ via }) => via === 'dependency')
  expect(found.map(({ from, host, port }) => `${from.name} → ${host}${port === undefined ? '' : `:${port}`}`)).toEqual(
    expected,
  )
})
