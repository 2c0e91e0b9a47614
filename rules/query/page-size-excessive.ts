import { capWords } from '../../src/knowledge/query-words.js'
import { growthOfRows } from '../../src/model/code/queries/growing.js'
import type { AnsweredPageRequest } from '../../src/model/code/queries/page-answers.js'
import type { Service, ServiceQuery } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Rows beyond which a page is none: 1,000 of some columns are about a megabyte. */
const MOST = 1000

export default defineRule({
  id: 'query/page-size-excessive',
  title: 'A page may have more than 1000 rows',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Nobody reads ten thousand rows of a list, and yet each of them is read, built into an object, written as JSON, sent, and built again in the browser. A few such requests at once hold the connections of the service and fill its memory.',
  fix: 'Cap the page at 100 or 200, `Math.min(limit, 100)`, `@Max(100)`, `Query(20, le=100)`, let the client ask for the next page or for what it searches, and give exports a way of their own that streams.',
  refs: [
    'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://google.aip.dev/158',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    for (const service of system.services) {
      const lists = service.queries.filter(isList)
      const sized = lists.filter(query => sizeOf(query) !== undefined)
      // A table that people fill in by hand never has as many rows.
      const large = sized.filter(query => (sizeOf(query) ?? 0) > MOST && growthOfRows(system.schemas, query) !== 'low')
      const asked = service.pageRequests.filter(isHonoured)
      const [first, ...others] = large
      if (first)
        fail(service, first, `${allowed(first, service)}${more(others, 'of its lists')}`, {
          key: 'cap',
          fix: `${lowered(first, service)}. ${EXPORT_APART}`,
          related: others.map(one => ({ at: one.at, message: allowed(one, service) })),
        })
      const [request, ...further] = asked
      if (request)
        fail(service, request, `a page asks for ${wanted(request)}${more(further, 'of its requests')}`, {
          key: 'client',
          fix: `Ask for 100 rows, and for the next ones when somebody comes to their end, or have the service search. ${EXPORT_APART}`,
          related: [
            ...(request.answer?.at ? [{ at: request.answer.at, message: 'they are read here' }] : []),
            ...further.map(one => ({ at: one.at, message: `asks for ${wanted(one)}` })),
          ],
        })
      if (first || request) continue
      // Without any cap there is none that is too high.
      if (lists.some(({ limit }) => limit?.kind === 'uncapped')) implied(service, 'query/page-size-uncapped')
      else if (sized.length + service.pageRequests.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        // A cap that is none, a constant, and an open one of a table that does not grow.
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
            const take = Math.min(Number(req.query.limit) || 50, 10000)
            res.json(await prisma.order.findMany({ take })) //! GET /orders of api gives a client up to 10000 rows of order at once; so does 1 more of its lists
          })
          app.get('/invoices', async (req, res) => res.json(await prisma.invoice.findMany({ take: 5000 })))
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
        'main.py': `
          from fastapi import Depends, FastAPI, Query
          from database import get_db
          from models import Order

          app = FastAPI()


          @app.get("/orders")
          def list_orders(limit: int = Query(100, lt=2147483647), db=Depends(get_db)):
              return db.query(Order).limit(limit).all() #! GET /orders of api gives a client up to 2147483646 rows of Order at once
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
            Size int \`form:"size" binding:"max=5000"\`
          }

          type Orders struct{ db *gorm.DB }

          func (o *Orders) List(c *gin.Context) {
            var page Page
            if err := c.ShouldBindQuery(&page); err != nil {
              return
            }
            var orders []Order
            o.db.Limit(page.Size).Find(&orders) //! GET /orders of api gives a client up to 5000 rows of Order at once
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
      {
        // A page that Next.js serves asks a service that caps nothing.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            web: { build: ./web, ports: ["80:3000"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/api/v1/orders', async (req, res) => res.json(await prisma.order.findMany({ take: Number(req.query.limit) })))
          app.listen(3000)
        `,
        'web/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'web/package.json': `
          { "name": "web", "dependencies": { "next": "16.0.1", "react": "19.2.0" } }
        `,
        'web/app/orders/page.tsx': `
          'use client'
          import { useEffect, useState } from 'react'
          export default function Orders() {
            const [orders, setOrders] = useState([])
            useEffect(() => {
              fetch(\`\${process.env.NEXT_PUBLIC_API_URL}/orders/?limit=10000\`) //! a page asks for 10000 rows at once: limit of GET /api/v1/orders, which api does not cap
                .then(response => response.json())
                .then(setOrders)
            }, [])
            return <p>{orders.length}</p>
          }
        `,
      },
      {
        // Files that nginx serves ask by a client of their own, and the service allows it.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/orders', async (req, res) => {
            const take = req.query.pageSize ? Number(req.query.pageSize) : 20
            res.json(await prisma.order.findMany({ take }))
          })
          app.listen(3000)
        `,
        'web/package.json': `
          { "name": "web", "dependencies": { "react": "19.2.0", "axios": "1.13.2" } }
        `,
        'web/src/orders.ts': `
          import axios from 'axios'
          const EVERYTHING = 5000
          const api = axios.create({ baseURL: '/api' })
          export const orders = () => api.get('/orders', { params: { pageSize: EVERYTHING } }) //! a page asks for 5000 rows at once: pageSize of GET /orders, which api does not cap
        `,
        'web/src/main.tsx': `
          import { createRoot } from 'react-dom/client'
          import { orders } from './orders'
          orders().then(({ data }) => createRoot(document.body).render(data.length))
        `,
      },
    ],
    good: [
      {
        // A page, an export, a table that people fill in by hand, rows that are only added up, a single parent's rows.
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
          app.get('/orders', async (req, res) => res.json(await prisma.order.findMany({ take: Math.min(+req.query.limit, 1000) })))
          app.get('/orders/export', async (req, res) => res.json(await prisma.order.findMany({ take: 50000 })))
          app.get('/orders.csv', async (req, res) => res.send(await prisma.order.findMany({ take: 50000 })))
          app.get('/countries', async (req, res) => res.json(await prisma.country.findMany({ take: 5000 })))
          app.get('/orders/:id/lines', async (req, res) => res.json(await prisma.orderLine.findMany({ where: { orderId: req.params.id }, take: 5000 })))
          app.get('/total', async (req, res) => {
            const orders = await prisma.order.findMany({ take: 20000 })
            res.json({ total: orders.reduce((sum, one) => sum + one.amount, 0) })
          })
          app.listen(3000)
        `,
      },
      {
        // The service caps what is asked for; another host; a number that is no page; a request that writes; a test.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"] }
            web: { build: ./web, ports: ["80:3000"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/orders', async (req, res) => res.json(await prisma.order.findMany({ take: Math.min(+req.query.limit, 100) })))
          app.listen(3000)
        `,
        'web/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'web/package.json': `
          { "name": "web", "dependencies": { "next": "16.0.1", "react": "19.2.0" } }
        `,
        'web/app/orders/page.tsx': `
          import { useRouter } from 'next/navigation'
          import axios from 'axios'
          export default async function Orders() {
            const router = useRouter()
            await fetch('/orders?limit=5000')
            await fetch('/orders?limit=100')
            await fetch('https://api.github.com/repos/x/y/issues?per_page=5000')
            await fetch('/customers?credit=50000&size=2048')
            await fetch('/orders?limit=5000', { method: 'POST' })
            await axios.post('/orders', { params: { limit: 5000 } })
            return <button onClick={() => router.push('/search?limit=5000')} />
          }
        `,
        'web/tests/orders.test.ts': `
          test('all', () => fetch('http://localhost/orders?limit=100000'))
        `,
      },
    ],
  },
})

/** What goes to the client of a GET whose path names no single thing and is no export. */
function isList({ routes }: ServiceQuery): boolean {
  return routes.some(isListRoute)
}

function isListRoute({ method, path }: ServiceQuery['routes'][number]): boolean {
  return method === 'GET' && !path.includes(':') && !EXPORTS.test(path)
}

/** Paths of what is made to be taken away as a whole. */
const EXPORTS =
  /(?:^|[/_.-])(?:export|download|csv|xlsx?|pdf|print|report|backup|dump|sitemap|feed|rss|sync|bulk|batch)(?:s|ed|ing)?(?:$|[/_.-])/i

/** The most rows that a list gives at once, where that is known. A number that the program decides counts where its rows are sent. */
function sizeOf({ limit, isReturned }: ServiceQuery): number | undefined {
  if (limit?.kind === 'capped') return limit.max
  return limit?.kind === 'fixed' && isReturned ? limit.value : undefined
}

/** Whether a request asks for too much, and nothing that is known makes it less. */
function isHonoured({ size, answer }: AnsweredPageRequest): boolean {
  return size > MOST && (answer?.bound !== 'capped' || (answer.max ?? size) > MOST)
}

const EXPORT_APART = 'What is to be taken away as a whole belongs to an export of its own that streams.'

/** What makes the page smaller: the number of the program, or the cap of what the client asks for. */
function lowered({ limit, library }: ServiceQuery, { runtime }: Service): string {
  return limit?.kind === 'capped'
    ? `Cap the page at 100 rows: ${capWords(runtime, library)}`
    : 'Lower the number to 100, and give the client the way to the next page'
}

function allowed(query: ServiceQuery, service: Service): string {
  const route = query.routes.find(isListRoute)
  const how = query.limit?.kind === 'capped' ? 'gives a client up to' : 'answers with up to'
  return `${route?.method} ${route?.path} of ${service.name} ${how} ${sizeOf(query)} rows of ${query.entity ?? 'a table'} at once`
}

function wanted({ size, parameter, path, answer }: AnsweredPageRequest): string {
  const rows = `${size} rows at once: ${parameter}`
  if (!answer) return path === undefined ? rows : `${rows} of ${path}`
  const of = `${rows} of ${answer.method} ${answer.path}`
  if (answer.bound === 'open') return `${of}, which ${answer.service} does not cap`
  return answer.bound === 'capped'
    ? `${of}, which ${answer.service} caps at ${answer.max}`
    : `${of} of ${answer.service}`
}

function more(others: readonly unknown[], what: string): string {
  if (others.length === 0) return ''
  return `; so ${others.length === 1 ? 'does' : 'do'} ${others.length} more ${what}`
}
