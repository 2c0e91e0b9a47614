import './support/grammars.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditTree } from '../src/audit.js'
import { type Capacity, type CapacitySettings, capacitiesOf } from '../src/capacity.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { treeOf } from '../src/examples.js'
import { capacityLinesOf } from '../src/report/capacity.js'
import { renderHtml } from '../src/report/html.js'
import { renderJson } from '../src/report/json.js'
import { renderMarkdown } from '../src/report/markdown.js'
import { renderText } from '../src/report/text.js'
import { type Files, systemOf } from './support/model.js'

function capacityOf(files: Files, settings: CapacitySettings = {}): Capacity {
  const [found, ...more] = capacitiesOf(systemOf(files), settings)
  if (!found || more.length > 0) throw new Error('not one deployment with a capacity')
  return found
}

/** `48–80 processor`: users as whole numbers, and what ends first; why there is none else. */
function estimateOf(capacity: Capacity): string {
  const { estimate, because } = capacity
  if (!estimate) return because ?? ''
  const band = ({ from, to }: { from: number; to: number }) => `${Math.round(from)}–${Math.round(to)}`
  const scaled = estimate.scaled ? ` up to ${band(estimate.scaled.users)}` : ''
  return `${band(estimate.users)}${scaled} ${estimate.bound.kind} of ${estimate.bound.program}`
}

function lineOf(capacity: Capacity, name: string): string | undefined {
  return capacityLinesOf(capacity, 6).find(one => one.name === name)?.text
}

const FASTAPI = `
from fastapi import FastAPI
app = FastAPI()
@app.get("/orders")
def orders(): return []
`

/** A FastAPI application whose service has these settings. */
function python(settings: string, code: Files = {}): Files {
  return {
    'compose.yaml': `services:\n  api:\n    build: .\n    ports: ["8000:8000"]\n    ${settings}\n`,
    Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n',
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\nsqlalchemy==2.0.36\n',
    'main.py': FASTAPI,
    ...code,
  }
}

const EXPRESS = `
const app = require('express')()
app.get('/orders', (req, res) => res.json([]))
app.listen(3000)
`

/** An Express application whose service has these settings. */
function node(settings: string, code: Files = {}): Files {
  return {
    'compose.yaml': `services:\n  api:\n    build: .\n    ports: ["3000"]\n    ${settings}\n`,
    Dockerfile: 'FROM node:24.1-slim\nCOPY . .\nCMD ["node", "server.js"]\n',
    'package.json': '{ "dependencies": { "express": "4.21.0", "pg": "8.13.0" } }',
    'server.js': EXPRESS,
    ...code,
  }
}

const replicas = (count: number, cpus?: string) =>
  `deploy: { replicas: ${count}${cpus === undefined ? '' : `, resources: { limits: { cpus: "${cpus}" } }`} }`

const POSTGRES = `
  db:
    image: postgres:16.4
`

/** The same with a database, and an application that opens a pool to it. */
function withPool(files: Files, more: string, code: Files): Files {
  return { ...files, 'compose.yaml': `${files['compose.yaml']}    ${more}${POSTGRES}`, ...code }
}

const DATABASE_URL = 'environment: { DATABASE_URL: "postgresql://shop:${PW}@db:5432/shop" }'

const sqlalchemy = (options: string) => ({
  'main.py': `
import os
from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker
engine = create_engine(os.environ["DATABASE_URL"]${options})
SessionLocal = sessionmaker(bind=engine)
def get_db():
    with SessionLocal() as db:
        yield db
app = FastAPI()
@app.get("/orders")
def orders(db: Session = Depends(get_db)): return db.execute("SELECT 1").all()
`,
})

const pg = (options: string) => ({
  'server.js': `
const { Pool } = require('pg')
const pool = new Pool({ connectionString: process.env.DATABASE_URL${options} })
const app = require('express')()
app.get('/orders', async (req, res) => res.json(await pool.query('SELECT 1')))
app.listen(3000)
`,
})

