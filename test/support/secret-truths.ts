import {
  BASE32,
  BODY,
  base64,
  buildArgument,
  type Context,
  dockerfile,
  environmentFile,
  generated,
  HEX,
  lines,
  listed,
  manifest,
  pem,
  setting,
  taken,
  text,
  variable,
  withChecksum,
} from './secret-lines.js'

/** Lines by the rule that finds them. */
type Table = readonly (readonly [rule: string, context: Context, lines: readonly string[]])[]

/** Every line is one secret, which exactly one rule finds, on that line. */
export const TRUE: Table = [
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
      DB_PASSWORD: "3600"
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
  [
    'secret/insecure-default',
    setting('redis:8.0'),
    ['command: redis-server --requirepass ${REDIS_PASSWORD:-otter-40}'],
  ],
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
  ...[
    '.env.production',
    '.env.prod',
    '.env.local',
    '.env.docker',
    'backend/.env',
    'deploy/server.env',
    '.env.staging',
  ].map(path => ['secret/environment-file-committed', environmentFile(path), ['DB_PASSWORD=otter-57']] as const),
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
  [
    'secret/default-credentials',
    variable('postgres:17.2'),
    ['POSTGRES_PASSWORD: postgres', 'POSTGRES_PASSWORD: password'],
  ],
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
      return {
        files: new Map([['compose.yaml', `services:\n  api:\n    image: ${image}\n`]]),
        path: 'compose.yaml',
        line: 2,
      }
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
  [
    'secret/provider-token',
    variable(),
    [`GITHUB_TOKEN: gh${'p_'}${generated(36, 35)}`, `X: gh${'p_'}${generated(36, 36)}`],
  ],
  ['secret/provider-token', variable(), [`TOKEN: \${TOKEN:-gh${'p_'}${generated(36, 37)}}`]],
  ['secret/provider-token', environmentFile(), [`STRIPE_KEY=sk_${'live_'}${generated(24, 38)}`]],
  ['secret/provider-token', environmentFile('.env.example'), [`STRIPE_KEY=sk_${'live_'}${generated(24, 39)}`]],
  ['secret/provider-token', text('test/fixtures/data.json'), [`"gh${'p_'}${withChecksum(generated(30, 40))}"`]],
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
