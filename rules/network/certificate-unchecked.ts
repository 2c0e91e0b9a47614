import type { Service, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Place = Service['uncheckedCertificates'][number]

const ID = 'network/certificate-unchecked'
/** https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue, https://peps.python.org/pep-0493/ */
const SWITCHES = ['NODE_TLS_REJECT_UNAUTHORIZED', 'PYTHONHTTPSVERIFY']

export default defineRule({
  id: ID,
  title: 'The certificates of other servers are not checked',
  category: 'security',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  security: 6.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The connection is encrypted, to whoever answers: somebody between the two takes any certificate, reads what is sent, the password first, and answers what they like.',
  fix: 'Trust the authority that signed the certificate in place of everybody: `ssl: { ca: readFileSync("ca.pem") }`, `verify="/etc/ssl/ca.pem"`, `RootCAs: pool`, or `NODE_EXTRA_CA_CERTS=/etc/ssl/ca.pem` for all of a Node.js process. Hosted databases publish theirs.',
  refs: [
    'https://nodejs.org/api/tls.html#tlsconnectoptions-callback',
    'https://node-postgres.com/features/ssl',
    'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification',
    'https://pkg.go.dev/crypto/tls#Config',
    'https://cwe.mitre.org/data/definitions/295.html',
  ],
  reads: ['dockerfile', 'dotenv', 'source'],
  check({ system, pass, fail }) {
    const judged = new Set<string>()
    for (const service of system.services) {
      pass(service)
      const set = service.workloads.flatMap(workload => switchOf(workload) ?? [])
      for (const workload of service.workloads) judged.add(workload.id)
      const places = [...service.uncheckedCertificates].sort(
        (one, other) => Number(other.isForAll) - Number(one.isForAll),
      )
      const [variable] = set
      const [first, ...others] = places
      if (variable)
        fail(service, variable, `${service.name} accepts any certificate of any server: ${variable.name} is 0`, {
          severity: 'high',
          key: variable.name,
        })
      if (first)
        fail(service, first, describe(service, first), {
          key: 'code',
          ...(first.isForAll ? { severity: 'high' as const } : {}),
          related: others.slice(0, 20).map(one => ({ at: one.at, message: `so does ${one.written} here` })),
        })
    }
    for (const workload of system.workloads) {
      const variable = judged.has(workload.id) ? undefined : switchOf(workload)
      if (variable)
        fail(workload, variable, `${workload.name} accepts any certificate of any server: ${variable.name} is 0`, {
          severity: 'high',
          key: variable.name,
        })
    }
  },
  examples: {
    bad: [
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
          const { Pool } = require('pg')
          const pool = new Pool({
            connectionString: process.env.DATABASE_URL,
            ssl: process.env.NODE_ENV === 'production' ? { rejectUnauthorized: false } : false, //! api accepts any certificate: rejectUnauthorized: false
          })
          require('http').createServer((request, response) => response.end()).listen(3000, () => pool.query('SELECT 1'))
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
          process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0' //! api accepts any certificate of any server
          const mail = require('nodemailer').createTransport({ host: 'smtp.acme.com', tls: { rejectUnauthorized: false } })
          require('http').createServer((request, response) => response.end()).listen(3000, () => mail.verify())
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              build: .
              ports: ["3000:3000"]
              environment:
                NODE_TLS_REJECT_UNAUTHORIZED: "0" #! api accepts any certificate of any server: NODE_TLS_REJECT_UNAUTHORIZED is 0
            other:
              image: ghcr.io/acme/other:1.4.0
              environment: ["NODE_TLS_REJECT_UNAUTHORIZED=0"] #! other accepts any certificate of any server
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          require('http').createServer((request, response) => response.end()).listen(3000)
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
          import requests
          from fastapi import FastAPI
          app = FastAPI()
          @app.get("/rates")
          def rates():
              return requests.get("https://rates.acme.com/", timeout=5, verify=False).json() #! api accepts any certificate: verify=False
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
            "crypto/tls"
            "net/http"
          )
          func main() {
            client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} //! api accepts any certificate: InsecureSkipVerify: true
            client.Get("https://rates.acme.com/")
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
    ],
    good: [
      {
        // For development, for this machine, decided elsewhere, for clients that call, checked in another way, and in tests.
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
          const https = require('https')
          const { Pool } = require('pg')
          const isProduction = process.env.NODE_ENV === 'production'
          const pool = new Pool({ ssl: process.env.NODE_ENV !== 'production' ? { rejectUnauthorized: false } : true })
          const other = new Pool({ ssl: isProduction ? { ca: process.env.CA } : { rejectUnauthorized: false } })
          const local = new Pool({ host: 'localhost', ssl: { rejectUnauthorized: false } })
          const chosen = new Pool({ ssl: { rejectUnauthorized: process.env.CHECK !== 'no' } })
          const strict = new Pool({ ssl: { rejectUnauthorized: true } })
          if (process.env.NODE_ENV === 'development') process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
          const server = https.createServer({ requestCert: true, rejectUnauthorized: false }, (request, response) => response.end())
          server.listen(3000, () => [pool, other, local, chosen, strict])
        `,
        'test/server.test.js': `
          const agent = new (require('https').Agent)({ rejectUnauthorized: false })
          module.exports = agent
        `,
        'scripts/copy.js': `
          const { Client } = require('pg')
          new Client({ ssl: { rejectUnauthorized: false } }).connect()
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
          import requests
          from fastapi import FastAPI
          app = FastAPI()
          @app.get("/rates")
          def rates():
              requests.get("https://localhost:9443/", timeout=5, verify=False)
              return requests.get("https://rates.acme.com/", timeout=5, verify="/etc/ssl/ca.pem").json()
          def check(token, verify=False):
              return check(token, verify=False)
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              build: .
              ports: ["3000:3000"]
              environment: { NODE_TLS_REJECT_UNAUTHORIZED: "1", NODE_EXTRA_CA_CERTS: /etc/ssl/ca.pem }
        `,
        'compose.override.yaml': `
          services: { api: { environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          require('http').createServer((request, response) => response.end()).listen(3000)
        `,
      },
    ],
  },
})

function describe({ name }: Service, { written, isForAll }: Place): string {
  return isForAll
    ? `${name} accepts any certificate of any server: ${written}`
    : `${name} accepts any certificate: ${written}`
}

function switchOf({ environment }: Workload) {
  return SWITCHES.flatMap(name => environment.get(name) ?? []).find(
    ({ value }) => value.known && value.value.trim() === '0',
  )
}
