import type { Deployment, System, Workload } from '../../src/model/system.js'
import { type Files, systemOf, workload } from './model.js'

/** A Deployment of one container, `api`, with these settings of the container and of its pod. */
export function deployment(container = '', pod = '', spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
${indent(spec, 2)}
  template:
    metadata: { labels: { app: api } }
    spec:
${indent(pod, 6)}
      containers:
        - name: api
          image: ghcr.io/acme/api:1.4.0
${indent(container, 10)}
`
}

/** The system of one file of manifests, each a document, and of what lies beside it. */
export function systemOfManifests(manifests: readonly string[], files: Files = {}): System {
  return systemOf({ 'k8s/all.yaml': manifests.join('\n---\n'), ...files })
}

/** The only workload of `deployment(...)`. */
export function container(settings: string, pod = '', others: readonly string[] = [], files: Files = {}): Workload {
  return workload(systemOfManifests([deployment(settings, pod), ...others], files), 'api')
}

/** The first production deployment on Kubernetes. */
export function kubernetesOf(system: System): Deployment {
  const found = system.deployments.find(one => one.platform === 'kubernetes')
  if (!found) throw new Error('no deployment on Kubernetes')
  return found
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}
