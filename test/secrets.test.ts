import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { check } from '../src/check.js'
import { treeOf } from '../src/examples.js'
import type { Finding } from '../src/finding.js'
import { buildSystem } from '../src/model/build.js'
import { recordReads } from '../src/tree.js'
import {
  BASE32,
  base64,
  buildArgument,
  type Context,
  dockerfile,
  environmentFile,
  file,
  generated,
  HEX,
  lines,
  listed,
  manifest,
  type Scene,
  setting,
  taken,
  text,
  variable,
} from './support/secret-lines.js'

const secretRules = rules.filter(rule => rule.id.startsWith('secret/'))

function findingsIn({ files }: Pick<Scene, 'files'>): readonly Finding[] {
  const { tree, sources } = recordReads(treeOf(files))
  const judgements = check(buildSystem(tree, { deployments: [] }), secretRules, sources)
  expect(judgements.flatMap(judgement => judgement.error ?? [])).toEqual([])
  return judgements.flatMap(judgement => judgement.outcomes).flatMap(outcome => outcome.findings)
}

type Table = readonly (readonly [rule: string, context: Context, lines: readonly string[]])[]

const pem = (kind: string, body: string) => `-----BEGIN ${kind}-----\\n${body}\\n-----END ${kind}-----`
const BODY = `MIIEpQIBAAKCAQEA${generated(200)}`

