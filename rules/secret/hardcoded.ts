import { type CodeSecret, codeSecrets } from '../../src/model/secrets/code-secrets.js'
import { subjectNames } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/hardcoded'

export default defineRule({
  id: ID,
  title: 'A secret stands in the code that uses it',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.6,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Everybody who can read the code, a copy of it or an image built from it has the secret, and it can only be changed by a release. With a signing key anybody can issue sessions for any user.',
  fix: 'Take it from the environment without a fallback, let the start fail without it, and change it, because this one is known.',
  refs: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    for (const service of system.services) pass(service)
    for (const one of codeSecrets(system)) {
      const [first, ...others] = one.services
      if (!first || one.kind === 'url') continue
      fail(first, one, describe(one), {
        severity: one.signing ? 'critical' : 'high',
        key: `${one.name} in ${one.at.path}`,
      })
      for (const other of others) implied(other, ID)
    }
  },
  examples: {
    bad: [
      {
        // One of several settings in a dictionary.
        'compose.yaml': `
          services: { web: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "shop.wsgi:application"]
        `,
        'manage.py': '',
        'shop/__init__.py': '',
        'shop/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
          application = get_wsgi_application()
        `,
        'shop/settings.py': `
          import os
          SECRET_KEY = os.environ["SECRET_KEY"]
          DATABASES = {
              "default": {
                  "ENGINE": "django.db.backends.postgresql",
                  "HOST": "db",
                  "USER": "erp",
                  "PASSWORD": "walnut-drift-7", #! a password in DATABASES of web is written into shop/settings.py
              }
          }
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
          const jwt = require('jsonwebtoken')
          const session = require('express-session')
          const { Pool } = require('pg')
          const app = require('express')()
          const pool = new Pool({ host: 'db', user: 'erp', password: 'erp_password' }) //! Pool of api takes a password that is written into server.js
          app.use(session({ secret: 'keyboard cat', resave: false })) //! session of api takes a key that is written into server.js
          app.post('/login', (request, response) => response.json(jwt.sign({ id: 1 }, 'walnut-drift-7', { expiresIn: '1h' }))) //! jwt.sign of api takes a key
          app.listen(3000, () => pool.query('SELECT 1'))
        `,
      },
      {
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
          import jwt
          from fastapi import FastAPI
          SECRET_KEY = "walnut-drift-7" #! jwt.encode of api takes a key
          SMS_API_KEY = "q7RtW2mZk9XvB4Ld" #! SMS_API_KEY of api is written into main.py
          FIREBASE_API_KEY = "k3VtQ8nWz5YbD1Rs"
          app = FastAPI()
          @app.post("/token")
          def token():
              return jwt.encode({"sub": "1"}, SECRET_KEY, algorithm="HS256")
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
          import "github.com/golang-jwt/jwt/v5"
          var key = []byte("walnut-drift-7") //! token.SignedString of api takes a key
          func main() {
            token := jwt.New(jwt.SigningMethodHS256)
            token.SignedString(key)
          }
        `,
      },
    ],
    good: [
      {
        // From the environment, a public key, what this machine alone answers to, and what only tests run.
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
          const jwt = require('jsonwebtoken')
          const { Pool } = require('pg')
          const PUBLIC = '-----BEGIN PUBLIC KEY-----...'
          const pool = new Pool({ host: 'localhost', user: 'erp', password: 'erp_password' })
          const app = require('express')()
          if (process.env.NODE_ENV !== 'production') app.use(require('express-session')({ secret: 'keyboard cat' }))
          const labels = { password: 'Password', resetToken: 'The link is no longer valid' }
          app.get('/', (request, response) => response.json([jwt.verify(request.headers.authorization, PUBLIC), labels]))
          app.post('/login', (request, response) => response.json(jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '1h' })))
          app.listen(3000, () => pool.query('SELECT 1'))
        `,
        'test/token.js': `
          module.exports = require('jsonwebtoken').sign({ id: 1 }, 'walnut-drift-7')
        `,
      },
    ],
  },
})

function describe({ name, isCall, services, signing, at }: CodeSecret): string {
  const who = `${name} of ${subjectNames(services)}`
  // `DATABASES` of Django holds one among others.
  if (!isCall && name === 'DATABASES')
    return `a password in ${name} of ${subjectNames(services)} is written into ${at.path}`
  return isCall
    ? `${who} takes a ${signing ? 'key' : 'password'} that is written into ${at.path}`
    : `${who} is written into ${at.path}`
}
