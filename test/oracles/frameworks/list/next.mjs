/**
 * Prints the routes of a Next.js application as JSON: [method, path]. The modules with which `next build` reads the
 * configuration and discovers routes are asked; of route handlers, what they export.
 *
 *     node --import tsx next.mjs <directory>
 */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { print } from './common.mjs'

const require = createRequire(import.meta.url)
const { PHASE_PRODUCTION_BUILD } = require('next/dist/shared/lib/constants.js')
const { default: loadConfig } = require('next/dist/server/config.js')
const { discoverRoutes } = require('next/dist/build/route-discovery.js')
const { findPagesDir } = require('next/dist/lib/find-pages-dir.js')
const { isAPIRoute } = require('next/dist/lib/is-api-route.js')
const { HTTP_METHODS } = require('next/dist/server/web/http.js')

const directory = resolve(process.argv[2])
const config = await loadConfig(PHASE_PRODUCTION_BUILD, directory)
const { appDir, pagesDir } = findPagesDir(directory)
const { appRoutes, appRouteHandlers, pageRoutes, mappedPages } = await discoverRoutes({
  appDir,
  pagesDir,
  pageExtensions: config.pageExtensions,
  isDev: false,
  baseDir: directory,
  isSrcDir: true,
})

const found = []
const add = (method, route) => found.push([method, config.basePath + (route === '/' ? '' : route)])
for (const { route, filePath } of appRouteHandlers) {
  if (/\/(?:robots|sitemap|manifest)\.\w+$/.test(filePath)) {
    add('GET', route)
    continue
  }
  const userland = await import(filePath.startsWith('/') ? filePath : join(directory, filePath))
  const exported = { ...userland.default, ...userland }
  for (const method of HTTP_METHODS) if (exported[method]) add(method, route)
}
for (const { route } of appRoutes) add('GET', route)
for (const route of Object.keys(mappedPages)) if (isAPIRoute(route)) add('*', route)
for (const { route } of pageRoutes) add('GET', route)
// Slots share the address of the page around them.
print([...new Map(found.map(one => [one.join(' '), one])).values()])
