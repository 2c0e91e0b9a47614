import { type SecretPlace, secretPlaces } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

/** From here on a secret opens most of a system. */
const LEAST_SERVICES = 3

export default defineRule({
  id: 'secret/reused',
  title: 'One secret is written in several places for three or more services',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.9,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever gets it from the weakest of these services can enter all of them, and it can only be changed everywhere at once.',
  fix: 'Give every service its own account and secret; where two have to share one, let both refer to one variable or secret.',
  refs: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
  ],
  check({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== 'production' || deployment.workloads.length < LEAST_SERVICES) continue
      pass(deployment)
      for (const places of equalSecrets(secretPlaces(system), deployment.id)) {
        const [first, ...others] = places
        const services = [...new Set(places.flatMap(place => usersIn(place, deployment.id)))]
        if (!first || others.length === 0 || services.length < LEAST_SERVICES) continue
        const names = [...new Set(places.map(place => place.name))]
        fail(
          deployment,
          first,
          `${services.length} services have the same secret, written in ${places.length} places: ${shortList(services)}`,
          {
            key: names.toSorted().join('+'),
            related: others.slice(0, 20).map(place => ({ at: place.at, message: `${place.name}, the same value` })),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: harbour-lantern-42 } } #! 3 services have the same secret, written in 3 places: db, api and reports
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp:harbour-lantern-42@db/erp" } }
            reports: { image: "ghcr.io/acme/reports:1.4.0", environment: { ADMIN_PASSWORD: harbour-lantern-42 } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DB_PASSWORD: "\${DB_PASSWORD}" } }
            worker: { image: "ghcr.io/acme/worker:1.4.0", environment: { DB_PASSWORD: "\${DB_PASSWORD}" } }
            reports: { image: "ghcr.io/acme/reports:1.4.0", environment: { DB_PASSWORD: "\${REPORTS_PASSWORD}" } }
        `,
      },
    ],
  },
})

function shortList(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : listOf(names)
}

function usersIn(place: SecretPlace, deployment: string): readonly string[] {
  return place.subjects.flatMap(one => (one.kind === 'workload' && one.deployment === deployment ? [one.name] : []))
}

/** The places of this deployment by value. A default is left out: what sets its variable changes all of them. */
function equalSecrets(places: readonly SecretPlace[], deployment: string): readonly (readonly SecretPlace[])[] {
  const groups = new Map<string, SecretPlace[]>()
  for (const place of places) {
    if (place.kind === 'default' || place.development || usersIn(place, deployment).length === 0) continue
    const group = groups.get(place.value)
    if (group) group.push(place)
    else groups.set(place.value, [place])
  }
  return [...groups.values()]
}
