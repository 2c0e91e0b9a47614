import type { Pool } from '../../src/model/code/pool.js'
import {
  type Demand,
  type DemandTerm,
  poolerDemands,
  type ServerDemand,
  serverDemands,
  shareOf,
} from '../../src/model/datastore/connection-demand.js'
import { countText, serverFix, serverText, sumText, termText } from '../../src/model/datastore/demand-words.js'
import { defineRule, type FailOptions } from '../../src/rule.js'

export default defineRule({
  id: 'pool/demand-exceeds-server',
  title: 'All pools together open more connections than the database takes',
  category: 'performance',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Every process of every replica has a pool of its own. Under load they grow to their full size, the server is full, and from then on it refuses connections: of requests, of migrations, of the backup, and of whoever wants to see what is wrong.',
  fix: 'Give each process fewer connections, so that replicas × processes × (pool + overflow) of all services fit, or put PgBouncer in transaction mode between them.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS',
    'https://www.pgbouncer.org/features.html',
    'https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool',
    'https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, implied, unverified }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, total, terms } = demand
      const { subject: workload } = server
      if (terms.length === 0) continue
      if (!hard.known) unverified(workload, hard, `how many connections it takes is not known: ${hard.because}`)
      else if (total.low > hard.value) {
        const term = largest(demand)
        fail(workload, placeOf(term), serverText(demand, hard.value), serverOptions(demand, hard.value, term))
      } else if (total.high > hard.value && isLeftOpen(demand)) implied(workload, 'pool/not-configured')
      else if (total.high > hard.value)
        unverified(workload, workload, total.because ?? 'the size of a pool is not known')
      else if (demand.unread[0])
        unverified(workload, demand.unread[0], `how ${demand.unread[0].name} keeps connections is not known`)
      // What programs open whose code is not here, nobody can tell: then this is not enough to say that all fits.
      else if (demand.foreign.length === 0) pass(workload)
    }
    for (const demand of poolerDemands(system)) {
      const { pooler, hard, total } = demand
      if (demand.terms.length === 0) continue
      const { workload } = pooler
      if (!hard.known) unverified(workload, hard, `how many clients it takes is not known: ${hard.because}`)
      else if (total.low > hard.value)
        fail(
          workload,
          hard.at,
          `${workload.name} takes ${hard.value} clients, and ${countText(total)} may connect to it: ${sumText(demand)}`,
          {
            fix: `Set max_client_conn to ${Math.ceil((total.low * 1.2) / 100) * 100} or more: a waiting client costs it next to nothing.`,
          },
        )
      else if (total.high <= hard.value) pass(workload)
      else if (isLeftOpen(demand)) implied(workload, 'pool/not-configured')
      else unverified(workload, workload, total.because ?? 'the size of a pool is not known')
    }
  },
  examples: {
    bad: [
      {
        // Instances of a platform, and the database that it runs for them.
        'render.yaml': `
          services:
            - type: web
              name: api
              runtime: node
              startCommand: npm start
              numInstances: 6
              envVars: [{ key: DATABASE_URL, fromDatabase: { name: shop, property: connectionString } }]
          databases:
            - { name: shop, plan: basic-1gb }
        `,
        'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
        'server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20, connectionTimeoutMillis: 3000 }) //! shop gives clients 100 connections. They may open 120: api 6 replicas × 20 = 120
          require('http').createServer(() => pool.query('SELECT 1')).listen(process.env.PORT)
        `,
      },
      {
        // The workers of gunicorn are counted, too.
        'render.yaml': `
          services:
            - type: web
              name: api
              runtime: python
              startCommand: gunicorn -w 8 -k uvicorn.workers.UvicornWorker app:app
              numInstances: 3
              envVars: [{ key: DATABASE_URL, fromDatabase: { name: shop, property: connectionString } }]
          databases:
            - { name: shop, plan: basic-256mb }
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\ngunicorn==23.0.0',
        'app.py': `
          import os
          from sqlalchemy import create_engine
          engine = create_engine(os.environ["DATABASE_URL"], pool_size=5, max_overflow=5) #! They may open 240: api 3 replicas × 8 processes × (5 + 5) = 240
          app = None
        `,
      },
      {
        // A hundred instances of two, and the variable that was to help is not read: it would not be enough either.
        'compose.yaml': `
          services:
            postgres: { image: "postgres:15-alpine", environment: { POSTGRES_MAX_CONNECTIONS: 200 } }
            erp-api:
              build: .
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@postgres:5432/erp?connection_limit=2&pool_timeout=10 #! postgres gives clients 97 connections (100 − 3 for administrators), the default; POSTGRES_MAX_CONNECTIONS=200 does not count, because the image does not read it. They may open 200: erp-api 100 replicas × 2 = 200
              deploy: { replicas: 100 }
        `,
        Dockerfile: `
          FROM node:22.12-slim
          COPY . .
          CMD ["node", "index.js"]
        `,
        'package.json': '{ "dependencies": { "@prisma/client": "6.2.1" } }',
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
        `,
        'index.js': `
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          require('http').createServer(() => prisma.order.findMany()).listen(5000)
        `,
      },
      {
        // Many services, one server: databases of their own share its connections.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c max_connections=50 }
            orders: { build: ./orders, environment: { DB_HOST: db, DB_NAME: orders } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgresql://erp@db/stock" }, deploy: { replicas: 3 } }
        `,
        'orders/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "main.js"]
        `,
        'orders/main.js': `
          const { Sequelize } = require('sequelize')
          const sequelize = new Sequelize('orders', 'erp', process.env.PW, {
            host: process.env.DB_HOST,
            dialect: 'postgres',
            pool: { max: 20, acquire: 10000 },
          })
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "main.js"]
        `,
        'stock/main.js': `
          const { Pool } = require('pg')
          //! db gives clients 47 connections (50 − 3 for administrators). They may open 50: stock 3 replicas × 10 = 30; orders 20
          const pool = new Pool({ connectionString: process.env.DATABASE_URL })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            pool:
              image: edoburu/pgbouncer:v1.24.1-p1
              environment:
                DB_HOST: db
                POOL_MODE: transaction
                MAX_CLIENT_CONN: 100 #! pool takes 100 clients, and 120 may connect to it: api 6 replicas × 20 = 120
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@pool:5432/erp" }, deploy: { replicas: 6 } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import pg from 'pg'
          export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
        `,
      },
      {
        // What was meant to help: eight workers in place of one, and a pool of two hundred for each.
        'compose.yaml': `
          services:
            db: { image: "postgres:15" }
            backend:
              build: ./backend
              command: gunicorn app.main:app -w 8 -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:8000
              environment: { DATABASE_URL: "postgresql://erp:\${PW}@db:5432/erp" }
        `,
        'backend/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "app.main:app"]
        `,
        'backend/app/__init__.py': '',
        'backend/app/main.py': `
          from fastapi import FastAPI
          from app.database import engine
          app = FastAPI()
        `,
        'backend/app/database.py': `
          import os
          from sqlalchemy import create_engine
          POOL_SETTINGS = {
              "pool_size": 100, #! db gives clients 97 connections (100 − 3 for administrators), the default. They may open 1,600: backend 8 processes × (100 + 100) = 1,600
              "max_overflow": 100,
          }
          engine = create_engine(os.environ["DATABASE_URL"], pool_pre_ping=True, **POOL_SETTINGS)
        `,
      },
    ],
    good: [
      {
        // A plan with room for all instances.
        'render.yaml': `
          services:
            - type: web
              name: api
              runtime: node
              startCommand: npm start
              numInstances: 6
              envVars: [{ key: DATABASE_URL, fromDatabase: { name: shop, property: connectionString } }]
          databases:
            - { name: shop, plan: pro-8gb }
        `,
        'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
        'server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20, connectionTimeoutMillis: 3000 })
          require('http').createServer(() => pool.query('SELECT 1')).listen(process.env.PORT)
        `,
      },
      {
        // A worker of gunicorn answers one request at a time, a child of Celery runs one task, and beat none: 4 + 16 connections.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ., command: gunicorn -w 4 shop.web:app, environment: { DATABASE_URL: "postgresql://shop@db/shop" } }
            worker: { build: ., command: celery -A shop.tasks worker --concurrency=16, environment: { DATABASE_URL: "postgresql://shop@db/shop" } }
            beat: { build: ., command: celery -A shop.tasks beat, environment: { DATABASE_URL: "postgresql://shop@db/shop" } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "shop.web:app"]
        `,
        'shop/__init__.py': '',
        'shop/web.py': `
          from flask import Flask
          from shop.database import engine
          app = Flask(__name__)
        `,
        'shop/tasks.py': `
          from celery import Celery
          from shop.database import engine
          app = Celery("shop")
        `,
        'shop/database.py': `
          import os
          from sqlalchemy import create_engine
          engine = create_engine(os.environ["DATABASE_URL"], pool_size=20, max_overflow=10)
        `,
      },
      {
        // Six services with a server of their own each: a sum over all of them says nothing.
        'compose.yaml': `
          services:
            orders-db: { image: "postgres:17.2" }
            stock-db: { image: "postgres:17.2" }
            payroll-db: { image: "postgres:17.2" }
            orders: { build: ./service, environment: { DATABASE_URL: "postgres://erp@orders-db/orders" } }
            stock: { build: ./service, environment: { DATABASE_URL: "postgres://erp@stock-db/stock" } }
            payroll: { build: ./service, environment: { DATABASE_URL: "postgres://erp@payroll-db/payroll" } }
        `,
        'service/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "main.js"]
        `,
        'service/main.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 40 })
        `,
      },
      {
        // The pooler between them opens few; a pool that is made once for two branches counts once.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            pool: { image: "edoburu/pgbouncer:v1.24.1-p1", environment: { DB_HOST: db, POOL_MODE: transaction, MAX_CLIENT_CONN: 2000 } }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@pool:5432/erp" }, deploy: { replicas: 20 } }
            jobs: { build: ./jobs, environment: { DATABASE_URL: "postgres://erp@db:5432/erp" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 50 })
        `,
        'jobs/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "jobs.js"]
        `,
        'jobs/jobs.js': `
          import { Pool } from 'pg'
          const url = process.env.DATABASE_URL
          export const pool = process.env.PGSSL ? new Pool({ connectionString: url, ssl: true, max: 50 }) : new Pool({ connectionString: url, max: 50 })
        `,
      },
      {
        // A server outside, and a file for the tests.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@erp.abc.eu-west-1.rds.amazonaws.com/erp" }, deploy: { replicas: 50 } }
            web: { build: ./web, environment: { DATABASE_URL: "postgres://erp@db/erp", POOL: "4" }, deploy: { replicas: 20 } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 50 })
        `,
        'web/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'web/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) })
        `,
        'web/test/pool.test.js': `
          import { Pool } from 'pg'
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 500 })
        `,
      },
    ],
  },
})

