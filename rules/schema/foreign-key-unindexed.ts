import { growthOf } from '../../src/model/code/growth.js'
import {
  type Entity,
  entityOf,
  type ForeignKey,
  fieldNameOf,
  isIndexed,
  type Schema,
  subjectOf,
} from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'schema/foreign-key-unindexed',
  title: 'Foreign keys have no index',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'PostgreSQL and SQLite index what a foreign key refers to, not the column itself. Each list of the rows of one parent, each join, and each delete of a parent then reads the whole table, and that grows with the business.',
  fix: 'Make an index that begins with the column of each foreign key: `@@index([customerId])` in a Prisma model, or `CREATE INDEX CONCURRENTLY ON orders (customer_id);` in a migration.',
  refs: [
    'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
    'https://www.sqlite.org/foreignkeys.html#fk_indexes',
    'https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/relation-mode#indexes',
    'https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const schema of system.schemas) {
      // References of documents are no foreign keys.
      if (schema.dialect === 'mongodb' || !schema.entities.some(({ foreignKeys }) => foreignKeys.length > 0)) continue
      const keys = judgedKeys(schema)
      const subject = subjectOf(schema)
      const missing = keys.filter(({ key, entity }) => !isIndexed(key, entity))
      const [first, ...others] = missing
      if (!first) pass(subject)
      else if (schema.dialect === 'unknown') {
        unverified(
          subject,
          first.key,
          `whether the server of ${schema.name} makes indexes for foreign keys is not known`,
        )
      } else {
        const names = missing.slice(0, MOST_NAMES).map(nameOf)
        const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : ''
        fail(
          subject,
          first.key,
          `${missing.length} of ${keys.length} foreign keys of ${schema.name} ${missing.length === 1 ? 'has' : 'have'} no index: ${names.join(', ')}${more}`,
          {
            severity: missing.length * 2 >= keys.length ? 'medium' : 'low',
            key: 'foreign-keys',
            fix: fixFor(schema, first, others.length > 0),
            related: others.map(one => ({ at: one.key.at, message: `${nameOf(one)} refers to ${one.key.entity}` })),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
          model Customer {
            id     String  @id @default(uuid())
            name   String
            orders Order[]
          }
          model Country {
            id     String  @id
            name   String
            orders Order[]
          }
          model Order {
            id         String      @id @default(uuid())
            customerId String      @map("customer_id")
            countryId  String
            createdAt  DateTime    @default(now())
            customer   Customer    @relation(fields: [customerId], references: [id]) //! 2 of 3 foreign keys of prisma/schema.prisma have no index: Order.customerId, OrderLine.productId
            country    Country     @relation(fields: [countryId], references: [id])
            lines      OrderLine[]
            @@map("orders")
          }
          model Product {
            id    String      @id
            lines OrderLine[]
          }
          model OrderLine {
            id        String  @id
            orderId   String
            productId String
            order     Order   @relation(fields: [orderId], references: [id])
            product   Product @relation(fields: [productId], references: [id])
            @@index([orderId])
          }
        `,
      },
      {
        // What a migration drops again is no index.
        'compose.yaml': `
          services: { api: { build: ./api }, db: { image: "postgres:17.2" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["gunicorn", "app:app"]
        `,
        'api/requirements.txt': 'psycopg==3.2.3\n',
        'api/migrations/001_init.sql': `
          CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL, since date);
          CREATE TABLE invoices (
            id serial PRIMARY KEY,
            customer_id integer NOT NULL REFERENCES customers (id), #! 1 of 1 foreign keys of api/migrations has no index: invoices.customer_id
            total numeric(12,2) NOT NULL
          );
          CREATE INDEX invoices_customer ON invoices (customer_id);
        `,
        'api/migrations/002_drop.sql': 'DROP INDEX IF EXISTS invoices_customer;\n',
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { DataSource } from 'typeorm'
          export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [__dirname] })
        `,
        'src/order.entity.ts': `
          import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'
          import { Customer } from './customer.entity'

          @Entity('orders')
          @Index(['shipper', 'placedAt'])
          export class Order {
            @PrimaryGeneratedColumn('uuid') id: string
            @Column({ type: 'timestamptz' }) placedAt: Date
            @ManyToOne(() => Customer) //! 1 of 3 foreign keys of src has no index: Order.customer
            @JoinColumn({ name: 'customer_id' })
            customer: Customer
            @Index()
            @ManyToOne(() => Customer)
            payer: Customer
            @ManyToOne(() => Customer)
            shipper: Customer
          }
        `,
        'src/customer.entity.ts': `
          import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

          @Entity()
          export class Customer {
            @PrimaryGeneratedColumn() id: number
            @Column() name: string
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "src/schema.js"]
        `,
        'src/schema.ts': `
          import { index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

          export const customers = pgTable('customers', { id: serial('id').primaryKey(), name: text('name') })
          export const orders = pgTable('orders', {
            id: serial('id').primaryKey(),
            customerId: integer('customer_id').notNull().references(() => customers.id), //! 1 of 2 foreign keys of src/schema.ts has no index: orders.customerId
            payerId: integer('payer_id').references(() => customers.id),
          }, table => [index('orders_payer').on(table.payerId)])
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "models/index.js"]
        `,
        'models/index.js': `
          const { Sequelize, DataTypes } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false })
          const Customer = sequelize.define('Customer', { name: DataTypes.STRING })
          const Order = sequelize.define('Order', { total: DataTypes.DECIMAL(12, 2), payerId: DataTypes.INTEGER }, { indexes: [{ fields: ['payerId'] }] })
          Order.belongsTo(Customer, { foreignKey: 'customerId' }) //! 1 of 2 foreign keys of models/index.js has no index: Order.customerId
          Customer.hasMany(Order, { foreignKey: 'payerId' })
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . }, db: { image: "postgres:17.2" } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\n',
        'models.py': `
          from sqlalchemy import Column, ForeignKey, Integer, String, create_engine
          from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

          engine = create_engine("postgresql://db/erp")

          class Base(DeclarativeBase):
              pass

          class Customer(Base):
              __tablename__ = "customers"
              id = Column(Integer, primary_key=True)

          class Order(Base):
              __tablename__ = "orders"
              id = Column(Integer, primary_key=True)
              customer_id = Column(Integer, ForeignKey("customers.id")) #! 2 of 3 foreign keys of models.py have no index: Order.customer_id, Order.payer_id
              shipper_id = Column(Integer, ForeignKey("customers.id"), index=True)
              payer_id: Mapped[int] = mapped_column(ForeignKey(Customer.id))
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . }, db: { image: "postgres:17.2" } }
        `,
        Dockerfile: `
          FROM golang:1.26.0
          CMD ["/app"]
        `,
        'go.mod': 'module acme\n\ngo 1.26\n',
        'models.go': `
          package main

          import (
          	"gorm.io/driver/postgres"
          	"gorm.io/gorm"
          )

          type Customer struct {
          	gorm.Model
          	Orders []Order
          }

          type Order struct {
          	gorm.Model
          	CustomerID uint //! 1 of 2 foreign keys of models.go has no index: Order.CustomerID
          	PayerID    uint \`gorm:"index"\`
          	Payer      Customer
          }
        `,
      },
      {
        // Without foreign keys in the database MySQL makes no index, either.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "main.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider     = "mysql"
            relationMode = "prisma"
          }
          model User {
            id       Int       @id
            sessions Session[]
          }
          model Session {
            id     Int  @id
            userId Int
            user   User @relation(fields: [userId], references: [id]) //! 1 of 1 foreign keys
          }
        `,
      },
    ],
    good: [
      {
        // An index that a migration makes, a unique key, the first column of a wider index, InnoDB.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "main.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model User {
            id       Int       @id
            profile  Profile?
            sessions Session[]
            orders   Order[]
          }
          model Profile {
            userId Int  @unique
            user   User @relation(fields: [userId], references: [id])
          }
          model Session {
            id     Int  @id
            userId Int  @map("user_id")
            user   User @relation(fields: [userId], references: [id])
            @@map("sessions")
          }
          model Order {
            id        Int      @id
            userId    Int
            createdAt DateTime
            user      User     @relation(fields: [userId], references: [id])
            @@index([userId, createdAt(sort: Desc)])
          }
        `,
        'prisma/migrations/20250101000000_init/migration.sql': `
          CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "main.js"]
        `,
        'db/schema.sql': `
          CREATE TABLE \`orders\` (
            \`id\` int NOT NULL AUTO_INCREMENT,
            \`customer_id\` int NOT NULL,
            PRIMARY KEY (\`id\`),
            CONSTRAINT \`fk\` FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\` (\`id\`)
          ) ENGINE=InnoDB;
        `,
      },
      {
        // A migration in code makes the index; a one-to-one relation is unique.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'src/entities.ts': `
          import { Column, DataSource, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryGeneratedColumn } from 'typeorm'

          export const source = new DataSource({ type: 'postgres', migrations: ['dist/migrations/*.js'], database: 'erp' })

          @Entity()
          export class Customer {
            @PrimaryGeneratedColumn() id: number
          }
          @Entity()
          export class Order {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Customer) customer: Customer
            @OneToOne(() => Customer) @JoinColumn() owner: Customer
          }
        `,
        'src/migrations/1700000000000-Init.ts': `
          import { MigrationInterface, QueryRunner } from 'typeorm'
          export class Init1700000000000 implements MigrationInterface {
            public async up(queryRunner: QueryRunner): Promise<void> {
              await queryRunner.query('CREATE INDEX "IDX_1" ON "order" ("customerId")')
            }
            public async down(queryRunner: QueryRunner): Promise<void> {
              await queryRunner.query('DROP INDEX "IDX_1"')
            }
          }
        `,
      },
      {
        // Django makes the index itself.
        'compose.yaml': `
          services: { api: { build: . }, db: { image: "postgres:17.2" } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'django==5.2\n',
        'manage.py': '',
        'sales/models.py': `
          from django.db import models

          class Customer(models.Model):
              since = models.DateField()

          class Order(models.Model):
              customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
        `,
      },
      {
        // Parents that hardly ever change, and schemas of tests.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "main.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model OrderStatus {
            id     Int     @id
            name   String
            orders Order[]
          }
          model Order {
            id       Int         @id
            statusId Int
            status   OrderStatus @relation(fields: [statusId], references: [id])
          }
        `,
        'test/schema.sql': `
          CREATE TABLE orders (id serial PRIMARY KEY);
          CREATE TABLE lines (id serial PRIMARY KEY, order_id int REFERENCES orders (id));
        `,
      },
    ],
  },
})

const MOST_NAMES = 4

interface JudgedKey {
  readonly key: ForeignKey
  readonly entity: Entity
}

/** Foreign keys that need an index of their own: of servers that make none, to parents that grow. */
function judgedKeys(schema: Schema): readonly JudgedKey[] {
  if (!['postgresql', 'sqlite', 'mysql', 'unknown'].includes(schema.dialect)) return []
  return schema.entities.flatMap(entity =>
    entity.foreignKeys.flatMap(key => {
      const parent = entityOf(schema, key.entity)
      const isDemanded = !key.indexed && key.columns.length > 0 && parent !== undefined && growthOf(parent) !== 'low'
      return isDemanded ? [{ key, entity }] : []
    }),
  )
}

function nameOf({ key, entity }: JudgedKey): string {
  return `${entity.name}.${key.columns.map(column => fieldNameOf(entity, column)).join('+')}`
}

function fixFor({ source, dialect }: Schema, { key, entity }: JudgedKey, hasOthers: boolean): string {
  const same = (words: string) => (hasOthers ? words : '')
  const { columns } = key
  const fields = columns.map(column => fieldNameOf(entity, column))
  const [field = ''] = fields
  const name = `${entity.table}_${columns.join('_')}_idx`
  switch (source) {
    case 'prisma':
      return `Add \`@@index([${fields.join(', ')}])\` to ${entity.name}${same(', the same to the other models')}, and make the migration: \`npx prisma migrate dev --name foreign_key_indexes\`.`
    case 'typeorm':
      return `Write \`@Index()\` above ${field} of ${entity.name}${same(', the same above the others')}, and make the migration: \`npx typeorm migration:generate src/migrations/ForeignKeyIndexes -d <your data source>\`.`
    case 'drizzle':
      return `Write \`index('${name}').on(table.${fields.join(', table.')})\` in the third argument of the table ${entity.table}${same(', the same for the others')}, and make the migration: \`npx drizzle-kit generate\`.`
    case 'sequelize':
      return `Add a migration with \`queryInterface.addIndex('${entity.table}', ['${columns.join("', '")}'])\`${same(', and one such line for each of the others')}.`
    case 'sqlalchemy':
      return `Write \`index=True\` into the column ${field} of ${entity.name}${same(', the same for the others')}, and make the migration: \`alembic revision --autogenerate\`.`
    default: {
      const concurrently = dialect === 'postgresql' ? 'CONCURRENTLY ' : ''
      const quoted = (one: string) => (dialect === 'postgresql' && /[A-Z]/.test(one) ? `"${one}"` : one)
      return `Add a migration with \`CREATE INDEX ${concurrently}${quoted(name)} ON ${quoted(entity.table)} (${columns.map(quoted).join(', ')});\`${same(', and one such line for each of the others')}.`
    }
  }
}
