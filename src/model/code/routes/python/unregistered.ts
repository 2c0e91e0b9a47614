import { definitionOf } from '../../../../code/definitions.js'
import { standsAside } from '../../../../code/paths.js'
import { moduleNames } from '../../../../code/python/modules.js'
import { type PyRun, spanOf } from '../../../../code/python/run.js'
import type { PyHost } from '../../../../code/python/values.js'
import type { Call, CodeFile, Expression } from '../../../../code/syntax.js'
import { walk } from '../../../../code/walk.js'
import type { Span } from '../../../../source.js'
import type { Start } from './knowledge.js'
import { addWeb, NOTHING_AROUND, type TableBuilder, tableBuilder } from './table.js'
import { type Web, webOf } from './web.js'

/** What some application, router or blueprint includes. */
export function usedIn(start: Start): ReadonlySet<Web> {
  const used = new Set<Web>()
  for (const host of start.made)
    for (const entry of webOf(host)?.entries ?? []) {
      const inner = entry.kind === 'include' ? webOf(entry.web) : undefined
      if (inner) used.add(inner)
    }
  return used
}

const REGISTERS = /^(?:include_router|register_blueprint|add_namespace|mount)$/

/**
 * Routers and blueprints that have routes and that nothing includes. Nothing is said where something was included that is
 * not known, or where code that was not followed may include any.
 */
export function addUnregistered(run: PyRun, start: Start, table: TableBuilder, files: readonly CodeFile[]): void {
  if (table.mounted.size === 0 || table.unresolved.length > 0) return
  for (const file of files) if (!standsAside(file.path)) moduleNames(run, file)
  const used = usedIn(start)
  const mentioned = mentionedIn(run, start, files)
  if (!mentioned) return
  for (const host of start.made) {
    const web = webOf(host)
    if (!web || web.isApplication || used.has(web) || table.mounted.has(web) || standsAside(host.at.path)) continue
    if (mentioned.has(keyOf(host.at))) continue
    const own = tableBuilder()
    addWeb(own, web, NOTHING_AROUND)
    if (own.routes.length > 0) table.unregistered.push({ name: nameOf(run, host), routes: own.routes, at: host.at })
  }
}

/**
 * What some file includes, also where that depends on a setting, or where nothing loads the file. Undefined where something
 * is included by code that was not followed and that does not tell by itself what it is: `for router in routers: …`.
 */
function mentionedIn(run: PyRun, start: Start, files: readonly CodeFile[]): ReadonlySet<string> | undefined {
  const followed = new Set(start.made.flatMap(host => webOf(host)?.entries.map(entry => keyOf(entry.at)) ?? []))
  const found = new Set<string>()
  let isCertain = true
  for (const file of files) {
    if (standsAside(file.path)) continue
    walk(file.body, node => {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || !REGISTERS.test(node.callee.property))
        return undefined
      if (followed.has(keyOf(spanOf(file, node)))) return undefined
      const written = included(node)
      const of = written && definitionOf(run.program, { file, node: written })
      if (of?.kind === 'expression') found.add(keyOf(spanOf(of.file, of.node)))
      else if (of?.kind !== 'external') isCertain = false
      return undefined
    })
  }
  return isCertain ? found : undefined
}

/** What a call includes: its first argument, of `mount` the second. */
function included({ callee, arguments: given }: Call): Expression | undefined {
  const named = given.find(one => one.kind === 'keyword' && /^(?:router|blueprint|ns|app)$/.test(one.name))
  if (named?.kind === 'keyword') return named.value
  return given.filter(one => one.kind !== 'keyword')[callee.kind === 'member' && callee.property === 'mount' ? 1 : 0]
}

function keyOf({ path, start }: Span): string {
  return `${path}:${start}`
}

/** The variable that holds a router. */
function nameOf(run: PyRun, host: PyHost): string {
  const file = run.program.files.get(host.at.path)
  for (const [name, value] of file ? moduleNames(run, file).own : []) if (value === host) return name
  return host.type
}
