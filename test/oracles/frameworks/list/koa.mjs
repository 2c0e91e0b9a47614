/**
 * Prints the routes of a Koa application as JSON: [method, path, answer]. The routers tell their layers; koa-mount, which
 * keeps what it mounts to itself, is listened to. Each route is then asked for over HTTP.
 *
 *     node --import tsx koa.mjs <module that exports createApp>
 */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { answers, print } from './common.mjs'

const require = createRequire(import.meta.url)
const mountId = require.resolve('koa-mount')
const mount = require(mountId)
require.cache[mountId].exports = (prefix, inner) => Object.assign(mount(prefix, inner), { mounted: { prefix, inner } })

const app = require(resolve(process.argv[2])).createApp()

const found = []
const join = (prefix, path) => prefix.replace(/\/$/, '') + (path === '/' ? '' : path) || '/'

function walk(middleware, prefix) {
  for (const one of middleware) {
    if (one.mounted) walk(one.mounted.inner.middleware ?? [one.mounted.inner], join(prefix, one.mounted.prefix))
    if (!one.router || one.name === 'allowedMethods') continue
    for (const layer of one.router.stack) {
      // The router adds HEAD to GET.
      const named = layer.methods.filter(method => method !== 'HEAD')
      for (const method of named.length > 20 ? ['*'] : named) {
        for (const path of [layer.path].flat()) found.push([method, join(prefix, path)])
      }
    }
  }
}

walk(app.middleware, '')
print(await answers(app.callback(), found))
