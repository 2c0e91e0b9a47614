import { expect, test } from 'vitest'
import { type Environment, evaluateExpression, numberOf } from '../../src/code/values.js'
import { known, unknown } from '../../src/source.js'
import { expressionIn, programOf } from '../support/code.js'
import type { Files } from '../support/model.js'

const at = { path: 'compose.yaml', start: 0, end: 1 }
const environment: Environment = name =>
  name === 'SET' ? known('40', at) : name === 'SECRET' ? unknown(at, 'it comes from a secret') : undefined

/** The value of the argument of `f(…)` in `src/main.ts`. */
function value(source: string, files: Files = {}): string {
  const all = { ...files, 'src/main.ts': source }
  const program = programOf(all)
  const text = /f\(([\s\S]*)\)\s*$/.exec(source)?.[1] ?? ''
  const found = evaluateExpression(program, expressionIn(program, 'src/main.ts', text, source), environment)
  const origin = `${found.variables.length > 0 ? ` from ${found.variables.join(', ')}` : ''}${found.isFallback ? ' (fallback)' : ''}`
  if (found.kind === 'known') return `${JSON.stringify(found.value)}${origin}`
  return found.kind === 'interval' ? `${found.low}..${found.high}${origin}` : `unknown: ${found.because}${origin}`
}

test.each([
  ['f(5)', '5'],
  ['f(`a${1}b`)', '"a1b"'],
  ['f(2 * 3 + 1)', '7'],
  ['f(process.env.SET)', '"40" from SET'],
  ['f(Number(process.env.SET) * 2)', '80 from SET'],
  ['f(process.env.UNSET ?? 10)', '10 from UNSET (fallback)'],
  ["f(parseInt(process.env.UNSET || '10', 10))", '10 from UNSET (fallback)'],
  ['f(process.env.SET ? +process.env.SET : 5)', '40 from SET, SET'],
  ['f(process.env.UNSET ? 1 : 5)', '5 from UNSET'],
  ['f(process.env.SECRET)', 'unknown: it comes from a secret from SECRET'],
  ['f(Math.min(Number(process.env.SECRET), 100))', '-Infinity..100 from SECRET'],
  ['f(Math.max(2, 5, 3))', '5'],
  ['import os from "os"\nf(os.cpus().length * 2 + 1)', '3..Infinity'],
  ['import { availableParallelism } from "os"\nf(availableParallelism() * 2 + 1)', '3..Infinity'],
  ['const { DEPTH = 7 } = process.env\nf(DEPTH)', '7 from DEPTH (fallback)'],
  ['const c = { pool: { max: Number(process.env.UNSET) || 20 } }\nf(c.pool.max)', '20 from UNSET (fallback)'],
  ["const NAME = 'SET'\nf(process.env[NAME])", '"40" from SET'],
  ['const value = process.env.SET\nf(value)', '"40" from SET'],
  ['const { env } = process\nconst value = env.SET\nf(Number(value))', '40 from SET'],
  ['const value = process.env.SECRET\nf(value)', 'unknown: it comes from a secret from SECRET'],
  ['f(process.env.SET?.trim())', '"40" from SET'],
  ["f(process.env.UNSET?.trim() || 'text')", '"text" from UNSET (fallback)'],
  // Functions that may be given another environment by their tests.
  ['const load = (env: NodeJS.ProcessEnv = process.env) => f(env.SET)', '"40" from SET'],
  ['const load = (env = process.env) => f(env["SET"])', '"40" from SET'],
  ['const load = (env: NodeJS.ProcessEnv) => f(env.UNSET ?? 10)', '10 from UNSET (fallback)'],
  ['const all = process.env\nconst load = (env = all) => f(env.SET)', '"40" from SET'],
  ['const load = (env: Record<string, string>) => f(env.SET)', 'unknown: its value is not known'],
  ['const load = (env = {}) => f(env.SET)', 'unknown: its value is not known'],
  ['f(process.env.NODE_ENV === "production")', 'false from NODE_ENV'],
  ['const get = () => 12\nf(get())', '12'],
  ['f(await x)', 'unknown: x is not known'],
  ['f(1 / 0)', 'unknown: it is no number'],
])('%s', (source, expected) => {
  expect(value(source)).toBe(expected)
})

test('constants of other files, and settings of Nest', () => {
  expect(
    value("import { LIMITS } from './limits'\nf(LIMITS.page)", {
      'src/limits.ts': 'export const LIMITS = { page: 50 } as const',
    }),
  ).toBe('50')
  const nest = (read: string) =>
    value(`import { ConfigService } from "@nestjs/config"\nconst config: ConfigService = made()\nf(${read})`, {
      'src/db.config.ts':
        "import { registerAs } from '@nestjs/config'\nexport default registerAs('db', () => ({ pool: Number(process.env.UNSET ?? 9) }))",
    })
  expect(nest("config.get('UNSET', 6)")).toBe('6 from UNSET (fallback)')
  expect(nest("config.get<number>('SET')")).toBe('"40" from SET')
  expect(nest("config.get('db.pool')")).toBe('9 from db.pool, UNSET (fallback)')
})

