import { beforeAll, describe, expect, test } from 'vitest'
import { djangoQueries } from '../../../src/model/code/queries/django/functions.js'
import { goQueries } from '../../../src/model/code/queries/go.js'
import { javaScriptQueries } from '../../../src/model/code/queries/javascript.js'
import { pythonQueries } from '../../../src/model/code/queries/python.js'
import { rowQueriesOf } from '../../../src/model/code/queries/row-queries.js'
import type { Route } from '../../../src/model/code/route.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { programOf } from '../../support/code.js'

beforeAll(() => openGrammars(['python', 'go']))

const ROUTE = { method: 'GET', path: '/' } as Route

/** What is called in loops over rows, as `call for rows`; every function is one that requests come to. */
function sent(path: string, source: string): readonly string[] {
  const program = programOf({ [path]: source, 'go.mod': 'module shop\n\ngo 1.26\n' })
  const file = program.files.get(path)
  if (!file) throw new Error('no file')
  expect(file.problems).toEqual([])
  const ofPython: typeof pythonQueries = (...at) => [...pythonQueries(...at), ...djangoQueries(...at)]
  const read = { py: ofPython, go: goQueries, ts: javaScriptQueries }[path.split('.')[1] ?? '']
  const queries = read?.(program, file) ?? []
  return rowQueriesOf(program, queries, fn => (fn ? [ROUTE] : [])).map(({ call, rows }) => `${call} for ${rows}`)
}

const PRISMA = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
const TYPEORM =
  "import { Repository } from 'typeorm'\nclass Order {}\nclass User {}\nconst orders: Repository<Order> = made()\nconst users: Repository<User> = made()\n"
const SEQUELIZE = "import { Model } from 'sequelize'\nclass Order extends Model {}\nclass User extends Model {}\n"
const MONGOOSE =
  "import mongoose from 'mongoose'\nconst Order = mongoose.model('Order', schema)\nconst User = mongoose.model('User', schema)\n"
const DRIZZLE =
  "import { pgTable } from 'drizzle-orm/pg-core'\nimport { eq } from 'drizzle-orm'\nimport { drizzle } from 'drizzle-orm/node-postgres'\nconst orders = pgTable('orders', {})\nconst users = pgTable('users', {})\nconst db = drizzle(url)\n"
const KNEX = "import knex from 'knex'\nconst db = knex({})\n"

/** A handler that goes through what it read, with `one` for each row. */
const inHandler = (read: string, body: string) => `async function list() { const rows = await ${read}; ${body} }`
const forEach = (body: string) => `for (const one of rows) { ${body} }`
const user = 'await prisma.user.findUnique({ where: { id: one.userId } })'
const read = 'prisma.order.findMany()'

