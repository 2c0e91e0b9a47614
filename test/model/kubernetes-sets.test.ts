import { describe, expect, it } from 'vitest'
import { treeOf } from '../../src/examples.js'
import type { ConfiguredSet } from '../../src/model/compose/sets.js'
import { kubernetesSets } from '../../src/model/kubernetes/sets.js'
import { deploymentLines, type Files, systemOf } from '../support/model.js'

function setsOf(files: Files, configured: readonly ConfiguredSet[] = []) {
  return kubernetesSets(treeOf(new Map(Object.entries(files))), configured)
}

/** Each set as one line: purpose, name, reason. */
function linesOf(files: Files, configured: readonly ConfiguredSet[] = []): readonly string[] {
  return setsOf(files, configured).sets.map(set => `${set.purpose}: ${set.name}: ${set.because}`)
}

/** The names of the objects that production applies. */
function namesOf(files: Files): readonly string[] {
  return setsOf(files).sets.flatMap(set =>
    set.purpose === 'production' ? set.objects.map(({ kind, name }) => `${kind}/${name}`) : [],
  )
}

function deployment(name: string, image = `acme/${name}:1.4`): string {
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    `metadata: { name: ${name} }`,
    `spec: { selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name} } },`,
    `  spec: { containers: [{ name: main, image: "${image}" }] } } }`,
    '',
  ].join('\n')
}

const PATCH = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { replicas: 3 }\n'
const kustomization = (...resources: readonly string[]) =>
  `kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [${resources.join(', ')}]\n`

describe('what is applied together', () => {
  it('is all plain manifests that may run in production, however they are spread over folders', () => {
    const files = {
      'k8s/api/deployment.yaml': deployment('api'),
      'k8s/web/all.yml': `${deployment('web')}---\n${deployment('worker')}`,
      'k8s/namespace.json': '{ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop" } }',
    }
    expect(linesOf(files)).toEqual(['production: k8s: nothing here says that it is for anything else'])
    expect(namesOf(files)).toEqual(['Namespace/shop', 'Deployment/api', 'Deployment/web', 'Deployment/worker'])
  })

  it('opens lists', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n${deployment('api')
      .replace(/^(?=.)/gm, '    ')
      .replace('    ', '  - ')}`
    expect(namesOf({ 'k8s.yaml': list })).toEqual(['Deployment/api'])
  })

  it('is one of several kustomizations that only use each other', () => {
    const files = {
      'a/kustomization.yaml': kustomization('../b', 'api.yaml'),
      'a/api.yaml': deployment('api'),
      'b/kustomization.yaml': kustomization('../a'),
    }
    expect(linesOf(files)).toEqual(['production: a: it and others only use each other'])
    expect(namesOf(files)).toEqual(['Deployment/api'])
  })

  it('is the overlay for production, and never the base that it is built on', () => {
    const files = {
      'base/kustomization.yaml': kustomization('api.yaml'),
      'base/api.yaml': deployment('api'),
      'overlays/dev/kustomization.yaml': kustomization('../../base'),
      'overlays/staging/kustomization.yaml': kustomization('../../base'),
      'overlays/production/kustomization.yaml': kustomization('../../base', 'db.yaml'),
      'overlays/production/db.yaml': deployment('db'),
    }
    expect(linesOf(files)).toEqual([
      'production: overlays/production: it lies in overlays/production/',
      'development: overlays/staging: overlays/production is what production runs',
      'development: overlays/dev: it lies in overlays/dev/',
    ])
    expect(namesOf(files)).toEqual(['Deployment/api', 'Deployment/db'])
  })

  it('is the base where only development builds on it', () => {
    const files = {
      'base/kustomization.yaml': kustomization('api.yaml'),
      'base/api.yaml': deployment('api'),
      'overlays/dev/kustomization.yaml': kustomization('../../base'),
    }
    expect(linesOf(files)).toEqual([
      'production: base: only development builds on it, and nothing here is nearer to production',
      'development: overlays/dev: it lies in overlays/dev/',
    ])
  })

  it('is judged once, though it is described several times', () => {
    const files = {
      'k8s/kustomization.yaml': kustomization('api.yaml'),
      'k8s/api.yaml': deployment('api'),
      'rendered/all.yaml': `# Source: shop/templates/api.yaml\n${deployment('api')}`,
      'other/web.yaml': deployment('web'),
    }
    expect(linesOf(files)).toEqual([
      'production: k8s: no other kustomization uses it',
      'production: other/web.yaml: nothing here says that it is for anything else',
      'development: rendered/all.yaml: it describes the same workloads as k8s',
    ])
  })

  it.each([
    'kubectl apply -k deploy/eu',
    'kustomize build deploy/eu | kubectl apply -f -',
    'kubectl apply --kustomize=deploy/eu',
  ])('is what a command deploys: %s', command => {
    const files = {
      'deploy/eu/kustomization.yaml': kustomization('../base'),
      'deploy/us/kustomization.yaml': kustomization('../base'),
      'deploy/base/kustomization.yaml': kustomization('api.yaml'),
      'deploy/base/api.yaml': deployment('api'),
      '.github/workflows/deploy.yml': `jobs:\n  production:\n    steps:\n      - run: ${command}\n`,
    }
    expect(linesOf(files)[0]).toEqual('production: deploy/eu: .github/workflows/deploy.yml deploys it')
    expect(linesOf(files)).toHaveLength(2)
  })

  it('says which it is where the configuration says so', () => {
    const files = {
      'one/api.yaml': deployment('api'),
      'two/kustomization.yaml': kustomization('web.yaml'),
      'two/web.yaml': deployment('web'),
    }
    expect(
      linesOf(files, [
        { files: ['one'], purpose: 'development' },
        { files: ['two/kustomization.yaml'], purpose: 'production' },
      ]),
    ).toEqual([
      'production: two/kustomization.yaml: the configuration says so',
      'development: one: the configuration says so',
    ])
  })

  it('leaves what the configuration names to the platform that it is for', () => {
    const files = {
      'compose.yaml': 'services:\n  db:\n    image: postgres:17.2\n',
      'k8s/api.yaml': deployment('api'),
      'all.json': '{ "apiVersion": "v1", "kind": "Service", "metadata": { "name": "s" } }',
    }
    const configured = [
      { files: ['k8s', 'all.json'], purpose: 'production' },
      { files: ['compose.yaml'], purpose: 'development' },
    ] as const
    expect(deploymentLines(systemOf(files, configured))).toEqual([
      'production: k8s + all.json: the configuration says so',
      'development: compose.yaml: the configuration says so',
    ])
  })

  it.each(['docs', 'examples/minimal', 'test/e2e', 'config/samples', 'overlays/kind', 'k8s/docker-desktop'])(
    'is nothing that lies in %s',
    folder => {
      expect(linesOf({ [`${folder}/api.yaml`]: deployment('api') })).toEqual([
        `development: ${folder}/api.yaml: it lies in ${folder.replace('/minimal', '').replace('/e2e', '')}/`,
      ])
    },
  )
})

