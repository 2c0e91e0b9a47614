import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { isObject, type JsonObject, readJsonObject } from '../json.js'

/** Where a module name leads, before files are looked up: a path of the repository, a package, or nothing. */
export type JavaScriptTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'missing' }

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.json', '.vue', '.svelte']
/** What TypeScript lets be written as the name of its output: https://www.typescriptlang.org/docs/handbook/modules/reference.html */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}
/** Longer chains of `extends` are not followed. */
const MOST_EXTENDED = 8

interface Aliases {
  readonly base?: string
  /** Longest prefixes first. */
  readonly paths: readonly {
    readonly before: string
    readonly after: string
    readonly exact: boolean
    readonly targets: readonly string[]
  }[]
}

interface WorkspacePackage {
  readonly directory: string
  readonly manifest: JsonObject
}

/** Finds what module names of TypeScript and JavaScript lead to, by `tsconfig.json`, `package.json` and the files that are there. */
export function javaScriptModules(tree: Tree): (from: string, specifier: string) => JavaScriptTarget {
  const packages = workspacePackages(tree)
  const aliases = new Map<string, Aliases>()
  const aliasesAt = (directory: string): Aliases => {
    const known = aliases.get(directory)
    if (known) return known
    const own = readAliases(tree, directory)
    const found = own ?? (directory === '.' ? { paths: [] } : aliasesAt(directoryOf(directory)))
    aliases.set(directory, found)
    return found
  }
  const file = (path: string) => fileAt(tree, path)
  return (from, specifier) => {
    const directory = directoryOf(from)
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return found(file(joinPath(directory, specifier)))
    if (specifier.startsWith('node:')) return { kind: 'package', name: specifier.slice('node:'.length) }
    const { base, paths } = aliasesAt(directory)
    for (const alias of paths) {
      const matches = alias.exact
        ? specifier === alias.before
        : specifier.startsWith(alias.before) && specifier.endsWith(alias.after)
      if (!matches) continue
      const star = specifier.slice(alias.before.length, specifier.length - alias.after.length)
      for (const target of alias.targets) {
        const path = file(target.replace('*', star))
        if (path !== undefined) return { kind: 'file', path }
      }
    }
    const based = base === undefined ? undefined : file(joinPath(base, specifier))
    if (based !== undefined) return { kind: 'file', path: based }
    if (specifier.startsWith('#')) return found(packageImport(tree, directory, specifier, file))
    const name = packageName(specifier)
    const workspace = packages.get(name)
    if (workspace) return found(packageEntry(workspace, specifier.slice(name.length + 1), file))
    const aliased = paths.some(alias => !alias.exact && alias.before.length > 1 && specifier.startsWith(alias.before))
    return aliased || /^[@~]\//.test(specifier) ? conventional(directory, specifier, file) : { kind: 'package', name }
  }
}

function found(path: string | undefined): JavaScriptTarget {
  return path === undefined ? { kind: 'missing' } : { kind: 'file', path }
}

