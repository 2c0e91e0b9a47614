import { askedPathsOf } from '../../src/model/code/health/asked.js'
import { lacksHealthRoute } from '../../src/model/code/health/demand.js'
import { answersPath } from '../../src/model/code/health/match.js'
import type { HealthRoute, Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** How an answer gets the status 503, by the framework. */
const UNAVAILABLE: ReadonlyMap<string, string> = new Map([
  ['nestjs', '`throw new ServiceUnavailableException(…)`'],
  ['fastify', '`reply.code(503).send(…)`'],
  ['koa', '`ctx.status = 503`'],
  ['hono', '`return c.json(…, 503)`'],
  ['next', '`return Response.json(…, { status: 503 })`'],
  ['fastapi', '`raise HTTPException(503)`'],
  ['flask', '`return {"status": "down"}, 503`'],
  ['django', '`JsonResponse(…, status=503)`'],
  ['net/http', '`w.WriteHeader(http.StatusServiceUnavailable)`'],
  ['fiber', '`c.Status(http.StatusServiceUnavailable).JSON(…)`'],
  ['gin', '`c.JSON(http.StatusServiceUnavailable, …)`'],
  ['echo', '`return c.JSON(http.StatusServiceUnavailable, …)`'],
])

/** With other frameworks of each language. */
const ANSWERS = {
  node: '`res.status(503).json(…)`',
  python: 'an answer with `status=503`',
  go: '`w.WriteHeader(http.StatusServiceUnavailable)`',
}

export default defineRule({
  id: 'health/failure-answers-success',
  title: 'A health route answers success when what it checks is down',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Whoever asks looks at the status alone. A 200 with "database: down" in its body keeps requests coming to a service that can answer none of them, and no alarm sounds.',
  fix: 'Answer 503 when a dependency is down: `res.status(503).json(…)`, `throw new ServiceUnavailableException(…)`, `raise HTTPException(503)`.',
  refs: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request',
    'https://docs.nestjs.com/recipes/terminus',
    'https://datatracker.ietf.org/doc/html/rfc9110#name-503-service-unavailable',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    for (const service of system.services) {
      if (service.routes.routes.length > 0 && lacksHealthRoute(service)) implied(service, 'health/endpoint-missing')
      for (const health of service.health) {
        const { depth } = health.found
        if (depth === 'hard') pass(service)
        if (depth !== 'soft') continue
        fail(service, health.found.takenAt ?? health.route, describe(health, service), {
          key: `${health.route.method} ${health.route.path}`,
          fix: `Answer 503 when a dependency is down: ${UNAVAILABLE.get(health.route.framework) ?? ANSWERS[service.runtime]}.`,
          ...(isAsked(health, service) ? {} : { severity: 'medium' }),
          related: [
            { at: health.route.at, message: 'the route' },
            ...(health.found.dependencyAt ? [{ at: health.found.dependencyAt, message: 'what it asks' }] : []),
          ],
        })
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
              ports: ["3000:3000"]
              healthcheck: { test: [CMD, wget, -qO-, "http://localhost:3000/health"] }
        `,
        Dockerfile: `
          FROM node:24.1.0-alpine
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/health', async (req, res) => {
            try {
              await prisma.$queryRaw\`SELECT 1\`
              res.json({ status: 'ok' })
            } catch (error) { //! GET /health of api answers success when prisma.$queryRaw fails
              res.json({ status: 'error' })
            }
          })
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /api .
          FROM scratch
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
            "net/http"

            "example.com/api/database"
            "github.com/gin-gonic/gin"
          )

          func health(c *gin.Context) {
            status := "up"
            if database.DB.Ping() != nil { //! GET /health of api answers success when database.DB.Ping fails
              status = "down"
            }
            c.JSON(http.StatusOK, gin.H{"database": status})
          }

          func main() {
            r := gin.Default()
            r.GET("/health", health)
            r.Run(":8080")
          }
        `,
        'database/database.go': `
          package database

          import "database/sql"

          var DB *sql.DB
        `,
      },
      {
        // In a method that the controller calls, and asked by nobody yet.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-alpine
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { HealthController, HealthService } from './health'
          @Module({ controllers: [HealthController], providers: [HealthService] })
          export class AppModule {}
        `,
        'src/health.ts': `
          import { Controller, Get, Injectable } from '@nestjs/common'
          import { DataSource } from 'typeorm'
          @Injectable()
          export class HealthService {
            constructor(private readonly dataSource: DataSource) {}
            async database() {
              return this.dataSource.query('SELECT 1').then(() => 'up').catch(() => 'down') //! GET /ready of api answers success when dataSource.query fails
            }
          }
          @Controller('ready')
          export class HealthController {
            constructor(private readonly health: HealthService) {}
            @Get()
            async ready() {
              const database = await this.health.database()
              return { status: database === 'up' ? 'ready' : 'not_ready', database }
            }
          }
        `,
      },
    ],
    good: [
      {
        // 503 in the handler of the failure, a failure that goes on, and a status that follows the result.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-alpine
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const app = express()
          app.get('/health', async (req, res) => {
            try {
              await prisma.$queryRaw\`SELECT 1\`
              res.json({ status: 'ok' })
            } catch (error) {
              res.status(503).json({ status: 'error' })
            }
          })
          app.get('/ready', async (req, res) => {
            await prisma.$queryRaw\`SELECT 1\`
            res.json({ status: 'ok' })
          })
          app.get('/status', async (req, res) => {
            const up = await prisma.$queryRaw\`SELECT 1\`.then(() => true).catch(() => false)
            res.status(up ? 200 : 503).json({ up })
          })
          app.listen(3000)
        `,
      },
      {
        // The worker has the code of the API beside its own and runs none of its routes.
        'compose.yaml': `
          services:
            api: { build: ., command: uvicorn shop.api:app }
            worker: { build: ., command: celery -A shop.tasks worker }
            mailer: { build: ., command: python manage.py send_mail --loop }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          RUN pip install -r requirements.txt
        `,
        'manage.py': `
          import os
          from django.core.management import execute_from_command_line
          os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
          execute_from_command_line()
        `,
        'shop/__init__.py': '',
        'shop/settings.py': `
          ROOT_URLCONF = 'shop.urls'
        `,
        'shop/urls.py': `
          from django.urls import path
          from .views import health
          urlpatterns = [path('health/', health)]
        `,
        'shop/views.py': `
          from django.db import connection
          from django.http import JsonResponse
          def health(request):
              try:
                  connection.ensure_connection()
                  return JsonResponse({'status': 'ok'})
              except Exception:
                  return JsonResponse({'status': 'down'})
        `,
        'shop/tasks.py': `
          from celery import Celery
          from fastapi import HTTPException
          app = Celery('shop')
        `,
        'shop/api.py': `
          from fastapi import FastAPI, HTTPException
          from sqlalchemy import create_engine, text
          engine = create_engine('postgresql://db/shop')
          app = FastAPI()
          @app.get('/health')
          def health():
              try:
                  with engine.connect() as connection:
                      connection.execute(text('SELECT 1'))
              except Exception:
                  raise HTTPException(503)
        `,
        'shop/main.py': `
          from fastapi import FastAPI
          from sqlalchemy import create_engine, text
          engine = create_engine('postgresql://db/shop')
          app = FastAPI()
          @app.get('/health')
          def health():
              try:
                  with engine.connect() as connection:
                      connection.execute(text('SELECT 1'))
                  return {'status': 'ok'}
              except Exception:
                  return {'status': 'down'}
        `,
      },
    ],
  },
})

function isAsked({ route }: HealthRoute, { workloads, platform }: Service): boolean {
  const asked = [...workloads.flatMap(askedPathsOf), ...(platform?.checks ?? [])]
  return asked.some(({ path }) => answersPath(route, path))
}

function describe({ route, found }: HealthRoute, service: Service): string {
  return `${route.method === '*' ? 'GET' : route.method} ${route.path} of ${service.name} answers success when ${found.dependency ?? 'what it asks'} fails`
}