describe('what is in no set', () => {
  it.each<[string, Files, string]>([
    ['a fragment', { 'k8s/patch.yaml': PATCH }, 'it only changes workloads of a file that is not here'],
    [
      'a file that the kustomization beside it does not name',
      { 'k8s/kustomization.yaml': kustomization(), 'k8s/patch.yaml': deployment('old') },
      'the kustomization beside it does not name it',
    ],
    [
      'a chart',
      { 'Chart.yaml': 'name: shop\n', 'k8s/patch.yaml': deployment('api') },
      'part of a Helm chart: not evaluated',
    ],
    [
      'a template',
      { 'k8s/patch.yaml': deployment('api', 'acme/api:{{ tag }}') },
      'a template of Kubernetes manifests: not evaluated',
    ],
  ])('is said: %s', (_, files, because) => {
    expect(setsOf(files).leftOut).toEqual([{ path: 'k8s/patch.yaml', because }])
    expect(namesOf(files)).toEqual([])
  })

  it('does not include texts with braces that are for somebody else', () => {
    const rules =
      '{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "x" }, "data": { "a": "{{ $labels.x }}" } }'
    expect(namesOf({ 'k8s/rules.json': rules })).toEqual(['ConfigMap/x'])
  })

  it.each<[string, string]>([
    ['the configuration of a client', 'apiVersion: v1\nkind: Config\nclusters: []\n'],
    ['the configuration of Skaffold', 'apiVersion: skaffold/v4beta11\nkind: Config\n'],
    ['a catalogue entry', 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: x }\n'],
    ['Grafana provisioning', 'apiVersion: 1\ndatasources: []\n'],
    ['a chart', 'apiVersion: v2\nname: shop\n'],
    ['keys below the top', 'config:\n  apiVersion: v1\n  kind: Deployment\n'],
    ['one key in each document', 'apiVersion: v1\n---\nkind: Deployment\n'],
  ])('are no manifests: %s', (_, text) => {
    expect(setsOf({ 'files/some.yaml': text })).toEqual({ sets: [], leftOut: [] })
  })
})

describe('what is not known', () => {
  it('makes a set incomplete: a file that is no YAML', () => {
    const [set] = setsOf({ 'k8s/api.yaml': `${deployment('api')}---\nkind: Service\napiVersion: v1\nspec: [\n` }).sets
    expect(set?.complete).toBe(false)
    expect(set?.problems.map(problem => problem.kind)).toContain('syntax')
  })

  it.each(['missing.yaml', 'https://example.org/all.yaml', '../base', 'github.com/acme/base?ref=v1'])(
    'makes a set incomplete: the resource %s',
    name => {
      const [set] = setsOf({ 'k8s/kustomization.yaml': kustomization(name) }).sets
      expect(set?.complete).toBe(false)
      expect(set?.missing).toHaveLength(1)
    },
  )

  it('is said where kustomizations lead in a circle', () => {
    const sets = setsOf({
      'a/kustomization.yaml': kustomization('../b'),
      'b/kustomization.yaml': kustomization('../a'),
      'c/kustomization.yaml': kustomization('../a'),
    }).sets
    expect(sets.flatMap(set => set.problems.map(problem => problem.code))).toContain('cycle')
  })
})
