import { describe, expect, it } from 'vitest'
import unindexed from '../../../rules/schema/foreign-key-unindexed.js'
import { check } from '../../../src/check.js'
import { type Entity, isIndexed, type Schema } from '../../../src/model/code/schema.js'
import { type Files, systemOf } from '../../support/model.js'

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'

function schemas(files: Files): readonly Schema[] {
  return systemOf(files).schemas
}

/** Each schema as one line: name, server, entities. */
function lines(files: Files): readonly string[] {
  return schemas(files).map(
    ({ name, dialect, entities }) => `${name} ${dialect}: ${entities.map(one => one.name).join(' ')}`,
  )
}

function entity(files: Files, name: string): Entity {
  const found = schemas(files)
    .flatMap(schema => schema.entities)
    .find(one => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('Prisma schemas', () => {
  it('takes all files of a folder together, and each model once', () => {
    expect(
      lines({
        'prisma/schema/main.prisma': `${DATASOURCE}enum Role {\n  A\n}\n`,
        'prisma/schema/user.prisma': 'model User {\n  id Int @id\n  role Role\n}\n',
        'prisma/schema/orders/order.prisma': 'model Order {\n  id Int @id\n}\nmodel User {\n  id Int @id\n}\n',
      }),
    ).toEqual(['prisma/schema/main.prisma postgresql: Order User'])
  })

  it('follows the folder that package.json names', () => {
    expect(
      lines({
        'package.json': '{ "prisma": { "schema": "./db" } }',
        'db/config/datasource.prisma': DATASOURCE,
        'db/models/user.prisma': 'model User {\n  id Int @id\n}\n',
      }),
    ).toEqual(['db/config/datasource.prisma postgresql: User'])
  })

  it('keeps the schemas of services apart, and leaves those of tests out', () => {
    const model = (name: string) => `${DATASOURCE}model ${name} {\n  id Int @id\n}\n`
    expect(
      lines({
        'services/a/package.json': '{}',
        'services/a/prisma/schema.prisma': model('A'),
        'services/b/prisma/schema.prisma': model('B').replace('postgresql', 'mongodb'),
        'services/b/test/schema.prisma': model('C'),
      }),
    ).toEqual(['services/a/prisma/schema.prisma postgresql: A', 'services/b/prisma/schema.prisma mongodb: B'])
  })

  it('reads names in the database, relations and keys', () => {
    const files = {
      'prisma/schema.prisma': `${DATASOURCE}model Order {
  id     Int    @id
  userId String @map("user_id")
  user   User   @relation(fields: [userId], references: [id])
  total  Decimal @db.Decimal(10, 2)
  @@unique([userId, total])
  @@index([total(sort: Desc), userId])
  @@fulltext([userId])
  @@map("orders")
}
model User {
  id     String  @id
  orders Order[]
}
`,
    }
    const order = entity(files, 'Order')
    expect(order.table).toBe('orders')
    expect(order.fields.map(({ column, type }) => `${column ?? '-'} ${type}`)).toEqual([
      'id integer',
      'user_id text',
      '- relation',
      'total decimal',
    ])
    expect(order.foreignKeys.map(({ columns, entity: to }) => [columns, to])).toEqual([[['user_id'], 'User']])
    expect(order.uniqueKeys).toEqual([['id'], ['user_id', 'total']])
    expect(order.indexes).toEqual([['id'], ['user_id', 'total'], ['total', 'user_id']])
    expect(entity(files, 'User').fields[1]?.relation).toEqual({ entity: 'Order', many: true })
  })

  it('adds the indexes that migrations make, in their order', () => {
    const schema = `${DATASOURCE}model Line {
  id      Int   @id
  orderId Int   @map("order_id")
  order   Order @relation(fields: [orderId], references: [id])
  @@map("lines")
}
model Order {
  id    Int    @id
  lines Line[]
}
`
    const first = 'CREATE INDEX "i" ON "lines"("order_id");'
    const isCovered = (more: Files) => {
      const line = entity({ 'prisma/schema.prisma': schema, ...more }, 'Line')
      return line.foreignKeys.every(key => isIndexed(key, line))
    }
    expect(isCovered({})).toBe(false)
    expect(isCovered({ 'prisma/migrations/20250101000000_a/migration.sql': first })).toBe(true)
    expect(
      isCovered({
        'prisma/migrations/20250101000000_a/migration.sql': first,
        'prisma/migrations/20250102000000_b/migration.sql': 'DROP INDEX "i";',
      }),
    ).toBe(false)
    expect(isCovered({ 'other/migrations/V1__a.sql': 'CREATE INDEX i ON lines (order_id);' })).toBe(true)
    expect(isCovered({ 'docs/migrations/V1__a.sql': first })).toBe(false)
  })
})

describe('SQL', () => {
  it('applies scripts in the order of their numbers, without what takes them back', () => {
    const files = {
      'db/migrations/V10__c.sql': 'ALTER TABLE a DROP COLUMN y;',
      'db/migrations/V2__b.sql': 'ALTER TABLE a ADD COLUMN y int;',
      'db/migrations/V1__a.sql': 'CREATE TABLE a (x int);\n-- +goose Down\nDROP TABLE a;',
      'db/migrations/3.down.sql': 'DROP TABLE a;',
      'db/migrations/U1__a.sql': 'DROP TABLE a;',
    }
    expect(entity(files, 'a').fields.map(field => field.name)).toEqual(['x'])
  })

  it.each([
    ['CREATE TABLE a (x serial);', 'postgresql'],
    ['CREATE TABLE a (x int NOT NULL AUTO_INCREMENT) ENGINE=InnoDB;', 'mysql'],
    ['CREATE TABLE a (x INTEGER PRIMARY KEY AUTOINCREMENT);', 'sqlite'],
    ['CREATE TABLE a (x int);', 'unknown'],
  ])('knows the server of %s', (text, dialect) => {
    expect(lines({ 'db/schema.sql': text })).toEqual([`db ${dialect}: a`])
  })

  it('takes the server that production runs where scripts do not tell', () => {
    const files = {
      'db/schema.sql': 'CREATE TABLE a (x int);',
      'compose.yaml': 'services: { db: { image: "mariadb:11" } }',
    }
    expect(lines(files)).toEqual(['db mysql: a'])
  })

  it('takes migrations and a dump of what they come to for one schema', () => {
    expect(
      lines({ 'db/schema.sql': 'CREATE TABLE a (x serial);', 'db/migrations/1.sql': 'CREATE TABLE a (x serial);' }),
    ).toEqual(['db/migrations postgresql: a'])
  })
})

describe('the weight of a schema', () => {
  const files = {
    'compose.yaml': 'services: { api: { build: ./api } }',
    'api/Dockerfile': 'FROM node:24\nCMD ["node", "main.js"]\n',
    'api/package.json': '{}',
    'api/prisma/schema.prisma': `${DATASOURCE}model A {\n  id Int @id\n}\n`,
  }

  it('counts what production builds, once', () => {
    const copied = { ...files, 'api/prisma/copy/schema.prisma': files['api/prisma/schema.prisma'] }
    expect(schemas(copied).map(({ name, weight }) => [name, weight])).toEqual([
      ['api/prisma/copy/schema.prisma', 0],
      ['api/prisma/schema.prisma', 2],
    ])
    const beside = {
      ...files,
      'web/package.json': '{}',
      'web/prisma/schema.prisma': `${DATASOURCE}model B {\n  id Int @id\n}\n`,
    }
    expect(schemas(beside).map(({ weight }) => weight)).toEqual([2, 0])
  })

  it('says which files could not be read', () => {
    const broken = { ...files, 'api/prisma/schema.prisma': `${DATASOURCE}model A {\n  id Int @id @default(\n}\n` }
    const { unreadable } = systemOf(broken)
    expect(unreadable.map(({ path, production }) => [path, production])).toEqual([['api/prisma/schema.prisma', true]])
  })
})

it('asks no document database for indexes of foreign keys', () => {
  const text = `datasource db {\n  provider = "mongodb"\n}\nmodel A {\n  id String @id\n  bId String\n  b B @relation(fields: [bId], references: [id])\n}\nmodel B {\n  id String @id\n  at DateTime\n  a A[]\n}\n`
  const statuses = (prisma: string) =>
    check(systemOf({ 'prisma/schema.prisma': prisma }), [unindexed], new Map()).flatMap(({ outcomes }) =>
      outcomes.map(({ status }) => status),
    )
  expect(statuses(text)).toEqual([])
  expect(statuses(text.replace('mongodb', 'postgresql'))).toEqual(['fail'])
})
