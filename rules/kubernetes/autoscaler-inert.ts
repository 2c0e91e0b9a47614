import type { Autoscaler } from '../../src/model/cluster.js'
import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { scalingFaults } from '../../src/model/kubernetes/scaling.js'
import type { Deployment, Subject } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/autoscaler-inert',
  title: 'An autoscaler cannot do what it is there for',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The autoscaler is there and shows `<unknown>` as its target: under load nothing is added, and everybody believes it would be.',
  fix: 'Give every container of the pods requests for what is measured, and bounds that leave room; check with `kubectl describe hpa`.',
  refs: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      for (const autoscaler of cluster.autoscalers) {
        if (autoscaler.object.kind !== 'HorizontalPodAutoscaler') continue
        const subject = subjectOf(autoscaler, deployment)
        const faults = scalingFaults(autoscaler, system)
        for (const { part, at, message, fix } of faults) {
          // Worked against, it still scales.
          fail(subject, at, message, {
            key: part,
            fix,
            ...(part === 'replicas' ? { severity: 'medium' as const } : {}),
          })
        }
        if (faults.length > 0) continue
        if (autoscaler.controller) pass(subject)
        else if (mayBeUnseen(system, cluster))
          unverified(subject, autoscaler.target.at, 'what it scales is in no manifest')
        else implied(subject, 'kubernetes/selector-matches-nothing')
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 1 #! Deployment api is applied with 1 replicas, and HorizontalPodAutoscaler api keeps 2 to 10
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - { name: api, image: "acme/api:1.4", resources: { requests: { cpu: 500m } } }
                  - { name: shipper, image: "acme/shipper:1.4" }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: api }
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
            minReplicas: 2
            maxReplicas: 10
            metrics:
              - type: Resource
                resource:
                  name: cpu #! scales on a share of the cpu requests, and shipper of Deployment api requests none
                  target: { type: Utilization, averageUtilization: 70 }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: autoscaling/v1
          kind: HorizontalPodAutoscaler
          metadata: { name: web } #! scales on a share of the cpu requests, and web of Deployment web requests none
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
            minReplicas: 5
            maxReplicas: 3 #! has minReplicas 5 above maxReplicas 3
        `,
      },
      {
        'k8s/agent.yaml': `
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: agent }
          spec:
            selector: { matchLabels: { app: agent } }
            template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: agent, image: "acme/agent:1.4" }] } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: agent }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: DaemonSet, name: agent }, maxReplicas: 3 } #! scales DaemonSet agent
        `,
      },
    ],
    good: [
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 2
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                initContainers: [{ name: migrate, image: "acme/api:1.4" }]
                # A limit without a request is a request of the same size.
                containers: [{ name: api, image: "acme/api:1.4", resources: { limits: { cpu: "1" } } }]
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: api }
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
            minReplicas: 2
            maxReplicas: 10
            metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          # Requests per second need no request for processors.
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
            maxReplicas: 10
            metrics:
              - type: Pods
                pods: { metric: { name: requests_per_second }, target: { type: AverageValue, averageValue: "100" } }
        `,
      },
      {
        // The namespace gives requests to containers that have none.
        'k8s/web.yaml': `
          apiVersion: v1
          kind: LimitRange
          metadata: { name: defaults }
          spec: { limits: [{ type: Container, defaultRequest: { cpu: 100m } }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "acme/web:1.4" }] } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: web }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 10 }
        `,
      },
    ],
  },
})

function subjectOf({ object }: Autoscaler, deployment: Deployment): Subject {
  const place = object.namespace === undefined ? object.name : `${object.name}@${object.namespace}`
  return {
    id: `${deployment.id}/horizontalpodautoscaler/${place}`,
    kind: 'object',
    name: object.name,
    weight: 2,
    at: object.at,
    files: [object.at.path],
  }
}
