import {
  type CodeContext,
  django,
  entries,
  go,
  goFile,
  lines,
  node,
  nodeFile,
  pydantic,
  python,
} from './code-secret-lines.js'
import { BODY, generated, HEX, pem } from './secret-lines.js'

type Table = readonly (readonly [rule: string, context: CodeContext, lines: readonly string[]])[]

const HELPER_TS = 'function getEnv(name: string, fallback: string) { return process.env[name] ?? fallback }'
const HELPER_PY = 'def get_env(name, default=None):\n    return os.environ.get(name, default)'
const HELPER_GO =
  'func env(key, fallback string) string {\n\tif value, ok := os.LookupEnv(key); ok {\n\t\treturn value\n\t}\n\treturn fallback\n}'

/** Every line of code is one secret, which exactly one rule finds, on that line. */
export const CODE_TRUE: Table = [
  [
    'secret/random-fallback',
    node(),
    lines(`
      export const secret = process.env.JWT_SECRET || crypto.randomUUID()
      export const secret = process.env.JWT_SECRET ?? require('crypto').randomBytes(32).toString('hex')
      export const secret = process.env.SESSION_SECRET ? process.env.SESSION_SECRET : crypto.randomUUID()
      export const config = { jwt: { secret: process.env.JWT_SECRET || make() } } ⏎ function make() { return crypto.randomUUID() }
    `),
  ],
  [
    'secret/random-fallback',
    python(),
    lines(`
      SECRET_KEY = os.environ.get("SECRET_KEY") or os.urandom(32)
      SECRET_KEY = os.environ.get("SECRET_KEY", secrets.token_hex(32))
      SECRET_KEY = os.getenv("SECRET_KEY", str(uuid.uuid4()))
    `),
  ],
  [
    'secret/insecure-default',
    node(),
    lines(`
      export const secret = process.env.JWT_SECRET || 'secret'
      export const secret = process.env.JWT_SECRET ?? 'otter-1'
      export const secret = process.env['JWT_SECRET'] || 'otter-1'
      export const secret = (process.env.JWT_SECRET as string) || 'otter-1'
      export const secret = process.env.JWT_SECRET! || 'otter-1'
      export const secret = process.env.JWT_SECRET || "your-secret-key"
      export const secret = process.env.JWT_SECRET || \`otter-1\`
      export const refresh = process.env.JWT_REFRESH_SECRET || 'refresh'
      export const key = process.env.ENCRYPTION_KEY || '${generated(32, 41, HEX)}'
      export const key = process.env.SESSION_SECRET || 'keyboard cat'
      export const key = process.env.COOKIE_SECRET || 'cookie'
      export const key = process.env.NEXTAUTH_SECRET ?? 'otter-2'
      export const password = process.env.DB_PASSWORD || 'postgres'
      export const password = process.env.POSTGRES_PASSWORD ?? 'postgres'
      export const password = process.env.MYSQL_ROOT_PASSWORD || 'root'
      export const password = process.env.REDIS_PASSWORD || 'otter-3'
      export const password = process.env.ADMIN_PASSWORD || 'admin123'
      export const password = process.env.SMTP_PASS || 'otter-4'
      export const token = process.env.INTERNAL_API_TOKEN || 'otter-5'
      export const token = process.env.SERVICE_TOKEN ?? 'otter-5'
      export const key = process.env.API_KEY || 'otter-6'
      export const url = process.env.DATABASE_URL || 'postgres://erp:otter@db:5432/erp'
      export const url = process.env.DATABASE_URL ?? 'mysql://root:root@mysql:3306/erp'
      export const url = process.env.MONGO_URI || 'mongodb://root:example@mongo:27017/erp?authSource=admin'
      export const url = process.env.REDIS_URL || 'redis://:otter@cache:6379'
      export const url = process.env.AMQP_URL || 'amqp://guest:guest@queue:5672'
      export const secret = process.env.JWT_SECRET || process.env.APP_SECRET || 'otter-7'
      export const config = { jwt: { secret: process.env.JWT_SECRET || 'otter-8', expiresIn: '1h' } }
      export const config = { db: { password: process.env.DB_PASSWORD ?? 'otter-8' } }
      export class Config { secret = process.env.JWT_SECRET || 'otter-9' }
      export class Config { get secret() { return process.env.JWT_SECRET || 'otter-9' } }
      export function secret() { return process.env.JWT_SECRET || 'otter-10' }
      export const secret = () => process.env.JWT_SECRET || 'otter-10'
      export function sign(secret = process.env.JWT_SECRET || 'otter-11') { return secret }
      export const { JWT_SECRET = 'otter-12' } = process.env
      export const { JWT_SECRET: secret = 'otter-12', PORT } = process.env
      const FALLBACK = process.env.JWT_SECRET || 'otter-13' ⏎ export default FALLBACK
      const env = process.env ⏎ »export const secret = env.JWT_SECRET || 'otter-14'
      const { env } = process ⏎ »export const secret = env.JWT_SECRET || 'otter-14'
      »const DEFAULT = 'otter-15' ⏎ export const secret = process.env.JWT_SECRET || DEFAULT
      export const secret = process.env.JWT_SECRET ? process.env.JWT_SECRET : 'otter-16'
      export const secret = process.env.JWT_SECRET !== undefined ? process.env.JWT_SECRET : 'otter-16'
      let secret = process.env.JWT_SECRET ⏎ »if (!secret) secret = 'otter-17' ⏎ export default secret
      let secret = process.env.JWT_SECRET ⏎ if (secret === undefined) { ⏎ »  secret = 'otter-17' ⏎ } ⏎ export default secret
      process.env.JWT_SECRET ||= 'otter-18'
      process.env.JWT_SECRET = process.env.JWT_SECRET || 'otter-18'
      const secret = Buffer.from(process.env.JWT_SECRET || 'otter-19') ⏎ export default secret
    `),
  ],
  [
    'secret/insecure-default',
    node(HELPER_TS),
    lines(`
      export const secret = getEnv('JWT_SECRET', 'otter-20')
      export const config = { password: getEnv('DB_PASSWORD', 'postgres') }
    `),
  ],
  [
    'secret/insecure-default',
    nodeFile('src/config.ts', "import { registerAs, ConfigService } from '@nestjs/config'"),
    lines(`
      export default registerAs('jwt', () => ({ secret: process.env.JWT_SECRET || 'otter-21' }))
      export default registerAs('jwt', () => ({ secret: process.env.JWT_SECRET ?? 'otter-21', ttl: 900 }))
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get('JWT_SECRET', 'otter-22') } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get<string>('JWT_SECRET') || 'otter-22' } }
      export class Auth { constructor(private readonly config: ConfigService) {} key() { return this.config.get<string>('DB_PASSWORD') ?? 'otter-22' } }
      export const options = { inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.get('JWT_SECRET', 'otter-23') }) }
    `),
  ],
  [
    'secret/insecure-default',
    entries('const schema = z.object({', '})\nexport const env = schema.parse(process.env)', "import { z } from 'zod'"),
    lines(`
      JWT_SECRET: z.string().default('otter-24'),
      JWT_SECRET: z.string().min(8).default('your-secret-key'),
      DB_PASSWORD: z.string().trim().default('postgres'),
      DATABASE_URL: z.string().url().default('postgres://erp:otter@db:5432/erp'),
      SESSION_SECRET: z.string().optional().default('otter-24'),
    `),
  ],
  [
    'secret/insecure-default',
    entries('export const validationSchema = Joi.object({', '})', "import * as Joi from 'joi'"),
    lines(`
      JWT_SECRET: Joi.string().default('otter-25'),
      DB_PASSWORD: Joi.string().min(4).default('otter-25'),
      SESSION_SECRET: Joi.string().optional().default('keyboard cat'),
    `),
  ],
  [
    'secret/insecure-default',
    entries('export const env = cleanEnv(process.env, {', '})', "import { cleanEnv, str, url } from 'envalid'"),
    lines(`
      JWT_SECRET: str({ default: 'otter-26' }),
      DATABASE_URL: url({ default: 'postgres://erp:otter@db:5432/erp' }),
    `),
  ],
  [
    'secret/insecure-default',
    entries('export const config = convict({', '})', "import convict from 'convict'"),
    lines(`
      jwtSecret: { doc: 'key', format: String, default: 'otter-27', env: 'JWT_SECRET' },
    `),
  ],
  [
    'secret/insecure-default',
    node("import env from 'env-var'"),
    lines(`
      export const secret = env.get('JWT_SECRET').default('otter-28').asString()
    `),
  ],
  [
    'secret/insecure-default',
    python(),
    lines(`
      SECRET_KEY = os.getenv("SECRET_KEY", "otter-31")
      SECRET_KEY = os.environ.get("SECRET_KEY", "otter-31")
      SECRET_KEY = os.environ.get("SECRET_KEY", default="otter-31")
      SECRET_KEY = os.getenv("SECRET_KEY") or "otter-31"
      SECRET_KEY = os.environ.get("SECRET_KEY") or "otter-31"
      SECRET_KEY = os.environ.get('SECRET_KEY', 'your-secret-key')
      JWT_SECRET = os.getenv("JWT_SECRET", "change-me")
      JWT_SECRET = os.getenv("JWT_SECRET", os.getenv("SECRET_KEY", "otter-32"))
      PASSWORD = os.getenv("DB_PASSWORD", "postgres")
      PASSWORD = os.environ.get("POSTGRES_PASSWORD", "postgres")
      PASSWORD = os.getenv("REDIS_PASSWORD", "otter-33")
      TOKEN = os.getenv("INTERNAL_TOKEN", "otter-34")
      URL = os.getenv("DATABASE_URL", "postgresql://erp:otter@db:5432/erp")
      URL = os.environ.get("DATABASE_URL", "postgresql+asyncpg://erp:otter@db/erp")
      URL = os.getenv("CELERY_BROKER_URL", "amqp://guest:guest@rabbitmq:5672//")
      URL = os.getenv("REDIS_URL", "redis://:otter@redis:6379/0")
      os.environ.setdefault("JWT_SECRET", "otter-35")
      CONFIG = {"secret": os.getenv("JWT_SECRET", "otter-36")}
      SECRET = os.environ["JWT_SECRET"] if "JWT_SECRET" in os.environ else "otter-37"
      SECRET = os.getenv("JWT_SECRET") if os.getenv("JWT_SECRET") else "otter-37"
      »DEFAULT = "otter-38" ⏎ SECRET = os.getenv("JWT_SECRET", DEFAULT)
      secret = os.getenv("JWT_SECRET") ⏎ if not secret: ⏎ »    secret = "otter-39"
      secret = os.getenv("JWT_SECRET") ⏎ if secret is None: ⏎ »    secret = "otter-39"
      class Config: ⏎ »    SECRET_KEY = os.environ.get("SECRET_KEY") or "otter-40"
      def key(): ⏎ »    return os.getenv("ENCRYPTION_KEY", "otter-41")
      KEY = os.getenv("ENCRYPTION_KEY", "otter-41").encode()
      KEY = os.environ.get("FERNET_KEY", "${generated(43, 42)}=")
    `),
  ],
  [
    'secret/insecure-default',
    python(HELPER_PY),
    lines(`
      SECRET = get_env("JWT_SECRET", "otter-42")
      SECRET = get_env("JWT_SECRET", default="otter-42")
    `),
  ],
  [
    'secret/insecure-default',
    python('from starlette.config import Config\nfrom starlette.datastructures import Secret\nconfig = Config(".env")'),
    lines(`
      SECRET_KEY = config("SECRET_KEY", default="otter-43")
      SECRET_KEY = config("SECRET_KEY", cast=Secret, default="otter-43")
    `),
  ],
  [
    'secret/insecure-default',
    pydantic,
    lines(`
      SECRET_KEY: str = "otter-44"
      secret_key: str = "your-secret-key-change-in-production"
      jwt_secret: SecretStr = SecretStr("otter-44")
      JWT_SECRET: str = Field("otter-44")
      JWT_SECRET: str = Field(default="otter-44")
      JWT_SECRET: str = Field(default="changethis", min_length=8)
      signing: str = Field(default="otter-44", validation_alias="JWT_SECRET")
      POSTGRES_PASSWORD: str = "postgres"
      DATABASE_URL: str = "postgresql://erp:otter@db:5432/erp"
      redis_url: str = "redis://:otter@redis:6379/0"
    `),
  ],
  [
    'secret/insecure-default',
    django,
    lines(`
      SECRET_KEY = os.environ.get("SECRET_KEY", "django-insecure-otter")
      SECRET_KEY = os.getenv("DJANGO_SECRET_KEY", "otter-45")
      SECRET_KEY = config("SECRET_KEY", default="otter-45")
      DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": os.environ.get("DB_PASSWORD", "postgres")}}
      DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": config("DB_PASSWORD", default="postgres")}}
    `),
  ],
  [
    'secret/insecure-default',
    go('', HELPER_GO),
    lines(`
      serve(env("JWT_SECRET", "otter-51"))
      serve(env("DB_PASSWORD", "postgres"))
      serve(env("DATABASE_URL", "postgres://erp:otter@db:5432/erp"))
      serve(env("REDIS_URL", "redis://:otter@redis:6379/0"))
      key := []byte(env("SESSION_SECRET", "otter-52")); serve(key)
      secret := os.Getenv("JWT_SECRET") ⏎ if secret == "" { ⏎ »  secret = "otter-53" ⏎ } ⏎ serve(secret)
      password := os.Getenv("DB_PASSWORD") ⏎ if len(password) == 0 { ⏎ »  password = "postgres" ⏎ } ⏎ serve(password)
      secret, ok := os.LookupEnv("JWT_SECRET") ⏎ if !ok { ⏎ »  secret = "otter-54" ⏎ } ⏎ serve(secret)
    `),
  ],
  [
    'secret/insecure-default',
    go('"cmp"'),
    lines(`
      serve(cmp.Or(os.Getenv("JWT_SECRET"), "otter-55"))
    `),
  ],
  [
    'secret/insecure-default',
    go('"github.com/spf13/viper"'),
    lines(`
      viper.AutomaticEnv() ⏎ »viper.SetDefault("JWT_SECRET", "otter-56") ⏎ serve(viper.GetString("JWT_SECRET"))
      viper.AutomaticEnv() ⏎ »viper.SetDefault("jwt.secret", "otter-56") ⏎ serve(viper.GetString("jwt.secret"))
      viper.AutomaticEnv() ⏎ »viper.SetDefault("database.password", "postgres") ⏎ serve(viper.GetString("database.password"))
    `),
  ],
  [
    'secret/insecure-default',
    goFile('"github.com/caarlos0/env/v11"', 'var c Config; env.Parse(&c); serve(c.JWTSecret)'),
    lines(`
      type Config struct { ⏎ »  JWTSecret string \`env:"JWT_SECRET" envDefault:"otter-57"\` ⏎ }
      type Config struct { ⏎ »  Password string \`env:"DB_PASSWORD" envDefault:"postgres"\` ⏎ }
    `),
  ],
  [
    'secret/insecure-default',
    goFile('"github.com/kelseyhightower/envconfig"', 'var c Config; envconfig.Process("", &c); serve(c.Secret)'),
    ['type Config struct { ⏎ »  Secret string `envconfig:"JWT_SECRET" default:"otter-58"` ⏎ }'],
  ],
  [
    'secret/insecure-default',
    goFile('"github.com/ilyakaznacheev/cleanenv"', 'var c Config; cleanenv.ReadEnv(&c); serve(c.Secret)'),
    ['type Config struct { ⏎ »  Secret string `env:"JWT_SECRET" env-default:"otter-58"` ⏎ }'],
  ],
  [
    'secret/hardcoded',
    node(
      "import jwt from 'jsonwebtoken'\nimport * as token from 'jsonwebtoken'\nimport { sign } from 'jsonwebtoken'\nimport session from 'express-session'\nimport cookieParser from 'cookie-parser'\nimport cookieSession from 'cookie-session'\nimport { createCipheriv } from 'node:crypto'",
    ),
    lines(`
      export const issue = (user: object) => jwt.sign(user, 'otter-61', { expiresIn: '1h' })
      export const issue = (user: object) => token.sign(user, 'otter-61', { expiresIn: '1h' })
      export const issue = (user: object) => sign(user, 'otter-61', { expiresIn: '1h' })
      export const issue = (user: object) => jwt.sign(user, 'secret', { expiresIn: '1h' })
      export const issue = (user: object) => jwt.sign(user, "your-secret-key", { expiresIn: '1h' })
      export const check = (text: string) => jwt.verify(text, 'otter-61')
      »const SECRET = 'otter-62' ⏎ export const issue = (user: object) => jwt.sign(user, SECRET, { expiresIn: '1h' })
      »const keys = { jwt: 'otter-62' } ⏎ export const issue = (user: object) => jwt.sign(user, keys.jwt, { expiresIn: '1h' })
      »const SECRET = 'otter-62' ⏎ export const issue = (user: object) => jwt.sign(user, SECRET, { expiresIn: '1h' }) ⏎ export const check = (text: string) => jwt.verify(text, SECRET)
      export const middleware = session({ secret: 'keyboard cat', resave: false, saveUninitialized: false })
      export const middleware = session({ secret: ['otter-63'], resave: false, saveUninitialized: false })
      export const middleware = cookieParser('otter-64')
      export const middleware = cookieSession({ name: 'session', keys: ['otter-65'] })
      export const cipher = (iv: Buffer) => createCipheriv('aes-256-cbc', '${generated(32, 43, HEX)}', iv)
    `),
  ],
  [
    'secret/hardcoded',
    nodeFile(
      'src/auth.ts',
      "import { JwtModule, JwtService } from '@nestjs/jwt'\nimport { PassportStrategy } from '@nestjs/passport'\nimport { Strategy, ExtractJwt } from 'passport-jwt'",
    ),
    lines(`
      export const modules = [JwtModule.register({ secret: 'otter-66', signOptions: { expiresIn: '1h' } })]
      export const modules = [JwtModule.register({ global: true, secret: 'secretKey', signOptions: { expiresIn: '60s' } })]
      »export const jwtConstants = { secret: 'DO NOT USE THIS VALUE, otter' } ⏎ export const modules = [JwtModule.register({ secret: jwtConstants.secret, signOptions: { expiresIn: '1h' } })]
      export const modules = [JwtModule.registerAsync({ useFactory: () => ({ secret: 'otter-67', signOptions: { expiresIn: '1h' } }) })]
      export class Jwt extends PassportStrategy(Strategy) { constructor() { super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'otter-68' }) } }
      export class Auth { constructor(private readonly jwt: JwtService) {} issue(user: object) { return this.jwt.sign(user, { secret: 'otter-69', expiresIn: '1h' }) } }
    `),
  ],
  [
    'secret/hardcoded',
    node(
      "import { Pool, Client } from 'pg'\nimport mysql from 'mysql2/promise'\nimport Redis from 'ioredis'\nimport { Sequelize } from 'sequelize'\nimport { DataSource } from 'typeorm'\nimport knex from 'knex'\nimport nodemailer from 'nodemailer'",
    ),
    lines(`
      export const pool = new Pool({ host: 'db', user: 'erp', password: 'otter-71', max: 10 })
      export const client = new Client({ host: process.env.DB_HOST, user: 'erp', password: 'otter-71' })
      export const pool = mysql.createPool({ host: 'mysql', user: 'root', password: 'root' })
      export const cache = new Redis({ host: 'cache', password: 'otter-72' })
      export const db = new Sequelize('erp', 'erp', 'otter-73', { host: 'db', dialect: 'postgres' })
      export const source = new DataSource({ type: 'postgres', host: 'db', username: 'erp', password: 'otter-74' })
      export const db = knex({ client: 'pg', connection: { host: 'db', user: 'erp', password: 'otter-75' } })
      export const mail = nodemailer.createTransport({ host: 'smtp.acme.io', auth: { user: 'erp', pass: 'otter-76' } })
    `),
  ],
  [
    'secret/hardcoded',
    node(),
    lines(`
      export const JWT_SECRET = '${generated(40, 44)}'
      export const config = { jwtSecret: '${generated(40, 45)}' }
      export const ENCRYPTION_KEY = '${generated(32, 46, HEX)}'
      export const config = { clientSecret: '${generated(40, 47)}' }
      export class Config { readonly dbPassword = '${generated(24, 48)}' }
    `),
  ],
  [
    'secret/hardcoded',
    python(
      'import jwt\nfrom starlette.middleware.sessions import SessionMiddleware\nfrom cryptography.fernet import Fernet',
    ),
    lines(`
      def issue(user): ⏎ »    return jwt.encode(user, "otter-81", algorithm="HS256")
      def issue(user): ⏎ »    return jwt.encode(user, key="otter-81", algorithm="HS256")
      »SECRET_KEY = "otter-82" ⏎ def issue(user): ⏎     return jwt.encode(user, SECRET_KEY, algorithm="HS256")
      »SECRET_KEY = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7" ⏎ def issue(user): ⏎     return jwt.encode(user, SECRET_KEY, algorithm="HS256")
      app.add_middleware(SessionMiddleware, secret_key="otter-83")
      box = Fernet(b"${generated(43, 49)}=")
      JWT_SECRET = "${generated(40, 50)}"
    `),
  ],
  [
    'secret/hardcoded',
    python('from jose import jwt\nimport psycopg2\nimport pymysql\nimport redis\nimport asyncpg'),
    lines(`
      def issue(user): ⏎ »    return jwt.encode(user, "otter-84", algorithm="HS256")
      connection = psycopg2.connect(host="db", user="erp", password="otter-85", dbname="erp")
      connection = pymysql.connect(host="mysql", user="root", password="root")
      cache = redis.Redis(host="cache", password="otter-86")
      pool = asyncpg.create_pool(host="db", user="erp", password="otter-87")
    `),
  ],
  [
    'secret/hardcoded',
    python('from flask import Flask\nweb = Flask(__name__)'),
    lines(`
      web.secret_key = "otter-88"
      web.config["SECRET_KEY"] = "otter-88"
      web.config["JWT_SECRET_KEY"] = "super-secret"
      web.config.update(SECRET_KEY="otter-88")
    `),
  ],
  [
    'secret/hardcoded',
    django,
    lines(`
      SECRET_KEY = "django-insecure-otter-and-heron"
      SECRET_KEY = 'otter-89'
      DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "db", "USER": "erp", "PASSWORD": "otter-90"}}
    `),
  ],
  [
    'secret/hardcoded',
    go(
      '"github.com/golang-jwt/jwt/v5" "github.com/gorilla/sessions" "github.com/redis/go-redis/v9" "github.com/gorilla/securecookie"',
    ),
    lines(`
      token := jwt.New(jwt.SigningMethodHS256) ⏎ »token.SignedString([]byte("otter-91"))
      »key := []byte("otter-92") ⏎ token := jwt.New(jwt.SigningMethodHS256) ⏎ token.SignedString(key)
      store := sessions.NewCookieStore([]byte("otter-93")); serve(store)
      cookies := securecookie.New([]byte("otter-94"), nil); serve(cookies)
      cache := redis.NewClient(&redis.Options{Addr: "cache:6379", Password: "otter-95"}); serve(cache)
    `),
  ],
  [
    'secret/password-in-connection-string',
    node(
      "import mongoose from 'mongoose'\nimport { Pool } from 'pg'\nimport Redis from 'ioredis'\nimport amqp from 'amqplib'\nimport { MongoClient } from 'mongodb'",
    ),
    lines(`
      mongoose.connect('mongodb://erp:otter@mongo:27017/erp')
      mongoose.connect('mongodb+srv://erp:otter@cluster0.ab1cd.mongodb.net/erp')
      export const client = new MongoClient('mongodb://root:example@mongo:27017')
      export const pool = new Pool({ connectionString: 'postgres://erp:otter@db:5432/erp' })
      export const cache = new Redis('redis://:otter@cache:6379/0')
      export const queue = amqp.connect('amqp://guest:guest@queue:5672')
      »const DATABASE_URL = 'postgres://erp:otter@db:5432/erp' ⏎ export const pool = new Pool({ connectionString: DATABASE_URL })
      export const databaseUrl = 'postgresql://erp:otter@db.internal:5432/erp?sslmode=require'
      export const config = { database: { url: 'mysql://root:root@mysql:3306/erp' } }
      export const config = { redisUrl: 'redis://default:otter@cache:6379' }
    `),
  ],
  [
    'secret/password-in-connection-string',
    python('from sqlalchemy import create_engine\nfrom pymongo import MongoClient\nfrom celery import Celery'),
    lines(`
      engine = create_engine("postgresql://erp:otter@db:5432/erp")
      engine = create_engine("mysql+pymysql://root:root@mysql/erp", pool_size=5)
      client = MongoClient("mongodb://root:example@mongo:27017/")
      celery = Celery("erp", broker="amqp://guest:guest@queue:5672//")
      DATABASE_URL = "postgresql://erp:otter@db:5432/erp"
      SQLALCHEMY_DATABASE_URI = "postgresql://erp:otter@db:5432/erp"
    `),
  ],
  [
    'secret/password-in-connection-string',
    go('"database/sql" "github.com/lib/pq" "gorm.io/gorm" "gorm.io/driver/postgres" "gorm.io/driver/mysql"'),
    lines(`
      db, err := sql.Open("postgres", "postgres://erp:otter@db:5432/erp?sslmode=disable"); serve(db, err)
      db, err := sql.Open("postgres", "host=db user=erp password=otter dbname=erp sslmode=disable"); serve(db, err)
      db, err := sql.Open("mysql", "root:otter@tcp(mysql:3306)/erp"); serve(db, err)
      »dsn := "host=db user=erp password=otter dbname=erp port=5432" ⏎ db, err := gorm.Open(postgres.Open(dsn), &gorm.Config{}) ⏎ serve(db, err)
      db, err := gorm.Open(mysql.Open("erp:otter@tcp(mysql:3306)/erp"), &gorm.Config{}); serve(db, err)
    `),
  ],
  [
    'secret/provider-token',
    node(),
    lines(`
      export const token = '${`gh${'p_'}`}R7mK2xQ9vLd4WbT8nYs3HfJ6cPz5GaE1uXo0'
    `),
  ],
  ['secret/private-key', node(), [`export const key = '${pem('RSA PRIVATE KEY', BODY)}'`]],
]
