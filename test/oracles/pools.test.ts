import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { POOL_LIBRARIES, type PoolLibrary, poolLibrary } from '../../src/knowledge/pools/index.js'
import { buildOracle } from './compose-cases/oracle.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const installed = createRequire(here('./pools/package.json'))

/** What the table says of the newest version, in numbers. */
function row(id: string, major?: number) {
  const found = poolLibrary(id, major)
  if (!found) throw new Error(`no row ${id}`)
  const { size, overflow, wait } = found
  return { found, size: size.default, overflow: overflow?.default, wait: wait.default }
}

const connections = (count: number) => ({ kind: 'fixed', connections: count })

/** Puts a value where the dots of an option lead: `pool.max`. */
function nested(option: string, value: number): Record<string, unknown> {
  return option.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<string, unknown>
}

/** The options that a pool is made with, once for each option that the table names for its size. */
function sizesOf(library: PoolLibrary, sizeWith: (options: Record<string, unknown>) => unknown): readonly unknown[] {
  return library.size.options.map(option => sizeWith(nested(option, 3)))
}

describe('libraries of JavaScript', () => {
  const URL = 'postgres://u:p@127.0.0.1:1/d'

  test('node-postgres', () => {
    const { Pool } = installed('pg')
    const { found, size, wait } = row('pg')
    expect(size).toEqual(connections(new Pool().options.max))
    expect(sizesOf(found, options => new Pool(options).options.max)).toEqual([3, 3])
    expect(new Pool({ max: 3, poolSize: 7 }).options.max).toBe(3)
    expect(wait).toBe('forever')
    // pg-pool starts its timer only where the option is given.
    expect(new Pool().options.connectionTimeoutMillis).toBeUndefined()
    for (const parameter of ['max', 'poolSize', 'connection_limit', 'pool_timeout']) {
      expect(found.ignoredParameters?.test(parameter)).toBe(true)
      expect(new Pool({ connectionString: `${URL}?${parameter}=3` }).options).toMatchObject({ max: 10 })
    }
  })

  test('node-postgres waits for a connection without end', async () => {
    const { Pool } = installed('pg')
    const reachable = {
      Client: class {
        connect(done: () => void) {
          done()
        }
        on() {}
        once() {}
        removeListener() {}
      },
    }
    const forever = new Pool({ ...reachable, max: 1 })
    const bounded = new Pool({ ...reachable, max: 1, connectionTimeoutMillis: 20 })
    await Promise.all([forever.connect(), bounded.connect()])
    const state = (waiting: Promise<unknown>) =>
      Promise.race([
        waiting.then(() => 'connected').catch(() => 'refused'),
        new Promise(resolve => setTimeout(() => resolve('waits'), 300)),
      ])
    expect(await Promise.all([state(forever.connect()), state(bounded.connect())])).toEqual(['waits', 'refused'])
  })

  test('mysql2', () => {
    const mysql = installed('mysql2')
    const { found, size, wait } = row('mysql2')
    const { config } = mysql.createPool('mysql://u:p@h/d')
    expect(size).toEqual(connections(config.connectionLimit))
    expect([config.queueLimit, config.waitForConnections, wait]).toEqual([0, true, 'forever'])
    expect(sizesOf(found, options => mysql.createPool(options).config.connectionLimit)).toEqual([3])
    for (const parameter of found.size.parameters)
      expect(mysql.createPool(`mysql://u:p@h/d?${parameter}=4`).config.connectionLimit).toBe(4)
    expect(found.ignoredParameters?.test('connection_limit')).toBe(true)
    expect(mysql.createPool('mysql://u:p@h/d?connection_limit=4').config.connectionLimit).toBe(10)
  })

  test('postgres.js', () => {
    const postgres = installed('postgres')
    const { found, size } = row('postgres')
    expect(size).toEqual(connections(postgres(URL).options.max))
    expect(sizesOf(found, options => postgres(URL, options).options.max)).toEqual([3])
    for (const parameter of found.size.parameters) expect(Number(postgres(`${URL}?${parameter}=4`).options.max)).toBe(4)
  })

  test('TypeORM hands its options to the driver', async () => {
    const { DataSource } = installed('typeorm')
    const given = async (options: Record<string, unknown>) => {
      let seen: Record<string, unknown> = {}
      class Pool {
        constructor(made: Record<string, unknown>) {
          seen = made
        }
        on() {}
        connect(done: (error: Error) => void) {
          done(new Error('no server'))
        }
      }
      const driver = { Pool, Client: class {}, types: {} }
      await new DataSource({ type: 'postgres', driver, url: URL, ...options }).initialize().catch(() => undefined)
      return seen
    }
    const { found } = row('typeorm-postgres')
    expect((await given({})).max).toBeUndefined()
    for (const option of found.size.options) expect((await given(nested(option, 3))).max).toBe(3)
    for (const option of found.wait.options) expect((await given(nested(option, 9))).connectionTimeoutMillis).toBe(9)
    expect((await given({ poolSize: 4, extra: { max: 3 } })).max).toBe(3)
    expect((await given({ url: `${URL}?connection_limit=3` })).max).toBeUndefined()
  })

  test('TypeORM hands its options to mysql2', async () => {
    const { DataSource } = installed('typeorm')
    const given = async (options: Record<string, unknown>) => {
      let seen: Record<string, unknown> = {}
      const driver = {
        createPool(made: Record<string, unknown>) {
          seen = made
          return { getConnection: (done: (error: Error) => void) => done(new Error('no server')), on() {} }
        },
      }
      const source = new DataSource({ type: 'mysql', driver, connectorPackage: 'mysql2', host: 'h', ...options })
      await source.initialize().catch(() => undefined)
      return seen
    }
    const { found } = row('typeorm-mysql')
    expect((await given({})).connectionLimit).toBeUndefined()
    for (const option of found.size.options) expect((await given(nested(option, 3))).connectionLimit).toBe(3)
  })

  test('Sequelize', () => {
    const { Sequelize } = installed('sequelize')
    const { found, size, wait } = row('sequelize')
    const poolOf = (options: Record<string, unknown>, url = URL) =>
      new Sequelize(url, { logging: false, ...options }).connectionManager.config.pool
    expect(size).toEqual(connections(poolOf({}).max))
    expect(wait).toBe(poolOf({}).acquire / 1000)
    expect(sizesOf(found, options => poolOf(options).max)).toEqual([3])
    expect(poolOf(nested('pool.acquire', 7)).acquire).toBe(7)
    expect(poolOf({}, `${URL}?max=3&connection_limit=3`).max).toBe(5)
  })

  test('Knex', () => {
    const knex = installed('knex')
    const { found, size, wait } = row('knex')
    const poolOf = (options: Record<string, unknown>) =>
      knex({ client: 'pg', connection: `${URL}?connection_limit=3`, ...options }).client.getPoolSettings(options.pool)
    expect(size).toEqual(connections(poolOf({}).max))
    expect(wait).toBe(poolOf({}).acquireTimeoutMillis / 1000)
    expect(sizesOf(found, options => poolOf(options).max)).toEqual([3])
    for (const option of found.wait.options) expect(poolOf(nested(option, 7)).acquireTimeoutMillis).toBe(7)
  })

  test('MikroORM 7 has the pool of node-postgres', async () => {
    const { Configuration } = await import(installed.resolve('@mikro-orm/core'))
    const { PostgreSqlConnection, PostgreSqlDriver } = await import(installed.resolve('@mikro-orm/postgresql'))
    const optionsOf = (options: Record<string, unknown>) => {
      const configuration = new Configuration(
        { driver: PostgreSqlDriver, clientUrl: URL, entities: ['x'], ...options },
        false,
      )
      return new PostgreSqlConnection(configuration).mapOptions(options.driverOptions ?? {})
    }
    const { found, size, wait } = row('mikro-orm', 7)
    expect(size).toEqual(row('pg').size)
    expect(wait).toBe('forever')
    expect(optionsOf({}).max).toBeUndefined()
    expect(sizesOf(found, options => optionsOf(options).max)).toEqual([3, 3])
    expect(optionsOf(nested('driverOptions.connectionTimeoutMillis', 5)).connectionTimeoutMillis).toBe(5)
  })

  test('Prisma with the adapter of node-postgres does not read the parameters of its URL', async () => {
    const { PrismaPg } = installed('@prisma/adapter-pg')
    const { found, size } = row('prisma-pg')
    const poolOf = async (options: Record<string, unknown>) => (await new PrismaPg(options).connect()).client.options
    const url = `${URL}?connection_limit=2&pool_timeout=5`
    expect(size).toEqual(connections((await poolOf({ connectionString: url })).max))
    for (const option of found.size.options) expect((await poolOf(nested(option, 3))).max).toBe(3)
    expect((await poolOf({ connectionString: url })).connectionTimeoutMillis).toBeUndefined()
    for (const parameter of ['connection_limit', 'pool_timeout'])
      expect(found.ignoredParameters?.test(parameter)).toBe(true)
  })

  test('Prisma with the adapter of MariaDB has the pool of the mariadb package', () => {
    const nearby = createRequire(installed.resolve('@prisma/adapter-mariadb'))
    const { found, size, wait } = row('prisma-mariadb')
    const PoolOptions = nearby(join(nearby.resolve('mariadb/package.json'), '..', 'lib/config/pool-options.js'))
    const read = (PoolOptions.default ?? PoolOptions) as new (options: unknown) => Record<string, number>
    const made = new read({ host: 'h' })
    expect(size).toEqual(connections(made.connectionLimit ?? 0))
    expect(wait).toBe((made.acquireTimeout ?? 0) / 1000)
    expect(sizesOf(found, options => new read(options).connectionLimit)).toEqual([3])
    expect(new read('mariadb://u:p@h/d?connectionLimit=4').connectionLimit).toBe(4)
  })

  test('the MongoDB driver', () => {
    const { MongoClient } = installed('mongodb')
    const { found, size, wait } = row('mongodb')
    const { options } = new MongoClient('mongodb://h/d')
    expect(size).toEqual(connections(options.maxPoolSize))
    expect([options.waitQueueTimeoutMS, wait]).toEqual([0, 'forever'])
    for (const { options: names, parameters } of [found.size, found.wait]) {
      for (const name of names) expect(new MongoClient('mongodb://h/d', { [name]: 3 }).options[name]).toBe(3)
      for (const name of parameters) expect(new MongoClient(`mongodb://h/d?${name}=3`).options[name]).toBe(3)
    }
  })
})

