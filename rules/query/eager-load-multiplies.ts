import { queryWords } from '../../src/knowledge/query-words.js'
import { isEndless } from '../../src/model/code/growth.js'
import { declaredEntity, readsEverything } from '../../src/model/code/queries/growing.js'
import type { EagerLoad } from '../../src/model/code/queries/query.js'
import { relationAt } from '../../src/model/code/relations.js'
import type { Entity } from '../../src/model/code/schema.js'
import type { Service, ServiceQuery, System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Samples of buyers, with what belongs to them, in SQLAlchemy. */
const SAMPLES = {
  'compose.yaml': `
    services: { api: { build: ., ports: ["8000:8000"] } }
  `,
  Dockerfile: `
    FROM python:3.13.1-slim
    WORKDIR /code
    COPY . .
    CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
  `,
  'database.py': `
    from sqlalchemy import create_engine
    from sqlalchemy.orm import sessionmaker

    SessionLocal = sessionmaker(bind=create_engine("postgresql://db/erp"))


    def get_db():
        with SessionLocal() as db:
            yield db
  `,
  'models.py': `
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


    class Base(DeclarativeBase):
        pass


    class Buyer(Base):
        __tablename__ = "buyers"
        id: Mapped[int] = mapped_column(primary_key=True)


    class Sample(Base):
        __tablename__ = "samples"
        id: Mapped[int] = mapped_column(primary_key=True)
        buyer_id: Mapped[int] = mapped_column(ForeignKey("buyers.id"))
        buyer = relationship("Buyer")
        comments: Mapped[list["Comment"]] = relationship()
        trims = relationship("Trim")


    class Comment(Base):
        __tablename__ = "comments"
        id: Mapped[int] = mapped_column(primary_key=True)
        sample_id: Mapped[int] = mapped_column(ForeignKey("samples.id"))


    class Trim(Base):
        __tablename__ = "trims"
        id: Mapped[int] = mapped_column(primary_key=True)
        sample_id: Mapped[int] = mapped_column(ForeignKey("samples.id"))
        size_id: Mapped[int] = mapped_column(ForeignKey("buyers.id"))
        colours: Mapped[list["Colour"]] = relationship()


    class Colour(Base):
        __tablename__ = "colours"
        id: Mapped[int] = mapped_column(primary_key=True)
        trim_id: Mapped[int] = mapped_column(ForeignKey("trims.id"))
  `,
}

export default defineRule({
  id: 'query/eager-load-multiplies',
  title: 'What a list loads along with its rows multiplies or has no end',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'Two lists that are joined to the same row come as every pair of their items: 20 lines and 20 notes are 400 rows for one order. And what grows with every row, the messages of each conversation, makes a page of 20 as large as the table.',
  fix: "Load each list by a query of its own: `selectinload(…)` in SQLAlchemy, `relationLoadStrategy: 'query'` in TypeORM, `separate: true` in Sequelize. Bound what grows: `messages: { take: 10 }`.",
  refs: [
    'https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html#what-kind-of-loading-to-use',
    'https://typeorm.io/docs/working-with-entity-manager/find-options',
    'https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading/',
    'https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      const judged = service.queries.flatMap(query => judge(system, query) ?? [])
      const [first, ...others] = judged.filter(({ fault }) => fault !== undefined)
      if (first) {
        const more = others.length > 0 ? `; so it is for ${others.length} more of its queries` : ''
        fail(service, first, `${describe(first, service)}${more}`, {
          key: 'eager',
          fix: fixOf(first),
          related: others.map(one => ({ at: one.at, message: describe(one, service) })),
        })
      } else if (judged.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        // Two lists by joins, beside a single object.
        ...SAMPLES,
        'main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy.orm import joinedload
          from database import get_db
          from models import Sample

          app = FastAPI()


          @app.get("/samples")
          def list_samples(db=Depends(get_db)):
              return (
                  db.query(Sample)
                  .options(
                      joinedload(Sample.buyer),
                      joinedload(Sample.comments), #! GET /samples of api joins comments and trims to each Sample in one query
                      joinedload(Sample.trims),
                  )
                  .limit(50)
                  .all()
              )
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/order.entity.ts': `
          import { Column, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn } from 'typeorm'
          @Entity()
          export class Customer { @PrimaryGeneratedColumn() id: number }
          @Entity()
          export class Order {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Customer) customer: Customer
            @OneToMany(() => Line, line => line.order) lines: Line[]
            @OneToMany(() => Note, note => note.order) notes: Note[]
          }
          @Entity()
          export class Line {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Order, order => order.lines) order: Order
            @OneToMany(() => Tax, tax => tax.line) taxes: Tax[]
          }
          @Entity()
          export class Tax {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Line, line => line.taxes) line: Line
          }
          @Entity()
          export class Note {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Order, order => order.notes) order: Order
          }
        `,
        'src/main.ts': `
          import express from 'express'
          import { DataSource } from 'typeorm'
          import { Order } from './order.entity'
          const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Order] })
          const orders = source.getRepository(Order)
          const app = express()
          app.get('/orders', async (req, res) => {
            res.json(await orders.find({ take: 50, relations: ['customer', 'lines', 'lines.taxes', 'notes'] })) //! GET /orders of api joins lines.taxes and notes to each Order in one query
          })
          app.get('/built', async (req, res) => {
            const query = orders.createQueryBuilder('o').leftJoinAndSelect('o.lines', 'l').leftJoinAndSelect('o.notes', 'n')
            res.json(await query.take(20).getMany())
          })
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'models.js': `
          const { Model, Sequelize } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL)
          class Order extends Model {}
          class Line extends Model {}
          class Note extends Model {}
          class Customer extends Model {}
          for (const one of [Order, Line, Note, Customer]) one.init({}, { sequelize })
          Order.hasMany(Line, { as: 'lines' })
          Order.hasMany(Note)
          Order.belongsTo(Customer)
          module.exports = { Order, Line, Note, Customer }
        `,
        'server.js': `
          const express = require('express')
          const { Order, Line, Note, Customer } = require('./models')
          const app = express()
          app.get('/orders', async (req, res) => {
            res.json(await Order.findAll({ limit: 20, include: [Customer, { model: Line, as: 'lines' }, Note] })) //! GET /orders of api joins lines and Note to each Order in one query
          })
          app.listen(3000)
        `,
      },
      {
        // A list of what never ends, with each row.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
          model Room {
            id       Int       @id
            ownerId  Int
            members  Member[]
            tags     Tag[]
            messages Message[]
          }
          model Member {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
          model Tag {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
          model Message {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
        `,
        'server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/rooms', async (req, res) => {
            res.json(await prisma.room.findMany({ take: 20, include: { members: true, messages: { orderBy: { id: 'desc' } } } })) //! GET /rooms of api loads all messages of each room in its list, without a limit
          })
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import (
            "github.com/gin-gonic/gin"
            "gorm.io/gorm"
          )

          type Room struct {
            ID       uint \`gorm:"primaryKey"\`
            Messages []Message
          }

          type Message struct {
            ID     uint \`gorm:"primaryKey"\`
            RoomID uint
            Body   string
          }

          type Rooms struct{ db *gorm.DB }

          func (r *Rooms) List(c *gin.Context) {
            var rooms []Room
            r.db.Preload("Messages").Limit(20).Find(&rooms) //! GET /rooms of api loads all Messages of each Room in its list, without a limit
            c.JSON(200, rooms)
          }

          func main() {
            r := gin.New()
            rooms := &Rooms{}
            r.GET("/rooms", rooms.List)
            r.Run(":8080")
          }
        `,
      },
    ],
    good: [
      {
        // One list by a join, the others by queries of their own; a list below a list; one row; few rows of a parent.
        ...SAMPLES,
        'main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy.orm import joinedload, selectinload
          from database import get_db
          from models import Sample, Trim

          app = FastAPI()


          @app.get("/samples")
          def list_samples(db=Depends(get_db)):
              return db.query(Sample).options(joinedload(Sample.buyer), joinedload(Sample.comments), selectinload(Sample.trims).joinedload(Trim.colours)).limit(50).all()


          @app.get("/trims")
          def list_trims(db=Depends(get_db)):
              return db.query(Sample).options(joinedload(Sample.trims).joinedload(Trim.colours)).limit(50).all()


          @app.get("/samples/{id}")
          def one(id: int, db=Depends(get_db)):
              return db.query(Sample).options(joinedload(Sample.comments), joinedload(Sample.trims)).filter(Sample.id == id).all()
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/order.entity.ts': `
          import { Column, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn } from 'typeorm'
          @Entity()
          export class Customer { @PrimaryGeneratedColumn() id: number }
          @Entity()
          export class Order {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Customer) customer: Customer
            @OneToMany(() => Line, line => line.order) lines: Line[]
            @OneToMany(() => Note, note => note.order) notes: Note[]
          }
          @Entity()
          export class Line {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Order, order => order.lines) order: Order
            @OneToMany(() => Tax, tax => tax.line) taxes: Tax[]
          }
          @Entity()
          export class Tax {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Line, line => line.taxes) line: Line
          }
          @Entity()
          export class Note {
            @PrimaryGeneratedColumn() id: number
            @ManyToOne(() => Order, order => order.notes) order: Order
          }
        `,
        'src/main.ts': `
          import express from 'express'
          import { DataSource } from 'typeorm'
          import { Order } from './order.entity'
          const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Order] })
          const orders = source.getRepository(Order)
          const app = express()
          app.get('/orders', async (req, res) => {
            res.json(await orders.find({ take: 50, relations: ['lines', 'notes'], relationLoadStrategy: 'query' }))
          })
          app.get('/customers', async (req, res) => res.json(await orders.find({ take: 50, relations: { customer: true, lines: { taxes: true }, notes: false } })))
          app.get('/built', async (req, res) => {
            const query = orders.createQueryBuilder('o').leftJoinAndSelect('o.lines', 'l').leftJoinAndSelect('l.taxes', 't').leftJoin('o.notes', 'n')
            res.json(await query.take(20).getMany())
          })
          app.get('/orders/:id', async (req, res) => res.json(await orders.find({ take: 1, where: { id: req.params.id }, relations: ['lines', 'notes'] })))
          async function report() {
            return orders.find({ relations: ['lines', 'notes'] })
          }
          setInterval(report, 86400000)
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'models.js': `
          const { Model, Sequelize } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL)
          class Order extends Model {}
          class Line extends Model {}
          class Note extends Model {}
          class Customer extends Model {}
          for (const one of [Order, Line, Note, Customer]) one.init({}, { sequelize })
          Order.hasMany(Line, { as: 'lines' })
          Order.hasMany(Note)
          Order.belongsTo(Customer)
          module.exports = { Order, Line, Note, Customer }
        `,
        'server.js': `
          const express = require('express')
          const { Order, Line, Note, Customer } = require('./models')
          const app = express()
          app.get('/orders', async (req, res) => {
            res.json(await Order.findAll({ limit: 20, include: [Customer, { model: Line, as: 'lines', separate: true }, Note] }))
          })
          app.listen(3000)
        `,
      },
      {
        // Each relation is a query of its own; what grows is bounded, or belongs to the one room that is asked for.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
          model Room {
            id       Int       @id
            ownerId  Int
            members  Member[]
            tags     Tag[]
            messages Message[]
          }
          model Member {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
          model Tag {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
          model Message {
            id     Int  @id
            roomId Int
            room   Room @relation(fields: [roomId], references: [id])
            @@index([roomId])
          }
        `,
        'server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/rooms', async (req, res) => {
            res.json(await prisma.room.findMany({ take: 20, include: { members: true, tags: true, messages: { take: 1, orderBy: { id: 'desc' } } } }))
          })
          app.get('/unread', async (req, res) => {
            res.json(await prisma.room.findMany({ take: 20, include: { messages: { where: { readAt: null } } } }))
          })
          app.get('/rooms/:id', async (req, res) => {
            res.json(await prisma.room.findMany({ where: { id: +req.params.id }, include: { messages: true } }))
          })
          app.listen(3000)
        `,
      },
    ],
  },
})

