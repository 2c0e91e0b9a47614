import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { typeOf } from '../../src/code/types.js'
import type { TypeOf } from '../../src/code/written-types.js'
import { DEFAULT_OPTIONS } from '../../src/config/config.js'
import { withCompiler } from '../../src/deep/resolver.js'
import { treeOf } from '../../src/examples.js'
import { expressionIn, programOf } from '../support/code.js'
import type { Files } from '../support/model.js'

function nameOf(type: TypeOf | undefined): string | undefined {
  if (type?.kind === 'external') {
    const given = type.arguments.map(one => one.name).join()
    return [type.package, ...type.path].join('.') + (given && `<${given}>`)
  }
  return type?.kind === 'builtin' ? type.name : type?.kind === 'object' ? '{}' : type?.node.name
}

/** The type of an expression of `main.ts` without the compiler, and with it. */
function types(files: Files, text: string): readonly (string | undefined)[] {
  const bare = programOf(files)
  const { program } = withCompiler(bare, treeOf(new Map(Object.entries(files))))
  const at = expressionIn(bare, 'main.ts', text, files['main.ts'] ?? '')
  // The answers of each are kept apart.
  return [nameOf(typeOf(bare, at)), nameOf(typeOf(program, at))]
}

const BEGINNING = `
import { PrismaClient } from '@prisma/client'
import { Repository } from 'typeorm'
import Redis from 'ioredis'
class Order { total() { return 1 } }
class Orders { constructor(public kept: Repository<Order>) {}\n all() { return this.kept } }
function open(x) { if (x) { return new PrismaClient({ a: 1 }) } else { return new PrismaClient({ b: 2 }) } }
async function cache(x) { if (x) { return new Redis(1) }\n for (;;) { return new Redis(2) } }
`

test.each([
  [
    'a function that gives back in several places',
    'const one = open(1)\none .go()',
    'one',
    '@prisma/client.PrismaClient',
  ],
  ['what it promises', 'const one = await cache(1)\none .go()', 'one', 'ioredis'],
  ['an item of a list', 'const one = [new Orders(1)].find(g)\none .all()', 'one', 'Orders'],
  ['a value of a map', 'const all = new Map<string, Orders>()\nall.get(1) .all()', 'all.get(1)', 'Orders'],
  [
    'the arguments of a type',
    'const one = [new Orders(1)].find(g)\none.all() .find()',
    'one.all()',
    'typeorm.Repository<Order>',
  ],
  [
    'several promises at once',
    'const [one, other] = await Promise.all([open(1), cache(2)])\nother .go()',
    'other',
    'ioredis',
  ],
  ['a part of an object', 'const { one } = { one: open(1) }\none .go()', 'one', '@prisma/client.PrismaClient'],
  [
    'a member of it',
    'const { one } = { one: open(1) }\none.order .go()',
    'one.order',
    '@prisma/client.PrismaClient.order',
  ],
  ['one of two things', 'const one = x ? open(1) : new Redis()\none .go()', 'one', undefined],
  ['one of two of another making', 'const one = x ? await cache(1) : cache(2)\none .go()', 'one', 'ioredis'],
  ['what nobody knows', 'const one = JSON.parse(x)\none .go()', 'one', undefined],
  ['a module that is not there', "import { a } from './missing'\na .go()", 'a', undefined],
])('the compiler knows %s', (_, source, text, expected) => {
  expect(types({ 'main.ts': BEGINNING + source }, text)).toEqual([undefined, expected])
})

test('names lead through the module graph of the repository, aliases of tsconfig.json included', () => {
  const files = {
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@shop/*": ["./libs/*"] } } }',
    'libs/store.ts': 'export class Store { all() {} }\nexport const stores = () => [new Store()].filter(x => x)',
    'main.ts': "import { stores } from '@shop/store'\nfor (const one of stores()) { one .all() }",
  }
  expect(types(files, 'one')).toEqual([undefined, 'Store'])
})

test('nothing outside of the repository is read', () => {
  const outside = join(tmpdir(), 'erp-audit-outside.ts')
  writeFileSync(outside, 'export class Outside {}\nexport const make = () => [new Outside()][0]')
  const path = outside.replace(/\.ts$/, '')
  const up = '../'.repeat(30) + path.slice(1)
  for (const from of [path, up])
    expect(types({ 'main.ts': `import { make } from '${from}'\nconst one = make()\none .go()` }, 'one')[1]).not.toBe(
      'Outside',
    )
})

test('more code than the compiler is given is said', () => {
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`src/a${index}.ts`, '']))
  const { program, notEvaluated } = withCompiler(programOf(many), treeOf(new Map(Object.entries(many))))
  expect(program.deepTypeOf).toBeUndefined()
  expect(notEvaluated()).toEqual([{ path: '.', because: expect.stringContaining('at most 2000 files') }])
})

test.each([
  ['nesting', `const a = ${'['.repeat(20_000)}${']'.repeat(20_000)}\nconst one = f()\none .go()`],
  ['a chain', `const one = f()${'.then(x => x)'.repeat(5_000)}\none .go()`],
  ['a type of itself', 'type A<T> = A<A<T>>\nlet one: A<string>\none .go()'],
  ['a class of itself', 'class A extends A { one = new A().one }\nconst one = new A().one\none .go()'],
  ['no code', 'const one = ¿¿ ((\n\u0000 one .go()'],
])('%s does no harm', (_, source) => {
  const files = { 'main.ts': source }
  const bare = programOf(files)
  const { program, notEvaluated } = withCompiler(bare, treeOf(new Map(Object.entries(files))))
  for (const file of bare.files.values()) {
    for (const statement of file.body)
      if (statement.kind === 'expression') typeOf(program, { file, node: statement.value })
  }
  expect(notEvaluated().length).toBeLessThanOrEqual(1)
})

const SHOP = {
  'compose.yaml': 'services: { api: { build: ., ports: ["3000:3000"] } }',
  Dockerfile: 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.ts"]',
  'package.json': '{ "dependencies": { "express": "5.0.0", "@prisma/client": "6.0.0" } }',
  'store.ts': `import { PrismaClient } from '@prisma/client'
const stores = new Map<string, PrismaClient>()
export function storeOf(tenant: string) {
  const kept = stores.get(tenant)
  if (kept) { return kept } else {
    const fresh = new PrismaClient()
    stores.set(tenant, fresh)
    return fresh
  }
}`,
  'server.ts': `import express from 'express'
import { storeOf } from './store'
const app = express()
app.get('/orders', async (req, res) => {
  res.json(await storeOf(req.hostname).order.findMany({ take: Number(req.query.limit) }))
})
app.listen(3000)`,
}

test('a page size that only the compiler can tie to a database', () => {
  const found = [false, true].map(deep =>
    auditTree(treeOf(new Map(Object.entries(SHOP))), { ...DEFAULT_OPTIONS, deep })
      .findings.filter(({ rule }) => rule === 'query/page-size-uncapped')
      .map(({ at }) => at?.path),
  )
  expect(found).toEqual([[], ['server.ts']])
})
