import {
  type CodeContext,
  django,
  entries,
  go,
  goFile,
  lines,
  node,
  nodeAside,
  nodeFile,
  pydantic,
  python,
} from './code-secret-lines.js'
import { generated, HEX } from './secret-lines.js'

const UUID = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'
const SHA256 = generated(64, 71, HEX)
const JWT =
  "import jwt from 'jsonwebtoken'\nimport session from 'express-session'\nimport cookieParser from 'cookie-parser'"

/** Lines of code that hold no secret, or none that production runs with. */
export const CODE_TRAPS: readonly (readonly [CodeContext, readonly string[]])[] = [
  // Names of fields, texts for people, keys of storage, names of cookies and headers, switches, properties of secrets.
  [
    node(),
    lines(`
      export const passwordField = 'password'
      export const PASSWORD_FIELD = 'password'
      export const tokenUrl = 'https://auth.acme.io/oauth/token'
      export const TOKEN_URL = process.env.TOKEN_URL || 'https://auth.acme.io/oauth/token'
      export const secretName = 'erp-production'
      export const secretName = process.env.SECRET_NAME || 'erp/production'
      export const SECRET_ARN = process.env.DB_SECRET_ARN || 'erp/production/database'
      export const keyPrefix = 'session:'
      export const cache = { keyPrefix: process.env.KEY_PREFIX || 'erp:' }
      export const ACCESS_TOKEN_KEY = 'access_token'
      export const REFRESH_TOKEN_KEY = 'refreshToken'
      export const TOKEN_KEY = 'erp.token'
      export const STORAGE_KEYS = { token: 'token', refreshToken: 'refresh_token' }
      export const TOKEN_COOKIE = 'token'
      export const cookieName = process.env.SESSION_COOKIE_NAME || 'sid'
      export const csrfCookie = process.env.CSRF_COOKIE_NAME || 'XSRF-TOKEN'
      export const csrfHeader = process.env.CSRF_HEADER || 'X-CSRF-Token'
      export const API_KEY_HEADER = 'X-API-Key'
      export const apiKeyHeader = process.env.API_KEY_HEADER || 'x-api-key'
      export const PASSWORD_HEADER = process.env.PASSWORD_HEADER || 'x-password'
      export const messages = { password: 'Password', token: 'Token', secret: 'Secret' }
      export const messages = { invalidPassword: 'The password is not correct', passwordRequired: 'Enter a password' }
      export const errors = { INVALID_TOKEN: 'The token is not valid', TOKEN_EXPIRED: 'The token has expired' }
      export const errors = { WEAK_PASSWORD: 'PASSWORD_TOO_WEAK', NO_TOKEN: 'NO_TOKEN' }
      export const labels = { en: { password: 'Password' }, de: { password: 'Passwort' } }
      export const translations = { 'login.password': 'Password', 'login.forgotPassword': 'Forgot your password?' }
      export enum Grant { Password = 'password', ClientSecret = 'client_secret', Token = 'token' }
      export enum ErrorCode { InvalidPassword = 'INVALID_PASSWORD', MissingToken = 'MISSING_TOKEN' }
      export type Kind = 'password' | 'token' | 'secret'
      export type Input = { type: 'password'; password: string; token?: string }
      export interface Login { password: string; secret: string }
      export const field = { type: 'password', name: 'password' }
      export const columns = { password: 'password_hash', token: 'api_token' }
      export const select = { password: false, token: true }
      export const REDACTED = ['password', 'secret', 'token', 'authorization']
      export const redact = { paths: ['req.headers.authorization', 'password'], censor: '[redacted]' }
      export const passwordPattern = /^(?=.*[A-Z])(?=.*[0-9]).{8,}$/
      export const PASSWORD_REGEX = '^(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9]{8,}$'
      export const passwordPolicy = { minLength: 12, password: 'strong' }
      export const PASSWORD_MIN_LENGTH = process.env.PASSWORD_MIN_LENGTH || '12'
      export const rounds = process.env.PASSWORD_HASH_ROUNDS || '12'
      export const algorithm = process.env.PASSWORD_ALGORITHM || 'argon2id'
      export const ttl = process.env.JWT_SECRET_TTL || '15m'
      export const expires = process.env.JWT_EXPIRES_IN || '1h'
      export const expires = process.env.TOKEN_EXPIRY || '3600'
      export const lifetime = process.env.REFRESH_TOKEN_TTL || '7d'
      export const issuer = process.env.TOKEN_ISSUER || 'https://auth.acme.io'
      export const audience = process.env.JWT_AUDIENCE || 'erp'
      export const keyId = process.env.JWT_KEY_ID || 'key-1'
      export const keyId = process.env.AWS_ACCESS_KEY_ID || 'local'
      export const file = process.env.DB_PASSWORD_FILE || '/run/secrets/db'
      export const file = process.env.JWT_PRIVATE_KEY_PATH || './keys/jwt.pem'
      export const file = process.env.JWT_PRIVATE_KEY || '/run/secrets/jwt.pem'
      export const url = process.env.PASSWORD_RESET_URL || 'https://erp.acme.io/reset'
      export const require2fa = process.env.REQUIRE_PASSWORD || 'true'
      export const enabled = process.env.ENABLE_API_TOKEN || 'false'
      export const enabled = process.env.TOKEN_ENABLED === 'true'
      export const PUBLIC_KEY = process.env.JWT_PUBLIC_KEY || '${generated(60, 72)}'
      export const siteKey = process.env.RECAPTCHA_SITE_KEY || '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI'
      export const publishable = process.env.STRIPE_PUBLISHABLE_KEY || 'not-a-real-key'
      export const anon = process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY || '${generated(40, 73)}'
      export const key = process.env.VITE_API_KEY || '${generated(40, 74)}'
      export const key = process.env.REACT_APP_API_KEY || 'acme'
      export const id = '${UUID}'
      export const clientId = process.env.CLIENT_ID || '${UUID}'
      export const tenantSecretId = '${UUID}'
      export const clientSecret = '${UUID}'
      export const integrity = 'sha384-${generated(64, 75)}'
      export const checksum = '${SHA256}'
      export const passwordHash = '$2b$12$${generated(53, 76)}'
      export const PASSWORD_HASH = process.env.PASSWORD_HASH || '$2b$12$${generated(53, 76)}'
      export const commit = '${generated(40, 77, HEX)}'
      export const etag = '"${generated(32, 78, HEX)}"'
      export const digest = { algorithm: 'sha256', value: '${SHA256}' }
      export const publicKey = '${generated(64, 79)}'
      export const measurementId = 'G-${generated(10, 80)}'
      export const queueToken = Symbol('QUEUE_TOKEN')
      export const DB_TOKEN = 'DATABASE_CONNECTION'
      export const CONFIG_TOKEN = 'CONFIG_TOKEN'
      export const SECRET_SERVICE = 'SecretService'
      export const PASSWORD_QUEUE = 'password-reset'
      export const topics = { passwordChanged: 'user.password.changed', tokenRevoked: 'auth.token.revoked' }
      export const routes = { resetPassword: '/auth/reset-password', token: '/oauth/token' }
      export const permissions = { SECRET_READ: 'secret:read', TOKEN_WRITE: 'token:write' }
      export const scope = 'read:token write:secret'
      export const grant = 'urn:ietf:params:oauth:grant-type:token-exchange'
      export const metric = 'auth_password_attempts_total'
      export const key = 'i18n.password.placeholder'
      export const placeholder = 'Enter your password'
      export const example = { password: 'S3cure!pass' }
      export const swagger = { example: 'postgres://erp:heron@db:5432/erp' }
      export const docs = { description: 'for example postgres://erp:heron@db:5432/erp' }
      export const text = 'set DATABASE_URL to postgres://erp:heron@db:5432/erp'
      console.log('connect with postgres://erp:heron@db:5432/erp')
      throw new Error('JWT_SECRET is not set')
    `),
  ],
  // Without a value, with a word for nothing, from elsewhere.
  [
    node(),
    lines(`
      export const secret = process.env.JWT_SECRET
      export const secret = process.env.JWT_SECRET!
      export const secret = process.env.JWT_SECRET as string
      export const secret = process.env.JWT_SECRET || ''
      export const secret = process.env.JWT_SECRET ?? ''
      export const secret = process.env.JWT_SECRET || undefined
      export const secret = process.env.JWT_SECRET || null
      export const password = process.env.REDIS_PASSWORD || ''
      export const password = process.env.REDIS_PASSWORD ?? undefined
      export const password = process.env.DB_PASSWORD || 'none'
      export const secret = process.env.JWT_SECRET ?? (() => { throw new Error('JWT_SECRET') })()
      export const secret = process.env.JWT_SECRET || fail('JWT_SECRET') ⏎ function fail(name: string): never { throw new Error(name) }
      export const secret = process.env.JWT_SECRET || process.env.APP_SECRET
      export const secret = process.env.REQUEST_ID || crypto.randomUUID()
      export const secret = process.env.JWT_SECRET || readFileSync('/run/secrets/jwt', 'utf8')
      export const secret = process.env.JWT_SECRET || vault.read('jwt')
      export const secret = process.env.JWT_SECRET || \`\${process.env.APP_KEY}-jwt\`
      export const url = process.env.DATABASE_URL || \`postgres://\${process.env.DB_USER}:\${process.env.DB_PASSWORD}@db/erp\`
      export const url = process.env.DATABASE_URL || 'postgres://db:5432/erp'
      export const url = process.env.DATABASE_URL || 'postgres://erp@db:5432/erp'
      export const url = process.env.DATABASE_URL || 'postgres://erp:erp@localhost:5432/erp'
      export const url = process.env.DATABASE_URL || 'postgres://erp:heron@127.0.0.1:5432/erp'
      export const url = process.env.REDIS_URL || 'redis://localhost:6379'
      export const url = process.env.REDIS_URL || 'redis://cache:6379/0'
      export const url = process.env.MONGO_URL || 'mongodb://mongo:27017/erp'
      export const url = process.env.AMQP_URL || 'amqp://queue:5672'
      export const url = process.env.API_URL || 'https://api.acme.io/v1'
      export const { JWT_SECRET } = process.env
      export const { JWT_SECRET = '' } = process.env
      export const { TOKEN_TTL = '15m' } = process.env
      export const secret = process.env.JWT_SECRET || 'true'
      export const secret = process.env.JWT_SECRET || '{{ jwt_secret }}'
      export const secret = process.env.JWT_SECRET || '\${JWT_SECRET}'
      export const secret = process.env.JWT_SECRET || '<secret>'
      export const user = process.env.DB_USER || 'postgres'
      export const database = process.env.DB_NAME || 'erp'
      export const host = process.env.DB_HOST || 'db'
      export const port = process.env.PORT || '3000'
      export const bucket = process.env.S3_BUCKET || 'erp-files'
      export const region = process.env.AWS_REGION || 'eu-central-1'
      export const key = process.env.STRIPE_API_KEY || 'your-stripe-key'
      export const key = process.env.OPENAI_API_KEY || 'not-needed'
      export const key = process.env.AWS_SECRET_ACCESS_KEY || 'test'
    `),
  ],
  // Refused at the start.
  [
    node("import assert from 'node:assert'"),
    lines(`
      const secret = process.env.JWT_SECRET || 'heron-1' ⏎ if (secret === 'heron-1') throw new Error('set JWT_SECRET')
      const secret = process.env.JWT_SECRET || 'heron-1' ⏎ if (process.env.NODE_ENV === 'production' && secret === 'heron-1') throw new Error('set JWT_SECRET')
      if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET') ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      if (!process.env.JWT_SECRET) { console.error('JWT_SECRET'); process.exit(1) } ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      if (process.env.JWT_SECRET === undefined) process.exit(1) ⏎ export const secret = process.env.JWT_SECRET ?? 'heron-1'
      for (const name of ['JWT_SECRET', 'DB_PASSWORD']) if (!process.env[name]) throw new Error(name) ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      const required = ['JWT_SECRET'] ⏎ required.forEach(name => { if (!process.env[name]) process.exit(1) }) ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      requireEnv('JWT_SECRET') ⏎ export const secret = process.env.JWT_SECRET || 'heron-1' ⏎ function requireEnv(name: string) { if (!process.env[name]) throw new Error(name) }
      assert(process.env.JWT_SECRET) ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      assert.ok(process.env.JWT_SECRET, 'JWT_SECRET') ⏎ export const secret = process.env.JWT_SECRET || 'heron-1'
      export const secret = requireEnv('JWT_SECRET', 'the key of tokens') ⏎ function requireEnv(name: string, what: string) { const value = process.env[name]; if (!value) throw new Error(what); return value }
      const DEFAULT = 'heron-1' ⏎ const secret = process.env.JWT_SECRET || DEFAULT ⏎ if (secret === DEFAULT) { throw new Error('set JWT_SECRET') }
      let secret = process.env.JWT_SECRET ⏎ if (!secret) { throw new Error('JWT_SECRET') }
      let secret = process.env.JWT_SECRET ⏎ if (!secret) { secret = 'heron-1'; throw new Error('JWT_SECRET') }
    `),
  ],
  // Only outside production.
  [
    node(JWT),
    lines(`
      export const secret = process.env.NODE_ENV === 'production' ? process.env.JWT_SECRET : process.env.JWT_SECRET || 'heron-1'
      export const secret = process.env.NODE_ENV !== 'production' ? 'heron-1' : process.env.JWT_SECRET
      export const secret = isProduction ? process.env.JWT_SECRET : 'heron-1' ⏎ const isProduction = true
      if (process.env.NODE_ENV !== 'production') { process.env.JWT_SECRET ||= 'heron-1' }
      if (process.env.NODE_ENV === 'development') process.env.JWT_SECRET = process.env.JWT_SECRET || 'heron-1'
      if (process.env.NODE_ENV === 'test') { process.env.DB_PASSWORD = process.env.DB_PASSWORD || 'heron-1' }
      let secret = process.env.JWT_SECRET ⏎ if (!secret && process.env.NODE_ENV !== 'production') secret = 'heron-1'
      let secret = process.env.JWT_SECRET ⏎ if (process.env.NODE_ENV !== 'production') { if (!secret) secret = 'heron-1' }
      export const secret = process.env.JWT_SECRET || (process.env.NODE_ENV !== 'production' && 'heron-1')
      export const secret = process.env.JWT_SECRET || (process.env.NODE_ENV === 'test' ? 'heron-1' : undefined)
      const isDev = process.env.NODE_ENV === 'development' ⏎ if (isDev) jwt.sign({}, 'heron-1', { expiresIn: '1h' })
      if (process.env.NODE_ENV !== 'production') session({ secret: 'keyboard cat' })
      export class DevelopmentConfig { secret = process.env.NODE_ENV === 'production' ? '' : 'heron-1' }
      export const url = process.env.NODE_ENV === 'production' ? process.env.DATABASE_URL : 'postgres://erp:heron@db/erp'
    `),
  ],
  // Keys that are read, made, public or nobody's.
  [
    node(JWT),
    lines(`
      export const issue = (user: object) => jwt.sign(user, process.env.JWT_SECRET!, { expiresIn: '1h' })
      export const issue = (user: object, key: string) => jwt.sign(user, key, { expiresIn: '1h' })
      export const issue = (user: object) => jwt.sign(user, config.secret, { expiresIn: '1h' }) ⏎ const config = load()
      export const issue = (user: object) => jwt.sign(user, randomBytes(32).toString('hex'), { expiresIn: '1h' })
      export const issue = (user: object) => jwt.sign(user, readFileSync('/run/secrets/jwt'), { expiresIn: '1h', algorithm: 'RS256' })
      export const check = (text: string) => jwt.verify(text, process.env.JWT_PUBLIC_KEY!)
      export const check = (text: string) => jwt.verify(text, '-----BEGIN PUBLIC KEY-----\\n${generated(60, 81)}\\n-----END PUBLIC KEY-----')
      export const read = (text: string) => jwt.decode(text)
      export const sign = (text: string) => document.sign(text, 'signature')
      export const middleware = session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false })
      export const middleware = session({ secret: [process.env.SESSION_SECRET!, process.env.OLD_SECRET!], name: 'sid' })
      export const middleware = cookieParser()
      export const middleware = cookieParser(process.env.COOKIE_SECRET)
      export const other = register({ secret: 'the word of the day' })
      export const other = create({ password: 'Password', secret: 'Secret' })
      export const user = await users.create({ email: 'info@acme.io', password: await hash(request.body.password) })
      export const form = z.object({ password: z.string().min(12), token: z.string() })
      export const form = { password: ['', Validators.required], token: [''] }
      export const schema = { properties: { password: { type: 'string', format: 'password', example: 'heron-1' } } }
      export const query = 'select password, token from users where id = $1'
      export const header = 'Authorization: Bearer '
      export const bearer = 'Bearer'
      export const agent = 'erp/1.0 (token)'
    `),
  ],
  // Clients without a secret in the code.
  [
    node(
      "import { Pool } from 'pg'\nimport Redis from 'ioredis'\nimport mongoose from 'mongoose'\nimport { DataSource } from 'typeorm'\nimport { Sequelize } from 'sequelize'",
    ),
    lines(`
      export const pool = new Pool({ connectionString: process.env.DATABASE_URL })
      export const pool = new Pool({ host: 'db', user: 'erp', password: process.env.DB_PASSWORD })
      export const pool = new Pool({ host: 'localhost', user: 'erp', password: 'heron-1' })
      export const pool = new Pool({ host: '127.0.0.1', user: 'erp', password: 'heron-1' })
      export const pool = new Pool({ host: 'db', user: 'erp', password: '' })
      export const pool = new Pool({ host: 'db', user: 'erp', password: () => token() })
      export const pool = new Pool({ host: 'db', user: 'erp', password: readFileSync('/run/secrets/db', 'utf8').trim() })
      export const pool = new Pool({ connectionString: 'postgres://db:5432/erp' })
      export const pool = new Pool({ connectionString: 'postgres://erp:heron@localhost:5432/erp' })
      export const cache = new Redis({ host: 'cache', password: process.env.REDIS_PASSWORD })
      export const cache = new Redis('redis://cache:6379')
      export const cache = new Redis('redis://:heron@localhost:6379')
      mongoose.connect(process.env.MONGO_URL!)
      mongoose.connect('mongodb://mongo:27017/erp')
      mongoose.connect('mongodb://erp:heron@127.0.0.1:27017/erp')
      mongoose.connect(\`mongodb://erp:\${process.env.MONGO_PASSWORD}@mongo:27017/erp\`)
      mongoose.connect('mongodb+srv://<user>:<password>@cluster0.mongodb.net/erp')
      export const source = new DataSource({ type: 'postgres', host: 'db', username: 'erp', password: process.env.DB_PASSWORD })
      export const db = new Sequelize(process.env.DATABASE_URL!)
      export const db = new Sequelize('erp', 'erp', process.env.DB_PASSWORD, { host: 'db', dialect: 'postgres' })
      export const db = new Sequelize('erp', 'erp', 'heron-1', { host: 'localhost', dialect: 'postgres' })
      export const schema = new mongoose.Schema({ password: { type: String, select: false }, token: String })
      export const link = { url: 'https://erp.acme.io/reset?token=abc' }
      export const url = 'https://user@git.acme.io/erp.git'
      export const docsUrl = 'https://docs.acme.io/a:b@c'
      export const databaseUrl = 'postgres://user:password@host:5432/database'
      export const databaseUrl = 'postgresql://username:password@hostname/database'
    `),
  ],
  // Schemas of the environment.
  [
    entries('const schema = z.object({', '})\nexport const env = schema.parse(process.env)', "import { z } from 'zod'"),
    lines(`
      JWT_SECRET: z.string(),
      JWT_SECRET: z.string().min(32),
      JWT_SECRET: z.string().min(32).optional(),
      JWT_SECRET: z.string().optional().default(''),
      JWT_SECRET_TTL: z.string().default('15m'),
      TOKEN_URL: z.string().url().default('https://auth.acme.io/token'),
      DATABASE_URL: z.string().url(),
      DATABASE_URL: z.string().url().default('postgres://localhost:5432/erp'),
      DB_USER: z.string().default('postgres'),
      PORT: z.coerce.number().default(3000),
      COOKIE_NAME: z.string().default('sid'),
      password: z.string().default('Password'),
    `),
  ],
  [
    entries('export const validationSchema = Joi.object({', '})', "import * as Joi from 'joi'"),
    lines(`
      JWT_SECRET: Joi.string().required(),
      JWT_SECRET: Joi.string().min(32).required(),
      JWT_SECRET: Joi.string().when('NODE_ENV', { is: 'production', then: Joi.required() }),
      JWT_EXPIRES_IN: Joi.string().default('1h'),
      DB_PASSWORD: Joi.string().allow('').default(''),
      DB_USERNAME: Joi.string().default('postgres'),
    `),
  ],
  [
    entries('export const env = cleanEnv(process.env, {', '})', "import { cleanEnv, str, num } from 'envalid'"),
    lines(`
      JWT_SECRET: str(),
      JWT_SECRET: str({ devDefault: 'heron-1' }),
      JWT_SECRET: str({ desc: 'the key of tokens', example: 'heron-1' }),
      JWT_SECRET: str({ default: undefined, devDefault: 'heron-1' }),
      TOKEN_TTL: num({ default: 900 }),
    `),
  ],
  [
    nodeFile(
      'src/config.ts',
      "import { registerAs, ConfigService } from '@nestjs/config'\nimport { JwtModule } from '@nestjs/jwt'",
    ),
    lines(`
      export default registerAs('jwt', () => ({ secret: process.env.JWT_SECRET, expiresIn: '1h' }))
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get('JWT_SECRET') } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.getOrThrow('JWT_SECRET') } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get('JWT_EXPIRES_IN', '1h') } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get('COOKIE_NAME', 'sid') } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get('JWT_SECRET', '') } }
      export const modules = [JwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.getOrThrow('JWT_SECRET') }) })]
      export const modules = [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '1h' } })]
      export const modules = [JwtModule.register({ publicKey: '${generated(60, 82)}' })]
      export class LoginDto { @ApiProperty({ example: 'heron-1' }) password: string }
      export class LoginDto { @ApiProperty({ description: 'The password', default: 'heron-1' }) password: string }
      @Entity() export class User { @Column({ name: 'password_hash' }) password: string }
      @Injectable() export class TokenService { readonly token = 'TOKEN' }
    `),
  ],
  // Pages.
  [
    nodeFile('src/page.tsx', "import React from 'react'"),
    lines(`
      export const Page = () => <input type="password" name="password" placeholder="Password" />
      export const Page = () => <Field label="API key" secret="token" password="Password" />
      export const Page = () => <p>postgres://erp:heron@db:5432/erp</p>
      export const Page = () => <Token value="abc" tokenKey="access_token" />
      export const props = { passwordLabel: 'Password', tokenPlaceholder: 'Token' }
    `),
  ],
  // Beside production.
  ...[
    'test/auth.test.ts',
    'src/auth.spec.ts',
    'prisma/seed.ts',
    'scripts/token.ts',
    'examples/client.ts',
    'src/__mocks__/auth.ts',
  ].map(
    path =>
      [
        nodeAside(path),
        lines(`
          export const secret = process.env.JWT_SECRET || 'heron-1'
          export const url = 'postgres://erp:heron@db:5432/erp'
          process.env.JWT_SECRET ||= 'heron-1'
          export const password = '${generated(24, 83)}'
        `),
      ] as const,
  ),
  [
    python('import jwt\nimport psycopg2\nfrom sqlalchemy import create_engine'),
    lines(`
      SECRET_KEY = os.environ["SECRET_KEY"]
      SECRET_KEY = os.getenv("SECRET_KEY")
      SECRET_KEY = os.getenv("SECRET_KEY", "")
      SECRET_KEY = os.getenv("SECRET_KEY", None)
      SECRET_KEY = os.environ.get("SECRET_KEY") or ""
      REQUEST_ID = os.environ.get("REQUEST_ID") or os.urandom(32)
      REQUEST_ID = os.environ.get("REQUEST_ID", secrets.token_hex(32))
      SECRET_KEY = os.getenv("SECRET_KEY", "heron-1") ⏎ if SECRET_KEY == "heron-1": ⏎     raise RuntimeError("set SECRET_KEY")
      SECRET_KEY = os.getenv("SECRET_KEY", "heron-1") ⏎ assert SECRET_KEY != "heron-1"
      if "SECRET_KEY" not in os.environ: ⏎     raise RuntimeError("SECRET_KEY") ⏎ SECRET_KEY = os.getenv("SECRET_KEY", "heron-1")
      if not os.getenv("SECRET_KEY"): ⏎     sys.exit("SECRET_KEY") ⏎ SECRET_KEY = os.getenv("SECRET_KEY", "heron-1")
      REQUIRED = ["SECRET_KEY", "DB_PASSWORD"] ⏎ SECRET_KEY = os.getenv("SECRET_KEY", "heron-1")
      DEBUG = os.getenv("DEBUG") == "1" ⏎ if DEBUG: ⏎     SECRET_KEY = os.getenv("SECRET_KEY", "heron-1")
      if os.getenv("ENVIRONMENT") == "development": ⏎     SECRET_KEY = os.getenv("SECRET_KEY", "heron-1")
      SECRET_KEY = os.environ["SECRET_KEY"] if os.getenv("APP_ENV") == "production" else "heron-1"
      secret = os.getenv("JWT_SECRET") ⏎ if not secret: ⏎     raise RuntimeError("JWT_SECRET")
      secret = os.getenv("JWT_SECRET") ⏎ if not secret: ⏎     secret = generate()
      TOKEN_URL = os.getenv("TOKEN_URL", "https://auth.acme.io/token")
      TOKEN_EXPIRE_MINUTES = int(os.getenv("ACCESS_TOKEN_EXPIRE_MINUTES", "30"))
      ALGORITHM = os.getenv("JWT_ALGORITHM", "HS256")
      PASSWORD_FILE = os.getenv("DB_PASSWORD_FILE", "/run/secrets/db")
      DB_USER = os.getenv("DB_USER", "postgres")
      DATABASE_URL = os.getenv("DATABASE_URL", "sqlite:///./erp.db")
      DATABASE_URL = os.getenv("DATABASE_URL", "postgresql://db:5432/erp")
      DATABASE_URL = os.getenv("DATABASE_URL", "postgresql://erp:heron@localhost:5432/erp")
      DATABASE_URL = f"postgresql://{os.environ['DB_USER']}:{os.environ['DB_PASSWORD']}@db/erp"
      engine = create_engine(os.environ["DATABASE_URL"])
      engine = create_engine("sqlite:///./erp.db")
      engine = create_engine("postgresql://db/erp")
      engine = create_engine("postgresql://erp:heron@localhost/erp")
      connection = psycopg2.connect(os.environ["DATABASE_URL"])
      connection = psycopg2.connect(host="db", user="erp", password=os.environ["DB_PASSWORD"])
      connection = psycopg2.connect(host="localhost", user="erp", password="heron-1")
      connection = psycopg2.connect("dbname=erp user=erp")
      def issue(user): ⏎     return jwt.encode(user, os.environ["SECRET_KEY"], algorithm="HS256")
      def issue(user, key): ⏎     return jwt.encode(user, key, algorithm="HS256")
      def read(text): ⏎     return jwt.decode(text, options={"verify_signature": False})
      oauth = OAuth2PasswordBearer(tokenUrl="token")
      oauth = OAuth2PasswordBearer(tokenUrl="/api/v1/login/access-token", scheme_name="password")
      api_key = APIKeyHeader(name="X-API-Key")
      SESSION_COOKIE_NAME = "session"
      CSRF_HEADER_NAME = "HTTP_X_CSRFTOKEN"
      PASSWORD_RESET_SUBJECT = "Reset your password"
      MESSAGES = {"password": "The password is too short", "token": "The token has expired"}
      TOKEN_TYPES = ("access", "refresh")
      class Grant: ⏎     PASSWORD = "password" ⏎     TOKEN = "token"
      PASSWORD_REGEX = r"^(?=.*[A-Z])(?=.*\\d).{8,}$"
      PASSWORD_HASH = "$2b$12$${generated(53, 84)}"
      REQUEST_ID = "${UUID}"
      CHECKSUM = "${SHA256}"
      parser.add_argument("--password", default="", help="the password")
      HELP = "set DATABASE_URL to postgresql://erp:heron@db:5432/erp"
      print("postgresql://erp:heron@db:5432/erp")
      if __name__ == "__main__": ⏎     password = input("Password: ")
    `),
  ],
  [
    pydantic,
    lines(`
      SECRET_KEY: str
      SECRET_KEY: str = ""
      SECRET_KEY: SecretStr
      SECRET_KEY: str = Field(...)
      SECRET_KEY: str = Field(min_length=32)
      SECRET_KEY: str | None = None
      SECRET_KEY: str = Field(default_factory=lambda: secrets.token_urlsafe(32))
      SECRET_KEY: str = secrets.token_urlsafe(32)
      ACCESS_TOKEN_EXPIRE_MINUTES: int = 30
      TOKEN_URL: str = "https://auth.acme.io/token"
      JWT_ALGORITHM: str = "HS256"
      POSTGRES_USER: str = "postgres"
      DATABASE_URL: str = "sqlite:///./erp.db"
      DATABASE_URL: str = "postgresql://erp:heron@localhost:5432/erp"
      SMTP_PASSWORD: str = ""
      SESSION_COOKIE_NAME: str = "sid"
      MAIL_PASSWORD: str = Field("", description="the password of the mail server")
    `),
  ],
  [
    django,
    lines(`
      SECRET_KEY = os.environ["SECRET_KEY"]
      SECRET_KEY = config("SECRET_KEY")
      SECRET_KEY = config("SECRET_KEY", default="")
      SECRET_KEY = open("/run/secrets/django").read().strip()
      SECRET_KEY = get_random_secret_key()
      SECRET_KEY = os.environ.get("SECRET_KEY", "heron-1") ⏎ if SECRET_KEY == "heron-1" and not DEBUG: ⏎     raise ImproperlyConfigured("SECRET_KEY")
      if os.environ.get("DJANGO_DEBUG"): ⏎     SECRET_KEY = "heron-1" ⏎ else: ⏎     SECRET_KEY = os.environ["SECRET_KEY"]
      DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": os.environ["DB_PASSWORD"]}}
      DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "localhost", "PASSWORD": "heron-1"}}
      DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "erp.db"}}
      AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
      PASSWORD_RESET_TIMEOUT = 3600
      CSRF_COOKIE_NAME = "csrftoken"
      PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
      EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    `),
  ],
  [
    go('"log" "github.com/golang-jwt/jwt/v5" "database/sql" "github.com/redis/go-redis/v9" "github.com/spf13/viper"'),
    lines(`
      secret := os.Getenv("JWT_SECRET"); serve(secret)
      secret := os.Getenv("JWT_SECRET") ⏎ if secret == "" { ⏎ log.Fatal("JWT_SECRET is not set") ⏎ } ⏎ serve(secret)
      secret := os.Getenv("JWT_SECRET") ⏎ if secret == "" { ⏎ panic("JWT_SECRET is not set") ⏎ } ⏎ serve(secret)
      secret, ok := os.LookupEnv("JWT_SECRET") ⏎ if !ok { ⏎ os.Exit(1) ⏎ } ⏎ serve(secret)
      secret := os.Getenv("JWT_SECRET") ⏎ if secret == "" { ⏎ secret = random() ⏎ } ⏎ serve(secret)
      secret := os.Getenv("JWT_SECRET") ⏎ if secret == "" && os.Getenv("APP_ENV") != "production" { ⏎ secret = "heron-1" ⏎ } ⏎ serve(secret)
      name := os.Getenv("COOKIE_NAME") ⏎ if name == "" { ⏎ name = "sid" ⏎ } ⏎ serve(name)
      ttl := os.Getenv("TOKEN_TTL") ⏎ if ttl == "" { ⏎ ttl = "15m" ⏎ } ⏎ serve(ttl)
      token := jwt.New(jwt.SigningMethodHS256); token.SignedString([]byte(os.Getenv("JWT_SECRET")))
      token := jwt.New(jwt.SigningMethodHS256); token.SignedString(key)
      db, err := sql.Open("postgres", os.Getenv("DATABASE_URL")); serve(db, err)
      db, err := sql.Open("postgres", "host=db user=erp sslmode=disable"); serve(db, err)
      db, err := sql.Open("postgres", "postgres://erp:heron@localhost:5432/erp"); serve(db, err)
      db, err := sql.Open("sqlite3", "./erp.db"); serve(db, err)
      db, err := sql.Open("postgres", fmt.Sprintf("host=db user=erp password=%s", os.Getenv("DB_PASSWORD"))); serve(db, err)
      cache := redis.NewClient(&redis.Options{Addr: "cache:6379", Password: os.Getenv("REDIS_PASSWORD")}); serve(cache)
      cache := redis.NewClient(&redis.Options{Addr: "cache:6379", Password: ""}); serve(cache)
      cache := redis.NewClient(&redis.Options{Addr: "localhost:6379", Password: "heron-1"}); serve(cache)
      viper.AutomaticEnv(); viper.SetDefault("jwt.ttl", "15m"); serve(viper.GetString("jwt.ttl"))
      viper.AutomaticEnv(); viper.SetDefault("database.user", "erp"); serve(viper.GetString("database.user"))
      viper.AutomaticEnv(); viper.SetDefault("jwt.secret", ""); serve(viper.GetString("jwt.secret"))
      viper.ReadInConfig(); viper.AutomaticEnv(); viper.SetDefault("jwt.secret", "heron-1"); serve(viper.GetString("jwt.secret"))
      log.Println("postgres://erp:heron@db:5432/erp")
      header := "X-API-Key"; serve(header)
      const tokenKey = "token" ⏎ serve(tokenKey)
      serve(map[string]string{"password": "Password", "token": "Token"})
    `),
  ],
  [
    goFile('"github.com/caarlos0/env/v11"', 'var c Config; env.Parse(&c); serve(c.Secret)'),
    lines(`
      type Config struct { ⏎ Secret string \`env:"JWT_SECRET,required"\` ⏎ }
      type Config struct { ⏎ Secret string \`env:"JWT_SECRET"\` ⏎ }
      type Config struct { ⏎ Secret string \`env:"JWT_SECRET" envDefault:""\` ⏎ }
      type Config struct { ⏎ Secret string \`env:"COOKIE_NAME" envDefault:"sid"\` ⏎ }
      type Config struct { ⏎ Secret string \`env:"TOKEN_TTL" envDefault:"15m"\` ⏎ }
      type Login struct { ⏎ Password string \`json:"password" binding:"required" example:"heron-1"\` ⏎ }
      type Row struct { ⏎ Password string \`gorm:"column:password_hash;default:none"\` ⏎ }
      type Config struct { ⏎ Secret string \`env:"JWT_SECRET_FILE" envDefault:"/run/secrets/jwt"\` ⏎ }
      const ErrPassword = "the password is not correct"
      var errToken = errors.New("the token has expired")
      const ContextTokenKey = "token"
      const HeaderToken = "X-Token"
      type Grant string ⏎ const GrantPassword Grant = "password"
    `),
  ],
]
