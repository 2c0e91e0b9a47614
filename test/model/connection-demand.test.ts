import { describe, expect, test } from 'vitest'
import { poolerDemands, serverDemands } from '../../src/model/datastore/connection-demand.js'
import { countText, sumText } from '../../src/model/datastore/demand-words.js'
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
      return `${one.server.workload.name} ${countText(one.total)} of ${hard}: ${sumText(one)}`
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
    const branches = `import { Pool } from 'pg'
const connectionString = process.env.DATABASE_URL
export const pool = process.env.X ? new Pool({ connectionString, max: 30 }) : new Pool({ connectionString, max: 40 })
`
    expect(demands(compose(services, { api: branches }))).toEqual([expect.stringMatching(/^db at least 0 of 97/)])
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
