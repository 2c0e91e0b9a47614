import { routesIn } from '../../src/model/open-routes.js'
import { wordsFor } from '../../src/model/platform-words.js'
import type { PublishedPort, System, Workload } from '../../src/model/system.js'
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
        const way = open ? undefined : wayTo(tool, system)
        const where = open ? `, published ${placeOf(open)}` : way ? `, ${way.text}` : ''
        fail(
          deployment,
          open ?? tool,
          `${tool.name} (${tool.software?.name ?? 'a development tool'}) is deployed with production${where}`,
          {
            key: tool.name,
            severity: open || way?.open ? 'high' : 'medium',
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
            edge: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
            pgadmin: { image: "dpage/pgadmin4:9.5" } #! pgadmin (pgAdmin) is deployed with production, reached through location /pgadmin/
            queues: { image: "mher/flower:2.0" } #! queues (Flower) is deployed with production, behind what location /flower/ asks for
            adminer: #! adminer (Adminer) is deployed with production, routed by Traefik behind a middleware
              image: adminer:5.3.0
              labels: { traefik.enable: "true", traefik.http.routers.adminer.rule: "Host(\`db.acme.com\`)", traefik.http.routers.adminer.middlewares: "auth@file" }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
            location /pgadmin/ { proxy_pass http://pgadmin:80; }
            location /flower/ { auth_basic "queues"; auth_basic_user_file /etc/nginx/users; proxy_pass http://queues:5555; }
          }
        `,
      },
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

interface Way {
  readonly text: string
  /** Nobody is asked on it before the tool itself. */
  readonly open: boolean
}

/** How users come to a tool through a proxy; the way that asks them least. */
function wayTo(tool: Workload, system: System): Way | undefined {
  const ways = routesIn(system, tool, () => true)
  const first = ways.find(({ guard }) => guard === 'none') ?? ways[0]
  if (first && first.guard !== 'unknown') {
    const open = first.guard === 'none'
    return { text: open ? `reached through ${first.through}` : `behind what ${first.through} asks for`, open }
  }
  const labels = [...tool.labels].filter(([label]) => /^traefik\.http\.routers\./i.test(label))
  if (labels.length === 0)
    return tool.pod?.routed === true
      ? { text: 'reached from outside through an Ingress or a route', open: true }
      : undefined
  const asks = labels.some(
    ([label, { value }]) => /\.middlewares$/i.test(label) && (!value.known || ASKING.test(value.value)),
  )
  return { text: asks ? 'routed by Traefik behind a middleware' : 'routed by Traefik', open: !asks }
}

/** Names of middlewares that ask for a login or an address. */
const ASKING =
  /auth|login|sso|oidc|allow-?list|white-?list|secure|protect|admin|users|internal|private|vpn|(?:^|[-_])ip(?:[-_@,]|$)/i

function isReachable(port: PublishedPort): boolean {
  return port.reach !== 'loopback'
}

function placeOf({ host, by }: PublishedPort): string {
  if (by) return `by the ${by.kind === 'hostPort' ? 'host port' : `${by.kind} Service`} of ${by.name}`
  return host?.known ? `on port ${host.value}` : 'on a host port'
}
