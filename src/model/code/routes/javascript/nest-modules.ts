import { callClosure } from '../../../../code/startup/calls.js'
import { itemsOf, methodOf } from '../../../../code/startup/members.js'
import type { Run } from '../../../../code/startup/run.js'
import {
  alternatives,
  type ClassValue,
  lastCall,
  type Outside,
  stringOf,
  type Value,
} from '../../../../code/startup/values.js'
import type { Span } from '../../../../source.js'
import { classDecorators, given } from './nest-decorators.js'
import { spanOf, type WrittenPath, writtenPaths } from './path.js'

/** What the modules hold that are reachable from the root module. */
export interface NestModules {
  readonly modules: Map<ClassValue, NestModule>
  /** Providers of all modules, as written. */
  readonly providers: Value[]
  /** Modules of packages. */
  readonly outside: Outside[]
  /** Imports and controllers that could not be followed. */
  readonly unresolved: Span[]
}

/** A module of NestJS, with the controllers that it declares. */
export interface NestModule {
  readonly of: ClassValue
  readonly controllers: Set<ClassValue>
  readonly paths: WrittenPath[]
}

/** Modules reachable through `imports`, dynamic ones included. */
export function reachableModules(run: Run, root: Value | undefined, at: Span): NestModules {
  const found: NestModules = { modules: new Map(), providers: [], outside: [], unresolved: [] }
  const waiting: { value: Value; at: Span }[] = root ? [{ value: root, at }] : []
  const seen = new Set<Value>()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const value of alternatives(given(run, next.value))) {
      if (seen.has(value) || seen.size > 5000) continue
      seen.add(value)
      waiting.push(...enter(run, found, value, next.at))
    }
  }
  for (const one of found.outside) registerPaths(found, one)
  return found
}

function enter(run: Run, found: NestModules, value: Value, at: Span): readonly { value: Value; at: Span }[] {
  switch (value.kind) {
    case 'class':
      return enterClass(run, found, value)
    case 'fields': {
      const of = value.entries.get('module')
      const inner = of?.kind === 'class' ? of : undefined
      if (of?.kind === 'outside') found.outside.push(of)
      else if (!inner) found.unresolved.push(at)
      return [...(inner ? enterClass(run, found, inner) : []), ...metadata(found, inner, value, at)]
    }
    case 'outside':
      // What a global function gives may be any module.
      if (value.package === '') found.unresolved.push(at)
      else found.outside.push(value)
      return value.self ? enterClass(run, found, value.self) : []
    case 'plain':
      return []
    case 'list':
      return value.elements.map(one => ({ value: one, at }))
    default:
      found.unresolved.push(at)
      return []
  }
}

function enterClass(run: Run, found: NestModules, value: ClassValue): readonly { value: Value; at: Span }[] {
  if (found.modules.has(value)) return []
  found.modules.set(value, { of: value, controllers: new Set(), paths: [] })
  const decorators = classDecorators(run, value)
  // Every module has its decorator: where none is seen, something else puts it there, such as a compiler.
  if (decorators.length === 0 && value.node.bases.length === 0) found.unresolved.push(spanOf(value.file, value.node))
  return decorators
    .filter(one => one.name === 'Module' || one.name === 'Global')
    .flatMap(one => {
      const [options] = one.site.arguments
      if (!options) return []
      return options.kind === 'fields'
        ? metadata(found, value, options, spanOf(one.file, one.written))
        : enter(run, found, options, spanOf(one.file, one.written))
    })
}

/** The entries of `@Module({…})` or a dynamic module. */
function metadata(
  found: NestModules,
  of: ClassValue | undefined,
  options: Value & { kind: 'fields' },
  at: Span,
): readonly { value: Value; at: Span }[] {
  const module = of && found.modules.get(of)
  const controllers = options.entries.get('controllers')
  const items = controllers && itemsOf(controllers)
  if (controllers && (!items || items.isOpen)) found.unresolved.push(at)
  for (const one of items?.elements.flatMap(alternatives) ?? []) {
    if (one.kind === 'class') module?.controllers.add(one)
    else if (one.kind === 'unknown') found.unresolved.push(at)
  }
  const providers = options.entries.get('providers')
  found.providers.push(...((providers && itemsOf(providers)?.elements) ?? []))
  const imports = options.entries.get('imports')
  const list = imports && itemsOf(imports)
  if (imports && (!list || list.isOpen)) found.unresolved.push(at)
  return (list?.elements ?? []).map(value => ({ value, at }))
}

/** `RouterModule.register([{ path, module, children }])`. */
function registerPaths(found: NestModules, value: Outside): void {
  const call = lastCall(value)
  if (!call || !value.steps.some(step => step.kind === 'member' && step.name === 'RouterModule')) return
  const [routes] = call.arguments
  const written = call.written[0] ?? call.node
  const visit = (list: Value | undefined, around: readonly WrittenPath[], depth: number) => {
    for (const one of (list && itemsOf(list)?.elements) ?? []) {
      if (one.kind === 'class') enterPath(found, one, around)
      if (one.kind !== 'fields' || depth > 10) continue
      const own = one.entries.get('path')
      const [path] = own ? writtenPaths(own, call.file, written) : []
      const paths = path ? [...around, path] : around
      const module = one.entries.get('module')
      if (module?.kind === 'class') enterPath(found, module, paths)
      visit(one.entries.get('children'), paths, depth + 1)
    }
  }
  visit(routes, [], 0)
}

function enterPath(found: NestModules, of: ClassValue, paths: readonly WrittenPath[]): void {
  found.modules.get(of)?.paths.push(...paths)
}

/** The options that a module of a package was registered with: `GraphQLModule.forRoot({…})`. */
export function outsideOptions(run: Run, value: Outside): { name: string; options: Value | undefined } {
  const name = value.steps.find(step => step.kind === 'member')?.name ?? ''
  const [first] = lastCall(value)?.arguments ?? []
  if (first?.kind !== 'fields') return { name, options: first }
  // `forRootAsync({ useFactory: () => ({…}) })`
  const factory = first.entries.get('useFactory')
  if (factory?.kind === 'closure') return { name, options: callClosure(run, factory, []) }
  const useClass = first.entries.get('useClass')
  if (useClass?.kind === 'class' && methodOf(run, useClass, 'createGqlOptions')) return { name, options: undefined }
  return { name, options: first }
}

/** The text of an option; undefined where it has none, `null` where it is not known. */
export function optionText(options: Value | undefined, key: string): string | null | undefined {
  if (options === undefined) return undefined
  if (options.kind !== 'fields') return null
  const value = options.entries.get(key)
  if (!value) return options.isOpen ? null : undefined
  return stringOf(value) ?? null
}