/** Every line is one secret, which exactly one rule finds, on that line. */
const TRUE: Table = [
  [
    'secret/literal-in-config',
    variable(),
    lines(`
      POSTGRES_PASSWORD: harbour-lantern-42
      DB_PASS: tern
      DB_PW: heron7
      DBPASSWORD: "heron 7"
      PGPASSWORD: 'heron:7'
      MYSQL_PWD: heron
      REDIS_PASSWORD: "123456"
      MONGO_INITDB_ROOT_PASSWORD: secret
      spring.datasource.password: harbour
      Database__Password: Harbour!2024
      jwtSecret: erp-suite-jwt
      JWT_SECRET: spruce-otter-canyon-88
      JWT_SECRET_KEY: dev-secret
      JWT_REFRESH_SECRET: spruce88
      SESSION_SECRET: keyboard cat
      COOKIE_SECRET: cats
      SECRET_KEY: django-insecure-abc
      SECRET_KEY_BASE: ${generated(64, 3, HEX)}
      NEXTAUTH_SECRET: ${generated(43, 4)}=
      APP_KEY: base64:${generated(43, 5)}=
      ENCRYPTION_KEY: ${generated(32, 6, HEX)}
      HMAC_KEY: walnut-drift
      API_KEY: k-9182-acme
      INTERNAL_API_TOKEN: tern-and-gull
      AWS_SECRET_ACCESS_KEY: ${generated(40, 7)}
      GITHUB_CLIENT_SECRET: ${generated(40, 8, HEX)}
      AUTH0_CLIENT_SECRET: ${generated(64, 9)}
      STRIPE_WEBHOOK_SECRET: acme-hook-9
      SMTP_PASS: heron9
      MINIO_SECRET_KEY: minio-otter-9
      RABBITMQ_ERLANG_COOKIE: otter-cookie
      LDAP_BIND_PASSWORD: bind-otter
      KEYSTORE_PASSWORD: changeit
      SESSION_SECRET: change-me-in-production
      JWT_SECRET: your-secret-key
      DB_PASSWORD: CHANGE_ME
      DB_PASSWORD: "pa$$word7"
      DB_PASSWORD_PROD: otter-9
      TOKEN_SECRET: shh
      GRAFANA_PASSWORD: &pw otter-11
      REDIS_ARGS: --save 60 1 --requirepass otter-12
      KAFKA_SASL_JAAS_CONFIG: 'PlainLoginModule required username="app" password="otter-13";'
    `),
  ],
  ['secret/literal-in-config', variable('postgres:17.2'), ['POSTGRES_PASSWORD: otter-14']],
  ['secret/literal-in-config', variable('neo4j:5.26'), ['NEO4J_AUTH: neo4j/otter-15']],
  ['secret/literal-in-config', variable('mongo:8.0'), ['MONGO_INITDB_ROOT_PASSWORD: otter-16']],
  ['secret/literal-in-config', variable('ghcr.io/acme/api:1', 'docker-compose.prod.yml'), ['API_TOKEN: otter-17']],
  ['secret/literal-in-config', variable('ghcr.io/acme/api:1', 'deploy/stack.yml'), ['API_TOKEN: otter-18']],
  [
    'secret/literal-in-config',
    listed,
    lines(`
      POSTGRES_PASSWORD=otter-21
      "JWT_SECRET=otter-22"
      JWT_SECRET=otter=23
      'ADMIN_PASSWORD=otter 24'
      SECRET_KEY=otter#25
    `),
  ],
  ['secret/literal-in-config', buildArgument, ['NPM_TOKEN: otter-26', 'SENTRY_AUTH_TOKEN: otter-27']],
  [
    'secret/insecure-default',
    variable(),
    lines(`
      JWT_SECRET: \${JWT_SECRET:-change_this_secret_key}
      JWT_SECRET: "\${JWT_SECRET-supersecret}"
      JWT_SECRET: \${AUTH_SIGNING:-otter-31}
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:-postgres}
      POSTGRES_PASSWORD: \${DB_PASSWORD:-\${OTHER_PASSWORD:-otter-32}}
      PASSWORD: \${GRAFANA_ADMIN:-admin}
      DATABASE_URL: postgres://erp:\${DB_PASSWORD:-erp}@db:5432/erp
      DATABASE_URL: postgres://erp:\${PW:-erp}@db:5432/erp
      DATABASE_URL: \${DATABASE_URL:-postgres://erp:otter@db:5432/erp}
      MONGO_URL: \${MONGO_URL:-mongodb://root:example@mongo:27017/erp?authSource=admin}
      REDIS_URL: redis://:\${REDIS_PASSWORD:-otter-33}@cache:6379
      SESSION_SECRET: \${SESSION_SECRET:-keyboard cat}
      ENCRYPTION_KEY: \${ENCRYPTION_KEY:-${generated(32, 11, HEX)}}
      SECRET_KEY: \${SECRET_KEY:-your-secret-key-change-in-production}
      API_TOKEN: \${API_TOKEN:-otter-34}
      ADMIN_PASSWORD: \${ADMIN_PASSWORD:-admin123}
      MYSQL_ROOT_PASSWORD: "\${MYSQL_ROOT_PASSWORD:-root}"
      REDIS_ARGS: --requirepass \${REDIS_PASSWORD:-otter-35}
      SMTP_PASS: \${SMTP_PASS:-otter-36}
    `),
  ],
  ['secret/insecure-default', listed, ['JWT_SECRET=${JWT_SECRET:-otter-37}', '"DB_PASSWORD=${DB_PASSWORD-otter-38}"']],
  ['secret/insecure-default', buildArgument, ['NPM_TOKEN: ${NPM_TOKEN:-otter-39}']],
  ['secret/insecure-default', setting('redis:8.0'), ['command: redis-server --requirepass ${REDIS_PASSWORD:-otter-40}']],
  [
    'secret/insecure-default',
    setting('redis:8.0'),
    ['command: ["redis-server", "--requirepass", "${REDIS_PASSWORD:-otter-41}"]'],
  ],
  [
    'secret/insecure-default',
    setting('mysql:8.4'),
    lines(`
      healthcheck: { test: "mysqladmin ping -uroot -p\${MYSQL_ROOT_PASSWORD:-otter}" }
      healthcheck: { test: ["CMD", "mysqladmin", "ping", "-p\${MYSQL_ROOT_PASSWORD:-otter}"] }
      command: ["sh", "-c", "exec mysqld --admin-password=\${MYSQL_ROOT_PASSWORD:-otter}"]
      command: sh -c "exec mysqld --admin-password=\${MYSQL_ROOT_PASSWORD:-otter}"
    `),
  ],
  [
    'secret/insecure-default',
    dockerfile(),
    lines(`
      ENV JWT_SECRET=\${JWT_SECRET:-otter-42}
      ARG DB_PASSWORD=\${PASSWORD:-otter-43}
    `),
  ],
  [
    'secret/insecure-default',
    taken,
    lines(`
      JWT_SECRET=change-me => JWT_SECRET: \${JWT_SECRET}
      SESSION_SECRET="your-session-secret" => SESSION_SECRET: "$SESSION_SECRET"
    `),
  ],
  [
    'secret/password-in-connection-string',
    variable(),
    lines(`
      DATABASE_URL: postgres://postgres:postgres@db:5432/erp
      DATABASE_URL: postgresql+asyncpg://erp:otter@db/erp
      DATABASE_URL: "postgresql://erp:ot%40ter@db.internal:5432/erp?sslmode=require"
      DATABASE_URL: postgres://erp:otter@\${DB_HOST}:5432/erp
      DATABASE_URL: postgres://\${DB_USER}:otter@db/erp
      DATABASE_URL: mysql://root:root@db:3306/erp
      MONGO_URL: mongodb://root:example@mongo:27017/erp?authSource=admin
      MONGO_URL: mongodb://erp:otter@m1:27017,m2:27017/erp
      MONGO_URL: mongodb+srv://erp:otter@cluster0.mongodb.net/erp
      REDIS_URL: redis://:otter@cache:6379/0
      REDIS_URL: redis://default:otter@cache:6379
      AMQP_URL: amqp://guest:guest@queue:5672
      CELERY_BROKER_URL: amqps://erp:otter@queue:5671/erp
      ELASTIC_URL: http://elastic:changeme@search:9200
      HTTP_PROXY: http://erp:otter@proxy:3128
      SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/erp?user=erp&password=otter
      SPRING_DATASOURCE_URL: jdbc:mysql://erp:otter@db:3306/erp
      ConnectionStrings__Default: "Server=sql;Database=erp;User Id=sa;Password=Otter!2024;"
      ConnectionStrings__Main: "Host=db;Username=erp;Password=otter"
      DSN: host=db user=erp password=otter dbname=erp sslmode=disable
      MYSQL_DSN: erp:otter@tcp(db:3306)/erp
      LDAP_URL: ldap://cn=admin:otter@ldap:389
      CLICKHOUSE_URL: clickhouse://default:otter@ch:9000/erp
      SMTP_URL: smtp://erp:otter@mail:587
      DATA_SOURCE_NAME: postgresql://postgres:password@db:5432/postgres?sslmode=disable
      JAVA_OPTS: -Xmx512m -Durl=postgres://erp:otter@db/erp
    `),
  ],
  ['secret/password-in-connection-string', listed, ['DATABASE_URL=postgres://erp:otter@db/erp']],
  [
    'secret/password-in-connection-string',
    setting(),
    lines(`
      command: migrate -database postgres://erp:otter@db:5432/erp up
      command: ["serve", "--dsn=postgres://erp:otter@db/erp"]
      healthcheck: { test: ["CMD-SHELL", "psql postgres://erp:otter@db/erp -c 'select 1'"] }
    `),
  ],
  [
    'secret/password-in-connection-string',
    dockerfile(),
    lines(`
      ENV DATABASE_URL=postgres://erp:otter@db:5432/erp
      ENV DATABASE_URL postgres://erp:otter@db:5432/erp
      ARG REDIS_URL="redis://:otter@cache:6379"
    `),
  ],
  [
    'secret/environment-file-committed',
    environmentFile(),
    lines(`
      POSTGRES_PASSWORD=otter-51
      POSTGRES_PASSWORD="otter 52"
      POSTGRES_PASSWORD='otter-53'
      export JWT_SECRET=otter-54
      JWT_SECRET: otter-55
      API_KEY=${generated(32, 12)}
      DATABASE_URL=postgres://erp:otter@db:5432/erp
      REDIS_URL=redis://:otter@cache:6379
      AWS_SECRET_ACCESS_KEY=${generated(40, 13)}
      SMTP_PASSWORD=otter-56 # mail
      MYSQL_ROOT_PASSWORD=root
    `),
  ],
  ...['.env.production', '.env.prod', '.env.local', '.env.docker', 'backend/.env', 'deploy/server.env', '.env.staging'].map(
    path => ['secret/environment-file-committed', environmentFile(path), ['DB_PASSWORD=otter-57']] as const,
  ),
  ['secret/environment-file-committed', environmentFile('.env.development'), [`API_TOKEN=${generated(40, 14)}`]],
  ['secret/environment-file-committed', taken, ['DB_PASSWORD=otter-58 => DB_PASSWORD: ${DB_PASSWORD:?}']],
  [
    'secret/guard-defeated',
    taken,
    lines(`
      JWT_SECRET=change-me => JWT_SECRET: \${JWT_SECRET:?}
      JWT_SECRET=your_jwt_secret => JWT_SECRET: \${JWT_SECRET:?set JWT_SECRET}
      DB_PASSWORD=CHANGEME => URL: "postgres://erp:\${DB_PASSWORD?}@db/erp"
    `),
  ],
  [
    'secret/kubernetes-secret-committed',
    manifest('stringData'),
    lines(`
      password: otter-61
      jwt-secret: "otter 62"
      DATABASE_URL: postgres://erp:otter@db/erp
      url: postgres://erp:otter@db/erp
      tls.key: otter-63
      config.json: '{"auths": {"registry": {"auth": "b3R0ZXI="}}}'
    `),
  ],
  [
    'secret/kubernetes-secret-committed',
    manifest('data'),
    [`password: ${base64('otter-64')}`, `token: "${base64('otter 65')}"`, `jwt-secret: ${base64(generated(40, 15))}`],
  ],
  ['secret/kubernetes-secret-committed', manifest('data', 'deploy/prod/all.yaml'), [`password: ${base64('otter-66')}`]],
  ['secret/kubernetes-secret-committed', manifest('data', 'auth-secret.yml'), [`password: ${base64('otter-67')}`]],
  [
    'secret/on-command-line',
    setting(),
    lines(`
      command: redis-server --requirepass otter-71
      command: redis-server --appendonly yes --requirepass "otter 72" --maxmemory 1gb
      command: ["redis-server", "--requirepass", "otter-73"]
      command: ["redis-server", "--masterauth", "otter-74"]
      command: ["--db.password=otter-75", "--port", "80"]
      command: ["java", "-Dspring.datasource.password=otter-76", "-jar", "api.jar"]
      command: ["--admin-password", "otter-77"]
      command: ["serve", "--api-key", "otter-78"]
      command: ["serve", "--jwt-secret=otter-79"]
      command: sh -c "PGPASSWORD=otter-80 pg_dump -h db erp"
      command: sh -c "export DB_PASSWORD=otter-81 && node server.js"
      command: ["sh", "-c", "mysqldump -h db -uroot -potter-82 erp > /backup/erp.sql"]
      command: ["sh", "-c", "mysql --password=otter-83 -e 'select 1'"]
      command: ["bash", "-c", "mongodump -u root -p otter-84 --out /backup"]
      command: ["sh", "-c", "rabbitmqctl add_user erp otter-85"]
      command: ["sh", "-c", "mc alias set s3 http://minio:9000 erp otter-86"]
      command: ["sh", "-c", "psql -c \\"CREATE USER erp WITH PASSWORD 'otter-87'\\""]
      command: vault server -dev -dev-root-token-id=otter-88
      entrypoint: ["env", "API_TOKEN=otter-89", "node", "server.js"]
      healthcheck: { test: ["CMD", "redis-cli", "-a", "otter-90", "ping"] }
      healthcheck: { test: ["CMD-SHELL", "mysqladmin ping -h localhost -uroot -potter-91"] }
      healthcheck: { test: "curl -f -u elastic:otter-92 http://localhost:9200" }
      healthcheck: { test: ["CMD", "/opt/mssql-tools/bin/sqlcmd", "-U", "sa", "-P", "otter-93", "-Q", "SELECT 1"] }
      healthcheck: { test: ["CMD-SHELL", "REDISCLI_AUTH=otter-94 redis-cli ping"] }
      healthcheck: { test: ["CMD", "sh", "-c", "redis-cli --pass otter-95 ping"] }
    `),
  ],
  [
    'secret/on-command-line',
    dockerfile(),
    ['HEALTHCHECK CMD redis-cli -a otter-96 ping', 'ENTRYPOINT ["/serve", "--api-key=otter-97"]'],
  ],
  ['secret/default-credentials', variable('postgres:17.2'), ['POSTGRES_PASSWORD: postgres', 'POSTGRES_PASSWORD: password']],
  ['secret/default-credentials', variable('mysql:8.4'), ['MYSQL_ROOT_PASSWORD: root']],
  ['secret/default-credentials', variable('mongo:8.0'), ['MONGO_INITDB_ROOT_PASSWORD: example']],
  ['secret/default-credentials', variable('rabbitmq:4.1'), ['RABBITMQ_DEFAULT_PASS: guest']],
  ['secret/default-credentials', variable('minio/minio:latest'), ['MINIO_ROOT_PASSWORD: minioadmin']],
  ['secret/default-credentials', variable('grafana/grafana:12.0.0'), ['GF_SECURITY_ADMIN_PASSWORD: admin']],
  ['secret/default-credentials', variable('neo4j:5.26'), ['NEO4J_AUTH: neo4j/password']],
  [
    'secret/default-credentials',
    variable(),
    ['ADMIN_PASSWORD: admin', 'DEFAULT_ADMIN_PASSWORD: admin123', 'DJANGO_SUPERUSER_PASSWORD: password'],
  ],
  [
    'secret/default-credentials',
    line => {
      const image = line.split(' ')[0] ?? ''
      return { files: new Map([['compose.yaml', `services:\n  api:\n    image: ${image}\n`]]), path: 'compose.yaml', line: 2 }
    },
    lines(`
      grafana/grafana:12.0.0
      rabbitmq:4.1
      minio/minio:RELEASE.2025-04-22T22-12-26Z
    `),
  ],
  [
    'secret/provider-token',
    text('notes.md'),
    [
      `gh${'p_'}${generated(36, 21)}`,
      `glp${'at-'}${generated(20, 22)}`,
      `AK${'IA'}${generated(16, 23, BASE32)}`,
      `xo${'xb-'}${generated(12, 24, '123456789')}-${generated(24, 25)}`,
      `sk_${'live_'}${generated(24, 26)}`,
      `np${'m_'}${generated(36, 27)}`,
      `AI${'za'}${generated(35, 28)}`,
      `SG${'.'}${generated(22, 29)}.${generated(43, 30)}`,
      `do${'p_v1_'}${generated(64, 31, HEX)}`,
      `https://hooks.slack.com/services/T${generated(9, 32, BASE32)}/B${generated(9, 33, BASE32)}/${generated(24, 34)}`,
    ],
  ],
  ['secret/provider-token', variable(), [`GITHUB_TOKEN: gh${'p_'}${generated(36, 35)}`, `X: gh${'p_'}${generated(36, 36)}`]],
  ['secret/provider-token', variable(), [`TOKEN: \${TOKEN:-gh${'p_'}${generated(36, 37)}}`]],
  ['secret/provider-token', environmentFile(), [`STRIPE_KEY=sk_${'live_'}${generated(24, 38)}`]],
  ['secret/provider-token', environmentFile('.env.example'), [`STRIPE_KEY=sk_${'live_'}${generated(24, 39)}`]],
  ['secret/provider-token', text('test/fixtures/data.json'), [`"gh${'p_'}${generated(36, 40)}"`]],
  ['secret/provider-token', manifest('data'), [`token: ${base64(`gh${'p_'}${generated(36, 41)}`)}`]],
  ['secret/provider-token', manifest('stringData'), [`token: gh${'p_'}${generated(36, 42)}`]],
  [
    'secret/private-key',
    text('notes.txt'),
    [pem('RSA PRIVATE KEY', BODY), pem('PRIVATE KEY', BODY), pem('EC PRIVATE KEY', `MHcC${generated(160, 43)}`)],
  ],
  ['secret/private-key', variable(), [`JWT_PRIVATE_KEY: "${pem('RSA PRIVATE KEY', BODY)}"`]],
  ['secret/private-key', environmentFile(), [`JWT_PRIVATE_KEY="${pem('RSA PRIVATE KEY', BODY)}"`]],
]

