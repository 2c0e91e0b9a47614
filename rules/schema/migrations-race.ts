import type { MigrationRace } from '../../src/model/code/migration-races.js'
import { subjectOf } from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

const DOCKERFILE = `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD ["sh", "start.sh"]
        `
const MODELS = {
  'requirements.txt': 'sqlalchemy==2.0.36\nalembic==1.14.0\n',
  'main.py': `
          from sqlalchemy import Column, Integer
          from sqlalchemy.orm import declarative_base

          Base = declarative_base()

          class Order(Base):
              __tablename__ = "orders"
              id = Column(Integer, primary_key=True)
        `,
}

export default defineRule({
  id: 'schema/migrations-race',
  title: 'Several processes apply the migrations at the same time',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'The tool takes no lock: each process finds the same migration missing and begins it. One of them fails at a table that is there already and goes down in the middle of a release; where the migration moves data, it may be moved twice.',
  fix: 'Apply them once, before the new version starts: in a one-shot Compose service that the others wait for with `condition: service_completed_successfully`, in a Job, or in a step of the pipeline. Or take a lock around it, such as `pg_advisory_lock`.',
  refs: [
    'https://github.com/sqlalchemy/alembic/issues/633',
    'https://github.com/typeorm/typeorm/issues/4588',
    'https://github.com/sequelize/umzug/issues/518',
    'https://docs.docker.com/compose/how-tos/startup-order/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const schema of system.schemas) {
      if (schema.source === 'sql' || schema.dialect === 'mongodb' || schema.weight === 0) continue
      const subject = subjectOf(schema)
      const { race } = schema
      if (!race) pass(subject)
      else
        fail(
          subject,
          race,
          `${whoOf(race)} apply the migrations when they start, by ${race.command}, which takes no lock`,
          {
            key: 'race',
            related: race.runners
              .slice(1)
              .map(({ workload, at }) => ({ at, message: `${workload.name} does so here` })),
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `,
        Dockerfile: DOCKERFILE,
        ...MODELS,
        'start.sh': `
          set -e
          alembic upgrade head #! all 3 replicas of api apply the migrations when they start, by alembic upgrade, which takes no lock
          exec uvicorn main:app --host 0.0.0.0
        `,
      },
      {
        // A start script that web and worker share.
        'compose.yaml': `
          services:
            web: { build: . }
            worker: { build: ., command: "sh -c 'python manage.py migrate --noinput && celery -A core worker'", depends_on: [web] }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD python manage.py migrate && gunicorn core.wsgi -b 0.0.0.0:8000 #! web and worker apply the migrations when they start, by manage.py migrate, which takes no lock
        `,
        'manage.py': `
          import os
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
        `,
        'core/__init__.py': '',
        'core/celery.py': `
          from celery import Celery
          app = Celery("core")
        `,
        'core/settings.py': `
          DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
        `,
        'core/wsgi.py': `
          import os
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
        `,
        'orders/__init__.py': '',
        'orders/models.py': `
          from django.db import models

          class Order(models.Model):
              number = models.CharField(max_length=20)
        `,
      },
    ],
    good: [
      {
        // One process; by a service that the others wait for; where a variable says so.
        'compose.yaml': `
          services:
            migrate: { build: ., command: alembic upgrade head }
            api: { build: ., deploy: { replicas: 3 }, depends_on: { migrate: { condition: service_completed_successfully } } }
        `,
        Dockerfile: DOCKERFILE,
        ...MODELS,
        'start.sh': `
          if [ "$MIGRATE" = true ]; then
            alembic upgrade head
          fi
          alembic upgrade head --sql > plan.sql
          exec uvicorn main:app --host 0.0.0.0
        `,
      },
      {
        // The worker waits until the other one is ready.
        'compose.yaml': `
          services:
            api: { build: ., healthcheck: { test: [CMD, python, check.py] } }
            worker: { build: ., depends_on: { api: { condition: service_healthy } } }
        `,
        Dockerfile: DOCKERFILE,
        ...MODELS,
        'check.py': '',
        'start.sh': `
          alembic upgrade head
          exec uvicorn main:app --host 0.0.0.0
        `,
      },
      {
        // Two programs of one package, each with migrations and a database of its own.
        'compose.yaml': `
          services:
            orders: { build: ./orders }
            stock: { build: ./stock }
        `,
        'requirements.txt': MODELS['requirements.txt'],
        'orders/Dockerfile': DOCKERFILE,
        'orders/main.py': MODELS['main.py'],
        'orders/start.sh': 'alembic upgrade head\nexec uvicorn main:app\n',
        'stock/Dockerfile': DOCKERFILE,
        'stock/main.py': MODELS['main.py'].replaceAll('rder', 'ffer'),
        'stock/start.sh': 'alembic upgrade head\nexec uvicorn main:app\n',
      },
      {
        // A lock around it.
        'compose.yaml': `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `,
        Dockerfile: DOCKERFILE,
        ...MODELS,
        'alembic/env.py': `
          def run_migrations_online():
              connection.execute(text("SELECT pg_advisory_lock(42)"))
        `,
        'start.sh': `
          alembic upgrade head
          exec uvicorn main:app --host 0.0.0.0
        `,
      },
      {
        // Prisma takes a lock itself; each of these has a schema of its own.
        'compose.yaml': `
          services:
            api: { build: ./api, deploy: { replicas: 3 } }
            one: { build: ./one }
            two: { build: ./two }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma migrate deploy && node dist/main.js
        `,
        'api/package.json': '{}\n',
        'api/prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
        'one/Dockerfile': DOCKERFILE,
        'one/requirements.txt': 'sqlalchemy==2.0.36\n',
        'one/main.py': MODELS['main.py'],
        'one/start.sh': 'alembic upgrade head\nexec uvicorn main:app\n',
        'two/Dockerfile': DOCKERFILE,
        'two/requirements.txt': 'sqlalchemy==2.0.36\n',
        'two/main.py': MODELS['main.py'].replaceAll('rder', 'ffer'),
        'two/start.sh': 'alembic upgrade head\nexec uvicorn main:app\n',
      },
    ],
  },
})

function whoOf({ runners }: MigrationRace): string {
  const [first, ...others] = runners
  if (others.length > 0) return listOf(runners.map(({ workload }) => workload.name).sort())
  const { copies = 0, workload } = first ?? {}
  return copies === 2 ? `both replicas of ${workload?.name}` : `all ${copies} replicas of ${workload?.name}`
}