describe('TypeScript', () => {
  test.each<[string, string, readonly string[]]>([
    ['Prisma', PRISMA + inHandler(read, forEach(user)), ['prisma.user.findUnique for order']],
    [
      'Prisma, counted',
      PRISMA + inHandler(read, forEach('await prisma.line.count({ where: { orderId: one.id } })')),
      ['prisma.line.count for order'],
    ],
    [
      'TypeORM',
      TYPEORM + inHandler('orders.find()', forEach('await users.findOne({ where: { id: one.userId } })')),
      ['users.findOne for Order'],
    ],
    [
      'TypeORM, a builder',
      TYPEORM +
        inHandler(
          'orders.find()',
          forEach("await users.createQueryBuilder('u').where('u.id = :id', { id: one.userId }).getOne()"),
        ),
      ['users.createQueryBuilder.where.getOne for Order'],
    ],
    [
      'TypeORM, with their number',
      TYPEORM +
        `async function list() { const [rows, total] = await orders.findAndCount(); ${forEach('await users.findOneBy({ id: one.userId })')} }`,
      ['users.findOneBy for Order'],
    ],
    [
      'Sequelize',
      SEQUELIZE + inHandler('Order.findAll()', forEach('await User.findByPk(one.userId)')),
      ['User.findByPk for Order'],
    ],
    [
      'Sequelize, with their number',
      SEQUELIZE +
        `async function list() { const { rows, count } = await Order.findAndCountAll(); ${forEach('await User.findByPk(one.userId)')} }`,
      ['User.findByPk for Order'],
    ],
    [
      'Sequelize, the rows of the answer',
      SEQUELIZE + inHandler('Order.findAndCountAll()', 'for (const one of rows.rows) await User.findByPk(one.userId)'),
      ['User.findByPk for Order'],
    ],
    [
      'Mongoose',
      MONGOOSE + inHandler('Order.find().lean()', forEach('await User.findById(one.userId)')),
      ['User.findById for Order'],
    ],
    [
      'Drizzle',
      DRIZZLE +
        inHandler('db.select().from(orders)', forEach('await db.select().from(users).where(eq(users.id, one.userId))')),
      ['db.select.from.where for orders'],
    ],
    [
      'Knex',
      KNEX + inHandler("db('orders').select('*')", forEach("await db('users').where({ id: one.userId }).first()")),
      ['db.where.first for orders'],
    ],
  ])('%s', (_, source, expected) => {
    expect(sent('a.ts', source)).toEqual(expected)
  })

  test.each<[string, string]>([
    ['a list of promises', `await Promise.all(rows.map(async one => (${user})))`],
    [
      'a callback that returns',
      'await Promise.all(rows.map(one => prisma.user.findUnique({ where: { id: one.userId } })))',
    ],
    ['forEach', `rows.forEach(async one => { ${user} })`],
    ['behind a filter', `await Promise.all(rows.filter(Boolean).map(async one => ${user}))`],
    ['taken apart', 'for (const { userId } of rows) await prisma.user.findUnique({ where: { id: userId } })'],
    [
      'over a variable',
      `for (const one of rows) { const id = one.userId; const where = { id }; await prisma.user.findUnique({ where }) }`,
    ],
    [
      'by an index',
      'for (let i = 0; i < rows.length; i++) await prisma.user.findUnique({ where: { id: rows[i].userId } })',
    ],
    ['in a list of its own', `const all = [...rows]; for (const one of rows ?? []) { ${user} }`],
  ])('%s', (_, body) => {
    expect(sent('a.ts', PRISMA + inHandler(read, body))).toEqual(['prisma.user.findUnique for order'])
  })

  test.each<[string, string]>([
    ['another query for all', 'await prisma.user.findMany({ where: { id: { in: rows.map(one => one.userId) } } })'],
    [
      'a query that has nothing to do with the row',
      forEach("await prisma.setting.findUnique({ where: { key: 'a' } })"),
    ],
    ['what is remembered', forEach(`if (!userCache[one.userId]) userCache[one.userId] = ${user}`)],
    ['what is known already', forEach(`if (!byId.has(one.userId)) byId.set(one.userId, ${user})`)],
    ['the first that fits', forEach(`if (${user}) break`)],
    ['a write as well', forEach(`${user}; await prisma.order.update({ where: { id: one.id }, data: {} })`)],
    ['a few of them', `for (const one of rows.slice(0, 3)) { ${user} }`],
    [
      'portions of them',
      'for (const one of chunk(rows, 100)) await prisma.user.findMany({ where: { id: { in: one } } })',
    ],
    ['other things', `for (const one of ['a', 'b']) { ${user} }`],
    ['what the client sent', `for (const one of req.body.lines) { ${user} }`],
    ['a loader', forEach('await loader.load(one.userId)')],
    ['an array', forEach('users.find(other => other.id === one.userId)')],
  ])('none: %s', (_, body) => {
    expect(sent('a.ts', PRISMA + inHandler(read, body))).toEqual([])
  })

  test('ten rows are few', () => {
    const source = (take: number) => PRISMA + inHandler(`prisma.order.findMany({ take: ${take} })`, forEach(user))
    expect(sent('a.ts', source(10))).toEqual([])
    expect(sent('a.ts', source(11))).toEqual(['prisma.user.findUnique for order'])
  })

  test('over functions that read the rows, and that send the query', () => {
    const helpers = `${PRISMA}async function orders() { return prisma.order.findMany() }
async function owner(id: string) { return prisma.user.findUnique({ where: { id } }) }
async function cached(id: string) { return (await cache.get(id)) ?? prisma.user.findUnique({ where: { id } }) }
async function none(id: string) { return prisma.setting.findUnique({ where: { key: 'a' } }) }
`
    const loop = (call: string) => `${helpers}async function list() { for (const one of await orders()) await ${call} }`
    expect(sent('a.ts', loop('owner(one.userId)'))).toEqual(['owner for order'])
    expect(sent('a.ts', loop('cached(one.userId)'))).toEqual([])
    expect(sent('a.ts', loop('none(one.userId)'))).toEqual([])
    expect(sent('a.ts', loop("owner('me')"))).toEqual([])
  })

  test('a page of rows in an object is not followed', () => {
    const source = `${PRISMA}async function orders() { return { data: await prisma.order.findMany(), next: 1 } }
async function list() { for (const one of await orders()) ${user} }`
    expect(sent('a.ts', source)).toEqual([])
  })
})

