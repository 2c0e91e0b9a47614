import { standsAside } from '../../code/paths.js'
import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import { type ModulePurpose, purposeOf } from '../../knowledge/safeguard-libraries.js'
import { fileName, isWithin } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { packageDirectory } from './entry-files.js'
import { importsOf } from './imports.js'
import type { ServiceCode } from './services.js'

/** A file of a service that is built on a library for one purpose: a cache, a limiter, metrics, checks, an adapter. */
export interface SafeguardModule {
  readonly path: string
  readonly library: string
  readonly purpose: ModulePurpose
  /** `loaded`: the service runs it · `dead`: nothing that is run loads it · `unknown`: it may be loaded by other ways. */
  readonly state: 'loaded' | 'dead' | 'unknown'
  /** Where it imports the library. */
  readonly at: Span
}

/** The safeguards in the folder of each service, by the id of the service. A folder of several services counts for the first. */
export function safeguardModules(
  tree: Tree,
  program: Program,
  services: readonly ServiceCode[],
): ReadonlyMap<string, readonly SafeguardModule[]> {
  const found = new Map<string, readonly SafeguardModule[]>()
  const directories = new Set<string>()
  const reached = new Set(services.flatMap(service => service.files))
  for (const service of services) {
    if (directories.has(service.directory)) continue
    directories.add(service.directory)
    const sharing = services.filter(one => isWithin(service.directory, one.directory) || one.directory === '.')
    const modules = modulesIn(tree, program, service).map(one => ({
      ...one,
      state: reached.has(one.path) ? ('loaded' as const) : stateOf(one.path, sharing, tree, program),
    }))
    if (modules.length > 0) found.set(service.id, modules)
  }
  return found
}

/** What is built, or made for browsers. */
const NOT_A_MODULE = /\.[jt]sx$|(?:^|\/)(?:dist|build|out|public|static|vendor|generated)\//

function modulesIn(tree: Tree, program: Program, service: ServiceCode): readonly Omit<SafeguardModule, 'state'>[] {
  return [...program.files.values()].flatMap(file => {
    const { path } = file
    if (!isWithin(service.directory, path) || standsAside(path) || NOT_A_MODULE.test(path)) return []
    for (const { from, typeOnly, start, end } of file.imports) {
      const target = typeOnly || from.startsWith('.') ? undefined : program.target(file, from)
      const purpose = target?.kind === 'package' ? purposeOf(target.name, path) : undefined
      if (target?.kind !== 'package' || !purpose) continue
      // What lies below another manifest is a package of its own.
      if (packageDirectory(path, service.runtime, tree) !== service.directory) return []
      return [{ path, library: target.name, purpose, at: { path, start, end } }]
    }
    return []
  })
}

function stateOf(
  path: string,
  services: readonly ServiceCode[],
  tree: Tree,
  program: Program,
): SafeguardModule['state'] {
  const isKnown = services.every(
    one => one.isCertain && !one.entryPoints.some(({ name }) => name === 'next') && loadsAllByName(program, one),
  )
  if (!isKnown) return 'unknown'
  const users = usersOf(path, program)
  const isStarted = [...users].some(user => {
    const file = program.files.get(user)
    return file !== undefined && (startsItself(file) || isNamed(user, users, tree))
  })
  return isStarted ? 'unknown' : 'dead'
}

const completeness = new WeakMap<ServiceCode, boolean>()

function loadsAllByName(program: Program, service: ServiceCode): boolean {
  const known = completeness.get(service) ?? importsOf(program, service.code, []).isComplete
  completeness.set(service, known)
  return known
}

/** The file and all that load it, directly or by others; tests aside. */
function usersOf(path: string, program: Program): ReadonlySet<string> {
  const importers = importersOf(program)
  const users = new Set([path])
  for (const user of users) {
    for (const other of importers.get(user) ?? []) if (!isTest(other)) users.add(other)
  }
  return users
}

const knownImporters = new WeakMap<Program, ReadonlyMap<string, readonly string[]>>()

function importersOf(program: Program): ReadonlyMap<string, readonly string[]> {
  const known = knownImporters.get(program)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const file of program.files.values()) {
    for (const one of [...file.imports, ...file.exports]) {
      const target = one.from === undefined ? undefined : program.target(file, one.from)
      if (target?.kind !== 'files') continue
      for (const { path } of target.files) {
        const others = found.get(path)
        if (others) others.push(file.path)
        else found.set(path, [file.path])
      }
    }
  }
  knownImporters.set(program, found)
  return found
}

function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|e2e)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|_test\.go$/.test(
    path,
  )
}

/** A program of its own: `package main`, `if __name__ == '__main__'`, a script, something that calls functions at its top. */
function startsItself(file: CodeFile): boolean {
  if (standsAside(file.path) || file.packageName === 'main') return true
  if (file.language === 'python') {
    return file.body.some(
      one =>
        one.kind === 'if' &&
        one.test.kind === 'binary' &&
        one.test.left.kind === 'name' &&
        one.test.left.name === '__name__',
    )
  }
  return (
    file.language !== 'go' &&
    file.body.some(one => one.kind === 'expression' && one.value.kind === 'call' && isFree(one.value.callee))
  )
}

/** `main()`, `run().catch(…)`: not `client.on('error', …)`, which sets something up. */
function isFree(callee: { readonly kind: string } & Partial<{ object: unknown }>): boolean {
  if (callee.kind === 'name' || callee.kind === 'function') return true
  const object = callee.object
  return typeof object === 'object' && object !== null && 'kind' in object && object.kind === 'call'
}

const DOCUMENTS = /\.(?:md|mdx|rst|adoc|txt|lock|sum|svg|map)$|(?:^|\/)package-lock\.json$/i

/** Whether a text of the repository names the file: a command, a setting, a module in quotes. */
function isNamed(path: string, users: ReadonlySet<string>, tree: Tree): boolean {
  const bare = path.replace(/(?:\/__init__)?\.\w+$/, '')
  const tail = bare.split('/').slice(-2)
  const names = tail.length > 1 ? [tail.join('/'), tail.join('.')] : [fileName(path)]
  return tree.files.some(file => {
    if (users.has(file.path) || DOCUMENTS.test(file.path) || isTest(file.path)) return false
    const text = tree.read(file.path)?.text
    return text !== undefined && names.some(name => text.includes(name))
  })
}
