import '../../support/grammars.js'
import { describe, expect, test } from 'vitest'
import type { Service } from '../../../src/model/system.js'
import { type Files, systemOf } from '../../support/model.js'

const environmentLines = (settings: Readonly<Record<string, string>>) =>
  Object.keys(settings).length > 0 ? `\n    environment: ${JSON.stringify(settings)}` : ''

/** The service of one program in TypeScript that a workload runs. */
function node(code: string, environment: Readonly<Record<string, string>> = {}, more: Files = {}): Service {
  return only({
    'compose.yaml': `services:\n  api:\n    build: .${environmentLines(environment)}\n`,
    Dockerfile: 'FROM node:22.12.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n',
    'main.ts': code,
    ...more,
  })
}

/** The service of one program in Python that a workload runs. */
function python(code: string, environment: Readonly<Record<string, string>> = {}, more: Files = {}): Service {
  return only({
    'compose.yaml': `services:\n  api:\n    build: .${environmentLines(environment)}\n`,
    Dockerfile: 'FROM python:3.13.1\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
    'main.py': code,
    ...more,
  })
}

function only(files: Files): Service {
  const [service, other] = systemOf(files).services
  if (!service || other) throw new Error('there is not one service')
  return service
}

const EXPRESS = "import express from 'express'\nconst app = express()\n"
const FASTAPI = 'import os\nfrom fastapi import FastAPI\napp = FastAPI()\n'

describe('which other sites may call', () => {
  const policies = ({ cors }: Service) =>
    cors.map(({ library, origin, credentials }) => `${library} ${origin} ${credentials}`)

  test('a default counts where nothing sets the variable, and is not known where a platform may', () => {
    const code = `${EXPRESS}import cors from 'cors'\napp.use(cors({ origin: process.env.ORIGIN || '*', credentials: true }))\napp.listen(3000)`
    expect(policies(node(code))).toEqual(['cors any true'])
    const manifest =
      '{ "name": "shop", "scripts": { "start": "node main.js" }, "dependencies": { "express": "5.1.0" } }'
    expect(policies(only({ 'package.json': manifest, 'main.js': code }))).toEqual(['cors unknown true'])
  })
  test('functions that call each other again and again are not followed for ever', () => {
    const code = `${EXPRESS}import cors from 'cors'
function isOurs(from) { ${'if (isOurs(from)) log(from)\n'.repeat(40)} return isOurs(from) }
app.use(cors({ origin: from => isOurs(from) }))`
    expect(policies(node(code))).toEqual(['cors unknown false'])
  })
  const CORS = `${EXPRESS}import cors from 'cors'\n`

  test.each<[string, string, string, Readonly<Record<string, string>>?]>([
    ["origin.startsWith('https://erp.')", '', 'limited'],
    ["origin.startsWith('http')", '', 'reflected'],
    ['origin.startsWith(PREFIX)', "const PREFIX = 'https://erp.'", 'limited'],
    ['origin.startsWith(PREFIX)', "const PREFIX = 'https://'", 'reflected'],
    ['origin.startsWith(PREFIX)', "import { PREFIX } from '@acme/settings'", 'unknown'],
    ['origin.startsWith(PREFIX)', 'const PREFIX = process.env.PREFIX', 'unknown'],
    ['origin.startsWith(PREFIX)', 'const PREFIX = process.env.PREFIX', 'limited', { PREFIX: 'https://erp.' }],
    ['origin.endsWith(process.env.DOMAIN)', '', 'unknown'],
    ['new URL(origin).hostname.endsWith(SUFFIX)', "const SUFFIX = '.example.com'", 'limited'],
    ["origin.includes('://')", '', 'reflected'],
    ['PATTERN.test(origin)', 'const PATTERN = /\\.example\\.com$/', 'limited'],
    ['PATTERN.test(origin)', 'const PATTERN = /^https?:\\/\\//', 'reflected'],
    ['PATTERN.test(origin)', 'const PATTERN = new RegExp(process.env.PATTERN)', 'unknown'],
    ['PATTERN.test(origin)', "const PATTERN = new RegExp('.*')", 'reflected'],
    ['origin.match(PATTERN)', "import { PATTERN } from '@acme/settings'", 'unknown'],
    ['LIST.some(one => one === origin)', "const LIST = process.env.LIST.split(',')", 'limited'],
    ['LIST.some(one => origin.startsWith(one))', "const LIST = process.env.LIST.split(',')", 'unknown'],
    ['LIST.some(one => origin.endsWith(one))', "const LIST = ['.example.com', '.example.org']", 'limited'],
    ['LIST.some(one => one.test(origin))', 'const LIST = [/\\.example\\.com$/, /.*/]', 'reflected'],
    ['LIST.some(one => new RegExp(one).test(origin))', "const LIST = ['.+']", 'reflected'],
    ['LIST.some(one => one.toLowerCase() === origin)', '', 'limited'],
    ['LIST.some(one => isOurs(one, origin))', '', 'unknown'],
    ['LIST.includes(origin)', "const LIST = process.env.LIST.split(',')", 'limited'],
  ])('a function that asks %s where %s: %s', (test, before, expected, environment = {}) => {
    const code = `${CORS}${before}\napp.use(cors({ origin: (origin, done) => done(null, ${test}) }))`
    expect(policies(node(code, environment))).toEqual([`cors ${expected} false`])
  })

  const MIDDLEWARE = `${FASTAPI}from fastapi.middleware.cors import CORSMiddleware\n`

  test.each<[string, Service, readonly string[]]>([
    ['any, without cookies', node(`${CORS}app.use(cors())`), ['cors any false']],
    ['the one that asks', node(`${CORS}app.use(cors({ origin: true, credentials: true }))`), ['cors reflected true']],
    [
      'a constant of another module',
      node(
        `${CORS}import { origin } from './settings'\napp.use(cors({ origin, credentials: true }))`,
        {},
        {
          'settings.ts': "export const origin = 'https://shop.example.com'\n",
        },
      ),
      ['cors limited true'],
    ],
    [
      'what the environment of the workload says',
      node(`${CORS}app.use(cors({ origin: process.env.ORIGIN || '*' }))`, { ORIGIN: 'https://shop.example.com' }),
      ['cors limited false'],
    ],
    [
      'a function that asks a list',
      node(`${CORS}app.use(cors({ origin: (from, done) => done(null, allowed.has(from)), credentials: true }))`),
      ['cors limited true'],
    ],
    [
      'a function whose list is always answered with yes',
      node(
        `${CORS}app.use(cors({ origin: (from, done) => { if (allowed.has(from)) done(null, true); else done(null, true) } }))`,
      ),
      ['cors reflected false'],
    ],
    [
      'what a function decides by something else is not known',
      node(
        `${CORS}app.use(cors({ origin: (from, done) => done(null, isOpen() || allowed.has(from)), credentials: true }))`,
      ),
      ['cors unknown true'],
    ],
    [
      'nor what it decides by a stage that nothing tells',
      node(
        `${CORS}app.use(cors({ origin: (from, done) => process.env.NODE_ENV === 'production' ? done(null, allowed.has(from)) : done(null, true) }))`,
      ),
      ['cors unknown false'],
    ],
    ['only in development', node(`${CORS}if (process.env.NODE_ENV === 'development') app.use(cors())`), []],
    [
      'a middleware of Starlette, which repeats the origin',
      python(`${MIDDLEWARE}app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)\n`),
      ['CORSMiddleware reflected true'],
    ],
    [
      'a list of sites',
      python(
        `${MIDDLEWARE}SITES = ["https://a.example.com"]\napp.add_middleware(CORSMiddleware, allow_origins=SITES)\n`,
      ),
      ['CORSMiddleware limited false'],
    ],
    ['a function of that name of the program itself', node(`${EXPRESS}const cors = () => 1\napp.use(cors())`), []],
  ])('%s', (_, service, expected) => {
    expect(policies(service)).toEqual(expected)
  })
})

