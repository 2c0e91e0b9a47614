import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { javascriptRoutes } from '../../src/model/code/routes/javascript.js'
import { programOf } from '../support/code.js'

const HERE = join(import.meta.dirname, 'frameworks')

interface Application {
  readonly name: string
  readonly entries: readonly string[]
  /** The program that asks the framework, and its arguments. */
  readonly asks: readonly string[]
  /** What is declared and answers nothing: name and path. */
  readonly dead: readonly string[]
}

const APPLICATIONS: readonly Application[] = [
  {
    name: 'express',
    entries: ['src/server.ts'],
    asks: ['express.mjs', '5', 'express/src/app.ts'],
    dead: ['legacy /legacy/health', 'legacy /legacy/users', 'unused /never'],
  },
  { name: 'express4', entries: ['index.js'], asks: ['express.mjs', '4', 'express4/app.js'], dead: ['router /dead'] },
  {
    name: 'nestjs',
    entries: ['src/main.ts'],
    asks: ['nestjs.mjs', 'nestjs/src/setup.ts'],
    dead: ['LegacyController /api/v1/legacy', 'OldHealthController /api/v1/old-health/live'],
  },
  {
    name: 'fastify',
    entries: ['src/server.ts'],
    asks: ['fastify.mjs', 'fastify/src/app.ts'],
    dead: ['deadRoutes /dead', 'deadRoutes /dead/health'],
  },
  { name: 'koa', entries: ['src/index.ts'], asks: ['koa.mjs', 'koa/src/app.ts'], dead: ['dead /dead/health'] },
  { name: 'hono', entries: ['src/index.ts'], asks: ['hono.mjs', 'hono/src/app.ts'], dead: ['unused /unused'] },
  { name: 'next', entries: [], asks: ['next.mjs', 'next'], dead: [] },
]

/** The sources of an application, by path from its folder. */
function sourcesOf(name: string): Record<string, string> {
  const root = join(HERE, name)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name)
      return [relative(root, path), readFileSync(path, 'utf8')]
    }),
  )
}

/** What the framework says: method, path in its own spelling, and the status of an answer where it was asked. */
function askFramework(asks: readonly string[]): readonly (readonly [string, string, number?])[] {
  const [program = '', ...rest] = asks
  const output = execFileSync(process.execPath, ['--import', 'tsx', join('list', program), ...rest], {
    cwd: HERE,
    encoding: 'utf8',
    env: { ...process.env, TSX_TSCONFIG_PATH: join(HERE, 'nestjs', 'tsconfig.json'), NEXT_TELEMETRY_DISABLED: '1' },
  })
  const line = output.split('\n').find(one => one.startsWith('@@ROUTES '))
  if (line === undefined) throw new Error(`${program} told no routes:\n${output}`)
  return JSON.parse(line.slice('@@ROUTES '.length))
}

/** A path of any of the frameworks in the one spelling that routes have. */
function spelled(path: string): string {
  const parts = path
    .replace(/\[\[?\.\.\.(\w+)\]\]?/g, ':$1*')
    .replace(/\[(\w+)\]/g, ':$1')
    .replace(/\{\/:(\w+)\}/g, '/:$1?')
    .replace(/:(\w+)(?:\(\S*\)|\{\S*\})/g, ':$1')
    .replace(/\/\*\w+$/, '/*')
    .split('/')
    .filter(part => part !== '')
  return `/${parts.join('/')}`
}

test.each(APPLICATIONS)('the routes of the $name application are those that the framework tells', application => {
  const told = askFramework(application.asks)
  const program = programOf(sourcesOf(application.name))
  const table = javascriptRoutes(program, { entries: application.entries, files: [...program.files.keys()] })

  expect(told.length).toBeGreaterThanOrEqual(25)
  expect(table.routes.map(route => `${route.method} ${route.path}`).sort()).toEqual(
    told.map(([method, path]) => `${method} ${spelled(path)}`).sort(),
  )
  expect(table.routes.filter(route => !route.isResolved)).toEqual([])
  expect(table.unresolved).toEqual([])
  expect(table.unregistered.flatMap(one => one.routes.map(route => `${one.name} ${route.path}`)).sort()).toEqual(
    application.dead,
  )
  // Behind a route that a framework lists is an answer; one that asks who somebody is, is one too.
  for (const [method, path, status] of told) {
    if (status !== undefined && !OTHERWISE_ANSWERED.test(path)) expect([method, path, status]).not.toContain(404)
  }
})

/** The parameter that is filled in does not match its regular expression; QUERY is no method that `inject` knows. */
const OTHERWISE_ANSWERED = /\{\[0-9\]\+\}|^\/tickets\/\*$/
