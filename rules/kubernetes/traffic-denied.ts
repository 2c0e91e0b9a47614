import type { Cluster, PodController } from '../../src/model/cluster.js'
import { passage, podPort, policiesOn } from '../../src/model/kubernetes/denied-traffic.js'
import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { workloadsById } from '../../src/model/kubernetes/replicated.js'
import { sameNamespace } from '../../src/model/kubernetes/selectors.js'
import { isMeantFor, takersOfWhole } from '../../src/model/shared-variables.js'
import type { Edge, System, Workload } from '../../src/model/system.js'
import { descend, itemsOf } from '../../src/parse/node.js'
import { defineRule } from '../../src/rule.js'
import { knownValue, type Span } from '../../src/source.js'

export default defineRule({
  id: 'kubernetes/traffic-denied',
  title: 'A network policy keeps out what a workload is there for',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Pods that a policy selects take only what some policy lets in. The Service has endpoints and the pods are healthy, but every request to them times out; without the DNS no name of another service is found.',
  fix: 'Add a policy for each connection that is needed: `ingress: [{ from: [{ podSelector: … }] }]` for pods beside it, `from: [{ namespaceSelector: … }]` for the ingress controller, and for egress port 53 (UDP and TCP) to the namespace kube-system.',
  refs: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system)
    for (const { cluster } of kubernetesDeployments(system)) {
      const doubt = mayBeUnseen(system, cluster) || cluster.objects.some(isOtherPolicy)
      for (const { workload, need } of needsOf(cluster, system, workloads)) {
        pass(workload)
        const denied = deniedBy(need, cluster)
        if (!denied) continue
        if (doubt) unverified(workload, denied.at, 'policies that no manifest shows may let the connection through')
        else
          fail(workload, denied.at, denied.what, {
            key: denied.key,
            related: [{ at: need.at, message: 'needs it' }],
          })
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny-all } #! no policy lets Ingress shop reach the pods of Deployment web on port 8080
          spec: { podSelector: {}, policyTypes: [Ingress] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: api } #! no policy lets Deployment web reach the pods of Deployment api on port 3000
          spec:
            podSelector: { matchLabels: { app: api } }
            ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 80 }] }]
        `),
      },
      {
        // The selector is that of the policy itself, not of who asks.
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: inside } #! no policy lets Ingress shop reach the pods of Deployment web
          spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: out } #! no policy lets Deployment web ask the DNS, and it needs the name of api
          spec:
            podSelector: { matchLabels: { app: web } }
            policyTypes: [Egress]
            egress: [{ to: [{ podSelector: { matchLabels: { app: api } } }] }]
        `),
      },
      {
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: out } #! no policy lets Deployment web out to the pods of Deployment api
          spec:
            podSelector: { matchLabels: { app: web } }
            policyTypes: [Egress]
            egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }] }]
        `),
      },
    ],
    good: [
      { 'k8s/shop.yaml': shop('') },
      {
        // The port is that of the pods, by name or number; several policies add up.
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny-all }
          spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: web }
          spec:
            podSelector: { matchLabels: { app: web } }
            policyTypes: [Ingress, Egress]
            ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }], ports: [{ port: 8080 }] }]
            egress:
              - { to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }], ports: [{ port: 53, protocol: UDP }] }
              - { to: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: http }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: api }
          spec:
            podSelector: { matchExpressions: [{ key: app, operator: In, values: [api] }] }
            ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 3000 }] }]
        `),
      },
      {
        // A load balancer by its addresses, a controller that runs in the same namespace, and whoever is in the cluster.
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: web }
          spec:
            podSelector: { matchLabels: { app: web } }
            ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { podSelector: { matchLabels: { app.kubernetes.io/name: ingress-nginx } } }] }]
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: api }
          spec:
            podSelector: { matchLabels: { app: api } }
            ingress: [{ from: [{ namespaceSelector: {} }] }]
        `),
      },
      {
        // All take the addresses of all, and one of them asks.
        'k8s/settings.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data: { API_URL: "http://api:80" }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: jobs }
          spec:
            selector: { matchLabels: { app: jobs } }
            template:
              metadata: { labels: { app: jobs } }
              spec: { containers: [{ name: jobs, image: "ghcr.io/acme/jobs:1.4", envFrom: [{ configMapRef: { name: settings } }] }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: mail }
          spec:
            selector: { matchLabels: { app: mail } }
            template:
              metadata: { labels: { app: mail } }
              spec: { containers: [{ name: mail, image: "ghcr.io/acme/mail:1.4", envFrom: [{ configMapRef: { name: settings } }] }] }
        `,
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: api }
          spec: { podSelector: { matchLabels: { app: api } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }] }
        `),
      },
      {
        // Of another namespace.
        'k8s/shop.yaml': shop(`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: deny-all, namespace: monitoring }
          spec: { podSelector: {}, policyTypes: [Ingress] }
        `),
      },
    ],
  },
})

/** A web server that users reach, which asks an API. */
function shop(policies: string): string {
  return `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: ghcr.io/acme/web:1.4
                    ports: [{ containerPort: 8080 }]
                    env: [{ name: API_URL, value: "http://api:80" }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4", ports: [{ name: http, containerPort: 3000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: shop }
          spec: { rules: [{ host: shop.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
          ---${policies}`
}

function isOtherPolicy({ apiVersion, kind }: Cluster['objects'][number]): boolean {
  return /Policy$/.test(kind) && /cilium|calico|policy\.networking/.test(apiVersion)
}

/** A connection that is needed. */
interface Need {
  readonly to: PodController
  readonly port: number | undefined
  /** Absent: from outside of the cluster. */
  readonly from?: PodController
  readonly who: string
  readonly at: Span
}

interface Denied {
  readonly at: Span
  readonly what: string
  readonly key: string
}

function needsOf(
  cluster: Cluster,
  system: System,
  workloads: ReadonlyMap<string, Workload>,
): readonly { readonly workload: Workload; readonly need: Need }[] {
  const routed = cluster.routes.flatMap(({ object, service: name, namespace, port, at }) =>
    cluster.services.flatMap(service => {
      if (service.object.name !== name || !sameNamespace(service.object.namespace, namespace ?? object.namespace))
        return []
      const number = knownValue(port)
      return service.controllers.map((to): Need => {
        const arrived = podPort(service, typeof number === 'number' ? number : undefined, to)
        return { to, port: arrived, who: `${object.kind} ${object.name}`, at }
      })
    }),
  )
  const byWorkload = new Map(cluster.controllers.flatMap(one => one.workloads.map(id => [id, one] as const)))
  const takers = takersOfWhole(system)
  const asked = system.edges.flatMap(edge => {
    // Who takes all of a ConfigMap that others take as well has addresses that only some of them use.
    const asker = workloads.get(edge.from.id)
    const isMeant = !edge.variable || (asker !== undefined && isMeantFor(edge.variable, asker, takers))
    return isMeant ? (needOf(edge, cluster, byWorkload) ?? []) : []
  })
  return [...routed, ...asked].flatMap(need => {
    const workload = need.to.workloads.flatMap(id => workloads.get(id) ?? []).find(one => one.pod?.part === 'main')
    return workload ? [{ workload, need }] : []
  })
}

function needOf(edge: Edge, cluster: Cluster, byWorkload: ReadonlyMap<string, PodController>): Need | undefined {
  const from = byWorkload.get(edge.from.id)
  const to = edge.answer.kind === 'workload' ? byWorkload.get(edge.answer.workload.id) : undefined
  if (!from || !to || from === to) return undefined
  const [name] = edge.host.split('.')
  const service = cluster.services.find(one => one.object.name === name && one.controllers.includes(to))
  if (!service) return undefined
  return {
    to,
    from,
    port: podPort(service, edge.port, to),
    who: `${from.object.kind} ${from.object.name}`,
    at: edge.at,
  }
}

function deniedBy(need: Need, { policies, controllers }: Cluster): Denied | undefined {
  const { to, from, port, who } = need
  const pods = `the pods of ${to.object.kind} ${to.object.name}`
  const ingress = policiesOn(to, 'ingress', policies)
  const first = telling(ingress, 'ingress')
  if (first && passage(ingress, 'ingress', from ?? 'outside', { number: port, of: to }, controllers) === 'denied') {
    const on = port === undefined ? '' : ` on port ${port}`
    return { at: first.at, what: `no policy lets ${who} reach ${pods}${on}`, key: `${who}.${to.object.name}` }
  }
  if (!from) return undefined
  const egress = policiesOn(from, 'egress', policies)
  const out = telling(egress, 'egress')
  if (!out) return undefined
  if (passage(egress, 'egress', 'dns', { number: 53 }, controllers) === 'denied')
    return {
      at: out.at,
      what: `no policy lets ${who} ask the DNS, and it needs the name of ${to.object.name}`,
      key: `${who}.dns`,
    }
  if (passage(egress, 'egress', to, { number: port, of: to }, controllers) !== 'denied') return undefined
  return { at: out.at, what: `no policy lets ${who} out to ${pods}`, key: `${who}.out.${to.object.name}` }
}

/** The policy to look at: one that lets somebody through, rather than one that is there to deny. */
function telling(
  policies: Cluster['objects'],
  direction: 'ingress' | 'egress',
): Cluster['objects'][number] | undefined {
  return policies.find(({ node }) => itemsOf(descend(node, 'spec', direction)).length > 0) ?? policies[0]
}
