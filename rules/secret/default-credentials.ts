import { type DefaultLogin, defaultLogins } from '../../src/knowledge/logins.js'
import { committedFiles } from '../../src/model/secrets/environment-secrets.js'
import { isSeededAdministrator } from '../../src/model/secrets/variables.js'
import { secretPlaces } from '../../src/model/secrets/written-secrets.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'secret/default-credentials',
  title: 'A well-known login works',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.8,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The logins that images ship with, and the passwords that everybody tries first, are what every attack begins with.',
  fix: 'Set a password of your own from a secret, in the variable that this image reads.',
  refs: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/04-Authentication_Testing/02-Testing_for_Default_Credentials',
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#admin_password',
  ],
  reads: ['dotenv', 'dockerfile'],
  check({ system, pass, fail, implied }) {
    const places = secretPlaces(system).filter(place => place.kind === 'login')
    const written = new Set(places.flatMap(({ name, subjects }) => subjects.map(subject => `${subject.id}\n${name}`)))
    for (const workload of system.workloads) {
      if (!hasLogin(workload)) continue
      pass(workload)
      for (const login of loginsOf(workload)) {
        if (!login.written) {
          fail(workload, workload.at, describe(workload, login), {
            key: login.variable,
            fix: fixOf(login.variable, workload),
          })
        } else if (!written.has(`${workload.id}\n${login.variable}`)) {
          const by = reporterOf(system, workload, login.variable)
          if (by) implied(workload, by)
        }
      }
    }
    for (const place of places) {
      if (place.development) continue
      for (const workload of place.subjects) {
        if (workload.kind !== 'workload') continue
        const login = loginsOf(workload).find(one => one.variable === place.name)
        const seeded = `${workload.name} makes its administrator with a password that everybody tries first (${place.name})`
        const what = login ? describe(workload, login) : seeded
        fail(workload, place, what, { key: place.name, fix: fixOf(place.name, workload) })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD: postgres #! db (PostgreSQL) can be entered as postgres: POSTGRES_PASSWORD is a password that everybody tries first
            charts: #! charts (Grafana) can be entered as admin: GF_SECURITY_ADMIN_PASSWORD is not set
              image: grafana/grafana:12.0.0
            queue: #! queue (RabbitMQ) can be entered as guest
              image: rabbitmq:4.1
            files:
              image: minio/minio:RELEASE.2025-04-22T22-12-26Z
              command: server /data
              environment: { MINIO_ROOT_USER: minioadmin, MINIO_ROOT_PASSWORD: minioadmin } #! files (MinIO) can be entered as minioadmin
            api:
              image: ghcr.io/acme/api:1.4.0
              environment: { ADMIN_USER: admin, ADMIN_PASSWORD: admin123 } #! api makes its administrator with a password that everybody tries first
        `,
      },
      {
        'k8s/queue.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            selector: { matchLabels: { app: queue } }
            template:
              metadata: { labels: { app: queue } }
              spec:
                containers:
                  - name: queue #! queue (RabbitMQ) can be entered as guest
                    image: rabbitmq:4.1-management
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/pg } }
            charts: { image: "grafana/grafana:12.0.0", environment: { GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana } }
            queue: { image: "rabbitmq:4.1", environment: { RABBITMQ_DEFAULT_USER: erp, RABBITMQ_DEFAULT_PASS: "\${RABBITMQ_PASSWORD:?}" } }
            files: { image: "minio/minio:RELEASE.2025-04-22T22-12-26Z", command: server /data, environment: { MINIO_ROOT_USER: erp, MINIO_ROOT_PASSWORD: "\${MINIO_PASSWORD}" } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { ADMIN_PASSWORD: "\${ADMIN_PASSWORD}" } }
        `,
      },
    ],
  },
})

function hasLogin(workload: Workload): boolean {
  const known = serviceFactsOf(workload)?.distribution.defaultCredentials
  return known !== undefined || [...workload.environment.keys()].some(isSeededAdministrator)
}

function loginsOf(workload: Workload): readonly DefaultLogin[] {
  const facts = serviceFactsOf(workload)
  return facts ? defaultLogins(facts) : []
}

function describe({ name, software }: Workload, { user, because }: DefaultLogin): string {
  return `${name} (${software?.name}) can be entered${user === undefined ? ' with a well-known password' : ` as ${user}`}: ${because}`
}

function fixOf(variable: string, { platform }: Workload): string {
  if (platform === 'kubernetes')
    return `Set ${variable} from a Secret (\`valueFrom: { secretKeyRef: … }\`), and change the password of accounts that exist already: most images read it on their first start only.`
  return `Write \`${variable}: \${${variable}:?}\`, set it where production is configured, and change the password of accounts that exist already: most images read it on their first start only.`
}

/** The rule that reports where the password comes from, when it is no literal of the deployment file. */
function reporterOf(system: System, workload: Workload, name: string): string | undefined {
  const variable = workload.environment.get(name)
  const paths = [
    ...(variable?.source === 'env-file' ? [variable.keyAt.path] : []),
    ...(variable?.uses ?? []).flatMap(use => use.valueAt?.path ?? []),
  ]
  if (paths.some(path => committedFiles(system).some(file => file.path === path)))
    return 'secret/environment-file-committed'
  if (variable?.uses.some(use => use.source === 'default')) return 'secret/insecure-default'
  return variable?.source === 'image' ? 'image/secret-baked-in' : undefined
}
