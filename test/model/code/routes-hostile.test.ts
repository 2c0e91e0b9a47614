import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { javascriptListening } from '../../../src/model/code/listen.js'
import { javascriptRoutes } from '../../../src/model/code/routes/javascript.js'
import { javascriptSockets } from '../../../src/model/code/sockets.js'
import { programOf } from '../../support/code.js'
import { millisecondsSince } from '../../support/processor-time.js'

const ROOT = join(import.meta.dirname, '../../oracles/frameworks')
const APPLICATIONS = ['express', 'express4', 'nestjs', 'fastify', 'koa', 'hono', 'next'].map(name => {
  const root = join(ROOT, name)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(root, path), readFileSync(path, 'utf8')] as const)
})

/** Cuts a piece out of a text, repeats one, or puts something in. */
const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  put: fc.constantFrom(
    '',
    '(',
    ')',
    '{',
    '}',
    '...',
    'undefined',
    '.get()',
    'await ',
    '[]',
    '=>',
    'this',
    "''",
    '`${',
    'new ',
  ),
})

function slipped(text: string, { at, length, put }: { at: number; length: number; put: string }): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + put + text.slice(start + length)
}

test('applications after mistakes of those who write them are read without an error', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...APPLICATIONS),
      fc.array(slip, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (files, slips, seed) => {
        const texts = new Map(files)
        for (const [index, one] of slips.entries()) {
          const path = files[(seed + index * 7) % files.length]?.[0] ?? ''
          texts.set(path, slipped(texts.get(path) ?? '', one))
        }
        const program = programOf(Object.fromEntries(texts))
        const service = { entries: [], files: [...program.files.keys()] }
        const table = javascriptRoutes(program, service)
        javascriptListening(program, service)
        javascriptSockets(program, service)
        for (const route of table.routes) {
          expect(route.path).toMatch(/^\/(?:.*[^/])?$/s)
          expect(route.at.end).toBeLessThanOrEqual((texts.get(route.at.path) ?? '').length)
        }
      },
    ),
    { numRuns: 60 },
  )
})

const doubling = Array.from(
  { length: 60 },
  () => 's = s + s; l = [...l, ...l]; l = l.concat(l); l.push(...l); o = { ...o, [s]: o }; e = x ? e : [e, e];',
).join('\n')

test.each([
  ['texts and lists that double', `let s = 'ab', l = [1, 2], o = {}, e = 1\n${doubling}`],
  ['text that is replaced by more text', `let s = 'aaaa'\n${'s = s.replaceAll("a", s); '.repeat(50)}`],
  [
    'paths of many wildcards',
    `app.get('${'/*a'.repeat(300)}', f); app.get('${':a'.repeat(500)}', f); app.get(/((a+)+)+$/, f); app.use(/(a|a)*b/, f)`,
  ],
  [
    'routers that are used twice each',
    `const r = Array.from([${'express.Router(), '.repeat(18)}])
      ${Array.from({ length: 17 }, (_, i) => `r[${i}].use('/a', (q, s, n) => n(), r[${i + 1}]); r[${i}].use('/b', r[${i + 1}])`).join('\n')}
      r[17].get('/z', f); app.use(r[0])`,
  ],
  ['classes that extend each other', 'class A extends B {} class B extends A {} new A().x(); A.y()'],
  ['functions that call each other', 'function f(a) { g(a); g(a) } function g(a) { f(a); f(a) } f(1)'],
  [
    'names like those of every object',
    "const o = { __proto__: 1, constructor: 2 }; o.toString(); o['__proto__'].x = 1; app.get(o.constructor, f)",
  ],
  ['modules that load themselves', "const a = require('./server'); module.exports = require('./server'); a.x.y.z()"],
])('%s', (_name, text) => {
  const started = process.cpuUsage()
  const files = {
    'server.js': `const express = require('express')\nconst app = express()\n${text}\napp.get('/x', (req, res) => {})\napp.listen(3000)`,
  }
  const table = javascriptRoutes(programOf(files), { entries: ['server.js'], files: ['server.js'] })
  expect(table.routes.map(route => route.path)).toContain('/x')
  expect(millisecondsSince(started)).toBeLessThan(4000)
})

test('exclusions and middleware of NestJS with many wildcards', () => {
  const started = process.cpuUsage()
  const pattern = '/*a'.repeat(80)
  const program = programOf({
    'main.ts': `
      import { NestFactory } from '@nestjs/core'
      import { AppModule } from './app.module'
      const app = await NestFactory.create(AppModule)
      app.setGlobalPrefix('api', { exclude: ['${pattern}', '${':a-'.repeat(60)}', '${'{/'.repeat(60)}'] })
      await app.listen(3000)`,
    'app.module.ts': `
      import { Controller, Get, Module } from '@nestjs/common'
      @Controller('${'a/'.repeat(200)}') class C { @Get('${'a-'.repeat(100)}') x() {} }
      @Module({ controllers: [C] })
      export class AppModule { configure(consumer) { consumer.apply(X).exclude('${pattern}').forRoutes('${pattern}') } }`,
  })
  expect(javascriptRoutes(program, { entries: ['main.ts'], files: ['main.ts', 'app.module.ts'] }).routes).toHaveLength(
    1,
  )
  expect(millisecondsSince(started)).toBeLessThan(2000)
})

