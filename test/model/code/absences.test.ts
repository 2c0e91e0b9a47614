import '../../support/grammars.js'
import { describe, expect, test } from 'vitest'
import { type Files, systemOf } from '../../support/model.js'

const CONTAINER = {
  'compose.yaml': 'services: { api: { build: . } }\n',
  Dockerfile: 'FROM node:22.12.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n',
  'package.json': '{ "name": "@acme/api" }',
}

function serviceOf(files: Files) {
  const [service] = systemOf({ ...CONTAINER, ...files }).services
  if (!service) throw new Error('there is no service')
  return service
}

describe('whether all that a service loads is there', () => {
  test.each<[string, Files, boolean]>([
    ['public packages and its own modules', { 'main.js': "import 'express'\nimport './a.js'", 'a.js': '' }, true],
    [
      'types, styles and what tools make',
      { 'main.ts': "import type { A } from './gone'\nimport './a.css'\nimport './generated/client'" },
      true,
    ],
    ['a module that is not there', { 'main.js': "import './gone.js'" }, false],
    ['one that a module of it lacks', { 'main.js': "import './a.js'", 'a.js': "export * from './gone.js'" }, false],
    ['a name that is made while it runs', { 'main.js': "const name = './' + process.argv[2]\nrequire(name)" }, false],
    [
      'a folder that is listed',
      {
        'main.js': "require('./models')",
        'models/index.js':
          "const fs = require('fs')\nconst path = require('path')\nfs.readdirSync(__dirname).filter(f => f !== 'index.js').forEach(f => require(path.join(__dirname, f))(db))",
        'models/order.js': 'module.exports = db => db',
      },
      true,
    ],
    [
      'a listed folder whose files lack a module',
      {
        'main.js':
          "const fs = require('fs')\nfor (const name of fs.readdirSync('./src/routes')) require(`./src/routes/${name}`)",
        'src/routes/order.js': "require('./gone')",
      },
      false,
    ],
    [
      'a folder that is listed with those inside it',
      {
        'main.js':
          "const fs = require('fs')\nfs.readdirSync('./a', { recursive: true }).forEach(f => require('./a/' + f))",
        'a/b.js': '',
      },
      false,
    ],
    [
      'a folder that is listed, and a part of the name before it',
      {
        'main.js': "const fs = require('fs')\nfs.readdirSync(root).forEach(f => require(`./${kind}/${f}`))",
        'a/b.js': '',
      },
      false,
    ],
    ['a folder that a package loads', { 'main.js': "import load from 'require-all'" }, false],
    ['a folder of plugins that is not told', { 'main.js': "import autoload from '@fastify/autoload'" }, false],
    [
      'a folder of plugins',
      {
        'main.js':
          "import autoload from '@fastify/autoload'\nimport { join } from 'node:path'\napp.register(autoload, { dir: join(import.meta.dirname, 'plugins') })",
        'plugins/a.js': '',
      },
      true,
    ],
    ['routes by a pattern', { 'main.js': "mount({ files: ['dist/**/*.route.js'] })" }, false],
    ['tables by a pattern', { 'main.js': "connect({ entities: ['dist/**/*.entity{.ts,.js}'] })" }, true],
    ['a file that can be read in part', { 'main.js': "import './a.js'", 'a.js': 'function {' }, false],
    ['modules that import each other', { 'main.js': "import './a.js'", 'a.js': "import './main.js'" }, true],
    ['a module that only a test lacks', { 'main.js': '', 'main.test.js': "import './gone.js'" }, true],
  ])('%s: %s', (_, files, expected) => {
    expect(serviceOf(files).isWhole).toBe(expected)
  })
})

describe('what Celery looks for in Django', () => {
  const DJANGO: Files = {
    'compose.yaml': 'services: { web: { build: . } }\n',
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    'shop/__init__.py': 'from .celery import app\n',
    'shop/celery.py': 'from celery import Celery\napp = Celery("shop")\napp.autodiscover_tasks()\n',
    'shop/wsgi.py': 'application = 1\n',
    'shop/orders/tasks.py': '',
    'manage.py': '',
  }
  const isWhole = (files: Files) => systemOf({ ...DJANGO, ...files }).services.map(one => one.isWhole)

  test('is seen where all modules of that name are', () => expect(isWhole({})).toEqual([true]))

  test('may be elsewhere under another name', () => {
    const celery = 'from celery import Celery\napp = Celery("shop")\napp.autodiscover_tasks(related_name="jobs")\n'
    expect(isWhole({ 'shop/celery.py': celery })).toEqual([false])
  })

  test('is not seen by a service that loads no folder', () => {
    const Dockerfile = 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["celery", "-A", "shop", "worker"]\n'
    expect(isWhole({ Dockerfile })).toEqual([false])
  })
})

describe('modules that are built for one safeguard', () => {
  const CACHE = "import { createClient } from 'redis'\nexport const cache = createClient()\n"
  const states = (files: Files) => serviceOf(files).safeguards.map(({ path, state }) => `${path} ${state}`)

  test.each<[string, Files, readonly string[]]>([
    ['loaded', { 'main.js': "import './src/cache.js'", 'src/cache.js': CACHE }, ['src/cache.js loaded']],
    [
      'loaded by what is loaded',
      { 'main.js': "import './src/a.js'", 'src/a.js': "export * from './cache.js'", 'src/cache.js': CACHE },
      ['src/cache.js loaded'],
    ],
    ['loaded by nothing', { 'main.js': '', 'src/cache.js': CACHE }, ['src/cache.js dead']],
    [
      'loaded by its test alone',
      { 'main.js': '', 'src/cache.js': CACHE, 'src/cache.test.js': "import './cache.js'" },
      ['src/cache.js dead'],
    ],
    [
      'loaded by what nothing loads',
      { 'main.js': '', 'src/cache.js': CACHE, 'src/old.js': "import './cache.js'" },
      ['src/cache.js dead'],
    ],
    [
      'loaded by a script that somebody starts',
      { 'main.js': '', 'src/cache.js': CACHE, 'warm.js': "import { cache } from './src/cache.js'\nmain()" },
      ['src/cache.js unknown'],
    ],
    [
      'named in a setting',
      { 'main.js': '', 'src/cache.js': CACHE, 'settings.yaml': 'cache: src/cache' },
      ['src/cache.js unknown'],
    ],
    [
      'where a name is made while it runs',
      { 'main.js': 'require(name)', 'src/cache.js': CACHE },
      ['src/cache.js unknown'],
    ],
    ['of another package', { 'main.js': '', 'packages/x/package.json': '{}', 'packages/x/cache.js': CACHE }, []],
    ['for browsers', { 'main.js': '', 'public/cache.js': CACHE }, []],
  ])('%s', (_, files, expected) => {
    expect(states(files)).toEqual(expected)
  })
})
