import { expect, test } from 'vitest'
import { javaScriptQueries } from '../../../src/model/code/queries/javascript.js'
import type { Query } from '../../../src/model/code/queries/query.js'
import { programOf } from '../../support/code.js'

/** Each bulk read as one line: library, entity, limit, what is compared, what is loaded with it. */
function queries(source: string): readonly string[] {
  const program = programOf({ 'src/a.ts': source })
  const file = program.files.get('src/a.ts')
  if (!file) throw new Error('no file')
  expect(file.problems).toEqual([])
  return javaScriptQueries(program, file).map(line)
}

function line({ library, entity, limit, comparisons, eager, isComplete }: Query): string {
  const bound = limit === undefined ? '' : limit.kind === 'fixed' ? ` limit ${limit.value}` : ` limit ${limit.kind}`
  const where = comparisons.map(({ field, operator }) => ` ${field} ${operator}`).join('')
  const loads = eager
    .map(
      one =>
        ` with ${one.isMany === undefined ? '' : one.isMany ? 'many ' : 'one '}${one.relation}${one.isJoin ? ' joined' : ''}${one.isBounded ? ' bounded' : ''}`,
    )
    .join('')
  return `${library} ${entity ?? '?'}${bound}${where}${loads}${isComplete ? '' : ' …'}`
}

const PRISMA = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
const TYPEORM =
  "import { Repository, DataSource } from 'typeorm'\nclass Order {}\nconst orders: Repository<Order> = made()\nconst source: DataSource = made()\n"
const SEQUELIZE = "import { Model } from 'sequelize'\nclass Order extends Model {}\n"
const MONGOOSE = "import mongoose from 'mongoose'\nconst Order = mongoose.model('Order', schema)\n"
const DRIZZLE =
  "import { pgTable } from 'drizzle-orm/pg-core'\nimport { eq, and, inArray, gt } from 'drizzle-orm'\nimport { drizzle } from 'drizzle-orm/node-postgres'\nconst orders = pgTable('orders', {})\nconst db = drizzle(url)\n"
const KNEX = "import knex from 'knex'\nconst db = knex({})\n"

