import { expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'
import { type Files, systemOf } from '../support/model.js'

const COMPOSE = 'services:\n  api:\n    build: .\n'

test.each<readonly [string, Files]>([
  [
    'programs of Go that are installed',
    {
      Dockerfile:
        'FROM golang:1.26 AS b\nWORKDIR /s\nCOPY . .\nRUN go install ./cmd/...\nFROM alpine\nCOPY --from=b /go/bin /app\nCMD ["/app/server"]\n',
      'cmd/server/main.go': 'package main\nfunc main(){}',
      'go.mod': 'module x\n',
    },
  ],
  [
    'a build behind env',
    {
      Dockerfile:
        'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN env NODE_ENV=production npm run build\nCMD ["node","dist/main.js"]\n',
      'package.json':
        '{"name":"x","scripts":{"build":"tsc","start":"node dist/main.js","b2":"nx build api","b3":"env NODE_ENV=production tsc -p ."},"dependencies":{"express":"4"}}',
      'src/main.ts': 'x',
      'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    },
  ],
  [
    'what nx builds',
    {
      Dockerfile:
        'FROM node:24 AS b\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx nx build api\nFROM node:24\nWORKDIR /app\nCOPY --from=b /app/dist/apps/api ./\nCMD ["node","main.js"]\n',
      'package.json':
        '{"name":"x","scripts":{"build":"tsc","start":"node dist/main.js","b2":"nx build api","b3":"env NODE_ENV=production tsc -p ."},"dependencies":{"express":"4"}}',
      'src/main.ts': 'x',
      'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    },
  ],
  [
    'names from build arguments',
    {
      Dockerfile:
        'FROM golang:1.26 AS b\nARG BIN=server\nWORKDIR /s\nCOPY . .\nRUN go build -o /out/${BIN} .\nFROM alpine\nARG BIN=server\nCOPY --from=b /out/${BIN} /usr/local/bin/app\nCMD ["/usr/local/bin/app"]\n',
      'go.mod': 'module x\n',
      'main.go': 'package main\nfunc main(){}',
    },
  ],
  [
    'what Maven packs',
    {
      Dockerfile:
        'FROM maven:3 AS b\nWORKDIR /s\nCOPY . .\nRUN mvn package\nFROM eclipse-temurin:21\nCOPY --from=b /s/target/*.jar app.jar\nENTRYPOINT ["java","-jar","/app.jar"]\n',
      'pom.xml': '<a/>',
    },
  ],
  [
    'a script that the Dockerfile writes',
    {
      Dockerfile:
        'FROM node:24\nWORKDIR /app\nCOPY . .\nCOPY <<EOF /entry.sh\n#!/bin/sh\nexec node src/main.js\nEOF\nRUN chmod +x /entry.sh\nENTRYPOINT ["/entry.sh"]\n',
      'src/main.js': '',
    },
  ],
  [
    'the script of the base image',
    {
      Dockerfile:
        'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["postgres"]\n',
      'init.sql': '',
    },
  ],
  [
    'a folder that is copied to the root',
    {
      Dockerfile:
        'FROM node:24\nWORKDIR /app\nCOPY server/package*.json ./\nRUN npm ci\nCOPY server ./\nCMD ["node","index.js"]\n',
      'server/index.js': '',
      'server/package.json':
        '{"name":"x","scripts":{"build":"tsc","start":"node dist/main.js","b2":"nx build api","b3":"env NODE_ENV=production tsc -p ."},"dependencies":{"express":"4"}}',
    },
  ],
  [
    'a working directory from an argument',
    {
      Dockerfile: 'FROM node:24\nARG SERVICE\nWORKDIR /app/${SERVICE}\nCOPY . /app\nCMD ["node","index.js"]\n',
      'api/index.js': '',
      'compose.yaml': 'services:\n  api:\n    build: {context: ., args: {SERVICE: api}}\n',
    },
  ],
  [
    'what turbo prunes and builds',
    {
      Dockerfile:
        'FROM node:24 AS b\nWORKDIR /app\nRUN npm i -g turbo\nCOPY . .\nRUN turbo prune api --docker\nFROM node:24 AS i\nWORKDIR /app\nCOPY --from=b /app/out/json/ .\nRUN npm ci\nCOPY --from=b /app/out/full/ .\nRUN npx turbo build --filter=api\nFROM node:24\nWORKDIR /app\nCOPY --from=i /app .\nCMD node apps/api/dist/index.js\n',
      'package.json':
        '{"name":"x","scripts":{"build":"tsc","start":"node dist/main.js","b2":"nx build api","b3":"env NODE_ENV=production tsc -p ."},"dependencies":{"express":"4"}}',
      'src/main.ts': 'x',
      'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    },
  ],
  [
    'the build of Next.js that stands alone',
    {
      Dockerfile:
        'FROM node:24 AS b\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nFROM node:24\nWORKDIR /app\nCOPY --from=b /app/.next/standalone ./\nCMD ["node","server.js"]\n',
      'next.config.js': 'module.exports={output:"standalone"}',
      'package.json': '{"name":"x","scripts":{"build":"next build"}}',
    },
  ],
  [
    'a folder that another tool builds',
    {
      Dockerfile:
        'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nWORKDIR /app/.medusa/server\nCMD ["node","index.js"]\n',
      'package.json': '{"scripts":{"build":"medusa build"}}',
    },
  ],
  [
    'an output folder that git ignores',
    {
      '.gitignore': 'dist\n',
      Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node","dist/main.js"]\n',
      'package.json':
        '{"name":"x","scripts":{"build":"tsc","start":"node dist/main.js","b2":"nx build api","b3":"env NODE_ENV=production tsc -p ."},"dependencies":{"express":"4"}}',
      'src/main.ts': 'x',
      'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    },
  ],
  [
    'programs of a copied environment',
    {
      Dockerfile:
        'FROM python:3.13 AS b\nRUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nFROM python:3.13\nCOPY --from=b /opt/venv /opt/venv\nWORKDIR /app\nCOPY . .\nCMD ["/opt/venv/bin/gunicorn","app:app"]\n',
      'app.py': '',
      'requirements.txt': 'gunicorn\n',
    },
  ],
  [
    'programs that pip installs',
    {
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install gunicorn\nENTRYPOINT ["/usr/local/bin/gunicorn","app:app"]\n',
      'app.py': '',
      'requirements.txt': 'gunicorn\n',
    },
  ],
  [
    'programs that uv installs',
    {
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install uv && uv sync --frozen\nCMD [".venv/bin/uvicorn","app:app"]\n',
      'app.py': '',
      'requirements.txt': 'gunicorn\n',
    },
  ],
  [
    'programs of Debian packages',
    {
      Dockerfile:
        'FROM debian:12\nRUN apt-get update && apt-get install -y nginx\nCMD ["/usr/sbin/nginx","-g","daemon off;"]\n',
    },
  ],
  [
    'what ADD fetches',
    {
      Dockerfile:
        'FROM node:24\nADD https://github.com/krallin/tini/releases/download/v0.19.0/tini /tini\nRUN chmod +x /tini\nENTRYPOINT ["/tini","--"]\nWORKDIR /a\nCOPY . .\nCMD ["node","i.js"]\n',
      'i.js': '',
    },
  ],
  [
    'what is fetched and unpacked',
    {
      Dockerfile:
        'FROM node:24\nWORKDIR /usr/local/bin\nRUN curl -LO https://x/dockerize.tar.gz && tar xzf dockerize.tar.gz\nWORKDIR /a\nCOPY . .\nCMD ["/usr/local/bin/dockerize","node","i.js"]\n',
      'i.js': '',
    },
  ],
  [
    'what is cloned',
    {
      Dockerfile:
        'FROM node:24\nRUN git clone https://x/y.git /app\nWORKDIR /app\nRUN npm ci\nCMD ["node","index.js"]\n',
    },
  ],
  [
    'what a command generates',
    {
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nRUN pip install django && django-admin startproject x .\nCMD ["python","manage.py","runserver"]\n',
    },
  ],
  [
    'a module in the folder that uvicorn is told',
    {
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn","main:app","--app-dir","src"]\n',
      'src/main.py': '',
    },
  ],
  [
    'a module in the folder that gunicorn is told',
    {
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn","--chdir","src","wsgi:app"]\n',
      'src/wsgi.py': '',
    },
  ],
  [
    'a folder that the configuration of gunicorn may name',
    {
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn","-c","gunicorn.conf.py","wsgi:app"]\n',
      'gunicorn.conf.py': 'chdir="src"',
      'src/wsgi.py': '',
    },
  ],
  [
    'a package that is installed from a wheel',
    {
      Dockerfile:
        'FROM python:3.13 AS b\nCOPY . /s\nRUN pip wheel -w /w /s\nFROM python:3.13\nCOPY --from=b /w /w\nRUN pip install /w/*.whl\nCMD ["uvicorn","shop.main:app"]\n',
      'pyproject.toml': '[project]\nname="shop"',
      'src/shop/main.py': '',
    },
  ],
  [
    'a module without an attribute',
    { Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn","wsgi"]\n', 'wsgi.py': '' },
  ],
])('nothing is missing: %s', (_, files) => {
  for (const { entryFiles } of systemOf({ 'compose.yaml': COMPOSE, ...files }).workloads)
    expect(entryFiles?.state).not.toBe('missing')
})

test('a file that is mounted as the start, and is not in the repository, is not verified', () => {
  const mounted = (source: string, more: Files = {}) => {
    const compose = `services:\n  api:\n    image: python:3.13-slim\n    entrypoint: [/entry.sh]\n    volumes: ["${source}:/entry.sh:ro"]\n`
    const { entryFiles } = systemOf({ 'compose.yaml': compose, ...more }).workloads[0] ?? {}
    return entryFiles?.state === 'unseen' ? entryFiles.lacks : entryFiles?.state
  }
  expect(mounted('./deploy/entry.sh')).toBe('deploy/entry.sh')
  expect(mounted('./deploy/entry.sh', { 'deploy/entry.sh': '#!/bin/sh\nexec python -m app\n' })).toBe('there')
  expect(mounted('/opt/shop/entry.sh')).toBeUndefined()
  const { unverified } = auditTree(
    treeOf(
      new Map([
        [
          'compose.yaml',
          'services:\n  api:\n    image: python:3.13-slim\n    entrypoint: [/entry.sh]\n    volumes: ["./entry.sh:/entry.sh"]\n',
        ],
      ]),
    ),
  )
  expect(unverified.find(({ rule }) => rule === 'workload/entry-not-runnable')?.because).toBe(
    'it starts entry.sh, which is mounted and not in the repository',
  )
})

test('a file that nothing copies or makes is missing', () => {
  const [api] = systemOf({
    'compose.yaml': COMPOSE,
    Dockerfile:
      'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN go mod download\nFROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    'index.js': '',
    'package.json': '{}',
  }).workloads
  expect(api?.entryFiles).toMatchObject({ state: 'missing', path: '/app/server.js' })
})
