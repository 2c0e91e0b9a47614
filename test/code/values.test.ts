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

test('numbers in texts count as numbers', () => {
  const base = { at, variables: [], isFallback: false }
  expect(numberOf({ kind: 'known', value: '12', ...base })).toBe(12)
  expect(numberOf({ kind: 'known', value: '', ...base })).toBeUndefined()
  expect(numberOf({ kind: 'known', value: null, ...base })).toBeUndefined()
})
