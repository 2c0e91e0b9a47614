import { serverDemands } from '../../src/model/datastore/connection-demand.js'
import { countText, sumText } from '../../src/model/datastore/demand-words.js'
import { defineRule } from '../../src/rule.js'

/** The part of the plan beyond which there is no room for a deploy, when old and new replicas run at the same time. */
const SHARE = 0.8

export default defineRule({
  id: 'pool/demand-near-limit',
  title: 'All pools together nearly use up the connections of the database',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'During a deploy old and new replicas run side by side, and backups, migrations and people need connections, too: above four fifths of what can be planned with, one of them will be refused.',
  fix: 'Give each process fewer connections, let the server take more, or put PgBouncer in transaction mode between them.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, plan, total, terms } = demand
      const { subject: workload } = server
      if (terms.length === 0) continue
      // What cannot be told is said where the question is whether all fits.
      if (!hard.known || !plan.known) continue
      if (total.low > hard.value) implied(workload, 'pool/demand-exceeds-server')
      else if (total.low > SHARE * plan.value)
        fail(
          workload,
          server.isDefault ? workload.at : server.maximum.at,
          `${workload.name} has ${plan.value} connections to plan with, and its clients may open ${countText(total)}: ${sumText(demand)}`,
          {
            fix: `Give each process fewer connections, or let the server take more (\`${server.example(Math.ceil(total.low / SHARE / 10) * 10 + 20)}\`).`,
          },
        )
      else if (total.high <= SHARE * plan.value && demand.unread.length + demand.foreign.length === 0) pass(workload)
    }
  },
  examples: {
    bad: [
      {
        // The plan of a database that a platform runs.
        'render.yaml': `
          services:
            - type: web
              name: api
              runtime: node
              startCommand: npm start
              numInstances: 4
              envVars: [{ key: DATABASE_URL, fromDatabase: { name: shop, property: connectionString } }]
          databases:
            - { name: shop, plan: basic-1gb } #! shop has 90 connections to plan with, and its clients may open 80: api 4 replicas × 20 = 80
        `,
        'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
        'server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20, connectionTimeoutMillis: 3000 })
          require('http').createServer(() => pool.query('SELECT 1')).listen(process.env.PORT)
        `,
      },
      {
        'compose.yaml': `
          services:
            db: #! db has 90 connections to plan with, and its clients may open 80: api 4 replicas × 20 = 80
              image: postgres:17.2
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp" }, deploy: { replicas: 4 } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c max_connections=200 }
            api: { build: ./api, environment: { DATABASE_URL: "postgres://erp@db/erp" }, deploy: { replicas: 4 } }
        `,
        'api/Dockerfile': `
          FROM node:22.12-slim
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          import { Pool } from 'pg'
          export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
        `,
      },
    ],
  },
})