/** A query that loads lists along with its rows. */
interface Judged {
  readonly query: ServiceQuery
  readonly at: EagerLoad['at']
  /** `product`: the relations of the names multiply each other · `endless`: one of them grows without end for each row. */
  readonly fault?: { readonly kind: 'product' | 'endless'; readonly relations: readonly string[] }
}

interface Loaded {
  readonly load: EagerLoad
  readonly entity: Entity | undefined
}

/** Undefined where a query loads no list, or the schema does not tell. */
function judge(system: System, query: ServiceQuery): Judged | undefined {
  if (query.routes.length === 0 || query.eager.length === 0) return undefined
  const known = declaredEntity(system.schemas, query)
  const lists = query.eager.flatMap(load => listOf(load, known) ?? [])
  const [first] = lists
  if (!first) return undefined
  const product = isLarge(system, query) ? multiplied(lists) : []
  if (product[0]) return { query, at: product[0].at, fault: { kind: 'product', relations: product.map(nameOf) } }
  const endless = isList(query) && lists.find(({ load, entity }) => !load.isBounded && entity && grows(entity))
  if (endless) return { query, at: endless.load.at, fault: { kind: 'endless', relations: [nameOf(endless.load)] } }
  return { query, at: first.load.at }
}

/** A relation of which each row has several. */
function listOf(load: EagerLoad, known: ReturnType<typeof declaredEntity>): Loaded | undefined {
  const found = known && relationAt(known.schema, known.entity, load.relation.split('.'))
  return (load.isMany ?? found?.isMany) ? { load, entity: found?.entity } : undefined
}

