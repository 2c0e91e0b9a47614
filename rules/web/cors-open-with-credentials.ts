import { isOpen } from '../../src/model/code/web/cors.js'
import { OWN_MIDDLEWARE } from '../../src/model/code/web/cors-headers.js'
import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Policy = Service['cors'][number]

const GO = `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/ ./cmd/...
          CMD ["/bin/chi"]
        `
const MODULE = 'module example.com/shop\n\ngo 1.26\n'

/** A list, and where the language or its libraries have a way: an end that nobody else can have. */
const WHOLE_ORIGIN = {
  node: '`["https://erp.example.com"].includes(origin)`, or a domain of your own behind a dot, `/^https:\\/\\/[a-z0-9-]+\\.example\\.com$/`',
  python:
    '`allow_origins=["https://erp.example.com"]`, or a domain of your own behind a dot, `allow_origin_regex=r"https://[a-z0-9-]+\\.example\\.com"`',
  go: '`slices.Contains([]string{"https://erp.example.com"}, origin)`',
} as const

export default defineRule({
  id: 'web/cors-open-with-credentials',
  title: 'Any website may call the service with the login of its visitors',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'With credentials, the browser sends the cookies of the visitor and lets the page read the answer. When every origin is let in, so is every page that a signed-in user happens to open.',
  fix: 'Name the origins of your own pages: `origin: ["https://erp.example.com"]`, `allow_origins=["https://erp.example.com"]`, `CORS_ALLOWED_ORIGINS = ["https://erp.example.com"]`.',
  refs: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
    'https://github.com/expressjs/cors#configuration-options',
    'https://github.com/koajs/cors#corsoptions',
    'https://publicsuffix.org/list/',
    'https://www.starlette.io/middleware/#corsmiddleware',
    'https://pypi.org/project/django-cors-headers/',
    'https://pkg.go.dev/github.com/go-chi/cors#Options',
    'https://pkg.go.dev/github.com/gin-contrib/cors#Config',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const open = service.cors.filter(isOpen)
      const [first, ...others] = open
      if (first) {
        fail(service, first, describe(service, first), {
          key: 'cors',
          fix: first.claim
            ? `Compare the whole origin with your own pages: ${WHOLE_ORIGIN[service.runtime]}.`
            : first.library === OWN_MIDDLEWARE
              ? 'Repeat the origin only where it is one of your own pages: compare it with a list before, such as `["https://erp.example.com"]`.'
              : `Name the origins of your own pages: ${originsFor(first.library, service)}.`,
          related: others.map(one => ({ at: one.at, message: `${one.library} does so too` })),
        })
        continue
      }
      const unknown = service.cors.find(({ origin, credentials }) => origin === 'unknown' && credentials === true)
      if (unknown) unverified(service, unknown, `which origins ${service.name} lets in is not known`)
      else if (service.cors.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
      {
        // By hand: a part of the origin is enough.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          const list = ['https://erp.example.com']
          app.use((req, res, next) => {
            const origin = req.headers.origin
            if (origin && (list.includes(origin) || origin.endsWith('.vercel.app'))) {
              res.setHeader('Access-Control-Allow-Origin', origin) //! lets in whoever has an address that ends with .vercel.app
            }
            res.setHeader('Access-Control-Allow-Credentials', 'true')
            next()
          })
          app.listen(3000)
        `,
      },
      {
        // A part of the origin is enough.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'cmd/chi/main.go': `
          package main

          import (
            "net/http"
            "strings"

            "github.com/go-chi/chi/v5"
            "github.com/go-chi/cors"
          )

          func main() {
            r := chi.NewRouter()
            r.Use(cors.Handler(cors.Options{ //! ends with .vercel.app, with the login of its visitors, and anybody can have one
              AllowOriginFunc:  func(r *http.Request, origin string) bool { return strings.HasSuffix(origin, ".vercel.app") },
              AllowCredentials: true,
            }))
            http.ListenAndServe(":8080", r)
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'cmd/chi/main.go': `
          package main

          import (
            "net/http"

            "github.com/go-chi/chi/v5"
            "github.com/go-chi/cors"
          )

          func main() {
            r := chi.NewRouter()
            r.Use(cors.Handler(cors.Options{
              AllowedOrigins:   []string{"https://erp.example.com", "https://*.netlify.app"}, //! matches https://*.netlify.app, with the login of its visitors
              AllowCredentials: true,
            }))
            http.ListenAndServe(":8080", r)
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({
            credentials: true,
            origin: (origin, done) => done(null, !origin || list.includes(origin) || origin.endsWith('.vercel.app')), //! api lets in whoever has an address that ends with .vercel.app, with the login of its visitors, and anybody can have one: https://anybody.vercel.app
          }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({
            credentials: true,
            origin: (origin, done) => done(null, origin.endsWith('example.com')), //! ends with example.com, with the login of its visitors, and anybody can have one: https://anybodysexample.com
          }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({
            credentials: true,
            origin: [/\\.netlify\\.app$/, 'https://erp.example.com'], //! and anybody can have one: https://anybody.netlify.app
          }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({
            credentials: true,
            origin: (origin, done) => done(null, origin.startsWith('https://erp.example.com')), //! begins with https://erp.example.com, with the login of its visitors, and anybody can have one: https://erp.example.com.anybody.com
          }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({
            credentials: true,
            origin: /^https:\\/\\/erp-.*\\.vercel\\.app$/, //! https://erp-anybody.vercel.app
          }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const Koa = require('koa')
          const cors = require('@koa/cors')
          const app = new Koa()
          app.use(cors({ credentials: true })) //! api lets any website call it with the login of its visitors: @koa/cors repeats the origin that asks
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const Koa = require('koa')
          const cors = require('@koa/cors')
          const app = new Koa()
          app.use(cors({ credentials: true, origin: ctx => ctx.get('Origin') })) //! @koa/cors repeats the origin that asks
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from fastapi.middleware.cors import CORSMiddleware
          app = FastAPI()
          app.add_middleware(
              CORSMiddleware,
              allow_origins=["https://erp.example.com"],
              allow_origin_regex=r"https://.*\\.vercel\\.app", #! matches /https://.*\\.vercel\\.app/, with the login of its visitors, and anybody can have one
              allow_credentials=True,
          )
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          app.use(cors({ origin: true, credentials: true })) //! api lets any website call it with the login of its visitors: cors repeats the origin that asks
          app.listen(3000)
        `,
      },
      {
        // The list is there, and who is not on it is let in all the same: at once, or because nothing says that this is production.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            admin: { build: ., command: node admin.js, environment: { NODE_ENV: development }, ports: ["3001:3001"] }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const allowed = ['https://erp.example.com']
          app.use(cors({
            origin: (origin, callback) => { //! api lets any website call it with the login of its visitors: cors repeats the origin that asks
              if (!origin) return callback(null, true)
              if (allowed.includes(origin) || origin.endsWith('.example.com')) {
                callback(null, true)
              } else {
                callback(null, true)
              }
            },
            credentials: true,
          }))
          app.listen(3000)
        `,
        'admin.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const isAllowed = origin => process.env.NODE_ENV === 'development' || origin === 'https://erp.example.com'
          app.use(cors({ origin: (origin, callback) => callback(null, isAllowed(origin)), credentials: true })) //! admin lets any website call it
          app.listen(3001)
        `,
      },
      {
        // A function that agrees to all; the gateway as well.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
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
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            app.enableCors({
              origin: (origin, callback) => callback(null, true), //! api lets any website call it with the login of its visitors: enableCors repeats the origin that asks
              credentials: true,
            })
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          @Module({})
          export class AppModule {}
        `,
      },
      {
        'compose.yaml': `
          services: { live: { build: ., ports: ["3001:3001"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "live.js"]
        `,
        'live.js': `
          import { createServer } from 'node:http'
          import { Server } from 'socket.io'
          const server = createServer()
          new Server(server, { cors: { origin: process.env.ORIGIN || '*', credentials: true } }) //! live answers any website, with credentials: Socket.IO says * in the answer
          server.listen(3001)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from fastapi.middleware.cors import CORSMiddleware
          app = FastAPI()
          app.add_middleware(
              CORSMiddleware,
              allow_origins=["*"], #! api lets any website call it with the login of its visitors: CORSMiddleware repeats the origin that asks
              allow_credentials=True,
          )
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
          CORS_ALLOW_ALL_ORIGINS = True #! core lets any website call it with the login of its visitors: django-cors-headers repeats the origin that asks
          CORS_ALLOW_CREDENTIALS = True
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
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
          from fastapi.middleware.cors import CORSMiddleware
          app = FastAPI()
          app.add_middleware(
              CORSMiddleware,
              allow_origins=[one.strip() for one in os.getenv("ALLOW_ORIGINS", "*").split(",")], #! api lets any website call it with the login of its visitors: CORSMiddleware repeats the origin that asks
              allow_credentials=True,
          )
        `,
      },
      {
        // A star within an origin stands for anything; a text of the environment; a function that agrees to all.
        'compose.yaml': `
          services:
            chi: { build: ., ports: ["8080:8080"] }
            gin: { build: ., command: /bin/gin, ports: ["8081:8080"] }
            echo: { build: ., command: /bin/echo, environment: { ORIGINS: "*" }, ports: ["8082:8080"] }
            rs: { build: ., command: /bin/rs, ports: ["8083:8080"] }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'cmd/chi/main.go': `
          package main

          import (
            "net/http"

            "github.com/go-chi/chi/v5"
            "github.com/go-chi/cors"
          )

          func main() {
            r := chi.NewRouter()
            r.Use(cors.Handler(cors.Options{
              AllowedOrigins:   []string{"https://*", "http://*"}, //! chi lets any website call it with the login of its visitors: cors repeats the origin that asks
              AllowedMethods:   []string{"GET", "POST"},
              AllowCredentials: true,
            }))
            http.ListenAndServe(":8080", r)
          }
        `,
        'cmd/gin/main.go': `
          package main

          import (
            "github.com/gin-contrib/cors"
            "github.com/gin-gonic/gin"
          )

          func main() {
            r := gin.Default()
            config := cors.DefaultConfig()
            config.AllowAllOrigins = true
            config.AllowCredentials = true
            r.Use(cors.New(config)) //! gin answers any website, with credentials: gin-contrib/cors says * in the answer
            r.Run(":8080")
          }
        `,
        'cmd/echo/main.go': `
          package main

          import (
            "os"
            "strings"

            "github.com/labstack/echo/v4"
            "github.com/labstack/echo/v4/middleware"
          )

          func main() {
            e := echo.New()
            e.Use(middleware.CORSWithConfig(middleware.CORSConfig{
              AllowOrigins:     strings.Split(os.Getenv("ORIGINS"), ","), //! echo answers any website, with credentials: CORSWithConfig says * in the answer
              AllowCredentials: true,
            }))
            e.Start(":8080")
          }
        `,
        'cmd/rs/main.go': `
          package main

          import (
            "net/http"

            "github.com/rs/cors"
          )

          func main() {
            c := cors.New(cors.Options{ //! rs lets any website call it with the login of its visitors: cors repeats the origin that asks
              AllowOriginFunc:  func(origin string) bool { return true },
              AllowCredentials: true,
            })
            http.ListenAndServe(":8080", c.Handler(http.DefaultServeMux))
          }
        `,
      },
      {
        // By hand, in three languages.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["8080:8080"] }
            shop: { build: ./shop, ports: ["3000:3000"] }
            desk: { build: ./desk, ports: ["8000:8000"] }
        `,
        Dockerfile: GO.replace('/bin/chi', '/bin/api'),
        'go.mod': MODULE,
        'cmd/api/main.go': `
          package main

          import "net/http"

          func withCORS(next http.Handler) http.Handler {
            return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
              origin := r.Header.Get("Origin")
              if origin != "" {
                w.Header().Set("Access-Control-Allow-Origin", origin) //! api lets any website call it with the login of its visitors: its own middleware repeats the origin that asks
                w.Header().Set("Access-Control-Allow-Credentials", "true")
              }
              next.ServeHTTP(w, r)
            })
          }

          func main() {
            http.ListenAndServe(":8080", withCORS(http.DefaultServeMux))
          }
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/server.js': `
          const express = require('express')
          const app = express()
          app.use((req, res, next) => {
            res.header('Access-Control-Allow-Origin', req.headers.origin || '*') //! shop lets any website call it with the login of its visitors
            res.header('Access-Control-Allow-Credentials', 'true')
            if (req.method === 'OPTIONS') return res.sendStatus(204)
            next()
          })
          app.listen(3000)
        `,
        'desk/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "main:app", "--bind", "0.0.0.0:8000"]
        `,
        'desk/main.py': `
          from flask import Flask, request
          app = Flask(__name__)

          @app.after_request
          def headers(response):
              response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin", "*") #! desk lets any website call it with the login of its visitors
              response.headers["Access-Control-Allow-Credentials"] = "true"
              return response
        `,
      },
    ],
    good: [
      {
        // By hand: a list, a domain of their own.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const cors = require('cors')
          const express = require('express')
          const app = express()
          const list = ['https://erp.example.com']
          app.use(cors({ origin: list, credentials: true }))
          app.use((req, res, next) => {
            const origin = req.headers.origin
            if (list.includes(origin) || (origin ?? '').endsWith('.example.com')) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
            next()
          })
          app.listen(3000)
        `,
      },
      {
        // A domain of their own, behind a dot.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'cmd/chi/main.go': `
          package main

          import (
            "net/http"
            "strings"

            "github.com/go-chi/chi/v5"
            "github.com/go-chi/cors"
          )

          func main() {
            r := chi.NewRouter()
            r.Use(cors.Handler(cors.Options{
              AllowOriginFunc:  func(r *http.Request, origin string) bool { return strings.HasSuffix(origin, ".example.com") },
              AllowCredentials: true,
            }))
            http.ListenAndServe(":8080", r)
          }
        `,
      },
      {
        // Names of their own, behind a dot or whole; a shared host without credentials.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const list = ['https://erp.example.com']
          const credentials = true
          app.use('/a', cors({ credentials, origin: (origin, done) => done(null, list.includes(origin) || origin.endsWith('.example.com')) }))
          app.use('/b', cors({ credentials, origin: [/\\.example\\.com$/, /^https:\\/\\/(?:www\\.)?example\\.com$/] }))
          app.use('/c', cors({ credentials, origin: /^https?:\\/\\/localhost:\\d+$/ }))
          app.use('/d', cors({ credentials, origin: (origin, done) => done(null, origin.startsWith('http://localhost:')) }))
          app.use('/e', cors({ origin: (origin, done) => done(null, origin.endsWith('.vercel.app')) }))
          app.use('/f', cors({ credentials, origin: (origin, done) => done(null, new URL(origin).hostname === 'example.com') }))
          app.use('/g', cors({ credentials, origin: /^https:\\/\\/erp-[a-z0-9]+-acme\\.vercel\\.app$/ }))
          app.use('/h', cors({ credentials, origin: (origin, done) => done(null, origin.startsWith('https://erp.') && origin.endsWith('.example.com')) }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const Koa = require('koa')
          const cors = require('@koa/cors')
          const app = new Koa()
          app.use(cors())
          app.use(cors({ credentials: true, origin: 'https://erp.example.com' }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from fastapi.middleware.cors import CORSMiddleware
          app = FastAPI()
          app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*\\.example\\.com", allow_credentials=True)
        `,
      },
      {
        // By hand, after a look at a list, or without credentials, or for the programs of developers.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["8080:8080"] }
            shop: { build: ./shop, ports: ["3000:3000"] }
        `,
        Dockerfile: GO.replace('/bin/chi', '/bin/api'),
        'go.mod': MODULE,
        'cmd/api/main.go': `
          package main

          import (
            "net/http"

            "github.com/gorilla/handlers"
          )

          var allowed = map[string]bool{"https://erp.example.com": true}

          func withCORS(next http.Handler) http.Handler {
            return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
              origin := r.Header.Get("Origin")
              if allowed[origin] {
                w.Header().Set("Access-Control-Allow-Origin", origin)
                w.Header().Set("Access-Control-Allow-Credentials", "true")
              }
              next.ServeHTTP(w, r)
            })
          }

          func public(w http.ResponseWriter, r *http.Request) {
            w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
          }

          func main() {
            named := handlers.CORS(handlers.AllowedOrigins([]string{"https://erp.example.com"}), handlers.AllowCredentials())
            http.ListenAndServe(":8080", named(withCORS(http.DefaultServeMux)))
          }
        `,
        'shop/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'shop/server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const allowed = ['https://erp.example.com']
          app.use(cors({ origin: allowed, credentials: true }))
          app.use((req, res, next) => {
            const { origin } = req.headers
            if (!allowed.includes(origin)) return next()
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
            next()
          })
          app.use((req, res, next) => {
            res.setHeader('Access-Control-Allow-Origin', allowed.includes(req.headers.origin) ? req.headers.origin : allowed[0])
            res.setHeader('Access-Control-Allow-Credentials', 'true')
            if (process.env.NODE_ENV !== 'production') {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            }
            next()
          })
          app.listen(3000)
        `,
      },
      {
        // Names, in a list, of settings and of the environment; without credentials; where the program refuses to start.
        'compose.yaml': `
          services:
            chi: { build: ., ports: ["8080:8080"] }
            gin: { build: ., command: /bin/gin, environment: { ORIGINS: "https://erp.example.com" }, ports: ["8081:8080"] }
            fiber: { build: ., command: /bin/fiber, ports: ["8082:8080"] }
        `,
        Dockerfile: GO,
        'go.mod': MODULE,
        'cmd/chi/main.go': `
          package main

          import (
            "net/http"
            "os"

            "github.com/go-chi/chi/v5"
            "github.com/go-chi/cors"
          )

          func main() {
            r := chi.NewRouter()
            r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://*.example.com"}, AllowCredentials: true}))
            r.Group(func(r chi.Router) {
              r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://*"}, AllowCredentials: false}))
              r.Use(cors.AllowAll().Handler)
            })
            if os.Getenv("APP_ENV") == "development" {
              r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}))
            }
            http.ListenAndServe(":8080", r)
          }
        `,
        'cmd/gin/main.go': `
          package main

          import (
            "os"
            "strings"

            "github.com/gin-contrib/cors"
            "github.com/gin-gonic/gin"
          )

          type Config struct {
            Origins []string
          }

          func load() *Config {
            return &Config{Origins: strings.Split(os.Getenv("ORIGINS"), ",")}
          }

          func main() {
            cfg := load()
            r := gin.Default()
            config := cors.DefaultConfig()
            config.AllowOrigins = cfg.Origins
            config.AllowCredentials = true
            r.Use(cors.New(config))
            r.Use(cors.New(cors.Config{
              AllowOriginFunc:  func(origin string) bool { return strings.HasSuffix(origin, ".example.com") },
              AllowCredentials: true,
            }))
            r.Use(cors.New(cors.Config{AllowOrigins: []string{"https://*"}, AllowCredentials: true}))
            r.Run(":8080")
          }
        `,
        'cmd/fiber/main.go': `
          package main

          import (
            "github.com/gofiber/fiber/v2"
            "github.com/gofiber/fiber/v2/middleware/cors"
          )

          func main() {
            app := fiber.New()
            app.Use(cors.New(cors.Config{AllowOrigins: "https://erp.example.com, https://shop.example.com", AllowCredentials: true}))
            app.Listen(":8080")
          }
        `,
      },
      {
        // Functions that turn away who is not on the list, in the ways that people write them.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"], environment: { NODE_ENV: production, ORIGINS: "https://erp.example.com" } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          const allowed = (process.env.ORIGINS || '').split(',')
          const isAllowed = origin => allowed.some(one => origin === one)
          function origin(origin, callback) {
            if (process.env.NODE_ENV !== 'production') return callback(null, true)
            callback(null, isAllowed(origin))
          }
          app.use(cors({
            credentials: true,
            origin: (origin, callback) => {
              if (!origin || allowed.includes(origin)) {
                callback(null, true)
              } else {
                console.warn('refused', origin)
                callback(new Error('Not allowed by CORS'))
              }
            },
          }))
          app.use('/api', cors({ credentials: true, origin }))
          app.use('/admin', cors({
            credentials: true,
            origin: (origin, callback) => allowed.indexOf(origin) !== -1 ? callback(null, true) : callback(null, false),
          }))
          app.use('/live', cors({
            credentials: true,
            origin(origin, callback) {
              const known = /\\.example\\.com$/.test(origin)
              if (known) return callback(null, true)
              return callback(null, false)
            },
          }))
          app.listen(3000)
        `,
      },
      {
        // Named origins; any origin without credentials; only outside production.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"], environment: { ORIGIN: "https://erp.example.com" } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const cors = require('cors')
          const app = express()
          app.use(cors({ origin: process.env.ORIGIN || '*', credentials: true }))
          app.use('/admin', cors({ origin: ['https://admin.example.com'], credentials: true }))
          app.use('/partners', cors({ origin: (process.env.PARTNERS ?? '*').split(','), credentials: true }))
          app.use('/public', cors())
          const options = { origin: true, credentials: true }
          options.origin = process.env.ORIGIN
          app.use('/own', cors(options))
          app.use('/open', cors({ origin: '*' }))
          if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: true, credentials: true }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"], environment: { CORS_ORIGINS: '["https://erp.example.com"]' } } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from fastapi.middleware.cors import CORSMiddleware
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              CORS_ORIGINS: list[str] = ["*"]
          settings = Settings()
          app = FastAPI()
          app.add_middleware(CORSMiddleware, allow_origins=settings.CORS_ORIGINS, allow_credentials=True)
        `,
      },
      {
        // A list that a property puts together; a text whose default names an origin.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
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
          from fastapi.middleware.cors import CORSMiddleware
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              FRONTEND: str = "https://erp.example.com"
              PARTNERS: list[str] = []
              @property
              def origins(self) -> list[str]:
                  """Who may call."""
                  return [str(one).rstrip("/") for one in self.PARTNERS] + [self.FRONTEND]
          settings = Settings()
          app = FastAPI()
          app.add_middleware(CORSMiddleware, allow_origins=settings.origins, allow_credentials=True)
          live = FastAPI()
          live.add_middleware(
              CORSMiddleware,
              allow_origins=os.getenv("LIVE_ORIGINS", "https://erp.example.com").split(","),
              allow_credentials=True,
          )
        `,
      },
    ],
  },
})

function describe({ name }: Service, { library, origin, claim }: Policy): string {
  if (claim)
    return `${name} lets in whoever has an address that ${claim.asked}, with the login of its visitors, and anybody can have one: ${claim.example}`
  return origin === 'reflected'
    ? `${name} lets any website call it with the login of its visitors: ${library} repeats the origin that asks, and allows credentials`
    : `${name} answers any website, with credentials: ${library} says * in the answer, which browsers refuse for requests with cookies and which no other client minds`
}

/** The option of the library, with a list of one origin. */
function originsFor(library: string, { runtime }: Service): string {
  if (runtime === 'go')
    return library === 'gin-contrib/cors' || library === 'CORSWithConfig'
      ? '`AllowOrigins: []string{"https://erp.example.com"}`'
      : '`AllowedOrigins: []string{"https://erp.example.com"}`'
  if (runtime !== 'python') return '`origin: ["https://erp.example.com"]`'
  return library === 'django-cors-headers'
    ? '`CORS_ALLOWED_ORIGINS = ["https://erp.example.com"]` without `CORS_ALLOW_ALL_ORIGINS`'
    : '`allow_origins=["https://erp.example.com"]`'
}
