"use strict";

// src/knowledge/pools/library.ts
var fixed = (function fixed(connections) {
  return { kind: "fixed", connections };
});
var options = (function options(...names) {
  return { options: names, parameters: [] };
});
var parameters = (function parameters(...names) {
  return { options: [], parameters: names };
});

// src/knowledge/pools/index.ts
var poolLibrary = (function poolLibrary(id, major) {
  const rows = POOL_LIBRARIES.filter((row) => row.id === id);
  const old = major === void 0 ? void 0 : rows.find((row) => row.before !== void 0 && major < row.before);
  return old ?? rows.find((row) => row.before === void 0) ?? rows.at(-1);
});
// src/knowledge/pools/library.ts



var NOWHERE = { options: [], parameters: [] };

// src/knowledge/pools/javascript.ts
var OTHERS = /^(?:connection_limit|pool_timeout|pool_?size|pool_max_conns|max_?pool_?size|connectionlimit|max)$/i;
var OTHER_OPTIONS = [
  "connectionLimit",
  "connection_limit",
  "maxPoolSize",
  "max_connections",
  "maxConnections",
  "pool.max",
  "pool_size"
];
var POSTGRES = "https://node-postgres.com/apis/pool";
var MYSQL2 = "https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool";
var pgWait = {
  default: "forever",
  unit: "milliseconds",
  otherwise: ["statement_timeout", "query_timeout", "extra.statement_timeout", "extra.query_timeout"]
};
var JAVASCRIPT_POOLS = [
  {
    id: "pg",
    name: "node-postgres",
    packages: ["pg", "pg-pool"],
    size: { default: fixed(10), ...options("max", "poolSize") },
    wait: { ...pgWait, ...options("connectionTimeoutMillis") },
    ignoredParameters: OTHERS,
    ignoredOptions: OTHER_OPTIONS,
    example: (connections) => `max: ${connections}`,
    waitExample: "connectionTimeoutMillis: 5_000",
    source: POSTGRES
  },
  {
    id: "mysql2",
    name: "mysql2",
    packages: ["mysql2"],
    size: { default: fixed(10), options: ["connectionLimit"], parameters: ["connectionLimit"] },
    // It has no time limit, only `queueLimit` and `waitForConnections: false`, with which it refuses at once.
    wait: {
      default: "forever",
      unit: "milliseconds",
      otherwise: ["queueLimit", "waitForConnections", "extra.queueLimit", "extra.waitForConnections"],
      ...NOWHERE
    },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max)$/i,
    ignoredOptions: ["max", "poolSize", "maxPoolSize", "pool.max", "connection_limit", "pool_size"],
    example: (connections) => `connectionLimit: ${connections}`,
    waitExample: "queueLimit: 50",
    source: MYSQL2
  },
  {
    id: "postgres",
    name: "postgres.js",
    packages: ["postgres"],
    size: { default: fixed(10), options: ["max"], parameters: ["max"] },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `max: ${connections}`,
    source: "https://github.com/porsager/postgres#connection-details"
  },
  {
    id: "typeorm-postgres",
    name: "TypeORM",
    packages: ["typeorm"],
    size: { default: fixed(10), ...options("extra.max", "poolSize") },
    wait: { ...pgWait, ...options("extra.connectionTimeoutMillis", "connectTimeoutMS") },
    ignoredParameters: OTHERS,
    ignoredOptions: ["max", ...OTHER_OPTIONS],
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "connectTimeoutMS: 5_000",
    source: "https://typeorm.io/docs/drivers/postgres/"
  },
  {
    id: "typeorm-mysql",
    name: "TypeORM",
    packages: ["typeorm"],
    size: { default: fixed(10), ...options("extra.connectionLimit", "poolSize") },
    wait: {
      default: "forever",
      unit: "milliseconds",
      otherwise: ["queueLimit", "waitForConnections", "extra.queueLimit", "extra.waitForConnections"],
      ...NOWHERE
    },
    ignoredParameters: OTHERS,
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "extra: { queueLimit: 50 }",
    source: "https://typeorm.io/docs/drivers/mysql/"
  },
  {
    id: "sequelize",
    name: "Sequelize",
    packages: ["sequelize", "@sequelize/core"],
    size: { default: fixed(5), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("pool.acquire") },
    ignoredParameters: OTHERS,
    example: (connections) => `pool: { max: ${connections} }`,
    source: "https://sequelize.org/docs/v6/other-topics/connection-pool/"
  },
  {
    id: "knex",
    name: "Knex",
    packages: ["knex"],
    size: { default: fixed(10), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("acquireConnectionTimeout", "pool.acquireTimeoutMillis") },
    ignoredParameters: OTHERS,
    example: (connections) => `pool: { min: 0, max: ${connections} }`,
    source: "https://knexjs.org/guide/#pool"
  },
  {
    id: "mikro-orm",
    name: "MikroORM",
    packages: ["@mikro-orm/core", "@mikro-orm/postgresql", "@mikro-orm/mysql", "@mikro-orm/mariadb"],
    before: 7,
    size: { default: fixed(10), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("pool.acquireTimeoutMillis") },
    ignoredParameters: OTHERS,
    example: (connections) => `pool: { max: ${connections} }`,
    source: "https://mikro-orm.io/docs/6.4/configuration#connection-pool"
  },
  {
    // Since 7 it has the pool of the driver in place of that of Knex.
    id: "mikro-orm",
    name: "MikroORM",
    packages: ["@mikro-orm/core", "@mikro-orm/postgresql", "@mikro-orm/mysql", "@mikro-orm/mariadb"],
    size: { default: fixed(10), ...options("driverOptions.max", "pool.max") },
    wait: { ...pgWait, ...options("driverOptions.connectionTimeoutMillis") },
    ignoredParameters: OTHERS,
    example: (connections) => `pool: { max: ${connections} }`,
    waitExample: "driverOptions: { connectionTimeoutMillis: 5_000 }",
    source: "https://mikro-orm.io/docs/configuration#connection-pool"
  },
  {
    id: "prisma",
    name: "Prisma",
    packages: ["@prisma/client", "prisma"],
    before: 7,
    size: {
      default: {
        kind: "processors",
        perProcessor: 2,
        plus: 1,
        least: 3,
        because: "twice the processors of the machine that it runs on, and one"
      },
      ...parameters("connection_limit")
    },
    wait: { default: 10, unit: "seconds", ...parameters("pool_timeout") },
    example: (connections) => `?connection_limit=${connections}&pool_timeout=10 in the URL`,
    source: "https://www.prisma.io/docs/orm/v6/prisma-client/setup-and-configuration/databases-connections/connection-pool"
  },
  {
    // Prisma 7, and earlier versions that are given an adapter: the pool is that of node-postgres.
    id: "prisma-pg",
    name: "Prisma with @prisma/adapter-pg",
    packages: ["@prisma/adapter-pg"],
    size: { default: fixed(10), ...options("max", "poolSize") },
    wait: { ...pgWait, ...options("connectionTimeoutMillis") },
    ignoredParameters: OTHERS,
    ignoredOptions: OTHER_OPTIONS,
    example: (connections) => `new PrismaPg({ connectionString, max: ${connections} })`,
    waitExample: "new PrismaPg({ connectionString, connectionTimeoutMillis: 5_000 })",
    source: "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool"
  },
  {
    id: "prisma-mariadb",
    name: "Prisma with @prisma/adapter-mariadb",
    packages: ["@prisma/adapter-mariadb"],
    size: { default: fixed(10), options: ["connectionLimit"], parameters: ["connectionLimit"] },
    wait: { default: 10, unit: "milliseconds", options: ["acquireTimeout"], parameters: ["acquireTimeout"] },
    ignoredParameters: /^(?:connection_limit|pool_timeout)$/,
    example: (connections) => `new PrismaMariaDb({ \u2026, connectionLimit: ${connections} })`,
    source: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api#pool-options"
  },
  {
    id: "mongodb",
    name: "the MongoDB driver",
    packages: ["mongodb"],
    before: 4,
    size: { default: fixed(5), options: ["poolSize", "maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: {
      default: "forever",
      unit: "milliseconds",
      options: ["waitQueueTimeoutMS"],
      parameters: ["waitQueueTimeoutMS"]
    },
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "waitQueueTimeoutMS: 5_000",
    source: "https://mongodb.github.io/node-mongodb-native/3.6/reference/unified-topology/"
  },
  {
    id: "mongodb",
    name: "the MongoDB driver",
    packages: ["mongodb"],
    size: { default: fixed(100), options: ["maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: {
      default: "forever",
      unit: "milliseconds",
      options: ["waitQueueTimeoutMS"],
      parameters: ["waitQueueTimeoutMS"]
    },
    example: (connections) => `maxPoolSize: ${connections}`,
    waitExample: "waitQueueTimeoutMS: 5_000",
    source: "https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/connection-pools/"
  }
];

// src/knowledge/pools/python.ts
var NO_URL = /^(?:connection_limit|pool_timeout|pool_?size|max_?overflow|pool_max_conns)$/i;
var PYTHON_POOLS = [
  {
    id: "sqlalchemy",
    name: "SQLAlchemy",
    packages: ["sqlalchemy", "sqlmodel", "flask-sqlalchemy"],
    // `pool_size=0` and `max_overflow=-1` are without a limit.
    size: { default: fixed(5), ...options("pool_size") },
    overflow: { default: 10, ...options("max_overflow") },
    wait: { default: 30, unit: "seconds", ...options("pool_timeout") },
    ignoredParameters: NO_URL,
    example: (connections) => `pool_size=${connections}, max_overflow=0`,
    source: "https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool"
  },
  {
    id: "asyncpg",
    name: "asyncpg",
    packages: ["asyncpg"],
    size: { default: fixed(10), ...options("max_size") },
    // `acquire(timeout=\u2026)` alone bounds it; `timeout` of create_pool is that of connecting.
    wait: { default: "forever", unit: "seconds", otherwise: ["command_timeout"], ...NOWHERE },
    ignoredParameters: NO_URL,
    example: (connections) => `min_size=1, max_size=${connections}`,
    waitExample: "pool.acquire(timeout=5)",
    source: "https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools"
  },
  {
    id: "databases",
    name: "databases",
    packages: ["databases"],
    size: { default: fixed(10), options: ["max_size"], parameters: ["max_size"] },
    wait: { default: "forever", unit: "seconds", ...NOWHERE },
    example: (connections) => `min_size=1, max_size=${connections}`,
    source: "https://www.encode.io/databases/connections_and_transactions/#connection-options"
  },
  {
    id: "psycopg_pool",
    name: "psycopg_pool",
    packages: ["psycopg-pool", "psycopg"],
    // Without `max_size` it is `min_size`, which is 4.
    size: { default: fixed(4), ...options("max_size", "min_size") },
    wait: { default: 30, unit: "seconds", ...options("timeout") },
    example: (connections) => `max_size=${connections}`,
    source: "https://www.psycopg.org/psycopg3/docs/api/pool.html"
  },
  {
    // A thread takes one connection, and no server of Python has a hundred threads unless it is told.
    id: "pymongo",
    name: "PyMongo",
    packages: ["pymongo"],
    size: { default: fixed(100), options: ["maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: { default: "caller", unit: "milliseconds", ...NOWHERE },
    example: (connections) => `maxPoolSize=${connections}`,
    source: "https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html"
  },
  {
    id: "pymongo-async",
    name: "PyMongo",
    packages: ["pymongo", "motor"],
    size: { default: fixed(100), options: ["maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: {
      default: "forever",
      unit: "milliseconds",
      options: ["waitQueueTimeoutMS"],
      parameters: ["waitQueueTimeoutMS"],
      otherwise: ["timeoutMS"]
    },
    example: (connections) => `maxPoolSize=${connections}`,
    waitExample: "waitQueueTimeoutMS=5_000",
    source: "https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html"
  },
  {
    id: "django",
    name: "Django",
    packages: ["django"],
    size: { default: { kind: "per-request" }, ...NOWHERE },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: "https://docs.djangoproject.com/en/5.2/ref/databases/#connection-management"
  },
  {
    // `OPTIONS: {"pool": True}`, since 5.1.
    id: "django-pool",
    name: "Django",
    packages: ["django"],
    size: { default: fixed(4), ...options("max_size", "min_size") },
    wait: { default: 30, unit: "seconds", ...options("timeout") },
    example: (connections) => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: "https://docs.djangoproject.com/en/5.2/ref/databases/#connection-pool"
  }
];
var GO_POOLS = [
  {
    id: "database/sql",
    name: "database/sql",
    packages: [],
    size: { default: { kind: "unlimited" }, ...options("SetMaxOpenConns") },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `db.SetMaxOpenConns(${connections})`,
    source: "https://pkg.go.dev/database/sql#DB.SetMaxOpenConns"
  },
  {
    // Its pool is one of database/sql.
    id: "gorm",
    name: "GORM",
    packages: [],
    size: { default: { kind: "unlimited" }, ...options("SetMaxOpenConns") },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `SetMaxOpenConns(${connections}) on the *sql.DB that db.DB() gives`,
    source: "https://gorm.io/docs/generic_interface.html#Connection-Pool"
  },
  {
    id: "pgxpool",
    name: "pgxpool",
    packages: [],
    size: {
      default: {
        kind: "processors",
        perProcessor: 1,
        plus: 0,
        least: 4,
        because: "as many as the machine that it runs on has processors, at least 4"
      },
      options: ["MaxConns"],
      parameters: ["pool_max_conns"]
    },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max_conns)$/i,
    example: (connections) => `config.MaxConns = ${connections}, or ?pool_max_conns=${connections} in the URL`,
    source: "https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Config"
  }
];

// src/knowledge/pools/index.ts
var POOL_LIBRARIES = [...JAVASCRIPT_POOLS, ...PYTHON_POOLS, ...GO_POOLS];

var DATABASE_PACKAGES = /^(?:pg|pg-pool|pg-promise|mysql2?|postgres|slonik|typeorm|sequelize(?:-typescript)?|knex|objection|kysely|mongodb|mongoose|drizzle-orm|@prisma\/.*|prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm\/.*|sqlalchemy|sqlmodel|asyncpg|aiopg|psycopg2?|psycopg_pool|pymysql|MySQLdb|aiomysql|asyncmy|databases|flask_sqlalchemy|tortoise|peewee|pony|django|database\/sql|gorm\.io\/.*|github\.com\/(?:jackc\/|jmoiron\/sqlx|lib\/pq|go-sql-driver\/|go-gorm\/|go-pg\/|uptrace\/bun).*|entgo\.io\/.*|go\.mongodb\.org\/.*)(?:[./]|$)/;

module.exports = {
  poolLibrary,
  DATABASE_PACKAGES
};
