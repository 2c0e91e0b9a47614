import { queryWords } from '../../src/knowledge/query-words.js'
import { growthOfName } from '../../src/model/code/growth.js'
import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** A resolver is called for each row by the library: there is no loop to take the query out of. */
const IN_RESOLVERS = { node: '; in resolvers of GraphQL use a DataLoader', python: '', go: '' }

type RowQuery = Service['rowQueries'][number]

export default defineRule({
  id: 'query/one-per-row',
  title: 'A request sends one more query for each row of another',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'A list of 200 rows costs 201 trips to the database, one after the other or all at once on every connection of the pool. It is fast with the ten rows of a developer and slow with those of a customer.',
  fix: 'Ask once for all rows: load the relation with the list (`include`, `relations`, `selectinload`, `Preload`), or collect the ids and read `where: { id: { in: ids } }` before the loop; in resolvers use a DataLoader.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-client/queries/query-optimization-performance#solving-the-n1-problem',
    'https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html',
    'https://gorm.io/docs/preload.html',
    'https://eslint.org/docs/latest/rules/no-await-in-loop',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      // Of what people enter once, roles and countries, there are few rows.
      const [first, ...others] = service.rowQueries.filter(
        ({ rows }) => rows === undefined || growthOfName(rows) !== 'low',
      )
      if (first) {
        const more =
          others.length > 0 ? `; so it is at ${others.length} more ${others.length === 1 ? 'place' : 'places'}` : ''
        fail(service, first, `${describe(first, service)}${more}`, {
          key: 'row',
          fix: `Ask once for all rows: ${queryWords(first.library).together}${IN_RESOLVERS[service.runtime]}.`,
          related: [
            { at: first.rowsAt, message: 'the rows are read here' },
            ...(first.sentAt ? [{ at: first.sentAt, message: 'the query of each row' }] : []),
            ...others.map(one => ({ at: one.at, message: describe(one, service) })),
          ],
        })
      } else if (service.queries.some(({ routes }) => routes.length > 0)) pass(service)
    }
  },
  examples: {
    bad: [
      {
        // Rows of a chain, of a statement, and counted by a variable.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const mongoose = require('mongoose')
          const { Pool } = require('pg')
          const pool = new Pool({ max: 5 })
          const Order = mongoose.model('Order', new mongoose.Schema({ customer: mongoose.Schema.Types.ObjectId }))
          const Customer = mongoose.model('Customer', new mongoose.Schema({ name: String }))
          const app = express()
          app.get('/orders', async (req, res) => {
            const orders = await Order.find().sort('-_id').limit(50)
            for (const order of orders) order.name = (await Customer.findById(order.customer)).name //! GET /orders of api calls Customer.findById for each row of Order; so it is at 1 more place
            res.json(orders)
          })
          app.get('/invoices', async (req, res) => {
            const { rows } = await pool.query('SELECT * FROM invoices LIMIT 50')
            let i = 0
            while (i < rows.length) {
              rows[i].lines = (await pool.query('SELECT * FROM lines WHERE invoice_id = $1', [rows[i].id])).rows
              i++
            }
            res.json(rows)
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
        'server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/orders', async (req, res) => {
            const orders = await prisma.order.findMany({ take: 50 })
            for (const order of orders) {
              order.customer = await prisma.customer.findUnique({ where: { id: order.customerId } }) //! GET /orders of api calls prisma.customer.findUnique for each row of order; so it is at 1 more place
            }
            res.json(orders)
          })
          app.get('/invoices', async (req, res) => {
            const [invoices, total] = await Promise.all([prisma.invoice.findMany({ take: 50 }), prisma.invoice.count()])
            res.json({ total, rows: await Promise.all(invoices.map(async one => ({ ...one, lines: await prisma.line.findMany({ where: { invoiceId: one.id } }) }))) })
          })
          app.listen(3000)
        `,
      },
      {
        // Over a service of its own, which another one asks.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { CustomersService } from './customers.service'
          import { OrdersController } from './orders.controller'
          import { OrdersService } from './orders.service'
          @Module({ controllers: [OrdersController], providers: [OrdersService, CustomersService] })
          export class AppModule {}
        `,
        'src/orders.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          import { CustomersService } from './customers.service'
          import { OrdersService } from './orders.service'
          @Controller('orders')
          export class OrdersController {
            constructor(private readonly orders: OrdersService, private readonly customers: CustomersService) {}
            @Get()
            async list() {
              const orders = await this.orders.list()
              return Promise.all(
                orders.map(async order => ({ order, customer: await this.customers.byId(order.customerId) })), //! GET /orders of api calls this.customers.byId for each row of Order
              )
            }
          }
        `,
        'src/orders.service.ts': `
          import { InjectRepository } from '@nestjs/typeorm'
          import { Repository } from 'typeorm'
          export class Order { id: number; customerId: number }
          export class OrdersService {
            constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
            async list() {
              return this.orders.find({ take: 50 })
            }
          }
        `,
        'src/customers.service.ts': `
          import { InjectRepository } from '@nestjs/typeorm'
          import { Repository } from 'typeorm'
          export class Customer { id: number }
          export class CustomersService {
            constructor(@InjectRepository(Customer) private readonly customers: Repository<Customer>) {}
            byId(id: number) {
              return this.customers.findOneBy({ id })
            }
          }
        `,
      },
      {
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
          class Order:
              pass


          class Customer:
              pass
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from database import get_db
          from models import Customer, Order

          app = FastAPI()


          @app.get("/orders")
          def list_orders(db=Depends(get_db)):
              orders = db.query(Order).limit(50).all()
              return [{"order": order, "customer": db.get(Customer, order.customer_id)} for order in orders] #! GET /orders of api calls db.get for each row of Order
        `,
      },
      {
        // Rows of GORM, and those of a plain statement.
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
            "database/sql"

            "github.com/gin-gonic/gin"
            "gorm.io/gorm"
          )

          type Customer struct{ ID int }

          type Order struct {
            ID         int
            CustomerID int
            Customer   Customer
          }

          type Orders struct {
            db    *gorm.DB
            plain *sql.DB
          }

          func (o *Orders) List(c *gin.Context) {
            var orders []Order
            o.db.Limit(50).Find(&orders)
            for i := range orders {
              o.db.First(&orders[i].Customer, orders[i].CustomerID) //! GET /orders of api calls o.db.First for each row of Order
            }
            c.JSON(200, orders)
          }

          func (o *Orders) Names(c *gin.Context) {
            rows, err := o.plain.Query("SELECT id, customer_id FROM orders LIMIT 50")
            if err != nil {
              return
            }
            for rows.Next() {
              var id, customer int
              rows.Scan(&id, &customer)
              var name string
              o.plain.QueryRow("SELECT name FROM customers WHERE id = $1", customer).Scan(&name)
            }
          }

          func main() {
            r := gin.New()
            orders := &Orders{}
            r.GET("/orders", orders.List)
            r.GET("/names", orders.Names)
            r.Run(":8080")
          }
        `,
      },
    ],
    good: [
      {
        // At once for all; a short list; what is remembered; ids in portions; a write for each; the first that fits; a job.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const DataLoader = require('dataloader')
          const { PrismaClient } = require('@prisma/client')
          const { chunk } = require('lodash')
          const prisma = new PrismaClient()
          const customers = new DataLoader(async ids => {
            const found = await prisma.customer.findMany({ where: { id: { in: ids } } })
            return ids.map(id => found.find(one => one.id === id))
          })
          const app = express()
          app.get('/orders', async (req, res) => {
            const orders = await prisma.order.findMany({ take: 50, include: { customer: true } })
            const found = await prisma.customer.findMany({ where: { id: { in: orders.map(one => one.customerId) } } })
            res.json(orders.map(one => ({ ...one, customer: found.find(other => other.id === one.customerId) })))
          })
          app.get('/loaded', async (req, res) => {
            const orders = await prisma.order.findMany({ take: 50 })
            res.json(await Promise.all(orders.map(one => customers.load(one.customerId))))
          })
          app.get('/counts', async (req, res) => {
            const counts = []
            for (const status of ['open', 'paid', 'sent']) counts.push(await prisma.order.count({ where: { status } }))
            res.json(counts)
          })
          app.get('/last', async (req, res) => {
            const orders = await prisma.order.findMany({ take: 5 })
            res.json(await Promise.all(orders.map(one => prisma.line.findMany({ where: { orderId: one.id } }))))
          })
          app.get('/remembered', async (req, res) => {
            const byId = new Map()
            const orders = await prisma.order.findMany({ take: 50 })
            for (const one of orders) {
              if (!byId.has(one.customerId)) byId.set(one.customerId, await prisma.customer.findUnique({ where: { id: one.customerId } }))
            }
            res.json([...byId.values()])
          })
          app.post('/portions', async (req, res) => {
            const orders = await prisma.order.findMany({ where: { companyId: req.user.companyId } })
            const all = []
            for (const ids of chunk(orders.map(one => one.id), 500)) all.push(...(await prisma.line.findMany({ where: { orderId: { in: ids } } })))
            res.json(all)
          })
          app.post('/close', async (req, res) => {
            const orders = await prisma.order.findMany({ where: { companyId: req.user.companyId } })
            await prisma.$transaction(async tx => {
              for (const one of orders) {
                const stock = await tx.stock.findUnique({ where: { productId: one.productId } })
                await tx.stock.update({ where: { id: stock.id }, data: { reserved: stock.reserved + one.amount } })
              }
            })
            res.sendStatus(204)
          })
          app.post('/orders', async (req, res) => {
            for (const line of req.body.lines) await prisma.product.findUnique({ where: { id: line.productId } })
            res.sendStatus(201)
          })
          app.get('/first', async (req, res) => {
            let found
            for (const one of await prisma.warehouse.findMany()) {
              found = await prisma.stock.findFirst({ where: { warehouseId: one.id } })
              if (found) break
            }
            res.json(found)
          })
          app.get('/roles', async (req, res) => {
            const roles = await prisma.role.findMany()
            res.json(await Promise.all(roles.map(async one => ({ one, users: await prisma.user.count({ where: { roleId: one.id } }) }))))
          })
          async function nightly() {
            for (const one of await prisma.order.findMany()) console.log(await prisma.line.count({ where: { orderId: one.id } }))
          }
          setInterval(nightly, 86400000)
          app.listen(3000)
        `,
      },
      {
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
          class Order:
              pass


          class Customer:
              pass
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy import select
          from database import get_db
          from models import Customer, Order

          app = FastAPI()


          @app.get("/orders")
          def list_orders(db=Depends(get_db)):
              orders = db.query(Order).limit(50).all()
              customers = db.execute(select(Customer).where(Customer.id.in_([order.customer_id for order in orders]))).scalars().all()
              names = {customer.id: customer.name for customer in customers}
              today = [db.query(Order).filter(Order.status == status).count() for status in ("open", "paid")]
              return [{"order": order, "customer": names.get(order.customer_id)} for order in orders]
        `,
        'scripts/report.py': `
          from database import SessionLocal
          from models import Customer, Order

          db = SessionLocal()
          for order in db.query(Order).all():
              print(db.get(Customer, order.customer_id))
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

          type Customer struct{ ID int }

          type Order struct {
            ID         int
            CustomerID int
            Customer   Customer
          }

          type Orders struct{ db *gorm.DB }

          func (o *Orders) List(c *gin.Context) {
            var orders []Order
            o.db.Preload("Customer").Limit(50).Find(&orders)
            ids := make([]int, 0, len(orders))
            for _, order := range orders {
              ids = append(ids, order.CustomerID)
            }
            var customers []Customer
            o.db.Where("id IN ?", ids).Find(&customers)
            c.JSON(200, orders)
          }

          func main() {
            r := gin.New()
            orders := &Orders{}
            r.GET("/orders", orders.List)
            r.Run(":8080")
          }
        `,
      },
    ],
  },
})

function describe({ call, rows, routes: [route] }: RowQuery, { name }: Service): string {
  return `${route?.method} ${route?.path} of ${name} calls ${call} for each row of ${rows ?? 'what it read before'}`
}
