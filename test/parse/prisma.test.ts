import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PrismaFile, parsePrisma } from '../../src/parse/prisma.js'
import { millisecondsSince } from '../support/processor-time.js'

function read(text: string): PrismaFile {
  return parsePrisma({ path: 'schema.prisma', text })
}

/** Blocks with the names of their members. */
function outline({ blocks }: PrismaFile): readonly string[] {
  return blocks.map(({ kind, name, fields, attributes, settings }) =>
    [kind, name, ...[...fields, ...attributes, ...settings].map(one => one.name)].join(' '),
  )
}

describe('parsePrisma', () => {
  it('reads arguments over several lines', () => {
    const file = read(
      'model A {\n  id Int @id\n  @@index(\n    [\n      id,\n      b(sort: Desc),\n    ],\n    map: "x",\n  )\n}\n',
    )
    expect(file.problems).toEqual([])
    const [given] = file.blocks[0]?.attributes ?? []
    expect(given?.arguments.map(({ name, value }) => [name, value.kind])).toEqual([
      [undefined, 'list'],
      ['map', 'string'],
    ])
  })

  it('knows where everything stands', () => {
    const text = 'enum E {\n  X\n}\nmodel User {\n  email String? @unique\n}'
    const [, model] = read(text).blocks
    const cut = (at: { readonly start: number; readonly end: number } | undefined) => text.slice(at?.start, at?.end)
    expect(cut(model?.nameAt)).toBe('User')
    expect(cut(model?.at)).toBe('model User {\n  email String? @unique\n}')
    expect(cut(model?.fields[0]?.at)).toBe('email String? @unique')
    expect(cut(model?.fields[0]?.nameAt)).toBe('email')
    expect(cut(model?.fields[0]?.attributes[0]?.at)).toBe('@unique')
  })

  it.each<[string, string, readonly string[]]>([
    [
      'a bracket that is not closed',
      'model A {\n  a B @relation(fields: [x\n  b Int\n}\nmodel C {\n  d Int\n}',
      ['model A a b', 'model C d'],
    ],
    ['a block that is not closed', 'model A {\n  a Int\nmodel C {\n  d Int\n}', ['model A a', 'model C d']],
    ['a string that is not closed', 'model A {\n  a Int @map("x)\n  b Int\n}', ['model A a b']],
    ['a line that is no field', 'model A {\n  a Int\n  !!! ?\n  b Int\n}', ['model A a b']],
    ['a field without a type', 'model A {\n  a\n  b Int\n}', ['model A a b']],
    ['a brace too many', 'model A {\n  a Int\n}\n}\nmodel B {\n  b Int\n}', ['model A a', 'model B b']],
    ['text between blocks', 'hello\nmodel A {\n  a Int\n}\nfoo { }\nmodel B {\n  b Int\n}', ['model A a', 'model B b']],
    ['a comment that is not closed', 'model A {\n  a Int\n}\n/* model B {', ['model A a']],
    ['the end in the middle', 'model A {\n  a Int @default(', ['model A a']],
  ])('loses nothing beside %s', (_, text, expected) => {
    const file = read(text)
    expect(outline(file)).toEqual(expected)
    expect(file.problems).not.toEqual([])
  })

  it('reads what people write without a problem', () => {
    const text = `generator client {
  provider = "prisma-client-js"
  previewFeatures = ["views"]
}
datasource db {
  provider = "postgresql"
  url = env("DATABASE_URL")
  extensions = [hstore(schema: "x"), pgcrypto]
}
/// doc
model A { // c
  id    Int   @id @default(autoincrement()) /* c */
  names String[] @default(["a", "b"])
  legacy: String
  vector Unsupported("vector(1536)")?
  @@unique([id, names(ops: raw("x"), sort: Desc)], name: "k")
  @@schema("auth")
}
view V {
  id Int @unique
}
type T {
  x Float
}
`
    expect(read(text).problems).toEqual([])
    expect(read(text.replaceAll('\n', '\r\n')).problems).toEqual([])
  })

  it('never throws and stays linear', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('model', ' A ', '{', '}', '\n', '(', ')', '[', ']', '@', '@@', '"', '/*', ',', ':', '.', '='),
          {
            maxLength: 80,
          },
        ),
        parts => {
          read(parts.join(''))
        },
      ),
    )
    for (const part of ['(', '[', '"', '/*', '@a(', 'model A {\n', '@@', '\\', 'a.', '"a" ']) {
      const text = `model A {\n  a Int @default(${part.repeat(200_000 / part.length)}`
      const start = process.cpuUsage()
      read(text)
      expect(millisecondsSince(start)).toBeLessThan(2_000)
    }
  })
})
