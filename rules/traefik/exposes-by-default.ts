import { exposedByDefault } from '../../src/model/traefik/dynamic.js'
import { traefiksOf } from '../../src/model/traefik/judging.js'
import { find, isOn, textAt } from '../../src/model/traefik/settings.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/exposes-by-default',
  title: 'Traefik routes to every container that does not refuse',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.8,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The Docker provider makes a route for each container, databases and tools included, unless exposedByDefault is off: whoever sends the right Host header reaches them through the public port.',
  fix: 'Set `--providers.docker.exposedbydefault=false`, and label what is meant to be public with `traefik.enable=true`.',
  refs: ['https://doc.traefik.io/traefik/v3.3/providers/docker/#exposedbydefault'],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden } of traefiksOf(system)) {
      const provider = ['docker', 'swarm'].find(name => isOn(settings, 'providers', name))
      if (!provider) {
        if (hidden) unverified(proxy, hidden, hidden.because)
        continue
      }
      const exposed = exposedByDefault(settings)
      const isConstrained = textAt(settings, 'providers', provider, 'constraints') !== undefined
      const section = find(settings, 'providers', provider)
      if (exposed?.known === false) unverified(proxy, exposed, 'exposedByDefault is set outside the repository')
      else if (exposed?.value === false || isConstrained) pass(proxy)
      else if (hidden) unverified(proxy, hidden, hidden.because)
      else {
        const at = find(section, 'exposedbydefault')?.at ?? section?.at ?? proxy.at
        fail(proxy, at, `${proxy.name} makes a route for every container of the host (exposedByDefault is true)`)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --providers.docker #! edge makes a route for every container of the host (exposedByDefault is true)
                - --entrypoints.web.address=:80
            other:
              image: traefik:v2.11
              environment:
                TRAEFIK_PROVIDERS_DOCKER: "true"
                TRAEFIK_PROVIDERS_DOCKER_EXPOSEDBYDEFAULT: "true" #! other makes a route for every container
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", volumes: ["./traefik.yml:/traefik.yml"] }
        `,
        'traefik.yml': `
          providers:
            docker: {} #! edge makes a route for every container of the host
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker=true", "--providers.docker.exposedByDefault=false"] }
            some: { image: "traefik:v3.5", command: ["--providers.docker", "--providers.docker.constraints=Label(\`stage\`,\`live\`)"] }
            files: { image: "traefik:v3.5", command: ["--providers.file.directory=/etc/traefik/dynamic"] }
        `,
      },
    ],
  },
})
