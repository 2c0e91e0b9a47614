import { describe, expect, it } from 'vitest'
import { type Files, systemOf } from '../support/model.js'

const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\n'
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\n'

function notEvaluated(files: Files) {
  return systemOf(files).notEvaluated
}

describe('Kubernetes manifests', () => {
  it('are named by directory, with their number', () => {
    expect(
      notEvaluated({
        'k8s/api.yaml': DEPLOYMENT,
        'k8s/kustomization.yml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
        'k8s/tls/all.yaml': `# both\n---\n${SECRET}---\n"apiVersion": "cert-manager.io/v1"\n"kind": "Certificate"\n`,
        'namespace.yaml': 'kind: Namespace\napiVersion: v1\n',
      }),
    ).toEqual([
      { path: 'k8s', because: '2 Kubernetes manifests: not evaluated' },
      { path: 'k8s/tls', because: '1 Kubernetes manifest: not evaluated' },
      { path: '.', because: '1 Kubernetes manifest: not evaluated' },
    ])
  })

  it('are named beside a compose file, too', () => {
    const files = { 'compose.yaml': 'services:\n  web:\n    image: acme/web:1.4\n', 'deploy/api.yaml': DEPLOYMENT }
    expect(notEvaluated(files).map(({ path }) => path)).toEqual(['deploy'])
  })

  it.each<[string, string]>([
    ['nothing but a Secret, which is read', SECRET],
    ['alert rules, which are read', 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n'],
    ['the configuration of a client', 'apiVersion: v1\nkind: Config\nclusters: []\n'],
    ['the configuration of Skaffold', 'apiVersion: skaffold/v4beta11\nkind: Config\n'],
    ['a catalogue entry', 'apiVersion: backstage.io/v1alpha1\nkind: Component\n'],
    ['Grafana provisioning', 'apiVersion: 1\ndatasources: []\n'],
    ['a chart', 'apiVersion: v2\nname: shop\n'],
    ['keys below the top', 'config:\n  apiVersion: v1\n  kind: Deployment\n'],
    ['one key in each document', 'apiVersion: v1\n---\nkind: Deployment\n'],
  ])('are not mistaken for %s', (_, text) => {
    expect(notEvaluated({ 'files/some.yaml': text })).toEqual([])
  })
})
