import type { Distribution } from '../../src/knowledge/software.js'
import { isReadBy, namesReadBy } from '../../src/knowledge/variable-names.js'
import { readsItself } from '../../src/model/reads-variable.js'
import { isMeantFor, takersOfWhole } from '../../src/model/shared-variables.js'
import type { EnvironmentVariable, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { editDistance } from '../../src/suggest.js'

export default defineRule({
  id: 'config/variable-name-mismatch',
  title: 'A variable is set under a name that differs slightly from the one that is read',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The misspelled variable is silently ignored and the program takes its default for the right one: another database, another user, no password.',
  fix: 'Correct the name.',
  refs: ['https://hub.docker.com/_/postgres', 'https://hub.docker.com/_/mysql', 'https://hub.docker.com/_/mongo'],
  reads: ['compose', 'kubernetes', 'dotenv', 'source'],
  check({ system, pass, fail }) {
    const takers = takersOfWhole(system)
    for (const { variables, workloads } of system.services) {
      for (const workload of workloads) pass(workload)
      for (const { workload, variable, read, readAt } of variables.misnamed) {
        const { name } = variable
        if (!isMeantFor(variable, workload, takers) || readsItself(workload, name) === true) continue
        // What an anchor gives to several services is meant for one of them.
        if (system.workloads.some(other => other !== workload && isSamePlace(other.environment.get(name), variable)))
          continue
        fail(workload, variable.keyAt, `${workload.name} sets ${name}, and its code reads ${read}, which is not set`, {
          key: name,
          fix: `Rename ${name} to ${read}.`,
          related: [{ at: readAt, message: `${read} is read here` }],
        })
      }
    }
    for (const workload of system.workloads) {
      const { distribution } = workload
      if (!distribution?.variables) continue
      pass(workload)
      for (const variable of workload.environment.values()) {
        const { name } = variable
        if (!isMeantFor(variable, workload, takers) || isExplained(name, workload) || isReadBy(distribution, name))
          continue
        const meant = nearNames(name, distribution).find(one => !workload.environment.has(one))
        if (meant === undefined || readsItself(workload, name) !== false) continue
        fail(
          workload,
          variable.keyAt,
          `${workload.name} sets ${name}, and its image reads ${meant}, which is not set`,
          {
            key: name,
            fix: `Rename ${name} to ${meant}.`,
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: .
              environment:
                DATABASE_HOST: db #! api sets DATABASE_HOST, and its code reads DB_HOST, which is not set
                REDIS_URI: redis://cache:6379 #! api sets REDIS_URI, and its code reads REDIS_URL
                JWT_EXPIRY: 15m
                LOG_LEVEL: info
                CACHETTL: "60" #! api sets CACHETTL, and its code reads CACHE_TTL
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const host = process.env.DB_HOST || 'localhost'
          const cache = process.env.REDIS_URL ?? 'redis://localhost:6379'
          const level = process.env.LOG_LEVEL
          const cacheTtl = process.env.CACHE_TTL || 5
          require('http').createServer((request, response) => response.end(host + cache + level + cacheTtl)).listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              build: .
              environment:
                POSTGRES_PASSWRD: "\${DB_PASSWORD}" #! api sets POSTGRES_PASSWRD, and its code reads POSTGRES_PASSWORD
                KAFKA_BOOTSTRAP_SERVER: kafka:9092 #! api sets KAFKA_BOOTSTRAP_SERVER
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
          app = FastAPI()
          password = os.environ.get("POSTGRES_PASSWORD", "")
          servers = os.getenv("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092")
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., environment: { MONGODB_URI: "mongodb://mongo:27017/erp" } } } #! api sets MONGODB_URI, and its code reads MONGO_URL
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
          import "os"
          func main() {
            url := os.Getenv("MONGO_URL")
            if url == "" {
              url = "mongodb://localhost:27017"
            }
            serve(url)
          }
          func serve(url string) {}
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD: "\${DB_PASSWORD}"
                POSTGRES_USERS: erp #! db sets POSTGRES_USERS, and its image reads POSTGRES_USER
                POSTGRESS_DB: erp #! POSTGRES_DB
            orders:
              image: mysql:8.4
              environment:
                - MYSQL_PASSWORD_ROOT=\${ROOT_PASSWORD} #! reads MYSQL_ROOT_PASSWORD
                - MYSQL_DATABSE=orders #! MYSQL_DATABASE
            documents:
              image: mongo:8.0
              env_file: mongo.env
        `,
        'mongo.env': `
          MONGO_INITDB_ROOT_USERNAME=root
          MONGO_INITDB_ROOT_PASWORD=k9mVq2pX7wLz #! MONGO_INITDB_ROOT_PASSWORD
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
                  - name: db
                    image: postgres:17.2
                    env:
                      - name: POSTGRES_PASWORD #! db sets POSTGRES_PASWORD, and its image reads POSTGRES_PASSWORD
                        valueFrom: { secretKeyRef: { name: db, key: password } }
        `,
      },
    ],
    good: [
      {
        // Read by another name as well, by a library, by a script of its own; set under both; two that could be meant; a port beside a host.
        'compose.yaml': `
          services:
            api:
              build: .
              environment:
                DATABASE_HOST: db
                PGHOST: db
                REDIS_URI: redis://cache:6379
                REDIS_URL: redis://cache:6379
                SMTP_HOST: mail
                QUEUE_URI: amqp://queue
                API_URL: https://erp.example.com
                S3_BUCKET_1: a
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const names = ['DATABASE', 'DB']
          const host = process.env.DB_HOST || readConfig('databaseHost')
          const cache = process.env.REDIS_URL
          const port = process.env.SMTP_PORT || 587
          const queue = process.env.QUEUE_URL || process.env.QUEUE_DSN
          const app = process.env.APP_URL
          const bucket = process.env.S3_BUCKET_2
          require('http').createServer((request, response) => response.end([host, cache, port, queue, app, bucket, names].join())).listen(3000)
        `,
      },
      {
        // What an anchor gives to several services is read by one of them.
        'compose.yaml': `
          x-all: &all { SEARCH_URI: "http://search:9200" }
          services:
            api: { build: api, environment: *all }
            worker: { build: worker, environment: *all }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': "require('http').createServer().listen(process.env.SEARCH_URI ? 1 : 3000)",
        'worker/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'worker/server.js': "require('http').createServer().listen(process.env.SEARCH_URL ? 1 : 3000)",
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}", POSTGRES_DB: erp, POSTGRES_DB2: audit, POSTGRES_DBS: "a,b", TZ: UTC, APP_USER: erp }
              volumes: ["./init.sh:/docker-entrypoint-initdb.d/init.sh:ro"]
            orders: { image: "mysql:8.4", environment: { MYSQL_ROOT_PASSWORD: "\${ROOT_PASSWORD}", MYSQL_DATABASE: orders } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { POSTGRES_PASWORD: "\${DB_PASSWORD}" } }
        `,
        'init.sh': 'for db in $POSTGRES_DBS; do createdb "$db"; done',
      },
    ],
  },
})

function isSamePlace(one: EnvironmentVariable | undefined, other: EnvironmentVariable): boolean {
  return one !== undefined && one.keyAt.path === other.keyAt.path && one.keyAt.start === other.keyAt.start
}

/** What another rule reports, or the image is known to refuse. */
function isExplained(name: string, { distribution }: Workload): boolean {
  const { ignored = [], refused = [] } = distribution?.variables ?? {}
  return (
    [...ignored, ...refused].some(one => one.pattern.test(name)) ||
    (distribution?.gone ?? []).some(one => one.variable === name)
  )
}

const near = new WeakMap<Distribution, Map<string, readonly string[]>>()

/** The names that a misspelled one may stand for, nearest first: the same words in another order, or at most two wrong characters. */
function nearNames(name: string, distribution: Distribution): readonly string[] {
  const known = near.get(distribution) ?? new Map<string, readonly string[]>()
  near.set(distribution, known)
  const names = known.get(name) ?? findNames(name, [...namesReadBy(distribution)])
  known.set(name, names)
  return names
}

function findNames(name: string, candidates: readonly string[]): readonly string[] {
  if (name.length < 6 || name.length > 100) return []
  const words = name.split('_').sort().join('_')
  const limit = name.length >= 10 ? 2 : 1
  return candidates
    .filter(candidate => {
      if (candidate.length < 6 || name.replace(/_?\d+$/, '') === candidate) return false
      if (candidate.split('_').sort().join('_') === words) return true
      return Math.abs(candidate.length - name.length) <= limit && editDistance(name, candidate) <= limit
    })
    .sort((one, other) => editDistance(name, one) - editDistance(name, other))
}
