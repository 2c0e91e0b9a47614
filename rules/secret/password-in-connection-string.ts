import { codeSecrets } from '../../src/model/secrets/code-secrets.js'
import { settingSecrets } from '../../src/model/secrets/setting-findings.js'
import { settingRemedy } from '../../src/model/secrets/settings/remedies.js'
import { type SecretPlace, secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/password-in-connection-string'

export default defineRule({
  id: ID,
  title: 'A connection string holds a password',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The password is in the repository and its history for everybody who can read them, and connection strings end up in logs and error reports, too.',
  fix: 'Put a variable in place of the password (`postgres://app:${DB_PASSWORD:?}@db:5432/app`), or take the whole string from a secret, and change the password.',
  refs: [
    'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
  ],
  reads: ['dockerfile', 'settings', 'source'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) pass(workload)
    for (const image of system.images) if (image.dockerfile) pass(image)
    for (const place of secretPlaces(system)) {
      if (place.kind !== 'url') continue
      fail(place.subject, place, `${place.name} of ${subjectNames(place.subjects)} holds the password in plain text`, {
        key: place.name,
        ...fixOf(place),
        ...(place.development ? { severity: 'low' as const } : {}),
      })
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID)
    }
    for (const { name, kind, at } of system.helmSecrets) {
      if (kind !== 'url') continue
      fail(system.repository, at, `${name}, which Helm hands to the chart, holds the password in plain text`, {
        key: name,
        fix: 'Take the whole string from a Secret that is made outside the repository (External Secrets, Sealed Secrets, or a values file that SOPS encrypts), and change the password.',
      })
    }
    for (const secret of settingSecrets(system)) {
      if (secret.kind !== 'url') continue
      fail(system.repository, secret.at, `${secret.name} in ${secret.at.path} holds the password in plain text`, {
        key: `${secret.name} in ${secret.at.path}`,
        fix: settingRemedy(secret),
      })
    }
    for (const service of system.services) pass(service)
    for (const { name, isCall, services, at, kind } of codeSecrets(system)) {
      const [first, ...others] = services
      if (!first || kind !== 'url') continue
      const what = isCall
        ? `the connection string that ${name} of ${subjectNames(services)} takes`
        : `${name} of ${subjectNames(services)}`
      fail(first, at, `${what} holds the password in plain text`, {
        key: `${name} in ${at.path}`,
        fix: 'Take the whole string from a variable that has no fallback in the code, set it from a secret, and change the password.',
      })
      for (const other of others) implied(other, ID)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'alembic.ini': `
          [alembic]
          #! sqlalchemy.url in alembic.ini holds the password in plain text
          sqlalchemy.url = postgresql://shop:harbour-42@db.acme.com/shop
        `,
        'Shop.Api/appsettings.json': `
          {
            "ConnectionStrings": {
              "Default": "Server=sql.acme.com;User Id=shop;Password=Heron!2024" //! ConnectionStrings.Default in Shop.Api/appsettings.json holds
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        // The image that is shipped has it, and a stage before it what is of some database.
        Dockerfile: `
          FROM node:24.1.0-slim AS build
          #! DATABASE_URL of Dockerfile holds the password in plain text
          ENV DATABASE_URL=postgresql://erp:tern-and-gull@db:5432/erp
          FROM node:24.1.0-slim
          #! REPORTS_URL of Dockerfile holds the password in plain text
          ENV REPORTS_URL=postgresql://erp:tern-and-gull@localhost:5432/erp
          COPY --from=build /app/dist /app/dist
        `,
      },
      {
        'chart/Chart.yaml': 'name: shop',
        'chart/values.yaml': `
          env: [{ name: DATABASE_URL, value: "postgres://shop:T1erra-Nova-9981@db:5432/shop" }] #! env.DATABASE_URL, which Helm hands to the chart, holds
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
          const mongoose = require('mongoose')
          mongoose.connect('mongodb://erp:tern-and-gull@mongo:27017/erp') //! the connection string that mongoose.connect of api takes holds the password
          require('http').createServer().listen(3000)
        `,
      },
      {
        'compose.yaml': `
          x-queue: &queue { AMQP_URL: "amqp://erp:tern-and-gull@queue:5672" } #! AMQP_URL of api and worker holds the password
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                <<: *queue
                DATABASE_URL: postgresql://postgres:postgres@db:5432/erp #! DATABASE_URL of api holds the password in plain text
                ConnectionStrings__Default: "Server=sql;User Id=sa;Password=Heron!2024" #! ConnectionStrings__Default of api
            worker:
              image: ghcr.io/acme/worker:1.4.0
              environment: *queue
            migrate:
              image: ghcr.io/acme/migrate:1.4.0
              command: migrate -database postgres://erp:tern@db:5432/erp up #! the connection string of migrate
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    env:
                      - name: DATABASE_URL
                        value: postgres://erp:k9mVq2pX7wLz@db:5432/erp #! DATABASE_URL of api holds the password
        `,
      },
    ],
    good: [
      {
        // What the tool writes into a new file, this machine alone, and filled in.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'alembic.ini': `
          [alembic]
          sqlalchemy.url = driver://user:pass@localhost/dbname
        `,
        'Shop.Api/appsettings.json': `
          { "ConnectionStrings": { "Default": "Server=localhost;User Id=sa;Password=Heron!2024", "Other": "Server=sql;Password=#{pw}#" } }
        `,
        'config/packages/doctrine.yaml': `
          doctrine: { dbal: { url: "%env(resolve:DATABASE_URL)%" } }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'chart/Chart.yaml': 'name: shop',
        'chart/values.yaml': `
          env:
            - { name: DATABASE_URL, value: "postgres://shop:password@db:5432/shop" }
            - { name: QUEUE_URL, value: "amqp://shop:$(QUEUE_PASSWORD)@queue:5672" }
        `,
      },
      {
        // In code: from the environment, this machine alone, a form to fill in, and what documents the setting.
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
          import os
          from fastapi import FastAPI
          from sqlalchemy import create_engine
          app = FastAPI()
          engine = create_engine(os.environ["DATABASE_URL"])
          local = create_engine("postgresql://erp:tern@localhost:5432/erp")
          HELP = {"url": "postgresql://user:password@host/db", "example": "postgres://erp:tern@db:5432/erp"}
          print("cannot connect: set DATABASE_URL to postgres://erp:tern@db:5432/erp", engine, local, HELP)
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@db:5432/erp
                READ_URL: \${READ_URL:?}
                REDIS_URL: redis://cache:6379/0
                AMQP_URL: amqp://erp@queue:5672
                DOCS_URL: https://docs.example.com/a:b@c
        `,
        '.env.example': `
          DATABASE_URL=postgres://erp:secret@db:5432/erp
        `,
      },
      {
        // What a program has to be told before it can be built, and that connects to nothing.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim AS build
          ENV DATABASE_URL="postgresql://build:build-only@localhost:5432/build"
          ARG REDIS_URL=redis://dummy:dummy@dummy:6379
          RUN npm run build
          FROM node:24.1.0-slim
          COPY --from=build /app/dist /app/dist
          CMD ["node", "/app/dist/main.js"]
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    env:
                      - { name: PASSWORD, valueFrom: { secretKeyRef: { name: api, key: password } } }
                      - { name: DATABASE_URL, value: "postgres://erp:$(PASSWORD)@db:5432/erp" }
        `,
      },
    ],
  },
})

/** With the scheme of the string that stands there, where the rule's own example has another. */
function fixOf({ subject, name }: SecretPlace): { readonly fix?: string } {
  const kubernetes = subject.kind === 'workload' && subject.platform === 'kubernetes'
  const value = subject.kind === 'workload' ? subject.environment.get(name)?.value : undefined
  const scheme = value?.known ? /^([a-z][a-z0-9+.-]{1,30}):\/\//.exec(value.value)?.[1] : undefined
  if (kubernetes)
    return {
      fix: `Put the password into a Secret and refer to it (\`${/^\w+$/.test(name) ? name : 'URL'}: ${scheme ?? 'postgres'}://<user>:$(PASSWORD)@<host>/...\`, behind a \`PASSWORD\` from \`secretKeyRef\`), or take the whole string from a Secret, and change the password.`,
    }
  if (!scheme) return {}
  return {
    fix: `Put a variable in place of the password (\`${name}: ${scheme}://<user>:\${PASSWORD:?}@<host>/...\`), or take the whole string from a secret, and change the password.`,
  }
}
