import { definitionOf } from '../../../../code/definitions.js'
import { standsAside } from '../../../../code/paths.js'
import { moduleNames } from '../../../../code/python/modules.js'
import { type PyRun, spanOf } from '../../../../code/python/run.js'
import type { PyHost } from '../../../../code/python/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
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
 * not known, or where a function that nobody is seen to call includes some.
 */
export function addUnregistered(run: PyRun, start: Start, table: TableBuilder, files: readonly CodeFile[]): void {
  if (table.mounted.size === 0 || table.unresolved.length > 0) return
  if ([...run.modules.keys()].some(file => registersUncalled(run, file))) return
  for (const file of files) if (!standsAside(file.path)) moduleNames(run, file)
  const used = usedIn(start)
  const mentioned = mentionedIn(run, files)
  for (const host of start.made) {
    const web = webOf(host)
    if (!web || web.isApplication || used.has(web) || table.mounted.has(web) || standsAside(host.at.path)) continue
    if (mentioned.has(keyOf(host.at))) continue
    const own = tableBuilder()
    addWeb(own, web, NOTHING_AROUND)
    if (own.routes.length > 0) table.unregistered.push({ name: nameOf(run, host), routes: own.routes, at: host.at })
  }
}

function registersUncalled(run: PyRun, file: CodeFile): boolean {
  let found = false
  walk(file.body, node => {
    if (node.kind !== 'function' || run.called.has(node)) return !found
    walk(node.body, one => {
      found ||= one.kind === 'call' && one.callee.kind === 'member' && REGISTERS.test(one.callee.property)
      return !found
    })
    return false
  })
  return found
}

/** What some file includes, also where that depends on a setting, or where nothing loads the file. */
function mentionedIn(run: PyRun, files: readonly CodeFile[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of files) {
    walk(file.body, node => {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || !REGISTERS.test(node.callee.property))
        return undefined
      for (const written of node.arguments) {
        const of = definitionOf(run.program, { file, node: written.kind === 'keyword' ? written.value : written })
        if (of.kind === 'expression') found.add(keyOf(spanOf(of.file, of.node)))
      }
      return undefined
    })
  }
  return found
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
