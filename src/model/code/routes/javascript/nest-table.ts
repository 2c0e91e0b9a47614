import { basesOf } from '../../../../code/startup/members.js'
import type { Run } from '../../../../code/startup/run.js'
import type { ClassValue, Value } from '../../../../code/startup/values.js'
import type { FunctionNode } from '../../../../code/syntax.js'
import type { Guard, Route } from '../../route.js'
import { expressRoutes } from './express-table.js'
import { guardOf } from './guards.js'
import { classDecorators, type Decorator, inheritedDecorator, methodDecorators } from './nest-decorators.js'
import { type NestGuard, nestGuard, providedGuards } from './nest-guards.js'
import { appliedMiddleware, type NestMiddleware } from './nest-middleware.js'
import { type NestModules, reachableModules } from './nest-modules.js'
import { packageModule } from './nest-packages.js'
import { nestPaths } from './nest-paths.js'
import { isWaived } from './nest-waivers.js'
import { methodName, type NestHost } from './nestjs.js'
import { flatGiven, joinPaths, routePrefixes, spanOf, type WrittenPath, wholePath, writtenPaths } from './path.js'
import type { TableBuilder } from './table.js'

interface Walk {
  readonly run: Run
  readonly host: NestHost
  readonly table: TableBuilder
  readonly guards: readonly NestGuard[]
  readonly middleware: readonly NestMiddleware[]
}

/** The routes of an application of NestJS, of the controllers that its root module leads to. */
export function nestRoutes(run: Run, host: NestHost, table: TableBuilder): NestModules {
  table.mounted.add(host)
  const modules = reachableModules(run, host.root, host.at)
  table.openEnds.push(...modules.unresolved)
  const walk: Walk = {
    run,
    host,
    table,
    guards: [...host.guards.map(given => nestGuard(run, given, true)), ...providedGuards(run, modules)],
    middleware: appliedMiddleware(run, modules),
  }
  for (const module of modules.modules.values())
    for (const controller of module.controllers) controllerRoutes(walk, controller, module.paths)
  for (const one of modules.outside) packageModule(run, host, one, walk.guards, table)
  expressRoutes(run, { ...host.server, layers: host.server.layers.filter(layer => layer.kind === 'route') }, table)
  for (const one of host.fallbacks)
    table.fallbacks.push({ prefix: one.path.isResolved ? joinPaths(one.path.text) : '/', at: one.at })
  return modules
}

/** The routes that a controller would have if a module of the application named it. */
export function unregisteredController(run: Run, host: NestHost, controller: ClassValue, table: TableBuilder): void {
  controllerRoutes({ run, host, table, guards: [], middleware: [] }, controller, [])
}

const METHOD_DECORATORS: ReadonlyMap<string, string> = new Map([
  ['Get', 'GET'],
  ['Post', 'POST'],
  ['Put', 'PUT'],
  ['Patch', 'PATCH'],
  ['Delete', 'DELETE'],
  ['Head', 'HEAD'],
  ['Options', 'OPTIONS'],
  ['All', '*'],
  ['Search', 'SEARCH'],
  ['Propfind', 'PROPFIND'],
  ['Sse', 'GET'],
  ['RequestMapping', '*'],
])

/** The routes of one controller below the paths of its module. */
function controllerRoutes(walk: Walk, controller: ClassValue, module: readonly WrittenPath[]): void {
  const { run } = walk
  const declared = inheritedDecorator(run, controller, 'Controller')
  if (!declared) return
  const options = declared.site.arguments[0]
  const version = options?.kind === 'fields' ? options.entries.get('version') : undefined
  const owner = classDecorators(run, controller)
  for (const { fn, home } of methodsOf(run, controller)) {
    const decorators = methodDecorators(run, home, fn)
    const guards = decorators.length > 0 ? guardsOf(walk, owner, decorators) : []
    const versioned = decorators.find(each => each.name === 'Version')
    for (const decorator of decorators) {
      const method = METHOD_DECORATORS.get(decorator.name)
      if (method === undefined || decorator.package !== '@nestjs/common') continue
      for (const path of controllerPaths(declared))
        addRoute(walk, { controller, fn, home, guards, versioned, decorator, method, path, module, version })
    }
  }
}

