import { beforeAll, describe, expect, test } from 'vitest'
import type { Cap } from '../../../src/model/code/queries/cap.js'
import { goQueries } from '../../../src/model/code/queries/go.js'
import { javaScriptQueries } from '../../../src/model/code/queries/javascript.js'
import { pythonQueries } from '../../../src/model/code/queries/python.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { programOf } from '../../support/code.js'

beforeAll(() => openGrammars(['python', 'go']))

/** What bounds the only read of a file: `capped 100`, `uncapped limit`, `fixed 50`, `unknown`, `none`. */
function cap(path: string, source: string): string {
  const program = programOf({ [path]: source, 'go.mod': 'module shop\n\ngo 1.26\n' })
  const file = program.files.get(path)
  if (!file) throw new Error('no file')
  expect(file.problems).toEqual([])
  const read = { py: pythonQueries, go: goQueries, ts: javaScriptQueries }[path.split('.')[1] ?? '']
  const queries = read?.(program, file) ?? []
  expect(queries).toHaveLength(1)
  return told(queries[0]?.limit)
}

function told(limit: Cap | undefined): string {
  switch (limit?.kind) {
    case undefined:
      return 'none'
    case 'fixed':
      return `fixed ${limit.value}`
    case 'capped':
      return `capped ${limit.max}`
    case 'uncapped':
      return `uncapped ${limit.parameter}`
    case 'unknown':
      return 'unknown'
  }
}

/** What stands for the page size, and what is found out about it wherever it is put. */
const SIZES = {
  typescript: [
    ['Number(req.query.limit)', 'uncapped limit'],
    ['Math.min(Number(req.query.limit), 100)', 'capped 100'],
    ['25', 'fixed 25'],
    ['bounded(req.query.limit)', 'unknown'],
  ],
  python: [
    ['int(request.args.get("limit", "20"))', 'uncapped limit'],
    ['min(int(request.args.get("limit", "20")), 100)', 'capped 100'],
    ['25', 'fixed 25'],
    ['bounded(request)', 'unknown'],
  ],
  go: [
    ['limit, _ := strconv.Atoi(c.Query("limit"))', 'uncapped limit'],
    ['n, _ := strconv.Atoi(c.Query("limit")); limit := min(n, 100)', 'capped 100'],
    ['const limit = 25', 'fixed 25'],
    ['limit := bounded(c)', 'unknown'],
  ],
} as const

const PRISMA = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
const TYPEORM = "import { Repository } from 'typeorm'\nclass Order {}\nconst orders: Repository<Order> = made()\n"
const SEQUELIZE = "import { Model } from 'sequelize'\nclass Order extends Model {}\n"
const MONGOOSE = "import mongoose from 'mongoose'\nconst Order = mongoose.model('Order', schema)\n"
const DRIZZLE =
  "import { pgTable } from 'drizzle-orm/pg-core'\nimport { drizzle } from 'drizzle-orm/node-postgres'\nconst orders = pgTable('orders', {})\nconst db = drizzle(url)\n"
const KNEX = "import knex from 'knex'\nconst db = knex({})\n"

describe.each<[string, string, (size: string) => string]>([
  ['Prisma', PRISMA, size => `prisma.order.findMany({ take: ${size} })`],
  ['TypeORM', TYPEORM, size => `orders.find({ take: ${size} })`],
  ['TypeORM, with their number', TYPEORM, size => `orders.findAndCount({ take: ${size} })`],
  ['TypeORM, take of a builder', TYPEORM, size => `orders.createQueryBuilder('o').take(${size}).getMany()`],
  ['TypeORM, limit of a builder', TYPEORM, size => `orders.createQueryBuilder('o').limit(${size}).getRawMany()`],
  ['Sequelize', SEQUELIZE, size => `Order.findAll({ limit: ${size} })`],
  ['Sequelize, with their number', SEQUELIZE, size => `Order.findAndCountAll({ limit: ${size}, offset: 0 })`],
  ['Mongoose', MONGOOSE, size => `Order.find({}).sort({ a: 1 }).limit(${size}).lean()`],
  ['Drizzle', DRIZZLE, size => `db.select().from(orders).limit(${size})`],
  ['Drizzle, relations', DRIZZLE, size => `db.query.orders.findMany({ limit: ${size} })`],
  ['Knex', KNEX, size => `db('orders').limit(${size}).select('*')`],
])('%s', (_, head, call) => {
  test.each(SIZES.typescript)('%s', (size, expected) => {
    expect(cap('a.ts', `${head}app.get('/x', async (req, res) => res.json(await ${call(size)}))`)).toBe(expected)
  })
})

describe.each<[string, (size: string) => string]>([
  ['SQLAlchemy', size => `db.query(Order).limit(${size}).all()`],
  ['SQLAlchemy, a statement', size => `db.execute(select(Order).limit(${size})).scalars().all()`],
  ['SQLAlchemy, scalars', size => `db.scalars(select(Order).limit(${size})).all()`],
  ['SQLModel', size => `db.exec(select(Order).limit(${size})).all()`],
  ['Flask-SQLAlchemy', size => `db.session.query(Order).limit(${size}).all()`],
])('%s', (_, call) => {
  test.each(SIZES.python)('%s', (size, expected) => {
    expect(cap('a.py', `from flask import request\n\ndef view(db):\n    return ${call(size)}\n`)).toBe(expected)
  })
})

const GO_HEAD = `package shop

import (
	"strconv"

	"database/sql"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"gorm.io/gorm"
)

type Order struct{ ID int }

type Store struct {
	orm  *gorm.DB
	db   *sql.DB
	x    *sqlx.DB
	pool *pgxpool.Pool
}

`

describe.each([
  ['GORM', 's.orm.Limit(limit).Find(&orders)'],
  ['database/sql', 's.db.Query("SELECT id FROM orders LIMIT $1", limit)'],
  ['sqlx', 's.x.Select(&orders, "SELECT id FROM orders WHERE a = ? LIMIT ?", 1, limit)'],
  ['pgx', 's.pool.Query(c, "SELECT id FROM orders LIMIT $1", limit)'],
])('%s', (_, call) => {
  test.each(SIZES.go)('%s', (size, expected) => {
    const body = `func (s *Store) List(c *gin.Context) {\n\t${size}\n\tvar orders []Order\n\t${call}\n}\n`
    expect(cap('a.go', GO_HEAD + body)).toBe(expected)
  })
})

test.each([
  ['a.ts', `${PRISMA}prisma.order.findMany({})`],
  ['a.ts', `${TYPEORM}orders.createQueryBuilder('o').getMany()`],
  ['a.py', 'rows = db.query(Order).all()\n'],
  ['a.go', `${GO_HEAD}func (s *Store) List() {\n\tvar orders []Order\n\ts.orm.Find(&orders)\n}\n`],
])('no limit in %s', (path, source) => {
  expect(cap(path, source)).toBe('none')
})
