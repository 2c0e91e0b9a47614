import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `
const NODE = {
  'compose.yaml': COMPOSE,
  Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
}
const PYTHON = {
  'compose.yaml': COMPOSE,
  Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["python", "main.py"]
        `,
}

const LIMITS = {
  node: '`axios.create({ timeout: 5000 })`, `fetch(url, { signal: AbortSignal.timeout(5000) })`',
  python: '`requests.get(url, timeout=5)`, `httpx.Client(timeout=5)`, `EMAIL_TIMEOUT = 10` of Django',
  go: '`&http.Client{Timeout: 10 * time.Second}`, or a context from `context.WithTimeout`',
}

export default defineRule({
  id: 'resilience/outbound-timeout-missing',
  title: 'A request to another service waits for as long as that takes',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When the other side hangs, so does every request that asks it: connections, memory and workers pile up, and a slow neighbour takes the service down with it.',
  fix: 'Give each client a limit: `axios.create({ timeout: 5000 })`, `fetch(url, { signal: AbortSignal.timeout(5000) })`, `requests.get(url, timeout=5)`, `&http.Client{Timeout: 10 * time.Second}` or a context from `context.WithTimeout`.',
  refs: [
    'https://axios-http.com/docs/req_config',
    'https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal/timeout_static',
    'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts',
    'https://pkg.go.dev/net/http#Client',
    'https://pkg.go.dev/context#WithTimeout',
    'https://docs.nestjs.com/techniques/http-module#configuration',
    'https://docs.djangoproject.com/en/5.2/ref/settings/#email-timeout',
    'https://sre.google/sre-book/addressing-cascading-failures/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      if (service.outbound.length === 0 || !isServing(service)) continue
      // One that gives up by itself comes last.
      const endless = service.outbound.filter(one => one.timeout === 'none')
      const [first, ...others] = [...endless.filter(one => !one.isBounded), ...endless.filter(one => one.isBounded)]
      const open = service.outbound.find(one => one.timeout === 'unknown')
      if (first)
        fail(service, first.at, describe(service, first, others.length), {
          key: 'timeout',
          fix: `Give each client a limit: ${LIMITS[service.runtime]}.`,
          ...(first.isBounded && { severity: 'low' as const }),
          related: others.map(one => ({ at: one.at, message: `${one.name} has none either` })),
        })
      else if (open)
        unverified(service, open.at, `whether ${open.name} of ${service.name} ends is not known: ${open.because ?? ''}`)
      else pass(service)
    }
  },
  examples: {
    bad: [
      {
        ...NODE,
        'server.js': `
          const express = require('express')
          const axios = require('axios')
          const app = express()
          app.get('/rates', async (req, res) => {
            const { data } = await axios.get('https://rates.example/latest', { params: { base: 'EUR' } }) //! axios.get of api has no timeout
            res.json(data)
          })
          app.listen(3000)
        `,
      },
      {
        ...NODE,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/rates', async (req, res) => {
            const answer = await fetch('https://rates.example/latest') //! fetch of api has no timeout, so that it waits five minutes
            res.json(await answer.json())
          })
          app.listen(3000)
        `,
      },
      {
        ...PYTHON,
        'main.py': `
          import requests

          def rates():
              return requests.get("https://rates.example/latest").json() #! requests.get of api has no timeout

          rates()
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import "net/http"

          func main() {
            http.HandleFunc("GET /rates", rates)
            http.ListenAndServe(":8080", nil)
          }
        `,
        'rates.go': `
          package main

          import "net/http"

          var client = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} //! http.Client of api has no timeout

          func rates(w http.ResponseWriter, r *http.Request) {
            http.Get("https://rates.example.com")
            client.Get("https://rates.example.com")
          }
        `,
      },
      {
        // Sessions have none either, nor has what comes with Python.
        ...PYTHON,
        'main.py': `
          import smtplib
          import urllib.request

          import requests

          session = requests.Session()

          def rates():
              return session.get("https://rates.example/latest").json() #! session.get of api has no timeout; nor have 2 more of its 4 requests

          def mail():
              smtplib.SMTP("smtp.example.com", 587)
              urllib.request.urlopen("https://rates.example/latest")
              session.post("https://rates.example/latest", timeout=5)

          rates()
        `,
      },
      {
        ...PYTHON,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "core.wsgi:application", "--bind", "0.0.0.0:3000"]
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
          EMAIL_HOST = "smtp.example.com"
        `,
        'core/views.py': `
          from django.core.mail import send_mail

          def order(request):
              send_mail("Order", "Thank you", None, [request.user.email]) #! send_mail of api has no timeout
        `,
      },
      {
        ...NODE,
        'server.js': `
          const express = require('express')
          const got = require('got')
          const app = express()
          app.get('/rates', async (req, res) => {
            res.json(await got('https://rates.example/latest').json()) //! got of api has no timeout
          })
          app.listen(3000)
        `,
      },
      {
        ...NODE,
        'server.js': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'app.module.ts': `
          import { Module } from '@nestjs/common'
          import { HttpModule } from '@nestjs/axios'
          import { RatesService } from './rates.service'
          @Module({ imports: [HttpModule], providers: [RatesService] }) //! HttpModule of api has no timeout
          export class AppModule {}
        `,
        'rates.service.ts': `
          import { Injectable } from '@nestjs/common'
          import { HttpService } from '@nestjs/axios'
          @Injectable()
          export class RatesService {
            constructor(private readonly http: HttpService) {}
            latest() {
              return this.http.get('https://rates.example/latest')
            }
          }
        `,
      },
    ],
    good: [
      {
        // A session whose adapter has one; a default for all sockets; mails with a limit.
        ...PYTHON,
        'main.py': `
          import requests
          from adapters import TimeoutAdapter

          session = requests.Session()
          session.mount("https://", TimeoutAdapter(timeout=5))

          def rates():
              return session.get("https://rates.example/latest").json()

          rates()
        `,
        'adapters.py': `
          import smtplib
          import socket
          import urllib.request

          import requests

          socket.setdefaulttimeout(10)
          smtplib.SMTP("smtp.example.com")
          urllib.request.urlopen("https://rates.example/latest", None, 5)
          requests.get("https://rates.example/latest", timeout=5)

          class TimeoutAdapter: ...
        `,
      },
      {
        // A limit for the module, for a request, for all that are made.
        ...NODE,
        'server.js': `
          import { NestFactory } from '@nestjs/core'
          import got from 'got'
          import fetch from 'node-fetch'
          import { AppModule } from './app.module'
          const client = got.extend({ prefixUrl: 'https://rates.example', timeout: { request: 5000 } })
          client.get('latest')
          fetch('https://rates.example/latest', { signal: AbortSignal.timeout(5000) })
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'app.module.ts': `
          import { Module } from '@nestjs/common'
          import { HttpModule, HttpService } from '@nestjs/axios'
          @Module({ imports: [HttpModule.register({ timeout: 5000 })] })
          export class AppModule {
            constructor(private readonly http: HttpService) {}
          }
        `,
      },
      {
        // An instance with a timeout, a signal, and a path of the page itself.
        ...NODE,
        'server.js': `
          const express = require('express')
          const axios = require('axios')
          const client = axios.create({ baseURL: 'https://rates.example', timeout: 5000 })
          const app = express()
          app.get('/rates', async (req, res) => {
            const { data } = await client.get('/latest')
            const other = await fetch('https://rates.example/latest', { signal: AbortSignal.timeout(5000) })
            res.json({ data, other: await other.json() })
          })
          app.listen(3000)
        `,
      },
      {
        // A timeout for all of axios.
        ...NODE,
        'server.js': `
          const express = require('express')
          const axios = require('axios')
          axios.defaults.timeout = 5000
          const app = express()
          app.get('/rates', async (req, res) => res.json((await axios.get('https://rates.example/latest')).data))
          app.listen(3000)
        `,
      },
      {
        // httpx waits 5 s.
        ...PYTHON,
        'main.py': `
          import httpx
          import requests

          def rates():
              requests.post("https://rates.example/log", json={}, timeout=(3, 10))
              return httpx.get("https://rates.example/latest").json()

          rates()
        `,
      },
      {
        // A limit, and a question to itself.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import (
            "net/http"
            "os"
            "time"
          )

          var client = http.Client{Timeout: 5 * time.Second}

          func main() {
            if len(os.Args) > 1 {
              http.Get("http://localhost:8080/healthz")
              return
            }
            http.HandleFunc("GET /rates", func(w http.ResponseWriter, r *http.Request) { client.Get("https://rates.example.com") })
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
    ],
  },
})

/** It answers requests, or works on through what it is sent; a program that runs once may wait. */
function isServing({ listening, workloads, runtime }: Service): boolean {
  return listening.length > 0 || (runtime !== 'go' && workloads.some(({ longRunning }) => longRunning))
}

function describe(
  { name, outbound }: Service,
  { name: call, isBounded }: Service['outbound'][number],
  more: number,
): string {
  const wait = isBounded ? ', so that it waits five minutes' : ''
  const rest = more === 0 ? '' : `; nor have ${more} more of its ${outbound.length} requests and clients`
  return `${call} of ${name} has no timeout${wait}${rest}`
}
