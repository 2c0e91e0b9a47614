import { wordsFor } from '../../src/model/platform-words.js'
import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/development-tool-deployed',
  title: 'A development tool is part of the production deployment',
  category: 'security',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  security: 6.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Database browsers, queue consoles and mail catchers give full access to data, are rarely updated, and are not needed to serve users.',
  fix: 'Put the service behind a profile (`profiles: [tools]`, then `docker compose --profile tools up`) or move it to the override file; if it must run, bind it to 127.0.0.1.',
  refs: ['https://docs.docker.com/compose/how-tos/profiles/'],
  check({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== 'production') continue
      const tools = system.workloads.filter(workload => workload.deployment === deployment.id && isTool(workload))
      // Where nothing but tools is deployed, the tool is the system.
      pass(deployment)
      if (tools.length === deployment.workloads.length) continue
      for (const tool of tools) {
        const open = tool.published.find(isReachable)
        if (tool.published.length > 0 && !open) continue
        const byLabel = [...tool.labels.keys()].some(label => /^traefik\.http\.routers\./i.test(label))
        const routed = byLabel || tool.pod?.routed === true
        const router = byLabel ? 'routed by Traefik' : 'reached from outside through an Ingress or a route'
        const where = open ? `, published ${placeOf(open)}` : routed ? `, ${router}` : ''
        fail(
          deployment,
          open ?? tool,
          `${tool.name} (${tool.software?.name ?? 'a development tool'}) is deployed with production${where}`,
          {
            key: tool.name,
            severity: open || routed ? 'high' : 'medium',
            ...wordsFor(tool, {
              swarm: {
                fix: `Take ${tool.name} out of the stack file (a stack has no profiles, and ignores an address before a port), and start it by hand on the network of the stack for the hour that somebody needs it.`,
              },
              kubernetes: {
                fix: `Take ${tool.name} out of what production applies. Who needs it for an hour can start it by hand and reach it with \`kubectl port-forward\`.`,
              },
            }),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            adminer:
              image: adminer:5.3.0
              ports:
                - "8080:8080" #! adminer (Adminer) is deployed with production, published on port 8080
            mail: #! mail (Mailpit) is deployed with production
              image: axllent/mailpit:v1.27
        `,
      },
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
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: adminer }
          spec:
            selector: { matchLabels: { app: adminer } }
            template:
              metadata: { labels: { app: adminer } }
              spec:
                containers:
                  - name: adminer
                    image: adminer:5.3.0
                    ports: [{ containerPort: 8080 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: adminer }
          spec:
            type: LoadBalancer #! adminer (Adminer) is deployed with production, published by the LoadBalancer Service of adminer
            selector: { app: adminer }
            ports: [{ port: 80, targetPort: 8080 }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: mongo-express }
          spec:
            selector: { matchLabels: { app: mongo-express } }
            template:
              metadata: { labels: { app: mongo-express } }
              spec:
                containers:
                  - name: mongo-express #! mongo-express (mongo-express) is deployed with production
                    image: mongo-express:1.0.2
                    ports: [{ containerPort: 8081 }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            adminer: { image: "adminer:5.3.0", profiles: [tools], ports: ["8080:8080"] }
            kafka-ui: { image: "ghcr.io/kafbat/kafka-ui:v1.2.0", ports: ["127.0.0.1:8081:8080"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            portainer: { image: "portainer/portainer-ce:2.33.0", ports: ["9443:9443"] }
        `,
      },
    ],
  },
})

function isTool(workload: Workload): boolean {
  return workload.software?.kind === 'admin-tool' || workload.software?.kind === 'development-tool'
}

function isReachable(port: PublishedPort): boolean {
  return port.reach !== 'loopback'
}

function placeOf({ host, by }: PublishedPort): string {
  if (by) return `by the ${by.kind === 'hostPort' ? 'host port' : `${by.kind} Service`} of ${by.name}`
  return host?.known ? `on port ${host.value}` : 'on a host port'
}
