import { wordsOf } from '../../src/model/code/growth.js'
import { type Entity, type Field, type Schema, subjectOf } from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'schema/money-as-float',
  title: 'Money is kept in binary floating point',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Binary floating point cannot hold 0.10. Sums of such columns drift by cents, comparisons with an invoice fail, and books do not balance; once rounded values are stored nobody can tell the right ones.',
  fix: 'Make the column `numeric(19, 4)` (in Prisma `Decimal @db.Decimal(19, 4)`), or an integer of the smallest unit, and compute with decimals in code, too.',
  refs: [
    'https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT',
    'https://dev.mysql.com/doc/refman/8.4/en/problems-with-float.html',
    'https://www.prisma.io/docs/orm/prisma-client/special-fields-and-types#working-with-decimal',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const schema of system.schemas) {
      const columns = schema.entities.flatMap(entity =>
        entity.fields.flatMap(field => {
          const kind = kindOf(field)
          return kind && { kind, entity, field, isFloat: field.type === 'float' }
        }),
      )
      const held = columns.filter(column => column !== undefined)
      if (held.length === 0) continue
      const subject = subjectOf(schema)
      pass(subject)
      for (const kind of ['money', 'rate'] as const) {
        const floats = held.filter(one => one.kind === kind && one.isFloat)
        const [first, ...others] = floats
        if (!first) continue
        const names = floats.slice(0, MOST_NAMES).map(nameOf)
        const more = floats.length > names.length ? ` and ${floats.length - names.length} more` : ''
        const what = kind === 'money' ? 'money' : 'a rate that money is multiplied by'
        fail(
          subject,
          first.field,
          `${schema.name} keeps ${what} in binary floating point: ${names.join(', ')}${more} (${first.field.written})`,
          {
            severity: kind === 'money' ? 'medium' : 'low',
            key: kind,
            fix: fixFor(schema, first),
            related: others.map(one => ({ at: one.field.at, message: `${nameOf(one)} is ${one.field.written}` })),
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
          CMD ["node", "main.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model Order {
            id           Int     @id
            unitPrice    Float //! prisma/schema.prisma keeps money in binary floating point: Order.unitPrice, Order.shippingCost (Float)
            shippingCost Float?
            exchangeRate Float @db.Real //! keeps a rate that money is multiplied by in binary floating point: Order.exchangeRate
            totalWeight  Float
            total        Decimal @db.Decimal(12, 2)
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM golang:1.26.0
          CMD ["/app"]
        `,
        'migrations/0001_orders.up.sql': `
          CREATE TABLE order_management (
            id SERIAL PRIMARY KEY,
            unit_price DOUBLE PRECISION NOT NULL, #! order_management.unit_price (double precision)
            quantity INTEGER NOT NULL
          );
        `,
        'migrations/0001_orders.down.sql': 'DROP TABLE order_management;\n',
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'src/invoice.entity.ts': `
          import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

          @Entity()
          export class Invoice {
            @PrimaryGeneratedColumn() id: number
            @Column('double precision') //! src/invoice.entity.ts keeps money in binary floating point: Invoice.totalAmount (double precision)
            totalAmount: number
            @Column({ type: 'numeric', precision: 12, scale: 2 }) tax: number
            @Column() feeCents: number
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "models/bill.js"]
        `,
        'models/bill.js': `
          const { DataTypes } = require('sequelize')
          module.exports = sequelize => sequelize.define('Bill', {
            amount: { type: DataTypes.FLOAT, allowNull: false }, //! Bill.amount (FLOAT)
            balance: DataTypes.DECIMAL(12, 2),
          })
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\n',
        'models.py': `
          from sqlmodel import Field, SQLModel

          class Invoice(SQLModel, table=True):
              id: int | None = Field(default=None, primary_key=True)
              total: float #! models.py keeps money in binary floating point: Invoice.total (float)
              tax_cents: int
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM golang:1.26.0
          CMD ["/app"]
        `,
        'go.mod': 'module acme\n\ngo 1.26\n',
        'models.go': `
          package main

          import "gorm.io/gorm"

          type Invoice struct {
          	gorm.Model
          	Amount  float64 //! Invoice.Amount (float64)
          	Balance float64 \`gorm:"type:numeric(12,2)"\`
          }
        `,
      },
    ],
    good: [
      {
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
          model Shipment {
            id           Int     @id
            price        Decimal
            feeCents     Int
            totalHours   Float
            heartRate    Float
            feedback     Float
            taxonomy     Float
            costCenter   String
          }
        `,
        // Float at first, and then mended.
        'legacy/migrations/V1__init.sql': 'CREATE TABLE bills (id serial PRIMARY KEY, amount real NOT NULL);\n',
        'legacy/migrations/V2__money.sql': 'ALTER TABLE bills ALTER COLUMN amount TYPE numeric(19,4);\n',
      },
    ],
  },
})

const MOST_NAMES = 4
const MONEY = /^(?:\w*(?:amount|price|total|balance|salary|salaries|cost|commission)s?|fees?|tax|taxes)$/
/** Sums and costs of something else than money. */
const NO_MONEY =
  /^(?:time|hours?|minutes?|seconds?|days?|months?|years?|duration|weights?|length|width|height|volume|area|distance|km|kg|kwh|temperature|score|scores|points?|counts?|quantity|quantities|qty|units|pieces|index|lat|lng|latitude|longitude|progress|leave|leaves|attendance|energy|power)$/
/** Words that make a rate one of money. */
const MONEY_RATE = /^(?:exchange|currency|tax|vat|interest|hourly|daily|pay|wage|commission|discount|conversion)$/

/** `money`: an amount · `rate`: what amounts are multiplied by. Undefined for everything else. */
function kindOf({ name, type }: Field): 'money' | 'rate' | undefined {
  if (type !== 'float' && type !== 'decimal' && type !== 'integer') return undefined
  const words = wordsOf(name)
  if (words.some(word => NO_MONEY.test(word))) return undefined
  const isRate = words.some(word => /^(?:rates?|percent|percentage|pct|ratio)$/.test(word))
  if (isRate) return words.some(word => MONEY_RATE.test(word) || MONEY.test(word)) ? 'rate' : undefined
  return words.some(word => MONEY.test(word)) ? 'money' : undefined
}

interface Column {
  readonly entity: Entity
  readonly field: Field
}

function nameOf({ entity, field }: Column): string {
  return `${entity.name}.${field.name}`
}

function fixFor({ source, dialect }: Schema, { entity, field }: Column): string {
  if (dialect === 'sqlite' || dialect === 'mongodb') {
    return `Keep ${field.name} as an integer of the smallest unit (cents): ${dialect === 'sqlite' ? 'SQLite has no exact decimals' : 'then it is exact whatever reads it'}.`
  }
  if (source === 'prisma') {
    return `Write \`${field.name} Decimal @db.Decimal(19, 4)\`, the same for the others, and make the migration: \`npx prisma migrate dev --name exact_money\`.`
  }
  const alteration =
    dialect === 'mysql'
      ? `ALTER TABLE ${entity.table} MODIFY ${field.column} decimal(19,4);`
      : `ALTER TABLE ${entity.table} ALTER COLUMN ${field.column} TYPE numeric(19,4);`
  return `Add a migration with \`${alteration}\` and the same for the others, and compute with decimals in code, too.`
}
