import { expect, test } from 'vitest'
import { instancesOf } from '../../../src/model/code/instances.js'
import { type Files, systemOf } from '../../support/model.js'

const CODE: Files = {
  Dockerfile: 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
  'server.js': "require('http').createServer().listen(3000)\n",
}

function instances(files: Files) {
  const system = systemOf(files['api/server.js'] === undefined ? { ...CODE, ...files } : files)
  const [service] = system.services
  if (!service) throw new Error('there is no service')
  return instancesOf(system, service)
}

test('replicas of Compose, and services that only a number tells apart', () => {
  expect(instances({ 'compose.yaml': 'services: { api: { build: . } }' })).toEqual({ state: 'one' })
  expect(instances({ 'compose.yaml': 'services: { api: { build: ., deploy: { replicas: 3 } } }' })).toMatchObject({
    state: 'several',
    count: 3,
    apart: true,
    text: '3 replicas',
  })
  expect(instances({ 'compose.yaml': 'services: { api-1: { build: . }, api-2: { build: . } }' })).toMatchObject({
    state: 'several',
    count: 2,
    text: '2 workloads (api-1 and api-2)',
  })
  expect(instances({ 'compose.yaml': 'services: { api: { build: . }, worker: { build: . } }' })).toEqual({
    state: 'one',
  })
  expect(
    instances({ 'compose.yaml': 'services: { api: { build: ., deploy: { replicas: "${REPLICAS}" } } }' }),
  ).toMatchObject({ state: 'unknown' })
})

test('instances of a platform', () => {
  const on = (settings: string) => ({
    Dockerfile: '',
    'package.json': '{ "scripts": { "start": "node server.js" } }',
    'render.yaml': `services: [{ type: web, name: api, runtime: node, startCommand: npm start${settings} }]\n`,
  })
  expect(instances(on(', numInstances: 3'))).toMatchObject({
    state: 'several',
    count: 3,
    apart: true,
    text: '3 instances',
  })
  // Its one instance may have several processes.
  for (const settings of ['', ', numInstances: 1', ', numInstances: x'])
    expect(instances(on(settings))).toMatchObject({ state: 'unknown' })
})

test('processes of PM2', () => {
  const app = (settings: string) => ({
    'ecosystem.config.js': `module.exports = { apps: [{ name: 'api', script: 'server.js', ${settings} }] }`,
  })
  expect(instances(app('instances: 1'))).toEqual({ state: 'one' })
  expect(instances(app("instances: 4, exec_mode: 'cluster'"))).toMatchObject({
    state: 'several',
    count: 4,
    apart: false,
    text: '4 processes of PM2',
  })
  expect(instances(app("instances: 'max', exec_mode: 'cluster'"))).toMatchObject({ state: 'several', apart: false })
})

test('what an autoscaler may make of one replica', () => {
  const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: "acme/api:1.4" }] }
`
  const scaler = (most: number) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, minReplicas: 1, maxReplicas: ${most} }
`
  const code = { 'api/Dockerfile': CODE.Dockerfile ?? '', 'api/server.js': CODE['server.js'] ?? '' }
  expect(instances({ ...code, 'k8s/api.yaml': deployment + scaler(5) })).toMatchObject({
    state: 'several',
    text: 'up to 5 replicas by its autoscaler',
  })
  expect(instances({ ...code, 'k8s/api.yaml': deployment + scaler(1) })).toEqual({ state: 'one' })
})
