import { type Schema, type Synchronisation, subjectOf } from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'

const GO = `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api ./cmd/api
          FROM gcr.io/distroless/static:nonroot
          COPY --from=build /bin/api /bin/api
          CMD ["/bin/api"]
        `
const MODULE = 'module example.com/shop\n\ngo 1.26\n'

export default defineRule({
  id: 'schema/synchronised-in-production',
  title: 'The start of production alters the schema by itself',
  category: 'infrastructure-stability',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'The tool brings the tables to what the code says today: a renamed field is a dropped column and its data, nobody has seen the statements before, they lock tables while users work, and every replica tries at once.',
  fix: 'Turn it off in production, make migrations from the difference, review them, and apply them in the deployment.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-migrate/workflows/prototyping-your-schema',
    'https://typeorm.io/docs/data-source/data-source-options',
    'https://sequelize.org/docs/v6/core-concepts/model-basics/#synchronization-in-production',
    'https://gorm.io/docs/migration.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const schema of system.schemas) {
      if (schema.source === 'sql' || schema.source === 'mongoose' || schema.dialect === 'mongodb') continue
      const subject = subjectOf(schema)
      pass(subject)
      for (const one of schema.synchronisations) {
        fail(subject, one, messageOf(one, schema), {
          key: one.kind,
          ...(one.kind === 'push' && PUSH_FIXES[schema.source] ? { fix: PUSH_FIXES[schema.source] } : {}),
          ...(one.deletes ? { severity: 'critical' } : {}),
        })
      }
      const { undecided } = schema
      if (schema.synchronisations.length === 0 && undecided) unverified(subject, undecided, undecided.because)
    }
  },
  examples: {
    bad: [
      {
        // The tools of other libraries, and all tables at once.
        'compose.yaml': `
          services:
            api: { build: ./api }
            crm: { build: ./crm }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["sh", "-c", "npx drizzle-kit push --force && exec node dist/main.js"] #! api runs drizzle-kit push --force when it starts, which alters the tables of api/src/main.ts without a migration, and drops with its data what the schema no longer has
        `,
        'api/package.json': '{ "name": "api", "dependencies": { "drizzle-orm": "0.44.0" } }',
        'api/src/main.ts': `
          import { pgTable, serial, text } from 'drizzle-orm/pg-core'
          export const orders = pgTable('orders', { id: serial('id').primaryKey(), note: text('note') })
        `,
        'crm/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'crm/package.json': '{ "name": "crm", "dependencies": { "typeorm": "0.3.27" } }',
        'crm/src/main.ts': `
          import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'
          @Entity()
          export class Contact { @PrimaryGeneratedColumn() id: number; @Column() name: string }
          export const data = new DataSource({
            type: 'postgres',
            url: process.env.DATABASE_URL,
            entities: [Contact],
            dropSchema: true, //! crm deletes all tables at every start, by dropSchema: true
          })
          data.initialize()
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma db push --accept-data-loss && node dist/main.js #! and drops with its data what the schema no longer has
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
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma migrate reset --force && node dist/main.js #! api deletes all tables at every start, by prisma migrate reset
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
      {
        'compose.yaml': `
          services: { shop: { build: ./shop } }
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/package.json': '{}\n',
        'shop/server.js': `
          const { Sequelize, DataTypes } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL)
          sequelize.define('Order', { total: DataTypes.DECIMAL(12, 2) })
          sequelize.sync({ force: true }).then(() => require('./app').listen(3000)) //! shop deletes all tables at every start, by sync with force
        `,
      },
      {
        // Through a script of the package, and in a deployment.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["npm", "start"]
        `,
        'package.json': `
          {
            "scripts": {
              "prestart": "prisma db push", //! api runs prisma db push when it starts
              "start": "node dist/main.js"
            }
          }
        `,
        '.github/workflows/deploy.yml': `
          jobs:
            deploy:
              runs-on: ubuntu-24.04
              steps:
                - run: npx prisma db push #! the deployment runs prisma db push
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
      {
        'compose.yaml': `
          services:
            api:
              build: .
              environment: { NODE_ENV: development }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'src/app.module.ts': `
          import { TypeOrmModule } from '@nestjs/typeorm'
          import { Order } from './order.entity'

          export const database = TypeOrmModule.forRootAsync({
            useFactory: () => ({
              type: 'postgres',
              url: process.env.DATABASE_URL,
              entities: [Order],
              synchronize: process.env.NODE_ENV !== 'production', //! synchronize alters the tables of api at every start: api runs with NODE_ENV=development
            }),
          })
        `,
        'src/order.entity.ts': `
          import { Entity, PrimaryGeneratedColumn } from 'typeorm'
          @Entity()
          export class Order {
            @PrimaryGeneratedColumn() id: number
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., environment: { NODE_ENV: production } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { Sequelize, DataTypes } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL)
          sequelize.define('Order', { total: DataTypes.DECIMAL(12, 2) })

          async function main() {
            await sequelize.sync({ alter: true }) //! sync with alter: true alters the tables of api at every start
            app.listen(3000)
          }
          main()
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\n',
        'main.py': `
          from sqlalchemy import Column, Integer
          from sqlalchemy.orm import declarative_base

          Base = declarative_base()

          class Order(Base):
              __tablename__ = "orders"
              id = Column(Integer, primary_key=True)

          Base.metadata.create_all(engine) #! Base.metadata.create_all makes the tables of api at every start: 3 processes of api do it at once
        `,
      },
      {
        // One of each, and both load the module that does it.
        'compose.yaml': `
          services:
            api: { build: . }
            worker: { build: ., command: python worker.py, depends_on: [api] }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\n',
        'database.py': `
          from sqlalchemy import Column, Integer
          from sqlalchemy.orm import declarative_base

          Base = declarative_base()

          class Order(Base):
              __tablename__ = "orders"
              id = Column(Integer, primary_key=True)

          Base.metadata.create_all(engine) #! Base.metadata.create_all makes the tables of api at every start: api and worker do it at once
        `,
        'main.py': 'import database\n',
        'worker.py': 'import database\n',
      },
      {
        // The start of each replica names the command.
        'compose.yaml': `
          services: { web: { build: ., ports: ["5000:5000"], deploy: { replicas: 3 } } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD flask --app app init-db && gunicorn -b 0.0.0.0:5000 app:app
        `,
        'requirements.txt': 'flask-sqlalchemy==3.1.1\n',
        'app.py': `
          from flask import Flask
          from flask_sqlalchemy import SQLAlchemy

          app = Flask(__name__)
          db = SQLAlchemy(app)

          class Order(db.Model):
              id = db.Column(db.Integer, primary_key=True)

          @app.cli.command("init-db")
          def init():
              db.create_all() #! db.create_all makes the tables of web at every start: 3 processes of web do it at once
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'database/database.go': `
          package database

          import (
            "gorm.io/driver/postgres"
            "gorm.io/gorm"
          )

          type Order struct {
            gorm.Model
            Number string
          }

          func Connect(dsn string) (*gorm.DB, error) {
            db, err := gorm.Open(postgres.Open(dsn), &gorm.Config{})
            if err != nil {
              return nil, err
            }
            return db, migrate(db)
          }

          func migrate(db *gorm.DB) error {
            return db.AutoMigrate(&Order{}) //! AutoMigrate makes the tables of api at every start: 3 processes of api do it at once
          }
        `,
        'cmd/api/main.go': `
          package main

          import (
            "os"

            "example.com/shop/database"
          )

          func main() {
            db, err := database.Connect(os.Getenv("DATABASE_URL"))
            serve(db, err)
          }
        `,
      },
    ],
    good: [
      {
        // By a command of its own, by a program of its own, by a switch that is off; one process alone.
        'compose.yaml': `
          services:
            api: { build: ., command: /bin/api serve, deploy: { replicas: 3 }, environment: { AUTO_MIGRATE: "false" } }
            report: { build: ./report }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'database/models.go': `
          package database

          import "gorm.io/gorm"

          type Order struct {
            gorm.Model
            Number string
          }
        `,
        'database/migrate.go': `
          package database

          import "gorm.io/gorm"

          func Migrate(db *gorm.DB) error {
            return db.AutoMigrate(&Order{})
          }
        `,
        'database/switch.go': `
          package database

          import (
            "os"

            "gorm.io/gorm"
          )

          func Open(db *gorm.DB) {
            if os.Getenv("AUTO_MIGRATE") == "true" {
              db.AutoMigrate(&Order{})
            }
          }
        `,
        'cmd/api/main.go': `
          package main

          import (
            "example.com/shop/database"
            "github.com/spf13/cobra"
          )

          func main() {
            root := &cobra.Command{Use: "api"}
            root.AddCommand(&cobra.Command{Use: "serve", Run: func(cmd *cobra.Command, args []string) {
              database.Open(connect())
            }})
            root.AddCommand(&cobra.Command{Use: "migrate", Run: func(cmd *cobra.Command, args []string) {
              database.Migrate(connect())
            }})
            root.Execute()
          }
        `,
        'cmd/migrate/main.go': `
          package main

          import "example.com/shop/database"

          func main() {
            database.Migrate(connect())
          }
        `,
        'report/Dockerfile': GO,
        'report/go.mod': 'module example.com/report\n\ngo 1.26\n',
        'report/cmd/api/main.go': `
          package main

          import "gorm.io/gorm"

          type Report struct {
            gorm.Model
            Name string
          }

          func main() {
            connect().AutoMigrate(&Report{})
          }
        `,
      },
      {
        // The worker waits until the other one is ready.
        'compose.yaml': `
          services:
            api: { build: ., healthcheck: { test: [CMD, python, check.py] } }
            worker: { build: ., command: python worker.py, depends_on: { api: { condition: service_healthy } } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'requirements.txt': 'sqlalchemy==2.0.36\n',
        'database.py': `
          from sqlalchemy import Column, Integer
          from sqlalchemy.orm import declarative_base

          Base = declarative_base()

          class Order(Base):
              __tablename__ = "orders"
              id = Column(Integer, primary_key=True)

          Base.metadata.create_all(engine)
        `,
        'main.py': 'import database\n',
        'worker.py': 'import database\n',
        'check.py': '',
      },
      {
        // Commands that somebody has to name, and what they alone call.
        'compose.yaml': `
          services:
            web: { build: ., ports: ["5000:5000"], deploy: { replicas: 3 } }
            worker: { build: ., command: python -u manage.py run_worker }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["gunicorn", "-b", "0.0.0.0:5000", "manage:app"]
        `,
        'requirements.txt': 'flask-sqlalchemy==3.1.1\n',
        'app.py': `
          import click
          from flask import Flask
          from flask_sqlalchemy import SQLAlchemy

          db = SQLAlchemy()

          class Order(db.Model):
              id = db.Column(db.Integer, primary_key=True)

          def init_db():
              db.create_all()

          @click.command("init-db")
          def init_db_command():
              init_db()

          def create_app():
              app = Flask(__name__)
              db.init_app(app)
              app.cli.add_command(init_db_command)
              return app
        `,
        'manage.py': `
          from flask_script import Manager
          from app import create_app, db

          app = create_app()
          manager = Manager(app)

          @manager.command
          def recreate_db():
              db.drop_all()
              db.create_all()

          @manager.command
          def run_worker():
              print("waiting")

          if __name__ == "__main__":
              manager.run()
        `,
      },
      {
        // For tests and at home, and where MongoDB knows no migrations.
        'compose.yaml': `
          services: { api: { build: ./api }, files: { build: ./files } }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma migrate deploy && node dist/main.js
        `,
        'api/package.json': `
          { "scripts": { "dev": "prisma db push && tsx watch src/main.ts" } }
        `,
        'api/prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
        'files/Dockerfile': `
          FROM node:24.1.0-slim
          CMD npx prisma db push && node dist/main.js
        `,
        'files/package.json': '{}\n',
        'files/prisma/schema.prisma': `
          datasource db {
            provider = "mongodb"
          }
          model B {
            id String @id @map("_id")
          }
        `,
        '.github/workflows/test.yml': `
          jobs:
            test:
              runs-on: ubuntu-24.04
              steps: [{ run: npx prisma db push }]
        `,
      },
      {
        // Off in production, by the option or by what stands around it; or it only makes what is missing.
        'compose.yaml': `
          services:
            api: { build: ./api, environment: { NODE_ENV: production } }
            shop: { build: ./shop, environment: { NODE_ENV: production } }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          CMD ["node", "dist/main.js"]
        `,
        'api/package.json': '{}\n',
        'api/src/data-source.ts': `
          import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

          @Entity()
          export class Order {
            @PrimaryGeneratedColumn() id: number
          }
          const isDevelopment = process.env.NODE_ENV === 'development'
          export const source = new DataSource({
            type: 'postgres',
            entities: [Order],
            synchronize: isDevelopment,
            dropSchema: false,
          })
        `,
        'api/test/data-source.ts': `
          import { DataSource } from 'typeorm'
          export const source = new DataSource({ type: 'postgres', entities: [], synchronize: true })
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0-slim
          CMD ["node", "server.js"]
        `,
        'shop/package.json': '{}\n',
        'shop/server.js': `
          const { Sequelize, DataTypes } = require('sequelize')
          const sequelize = new Sequelize(process.env.DATABASE_URL)
          sequelize.define('Order', { total: DataTypes.DECIMAL(12, 2) })

          async function synchronise() {
            if (process.env.NODE_ENV === 'production') return
            await sequelize.sync({ force: true })
          }
          async function main() {
            if (process.env.NODE_ENV !== 'production') await sequelize.sync({ alter: true })
            await sequelize.sync()
            await synchronise()
          }
          main()
        `,
      },
    ],
  },
})

/** What to type instead, by what declares the tables. */
const PUSH_FIXES: Readonly<Partial<Record<Schema['source'], string>>> = {
  prisma:
    'Make a first migration of what is there (`npx prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script > prisma/migrations/0_init/migration.sql`, before Prisma 7 with `--to-schema-datamodel`; then `npx prisma migrate resolve --applied 0_init`), and run `npx prisma migrate deploy` instead.',
  drizzle:
    'Make migrations of it with `npx drizzle-kit generate`, review and commit them, and run `npx drizzle-kit migrate` in the deployment instead.',
  typeorm:
    'Make migrations of it with `npx typeorm migration:generate`, review and commit them, and run `npx typeorm migration:run` in the deployment instead.',
}

function messageOf({ kind, what, because, workload, deletes }: Synchronisation, { name }: Schema): string {
  const reason = because === undefined ? '' : `: ${because}`
  const runner = workload ?? (kind === 'push' ? 'the deployment' : name)
  if (deletes === 'tables')
    return `${runner} deletes all tables at every ${workload ? 'start' : 'run'}, by ${what}${reason}`
  switch (kind) {
    case 'push':
      return `${workload ?? 'the deployment'} runs ${what}${workload === undefined ? '' : ' when it starts'}, which alters the tables of ${name} without a migration${deletes ? ', and drops with its data what the schema no longer has' : ''}${reason}`
    case 'synchronise':
      return `${what} alters the tables of ${workload ?? name} at every start${reason}`
    case 'create':
      return `${what} makes the tables of ${workload ?? name} at every start${reason}`
  }
}
