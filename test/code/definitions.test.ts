import { expect, test } from 'vitest'
import { typeOf } from '../../src/code/types.js'
import { definitionLine, expressionIn, programOf } from '../support/code.js'
import type { Files } from '../support/model.js'

function define(files: Files, text: string, path = 'src/main.ts'): string {
  const program = programOf(files)
  return definitionLine(program, expressionIn(program, path, text, files[path] ?? ''))
}

function type(files: Files, text: string, path = 'src/main.ts'): string {
  const program = programOf(files)
  const found = typeOf(program, expressionIn(program, path, text, files[path] ?? ''))
  if (!found) return 'unknown'
  if (found.kind === 'external') return [found.package, ...found.path].join('.')
  if (found.kind === 'builtin') return found.name
  return found.kind === 'object' ? '{}' : `${found.node.name} (${found.file.path})`
}

test.each<[string, Files, string, string]>([
  ['a constant', { 'src/main.ts': 'const a = 5\nf(a)' }, 'a', 'literal 5 (src/main.ts)'],
  ['a chain', { 'src/main.ts': 'const a = 5; const b = a; const c = b\nf(c)' }, 'c', 'literal 5 (src/main.ts)'],
  [
    'a variable given values twice',
    { 'src/main.ts': 'let a = 5\na = 6\nf(a)' },
    'a',
    'unknown: it is given different values',
  ],
  ['an inner scope', { 'src/main.ts': 'const a = 5\nfunction g(a) { f( a) }' }, 'a', 'parameter a'],
  [
    'a destructured parameter',
    { 'src/main.ts': 'function g({ query: { limit = 5 } }) { f(limit) }' },
    'limit',
    'parameter {}.query.limit',
  ],
  [
    'an import',
    { 'src/main.ts': "import { a } from './a'\nf(a)", 'src/a.ts': 'export const a = 7' },
    'a',
    'literal 7 (src/a.ts)',
  ],
  [
    're-exports',
    {
      'src/main.ts': "import { x } from './lib'\nf(x)",
      'src/lib/index.ts': "export * from './deep'",
      'src/lib/deep.ts': "export { y as x } from '../y'",
      'src/y.ts': 'export function y() {}',
    },
    'x',
    'function y (src/y.ts)',
  ],
  [
    'a package that another of the repository passes on',
    {
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/db/package.json': '{ "name": "@acme/db", "main": "src/index.ts" }',
      'packages/db/src/index.ts': "export * from '@prisma/client'\nexport * from './own'",
      'packages/db/src/own.ts': 'export const limit = 9',
      'src/main.ts': "import { PrismaClient } from '@acme/db'\nf(PrismaClient)",
    },
    'PrismaClient',
    '@prisma/client.PrismaClient',
  ],
  [
    'two packages that may both give it',
    {
      'src/main.ts': "import { x } from './lib'\nf(x)",
      'src/lib.ts': "export * from 'one'\nexport * from 'other'",
    },
    'x',
    'unknown: ./lib exports no x',
  ],
  [
    'a default export',
    { 'src/main.ts': "import r from './r'\nf(r)", 'src/r.ts': 'const router = Router()\nexport default router' },
    'r',
    'call (src/r.ts)',
  ],
  [
    'module.exports',
    { 'src/main.ts': "const r = require('./r')\nf(r)", 'src/r.js': 'function go() {}\nmodule.exports = go' },
    'r',
    'function go (src/r.js)',
  ],
  [
    'a member of module.exports',
    { 'src/main.ts': "const { go } = require('./r')\nf(go)", 'src/r.js': 'function go() {}\nmodule.exports = { go }' },
    'go',
    'function go (src/r.js)',
  ],
  [
    'exports.x',
    { 'src/main.ts': "const r = require('./r')\nf(r.go)", 'src/r.js': 'exports.go = () => 1' },
    'r.go',
    'function  (src/r.js)',
  ],
  [
    'a module that is required in an object',
    {
      'src/main.ts': "const { db } = require('./config')\nf(db.host)",
      'src/config.js': "module.exports = { db: require('./database') }",
      'src/database.js': "module.exports = { host: 'db' }",
    },
    'db.host',
    'literal db (src/database.js)',
  ],
  [
    'an export of a barrel',
    {
      'src/main.ts': "const { orders } = require('./services')\nf(orders.go)",
      'src/services/index.js': "module.exports.orders = require('./orders')",
      'src/services/orders.js': 'function go() {}\nmodule.exports = { go }',
    },
    'orders.go',
    'function go (src/services/orders.js)',
  ],
  ['a package that is required in place', { 'src/main.ts': "f(require('pg').Pool)" }, "require('pg').Pool", 'pg.Pool'],
  [
    'a require of its own',
    { 'src/main.ts': "function load(require) { f(require('pg').Pool) }" },
    "require('pg').Pool",
    'unknown: its value is not known',
  ],
  [
    'a namespace',
    { 'src/main.ts': "import * as r from './r'\nf(r.go)", 'src/r.ts': 'export const go = 1' },
    'r.go',
    'literal 1 (src/r.ts)',
  ],
  [
    'an object',
    { 'src/main.ts': 'const base = { a: { b: 2 } }; const o = { ...base, c: 3 }\nf(o.a.b)' },
    'o.a.b',
    'literal 2 (src/main.ts)',
  ],
  [
    'a static member',
    { 'src/main.ts': 'class A { static limit = 9 }\nf(A.limit)' },
    'A.limit',
    'field limit (src/main.ts)',
  ],
  ['an enum', { 'src/main.ts': 'enum E { A = 3, B }\nf(E.B)' }, 'E.B', 'literal 4 (src/main.ts)'],
  [
    'a method of an instance',
    { 'src/main.ts': 'class A { go() {} }\nconst a = new A()\nf(a.go)' },
    'a.go',
    'function go (src/main.ts)',
  ],
  ['a package', { 'src/main.ts': "import express, { Router as R } from 'express'\nf(R)" }, 'R', 'express.Router'],
  [
    'a member of a package',
    { 'src/main.ts': "import express from 'express'\nf(express.Router)" },
    'express.Router',
    'express.Router',
  ],
  ['a required package', { 'src/main.ts': "const e = require('express')\nf(e.Router)" }, 'e.Router', 'express.Router'],
  ['a built-in of Node.js', { 'src/main.ts': "import { cpus } from 'node:os'\nf(cpus)" }, 'cpus', 'os.cpus'],
  ['a global', { 'src/main.ts': 'f(process.env)' }, 'process.env', 'global process.env'],
  [
    'a cycle',
    {
      'src/main.ts': "export { a } from './b'\nimport { a } from './b'\nf(a)",
      'src/b.ts': "export { a } from './main'",
    },
    'a',
    'unknown: ./b exports no a',
  ],
  [
    'a missing module',
    { 'src/main.ts': "import { a } from './gone'\nf(a)" },
    'a',
    'unknown: the module ./gone is not in the repository',
  ],
  [
    'an alias of tsconfig.json',
    {
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" } // root',
      'tsconfig.base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["src/*"], }, /* end */ } }',
      'src/main.ts': "import { a } from '@app/a'\nf(a)",
      'src/a.ts': 'export const a = 7',
    },
    'a',
    'literal 7 (src/a.ts)',
  ],
  [
    'baseUrl',
    {
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./" } }',
      'src/main.ts': "import { a } from 'src/a'\nf(a)",
      'src/a.ts': 'export const a = 7',
    },
    'a',
    'literal 7 (src/a.ts)',
  ],
  [
    'a package of the workspace, by its built output',
    {
      'packages/db/package.json': '{ "name": "@org/db", "main": "dist/index.js" }',
      'packages/db/src/index.ts': 'export const pool = 7',
      'src/main.ts': "import { pool } from '@org/db'\nf(pool)",
    },
    'pool',
    'literal 7 (packages/db/src/index.ts)',
  ],
  [
    'an output name of a source',
    { 'src/main.ts': "import { a } from './a.js'\nf(a)", 'src/a.ts': 'export const a = 7' },
    'a',
    'literal 7 (src/a.ts)',
  ],
])('definition: %s', (_, files, text, expected) => {
  expect(define(files, text)).toBe(expected)
})

