import { expect, test } from 'vitest'
import unbounded from '../../../rules/query/list-unbounded.js'
import uncapped from '../../../rules/query/page-size-uncapped.js'
import lost from '../../../rules/resilience/client-error-unhandled.js'
import kept from '../../../rules/scale/state-in-process.js'
import random from '../../../rules/secret/random-fallback.js'
import open from '../../../rules/web/route-unauthenticated.js'
import { check } from '../../../src/check.js'
import type { Rule } from '../../../src/rule.js'
import '../../support/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

/** What a rule says of the only service of a repository: pass, or the reason why it is not verified. */
function verdict(rule: Rule, files: Files): string | undefined {
  const system = systemOf({ 'compose.yaml': 'services: { api: { build: ., ports: ["80:3000"] } }\n', ...files })
  const outcomes = check(system, [rule], new Map()).flatMap(judgement => judgement.outcomes)
  expect(outcomes).toHaveLength(1)
  const [outcome] = outcomes
  return outcome?.status === 'unverified' ? outcome.because : outcome?.status
}

const express = (routes: string): Files => ({
  Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
  'server.js': `
    const express = require('express')
    const { PrismaClient } = require('@prisma/client')
    const { sizeOf } = require('pages')
    const prisma = new PrismaClient()
    const app = express()
    ${routes}
    app.listen(3000)`,
})

const list = (path: string, given: string) =>
  `app.get('${path}', async (req, res) => res.json(await prisma.invoice.findMany({ ${given} })))`

test.each([
  ['a page that a package decides', 'take: sizeOf(req)', 'whether GET /invoices of api has a limit is not known: '],
  [
    'what is built elsewhere',
    '...req.filter',
    'whether GET /invoices of api has a limit is not known: it is built where it is not seen',
  ],
  ['a page', 'take: 50', 'pass'],
  ['a page of a customer', 'take: sizeOf(req), where: { customerId: req.user.customerId }', 'pass'],
  ['everything', '', 'fail'],
])('a list with %s', (_, given, expected) => {
  expect(verdict(unbounded, express(list('/invoices', given)))).toContain(expected)
})

test('one list that reads everything fails, whatever is not known of the others', () => {
  expect(verdict(unbounded, express(`${list('/a', '...req.filter')}\n${list('/b', '')}`))).toBe('fail')
})

const CAPPED = list('/a', 'take: Math.min(Number(req.query.limit), 50)')

test.each([
  ['is known', list('/b', 'take: 20'), 'pass'],
  ['a package decides', list('/b', 'take: sizeOf(req)'), 'who decides the page size of GET /b in api is not known: '],
  ['the client decides', list('/b', 'take: Number(req.query.size)'), 'fail'],
])('a capped page beside one whose size %s', (_, other, expected) => {
  expect(verdict(uncapped, express(`${CAPPED}\n${other}`))).toContain(expected)
})

test.each([
  ['shop/tests/test_orders.py', 'pass'],
  ['shop/reports.py', 'who decides the page size of a query in api is not known: it is the difference of two values'],
])('a page that %s reads, beside capped ones', (path, expected) => {
  const files = {
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    'shop/wsgi.py': 'import os\nimport django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\nINSTALLED_APPS = ["shop"]\n',
    'shop/urls.py':
      'from django.urls import path\nfrom shop.views import Orders\nurlpatterns = [path("orders", Orders.as_view())]\n',
    'shop/views.py': `from ${path.replaceAll('/', '.').replace('.py', '')} import read\nfrom rest_framework import generics, pagination\nfrom shop.models import Order\n\nclass Pages(pagination.PageNumberPagination):\n    page_size = 20\n    page_size_query_param = "size"\n    max_page_size = 100\n\nclass Orders(generics.ListAPIView):\n    queryset = Order.objects.all()\n    pagination_class = Pages\n`,
    'shop/models.py': 'from django.db import models\nclass Order(models.Model):\n    note = models.TextField()\n',
    [path]:
      'from django.db import connection\nfrom shop.models import Order\ndef read(first, last):\n    return list(Order.objects.all()[first:last])\n',
  }
  expect(verdict(uncapped, files)).toBe(expected)
})

