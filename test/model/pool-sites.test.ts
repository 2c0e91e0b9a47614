import { describe, expect, test } from 'vitest'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import type { Pool, Range } from '../../src/model/code/pool.js'
import { workloadOwner } from '../../src/model/code/pools/owners.js'
import { poolAt } from '../../src/model/code/pools/pools.js'
import { prismaSource } from '../../src/model/code/pools/prisma-source.js'
import { poolSitesOf } from '../../src/model/code/pools/sites.js'
import { majorOf } from '../../src/model/code/pools/versions.js'
import { hostNamesOf } from '../../src/model/host-names.js'
import '../support/grammars.js'
import { type Files, systemOf, workload } from '../support/model.js'
import { millisecondsSince } from '../support/processor-time.js'

const COMPOSE = (environment: string) => `services:
  db: { image: "postgres:17.2" }
  other: { image: "postgres:17.2" }
  ledger: { image: "mysql:8.4" }
  app: { image: "ghcr.io/acme/app:1", environment: { ${environment} } }
`

/** The pools of all files, made in a workload with this environment. */
function pools(files: Files, environment = ''): readonly Pool[] {
  const all = { 'compose.yaml': COMPOSE(environment), ...files }
  const tree = treeOf(new Map(Object.entries(all)))
  const system = systemOf(all)
  const program = readProgram(tree)
  const app = workload(system, 'app')
  const names = hostNamesOf(system.deployments, system.workloads)
  const prisma = prismaSource('src/main.ts', tree)
  return [...program.files.values()].flatMap(file =>
    poolSitesOf(program, file).flatMap(site => {
      const pool = poolAt(site, {
        program,
        ...workloadOwner(app),
        startsThreads: false,
        connections: system.connections,
        names,
        major: packages => majorOf(packages, 'src/main.ts', tree),
        ...(prisma ? { prisma } : {}),
      })
      return pool ?? []
    }),
  )
}

function text({ low, high }: Range): string {
  return low === high ? `${low}` : `${low}…${high === Number.POSITIVE_INFINITY ? '' : high}`
}

/** One line for each pool: library, size, overflow where there is one, wait, and who answers. */
function lines(files: Files, environment = ''): readonly string[] {
  return pools(files, environment).map(({ library, size, overflow, wait, target, isDefault }) => {
    const more = overflow.high > 0 ? `+${text(overflow)}` : ''
    return `${library.id} ${text(size)}${more}${isDefault ? ' default' : ''} ${wait} ${target?.name ?? '-'}`
  })
}

const ts = (code: string, environment = '') => lines({ 'src/main.ts': code }, environment)
const URL = 'DATABASE_URL: "postgres://u:${PW}@db:5432/erp"'

