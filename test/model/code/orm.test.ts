import { beforeAll, describe, expect, it } from 'vitest'
import type { Entity } from '../../../src/model/code/schema.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

beforeAll(() => openGrammars(['go']))

const DEPLOYED: Files = {
  'compose.yaml': 'services: { api: { build: . } }',
  Dockerfile: 'FROM node:24\nCMD ["node", "dist/main.js"]\n',
  'package.json': '{}',
}

/** An entity as lines: its table, fields, foreign keys, unique keys and indexes. */
function outline({ name, table, fields, foreignKeys, uniqueKeys, indexes }: Entity): readonly string[] {
  return [
    `${name} ${table}`,
    ...fields.map(field => {
      const relation = field.relation ? ` -> ${field.relation.entity}${field.relation.many ? '[]' : ''}` : ''
      return `${field.name} ${field.column ?? '-'} ${field.type}${field.nullable ? '?' : ''}${relation}`
    }),
    ...foreignKeys.map(({ columns, entity }) => `(${columns.join()}) -> ${entity}`),
    `unique ${uniqueKeys.map(key => key.join()).join(' ')}`,
    `index ${indexes.map(key => key.map(one => one ?? '…').join()).join(' ')}`,
  ]
}

function schemas(files: Files) {
  return systemOf({ ...DEPLOYED, ...files }).schemas
}

function entities(files: Files): readonly (readonly string[])[] {
  return schemas(files).flatMap(schema => schema.entities.map(outline))
}

describe('TypeORM', () => {
  it('reads entities with what they inherit', () => {
    const files = {
      'src/base.ts': `import { CreateDateColumn, PrimaryGeneratedColumn } from 'typeorm'
export abstract class Base {
  @PrimaryGeneratedColumn('uuid') id: string
  @CreateDateColumn({ name: 'created_at' }) createdAt: Date
}`,
      'src/order.entity.ts': `import { Column, Entity, Index, ManyToMany, ManyToOne, OneToMany, Unique } from 'typeorm'
import { Base } from './base'
import { Customer } from './customer.entity'
@Entity({ name: 'orders' })
@Index('by_state', ['state', 'createdAt'], { unique: true })
@Unique(['number'])
export class Order extends Base {
  @Column({ unique: true }) number: string
  @Column('enum', { enum: ['a'] }) state: string
  @Column({ type: 'decimal', nullable: true, name: 'sum' }) total?: string
  @Column() count: number
  notAColumn: string
  @ManyToOne(() => Customer, customer => customer.orders, { nullable: false }) customer: Customer
  @OneToMany('Line', 'order') lines: Line[]
  @ManyToMany(() => Tag) tags: Tag[]
}`,
    }
    expect(entities(files)).toEqual([
      [
        'Order orders',
        'id id uuid',
        'createdAt created_at date',
        'number number text',
        'state state enum',
        'total sum decimal?',
        'count count integer',
        'customer customerId relation? -> Customer',
        'lines - relation? -> Line[]',
        'tags - relation? -> Tag[]',
        '(customerId) -> Customer',
        'unique id number state,created_at number',
        'index id number state,created_at number',
      ],
    ])
  })

  it('knows the server, and keeps packages apart', () => {
    const entity = (name: string) =>
      `import { Entity, PrimaryColumn } from 'typeorm'\n@Entity() export class ${name} { @PrimaryColumn() id: number }`
    const source = (type: string) =>
      `import { DataSource } from 'typeorm'\nexport default new DataSource({ type: '${type}', host: 'db' })`
    const found = schemas({
      'a/package.json': '{}',
      'a/src/a.ts': entity('A'),
      'a/src/source.ts': source('postgres'),
      'b/package.json': '{}',
      'b/src/b.ts': entity('B'),
      'b/src/source.ts': source('mariadb'),
      'b/test/c.ts': entity('C'),
    })
    expect(found.map(({ id, dialect, folder }) => [id, dialect, folder])).toEqual([
      ['schema:a/src/a.ts#typeorm', 'postgresql', 'a'],
      ['schema:b/src/b.ts#typeorm', 'mysql', 'b'],
    ])
  })

  it('joins the indexes of migrations in code', () => {
    const files = {
      'src/a.ts': `import { Entity, PrimaryColumn, ManyToOne } from 'typeorm'
@Entity() export class A { @PrimaryColumn() id: number; @ManyToOne(() => A) b: A }`,
      'src/migrations/1-init.ts': `export class Init implements MigrationInterface {
  async up(queryRunner) {
    await queryRunner.createIndex('a', new TableIndex({ name: 'x', columnNames: ['bId'] }))
    await queryRunner.query(\`CREATE INDEX "i" ON "a" ("c", "d")\`)
  }
  async down(queryRunner) { await queryRunner.query('CREATE INDEX no ON a (e)') }
}`,
    }
    const [schema] = schemas(files)
    expect(schema?.entities[0]?.indexes).toEqual([['id'], ['bId'], ['c', 'd']])
    expect(schema?.migrations.map(({ tool, folder }) => [tool, folder])).toEqual([['typeorm', 'src/migrations']])
  })
})

