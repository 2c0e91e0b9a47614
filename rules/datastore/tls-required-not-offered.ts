import { commandText, option, postgresSetting } from '../../src/knowledge/arguments.js'
import type { ServiceFacts } from '../../src/knowledge/facts.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Connection, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

/** What a kind of server needs to speak TLS, and how a client says that it takes nothing less. */
interface Kind {
  /** The images whose defaults are known, by software and distribution. */
  readonly distributions: RegExp
  readonly scheme: RegExp
  /** In a URL; absent: the scheme alone says it. */
  readonly demand?: RegExp
  /** Whether the server is told to offer it; undefined: that is not known. */
  readonly offers: (facts: ServiceFacts, workload: Workload) => boolean | undefined
  readonly fix: string
}

/** By default none of these images offers TLS. */
const KINDS: readonly Kind[] = [
  {
    // https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-SSL: off
    distributions: /^postgres\/(?:official|postgis|pgvector|timescale)$/,
    scheme: /^postgres(?:ql)?(?:\+\w+)?$/,
    demand: /[?&](sslmode=(?:require|verify-ca|verify-full)|ssl=(?:true|require|verify-ca|verify-full))(?=&|$)/i,
    offers: ({ argv, scriptsMounted }) => {
      const told = postgresSetting(argv, 'ssl')
      if (told.given === 'yes') return told.value === undefined ? undefined : !/^(?:off|false|no|0)$/i.test(told.value)
      return told.given === 'unknown' || scriptsMounted ? undefined : false
    },
    fix: 'Give the server a certificate: `command: postgres -c ssl=on -c ssl_cert_file=/certs/server.crt -c ssl_key_file=/certs/server.key`; or take the demand out of the URL while both are on one private network.',
  },
  {
    // https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/
    distributions: /^(?:redis|valkey)\/official$/,
    scheme: /^(?:rediss|valkeys)$/,
    offers: ({ argv }) => {
      const { given } = option(argv, 'tls-port')
      return given === 'yes' ? true : given === 'unknown' ? undefined : false
    },
    fix: 'Give the server a certificate: `--tls-port 6379 --port 0 --tls-cert-file … --tls-key-file … --tls-ca-cert-file … --tls-auth-clients no` (without the last it asks clients for a certificate, too); or connect by redis:// while both are on one private network.',
  },
  {
    // https://www.mongodb.com/docs/manual/reference/program/mongod/#std-label-mongod-tls-ssl-options
    distributions: /^mongodb\/official$/,
    scheme: /^mongodb$/,
    demand: /[?&]((?:tls|ssl)=true)(?=&|$)/i,
    offers: ({ argv }) => {
      const told = option(argv, 'tlsMode', 'sslMode')
      if (told.given === 'yes') return told.value === undefined ? undefined : !/^disabled$/i.test(told.value)
      return told.given === 'unknown' || option(argv, 'config', 'f').given !== 'no' ? undefined : false
    },
    fix: 'Give the server a certificate: `mongod --tlsMode requireTLS --tlsCertificateKeyFile /certs/server.pem --tlsCAFile /certs/ca.pem --tlsAllowConnectionsWithoutCertificates`; or take the demand out of the URL while both are on one private network.',
  },
  {
    // https://www.rabbitmq.com/docs/ssl#enabling-tls
    distributions: /^rabbitmq\/official$/,
    scheme: /^amqps$/,
    offers: (_, { environment }) =>
      [...environment.keys()].some(name => /^RABBITMQ_(?:SSL|CONF|ADVANCED|SERVER_ADDITIONAL)/.test(name))
        ? undefined
        : false,
    fix: 'Give the server a certificate: `listeners.ssl.default = 5671` and `ssl_options.*` in rabbitmq.conf; or connect by amqp:// while both are on one private network.',
  },
]