describe('libraries of Python', () => {
  const python = process.env.ORACLES_PYTHON ?? join(tmpdir(), 'erp-audit-oracles', 'python', 'bin', 'python')
  const asked = () => JSON.parse(execFileSync(python, [here('./pools/defaults.py')], { encoding: 'utf8' }))
  let answers: ReturnType<typeof asked>
  const theirs = () => {
    answers ??= asked()
    return answers
  }

  test('SQLAlchemy', () => {
    const { size, overflow, wait } = row('sqlalchemy')
    for (const made of [theirs().sqlalchemy, theirs().sqlalchemyAsync]) {
      expect({ size, overflow, wait }).toEqual({
        size: connections(made.size),
        overflow: made.overflow,
        wait: made.wait,
      })
    }
    expect(theirs().sqlalchemySet).toMatchObject({ size: 3, overflow: -1, wait: 4 })
    expect(theirs().sqlalchemyNone).toBe('NullPool')
  })

  test('asyncpg, and databases above it', () => {
    const { size, wait } = row('asyncpg')
    expect({ size, wait }).toEqual({ size: connections(theirs().asyncpg.size), wait: 'forever' })
    expect(theirs().asyncpg.wait).toBeNull()
    expect(row('databases').size).toEqual(size)
    expect([theirs().databases, theirs().databasesUnset]).toEqual([{ max_size: 3 }, {}])
  })

  test('psycopg_pool', () => {
    const { size, wait } = row('psycopg_pool')
    for (const made of [theirs().psycopg, theirs().psycopgAsync])
      expect({ size, wait }).toEqual({ size: connections(made.size), wait: made.wait })
    expect(theirs().psycopgMinimum).toBe(6)
  })

  test('PyMongo', () => {
    for (const [id, { unset, given, written }] of [
      ['pymongo', theirs().pymongo],
      ['pymongo-async', theirs().pymongoAsync],
    ] as const) {
      // Without an end: a thread of a server that has no more of them than connections never waits.
      expect(unset).toEqual({ size: 100, wait: null })
      expect(row(id).size).toEqual(connections(unset.size))
      expect([given, written]).toEqual([
        { size: 3, wait: 4 },
        { size: 3, wait: 4 },
      ])
      expect(row(id).found.size).toMatchObject({ options: ['maxPoolSize'], parameters: ['maxPoolSize'] })
    }
    expect(row('pymongo').wait).toBe('caller')
    expect(row('pymongo-async')).toMatchObject({ wait: 'forever' })
    expect(row('pymongo-async').found.wait).toMatchObject({ options: ['waitQueueTimeoutMS'] })
  })

  test('Django', () => {
    expect(row('django').size).toEqual({ kind: 'per-request' })
    expect(theirs().django).toMatchObject({ pool: null, age: 0, sized: 9 })
    expect(row('django-pool').size).toEqual(connections(theirs().django.pooled))
  })
})