test.each<[string, string, readonly string[]]>([
  [
    'Prisma',
    `${PRISMA}prisma.order.findMany({ where: { companyId: x, status: { in: s }, AND: [{ total: { gt: 1 } }] }, take: 20 })`,
    ['prisma order limit 20 companyId equals status in total other'],
  ],
  [
    'Prisma, a model that a field keeps',
    "import { PrismaClient } from '@prisma/client'\nclass A {\n  orders = new PrismaClient().order\n  list() { return this.orders.findMany({ take: 20 }) }\n}",
    ['prisma order limit 20'],
  ],
  [
    'Prisma, a client that is generated into the repository and not committed',
    "import { PrismaClient } from '../generated/prisma/client'\nclass Service extends PrismaClient { constructor() { super({}) } }\nclass Tenant extends Service {}\nclass A {\n  constructor(private readonly store: Service, private readonly other: Tenant) {}\n  all() { return this.store.client.findMany({ take: 20 }) }\n  more() { return this.other.order.findMany({ take: 10 }) }\n}",
    ['prisma client limit 20', 'prisma order limit 10'],
  ],
  [
    'a class of the same name that is another one',
    'class PrismaClient {}\nclass Service extends PrismaClient {}\nclass A {\n  constructor(private readonly store: Service) {}\n  all() { return this.store.client.findMany({ take: 20 }) }\n}',
    [],
  ],
  [
    'Prisma, a model that a constant keeps',
    `${PRISMA}const orders = prisma.order\norders.findMany()`,
    ['prisma order'],
  ],
  ['a model of something else', `${PRISMA}const orders = cache.order\norders.findMany()`, []],
  ['Prisma, everything', `${PRISMA}prisma.order.findMany()`, ['prisma order']],
  [
    'Prisma, what is loaded with it',
    `${PRISMA}prisma.order.findMany({ include: { lines: true, notes: { take: 5 }, _count: true } })`,
    ['prisma order with lines with notes bounded'],
  ],
  [
    'Prisma, what is loaded with that',
    `${PRISMA}prisma.order.findMany({ include: { lines: { include: { taxes: true } }, notes: { where: { a: 1 } } } })`,
    ['prisma order with lines with lines.taxes with notes bounded'],
  ],
  [
    'Prisma, what is selected',
    `${PRISMA}prisma.order.findMany({ select: { id: true, lines: { select: { id: true } } } })`,
    ['prisma order with lines'],
  ],
  ['Prisma, a part from elsewhere', `${PRISMA}prisma.order.findMany({ ...given })`, ['prisma order …']],
  [
    'Prisma, filled in later',
    `${PRISMA}function f() { const where = {}; where.a = 1; return prisma.order.findMany({ where }) }`,
    ['prisma order …'],
  ],
  [
    'Prisma, one and counted',
    `${PRISMA}prisma.order.findFirst({}); prisma.order.count(); prisma.order.groupBy({ by: ['a'] })`,
    [],
  ],
  ['Prisma, each value once', `${PRISMA}prisma.order.findMany({ distinct: ['status'] })`, []],
  [
    'Prisma, in a transaction',
    `${PRISMA}prisma.$transaction(async tx => tx.order.findMany({ take: 5 }))`,
    ['prisma order limit 5'],
  ],
  ['an array', 'const list = [1, 2]\nlist.find(x => x === 1)\nlist.findAll({})', []],
  [
    'TypeORM',
    `${TYPEORM}orders.find({ where: { companyId: x }, take: 10, relations: ['lines'] })`,
    ['typeorm Order limit 10 companyId equals with lines joined'],
  ],
  [
    'TypeORM, relations below relations',
    `${TYPEORM}orders.find({ relations: { customer: true, lines: { taxes: true }, notes: false } })`,
    ['typeorm Order with customer joined with lines joined with lines.taxes joined'],
  ],
  [
    'TypeORM, by queries of their own',
    `${TYPEORM}orders.find({ relations: ['lines'], relationLoadStrategy: 'query' })`,
    ['typeorm Order with lines'],
  ],
  [
    'TypeORM, by queries of their own everywhere',
    `${TYPEORM}new DataSource({ relationLoadStrategy: 'query' })\norders.find({ relations: ['lines'] })`,
    ['typeorm Order with lines'],
  ],
  ['TypeORM, by', `${TYPEORM}orders.findBy({ id: In(ids) })`, ['typeorm Order id in']],
  ['TypeORM, a repository that is asked for', `${TYPEORM}source.getRepository(Order).find()`, ['typeorm Order']],
  ['TypeORM, a manager', `${TYPEORM}source.manager.find(Order, { take: 3 })`, ['typeorm Order limit 3']],
  [
    'TypeORM, a builder',
    `${TYPEORM}orders.createQueryBuilder('o').leftJoinAndSelect('o.lines', 'l').where('o.companyId = :id', {}).take(50).getMany()`,
    ['typeorm Order limit 50 companyId equals with lines joined'],
  ],
  [
    'TypeORM, a builder that joins further',
    `${TYPEORM}orders.createQueryBuilder('o').leftJoinAndSelect('o.lines', 'l').innerJoinAndSelect('l.taxes', 't').leftJoin('o.notes', 'n').getMany()`,
    ['typeorm Order with lines joined with lines.taxes joined'],
  ],
  [
    'TypeORM, a repository of a source that is made here',
    "import { DataSource } from 'typeorm'\nconst repository = new DataSource({}).getRepository(Order)\nrepository.find()",
    ['typeorm Order'],
  ],
  [
    'TypeORM, a builder in a variable',
    `${TYPEORM}function f() { const qb = orders.createQueryBuilder('o'); qb.andWhere('o.id IN (:...ids)', {}); return qb.limit(7).getMany() }`,
    ['typeorm Order limit 7 id in'],
  ],
  [
    'Sequelize',
    `${SEQUELIZE}Order.findAll({ where: { companyId: x }, limit: 10, include: [{ model: Line, as: 'lines', separate: true }, Note] })`,
    ['sequelize Order limit 10 companyId equals with lines with Note joined'],
  ],
  [
    'Sequelize, associations',
    `${SEQUELIZE}Order.hasMany(Line, { as: 'lines' }); Line.belongsTo(Order); Line.hasMany(Tax)\nOrder.findAll({ include: { model: Line, as: 'lines', limit: 5, include: [Tax, Order] } })`,
    ['sequelize Order with many lines joined bounded with many lines.Tax joined with one lines.Order joined'],
  ],
  [
    'Sequelize, associations by decorators',
    "import { Model, HasMany, BelongsTo } from 'sequelize-typescript'\nclass Order extends Model { @HasMany(() => Line) lines: Line[]; @BelongsTo(() => User) user: User }\nOrder.findAll({ include: [{ model: Line, as: 'lines' }, { model: User, as: 'user' }] })",
    ['sequelize Order with many lines joined with one user joined'],
  ],
  ['Sequelize, counted as well', `${SEQUELIZE}Order.findAndCountAll({ offset: 5 })`, ['sequelize Order']],
  [
    'Mongoose',
    `${MONGOOSE}Order.find({ companyId: x }).sort({ a: 1 }).limit(10).lean()`,
    ['mongoose Order limit 10 companyId equals'],
  ],
  ['Mongoose, everything', `${MONGOOSE}Order.find()`, ['mongoose Order']],
  [
    'Mongoose, a query that a variable keeps',
    `${MONGOOSE}async function a(q) {\n  let query\n  if (q.all) query = Order.find({})\n  else query = Order.find({ userId: q.user })\n  query = query.sort({ at: -1 })\n  query = query.skip(10).limit(20)\n  return await query\n}`,
    ['mongoose Order limit 20', 'mongoose Order limit 20 userId equals'],
  ],
  [
    'Mongoose, rows that a variable keeps are no query',
    `${MONGOOSE}async function a(list) {\n  const rows = await Order.find({})\n  return rows.limit(20)\n}`,
    ['mongoose Order'],
  ],
  ['Mongoose, a cursor', `${MONGOOSE}Order.find().cursor()`, []],
  [
    'TypeORM, conditions that may not be added',
    `${TYPEORM}async function a(x) {\n  const qb = orders.createQueryBuilder('o').where('o.kind = :k', {})\n  if (x.customerId) qb.andWhere('o.customerId = :c', {})\n  return qb.getMany()\n}`,
    ['typeorm Order kind equals'],
  ],
  [
    'TypeORM, one of two conditions, and another way through the function',
    `${TYPEORM}async function a(x) {\n  const qb = orders.createQueryBuilder('o')\n  if (x.mine) qb.where('o.userId = :u', {})\n  else qb.where('o.teamId = :t', {})\n  return qb.getMany()\n}`,
    ['typeorm Order userId equals teamId equals'],
  ],
  [
    'Drizzle',
    `${DRIZZLE}db.select().from(orders).where(and(eq(orders.companyId, x), inArray(orders.id, ids), gt(orders.total, 1))).limit(10)`,
    ['drizzle orders limit 10 companyId equals id in total other'],
  ],
  [
    'Drizzle, a condition with a name that is one of two',
    `${DRIZZLE}const active = eq(orders.active, true)\nconst where = x ? and(active, eq(orders.kind, x)) : active\ndb.select().from(orders).where(where).orderBy(orders.at)`,
    ['drizzle orders active equals'],
  ],
  [
    'Drizzle, a condition that may be nothing',
    `${DRIZZLE}db.select().from(orders).where(x ? eq(orders.kind, x) : undefined)`,
    ['drizzle orders'],
  ],
  [
    'Drizzle, conditions that are not seen',
    `${DRIZZLE}db.select().from(orders).where(and(...conditions))\ndb.select().from(orders).where(or(eq(orders.a, x), eq(orders.b, x)))\ndb.select().from(orders).where(sql\`x\`)`,
    ['drizzle orders …', 'drizzle orders …', 'drizzle orders …'],
  ],
  [
    'Drizzle, numbers and groups are no lists',
    `${DRIZZLE}db.select({ all: sql<number>\`count(*)\` }).from(orders)\ndb.select({ sum: sql\`coalesce(sum(\${orders.total}), 0)\`.mapWith(Number) }).from(orders)\ndb.select({ s: orders.status, n: orders.n }).from(orders).groupBy(orders.status)`,
    [],
  ],
  ['Drizzle, counted', `${DRIZZLE}db.select({ n: count() }).from(orders)`, []],
  [
    'Drizzle, relations',
    `${DRIZZLE}db.query.orders.findMany({ where: eq(orders.companyId, x), limit: 4 })`,
    ['drizzle orders limit 4 companyId equals'],
  ],
  [
    'Knex',
    `${KNEX}db('orders').where({ company_id: x }).whereIn('id', ids).limit(10).select('*')`,
    ['knex orders limit 10 company_id equals id in'],
  ],
  ['Knex, one and counted', `${KNEX}db('orders').select('*').first(); db('orders').select('a').count()`, []],
])('%s', (_, source, expected) => {
  expect(queries(source)).toEqual(expected)
})
