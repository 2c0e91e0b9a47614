import { expect, test } from 'vitest'
import { treeOf } from '../../../src/examples.js'
import { pageRequestsOf } from '../../../src/model/code/queries/page-requests.js'
import { programOf } from '../../support/code.js'
import type { Files } from '../../support/model.js'

/** What a module of a page asks for, each as `parameter size path`. */
function requests(source: string, files: Files = {}, path = 'web/src/orders.ts'): readonly string[] {
  const all: Files = {
    'web/package.json': '{}',
    'web/src/main.tsx': "import { createRoot } from 'react-dom/client'\ncreateRoot(document.body).render(1)",
    [path]: source,
    ...files,
  }
  return pageRequestsOf(programOf(all), treeOf(new Map(Object.entries(all)))).map(
    one => `${one.parameter} ${one.size} ${one.path ?? '?'}`,
  )
}

test.each<[string, string, readonly string[]]>([
  ['fetch', "fetch('/api/orders?limit=5000')", ['limit 5000 /api/orders']],
  ['below an address of the build', 'fetch(`${BASE}/orders/?limit=5000`)', ['limit 5000 /orders']],
  ['put together', "fetch(BASE + '/orders?page=1&pageSize=2000')", ['pageSize 2000 /orders']],
  ['a number elsewhere', 'const ALL = 3000\nfetch(`/orders?take=${ALL}`)', ['take 3000 /orders']],
  ['a part that is not known', 'fetch(`/orders/${id}/lines?limit=5000`)', ['limit 5000 /orders/:/lines']],
  ['axios', "api.get('orders', { params: { per_page: 2000 } })", ['per_page 2000 /orders']],
  ['ky', "ky.get('orders', { searchParams: { limit: '2000' } })", ['limit 2000 /orders']],
  ['Nuxt', "$fetch('/orders', { query: { limit: 2000 } })", ['limit 2000 /orders']],
  ['SWR', "useSWR('/orders?limit=2000')", ['limit 2000 /orders']],
  ['a small page', "fetch('/orders?limit=20')", ['limit 20 /orders']],
  ['the same machine', "fetch('http://localhost:3000/orders?limit=20')", ['limit 20 /orders']],
  ['only the address', "fetch(url + '?limit=2000')", ['limit 2000 ?']],
  ['somebody else', "fetch('https://api.github.com/issues?per_page=2000')", []],
  ['a request that writes', "fetch('/orders?limit=2000', { method: 'PUT' })", []],
  ['a page to go to', "router.push('/orders?limit=2000')", []],
  ['a number that is no page', "fetch('/orders?credit=2000&size=4096')", []],
  ['an export', "const exportOrders = () => fetch('/orders?limit=50000')", []],
  ['the path of an export', "fetch('/orders/export?limit=50000')", []],
  ['what the build asks', "export async function generateStaticParams() { return fetch('/orders?limit=5000') }", []],
  ['a number that is not known', 'fetch(`/orders?limit=${size}`)', []],
])('%s', (_, source, expected) => {
  expect(requests(source)).toEqual(expected)
})

test('only what pages are made of is looked at', () => {
  const source = "fetch('/orders?limit=5000')"
  expect(requests(source, { 'web/src/main.tsx': "import express from 'express'" })).toEqual([])
  expect(requests(source, {}, 'web/src/orders.test.ts')).toEqual([])
  expect(requests(source, {}, 'web/cypress/orders.ts')).toEqual([])
  expect(requests(source, { 'jobs/package.json': '{}' }, 'jobs/orders.ts')).toEqual([])
  expect(requests(source, {}, 'web/server/orders.ts')).toEqual([])
  // A folder of a package is called what the business calls it.
  expect(requests(source, {}, 'web/app/samples/page.tsx')).toEqual(['limit 5000 /orders'])
})
