/**
 * Prints the routes of a Fastify application as JSON: [method, path, answer]. Fastify tells of each route that is added;
 * each is then asked for without a network. HEAD routes that Fastify adds to GET routes are left out.
 *
 *     node --import tsx fastify.mjs <module that exports build>
 */
import { subscribe } from 'node:diagnostics_channel'
import { resolve } from 'node:path'
import { filled, print } from './common.mjs'

// Else the loader of folders takes no TypeScript.
process.env.FASTIFY_AUTOLOAD_TYPESCRIPT = '1'

const found = []
subscribe('fastify.initialization', ({ fastify }) => {
  fastify.addHook('onRoute', route => {
    for (const method of [route.method].flat()) found.push([method, route.url])
  })
})

const loaded = await import(resolve(process.argv[2]))
const app = await (loaded.build ?? loaded.default.build)()
await app.ready()
// A route for all methods is told of once for each of them.
const bare = path => path.replace(/(?<=.)\/$/, '')
const isForAll = path => found.some(one => one[0] === 'TRACE' && one[1] === path)
const routes = found
  .filter(([method, path]) => method !== 'HEAD' || !found.some(one => one[0] === 'GET' && bare(one[1]) === bare(path)))
  .filter(([method, path]) => !isForAll(path) || method === 'GET')
  .map(([method, path]) => [isForAll(path) ? '*' : method, path])
const asked = []
for (const [method, path] of routes) {
  const response = await app.inject({ method: method === '*' ? 'GET' : method, url: filled(path) })
  asked.push([method, path, response.statusCode])
}
print(asked)
