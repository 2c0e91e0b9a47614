import { poolsByOwner } from '../../src/model/datastore/connection-demand.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'pool/setting-ignored',
  title: 'A limit of the pool stands where the driver does not read it',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The parameters of a connection URL belong to one library. Another one passes them by without a word, and opens as many connections as it does by default: the limit is there to be read, and does nothing.',
  fix: 'Give the limit to the constructor of the pool, under the name that the library has for it.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool',
    'https://node-postgres.com/apis/pool',
    'https://docs.sqlalchemy.org/en/20/core/engines.html#sqlalchemy.create_engine',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const inOptions = pools.find(pool => pool.ignoredOptions.length > 0)
      const [option] = inOptions?.ignoredOptions ?? []
      if (inOptions && option) {
        const { library, size } = inOptions
        const names = listOf(inOptions.ignoredOptions.map(one => one.text))
        fail(
          owner,
          option,
          `${owner.name} gives its pool ${names}, which ${library.name} does not read, and opens up to ${size.low} connections for each process`,
          { fix: `Set ${library.example(10)} instead.`, key: 'option' },
        )
      }
      // Of a URL that is not in the repository nothing can be said.
      if (!pools.some(pool => pool.urlAt)) continue
      const vain = pools.filter(pool => pool.ignored.length > 0)
      const [first] = vain
      const [parameter] = first?.ignored ?? []
      if (!first || !parameter) {
        if (!inOptions) pass(owner)
        continue
      }
      const { library, size } = first
      const names = listOf(first.ignored.map(one => one.text))
      const wanted = first.ignored.map(one => /=(\d{1,4})$/.exec(one.text)?.[1]).find(one => one !== undefined)
      const isSize = !/timeout/i.test(parameter.text)
      const still = isSize && first.isDefault ? `, and opens up to ${size.low} connections for each process` : ''
      fail(owner, parameter, `${owner.name} has ${names} in its URL, which ${library.name} does not read${still}`, {
        fix: `Remove ${first.ignored.length === 1 ? 'it' : 'them'} from the URL, and set ${library.example(Number(isSize ? (wanted ?? 10) : 10))}.`,
        related: [{ at: first.at, message: `the pool of ${library.name} is made here` }],
      })
    }
  },
  examples: {
    bad: [
      {
        // The name that another driver has for it.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgres://erp@db/erp" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const { Pool } = require('pg')
          exports.pool = new Pool({
            connectionString: process.env.DATABASE_URL,
            connectionLimit: 4, //! api gives its pool connectionLimit, which node-postgres does not read, and opens up to 10 connections
          })
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "dist/data.js"]
        `,
        'stock/src/data.ts': `
          import { DataSource } from 'typeorm'
          export const data = new DataSource({
            type: 'postgres',
            url: process.env.DATABASE_URL,
            pool: {
              max: 4, //! stock gives its pool pool.max, which TypeORM does not read
            },
          })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api:
              build: ./api
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@db/erp?connection_limit=5&pool_timeout=10 #! api has connection_limit=5 and pool_timeout=10 in its URL, which Prisma with @prisma/adapter-pg does not read, and opens up to 10 connections for each process
            stock:
              build: ./stock
              environment:
                DATABASE_URL: postgresql://erp@db/erp?max=3 #! stock has max=3 in its URL, which node-postgres does not read
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { PrismaPg } from '@prisma/adapter-pg'
          import { PrismaClient } from './generated/prisma/client.js'
          const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL })
          export const prisma = new PrismaClient({ adapter })
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'stock/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL })
        `,
      },
    ],
    good: [
      {
        // A name that is read beside one that is not, and a driver that reads it.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "mssql://erp@erp.database.windows.net/erp" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const { Pool } = require('pg')
          exports.pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4, connectionLimit: 4 })
        `,
        'stock/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "dist/data.js"]
        `,
        'stock/src/data.ts': `
          import { DataSource } from 'typeorm'
          export const data = new DataSource({ type: 'mssql', url: process.env.DATABASE_URL, pool: { max: 4 } })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp:\${PW}@db/erp?connection_limit=5&pool_timeout=10" } }
            stock: { build: ./stock, environment: { DATABASE_URL: "postgresql://erp@db/erp?sslmode=require&application_name=stock" } }
            ledger: { build: ./ledger, environment: { DATABASE_URL: "postgresql://erp@db/erp?max=4" } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/package.json': '{ "dependencies": { "@prisma/client": "6.2.1" } }',
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
        'stock/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 3 })
        `,
        'ledger/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        // postgres.js takes its options from the URL.
        'ledger/server.js': `
          import postgres from 'postgres'
          export const sql = postgres(process.env.DATABASE_URL)
        `,
      },
    ],
  },
})
