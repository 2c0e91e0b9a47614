/** How a library of Node.js asks its database whether it is there, and lets go of it. */
export interface DataClientCalls {
  readonly ping: string
  readonly close: string
}

/**
 * By package. Sources: https://mongoosejs.com/docs/api/connection.html, https://sequelize.org/docs/v6/getting-started/,
 * https://www.prisma.io/docs/orm/reference/prisma-client-reference, https://typeorm.io/docs/data-source/data-source-api,
 * https://mongodb.github.io/node-mongodb-native/, https://knexjs.org/guide/.
 */
const CALLS: readonly (readonly [string, DataClientCalls])[] = [
  ['mongoose', { ping: 'mongoose.connection.db.admin().ping()', close: 'mongoose.connection.close()' }],
  ['mongodb', { ping: 'client.db().command({ ping: 1 })', close: 'client.close()' }],
  ['@prisma/client', { ping: 'prisma.$queryRaw`SELECT 1`', close: 'prisma.$disconnect()' }],
  ['sequelize', { ping: 'sequelize.query("SELECT 1")', close: 'sequelize.close()' }],
  ['typeorm', { ping: 'dataSource.query("SELECT 1")', close: 'dataSource.destroy()' }],
  ['knex', { ping: 'knex.raw("SELECT 1")', close: 'knex.destroy()' }],
]
const POOL: DataClientCalls = { ping: 'pool.query("SELECT 1")', close: 'pool.end()' }

/** What to call with the first of these packages that is known; that of a pool of `pg` or `mysql2` for all others. */
export function dataClientCalls(packages: { has(name: string): boolean }): DataClientCalls {
  return CALLS.find(([name]) => packages.has(name))?.[1] ?? POOL
}
