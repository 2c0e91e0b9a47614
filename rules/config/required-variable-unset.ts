import { goneIn, isBefore, isSet, type ServiceFacts } from '../../src/knowledge/facts.js'
import type { RequiredVariables } from '../../src/knowledge/software.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Service, Workload } from '../../src/model/system.js'
import { type CheckContext, defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'config/required-variable-unset',
  title: 'A container refuses to start for a variable that is missing or refused',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The container exits at once and is restarted for ever. Where the variable is only asked for while the data directory is empty, the day of the restore on a new host is the first day it is missed.',
  fix: 'Set the variable, from a secret if it is one.',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/_/mysql',
    'https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/',
  ],
  reads: ['compose', 'kubernetes', 'dotenv', 'source'],
  check(context) {
    const { system, pass, fail, implied, unverified } = context
    for (const service of system.services) judgeCode(service, context)
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      const required = workload.distribution?.variables?.required ?? []
      if (!facts || required.length === 0 || !startsServer(workload)) continue
      pass(workload)
      for (const { variable, found } of refusedOf(workload, facts)) {
        const when = found.firstStartOnly ? 'does not start on an empty data directory' : 'does not start'
        const shown = found.values ? `${variable.name}=${knownValue(variable.value)}` : variable.name
        fail(workload, variable.keyAt, `${workload.name} ${when}: its image refuses ${shown}`, {
          key: variable.name,
          fix: `Use ${found.instead} (${found.source}).`,
        })
      }
      const absent = workload.environmentFiles?.find(file => !file.present)
      for (const group of required) {
        if (!applies(group, facts) || group.anyOf.some(name => isSet(facts, name))) continue
        // It is set up as older versions were.
        if (group.from && goneIn(facts.distribution, facts.version).some(gone => isSet(facts, gone.variable ?? ''))) {
          implied(workload, 'config/variable-ignored-by-image')
          continue
        }
        const names = listOf(group.anyOf).replace(/ and ([^ ]+)$/, ' or $1')
        // A Secret is rightly not in the repository, and the container waits until it exists.
        if (absent && workload.pod) continue
        if (absent) unverified(workload, absent.at, `${absent.path} is not in the repository; it may set ${names}`)
        else if (
          facts.configMounted &&
          group.firstStartOnly !== true &&
          group.anyOf.length > 0 &&
          workload.ownFiles?.complete === false
        )
          unverified(workload, workload.at, `a mounted file that is not in the repository may stand for ${names}`)
        else {
          const when = group.firstStartOnly ? 'does not start on an empty data directory' : 'does not start'
          const empty = group.anyOf.map(name => workload.environment.get(name)).find(variable => variable !== undefined)
          fail(
            workload,
            empty?.keyAt ?? workload.at,
            `${workload.name} ${when}: ${group.anyOf.length > 1 ? `none of ${listOf(group.anyOf)} is ${empty ? 'set to anything' : 'set'}` : `${names} is ${empty ? 'empty' : 'not set'}`}`,
            {
              key: group.anyOf[0] ?? '',
              fix: `Set ${group.anyOf
                .slice(0, 2)
                .map(name => `\`${name}\``)
                .join(' or ')} in \`environment:\` (${group.source}).`,
            },
          )
        }
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
                MYSQL_ROOT_PASSWORD: "\${ROOT_PASSWORD}"
                MYSQL_USER: root #! db does not start on an empty data directory: its image refuses MYSQL_USER=root
                MYSQL_PASSWORD: "\${ROOT_PASSWORD}"
        `,
      },
      {
        // No file of variables comes along: the image takes other folders, and leaves such files out.
        'compose.yaml': `
          services:
            api: #! api does not start: its code demands DATABASE_URL, and nothing sets it
              build: ./backend
              environment: { S3_BUCKET: files }
        `,
        'backend/.dockerignore': '**/.env\n',
        'backend/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /srv
          COPY app ./app
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'backend/app/__init__.py': '',
        'backend/app/main.py': `
          import os
          from pathlib import Path
          import boto3
          from dotenv import load_dotenv
          from fastapi import FastAPI
          load_dotenv(Path(__file__).parent / ".env")
          url = os.environ["DATABASE_URL"]
          app = FastAPI()
          @app.get("/files")
          def files():
              return boto3.client("s3").list_objects_v2(Bucket=os.environ["S3_BUCKET"])
        `,
      },
      {
        'compose.yaml': `
          services:
            api: #! api does not start: its code demands JWT_SECRET, DB_HOST and DB_PASSWORD, and nothing sets them
              build: .
              environment: { NODE_ENV: production }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set')
          const required = ['DB_HOST', 'DB_PASSWORD']
          for (const name of required) {
            if (!process.env[name]) {
              console.error(name)
              process.exit(1)
            }
          }
          require('http').createServer().listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . } #! api does not start: its code demands JWT_SECRET, PAYMENT_KEY and MAIL_FROM
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { env } = require('./env')
          const mail = demand('MAIL_FROM')
          function demand(name) {
            const value = process.env[name]
            if (value === undefined) throw new Error(name + ' is not set')
            return value
          }
          require('http').createServer((request, response) => response.end(mail + env.PORT)).listen(env.PORT)
        `,
        'env.js': `
          const { z } = require('zod')
          const schema = z.object({
            PORT: z.coerce.number().default(3000),
            JWT_SECRET: z.string().min(32),
            PAYMENT_KEY: z.string(),
            SENTRY_DSN: z.string().optional(),
          })
          const parsed = schema.safeParse(process.env)
          if (!parsed.success) process.exit(1)
          exports.env = parsed.data
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
                  - name: api #! api does not start: its code demands BROKER_URL and SECRET_KEY
                    image: ghcr.io/acme/api:1.4.0
                    env: [{ name: DATABASE_URL, value: "postgresql://db/erp" }]
        `,
        'api/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'api/.dockerignore': '.env',
        'api/main.py': `
          import os
          from fastapi import FastAPI
          from settings import settings
          BROKER_URL = os.environ["BROKER_URL"]
          app = FastAPI(title=settings.TITLE)
        `,
        'api/settings.py': `
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              TITLE: str = "api"
              SECRET_KEY: str
              DATABASE_URL: str
              SENTRY_DSN: str | None = None
          settings = Settings()
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . } #! api does not start: its code demands DATABASE_URL and JWT_SECRET
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
            "log"
            "os"
          )
          func must(name string) string {
            value := os.Getenv(name)
            if value == "" {
              log.Fatalf("%s is not set", name)
            }
            return value
          }
          func main() {
            url := must("DATABASE_URL")
            secret, ok := os.LookupEnv("JWT_SECRET")
            if !ok {
              log.Fatal("JWT_SECRET is not set")
            }
            serve(url, secret)
          }
          func serve(url, secret string) {}
        `,
      },
      {
        'compose.yaml': `
          services:
            db: #! db does not start on an empty data directory: none of POSTGRES_PASSWORD
              image: postgres:17.2
              environment: { POSTGRES_USER: erp }
            standby: #! standby does not start on an empty data directory
              image: postgres:17.2
              environment: { PGUSER: copy, PGPASSWORD: "\${COPY_PASSWORD}" }
              command: postgres -c hot_standby=on
            orders: #! orders does not start on an empty data directory
              image: mysql:8.4
              environment: [MYSQL_DATABASE=orders]
            pool: #! pool does not start: DATABASES_HOST is not set
              image: pgbouncer/pgbouncer:1.15.0
              environment: { DB_HOST: db }
            broker: #! broker does not start
              image: confluentinc/cp-kafka:8.0.0
              environment: { KAFKA_PROCESS_ROLES: "broker,controller" }
            # One finding of config/variable-ignored-by-image says it.
            former:
              image: confluentinc/cp-kafka:8.0.0
              environment: { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://former:9092" }
            other:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD: "" #! other does not start on an empty data directory: none of
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db #! db does not start on an empty data directory
                    image: postgres:17.2
                    env: [{ name: POSTGRES_USER, value: erp }]
        `,
      },
    ],
    good: [
      {
        // Another user, or one that is not known; MariaDB, which takes it; another program.
        'compose.yaml': `
          services:
            db: { image: "mysql:8.4", environment: { MYSQL_ROOT_PASSWORD: "\${P}", MYSQL_USER: erp, MYSQL_PASSWORD: "\${P}" } }
            open: { image: "mysql:8.4", environment: { MYSQL_ROOT_PASSWORD: "\${P}", MYSQL_USER: "\${MYSQL_USER}" } }
            maria: { image: "mariadb:11.8", environment: { MYSQL_ROOT_PASSWORD: "\${P}", MYSQL_USER: root } }
            copies: { image: "mysql:8.4", entrypoint: [sh, -c, "mysqldump -h db erp > /backup/erp.sql"], environment: { MYSQL_USER: root } }
        `,
      },
      {
        // Set; with a fallback; only in production or when asked for; when a request comes; caught; set by the code itself.
        'compose.yaml': `
          services:
            api:
              build: .
              environment: { JWT_SECRET: "\${JWT_SECRET}", DB_HOST: db }
              env_file: api.env
        `,
        'api.env': 'DB_PASSWORD=',
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set')
          for (const name of ['DB_HOST', 'DB_PASSWORD']) if (process.env[name] === undefined) process.exit(1)
          const port = process.env.PORT || 3000
          if (process.env.NODE_ENV === 'production' && !process.env.SENTRY_DSN) throw new Error('SENTRY_DSN')
          if (process.env.MAIL === 'smtp') {
            if (!process.env.SMTP_HOST) throw new Error('SMTP_HOST')
          }
          if (!process.env.CACHE_URL) console.warn('no cache')
          process.env.TZ_NAME = 'UTC'
          if (!process.env.TZ_NAME) throw new Error('TZ_NAME')
          try {
            if (!process.env.TRACE_URL) throw new Error('TRACE_URL')
          } catch {
            console.warn('no traces')
          }
          function upload() {
            if (!process.env.BUCKET) throw new Error('BUCKET')
          }
          require('http').createServer((request, response) => response.end(String(upload()))).listen(port)
        `,
      },
      {
        // Fields that have a value, may be absent, or are named otherwise; a class that nothing makes; what the Dockerfile sets.
        'compose.yaml': `
          services: { api: { build: ., environment: { ERP_SECRET_KEY: "\${SECRET_KEY}" } } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          ENV LOG_FORMAT=json
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        '.dockerignore': '.env',
        'main.py': `
          import os
          from fastapi import FastAPI
          from pydantic_settings import BaseSettings, SettingsConfigDict
          class Settings(BaseSettings):
              model_config = SettingsConfigDict(env_prefix="ERP_")
              secret_key: str
              title: str = "api"
              sentry_dsn: str | None = None
          class Mail(BaseSettings):
              SMTP_HOST: str
          settings = Settings()
          LOG_FORMAT = os.environ["LOG_FORMAT"]
          LEVEL = os.environ.get("LOG_LEVEL")
          try:
              REGION = os.environ["REGION"]
          except KeyError:
              REGION = "eu"
          app = FastAPI()
          @app.get("/mail")
          def mail():
              return os.environ["MAIL_FROM"]
          @app.get("/report")
          def report():
              import report
              return report.URL
        `,
        'report.py': `
          import os
          URL = os.environ["REPORT_URL"]
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/db } }
            db-2: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" } }
            db-3: { image: "postgres:17.2", env_file: db.env }
            db-4: { image: "bitnami/postgresql:17.2", environment: { POSTGRESQL_PASSWORD: "\${DB_PASSWORD}" } }
            dump: { image: "postgres:17.2", command: sh -c 'while true; do pg_dump -h db erp > /out; sleep 3600; done' }
            patroni: { image: "postgres:17.2", entrypoint: ["/usr/bin/patroni", "/etc/patroni.yml"] }
            trust: { image: "postgres:17.2", environment: [POSTGRES_HOST_AUTH_METHOD=trust] }
            orders: { image: "mysql:8.4", environment: { MYSQL_RANDOM_ROOT_PASSWORD: "yes" } }
        `,
        'db.env': 'POSTGRES_PASSWORD=k9mVq2pX7wLz',
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    env: [{ name: POSTGRES_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: ledger }
          spec:
            selector: { matchLabels: { app: ledger } }
            template:
              metadata: { labels: { app: ledger } }
              spec:
                containers:
                  - name: ledger
                    image: postgres:17.2
                    envFrom: [{ secretRef: { name: ledger } }]
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: orders }
          spec: { instances: 3, storage: { size: 10Gi } }
        `,
      },
    ],
  },
})