const REFERENCES = lines(`
  \${X}
  \${DB_PASSWORD}
  \${DB_PASSWORD:?}
  \${DB_PASSWORD:?set it}
  \${DB_PASSWORD?}
  \${DB_PASSWORD:-}
  \${DB_PASSWORD-}
  \${DB_PASSWORD:+set}
  \${DB_PASSWORD:-\${OTHER}}
  \${DB_PASSWORD:-\${OTHER:?}}
  $DB_PASSWORD
  "$$DB_PASSWORD"
  "\${PREFIX}-\${SUFFIX}"
  "{{ db_password }}"
  "<password>"
  "<your password>"
  "%DB_PASSWORD%"
  "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]"
  vault:secret/data/erp#password
  op://erp/db/password
  arn:aws:secretsmanager:eu-west-1:123456789012:secret:erp
  file:/run/secrets/db
  /run/secrets/db_password
  ./secrets/db.txt
  ""
  "null"
  ~
  none
  "true"
  "false"
  disabled
  "3600"
  15m
  7d
  "__DB_PASSWORD__"
  "@DB_PASSWORD@"
`)

const NO_SECRETS = lines(`
  POSTGRES_PASSWORD_FILE: /run/secrets/pg
  POSTGRES_PASSWORD_FILE: pg-password
  GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana
  POSTGRES_USER: erp
  POSTGRES_DB: erp
  TOKEN_URL: https://auth.example.com/token
  JWT_EXPIRES_IN: 15m
  JWT_ALGORITHM: HS256
  JWT_ISSUER: erp
  JWT_TTL: one-hour
  ACCESS_TOKEN_TTL: 15min
  ACCESS_TOKEN_NAME: erp_session
  AWS_ACCESS_KEY_ID: erp
  SECRET_NAME: erp/prod/db
  SECRET_ARN: erp
  SECRETS_PATH: secret/erp
  PASSWORD_MIN_LENGTH: twelve
  PASSWORD_POLICY: strict
  PASSWORD_HASH: $$2b$$12$$abcdefghijklmnopqrstuv
  ADMIN_PASSWORD: $$2y$$05$$kWxq3oXvS9f1cYlPq7ZbTe
  ALLOW_EMPTY_PASSWORD: "yes"
  MYSQL_RANDOM_ROOT_PASSWORD: "yes"
  REQUIRE_PASSWORD: strict
  PUBLIC_KEY: erp-public
  JWT_PUBLIC_KEY: erp-public-key
  STRIPE_PUBLISHABLE_KEY: pk-erp-9
  NEXT_PUBLIC_API_KEY: erp-9
  VITE_API_TOKEN: erp-9
  REACT_APP_SECRET: erp-9
  SUPABASE_ANON_KEY: erp-anon-9
  RECAPTCHA_SITE_KEY: erp-site-9
  PRIMARY_KEY: id
  PARTITION_KEY: tenant_id
  KAFKA_KEY_SERIALIZER: org.apache.kafka.common.serialization.StringSerializer
  CACHE_KEY_PREFIX: "erp:"
  MAX_TOKENS: four-thousand
  TOKEN_HEADER: x-erp-token
  TOKENIZER: cl100k
  COMPASS: north
  BYPASS: local
  MONKEY: business
  KEYBOARD: qwerty
  PWD: /app
  PATH: /usr/bin
  BCRYPT_SALT_ROUNDS: twelve
  CORS_ORIGINS: https://erp.example.com
  IMAGE_PULL_SECRET: registry-login
  TLS_SECRET: erp-tls
  STRIPE_API_KEY: your-stripe-key
  OPENAI_API_KEY: dummy
  OPENAI_API_KEY: not-needed
  AWS_SECRET_ACCESS_KEY: test
  AWS_SECRET_ACCESS_KEY: dummy
  GOOGLE_CLIENT_SECRET: your-client-secret
  SMTP_PASSWORD: your-smtp-password
  STRIPE_API_KEY: \${STRIPE_API_KEY:-your-key}
  JWT_EXPIRES_IN: \${JWT_EXPIRES_IN:-15m}
  POSTGRES_USER: \${POSTGRES_USER:-erp}
  DB_PASSWORD_FILE: \${DB_PASSWORD_FILE:-/run/secrets/db}
  DB_PASSWORD: \${ENVIRONMENT:-prod}-\${DB_PASSWORD}
  ENABLE_PASSWORD_RESET: \${ENABLE_PASSWORD_RESET:-true}
  JWT_SECRET: \${JWT_SECRET:-}
  LOG_LEVEL: \${LOG_LEVEL:-info}
  SECRET_PROVIDER_TYPE: \${SECRET_PROVIDER_TYPE:-vault}
  NEXT_PUBLIC_TOKEN: \${NEXT_PUBLIC_TOKEN:-erp-9}
  TZ: Europe/Berlin
`)

