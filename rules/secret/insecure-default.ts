import { type CodeDefault, codeDefaults } from '../../src/model/secrets/code-defaults.js'
import { committedFiles, takersOf } from '../../src/model/secrets/environment-secrets.js'
import { guardedUses } from '../../src/model/secrets/secret-guards.js'
import { settingSecrets } from '../../src/model/secrets/setting-findings.js'
import { settingRemedy } from '../../src/model/secrets/settings/remedies.js'
import { holdsLeak, type SecretPlace, secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/insecure-default'

export default defineRule({
  id: ID,
  title: 'A secret falls back to a value that is in the repository',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.4,
  since: '0.1.0',
  effort: 'minutes',
  why: 'One forgotten variable, and production starts with a secret that everybody can read, without a warning. With a signing key anybody can then issue sessions for any user.',
  fix: "Let the start fail without it: `${NAME:?}` in place of `${NAME:-value}`, and in code an error in place of `|| 'value'`.",
  refs: [
    'https://docs.docker.com/reference/compose-file/interpolation/',
    'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/',
  ],
  reads: ['dotenv', 'dockerfile', 'settings', 'source'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) pass(workload)
    for (const image of system.images) if (image.dockerfile) pass(image)
    for (const [place, ...same] of defaultsByName(system)) {
      if (!place) continue
      fail(place.subject, place, describe(place), {
        severity: place.signing ? 'critical' : 'high',
        key: place.name,
        related: same.map(one => ({ at: one.at, message: 'so it does here' })),
        ...(/^\w+$/.test(place.name) && place.subject.kind === 'workload'
          ? {
              fix: `Write \`\${${place.name}:?}\`, so that the start fails without it, and set it where production is configured.`,
            }
          : {}),
      })
      for (const other of place.subjects.slice(1)) implied(other, ID)
    }
    for (const service of system.services) pass(service)
    for (const one of codeDefaults(system)) {
      const [first, ...others] = one.services
      if (!first) continue
      fail(first, one, inCode(one), {
        severity: one.signing ? 'critical' : 'high',
        key: `${one.variable} in ${one.at.path}`,
        related: one.stage ? [{ at: one.stage.at, message: `${one.stage.variable} is ${one.stage.value} here` }] : [],
        fix: fixOf(one, first.runtime),
      })
      for (const other of others) implied(other, ID)
    }
    for (const secret of settingSecrets(system)) {
      const { name, kind, signing, variable, at } = secret
      if (kind !== 'default') continue
      const what = variable === name ? name : `${name}, where ${variable} is not set,`
      fail(system.repository, at, `${what} falls back to a literal in ${at.path}`, {
        severity: signing ? 'critical' : 'high',
        key: `${name} in ${at.path}`,
        fix: settingRemedy(secret),
      })
    }
    for (const { name, fallbackOf, at } of system.scriptCommandSecrets) {
      if (fallbackOf === undefined || holdsLeak(system, at)) continue
      fail(system.repository, at, `${name} falls back to a literal in ${at.path}, where ${fallbackOf} is not set`, {
        key: `${name} in ${at.path}`,
        fix: `Write \`\${${fallbackOf}:?}\`, so that the script ends without it, and change the password: the old one stays in the history.`,
      })
    }
    const guarded = guardedUses(system)
    const takers = takersOf(system)
    for (const file of committedFiles(system)) {
      for (const secret of file.secrets) {
        if (!secret.placeholder || guarded.has(`${file.path}\n${secret.name}`)) continue
        const users = [...(takers.get(`${file.path}\n${secret.name}`) ?? [])]
        const [first, ...others] = users
        if (!first) continue
        fail(
          first,
          secret,
          `${secret.name} of ${subjectNames(users)} is the placeholder of ${file.path}, until somebody changes it`,
          {
            severity: 'medium',
            key: `${secret.name} in ${file.path}`,
            fix: `Leave ${secret.name} out of ${file.path}, and refer to it as \`\${${secret.name}:?}\`, so that the start fails without it.`,
          },
        )
        for (const other of others) implied(other, ID)
      }
    }
  },
  examples: {
    bad: [
      {
        // In files of settings.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'src/main/resources/application.yml': `
          spring:
            datasource:
              url: jdbc:postgresql://db:5432/shop
              password: \${DB_PASSWORD:harbour} #! spring.datasource.password, where DB_PASSWORD is not set, falls back to a literal
          app: { jwt: { secret: "\${JWT_SECRET:change-me-in-production}" } } #! app.jwt.secret, where JWT_SECRET is not set, falls back
        `,
        'infra/variables.tf': `
          variable "db_password" {
            type    = string
            default = "harbour-lantern-42" #! db_password falls back to a literal in infra/variables.tf
          }
        `,
        'scripts/backup.sh': `
          #!/bin/sh
          PGPASSWORD="\${DB_PASSWORD:-harbour-42}" pg_dump -h db.internal -U shop shop > /backup/shop.sql #! PGPASSWORD falls back to a literal in scripts/backup.sh, where DB_PASSWORD is not set
        `,
        'config/database.php': `
          <?php
          return ['mysql' => ['host' => env('DB_HOST'),
            'password' => env('DB_PASSWORD', 'harbour'), //! password, where DB_PASSWORD is not set, falls back to a literal
          ]];
        `,
      },
      {
        // A class by which Nest checks the environment.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { Module } from '@nestjs/common'
          import { ConfigModule } from '@nestjs/config'
          import { validate } from './env'
          @Module({ imports: [ConfigModule.forRoot({ validate })] })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/env.ts': `
          import { plainToInstance } from 'class-transformer'
          import { IsOptional, IsString, validateSync } from 'class-validator'
          class EnvironmentVariables {
            @IsString() DB_HOST: string
            @IsString() @IsOptional() JWT_SECRET = 'erp-jwt-secret' //! JWT_SECRET of api falls back to a literal
          }
          export function validate(config) {
            const checked = plainToInstance(EnvironmentVariables, config)
            if (validateSync(checked).length > 0) throw new Error('wrong')
            return checked
          }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                env: {
                  JWT_SECRET: process.env.JWT_SECRET || 'change_this_secret_key', //! JWT_SECRET of api falls back to a placeholder
                },
              },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                JWT_SECRET: \${JWT_SECRET:-change_this_secret_key} #! JWT_SECRET of api falls back to a placeholder
                DATABASE_URL: postgres://erp:\${DB_PASSWORD:-erp_password}@db:5432/erp #! DB_PASSWORD of api falls back to a literal
                SESSION_SECRET: \${SESSION_SECRET} #
            ledger:
              image: mariadb:11.8
              environment:
                MARIADB_ROOT_PASSWORD: \${ROOT_PASSWORD:-123} #! ROOT_PASSWORD of ledger falls back to a literal
              healthcheck: { test: "mariadb-admin ping -h 127.0.0.1 --password=\${ROOT_PASSWORD:-123}" }
            db:
              image: postgres:17.2
              command: ["postgres"]
              environment: ["POSTGRES_PASSWORD=\${POSTGRES_PASSWORD-postgres}"] #! POSTGRES_PASSWORD of db falls back to a literal
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${REDIS_PASSWORD:-redis_pw} #! REDIS_PASSWORD of cache falls back to a literal
        `,
        '.env': `
          SESSION_SECRET=change-me #! SESSION_SECRET of api is the placeholder of .env
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . }
        `,
        Dockerfile: `
          FROM node:22-slim
          ARG TOKEN_SECRET
          ENV JWT_SECRET=\${TOKEN_SECRET:-walnut-drift-7} #! TOKEN_SECRET of Dockerfile falls back to a literal
          CMD ["node", "server.js"]
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., environment: { DB_PASSWORD: "\${DB_PASSWORD}" } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { ConfigService } from '@nestjs/config'
          import { JwtModule } from '@nestjs/jwt'
          import { AppModule } from './app.module'
          const DEFAULT_KEY = 'walnut-drift-7' //! COOKIE_SECRET of api falls back to a literal in the code
          export const cookies = process.env.COOKIE_SECRET ?? DEFAULT_KEY
          export const password = process.env.DB_PASSWORD || 'erp_password' //! DB_PASSWORD of api falls back to a literal in the code
          export const webhook = process.env.WEBHOOK_SECRET?.trim() || 'walnut-drift-9' //! WEBHOOK_SECRET of api falls back to a literal in the code
          JwtModule.registerAsync({
            inject: [ConfigService],
            useFactory: (config: ConfigService) => ({
              secret: config.get<string>('JWT_SECRET', 'change-me'), //! JWT_SECRET of api falls back to a placeholder in the code
            }),
          })
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { loadJwtConfig } from './jwt.config'
          export class AppModule {
            readonly jwt = loadJwtConfig()
          }
        `,
        'src/jwt.config.ts': `
          export function loadJwtConfig(env: NodeJS.ProcessEnv = process.env) {
            return { secret: env.JWT_REFRESH_SECRET ?? 'change-me', issuer: env.JWT_ISSUER ?? 'erp' } //! JWT_REFRESH_SECRET of api falls back to a placeholder in the code
          }
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
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'app/main.py': `
          import os
          from fastapi import FastAPI
          from app.settings import settings
          app = FastAPI()
          ENCRYPTION_KEY = os.getenv("ENCRYPTION_KEY", "walnut-drift-7") #! ENCRYPTION_KEY of api falls back to a literal in the code
          PASSWORD = os.environ.get("DB_PASSWORD") or "erp_password" #! DB_PASSWORD of api falls back to a literal in the code
          print(settings.SECRET_KEY)
        `,
        'app/settings.py': `
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              SECRET_KEY: str = "your-secret-key" #! SECRET_KEY of api falls back to a placeholder in the code
              MAIL_PASSWORD: str = ""
          settings = Settings()
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
          import "os"
          func env(name, fallback string) string {
            if value := os.Getenv(name); value != "" {
              return value
            }
            return fallback
          }
          func main() {
            serve(env("JWT_SECRET", "walnut-drift-7")) //! JWT_SECRET of api falls back to a literal in the code
          }
          func serve(key string) {}
        `,
      },
      {
        // What refuses it in production is off: nothing sets the stage, and its default in the code is another one.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'config.js': `
          const environment = process.env.APP_ENV || 'development'
          const isProduction = environment === 'production'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7' //! is off, as APP_ENV is development
          if (isProduction && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          function checkCookies() {
            if (!isProduction) return
            if (!process.env.COOKIE_SECRET) throw new Error('COOKIE_SECRET')
          }
          checkCookies()
          const cookie = process.env.COOKIE_SECRET || 'walnut-drift-7' //! COOKIE_SECRET of api falls back to a literal in the code when nothing sets it; what keeps it out of production is off
          const csrf = isProduction ? requireVariable('CSRF_SECRET') : process.env.CSRF_SECRET || 'walnut-drift-7' //! CSRF_SECRET of api falls back
          function requireVariable(name) {
            if (!process.env[name]) throw new Error(name)
            return process.env[name]
          }
          module.exports = { jwt, cookie, csrf }
        `,
        'server.js': `
          const config = require('./config')
          require('http').createServer((request, response) => response.end(String(config.jwt.length))).listen(3000)
        `,
      },
      {
        // The deployment says that it is none; a validator that only warns there.
        'compose.yaml': `
          services: { api: { build: ., environment: { ENVIRONMENT: local } } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY app ./app
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'app/main.py': `
          import os
          import warnings
          from fastapi import FastAPI
          from pydantic import model_validator
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              ENVIRONMENT: str = "production"
              SECRET_KEY: str = "changethis" #! is off, as ENVIRONMENT is local
              def _check_default(self, name, value):
                  if value == "changethis":
                      message = f"{name} is the default"
                      if self.ENVIRONMENT == "local":
                          warnings.warn(message)
                      else:
                          raise ValueError(message)
              @model_validator(mode="after")
              def _enforce(self):
                  self._check_default("SECRET_KEY", self.SECRET_KEY)
                  return self
          settings = Settings()
          app = FastAPI()
          print(settings.SECRET_KEY)
        `,
      },
    ],
    good: [
      {
        // Set by the deployment, replaced in production, empty, given by the caller, and of this machine alone.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0", environment: { JWT_SECRET: "\${JWT_SECRET:?}" } } }
        `,
        'src/main/resources/application.yml': `
          spring:
            datasource:
              url: jdbc:postgresql://\${DB_HOST:localhost}:5432/shop
              password: \${DB_PASSWORD:postgres}
            data: { redis: { host: cache, password: "\${REDIS_PASSWORD:}" } }
            rabbitmq: { host: queue, password: "\${MQ_PASSWORD:harbour}" }
          app: { jwt: { secret: "\${JWT_SECRET:change-me-in-production}", header: "\${JWT_HEADER:X-Token}" } }
        `,
        'src/main/resources/application-prod.yml': `
          spring: { rabbitmq: { password: "\${MQ_PASSWORD}" } }
        `,
        'scripts/backup.sh': `
          #!/bin/sh
          PGPASSWORD="\${DB_PASSWORD:-}" pg_dump -h db.internal -U shop shop > /backup/shop.sql
          PGPASSWORD="\${DB_PASSWORD:?}" psql -h db.internal -U shop
          MYSQL_PWD="\${DB_PASSWORD:-shop}" mysqldump -h db.internal -u shop shop > /backup/m.sql
        `,
        'infra/db/variables.tf': `
          variable "db_password" {
            default = "harbour-lantern-42"
          }
        `,
        'infra/main.tf': `
          module "db" {
            source      = "./db"
            db_password = "\${random_password.db.result}"
          }
        `,
      },
      {
        // A class that nothing makes of the environment, and one whose secrets have to be there, the one by its length.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { Module } from '@nestjs/common'
          import { ConfigModule } from '@nestjs/config'
          import { validate } from './env'
          @Module({ imports: [ConfigModule.forRoot({ validate })] })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/env.ts': `
          import { plainToInstance } from 'class-transformer'
          import { IsString, MinLength, validateSync } from 'class-validator'
          export class Sample {
            @IsString() JWT_SECRET = 'erp-jwt-secret'
          }
          class EnvironmentVariables {
            @IsString() JWT_SECRET: string
            @MinLength(32) SESSION_SECRET = 'too-short'
          }
          export function validate(config) {
            const checked = plainToInstance(EnvironmentVariables, config)
            if (validateSync(checked).length > 0) throw new Error('wrong')
            return checked
          }
        `,
      },
      {
        // The stage is set, in the deployment, by the image, by the command and by a script; or it comes from outside.
        'compose.yaml': `
          services: { api: { build: ., environment: { APP_ENV: production } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., environment: { APP_ENV: "\${APP_ENV}" } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., env_file: [.env.production] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
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
          CMD ["npm", "start"]
        `,
        'server.js': `
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
        'package.json': '{ "scripts": { "start": "APP_ENV=production node server.js" } }',
      },
      {
        // Nothing tells the stage, the code has production as its default, sets it itself, or is bundled for production.
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
          const environment = process.env.APP_ENV
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
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
          const environment = process.env.APP_ENV || 'production'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
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
          process.env.APP_ENV = require('./stage')
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
        'stage.js': 'module.exports = require("os").hostname().split("-")[0]',
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
          const environment = process.env.NODE_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
        'package.json': '{ "devDependencies": { "esbuild": "0.25.5" } }',
      },
      {
        // A file of variables may lie beside it.
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
          require('dotenv').config()
          const environment = process.env.APP_ENV || 'development'
          const jwt = process.env.JWT_SECRET || 'walnut-drift-7'
          if (environment === 'production' && jwt === 'walnut-drift-7') throw new Error('JWT_SECRET')
          require('http').createServer((request, response) => response.end(String(jwt.length))).listen(3000)
        `,
      },
      {
        // A platform makes a value for it.
        Procfile: 'web: node server.js\n',
        'app.json': '{ "env": { "JWT_SECRET": { "generator": "secret" } } }',
        'server.js': `
          const jwt = require('jsonwebtoken')
          const secret = process.env.JWT_SECRET || 'mySecretKey2019'
          require('express')().post('/login', (req, res) => res.json(jwt.sign({ id: 1 }, secret, { expiresIn: '1h' }))).listen(process.env.PORT)
        `,
      },
      {
        // Always set, refused at the start, only outside production, empty, no secret, on this machine, and code that nothing runs.
        'compose.yaml': `
          services:
            api: { build: ., environment: { JWT_SECRET: "\${JWT_SECRET:?}" } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const key = process.env.JWT_SECRET || 'walnut-drift-7'
          const session = process.env.SESSION_SECRET || 'walnut-drift-7'
          if (process.env.NODE_ENV === 'production' && session === 'walnut-drift-7') throw new Error('SESSION_SECRET')
          for (const name of ['COOKIE_SECRET']) if (!process.env[name]) process.exit(1)
          const cookie = process.env.COOKIE_SECRET || 'walnut-drift-7'
          const csrf = process.env.NODE_ENV === 'production' ? process.env.CSRF_SECRET : process.env.CSRF_SECRET || 'walnut-drift-7'
          const mail = process.env.MAIL_PASSWORD || ''
          const redis = process.env.REDIS_PASSWORD || process.env.JWT_SECRET || 'walnut-drift-7'
          const vault = process.env.VAULT_PASSWORD || require('vault').password || 'walnut-drift-7'
          const lifetime = process.env.JWT_SECRET_TTL || '15m'
          const database = process.env.DATABASE_URL || 'postgres://erp:erp_password@localhost:5432/erp'
          require('http').createServer((request, response) => response.end(key + session + cookie + csrf + mail + redis + vault + lifetime + database)).listen(3000)
        `,
        'test/token.js': `
          module.exports = process.env.DB_PASSWORD || 'erp_password'
        `,
      },
      {
        // The schema of the settings asks for it; what the settings class refuses.
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
          import os
          from fastapi import FastAPI
          from pydantic import field_validator
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              SECRET_KEY: str = "changethis"
              DB_PASSWORD: str = "changethis"
              @field_validator("SECRET_KEY")
              @classmethod
              def is_set(cls, value):
                  if value == "changethis":
                      raise ValueError("set SECRET_KEY")
                  return value
              def _check(self):
                  if self.DB_PASSWORD == "changethis":
                      raise ValueError("set DB_PASSWORD")
          settings = Settings()
          JWT_SECRET = os.getenv("JWT_SECRET", "walnut-drift-7")
          assert JWT_SECRET != "walnut-drift-7"
          app = FastAPI()
          print(settings.SECRET_KEY, settings.DB_PASSWORD)
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                JWT_SECRET: \${JWT_SECRET:?}
                DB_PASSWORD: \${DB_PASSWORD}
                SMTP_PASSWORD: \${SMTP_PASSWORD:-}
                STRIPE_API_KEY: \${STRIPE_API_KEY:-not-set}
                JWT_EXPIRES_IN: \${JWT_EXPIRES_IN:-15m}
                POSTGRES_USER: \${POSTGRES_USER:-erp}
                DB_PASSWORD_FILE: \${DB_PASSWORD_FILE:-/run/secrets/db}
        `,
        'compose.dev.yaml': `
          services:
            api: { environment: { JWT_SECRET: "\${JWT_SECRET:-local}" } }
        `,
      },
    ],
  },
})

/** The defaults in what is deployed: all places of one variable of a subject together. */
function defaultsByName(system: System): Iterable<readonly SecretPlace[]> {
  const groups = new Map<string, SecretPlace[]>()
  for (const place of secretPlaces(system)) {
    if (place.kind !== 'default' || place.development) continue
    const key = `${place.subject.id}\n${place.name}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return groups.values()
}

function describe({ name, subjects, placeholder }: SecretPlace): string {
  return `${name} of ${subjectNames(subjects)} falls back to a ${placeholder ? 'placeholder' : 'literal'} when nothing sets it`
}

function inCode({ variable, services, placeholder, stage }: CodeDefault): string {
  const off = stage ? `; what keeps it out of production is off, as ${stage.variable} is ${stage.value}` : ''
  return `${variable} of ${subjectNames(services)} falls back to a ${placeholder ? 'placeholder' : 'literal'} in the code when nothing sets it${off}`
}

function fixOf({ variable }: CodeDefault, runtime: 'node' | 'python' | 'go'): string {
  switch (runtime) {
    case 'node':
      return `Take the fallback away, and let the start fail: \`if (!process.env.${variable}) throw new Error('${variable} is not set')\`; with @nestjs/config, \`getOrThrow('${variable}')\`.`
    case 'python':
      return `Take the fallback away, so that the start fails without it: \`os.environ["${variable}"]\`, or a field of the settings class without a default.`
    case 'go':
      return `Take the fallback away, and let the start fail: \`if os.Getenv("${variable}") == "" { log.Fatal("${variable} is not set") }\`.`
  }
}
