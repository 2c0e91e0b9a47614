import { composeDeployments, composeProblems } from '../../src/model/compose/problems.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'compose/file-invalid',
  title: 'Compose refuses the file',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Compose checks the whole project before it starts anything. One key that it does not know, or a value of the wrong type, and `docker compose up` stops.',
  fix: 'Correct what is shown; `docker compose config --quiet` checks the file without starting anything.',
  refs: [
    'https://docs.docker.com/reference/compose-file/',
    'https://docs.docker.com/reference/cli/docker/compose/config/',
  ],
  reads: ['compose'],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment)
      for (const problem of composeProblems(deployment, 'invalid'))
        fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              restart: always
              restart: unless-stopped #! restart
            worker: #! worker
              environment: { QUEUE: jobs }
            web:
              image: ghcr.io/acme/web:1.4.0
              enviroment: { NODE_ENV: production } #! enviroment
        `,
      },
      {
        // A service that stands one level too deep, or not deep enough.
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
          volumes:
            data:
            cache:
              image: redis:8.2 #! volumes.cache does not know the keys image, restart and ports: it is a service, and belongs below services
              restart: always
              ports: ["6379:6379"]
          worker: #! A Compose file does not know the key worker: it is a service, and belongs below services
            image: ghcr.io/acme/worker:1.4.0
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          x-common: &common { restart: unless-stopped }
          services:
            api: { <<: *common, image: "ghcr.io/acme/api:1.4.0", mem_limit: "\${API_MEMORY}", ports: ["\${API_PORT:?set it}:8080"] }
            web: { <<: *common, build: ./web, x-owner: storefront }
        `,
        'web/Dockerfile': `
          FROM nginx:1.29.1
        `,
      },
    ],
  },
})
