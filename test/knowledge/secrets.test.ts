import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  credentialsIn,
  isPlaceholder,
  isSecretName,
  isSigningKeyName,
  literalSecret,
  mask,
  secretValue,
} from '../../src/knowledge/secrets.js'

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

describe('names of secrets', () => {
  test.each(
    list(`POSTGRES_PASSWORD MYSQL_ROOT_PASSWORD DB_PASS DBPASSWORD PGPASSWORD MYSQL_PWD REDIS_PASSWORD API_KEY STRIPE_API_KEY
      APIKEY JWT_SECRET jwtSecret JWT_SECRET_KEY SECRET_KEY SECRET_KEY_BASE ENCRYPTION_KEY COOKIE_SECRET SESSION_SECRET
      AWS_SECRET_ACCESS_KEY GITHUB_TOKEN ACCESS_TOKEN MINIO_ROOT_PASSWORD RABBITMQ_DEFAULT_PASS RABBITMQ_ERLANG_COOKIE
      GF_SECURITY_ADMIN_PASSWORD spring.datasource.password db-password ConnectionStrings__Password KAFKA_CLIENT_PASSWORDS
      CLIENT_SECRET WEBHOOK_SECRET PRIVATE_KEY SSH_PRIVATE_KEY SERVICE_ROLE_KEY APP_KEY NEXTAUTH_SECRET JWT_SECRET_PROD
      DB_PASSWORD_2 PASSWORD passphrase adminPassword AUTH0_CLIENT_SECRET DJANGO_SECRET_KEY ADMINPASS SMTP_PASS`),
  )('%s', name => {
    expect(isSecretName(name)).toBe(true)
  })

  test.each(
    list(`POSTGRES_PASSWORD_FILE POSTGRES_USER POSTGRES_DB TOKEN_URL JWT_EXPIRES_IN JWT_TTL ACCESS_TOKEN_TTL
      REFRESH_TOKEN_EXPIRATION JWT_ALGORITHM AWS_ACCESS_KEY_ID SECRET_NAME SECRET_ARN TOKEN_ENDPOINT PASSWORD_MIN_LENGTH
      PASSWORD_LENGTH MYSQL_ALLOW_EMPTY_PASSWORD ALLOW_EMPTY_PASSWORD MYSQL_RANDOM_ROOT_PASSWORD REQUIRE_PASSWORD
      RESET_PASSWORD_ENABLED PUBLIC_KEY JWT_PUBLIC_KEY STRIPE_PUBLISHABLE_KEY NEXT_PUBLIC_API_KEY VITE_SECRET
      REACT_APP_TOKEN SUPABASE_ANON_KEY RECAPTCHA_SITE_KEY PWD OLDPWD COMPASS BYPASS KEYBOARD MONKEY TOKENIZER MAX_TOKENS
      PATH HOME NODE_ENV SESSION_TIMEOUT COOKIE_DOMAIN PRIMARY_KEY FOREIGN_KEY PARTITION_KEY CACHE_KEY_PREFIX
      KAFKA_KEY_SERIALIZER TOKEN_HEADER BCRYPT_SALT_ROUNDS PASSWORD_POLICY SECRETS_PATH VAULT_TOKEN_FILE`),
  )('not %s', name => {
    expect(isSecretName(name)).toBe(false)
  })

  test.each(
    list(`JWT_SECRET JWT_SECRET_KEY jwtSecret JWT_ACCESS_SECRET JWT_REFRESH_TOKEN_SECRET SESSION_SECRET COOKIE_SECRET
      ENCRYPTION_KEY DATA_ENCRYPTION_KEY SECRET_KEY DJANGO_SECRET_KEY SECRET_KEY_BASE NEXTAUTH_SECRET AUTH_SECRET APP_KEY
      APP_SECRET SIGNING_KEY HMAC_KEY CSRF_SECRET REFRESH_TOKEN_SECRET JWT_PRIVATE_KEY JWT_SECRET_DEV`),
  )('%s signs or encrypts', name => {
    expect(isSigningKeyName(name)).toBe(true)
  })

  test.each(
    list(`POSTGRES_PASSWORD API_KEY APP_API_KEY AUTH0_CLIENT_SECRET STRIPE_WEBHOOK_SECRET GITHUB_TOKEN JWT_PUBLIC_KEY
      JWT_EXPIRES_IN MINIO_SECRET_KEY S3_SECRET_KEY AWS_SECRET_ACCESS_KEY NEXT_PUBLIC_APP_KEY SESSION_TTL PASSWORD`),
  )('%s does not', name => {
    expect(isSigningKeyName(name)).toBe(false)
  })
})

