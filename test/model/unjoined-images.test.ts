import { expect, test } from 'vitest'
import { systemOf } from '../support/model.js'

const deployment = (name: string, image: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, image: "${image}" }] }
`
const program = (folder: string) => ({
  [`${folder}/Dockerfile`]: 'FROM node:24.1-slim\nCOPY . .\nCMD ["node", "main.js"]\n',
  [`${folder}/main.js`]: 'require("express")().listen(3000)\n',
  [`${folder}/package.json`]: `{ "name": "${folder}" }\n`,
})
const saidOf = (files: Record<string, string>) =>
  systemOf(files).notEvaluated.map(({ path, because }) => `${path}: ${because}`)

test('code that may be what runs under a name that nothing joins is said not to be judged', () => {
  const k8s = `${deployment('orders', 'ghcr.io/acme/core:1.4.0')}---${deployment('shop', 'ghcr.io/acme/storefront:1.4.0')}`
  expect(saidOf({ 'k8s/all.yaml': k8s, ...program('backend'), ...program('frontend') })).toEqual([
    'backend/Dockerfile: nothing tells which workload runs what it builds (orders and shop may): its code is not judged',
    'frontend/Dockerfile: nothing tells which workload runs what it builds (orders and shop may): its code is not judged',
  ])
})

test.each([
  ['the name of the image tells', deployment('orders', 'ghcr.io/acme/backend:1.4.0'), program('backend')],
  ['only known software runs', deployment('cache', 'redis:8.0'), program('backend')],
  [
    'it is a second Dockerfile of a program that is judged',
    `${deployment('orders', 'ghcr.io/acme/backend:1.4.0')}---${deployment('vault', 'ghcr.io/acme/unknown:1')}`,
    { ...program('backend'), 'backend/Dockerfile.slim': 'FROM node:24.1-alpine\nCOPY . .\nCMD ["node", "main.js"]\n' },
  ],
  [
    'no program of the repository is in it',
    deployment('orders', 'ghcr.io/acme/core:1.4.0'),
    { 'tools/Dockerfile': 'FROM debian:13\nCMD ["sleep", "1"]\n', 'lib/main.js': '' },
  ],
])('nothing is said where %s', (_, k8s, files) => {
  expect(saidOf({ 'k8s/all.yaml': k8s, ...files })).toEqual([])
})
