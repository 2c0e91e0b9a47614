import { traefiksOf } from '../../src/model/traefik/judging.js'
import { find, switchAt, valueAt } from '../../src/model/traefik/settings.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/debug-enabled',
  title: 'Traefik runs with its debug endpoints or debug logs',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: 'api.debug serves profiles and variables of the process on the API. At level DEBUG every request is logged in detail, headers and backend addresses included, and the log fills the disk under load.',
  fix: 'Remove `api.debug` and set `log.level` to `INFO` or `ERROR`.',
  refs: [
    'https://doc.traefik.io/traefik/v3.3/operations/api/#debug',
    'https://doc.traefik.io/traefik/v3.3/observability/logs/#level',
  ],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden } of traefiksOf(system)) {
      const debug = switchAt(settings, 'api', 'debug')
      const level = valueAt(settings, 'log', 'level')
      pass(proxy)
      if (debug?.known && debug.value) {
        const at = find(settings, 'api', 'debug')?.at ?? proxy.at
        fail(proxy, at, `${proxy.name} serves its debug endpoints (api.debug)`, {
          key: 'api.debug',
          fix: 'Remove `api.debug`.',
        })
      }
      if (level?.known && /^(?:debug|trace)$/i.test(level.value)) {
        const at = find(settings, 'log', 'level')?.at ?? proxy.at
        fail(proxy, at, `${proxy.name} logs at level ${level.value.toUpperCase()}`, {
          key: 'log.level',
          fix: 'Set `log.level` to `INFO` or `ERROR`.',
        })
      }
      if (hidden) unverified(proxy, hidden, hidden.because)
      else if (debug?.known === false) unverified(proxy, debug, 'api.debug is set outside the repository')
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
                - --api.debug=true #! edge serves its debug endpoints (api.debug)
                - --log.level=debug #! edge logs at level DEBUG
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", volumes: ["./traefik.yml:/etc/traefik/traefik.yml"] }
        `,
        'traefik.yml': `
          log:
            level: TRACE #! edge logs at level TRACE
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--log.level=\${LOG_LEVEL:-INFO}", "--api.debug=false"] }
            other: { image: "traefik:v3.5", command: ["--log.level", ERROR], environment: { TRAEFIK_LOG_LEVEL: DEBUG } }
            plain: { image: "traefik:v3.5" }
        `,
      },
    ],
  },
})