describe('libraries of Go', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pools-oracle-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  test('database/sql with those above it, and pgxpool', () => {
    const binary = join(directory, 'pools-go')
    buildOracle(here('./pools-go'), binary)
    const { status, stdout, stderr } = spawnSync(binary, [], { encoding: 'utf8', env: { HOME: directory } })
    expect(status, stderr).toBe(0)
    const theirs = JSON.parse(stdout)
    expect(row('database/sql').size).toEqual({ kind: 'unlimited' })
    expect(row('gorm').size).toEqual({ kind: 'unlimited' })
    expect(theirs).toMatchObject({ databaseSql: 0, sqlx: 0, gorm: 0, databaseSqlSet: 7 })
    const size = row('pgxpool').size
    if (size.kind !== 'processors') throw new Error('pgxpool depends on the processors')
    expect(theirs.pgxpool).toBe(Math.max(size.least, size.perProcessor * theirs.processors + size.plus))
    expect(theirs).toMatchObject({ pgxpoolUrl: 3, pgxpoolOther: theirs.pgxpool })
    expect(row('pgxpool').found.size.parameters).toEqual(['pool_max_conns'])
  })
})

test('every row was compared, but for those of versions that are not installed', () => {
  const elsewhere = ['prisma', 'mikro-orm <7', 'mongodb <4']
  const names = POOL_LIBRARIES.map(({ id, before }) =>
    before === undefined ? id : id === 'prisma' ? id : `${id} <${before}`,
  )
  const compared = [
    ...['pg', 'mysql2', 'postgres', 'typeorm-postgres', 'typeorm-mysql', 'sequelize', 'knex', 'mikro-orm', 'mongodb'],
    ...['prisma-pg', 'prisma-mariadb', 'sqlalchemy', 'asyncpg', 'databases', 'psycopg_pool', 'django', 'django-pool'],
    ...['pymongo', 'pymongo-async'],
    ...['database/sql', 'gorm', 'pgxpool'],
  ]
  expect([...names].sort()).toEqual([...compared, ...elsewhere].sort())
})
