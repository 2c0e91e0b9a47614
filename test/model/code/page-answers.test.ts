import { expect, test } from 'vitest'
import { pageRequestsByService } from '../../../src/model/code/queries/page-answers.js'
import type { Route } from '../../../src/model/code/route.js'
import type { Service } from '../../../src/model/code/service.js'

const at = { path: 'web/orders.ts', start: 0, end: 1 }

type Answering = Pick<Service, 'id' | 'name' | 'files' | 'routes' | 'queries'>

/** A service with a route for each path, whose queries are bounded as `limits` say. */
function service(
  name: string,
  paths: readonly string[],
  limits: readonly unknown[] = [],
  files: string[] = [],
): Answering {
  const routes = paths.map(text => {
    const [method = '', path = ''] = text.split(' ')
    return { method, path, isResolved: true, guards: [], prefixes: [], framework: 'express', at } satisfies Route
  })
  const queries = limits.map(limit => ({ limit, routes, at }))
  return { id: name, name, files, routes: { routes }, queries } as unknown as Answering
}

/** What answers a request for a path: `service: method path, bound`, behind the service that it is held against. */
function answer(path: string, ...services: readonly Answering[]): readonly string[] {
  const found = pageRequestsByService([{ size: 5000, parameter: 'limit', path, at }], services)
  return [...found].flatMap(([owner, requests]) =>
    requests.map(({ answer: one }) =>
      one ? `${owner}: ${one.service} ${one.method} ${one.path} ${one.bound}${one.max ?? ''}` : `${owner}: nobody`,
    ),
  )
}

test.each<[string, string, string, boolean]>([
  ['the same path', '/orders', 'GET /orders', true],
  ['behind a base address', '/orders', 'GET /api/v1/orders', true],
  ['a proxy that takes the beginning', '/api/orders', 'GET /orders', true],
  ['a parameter', '/customers/:/orders', 'GET /customers/:id/orders', true],
  ['a value for a parameter', '/customers/7/orders', 'GET /customers/:id/orders', true],
  ['another letter case', '/Orders', 'GET /orders', true],
  ['another path', '/invoices', 'GET /orders', false],
  ['another method', '/orders', 'POST /orders', false],
  ['anything', '/orders', 'GET /:id', false],
  ['everything', '/orders', 'GET /*', false],
  ['one of them', '/orders', 'GET /orders/:id', false],
])('%s', (_, path, route, isMeant) => {
  expect(answer(path, service('api', [route]))).toEqual(isMeant ? [`api: api ${route} unknown`] : [])
})

test('what bounds the size', () => {
  const bounded = (...limits: readonly unknown[]) => answer('/orders', service('api', ['GET /orders'], limits))
  const open = { kind: 'uncapped', parameter: 'limit', at }
  expect(bounded(open)).toEqual(['api: api GET /orders open'])
  expect(bounded({ kind: 'capped', max: 100, at })).toEqual(['api: api GET /orders capped100'])
  expect(bounded({ kind: 'capped', max: 100, at }, { kind: 'fixed', value: 500, at })).toEqual([
    'api: api GET /orders capped500',
  ])
  expect(bounded({ kind: 'capped', max: 100, at }, open)).toEqual(['api: api GET /orders open'])
  expect(bounded({ ...open, parameter: 'size' })).toEqual(['api: api GET /orders unknown'])
  expect(bounded({ kind: 'unknown', because: '' })).toEqual(['api: api GET /orders unknown'])
})

test('it is held against the service of the page, else the one that answers, and not joined where two may', () => {
  const web = service('web', [], [], [at.path])
  const api = service('api', ['GET /orders'])
  const other = service('other', ['GET /v1/orders'])
  expect(answer('/orders', web, api)).toEqual(['web: api GET /orders unknown'])
  expect(answer('/orders', api, other)).toEqual([])
  expect(answer('/orders', web, api, other)).toEqual(['web: nobody'])
})
