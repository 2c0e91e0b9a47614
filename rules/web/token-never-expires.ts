import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** How a token is given fifteen minutes. */
const ENDS = {
  node: "`jwt.sign(payload, key, { expiresIn: '15m' })`, in NestJS `signOptions: { expiresIn: '15m' }`",
  python: '`"exp": datetime.now(timezone.utc) + timedelta(minutes=15)` in the payload',
  go: '`ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))` in the claims',
}

const FLASK = '`JWT_ACCESS_TOKEN_EXPIRES = timedelta(minutes=15)`'

export default defineRule({
  id: 'web/token-never-expires',
  title: 'Tokens are signed without an end',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.4,
  since: '0.1.0',
  effort: 'minutes',
  why: 'A token that got into a log, a backup or the wrong hands opens the account for good. Nothing but a new signing key, which signs out everybody, takes it back.',
  fix: "Give it an end: `jwt.sign(payload, key, { expiresIn: '15m' })`, `signOptions: { expiresIn: '15m' }`, or `exp` in the payload.",
  refs: [
    'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    'https://github.com/auth0/node-jsonwebtoken#readme',
    'https://www.passportjs.org/packages/passport-jwt/',
    'https://flask-jwt-extended.readthedocs.io/en/stable/options.html#JWT_ACCESS_TOKEN_EXPIRES',
    'https://pyjwt.readthedocs.io/en/stable/usage.html#expiration-time-claim-exp',
    'https://docs.nestjs.com/security/authentication',
    'https://github.com/fastify/fastify-jwt#sign',
    'https://pkg.go.dev/github.com/golang-jwt/jwt/v5#RegisteredClaims',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { signedTokens } = service
      const [first, ...others] = signedTokens.filter(({ expires }) => expires === false)
      if (first) {
        fail(service, first, describe(service, first), {
          key: 'token',
          fix: first.isIgnored
            ? 'Leave `ignoreExpiration` out, or set it to `false`, so that a token counts until its end and no longer.'
            : `Give it an end: ${first.call === 'create_access_token' ? FLASK : ENDS[service.runtime]}.`,
          related: others.map(one => ({ at: one.at, message: 'nor does this one' })),
        })
        continue
      }
      const unknown = signedTokens.find(({ expires }) => expires === undefined)
      if (unknown && signedTokens.every(({ expires }) => expires === undefined))
        unverified(service, unknown, `whether the tokens of ${service.name} expire is not known`)
      else if (signedTokens.length > 0) pass(service)
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
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { JwtStrategy } from './jwt.strategy'
          @Module({ providers: [JwtStrategy] })
          export class AppModule {}
        `,
        'src/jwt.strategy.ts': `
          import { PassportStrategy } from '@nestjs/passport'
          import { ExtractJwt, Strategy } from 'passport-jwt'
          export class JwtStrategy extends PassportStrategy(Strategy) {
            constructor() {
              super({
                jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
                ignoreExpiration: true, //! api lets in tokens whose end has passed: ignoreExpiration is true
                secretOrKey: process.env.JWT_SECRET,
              })
            }
            validate(payload) { return payload }
          }
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
          CMD ["gunicorn", "main:app", "--bind", "0.0.0.0:8000"]
        `,
        'main.py': `
          import os
          from flask import Flask
          from flask_jwt_extended import JWTManager, create_access_token
          app = Flask(__name__)
          app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRET_KEY"]
          app.config["JWT_ACCESS_TOKEN_EXPIRES"] = False #! create_access_token of api signs a token that never expires
          jwt = JWTManager(app)
          @app.post("/login")
          def login():
              return create_access_token(identity="1")
        `,
      },
      {
        // Built link by link, and the helper of Hono.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "dist/server.js"]
        `,
        'src/server.ts': `
          import { serve } from '@hono/node-server'
          import { Hono } from 'hono'
          import { sign } from 'hono/jwt'
          import { SignJWT } from 'jose'
          const app = new Hono()
          const key = new TextEncoder().encode(process.env.KEY)
          app.post('/login', async c => c.json({ token: await sign({ sub: '1' }, process.env.KEY!) })) //! sign of api signs a token that never expires
          app.post('/session', async c => {
            const token = await new SignJWT({ sub: '1' }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(key)
            return c.json({ token })
          })
          serve({ fetch: app.fetch, port: 3000 })
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
          import Fastify from 'fastify'
          import jwt from '@fastify/jwt'
          const app = Fastify()
          await app.register(jwt, { secret: process.env.JWT_SECRET })
          app.post('/login', async request => ({ token: app.jwt.sign({ sub: request.body.user }) })) //! jwt.sign of api signs a token that never expires
          await app.listen({ port: 3000 })
        `,
      },
      {
        // What ends is the cookie.
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
          import express from 'express'
          import jwt from 'jsonwebtoken'
          const app = express()
          app.post('/login', (req, res) => {
            const token = jwt.sign({ sub: req.body.user }, process.env.JWT_SECRET) //! jwt.sign of api signs a token that never expires
            res.cookie('token', token, { httpOnly: true, maxAge: 86400000 }).end()
          })
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
          const jwt = require('jsonwebtoken')
          const app = express()
          app.post('/login', (req, res) => {
            res.json({ token: jwt.sign({ sub: req.body.user }, process.env.JWT_SECRET) }) //! jwt.sign of api signs a token that never expires
          })
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { auth: { build: ., ports: ["3000:3000"] } }
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
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { JwtModule } from '@nestjs/jwt'
          import { LoginController } from './login.controller'
          @Module({ imports: [JwtModule.register({ secret: process.env.JWT_SECRET })], controllers: [LoginController] })
          export class AppModule {}
        `,
        'src/login.controller.ts': `
          import { Body, Controller, Post } from '@nestjs/common'
          import { JwtService } from '@nestjs/jwt'
          @Controller('login')
          export class LoginController {
            constructor(private readonly jwt: JwtService) {}
            @Post()
            login(@Body() body: { user: string }) {
              const payload = { sub: body.user }
              return this.jwt.sign(payload) //! jwt.sign of auth signs a token that never expires
            }
          }
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
          import jwt
          from fastapi import FastAPI
          app = FastAPI()
          @app.post("/login")
          def login(user: str):
              return jwt.encode({"sub": user}, os.environ["JWT_SECRET"], algorithm="HS256") #! jwt.encode of api signs a token that never expires
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

            "github.com/golang-jwt/jwt/v5"
          )

          type claims struct {
            Role string
            jwt.RegisteredClaims
          }

          func login(w http.ResponseWriter, r *http.Request) {
            token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": r.FormValue("user")}) //! jwt.NewWithClaims of api signs a token that never expires
            signed, _ := token.SignedString(key)
            w.Write([]byte(signed))
          }

          func main() {
            http.HandleFunc("/login", login)
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
    ],
    good: [
      {
        // What gives out new tokens for old ones.
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
          import { sign } from 'jsonwebtoken'
          import { AppModule } from './app.module'
          export const token = id => sign({ id }, process.env.JWT_SECRET, { expiresIn: '15m' })
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { RefreshStrategy } from './jwt.strategy'
          @Module({ providers: [RefreshStrategy] })
          export class AppModule {}
        `,
        'src/jwt.strategy.ts': `
          import { PassportStrategy } from '@nestjs/passport'
          import { ExtractJwt, Strategy } from 'passport-jwt'
          export class RefreshStrategy extends PassportStrategy(Strategy) {
            constructor() {
              super({
                jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
                ignoreExpiration: true,
                secretOrKey: process.env.JWT_SECRET,
              })
            }
            validate(payload) { return payload }
          }
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "dist/server.js"]
        `,
        'src/server.ts': `
          import { serve } from '@hono/node-server'
          import { Hono } from 'hono'
          import { sign } from 'hono/jwt'
          import { SignJWT } from 'jose'
          const app = new Hono()
          const key = new TextEncoder().encode(process.env.KEY)
          app.post('/login', async c => c.json({ token: await sign({ sub: '1', exp: Date.now() / 1000 + 3600 }, process.env.KEY!) }))
          app.post('/session', async c => {
            const made = new SignJWT({ sub: '1' }).setProtectedHeader({ alg: 'HS256' })
            made.setExpirationTime('2h')
            return c.json({ token: await made.sign(key) })
          })
          serve({ fetch: app.fetch, port: 3000 })
        `,
      },
      {
        // The plugin gives all of them an end.
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
          import Fastify from 'fastify'
          import jwt from '@fastify/jwt'
          const app = Fastify()
          await app.register(jwt, { secret: process.env.JWT_SECRET, sign: { expiresIn: '15m' } })
          app.post('/login', async request => ({ token: app.jwt.sign({ sub: request.body.user }) }))
          await app.listen({ port: 3000 })
        `,
      },
      {
        // In a map that grows, in a map, in a struct; and what comes from elsewhere.
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
            "time"

            "github.com/golang-jwt/jwt/v5"
          )

          type claims struct {
            Role string
            jwt.RegisteredClaims
          }

          func login(w http.ResponseWriter, r *http.Request) {
            inMap := jwt.MapClaims{"sub": r.FormValue("user")}
            inMap["exp"] = time.Now().Add(time.Hour).Unix()
            _ = jwt.NewWithClaims(jwt.SigningMethodHS256, inMap)
            _ = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()})
            _ = jwt.NewWithClaims(jwt.SigningMethodHS256, &claims{
              Role:             "clerk",
              RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
            })
            _ = jwt.NewWithClaims(jwt.SigningMethodHS256, given(r))
          }

          func main() {
            http.HandleFunc("/login", login)
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
      {
        // The end in the options, in the payload, and in a payload that grows.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            auth: { build: auth, ports: ["8000:8000"] }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const app = express()
          const options = { expiresIn: '15m' }
          app.post('/login', (req, res) => {
            const token = jwt.sign({ sub: req.body.user }, process.env.JWT_SECRET, options)
            const refresh = jwt.sign({ sub: req.body.user, exp: Math.floor(Date.now() / 1000) + 86400 }, process.env.JWT_SECRET)
            res.json({ token, refresh, other: jwt.sign(req.body.payload, process.env.JWT_SECRET) })
          })
          app.listen(3000)
        `,
        'auth/Dockerfile': `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'auth/main.py': `
          import os
          from datetime import datetime, timedelta, timezone
          import jwt
          from fastapi import FastAPI
          app = FastAPI()
          @app.post("/login")
          def login(user: str):
              payload = {"sub": user}
              payload["exp"] = datetime.now(timezone.utc) + timedelta(minutes=15)
              claims = {"sub": user, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)}
              copied = claims.copy()
              copied.update({"exp": datetime.now(timezone.utc) + timedelta(minutes=5)})
              session = jwt.encode(copied, os.environ["JWT_SECRET"])
              return [jwt.encode(one, os.environ["JWT_SECRET"]) for one in (payload,)] + [jwt.encode(claims, os.environ["JWT_SECRET"])]
        `,
      },
      {
        // The module gives every token an end.
        'compose.yaml': `
          services: { auth: { build: ., ports: ["3000:3000"] } }
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
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { JwtModule } from '@nestjs/jwt'
          import { LoginController } from './login.controller'
          @Module({
            imports: [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '15m' } })],
            controllers: [LoginController],
          })
          export class AppModule {}
        `,
        'src/login.controller.ts': `
          import { Body, Controller, Post } from '@nestjs/common'
          import { JwtService } from '@nestjs/jwt'
          @Controller('login')
          export class LoginController {
            constructor(private readonly jwt: JwtService) {}
            @Post()
            login(@Body() body: { user: string }) {
              return this.jwt.sign({ sub: body.user })
            }
          }
        `,
      },
    ],
  },
})

function describe({ name }: Service, { call, isIgnored }: Service['signedTokens'][number]): string {
  if (isIgnored) return `${name} lets in tokens whose end has passed: ${call} is true`
  return `${call} of ${name} signs a token that never expires`
}
