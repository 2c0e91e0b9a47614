import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { poolerDemands, serverDemands, shareOf } from '../../src/model/datastore/connection-demand.js'
import { countText, sumText } from '../../src/model/datastore/demand-words.js'
import '../support/grammars.js'
import { type Files, systemOf } from '../support/model.js'

const POOL = `import { Pool } from 'pg'
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL || 5) })
`

/** What is asked of each server, term by term. */
function demands(files: Files): readonly string[] {
  const system = systemOf(files)
  return [
    ...serverDemands(system).map(one => {
      const hard = one.hard.known ? one.hard.value : '?'
      return `${one.server.subject.name} ${countText(one.total)} of ${hard}: ${sumText(one)}`
    }),
    ...poolerDemands(system).map(one => `${one.pooler.workload.name} ${countText(one.total)}: ${sumText(one)}`),
  ]
}

/** A service of one file behind each name, in a compose file with these services. */
function compose(services: string, code: Readonly<Record<string, string>>): Files {
  return {
    'compose.yaml': `services:\n${services.replace(/^(?=.)/gm, '  ')}\n`,
    ...Object.fromEntries(
      Object.entries(code).flatMap(([name, text]) => [
        [`${name}/Dockerfile`, 'FROM node:22-slim\nCMD ["node", "main.js"]\n'],
        [`${name}/main.js`, text],
      ]),
    ),
  }
}

const URL = 'environment: { DATABASE_URL: "postgres://u@db/d" }'

describe('what is asked of a database server', () => {
  test('replicas times the pool of each process', () => {
    const services = `db: { image: "postgres:17.2" }
api: { build: ./api, ${URL}, deploy: { replicas: 4 } }
jobs: { build: ./jobs, ${URL} }`
    const files = compose(services, { api: POOL, jobs: POOL.replace('5)', '2)') })
    expect(demands(files)).toEqual(['db 22 of 97: api 4 replicas × 5 = 20; jobs 2'])
  })

  test('several pools of one process add up, those of branches of one condition do not', () => {
    const services = `db: { image: "postgres:17.2" }\napi: { build: ./api, ${URL} }`
    const two = `${POOL}export const other = new Pool({ connectionString: process.env.DATABASE_URL, max: 3 })\n`
    expect(demands(compose(services, { api: two }))).toEqual(['db 8 of 97: api (5 + 3) = 8'])
    const head = "import { Pool } from 'pg'\nconst connectionString = process.env.DATABASE_URL\n"
    const one = (max: number) => `new Pool({ connectionString, max: ${max} })`
    const either = `${head}export const pool = process.env.X ? ${one(30)} : ${one(40)}\n`
    expect(demands(compose(services, { api: either }))).toEqual([expect.stringMatching(/^db at least 30 of 97/)])
    const same = `${head}let pool\nif (process.env.X) pool = ${one(30)}\nelse pool = ${one(30)}\n`
    expect(demands(compose(services, { api: same }))).toEqual([expect.stringMatching(/^db 30 of 97/)])
    const perhaps = `${head}if (process.env.X) use(${one(30)})\n`
    expect(demands(compose(services, { api: perhaps }))).toEqual([expect.stringMatching(/^db at least 0 of 97/)])
  })

  test('a pooler asks for its size, once for each pair of user and database, and its clients ask it', () => {
    const services = `db: { image: "postgres:17.2" }
pool: { image: "edoburu/pgbouncer:v1.24.1-p1", environment: { DB_HOST: db, DEFAULT_POOL_SIZE: 15 }, deploy: { replicas: 2 } }
api: { build: ./api, environment: { DATABASE_URL: "postgres://a@pool/d" }, deploy: { replicas: 40 } }
jobs: { build: ./api, environment: { DATABASE_URL: "postgres://b@pool/d" } }`
    expect(demands(compose(services, { api: POOL }))).toEqual([
      'db 60 of 97: pool 2 replicas × 2 pairs of user and database × 15 = 60',
      'pool 205: api 40 replicas × 5 = 200; jobs 5',
    ])
  })

  test('a client of Prisma in a package of its own, beside other schemas', () => {
    const schema = (name: string) => `datasource db {\n  provider = "postgresql"\n  url = env("${name}")\n}\n`
    const files = {
      'compose.yaml': `services:
  db: { image: "postgres:17.2" }
  api: { build: { context: ., dockerfile: apps/api/Dockerfile }, environment: { MAIN_URL: "postgres://u@db/d?connection_limit=7" }, deploy: { replicas: 3 } }
`,
      'package.json': '{ "workspaces": ["apps/*", "packages/*"] }',
      'apps/api/Dockerfile': 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "apps/api/src/main.js"]\n',
      'apps/api/package.json': '{ "name": "api", "dependencies": { "@acme/db": "*" } }',
      'apps/api/src/main.js': "import { prisma } from '@acme/db'\nprisma.order.findMany()\n",
      'apps/web/prisma/schema.prisma': schema('WEB_URL'),
      'packages/db/package.json':
        '{ "name": "@acme/db", "main": "src/index.js", "dependencies": { "@prisma/client": "^6.0.0" } }',
      'packages/db/prisma/schema.prisma': schema('MAIN_URL'),
      'packages/db/src/index.js': `import { PrismaClient } from '@prisma/client'
const globalForPrisma = globalThis
export const prisma = globalForPrisma.prisma ?? new PrismaClient()
`,
    }
    expect(demands(files)).toEqual(['db 21 of 97: api 3 replicas × 7 = 21'])
  })

  test('servers are asked one by one', () => {
    const services = `orders-db: { image: "postgres:17.2" }
stock-db: { image: "mysql:8.4" }
orders: { build: ./api, environment: { DATABASE_URL: "postgres://u@orders-db/d" } }`
    expect(demands(compose(services, { api: POOL }))).toEqual(['orders-db 5 of 97: orders 5', 'stock-db 0 of 151: '])
  })

  test('an autoscaler counts with all that it may start, and the environment of the pods sets the size', () => {
    const pods = (name: string, container: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, ${container} }] }
---`
    const manifest = `${pods('db', 'image: "postgres:17.2", args: ["-c", "max_connections=120"]')}
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: sizes }
data: { POOL: "15" }
---${pods('api', 'image: "ghcr.io/acme/api:1.0.0", envFrom: [{ configMapRef: { name: sizes } }], env: [{ name: DATABASE_URL, value: "postgres://u@db:5432/d" }]')}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, minReplicas: 2, maxReplicas: 10 }
`
    const files = {
      'k8s/erp.yaml': manifest,
      'api/Dockerfile': 'FROM node:22-slim\nCMD ["node", "main.js"]\n',
      'api/main.js': POOL,
    }
    expect(demands(files)).toEqual(['db 150 of 117: api 10 replicas × 15 = 150'])
  })

  test('who connects without a pool that is known is said, and who has no library for it does not count', () => {
    const services = `db: { image: "postgres:17.2" }