/** The methods of a class and those that it inherits; what it overrides counts as it stands here. */
function methodsOf(run: Run, controller: ClassValue): readonly { fn: FunctionNode; home: ClassValue }[] {
  const seen = new Set<string>()
  return [controller, ...basesOf(run, controller)].flatMap(home => {
    if (home.kind !== 'class') return []
    return home.node.members.flatMap(member => {
      if (member.kind !== 'function' || member.name === undefined || member.isStatic || member.isAbstract) return []
      if (seen.has(member.name)) return []
      seen.add(member.name)
      return [{ fn: member, home }]
    })
  })
}

interface Declared {
  readonly controller: ClassValue
  readonly fn: FunctionNode
  readonly home: ClassValue
  readonly guards: readonly Guard[]
  /** `@Version` of the method. */
  readonly versioned: Decorator | undefined
  readonly decorator: Decorator
  readonly method: string
  readonly path: WrittenPath
  readonly module: readonly WrittenPath[]
  readonly version: Value | undefined
}

function addRoute(walk: Walk, one: Declared): void {
  const { run, host, table } = walk
  const { decorator, versioned, guards } = one
  const given = decorator.site.arguments[0]
  const mapping = decorator.name === 'RequestMapping' && given?.kind === 'fields' ? given : undefined
  const method = mapping ? (methodName(mapping.entries.get('method')) ?? 'GET') : one.method
  const at = spanOf(decorator.file, decorator.written)
  for (const own of pathsOf(mapping ? mapping.entries.get('path') : given, decorator)) {
    const paths = nestPaths({
      host,
      version: versioned?.site.arguments[0] ?? one.version,
      versionAt: versioned ? spanOf(versioned.file, versioned.written) : one.path.at,
      module: one.module,
      controller: one.path,
      own,
      method,
    })
    for (const { prefix, own: last } of paths) {
      const { path, isResolved } = wholePath(prefix, last)
      const bare = joinPaths(...[...one.module, one.path, own].map(part => part.text))
      const applied = walk.middleware
        .filter(each => each.appliesTo(one.controller, bare, path, method))
        .map(each => each.guard)
      const route: Route = {
        method,
        path,
        isResolved,
        handler: { file: one.home.file, node: one.fn },
        guards: [...walk.host.middleware.map(each => guardOf(run, each, true)), ...applied, ...guards],
        prefixes: routePrefixes(prefix),
        framework: 'nestjs',
        at,
      }
      table.add(route)
    }
  }
}

function guardsOf(walk: Walk, owner: readonly Decorator[], decorators: readonly Decorator[]): readonly Guard[] {
  const { run } = walk
  const written = [...owner, ...decorators].filter(each => each.name === 'UseGuards')
  const own = written.flatMap(each =>
    each.site.arguments.flatMap((value, index) =>
      flatGiven({ value, written: each.site.written[index] ?? each.written, file: each.site.file }).map(given =>
        nestGuard(run, given, false),
      ),
    ),
  )
  return [...walk.guards, ...own]
    .filter(guard => !isWaived(guard.waivers, decorators, owner))
    .map(guard => (mayPass(guard, [...decorators, ...owner]) ? { ...guard.guard, purpose: 'other' } : guard.guard))
}

/** Whether a decorator of the package that a guard comes from may let the route pass it. */
function mayPass({ origin }: NestGuard, decorators: readonly Decorator[]): boolean {
  return (
    origin !== undefined && decorators.some(one => one.package === origin || scopeOf(one.package) === scopeOf(origin))
  )
}

function scopeOf(name: string): string {
  return name.startsWith('@') ? (name.split('/')[0] ?? name) : name
}

function pathsOf(value: Value | undefined, decorator: Decorator): readonly WrittenPath[] {
  const written = decorator.site.written[0]
  if (!value || !written || (value.kind === 'plain' && value.value === null))
    return [{ text: '/', isResolved: true, at: spanOf(decorator.file, decorator.written) }]
  return writtenPaths(value, decorator.site.file, written)
}

function controllerPaths(declared: Decorator): readonly WrittenPath[] {
  const [first] = declared.site.arguments
  return pathsOf(first?.kind === 'fields' ? first.entries.get('path') : first, declared)
}
