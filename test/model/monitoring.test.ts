import { expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'
import { tracingOf } from '../../src/model/tracing.js'
import { type Files, systemOf } from '../support/model.js'

const RULE = 'telemetry/monitoring-missing'
const IMAGE = { Dockerfile: 'FROM node:24.1.0-slim\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n', 'server.js': '' }

/** What is said of the collection of metrics. */
function judged(files: Files): string {
  const { findings, unverified } = auditTree(treeOf(new Map(Object.entries(files))))
  const found = findings.find(({ rule }) => rule === RULE)?.message
  return found ?? unverified.find(({ rule }) => rule === RULE)?.because ?? 'nothing'
}

test('what collects metrics of an image that nothing here deploys is not known', () => {
  const compose = 'services: { api: { build: . } }\n'
  const said = judged(IMAGE)
  expect(said).toMatch(/^nothing in the repository deploys it/)
  expect(judged({ ...IMAGE, 'compose.yaml': compose })).toMatch(/^no metrics system/)
  // A deployment that cannot be read is one.
  expect(judged({ ...IMAGE, 'compose.yaml': `${compose}]}{[ "\n` })).not.toBe(said)
})

test.each([
  ['pulled images beside a store', 'image: acme/api:1.4', 'unknown'],
  ['one that is built', 'build: ./api', 'none'],
])('traces of services: %s', (_, api, state) => {
  const services = [
    `api: { ${api} }`,
    'billing: { image: "acme/billing:1.4" }',
    'shipping: { image: "acme/shipping:1.4" }',
    'traces: { image: "openzipkin/zipkin:3" }',
  ]
  const built = api.startsWith('build') ? { 'api/Dockerfile': 'FROM node:24.11\n' } : {}
  const files = { 'compose.yaml': `services:\n  ${services.join('\n  ')}\n`, ...built }
  expect(tracingOf(systemOf(files)).state).toBe(state)
})
