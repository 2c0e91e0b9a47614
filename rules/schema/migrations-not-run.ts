import { type Schema, subjectOf } from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'schema/migrations-not-run',
  title: 'Nothing that deploys the system applies its migrations',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'The new version starts against the old tables, and fails at the first column that is not there, until somebody remembers the command. A database that is set up anew, in a disaster too, stays empty.',
  fix: 'Apply them in the deployment, once and before the new version starts. Use a step of the pipeline, a Job or init container, or a one-shot Compose service that the others wait for with `condition: service_completed_successfully`.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-database-changes-with-prisma-migrate',
    'https://alembic.sqlalchemy.org/en/latest/tutorial.html#running-our-first-migration',
    'https://typeorm.io/docs/migrations/executing',
    'https://docs.docker.com/compose/how-tos/startup-order/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied, unverified }) {
    for (const schema of system.schemas) {
      if (schema.dialect === 'mongodb' || schema.weight === 0) continue
      const subject = subjectOf(schema)
      const { run, ignoredAt, synchronisations, made } = schema
      if (run?.state === 'run') pass(subject)
      else if (run?.state === 'unknown')
        unverified(subject, run, `whether the start applies migrations is not known: ${run.because}`)
      else if (run && isVersioned(schema)) {
        fail(
          subject,
          run,
          `nothing that deploys ${run.program ?? schema.name} applies the migrations in ${foldersOf(schema)}`,
          {
            key: 'not-run',
            fix: fixFor(schema),
            related: schema.migrations.map(({ at, files }) => ({
              at,
              message: `the first of ${files.length === 1 ? '1 migration' : `${files.length} migrations`}`,
            })),
          },
        )
      } else if (synchronisations.length > 0) implied(subject, 'schema/synchronised-in-production')
      else if (ignoredAt) {
        fail(subject, ignoredAt, `git ignores the migrations of ${schema.name}, so no deployment has them`, {
          key: 'ignored',
          fix: 'Remove the line, make the migrations, and commit them: they are source code, and every database has to get the same.',
        })
      } else if (made) {
        const { what, workload } = made
        unverified(
          subject,
          made,
          `${what} makes the tables that are missing when ${workload} starts, and what changes those that are there is not in the repository`,
        )
      } else if (schema.source !== 'sql') {
        unverified(subject, schema, `what makes the tables of ${schema.name} in production is not in the repository`)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: . }
            db: { image: "postgres:17.2" }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          RUN npx prisma generate
          CMD ["node", "dist/main.js"] #! nothing that deploys api applies the migrations in prisma/migrations
        `,
        'package.json': `
          { "scripts": { "build": "tsc", "db:migrate": "prisma migrate deploy", "start": "node dist/main.js" } }
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
        'prisma/migrations/20250101000000_init/migration.sql':
          'CREATE TABLE "A" ("id" INTEGER NOT NULL PRIMARY KEY);\n',
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            db: { image: "postgres:17.2" }
        `,
        'api/Dockerfile': `
          FROM golang:1.26.0
          COPY . .
          RUN go build -o /app .
          ENTRYPOINT ["/app"] #! nothing that deploys api applies the migrations in api/migrations
        `,
        'api/go.mod': 'module acme/api\n',
        'api/main.go': 'package main\n\nfunc main() { serve() }\n',
        'api/migrations/000001_init.up.sql': 'CREATE TABLE a (id serial PRIMARY KEY);\n',
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "main.js"]
        `,
        '.gitignore': `
          node_modules
          prisma/migrations/ #! git ignores the migrations of prisma/schema.prisma
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
      },
    ],
    good: [
      {
        // Options of Flask stand between its name and the command.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["sh", "-c", "flask --app app db upgrade && exec gunicorn wsgi:app"]
        `,
        'wsgi.py': `
          from flask import Flask
          from models import db
          app = Flask(__name__)
          db.init_app(app)
        `,
        'models.py': `
          from flask_sqlalchemy import SQLAlchemy
          db = SQLAlchemy()
          class Patient(db.Model):
              id = db.Column(db.Integer, primary_key=True)
        `,
        'migrations/env.py': `
          from alembic import context
          context.run_migrations()
        `,
        'migrations/versions/2e6d88e66490_initial.py': `
          from alembic import op
          import sqlalchemy as sa
          revision = "2e6d88e66490"
          down_revision = None
          def upgrade():
              op.create_table("patient", sa.Column("id", sa.Integer(), primary_key=True))
        `,
      },
      {
        // The start script calls it through an npm script.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["npm", "run", "start:prod"]
        `,
        'package.json': `
          { "scripts": { "start:prod": "npm run db:deploy && node dist/main.js", "db:deploy": "prisma migrate deploy" } }
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
        'prisma/migrations/20250101000000_init/migration.sql':
          'CREATE TABLE "A" ("id" INTEGER NOT NULL PRIMARY KEY);\n',
      },
      {
        // A pipeline does it.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM golang:1.26.0
          CMD ["/app"]
        `,
        '.github/workflows/deploy.yml': `
          on: { push: { branches: [main] } }
          jobs:
            deploy:
              runs-on: ubuntu-24.04
              steps:
                - run: goose -dir migrations postgres "$DATABASE_URL" up
        `,
        'migrations/00001_init.sql':
          '-- +goose Up\nCREATE TABLE a (id serial PRIMARY KEY);\n-- +goose Down\nDROP TABLE a;\n',
      },
      {
        // A service of its own, and scripts for the first start of the server.
        'compose.yaml': `
          services:
            api:
              build: .
              depends_on: { migrate: { condition: service_completed_successfully } }
            migrate: { build: ., command: ["./tool", "up"] }
            db:
              image: postgres:17.2
              volumes: ["./db/init:/docker-entrypoint-initdb.d:ro"]
        `,
        Dockerfile: `
          FROM golang:1.26.0
          CMD ["/app"]
        `,
        'db/init/01.sql': 'CREATE TABLE a (id serial PRIMARY KEY);\n',
      },
      {
        // The program does it when it starts.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          CMD ["gunicorn", "app:app"]
        `,
        'app.py': `
          for path in sorted(Path("migrations").glob("*.sql")):
              connection.execute(path.read_text())
        `,
        'migrations/001.sql': 'CREATE TABLE a (id serial PRIMARY KEY);\n',
      },
    ],
  },
})