describe('Sequelize', () => {
  it('reads define, init and associations', () => {
    const files = {
      'models/index.js': `const { Sequelize, DataTypes, Model } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', host: 'db' })
class Customer extends Model {}
Customer.init({ code: { type: DataTypes.STRING(20), primaryKey: true } }, { sequelize, tableName: 'customer', timestamps: false })
module.exports = { Customer, sequelize }`,
      'models/order.js': `module.exports = (sequelize, DataTypes) => {
  const Order = sequelize.define('Order', {
    total: { type: DataTypes.DECIMAL(10, 2), allowNull: false },
    weight: DataTypes.DOUBLE,
    customerCode: { type: DataTypes.STRING, references: { model: 'customer', key: 'code' }, field: 'customer_code' },
  }, { indexes: [{ unique: true, fields: ['total', { name: 'customerCode' }] }] })
  Order.associate = models => { Order.belongsTo(models.User, { as: 'buyer' }) }
  return Order
}`,
    }
    expect(entities(files)).toEqual([
      ['Customer customer', 'code code text?', 'unique code', 'index code'],
      [
        'Order Orders',
        'total total decimal',
        'weight weight float?',
        'customerCode customer_code text?',
        'id id integer',
        'createdAt createdAt date',
        'updatedAt updatedAt date',
        'buyerId buyerId integer?',
        '(customer_code) -> customer',
        '(buyerId) -> User',
        'unique id total,customer_code',
        'index id total,customer_code',
      ],
    ])
  })
})

describe('Drizzle', () => {
  it('reads tables with their third argument', () => {
    const files = {
      'src/db.ts': `import { doublePrecision, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
export const users = pgTable('users', { id: integer().primaryKey() })
export const orders = pgTable('orders', {
  id: integer('id').notNull(),
  userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }),
  price: doublePrecision('price').notNull(),
  at: timestamp('at', { withTimezone: true }).defaultNow(),
  body: text('body').unique(),
  other: integer('other'),
}, t => ({
  pk: primaryKey({ columns: [t.id, t.userId] }),
  i: index('i').on(t.userId, t.at.desc()),
  u: uniqueIndex('u').on(sql\`lower(\${t.body})\`),
  g: index('g').using('gin', t.body),
  f: foreignKey({ columns: [t.other], foreignColumns: [users.id] }),
}))`,
    }
    expect(entities(files)).toEqual([
      ['users users', 'id id integer', 'unique id', 'index id'],
      [
        'orders orders',
        'id id integer',
        'userId user_id integer?',
        'price price float',
        'at at date?',
        'body body text?',
        'other other integer?',
        '(user_id) -> users',
        '(other) -> users',
        'unique body id,user_id',
        'index body id,user_id user_id,at …',
      ],
    ])
  })
})

describe('Mongoose', () => {
  it('reads schemas by the names of their models', () => {
    const files = {
      'src/order.ts': `import mongoose, { Schema } from 'mongoose'
const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true, index: true },
  lines: [{ type: Schema.Types.ObjectId, ref: 'Line' }],
  total: Number,
  number: { type: String, unique: true },
}, { timestamps: true })
orderSchema.index({ number: 1, total: -1 })
export const Order = mongoose.model('Order', orderSchema)`,
    }
    expect(entities(files)).toEqual([
      [
        'Order orders',
        'customer customer uuid -> Customer',
        'lines lines other? -> Line[]',
        'total total other?',
        'number number text?',
        'createdAt createdAt date',
        'updatedAt updatedAt date',
        '(customer) -> Customer',
        'unique number',
        'index customer number number,total',
      ],
    ])
  })
})

it('takes what cannot be read for nothing', () => {
  const text = `import { Entity, Column, ManyToOne, Index } from 'typeorm'
import { Schema } from 'mongoose'
import { pgTable } from 'drizzle-orm/pg-core'
import { DataTypes } from 'sequelize'
@Entity(...names) @Index(columns) class A extends mixin(B) { @Column(options) a; @ManyToOne(type) b; @Column() @Index(() => []) c }
@Entity class {}
const s = new Schema(definition); const t = pgTable(name, columns); const u = pgTable('u', { ...v, [w]: x() }, y)
sequelize.define('Z', attributes); Z.init(); Z.belongsTo(); Z.hasMany(Y, options); s.index(); sequelize.sync(options)`
  expect(entities({ 'src/a.ts': text }).map(([name]) => name)).toEqual(['u u', 'A a'])
})

describe('GORM', () => {
  it('reads structs with their tags', () => {
    const files = {
      'go.mod': 'module acme\n\ngo 1.26\n',
      'models/order.go': `package models

import (
	"time"

	"gorm.io/gorm"
)

type Customer struct {
	gorm.Model
	Name   string
	Orders []Order
}

type Order struct {
	ID         uint      \`gorm:"primaryKey"\`
	CustomerID uint      \`gorm:"index:by_day,priority:2"\`
	PayerID    *uint     \`gorm:"index"\`
	Payer      *Customer
	Price      float64   \`json:"price"\`
	Total      float64   \`gorm:"type:numeric(12,2);not null"\`
	PlacedAt   time.Time \`gorm:"index:by_day,priority:1;uniqueIndex:u"\`
	Number     string    \`gorm:"column:no;unique"\`
	Skipped    string    \`gorm:"-"\`
}

func (Order) TableName() string { return "sales_orders" }
`,
    }
    expect(entities(files)).toEqual([
      [
        'Customer customers',
        'ID id integer',
        'CreatedAt created_at date',
        'UpdatedAt updated_at date',
        'DeletedAt deleted_at date?',
        'Name name text?',
        'Orders - relation? -> Order[]',
        'unique id',
        'index id deleted_at',
      ],
      [
        'Order sales_orders',
        'ID id integer',
        'CustomerID customer_id integer?',
        'PayerID payer_id integer?',
        'Payer - relation? -> Customer',
        'Price price float?',
        'Total total decimal',
        'PlacedAt placed_at date?',
        'Number no text?',
        '(customer_id) -> Customer',
        '(payer_id) -> Customer',
        'unique id no placed_at',
        'index id no placed_at,customer_id payer_id placed_at',
      ],
    ])
  })
})