test('schemas that the environment is parsed with', () => {
  const zod =
    'import { z } from "zod"\nconst schema = z.object({ UNSET: z.coerce.number().min(1).default(3000), SET: z.string() })\nconst env = schema.parse(process.env)\n'
  expect(value(`${zod}f(env.UNSET)`)).toBe('3000 from UNSET (fallback)')
  expect(value(`${zod}f(env.SET)`)).toBe('"40" from SET')
  const envalid =
    'import { cleanEnv, num } from "envalid"\nconst env = cleanEnv(process.env, { UNSET: num({ default: 8 }) })\n'
  expect(value(`${envalid}f(env.UNSET)`)).toBe('8 from UNSET (fallback)')
})

const ZOD = 'import { z } from "zod"\nconst schema = z.object({ UNSET: z.coerce.number().default(3000) })\n'
const JOI =
  'const Joi = require("joi")\nconst schema = Joi.object().keys({ UNSET: Joi.number().default(3000) }).unknown()\n'
const T3 = 'import { createEnv } from "@t3-oss/env-nextjs"\nimport { z } from "zod"\n'

test.each([
  [
    'safeParse',
    `${ZOD}const parsed = schema.safeParse(process.env)\nif (!parsed.success) throw 1\nf(parsed.data.UNSET)`,
  ],
  ['safeParse, taken apart', `${ZOD}const { data } = schema.safeParse(process.env)\nf(data.UNSET)`],
  [
    'a function that checks',
    `${ZOD}function load() { const parsed = schema.safeParse(process.env); if (!parsed.success) { throw 1 }; return parsed.data }\nconst env = load()\nf(env.UNSET)`,
  ],
  [
    'a function that keeps what it checked',
    `${ZOD}let kept\nfunction load() { if (!kept) { kept = schema.parse(process.env) } return kept }\nconst env = load()\nf(env.UNSET)`,
  ],
  ['a function that is called in place', `${ZOD}const env = (() => schema.parse(process.env))()\nf(env.UNSET)`],
  [
    'settings made of it',
    `${ZOD}const env = schema.parse(process.env)\nconst config = { port: env.UNSET }\nf(config.port)`,
  ],
  [
    'settings that a function makes',
    `const settings = () => ({ port: process.env.UNSET || 3000 })\nconst { port } = settings()\nf(port)`,
  ],
  [
    'Joi',
    `${JOI}const { value } = schema.prefs({ errors: {} }).validate(process.env, { abortEarly: false })\nf(value.UNSET)`,
  ],
  [
    'Joi, under another name',
    `${JOI}const { value: env } = schema.validate(process.env)\nconst c = { port: env.UNSET }\nf(c.port)`,
  ],
  [
    'createEnv',
    `${T3}const env = createEnv({ server: { UNSET: z.coerce.number().default(3000) }, client: {}, runtimeEnv: process.env })\nf(env.UNSET)`,
  ],
])('a setting of the environment by %s', (_, source) => {
  expect(value(source)).toBe('3000 from UNSET (fallback)')
})

test('what a schema makes of something else is not known', () => {
  expect(value(`${ZOD}const { data } = schema.safeParse(request.query)\nf(data.UNSET)`)).toMatch(/^unknown/)
  expect(
    value(
      `${ZOD}let kept\nfunction load() { kept = schema.parse(process.env); kept = other(); return kept }\nconst env = load()\nf(env.UNSET)`,
    ),
  ).toMatch(/^unknown/)
})

test('what Nest is told to load, and the schema that it checks with', () => {
  const nest = (read: string, ...applications: readonly string[]) =>
    value(
      `import { ConfigService } from "@nestjs/config"\nconst config: ConfigService = made()\nf(config.get('${read}', 6))`,
      {
        'src/settings.ts':
          'export default () => ({ UNSET: 1, pool: { max: Number(process.env.UNSET ?? 9) }, ...(process.env.SET && { more: 5 }) })',
        ...Object.fromEntries(
          applications.map((options, index) => [
            `src/app${index}.module.ts`,
            `import { ConfigModule } from "@nestjs/config"\nimport Joi from "joi"\nimport settings from "./settings"\nConfigModule.forRoot(${options})`,
          ]),
        ),
      },
    )
  expect(nest('pool.max', '{ load: [settings] }')).toBe('9 from pool.max, UNSET (fallback)')
  expect(nest('pool.min', '{ load: [settings] }')).toBe('6 from pool.min (fallback)')
  expect(nest('more', '{ load: [settings] }')).toMatch(/^unknown/)
  const checked = (value_: number) => `{ validationSchema: Joi.object({ UNSET: Joi.number().default(${value_}) }) }`
  expect(nest('UNSET', checked(7))).toBe('7 from UNSET (fallback)')
  expect(nest('SET', checked(7))).toBe('"40" from SET')
  expect(nest('UNSET', checked(7), checked(8))).toMatch(/^unknown/)
})

test('numbers in texts count as numbers', () => {
  const base = { at, variables: [], isFallback: false }
  expect(numberOf({ kind: 'known', value: '12', ...base })).toBe(12)
  expect(numberOf({ kind: 'known', value: '', ...base })).toBeUndefined()
  expect(numberOf({ kind: 'known', value: null, ...base })).toBeUndefined()
})
