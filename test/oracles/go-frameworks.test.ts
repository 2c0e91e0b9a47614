import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Program } from '../../src/code/program.js'
import { readProgram } from '../../src/code/read.js'
import { discover } from '../../src/discover.js'
import type { RouteTable } from '../../src/model/code/route.js'
import { goRoutes } from '../../src/model/code/routes/go.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { buildOracle } from './compose-cases/oracle.js'

const root = fileURLToPath(new URL('./frameworks/go', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'go-frameworks-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Answer = Readonly<Record<'gin' | 'echo' | 'chi' | 'fiber' | 'gorilla', readonly (readonly [string, string])[]>> & {
  readonly 'net/http': readonly number[]
  readonly health: readonly number[]
}

let program: Program
let theirs: Answer

beforeAll(async () => {
  await openGrammars(['go'])
  // The program that asks the shops belongs to none of them.
  const tree = discover(root)
  program = readProgram({ ...tree, files: tree.files.filter(file => !file.path.startsWith('introspect/')) })
  const binary = join(directory, 'introspect')
  buildOracle(join(root, 'introspect'), binary)
  const result = spawnSync(binary, {
    input: JSON.stringify(QUESTIONS.map(([, method, path]) => [method, path])),
    encoding: 'utf8',
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`the frameworks failed: ${result.stderr}`)
  theirs = JSON.parse(result.stdout) as Answer
})

function ours(shop: string): RouteTable {
  const files = [...program.files.keys()].filter(path => path.startsWith(`${shop}/`))
  return goRoutes(program, { entries: [`${shop}/cmd/main.go`], files })
}

/** Each route once. A framework that answers HEAD wherever it answers GET need not say so. */
function told(routes: readonly (readonly [string, string])[]): readonly string[] {
  const all = new Set(routes.map(([method, path]) => `${method} ${path}`))
  return [...all].filter(one => !one.startsWith('HEAD ') || !all.has(one.replace('HEAD', 'GET'))).sort()
}

const METHODS = ['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']

function read(shop: string, isExpanded: boolean): readonly string[] {
  return told(
    ours(shop).routes.flatMap(({ method, path }) =>
      method === '*' && isExpanded ? METHODS.map(one => [one, path] as const) : [[method, path] as const],
    ),
  )
}

describe('the routes that erp-audit reads are those that the framework tells', () => {
  test.each(['gin', 'echo', 'chi', 'gorilla'] as const)('%s', shop => {
    // Files are no routes of ours.
    const files = ours(shop).fallbacks.map(({ prefix }) => `* ${prefix}`)
    const expected = told(theirs[shop]).filter(route => !files.includes(route))
    expect(expected.length).toBeGreaterThanOrEqual(25)
    expect(read(shop, false)).toEqual(expected)
    expect(ours(shop).unresolved).toEqual([])
  })

  test('fiber, and what its middleware answers', () => {
    expect(theirs.health).toEqual([200, 200, 404])
    const expected = told([...theirs.fiber, ['GET', '/livez'], ['GET', '/readyz']])
    expect(expected.length).toBeGreaterThanOrEqual(25)
    expect(read('fiber', true)).toEqual(expected)
    expect(ours('fiber').unresolved).toEqual([])
  })
})

/** What is asked of net/http: the route that should answer, if there is one, the method, and the path. */
const QUESTIONS: readonly (readonly [string | undefined, string, string])[] = [
  ['GET /healthz', 'GET', '/healthz'],
  ['GET /livez', 'GET', '/livez'],
  ['* /ready', 'DELETE', '/ready'],
  ['GET /api/v1/orders', 'GET', '/api/v1/orders'],
  ['POST /api/v1/orders', 'POST', '/api/v1/orders'],
  ['GET /api/v1/orders/:id', 'GET', '/api/v1/orders/7'],
  ['PUT /api/v1/orders/:id', 'PUT', '/api/v1/orders/7'],
  ['DELETE /api/v1/orders/:id', 'DELETE', '/api/v1/orders/7'],
  ['GET /api/v1/orders/:id/items', 'GET', '/api/v1/orders/7/items'],
  ['POST /api/v1/orders/:id/items', 'POST', '/api/v1/orders/7/items'],
  ['GET /files/:path*', 'GET', '/files/a/b/c'],
  ['GET /exact', 'GET', '/exact/'],
  ['GET /api/customers', 'GET', '/api/customers'],
  ['GET /api/customers/:id', 'GET', '/api/customers/7'],
  ['GET /api/suppliers', 'GET', '/api/suppliers'],
  ['GET /api/suppliers/:id', 'GET', '/api/suppliers/7'],
  ['GET /api/products', 'GET', '/api/products'],
  ['GET /api/products/:id', 'GET', '/api/products/7'],
  ['* /api/admin', 'PATCH', '/api/admin'],
  ['GET /api/reports/sales', 'GET', '/api/reports/sales'],
  ['GET /api/reports/stock', 'GET', '/api/reports/stock'],
  ['POST /api/reports', 'POST', '/api/reports'],
  ['GET /invoices', 'GET', '/invoices'],
  ['POST /invoices', 'POST', '/invoices'],
  ['PATCH /invoices/:id', 'PATCH', '/invoices/7'],
  ['GET /v2/orders', 'GET', '/v2/orders'],
  ['GET /v2/orders/:id', 'GET', '/v2/orders/7'],
  ['* /v2/deep/one', 'PUT', '/v2/deep/one'],
  ['* /v2/deep/two/:x', 'GET', '/v2/deep/two/7'],
  // Below a mux that is mounted, but not where it is mounted; of a mux that nobody uses; of another host; too long or too short.
  [undefined, 'GET', '/v2'],
  [undefined, 'GET', '/orders'],
  [undefined, 'GET', '/deep/one'],
  [undefined, 'GET', '/never'],
  [undefined, 'GET', '/v2/never'],
  [undefined, 'GET', '/only-there'],
  [undefined, 'GET', '/exact/more'],
  [undefined, 'GET', '/healthz/live'],
  [undefined, 'GET', '/api/v1'],
  [undefined, 'GET', '/api/customers/7/orders'],
  [undefined, 'POST', '/api/customers'],
  [undefined, 'GET', '/'],
]

test('net/http answers what erp-audit says, and nothing else', () => {
  const { routes, unresolved, unregistered } = ours('nethttp')
  const expected = QUESTIONS.flatMap(([route]) => (route === undefined ? [] : [route]))
  expect(
    routes
      .filter(route => route.host === undefined)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual([...expected].sort())
  expect(unresolved).toEqual([])
  expect(unregistered.flatMap(one => one.routes.map(route => route.path))).toEqual(['/never'])
  for (const [index, [route, method, path]] of QUESTIONS.entries()) {
    const status = theirs['net/http'][index]
    if (route === undefined) expect([301, 307, 404, 405], `${method} ${path}`).toContain(status)
    else expect(status, `${method} ${path}`).toBe(200)
  }
})

test('what nobody mounts or starts is told apart', () => {
  const lost = (shop: string) =>
    ours(shop).unregistered.flatMap(one => one.routes.map(route => `${route.method} ${route.path}`))
  expect(lost('gin').sort()).toEqual(['GET /dead', 'GET /unused'])
  expect(lost('echo')).toEqual(['GET /other'])
  expect(lost('chi')).toEqual(['GET /dead'])
  expect(lost('fiber')).toEqual(['GET /lost'])
  expect(lost('gorilla')).toEqual(['* /dead'])
})

test('middleware that turns away strangers stands before the routes behind it, and before no other', () => {
  const guarded = (shop: string) =>
    ours(shop)
      .routes.filter(route => route.guards.some(guard => guard.purpose === 'auth'))
      .map(({ path }) => path)
  const of = (shop: string, path: RegExp) => [...new Set(guarded(shop))].every(one => path.test(one))
  expect(of('gin', /^\/api\/(?:v1\/users|v2)/)).toBe(true)
  expect(guarded('gin')).toContain('/api/v2/orders')
  expect(of('chi', /^\/api\//)).toBe(true)
  expect(guarded('chi')).toContain('/api/orders')
  expect(of('fiber', /^\/api\//)).toBe(true)
  expect(guarded('fiber')).toContain('/api/v1/orders')
  expect(of('gorilla', /^\/api\//)).toBe(true)
  expect(guarded('gorilla')).toEqual(expect.arrayContaining(['/api/late', '/api/v1/deep/er', '/api/orders']))
  expect(of('echo', /^\/api\/(?:admin|v1\/\w+\/:id)/)).toBe(true)
  expect(guarded('echo')).toContain('/api/admin/deep/er')
  expect(of('nethttp', /^\/api\/v1\/orders\/:id$/)).toBe(true)
})
