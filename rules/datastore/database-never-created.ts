import type { DatabaseUse } from '../../src/model/datastore/database-uses.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'datastore/database-never-created',
  title: 'A service connects to a database that nothing creates',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'On a new server every connection fails with `database "shop" does not exist`. Where it works, somebody once created it by hand; the next host, the next environment and the restore after a loss do not have it.',
  fix: 'Let the server make it at its first start: `POSTGRES_DB` or `MYSQL_DATABASE` for one, a script with `CREATE DATABASE` in /docker-entrypoint-initdb.d for several. A server that has data already needs the statement once by hand.',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/_/mysql',
    'https://hub.docker.com/_/mariadb',
    'https://www.prisma.io/docs/cli/migrate/deploy',
  ],
  reads: ['compose', 'kubernetes', 'dotenv', 'script', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const use of system.databaseUses) {
      const { server, name, connection, made } = use
      if (made === true) pass(server)
      else if (made !== false)
        unverified(server, connection, `whether anything creates the database ${name} is not known: ${made}`)
      else
        fail(server, connection, messageOf(use), {
          key: name,
          fix: fixOf(use),
          related: [{ at: server.at, message: server.name }],
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_USER: erp, POSTGRES_DB: erp, POSTGRES_PASSWORD: "\${PW}" } }
            api:
              build: ./api
              environment:
                DATABASE_URL: postgres://erp:\${PW}@db:5432/erp
                AUDIT_URL: postgres://erp:\${PW}@db:5432/audit #! api connects to the database audit of db (PostgreSQL), which makes only erp
            orders:
              build: ./orders
              environment:
                DB_HOST: mysql #! orders connects to the database orders of mysql (MySQL), which makes only shop
                DB_NAME: orders
            mysql:
              image: mysql:8.4
              environment: { MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: "\${PW}" }
              volumes: [data:/var/lib/mysql]
          volumes: { data: {} }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const { Pool } = require('pg')
          const pool = new Pool({ connectionString: process.env.DATABASE_URL })
          require('http').createServer((request, response) => response.end('')).listen(3000)
        `,
        'api/test/database.test.js': "client.query('CREATE DATABASE ' + name)",
        'orders/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["python", "main.py"]
        `,
        'orders/main.py': `
          import os
          import pymysql
          from fastapi import FastAPI
          import uvicorn
          app = FastAPI()
          uvicorn.run(app, port=8000)
        `,
      },
      {
        // A script that makes others; without POSTGRES_DB it is named as the user.
        'compose.yaml': `
          services:
            db:
              image: postgis/postgis:17-3.5
              environment: { POSTGRES_USER: erp, POSTGRES_PASSWORD: "\${PW}", DATABASES: "auth,orders" }
              volumes: [./db:/docker-entrypoint-initdb.d]
            api:
              build: ./api
              environment: { DATABASE_URL: "postgres://erp:\${PW}@db/billing" } #! which makes only erp, and nothing in the repository creates billing
        `,
        'db/databases.sh': `
          for name in $(echo "$DATABASES" | tr ',' ' '); do
            psql -c "CREATE DATABASE $name"
          done
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('pg')
          require('http').createServer((request, response) => response.end('')).listen(3000)
        `,
      },
    ],
    good: [
      {
        // By the server, its scripts, in the name of the user, and what is there from the start.
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment: { POSTGRES_USER: erp, POSTGRES_PASSWORD: "\${PW}", DATABASES: "auth,orders" }
              volumes: [./db:/docker-entrypoint-initdb.d]
            api:
              build: ./api
              environment:
                ERP_URL: postgres://erp:\${PW}@db/erp
                AUTH_URL: postgres://erp:\${PW}@db/auth
                STOCK_URL: postgres://erp:\${PW}@db/Stock?sslmode=disable
                ADMIN_URL: postgres://erp:\${PW}@db/postgres
        `,
        'db/databases.sh': `
          for name in $(echo "$DATABASES" | tr ',' ' '); do
            psql -c "CREATE DATABASE $name"
          done
        `,
        'db/stock.sql': 'CREATE DATABASE stock;',
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('pg')
          require('http').createServer((request, response) => response.end('')).listen(3000)
        `,
      },
      {
        // By a migration, a script that somebody runs; or named outside of the repository.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_DB: erp, POSTGRES_PASSWORD: "\${PW}" } }
            other: { image: "postgres:17.2", environment: { POSTGRES_DB: "\${NAME}", POSTGRES_PASSWORD: "\${PW}" } }
            api:
              build: ./api
              environment:
                ERP_URL: postgres://postgres:\${PW}@db/erp
                DATABASE_URL: postgres://postgres:\${PW}@db/shop
                CHOSEN_URL: postgres://postgres:\${PW}@db/\${SHOP:-shop}
                OTHER_URL: postgres://postgres:\${PW}@other/shop
            tool: { image: "ghcr.io/acme/tool:1.4.0", environment: { DATABASE_URL: "postgres://postgres:\${PW}@db/tool" } }
            jobs:
              build: ./jobs
              environment:
                DATABASE_URL: postgres://postgres:\${PW}@db/jobs
                STOCK_URL: postgres://postgres:\${PW}@db/stock
                OLD_URL: postgres://postgres:\${PW}@old/legacy
            old: { image: "postgres:17.2", environment: { POSTGRES_DB: erp, POSTGRES_PASSWORD: "\${PW}" }, volumes: ["old:/var/lib/postgresql/data"] }
          volumes: { old: { external: true } }
        `,
        'infra/main.tf': 'resource "postgresql_database" "stock" { name = "stock" }',
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('@prisma/client')
          require('http').createServer((request, response) => response.end('')).listen(3000)
        `,
        'jobs/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["python", "main.py"]
        `,
        'jobs/main.py': `
          import psycopg
          from fastapi import FastAPI
          import uvicorn
          uvicorn.run(FastAPI(), port=8000)
        `,
        'scripts/setup.sh': 'docker compose exec db createdb -U postgres jobs',
      },
    ],
  },
})

function messageOf({ server, name, connection, given }: DatabaseUse): string {
  const makes = given.length === 0 ? 'which makes none' : `which makes only ${listOf(given)}`
  return `${connection.from.name} connects to the database ${name} of ${server.name} (${server.software?.name}), ${makes}, and nothing in the repository creates ${name}`
}

function fixOf({ server, name, given }: DatabaseUse): string {
  const isPostgres = server.software?.id === 'postgres'
  const variable = isPostgres ? 'POSTGRES_DB' : 'MYSQL_DATABASE'
  const script = `mount a script with \`CREATE DATABASE ${isPostgres ? `"${name}"` : `\`${name}\``};\` into /docker-entrypoint-initdb.d of ${server.name}`
  return given.length === 0
    ? `Set \`${variable}: ${name}\` on ${server.name}, or ${script}. A server that has data already needs the statement once by hand.`
    : `Correct the name, or ${script}. A server that has data already needs the statement once by hand.`
}
