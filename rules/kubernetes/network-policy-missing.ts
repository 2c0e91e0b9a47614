import type { Cluster, PodController } from '../../src/model/cluster.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { sameNamespace } from '../../src/model/kubernetes/selectors.js'
import type { Deployment, Subject, System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/network-policy-missing',
  title: 'No network policy protects a namespace',
  category: 'security',
  severity: 'low',
  confidence: 'A',
  security: 3.5,
  since: '0.1.0',
  effort: 'hours',
  why: 'Without a policy every pod of the cluster reaches every other, the database included: one that is broken into is a door to all.',
  fix: 'Add a NetworkPolicy that denies everything (`podSelector: {}`, `policyTypes: [Ingress]`), and one for each connection that is needed.',
  refs: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      for (const [namespace, first] of namespacesOf(cluster)) {
        const subject = subjectOf(namespace, first, deployment)
        const where =
          namespace === undefined ? `the namespace that ${deployment.name} is applied to` : `the namespace ${namespace}`
        if (isProtected(namespace, system)) pass(subject)
        else if (!cluster.complete) unverified(subject, first.object.at, 'a part of what is applied is not known')
        else fail(subject, first.object.at, `no network policy says who may reach the pods of ${where}`)
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web, namespace: shop } #! no network policy says who may reach the pods of the namespace shop
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny, namespace: other }
          spec: { podSelector: {}, policyTypes: [Ingress] }
        `,
      },
    ],
    good: [
      {
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
        `,
        'k8s/policies/deny.yaml': `
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny }
          spec: { podSelector: {}, policyTypes: [Ingress] }
        `,
      },
      {
        // Other networks have policies of their own.
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web, namespace: shop }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: cilium.io/v2
          kind: CiliumClusterwideNetworkPolicy
          metadata: { name: deny }
          spec: { endpointSelector: {}, ingress: [{}] }
        `,
      },
    ],
  },
})

/** Each namespace with pods, and the first that makes some. */
function namespacesOf({ controllers }: Cluster): ReadonlyMap<string | undefined, PodController> {
  const found = new Map<string | undefined, PodController>()
  for (const controller of controllers) {
    if (!found.has(controller.object.namespace)) found.set(controller.object.namespace, controller)
  }
  return found
}

/** Policies of network plugins for one namespace, and for all. */
const OTHER_POLICIES = /^(?:CiliumNetworkPolicy|NetworkPolicy)$/
const GLOBAL_POLICIES =
  /^(?:CiliumClusterwideNetworkPolicy|GlobalNetworkPolicy|AdminNetworkPolicy|BaselineAdminNetworkPolicy|ClusterNetworkPolicy)$/

function isProtected(namespace: string | undefined, { clusters }: System): boolean {
  return clusters.some(
    ({ policies, objects }) =>
      policies.some(
        ({ object, controllers }) => controllers.length > 0 && sameNamespace(object.namespace, namespace),
      ) ||
      objects.some(
        ({ apiVersion, kind, namespace: own }) =>
          GLOBAL_POLICIES.test(kind) ||
          (OTHER_POLICIES.test(kind) && !apiVersion.startsWith('networking.k8s.io/') && sameNamespace(own, namespace)),
      ),
  )
}

function subjectOf(namespace: string | undefined, first: PodController, deployment: Deployment): Subject {
  return {
    id: `${deployment.id}/namespace/${namespace ?? ''}`,
    kind: 'object',
    name: namespace ?? deployment.name,
    weight: 2,
    at: first.object.at,
    files: deployment.files,
  }
}
