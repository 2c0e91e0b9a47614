import { traefiksOf } from '../../src/model/traefik/judging.js'
import { isOn } from '../../src/model/traefik/settings.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/access-log-off',
  title: 'Traefik writes no access log',
  category: 'observability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The access log is off unless it is asked for. Without it nobody can tell after an incident who asked for what, which backend answered, and how long it took.',
  fix: 'Add `--accesslog=true` (in a file: `accessLog: {}`), with `--accesslog.format=json` for a collector.',
  refs: ['https://doc.traefik.io/traefik/v3.3/observability/access-logs/'],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden, at } of traefiksOf(system)) {
      if (isOn(settings, 'accesslog')) pass(proxy)
      else if (hidden) unverified(proxy, hidden, hidden.because)
      else fail(proxy, at, `${proxy.name} logs no requests`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            edge: #! edge logs no requests
              image: traefik:v3.5
              command: [--providers.docker]
            other: #! other logs no requests
              image: traefik:v3.5
              environment: { TRAEFIK_ACCESSLOG: "false", TRAEFIK_API: "true" }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: [--accesslog=true], volumes: ["./traefik.yml:/etc/traefik/traefik.yml"] }
        `,
        'traefik.yml': `
          #! edge logs no requests
          api: {}
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker", "--accessLog.filePath=/logs/access.log"] }
            other: { image: "traefik:v3.5", environment: { TRAEFIK_ACCESSLOG: "true" } }
            files: { image: "traefik:v3.5", command: ["--configFile=/conf/edge.toml"], volumes: ["./edge.toml:/conf/edge.toml"] }
        `,
        'edge.toml': `
          [accessLog]
          format = "json"
        `,
      },
    ],
  },
})