describe('pools of JavaScript', () => {
  test.each<[string, string, readonly string[], string?]>([
    [
      'node-postgres',
      "import { Pool } from 'pg'\nnew Pool({ connectionString: process.env.DATABASE_URL })",
      ['pg 10 default forever db'],
    ],
    [
      'its default import',
      "import pg from 'pg'\nnew pg.Pool({ max: 4, connectionTimeoutMillis: 2000 })",
      ['pg 4 2 db'],
    ],
    ['required in place', "const pool = new (require('pg').Pool)({ max: 3 })", ['pg 3 forever db']],
    ['another name of the option', "import { Pool } from 'pg'\nnew Pool({ poolSize: 6 })", ['pg 6 forever db']],
    [
      'options in a constant and a spread',
      "import { Pool } from 'pg'\nconst base = { max: 5 }\nconst all = { ...base, idle: 1 }\nnew Pool(all)",
      ['pg 5 forever db'],
    ],
    [
      'options that are overridden',
      "import { Pool } from 'pg'\nconst base = { max: 5 }\nnew Pool({ ...base, max: 7 })",
      ['pg 7 forever db'],
    ],
    [
      'options that nobody knows',
      "import { Pool } from 'pg'\nexport const make = (options) => new Pool(options)",
      ['pg 1… unknown db'],
    ],
    [
      'a size from the environment',
      "import { Pool } from 'pg'\nnew Pool({ max: Number(process.env.POOL ?? 5) })",
      ['pg 12 forever db'],
      'POOL: "12"',
    ],
    [
      'a size that is not set',
      "import { Pool } from 'pg'\nnew Pool({ max: Number(process.env.POOL ?? 5) })",
      ['pg 5 forever db'],
    ],
    [
      'a size from outside',
      "import { Pool } from 'pg'\nnew Pool({ max: Number(process.env.POOL) })",
      ['pg 1… forever db'],
      'POOL: "${POOL}"',
    ],
    [
      'mysql2',
      "import mysql from 'mysql2/promise'\nmysql.createPool({ host: 'ledger', connectionLimit: 8 })",
      ['mysql2 8 forever ledger'],
    ],
    [
      'mysql2 by a URL',
      "import { createPool } from 'mysql2'\ncreatePool('mysql://u:p@ledger/d?connectionLimit=4')",
      ['mysql2 4 forever ledger'],
    ],
    [
      'postgres.js',
      "import postgres from 'postgres'\nexport const sql = postgres(process.env.DATABASE_URL, { max: 2 })",
      ['postgres 2 caller db'],
    ],
    [
      'TypeORM',
      "import { DataSource } from 'typeorm'\nnew DataSource({ type: 'postgres', url: process.env.DATABASE_URL, extra: { max: 9 }, poolSize: 4 })",
      ['typeorm-postgres 9 forever db'],
    ],
    [
      'TypeORM with MySQL',
      "import { DataSource } from 'typeorm'\nnew DataSource({ type: 'mysql', host: 'ledger', poolSize: 4 })",
      ['typeorm-mysql 4 forever ledger'],
    ],
    [
      'TypeORM of Nest',
      "import { TypeOrmModule } from '@nestjs/typeorm'\nTypeOrmModule.forRootAsync({ useFactory: () => ({ type: 'postgres', host: process.env.DB_HOST, connectTimeoutMS: 3000 }) })",
      ['typeorm-postgres 10 default 3 other'],
      'DB_HOST: other',
    ],
    [
      'TypeORM of Nest, told by a class',
      "import { TypeOrmModule } from '@nestjs/typeorm'\nclass Db { createTypeOrmOptions() { const config = { type: 'postgres', host: process.env.DB_HOST, poolSize: 7 }; return config as any } }\nTypeOrmModule.forRootAsync({ useClass: Db })",
      ['typeorm-postgres 7 forever other'],
      'DB_HOST: other',
    ],
    [
      'SQLite has no server',
      "import { DataSource } from 'typeorm'\nnew DataSource({ type: 'sqlite', database: 'x' })",
      [],
    ],
    [
      'Sequelize',
      "import { Sequelize } from 'sequelize'\nnew Sequelize('d', 'u', 'p', { host: 'other', dialect: 'postgres', pool: { max: 15 } })",
      ['sequelize 15 60 other'],
    ],
    [
      'Sequelize by a URL',
      "import { Sequelize } from 'sequelize'\nnew Sequelize(process.env.DATABASE_URL)",
      ['sequelize 5 default 60 db'],
    ],
    [
      'Sequelize with replicas',
      "import { Sequelize } from 'sequelize'\nnew Sequelize('d', 'u', 'p', { dialect: 'postgres', replication: { read: [], write: {} } })",
      ['sequelize 5 default 60 -'],
    ],
    [
      'Knex',
      "const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL, pool: { min: 0, max: 7 } })",
      ['knex 7 60 db'],
    ],
    [
      'Knex with a connection of parts',
      "import knex from 'knex'\nknex({ client: 'mysql2', connection: { host: 'ledger' }, acquireConnectionTimeout: 5000 })",
      ['knex 10 default 5 ledger'],
    ],
    [
      'MikroORM',
      "import { MikroORM } from '@mikro-orm/postgresql'\nMikroORM.init({ clientUrl: process.env.DATABASE_URL, pool: { max: 3 } })",
      ['mikro-orm 3 forever db'],
    ],
    [
      'Drizzle',
      "import { drizzle } from 'drizzle-orm/node-postgres'\nexport const orm = drizzle(process.env.DATABASE_URL!)",
      ['pg 10 default forever db'],
    ],
    [
      'Drizzle above a pool that is there',
      "import { drizzle } from 'drizzle-orm/node-postgres'\nimport { Pool } from 'pg'\nconst pool = new Pool({ max: 3 })\nexport const orm = drizzle(pool)",
      ['pg 3 forever db'],
    ],
    [
      'MongoDB',
      "import mongoose from 'mongoose'\nmongoose.connect('mongodb://mongo/erp?maxPoolSize=20', { waitQueueTimeoutMS: 1000 })",
      ['mongodb 20 1 -'],
    ],
    ['a class of the same name', 'class Pool {}\nnew Pool()', []],
  ])('%s', (_name, code, expected, environment) => {
    expect(
      ts(
        code,
        environment === undefined || environment.startsWith('POOL')
          ? `${URL}${environment ? `, ${environment}` : ''}`
          : environment,
      ),
    ).toEqual(expected)
  })

  const client = "import { PrismaClient } from '@prisma/client'\nexport const prisma = new PrismaClient()"
  const prisma = (version: string, code = client) => ({
    'package.json': `{ "dependencies": { "@prisma/client": "^${version}.1.0" } }`,
    'prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n  url = env("DB_URL")\n}\n',
    'src/main.ts': code,
  })

  test('Prisma by the URL of its schema', () => {
    const url = (more: string) => `DB_URL: "postgres://u:\${PW}@other/erp${more}"`
    expect(lines(prisma('6'), url('?connection_limit=3&pool_timeout=5'))).toEqual(['prisma 3 5 other'])
    expect(lines(prisma('6'), url(''))).toEqual(['prisma 3…17 default 10 other'])
    // Without the URL nothing is known of its limit.
    expect(lines(prisma('6'), 'X: y')).toEqual(['prisma 1… 10 -'])
    // Prisma 7 without an adapter that is known.
    expect(lines(prisma('7'), url('?connection_limit=3'))).toEqual([])
  })

  test('Prisma as a class, and with an adapter', () => {
    const service = "import { PrismaClient } from '@prisma/client'\nexport class Db extends PrismaClient {}"
    expect(lines(prisma('6', service), 'DB_URL: "postgres://u@db/erp?connection_limit=2"')).toEqual(['prisma 2 10 db'])
    // A package of the company that is not in the repository passes it on.
    const passed = service.replace('@prisma/client', '@acme/db')
    expect(lines(prisma('6', passed), 'DB_URL: "postgres://u@db/erp?connection_limit=2"')).toEqual(['prisma 2 10 db'])
    const adapted =
      "import { PrismaClient } from './generated/prisma/client'\nimport { PrismaPg } from '@prisma/adapter-pg'\nnew PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DB_URL }) })"
    const [found, ...more] = pools(prisma('7', adapted), 'DB_URL: "postgres://u@db/erp?connection_limit=2"')
    expect([found?.library.id, found?.size.high, found?.wait, more]).toEqual(['prisma-pg', 10, 'forever', []])
    expect(found?.ignored.map(one => one.text)).toEqual(['connection_limit=2'])
  })

  test('limits in the URL that node-postgres does not read', () => {
    const code = "import { Pool } from 'pg'\nnew Pool({ connectionString: process.env.DATABASE_URL })"
    const [found] = pools({ 'src/main.ts': code }, 'DATABASE_URL: "postgres://u@db/erp?sslmode=require&max=3"')
    expect(found?.ignored.map(one => one.text)).toEqual(['max=3'])
    expect(found?.isDefault).toBe(true)
  })

  test('options that are spread into each other without end', () => {
    const steps = Array.from({ length: 60 }, (_, at) => `const o${at + 1} = { ...o${at}, ...o${at} }`)
    const code = `import { Pool } from 'pg'\nconst o0 = { idle: 1 }\n${steps.join('\n')}\nnew Pool(o60)\nconst a = { ...b }\nconst b = { ...a }\nnew Pool(a)`
    const start = process.cpuUsage()
    expect(ts(code)).toEqual(['pg 1… unknown -', 'pg 1… unknown -'])
    expect(millisecondsSince(start)).toBeLessThan(2_000)
  })

  test('where it is made', () => {
    const code = `import { Pool } from 'pg'
const one = new Pool()
let two
export function get() { if (!two) two = new Pool(); return two }
export class Db { pool = new Pool(); constructor() { this.other = new Pool() } }
if (process.env.REPLICA) { new Pool() }
`
    expect(
      pools({ 'src/main.ts': code }).map(
        ({ createdAt, branch }) => `${createdAt}${branch === undefined ? '' : ' perhaps'}`,
      ),
    ).toEqual(['module', 'function', 'class', 'class', 'module perhaps'])
  })
})

