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
  fix: 'Correct the place that is shown, and let the program that reads it check the file before it is deployed, such as `docker compose config --quiet` or `docker build --check .`.',
  refs: ['https://docs.docker.com/reference/cli/docker/compose/config/', 'https://yaml.org/spec/1.2.2/'],
  reads: ['compose', 'kubernetes', 'pm2', 'platform', 'dockerfile', 'dotenv', 'settings', 'prometheus'],
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
        `${path} is not readable as ${FORMATS[format]?.name ?? format}: ${first?.message ?? 'it is empty'}${more}`,
        { key: path, severity: production ? 'high' : 'medium', fix: fixOf(format, path) },
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
      {
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'src/main/resources/application.yml': `
          spring:
            datasource:
              password: \${DB_PASSWORD}
             username: shop #! src/main/resources/application.yml is not readable as YAML
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
        // What ERB fills in is no YAML before.
        'config/database.yml': `
          <% if ENV['DATABASE_URL'] %>
          production: { password: <%= ENV['PASSWORD'] %> }
          <% end %>
        `,
      },
    ],
  },
})

/** How a format is called, and what reads a file of it without starting anything. */
const FORMATS: Readonly<Record<string, { readonly name?: string; readonly check?: (path: string) => string }>> = {
  // https://caddyserver.com/docs/command-line#caddy-validate
  caddy: { name: 'Caddyfile', check: path => `caddy validate --adapter caddyfile --config ${path}` },
  // https://docs.docker.com/reference/cli/docker/compose/config/
  compose: { name: 'Compose', check: path => `docker compose -f ${path} config --quiet` },
  // https://docs.docker.com/build/checks/
  dockerfile: { name: 'Dockerfile', check: path => `docker build --check -f ${path} .` },
  dotenv: { name: '.env file' },
  // https://docs.haproxy.org/3.2/management.html#3
  haproxy: { check: path => `haproxy -c -f ${path}` },
  // https://kubernetes.io/docs/reference/kubectl/generated/kubectl_apply/
  kubernetes: { name: 'Kubernetes manifest', check: path => `kubectl apply --dry-run=client -f ${path}` },
  platform: { name: 'configuration of a platform' },
  settings: { name: 'YAML, as which what it configures reads it' },
  prometheus: { name: 'YAML for Prometheus, Alertmanager, Grafana or a collector' },
}

function fixOf(format: string, path: string): string {
  const check = FORMATS[format]?.check
  return `Correct the place that is shown${check ? `; \`${check(path)}\` says the same without starting anything` : ''}.`
}
