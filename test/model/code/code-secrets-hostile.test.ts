import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { systemOf } from '../../support/model.js'
import { millisecondsSince } from '../../support/processor-time.js'

const NODE = 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'
const PYTHON = 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app"]\n'
const DJANGO = 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["python", "manage.py", "runserver"]\n'

/** The facts about secrets, accounts and variables of a service with a file. */
function factsOf(
  path: string,
  text: string,
  dockerfile: string,
  others: Readonly<Record<string, string>> = {},
): string {
  const [service] = systemOf({
    'compose.yaml': 'services: { api: { build: . } }\n',
    Dockerfile: dockerfile,
    [path]: text,
    ...others,
  }).services
  if (!service) throw new Error('there is no service')
  const { secretFallbacks, hardcodedSecrets, seededLogins, variables } = service
  return [secretFallbacks, hardcodedSecrets, seededLogins, variables.demanded].map(one => one.length).join(' ')
}

describe('code that is made to be hard to read', () => {
  it.each([
    [
      'tests of many variables',
      `if (${Array.from({ length: 3000 }, (_, at) => `!process.env.V${at}`).join(' || ')}) throw 1`,
    ],
    ['a deep minus', `const { Pool } = require('pg'); new Pool(${'- '.repeat(2000)}1)`],
    ['a deep call', `const s = process.env.JWT_SECRET || ${'from('.repeat(1000)}'x'${')'.repeat(1000)}`],
    ['a long chain of fallbacks', `const s = ${'process.env.JWT_SECRET || '.repeat(2000)}'x'`],
    ['a deep object', `const { Pool } = require('pg'); new Pool(${'{ password: '.repeat(500)}1${' }'.repeat(500)})`],
    [
      'many functions that call each other',
      Array.from(
        { length: 500 },
        (_, at) => `function f${at}() { f${(at + 1) % 500}(); User.create({ email: 'admin', password: 'admin' }) }`,
      ).join('\n'),
    ],
    ['a function that calls itself', "function seed() { seed(); User.create({ email: 'admin', password: 'admin' }) }"],
  ])('%s', (_, text) => {
    const started = process.cpuUsage()
    expect(factsOf('server.js', `${text}\nrequire('http').createServer().listen(3000)\n`, NODE)).toMatch(
      /^\d+ \d+ \d+ \d+$/,
    )
    // A bound for a busy machine: what is quadratic takes minutes.
    expect(millisecondsSince(started)).toBeLessThan(20_000)
  })

  it('reads settings of Django however deep', () => {
    const text = `INSTALLED_APPS = []\nDATABASES = ${'{"default": '.repeat(80)}1${'}'.repeat(80)}\n`
    const others = {
      'manage.py': 'import os\nimport django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")\n',
      'core/__init__.py': '',
    }
    expect(factsOf('core/settings.py', text, DJANGO, others)).toBe('0 0 0 0')
  })

  it('keeps what stands before and after an error', () => {
    const text =
      'import os\nfrom fastapi import FastAPI\nA = os.getenv("JWT_SECRET", "walnut-1")\ndef broken(:\n\nB = os.getenv("SESSION_SECRET", "walnut-2")\napp = FastAPI()\n'
    expect(factsOf('main.py', text, PYTHON)).toMatch(/^2 /)
  })
})
