import { expect, it } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'

const patched = (resources: string) => ({
  'k8s/kustomization.yaml': `resources: [${resources}]\npatches: [{ path: replicas.yaml }]\n`,
  'k8s/replicas.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: operator }\nspec: { replicas: 2 }\n',
  'k8s/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { app: web } }\n  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }\n',
})

it.each([
  ['all that it builds on is here', 'web.yaml', 'fail'],
  ['a base is fetched', '"https://github.com/acme/platform//deploy?ref=v1", web.yaml', 'unverified'],
  ['a file is made before', 'generated.yaml, web.yaml', 'unverified'],
])('a patch without an object, where %s', (_, resources, expected) => {
  const rule = 'kubernetes/selector-matches-nothing'
  const { findings, unverified } = auditTree(treeOf(new Map(Object.entries(patched(resources)))))
  const found = findings.some(one => one.rule === rule) ? 'fail' : 'pass'
  expect(unverified.some(one => one.rule === rule) ? 'unverified' : found).toBe(expected)
})

it('says of a patch that names no namespace what it was to make of the one object that it means', () => {
  const files = {
    'k8s/kustomization.yaml': 'resources: [web.yaml]\npatches: [{ path: limits.yaml }]\n',
    'k8s/web.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec:\n  selector: { matchLabels: { app: web } }\n  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }\n',
    'k8s/limits.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, resources: { limits: { memory: 512Mi } } }] } } }\n',
  }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  const rules = findings.map(({ rule }) => rule)
  expect(rules).toContain('kubernetes/selector-matches-nothing')
  expect(rules).not.toContain('workload/memory-limit-missing')
})
