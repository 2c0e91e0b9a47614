import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/networks-disjoint',
  title: 'Two workloads that must talk share no network',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: "Docker's name service answers for a service only on the networks that both sides join: on separate ones the host name is unknown and every connection fails.",
  fix: "Add one of the target's networks to the `networks:` of the service that connects.",
  refs: ['https://docs.docker.com/compose/how-tos/networking/'],
  check({ system, pass, fail }) {
    for (const { from, to, host, variable } of system.connections) {
      if (to) {
        pass(from)
        continue
      }
      if (from.networkMode || from.networks.some(network => network.network.startsWith('external:'))) continue
      const target = system.workloads.find(
        other =>
          other.deployment === from.deployment &&
          other !== from &&
          !other.networkMode &&
          other.networks.some(network => network.aliases.includes(host)),
      )
      if (!target || target.networks.some(network => network.network.startsWith('external:'))) continue
      const names = (networks: readonly { network: string }[]) => networks.map(one => one.network).join(', ')
      const what = `${from.name} connects to ${target.name} (${variable.name}), and they share no network: ${names(from.networks)} against ${names(target.networks)}`
      fail(from, variable, what, {
        key: `${target.name}.${variable.name}`,
        related: [{ at: target.at, message: `${target.name} is on ${names(target.networks)}` }],
      })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [frontend]
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@db:5432/erp #! api connects to db (DATABASE_URL), and they share no network: frontend against backend
            db:
              image: postgres:17.2
              networks: [backend]
          networks: { frontend: {}, backend: {} }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [frontend, backend]
              environment: { DATABASE_URL: "postgresql://erp:\${DB_PASSWORD}@db:5432/erp", PARTNER_URL: "https://partner.example.com/api" }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              networks: [backend]
              environment: { DATABASE_URL: "postgresql://erp:\${DB_PASSWORD}@primary.db:5432/erp" }
            db: { image: "postgres:17.2", networks: { backend: { aliases: [primary.db] } } }
          networks: { frontend: {}, backend: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [front, shared], environment: { REDIS_HOST: cache, DATABASE_HOST: db } }
            agent: { image: "ghcr.io/acme/agent:1.4.0", network_mode: host, environment: { DATABASE_HOST: db } }
            cache: { image: "redis:8.0", networks: [front] }
            db: { image: "postgres:17.2", networks: [shared] }
          networks: { front: {}, shared: { external: true } }
        `,
      },
    ],
  },
})
