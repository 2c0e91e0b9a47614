import { queryWords } from '../../src/knowledge/query-words.js'
import { growthOfRows, mayReadEverything, readsEverything } from '../../src/model/code/queries/growing.js'
import type { Route } from '../../src/model/code/route.js'
import type { Service, ServiceQuery } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'query/list-unbounded',
  title: 'A list endpoint returns a growing table without a limit',
  category: 'performance',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'The answer grows with the business. What takes milliseconds on the day of the launch reads a hundred thousand rows a year later, holds a connection meanwhile, and fills the memory of the service with one request.',
  fix: 'Read a page of at most 100 rows, and give the client the way to the next one: `take: Math.min(limit, 100)` in Prisma and TypeORM, `.limit(min(limit, 100))` in SQLAlchemy, `.Limit(min(limit, 100))` in GORM, `DEFAULT_PAGINATION_CLASS` with `PAGE_SIZE` in REST framework.',
  refs: [
    'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
    'https://www.django-rest-framework.org/api-guide/pagination/',
    'https://www.prisma.io/docs/orm/prisma-client/queries/pagination',
    'https://use-the-index-luke.com/no-offset',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const lists = service.queries.filter(query => isList(query) && growthOfRows(system.schemas, query) === 'high')
      const open = lists.filter(query => readsEverything(system.schemas, query))
      const [first, ...others] = open
      if (!first) {
        const unknown = lists.find(query => mayReadEverything(system.schemas, query))
        if (unknown) unverified(service, unknown, doubtOf(unknown, service))
        else if (lists.length > 0) pass(service)
        continue
      }
      fail(service, first, describe(first, service, others.length), {
        key: 'list',
        fix: `Read a page, ${queryWords(first.library).page}, and give the client the way to the next one.`,
        related: others.map(one => ({ at: one.at, message: `${routeOf(one)} returns every ${one.entity}` })),
      })
    }
  },
  examples: {
    bad: [
      {
        // Statements that are written out, and a builder that types them.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            stock: { build: ./stock, ports: ["8080:8080"] }
            crm: { build: ./crm, ports: ["8000:8000"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const { Pool } = require('pg')
          const { Kysely, PostgresDialect } = require('kysely')
          const knex = require('knex')({ client: 'pg' })
          const pool = new Pool({ max: 5 })
          const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
          const app = express()
          app.get('/orders', async (req, res) => {
            const { rows } = await pool.query('SELECT id, total FROM orders ORDER BY id') //! GET /orders of api returns every orders, without a limit
            res.json(rows)
          })
          app.get('/invoices', async (req, res) => {
            res.json(await db.selectFrom('invoices').selectAll().where('paid', '!=', true).execute())
          })
          app.get('/payments', async (req, res) => res.json(await knex('payments').where('amount', '>', 0)))
          app.listen(3000)
        `,
        'stock/Dockerfile': `
          FROM golang:1.26
          COPY . .
          RUN go build -o /bin/stock .
          CMD ["/bin/stock"]
        `,
        'stock/go.mod': `
          module example.com/stock

          go 1.26
        `,
        'stock/main.go': `
          package main

          import (
            "database/sql"
            "encoding/json"
            "net/http"
          )

          type Movement struct{ ID int }

          func main() {
            db, _ := sql.Open("postgres", "postgres://db/stock")
            http.HandleFunc("GET /movements", func(w http.ResponseWriter, r *http.Request) {
              rows, _ := db.Query("SELECT id FROM movements ORDER BY id") //! GET /movements of stock returns every movements, without a limit
              defer rows.Close()
              var found []Movement
              for rows.Next() {
                var one Movement
                rows.Scan(&one.ID)
                found = append(found, one)
              }
              json.NewEncoder(w).Encode(found)
            })
            http.ListenAndServe(":8080", nil)
          }
        `,
        'crm/Dockerfile': `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["gunicorn", "main:app", "-b", "0.0.0.0:8000"]
        `,
        'crm/main.py': `
          from flask import Flask, jsonify
          from flask_sqlalchemy import SQLAlchemy

          app = Flask(__name__)
          db = SQLAlchemy(app)


          class Contact(db.Model):
              id = db.Column(db.Integer, primary_key=True)
              customer_id = db.Column(db.Integer)
              created_at = db.Column(db.DateTime)


          @app.get("/contacts")
          def contacts():
              return jsonify(Contact.query.order_by(Contact.id).all()) #! GET /contacts of crm returns every Contact, without a limit
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
          app.get('/invoices', async (req, res) => {
            const invoices = await prisma.invoice.findMany({ where: { companyId: req.user.companyId, deletedAt: null }, orderBy: { date: 'desc' } }) //! GET /invoices of api returns every invoice that matches, without a limit
            res.json({ invoices })
          })
          app.listen(3000)
        `,
      },
      {
        // A client that Prisma generates into the repository, and a model whose table has another name.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "tsx", "server.ts"]
        `,
        'package.json': '{ "name": "api", "dependencies": { "express": "5.0.0", "@prisma/client": "7.1.0" } }',
        'prisma/schema.prisma': `
          generator client {
            provider = "prisma-client"
            output   = "../generated/prisma"
          }
          datasource db {
            provider = "postgresql"
          }
          model Account {
            id       String   @id
            dossiers Dossier[]
          }
          model Dossier {
            id        String   @id
            accountId String
            openedAt  DateTime
            account   Account @relation(fields: [accountId], references: [id])
            @@index([accountId])
            @@map("customer_files")
          }
        `,
        'store.ts': `
          import { PrismaPg } from '@prisma/adapter-pg'
          import { PrismaClient } from './generated/prisma/client'
          export class Store extends PrismaClient {
            constructor() {
              super({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 5 }) })
            }
          }
        `,
        'server.ts': `
          import express from 'express'
          import { Store } from './store'
          const store = new Store()
          const app = express()
          app.get('/files', async (request, response) => {
            response.json(await store.dossier.findMany({ orderBy: { openedAt: 'desc' } })) //! GET /files of api returns every dossier, without a limit
          })
          app.listen(3000)
        `,
      },
      {
        // A query of Mongoose that is put together in a variable, and awaited at the end.
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
          const Lead = mongoose.model('Lead', new mongoose.Schema({ name: String, owner: mongoose.Schema.ObjectId }))
          mongoose.connect(process.env.MONGO_URI)
          const app = express()
          app.get('/leads', async (req, res) => {
            let query
            if (req.user.isAdmin) query = Lead.find({}) //! GET /leads of api returns every Lead, without a limit
            else query = Lead.find({ owner: req.user.id }).limit(50)
            query = query.populate('owner').sort({ name: 1 })
            const leads = await query
            res.json({ data: leads })
          })
          app.listen(3000)
        `,
      },
      {
        // A client that sends no filter gets everything.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy import Column, DateTime, ForeignKey, Integer, create_engine, select
          from sqlalchemy.orm import Session, declarative_base, sessionmaker
          Base = declarative_base()
          SessionLocal = sessionmaker(bind=create_engine("postgresql://db/erp"))

          class Invoice(Base):
              __tablename__ = "invoices"
              id = Column(Integer, primary_key=True)
              customer_id = Column(Integer, ForeignKey("customers.id"), index=True)

          app = FastAPI()

          def get_db():
              with SessionLocal() as db:
                  yield db

          @app.get("/invoices")
          def invoices(customer_id: int | None = None, db: Session = Depends(get_db)):
              statement = select(Invoice).order_by(Invoice.id)
              if customer_id is not None:
                  statement = statement.where(Invoice.customer_id == customer_id)
              return db.execute(statement).scalars().all() #! GET /invoices of api returns every Invoice, without a limit
        `,
      },
      {
        // The chain of Drizzle goes on behind the table; staff see the orders of everybody.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "tsx", "index.ts"]
        `,
        'package.json': '{ "name": "api", "dependencies": { "hono": "4.10.0", "drizzle-orm": "0.44.0" } }',
        'db.ts': `
          import { drizzle } from 'drizzle-orm/node-postgres'
          import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
          export const orders = pgTable('orders', { id: serial('id').primaryKey(), userId: integer('user_id'), status: text('status') })
          export const db = drizzle(process.env.DATABASE_URL!)
        `,
        'index.ts': `
          import { serve } from '@hono/node-server'
          import { desc, eq } from 'drizzle-orm'
          import { Hono } from 'hono'
          import { db, orders } from './db'
          const app = new Hono()
          app.get('/orders', async c => {
            const user = c.get('user')
            const rows = user.isStaff
              ? await db.select().from(orders).orderBy(desc(orders.id)) //! GET /orders of api returns every orders, without a limit; so do 1 more of its lists
              : await db.select().from(orders).where(eq(orders.userId, user.id)).orderBy(desc(orders.id))
            return c.json({ orders: rows.map(row => ({ ...row, link: '/orders/' + row.id })) })
          })
          serve(app)
        `,
      },
      {
        // Behind an interface and an abstract class, as ports and adapters are written. What tests put in its place counts for nothing.
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
          import { Controller, Get, Inject, Module } from '@nestjs/common'
          import { PrismaClient } from '@prisma/client'
          import { InvoiceRepository } from './invoices'
          import { PrismaOrders } from './prisma-orders'
          import { ORDERS, type Orders } from './orders'
          const prisma = new PrismaClient()
          class PrismaInvoices extends InvoiceRepository {
            all() { return prisma.invoice.findMany() } //! GET /invoices of api returns every invoice, without a limit; so do 1 more of its lists
          }
          @Controller()
          class SalesController {
            constructor(@Inject(ORDERS) private readonly orders: Orders, private readonly invoices: InvoiceRepository) {}
            @Get('orders') list() { return this.orders.findAll() }
            @Get('invoices') listInvoices() { return this.invoices.all() }
          }
          @Module({
            controllers: [SalesController],
            providers: [
              { provide: ORDERS, useClass: PrismaOrders },
              { provide: InvoiceRepository, useClass: PrismaInvoices },
            ],
          })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/orders.ts': `
          export const ORDERS = Symbol('ORDERS')
          export interface Orders { findAll(): Promise<unknown[]> }
        `,
        'src/prisma-orders.ts': `
          import { PrismaClient } from '@prisma/client'
          import type { Orders } from './orders'
          export class PrismaOrders implements Orders {
            private readonly prisma = new PrismaClient()
            findAll() { return this.prisma.order.findMany() }
          }
        `,
        'src/orders.spec.ts': `
          import type { Orders } from './orders'
          class Fake implements Orders { async findAll() { return [] } }
        `,
        'src/invoices.ts': `
          export abstract class InvoiceRepository { abstract all(): Promise<unknown[]> }
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
        'main.py': `
          from fastapi import Depends, FastAPI
          from database import get_db
          from models import Order

          app = FastAPI()


          @app.get("/orders")
          def list_orders(db=Depends(get_db)):
              return db.query(Order).order_by(Order.created_at).all() #! GET /orders of api returns every Order
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
        `,
      },
      {
        // A statement that is handed to the session.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy import create_engine, select
          from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
          from models import Order

          SessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/erp"))
          app = FastAPI()


          async def get_db():
              async with SessionLocal() as db:
                  yield db


          @app.get("/orders")
          async def list_orders(db: AsyncSession = Depends(get_db)):
              result = await db.execute(select(Order).order_by(Order.created_at))
              return result.scalars().all() #! GET /orders of api returns every Order
        `,
        'models.py': `
          class Order:
              pass
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

          type Order struct{ ID int }

          type Orders struct{ db *gorm.DB }

          func (o *Orders) List(c *gin.Context) {
            var orders []Order
            o.db.Where("company_id = ?", c.GetInt("company")).Find(&orders) //! GET /orders of api returns every Order that matches, without a limit; so do 1 more of its lists
            c.JSON(200, orders)
          }

          type Database struct {
            logger *Logger
            *gorm.DB
          }

          type Logger struct{}

          type Invoices struct{ store *Database }

          type Invoice struct{ ID int }

          func (i *Invoices) List(c *gin.Context) {
            var invoices []Invoice
            i.store.WithContext(c).Find(&invoices)
            c.JSON(200, invoices)
          }

          func main() {
            r := gin.New()
            orders := &Orders{}
            r.GET("/orders", orders.List)
            invoices := &Invoices{}
            r.GET("/invoices", invoices.List)
            r.Run(":8080")
          }
        `,
      },
      {
        // An answer that is filled with them.
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

          type Order struct{ ID int }

          type Orders struct{ db *gorm.DB }

          func (o *Orders) List(c *gin.Context) {
            var orders []Order
            o.db.Where("company_id = ?", c.GetInt("company")).Find(&orders) //! GET /orders of api returns every Order that matches
            answer := map[string]any{"message": "all orders"}
            answer["data"] = orders
            c.JSON(200, answer)
          }

          func main() {
            r := gin.New()
            orders := &Orders{}
            r.GET("/orders", orders.List)
            r.Run(":8080")
          }
        `,
      },
      {
        // A view set of REST framework without pages: a size of pages alone makes none. And a plain view.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "-b", "0.0.0.0:8000"]
        `,
        'manage.py': `
          import os

          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
        `,
        'core/wsgi.py': `
          import os

          from django.core.wsgi import get_wsgi_application

          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'core/settings.py': `
          ROOT_URLCONF = "core.urls"
          REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 50}
          # What is set last counts.
          REST_FRAMEWORK = {"PAGE_SIZE": 50}
        `,
        'core/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop.views import OrderViewSet, order_list

          router = DefaultRouter()
          router.register("orders", OrderViewSet)
          urlpatterns = [path("plain/", order_list), path("api/", include(router.urls))]
        `,
        'shop/__init__.py': '',
        'shop/models.py': `
          from django.db import models


          class Order(models.Model):
              company = models.ForeignKey("Company", on_delete=models.PROTECT)
              created_at = models.DateTimeField()


          class Country(models.Model):
              name = models.CharField(max_length=80)
        `,
        'shop/serializers.py': `
          from rest_framework.serializers import ModelSerializer


          class OrderSerializer(ModelSerializer):
              pass


          class CountrySerializer(ModelSerializer):
              pass
        `,
        'shop/views.py': `
          from django.http import JsonResponse
          from rest_framework.viewsets import ModelViewSet

          from .models import Order
          from .serializers import OrderSerializer


          class OrderViewSet(ModelViewSet): #! GET /api/orders of api returns every Order that matches, without a limit; so do 1 more of its lists
              serializer_class = OrderSerializer

              def get_queryset(self):
                  orders = Order.objects.filter(company=self.request.user.company)
                  if self.request.query_params.get("since"):
                      orders = orders.filter(created_at__gte=self.request.query_params["since"])
                  return orders


          def order_list(request):
              return JsonResponse({"orders": list(Order.objects.values("id", "created_at"))})
        `,
      },
    ],
    good: [
      {
        // The first row, a number, and as many rows as there are groups.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "tsx", "index.ts"]
        `,
        'package.json': '{ "name": "api", "dependencies": { "hono": "4.10.0", "drizzle-orm": "0.44.0" } }',
        'index.ts': `
          import { serve } from '@hono/node-server'
          import { count, eq, sql } from 'drizzle-orm'
          import { drizzle } from 'drizzle-orm/node-postgres'
          import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
          import { Hono } from 'hono'
          const orders = pgTable('orders', { id: serial('id').primaryKey(), userId: integer('user_id'), status: text('status') })
          const db = drizzle(process.env.DATABASE_URL!)
          const app = new Hono()
          app.get('/orders/last', async c => {
            const [order] = await db.select().from(orders).orderBy(orders.id)
            return c.json(order)
          })
          app.get('/orders/mine', async c => {
            const mine = eq(orders.id, Number(c.req.query('id')))
            const rows = await db.select().from(orders).where(mine)
            return c.json(rows)
          })
          app.get('/orders/count', async c => {
            const total = await db.select({ all: sql<number>\`count(*)\` }).from(orders)
            return c.json(total)
          })
          app.get('/orders/summary', async c => {
            const groups = await db.select({ status: orders.status, all: count() }).from(orders).groupBy(orders.status)
            return c.json(groups)
          })
          serve(app)
        `,
      },
      {
        // Made a page of before it is read; one row, or the rows of one parent.
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
          const { Pool } = require('pg')
          const { Kysely, PostgresDialect } = require('kysely')
          const knex = require('knex')({ client: 'pg' })
          const pool = new Pool({ max: 5 })
          const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
          const app = express()
          app.get('/orders', async (req, res) => {
            const open = knex('orders').where('open', true)
            res.json(await open.limit(20))
          })
          app.get('/orders/:id', async (req, res) => {
            res.json(await db.selectFrom('orders').selectAll().where('id', '=', req.params.id).executeTakeFirst())
          })
          app.get('/orders/:id/invoices', async (req, res) => {
            const { rows } = await pool.query('SELECT id FROM invoices WHERE order_id = $1', [req.params.id])
            res.json(rows)
          })
          app.get('/totals', async (req, res) => {
            const { rows } = await pool.query('SELECT count(*) FROM orders')
            res.json(rows[0])
          })
          app.get('/latest', async (req, res) => {
            const { rows } = await pool.query('SELECT id FROM orders ORDER BY id DESC LIMIT 20')
            res.json(rows)
          })
          app.listen(3000)
        `,
      },
      {
        // Pages for all views, a table that does not grow, a list of its own, a slice, numbers, a paginator.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "-b", "0.0.0.0:8000"]
        `,
        'manage.py': `
          import os

          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
        `,
        'core/wsgi.py': `
          import os

          from django.core.wsgi import get_wsgi_application

          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'core/settings.py': `
          ROOT_URLCONF = "core.urls"
          REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 50}
        `,
        'core/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop.views import CountryViewSet, LateViewSet, OrderViewSet, latest, numbers, pages

          router = DefaultRouter()
          router.register("orders", OrderViewSet)
          router.register("countries", CountryViewSet)
          router.register("late", LateViewSet)
          urlpatterns = [path("latest/", latest), path("numbers/", numbers), path("pages/", pages), path("api/", include(router.urls))]
        `,
        'shop/__init__.py': '',
        'shop/models.py': `
          from django.db import models


          class Order(models.Model):
              company = models.ForeignKey("Company", on_delete=models.PROTECT)
              created_at = models.DateTimeField()


          class Country(models.Model):
              name = models.CharField(max_length=80)
        `,
        'shop/serializers.py': `
          from rest_framework.serializers import ModelSerializer


          class OrderSerializer(ModelSerializer):
              pass


          class CountrySerializer(ModelSerializer):
              pass
        `,
        'shop/views.py': `
          from django.core.paginator import Paginator
          from django.http import JsonResponse
          from django.views.decorators.http import require_GET
          from rest_framework.response import Response
          from rest_framework.viewsets import ModelViewSet

          from .models import Country, Order
          from .serializers import CountrySerializer, OrderSerializer


          class OrderViewSet(ModelViewSet):
              queryset = Order.objects.all()
              serializer_class = OrderSerializer


          class CountryViewSet(ModelViewSet):
              queryset = Country.objects.all()
              serializer_class = CountrySerializer
              pagination_class = None


          class LateViewSet(ModelViewSet):
              queryset = Order.objects.all()
              serializer_class = OrderSerializer
              pagination_class = None

              def list(self, request):
                  page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
                  return Response(OrderSerializer(page, many=True).data)


          @require_GET
          def latest(request):
              return JsonResponse({"orders": [order.id for order in Order.objects.order_by("-created_at")[:20]]})


          def numbers(request):
              return JsonResponse({"orders": Order.objects.count(), "of": Order.objects.filter(company=request.user.company).exists()})


          @require_GET
          def pages(request):
              page = Paginator(Order.objects.all(), 25).get_page(request.GET.get("page"))
              return JsonResponse({"orders": [order.id for order in page]})
        `,
      },
      {
        // A page, a parent, ids, a day, a status, a table that does not grow, each value once, what is filled in later, a sum.
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
          app.get('/invoices', async (req, res) => res.json(await prisma.invoice.findMany({ take: 50 })))
          app.get('/by-ids', async (req, res) => res.json(await prisma.invoice.findMany({ where: { id: { in: req.ids } } })))
          app.get('/orders/:id/lines', async (req, res) => res.json(await prisma.orderLine.findMany({ where: { orderId: req.params.id } })))
          app.get('/countries', async (req, res) => res.json(await prisma.country.findMany()))
          app.get('/today', async (req, res) => res.json(await prisma.invoice.findMany({ where: { date: { gte: req.today } } })))
          app.get('/open', async (req, res) => res.json(await prisma.task.findMany({ where: { userId: req.user.id, status: 'open' } })))
          app.get('/states', async (req, res) => res.json(await prisma.order.findMany({ distinct: ['status'], select: { status: true } })))
          app.get('/total', async (req, res) => {
            const invoices = await prisma.invoice.findMany()
            res.json({ total: invoices.reduce((sum, one) => sum + one.amount, 0) })
          })
          app.listen(3000)
        `,
      },
    ],
  },
})

/** Rows that go to the client of a GET whose path names no single thing. */
function isList(query: ServiceQuery): boolean {
  return query.isReturned && query.routes.some(isListRoute)
}

/** A view of Django that does not say its methods answers GET as well. */
function isListRoute({ method, path, framework }: Route): boolean {
  return (method === 'GET' || (method === '*' && framework === 'django')) && !path.includes(':')
}

function routeOf(query: ServiceQuery): string {
  const route = query.routes.find(isListRoute)
  return route ? `GET ${route.path}` : 'a list'
}

function describe(query: ServiceQuery, service: Service, more: number): string {
  const filtered = query.comparisons.length > 0 ? ' that matches' : ''
  const others = more > 0 ? `; so do ${more} more of its lists` : ''
  return `${routeOf(query)} of ${service.name} returns every ${query.entity}${filtered}, without a limit${others}`
}

function doubtOf(query: ServiceQuery, service: Service): string {
  const because = query.limit?.kind === 'unknown' ? query.limit.because : 'it is built where it is not seen'
  return `whether ${routeOf(query)} of ${service.name} has a limit is not known: ${because}`
}
