import type { Connection } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Parameters by which a client is told to do without TLS. */
const SWITCHED_OFF =
  /[?&](sslmode=(disable|allow)|ssl=(false|0|off|disabled)|tls=(false|0|off|skip)|ssl-mode=disabled|usessl=false|encrypt=false)(&|$)/i
/** Schemes whose plain form has no TLS at all. */
const PLAIN_SCHEMES = new Set(['redis', 'amqp', 'mqtt', 'memcached', 'kafka'])

export default defineRule({
  id: 'datastore/transport-plaintext',
  title: 'A connection to a datastore elsewhere goes without TLS',
  category: 'security',
  severity: 'medium',
  confidence: 'B',
  security: 6.2,
  since: '0.1.0',
  effort: 'hours',
  why: 'Passwords and rows cross networks that others share in clear text. Inside one compose network this is accepted; to another host it is not.',
  fix: 'Ask for TLS in the URL: `sslmode=verify-full` (PostgreSQL), `rediss://`, `amqps://`, `tls=true` (MongoDB).',
  refs: [
    'https://www.postgresql.org/docs/current/libpq-ssl.html',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
  ],
  check({ system, pass, fail }) {
    for (const connection of system.connections) {
      if (connection.to || !isElsewhere(connection)) continue
      const { from, variable, host, scheme } = connection
      const text = variable.value.known ? variable.value.value : (variable.raw ?? '')
      if (SWITCHED_OFF.test(text))
        fail(from, variable, `${from.name} connects to ${host} with TLS switched off (${variable.name})`, {
          key: variable.name,
        })
      else if (PLAIN_SCHEMES.has(scheme ?? ''))
        fail(from, variable, `${from.name} connects to ${host} by ${scheme}://, which has no TLS (${variable.name})`, {
          key: variable.name,
        })
      else pass(from)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@erp.abc123.eu-central-1.rds.amazonaws.com/erp?sslmode=disable #! api connects to erp.abc123
                REDIS_URL: redis://cache.abc123.cache.amazonaws.com:6379 #! which has no TLS
                BROKER_URL: amqp://erp:\${PW}@mq.example.com:5672 #! which has no TLS
                MONGO_URL: mongodb://erp:\${PW}@documents.example.com/erp?tls=false #! with TLS switched off
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
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@erp.abc123.eu-central-1.rds.amazonaws.com/erp?sslmode=verify-full
                PARTNER_URL: http://partner.example.com/api
                BROKER_URL: amqps://erp:\${PW}@mq.example.com:5671
                PRIVATE_URL: redis://10.0.4.7:6379
                LOCAL_URL: postgresql://erp:\${DB_PASSWORD}@db:5432/erp?sslmode=disable
                REDIS_URL: rediss://cache.abc123.cache.amazonaws.com:6379
            db: { image: "postgres:17.2" }
        `,
      },
    ],
  },
})

const STORES = new Set([
  'postgres',
  'postgresql',
  'mysql',
  'mariadb',
  'mongodb',
  'mongodb+srv',
  'redis',
  'rediss',
  'amqp',
  'amqps',
  'sqlserver',
  'clickhouse',
  'memcached',
])

/** A host with a domain that is not private by its name or number. */
function isElsewhere({ host, scheme }: Connection): boolean {
  if (!scheme || !STORES.has(scheme.split('+')[0] ?? scheme)) return false
  if (/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1)/.test(host) || !host.includes('.')) return false
  return !/\.(local|internal|localdomain|svc|lan|docker|test|example)$|\.svc\.|\.cluster\.local$/.test(host)
}
