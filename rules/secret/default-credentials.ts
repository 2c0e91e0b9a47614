import { type DefaultLogin, defaultLogins } from '../../src/knowledge/logins.js'
import { committedFiles } from '../../src/model/secrets/environment-secrets.js'
import { isSeededAdministrator } from '../../src/model/secrets/variables.js'
import { secretPlaces } from '../../src/model/secrets/written-secrets.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Service, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'secret/default-credentials',
  title: 'A well-known login works',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.8,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The logins that images ship with, and the passwords that everybody tries first, are what every attack begins with.',
  fix: 'Set a password of your own from a secret, in the variable that this image reads.',
  refs: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/04-Authentication_Testing/02-Testing_for_Default_Credentials',
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#admin_password',
  ],
  reads: ['dotenv', 'dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    const places = secretPlaces(system).filter(place => place.kind === 'login')
    const written = new Set(places.flatMap(({ name, subjects }) => subjects.map(subject => `${subject.id}\n${name}`)))
    for (const workload of system.workloads) {
      if (!hasLogin(workload)) continue
      pass(workload)
      for (const login of loginsOf(workload)) {
        if (!login.written) {
          fail(workload, workload.at, describe(workload, login), {
            key: login.variable,
            fix: fixOf(login.variable, workload),
          })
        } else if (!written.has(`${workload.id}\n${login.variable}`)) {
          const by = reporterOf(system, workload, login.variable)
          if (by) implied(workload, by)
        }
      }
    }
    for (const place of places) {
      if (place.development) continue
      for (const workload of place.subjects) {
        if (workload.kind !== 'workload') continue
        const login = loginsOf(workload).find(one => one.variable === place.name)
        const seeded = `${workload.name} makes its administrator with a password that everybody tries first (${place.name})`
        const what = login ? describe(workload, login) : seeded
        fail(workload, place, what, { key: place.name, fix: fixOf(place.name, workload) })
      }
    }
    for (const service of system.services) {
      pass(service)
      for (const [path, [first, ...others]] of byFile(service, system)) {
        if (!first) continue
        fail(service, first.at, seededBy(service, first), {
          key: `seeded in ${path}`,
          fix: 'Take the password from the environment and let the start fail without it, or make a random one that is shown once and has to be changed; run what makes accounts for developers only in development. Then change the password of the accounts that exist.',
          why: 'Every installation has the same account, and whoever can read the code knows its password; it is also the first that is tried.',
          related: others.slice(0, 10).map(one => ({ at: one.at, message: `${one.user} too` })),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: mysql:8.4
              environment:
                MYSQL_ROOT_PASSWORD: "123456" #! MYSQL_ROOT_PASSWORD is a password that everybody tries first
        `,
      },
      {
        // A migration that the container applies.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD python manage.py migrate && exec gunicorn core.wsgi
        `,
        'manage.py': `
          import os
          import sys
          from django.core.management import execute_from_command_line
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          execute_from_command_line(sys.argv)
        `,
        'core/__init__.py': '',
        'core/settings.py': 'INSTALLED_APPS = ["accounts"]',
        'core/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'accounts/__init__.py': '',
        'accounts/models.py': `
          from django.db import models
          class Account(models.Model):
              email = models.EmailField()
        `,
        'accounts/migrations/__init__.py': '',
        'accounts/migrations/0002_admin.py': `
          from django.contrib.auth.hashers import make_password
          from django.db import migrations
          def create_admin(apps, schema_editor):
              User = apps.get_model("auth", "User")
              User.objects.create(username="admin", is_superuser=True, password=make_password("admin")) #! a migration of api makes the account admin, with a password that everybody tries first
          class Migration(migrations.Migration):
              operations = [migrations.RunPython(create_admin)]
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const bcrypt = require('bcrypt')
          const { User } = require('./models')
          const seedAdministrator = async () => {
            if (await User.findOne({ where: { email: 'admin@acme.io' } })) return
            const hash = await bcrypt.hash('admin123', 10) //! api makes the account admin@acme.io when it starts, with a password that everybody tries first
            await User.create({ email: 'admin@acme.io', role: 'ADMIN', password: hash })
          }
          require('express')().listen(3000, async () => {
            await seedAdministrator()
          })
        `,
        'models.js': "exports.User = require('./database').model('User')",
        'database.js': "module.exports = require('mongoose')",
      },
      {
        // What the container runs before the server.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD npx prisma migrate deploy && npx prisma db seed && exec node server.js
        `,
        'package.json': '{ "prisma": { "seed": "node prisma/seed.js" } }',
        'server.js': "require('http').createServer().listen(3000)",
        'prisma/seed.js': `
          const { PrismaClient } = require('@prisma/client')
          const { hashSync } = require('bcrypt')
          const prisma = new PrismaClient()
          async function main() {
            await prisma.user.upsert({
              where: { email: 'owner@acme.io' },
              update: {},
              create: { email: 'owner@acme.io', role: 'OWNER', passwordHash: hashSync('Heron-and-tern', 10) }, //! api makes the account owner@acme.io when it starts, with a password that stands in the code
            })
            await prisma.user.createMany({ data: [{ email: 'demo@acme.io', password: hashSync('password123', 10) }] }) //
          }
          main()
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from models import User, Session, get_password_hash
          app = FastAPI()
          def create_first_user(session):
              if session.query(User).first():
                  return
              session.add(User(username="admin", hashed_password=get_password_hash("admin"))) #! api makes the account admin when it starts
          @app.on_event("startup")
          def startup():
              create_first_user(Session())
        `,
        'models.py': `
          class User: pass
          class Session: pass
          def get_password_hash(password):
              return password
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM golang:1.26 AS build
          COPY . .
          RUN go build -o /api .
          FROM gcr.io/distroless/static:nonroot
          COPY --from=build /api /api
          CMD ["/api"]
        `,
        'go.mod': `
          module example.com/api
          go 1.26
        `,
        'main.go': `
          package main
          import (
            "golang.org/x/crypto/bcrypt"
            "gorm.io/gorm"
          )
          type User struct {
            Email string
            Password string
          }
          func main() {
            seed(nil)
          }
          func seed(db *gorm.DB) {
            hash, _ := bcrypt.GenerateFromPassword([]byte("admin123"), bcrypt.DefaultCost) //! api makes the account admin@acme.io when it starts
            db.Create(&User{Email: "admin@acme.io", Password: string(hash)})
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD: postgres #! db (PostgreSQL) can be entered as postgres: POSTGRES_PASSWORD is a password that everybody tries first
            charts: #! charts (Grafana) can be entered as admin: GF_SECURITY_ADMIN_PASSWORD is not set
              image: grafana/grafana:12.0.0
            queue: #! queue (RabbitMQ) can be entered as guest
              image: rabbitmq:4.1
            files:
              image: minio/minio:RELEASE.2025-04-22T22-12-26Z
              command: server /data
              environment: { MINIO_ROOT_USER: minioadmin, MINIO_ROOT_PASSWORD: minioadmin } #! files (MinIO) can be entered as minioadmin
            api:
              image: ghcr.io/acme/api:1.4.0
              environment: { ADMIN_USER: admin, ADMIN_PASSWORD: admin123 } #! api makes its administrator with a password that everybody tries first
        `,
      },
      {
        'k8s/queue.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            selector: { matchLabels: { app: queue } }
            template:
              metadata: { labels: { app: queue } }
              spec:
                containers:
                  - name: queue #! queue (RabbitMQ) can be entered as guest
                    image: rabbitmq:4.1-management
        `,
      },
    ],
    good: [
      {
        // A migration that takes the password from the environment.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD python manage.py migrate && exec gunicorn core.wsgi
        `,
        'manage.py': `
          import os
          import sys
          from django.core.management import execute_from_command_line
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          execute_from_command_line(sys.argv)
        `,
        'core/__init__.py': '',
        'core/settings.py': 'INSTALLED_APPS = ["accounts"]',
        'core/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'accounts/__init__.py': '',
        'accounts/models.py': `
          from django.db import models
          class Account(models.Model):
              email = models.EmailField()
        `,
        'accounts/migrations/__init__.py': '',
        'accounts/migrations/0002_admin.py': `
          import os
          from django.contrib.auth.hashers import make_password
          from django.db import migrations
          def create_admin(apps, schema_editor):
              User = apps.get_model("auth", "User")
              User.objects.create(username="admin", is_superuser=True, password=make_password(os.environ["ADMIN_PASSWORD"]))
          def remove_admin(apps, schema_editor):
              User = apps.get_model("auth", "User")
              User.objects.create(username="admin", password=make_password("admin"))
          class Migration(migrations.Migration):
              operations = [migrations.RunPython(create_admin, remove_admin)]
        `,
      },
      {
        // Only in development, only when told, from the environment, random, and never called.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const bcrypt = require('bcrypt')
          const { User } = require('./models')
          async function seedDevelopment() {
            if (process.env.NODE_ENV === 'production') return
            await User.create({ email: 'admin@acme.io', password: await bcrypt.hash('admin123', 10) })
          }
          async function seedDemo() {
            await User.create({ email: 'demo@acme.io', password: await bcrypt.hash('demo', 10) })
          }
          async function seedAdministrator() {
            if (!process.env.ADMIN_PASSWORD) throw new Error('ADMIN_PASSWORD is not set')
            await User.create({ email: 'admin@acme.io', password: await bcrypt.hash(process.env.ADMIN_PASSWORD, 10) })
          }
          async function seedRandom() {
            const password = require('crypto').randomBytes(12).toString('base64url')
            await User.create({ username: 'operator', role: 'admin', password: await bcrypt.hash(password, 10) })
            console.log(password)
          }
          async function neverCalled() {
            await User.create({ email: 'root@acme.io', password: 'root' })
          }
          const neverCalledEither = async () => {
            await User.create({ email: 'owner@acme.io', password: 'owner' })
          }
          exports.tasks = { seed: async () => User.create({ email: 'root@acme.io', password: 'root' }) }
          const later = () => () => User.create({ email: 'root@acme.io', password: 'root' })
          later()
          const app = require('express')()
          app.post('/users', async (request, response) => response.json(await User.create({ email: 'guest@acme.io', password: 'guest' })))
          app.listen(3000, async () => {
            await seedDevelopment()
            await seedAdministrator()
            await seedRandom()
            if (process.env.SEED_DEMO === 'true') await seedDemo()
          })
        `,
        'models.js': "exports.User = require('./database').model('User')",
        'database.js': "module.exports = require('mongoose')",
        'test/users.js': "module.exports = { email: 'admin@acme.io', password: 'admin' }",
        'prisma/seed.js': `
          const { PrismaClient } = require('@prisma/client')
          new PrismaClient().user.create({ data: { email: 'admin@acme.io', password: 'admin' } })
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/pg } }
            charts: { image: "grafana/grafana:12.0.0", environment: { GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana } }
            queue: { image: "rabbitmq:4.1", environment: { RABBITMQ_DEFAULT_USER: erp, RABBITMQ_DEFAULT_PASS: "\${RABBITMQ_PASSWORD:?}" } }
            files: { image: "minio/minio:RELEASE.2025-04-22T22-12-26Z", command: server /data, environment: { MINIO_ROOT_USER: erp, MINIO_ROOT_PASSWORD: "\${MINIO_PASSWORD}" } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { ADMIN_PASSWORD: "\${ADMIN_PASSWORD}" } }
        `,
      },
    ],
  },
})

type SeededLogin = Service['seededLogins'][number]

/** The accounts of a service by file. Those of migrations count where something applies them. */
function byFile({ seededLogins }: Service, { schemas }: System): ReadonlyMap<string, readonly SeededLogin[]> {
  const files = new Map<string, SeededLogin[]>()
  const isApplied = (path: string) =>
    schemas.some(({ run, migrations }) => run?.state === 'run' && migrations.some(one => one.files.includes(path)))
  for (const one of seededLogins.filter(({ isMigrated, at }) => !isMigrated || isApplied(at.path)))
    files.set(one.at.path, [...(files.get(one.at.path) ?? []), one])
  return files
}

function seededBy({ name }: Service, { user, isWellKnown, isMigrated }: SeededLogin): string {
  const what = isWellKnown ? 'a password that everybody tries first' : 'a password that stands in the code'
  return isMigrated
    ? `a migration of ${name} makes the account ${user}, with ${what}`
    : `${name} makes the account ${user} when it starts, with ${what}`
}

function hasLogin(workload: Workload): boolean {
  const known = serviceFactsOf(workload)?.distribution.defaultCredentials
  return known !== undefined || [...workload.environment.keys()].some(isSeededAdministrator)
}

function loginsOf(workload: Workload): readonly DefaultLogin[] {
  const facts = serviceFactsOf(workload)
  return facts ? defaultLogins(facts) : []
}

function describe({ name, software }: Workload, { user, because }: DefaultLogin): string {
  return `${name} (${software?.name}) can be entered${user === undefined ? ' with a well-known password' : ` as ${user}`}: ${because}`
}

function fixOf(variable: string, { platform }: Workload): string {
  if (platform === 'kubernetes')
    return `Set ${variable} from a Secret (\`valueFrom: { secretKeyRef: … }\`), and change the password of accounts that exist already: most images read it on their first start only.`
  return `Write \`${variable}: \${${variable}:?}\`, set it where production is configured, and change the password of accounts that exist already: most images read it on their first start only.`
}

/** The rule that reports where the password comes from, when it is no literal of the deployment file. */
function reporterOf(system: System, workload: Workload, name: string): string | undefined {
  const variable = workload.environment.get(name)
  const paths = [
    ...(variable?.source === 'env-file' ? [variable.keyAt.path] : []),
    ...(variable?.uses ?? []).flatMap(use => use.valueAt?.path ?? []),
  ]
  if (paths.some(path => committedFiles(system).some(file => file.path === path)))
    return 'secret/environment-file-committed'
  if (variable?.uses.some(use => use.source === 'default')) return 'secret/insecure-default'
  return variable?.source === 'image' ? 'image/secret-baked-in' : undefined
}
