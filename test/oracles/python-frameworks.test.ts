import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import type { RouteTable } from '../../src/model/code/route.js'
import { patternPath, routePath } from '../../src/model/code/routes/python/paths.js'
import { pythonRoutes } from '../../src/model/code/routes/python.js'
import '../support/grammars.js'

/** The Python of a virtual environment with the frameworks, which `.ci/run` makes. */
const PYTHON = process.env.FRAMEWORKS_PYTHON ?? join(tmpdir(), 'erp-audit-oracles', 'frameworks', 'bin', 'python')
const FRAMEWORKS = join(import.meta.dirname, 'frameworks')

function introspect(script: string, application: string, what: string): readonly [string, unknown][] {
  const directory = join(FRAMEWORKS, application)
  const options = { encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } } as const
  const { status, stdout, stderr } = spawnSync(
    PYTHON,
    [join(FRAMEWORKS, script, 'introspect.py'), directory, what],
    options,
  )
  if (status !== 0) throw new Error(`${PYTHON}: ${stderr ?? 'it is not installed'}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]')
}

function tableOf(application: string, entries: readonly string[]): RouteTable {
  const root = join(FRAMEWORKS, application)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile() && one.name.endsWith('.py') && one.name !== 'introspect.py')
    .map(one => join(one.parentPath, one.name))
  const files = new Map(paths.map(path => [relative(root, path), readFileSync(path, 'utf8')]))
  return pythonRoutes(readProgram(treeOf(files)), { entries, files: [...files.keys()] })
}

function lines(routes: readonly { readonly method: string; readonly path: string }[]): readonly string[] {
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort()
}

/** A path of Django, of which each part is a path or a regular expression. */
function djangoPath(parts: readonly (readonly [string, string])[]): string {
  return routePath(parts.map(([kind, text]) => (kind === 'regex' ? patternPath(text).text : text)).join(''))
}

beforeAll(() => {
  const { status } = spawnSync(PYTHON, [
    '-c',
    'import fastapi, flask, flask_restful, flask_restx, django, rest_framework',
  ])
  expect(status, `${PYTHON} has not all frameworks: .ci/run installs them`).toBe(0)
})

describe.each([
  ['fastapi', 'fastapi', 'main:app', ['main.py'], 25],
  ['starlette', 'fastapi', 'main:app', ['main.py'], 25],
  ['flask', 'flask', 'wsgi:application', ['wsgi.py'], 25],
] as const)('%s', (application, script, what, entries, least) => {
  test('answers the routes of the table, and no others', () => {
    const theirs = introspect(script, application, what).map(([method, path]) => ({
      method,
      path: routePath(String(path)),
    }))
    const table = tableOf(application, entries)
    expect(lines(table.routes)).toEqual(lines(theirs))
    expect(theirs.length).toBeGreaterThanOrEqual(least)
    expect(table.unresolved).toEqual([])
    expect(table.unregistered.map(one => one.name)).toEqual([
      { fastapi: 'router', starlette: 'dead', flask: 'dead' }[application],
    ])
  })
})

describe('django', () => {
  test('answers the routes of the table, and no others', () => {
    const theirs = introspect('django', 'django', 'config.settings.production').map(([method, parts]) => ({
      method,
      path: djangoPath(parts as readonly (readonly [string, string])[]),
    }))
    const table = tableOf('django', ['manage.py'])
    expect(lines(table.routes)).toEqual(lines(theirs))
    expect(theirs.length).toBeGreaterThanOrEqual(25)
    expect(table.unresolved).toEqual([])
    expect(table.fallbacks.map(one => one.prefix).sort()).toEqual(['/admin', '/static'])
  })
})