const PLAIN_ADDRESSES = lines(`
  DATABASE_URL: postgres://db:5432/erp
  DATABASE_URL: postgres://erp@db:5432/erp
  DATABASE_URL: postgres://erp:@db:5432/erp
  DATABASE_URL: postgres://erp:\${DB_PASSWORD}@db:5432/erp
  DATABASE_URL: postgres://erp:\${DB_PASSWORD:?}@db:5432/erp
  DATABASE_URL: postgres://\${DB_USER:-erp}:\${DB_PASSWORD}@\${DB_HOST:-db}:\${DB_PORT:-5432}/erp
  DATABASE_URL: postgres://erp:$DB_PASSWORD@db/erp
  DATABASE_URL: postgres://erp:<password>@db/erp
  DATABASE_URL: postgres://erp:***@db/erp
  DATABASE_URL: postgres://USER:PASSWORD@HOST:5432/DATABASE
  DATABASE_URL: \${DATABASE_URL}
  DATABASE_URL: \${DATABASE_URL:-postgres://erp@db/erp}
  DATABASE_URL: \${DATABASE_URL:-postgres://erp:\${DB_PASSWORD}@db/erp}
  REDIS_URL: redis://cache:6379/0
  REDIS_URL: redis://default@cache:6379
  MONGO_URL: mongodb://m1:27017,m2:27017,m3:27017/erp?replicaSet=rs0
  AMQP_URL: amqp://queue:5672
  AMQP_URL: amqp://erp@queue
  KAFKA_BROKERS: kafka-1:9092,kafka-2:9092
  ELASTIC_URL: http://search:9200
  DOCS_URL: https://docs.example.com/a:b@c
  AVATAR_URL: https://cdn.example.com/@erp/logo.png
  SUPPORT: mailto:help@example.com
  GIT_URL: git@github.com:acme/erp.git
  GIT_URL: ssh://git@github.com/acme/erp.git
  IMAGE: registry.example.com:5000/erp@sha256:${generated(64, 44, HEX)}
  SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/erp
  SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/erp?user=erp&password=\${DB_PASSWORD}
  ConnectionStrings__Default: Server=sql;Database=erp;Integrated Security=true
  ConnectionStrings__Default: Server=sql;Database=erp;User Id=sa;Password=\${SA_PASSWORD}
  DSN: host=db user=erp dbname=erp
  MYSQL_DSN: erp@tcp(db:3306)/erp
  SENTRY_DSN: https://${generated(32, 45, HEX)}@o1.ingest.sentry.io/2
  TIME_FORMAT: "15:04:05@zone"
`)

