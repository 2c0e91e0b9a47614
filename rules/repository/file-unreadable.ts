import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'repository/file-unreadable',
  title: 'A file of the deployment cannot be parsed',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The tool that deploys it refuses the file as well, and nothing that it declares can be verified here.',
  fix: 'Correct the place that is shown; `docker compose config --quiet` and `docker build --check .` say the same without starting anything.',
  refs: ['https://docs.docker.com/reference/cli/docker/compose/config/', 'https://yaml.org/spec/1.2.2/'],
  reads: ['compose', 'kubernetes', 'pm2', 'platform', 'dockerfile', 'dotenv', 'prometheus'],
  check({ system, pass, fail }) {
    if (system.workloads.length + system.images.length + system.unreadable.length === 0) return
    pass(system.repository)
    for (const { path, format, problems, production } of system.unreadable) {
      const [first, ...rest] = problems
      // nginx/configuration-rejected says it of those, reason by reason.
      if (format === 'nginx' && production && first?.code === undefined) continue
      const at = first?.at ?? { path, start: 0, end: 0 }
      const more = rest.length > 0 ? ` (and ${rest.length} more)` : ''
      fail(
        system.repository,
        at,
        `${path} is not readable as ${NAMES[format] ?? format}: ${first?.message ?? 'it is empty'}${more}`,
        { key: path, severity: production ? 'high' : 'medium' },
      )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
             restart: always #! compose.yaml is not readable as Compose
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: "ghcr.io/acme/api:1.4.0"
        `,
        'docs/notes.yaml': `
          a: [not a file of any deployment
        `,
      },
    ],
  },
})

const NAMES: Readonly<Record<string, string>> = {
  caddy: 'Caddyfile',
  compose: 'Compose',
  dockerfile: 'Dockerfile',
  dotenv: '.env file',
  kubernetes: 'Kubernetes manifest',
  platform: 'configuration of a platform',
  prometheus: 'YAML for Prometheus, Alertmanager, Grafana or a collector',
}
