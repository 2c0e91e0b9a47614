import {
  BODY,
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
  pem,
  type Scene,
  setting,
  taken,
  text,
  variable,
  withChecksum,
} from './secret-lines.js'

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
  JWT_SECRET_ROTATION: "3600"
  ACCESS_TOKEN_LIFETIME: "3600"
  API_TOKEN: "3600"
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
export const TRAPS: readonly (readonly [Context, readonly string[]])[] = [
  [variable(), REFERENCES.map(value => `DB_PASSWORD: ${value}`)],
  [variable(), REFERENCES.filter(value => !/password|secret/i.test(value)).map(value => `JWT_SECRET: ${value}`)],
  [variable('postgres:17.2'), ['POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}', 'POSTGRES_HOST_AUTH_METHOD: trust']],
  [variable('grafana/grafana:12.0.0'), ['GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana']],
  [variable('rabbitmq:4.1'), ['RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD}']],
  [variable('neo4j:5.26'), ['NEO4J_AUTH: ${NEO4J_AUTH:?}', 'NEO4J_AUTH: none']],
  [variable(), NO_SECRETS],
  [variable(), PLAIN_ADDRESSES],
  [
    listed,
    lines(`
    DB_PASSWORD
    DB_PASSWORD=
    DB_PASSWORD=\${DB_PASSWORD}
    "JWT_SECRET=\${JWT_SECRET:?}"
    POSTGRES_PASSWORD_FILE=/run/secrets/pg
    DATABASE_URL=postgres://erp:\${DB_PASSWORD}@db/erp
  `),
  ],
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
      DATABASE_URL=postgres://erp:your_password@db/erp
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
  // Made up: the checksum is wrong, and a test needs one that looks right.
  // Translations and styles are not looked through.
  [text('locale/de/django.po'), [`msgid "gh${'p_'}${withChecksum(generated(30, 40))}"`]],
  [text('test/fixtures/data.json'), [`"gh${'p_'}${generated(36, 40)}"`, `"np${'m_'}${generated(36, 27)}"`]],
  [text('src/config.ts'), ['const password = process.env.DB_PASSWORD', "const secret = 'otter'"]],
]
