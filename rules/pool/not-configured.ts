import { HIDDEN_URL, type Pool, UNLIMITED } from '../../src/model/code/pool.js'
import { poolsByOwner, suggestedSize } from '../../src/model/datastore/connection-demand.js'
import { defineRule } from '../../src/rule.js'

/** Processors of a machine that is not rare, for the example in the message. */
const PROCESSORS = 16

export default defineRule({
  id: 'pool/not-configured',
  title: 'Nothing says how many database connections a process may open',
  category: 'performance',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without a number the library takes one from the machine that it happens to run on, or none at all. A larger host, or one burst of requests, then uses up the connections of the server for everybody.',
  fix: 'Set the size of the pool: what the server can give, divided by all processes of all replicas.',
  refs: [
    'https://www.prisma.io/docs/orm/v6/prisma-client/setup-and-configuration/databases-connections/connection-pool',
    'https://pkg.go.dev/database/sql#DB.SetMaxOpenConns',
    'https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Config',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const [first, ...more] = pools.filter(isLeftOpen)
      if (!first) {
        // A URL that only the deployment knows may limit it.
        if (!pools.some(pool => pool.size.because === HIDDEN_URL)) pass(owner)
        continue
      }
      // Some libraries take the limit from the URL alone: there the fix goes.
      const at = first.library.size.options.length === 0 ? (first.urlAt ?? first.at) : first.at
      fail(owner, at, `${owner.name} ${wordsFor(first)}`, {
        ...(first.library.size.default.kind === 'unlimited' || isEndless(first) ? { severity: 'high' } : {}),
        fix: `Set ${first.library.example(suggestedSize(first, system))}.`,
        related: [
          ...(at === first.at ? [] : [{ at: first.at, message: `the pool of ${first.library.name} is made here` }]),
          ...more.map(pool => ({ at: pool.at, message: `another pool of ${pool.library.name} without a size` })),
        ],
      })
    }
  },
  examples: {
    bad: [
      {
        // A limit that was taken away.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ., environment: { DATABASE_URL: "postgresql://erp@db/erp" } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'main.py': `
          import os

          from fastapi import FastAPI
          from sqlalchemy import create_engine

          engine = create_engine(os.environ["DATABASE_URL"], pool_size=5, max_overflow=-1) #! its pool of SQLAlchemy is set to have no limit
          app = FastAPI()
        `,
      },
      {
        // A binary that a platform builds and runs.
        Procfile: 'web: bin/shop',
        'go.mod': `
          module example.com/shop
          go 1.26
        `,
        'main.go': `
          package main
          import (
            "database/sql"
            "net/http"
            "os"
            _ "github.com/lib/pq"
          )
          func main() {
            db, _ := sql.Open("postgres", os.Getenv("DATABASE_URL")) //! web opens as many connections as it has work at a time
            http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { db.Query("SELECT 1") })
            http.ListenAndServe(":"+os.Getenv("PORT"), nil)
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api:
              build: ./api
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@db/erp?schema=public #! api leaves the size of its pool to Prisma, which takes twice the processors of the machine that it runs on, and one: 33 for each process on one with 16
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/package.json': '{ "dependencies": { "@prisma/client": "^6.2.1" } }',
        'api/prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
        `,
        'api/server.js': `
          import { PrismaClient } from '@prisma/client'
          export const prisma = new PrismaClient()
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            auth: { build: ./auth, environment: { DATABASE_URL: "postgres://erp:\${PW}@db/erp" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgres://erp:\${PW}@db/erp" } }
        `,
        'auth/Dockerfile': `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /auth .
          FROM gcr.io/distroless/base
          COPY --from=build /auth /auth
          CMD ["/auth"]
        `,
        'auth/go.mod': 'module example.com/auth\n\ngo 1.26\n',
        'auth/main.go': `
          package main
          import (
              "database/sql"
              "os"
              _ "github.com/lib/pq"
          )
          func main() {
              //! auth opens as many connections as it has work at a time: database/sql has no limit by itself
              db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
              serve(db, err)
          }
        `,
        'stock/Dockerfile': `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /stock .
          FROM gcr.io/distroless/base
          COPY --from=build /stock /stock
          CMD ["/stock"]
        `,
        'stock/go.mod': 'module example.com/stock\n\ngo 1.26\n',
        'stock/main.go': `
          package main
          import (
              "context"
              "os"
              "github.com/jackc/pgx/v5/pgxpool"
          )
          func main() {
              //! stock leaves the size of its pool to pgxpool, which takes as many as the machine that it runs on has processors
              pool, err := pgxpool.New(context.Background(), os.Getenv("DATABASE_URL"))
              serve(pool, err)
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp:\${PW}@db/erp?connection_limit=5" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgresql://erp:\${PW}@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/package.json': '{ "dependencies": { "@prisma/client": "^6.2.1" } }',
        'api/prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
        `,
        'api/server.js': `
          import { PrismaClient } from '@prisma/client'
          export const prisma = new PrismaClient()
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        // The default of node-postgres is ten, whatever the machine.
        'stock/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL })
        `,
      },
    ],
  },
})

function isLeftOpen(pool: Pool): boolean {
  const { kind } = pool.library.size.default
  return pool.isDefault ? kind === 'processors' || kind === 'unlimited' || isEndless(pool) : isEndless(pool)
}

/** Whether somebody took the limit away: `max_overflow=-1`, `SetMaxOpenConns(0)`. Who has few threads has a limit in them. */
function isEndless({ size, overflow }: Pool): boolean {
  return [size, overflow].some(({ high, because }) => high === Number.POSITIVE_INFINITY && because === UNLIMITED)
}

function wordsFor(pool: Pool): string {
  const { library } = pool
  const size = library.size.default
  if (isEndless(pool) && (!pool.isDefault || size.kind === 'fixed'))
    return `opens as many connections as it has work at a time: its pool of ${library.name} is set to have no limit`
  if (size.kind !== 'processors')
    return `opens as many connections as it has work at a time: ${library.name} has no limit by itself`
  const example = Math.max(size.least, PROCESSORS * size.perProcessor + size.plus)
  return `leaves the size of its pool to ${library.name}, which takes ${size.because}: ${example} for each process on one with ${PROCESSORS}`
}
