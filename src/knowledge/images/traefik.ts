import { image, software, web } from '../define.js'

export default software(
  'traefik',
  'Traefik',
  'proxy',
  [
    image('official', ['traefik', 'traefik/traefik', 'ghcr.io/traefik/traefik'], {
      builtInHealthcheck: false,
      runsAs: 'root',
      // Only answers when `--ping=true` is set too: https://doc.traefik.io/traefik/operations/cli/#healthcheck
      healthCommand: 'traefik healthcheck --ping',
      healthNeeds: 'switch its answer on with `--ping=true` in the command (or `ping: {}` in traefik.yml)',
    }),
  ],
  {
    ports: [web(80), web(443), { port: 8080, purpose: 'admin' }],
  },
)