/** Steps of work that call each other from many places, as business logic does behind a route. */
const LOGIC = Array.from({ length: 12 }, (_, step) => {
  const next = step < 11 ? `work${step + 1}` : 'done'
  const call = `if (job.kind === 'k') await ${next}(job, { count: job.count + 1 })`
  return `async function work${step}(job, given) {\n${`  ${call}\n`.repeat(4)}  return store.save({ ...job, ...given })\n}`
}).join('\n')

test('business logic that is called from many places leaves enough for the routes behind it', () => {
  const program = programOf({
    'src/index.js': `
      const express = require('express')
      const { store } = require('store')
      const app = express()
      const done = async job => store.put(job)
      ${LOGIC}
      store.watch('jobs', job => work0(job, {}))
      app.get('/behind', (req, res) => res.json({}))
      app.listen(3000)
    `,
  })
  const table = javascriptRoutes(program, { entries: ['src/index.js'], files: ['src/index.js'] })
  expect(table.unresolved).toEqual([])
  expect(table.routes.map(route => route.path)).toEqual(['/behind'])
})

test('a function that is called again adds its routes again, however much else it does', () => {
  const much = "  store.save({ a: 1, b: [2, 3, 4], c: { d: 'e' } })\n".repeat(60)
  const program = programOf({
    'src/index.js': `
      const express = require('express')
      const { store } = require('store')
      const app = express()
      function serve(prefix) {
        ${much}
        app.get(prefix + '/items', (req, res) => res.json([]))
      }
      function paths(version) {
        ${much}
        return ['/' + version + '/a', '/' + version + '/b']
      }
      function settings() {
        ${much}
        return { prefix: '/set' }
      }
      function register(into, prefix) {
        ${much}
        if (into) into.get(prefix, (req, res) => res.json([]))
      }
      serve('/one')
      serve('/two')
      for (const path of paths('v1')) app.get(path, (req, res) => res.json([]))
      for (const path of paths('v2')) app.get(path, (req, res) => res.json([]))
      app.get(settings().prefix + '/x', (req, res) => res.json([]))
      app.get(settings().prefix + '/y', (req, res) => res.json([]))
      register(undefined, '/none')
      register(app, '/given')
      app.listen(3000)
    `,
  })
  const table = javascriptRoutes(program, { entries: ['src/index.js'], files: ['src/index.js'] })
  expect(table.routes.map(route => route.path)).toEqual([
    '/one/items',
    '/two/items',
    '/v1/a',
    '/v1/b',
    '/v2/a',
    '/v2/b',
    '/set/x',
    '/set/y',
    '/given',
  ])
})

test('what stands behind the routes of a router that is not known is no part of the start', () => {
  const program = programOf({
    'src/index.js': `
      const express = require('express')
      const { group } = require('some-router')
      const app = express()
      const routes = group()
      routes.get('/asked', ctx => { app.get('/made-when-asked', (req, res) => res.json({})) })
      group(given => { app.get('/made-at-once', (req, res) => res.json({})) })
      app.listen(3000)
    `,
  })
  const table = javascriptRoutes(program, { entries: ['src/index.js'], files: ['src/index.js'] })
  expect(table.routes.map(route => route.path)).toEqual(['/made-at-once'])
})

test('modules that a compiler gave their decorators are not called followed', () => {
  const program = programOf({
    'main.js': `
      const core_1 = require('@nestjs/core')
      const app_module_1 = require('./app.module')
      async function bootstrap() {
        const app = await core_1.NestFactory.create(app_module_1.AppModule)
        await app.listen(3000)
      }
      bootstrap()`,
    'app.module.js': `
      const common_1 = require('@nestjs/common')
      let AppModule = class AppModule {}
      exports.AppModule = AppModule
      exports.AppModule = AppModule = __decorate([(0, common_1.Module)({ controllers: [] })], AppModule)`,
  })
  const table = javascriptRoutes(program, { entries: ['main.js'], files: ['main.js', 'app.module.js'] })
  expect(table.unresolved).toHaveLength(1)
})

test('tables that are worked out from other tables leave enough for the routes behind them', () => {
  const states = Array.from({ length: 40 }, (_, index) => `{ state: 's${index}', allowed: ['a', 'b'] }`).join(', ')
  const program = programOf({
    'src/rules.js': `
      const STATES = [${states}]
      const expand = one => ({ ...one, both: [...one.allowed, one.state], own: { a: one.state, b: one.allowed } })
      const rules = other => STATES.flatMap(one => STATES.map(two => expand({ ...one, two, other })))
      const all = STATES.flatMap(one => rules(one))
      exports.all = all.flatMap(one => rules(one))`,
    'src/index.js': `
      const express = require('express')
      const { all } = require('./rules')
      const app = express()
      all.forEach(one => one)
      app.get('/behind', (req, res) => res.json({}))
      app.listen(3000)`,
  })
  const table = javascriptRoutes(program, { entries: ['src/index.js'], files: [...program.files.keys()] })
  expect(table.unresolved).toEqual([])
  expect(table.routes.map(route => route.path)).toEqual(['/behind'])
})

test('what a module does that leads to no framework is followed when something of it is used', () => {
  const program = programOf({
    'src/paths.js': `exports.items = '/items'\nexports.other = '/other'`,
    'src/index.js': `
      const express = require('express')
      const paths = require('./paths')
      const app = express()
      app.get(paths.items, (req, res) => res.json({}))
      app.listen(3000)`,
  })
  const table = javascriptRoutes(program, { entries: ['src/index.js'], files: [...program.files.keys()] })
  expect(table.routes.map(route => route.path)).toEqual(['/items'])
})
