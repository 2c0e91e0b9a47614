import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import type { Deployment, System } from '../../src/model/system.js'
import { directoryOf, fileName } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'

/** Refused because of what a kustomization says itself, whatever else there is. */
const BY_ITSELF = new Set(['cycle', 'kustomization', 'empty', 'several'])
/** Refused because of what it finds, or does not find; patches without an object are for kubernetes/selector-matches-nothing to say. */
const BY_CONTENT = new Set(['conflict', 'generator', 'json-patch', 'object', 'patch', 'replacement', 'replicas'])

export default defineRule({
  id: 'kubernetes/kustomization-rejected',
  title: 'kustomize does not build what is to be deployed',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'kustomize builds all or nothing: at a patch that does not fit, a name that is there twice or a base that leads back to itself it stops, and the deployment with it. Nothing of it can be applied until that is mended.',
  fix: 'Correct what is shown; `kustomize build <folder>` shows whether it builds without applying anything.',
  refs: [
    'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/',
    'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      if (!isKustomization(deployment)) continue
      const meant = cluster.missingFiles.map(({ path }) => meantBy(path, deployment, system))
      if (deployment.workloads.length === 0 && meant.every(one => one === undefined)) continue
      pass(deployment)
      for (const [index, { path, at }] of cluster.missingFiles.entries()) {
        const folder = meant[index]
        if (folder === undefined) unverified(deployment, at, `${path} is not in the repository`)
        else
          fail(deployment, at, `kustomize refuses ${deployment.name}: there is no folder ${path}, but ${folder}`, {
            key: `missing.${path}`,
            fix: `Write \`${relative(directoryOf(deployment.files[0] ?? ''), folder)}\`, which leads from here to ${folder}.`,
          })
      }
      for (const { at, code = '', message } of deployment.problems) {
        if (BY_ITSELF.has(code) || (cluster.allThere && BY_CONTENT.has(code)))
          fail(deployment, at, `kustomize refuses ${deployment.name}: ${message}`, { key: `${at.path}.${message}` })
        else if (BY_CONTENT.has(code))
          unverified(deployment, at, `${message}, as far as the repository holds what it builds on`)
      }
    }
  },
  examples: {
    bad: [
      {
        // A folder that lies one level nearer.
        'k8s/base/kustomization.yaml': 'resources: [api.yaml]\n',
        'k8s/base/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
        'k8s/production/kustomization.yaml': `
          resources:
            - ../../base #! kustomize refuses k8s/production: there is no folder base, but k8s/base
        `,
      },
      {
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
          patches:
            - target: { kind: Deployment, name: api }
              patch: |
                - { op: replace, path: /spec/template/spec/containers/3/image, value: "acme/api:1.5" } #! kustomize refuses k8s
        `,
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
      },
      {
        'base/kustomization.yaml': `
          resources: [api.yaml]
        `,
        'base/api.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings, namespace: shop }
          data: { LEVEL: info }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api, namespace: shop }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
        'overlays/prod/kustomization.yaml': `
          namespace: shop
          resources: [../../base]
          configMapGenerator:
            - { name: settings, behavior: merge, literals: [LEVEL=warn] } #! there is no settings to merge: that of the base is in the namespace shop
        `,
      },
      {
        'base/kustomization.yaml': `
          resources: [api.yaml, ../prod]
        `,
        'base/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
        'prod/kustomization.yaml': `
          resources: [../base] #! ../base leads back to where it is named
        `,
      },
    ],
    good: [
      {
        // Every kind of patch with a target, and a file from outside the folder, which a flag allows.
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
          patches:
            - target: { kind: Deployment, labelSelector: "tier=none" }
              patch: |
                - { op: replace, path: /spec/replicas, value: 3 }
            - path: replicas.yaml
          configMapGenerator:
            - { name: settings, literals: [LEVEL=info] }
        `,
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
        'k8s/replicas.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec: { replicas: 3 }
        `,
      },
      {
        // Manifests without a kustomization are applied as they stand.
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
        `,
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } }
        `,
      },
    ],
  },
})

/** The kustomization that a path with one `..` too many or too few was to lead to: nothing else builds on it. */
function meantBy(path: string, deployment: Deployment, { deployments }: System): string | undefined {
  const folders = deployments
    .filter(one => one !== deployment && isKustomization(one))
    .map(({ files }) => directoryOf(files[0] ?? ''))
  return folders.find(folder => folder !== '.' && (folder.endsWith(`/${path}`) || path.endsWith(`/${folder}`)))
}

/** How a folder is written from another one. */
function relative(from: string, to: string): string {
  const [own, other] = [from.split('/'), to.split('/')]
  const common = own.findIndex((part, index) => part !== other[index])
  const shared = common === -1 ? own.length : common
  return [...own.slice(shared).map(() => '..'), ...other.slice(shared)].join('/')
}

function isKustomization({ files }: Deployment): boolean {
  return /^kustomization(?:\.ya?ml)?$/i.test(fileName(files[0] ?? ''))
}
