import { poolsByOwner } from '../../src/model/datastore/connection-demand.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'pool/created-per-request',
  title: 'A new pool of connections is made for each request',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A pool saves the cost of a connection by keeping it. Made anew for each request it costs a connection each time, and all the pools that are not closed yet hold theirs: a few dozen requests at once are enough to fill the server.',
  fix: 'Make the pool once, when the module is loaded or the application starts, and let each request take a connection from it.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections#prismaclient-in-long-running-applications',
    'https://docs.sqlalchemy.org/en/20/core/connections.html#basic-usage',
    'https://node-postgres.com/features/pooling',
    'https://go.dev/doc/database/open-handle',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const [first, ...more] = pools.filter(pool => pool.perRequest !== undefined)
      if (!first) pass(owner)
      else
        fail(
          owner,
          first,
          `${owner.name} makes a pool of ${first.library.name} for each request to ${first.perRequest}`,
          { related: more.map(pool => ({ at: pool.at, message: `and one for each request to ${pool.perRequest}` })) },
        )
    }
  },
  examples: {
    bad: [
      {
        // In a method of a service that a controller calls.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          import { Orders } from './orders'
          @Controller('orders')
          class OrdersController {
            constructor(private readonly orders: Orders) {}
            @Get() list() { return this.orders.list() }
          }
          @Module({ controllers: [OrdersController], providers: [Orders] })
          export class AppModule {}
        `,
        'src/orders.ts': `
          import { Injectable } from '@nestjs/common'
          import { Pool } from 'pg'
          @Injectable()
          export class Orders {
            private readonly settings = { max: 5 }
            async list() {
              const pool = new Pool(this.settings) //! api makes a pool of node-postgres for each request to list
              return (await pool.query('SELECT id FROM orders LIMIT 20')).rows
            }
          }
        `,
      },
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
          from pymongo import MongoClient

          app = FastAPI()


          @app.get("/orders")
          def orders():
              client = MongoClient(os.environ["MONGO_URL"]) #! api makes a pool of PyMongo for each request to orders
              return list(client.shop.orders.find().limit(20))
        `,
      },
      {
        // What Railway starts.
        'railway.json': '{ "deploy": { "startCommand": "npm start" } }',
        'package.json':
          '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0", "express": "5.0.1" } }',
        'server.js': `
          const express = require('express')
          const { Pool } = require('pg')
          const app = express()
          app.get('/orders', async (req, res) => {
            const pool = new Pool({ connectionString: process.env.DATABASE_URL }) //! app makes a pool of node-postgres for each request to
            res.json(await pool.query('SELECT 1'))
          })
          app.listen(process.env.PORT)
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp?connection_limit=5" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgres://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import express from 'express'
          import { PrismaClient } from '@prisma/client'
          const app = express()
          app.get('/orders', async (req, res) => {
            //! api makes a pool of Prisma for each request to get /orders
            const prisma = new PrismaClient()
            res.json(await prisma.order.findMany({ take: 50 }))
          })
          app.listen(3000)
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'stock/server.js': `
          import express from 'express'
          import { listItems } from './items.js'
          const app = express()
          app.get('/items', listItems)
          app.listen(3000)
        `,
        'stock/items.js': `
          import { Pool } from 'pg'
          function connect() {
            //! stock makes a pool of node-postgres for each request to listItems
            return new Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
          }
          export async function listItems(request, response) {
            response.json(await connect().query('SELECT 1'))
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'api/main.py': `
          import os
          from fastapi import Depends, FastAPI
          from sqlalchemy import create_engine
          from sqlalchemy.orm import Session
          app = FastAPI()
          def get_db():
              engine = create_engine(os.environ["DATABASE_URL"]) #! api makes a pool of SQLAlchemy for each request to get_db
              with Session(engine) as session:
                  yield session
          @app.get("/orders")
          def orders(db: Session = Depends(get_db)):
              return db.query(Order).limit(50).all()
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp?connection_limit=5" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import express from 'express'
          import { PrismaClient } from '@prisma/client'
          import { Pool } from 'pg'
          import { createApp } from './app.js'
          const pools = new Map()
          let pool
          // Made at the first request and kept, in a variable, on an object, for each tenant.
          function shared() {
            if (!pool) pool = new Pool({ max: 3 })
            return pool
          }
          function client() {
            globalThis.prisma ??= new PrismaClient()
            return globalThis.prisma
          }
          function tenantPool(tenant) {
            const found = pools.get(tenant) ?? new Pool({ max: 1, database: tenant })
            pools.set(tenant, found)
            return found
          }
          const app = createApp()
          app.get('/a', async (req, res) => res.json(await shared().query('SELECT 1')))
          app.get('/b', async (req, res) => res.json(await client().order.count()))
          app.get('/c/:tenant', async (req, res) => res.json(await tenantPool(req.params.tenant).query('SELECT 1')))
          app.listen(3000)
        `,
        'api/app.js': `
          import express from 'express'
          import { Pool } from 'pg'
          export function createApp() {
            const app = express()
            // Once for the application.
            app.locals.pool = new Pool({ max: 2 })
            return app
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'api/main.py': `
          import os
          from contextlib import asynccontextmanager
          from functools import lru_cache
          import asyncpg
          from fastapi import Depends, FastAPI
          from sqlalchemy import create_engine
          @asynccontextmanager
          async def lifespan(app):
              app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"])
              yield
          app = FastAPI(lifespan=lifespan)
          @lru_cache
          def get_engine():
              return create_engine(os.environ["DATABASE_URL"])
          @app.get("/orders")
          def orders(engine = Depends(get_engine)):
              return []
        `,
      },
    ],
  },
})