describe('switches for developers', () => {
  const switches = ({ debugSwitches }: Service) =>
    debugSwitches.map(
      ({ kind, name, unset }) => `${kind} ${name}${unset === undefined ? '' : ` (${unset} is not set)`}`,
    )
  const APOLLO = "import { ApolloServer } from '@apollo/server'\n"

  test.each<[string, Service, readonly string[]]>([
    [
      'a schema that anybody may ask for',
      node(`${APOLLO}new ApolloServer({ introspection: true })`),
      ['schema introspection'],
    ],
    ['off', node(`${APOLLO}new ApolloServer({ introspection: false })`), []],
    ['by the stage', node(`${APOLLO}new ApolloServer({ introspection: process.env.NODE_ENV !== 'production' })`), []],
    ['tracebacks', python('from fastapi import FastAPI\napp = FastAPI(debug=True)\n'), ['errors debug']],
    [
      'a variable that is set',
      python('import os\nfrom fastapi import FastAPI\napp = FastAPI(debug=os.getenv("DEBUG_API", "1") == "1")\n', {
        DEBUG_API: '0',
      }),
      [],
    ],
  ])('%s', (_, service, expected) => {
    expect(switches(service)).toEqual(expected)
  })
})

describe('limiters', () => {
  const limiters = ({ limiters: { made, mayLimit, unbound } }: Service) =>
    `${made} made${mayLimit ? '' : ', none possible'}${unbound.map(({ name, lacks }) => `, ${name} lacks a ${lacks}`).join('')}`
  const LIMIT = `${EXPRESS}import rateLimit from 'express-rate-limit'\n`

  test.each<[string, Service, string]>([
    ['none', node(EXPRESS), '0 made, none possible'],
    ['used', node(`${LIMIT}app.use(rateLimit({ limit: 10 }))`), '1 made'],
    [
      'made and left',
      node(`${LIMIT}const loginLimiter = rateLimit({ limit: 10 })\napp.listen(1)`),
      '1 made, loginLimiter lacks a use',
    ],
    [
      'used in another module',
      node(
        `${EXPRESS}import { limiter } from './limiter'\napp.post('/login', limiter, (req, res) => res.end())`,
        {},
        {
          'limiter.ts': "import rateLimit from 'express-rate-limit'\nexport const limiter = rateLimit({ limit: 10 })\n",
        },
      ),
      '1 made',
    ],
    ['attempts that are counted by hand', node(`${EXPRESS}const failedAttempts = new Map()\n`), '0 made'],
    [
      'an application of Django that counts them',
      python('from fastapi import FastAPI\napp = FastAPI()\nINSTALLED_APPS = ["django.contrib.auth", "axes"]\n'),
      '0 made',
    ],
    [
      'a later release, which is given what it counts with',
      python(
        'from fastapi import FastAPI, Depends\nfrom fastapi_limiter.depends import RateLimiter\napp = FastAPI()\n@app.get("/", dependencies=[Depends(RateLimiter(limiter=pages))])\ndef list(): ...\n',
      ),
      '1 made',
    ],
  ])('%s', (_, service, expected) => {
    expect(limiters(service)).toBe(expected)
  })
})