describe('Python', () => {
  const view = (body: string) =>
    `def view(db):\n    rows = db.query(Order).all()\n${body.replace(/^(?=.)/gm, '    ')}\n`
  test.each<[string, string, readonly string[]]>([
    [
      'a query',
      view('for one in rows:\n    db.query(User).filter(User.id == one.user_id).first()'),
      ['db.query.filter.first for Order'],
    ],
    ['a key', view('for one in rows:\n    db.get(User, one.user_id)'), ['db.get for Order']],
    [
      'a statement',
      view('for one in rows:\n    db.execute(select(User).where(User.id == one.user_id)).scalar_one()'),
      ['db.execute.scalar_one for Order'],
    ],
    [
      'a number',
      view('for one in rows:\n    db.query(Line).filter(Line.order_id == one.id).count()'),
      ['db.query.filter.count for Order'],
    ],
    ['a comprehension', view('return [db.get(User, one.user_id) for one in rows]'), ['db.get for Order']],
    [
      'with their numbers',
      view('for index, one in enumerate(rows):\n    db.get(User, one.user_id)'),
      ['db.get for Order'],
    ],
    ['a range', view('for i in range(len(rows)):\n    db.get(User, rows[i].user_id)'), ['db.get for Order']],
    ['a list of ids', view('db.query(User).filter(User.id.in_([one.user_id for one in rows])).all()'), []],
    [
      'a statement with a name',
      view(
        'for one in rows:\n    statement = select(User).where(User.id == one.user_id)\n    db.execute(statement).scalars().all()',
      ),
      ['db.execute.scalars.all for Order'],
    ],
    [
      'a set of Django',
      'from django.db import models\nclass Order(models.Model): pass\ndef view(request):\n    for one in Order.objects.all():\n        Line.objects.filter(order=one).count()\n',
      ['Line.objects.filter.count for Order'],
    ],
    [
      'ids of Django',
      'from django.db import models\nclass Order(models.Model): pass\ndef view(request):\n    for one in Order.objects.all():\n        Line.objects.filter(id__in=one.line_ids).count()\n',
      [],
    ],
    [
      'a set of Django that is not asked yet',
      'from django.db import models\nclass Order(models.Model): pass\ndef view(request):\n    for one in Order.objects.all():\n        lines = Line.objects.filter(order=one)\n',
      [],
    ],
    ['a dictionary', view('for one in rows:\n    names.get(one.user_id)'), []],
    ['a constant list', view('for one in ("a", "b"):\n    db.query(User).filter(User.kind == one).count()'), []],
    ['a write as well', view('for one in rows:\n    db.get(User, one.user_id).seen = True\n    db.commit()'), []],
  ])('%s', (_, source, expected) => {
    expect(sent('a.py', source)).toEqual(expected)
  })
})

describe('Go', () => {
  const HEAD = `package shop

import (
	"database/sql"

	"github.com/jmoiron/sqlx"
	"gorm.io/gorm"
)

type User struct{ ID int }

type Order struct{ UserID int }

var _ *sqlx.DB

`
  const gorm = (body: string) =>
    `${HEAD}func list(db *gorm.DB) {\n\tvar rows []Order\n\tdb.Find(&rows)\n\tvar user User\n\t${body}\n}\n`
  const plain = (body: string) =>
    `${HEAD}func list(db *sql.DB) {\n\trows, err := db.Query("SELECT user_id FROM orders")\n\tif err != nil {\n\t\treturn\n\t}\n\tvar id int\n\t${body}\n}\n`
  test.each<[string, string, readonly string[]]>([
    ['GORM', gorm('for _, one := range rows {\n\t\tdb.First(&user, one.UserID)\n\t}'), ['db.First for Order']],
    [
      'GORM, a condition',
      gorm('for _, one := range rows {\n\t\tdb.Where("id = ?", one.UserID).Take(&user)\n\t}'),
      ['db.Where.Take for Order'],
    ],
    [
      'GORM, by an index',
      gorm('for i := range rows {\n\t\tdb.First(&user, rows[i].UserID)\n\t}'),
      ['db.First for Order'],
    ],
    [
      'GORM, counted up',
      gorm('for i := 0; i < len(rows); i++ {\n\t\tdb.First(&user, rows[i].UserID)\n\t}'),
      ['db.First for Order'],
    ],
    ['GORM, a write', gorm('for _, one := range rows {\n\t\tdb.Save(&one)\n\t}'), []],
    [
      'database/sql',
      plain('for rows.Next() {\n\t\trows.Scan(&id)\n\t\tdb.QueryRow("SELECT name FROM users WHERE id = $1", id)\n\t}'),
      ['db.QueryRow for orders'],
    ],
    [
      'database/sql, gathered first',
      plain(
        'ids := []int{}\n\tfor rows.Next() {\n\t\trows.Scan(&id)\n\t\tids = append(ids, id)\n\t}\n\tfor _, one := range ids {\n\t\tdb.QueryRow("SELECT name FROM users WHERE id = $1", one)\n\t}',
      ),
      ['db.QueryRow for orders'],
    ],
    [
      'database/sql, a few gathered',
      plain(
        'ids := []int{}\n\tfor rows.Next() {\n\t\trows.Scan(&id)\n\t\tif id > 9 {\n\t\t\tids = append(ids, id)\n\t\t}\n\t}\n\tfor _, one := range ids {\n\t\tdb.QueryRow("SELECT name FROM users WHERE id = $1", one)\n\t}',
      ),
      [],
    ],
    [
      'database/sql, one after the other',
      plain('for rows.Next() {\n\t\trows.Scan(&id)\n\t}\n\tdb.QueryRow("SELECT 1")'),
      [],
    ],
  ])('%s', (_, source, expected) => {
    expect(sent('a.go', source)).toEqual(expected)
  })
})
