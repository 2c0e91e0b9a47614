import type { Run } from '../../../../code/startup/run.js'
import type { Closure } from '../../../../code/startup/values.js'
import type { Expression } from '../../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../../code/walk.js'
import { yogaPaths } from './apollo.js'
import { behaviourOf } from './behaviour.js'
import { normalPath, spanOf } from './path.js'
import type { ServerHost } from './servers.js'
import type { TableBuilder } from './table.js'

/**
 * The routes of a server without a framework: the paths that its function compares the address with. Unless it says 404 to the
 * rest, it may answer any other path as well.
 */
export function serverRoutes(run: Run, host: ServerHost, table: TableBuilder): void {
  table.mounted.add(host)
  const { listener } = host
  for (const { method, path } of listener ? yogaPaths(listener) : [])
    table.add({ method, path, isResolved: true, guards: [], prefixes: [], framework: 'yoga', at: host.at })
  if (listener?.kind !== 'closure') return
  const paths = comparedPaths(listener)
  for (const { path, node } of paths) {
    table.add({
      method: '*',
      path,
      isResolved: true,
      handler: { file: listener.file, node: listener.fn },
      guards: [],
      prefixes: [],
      framework: 'node',
      at: spanOf(listener.file, node),
    })
  }
  if (paths.length === 0 || !behaviourOf(run, listener).statuses.has(404))
    table.fallbacks.push({ prefix: '/', at: host.at })
}

function comparedPaths(listener: Closure): readonly { path: string; node: Expression }[] {
  const found = new Map<string, Expression>()
  const add = (address: Expression, text: Expression) => {
    if (text.kind !== 'literal' || typeof text.value !== 'string' || !text.value.startsWith('/')) return
    if (isAddress(address) && !found.has(normalPath(text.value))) found.set(normalPath(text.value), text)
  }
  walk(listener.fn.body, node => {
    if (node.kind === 'binary' && (node.operator === '===' || node.operator === '==')) {
      add(peel(node.left), peel(node.right))
      add(peel(node.right), peel(node.left))
    } else if (node.kind === 'switch' && node.subject) {
      for (const one of node.cases) for (const test of one.tests) add(peel(node.subject), peel(test))
    } else if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'startsWith') {
      const [first] = node.arguments
      if (first) add(peel(node.callee.object), peel(first))
    }
    return undefined
  })
  return [...found].map(([path, node]) => ({ path, node }))
}

function isAddress(node: Expression): boolean {
  const name = pathOf(node)?.at(-1)
  return name === 'url' || name === 'pathname' || name === 'path'
}
