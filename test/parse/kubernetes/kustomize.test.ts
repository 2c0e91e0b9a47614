import { describe, expect, it } from 'vitest'
import { buildKustomization } from '../../../src/parse/kubernetes/kustomize/build.js'
import { descend, type Node, textOf } from '../../../src/parse/node.js'
import { placeOf } from '../../../src/source.js'
import { millisecondsSince } from '../../support/processor-time.js'

type Files = Readonly<Record<string, string>>

function build(files: Files, directory = '.') {
  const read = (path: string) => (files[path] === undefined ? undefined : { path, text: files[path] })
  const built = buildKustomization(directory, { read, exists: path => files[path] !== undefined })
  if (!built) throw new Error('there is no kustomization')
  return built
}

/** `file:line` of a node. */
function placeIn(files: Files, node: Node | undefined): string {
  if (!node) return 'nowhere'
  const { path, line } = placeOf({ path: node.at.path, text: files[node.at.path] ?? '' }, node.at)
  return `${path}:${line}`
}

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: web
          image: acme/web:1
          env: [{ name: LEVEL, value: info }]
`

const FILES = {
  'kustomization.yaml': `resources: [web.yaml]
namePrefix: prod-
patches:
  - path: patch.yaml
  - target: { kind: Deployment }
    patch: |-
      - op: add
        path: /spec/minReadySeconds
        value: 10
      # no more
      - op: add
        path: /spec/paused
        value: true
  - patch: "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { revisionHistoryLimit: 2 } }"
images:
  - name: acme/web
    newTag: "2"
commonLabels:
  team: shop
`,
  'web.yaml': WEB,
  'patch.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: web
          resources:
            limits: { memory: 1Gi }
`,
}

describe('what a build makes points at the line that it comes from', () => {
  const [object] = build(FILES).objects
  const spec = descend(object?.node, 'spec')
  const containers = descend(spec, 'template', 'spec', 'containers')
  const container = containers?.kind === 'list' ? containers.items[0] : undefined

  it.each<[string, Node | undefined, string, string]>([
    ['the name, though it has a prefix', descend(object?.node, 'metadata', 'name'), 'prod-web', 'web.yaml:4'],
    ['what no patch changes', descend(container, 'name'), 'web', 'web.yaml:10'],
    ['a patched value', descend(spec, 'replicas'), '3', 'patch.yaml:5'],
    ['an added value', descend(container, 'resources', 'limits', 'memory'), '1Gi', 'patch.yaml:11'],
    ['a value of an inline patch', descend(spec, 'paused'), 'true', 'kustomization.yaml:13'],
    ['a value of an inline patch in quotes', descend(spec, 'revisionHistoryLimit'), '2', 'kustomization.yaml:14'],
    ['an image', descend(container, 'image'), 'acme/web:2', 'kustomization.yaml:17'],
    ['a label', descend(spec, 'template', 'metadata', 'labels', 'team'), 'shop', 'kustomization.yaml:19'],
  ])('%s', (_, node, text, place) => {
    expect([textOf(node), placeIn(FILES, node)]).toEqual([text, place])
  })

  it('and lists its files', () => {
    expect(build(FILES).files).toEqual(['kustomization.yaml', 'web.yaml', 'patch.yaml'])
  })
})

describe('what is not evaluated', () => {
  it.each(['helmCharts', 'generators', 'transformers', 'configurations', 'openapi', 'crds'])('is said: %s', setting => {
    const value = setting === 'openapi' ? '{ path: x.json }' : '[x.yaml]'
    const built = build({ 'kustomization.yaml': `resources: [web.yaml]\n${setting}: ${value}\n`, 'web.yaml': WEB })
    expect(built.notEvaluated.map(one => one.setting)).toEqual([setting])
    expect(built.objects).toHaveLength(1)
  })

  it.each([
    'https://example.org/all.yaml',
    'git@github.com:acme/base.git',
    'github.com/acme/base?ref=v1',
    '../outside',
    '/etc',
  ])('is said where it is not here: %s', name => {
    const { missing } = build({ 'kustomization.yaml': `resources: ["${name}"]\n` })
    expect(missing).toHaveLength(1)
  })

  it('a target by an expression that cannot be read', () => {
    const patch = '- target: { name: "(?i)web" }\n  patch: "[]"'
    const built = build({ 'kustomization.yaml': `resources: [web.yaml]\npatches:\n${patch}\n`, 'web.yaml': WEB })
    expect(built.notEvaluated.map(one => one.setting)).toEqual(['patches'])
  })
})

describe('a build ends', () => {
  const bounded = (files: Files, directory = '.') => {
    const started = process.cpuUsage()
    const built = build(files, directory)
    expect(millisecondsSince(started)).toBeLessThan(10_000)
    return built
  }

  it('where kustomizations use two that use two that …', () => {
    const files: Record<string, string> = {}
    for (let level = 0; level < 40; level++) {
      for (const side of ['a', 'b'])
        files[`${side}${level}/kustomization.yaml`] = `resources: [../a${level + 1}, ../b${level + 1}]\n`
    }
    expect(bounded(files, 'a0').notEvaluated).toHaveLength(1)
  })

  it.each([
    ['(a+)+$', 'a'.repeat(253)],
    ['(a|aa)*b', 'a'.repeat(253)],
    [`${'(a?)'.repeat(200)}${'a'.repeat(200)}`, 'a'.repeat(200)],
    ['('.repeat(900), 'a'],
  ])('where an expression would take for ever: %s', (pattern, name) => {
    const target = `- target: { name: "${pattern}" }\n  patch: "- { op: add, path: /spec, value: {} }"\n`
    bounded({
      'kustomization.yaml': `resources: [all.yaml]\npatches:\n${target.repeat(20)}`,
      'all.yaml': Array.from(
        { length: 200 },
        (_, index) => `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}${index} }\n`,
      ).join('---\n'),
    })
  })

  it('where aliases, lists and patches are many', () => {
    const items = Array.from({ length: 3_000 }, (_, index) => `{ name: e${index}, value: x }`).join(', ')
    const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: a, env: [${items}] }] }\n`
    bounded({
      'kustomization.yaml': `resources: [p.yaml]\npatches:\n${'- path: p.yaml\n'.repeat(300)}`,
      'p.yaml': pod,
    })
  })

  it('where everything is nested', () => {
    const nested = (depth: number) => `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`
    const pod = (depth: number) => `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: ${nested(depth)}\n`
    bounded({
      'kustomization.yaml': 'resources: [a.yaml]\npatches: [{ path: b.yaml }]\n',
      'a.yaml': pod(900),
      'b.yaml': pod(900),
    })
  })

  it.each([
    '',
    '[]',
    'a',
    'null',
    '{',
    'resources: [{}]',
    'patches: [1, null, {}]',
    'resources: [kustomization.yaml]',
    '--- 1\n--- 2',
  ])('where the kustomization is %j', text => {
    bounded({ 'kustomization.yaml': text })
  })
})