const HARMLESS_COMMANDS = lines(`
  command: redis-server --requirepass \${REDIS_PASSWORD}
  command: redis-server --requirepass \${REDIS_PASSWORD:?}
  command: redis-server --requirepass "$$REDIS_PASSWORD"
  command: redis-server --requirepass ""
  command: redis-server --appendonly yes
  command: ["sh", "-c", "redis-server --requirepass \\"$$(cat /run/secrets/redis)\\""]
  command: ["sh", "-c", "exec redis-server --requirepass $$REDIS_PASSWORD"]
  command: ["--password-file", "/run/secrets/pw"]
  command: ["--password-file=/run/secrets/pw"]
  command: ["--token-ttl", "one-hour"]
  command: ["--secret-name=erp"]
  command: ["--db.password=\${DB_PASSWORD}"]
  command: ["--token", "--verbose"]
  command: ["--tls-key", "server.key", "--tls-cert", "server.crt"]
  command: ["--public-key", "erp"]
  command: ["--passwordless", "erp"]
  command: ["--bypass", "erp"]
  command: ["--keyspace=erp"]
  command: psql --password erp
  command: mysql -h db -u root -p erp
  command: pg_dump -h db -p 5432 erp
  command: ssh -p 2222 erp@host
  command: node server.js -p 3000
  command: ["sh", "-c", "mkdir -p /data/erp && node server.js"]
  command: ["sh", "-c", "PGPASSWORD=$$(cat /run/secrets/db) pg_dump -h db erp"]
  command: ["sh", "-c", "PGPASSWORD=\${DB_PASSWORD} pg_dump -h db erp"]
  command: ["sh", "-c", "export PGPASSFILE=/run/secrets/pgpass; pg_dump erp"]
  command: ["sh", "-c", "printf 'password=%s' \\"$$PW\\" > /etc/erp.conf"]
  command: ["sh", "-c", "rabbitmqctl add_user erp \\"$$RABBITMQ_PASSWORD\\""]
  command: ["sh", "-c", "mc alias set s3 http://minio:9000 \\"$$USER\\" \\"$$SECRET\\""]
  command: ["sh", "-c", "psql -c \\"ALTER USER erp PASSWORD '$$PW'\\""]
  command: ["prometheus", "--storage.tsdb.retention.time=15d"]
  command: ["postgres", "-c", "password_encryption=scram-sha-256"]
  command: ["traefik", "--api.insecure=false", "--entrypoints.web.address=:80"]
  healthcheck: { test: ["CMD", "redis-cli", "ping"] }
  healthcheck: { test: ["CMD-SHELL", "redis-cli -a \\"$$REDIS_PASSWORD\\" ping"] }
  healthcheck: { test: ["CMD-SHELL", "redis-cli -a \${REDIS_PASSWORD} ping"] }
  healthcheck: { test: ["CMD-SHELL", "mysqladmin ping -uroot -p$$MYSQL_ROOT_PASSWORD"] }
  healthcheck: { test: ["CMD-SHELL", "mysqladmin ping -uroot -p\\"$\${MYSQL_ROOT_PASSWORD}\\""] }
  healthcheck: { test: ["CMD-SHELL", "curl -f -u elastic:$$ELASTIC_PASSWORD localhost:9200"] }
  healthcheck: { test: ["CMD", "pg_isready", "-U", "erp", "-p", "5432"] }
  healthcheck: { test: "curl -f http://localhost:8080/token || exit 1" }
`)