describe('values of secrets', () => {
  test.each([
    ['', 'none'],
    ['null', 'none'],
    ['${DB_PASSWORD}', 'reference'],
    ['${DB_PASSWORD:?set it}', 'reference'],
    ['$DB_PASSWORD', 'reference'],
    ['$(cat /run/secrets/x)', 'reference'],
    ['{{ .Values.password }}', 'reference'],
    ['{{password}}', 'reference'],
    ['<password>', 'reference'],
    ['<your password>', 'reference'],
    ['%DB_PASSWORD%', 'reference'],
    ['ENC[AES256_GCM,data:abc]', 'reference'],
    ['op://vault/item/password', 'reference'],
    ['arn:aws:secretsmanager:eu-west-1:1:secret:x', 'reference'],
    ['process.env.SECRET', 'reference'],
    ['true', 'setting'],
    ['3600', 'setting'],
    ['15m', 'setting'],
    ['7d', 'setting'],
    [`ph${'c_'}bIjVJQDVLk4Ynq3zXw8sRtA9uFhGe2LmC7oPdK5vT1W`, 'setting'],
    [`pk_${'live_'}Y2xlcmsuZXhhbXBsZS5jb20k`, 'setting'],
    ['/run/secrets/db_password', 'path'],
    ['./keys/jwt.pem', 'path'],
    ['certs/private.key', 'path'],
    ['https://auth.example.com/oauth/token', 'path'],
    ['changeme', 'placeholder'],
    ['CHANGE_ME_IN_PRODUCTION', 'placeholder'],
    ['change-this-secret-key', 'placeholder'],
    ['your-secret-key', 'placeholder'],
    ['your_jwt_secret_at_least_32_characters', 'placeholder'],
    ['my-super-secret-key', 'placeholder'],
    ['replace-with-a-long-random-string', 'placeholder'],
    ['xxxxxxxx', 'placeholder'],
    ['********', 'placeholder'],
    ['secret-goes-here', 'placeholder'],
    ['postgres', 'literal'],
    ['password', 'literal'],
    ['admin', 'literal'],
    ['secret', 'literal'],
    ['Pa55w0rd!', 'literal'],
    ['123456', 'literal'],
    ['00000000', 'literal'],
    ['8f2a9c1d7b3e4f60', 'literal'],
    ['correct horse battery staple', 'literal'],
    ['postgres://app:hunter2@db/app', 'literal'],
    ['"quoted-value-9"', 'literal'],
    ['9jK+/s8dLw2Qx7Vb4Nm1Rt6Yz3Pc5Hg0==', 'literal'],
  ] as const)('%s is %s', (value, kind) => {
    expect(secretValue(value)).toBe(kind)
    expect(literalSecret(value)).toBe(kind === 'literal')
    expect(isPlaceholder(value)).toBe(kind === 'placeholder')
  })

  test('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(() => [secretValue(text), isSecretName(text), isSigningKeyName(text), mask(text)]).not.toThrow()
      }),
    )
  })

  test('are masked to a quarter at most', () => {
    expect(mask('hunter2')).toBe('… (7 characters)')
    expect(mask('hunter2hunter2')).toBe('hun… (14 characters)')
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), text => {
        expect(mask(text).split('…')[0]?.length).toBeLessThanOrEqual(Math.max(0, text.length / 4))
      }),
    )
  })
})