describe('signed tokens', () => {
  const tokens = ({ signedTokens }: Service) => signedTokens.map(({ call, expires }) => `${call} ${expires}`)
  const JWT = "import jwt from 'jsonwebtoken'\n"

  test.each<[string, Service, readonly string[]]>([
    ['without an end', node(`${JWT}jwt.sign({ id: 1 }, key)`), ['jwt.sign false']],
    ['with an end', node(`${JWT}jwt.sign({ id: 1 }, key, { expiresIn: '15m' })`), ['jwt.sign true']],
    ['with an end in its content', node(`${JWT}jwt.sign({ id: 1, exp: now + 900 }, key)`), ['jwt.sign true']],
    [
      'options of a constant',
      node(`${JWT}const options = { algorithm: 'HS256', expiresIn: 900 }\njwt.sign({ id: 1 }, key, options)`),
      ['jwt.sign true'],
    ],
    [
      'options that are not known',
      node(`${JWT}export const f = options => jwt.sign({ id: 1 }, key, options)`),
      ['jwt.sign undefined'],
    ],
    [
      'another sign',
      node("import { sign } from './paper'\nsign({ id: 1 })", {}, { 'paper.ts': 'export const sign = a => a\n' }),
      [],
    ],
    ['in Python', python('import jwt\ntoken = jwt.encode({"sub": "1"}, key)\n'), ['jwt.encode false']],
    [
      'in Python with an end',
      python('import jwt\ntoken = jwt.encode({"sub": "1", "exp": end}, key)\n'),
      ['jwt.encode true'],
    ],
  ])('%s', (_, service, expected) => {
    expect(tokens(service)).toEqual(expected)
  })
})

describe('secrets with a value in the code', () => {
  const fallbacks = ({ secretFallbacks }: Service) =>
    secretFallbacks.map(
      ({ variable, signing, placeholder }) => `${variable}${signing ? ' signs' : ''}${placeholder ? '?' : ''}`,
    )

  test.each<[string, Service, readonly string[]]>([
    ['behind an operator', node("const a = process.env.JWT_SECRET || 'k9Xw2Lq8Zt4'"), ['JWT_SECRET signs']],
    ['of a constant', node("const other = 'k9Xw2Lq8Zt4'\nconst a = process.env.DB_PASSWORD ?? other"), ['DB_PASSWORD']],
    ['as an argument', python('import os\nkey = os.getenv("API_SECRET", "k9Xw2Lq8Zt4")\napp = 1\n'), ['API_SECRET']],
    [
      'that the start refuses',
      node("const a = process.env.JWT_SECRET || 'k9Xw2Lq8Zt4'\nif (!process.env.JWT_SECRET) throw new Error('no')"),
      [],
    ],
    [
      'outside production',
      node("const a = process.env.NODE_ENV === 'production' ? key : process.env.JWT_SECRET || 'k9Xw2Lq8Zt4'"),
      [],
    ],
    ['that is empty', node("const a = process.env.JWT_SECRET || ''"), []],
    ['that is no secret', node("const a = process.env.REGION || 'eu-west-1'"), []],
    ['on this machine', node("const a = process.env.DATABASE_URL || 'postgres://app:pw@localhost/app'"), []],
  ])('%s', (_, service, expected) => {
    expect(fallbacks(service)).toEqual(expected)
  })
})