test.each([
  ['pages of a package', 'other.Pages', 'the pages of a package'],
  ['pages of its own', 'Own', 'its pages are made by code of their own'],
])('a list of REST framework with %s', (_, pages, because) => {
  const files = {
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    'shop/wsgi.py': 'import os\nimport django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\n',
    'shop/urls.py':
      'from django.urls import path\nfrom shop.views import Orders\nurlpatterns = [path("orders", Orders.as_view())]\n',
    'shop/views.py': `import other\nfrom rest_framework import generics, pagination\nfrom shop.models import Order\n\nclass Own(pagination.PageNumberPagination):\n    page_size = 20\n    def get_page_size(self, request):\n        return other.size(request)\n\nclass Orders(generics.ListAPIView):\n    queryset = Order.objects.all()\n    pagination_class = ${pages}\n`,
    'shop/models.py': 'from django.db import models\nclass Order(models.Model):\n    note = models.TextField()\n',
  }
  expect(verdict(unbounded, files)).toBe(`whether GET /orders of api has a limit is not known: ${because}`)
})

test('a route that may ask is not passed, and not found', () => {
  const guarded = (verb: string) => `app.${verb}('/orders/:id', authenticate, (req, res) => res.end())`
  const files = express(`const jwt = require('jsonwebtoken')
    const authenticate = (req, res, next) => { jwt.verify(req.headers.authorization, 'x'); next() }
    ${guarded('put')}\n${guarded('patch')}`)
  expect(verdict(open, files)).toBe('pass')
  const handler = (head: string) => `${head}\nexport async function DELETE() { await prisma.order.deleteMany({}) }`
  const asks = `import { auth } from '@clerk/nextjs/server'\nexport async function PUT() { await auth.protect() }\nexport async function PATCH() { await auth.protect() }`
  const next = (head: string): Files => ({
    Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["npx", "next", "start"]\n',
    'next.config.js': 'module.exports = {}',
    'app/api/orders/[id]/route.ts': asks,
    'app/api/orders/[id]/items/route.ts': handler(head),
  })
  expect(verdict(open, next("import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()"))).toBe(
    'fail',
  )
  expect(verdict(open, next("import { prisma } from '@/gone'"))).toBe(
    'DELETE /api/orders/:id/items may ask nobody: whether what it calls asks is not known',
  )
})

test.each([
  ['nothing sets', {}, 'fail'],
  [
    'a file may set that is not here',
    { 'compose.yaml': 'services: { api: { build: ., env_file: [.env] } }\n' },
    'whether JWT_SECRET of api is set is not known: .env is not in the repository',
  ],
  [
    'a file beside it may set',
    { 'server.js': `require('dotenv').config()` },
    'whether JWT_SECRET of api is set is not known: a .env file may be copied from the folder of the build',
  ],
  ['is empty', { 'compose.yaml': 'services: { api: { build: ., environment: { JWT_SECRET: "" } } }\n' }, 'fail'],
])('a key that falls back to random bytes, which %s', (_, files, expected) => {
  const base = express('')
  const key = `module.exports = process.env.JWT_SECRET || require('crypto').randomBytes(32).toString('hex')`
  const main = `${'server.js' in files ? files['server.js'] : ''}\nrequire('./key')\n${base['server.js']}`
  expect(verdict(random, { ...base, ...files, 'server.js': main, 'key.js': key })).toBe(expected)
})

test.each([
  ['that is only asked', '', 'fail'],
  ['whose server is listened to', `server.on('error', () => {})`, 'fail'],
  ['that is listened to under another name', `const database = pool\ndatabase.on('error', () => {})`, 'pass'],
  [
    'that one of several events is listened to',
    `for (const event of ['error', 'remove']) pool.on(event, () => {})`,
    'pass',
  ],
  ['beside a logger that keeps the program alive', `require('winston').createLogger({ exitOnError: false })`, 'pass'],
  [
    'that a package is given',
    `const Store = require('connect-pg-simple')(session)\nnew Store({ pool })`,
    'whether api survives a lost connection of the pool of pg is not known: Store may listen to it',
  ],
])('a pool %s', (_, main, expected) => {
  const files = express(`const { Pool } = require('pg')\nconst pool = new Pool()\n${main}`)
  expect(verdict(lost, files)).toBe(expected)
})

test.each([
  ['nothing that tells it', 'app.config.from_object("config.Config")', 'fail'],
  [
    'its configuration',
    'app.config["RATELIMIT_STORAGE_URI"] = storage()',
    'where Flask-Limiter of api keeps its state',
  ],
  ['the environment', 'app.config.from_prefixed_env()', 'where Flask-Limiter of api keeps its state'],
])('Flask-Limiter with %s', (_, line, expected) => {
  const files: Files = {
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "-w", "3", "main:app"]\n',
    'main.py': `from flask import Flask\nfrom flask_limiter import Limiter\nlimiter = Limiter()\napp = Flask(__name__)\n${line}\nlimiter.init_app(app)\n`,
  }
  expect(verdict(kept, files)).toContain(expected)
})