/** `@/x` and `~/x` where no configuration says what they are: the `src` or the root around the file, as bundlers are set up. */
function conventional(
  directory: string,
  specifier: string,
  file: (path: string) => string | undefined,
): JavaScriptTarget {
  const rest = specifier.replace(/^[@~]\//, '')
  for (let at = directory; ; at = directoryOf(at)) {
    const path = file(joinPath(at, `src/${rest}`)) ?? file(joinPath(at, rest))
    if (path !== undefined) return { kind: 'file', path }
    if (at === '.') return { kind: 'missing' }
  }
}

/** The name of the package in a module name: `@scope/name/part` is `@scope/name`. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The file that a path means: itself, with an extension, the source of an output, or the index of a directory. */
function fileAt(tree: Tree, path: string): string | undefined {
  if (path.startsWith('..')) return undefined
  const isFile = (one: string) => files(tree).has(one)
  if (isFile(path)) return path
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? ''
  for (const other of WRITTEN_AS[extension] ?? []) {
    const source = path.slice(0, -extension.length) + other
    if (isFile(source)) return source
  }
  const beside = EXTENSIONS.map(one => path + one).find(isFile)
  return beside ?? EXTENSIONS.map(one => `${path}/index${one}`).find(isFile)
}

const filesOf = new WeakMap<Tree, ReadonlySet<string>>()

function files(tree: Tree): ReadonlySet<string> {
  const known = filesOf.get(tree)
  if (known) return known
  const all = new Set(tree.files.map(file => file.path))
  filesOf.set(tree, all)
  return all
}

function readAliases(tree: Tree, directory: string): Aliases | undefined {
  for (const name of ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json']) {
    const settings = compilerOptions(tree, joinPath(directory, name), 0)
    if (settings && (settings.base !== undefined || settings.paths)) return aliasesFrom(settings)
  }
  return undefined
}

interface CompilerOptions {
  readonly base?: string
  readonly paths?: JsonObject
  /** What `paths` are relative to. */
  readonly pathsFrom?: string
}

/** `baseUrl` and `paths` with what the file extends; both are relative to the file that they stand in. */
function compilerOptions(tree: Tree, path: string, depth: number): CompilerOptions | undefined {
  const source = tree.read(path)
  const json = source && readJsonObject(source)
  if (!json || depth > MOST_EXTENDED) return undefined
  const directory = directoryOf(path)
  let inherited: CompilerOptions = {}
  for (const one of [json.extends].flat()) {
    if (typeof one !== 'string' || !one.startsWith('.')) continue
    const target = joinPath(directory, one)
    const base = compilerOptions(tree, target, depth + 1) ?? compilerOptions(tree, `${target}.json`, depth + 1)
    inherited = { ...inherited, ...base }
  }
  const referred = depth === 0 && Array.isArray(json.references) ? references(tree, directory, json.references) : {}
  const options = isObject(json.compilerOptions) ? json.compilerOptions : {}
  const base = typeof options.baseUrl === 'string' ? joinPath(directory, options.baseUrl) : undefined
  return {
    ...inherited,
    ...referred,
    ...(base !== undefined && { base }),
    ...(isObject(options.paths) && { paths: options.paths, pathsFrom: base ?? directory }),
  }
}

/** A solution file (`tsconfig.json` with `references`) has its options in the files it names: `tsconfig.app.json`. */
function references(tree: Tree, directory: string, all: readonly unknown[]): CompilerOptions {
  for (const one of all.slice(0, MOST_EXTENDED)) {
    const path = isObject(one) && typeof one.path === 'string' ? one.path : undefined
    if (path === undefined || !path.endsWith('.json')) continue
    const options = compilerOptions(tree, joinPath(directory, path), 1)
    if (options?.paths) return options
  }
  return {}
}

function aliasesFrom({ base, paths = {}, pathsFrom = '.' }: CompilerOptions): Aliases {
  const all = Object.entries(paths).flatMap(([pattern, targets]) => {
    if (!Array.isArray(targets)) return []
    const star = pattern.indexOf('*')
    const resolved = targets.filter(target => typeof target === 'string').map(target => joinPath(pathsFrom, target))
    return [
      {
        before: star === -1 ? pattern : pattern.slice(0, star),
        after: star === -1 ? '' : pattern.slice(star + 1),
        exact: star === -1,
        targets: resolved,
      },
    ]
  })
  const paths_ = all.sort(
    (one, other) => Number(other.exact) - Number(one.exact) || other.before.length - one.before.length,
  )
  return { ...(base !== undefined && { base }), paths: paths_ }
}

/** Every named package of the repository: members of workspaces, and folders that are installed by path. */
function workspacePackages(tree: Tree): ReadonlyMap<string, WorkspacePackage> {
  const packages = new Map<string, WorkspacePackage>()
  for (const { path } of tree.files) {
    if (fileName(path) !== 'package.json') continue
    const source = tree.read(path)
    const manifest = source && readJsonObject(source)
    const name = manifest?.name
    if (manifest && typeof name === 'string' && !packages.has(name))
      packages.set(name, { directory: directoryOf(path), manifest })
  }
  return packages
}

/** The source file behind a package of the repository: what it says it exports, where its source would be, its index. */
function packageEntry(
  { directory, manifest }: WorkspacePackage,
  rest: string,
  file: (path: string) => string | undefined,
): string | undefined {
  const given =
    rest === ''
      ? [exported(manifest, '.'), manifest.source, manifest.types, manifest.main, manifest.module]
      : [exported(manifest, `./${rest}`)]
  for (const one of given) {
    if (typeof one !== 'string') continue
    const path = sourceOf(directory, one, file)
    if (path !== undefined) return path
  }
  const inside = rest === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [rest, `src/${rest}`]
  return inside.map(one => file(joinPath(directory, one))).find(path => path !== undefined)
}

/** `./dist/x.js` is built from `src/x.ts`, or from `x.ts` beside it. */
function sourceOf(directory: string, output: string, file: (path: string) => string | undefined): string | undefined {
  const bare = output.replace(/^\.\//, '').replace(/\.d\.ts$|\.[cm]?[jt]sx?$/, '')
  const outside = /^(?:dist|build|lib|out|es|esm|cjs)\//
  const candidates = outside.test(bare) ? [bare.replace(outside, 'src/'), bare.replace(outside, ''), bare] : [bare]
  return candidates.map(one => file(joinPath(directory, one))).find(path => path !== undefined)
}

/** The string that `exports` gives for a part of the package; of conditions, the first that names a file. */
function exported(manifest: JsonObject, key: string): string | undefined {
  const all = manifest.exports
  if (typeof all === 'string') return key === '.' ? all : undefined
  if (!isObject(all)) return undefined
  const entry = all[key] ?? (key === '.' && !Object.keys(all).some(one => one.startsWith('.')) ? all : undefined)
  return firstString(entry, 0)
}

function firstString(entry: unknown, depth: number): string | undefined {
  if (typeof entry === 'string') return entry
  if (!isObject(entry) || depth > 4) return undefined
  for (const value of Object.values(entry)) {
    const inner = firstString(value, depth + 1)
    if (inner !== undefined) return inner
  }
  return undefined
}

/** `#x` of the `imports` of the nearest `package.json` (https://nodejs.org/api/packages.html#subpath-imports). */
function packageImport(
  tree: Tree,
  directory: string,
  specifier: string,
  file: (path: string) => string | undefined,
): string | undefined {
  for (let at = directory; ; at = directoryOf(at)) {
    const source = tree.read(joinPath(at, 'package.json'))
    const imports = source && readJsonObject(source)?.imports
    if (isObject(imports)) {
      for (const [pattern, entry] of Object.entries(imports)) {
        const [before = '', after = ''] = pattern.split('*')
        if (
          pattern.includes('*') ? !(specifier.startsWith(before) && specifier.endsWith(after)) : specifier !== pattern
        )
          continue
        const target = firstString(entry, 0)
        const star = specifier.slice(before.length, specifier.length - after.length)
        const path = target === undefined ? undefined : joinPath(at, target.replace('*', star))
        if (path !== undefined && isWithin('.', path)) return sourceOf('.', path, file) ?? file(path)
      }
    }
    if (source || at === '.') return undefined
  }
}