describe('connection strings', () => {
  const cases: readonly (readonly [string, object])[] = [
    [
      'postgres://app:hunter2@db:5432/shop',
      { scheme: 'postgres', user: 'app', password: 'literal', host: 'db', port: 5432, database: 'shop' },
    ],
    [
      'postgresql://app@db/shop?sslmode=require',
      { scheme: 'postgresql', user: 'app', password: 'none', host: 'db', database: 'shop' },
    ],
    [
      'postgres://${DB_USER}:${DB_PASSWORD}@db:5432/${DB_NAME}',
      { user: '${DB_USER}', password: 'unknown', host: 'db', port: 5432 },
    ],
    [
      'postgres://app:${DB_PASSWORD:-a:b@c/d?e}@db:5432/shop',
      { password: 'unknown', host: 'db', port: 5432, database: 'shop' },
    ],
    ['postgres://app:pre${X}post@db/shop', { password: 'unknown', host: 'db' }],
    ['postgres://app:$DB_PASSWORD@db/shop', { password: 'unknown', host: 'db' }],
    ['postgres://<user>:<password>@db/shop', { password: 'unknown', host: 'db' }],
    ['postgres://app:***@db/shop', { password: 'unknown', host: 'db' }],
    ['postgres://app:p@ss@db/shop', { user: 'app', password: 'literal', host: 'db' }],
    [
      'postgres://app:p/w#d@db:5433/shop',
      { user: 'app', password: 'literal', host: 'db', port: 5433, database: 'shop' },
    ],
    ['postgres://app:p%40ss@db/shop', { password: 'literal', host: 'db' }],
    ['postgres://${HOST}:5432/shop', { password: 'none', host: '${HOST}', port: 5432 }],
    ['postgres://${CREDENTIALS}@db/shop', { password: 'unknown', host: 'db' }],
    ['postgres:///shop?host=/var/run/postgresql', { host: '', password: 'none', database: 'shop' }],
    ['postgres://[::1]:5432/shop', { host: '::1', port: 5432 }],
    [
      'redis://:hunter2@cache:6379/0',
      { scheme: 'redis', password: 'literal', host: 'cache', port: 6379, database: '0' },
    ],
    ['redis://cache:6379', { password: 'none', host: 'cache', port: 6379 }],
    ['rediss://default:@cache', { user: 'default', password: 'none', host: 'cache' }],
    [
      'amqp://guest:guest@rabbitmq:5672/%2Fshop',
      { user: 'guest', password: 'literal', host: 'rabbitmq', database: '/shop' },
    ],
    [
      'mongodb://root:example@m1:27017,m2:27018/shop?replicaSet=rs0',
      { password: 'literal', host: 'm1', hosts: ['m1', 'm2'], port: 27017, database: 'shop' },
    ],
    [
      'mongodb+srv://u:p@cluster0.abc.mongodb.net/db',
      { scheme: 'mongodb+srv', password: 'literal', host: 'cluster0.abc.mongodb.net' },
    ],
    [
      'jdbc:postgresql://db:5432/shop?user=app&password=hunter2',
      { scheme: 'postgresql', user: 'app', password: 'literal', host: 'db', database: 'shop' },
    ],
    ['jdbc:postgresql://db:5432/shop?user=app&password=${PW}', { password: 'unknown', host: 'db' }],
    ['jdbc:mysql://db/shop', { scheme: 'mysql', password: 'none', host: 'db', database: 'shop' }],
    [
      'jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=hunter2',
      { scheme: 'sqlserver', user: 'sa', password: 'literal', host: 'db', port: 1433, database: 'shop' },
    ],
    [
      'Server=tcp:db,1433;Initial Catalog=shop;User Id=sa;Password=hunter2;',
      { scheme: 'sqlserver', user: 'sa', password: 'literal', host: 'db', port: 1433, database: 'shop' },
    ],
    [
      'Host=db;Port=5432;Database=shop;Username=app;Password=${PW}',
      { scheme: 'postgres', user: 'app', password: 'unknown', host: 'db', port: 5432 },
    ],
    [
      'host=db port=5432 user=app password=hunter2 dbname=shop',
      { scheme: 'postgres', user: 'app', password: 'literal', host: 'db', port: 5432, database: 'shop' },
    ],
    [
      'app:hunter2@tcp(db:3306)/shop?parseTime=true',
      { scheme: 'mysql', user: 'app', password: 'literal', host: 'db', port: 3306, database: 'shop' },
    ],
    ['https://api.example.com/v1?x=a@b', { scheme: 'https', password: 'none', host: 'api.example.com' }],
    ['http://localhost:3000', { host: 'localhost', port: 3000, password: 'none' }],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(credentialsIn(text)).toMatchObject(expected)
  })

  test('give the place of the password, not the password', () => {
    const text = 'postgres://app:p/w#d@db:5433/shop'
    const found = credentialsIn(text)
    expect(text.slice(...(found?.passwordRange ?? [0, 0]))).toBe('p/w#d')
    expect(JSON.stringify(found)).not.toContain('p/w#d')
  })

  test.each([
    '',
    'localhost:5432',
    'redis',
    'a b c',
    'key=value',
    'x=1;y=2',
    'mailto:a@b.c',
    'C:\\dir\\file',
    'user:pw@host',
    '5432',
  ])('%s is none', text => {
    expect(credentialsIn(text)).toBeUndefined()
  })

  test('never throw, and keep to the text', () => {
    const piece = fc.constantFrom(
      'postgres://',
      '${',
      '}',
      ':',
      '@',
      '/',
      '?',
      '#',
      'a',
      '%',
      '[',
      ']',
      ',',
      ';',
      '=',
      ' ',
      'Password=',
      '$x',
      '{{',
      '}}',
      '💥',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const found = credentialsIn(text)
        if (found?.passwordRange) {
          expect(found.passwordRange[0]).toBeLessThanOrEqual(found.passwordRange[1])
          expect(found.passwordRange[1]).toBeLessThanOrEqual(text.length)
        }
      }),
    )
    expect(credentialsIn(`postgres://${'${'.repeat(2000)}`)).toBeDefined()
    expect(credentialsIn(`postgres://${'a'.repeat(5000)}`)).toBeUndefined()
  })
})
