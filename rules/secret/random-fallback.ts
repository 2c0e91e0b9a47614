import { instancesOf } from '../../src/model/code/instances.js'
import type { SecretFallback } from '../../src/model/code/web/secret-fallbacks.js'
import type { Service, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

const NODE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `
const PYTHON = `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY app ./app
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `

export default defineRule({
  id: 'secret/random-fallback',
  title: 'A signing key is made anew at every start',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.1,
  since: '0.1.0',
  effort: 'minutes',
  why: 'What the key has signed is worth nothing after a restart: every deployment and every crash signs all users out, and what was encrypted with it cannot be read again. With several processes or replicas each has a key of its own, and a session works or fails by chance, whichever of them answers. Nobody sees a reason, as nothing fails at the start.',
  fix: 'Take the random value away and let the start fail without the variable: `if (!process.env.JWT_SECRET) throw new Error(\'JWT_SECRET is not set\')`, `os.environ["SECRET_KEY"]`. Make a key once, `openssl rand -hex 32`, and give it to all replicas as a secret.',
  refs: [
    'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY',
    'https://docs.djangoproject.com/en/5.2/ref/settings/#secret-key',
    'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
    'https://docs.python.org/3/library/secrets.html',
    'https://12factor.net/processes',
  ],
  reads: ['dotenv', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { signingKeys, secretFallbacks } = service
      const fallbacks = secretFallbacks.filter(one => one.isRandom)
      if (!signingKeys.isUsed && fallbacks.length === 0) continue
      pass(service)
      const failing = (at: Span, what: string, key: string) => {
        const { instances, related } = togetherOf(system, service)
        fail(service, at, `${what}, ${instances}`, { key, related, fix: fixFor(service) })
      }
      for (const one of signingKeys.random)
        failing(one.at, `the key of ${one.name} in ${service.name} is made at random at every start`, one.name)
      for (const one of fallbacks) {
        const state = stateOf(service, one)
        if (state === 'unset')
          failing(
            one.at,
            `${one.variable} of ${service.name} is not set, and is made at random at every start`,
            one.variable,
          )
        else if (state !== 'set')
          unverified(service, one, `whether ${one.variable} of ${service.name} is set is not known: ${state}`)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"], deploy: { replicas: 3 } } }
        `,
        Dockerfile: NODE,
        'server.js': `
          const crypto = require('crypto')
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const secret = process.env.JWT_SECRET || crypto.randomBytes(32).toString('hex') //! JWT_SECRET of api is not set, and is made at random at every start, so that what was signed before it is worth nothing, and what one of 3 replicas signs the others refuse
          const app = express()
          app.post('/login', (req, res) => res.json(jwt.sign({ id: 1 }, secret, { expiresIn: '1h' })))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: NODE,
        'server.js': `
          import { randomUUID } from 'node:crypto'
          import express from 'express'
          import session from 'express-session'
          const app = express()
          app.use(session({ secret: randomUUID(), resave: false })) //! the key of session in api is made at random at every start
          app.listen(3000)
        `,
      },
      {
        // Settings of pydantic, and Python without them.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"], environment: { DATABASE_URL: "\${DATABASE_URL}" } } }
        `,
        Dockerfile: PYTHON,
        'app/main.py': `
          import os
          import secrets
          from cryptography.fernet import Fernet
          from fastapi import FastAPI
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              SECRET_KEY: str = secrets.token_urlsafe(32) #! SECRET_KEY of api is not set
          settings = Settings()
          ENCRYPTION_KEY = os.getenv("ENCRYPTION_KEY") or Fernet.generate_key() #! ENCRYPTION_KEY of api is not set
          JWT_SECRET = os.environ.get("JWT_SECRET", secrets.token_hex(32)) #! JWT_SECRET of api is not set
          app = FastAPI()
          print(settings.SECRET_KEY, ENCRYPTION_KEY, JWT_SECRET)
        `,
      },
      {
        'compose.yaml': `
          services: { web: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY shop ./shop
          CMD ["gunicorn", "shop.app:create_app()", "-b", "0.0.0.0:8000"]
        `,
        'shop/app.py': `
          import os
          from flask import Flask
          def create_app():
              app = Flask(__name__)
              app.secret_key = os.urandom(24) #! the key of secret_key in web is made at random at every start
              return app
        `,
      },
    ],
    good: [
      {
        // Set, from outside, by a platform's secret, refused at the start, and only in development.
        'compose.yaml': `
          services:
            api:
              build: .
              ports: ["3000:3000"]
              environment:
                JWT_SECRET: "\${JWT_SECRET:?}"
                COOKIE_SECRET: "\${COOKIE_SECRET}"
        `,
        Dockerfile: NODE,
        'server.js': `
          const crypto = require('crypto')
          const jwt = process.env.JWT_SECRET || crypto.randomBytes(32).toString('hex')
          const cookie = process.env.COOKIE_SECRET || crypto.randomBytes(32).toString('hex')
          const session = process.env.SESSION_SECRET || crypto.randomBytes(32).toString('hex')
          if (process.env.NODE_ENV === 'production' && !process.env.SESSION_SECRET) throw new Error('SESSION_SECRET')
          const refresh = process.env.NODE_ENV === 'production' ? process.env.REFRESH_TOKEN_SECRET : process.env.REFRESH_TOKEN_SECRET || crypto.randomUUID()
          require('http').createServer((request, response) => response.end([jwt, cookie, session, refresh].join())).listen(3000)
        `,
      },
      {
        // Keys of one message, of forms, what is no key, and one that is kept for the next start.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: NODE,
        'server.js': `
          const crypto = require('crypto')
          const fs = require('fs')
          const express = require('express')
          const session = require('express-session')
          const requestId = process.env.REQUEST_ID || crypto.randomUUID()
          const csrf = process.env.CSRF_SECRET || crypto.randomBytes(16).toString('hex')
          const key = fs.existsSync('/data/key') ? fs.readFileSync('/data/key', 'utf8') : crypto.randomBytes(32).toString('hex')
          const kept = process.env.SESSION_SECRET || crypto.randomBytes(32).toString('hex')
          fs.writeFileSync('/data/session-key', kept)
          function encrypt(text) {
            const once = crypto.randomBytes(32)
            const cipher = crypto.createCipheriv('aes-256-ctr', once, crypto.randomBytes(16))
            return { once, text: cipher.update(text) }
          }
          const app = express()
          app.use(session({ secret: key, resave: false }))
          app.get('/', (req, res) => res.json([requestId, csrf, kept, encrypt('a')]))
          app.listen(3000)
        `,
      },
      {
        // Demanded, a file that is mounted gives it, and the token of a form.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"], env_file: [api.env] } }
        `,
        'api.env': 'JWT_SECRET=walnut-drift-7-cedar-lantern\n',
        Dockerfile: PYTHON,
        'app/main.py': `
          import os
          import secrets
          from fastapi import FastAPI
          SECRET_KEY = os.environ["SECRET_KEY"]
          JWT_SECRET = os.getenv("JWT_SECRET", secrets.token_hex(32))
          CSRF_SECRET_KEY = os.getenv("CSRF_SECRET_KEY", secrets.token_hex(8))
          app = FastAPI()
          print(SECRET_KEY, JWT_SECRET, CSRF_SECRET_KEY)
        `,
      },
    ],
  },
})

