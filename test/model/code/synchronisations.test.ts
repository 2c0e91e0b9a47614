import { beforeAll, describe, expect, it } from 'vitest'
import { auditTree } from '../../../src/audit.js'
import { treeOf } from '../../../src/examples.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

beforeAll(() => openGrammars(['python', 'go']))

const MODELS =
  'from sqlalchemy import Column, Integer\nfrom sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n\nclass A(Base):\n    __tablename__ = "a"\n    id = Column(Integer, primary_key=True)\n'

/** What alters the tables of a Python service with this main module, and whether something could not be decided. */
function python(main: string, settings = '{ replicas: 3 }', files: Files = {}) {
  return synchronisations({
    'compose.yaml': `services: { api: { build: ., deploy: ${settings} } }`,
    Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
    'requirements.txt': 'sqlalchemy\n',
    'models.py': MODELS,
    'main.py': main,
    ...files,
  })
}

/** The same of a service of Node.js. */
function node(main: string, environment = '{ NODE_ENV: production }') {
  const entity = `import { DataSource, Entity, PrimaryColumn } from 'typeorm'\n@Entity() class A { @PrimaryColumn() id: number }\n`
  return synchronisations({
    'compose.yaml': `services: { api: { build: ., environment: ${environment} } }`,
    Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["node", "main.js"]\n',
    'package.json': '{}',
    'main.ts': entity + main,
  })
}

function synchronisations(files: Files): readonly string[] {
  return systemOf(files).schemas.flatMap(({ synchronisations: found, undecided }) => [
    ...found.map(({ what, because }) => (because === undefined ? what : `${what}: ${because}`)),
    ...(undecided && found.length === 0 ? [`undecided: ${undecided.because}`] : []),
  ])
}

describe('create_all', () => {
  const call = 'from models import Base\nBase.metadata.create_all(engine)\n'

  it('is a race between several processes', () => {
    expect(python(call)).toEqual(['Base.metadata.create_all: 3 processes of api do it at once'])
    expect(python(call, '{ replicas: 1 }')).toEqual([])
  })

  it('is told where one process makes the tables', () => {
    const [schema] = systemOf({
      'compose.yaml': 'services: { api: { build: . } }',
      Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
      'requirements.txt': 'sqlalchemy\n',
      'models.py': MODELS,
      'main.py': call,
    }).schemas
    expect(schema?.made).toMatchObject({ what: 'Base.metadata.create_all', workload: 'api', at: { path: 'main.py' } })
  })

  it('is no account of what statements of its own have changed', () => {
    const more = `${call}engine.execute("ALTER TABLE a ADD COLUMN b int")\n`
    expect(python(more, '{ replicas: 1 }')).toEqual([
      'Base.metadata.create_all: ALTER TABLE statements beside it change what is there, and nothing keeps account of them',
    ])
  })

  it('is found where it is passed on, and in functions that are called', () => {
    const passed = `from models import Base\n@app.on_event("startup")\nasync def start():\n    await connection.run_sync(Base.metadata.create_all)\n`
    expect(python(passed)).toHaveLength(1)
    const defined = 'from models import Base\ndef set_up():\n    Base.metadata.create_all(engine)\n'
    expect(python(defined)).toEqual([])
    expect(python(`${defined}set_up()\n`)).toHaveLength(1)
  })
})

describe('synchronize', () => {
  const source = (value: string) => `new DataSource({ type: 'postgres', host: 'db', synchronize: ${value} })`

  it.each<[string, string, string | undefined, readonly string[]]>([
    ['a literal', source('true'), undefined, ['synchronize: true']],
    ['a literal that is off', source('false'), undefined, []],
    ['production', source(`process.env.NODE_ENV !== 'production'`), undefined, []],
    [
      'another environment',
      source(`process.env.NODE_ENV !== 'production'`),
      '{ NODE_ENV: staging }',
      ['synchronize: api runs with NODE_ENV=staging'],
    ],
    [
      'an environment that nothing sets',
      source(`process.env.NODE_ENV !== 'production'`),
      '{}',
      ['undecided: nothing in the repository sets NODE_ENV'],
    ],
    ['a switch that nothing sets', source(`process.env.DB_SYNC === 'true'`), '{}', []],
    [
      'a switch that is on',
      source(`process.env.DB_SYNC === 'true'`),
      '{ DB_SYNC: "true" }',
      ['synchronize: api runs with DB_SYNC=true'],
    ],
    [
      'what the program computes',
      source('options.sync()'),
      undefined,
      ['undecided: it is computed when the program runs'],
    ],
    ['options of something else', 'editor({ synchronize: true })', undefined, []],
    ['a guard around it', `if (process.env.NODE_ENV === 'development') { ${source('true')} }`, undefined, []],
    [
      'a guard before it',
      `function open() { if (process.env.NODE_ENV === 'production') return\n ${source('true')} }\nopen()`,
      undefined,
      [],
    ],
    [
      'the other branch',
      `process.env.NODE_ENV === 'production' ? ${source('false')} : ${source('true')}`,
      undefined,
      [],
    ],
    [
      'the options that a class gives Nest',
      "class Settings { createTypeOrmOptions() { return { type: 'postgres', host: 'db', synchronize: true } } }",
      undefined,
      ['synchronize: true'],
    ],
    ['a function that nobody calls', `function open() { ${source('true')} }`, undefined, []],
  ])('is judged with %s', (_, main, environment, expected) => {
    expect(node(main, environment)).toEqual(expected)
  })
})

