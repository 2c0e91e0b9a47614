import { defineRule } from '../../src/rule.js'

const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `
const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `

export default defineRule({
  id: 'resilience/client-error-unhandled',
  title: 'A lost connection to a database ends the process',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When the database restarts, fails over or a firewall cuts an idle connection, the client emits `error`. Node.js ends a process in which an `error` event has no listener, with all requests that it was answering, also those that need no database. All replicas lose their connections in the same moment, so all of them end together.',
  fix: "Listen to it where the client is made: `pool.on('error', error => log.error(error))`. The pool opens a new connection for the next query by itself, and so does the client of Redis.",
  refs: [
    'https://node-postgres.com/apis/pool#events',
    'https://node-postgres.com/apis/client#error',
    'https://github.com/redis/node-redis#events',
    'https://nodejs.org/api/events.html#error-events',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { lostConnections, workloads } = service
      // A program that runs once has nobody waiting for it.
      if (workloads.length > 0 && !workloads.some(({ longRunning }) => longRunning)) continue
      const [first, ...others] = lostConnections.filter(({ listener }) => listener === 'none')
      const unknown = lostConnections.find(({ listener }) => listener === 'unknown')
      if (first)
        fail(
          service,
          first,
          `nothing in ${service.name} listens to \`error\` of ${first.name}: the process ends when an idle connection is lost`,
          { key: 'error', related: others.map(({ at, name }) => ({ at, message: `so it is with ${name} here` })) },
        )
      else if (unknown)
        unverified(
          service,
          unknown,
          `whether ${service.name} survives a lost connection of ${unknown.name} is not known: ${unknown.because}`,
        )
      else if (lostConnections.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const express = require('express')
          const { pool } = require('./database')
          const app = express()
          app.get('/orders', async (req, res) => res.json((await pool.query('select * from orders limit 20')).rows))
          const server = app.listen(3000)
          server.on('error', () => process.exit(1))
          process.on('uncaughtException', error => {
            console.error(error)
            process.exit(1)
          })
        `,
        'database.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 }) //! nothing in api listens to \`error\` of the pool of pg
          module.exports = { pool }
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import express from 'express'
          import pg from 'pg'
          import { drizzle } from 'drizzle-orm/node-postgres'
          import { createClient } from 'redis'
          const cache = createClient({ url: process.env.REDIS_URL })
          cache.on('error', error => console.error(error))
          await cache.connect()
          const db = drizzle(new pg.Pool({ connectionString: process.env.DATABASE_URL })) //! of the pool of pg
          const app = express()
          app.get('/', async (req, res) => res.json(await db.execute('select 1')))
          app.listen(3000)
        `,
      },
      {
        // It is closed in a hook of the end: until then it stays open.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import Fastify from 'fastify'
          import fp from 'fastify-plugin'
          import pg from 'pg'
          const app = Fastify()
          await app.register(fp(async fastify => {
            const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL }) //! of the pool of pg
            fastify.decorate('db', pool)
            fastify.addHook('onClose', async () => { await pool.end() })
          }))
          app.get('/', async () => app.db.query('select 1'))
          await app.listen({ port: 3000 })
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import express from 'express'
          import { createClient } from 'redis'
          const cache = await createClient({ url: process.env.REDIS_URL }).connect() //! of the client of redis
          const app = express()
          app.get('/', async (req, res) => res.json(await cache.get('orders')))
          app.listen(3000)
        `,
      },
    ],
    good: [
      {
        // Where it is made, in a chain, in another file, in a function that is given it, and in a class.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import express from 'express'
          import pg, { Pool } from 'pg'
          import { createClient } from 'redis'
          import { reports } from './reports.js'
          import { Store } from './store.js'
          import { watch } from './watch.js'
          const pool = new Pool()
          pool.on('error', error => console.error(error))
          const cache = await createClient().on('error', error => console.error(error)).connect()
          const audit = new pg.Pool()
          watch(audit)
          reports.on('error', error => console.error(error))
          const app = express()
          app.get('/', async (req, res) => res.json([await pool.query('select 1'), await cache.get('a'), await audit.query('select 1'), new Store()]))
          app.listen(3000)
        `,
        'watch.js': `
          export function watch(one) {
            one.on('error', error => console.error(error))
          }
        `,
        'reports.js': `
          import { Pool } from 'pg'
          export const reports = new Pool({ max: 2 })
        `,
        'store.js': `
          import { Client } from 'pg'
          export class Store {
            client = new Client()
            constructor() {
              this.client.on('error', error => console.error(error))
            }
          }
        `,
      },
      {
        // What is opened and closed by one function, and a client that only writes a line.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import express from 'express'
          import Redis from 'ioredis'
          import pg from 'pg'
          const redis = new Redis(process.env.REDIS_URL)
          const pool = new pg.Pool()
          pool.on('error', () => {})
          async function migrate() {
            const client = new pg.Client()
            await client.connect()
            await client.query('select 1')
            await client.end()
          }
          await migrate()
          const app = express()
          app.get('/', async (req, res) => res.json([await redis.get('orders'), await pool.query('select 1')]))
          app.listen(3000)
        `,
      },
      {
        // The process lives on, whatever is thrown.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          import express from 'express'
          import { Pool } from 'pg'
          const pool = new Pool()
          process.on('uncaughtException', error => console.error(error))
          const app = express()
          app.get('/', async (req, res) => res.json(await pool.query('select 1')))
          app.listen(3000)
        `,
      },
    ],
  },
})
