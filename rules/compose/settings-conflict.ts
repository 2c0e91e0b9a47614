import { composeDeployments, composeProblems } from '../../src/model/compose/problems.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'compose/settings-conflict',
  title: 'Two settings of a service exclude each other',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Compose does not choose between two memory limits, two replica counts, or a network mode and a list of networks: it refuses the project.',
  fix: 'Keep one of the two.',
  refs: [
    'https://docs.docker.com/reference/compose-file/deploy/',
    'https://docs.docker.com/reference/compose-file/services/#network_mode',
  ],
  reads: ['compose'],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment)
      for (const problem of composeProblems(deployment, 'conflict')) {
        // One container name for several replicas is asked about by workload/replicas-cannot-start.
        if (/container.name/i.test(problem.message)) continue
        fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              mem_limit: 512m #! memory
              deploy: { resources: { limits: { memory: 1g } } }
            web:
              image: ghcr.io/acme/web:1.4.0
              scale: 2 #! replicas
              deploy: { replicas: 3 }
            agent:
              image: ghcr.io/acme/agent:1.4.0
              network_mode: host #! network
              networks: [default]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", mem_limit: 512m, deploy: { replicas: 2, resources: { limits: { memory: 512m } } } }
            agent: { image: "ghcr.io/acme/agent:1.4.0", network_mode: host }
        `,
      },
    ],
  },
})
