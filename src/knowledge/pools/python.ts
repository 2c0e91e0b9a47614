import { fixed, NOWHERE, options, type PoolLibrary } from './library.js'

const NO_URL = /^(?:connection_limit|pool_timeout|pool_?size|max_?overflow|pool_max_conns)$/i

/** Libraries of Python. test/oracles/pools.test.ts compares them with the libraries themselves. */
export const PYTHON_POOLS: readonly PoolLibrary[] = [
  {
    id: 'sqlalchemy',
    name: 'SQLAlchemy',
    packages: ['sqlalchemy', 'sqlmodel', 'flask-sqlalchemy'],
    // `pool_size=0` and `max_overflow=-1` are without a limit.
    size: { default: fixed(5), ...options('pool_size') },
    overflow: { default: 10, ...options('max_overflow') },
    wait: { default: 30, unit: 'seconds', ...options('pool_timeout') },
    ignoredParameters: NO_URL,
    example: connections => `pool_size=${connections}, max_overflow=0`,
    source: 'https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool',
  },
  {
    id: 'asyncpg',
    name: 'asyncpg',
    packages: ['asyncpg'],
    size: { default: fixed(10), ...options('max_size') },
    // `acquire(timeout=…)` alone bounds it; `timeout` of create_pool is that of connecting.
    wait: { default: 'forever', unit: 'seconds', otherwise: ['command_timeout'], ...NOWHERE },
    ignoredParameters: NO_URL,
    example: connections => `min_size=1, max_size=${connections}`,
    waitExample: 'pool.acquire(timeout=5)',
    source: 'https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools',
  },
  {
    id: 'databases',
    name: 'databases',
    packages: ['databases'],
    size: { default: fixed(10), options: ['max_size'], parameters: ['max_size'] },
    wait: { default: 'forever', unit: 'seconds', ...NOWHERE },
    example: connections => `min_size=1, max_size=${connections}`,
    source: 'https://www.encode.io/databases/connections_and_transactions/#connection-options',
  },
  {
    id: 'psycopg_pool',
    name: 'psycopg_pool',
    packages: ['psycopg-pool', 'psycopg'],
    // Without `max_size` it is `min_size`, which is 4.
    size: { default: fixed(4), ...options('max_size', 'min_size') },
    wait: { default: 30, unit: 'seconds', ...options('timeout') },
    example: connections => `max_size=${connections}`,
    source: 'https://www.psycopg.org/psycopg3/docs/api/pool.html',
  },
  {
    // A thread takes one connection, and no server of Python has a hundred threads unless it is told.
    id: 'pymongo',
    name: 'PyMongo',
    packages: ['pymongo'],
    size: { default: fixed(100), options: ['maxPoolSize'], parameters: ['maxPoolSize'] },
    wait: { default: 'caller', unit: 'milliseconds', ...NOWHERE },
    example: connections => `maxPoolSize=${connections}`,
    source: 'https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html',
  },
  {
    id: 'pymongo-async',
    name: 'PyMongo',
    packages: ['pymongo', 'motor'],
    size: { default: fixed(100), options: ['maxPoolSize'], parameters: ['maxPoolSize'] },
    wait: {
      default: 'forever',
      unit: 'milliseconds',
      options: ['waitQueueTimeoutMS'],
      parameters: ['waitQueueTimeoutMS'],
      otherwise: ['timeoutMS'],
    },
    example: connections => `maxPoolSize=${connections}`,
    waitExample: 'waitQueueTimeoutMS=5_000',
    source: 'https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html',
  },
  {
    id: 'django',
    name: 'Django',
    packages: ['django'],
    size: { default: { kind: 'per-request' }, ...NOWHERE },
    wait: { default: 'caller', unit: 'seconds', ...NOWHERE },
    example: connections => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: 'https://docs.djangoproject.com/en/5.2/ref/databases/#connection-management',
  },
  {
    // `OPTIONS: {"pool": True}`, since 5.1.
    id: 'django-pool',
    name: 'Django',
    packages: ['django'],
    size: { default: fixed(4), ...options('max_size', 'min_size') },
    wait: { default: 30, unit: 'seconds', ...options('timeout') },
    example: connections => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: 'https://docs.djangoproject.com/en/5.2/ref/databases/#connection-pool',
  },
]

/** Libraries of Go. test/oracles/pools.test.ts compares them with the libraries themselves. */
export const GO_POOLS: readonly PoolLibrary[] = [
  {
    id: 'database/sql',
    name: 'database/sql',
    packages: [],
    size: { default: { kind: 'unlimited' }, ...options('SetMaxOpenConns') },
    wait: { default: 'caller', unit: 'seconds', ...NOWHERE },
    example: connections => `db.SetMaxOpenConns(${connections})`,
    source: 'https://pkg.go.dev/database/sql#DB.SetMaxOpenConns',
  },
  {
    // Its pool is one of database/sql.
    id: 'gorm',
    name: 'GORM',
    packages: [],
    size: { default: { kind: 'unlimited' }, ...options('SetMaxOpenConns') },
    wait: { default: 'caller', unit: 'seconds', ...NOWHERE },
    example: connections => `SetMaxOpenConns(${connections}) on the *sql.DB that db.DB() gives`,
    source: 'https://gorm.io/docs/generic_interface.html#Connection-Pool',
  },
  {
    id: 'pgxpool',
    name: 'pgxpool',
    packages: [],
    size: {
      default: {
        kind: 'processors',
        perProcessor: 1,
        plus: 0,
        least: 4,
        because: 'as many as the machine that it runs on has processors, at least 4',
      },
      options: ['MaxConns'],
      parameters: ['pool_max_conns'],
    },
    wait: { default: 'caller', unit: 'seconds', ...NOWHERE },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max_conns)$/i,
    example: connections => `config.MaxConns = ${connections}, or ?pool_max_conns=${connections} in the URL`,
    source: 'https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Config',
  },
]