/** Scripts that follow each other, and not one that describes the whole. */
function isVersioned({ migrations }: Schema): boolean {
  return migrations.some(
    ({ tool, folder, files }) =>
      tool !== 'sql' || /migrat/i.test(folder) || files.some(path => /(?:^|\/)V?\d+[^/]*\.sql$/i.test(path)),
  )
}

function foldersOf({ migrations }: Schema): string {
  return [...new Set(migrations.map(({ folder }) => folder))].join(' and ')
}

const COMMANDS: Readonly<Record<string, string>> = {
  prisma: 'npx prisma migrate deploy',
  typeorm: 'npx typeorm migration:run -d dist/data-source.js',
  sequelize: 'npx sequelize-cli db:migrate',
  knex: 'npx knex migrate:latest',
  drizzle: 'npx drizzle-kit migrate',
  alembic: 'alembic upgrade head',
  django: 'python manage.py migrate --no-input',
  flyway: 'flyway migrate',
  goose: 'goose up',
  dbmate: 'dbmate up',
  'golang-migrate': 'migrate -path migrations -database "$DATABASE_URL" up',
}

function fixFor({ migrations }: Schema): string {
  const command = migrations.map(({ tool }) => COMMANDS[tool]).find(one => one !== undefined)
  const what =
    command === undefined
      ? 'Apply the scripts with a tool that keeps account of them (Flyway, goose, dbmate)'
      : `Run \`${command}\``
  return `${what} in the deployment, once and before the new version starts, as a step of the pipeline, a Job or init container, or a one-shot Compose service that the others wait for with \`condition: service_completed_successfully\`.`
}