export default defineRule({
  id: 'datastore/tls-required-not-offered',
  title: 'A service demands TLS of a server that offers none',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The server answers "The server does not support SSL connections", or nothing that a client could take for a handshake, and no connection is ever made. The official images of data services listen without TLS until they are given a certificate.',
  fix: 'Give the server a certificate and switch TLS on, or take the demand out of the address while both are on one private network.',
  refs: [
    'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION',
    'https://www.postgresql.org/docs/current/ssl-tcp.html',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
    'https://www.mongodb.com/docs/manual/tutorial/configure-ssl/',
    'https://www.rabbitmq.com/docs/ssl',
  ],
  reads: ['compose', 'kubernetes', 'dotenv'],
  check({ system, pass, fail, unverified }) {
    for (const connection of system.connections) {
      const { from, to, variable } = connection
      const kind = to && kindOf(to)
      const facts = to && serviceFactsOf(to)
      if (!to || !kind || !facts || to.clientOf || to.pod?.operator) continue
      const demand = demandOf(connection, kind)
      if (demand === undefined) {
        pass(from)
        continue
      }
      const offered = offers(to, facts, kind)
      if (offered) pass(from)
      else if (offered === undefined)
        unverified(from, variable, `whether ${to.name} offers the TLS that ${variable.name} demands is not known`)
      else
        fail(
          from,
          variable,
          `${from.name} demands TLS of ${to.name} (${demand} in ${variable.name}), and ${to.name} offers none`,
          { key: variable.name, fix: kind.fix, related: [{ at: to.at, message: to.name }] },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            cache: { image: "redis:8.2", command: "redis-server --requirepass \${PW}" }
            documents: { image: "mongo:8.0", command: [mongod, --bind_ip_all] }
            broker: { image: "rabbitmq:4.1-management" }
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@db:5432/erp?schema=public&sslmode=require #! api demands TLS of db (sslmode=require in DATABASE_URL), and db offers none
                REDIS_URL: rediss://:\${PW}@cache:6379 #! api demands TLS of cache (rediss:// in REDIS_URL)
                MONGO_URL: mongodb://erp:\${PW}@documents:27017/erp?tls=true #! tls=true
                BROKER_URL: amqps://erp:\${PW}@broker:5671 #! amqps://
            jobs:
              image: ghcr.io/acme/jobs:1.4.0
              environment:
                PGHOST: db #! jobs demands TLS of db (PGSSLMODE=verify-full in PGHOST)
                PGSSLMODE: verify-full
          volumes: { data: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c ssl=off -c max_connections=200 }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp@db/erp?ssl=true" } } #! api demands TLS of db (ssl=true in DATABASE_URL)
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c ssl=on -c ssl_cert_file=/certs/server.crt -c ssl_key_file=/certs/server.key }
            plain: { image: "postgres:17.2" }
            cache: { image: "redis:8.2", command: redis-server --tls-port 6379 --port 0 }
            documents: { image: "mongo:8.0", command: mongod --tlsMode requireTLS }
            sql: { image: "mysql:8.4" }
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@db:5432/erp?sslmode=verify-full
                PLAIN_URL: postgresql://erp:\${PW}@plain:5432/erp?sslmode=prefer
                OFF_URL: postgresql://erp:\${PW}@plain:5432/erp?sslmode=disable
                CHOSEN_URL: postgresql://erp:\${PW}@plain:5432/erp?sslmode=\${MODE:-require}
                MANAGED_URL: postgresql://erp:\${PW}@erp.abc123.eu-central-1.rds.amazonaws.com/erp?sslmode=require
                REDIS_URL: rediss://:\${PW}@cache:6379
                MONGO_URL: mongodb://erp:\${PW}@documents:27017/erp?tls=true
                MYSQL_URL: mysql://erp:\${PW}@sql/erp?ssl-mode=REQUIRED
        `,
      },
    ],
  },
})

function kindOf({ software, distribution }: Workload): Kind | undefined {
  return KINDS.find(one => one.distributions.test(`${software?.id}/${distribution?.id}`))
}

/** What of a connection says that only TLS will do; undefined: nothing that is written does. */
function demandOf({ scheme, variable, from }: Connection, kind: Kind): string | undefined {
  if (variable.name === 'PGHOST' && kind.scheme.test('postgres')) {
    const mode = knownValue(from.environment.get('PGSSLMODE')?.value)
    return mode !== undefined && /^(?:require|verify-ca|verify-full)$/.test(mode) ? `PGSSLMODE=${mode}` : undefined
  }
  if (!kind.scheme.test(scheme ?? '')) return undefined
  if (!kind.demand) return `${scheme}://`
  const { value, raw = '' } = variable
  return kind.demand.exec(value.known ? value.value : raw)?.[1]
}

/** A file of settings, or a build of its own, may say what the command does not. */
function offers(server: Workload, facts: ServiceFacts, kind: Kind): boolean | undefined {
  const told = kind.offers(facts, server)
  if (told !== false) return told
  const command = commandText(facts.argv)
  const isSet = kind.distributions.test('postgres/official') && postgresSetting(facts.argv, 'ssl').given === 'yes'
  if (isSet) return false
  return facts.configMounted || /\.conf\b|config_file/.test(command) || server.image?.origin === 'built'
    ? undefined
    : false
}