/** Lines that look like secrets, and about which nobody would thank us. */
const TRAPS: readonly (readonly [Context, readonly string[]])[] = [
  [variable(), REFERENCES.map(value => `DB_PASSWORD: ${value}`)],
  [variable(), REFERENCES.filter(value => !/password|secret/i.test(value)).map(value => `JWT_SECRET: ${value}`)],
  [variable('postgres:17.2'), ['POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}', 'POSTGRES_HOST_AUTH_METHOD: trust']],
  [variable('grafana/grafana:12.0.0'), ['GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana']],
  [variable('rabbitmq:4.1'), ['RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD}']],
  [variable('neo4j:5.26'), ['NEO4J_AUTH: ${NEO4J_AUTH:?}', 'NEO4J_AUTH: none']],
  [variable(), NO_SECRETS],
  [variable(), PLAIN_ADDRESSES],
  [listed, lines(`
    DB_PASSWORD
    DB_PASSWORD=
    DB_PASSWORD=\${DB_PASSWORD}
    "JWT_SECRET=\${JWT_SECRET:?}"
    POSTGRES_PASSWORD_FILE=/run/secrets/pg
    DATABASE_URL=postgres://erp:\${DB_PASSWORD}@db/erp
  `)],
  [buildArgument, ['NODE_ENV: production', 'NPM_TOKEN: ${NPM_TOKEN}', 'NPM_TOKEN:', 'VERSION: 1.4.0']],
  [setting(), HARMLESS_COMMANDS],
  [
    environmentFile(),
    lines(`
      POSTGRES_PASSWORD=
      POSTGRES_PASSWORD=""
      POSTGRES_PASSWORD=\${SECRET_FROM_CI}
      # POSTGRES_PASSWORD=otter
      JWT_SECRET=change-me
      JWT_SECRET=your_jwt_secret
      API_KEY=<api key>
      NEXT_PUBLIC_API_KEY=erp-9
      VITE_API_URL=https://api.example.com
      DB_PASSWORD_FILE=/run/secrets/db
      DATABASE_URL=postgres://erp@db/erp
      DATABASE_URL=postgres://erp:\${DB_PASSWORD}@db/erp
      JWT_EXPIRES_IN=15m
      COMPOSE_PROJECT_NAME=erp
      DEBUG=false
    `),
  ],
  ...[
    '.env.example',
    '.env.sample',
    '.env.template',
    '.env.dist',
    'example.env',
    '.env.production.example',
    'env.example',
    '.env.test',
    '.env.ci',
    '.env.development',
    'test/.env',
    'examples/shop/.env',
    'docs/.env',
  ].map(path => [environmentFile(path), ['DB_PASSWORD=otter-57', 'DATABASE_URL=postgres://erp:otter@db/erp']] as const),
  [taken, ['DOMAIN=erp.example.com => DOMAIN: ${DOMAIN:?}', 'JWT_SECRET= => JWT_SECRET: ${JWT_SECRET:?}']],
  ...['compose.override.yaml', 'docker-compose.dev.yml', 'compose.test.yaml', 'docker-compose.ci.yml'].map(
    path =>
      [
        (line: string): Scene => {
          const made = variable('ghcr.io/acme/api:1.4.0', path)(line)
          const base = 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n'
          return { ...made, files: new Map([...made.files, ['compose.yaml', base]]) }
        },
        lines(`
          DB_PASSWORD: postgres
          JWT_SECRET: local-development-secret
          DATABASE_URL: postgres://postgres:postgres@db/erp
          SESSION_SECRET: \${SESSION_SECRET:-local}
        `),
      ] as const,
  ),
  [
    dockerfile(),
    lines(`
      ENV NODE_ENV=production
      ENV JWT_EXPIRES_IN=15m
      ENV DB_PASSWORD_FILE=/run/secrets/db
      ENV DATABASE_URL=postgres://db:5432/erp
      ENV DATABASE_URL=postgres://erp@db/erp
      ENV DATABASE_URL=postgres://erp:\${DB_PASSWORD}@db/erp
      ENV JWT_SECRET=\${JWT_SECRET:-}
      ARG DB_PASSWORD
      ARG NPM_TOKEN
      ARG VERSION=\${VERSION:-1.0.0}
      LABEL token="none"
      # ENV JWT_SECRET=otter
      RUN --mount=type=secret,id=npm npm ci
      RUN echo "password=otter"
      HEALTHCHECK CMD redis-cli -a "$REDIS_PASSWORD" ping
    `),
  ],
  [
    manifest('stringData'),
    lines(`
      password: ""
      password: "<password>"
      password: \${DB_PASSWORD}
      password: change-me
      password: REPLACE_ME
      password: "{{ .Values.password }}"
      password: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]
      username: erp
      host: db
      port: "5432"
      database: erp
      url: https://auth.example.com
      enabled: "true"
      path: /etc/erp/config.yaml
    `),
  ],
  [manifest('data'), ['password: ""', `password: ${base64('change-me')}`, `username: ${base64('erp')}`]],
  [manifest('data', 'k8s/secret.yaml', 'sops: { version: 3.9.0 }\n'), [`password: ${base64('otter-64')}`]],
  [manifest('data', 'k8s/overlays/dev/secret.yaml'), [`password: ${base64('otter-64')}`]],
  [manifest('data', 'examples/secret.yaml'), [`password: ${base64('otter-64')}`]],
  [
    file('k8s/sealed.yaml'),
    [
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: db }\nspec: { encryptedData: { password: AgBy3i4OJS } }',
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec: { data: [{ secretKey: password }] }',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: erp }\ndata: { LOG_LEVEL: info }',
      'kind: Secret\nname: not a manifest of Kubernetes\ndata: { password: otter }',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata: { password: {{ .Values.password | b64enc }} }',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata:\n{{- if .Values.x }}\n  password: b3R0ZXI=\n{{- end }}',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: robot }\ntype: kubernetes.io/service-account-token',
    ],
  ],
  [
    text('notes.md'),
    [
      `gh${'p_'}${'x'.repeat(36)}`,
      `gh${'p_'}abcdefghijklmnopqrstuvwxyz0123456789`,
      `AK${'IA'}IOSFODNN7EXAMPLE`,
      `gh${'p_'}tooshort`,
      `sk_${'test_'}${generated(24, 46)}`,
      `sk_${'live_'}your_key_here_your_key_here`,
      `xo${'xb-'}your-token-here`,
      'pk_live_is_public',
      'password = "otter"',
      'DB_PASSWORD=otter',
      'postgres://erp:otter@localhost/erp',
      'ghp_ is how tokens of GitHub begin',
      `commit ${generated(40, 47, HEX)}`,
      `sha256:${generated(64, 48, HEX)}`,
      '-----BEGIN RSA PRIVATE KEY-----',
      pem('RSA PRIVATE KEY', '...'),
      pem('RSA PRIVATE KEY', 'MIIE'),
      pem('CERTIFICATE', BODY),
      pem('PUBLIC KEY', BODY),
      pem('RSA PRIVATE KEY', 'your key here'),
    ],
  ],
  [text('src/config.ts'), ["const password = process.env.DB_PASSWORD", "const secret = 'otter'"]],
]

