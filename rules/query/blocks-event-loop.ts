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
  fix: 'In FastAPI write `def` instead of `async def`, so that the handler runs in a thread, or use `AsyncSession` and `await`. In Node use the asynchronous function: `await bcrypt.hash(…)`, `await readFile(…)`.',
  refs: [
    'https://fastapi.tiangolo.com/async/',
    'https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html',
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
    ],
    good: [
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
