import { committedFiles, takersOf } from '../../src/model/secrets/environment-secrets.js'
import { guardedUses } from '../../src/model/secrets/secret-guards.js'
import { type SecretPlace, secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/insecure-default'

export default defineRule({
  id: ID,
  title: 'A secret falls back to a value that is in the repository',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.4,
  since: '0.1.0',
  effort: 'minutes',
  why: 'One forgotten variable, and production starts with a secret that everybody can read, without a warning. With a signing key anybody can then issue sessions for any user.',
  fix: 'Let the start fail without it: `${NAME:?}` in place of `${NAME:-value}`.',
  refs: [
    'https://docs.docker.com/reference/compose-file/interpolation/',
    'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/',
  ],
  reads: ['dotenv', 'dockerfile'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) pass(workload)
    for (const image of system.images) if (image.dockerfile) pass(image)
    for (const place of secretPlaces(system)) {
      if (place.kind !== 'default' || place.development) continue
      fail(place.subject, place, describe(place), {
        severity: place.signing ? 'critical' : 'high',
        key: place.name,
        ...(/^\w+$/.test(place.name) && place.subject.kind === 'workload'
          ? {
              fix: `Write \`\${${place.name}:?}\`, so that the start fails without it, and set it where production is configured.`,
            }
          : {}),
      })
      for (const other of place.subjects.slice(1)) implied(other, ID)
    }
    const guarded = guardedUses(system)
    const takers = takersOf(system)
    for (const file of committedFiles(system)) {
      for (const secret of file.secrets) {
        if (!secret.placeholder || guarded.has(`${file.path}\n${secret.name}`)) continue
        const users = [...(takers.get(`${file.path}\n${secret.name}`) ?? [])]
        const [first, ...others] = users
        if (!first) continue
        fail(
          first,
          secret,
          `${secret.name} of ${subjectNames(users)} is the placeholder of ${file.path}, until somebody changes it`,
          {
            severity: 'medium',
            key: `${secret.name} in ${file.path}`,
            fix: `Leave ${secret.name} out of ${file.path}, and refer to it as \`\${${secret.name}:?}\`, so that the start fails without it.`,
          },
        )
        for (const other of others) implied(other, ID)
      }
    }
  },
  examples: {
    bad: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                env: {
                  JWT_SECRET: process.env.JWT_SECRET || 'change_this_secret_key', //! JWT_SECRET of api falls back to a placeholder
                },
              },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                JWT_SECRET: \${JWT_SECRET:-change_this_secret_key} #! JWT_SECRET of api falls back to a placeholder
                DATABASE_URL: postgres://erp:\${DB_PASSWORD:-erp_password}@db:5432/erp #! DB_PASSWORD of api falls back to a literal
                SESSION_SECRET: \${SESSION_SECRET} #
            db:
              image: postgres:17.2
              command: ["postgres"]
              environment: ["POSTGRES_PASSWORD=\${POSTGRES_PASSWORD-postgres}"] #! POSTGRES_PASSWORD of db falls back to a literal
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${REDIS_PASSWORD:-redis_pw} #! REDIS_PASSWORD of cache falls back to a literal
        `,
        '.env': `
          SESSION_SECRET=change-me #! SESSION_SECRET of api is the placeholder of .env
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . }
        `,
        Dockerfile: `
          FROM node:22-slim
          ARG TOKEN_SECRET
          ENV JWT_SECRET=\${TOKEN_SECRET:-walnut-drift-7} #! TOKEN_SECRET of Dockerfile falls back to a literal
          CMD ["node", "server.js"]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                JWT_SECRET: \${JWT_SECRET:?}
                DB_PASSWORD: \${DB_PASSWORD}
                SMTP_PASSWORD: \${SMTP_PASSWORD:-}
                STRIPE_API_KEY: \${STRIPE_API_KEY:-not-set}
                JWT_EXPIRES_IN: \${JWT_EXPIRES_IN:-15m}
                POSTGRES_USER: \${POSTGRES_USER:-erp}
                DB_PASSWORD_FILE: \${DB_PASSWORD_FILE:-/run/secrets/db}
        `,
        'compose.dev.yaml': `
          services:
            api: { environment: { JWT_SECRET: "\${JWT_SECRET:-local}" } }
        `,
      },
    ],
  },
})

function describe({ name, subjects, placeholder }: SecretPlace): string {
  return `${name} of ${subjectNames(subjects)} falls back to a ${placeholder ? 'placeholder' : 'literal'} when nothing sets it`
}