const trueLines = TRUE.flatMap(([rule, context, all]) => all.map(line => [rule, line, context] as const))
const trapLines = TRAPS.flatMap(([context, all]) => all.map(line => [line, context] as const))

describe('the accuracy of the rules about secrets', () => {
  it('is measured on enough lines', () => {
    expect(trueLines.length).toBeGreaterThanOrEqual(150)
    expect(trapLines.length).toBeGreaterThanOrEqual(300)
  })

  it.each(trueLines)('%s, once: %s', (rule, line, context) => {
    const scene = context(line)
    const found = findingsIn(scene).map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)
    expect(found).toEqual([`${rule} ${scene.path}:${scene.line}`])
  })

  it.each(trueLines)('never tells the secret of %s: %s', (_, line, context) => {
    const told = findingsIn(context(line)).map(({ message, fix, why, related }) => [message, fix, why, related])
    for (const word of ['otter', 'harbour', 'heron', 'spruce', 'walnut']) {
      expect(JSON.stringify(told)).not.toContain(word)
    }
    for (const run of line.match(/[A-Za-z0-9+/]{20,}/g) ?? []) {
      if (/\d/.test(run)) expect(JSON.stringify(told)).not.toContain(run)
    }
  })

  it.each(trueLines.filter(([, line]) => line.includes('otter')))('has a name apart from its value: %s: %s', (_, line, context) => {
    const names = (text: string) => findingsIn(context(text)).map(finding => finding.fingerprint)
    expect(names(line.replaceAll('otter', 'badger'))).toEqual(names(line))
  })

  it.each(trapLines)('nothing: %s', (line, context) => {
    expect(findingsIn(context(line)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })
})
