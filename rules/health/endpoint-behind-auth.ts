import { askedPathsOf } from '../../src/model/code/health/asked.js'
import { judgedWorkloads } from '../../src/model/code/health/demand.js'
import { answersPath } from '../../src/model/code/health/match.js'
import { checkName } from '../../src/model/health-demand.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/endpoint-behind-auth',
  title: 'The route that a check asks for turns away who is not signed in',
  category: 'service-health',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The check sends no token, so it gets 401 from a service that works. The platform restarts it for ever, or never sends it a request.',
  fix: 'Take the health route out of the guard: register it before the middleware, or mark it with the decorator that the guard lets through.',
  refs: [
    'https://docs.nestjs.com/security/authentication#enable-authentication-globally',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      for (const workload of judgedWorkloads(service)) {
        for (const asked of askedPathsOf(workload)) {
          const route = service.routes.routes.find(one => answersPath(one, asked.path))
          if (!route) continue
          const guard = route.guards.find(({ purpose, redirects }) => purpose === 'auth' && !redirects)
          // A check that brings a header of its own may be let in.
          if (guard && !/authorization|x-api-key|\b-u\b|--user/i.test(asked.check.text)) {
            fail(
              workload,
              guard,
              `${checkName(asked.check, workload)} asks for ${asked.path}, which ${guard.name} guards`,
              {
                key: asked.path,
                related: [
                  { at: route.at, message: `${route.path} is declared here` },
                  { at: asked.at, message: 'it is asked here' },
                ],
              },
            )
          } else pass(workload)
        }
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
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:8000/health"] }
        `,
        Dockerfile: `
          FROM python:3.14.0-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from starlette.middleware.base import BaseHTTPMiddleware
          from starlette.responses import JSONResponse

          class AuthMiddleware(BaseHTTPMiddleware):
              async def dispatch(self, request, call_next):
                  if "authorization" not in request.headers:
                      return JSONResponse({}, status_code=401)
                  return await call_next(request)

          app = FastAPI()
          app.add_middleware(AuthMiddleware) #! the healthcheck of api asks for /health, which AuthMiddleware guards

          @app.get("/health")
          def health():
              return {"status": "ok"}
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              build: .
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:3000/api/health"] }
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const app = express()
          function authenticate(req, res, next) {
            try {
              req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              res.status(401).end()
            }
          }
          const router = express.Router()
          router.use(authenticate) //! the healthcheck of api asks for /api/health, which authenticate guards
          router.get('/health', (req, res) => res.send('ok'))
          app.use('/api', router)
          app.listen(3000)
        `,
      },
    ],
    good: [
      // A middleware that turns nobody away, whatever its name makes one think; one that lets paths through.
      {
        'compose.yaml': `
          services:
            api:
              build: .
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:8000/health"] }
        `,
        Dockerfile: `
          FROM python:3.14.0-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app"]
        `,
        'main.py': `
          from fastapi import FastAPI
          from starlette.middleware.base import BaseHTTPMiddleware
          from starlette.responses import JSONResponse

          class SecurityHeadersMiddleware(BaseHTTPMiddleware):
              async def dispatch(self, request, call_next):
                  response = await call_next(request)
                  response.headers["X-Frame-Options"] = "DENY"
                  return response

          class AuthMiddleware(BaseHTTPMiddleware):
              async def dispatch(self, request, call_next):
                  if not request.url.path.startswith("/health") and "authorization" not in request.headers:
                      return JSONResponse({}, status_code=401)
                  return await call_next(request)

          app = FastAPI()
          app.add_middleware(SecurityHeadersMiddleware)
          app.add_middleware(AuthMiddleware)

          @app.get("/health")
          def health():
              return {"status": "ok"}
        `,
      },
      {
        // Before the guard, which applies to what follows alone.
        'compose.yaml': `
          services:
            api:
              build: .
              healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:3000/api/health"] }
        `,
        Dockerfile: `
          FROM node:24.1.0
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const app = express()
          function authenticate(req, res, next) {
            try {
              req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              res.status(401).end()
            }
          }
          const router = express.Router()
          router.get('/health', (req, res) => res.send('ok'))
          router.use(authenticate)
          router.get('/orders', (req, res) => res.json([]))
          app.use('/api', router)
          app.listen(3000)
        `,
      },
    ],
  },
})
