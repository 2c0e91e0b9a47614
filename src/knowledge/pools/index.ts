import { JAVASCRIPT_POOLS } from './javascript.js'
import type { PoolLibrary } from './library.js'
import { GO_POOLS, PYTHON_POOLS } from './python.js'

export type * from './library.js'

/** Every row of the table. */
export const POOL_LIBRARIES: readonly PoolLibrary[] = [...JAVASCRIPT_POOLS, ...PYTHON_POOLS, ...GO_POOLS]

/** The row of a library for a major version; the newest where the version is not known. Undefined for an unknown id. */
export function poolLibrary(id: string, major?: number): PoolLibrary | undefined {
  const rows = POOL_LIBRARIES.filter(row => row.id === id)
  const old = major === undefined ? undefined : rows.find(row => row.before !== undefined && major < row.before)
  return old ?? rows.find(row => row.before === undefined) ?? rows.at(-1)
}

/** Packages that connect to PostgreSQL, MySQL or MongoDB, with a pool that this table knows or without, by import name. */
export const DATABASE_PACKAGES =
  /^(?:pg|pg-pool|pg-promise|mysql2?|postgres|slonik|typeorm|sequelize(?:-typescript)?|knex|objection|kysely|mongodb|mongoose|drizzle-orm|@prisma\/.*|prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm\/.*|sqlalchemy|sqlmodel|asyncpg|aiopg|psycopg2?|psycopg_pool|pymysql|MySQLdb|aiomysql|asyncmy|databases|flask_sqlalchemy|tortoise|peewee|pony|django|database\/sql|gorm\.io\/.*|github\.com\/(?:jackc\/|jmoiron\/sqlx|lib\/pq|go-sql-driver\/|go-gorm\/|go-pg\/|uptrace\/bun).*|entgo\.io\/.*|go\.mongodb\.org\/.*)(?:[./]|$)/
