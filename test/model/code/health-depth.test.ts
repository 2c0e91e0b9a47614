import { beforeAll, expect, test } from 'vitest'
import { openGrammars } from '../../../src/parse/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

beforeAll(() => openGrammars(['python', 'go']))

/** How deep `/health` of the only service looks. */
function depth(files: Files, dockerfile: string): string | undefined {
  const { services } = systemOf({ 'compose.yaml': 'services: { api: { build: . } }', Dockerfile: dockerfile, ...files })
  return services[0]?.health.find(({ route }) => route.path === '/health')?.found.depth
}

const NODE = 'FROM node:24.1.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'
const GO =
  'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /api .\nFROM scratch\nCOPY --from=build /api /api\nCMD ["/api"]\n'
const ASK = 'await prisma.$queryRaw`SELECT 1`'
const express = (body: string, before = '') => ({
  'server.js': `const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
const app = require('express')()
${before}
app.get('/health', async (req, res, next) => {
  ${body}
})
app.listen(3000)
`,
})

test.each([
  ['a constant', "res.json({ status: 'ok', uptime: process.uptime() })", 'constant'],
  ['memory', 'res.json(process.memoryUsage())', 'process'],
  ['a failure that goes on', `${ASK}; res.send('ok')`, 'hard'],
  ['503', `try { ${ASK}; res.send('ok') } catch { res.status(503).end() }`, 'hard'],
  ['thrown again', `try { ${ASK}; res.send('ok') } catch (e) { throw e }`, 'hard'],
  ['handed to the framework', `try { ${ASK}; res.send('ok') } catch (e) { next(e) }`, 'hard'],
  [
    'a status by the result',
    `const up = ${ASK}.then(() => true).catch(() => false); res.status(up ? 200 : 503).end()`,
    'hard',
  ],
  ['200 all the same', `try { ${ASK}; res.send('ok') } catch { res.json({ status: 'down' }) }`, 'soft'],
  ['200 behind a promise', `const db = ${ASK}.then(() => 'up').catch(() => 'down'); res.json({ db })`, 'soft'],
  ['200 by name', `try { ${ASK}; res.send('ok') } catch { res.status(200).json({ status: 'down' }) }`, 'soft'],
  [
    'a call that is not seen, whose failure is taken',
    `const s = {}; try { ${ASK} } catch { s.db = 'down' } try { await require('redis').createClient().connect() } catch { s.redis = 'down' } res.json(s)`,
    'soft',
  ],
  [
    'a call that is not seen and is given the answer',
    `try { ${ASK} } catch (e) { /* */ } try { await checks.answer(res) } catch { res.json({}) }`,
    'unknown',
  ],
  [
    'a race against the clock that is taken',
    `try { await Promise.race([prisma.$queryRaw\`SELECT 1\`, new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 3000))]); res.send('ok') } catch { res.json({ status: 'down' }) }`,
    'soft',
  ],
  ['thrown and taken', `try { if (!(${ASK})) throw new Error('x') } catch { res.json({ status: 'down' }) }`, 'soft'],
  ['a status in a variable', `let code = 200; try { ${ASK} } catch { code = 503 } res.status(code).end()`, 'hard'],
  [
    'a status in a variable that is no error',
    `let code = 200; try { ${ASK} } catch { code = 207 } res.status(code).end()`,
    'unknown',
  ],
  ['a number that is no status', `const code = 503; try { ${ASK} } catch { res.json({ code }) } res.end()`, 'unknown'],
  ['a status that is computed', `const up = ${ASK}.catch(() => null); res.status(statusFor(up)).end()`, 'unknown'],
  [
    'a status out of a table',
    `let s = 'up'; try { ${ASK} } catch { s = 'down' } res.status(STATUS[s]).end()`,
    'unknown',
  ],
  ['an exit', `try { ${ASK}; res.send('ok') } catch { process.exit(1) }`, 'unknown'],
  ['something that is not seen', 'res.json(await checks.run())', 'unknown'],
])('Express: %s', (_, body, expected) => {
  expect(depth(express(body), NODE)).toBe(expected)
})

test('a function of the repository is followed', () => {
  const soft =
    "async function database() { try { await prisma.$queryRaw`SELECT 1`; return 'up' } catch { return 'down' } }"
  expect(depth(express('res.json({ database: await database() })', soft), NODE)).toBe('soft')
  expect(
    depth(
      express("const db = await database(); if (db === 'down') return res.status(503).end(); res.end()", soft),
      NODE,
    ),
  ).toBe('hard')
})

test('Koa throws by its context', () => {
  const files = (failure: string) => ({
    'server.js': `const Koa = require('koa')
const Router = require('@koa/router')
const { Pool } = require('pg')
const pool = new Pool()
const router = new Router()
router.get('/health', async ctx => { try { await pool.query('SELECT 1'); ctx.body = 'ok' } catch { ${failure} } })
new Koa().use(router.routes()).listen(3000)
`,
  })
  expect(depth(files('ctx.throw(503)'), NODE)).toBe('hard')
  expect(depth(files('ctx.status = 503'), NODE)).toBe('hard')
  expect(depth(files("ctx.body = 'down'"), NODE)).toBe('soft')
})

test('a bare server is looked at by the branch for the path', () => {
  const text = (live: string) => `const { Pool } = require('pg')
const pool = new Pool()
require('http').createServer(async (req, res) => {
  if (req.url === '/health') { ${live} }
  else if (req.url === '/ready') { await pool.query('SELECT 1'); res.end() }
}).listen(3000)
`
  expect(depth({ 'server.js': text("res.end('ok')") }, NODE)).toBe('constant')
  expect(depth({ 'server.js': text("await pool.query('SELECT 1'); res.end()") }, NODE)).toBe('hard')
})