test.each<[string, string, string, string]>([
  [
    'a parameter property',
    'import { Repository } from "typeorm"\nclass A { constructor(private repo: Repository<B>) {} go() { f(this.repo) } }',
    'this.repo',
    'typeorm.Repository',
  ],
  [
    'a method of an outside type',
    'import { Repository } from "typeorm"\nclass A { constructor(private repo: Repository<B>) {} go() { f(this.repo.find) } }',
    'this.repo.find',
    'typeorm.Repository.find',
  ],
  [
    'a service that extends an outside class',
    'import { PrismaClient } from "@prisma/client"\nclass P extends PrismaClient {}\nclass A { constructor(private db: P) {} go() { f(this.db.user) } }',
    'this.db.user',
    '@prisma/client.PrismaClient.user',
  ],
  ['a local made by new', 'import { Pool } from "pg"\nconst p = new Pool()\nf(p.query)', 'p.query', 'pg.Pool.query'],
  [
    'a field made by new',
    'import { Pool } from "pg"\nclass A { p = new Pool(); go() { f(this.p) } }',
    'this.p',
    'pg.Pool',
  ],
  [
    'assigned in the constructor',
    'import { Pool } from "pg"\nclass A { constructor() { this.p = new Pool() } go() { f(this.p) } }',
    'this.p',
    'pg.Pool',
  ],
  [
    'what an outside function gives',
    'import express from "express"\nconst app = express()\nf(app.get)',
    'app.get',
    'express.().get',
  ],
  [
    'what a function gives',
    'import { Pool } from "pg"\nfunction make() { return new Pool() }\nf(make())',
    'make()',
    'pg.Pool',
  ],
  [
    'an awaited promise',
    'import { Pool } from "pg"\nasync function make(): Promise<Pool> {}\nasync function g() { const p = await make(); f(p) }',
    'p',
    'pg.Pool',
  ],
  [
    'an interface',
    'interface Q { page: { limit: number } }\nfunction g(q: Q) { f(q.page.limit) }',
    'q.page.limit',
    'number',
  ],
  ['a cast', 'import { Pool } from "pg"\nconst p = x as Pool\nf(p)', 'p', 'pg.Pool'],
  [
    'a class of the repository',
    'class B {}\nclass A { constructor(private b: B) {} go() { f(this.b) } }',
    'this.b',
    'B (src/main.ts)',
  ],
])('type: %s', (_, source, text, expected) => {
  expect(type({ 'src/main.ts': source }, text)).toBe(expected)
})

test('what entry points reach', () => {
  const program = programOf({
    'src/main.ts':
      "import './a'\nimport type { T } from './types'\nexport * from './b'\nasync function f() { await import('./late') }",
    'src/a.ts': "require('./c')",
    'src/b.ts': '',
    'src/c.ts': "import './main'",
    'src/late.ts': '',
    'src/types.ts': '',
    'src/dead.ts': "import './a'",
  })
  expect([...program.reachableFrom(['src/main.ts'])].sort()).toEqual([
    'src/a.ts',
    'src/b.ts',
    'src/c.ts',
    'src/late.ts',
    'src/main.ts',
  ])
})
