/**
 * Prints the routes of an Express application as JSON: [method, path, answer]. The application is what the module exports
 * (a function is called). Its stack is walked; each route is then asked for over HTTP, and the status is the answer.
 *
 *     node --import tsx express.mjs <4|5> <module>
 */
import { EventEmitter } from 'node:events'
import { createRequire, Module } from 'node:module'
import { resolve } from 'node:path'
import { answers, expressRoutes, print } from './common.mjs'

const [version, file] = process.argv.slice(2)
const require = createRequire(import.meta.url)

// The sources ask for `express`, whichever version it is.
const resolveName = Module._resolveFilename
if (version === '4') {
  Module._resolveFilename = function (name, ...rest) {
    return resolveName.call(this, name === 'express' ? 'express4' : name, ...rest)
  }
  // Express 4 forgets the path of a layer once it is a regular expression.
  const id = require.resolve('express4/lib/router/layer.js')
  const Layer = require(id)
  require.cache[id].exports = function (path, options, handle) {
    return Object.assign(new Layer(path, options, handle), { rawPath: path })
  }
}

/** An application mounts another one behind a function that does not tell which: the event does. */
const mounted = new Map()
const emit = EventEmitter.prototype.emit
EventEmitter.prototype.emit = function (name, ...rest) {
  if (name === 'mount') mounted.set(rest[0], [...(mounted.get(rest[0]) ?? []), this])
  return emit.call(this, name, ...rest)
}

const loaded = require(resolve(file))
const made = loaded.createApp ?? loaded.default ?? loaded
const app = made.handle ? made : made()

print(await answers(app, expressRoutes(app, mounted)))