/** The variables without which the code of a service does not start, and that none of its workloads sets. */
function judgeCode(service: Service, { pass, fail, implied, unverified }: CheckContext): void {
  pass(service)
  const { demanded, misnamed, given, open } = service.variables
  // What PM2 starts has the environment of whoever started PM2.
  const workloads = service.workloads.filter(({ platform }) => platform !== 'pm2')
  const [workload] = workloads
  if (!workload || workloads.length < service.workloads.length) return
  const unset = demanded.filter(
    ({ variable, alternatives }) =>
      ![variable, ...alternatives].some(name => given.has(name) || workloads.some(one => mayHave(one, name))),
  )
  const missing = unset.filter(({ variable }) => !misnamed.some(({ read }) => read === variable))
  const [first, ...others] = missing
  if (!first) {
    if (unset.length > 0) implied(service, 'config/variable-name-mismatch')
    return
  }
  const files = workloads.flatMap(one => one.environmentFiles ?? []).filter(file => !file.present)
  const [absent] = files
  if (absent && workload.pod) return
  const names = listOf(missing.slice(0, 4).map(({ variable }) => variable))
  const more = missing.length > 4 ? ` and ${missing.length - 4} more` : ''
  if (absent) unverified(service, absent.at, `${absent.path} is not in the repository; it may set ${names}${more}`)
  else if (open !== undefined) unverified(service, first.at, `${open}; else ${names}${more} would be missing`)
  else if (!service.isCertain)
    unverified(
      service,
      first.at,
      `whether ${service.name} starts with this code is not certain; it demands ${names}${more}`,
    )
  else
    fail(
      service,
      workload.at,
      `${service.name} does not start: its code demands ${names}${more}, and nothing sets ${missing.length > 1 ? 'them' : 'it'}`,
      {
        key: first.variable,
        fix: `Set ${names} where ${workload.name} is configured, from a secret where ${missing.length > 1 ? 'they are' : 'it is'} one; or take the demand out of the code, if it can do without.`,
        why: 'The program ends as soon as it starts and is started again for ever; the service never comes up.',
        related: [first, ...others]
          .slice(0, 10)
          .map(one => ({ at: one.at, message: `${one.variable} is demanded here` })),
      },
    )
}