api: { build: ./api, ${URL} }
raw: { build: ./raw, ${URL} }
web: { build: ./web, ${URL} }
keycloak: { image: "quay.io/keycloak/keycloak:26.3", environment: { KC_DB_URL_HOST: db } }`
    const raw = "import { Client } from 'pg'\nnew Client().connect()\n"
    const files = compose(services, { api: POOL, raw, web: "console.log('no database')\n" })
    const [found] = serverDemands(systemOf(files))
    expect([found?.unread, found?.foreign].map(all => all?.map(one => one.name))).toEqual([['raw'], ['keycloak']])
  })
})

/** The files of a fixture, some of them changed. */
function fixture(name: string, change: (path: string, text: string) => string): Files {
  const root = join(import.meta.dirname, '..', '..', 'fixtures', name)
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries.flatMap(entry => {
      if (!entry.isFile() || /\.(?:txt|md)$/.test(entry.name)) return []
      const path = join(entry.parentPath, entry.name)
      return [[relative(root, path), change(relative(root, path), readFileSync(path, 'utf8'))]]
    }),
  )
}

describe('what is recommended for the systems of the fixtures', () => {
  test('one worker with fifty connections fits; eight workers with two hundred each do not', () => {
    expect(demands(fixture('southern-apparels', (_, text) => text))).toEqual(['db 50 of 97: backend (20 + 30) = 50'])
    const remedied = fixture('southern-apparels', (_, text) =>
      text
        .replace(/command: uvicorn .*/, 'command: gunicorn app.main:app -w 8 -k uvicorn.workers.UvicornWorker')
        .replace('pool_size=20', 'pool_size=100')
        .replace('max_overflow=30', 'max_overflow=100'),
    )
    expect(demands(remedied)).toEqual(['db 1,600 of 97: backend 8 processes × (100 + 100) = 1,600'])
  })

  test('a hundred instances fit with one connection each, where the server really takes two hundred', () => {
    const found = (change: (text: string) => string) => {
      const [one] = serverDemands(
        systemOf(fixture('multi-instance', (path, text) => (path === 'docker-compose.yml' ? change(text) : text))),
      )
      return one?.hard.known && one.plan.known
        ? [one.total.low, one.hard.value, shareOf(one, one.plan.value)]
        : undefined
    }
    expect(found(text => text)).toEqual([200, 97, 0])
    const told = found(text =>
      text.replace(
        'image: postgres:15-alpine',
        'image: postgres:15-alpine\n    command: postgres -c max_connections=200',
      ),
    )
    expect(told).toEqual([200, 197, 1])
  })
})
