import { standsAside } from '../../src/code/paths.js'
import type { Route, RouteTable } from '../../src/model/code/route.js'
import { javascriptRoutes } from '../../src/model/code/routes/javascript.js'
import { programOf } from './code.js'
import type { Files } from './model.js'

/** The routes of a service in TypeScript or JavaScript that is started with its first file. */
export function routesOf(files: Files, entries: readonly string[] = Object.keys(files).slice(0, 1)): RouteTable {
  const program = programOf(files)
  return javascriptRoutes(program, { entries, files: [...program.files.keys()].filter(path => !standsAside(path)) })
}

/** Routes as `GET /path ← guard (purpose), …`. */
export function guarded(table: RouteTable): readonly string[] {
  return table.routes.map(route => {
    const guards = route.guards.map(guard => `${guard.name} (${guard.isGlobal ? 'global ' : ''}${guard.purpose})`)
    return [`${route.method} ${route.path}`, guards.join(', ')].filter(part => part !== '').join(' ← ')
  })
}

/** What is written at a span. */
export function textAt(
  files: Files,
  at: { readonly path: string; readonly start: number; readonly end: number },
): string {
  return (files[at.path] ?? '').slice(at.start, at.end)
}

/** The route of a path. */
export function routeAt(table: RouteTable, path: string): Route {
  const found = table.routes.find(route => route.path === path)
  if (!found) throw new Error(`there is no ${path} among ${table.routes.map(route => route.path).join(', ')}`)
  return found
}