/** Whether a workload gives its program a variable, or something that it runs before may. */
function mayHave({ environment, start, ownFiles }: Workload, name: string): boolean {
  if (environment.has(name)) return true
  const scripts = (ownFiles?.texts ?? []).filter(({ path }) => /\.(?:sh|bash|env)$|(?:^|\/)[^/.]+$/.test(path))
  return [start?.text ?? '', ...scripts.map(({ text }) => text)].some(text => text.includes(name))
}

/** Whether the image's own entrypoint starts its own server: something else may need none of it. */
function startsServer({ start }: Workload): boolean {
  if (!start) return true
  if (start.replacesEntrypoint || start.shell) return false
  const [first] = start.argv
  return (
    typeof first === 'string' &&
    /^-|(?:^|\/)(?:docker-entrypoint\.sh|postgres|mysqld|mariadbd|mongod|redis-server|valkey-server|rabbitmq-server|opensearch|elasticsearch|pgbouncer|clickhouse-server|neo4j|influxd|cassandra)$/.test(
      first,
    )
  )
}

/** Variables that end the entrypoint with an error as they are set. */
function refusedOf(workload: Workload, facts: ServiceFacts) {
  const refused = workload.distribution?.variables?.refused ?? []
  return [...workload.environment.values()].flatMap(variable => {
    const value = knownValue(variable.value)
    const found = refused.find(
      ({ pattern, values, from }) =>
        pattern.test(variable.name) &&
        value !== '' &&
        (values === undefined || (value !== undefined && values.includes(value))) &&
        (from === undefined || isBefore(facts.version, from) === false),
    )
    return found ? [{ variable, found }] : []
  })
}

function applies(group: RequiredVariables, facts: ServiceFacts): boolean {
  if (group.from && isBefore(facts.version, group.from) !== false) return false
  if (group.before && isBefore(facts.version, group.before) !== true) return false
  return !group.unless?.some(({ variable, values }) => {
    const value = facts.environment(variable)
    return value === null || (value !== undefined && values.includes(value.toLowerCase()))
  })
}
