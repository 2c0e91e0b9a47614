import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

function variables(files: Files) {
  const { services } = systemOf({ 'compose.yaml': 'services: { api: { build: . } }\n', ...files })
  const [service] = services
  if (!service) throw new Error('there is no service')
  return service.variables
}

const NODE = 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n'

/** What a program in JavaScript demands when it starts. */
function demandedBy(code: string, others: Files = {}): readonly string[] {
  return variables({
    Dockerfile: NODE,
    'main.js': `${code}\nrequire('http').createServer().listen(3000)\n`,
    ...others,
  }).demanded.map(({ variable }) => variable)
}

const FAIL = "throw new Error('not set')"

describe('variables that code demands', () => {
  it.each([
    ['a test', `if (!process.env.A_B) ${FAIL}`, ['A_B']],
    ['an end', 'if (!process.env.A_B) process.exit(1)', ['A_B']],
    ['undefined', `if (process.env.A_B === undefined) { console.error('A_B'); ${FAIL} }`, ['A_B']],
    ['of two', `if (!process.env.A_B || !process.env.C_D) ${FAIL}`, ['A_B', 'C_D']],
    ['both', `if (!process.env.A_B && !process.env.C_D) ${FAIL}`, []],
    ['a constant', `const value = process.env.A_B\nif (!value) ${FAIL}`, ['A_B']],
    ['a constant with a fallback', `const value = process.env.A_B || 'x'\nif (!value) ${FAIL}`, []],
    ['a list', `for (const name of ['A_B', 'C_D']) if (!process.env[name]) ${FAIL}`, ['A_B', 'C_D']],
    ['a list by a function', `['A_B', 'C_D'].forEach(name => { if (!process.env[name]) ${FAIL} })`, ['A_B', 'C_D']],
    [
      'what is missing of a list',
      `const missing = ['A_B', 'C_D'].filter(name => !process.env[name])\nif (missing.length > 0) ${FAIL}`,
      ['A_B', 'C_D'],
    ],
    [
      'a helper',
      `const need = name => { const value = process.env[name]; if (!value) ${FAIL}; return value }\nconst a = need('A_B')`,
      ['A_B'],
    ],
    [
      'a helper with a message',
      `function need(name, message) { const value = process.env[name]; if (!value) throw new Error(message); return value }\nneed('A_B', 'where it is')`,
      ['A_B'],
    ],
    [
      'a helper with a fallback',
      `function need(name, otherwise) { const value = process.env[name] ?? otherwise; if (!value) ${FAIL}; return value }\nneed('A_B', 'x')`,
      [],
    ],
    ['a function that the start calls', `function check() { if (!process.env.A_B) ${FAIL} }\ncheck()`, ['A_B']],
    ['a function that nothing calls', `function check() { if (!process.env.A_B) ${FAIL} }`, []],
    ['a request', `app.get('/', () => { if (!process.env.A_B) ${FAIL} })`, []],
    ['a warning', "if (!process.env.A_B) console.warn('A_B')", []],
    ['only in production', `if (process.env.NODE_ENV === 'production') { if (!process.env.A_B) ${FAIL} }`, []],
    ['caught', `try { if (!process.env.A_B) ${FAIL} } catch {}`, []],
    [
      'a call that is caught',
      `function check() { if (!process.env.A_B) ${FAIL} }\ntry { check() } catch (error) { console.warn(error) }`,
      [],
    ],
    ['caught, and an end', `try { if (!process.env.A_B) ${FAIL} } catch { process.exit(1) }`, ['A_B']],
    ['with another way', `if (!process.env.A_B) { ${FAIL} } else { use() }`, []],
    ['set before', `process.env.A_B = 'x'\nif (!process.env.A_B) ${FAIL}`, []],
  ])('%s', (_, code, expected) => {
    expect(demandedBy(code)).toEqual(expected)
  })

  it.each([
    ['a text', 'z.string()', true],
    ['a long text', 'z.string().min(32)', true],
    ['one of', "z.enum(['a', 'b'])", true],
    ['a number', 'z.coerce.number()', true],
    ['a text of its own', 'z.coerce.string()', false],
    ['optional', 'z.string().optional()', false],
    ['with a default', "z.string().default('x')", false],
    ['or nothing', 'z.string().or(z.undefined())', false],
    ['a switch', 'z.coerce.boolean()', false],
    ['changed before', 'z.preprocess(one => one, z.string())', false],
  ])('of a schema: %s', (_, entry, isDemanded) => {
    const code = `const { z } = require('zod')\nconst env = z.object({ A_B: ${entry} }).parse(process.env)`
    expect(demandedBy(code)).toEqual(isDemanded ? ['A_B'] : [])
    expect(demandedBy(code.replace('.parse', '.partial().parse'))).toEqual([])
  })

  it('knows when a file in the container may give variables', () => {
    const files = { Dockerfile: NODE, 'main.js': "require('dotenv').config()\nif (!process.env.A_B) throw 1\n" }
    expect(variables(files).open).toContain('.env')
    expect(variables({ ...files, '.dockerignore': '.env\n' }).open).toBeUndefined()
    expect([...variables({ ...files, '.env': 'A_B=1\n' }).given]).toEqual(['A_B'])
    expect(variables({ ...files, 'main.js': files['main.js'].replace('dotenv', 'other') }).open).toBeUndefined()
  })
})

describe('variables under another name', () => {
  it.each([
    ['DATABASE_HOST', 'DB_HOST'],
    ['POSTGRES_HOST', 'DB_HOST'],
    ['REDIS_URI', 'REDIS_URL'],
    ['DB_PASS', 'DB_PASSWORD'],
    ['DB_USERNAME', 'DB_USER'],
    ['MONGODB_URI', 'MONGO_URI'],
    ['SECRET_JWT', 'JWT_SECRET'],
    ['DB_HOSTNAME', 'DB_HOST'],
    ['KAFKA_BROKER', 'KAFKA_BROKERS'],
    ['SESION_SECRET', 'SESSION_SECRET'],
  ])('finds %s for %s', (set, read) => {
    expect(misnamed(set, read)).toEqual([`${set} for ${read}`])
  })

  it.each([
    ['SMTP_HOST', 'SMTP_PORT'],
    ['API_URL', 'APP_URL'],
    ['READ_URL', 'WRITE_URL'],
    ['CACHE_URL', 'QUEUE_URL'],
    ['S3_BUCKET_1', 'S3_BUCKET_2'],
    ['JWT_SECRET', 'JWT_REFRESH_SECRET'],
    ['PGHOST', 'DB_HOST'],
    ['AWS_REGION', 'AWS_REGIONS'],
    ['DB_NAME', 'DB_USER'],
  ])('leaves %s beside %s alone', (set, read) => {
    expect(misnamed(set, read)).toEqual([])
  })
})

function misnamed(set: string, read: string): readonly string[] {
  const found = variables({
    'compose.yaml': `services: { api: { build: ., environment: { ${set}: x } } }\n`,
    Dockerfile: NODE,
    'main.js': `const value = process.env.${read} || 'x'\nrequire('http').createServer().listen(value)\n`,
  })
  return found.misnamed.map(one => `${one.variable.name} for ${one.read}`)
}
