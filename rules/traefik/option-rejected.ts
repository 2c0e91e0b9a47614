import { refusedOptions } from '../../src/knowledge/traefik-options.js'
import { traefiksOf } from '../../src/model/traefik/judging.js'
import { find } from '../../src/model/traefik/settings.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/option-rejected',
  title: 'Traefik does not start with an option that it is given',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Traefik ends at once when its static configuration holds something that this version does not know. Nothing behind it can be reached then.',
  fix: 'Write the option as this version knows it; the migration guide names each.',
  refs: [
    'https://doc.traefik.io/traefik/migrate/v2-to-v3-details/',
    'https://doc.traefik.io/traefik/v2.11/migration/v1-to-v2/',
    'https://github.com/traefik/traefik/blob/v3.6/pkg/cli/deprecation.go',
  ],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, configuration, hidden } of traefiksOf(system)) {
      const { major } = configuration
      const { source } = configuration.static
      if (major === undefined) {
        if (source) unverified(proxy, proxy, 'the version of Traefik is not known')
        continue
      }
      pass(proxy)
      for (const { path, instead, of } of refusedOptions(major)) {
        const found = find(settings, ...path)
        // Variables whose first name means nothing to Traefik are not looked at.
        if (!found || (source?.kind === 'environment' && of === 'Traefik 1')) continue
        const name = path.map((_, index) => find(settings, ...path.slice(0, index + 1))?.name).join('.')
        const what = `${proxy.name} runs Traefik ${major}, which does not start with ${name} (an option of ${of})`
        fail(proxy, found, what, { key: path.join('.'), fix: `${instead}.` })
      }
      if (hidden) unverified(proxy, hidden, hidden.because)
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
                - --providers.docker.swarmMode=true #! edge runs Traefik 3, which does not start with providers.docker.swarmMode (an option of Traefik 2)
                - --experimental.http3 #! experimental.http3
                - --tracing.jaeger=true #! tracing.jaeger
                - --pilot.token=\${PILOT_TOKEN} #! pilot
            second:
              image: traefik:v2.11
              command:
                - --providers.swarm.endpoint=unix:///var/run/docker.sock #! second runs Traefik 2, which does not start with providers.swarm (an option of Traefik 3)
            first:
              image: traefik:latest
              command:
                - --docker #! first runs Traefik 3, which does not start with docker (an option of Traefik 1)
                - --logLevel=DEBUG #! logLevel
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", configs: [{ source: static, target: /etc/traefik/traefik.toml }] }
          configs: { static: { file: ./traefik.toml } }
        `,
        'traefik.toml': `
          [metrics.influxDB] #! edge runs Traefik 3, which does not start with metrics.influxDB
          address = "http://influx:8086"
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.swarm=true", "--metrics.influxDB2=true", "--providers.nomad.namespaces=erp"] }
            second: { image: "traefik:v2.11", command: ["--providers.docker.swarmMode=true", "--experimental.http3=true", "--tracing.jaeger=true"] }
            third: { image: "traefik:v3.5", environment: { TRAEFIK_API: "true", TRAEFIK_DOCKER: "true" } }
        `,
      },
    ],
  },
})
