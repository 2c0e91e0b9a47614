import { standsAside } from '../../src/code/paths.js'
import { capWords } from '../../src/knowledge/query-words.js'
import type { Service, ServiceQuery } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

export default defineRule({
  id: 'query/page-size-uncapped',
  title: 'The client decides how many rows are read, and nothing caps it',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'One request with a page size of a million reads the whole table into the memory of the service and of the database. A few of them at once, by a crawler or a curious user, take the service down for everybody.',
  fix: 'Bound the number where it comes in: `@Max(100)` on the field of the DTO, `z.coerce.number().max(100)`, `Query(20, le=100)`, `max_limit` or `max_page_size` on the pagination class of REST framework, or `Math.min(limit, 100)` before the query.',
  refs: [
    'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
    'https://www.django-rest-framework.org/api-guide/pagination/',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://fastapi.tiangolo.com/tutorial/query-params-str-validations/',
    'https://github.com/typestack/class-validator#validation-decorators',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const limited = service.queries.filter(({ limit }) => limit?.kind === 'capped' || limit?.kind === 'uncapped')
      const open = limited.filter(({ limit }) => limit?.kind === 'uncapped')
      if (open.length === 0) {
        const unknown = doubtful(service.queries)
        if (unknown) unverified(service, unknown, doubtOf(service, unknown))
        else if (limited.length > 0) pass(service)
      }
      for (const { from, queries } of bySource(open)) {
        const [first, ...others] = queries
        fail(
          service,
          from?.at ?? first,
          from ? describeSource(service, from, queries) : describe(service, first, queries.length),
          {
            key: from ? `page-size.${from.name}` : 'page-size',
            fix: `Bound the number where it comes in: ${capWords(service.runtime, first.library)}.`,
            related: (from ? queries : others).map(one => ({
              at: one.at,
              message: from
                ? `${listOf(one)} has it`
                : `${nameOf(one)} of ${one.entity ?? 'a table'} has no cap either`,
            })),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        // In statements that are written out, with placeholders and without.
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
          const mysql = require('mysql2/promise')
          const pool = mysql.createPool({ uri: process.env.DATABASE_URL, connectionLimit: 5 })
          const app = express()
          app.get('/orders', async (req, res) => {
            const [rows] = await pool.query('SELECT id FROM orders WHERE open = ? LIMIT ?', [true, Number(req.query.limit)]) //! limit of GET /orders decides how many rows of orders are read, and nothing caps it; so it is for 1 more query
            res.json(rows)
          })
          app.get('/invoices', async (req, res) => {
            const size = Number(req.query.size) || 50
            const [rows] = await pool.query(\`SELECT id FROM invoices ORDER BY id LIMIT \${size}\`)
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
            const limit = parseInt(req.query.limit || '20', 10)
            const orders = await prisma.order.findMany({ take: limit, skip: Number(req.query.skip) }) //! limit of GET /orders decides how many rows of order are read
            res.json(orders)
          })
          app.listen(3000)
        `,
      },
      {
        // The schema of the route bounds nothing; the service is an object of functions.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/server.js"]
        `,
        'src/server.ts': `
          import express from 'express'
          import { z } from 'zod'
          import { validate } from './validate'
          import { orderService } from './orders'
          const app = express()
          const listSchema = z.object({ query: z.object({ size: z.coerce.number().int().default(20) }) })
          app.get('/orders', validate(listSchema), async (req, res) => {
            const { size } = req.query
            res.json(await orderService.list({ size: Number(size) }))
          })
          app.listen(3000)
        `,
        'src/validate.ts': `
          export const validate = schema => (req, res, next) => { schema.parse(req); next() }
        `,
        'src/orders.ts': `
          import { PrismaClient } from '@prisma/client'
          const prisma = new PrismaClient()
          const list = async ({ size }: { size: number }) => prisma.order.findMany({ take: size }) //! size of GET /orders decides how many rows of order are read
          export const orderService = { list }
        `,
      },
      {
        // Through a helper that makes a page of it, and with a default in the controller.
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
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Controller, Get, Module, Query } from '@nestjs/common'
          import { PrismaClient } from '@prisma/client'
          import { pageOf } from './page'
          const prisma = new PrismaClient()
          @Controller('invoices')
          class InvoicesController {
            @Get() list(@Query('page') page = 1, @Query('size') size: number = 50) {
              return prisma.invoice.findMany({ orderBy: { id: 'desc' }, ...pageOf(page, size) }) //! size of GET /invoices decides how many rows of invoice are read (50 when it is left out)
            }
          }
          @Module({ controllers: [InvoicesController] })
          export class AppModule {}
        `,
        'src/page.ts': `
          export function pageOf(page: number, size: number) {
            const take = size ? +size : 10
            return { skip: (page - 1) * take, take }
          }
        `,
      },
      {
        // A class of parameters without a bound, handed on to a service.
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
          import { ValidationPipe } from '@nestjs/common'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            app.useGlobalPipes(new ValidationPipe({ transform: true }))
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { OrdersController } from './orders.controller'
          import { OrdersService } from './orders.service'
          @Module({ controllers: [OrdersController], providers: [OrdersService] })
          export class AppModule {}
        `,
        'src/orders.controller.ts': `
          import { Controller, Get, Query } from '@nestjs/common'
          import { ListOrdersDto } from './list-orders.dto'
          import { OrdersService } from './orders.service'
          @Controller('orders')
          export class OrdersController {
            constructor(private readonly orders: OrdersService) {}
            @Get()
            list(@Query() query: ListOrdersDto) {
              return this.orders.list(query)
            }
            @Get('archived')
            archived(@Query() query: ArchivedQuery) {
              return this.orders.archived({ limit: query.limit ? parseInt(query.limit) : undefined })
            }
          }
          interface ArchivedQuery { limit?: string; page?: string }
        `,
        'src/list-orders.dto.ts': `
          import { Type } from 'class-transformer'
          import { IsInt, IsOptional, Min } from 'class-validator'
          export class ListOrdersDto {
            @IsOptional() @Type(() => Number) @IsInt() @Min(1)
            pageSize = 20
          }
        `,
        'src/orders.service.ts': `
          import { InjectRepository } from '@nestjs/typeorm'
          import { Repository } from 'typeorm'
          import { ListOrdersDto } from './list-orders.dto'
          import { Order } from './order.entity'
          export class OrdersService {
            constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
            list(query: ListOrdersDto) {
              return this.orders.find({ take: query.pageSize }) //! pageSize of GET /orders decides how many rows of Order are read (20 when it is left out), and nothing caps it; so it is for 1 more query
            }
            // An interface is gone when the program runs: it checks nothing.
            archived(query: { limit?: number }) {
              const take = Number(query.limit) || 20
              return this.orders.find({ where: { archived: true }, take })
            }
          }
        `,
        'src/order.entity.ts': `
          import { Entity, PrimaryGeneratedColumn } from 'typeorm'
          @Entity()
          export class Order { @PrimaryGeneratedColumn() id: number }
        `,
      },
      {
        // A handler knows what it calls by interfaces alone, and the size passes through a use case that only holds it up.
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
        'ports/ports.go': `
          package ports

          type Order struct{ ID int }

          type OrderRepository interface {
            List(user uint, page, size int) ([]Order, error)
          }

          type OrderUseCase interface {
            List(user uint, page, size int) ([]Order, error)
          }
        `,
        'store/orders.go': `
          package store

          import (
            "example.com/api/ports"
            "gorm.io/gorm"
          )

          type Orders struct{ db *gorm.DB }

          func NewOrders(db *gorm.DB) ports.OrderRepository {
            return &Orders{db: db}
          }

          func (o *Orders) List(user uint, page, size int) ([]ports.Order, error) {
            var orders []ports.Order
            err := o.db.Where("user_id = ?", user).Limit(size).Offset((page - 1) * size).Find(&orders).Error //! page_size of GET /orders decides how many rows of Order are read (10 when it is left out)
            return orders, err
          }
        `,
        'orders/usecase.go': `
          package orders

          import "example.com/api/ports"

          type UseCase struct{ repository ports.OrderRepository }

          func NewUseCase(repository ports.OrderRepository) ports.OrderUseCase {
            return &UseCase{repository: repository}
          }

          func (u *UseCase) List(user uint, page, size int) ([]ports.Order, error) {
            if size <= 0 {
              size = 10
            }
            return u.repository.List(user, page, size)
          }
        `,
        'web/orders.go': `
          package web

          import (
            "strconv"

            "example.com/api/ports"
            "github.com/labstack/echo/v4"
          )

          type Handler struct{ orders ports.OrderUseCase }

          func NewHandler(orders ports.OrderUseCase) *Handler {
            return &Handler{orders: orders}
          }

          func number(text string, fallback int) int {
            if text == "" {
              return fallback
            }
            value, err := strconv.Atoi(text)
            if err != nil {
              return fallback
            }
            return value
          }

          func (h *Handler) List(c echo.Context) error {
            size := number(c.QueryParam("page_size"), 10)
            all, err := h.orders.List(c.Get("user").(uint), number(c.QueryParam("page"), 1), size)
            if err != nil {
              return err
            }
            return c.JSON(200, all)
          }
        `,
        'main.go': `
          package main

          import (
            "example.com/api/orders"
            "example.com/api/store"
            "example.com/api/web"
            "github.com/labstack/echo/v4"
            "gorm.io/driver/postgres"
            "gorm.io/gorm"
          )

          func main() {
            db, _ := gorm.Open(postgres.Open(""), &gorm.Config{})
            e := echo.New()
            handler := web.NewHandler(orders.NewUseCase(store.NewOrders(db)))
            e.GET("/orders", handler.List)
            e.Start(":8080")
          }
        `,
      },
      {
        // The struct that a request is bound to has no bound, and a repository gets it.
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

          type Page struct {
            Size int \`form:"size" binding:"min=1"\`
          }

          type Orders struct{ db *gorm.DB }

          func (o *Orders) List(c *gin.Context) {
            var page Page
            if err := c.ShouldBindQuery(&page); err != nil {
              return
            }
            c.JSON(200, o.page(page.Size))
          }

          func (o *Orders) page(size int) []Order {
            var orders []Order
            o.db.Limit(size).Find(&orders) //! size of GET /orders decides how many rows of Order are read
            return orders
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
        // The limit of REST framework has no maximum unless one is set.
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
          REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 50} #! limit of DEFAULT_PAGINATION_CLASS decides how many rows GET /api/orders and 1 more list of api answer with (50 when it is left out)
        `,
        'core/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop.views import CountryViewSet, LineViewSet, OrderViewSet

          router = DefaultRouter()
          router.register("orders", OrderViewSet)
          router.register("countries", CountryViewSet)
          router.register("lines", LineViewSet)
          urlpatterns = [path("api/", include(router.urls))]
        `,
        'shop/__init__.py': '',
        'shop/models.py': `
          from django.db import models


          class Order(models.Model):
              company = models.ForeignKey("Company", on_delete=models.PROTECT)
              created_at = models.DateTimeField()


          class Country(models.Model):
              name = models.CharField(max_length=80)


          class Line(models.Model):
              order = models.ForeignKey(Order, on_delete=models.PROTECT)
        `,
        'shop/pages.py': `
          from rest_framework.pagination import PageNumberPagination


          class Pages(PageNumberPagination):
              page_size = 20
              page_size_query_param = "size" #! size of Pages decides how many rows GET /api/lines of api answer with (20 when it is left out), and nothing caps it
        `,
        'shop/views.py': `
          from rest_framework.viewsets import ModelViewSet

          from .models import Country, Line, Order
          from .pages import Pages


          class OrderViewSet(ModelViewSet):
              queryset = Order.objects.all()


          class CountryViewSet(ModelViewSet):
              queryset = Country.objects.all()


          class LineViewSet(ModelViewSet):
              queryset = Line.objects.all()
              pagination_class = Pages
        `,
      },
    ],
    good: [
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
          const { Pool } = require('pg')
          const pool = new Pool({ max: 5 })
          const app = express()
          app.get('/orders', async (req, res) => {
            const limit = Math.min(Number(req.query.limit) || 20, 100)
            res.json((await pool.query('SELECT id FROM orders LIMIT $1', [limit])).rows)
          })
          app.listen(3000)
        `,
      },
      {
        // The schema of the route bounds it.
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
          const Joi = require('joi')
          const { PrismaClient } = require('@prisma/client')
          const validate = require('./validate')
          const prisma = new PrismaClient()
          const app = express()
          const listOrders = { query: Joi.object().keys({ size: Joi.number().integer().max(50).default(10) }) }
          app.get('/orders', validate(listOrders), async (req, res) => {
            res.json(await prisma.order.findMany({ take: Number(req.query.size) }))
          })
          app.listen(3000)
        `,
        'validate.js': 'module.exports = schema => (req, res, next) => next(schema.query.validate(req.query).error)\n',
      },
      {
        // Pages of REST framework with a maximum of their own.
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
          REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 50}
        `,
        'core/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop.views import OrderViewSet

          router = DefaultRouter()
          router.register("orders", OrderViewSet)
          urlpatterns = [path("api/", include(router.urls))]
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
          from rest_framework.pagination import PageNumberPagination
          from rest_framework.viewsets import ModelViewSet

          from .models import Order
          from .serializers import OrderSerializer


          class Pages(PageNumberPagination):
              page_size = 50
              page_size_query_param = "size"
              max_page_size = 200


          class OrderViewSet(ModelViewSet):
              queryset = Order.objects.all()
              serializer_class = OrderSerializer
              pagination_class = Pages
        `,
      },
      {
        // Bounded where it is read, by a check in front, and by a constant.
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
            res.json(await prisma.order.findMany({ take: Math.min(Number(req.query.limit) || 20, 100) }))
          })
          app.get('/invoices', async (req, res) => {
            const limit = Number(req.query.limit ?? 20)
            if (limit > 100) return res.status(400).end()
            res.json(await prisma.invoice.findMany({ take: limit }))
          })
          app.get('/latest', async (req, res) => res.json(await prisma.order.findMany({ take: 10 })))
          app.listen(3000)
        `,
      },
      {
        // A condition bounds it; code that nothing runs does not count.
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
          app.get('/lines', async (req, res) => {
            const take = req.query.limit > 50 ? 50 : Number(req.query.limit)
            res.json(await prisma.line.findMany({ take }))
          })
          app.listen(3000)
        `,
        'scripts/export.js': `
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          module.exports = req => prisma.order.findMany({ take: Number(req.query.limit) })
        `,
      },
    ],
  },
})

/** The read whose page size is not known: one that requests are seen to come to before one of which that is not known. */
function doubtful(queries: readonly ServiceQuery[]): ServiceQuery | undefined {
  const unknown = queries.filter(({ limit }) => limit?.kind === 'unknown')
  return unknown.find(({ routes }) => routes.length > 0) ?? unknown.find(({ at }) => !standsAside(at.path))
}

function doubtOf(service: Service, query: ServiceQuery): string {
  const [route] = query.routes
  const because = query.limit?.kind === 'unknown' ? `: ${query.limit.because}` : ''
  return `who decides the page size of ${route ? `${route.method} ${route.path}` : 'a query'} in ${service.name} is not known${because}`
}

type Source = { readonly name: string; readonly at: Span }

/** Reads of many rows by the class of pages or the setting that they have their size from, where the fix goes. */
function bySource(
  queries: readonly ServiceQuery[],
): readonly { readonly from: Source | undefined; readonly queries: readonly [ServiceQuery, ...ServiceQuery[]] }[] {
  const groups = new Map<string, { from: Source | undefined; queries: [ServiceQuery, ...ServiceQuery[]] }>()
  for (const query of queries) {
    const from = query.limit?.kind === 'uncapped' ? query.limit.from : undefined
    const key = from ? `${from.at.path} ${from.at.start}` : ''
    const group = groups.get(key)
    if (group) group.queries.push(query)
    else groups.set(key, { from, queries: [query] })
  }
  return [...groups.values()]
}

function nameOf({ limit }: ServiceQuery): string {
  return limit?.kind === 'uncapped' ? limit.parameter : 'the page size'
}

function describe(service: Service, query: ServiceQuery, count: number): string {
  const [route] = query.routes
  const of = route ? `${route.method} ${route.path}` : service.name
  const more =
    count > 1 ? `; so it is for ${count - 1} more ${count === 2 ? 'query' : 'queries'} of ${service.name}` : ''
  return `${nameOf(query)} of ${of} decides how many rows of ${query.entity ?? 'a table'} are read${fallbackOf(query)}, and nothing caps it${more}`
}

function describeSource({ name }: Service, from: Source, queries: readonly [ServiceQuery, ...ServiceQuery[]]): string {
  const [first, ...others] = queries
  const more = others.length > 0 ? ` and ${others.length} more ${others.length === 1 ? 'list' : 'lists'}` : ''
  return `${nameOf(first)} of ${from.name} decides how many rows ${listOf(first)}${more} of ${name} answer with${fallbackOf(first)}, and nothing caps it`
}

function listOf({ routes: [route], entity }: ServiceQuery): string {
  return route ? `${route.method} ${route.path}` : `the list of ${entity ?? 'a table'}`
}

function fallbackOf({ limit }: ServiceQuery): string {
  return limit?.kind === 'uncapped' && limit.fallback ? ` (${limit.fallback} when it is left out)` : ''
}
