import type { PoolOwner } from '../../src/model/code/pool.js'
import { poolsByOwner } from '../../src/model/datastore/connection-demand.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'pool/waits-forever',
  title: 'Requests wait for a database connection without an end',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When all connections of the pool are taken, each further request waits, and nothing ever tells it to give up. One slow query then stops the whole service: it answers nothing, not even an error that a proxy or a client could act on.',
  fix: 'Set how long a request may wait for a connection to a few seconds, and answer 503 where that is exceeded.',
  refs: [
    'https://node-postgres.com/apis/pool',
    'https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool',
    'https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/connection-pools/',
    'https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.pool.Pool.acquire',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      if (!answersRequests(owner)) continue
      const [first, ...more] = pools.filter(pool => pool.wait === 'forever' && pool.library.waitExample !== undefined)
      const hidden = pools.find(pool => pool.wait === 'unknown')
      if (first)
        fail(
          owner,
          first,
          `${owner.name} waits without an end for a connection of ${first.library.name} when all are taken`,
          {
            fix: `Set \`${first.library.waitExample}\`, and answer 503 where it is exceeded.`,
            related: more.map(pool => ({ at: pool.at, message: `so does this pool of ${pool.library.name}` })),
          },
        )
      else if (hidden) unverified(owner, hidden, 'how long it waits for a connection is not in the repository')
      else pass(owner)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'main.py': `
          import os

          from fastapi import FastAPI
          from pymongo import AsyncMongoClient

          client = AsyncMongoClient(os.environ["MONGO_URL"]) #! api waits without an end for a connection of PyMongo
          app = FastAPI()


          @app.get("/orders")
          async def orders():
              return await client.shop.orders.find().limit(20).to_list()
        `,
      },
      {
        // A process of Heroku.
        Procfile: 'web: npm start',
        'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
        'server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 5 }) //! web waits without an end for a connection of
          require('http').createServer(() => pool.query('SELECT 1')).listen(process.env.PORT)
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            ledger-db: { image: "mysql:8.4" }
            api: { build: ./api, ports: ["80:3000"], environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            ledger: { build: ./ledger, ports: ["81:3000"], environment: { DB_HOST: ledger-db } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          //! api waits without an end for a connection of node-postgres when all are taken
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
        `,
        'ledger/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'ledger/server.js': `
          import mysql from 'mysql2/promise'
          //! ledger waits without an end for a connection of mysql2
          export const pool = mysql.createPool({ host: process.env.DB_HOST, connectionLimit: 10 })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, ports: ["80:8000"], environment: { DATABASE_URL: "postgres://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'api/main.py': `
          import os
          import asyncpg
          from fastapi import FastAPI
          app = FastAPI()
          @app.on_event("startup")
          async def start():
              #! api waits without an end for a connection of asyncpg when all are taken
              app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"])
          @app.get("/orders")
          async def orders():
              async with app.state.pool.acquire() as connection:
                  return await connection.fetch("SELECT 1")
        `,
      },
    ],
    good: [
      {
        // A process of Heroku that gives up; one that answers nobody may wait.
        Procfile: 'web: npm start\nworker: node worker.js',
        'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
        'server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 5, connectionTimeoutMillis: 3000 })
          require('http').createServer(() => pool.query('SELECT 1')).listen(process.env.PORT)
        `,
        'worker.js': `
          const { Pool } = require('pg')
          new Pool({ connectionString: process.env.DATABASE_URL, max: 5 }).query('SELECT 1')
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            ledger-db: { image: "mysql:8.4" }
            api: { build: ./api, ports: ["80:3000"], environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            stock: { build: ./stock, ports: ["82:3000"], environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            ledger: { build: ./ledger, ports: ["81:3000"], environment: { DB_HOST: ledger-db } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5000 })
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        // No statement takes longer, so no wait does for ever; Sequelize gives up after a minute by itself.
        'stock/server.js': `
          import { Pool } from 'pg'
          import { Sequelize } from 'sequelize'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, statement_timeout: 10_000 })
          export const sequelize = new Sequelize(process.env.DATABASE_URL)
        `,
        'ledger/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'ledger/server.js': `
          import mysql from 'mysql2/promise'
          export const pool = mysql.createPool({ host: process.env.DB_HOST, connectionLimit: 10, queueLimit: 50 })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, ports: ["80:8000"], environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            core: { build: ./core, ports: ["81:8000"], environment: { DATABASE_URL: "postgresql://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'api/main.py': `
          import os
          import asyncpg
          from fastapi import FastAPI
          app = FastAPI()
          @app.on_event("startup")
          async def start():
              app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"])
          @app.get("/orders")
          async def orders():
              async with app.state.pool.acquire(timeout=5) as connection:
                  return await connection.fetch("SELECT 1")
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        // SQLAlchemy gives up after 30 seconds.
        'core/main.py': `
          import os
          from fastapi import FastAPI
          from sqlalchemy import create_engine
          app = FastAPI()
          engine = create_engine(os.environ["DATABASE_URL"])
        `,
      },
    ],
  },
})

function answersRequests(owner: PoolOwner): boolean {
  return owner.kind === 'service' ? owner.isWeb : owner.role === 'user-facing' || owner.role === 'service'
}
