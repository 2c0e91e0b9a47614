/**
 * Prints the routes of a Hono application as JSON: [method, path, answer], as `inspectRoutes` of Hono tells them. Each is then
 * asked for.
 *
 *     node --import tsx hono.mjs <module with the application as its default export>
 */
import { resolve } from 'node:path'
import { inspectRoutes } from 'hono/dev'
import { filled, print } from './common.mjs'

const loaded = await import(resolve(process.argv[2]))
const app = loaded.default.default ?? loaded.default

const asked = []
const seen = new Set()
for (const { method, path, isMiddleware } of inspectRoutes(app)) {
  if (isMiddleware || seen.has(`${method} ${path}`)) continue
  seen.add(`${method} ${path}`)
  const response = await app.request(filled(path), { method: method === 'ALL' ? 'GET' : method, headers: { authorization: 'x' } })
  asked.push([method === 'ALL' ? '*' : method, path, response.status])
}
print(asked)
