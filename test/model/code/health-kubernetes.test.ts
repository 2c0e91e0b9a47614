import { expect, test } from 'vitest'
import { askedPathsOf } from '../../../src/model/code/health/asked.js'
import { servedBy } from '../../../src/model/code/health/match.js'
import { systemOf } from '../../support/model.js'

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      containers:
        - name: orders
          image: registry.example.com/shop/orders:1.4.0
          ports: [{ name: http, containerPort: 8080 }]
          livenessProbe: { httpGet: { path: /health/live, port: http } }
          readinessProbe: { httpGet: { path: /healthz?full=1, port: 8080 } }
`

test('probes of a Deployment are put to the routes of the service whose folder bears the name of its image', () => {
  const { services } = systemOf({
    'k8s/orders.yaml': DEPLOYMENT,
    'services/orders/Dockerfile': 'FROM node:24.1.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    'services/orders/server.js':
      "const app = require('express')()\napp.get('/healthz', (q, s) => s.send('ok'))\napp.listen(8080)\n",
  })
  const [service] = services
  expect(service?.entries).toEqual(['services/orders/server.js'])
  const asked = service?.workloads.flatMap(askedPathsOf) ?? []
  expect(asked.map(({ path, port }) => [path, port, service && servedBy(service.routes, path).state])).toEqual([
    ['/health/live', 8080, 'no'],
    ['/healthz?full=1', 8080, 'yes'],
  ])
})
