import { apiVerdict } from '../../src/knowledge/kubernetes/apis.js'
import { definedKinds } from '../../src/model/kubernetes/custom.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/api-removed',
  title: 'A manifest uses an API that Kubernetes does not serve',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The API server answers "no matches for kind" and applies nothing of the object: the deployment fails, or goes through without it.',
  fix: 'Write the `apiVersion` that serves the kind today and adapt the fields that changed with it; `kubectl convert -f <file> --output-version <apiVersion>`, a plugin of kubectl, does both.',
  refs: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    'https://kubernetes.io/docs/reference/kubernetes-api/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail }) {
    const custom = definedKinds(system.clusters)
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      pass(deployment)
      for (const { apiVersion, kind, name, namespace, apiVersionAt, kindAt } of cluster.objects) {
        const verdict = apiVerdict(apiVersion, kind)
        if (custom.has(`${apiVersion.split('/')[0]} ${kind}`)) continue
        const key = [apiVersion, kind, namespace ?? '', name].join('.')
        if (verdict.state === 'removed') {
          fail(
            deployment,
            apiVersionAt,
            `${kind} ${name}: ${apiVersion} is not served since Kubernetes ${verdict.since}`,
            {
              key,
              fix: fixOf(kind, verdict.instead),
            },
          )
        } else if (verdict.state === 'unknown') {
          const at = verdict.instead === undefined ? kindAt : apiVersionAt
          fail(deployment, at, `${kind} ${name}: there is no ${kind} in ${apiVersion}`, {
            key,
            fix: verdict.instead === undefined ? NO_SUCH_KIND : fixOf(kind, verdict.instead),
          })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/web.yaml': `
          apiVersion: extensions/v1beta1 #! Deployment web: extensions/v1beta1 is not served since Kubernetes 1.16
          kind: Deployment
          metadata: { name: web }
          spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } } }
          ---
          apiVersion: networking.k8s.io/v1beta1 #! is not served since Kubernetes 1.22
          kind: Ingress
          metadata: { name: web }
          spec: { backend: { serviceName: web, servicePort: 80 } }
          ---
          apiVersion: autoscaling/v1
          kind: Schedule #! there is no Schedule in autoscaling/v1
          metadata: { name: nightly }
          spec: { schedule: "0 22 * * *", replicas: 2 }
          ---
          apiVersion: v1 #! there is no Deployment in v1
          kind: Deployment
          metadata: { name: api }
          spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } } }
        `,
      },
      {
        'kustomization.yaml': `
          resources: [budget.yaml]
          namePrefix: prod-
        `,
        'budget.yaml': `
          apiVersion: policy/v1beta1 #! PodDisruptionBudget prod-web: policy/v1beta1 is not served since Kubernetes 1.25
          kind: PodDisruptionBudget
          metadata: { name: web }
          spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
        `,
      },
    ],
    good: [
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } },
            spec: { containers: [{ name: web, image: "acme/web:1.4" }] } } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 5 }
          ---
          # Custom groups are another's, whatever they are called, and so is what a cluster may know that is newer than this.
          apiVersion: gateway.networking.k8s.io/v1beta1
          kind: HTTPRoute
          metadata: { name: web }
          ---
          apiVersion: keda.sh/v1alpha1
          kind: ScaledObject
          metadata: { name: web }
          ---
          apiVersion: scheduling.k8s.io/v1alpha9
          kind: Gang
          metadata: { name: web }
        `,
      },
      {
        // An aggregated or custom API may live in a group that looks built in.
        'k8s/crd.yaml': `
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata: { name: schedules.autoscaling }
          spec: { group: autoscaling, names: { kind: Schedule, plural: schedules }, scope: Namespaced, versions: [] }
          ---
          apiVersion: autoscaling/v1
          kind: Schedule
          metadata: { name: nightly }
        `,
      },
    ],
  },
})

const NO_SUCH_KIND =
  'Correct the kind, or use what does this: `kubectl api-resources` lists the kinds of a cluster. Scaling on a schedule is a `cron` trigger of KEDA (`keda.sh/v1alpha1`, ScaledObject) or a CronJob that runs `kubectl scale`.'

function fixOf(kind: string, instead: string | undefined): string {
  if (kind === 'PodSecurityPolicy')
    return 'Remove it and label the namespaces instead: `pod-security.kubernetes.io/enforce: restricted` (https://kubernetes.io/docs/concepts/security/pod-security-admission/).'
  if (instead === undefined) return 'Remove it: nothing takes its place.'
  return `Write \`apiVersion: ${instead}\` and adapt the fields that changed with it; \`kubectl convert -f <file> --output-version ${instead}\`, a plugin of kubectl, does both.`
}
