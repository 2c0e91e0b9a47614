import { createServer } from 'node:http'

/** Asks the application for each route over HTTP, its parameters filled in; adds the status of the answer. */
export async function answers(listener, routes, headers = { authorization: 'x' }) {
  const server = createServer(listener)
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${server.address().port}`
  const asked = []
  for (const [method, path] of routes) {
    const response = await fetch(base + filled(path), { method: method === '*' ? 'GET' : method, headers })
    await response.arrayBuffer()
    asked.push([method, path, response.status])
  }
  await new Promise(done => server.close(done))
  return asked
}

/** A path that the pattern matches. */
export function filled(path) {
  return path
    .replace(/\{([^}]*)\}/g, '$1')
    .replace(/:(\w+)(?:\([^)]*\)|\{[^}]*\})?[?*+]?/g, '1')
    .replace(/\*\w*/g, 'x')
    .replace(/\[\[?(?:\.\.\.)?(\w+)\]?\]/g, '1')
}

/** The one line of output that counts; what applications print themselves comes before it. */
export function print(value) {
  process.stdout.write(`\n@@ROUTES ${JSON.stringify(value)}\n`)
  process.exit(0)
}

const pathsOf = raw => [raw].flat(Infinity).map(path => (path instanceof RegExp ? '/*' : path))
const join = (prefix, path) => prefix.replace(/\/$/, '') + (path === '/' ? '' : path)

/** The routes in the stack of an Express application, of all that is mounted on it: [method, path] in their order. */
export function expressRoutes(application, mounted = new Map()) {
  const found = []
  const stackOf = one => (one._router ?? one.router).stack
  const walk = (owner, stack, prefix) => {
    let children = 0
    for (const layer of stack) {
      const paths = pathsOf(layer.rawPath)
      if (layer.route) {
        for (const path of paths) for (const method of methodsOf(layer.route)) found.push([method, join(prefix, path) || '/'])
      } else if (layer.name === 'mounted_app') {
        const child = mounted.get(owner)?.[children++]
        for (const path of paths) walk(child, stackOf(child), join(prefix, path))
      } else if (layer.handle.stack) {
        for (const path of paths) walk(owner, layer.handle.stack, join(prefix, path))
      }
    }
  }
  walk(application, stackOf(application), '')
  return found
}

function methodsOf(route) {
  const named = Object.keys(route.methods).filter(one => one !== '_all')
  // `app.all` enters each method that Node.js knows.
  const methods = named.length > 20 ? ['*'] : named.map(one => one.toUpperCase())
  return route.methods._all ? ['*', ...methods] : methods
}
