import type { HostileFiles } from './hostile-run.js'

const NODE = 'FROM node:22.12.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'
const PYTHON = 'FROM python:3.13.1-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "server:app"]\n'
const GO = 'FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN go build -o /server .\nCMD ["/server"]\n'
const COMPOSE =
  'services:\n  api:\n    build: .\n    healthcheck: { test: [CMD, curl, -f, "http://localhost:3000/health"] }\n'

const EXPRESS =
  "const express = require('express')\nconst { Pool } = require('pg')\nconst app = express()\nconst pool = new Pool({ max: size })\napp.listen(port)\n"
const FASTAPI = 'import os\nfrom fastapi import FastAPI\napp = FastAPI()\n'
const GIN =
  'package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() {\n\tr := gin.Default()\n\tregister(r)\n\tr.Run(address)\n}\n'

function node(text: string, more: HostileFiles = {}): HostileFiles {
  return { 'compose.yaml': COMPOSE, Dockerfile: NODE, 'package.json': '{}', 'server.js': text, ...more }
}

function python(text: string, more: HostileFiles = {}): HostileFiles {
  return { 'compose.yaml': COMPOSE, Dockerfile: PYTHON, 'server.py': text, ...more }
}

function go(text: string): HostileFiles {
  return { 'compose.yaml': COMPOSE, Dockerfile: GO, 'go.mod': 'module example.com/a\n\ngo 1.26\n', 'main.go': text }
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}

/** `open` so many times, `inner`, `close` as often. */
function nested(count: number, open: string, inner: string, close: string): string {
  return open.repeat(count) + inner + close.repeat(count)
}

/** Programs that a workload runs and that nobody wrote in good faith. */
export const HOSTILE_CODE: Readonly<Record<string, HostileFiles>> = {
  'JavaScript with 3,000 parentheses': node(`const size = ${nested(3_000, '(', '1', ')')}\nconst port = 1\n${EXPRESS}`),
  'JavaScript with 2,000 calls in each other': node(
    `const port = ${nested(2_000, 'f(', 'process.env.PORT || 3000', ')')}\nconst size = [${nested(2_000, '[', '1', ']')}]\n${EXPRESS}`,
  ),
  'JavaScript with 2,000 functions in each other': node(
    `${EXPRESS}app.get('/', ${nested(2_000, '() => ', 'pool.query("select 1")', '')})\n`,
  ),
  'a sum of 20,000 texts': node(`const port = 'a'${" + 'a'".repeat(20_000)}\nconst size = port\n${EXPRESS}`),
  'a chain of 5,000 calls': node(
    `${EXPRESS}app${times(5_000, index => `.get('/r${index}', (req, res) => res.send(1))`)}\n`,
  ),
  'a choice of 3,000 branches': node(
    `let size = 0\nlet port\n${times(3_000, index => `if (process.env.A${index}) size = ${index}\nelse `)}port = 1\n${EXPRESS}`,
  ),
  'JavaScript of 50,000 lines': node(
    `${EXPRESS}${times(2_500, index => `app.get('/r${index}', async (req, res) => res.json(\nawait pool.query('select ${index}')))\n`)}${'work()\n'.repeat(45_000)}`,
  ),
  'one line of a megabyte': node(`${EXPRESS}const a = [${'0,'.repeat(500_000)}]\n`),
  'TypeScript with 10,000 decorators': {
    ...node(''),
    'server.ts': `import { Controller, Get, Module } from '@nestjs/common'\nimport { NestFactory } from '@nestjs/core'\n@Controller()\nclass A {\n${"@Get('x')\n".repeat(10_000)}a() {}\n}\n@Module({ controllers: [A] })\nclass M {}\nNestFactory.create(M).then(app => app.listen(3000))\n`,
    'server.js': '',
    Dockerfile: NODE.replace('server.js', 'dist/server.js'),
  },
  'modules that import and re-export each other in a circle': node(
    "const { size, port } = require('./m0.js')\n".concat(EXPRESS),
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `m${index}.js`,
        `export * from './m${(index + 1) % 300}.js'\nexport * from './m${(index * 7 + 3) % 300}.js'\nimport { port as p } from './m${(index + 2) % 300}.js'\nexport const size${index} = p\n`,
      ]),
    ),
  ),
  'constants that are themselves': node(
    `const port = port || size\nconst size = { ...size, a: port }.a\nconst a = b, b = c, c = a\nconst f = () => f()\n${EXPRESS}app.use(f())\napp.get(a + b, f)\n`,
  ),
  'a constant that doubles 60 times': node(
    `const c0 = 'aaaaaaaa'\n${times(60, index => `const c${index + 1} = c${index} + c${index}\n`)}const port = c60\nconst size = c60.length\n${EXPRESS}app.get(c60, (req, res) => res.send(c60))\n`,
  ),
  'routers that are mounted in each other': node(
    `${EXPRESS}const a = express.Router()\nconst b = express.Router()\na.use('/b', b)\nb.use('/a', a)\na.get('/health', (req, res) => res.send('ok'))\napp.use(a)\nfunction mount(r) { r.use('/m', r); mount(r) }\nmount(app)\n`,
  ),
  'Python with 2,000 parentheses': python(`${FASTAPI}port = ${nested(2_000, '(', '1', ')')}\n`),
  'Python with 90 blocks in each other': python(
    `${FASTAPI}${times(90, index => `${' '.repeat(index)}if os.getenv("A${index}"):\n`)}${' '.repeat(90)}app.get("/x")(None)\n`,
  ),
  'Python of 50,000 lines': python(
    `${FASTAPI}${times(1_000, index => `@app.get("/r${index}")\ndef r${index}(limit: int = 10):\n    return db.query(A).limit(limit).all()\n\n\n`)}${'work()\n'.repeat(45_000)}`,
  ),
  'Python with 10,000 decorators': python(`${FASTAPI}${'@app.get("/x")\n'.repeat(10_000)}def x():\n    return 1\n`),
  'Python modules that import each other in a circle': python(
    `from m0 import *\nfrom m0 import port\n${FASTAPI}`,
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `m${index}.py`,
        `from m${(index + 1) % 300} import *\nfrom m${(index * 7 + 3) % 300} import port as p\nport = p\n`,
      ]),
    ),
  ),
  'Python constants that are themselves': python(
    `${FASTAPI}A = f"{B}{A}"\nB = A + B\nA = [*A, *A]\nclass S(S):\n    x = S().x\napp.include_router(app, prefix=A)\n`,
  ),
  'Go with 2,000 parentheses': go(`${GIN}\nvar address = ${nested(2_000, '(', '":3000"', ')')}\n`),
  'Go of 50,000 lines': go(
    `${GIN}\nfunc register(r *gin.Engine) {\n${times(2_500, index => `\tr.GET("/r${index}", nil)\n`)}${'\twork()\n'.repeat(45_000)}}\n\nconst address = ":3000"\n`,
  ),
  'Go constants and functions that are themselves': go(
    `${GIN}\nconst address = address + other\nconst other = address\n\nfunc register(r *gin.Engine) { register(r.Group(other)); register(r) }\n`,
  ),
}
