import { beforeAll, describe, expect, it } from 'vitest'
import type { Entity } from '../../../src/model/code/schema.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

beforeAll(() => openGrammars(['go', 'python']))

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

describe('SQLAlchemy', () => {
  it('reads classes in the old and the new way', () => {
    const files = {
      'requirements.txt': 'sqlalchemy\n',
      'app/__init__.py': '',
      'app/base.py': `from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass

class Stamped:
    created_at = Column(DateTime, nullable=False)
`,
      'app/models.py': `from decimal import Decimal
from typing import List, Optional
from sqlalchemy import Column, Float, ForeignKey, Index, Integer, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from .base import Base, Stamped

class Order(Stamped, Base):
    __tablename__ = "orders"
    __table_args__ = (Index("by_buyer", "buyer_id", "status"), UniqueConstraint("number"), {"schema": "sales"})
    id = Column(Integer, primary_key=True)
    buyer_id = Column(Integer, ForeignKey("buyers.id"), nullable=False)
    payer_id = Column("payer", Integer, ForeignKey("buyers.id", ondelete="CASCADE"))
    status = Column(String(20), index=True)
    number = Column(String)
    unit_price = Column(Float)
    lines = relationship("Line", back_populates="order")

class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("sales.orders.id"))
    price: Mapped[Optional[float]]
    total: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    order: Mapped["Order"] = relationship(back_populates="lines")
    parts: Mapped[List["Part"]] = relationship()

Index("late", Line.order_id)
`,
    }
    expect(entities(files)).toEqual([
      [
        'Order orders',
        'created_at created_at date',
        'id id integer',
        'buyer_id buyer_id integer',
        'payer_id payer integer?',
        'status status text?',
        'number number text?',
        'unit_price unit_price float?',
        'lines - relation? -> Line[]',
        '(buyer_id) -> buyers',
        '(payer) -> buyers',
        'unique id number',
        'index id status buyer_id,status number',
      ],
      [
        'Line lines',
        'id id integer',
        'order_id order_id integer',
        'price price float?',
        'total total decimal',
        'order - relation? -> Order',
        'parts - relation? -> Part[]',
        '(order_id) -> orders',
        'unique id',
        'index id order_id',
      ],
    ])
  })

  it('reads SQLModel, Flask-SQLAlchemy and plain tables', () => {
    const files = {
      'requirements.txt': 'sqlmodel\n',
      'models.py': `from sqlmodel import Field, Relationship, SQLModel
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Table, Column, Integer, ForeignKey, MetaData

db = SQLAlchemy()

class HeroBase(SQLModel):
    name: str = Field(index=True)

class Hero(HeroBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    price: float
    team: "Team" = Relationship(back_populates="heroes")

class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    boss_id = db.Column(db.Integer, db.ForeignKey("user.id"))

links = Table("links", MetaData(), Column("a", Integer, ForeignKey("user.id"), primary_key=True))
`,
    }
    expect(entities(files)).toEqual([
      [
        'Hero hero',
        'name name text',
        'id id integer?',
        'team_id team_id integer?',
        'price price float',
        'team - relation? -> Team',
        '(team_id) -> team',
        'unique id',
        'index name id',
      ],
      ['User user', 'id id integer', 'boss_id boss_id integer?', '(boss_id) -> user', 'unique id', 'index id'],
      ['links links', 'a a integer', '(a) -> user', 'unique a', 'index a'],
    ])
  })

  it('joins the indexes of Alembic', () => {
    const files = {
      'requirements.txt': 'sqlalchemy\n',
      'models.py': `from sqlalchemy import Column, Integer
class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    b = Column(Integer)
`,
      'alembic/versions/1_init.py': `from alembic import op
revision = "1"
def upgrade():
    op.create_index(op.f("ix_a_b"), "a", ["b"], unique=False)
def downgrade():
    op.create_index("no", "a", ["id"])
`,
    }
    const [schema] = schemas(files)
    expect(schema?.entities[0]?.indexes).toEqual([['id'], ['b']])
    expect(schema?.migrations.map(({ tool, folder }) => [tool, folder])).toEqual([['alembic', 'alembic/versions']])
  })
})

describe('Django', () => {
  it('reads models, and knows that foreign keys have an index', () => {
    const files = {
      'manage.py': '',
      'sales/models.py': `from django.db import models

class Stamped(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
    class Meta:
        abstract = True

class Order(Stamped):
    number = models.CharField(max_length=20, unique=True)
    buyer = models.ForeignKey("crm.Buyer", on_delete=models.PROTECT)
    payer = models.ForeignKey(Buyer, null=True, db_index=False, on_delete=models.SET_NULL)
    parent = models.ForeignKey("self", on_delete=models.CASCADE)
    price = models.FloatField()
    tags = models.ManyToManyField("Tag")

    class Meta:
        db_table = "orders"
        indexes = [models.Index(fields=["-created_at", "buyer"])]
        constraints = [models.UniqueConstraint(fields=["number", "buyer"], name="u")]
        unique_together = ("price", "number")
`,
    }
    expect(entities(files)).toEqual([
      [
        'Order orders',
        'id id integer',
        'created_at created_at date',
        'number number text',
        'buyer buyer_id relation -> crm.Buyer'.replace('crm.', ''),
        'payer payer_id relation? -> Buyer',
        'parent parent_id relation -> self',
        'price price float',
        'tags - relation -> Tag[]',
        '(buyer_id) -> Buyer',
        '(payer_id) -> Buyer',
        '(parent_id) -> Order',
        'unique id number number,buyer_id price,number',
        'index id number buyer_id parent_id created_at,buyer_id number,buyer_id price,number',
      ],
    ])
  })
})