/** Whether many rows come, so that it counts what each of them brings: a page, or everything of a tenant. */
function isLarge(system: System, query: ServiceQuery): boolean {
  const { limit } = query
  if (!limit) return readsEverything(system.schemas, query)
  return limit.kind !== 'fixed' || limit.value === undefined || limit.value > 1
}

/** The joined lists of which none is on the way to another: what is below a list only adds to it. */
function multiplied(lists: readonly Loaded[]): readonly EagerLoad[] {
  const joined = lists.map(({ load }) => load).filter(({ isJoin }) => isJoin)
  const ends = joined.filter(one => !joined.some(other => other.relation.startsWith(`${one.relation}.`)))
  return new Set(ends.map(({ relation }) => relation)).size > 1 ? ends : []
}

function isList({ isReturned, routes }: ServiceQuery): boolean {
  return isReturned && routes.some(({ method, path }) => method === 'GET' && !path.includes(':'))
}

function grows(entity: Entity): boolean {
  return isEndless(entity) && !/entr(?:y|ies)$/i.test(entity.name)
}

function nameOf({ relation }: EagerLoad): string {
  return relation
}

/** The remedy in the words of the library. */
function fixOf({ query, fault }: Judged): string {
  const { apart, some } = queryWords(query.library)
  const [relation = ''] = fault?.relations ?? []
  if (fault?.kind === 'endless') {
    const pages = `${relation} in pages by a request of its own.`
    return some === undefined ? `Read ${pages}` : `Bound what grows, ${some}, or read ${pages}`
  }
  return `Load each list by a query of its own${apart === undefined ? '' : `: ${apart}`}.`
}

function describe({ query, fault }: Judged, service: Service): string {
  const [route] = query.routes
  const where = `${route?.method} ${route?.path} of ${service.name}`
  const entity = query.entity ?? 'a table'
  const [first = '', second = ''] = fault?.relations ?? []
  if (fault?.kind === 'endless') return `${where} loads all ${first} of each ${entity} in its list, without a limit`
  const names = [...new Set(fault?.relations)]
  const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${where} joins ${list} to each ${entity} in one query: a row for every pair of ${first} and ${second}`
}
