import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'query/blocks-event-loop',
  title: 'A handler waits in a way that stops every other request',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'One process serves all its requests in one loop. A call that does not give way stops the loop: while one user waits for the database, all others wait with them, and the health route too.',
  fix: 'Use the asynchronous form of the call and await it, or run it in a thread.',
  refs: [
    'https://fastapi.tiangolo.com/async/',
    'https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html',
    'https://docs.astral.sh/ruff/rules/#flake8-async-async',
    'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      if (service.runtime === 'go' || !service.routes.routes.some(({ method }) => method !== '*')) continue
      const [first, ...others] = service.blocking
      if (!first) {
        pass(service)
        continue
      }
      const what =
        first.kind === 'session'
          ? `calls ${first.call} without await, on a session that does not give way`
          : `calls ${first.call}`
      const more = others.length > 0 ? `; so do ${others.length} more handlers of ${service.name}` : ''
      fail(service, first, `the handler of ${first.route.method} ${first.route.path} ${what}${more}`, {
        key: first.kind,
        fix: service.runtime === 'node' ? nodeFix(first.call) : PYTHON_FIX,
        // A file of the machine is there at once, but for the slow disk and the long file; so is what Redis has in memory.
        ...(service.blocking.every(({ call }) => ON_FILES.test(call) || call.startsWith('redis.'))
          ? { severity: 'medium' as const }
          : {}),
        related: others.map(one => ({
          at: one.at,
          message: `${one.route.method} ${one.route.path} calls ${one.call}`,
        })),
      })
    }
  },
  examples: {
    bad: [
      {
        // In a service that the handler calls.
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
          import express from 'express'
          import { register } from './users.js'
          const app = express()
          app.post('/users', async (req, res) => res.json(await register(req.body)))
          app.listen(3000)
        `,
        'users.js': `
          import bcrypt from 'bcryptjs'
          export async function register({ name, password }) {
            return { name, hash: bcrypt.hashSync(password, 12) } //! the handler of POST /users calls bcryptjs.hashSync
          }
        `,
      },
      {
        // A mail server that does not answer holds up everybody.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'mail.py': `
          import smtplib

          async def send(to, message):
              smtp = smtplib.SMTP("mail.example.com", 587)
              smtp.send_message(message, to_addrs=[to])
              smtp.quit()
        `,
        'main.py': `
          from fastapi import FastAPI
          from mail import send
          app = FastAPI()

          @app.post("/orders/{id}/mail")
          async def mail(id: int, to: str):
              await send(to, f"Order {id}") #! the handler of POST /orders/:id/mail calls smtplib.SMTP in send
              return {"sent": True}
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
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'app/main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy import create_engine
          from sqlalchemy.orm import Session, sessionmaker

          engine = create_engine("postgresql://db/erp")
          SessionLocal = sessionmaker(bind=engine)
          app = FastAPI()


          def get_db():
              db = SessionLocal()
              try:
                  yield db
              finally:
                  db.close()


          @app.get("/orders")
          async def orders(db: Session = Depends(get_db)):
              return db.query(Order).limit(50).all() #! the handler of GET /orders calls db.query without await
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
          const bcrypt = require('bcrypt')
          const app = express()
          app.post('/register', (req, res) => {
            const hash = bcrypt.hashSync(req.body.password, 12) //! the handler of POST /register calls bcrypt.hashSync
            res.json({ hash })
          })
          app.listen(3000)
        `,
      },
      {
        // Through a function that gets the session, in one of its own, and another server that is waited for.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'app/database.py': `
          from typing import Annotated

          from fastapi import Depends
          from sqlalchemy import create_engine
          from sqlalchemy.orm import Session, sessionmaker

          SessionLocal = sessionmaker(bind=create_engine("postgresql://db/erp"))


          def get_db():
              with SessionLocal() as db:
                  yield db


          Database = Annotated[Session, Depends(get_db)]
        `,
        'app/orders.py': `
          import requests


          def list_orders(db):
              return db.query(Order).limit(50).all()


          def rates():
              return requests.get("https://rates.example.com", timeout=5).json()
        `,
        'app/main.py': `
          import time

          from fastapi import FastAPI
          from app.database import Database, SessionLocal
          from app import orders

          app = FastAPI()


          @app.get("/orders")
          async def list_all(db: Database):
              return orders.list_orders(db) #! the handler of GET /orders calls db.query in list_orders without await, on a session that does not give way; so do 3 more handlers of api


          @app.post("/orders")
          async def close():
              with SessionLocal() as db:
                  db.execute(statement)


          @app.get("/rates")
          async def rates():
              return orders.rates()


          @app.get("/slow")
          async def slow():
              time.sleep(1)
        `,
      },
    ],
    good: [
      {
        // In threads, in handlers that run in one, in a background task, and what is asked for without blocking.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'app/database.py': `
          from typing import Annotated

          from fastapi import Depends
          from sqlalchemy import create_engine
          from sqlalchemy.orm import Session, sessionmaker

          SessionLocal = sessionmaker(bind=create_engine("postgresql://db/erp"))


          def get_db():
              with SessionLocal() as db:
                  yield db


          Database = Annotated[Session, Depends(get_db)]
        `,
        'app/orders.py': `
          import requests


          def list_orders(db):
              return db.query(Order).limit(50).all()


          def rates():
              return requests.get("https://rates.example.com", timeout=5).json()
        `,
        'app/main.py': `
          import asyncio
          import time

          import httpx
          from fastapi import BackgroundTasks, FastAPI
          from fastapi.concurrency import run_in_threadpool
          from app.database import Database
          from app import orders

          app = FastAPI()


          @app.get("/orders")
          async def list_all(db: Database):
              return await run_in_threadpool(orders.list_orders, db)


          @app.get("/all")
          def list_in_thread(db: Database):
              time.sleep(1)
              return orders.list_orders(db)


          @app.get("/rates")
          async def rates(tasks: BackgroundTasks):
              tasks.add_task(orders.rates)
              await asyncio.sleep(1)
              await asyncio.to_thread(lambda: orders.rates())
              async with httpx.AsyncClient() as client:
                  return (await client.get("https://rates.example.com")).json()
        `,
      },
      {
        // In a thread, with an asynchronous session, and when the module is loaded.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["8000:8000"] }
            web: { build: ./web, ports: ["3000:3000"] }
        `,
        'api/Dockerfile': `
          FROM python:3.13.1-slim
          WORKDIR /code
          COPY . .
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'api/app/main.py': `
          from fastapi import Depends, FastAPI
          from sqlalchemy import create_engine, select
          from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
          from sqlalchemy.orm import Session, sessionmaker

          SessionLocal = sessionmaker(bind=create_engine("postgresql://db/erp"))
          AsyncSessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/erp"))
          app = FastAPI()


          def get_db():
              with SessionLocal() as db:
                  yield db


          async def get_async_db():
              async with AsyncSessionLocal() as db:
                  yield db


          @app.get("/orders")
          def orders(db: Session = Depends(get_db)):
              return db.query(Order).limit(50).all()


          @app.get("/invoices")
          async def invoices(db: AsyncSession = Depends(get_async_db)):
              return (await db.execute(select(Invoice).limit(50))).scalars().all()
        `,
        'web/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'web/server.js': `
          const express = require('express')
          const { readFileSync } = require('fs')
          const bcrypt = require('bcrypt')
          const key = readFileSync('/run/secrets/key', 'utf8')
          const app = express()
          app.post('/register', async (req, res) => res.json({ hash: await bcrypt.hash(req.body.password, 12), key: key.length }))
          app.listen(3000)
        `,
      },
    ],
  },
})

const PYTHON_FIX =
  'In FastAPI write `def` instead of `async def`, so that the handler runs in a thread, or use `AsyncSession` and `await`, `httpx.AsyncClient` for `requests`, `aiosmtplib` for `smtplib`, `redis.asyncio` for `redis`, `AsyncMongoClient` for `MongoClient`, `asyncpg` for `psycopg2`, `asyncio.sleep` for `time.sleep`; what must be synchronous goes into `run_in_threadpool(…)`.'
const ON_FILES = /^(?:fs\.)?(?:readFile|writeFile|appendFile|readdir)Sync\b/

/** What to type in place of a synchronous function of Node, by what it does. */
function nodeFix(call: string): string {
  if (ON_FILES.test(call))
    return 'Use `await readFile(…)`, `await writeFile(…)` of `node:fs/promises`; read what never changes once, at the start.'
  if (/(?:exec|execFile|spawn)Sync\b/.test(call))
    return 'Use `promisify(execFile)(…)` and await it; what computes for long becomes a job of a queue.'
  if (/^bcrypt/.test(call))
    return `Use \`await ${call.replace(/Sync\b.*$/, '')}(…)\`, which gives way to other requests.`
  return 'Use the function without Sync in its name through `promisify(…)`, and await it; what computes for long goes into a worker thread (piscina) or a job of a queue.'
}
