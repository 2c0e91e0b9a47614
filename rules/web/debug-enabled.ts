import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Switch = Service['debugSwitches'][number]

export default defineRule({
  id: 'web/debug-enabled',
  title: 'Production runs with a debug mode or a playground',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Debug pages show settings, variables and code to whoever causes an error, and the debugger of Flask runs what is typed into it. A playground and an open schema hand out the list of all that can be asked for.',
  fix: 'Let the environment turn it on, and leave it off by default: `DEBUG = os.getenv("DEBUG") == "1"`, `playground: process.env.NODE_ENV !== "production"`.',
  refs: [
    'https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/#debug',
    'https://flask.palletsprojects.com/en/stable/debugging/',
    'https://www.apollographql.com/docs/apollo-server/api/apollo-server#introspection',
    'https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      if (service.runtime !== 'go') pass(service)
      const answers = !onlyWorks(service)
      const switches = [...service.debugSwitches]
        .filter(({ name }) => answers || name === 'DEBUG')
        .sort((one, other) => Number(other.kind === 'errors') - Number(one.kind === 'errors'))
      const [first, ...others] = switches
      if (!first) continue
      fail(service, first, describe(service, first, answers), {
        key: 'debug',
        ...(answers ? {} : WORKER),
        ...(!answers && isOnWhereItAnswers(first, system.services) ? { fix: SAME } : {}),
        related: others.map(one => ({ at: one.at, message: `${one.name} is on, too` })),
      })
    }
  },
  examples: {
    bad: [
      {
        // The worker is not told which settings to take.
        'compose.yaml': `
          services:
            web: { build: ., ports: ["8000:8000"], environment: { DJANGO_SETTINGS_MODULE: shop.production } }
            worker: { build: ., command: celery -A shop worker }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "shop.wsgi:application", "--bind", "0.0.0.0:8000"]
        `,
        'manage.py': '',
        'shop/__init__.py': 'from .celery import app',
        'shop/celery.py': `
          import os
          from celery import Celery
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.development")
          app = Celery("shop")
          app.config_from_object("django.conf:settings", namespace="CELERY")
        `,
        'shop/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.development")
          application = get_wsgi_application()
        `,
        'shop/production.py': 'DEBUG = False',
        'shop/development.py': `
          DEBUG = True #! DEBUG of worker is on: it keeps every query that it makes in its memory
        `,
      },
      {
        'compose.yaml': `
          services: { core: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "--bind", "0.0.0.0:8000"]
        `,
        'manage.py': '',
        'core/__init__.py': '',
        'core/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'core/settings.py': `
          import os
          DEBUG = os.getenv("DJANGO_DEBUG", "True") == "True" #! DEBUG of core is on, as nothing sets DJANGO_DEBUG: answers to errors show its settings and code
        `,
      },
      {
        'compose.yaml': `
          services: { web: { build: ., ports: ["5000:5000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["python", "app.py"]
        `,
        'app.py': `
          from flask import Flask
          app = Flask(__name__)
          if __name__ == "__main__":
              app.run(host="0.0.0.0", debug=True) #! debug of web is on
        `,
      },
      {
        'compose.yaml': `
          services: { gateway: { build: ., ports: ["4000:4000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          import { ApolloServer } from '@apollo/server'
          import { startStandaloneServer } from '@apollo/server/standalone'
          const typeDefs = 'type Query { a: Int }'
          const server = new ApolloServer({
            typeDefs,
            introspection: true, //! introspection of gateway is on: anybody may read the whole schema
          })
          startStandaloneServer(server, { listen: { port: 4000 } })
        `,
      },
      {
        'compose.yaml': `
          services: { orders: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { ApolloDriver } from '@nestjs/apollo'
          import { Module } from '@nestjs/common'
          import { GraphQLModule } from '@nestjs/graphql'
          @Module({
            imports: [
              GraphQLModule.forRoot({
                driver: ApolloDriver,
                playground: true, //! playground of orders is on
              }),
            ],
          })
          export class AppModule {}
        `,
      },
    ],
    good: [
      {
        // Off in the environment; off where nothing is set; the server that runs never comes to app.run.
        'compose.yaml': `
          services:
            core: { build: ., ports: ["8000:8000"], environment: { DJANGO_DEBUG: "False" } }
            web: { build: web, ports: ["5000:5000"] }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "--bind", "0.0.0.0:8000"]
        `,
        'manage.py': '',
        'core/__init__.py': '',
        'core/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
          application = get_wsgi_application()
        `,
        'core/settings.py': `
          import os
          DEBUG = os.getenv("DJANGO_DEBUG", "True") == "True"
        `,
        'core/local.py': `
          from .settings import *
          DEBUG = True
        `,
        'web/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "app:app", "--bind", "0.0.0.0:5000"]
        `,
        'web/app.py': `
          from flask import Flask
          app = Flask(__name__)
          if __name__ == "__main__":
              app.run(debug=True)
        `,
      },
      {
        'compose.yaml': `
          services: { gateway: { build: ., ports: ["4000:4000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          import { ApolloServer } from '@apollo/server'
          import { startStandaloneServer } from '@apollo/server/standalone'
          const server = new ApolloServer({
            typeDefs: 'type Query { a: Int }',
            introspection: process.env.NODE_ENV !== 'production',
          })
          startStandaloneServer(server, { listen: { port: 4000 } })
        `,
      },
    ],
  },
})

/** What takes jobs from a queue shows nobody an error. */
function onlyWorks({ workloads }: Service): boolean {
  return workloads.length > 0 && workloads.every(({ role }) => role === 'worker' || role === 'job')
}

/** https://docs.djangoproject.com/en/5.2/faq/models/#why-is-django-leaking-memory */
const WORKER = {
  severity: 'medium',
  why: 'With DEBUG on, Django keeps a copy of every SQL query that a process has made. A worker that runs for days grows until it is killed in the middle of a job. And whatever else the settings for developers do, it does, too.',
  fix: 'Start it with the settings of production, as the service that answers requests is: `DJANGO_SETTINGS_MODULE=config.settings.production`.',
} as const

/** What turns it off for those that answer requests turns it off here. */
const SAME = 'Turn it off in the settings, as for the service that answers requests: both read the same line.'

function isOnWhereItAnswers({ at }: Switch, services: readonly Service[]): boolean {
  return services.some(
    one => !onlyWorks(one) && one.debugSwitches.some(other => other.at.path === at.path && other.at.start === at.start),
  )
}

function describe({ name }: Service, { kind, name: what, unset }: Switch, answers: boolean): string {
  const because = unset === undefined ? '' : `, as nothing sets ${unset}`
  if (!answers) return `${what} of ${name} is on${because}: it keeps every query that it makes in its memory`
  return kind === 'errors'
    ? `${what} of ${name} is on${because}: answers to errors show its settings and code`
    : `${what} of ${name} is on${because}: anybody may read the whole schema`
}