test.each([
  ['a constant', '    return {"status": "ok"}\n', 'constant'],
  [
    'raised',
    '    try:\n        ping()\n    except Exception:\n        raise HTTPException(503)\n    return {}\n',
    'hard',
  ],
  [
    'a status by keyword',
    '    try:\n        ping()\n    except Exception:\n        return JSONResponse({}, status_code=503)\n    return {}\n',
    'hard',
  ],
  [
    '200 all the same',
    '    try:\n        ping()\n    except Exception:\n        return {"status": "down"}\n    return {}\n',
    'soft',
  ],
  [
    'a status in a variable',
    '    code = 200\n    try:\n        ping()\n    except Exception:\n        code = 503\n    return JSONResponse({}, status_code=code)\n',
    'hard',
  ],
  [
    'a select that is built',
    '    with engine.connect() as connection:\n        connection.execute(select(1))\n',
    'hard',
  ],
  ['a ping by command', '    client.admin.command("ping")\n    return {}\n', 'hard'],
  ['another command', '    client.admin.command("logRotate")\n    return {}\n', 'unknown'],
  [
    'a report of what failed',
    '    checks = {}\n    try:\n        ping()\n        checks.update(db="up")\n    except Exception:\n        checks.update(db="down")\n    return {"ok": all(one == "up" for one in checks.values())}\n',
    'soft',
  ],
])('FastAPI: %s', (_, body, expected) => {
  const main = `from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse
from sqlalchemy import create_engine, text
engine = create_engine("postgresql://db/x")
app = FastAPI()

def ping():
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))

@app.get("/health")
def health():
${body}`
  expect(depth({ 'main.py': main }, 'FROM python:3.13.1\nWORKDIR /code\nCOPY . .\nCMD ["uvicorn", "main:app"]\n')).toBe(
    expected,
  )
})

test.each([
  [
    '200 all the same',
    'status := "up"\n\tif db.Ping() != nil {\n\t\tstatus = "down"\n\t}\n\tw.Write([]byte(status))',
    'soft',
  ],
  ['a status', 'if err := db.Ping(); err != nil {\n\t\tw.WriteHeader(503)\n\t}', 'hard'],
  [
    'an error',
    'if err := db.Ping(); err != nil {\n\t\thttp.Error(w, "down", http.StatusServiceUnavailable)\n\t}',
    'hard',
  ],
  [
    'a status in a variable',
    'code := http.StatusOK\n\tif db.Ping() != nil {\n\t\tcode = http.StatusServiceUnavailable\n\t}\n\tw.WriteHeader(code)',
    'hard',
  ],
  ['a helper that refuses', 'if db.Ping() != nil {\n\t\trefuse(w)\n\t}', 'hard'],
  ['a helper that is given the status', 'db.Ping()\n\tanswer(w, pick())', 'unknown'],
  ['the end of the process', 'if err := db.Ping(); err != nil {\n\t\tlog.Fatal(err)\n\t}', 'unknown'],
])('Go: %s', (_, body, expected) => {
  const main = `package main\n\nimport (\n\t"database/sql"\n\t"log"\n\t"net/http"\n)\n\nvar db *sql.DB\n\nfunc refuse(w http.ResponseWriter) { w.WriteHeader(http.StatusServiceUnavailable) }\n\nfunc answer(w http.ResponseWriter, status int) { w.WriteHeader(status) }\n\nfunc health(w http.ResponseWriter, r *http.Request) {\n\t${body}\n}\n\nfunc main() {\n\thttp.HandleFunc("/health", health)\n\tlog.Print(http.ListenAndServe(":8080", nil))\n}\n`
  expect(depth({ 'main.go': main, 'go.mod': 'module api\n\ngo 1.26\n' }, GO)).toBe(expected)
})

test('a handler of Echo gives its error to the framework', () => {
  const main = `package main\n\nimport (\n\t"database/sql"\n\n\t"github.com/labstack/echo/v4"\n)\n\nvar db *sql.DB\n\nfunc health(c echo.Context) error {\n\treturn db.Ping()\n}\n\nfunc main() {\n\te := echo.New()\n\te.GET("/health", health)\n\te.Start(":8080")\n}\n`
  expect(depth({ 'main.go': main, 'go.mod': 'module api\n\ngo 1.26\n' }, GO)).toBe('hard')
})

test('Django asks its database and its cache', () => {
  const health = (body: string) =>
    depth(
      {
        'shop/__init__.py': '',
        'shop/wsgi.py':
          'import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
        'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\n',
        'shop/urls.py':
          'from django.urls import path\nfrom .views import health\nurlpatterns = [path("health", health)]\n',
        'shop/views.py': `from django.core.cache import cache, caches
from django.db import connection
from rest_framework import response, status
from rest_framework.decorators import api_view

@api_view(["GET"])
def health(request):
${body}`,
      },
      'FROM python:3.13.1\nWORKDIR /code\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    )
  const answer = (code: string) => `    try:
        connection.ensure_connection()
        up = True
    except Exception:
        up = False
    return response.Response({"up": up}, status=${code})
`
  expect(health(answer('status.HTTP_200_OK if up else status.HTTP_503_SERVICE_UNAVAILABLE'))).toBe('hard')
  expect(health(answer('status.HTTP_200_OK'))).toBe('soft')
  expect(health('    cache.set("health", "ok", 10)\n    return response.Response({})\n')).toBe('hard')
  expect(health('    caches["default"].get("health")\n    return response.Response({})\n')).toBe('hard')
  expect(health('    return response.Response({})\n')).toBe('constant')
})
