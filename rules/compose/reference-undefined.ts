import { composeDeployments, composeProblems } from '../../src/model/compose/problems.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'compose/reference-undefined',
  title: 'A compose file refers to something that it does not define',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Compose checks every service, network, volume, secret and config that a service names before it starts anything: one that is not defined stops the whole deployment.',
  fix: 'Correct the name, or define it at the top level of the file (`volumes:`, `networks:`, `secrets:`, `configs:`), with `external: true` when something else creates it.',
  refs: [
    'https://docs.docker.com/reference/compose-file/volumes/',
    'https://docs.docker.com/reference/compose-file/networks/',
  ],
  reads: ['compose'],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment)
      for (const problem of composeProblems(deployment, 'reference'))
        fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              volumes:
                - data:/var/lib/postgresql/data #! data
            api:
              image: ghcr.io/acme/api:1.4.0
              depends_on: { queue: { condition: service_started } } #! queue
              networks: [backend] #! backend
              secrets: [token] #! token
        `,
      },
    ],
    good: [
      {
        'docker-stack.yml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            api: { image: "ghcr.io/acme/api:1.4.0", depends_on: [database], deploy: { replicas: 2 } }
          volumes: { data: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"]
          volumes: { data: {} }
        `,
      },
    ],
  },
})
