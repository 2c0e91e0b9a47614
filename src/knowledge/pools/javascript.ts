import { fixed, NOWHERE, options, type PoolLibrary, parameters } from './library.js'

/** Parameters with which Prisma, mysql2, postgres.js, the MongoDB driver and pgx limit their pools. */
const OTHERS = /^(?:connection_limit|pool_timeout|pool_?size|pool_max_conns|max_?pool_?size|connectionlimit|max)$/i

/** Options with which mysql2, the MongoDB driver, Sequelize and pools of Python and Go are limited. */
const OTHER_OPTIONS = [
  'connectionLimit',
  'connection_limit',
  'maxPoolSize',
  'max_connections',
  'maxConnections',
  'pool.max',
  'pool_size',
]

const POSTGRES = 'https://node-postgres.com/apis/pool'
const MYSQL2 = 'https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool'

/** What node-postgres does, for all that hand their options to it. */
const pgWait = {
  default: 'forever',
  unit: 'milliseconds',
  otherwise: ['statement_timeout', 'query_timeout', 'extra.statement_timeout', 'extra.query_timeout'],
} as const

/** Libraries of JavaScript and TypeScript. test/oracles/pools.test.ts compares them with the libraries themselves. */
export const JAVASCRIPT_POOLS: readonly PoolLibrary[] = [
  {
    id: 'pg',
    name: 'node-postgres',
    packages: ['pg', 'pg-pool'],
    size: { default: fixed(10), ...options('max', 'poolSize') },
    wait: { ...pgWait, ...options('connectionTimeoutMillis') },
    ignoredParameters: OTHERS,
    ignoredOptions: OTHER_OPTIONS,
    example: connections => `max: ${connections}`,
    waitExample: 'connectionTimeoutMillis: 5_000',
    source: POSTGRES,
  },
  {
    id: 'mysql2',
    name: 'mysql2',
    packages: ['mysql2'],
    size: { default: fixed(10), options: ['connectionLimit'], parameters: ['connectionLimit'] },
    // It has no time limit, only `queueLimit` and `waitForConnections: false`, with which it refuses at once.
    wait: {
      default: 'forever',
      unit: 'milliseconds',
      otherwise: ['queueLimit', 'waitForConnections', 'extra.queueLimit', 'extra.waitForConnections'],
      ...NOWHERE,
    },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max)$/i,
    ignoredOptions: ['max', 'poolSize', 'maxPoolSize', 'pool.max', 'connection_limit', 'pool_size'],
    example: connections => `connectionLimit: ${connections}`,
    waitExample: 'queueLimit: 50',
    source: MYSQL2,
  },
  {
    id: 'postgres',
    name: 'postgres.js',
    packages: ['postgres'],
    size: { default: fixed(10), options: ['max'], parameters: ['max'] },
    wait: { default: 'caller', unit: 'seconds', ...NOWHERE },
    example: connections => `max: ${connections}`,
    source: 'https://github.com/porsager/postgres#connection-details',
  },
  {
    id: 'typeorm-postgres',
    name: 'TypeORM',
    packages: ['typeorm'],
    size: { default: fixed(10), ...options('extra.max', 'poolSize') },
    wait: { ...pgWait, ...options('extra.connectionTimeoutMillis', 'connectTimeoutMS') },
    ignoredParameters: OTHERS,
    ignoredOptions: ['max', ...OTHER_OPTIONS],
    example: connections => `poolSize: ${connections}`,
    waitExample: 'connectTimeoutMS: 5_000',
    source: 'https://typeorm.io/docs/drivers/postgres/',
  },
  {
    id: 'typeorm-mysql',
    name: 'TypeORM',
    packages: ['typeorm'],
    size: { default: fixed(10), ...options('extra.connectionLimit', 'poolSize') },
    wait: {
      default: 'forever',
      unit: 'milliseconds',
      otherwise: ['queueLimit', 'waitForConnections', 'extra.queueLimit', 'extra.waitForConnections'],
      ...NOWHERE,
    },
    ignoredParameters: OTHERS,
    example: connections => `poolSize: ${connections}`,
    waitExample: 'extra: { queueLimit: 50 }',
    source: 'https://typeorm.io/docs/drivers/mysql/',
  },
  {
    id: 'sequelize',
    name: 'Sequelize',
    packages: ['sequelize', '@sequelize/core'],
    size: { default: fixed(5), ...options('pool.max') },
    wait: { default: 60, unit: 'milliseconds', ...options('pool.acquire') },
    ignoredParameters: OTHERS,
    example: connections => `pool: { max: ${connections} }`,
    source: 'https://sequelize.org/docs/v6/other-topics/connection-pool/',
  },
  {
    id: 'knex',
    name: 'Knex',
    packages: ['knex'],
    size: { default: fixed(10), ...options('pool.max') },
    wait: { default: 60, unit: 'milliseconds', ...options('acquireConnectionTimeout', 'pool.acquireTimeoutMillis') },
    ignoredParameters: OTHERS,
    example: connections => `pool: { min: 0, max: ${connections} }`,
    source: 'https://knexjs.org/guide/#pool',
  },
  {
    id: 'mikro-orm',
    name: 'MikroORM',
    packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb'],
    before: 7,
    size: { default: fixed(10), ...options('pool.max') },
    wait: { default: 60, unit: 'milliseconds', ...options('pool.acquireTimeoutMillis') },
    ignoredParameters: OTHERS,
    example: connections => `pool: { max: ${connections} }`,
    source: 'https://mikro-orm.io/docs/6.4/configuration#connection-pool',
  },
  {
    // Since 7 it has the pool of the driver in place of that of Knex.
    id: 'mikro-orm',
    name: 'MikroORM',
    packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb'],
    size: { default: fixed(10), ...options('driverOptions.max', 'pool.max') },
    wait: { ...pgWait, ...options('driverOptions.connectionTimeoutMillis') },
    ignoredParameters: OTHERS,
    example: connections => `pool: { max: ${connections} }`,
    waitExample: 'driverOptions: { connectionTimeoutMillis: 5_000 }',
    source: 'https://mikro-orm.io/docs/configuration#connection-pool',
  },
  {
    id: 'prisma',
    name: 'Prisma',
    packages: ['@prisma/client', 'prisma'],
    before: 7,
    size: {
      default: {
        kind: 'processors',
        perProcessor: 2,
        plus: 1,
        least: 3,
        because: 'twice the processors of the machine that it runs on, and one',
      },
      ...parameters('connection_limit'),
    },
    wait: { default: 10, unit: 'seconds', ...parameters('pool_timeout') },
    example: connections => `?connection_limit=${connections}&pool_timeout=10 in the URL`,
    source:
      'https://www.prisma.io/docs/orm/v6/prisma-client/setup-and-configuration/databases-connections/connection-pool',
  },
  {
    // Prisma 7, and earlier versions that are given an adapter: the pool is that of node-postgres.
    id: 'prisma-pg',
    name: 'Prisma with @prisma/adapter-pg',
    packages: ['@prisma/adapter-pg'],
    size: { default: fixed(10), ...options('max', 'poolSize') },
    wait: { ...pgWait, ...options('connectionTimeoutMillis') },
    ignoredParameters: OTHERS,
    ignoredOptions: OTHER_OPTIONS,
    example: connections => `new PrismaPg({ connectionString, max: ${connections} })`,
    waitExample: 'new PrismaPg({ connectionString, connectionTimeoutMillis: 5_000 })',
    source:
      'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool',
  },
  {
    id: 'prisma-mariadb',
    name: 'Prisma with @prisma/adapter-mariadb',
    packages: ['@prisma/adapter-mariadb'],
    size: { default: fixed(10), options: ['connectionLimit'], parameters: ['connectionLimit'] },
    wait: { default: 10, unit: 'milliseconds', options: ['acquireTimeout'], parameters: ['acquireTimeout'] },
    ignoredParameters: /^(?:connection_limit|pool_timeout)$/,
    example: connections => `new PrismaMariaDb({ …, connectionLimit: ${connections} })`,
    source: 'https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api#pool-options',
  },
  {
    id: 'mongodb',
    name: 'the MongoDB driver',
    packages: ['mongodb'],
    before: 4,
    size: { default: fixed(5), options: ['poolSize', 'maxPoolSize'], parameters: ['maxPoolSize'] },
    wait: {
      default: 'forever',
      unit: 'milliseconds',
      options: ['waitQueueTimeoutMS'],
      parameters: ['waitQueueTimeoutMS'],
    },
    example: connections => `poolSize: ${connections}`,
    waitExample: 'waitQueueTimeoutMS: 5_000',
    source: 'https://mongodb.github.io/node-mongodb-native/3.6/reference/unified-topology/',
  },
  {
    id: 'mongodb',
    name: 'the MongoDB driver',
    packages: ['mongodb'],
    size: { default: fixed(100), options: ['maxPoolSize'], parameters: ['maxPoolSize'] },
    wait: {
      default: 'forever',
      unit: 'milliseconds',
      options: ['waitQueueTimeoutMS'],
      parameters: ['waitQueueTimeoutMS'],
    },
    example: connections => `maxPoolSize: ${connections}`,
    waitExample: 'waitQueueTimeoutMS: 5_000',
    source: 'https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/connection-pools/',
  },
]