describe('the users that a system carries', () => {
  // What people measured on, or said of, systems of this kind.
  test.each([
    ['one worker of Python', python('restart: always'), '48–80 processor of api'],
    [
      'eight workers on four processors',
      python(`command: uvicorn main:app --workers 8\n    deploy: { resources: { limits: { cpus: "4" } } }`),
      '192–320 processor of api',
    ],
    ['one process of Node.js', node('restart: always'), '111–185 processor of api'],
    ['three', node(replicas(3)), '333–555 processor of api'],
    ['ten', node(replicas(10)), '1110–1850 processor of api'],
    ['a hundred, each with half a processor', node(replicas(100, '0.5')), '5550–9250 processor of api'],
  ])('%s', (_, files, expected) => {
    expect(estimateOf(capacityOf(files))).toBe(expected)
  })

  test('are fewer where a process works on one request after the other', () => {
    const sync = python('command: gunicorn -w 2 main:app')
    expect(estimateOf(capacityOf(sync))).toBe('60–100 requests of api')
    expect(lineOf(capacityOf(sync), 'api')).toBe('2 processes of Python, 2 requests at a time, 1 in each')
  })

  test('and where handlers hold up their event loop', () => {
    const held = FASTAPI.replace('def orders(): return []', 'async def orders():\n    import time\n    time.sleep(1)')
    const capacity = capacityOf(python('restart: always', { 'main.py': held }))
    expect(capacity.programs[0]).toMatchObject({ perProcessBy: 'held-up', requests: { low: 1, high: 1 } })
    expect(estimateOf(capacity)).toBe('30–50 requests of api')
    const coroutine = FASTAPI.replace('def orders', 'async def orders')
    const free = capacityOf(python('restart: always', { 'main.py': coroutine }))
    expect(free.programs[0]).toMatchObject({ perProcessBy: 'event-loop' })
    expect(capacityOf(python('restart: always')).programs[0]).toMatchObject({
      perProcessBy: 'thread-pool',
      requests: { low: 40, high: 40 },
    })
  })

  test('and where the pool is small: for a request with a session, for a query without', () => {
    const session = withPool(python('restart: always'), DATABASE_URL, sqlalchemy(', pool_size=2, max_overflow=1'))
    expect(estimateOf(capacityOf(session))).toBe('14–24 connections of api')
    expect(lineOf(capacityOf(session), 'db')).toBe('97 connections for clients; api may open 3')
    const query = withPool(node(replicas(2)), DATABASE_URL, pg(', max: 1'))
    expect(estimateOf(capacityOf(query))).toBe('148–247 connections of api')
    const enough = withPool(node(replicas(2)), DATABASE_URL, pg(''))
    expect(estimateOf(capacityOf(enough))).toBe('222–370 processor of api')
  })

  test('are bounded by what the server takes, which may refuse connections before', () => {
    const many = withPool(node(replicas(100)), DATABASE_URL, pg(', max: 5'))
    expect(estimateOf(capacityOf(many))).toBe('7178–11963 connections of api')
    expect(lineOf(capacityOf(many), 'Estimate')).toBe(
      '7,200 to 12,000 active users; the connections of api to db ends first, if db does not refuse connections before',
    )
  })

  test('of an autoscaler are those of its least and of its most replicas', () => {
    const capacity = capacityOf({
      'k8s/api.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: "shop/api:1.0", ports: [{ containerPort: 3000 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { type: LoadBalancer, selector: { app: api }, ports: [{ port: 80, targetPort: 3000 }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec: { minReplicas: 2, maxReplicas: 10, scaleTargetRef: { kind: Deployment, name: api, apiVersion: apps/v1 } }
`,
      'api/Dockerfile': 'FROM node:24.1-slim\nCOPY . .\nCMD ["node", "server.js"]\n',
      'api/package.json': '{ "dependencies": { "express": "4.21.0" } }',
      'api/server.js': EXPRESS,
    })
    expect(estimateOf(capacity)).toBe('222–370 up to 1110–1850 processor of api')
    expect(lineOf(capacity, 'api')).toBe('2 to 10 processes of Node.js, no limit to the requests at a time')
  })
})

describe('what is not known', () => {
  const open = python('command: uvicorn main:app --workers $WORKERS\n    environment: { WORKERS: "${WORKERS:?}" }')

  test('gives no estimate, and says what is missing', () => {
    const capacity = capacityOf(open)
    expect(capacity.estimate).toBeNull()
    expect(lineOf(capacity, 'Estimate')).toMatch(
      /^at least 48 to 80 active users; how many processes api runs is not known: /,
    )
    expect(lineOf(capacityOf(open, { targetUsers: 250 }), 'Target 250')).toBeUndefined()
    expect(lineOf(capacity, 'api')).toBe(
      '1 or more processes of Python, 40 or more requests at a time in threads, 40 in each',
    )
  })

  test('does not matter where something else ends before', () => {
    const small = {
      ...open,
      'compose.yaml': `${open['compose.yaml']}  old:\n    build: ./old\n    ports: ["8001:8000"]\n`,
      'old/Dockerfile': 'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "main:app"]\n',
      'old/main.py': FASTAPI,
    }
    expect(estimateOf(capacityOf(small))).toBe('30–50 requests of old')
  })

  test('a pool whose size nobody tells becomes a condition', () => {
    const hidden = withPool(node('restart: always'), 'environment: { DB_HOST: db, POOL_MAX: "${POOL_MAX:?}" }', {
      'server.js': `
const { Pool } = require('pg')
const pool = new Pool({ host: process.env.DB_HOST, max: Number(process.env.POOL_MAX) })
const app = require('express')()
app.get('/orders', async (req, res) => res.json(await pool.query('SELECT 1')))
app.listen(3000)
`,
    })
    expect(lineOf(capacityOf(hidden), 'Estimate')).toBe(
      '110 to 190 active users, if api may open 2 connections to db; the processor time of api ends first',
    )
  })

  test('Go computes on all processors of a host that nobody describes', () => {
    const go = (settings: string) => ({
      'compose.yaml': `services:\n  api:\n    build: .\n    ports: ["8080:8080"]\n    ${settings}\n`,
      Dockerfile:
        'FROM golang:1.24 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nFROM gcr.io/distroless/static\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
      'go.mod': 'module example.com/shop\n\ngo 1.24\n',
      'main.go':
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})\n\thttp.ListenAndServe(":8080", nil)\n}\n',
    })
    expect(lineOf(capacityOf(go('restart: always')), 'Estimate')).toBe(
      'at least 440 to 740 active users; how many processors api computes on is not known: it computes on all processors of its host, and no file tells how many these are',
    )
    expect(estimateOf(capacityOf(go(replicas(1, '2'))))).toBe('888–1480 processor of api')
    expect(estimateOf(capacityOf(go('restart: always'), { processors: 4 }))).toBe('1776–2960 processor of api')
  })

  test('Node.js is one process, whatever starts it, unless something manages more', () => {
    const start = (command: string) => lineOf(capacityOf(node(`command: ${command}`)), 'api')
    expect(start('tini -- bun server.js')).toBe('1 process of Node.js, no limit to the requests at a time')
    expect(start('pm2-runtime start server.js -i max')).toMatch(/^1 or more processes of Node.js/)
  })

  test('what users reach and whose code is not read is named', () => {
    const files = node('restart: always')
    const beside = {
      ...files,
      'compose.yaml': `${files['compose.yaml']}  crm:\n    image: acme/crm:1.0\n    ports: ["90:90"]\n`,
    }
    expect(lineOf(capacityOf(beside), 'Estimate')).toMatch(/; without crm, whose code is not read$/)
    const site = {
      ...files,
      'compose.yaml': `${files['compose.yaml']}  site:\n    image: nginx:1.27\n    ports: ["80:80"]\n    volumes: ["./dist:/usr/share/nginx/html:ro"]\n`,
    }
    expect(capacityOf(site).unread).toEqual([])
  })
})

test('what starts no process carries nobody, and is not divided by', () => {
  expect(capacitiesOf(systemOf(python('command: gunicorn -w 0 main:app')), { targetUsers: 250 })).toEqual([])
  const beside = python('command: gunicorn -w 0 main:app')
  const files = {
    ...beside,
    'compose.yaml': `${beside['compose.yaml']}  web:\n    build: ./web\n    ports: ["3000:3000"]\n`,
    'web/Dockerfile': 'FROM node:24.1-slim\nCOPY . .\nCMD ["node", "server.js"]\n',
    'web/server.js': EXPRESS,
  }
  const capacity = capacityOf(files, { targetUsers: 250 })
  expect(capacity.programs.map(({ name }) => name)).toEqual(['web'])
  expect(capacity.unread).toEqual([])
  expect(lineOf(capacity, 'Target 250')).toBe(
    '1.4 to 2.3 times the estimate: 2 processes of web on 2 processors come to 220 to 370',
  )
})

describe('what somebody says', () => {
  test('takes the place of what is assumed', () => {
    const assumptions = { cpuPerRequestSec: 0.1, responseSec: 1, thinkTimeSec: 9, utilisation: [0.5, 0.9] as const }
    expect(estimateOf(capacityOf(python('restart: always'), { assumptions }))).toBe('50–90 processor of api')
  })

  test('of the host bounds all processes on it', () => {
    expect(estimateOf(capacityOf(node(replicas(10)), { processors: 4 }))).toBe('444–740 processor of api')
  })

  test('of a target is compared, with what would do', () => {
    const files = withPool(python('restart: always'), DATABASE_URL, sqlalchemy(', pool_size=20, max_overflow=30'))
    const target = (targetUsers: number) => lineOf(capacityOf(files, { targetUsers }), `Target ${targetUsers}`)
    expect(target(250)).toBe(
      '3.1 to 5.2 times the estimate: 4 processes of api on 4 processors come to 190 to 320, each with at most 22 connections to db',
    )
    const hundred = withPool(node(replicas(100, '0.5')), DATABASE_URL, pg(', max: 2'))
    expect(lineOf(capacityOf(hundred, { targetUsers: 20_000 }), 'Target 20,000')).toBe(
      '2.2 to 3.6 times the estimate: 217 processes of api on 109 processors come to 12,000 to 20,000, which are more than db has connections: they need a pooler',
    )
    const whole = lineOf(capacityOf(node(replicas(100)), { targetUsers: 20_000 }), 'Target 20,000')
    expect(whole).toMatch(/109 processes of api on 109 processors/)
    expect(target(60)).toBe('at the upper end of the estimate')
    expect(target(40)).toBe('reached, by the estimate')
    expect(lineOf(capacityOf(files), 'Target 250')).toBeUndefined()
  })
})

describe('properties', () => {
  const users = (files: Files) => capacityOf(files).estimate?.users.to ?? 0

  test('more replicas, processors or connections never carry fewer users', () => {
    const count = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(count, count, count, count, (few, more, pool, bigger) => {
        const of = (instances: number, size: number) =>
          users(withPool(node(replicas(instances, '0.5')), DATABASE_URL, pg(`, max: ${size}`)))
        const least = of(few, pool)
        expect(of(few + more, pool)).toBeGreaterThanOrEqual(least)
        expect(of(few, pool + bigger)).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 15 },
    )
  })
})

describe('the reports', () => {
  const files = new Map(Object.entries(python('restart: always')))
  const result = auditTree(treeOf(files))

  test('say it: text, Markdown, a page, data', () => {
    const options = { color: false, width: 80, quiet: false, verbose: false, includeSuppressed: false, within: '' }
    const text = renderText(result, options)
    expect(text).toContain('Capacity, from the files alone: no load test, not scored\n\n')
    expect(text).toContain('  Estimate  48 to 80 active users; the processor time of api ends first\n')
    expect(text).toMatch(/Assumed: a user waits 3\.5 s between an answer and the next request; a request\s+takes 50 ms/)
    expect(renderText(result, { ...options, quiet: true })).not.toContain('Capacity')
    expect(renderMarkdown(result, options)).toContain('| Estimate | 48 to 80 active users;')
    expect(renderHtml(result, options)).toContain('<td>Estimate</td><td>48 to 80 active users;')
    expect(JSON.parse(renderJson(result)).capacity[0].estimate.users).toEqual({ from: 48, to: 80 })
  })

  test('and the score does not depend on it', () => {
    const other = auditTree(treeOf(files), {
      ...DEFAULT_OPTIONS,
      config: { ...DEFAULT_OPTIONS.config, capacity: { targetUsers: 100_000, cpuPerRequestSec: 9 } },
    })
    expect(other.score).toEqual(result.score)
    expect(other.gate).toEqual(result.gate)
    expect(other.capacities()[0]?.estimate?.users).not.toEqual(result.capacities()[0]?.estimate?.users)
  })
})