/** What becomes of it when there are several processes or replicas, as the end of a sentence. */
function togetherOf(system: System, service: Service): { instances: string; related: { at: Span; message: string }[] } {
  const several = instancesOf(system, service)
  const before = 'so that what was signed before it is worth nothing'
  if (several.state !== 'several') return { instances: before, related: [] }
  return {
    instances: `${before}, and what one of ${several.text} signs the others refuse`,
    related: [{ at: several.at, message: 'the number of instances' }],
  }
}

/** Whether a workload is sure to run without the variable, or why that is not known. What comes from outside is set there. */
function stateOf({ workloads, variables, platform }: Service, fallback: SecretFallback): 'set' | 'unset' | string {
  const names = [fallback.variable, ...fallback.alternatives]
  if (workloads.length === 0)
    return names.some(name => platform?.variables.has(name)) ? 'set' : 'it is set on the platform, if anywhere'
  const without = workloads.filter(workload => !names.some(name => has(workload, name, fallback.whenEmpty)))
  if (without.length === 0 || names.some(name => variables.given.has(name))) return 'set'
  const missing = without.flatMap(({ environmentFiles = [] }) => environmentFiles.filter(file => !file.present))
  const [file] = missing
  if (file && without.every(one => one.environmentFiles?.some(({ present }) => !present)))
    return `${file.path} is not in the repository`
  return variables.open ?? 'unset'
}

function has({ environment }: Workload, name: string, whenEmpty: boolean): boolean {
  const value = environment.get(name)?.value
  return value !== undefined && !(whenEmpty && value.known && value.value === '')
}

/** What ends the start where the variable is not set. */
const REFUSALS = {
  node: "`if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set')`",
  python: '`os.environ["SECRET_KEY"]`',
  go: '`if os.Getenv("JWT_SECRET") == "" { log.Fatal("JWT_SECRET is not set") }`',
}

function fixFor({ runtime }: Service): string {
  return `Take the random value away and let the start fail without the variable: ${REFUSALS[runtime]}. Make a key once, \`openssl rand -hex 32\`, and give it to all replicas as a secret.`
}
