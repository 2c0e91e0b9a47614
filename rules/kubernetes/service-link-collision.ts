import type { ClusterService } from '../../src/model/cluster.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue, type Span } from '../../src/source.js'

/** Images that end when they find a variable that a Service of that name sets. */
const REFUSED: readonly { readonly image: RegExp; readonly variable: string; readonly says: string }[] = [
  // https://github.com/confluentinc/kafka-images/blob/master/kafka/include/etc/confluent/docker/configure
  {
    image: /(?:^|\/)confluentinc\/cp-(?:kafka|server)$/,
    variable: 'KAFKA_PORT',
    says: 'ends with "port is deprecated. Please use KAFKA_ADVERTISED_LISTENERS instead."',
  },
  // https://github.com/confluentinc/schema-registry-images/blob/master/schema-registry/include/etc/confluent/docker/configure
  {
    image: /(?:^|\/)confluentinc\/cp-schema-registry$/,
    variable: 'SCHEMA_REGISTRY_PORT',
    says: 'ends with "PORT is deprecated. Please use SCHEMA_REGISTRY_LISTENERS instead."',
  },
]

export default defineRule({
  id: 'kubernetes/service-link-collision',
  title: 'The name of a Service sets a variable that means something else to a container',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Kubernetes gives each pod variables for all Services of its namespace, as Docker links did: a Service called redis sets REDIS_PORT to tcp://10.0.0.11:6379. What expects the number 6379 there does not start, or connects to a port that is none; and only in the cluster, never on the machine of a developer.',
  fix: 'Set `enableServiceLinks: false` in the spec of the pod, or set the variable itself: what `env` says goes first.',
  refs: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
    'https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables',
  ],
  reads: ['kubernetes', 'source'],
  check({ system, pass, fail }) {
    const services = servicesByDeployment(system)
    for (const workload of system.workloads) {
      for (const { variable, says, read } of expectedBy(workload, system)) {
        const service = services.get(workload.deployment)?.find(one => isLinked(one, variable, workload))
        if (!service) continue
        if (!workload.pod?.linksServices || (read && workload.environment.has(variable))) {
          pass(workload)
          continue
        }
        // A ConfigMap or Secret from elsewhere may hold it.
        if (read && workload.environmentFiles?.some(file => !file.present)) continue
        const { name, at } = service.object
        const port = knownValue(service.ports[0]?.port) ?? '<port>'
        fail(
          workload,
          workload.at,
          `the Service ${name} sets ${variable} of ${workload.name} to tcp://<address>:${port}, and ${says}`,
          {
            key: variable,
            fix: read
              ? `Set \`enableServiceLinks: false\` in the spec of the pod, or \`${variable}\` in its \`env\`.`
              : 'Set `enableServiceLinks: false` in the spec of the pod, or give the Service another name.',
            related: [
              { at, message: `the Service ${name}` },
              ...(read ? [{ at: read, message: `${variable} is read here` }] : []),
            ],
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api #! the Service redis sets REDIS_PORT of api to tcp://<address>:6379, and its code takes it for a port
                    image: ghcr.io/acme/api:1.4.0
                    env: [{ name: REDIS_HOST, value: redis }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: redis }
          spec: { selector: { app: redis }, ports: [{ port: 6379 }] }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/.dockerignore': '.env',
        'api/server.js': `
          const Redis = require('ioredis')
          const redis = new Redis({ host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT ?? 6379) })
          require('http').createServer(async (request, response) => response.end(await redis.get('a'))).listen(3000)
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: auth, namespace: shop }
          spec:
            selector: { matchLabels: { app: auth } }
            template:
              metadata: { labels: { app: auth } }
              spec:
                containers:
                  - { name: auth, image: "ghcr.io/acme/auth:1.4.0" } #! the Service auth-service sets AUTH_SERVICE_PORT of auth
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: auth-service, namespace: shop }
          spec: { selector: { app: auth }, ports: [{ port: 8000 }] }
        `,
        'auth/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["python", "main.py"]
        `,
        'auth/.dockerignore': '.env',
        'auth/main.py': `
          import os
          import uvicorn
          from fastapi import FastAPI
          app = FastAPI()
          uvicorn.run(app, port=int(os.environ.get("AUTH_SERVICE_PORT", "8000")))
        `,
      },
      {
        'k8s/kafka.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: kafka }
          spec:
            serviceName: kafka
            selector: { matchLabels: { app: kafka } }
            template:
              metadata: { labels: { app: kafka } }
              spec:
                containers:
                  - { name: kafka, image: "confluentinc/cp-kafka:7.9.2" } #! the Service kafka sets KAFKA_PORT of kafka to tcp://<address>:9092, and its image ends with "port is deprecated
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: kafka }
          spec: { selector: { app: kafka }, ports: [{ port: 9092 }] }
        `,
      },
    ],
    good: [
      {
        // Without links; with the variable in env; from a Service without an address, or of another namespace.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                enableServiceLinks: false
                containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                containers:
                  - name: worker
                    image: ghcr.io/acme/api:1.4.0
                    env: [{ name: REDIS_PORT, value: "6379" }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: redis }
          spec: { selector: { app: redis }, ports: [{ port: 6379 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec: { clusterIP: None, selector: { app: db }, ports: [{ port: 5432 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: mail, namespace: other }
          spec: { selector: { app: mail }, ports: [{ port: 25 }] }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/.dockerignore': '.env',
        'api/server.js': `
          const ports = [process.env.REDIS_PORT, process.env.DB_PORT, process.env.MAIL_PORT]
          require('http').createServer((request, response) => response.end(ports.join())).listen(3000)
        `,
      },
      {
        // What is no number is left for the default, or is taken apart as the link that it is.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: kafka }
          spec:
            serviceName: kafka
            selector: { matchLabels: { app: kafka } }
            template:
              metadata: { labels: { app: kafka } }
              spec:
                enableServiceLinks: false
                containers: [{ name: kafka, image: "confluentinc/cp-kafka:7.9.2" }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: redis }
          spec: { selector: { app: redis }, ports: [{ port: 6379 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: kafka }
          spec: { selector: { app: kafka }, ports: [{ port: 9092 }] }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/.dockerignore': '.env',
        'api/server.js': `
          const port = parseInt(process.env.REDIS_PORT, 10) || 6379
          const broker = require('./broker')
          require('http').createServer((request, response) => response.end(port + broker)).listen(3000)
        `,
        'api/broker.js': `
          module.exports = (process.env.KAFKA_PORT ?? 'tcp://kafka:9092').replace(/^tcp:/, '')
        `,
      },
    ],
  },
})

interface Expected {
  readonly variable: string
  /** What becomes of it, as the end of a sentence. */
  readonly says: string
  /** Where code reads it. */
  readonly read?: Span
}

/** The variables that a container takes for something else than a link. */
function expectedBy({ id, image, pod }: Workload, { services }: System): readonly Expected[] {
  if (!pod) return []
  const repository = knownValue(image?.origin === 'pulled' ? image.reference : undefined)?.repository ?? ''
  const refused = REFUSED.filter(one => one.image.test(repository)).map(({ variable, says }) => ({
    variable,
    says: `its image ${says}`,
  }))
  const own = services.filter(({ workloads }) => workloads.some(workload => workload.id === id))
  return [
    ...refused,
    ...own.flatMap(({ variables }) =>
      variables.ports.map(({ variable, at }) => ({ variable, says: 'its code takes it for a port', read: at })),
    ),
  ]
}

function servicesByDeployment(system: System): ReadonlyMap<string, readonly ClusterService[]> {
  return new Map(kubernetesDeployments(system).map(({ deployment, cluster }) => [deployment.id, cluster.services]))
}

/** Whether a Service has an address that is given to the pods of a workload under that name. */
function isLinked({ object, type, headless, ports }: ClusterService, variable: string, { pod }: Workload): boolean {
  if (headless || type === 'ExternalName' || type === 'unknown' || ports.length === 0) return false
  const name = `${object.name.toUpperCase().replaceAll('-', '_')}_PORT`
  return name === variable && object.namespace === pod?.namespace
}