describe('AutoMigrate', () => {
  const files = (main: string) => ({
    'compose.yaml': 'services: { api: { build: ., deploy: { replicas: 2 } } }',
    Dockerfile: 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN go build -o /bin/api .\nCMD ["/bin/api"]\n',
    'go.mod': 'module example.com/api\n\ngo 1.26\n',
    'main.go': `package main

import (
	"os"

	"gorm.io/gorm"
)

type A struct {
	gorm.Model
	Name string
}

func migrate(db *gorm.DB) { db.AutoMigrate(&A{}) }

func main() {
	db := connect()
${main}
}
`,
  })
  const race = 'AutoMigrate: 2 processes of api do it at once'

  it.each<[string, string, readonly string[]]>([
    ['a call', '\tmigrate(db)', [race]],
    ['a call that is not there', '', []],
    ['a call if it does not fail before', '\tif db == nil {\n\t\treturn\n\t}\n\tmigrate(db)', [race]],
    [
      'a word of the command',
      '\tswitch os.Args[1] {\n\tcase "migrate":\n\t\tmigrate(db)\n\t}',
      ['undecided: it depends on what is not known'],
    ],
    ['a default case', '\tswitch os.Args[1] {\n\tcase "x":\n\t\tserve()\n\tdefault:\n\t\tmigrate(db)\n\t}', [race]],
    ['a function that others are given', '\tfx.Invoke(migrate)', ['undecided: what calls migrate is not known']],
    [
      'another command',
      '\trun(&cobra.Command{Use: "seed", RunE: func() error {\n\t\tmigrate(db)\n\t\treturn nil\n\t}})',
      [],
    ],
    [
      'a command that may be the program',
      '\trun(&cobra.Command{Use: "work", Run: func() {\n\t\tmigrate(db)\n\t}})',
      ['undecided: whether the start runs the command work is not known'],
    ],
  ])('is judged by %s', (_, main, expected) => {
    expect(synchronisations(files(main))).toEqual(expected)
  })
})

it.each([
  ['prisma db push', undefined],
  ['prisma db push --accept-data-loss', 'columns'],
  ['prisma db push --force-reset', 'tables'],
  ['prisma migrate reset --force', 'tables'],
])('what a command of the start deletes: %s', (command, deletes) => {
  const { schemas } = systemOf({
    'compose.yaml': 'services: { api: { build: . } }\n',
    Dockerfile: `FROM node:24\nCOPY . .\nCMD npx ${command} && node main.js\n`,
    'main.js': '',
    'prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  id Int @id\n}\n',
  })
  expect(schemas.flatMap(({ synchronisations }) => synchronisations.map(one => one.deletes))).toEqual([deletes])
})

it('what deletes data without asking is critical', () => {
  const severities = (flag: string) =>
    auditTree(
      treeOf(
        new Map([
          ['compose.yaml', 'services: { api: { build: . } }\n'],
          ['Dockerfile', `FROM node:24\nCOPY . .\nCMD npx prisma db push ${flag} && node main.js\n`],
          ['prisma/schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  id Int @id\n}\n'],
        ]),
      ),
    )
      .findings.filter(({ rule }) => rule === 'schema/synchronised-in-production')
      .map(({ severity }) => severity)
  expect([severities(''), severities('--accept-data-loss')]).toEqual([['high'], ['critical']])
})
