import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { mismatchesOf } from '../../src/model/kubernetes/matches.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { UNMATCHED } from '../../src/parse/kubernetes/kustomize/building.js'
import type { KubernetesObject } from '../../src/parse/kubernetes/object.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/selector-matches-nothing',
  title: 'A Service, budget, policy, autoscaler or Ingress finds nothing',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Kubernetes connects objects by labels and names and says nothing when none fit: the Service has no endpoints and answers no request, the budget or policy protects nobody, the autoscaler scales nothing.',
  fix: 'Give both sides the same labels or names, and check with `kubectl get endpointslices`, `kubectl describe pdb`, `kubectl describe hpa`.',
  refs: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    'https://kubernetes.io/docs/concepts/services-networking/service/',
    'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      // A kustomization whose files are elsewhere finds nothing to judge.
      if (cluster.objects.length > 0) pass(deployment)
      for (const { at, message, code } of deployment.problems) {
        const what = PATCHES.get(code ?? '')
        // What it is for may be in a base that is fetched when it is built.
        if (what !== undefined && !cluster.allThere)
          unverified(deployment, at, `${message}, as far as the repository holds what it builds on`)
        else if (what !== undefined) fail(deployment, at, `${what}${message}`, { key: message, fix: PATCH_FIX })
      }
      const unseen = mayBeUnseen(system, cluster)
      for (const { object, part, at, message, fix, certain } of mismatchesOf(cluster, system)) {
        const key = [object.kind, object.namespace ?? '', object.name, part].join('.')
        // What an operator, a chart or a file that cannot be read makes may be what it is for.
        if (certain || !unseen) fail(deployment, at, message, { key, fix, ...severityOf(object, part) })
      }
    }
  },
  examples: {
    bad: [
      {
        // A patch with a target that is not there is passed over; one without a target is refused.
        'k8s/kustomization.yaml': `
          resources: [web.yaml]
          patches:
            - path: replicas.yaml
              target: { kind: Deployment, name: wbe } #! the patch for Deployment wbe changes nothing
            - path: limits.yaml
        `,
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web, namespace: shop }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
        `,
        'k8s/replicas.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: any }
          spec: { replicas: 3 }
        `,
        'k8s/limits.yaml': `
          #! kustomize refuses to build it: there is no Deployment web to patch in the namespace default, only in shop
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec: { replicas: 2 }
        `,
      },
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web, tier: front } }
              spec: { containers: [{ name: web, image: "acme/web:1.4", ports: [{ name: http, containerPort: 8080 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80, targetPort: htp }] } #! leads to the port htp, and Deployment web has no port of that name
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            selector: { app: web, tier: back } #! Service api selects app=web, tier=back, which no pods have; those of Deployment web have app=web, tier=front
            ports: [{ port: 80 }]
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { minAvailable: 1, selector: { matchLabels: { app: webb } } } #! PodDisruptionBudget web selects app=webb
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: web }
          spec: { podSelector: { matchLabels: { role: web } }, policyTypes: [Ingress] } #! NetworkPolicy web selects role=web
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web-app }, maxReplicas: 5 } #! scales Deployment web-app, which is not there
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: web }
          spec:
            rules:
              - http:
                  paths:
                    - { path: /, pathType: Prefix, backend: { service: { name: webs, port: { number: 80 } } } } #! the Service webs, which is not there
                    - { path: /a, pathType: Prefix, backend: { service: { name: web, port: { number: 8080 } } } } #! port 8080 of the Service web, which has 80
        `,
      },
      {
        'k8s/queue.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            serviceName: queue-headless #! StatefulSet queue takes the names of its pods from the Service queue-headless, which is not there: queue-0.queue-headless leads nowhere
            replicas: 3
            selector: { matchLabels: { app: queue } }
            template: { metadata: { labels: { app: queue } }, spec: { containers: [{ name: queue, image: "rabbitmq:4.1" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: queue }
          spec: { selector: { app: queue }, ports: [{ port: 5672 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: redis }
          spec:
            type: ExternalName
            externalName: 203.0.113.59 #! Service redis is an alias of 203.0.113.59, which is an address and no name: redis cannot be resolved
            ports: [{ port: 6379 }]
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } } #! Deployment api selects app=api, and its pods have app=backend
            template:
              metadata: { labels: { app: backend } }
              spec: { containers: [{ name: api, image: "acme/api:1.4" }] }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: worker } #! StatefulSet worker has no selector
          spec:
            serviceName: worker
            template:
              metadata: { labels: { app: worker } }
              spec: { containers: [{ name: worker, image: "acme/worker:1.4" }] }
        `,
      },
    ],
    good: [
      {
        // One pod is reached through any Service; an alias of a name is what ExternalName is for.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: postgres
            selector: { matchLabels: { app: db } }
            template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: "postgres:17.6" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec: { selector: { app: db }, ports: [{ port: 5432 }] }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            serviceName: queue
            replicas: 3
            selector: { matchLabels: { app: queue } }
            template: { metadata: { labels: { app: queue } }, spec: { containers: [{ name: queue, image: "rabbitmq:4.1" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: queue }
          spec: { clusterIP: None, selector: { app: queue }, ports: [{ port: 5672 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: mail }
          spec: { type: ExternalName, externalName: smtp.acme.com }
        `,
      },
      {
        // A policy of the base is for a database that only the overlay of a test cluster adds: production has a managed one.
        'k8s/base/kustomization.yaml': 'resources: [web.yaml]\n',
        'k8s/base/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: data }
          spec:
            podSelector: { matchExpressions: [{ key: app, operator: In, values: [db, queue] }] }
            ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }]
        `,
        'k8s/overlays/production/kustomization.yaml': 'resources: [../../base]\nnamespace: shop\n',
        'k8s/overlays/kind/kustomization.yaml': 'resources: [../../base, db.yaml]\nnamespace: shop\n',
        'k8s/overlays/kind/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: "postgres:17.6" }] } }
        `,
      },
      {
        // A target without a name is for whatever there is; what a base that is not here holds is not known.
        'k8s/kustomization.yaml': `
          resources: [web.yaml]
          patches:
            - target: { kind: StatefulSet }
              patch: '[{ op: add, path: /spec/replicas, value: 3 }]'
            - target: { kind: Deployment, name: "w.*" }
              patch: '[{ op: add, path: /spec/replicas, value: 3 }]'
        `,
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web, namespace: shop }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
        `,
      },
      {
        'base/kustomization.yaml': 'resources: [web.yaml]\n',
        'base/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec: { containers: [{ name: web, image: "acme/web:1.4", ports: [{ name: http, containerPort: 8080 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: legacy }
          spec: { type: ExternalName, externalName: legacy.example.org }
          ---
          # Somebody else fills in where it leads to.
          apiVersion: v1
          kind: Service
          metadata: { name: warehouse }
          spec: { ports: [{ port: 5432 }] }
        `,
        'prod/kustomization.yaml': `
          resources: [../base, rest.yaml]
          namePrefix: prod-
          commonLabels: { env: prod }
        `,
        'prod/rest.yaml': `
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: web }
          spec:
            rules:
              - http:
                  paths:
                    - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
                    - { path: /old, pathType: Prefix, backend: { service: { name: redirect, port: { name: use-annotation } } } }
          ---
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { minAvailable: 1, selector: { matchExpressions: [{ key: app, operator: In, values: [web, api] }] } }
          ---
          # All pods of the namespace, and a namespace of which nothing is here.
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny }
          spec: { podSelector: {}, policyTypes: [Ingress] }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 5 }
        `,
      },
      {
        // What an operator or a chart makes is in no manifest.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: search.example.org/v1
          kind: SearchEngine
          metadata: { name: search }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: search }
          spec: { selector: { app: search }, ports: [{ port: 9200 }] }
        `,
      },
    ],
  },
})

/** What is said of a patch of kustomize that finds no object, by the code of the problem. */
const PATCHES = new Map([
  ['patch-target', 'kustomize refuses to build it: '],
  [UNMATCHED, ''],
])
const PATCH_FIX =
  'Give the patch the kind, the name and the namespace that the object has in the base, before prefixes and `namespace:` are put on; `kubectl kustomize` shows what comes out.'

/**
 * Where an autoscaler finds nothing, everything still runs; where a budget or a policy does, it only protects nobody. Pods
 * without names of their own run, too, as long as nobody asks for one of them.
 */
function severityOf({ kind }: KubernetesObject, part: string): { readonly severity?: 'high' | 'medium' } {
  if (part === 'serviceName') return { severity: 'medium' }
  if (/Autoscaler$/.test(kind)) return { severity: 'high' }
  return /^(?:PodDisruptionBudget|\w*NetworkPolicy)$/.test(kind) ? { severity: 'medium' } : {}
}