/** Whether the size of a pool is left to the machine, or without a limit, which another rule says. */
function isLeftOpen({ terms }: Demand): boolean {
  return terms.some(term => term.pools.some(pool => pool.isDefault && pool.library.size.default.kind !== 'fixed'))
}

function largest({ terms }: Demand): DemandTerm | undefined {
  // Among equals by name: which service the file declares first must not make it another finding.
  return [...terms].sort((one, other) => other.total.low - one.total.low || (nameOf(one) < nameOf(other) ? -1 : 1))[0]
}

function nameOf({ owner }: DemandTerm): string {
  return owner.id
}

function placeOf(term: DemandTerm | undefined): Pool['at'] {
  const pool = poolOf(term)
  return pool?.sizeAt ?? pool?.at ?? term?.pooler?.perPair.at ?? term?.owner.at ?? { path: '', start: 0, end: 0 }
}

function poolOf(term: DemandTerm | undefined): Pool | undefined {
  return [...(term?.pools ?? [])].sort((one, other) => other.size.low - one.size.low)[0]
}

function serverOptions(demand: ServerDemand, hard: number, first: DemandTerm | undefined): FailOptions {
  const { server, plan, terms } = demand
  const share = plan.known ? shareOf(demand, plan.value) : undefined
  const related = [
    {
      at: server.isDefault ? (server.ignored[0]?.at ?? server.subject.at) : server.maximum.at,
      message: `${server.subject.name} takes ${hard} connections`,
    },
    ...terms.filter(one => one !== first).map(one => ({ at: placeOf(one), message: termText(one) })),
  ]
  return { fix: serverFix(demand, share, poolOf(first)), related }
}
