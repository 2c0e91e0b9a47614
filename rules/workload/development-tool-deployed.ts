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
        const routed = [...tool.labels.keys()].some(label => /^traefik\.http\.routers\./i.test(label))
        const where = open ? `, published on ${portName(open)}` : routed ? ', routed by Traefik' : ''
        fail(
          deployment,
          open ?? tool,
          `${tool.name} (${tool.software?.name ?? 'a development tool'}) is deployed with production${where}`,
          {
            key: tool.name,
            severity: open || routed ? 'high' : 'medium',
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

function portName(port: PublishedPort): string {
  return port.host?.known ? `port ${port.host.value}` : 'a host port'
}