describe('pools of Python', () => {
  const py = (code: string, environment = URL) => lines({ 'src/main.py': code }, environment)
  test.each<[string, string, readonly string[]]>([
    [
      'SQLAlchemy',
      "import os\nfrom sqlalchemy import create_engine\nengine = create_engine(os.environ['DATABASE_URL'])\n",
      ['sqlalchemy 5+10 default 30 db'],
    ],
    [
      'its sizes',
      "import os, sqlalchemy\nengine = sqlalchemy.create_engine(os.getenv('DATABASE_URL'), pool_size=20, max_overflow=30, pool_timeout=5)\n",
      ['sqlalchemy 20+30 5 db'],
    ],
    [
      'its asynchronous engine',
      "from sqlalchemy.ext.asyncio import create_async_engine\nfrom app import url\nengine = create_async_engine('postgresql+asyncpg://u:p@other/erp', pool_size=3, max_overflow=0)\n",
      ['sqlalchemy 3 30 other'],
    ],
    [
      'settings in a dictionary',
      "from sqlalchemy import create_engine\nPOOL = {'pool_size': 7, 'max_overflow': 2}\nengine = create_engine('postgresql://u@db/erp', pool_pre_ping=True, **POOL)\n",
      ['sqlalchemy 7+2 30 db'],
    ],
    [
      'settings of a class',
      "from pydantic_settings import BaseSettings\nfrom sqlalchemy import create_engine\nclass Settings(BaseSettings):\n    DATABASE_URL: str = 'postgresql://u@localhost/erp'\n    DB_POOL: int = 8\nsettings = Settings()\nengine = create_engine(settings.DATABASE_URL, pool_size=settings.DB_POOL)\n",
      ['sqlalchemy 8+10 30 db'],
    ],
    [
      'no limit',
      "from sqlalchemy import create_engine\nengine = create_engine('postgresql://u@db/erp', pool_size=0)\n",
      ['sqlalchemy 1…+10 30 db'],
    ],
    [
      'no limit beyond',
      "from sqlalchemy import create_engine\nengine = create_engine('postgresql://u@db/erp', max_overflow=-1)\n",
      ['sqlalchemy 5+0… default 30 db'],
    ],
    [
      'no pool',
      "from sqlalchemy import create_engine, NullPool\nengine = create_engine('postgresql://u@db/erp', poolclass=NullPool)\n",
      ['sqlalchemy 1… 30 db'],
    ],
    ['no server', "from sqlalchemy import create_engine\nengine = create_engine('sqlite:///x.db')\n", []],
    [
      'SQLModel',
      "from sqlmodel import create_engine\nengine = create_engine('postgresql://u@db/erp')\n",
      ['sqlalchemy 5+10 default 30 db'],
    ],
    [
      'asyncpg',
      "import asyncpg\nasync def start():\n    pool = await asyncpg.create_pool(dsn='postgresql://u@db/erp', max_size=15)\n",
      ['asyncpg 15 forever db'],
    ],
    [
      'psycopg_pool',
      "from psycopg_pool import AsyncConnectionPool\npool = AsyncConnectionPool('postgresql://u@other/erp', min_size=2)\n",
      ['psycopg_pool 2 30 other'],
    ],
    [
      'databases',
      "import databases\ndatabase = databases.Database('postgresql://u@db/erp?max_size=6')\n",
      ['databases 6 forever db'],
    ],
    [
      'a URL of parts',
      "from sqlalchemy import URL, create_engine\nurl = URL.create('postgresql', username='u', host='other', database='d')\nengine = create_engine(url)\n",
      ['sqlalchemy 5+10 default 30 other'],
    ],
  ])('%s', (_name, code, expected) => {
    expect(py(code)).toEqual(expected)
  })

  test('Django', () => {
    const settings = (more: string) => `import os
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ.get("DB_HOST", "db"), "CONN_MAX_AGE": 60${more}},
}
`
    expect(lines({ 'core/settings.py': settings('') })).toEqual(['django 1… default caller db'])
    expect(lines({ 'core/settings.py': settings(', "OPTIONS": {"pool": True}') })).toEqual([
      'django-pool 4 default 30 db',
    ])
    const sized = settings(', "OPTIONS": {"pool": {"max_size": 12, "timeout": 5}}')
    expect(lines({ 'core/settings.py': sized }, 'DB_HOST: other')).toEqual(['django-pool 12 5 other'])
    expect(
      lines({ 'core/settings.py': 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3"}}\n' }),
    ).toEqual([])
  })
})

describe('pools of Go', () => {
  const go = (code: string, more: Files = {}) =>
    lines({ 'go.mod': 'module example.com/app\n', 'main.go': `package main\n${code}`, ...more }, URL)
  test.each<[string, string, readonly string[], Files?]>([
    [
      'database/sql',
      'import ("database/sql"; "os"; _ "github.com/lib/pq")\nfunc main() { db, _ := sql.Open("postgres", os.Getenv("DATABASE_URL")); _ = db }',
      ['database/sql 1… default caller db'],
    ],
    [
      'a limit',
      'import ("database/sql"; "os")\nfunc main() { db, _ := sql.Open("pgx", os.Getenv("DATABASE_URL")); db.SetMaxOpenConns(25) }',
      ['database/sql 25 caller db'],
    ],
    [
      'a limit in another file of the package',
      'import ("database/sql"; "os")\nvar db, _ = sql.Open("pgx", os.Getenv("DATABASE_URL"))',
      ['database/sql 9 caller db'],
      { 'limits.go': 'package main\nfunc init() { db.SetMaxOpenConns(9) }' },
    ],
    [
      'GORM',
      'import ("os"; "gorm.io/driver/postgres"; "gorm.io/gorm")\nfunc main() { db, _ := gorm.Open(postgres.Open(os.Getenv("DATABASE_URL")), &gorm.Config{}); s, _ := db.DB(); s.SetMaxOpenConns(12) }',
      ['gorm 12 caller db'],
    ],
    [
      'GORM without one',
      'import ("os"; "gorm.io/driver/postgres"; "gorm.io/gorm")\nfunc main() { db, _ := gorm.Open(postgres.Open(os.Getenv("DATABASE_URL")), &gorm.Config{}); _ = db }',
      ['gorm 1… default caller db'],
    ],
    [
      'pgxpool',
      'import ("context"; "os"; "github.com/jackc/pgx/v5/pgxpool")\nfunc main() { pgxpool.New(context.Background(), os.Getenv("DATABASE_URL")) }',
      ['pgxpool 4…8 default caller db'],
    ],
    [
      'its configuration',
      'import ("context"; "os"; "github.com/jackc/pgx/v5/pgxpool")\nfunc main() { c, _ := pgxpool.ParseConfig(os.Getenv("DATABASE_URL")); c.MaxConns = 6; pgxpool.NewWithConfig(context.Background(), c) }',
      ['pgxpool 6 caller db'],
    ],
    ['SQLite', 'import "database/sql"\nfunc main() { sql.Open("sqlite3", "x.db") }', []],
  ])('%s', (_name, code, expected, more) => {
    expect(go(code, more)).toEqual(expected)
  })
})
