import { type StoreDemand, storeDemands } from '../../src/model/datastore/unused.js'
import { defineRule } from '../../src/rule.js'

const DJANGO = {
  Dockerfile: `
    FROM python:3.13.1-slim
    WORKDIR /app
    COPY . .
    CMD ["gunicorn", "erp.wsgi:application", "--bind", "0.0.0.0:8000"]
  `,
  'manage.py': `
    import os
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "erp.settings")
  `,
  'erp/__init__.py': '',
  'erp/urls.py': 'urlpatterns = []',
  'erp/wsgi.py': `
    import os
    from django.core.wsgi import get_wsgi_application
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "erp.settings")
    application = get_wsgi_application()
  `,
}

export default defineRule({
  id: 'datastore/unused',
  title: 'A data service is deployed and no program uses it',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'days',
  why: 'A cache that nothing reads speeds nothing up: every request still goes to the database, while the cache costs memory, upgrades and a place to break into. A broker without a consumer is the same.',
  fix: 'Use it: open a client in the code that serves requests, and read through it. Else remove it from the deployment.',
  refs: [
    'https://redis.io/docs/latest/develop/clients/',
    'https://kafka.apache.org/documentation/#api',
    'https://www.rabbitmq.com/client-libraries',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const demand of storeDemands(system)) {
      const { first, use } = demand
      if (use.state === 'used') pass(first)
      else if (use.state === 'unknown') unverified(first, first, use.because)
      else fail(first, first, describe(demand))
    }
  },
  examples: {
    bad: [
      {
        // The module that would use it is never imported; the address is told, and a setting is declared.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["8000:8000"], environment: { REDIS_URL: "redis://cache:6379/0" } }
            cache: { image: "redis:8.2.1" } #! cache is Redis, and no program of the repository uses it, though api is given its address
            db: { image: "postgres:17.2" }
            exporter: { image: "oliver006/redis_exporter:v1.80.0", environment: { REDIS_ADDR: "redis://cache:6379" } }
        `,
        'api/Dockerfile': `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'api/requirements.txt': 'fastapi==0.115.6\nredis==5.2.1',
        'api/app/__init__.py': '',
        'api/app/config.py': `
          from pydantic_settings import BaseSettings

          class Settings(BaseSettings):
              REDIS_URL: str = "redis://localhost:6379/0"

          settings = Settings()
        `,
        'api/app/cache.py': `
          import redis
          from app.config import settings

          client = redis.Redis.from_url(settings.REDIS_URL)
        `,
        'api/app/main.py': `
          from fastapi import FastAPI
          from app.config import settings

          app = FastAPI()

          @app.get("/orders")
          def orders():
              return []
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { build: ./web, ports: ["8080:8080"], depends_on: [kafka-1, queue] }
            kafka-1: { image: "apache/kafka:4.1.0" } #! kafka-1 (and 1 more) is Apache Kafka, and no program of the repository uses it
            kafka-2: { image: "apache/kafka:4.1.0" }
            queue: { image: "rabbitmq:4.2.0" } #! queue is RabbitMQ
        `,
        'web/Dockerfile': `
          FROM golang:1.25.4
          WORKDIR /src
          COPY . .
          RUN go build -o /web .
          CMD ["/web"]
        `,
        'web/go.mod': 'module acme/web\n\ngo 1.25\n',
        'web/main.go': `
          package main

          import "net/http"

          func main() {
            http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"], environment: { REDIS_URL: "redis://cache:6379" } }
            cache: { image: "redis:8.2.1" } #! cache is Redis
            documents: { image: "mongo:8.0.4" } #! documents is MongoDB
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'config.js': `
          module.exports = { redisUrl: process.env.REDIS_URL || 'redis://localhost:6379', port: process.env.PORT }
        `,
        'server.js': `
          const express = require('express')
          const session = require('express-session')
          const config = require('./config')
          const app = express()
          app.use(session({ secret: process.env.SESSION_SECRET }))
          app.listen(config.port)
        `,
      },
    ],
    good: [
      {
        // Queues, session stores, adapters and settings that lead to it are uses; another service may be the one.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["3000:3000"], environment: { BROKER_URL: "redis://jobs:6379" } }
            worker: { build: ./worker, environment: { BROKER: "amqp://queue" } }
            jobs: { image: "redis:8.2.1" }
            queue: { image: "rabbitmq:4.2.0" }
            documents: { image: "mongo:8.0.4" }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const { Server } = require('socket.io')
          const { Queue } = require('bullmq')
          const mongoose = require('mongoose')
          const jobs = new Queue('jobs', { connection: { url: process.env.BROKER_URL } })
          mongoose.connect(process.env.DOCUMENTS_URL)
          new Server(3000)
        `,
        'worker/Dockerfile': `
          FROM python:3.13.1-slim
          WORKDIR /app
          COPY . .
          CMD ["celery", "-A", "tasks", "worker"]
        `,
        'worker/tasks.py': `
          import os
          from celery import Celery

          app = Celery("tasks", broker=os.environ["BROKER"])
        `,
      },
      {
        // A framework loads its client by name.
        'compose.yaml': `
          services:
            web: { build: ., ports: ["8000:8000"], environment: { REDIS_URL: "redis://:\${PASSWORD:-}@cache:6379/1" } }
            cache: { image: "redis:8.2.1" }
        `,
        ...DJANGO,
        'erp/settings.py': `
          import os
          ROOT_URLCONF = "erp.urls"
          CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": os.getenv("REDIS_URL")}}
        `,
      },
      {
        // What keeps jobs in one of several brokers is told which.
        'compose.yaml': `
          services:
            web: { build: ., ports: ["8000:8000"], environment: { CELERY_BROKER_URL: "redis://:\${PASSWORD:-}@jobs:6379/0" } }
            jobs: { image: "redis:8.2.1" }
        `,
        ...DJANGO,
        'erp/settings.py': `
          import os
          from celery.schedules import crontab
          ROOT_URLCONF = "erp.urls"
          CELERY_BROKER_URL = os.getenv("CELERY_BROKER_URL", "redis://localhost:6379/0")
          CELERY_BEAT_SCHEDULE = {"report": {"task": "erp.tasks.report", "schedule": crontab(hour=3)}}
        `,
      },
    ],
  },
})

function describe({ first, others, told }: StoreDemand): string {
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  const names = told.map(({ name }) => name)
  const given =
    names.length === 0
      ? ''
      : names.length > 3
        ? `, though ${names.length} services are given its address`
        : `, though ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} given its address`
  return `${first.name}${more} is ${first.software?.name}, and no program of the repository uses it${given}`
}
