import { clusterMode } from '../../src/model/pm2/cluster-mode.js'
import type { System, Workload } from '../../src/model/system.js'
import { hasTwin } from '../../src/model/twins.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'workload/single-replica',
  title: 'A user-facing workload runs as a single instance',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'With one instance every deploy, crash and slow start is an outage that users see, and there is no room to grow but a bigger machine.',
  fix: 'Put a proxy in front and run at least two: `deploy.replicas: 2` without `container_name` and without a fixed host port (Compose), `replicas: 2` with a disruption budget (Kubernetes).',
  refs: [
    'https://docs.docker.com/reference/compose-file/deploy/#replicas',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role !== 'user-facing' || workload.stateful) continue
      // One on each node.
      if (workload.pod?.kind === 'DaemonSet') {
        pass(workload)
        continue
      }
      // One for each processor of the host.
      if (workload.platform === 'pm2' && workload.pm2?.perProcessor) {
        pass(workload)
        continue
      }
      const replicas = workload.autoscaledFrom ?? workload.replicas
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because)
      else if ((replicas?.value ?? 1) >= 2 || hasTwin(workload, system)) pass(workload)
      else {
        // One host is often the plan with plain Compose, and always with PM2: worth knowing, not worth a scare.
        const severity = workload.platform === 'compose' || workload.platform === 'pm2' ? 'low' : 'medium'
        fail(workload, replicas ?? workload.pod ?? workload, `${workload.name} serves users with a single instance`, {
          severity,
          ...sharedFirst(workload, system),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api serves users with a single instance
              image: ghcr.io/acme/api:1.4.0
              ports: ["8080:8080"]
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/main.js', env: { PORT: 3000 } }, //! api serves users with a single instance
            ],
          }
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            replicas: 1 #! api serves users with a single instance
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ containerPort: 8080 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            type: LoadBalancer
            selector: { app: api }
            ports: [{ port: 80, targetPort: 8080 }]
        `,
        'k8s/web.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: 
            name: web #! web serves users with a single instance
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: ghcr.io/acme/web:1.4.0
                    ports: [{ containerPort: 8080 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec:
            selector: { app: web }
            ports: [{ port: 80, targetPort: 8080 }]
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: web }
          spec:
            defaultBackend: { service: { name: web, port: { number: 80 } } }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: other }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: other }, minReplicas: 3, maxReplicas: 5 }
        `,
      },
    ],
    good: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/main.js', instances: 'max', exec_mode: 'cluster', env: { PORT: 3000 } },
              { name: 'web', script: 'server.js', instances: 2, env: { PORT: 3001 } },
              { name: 'mailer', script: 'dist/mailer.js' },
              ...[1, 2].map(n => ({ name: \`shop-\${n}\`, script: 'shop.js', env: { PORT: 4000 + n } })),
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.29.1", ports: ["80:80"] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["8080-8082:8080"], deploy: { replicas: 3 } }
            worker: { image: "ghcr.io/acme/worker:1.4.0" }
            admin: { image: "ghcr.io/acme/admin:1.4.0", ports: ["127.0.0.1:9000:9000"] }
        `,
      },
      {
        // Instances written out one by one are instances too.
        'compose.yaml': `
          services:
            api-1: { image: "ghcr.io/acme/api:1.4.0", ports: ["8081:8080"] }
            api-2: { image: "ghcr.io/acme/api:1.4.0", ports: ["8082:8080"] }
        `,
      },
      {
        // An autoscaler keeps three; what only the cluster reaches may be one.
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ containerPort: 8080 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            type: LoadBalancer
            selector: { app: api }
            ports: [{ port: 80, targetPort: 8080 }]
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: api }
          spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, minReplicas: 3, maxReplicas: 5 }
        `,
        'k8s/inner.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: inner }
          spec:
            selector: { matchLabels: { app: inner } }
            template:
              metadata: { labels: { app: inner } }
              spec:
                containers:
                  - name: inner
                    image: ghcr.io/acme/inner:1.4.0
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: inner }
          spec:
            selector: { app: inner }
            ports: [{ port: 80, targetPort: 8080 }]
        `,
      },
    ],
  },
})

/** What keeps data on a volume of its own cannot simply be started twice. */
function sharedFirst(workload: Workload, system: System): { readonly fix?: string } {
  const { name, mounts, platform } = workload
  if (platform === 'pm2')
    return {
      fix: `Start several that share the port: ${clusterMode(workload)}; \`pm2 reload\` then replaces one after the other.`,
    }
  const kept = mounts.find(
    mount =>
      !mount.readOnly && mount.target.known && (mount.type === 'volume' || mount.type === 'claim' || isData(mount)),
  )
  const path = kept?.target.known ? kept.target.value : undefined
  if (path === undefined || /node_modules|cache|vendor|target$/.test(path))
    return platform === 'kubernetes'
      ? {
          fix: 'Set `replicas: 2` (with an autoscaler `minReplicas: 2`), and add a PodDisruptionBudget, so that a drained node never takes both.',
        }
      : { fix: manyBehindProxy(workload, proxyBefore(workload, system)) }
  return {
    fix: `Move what ${name} keeps in ${path} to a store that several instances can share (object storage, a database), then run two behind a proxy. Software that can only run once stays alone: accept this with that reason.`,
  }
}

/** The name of the proxy that leads requests to it, and what that finds containers by. */
function proxyBefore(workload: Workload, { edges }: System): { name: string; byLabel: boolean } | undefined {
  const edge = edges.find(
    ({ via, answer, from }) =>
      (via === 'proxy' || via === 'label') &&
      answer.kind === 'workload' &&
      answer.workload.id === workload.id &&
      from.kind === 'workload',
  )
  return edge && { name: edge.from.name, byLabel: edge.via === 'label' }
}

/** What stands in the way of a second container, and the line that asks for it. */
function manyBehindProxy(workload: Workload, proxy: ReturnType<typeof proxyBefore>): string {
  const { name, fixedName, published, platform } = workload
  if (platform === 'swarm')
    return `Add \`deploy: { replicas: 2 }\` to ${name}: the swarm spreads requests over both, whether they come by its name or through a published port.`
  const obstacles = [
    ...(fixedName ? ['`container_name`'] : []),
    ...(published.some(({ host, hostEnd }) => host !== undefined && hostEnd === undefined) ? ['its host port'] : []),
  ]
  const first = obstacles.length > 0 ? `take ${listOf(obstacles)} away, and then ` : ''
  const then = `${first}add \`deploy: { replicas: 2 }\``
  if (!proxy)
    return `Put a proxy in front of ${name}, ${then}: Docker's name service gives the proxy the addresses of both.`
  const so = `${then.charAt(0).toUpperCase()}${then.slice(1)}`
  return proxy.byLabel
    ? `${so} to ${name}: ${proxy.name} finds both by their labels.`
    : `${so} to ${name}: Docker's name service gives ${proxy.name} the addresses of both.`
}

/** A folder of the host that is called after data: code and configuration are mounted as well. */
function isData({ type, target, source }: Workload['mounts'][number]): boolean {
  const names = [source, target].map(one => (one?.known ? one.value : ''))
  return (
    type === 'bind' &&
    names.some(name => /(?:^|[./_-])(?:data|storage|uploads?|media|sessions?|state|files)\/?$/i.test(name))
  )
}
