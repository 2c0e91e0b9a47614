import { proxyLimits } from '../../src/model/proxy-limits.js'
import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Route = Service['routes']['routes'][number]

const DJANGO = {
  'compose.yaml': `
    services: { web: { build: ., ports: ["8000:8000"] } }
  `,
  Dockerfile: `
    FROM python:3.13.2-slim
    WORKDIR /app
    COPY . .
    CMD ["gunicorn", "shop.wsgi:application", "-b", "0.0.0.0:8000"]
  `,
  'shop/wsgi.py': `
    import os
    from django.core.wsgi import get_wsgi_application
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    application = get_wsgi_application()
  `,
}

export default defineRule({
  id: 'web/login-rate-limit-missing',
  title: 'Nothing limits how often somebody may try to log in',
  category: 'security',
  severity: 'high',
  confidence: 'B',
  security: 7.3,
  since: '0.1.0',
  effort: 'hours',
  why: 'One script tries the passwords of every leaked list as fast as the service answers. And as comparing a password is slow on purpose, a few hundred tries a second take the service down for everybody.',
  fix: 'Limit the login by address and by account, in the code of the service or in the proxy in front of it.',
  refs: [
    'https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    'https://cwe.mitre.org/data/definitions/307.html',
  ],
  reads: ['dockerfile', 'source', 'nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified }) {
    const proxies = proxyLimits(system)
    const other = system.services.find(({ limiters }) => limiters.mayLimit)
    for (const service of system.services) {
      // Users come to it, by a port of its own or through a proxy.
      const logins = service.weight > 0 ? service.routes.routes.filter(({ signsIn }) => signsIn) : []
      const [first, ...others] = logins
      if (!first) continue
      if (proxies === 'limited' || logins.every(isLimited)) pass(service)
      else if (proxies === 'unknown') unverified(service, first, 'what the proxies limit is not known')
      else if (other)
        unverified(service, first, `${other.name} limits something, and whether that is this login is not known`)
      else
        fail(service, first, `nothing limits ${nameOf(first)} of ${service.name}, neither its code nor a proxy`, {
          key: 'login',
          fix: `Limit the login by address and by account: ${LIMITERS[first.framework] ?? LIMITERS.express}; or in front, \`limit_req\` of nginx, \`rateLimit\` of Traefik, \`nginx.ingress.kubernetes.io/limit-rpm\`.`,
          related: others.slice(0, 10).map(one => ({ at: one.at, message: `nor ${nameOf(one)}` })),
        })
    }
  },
  examples: {
    bad: [
      {
        // A library of Next.js takes the password.
        'compose.yaml': `
          services: { shop: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'package.json': '{ "name": "shop", "dependencies": { "next": "15.5.0", "next-auth": "4.24.13" } }',
        'next.config.js': 'module.exports = {}',
        'lib/auth.js': `
          import Credentials from 'next-auth/providers/credentials'
          export const options = { providers: [Credentials({ authorize: ({ user, password }) => find(user, password) })] }
        `,
        'app/api/auth/[...nextauth]/route.js': `
          import NextAuth from 'next-auth'
          import { options } from '../../../../lib/auth'
          const handler = NextAuth(options)
          export { handler as GET, handler as POST } //! nothing limits POST /api/auth/callback/credentials of shop, neither its code nor a proxy
        `,
      },
      {
        'compose.yaml': `
          services: { shop: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'package.json': '{ "name": "shop", "dependencies": { "next": "15.5.0" } }',
        'next.config.js': 'module.exports = {}',
        'pages/api/login.js': `
          export default async function handler(req, res) { //! nothing limits POST /api/login of shop, neither its code nor a proxy
            res.json(await check(req.body.password))
          }
        `,
      },
      {
        // Traefik sends on to https and limits nothing.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80", "--entrypoints.websecure.address=:443"]
              ports: ["80:80", "443:443"]
              labels: ["traefik.http.middlewares.secure.redirectscheme.scheme=https"]
            api:
              build: .
              labels:
                - "traefik.http.routers.api.rule=Host(\`erp.example.com\`)"
                - traefik.http.routers.api.entrypoints=web
                - traefik.http.routers.api.middlewares=secure@docker
                - traefik.http.services.api.loadbalancer.server.port=8000
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from fastapi.security import OAuth2PasswordRequestForm
          app = FastAPI()
          @app.post("/login") #! nothing limits POST /login of api, neither its code nor a proxy
          def login(form: OAuth2PasswordRequestForm = Depends()):
              return {"token": sign(form.username)}
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
          const app = express()
          app.get('/login', (req, res) => res.end('form'))
          app.post('/api/auth/login', (req, res) => res.end()) //! nothing limits POST /api/auth/login of api, neither its code nor a proxy
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { build: ., ports: ["8000:8000"] }
        `,
        'nginx.conf': `
          events {}
          http {
            server {
              listen 80;
              location / { proxy_pass http://api:8000; }
            }
          }
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
          import "net/http"
          func main() {
            mux := http.NewServeMux()
            mux.HandleFunc("POST /login", login) //! nothing limits POST /login of api, neither its code nor a proxy
            http.ListenAndServe(":8000", mux)
          }
          func login(w http.ResponseWriter, r *http.Request) {}
        `,
      },
      {
        // A view of a package, and one that asks Django; neither has a path that says so.
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
          REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
        `,
        'shop/urls.py': `
          from django.urls import path
          from rest_framework_simplejwt.views import TokenObtainPairView
          from .views import enter
          urlpatterns = [
              path("api/token/", TokenObtainPairView.as_view()), #! nothing limits POST /api/token of web, neither its code nor a proxy
              path("enter/", enter),
          ]
        `,
        'shop/views.py': `
          from django.contrib.auth import authenticate, login
          from django.http import HttpResponse
          def enter(request):
              user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
              login(request, user)
              return HttpResponse()
        `,
      },
      {
        // The form tells it.
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
          from typing import Annotated
          from fastapi import Depends, FastAPI
          from fastapi.security import OAuth2PasswordRequestForm
          app = FastAPI()
          @app.post("/token") #! nothing limits POST /token of api, neither its code nor a proxy
          async def issue(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
              return {"access_token": sign(form.username)}
        `,
      },
    ],
    good: [
      {
        // A throttle for all of an API.
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
          REST_FRAMEWORK = {
              "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
              "DEFAULT_THROTTLE_RATES": {"anon": "20/min"},
          }
        `,
        'shop/urls.py': `
          from django.urls import path
          from rest_framework_simplejwt.views import TokenObtainPairView
          urlpatterns = [path("api/token/", TokenObtainPairView.as_view())]
        `,
      },
      {
        // Nobody gives a password: who somebody is, others tell.
        'compose.yaml': `
          services: { shop: { build: ., ports: ["3000:3000"] }, api: { build: api, ports: ["3001:3001"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["npx", "next", "start"]
        `,
        'package.json': '{ "name": "shop", "dependencies": { "next": "15.5.0", "next-auth": "4.24.13" } }',
        'next.config.js': 'module.exports = {}',
        'app/api/auth/[...nextauth]/route.js': `
          import NextAuth from 'next-auth'
          import Google from 'next-auth/providers/google'
          const handler = NextAuth({ providers: [Google({})] })
          export { handler as GET, handler as POST }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const express = require('express')
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.post('/login', rateLimit({ windowMs: 900000, limit: 10 }), (req, res) => res.end())
          app.listen(3001)
        `,
      },
      {
        // The limiter on the route.
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
          const rateLimit = require('express-rate-limit')
          const app = express()
          app.post('/login', rateLimit({ windowMs: 900000, limit: 10 }), (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        // The proxy in front.
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { build: ., ports: ["3000:3000"] }
        `,
        'nginx.conf': `
          events {}
          http {
            limit_req_zone $binary_remote_addr zone=login:10m rate=10r/m;
            server {
              listen 80;
              location / { proxy_pass http://api:3000; }
              location /login { limit_req zone=login burst=5; proxy_pass http://api:3000; }
            }
          }
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
          app.post('/login', (req, res) => res.end())
          app.listen(3000)
        `,
      },
      {
        // Labels of Traefik.
        'compose.yaml': `
          services:
            traefik:
              image: traefik:3.4
              command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
              ports: ["80:80"]
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
            api:
              build: .
              ports: ["3000:3000"]
              labels:
                traefik.http.routers.api.rule: Host(\`erp.example.com\`)
                traefik.http.routers.api.middlewares: slow
                traefik.http.middlewares.slow.ratelimit.average: "10"
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
          app.post('/login', (req, res) => res.end())
          app.listen(3000)
        `,
      },
    ],
  },
})

/** A view of Django that answers every method has none of its own. */
function nameOf({ method, path, takesPasswordAt, framework }: Route): string {
  if (takesPasswordAt !== undefined) return `POST ${takesPasswordAt}`
  return method === '*' ? (framework === 'next' ? `POST ${path}` : path) : `${method} ${path}`
}

function isLimited({ guards }: Route): boolean {
  return guards.some(({ purpose }) => purpose === 'limit')
}

/** How each framework limits one route. */
const LIMITERS: Readonly<Record<string, string>> = {
  express: "`app.post('/login', rateLimit({ windowMs: 15 * 60_000, limit: 10 }), …)` of express-rate-limit",
  nestjs:
    '`ThrottlerModule.forRoot([{ ttl: 60_000, limit: 100 }])` of @nestjs/throttler, and `@UseGuards(ThrottlerGuard)` with `@Throttle({ default: { ttl: 60_000, limit: 5 } })` on the login',
  fastify:
    "@fastify/rate-limit, and `app.post('/login', { config: { rateLimit: { max: 10, timeWindow: '15 minutes' } } }, …)`",
  koa: '`koa-ratelimit` before the route',
  hono: '`rateLimiter` of hono-rate-limiter before the route',
  next: '`@upstash/ratelimit` or a counter in Redis at the top of the handler',
  fastapi: '`@limiter.limit("5/minute")` of slowapi',
  flask: '`@limiter.limit("5 per minute")` of Flask-Limiter',
  django: '`@ratelimit(key="ip", rate="5/m")` of django-ratelimit, or django-axes',
  'net/http': '`httprate.LimitByIP(10, time.Minute)` around the handler',
  chi: '`r.With(httprate.LimitByIP(10, time.Minute)).Post("/login", login)`',
  gin: '`github.com/ulule/limiter` as middleware of the route',
  echo: '`middleware.RateLimiter(…)` on the route',
  fiber: '`limiter.New(limiter.Config{Max: 10, Expiration: 15 * time.Minute})` on the route',
}
