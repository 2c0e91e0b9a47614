import { hasWordOf, wordSet } from './name-words.js'

/** Schemes of addresses that a program connects to, without driver or `jdbc:`. */
const NETWORK = new Set([
  ...['http', 'https', 'ws', 'wss', 'grpc', 'grpcs', 'tcp', 'tls', 'ssl', 'otlp', 'zipkin'],
  ...[
    'postgres',
    'postgresql',
    'postgis',
    'pgsql',
    'cockroachdb',
    'timescaledb',
    'mysql',
    'mariadb',
    'sqlserver',
    'mssql',
  ],
  ...['mongodb', 'redis', 'rediss', 'valkey', 'memcached', 'memcache', 'clickhouse', 'cassandra', 'neo4j', 'bolt'],
  ...['amqp', 'amqps', 'nats', 'kafka', 'plaintext', 'sasl_plaintext', 'sasl_ssl', 'mqtt', 'mqtts', 'stomp', 'pulsar'],
  ...['elasticsearch', 'opensearch', 'etcd', 'consul', 'zookeeper', 'influxdb', 'esdb', 'eventstore', 'temporal'],
])

/** Schemes of services that are rather somebody else's: mail, directories, files. */
export function isNetworkScheme(scheme: string): boolean {
  const bare = scheme
    .toLowerCase()
    .replace(/^jdbc:/, '')
    .replace(/\+.*$/, '')
  return NETWORK.has(bare)
}

/**
 * Variables that hold an address which the program does not connect to, or which is meant for somebody else: names for
 * itself, for browsers, for tokens, and services that companies have in their own network.
 */
const NOT_FOR_CONNECTING = wordSet(
  'ISSUER ISSUERS AUDIENCE AUDIENCES NAMESPACE NAMESPACES REALM ORIGIN ORIGINS CORS ALLOWED TRUSTED REDIRECT CALLBACK RETURN PUBLIC EXTERNAL ADVERTISED LISTEN LISTENER LISTENERS BIND SCHEMA XMLNS REFERER DOMAIN DOMAINS VIRTUAL SMTP MAIL MAILER EMAIL LDAP LDAPS AD SAML NTP SYSLOG PROXY SMB CIFS NFS PRINTER SFTP FTP DNS EXAMPLE TEST',
)
const FOR_ITSELF = wordSet(
  'HOST HOSTNAME SERVER_NAME SERVER APP_HOST APP_URL BASE_URL ROOT_URL SITE_URL FRONTEND_URL WEB_URL APP_BASE_URL ADDR ADDRESS ENDPOINT',
)
const FOR_BROWSERS = ['VITE_', 'REACT_APP_', 'GATSBY_', 'VUE_APP_', 'NG_APP_', 'STORYBOOK_']

/** Whether a variable of this name tells a program where to connect to. */
export function isForConnecting(name: string): boolean {
  const upper = name.toUpperCase()
  if (FOR_ITSELF.has(upper) || FOR_BROWSERS.some(prefix => upper.startsWith(prefix))) return false
  return !hasWordOf(upper, NOT_FOR_CONNECTING)
}
