import { directoryOf, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { ModuleTarget } from '../program.js'
import type { CodeFile } from '../syntax.js'

/** How files of Go find each other. */
export interface GoModules {
  /** What an import path leads to: the files of a package of the repository, or a package from outside by its path. */
  readonly target: (from: CodeFile, specifier: string) => ModuleTarget
  /** The other files that are compiled together with one. */
  readonly siblings: (file: CodeFile) => readonly CodeFile[]
}

/** A module of the repository: `go.mod` and what it says. */
interface Module {
  readonly directory: string
  readonly path: string
  /** `replace A => ../b`: the directory in the repository by the path that it stands for. */
  readonly replaced: ReadonlyMap<string, string>
}

/**
 * Finds packages by `go.mod` (module path, replacements by directories), `go.work` and the directories that are there.
 * https://go.dev/ref/mod. A package is every file of a directory with the same package name that is built for Linux; tests
 * belong to it only among themselves.
 */
export function goModules(tree: Tree, files: ReadonlyMap<string, CodeFile>): GoModules {
  const modules = readModules(tree)
  const directories = packagesByDirectory(files)
  const built = (directory: string) => packageIn(directories.get(directory) ?? [])
  return {
    target: (from, specifier) => {
      const directory = directoryFor(modules, from.path, specifier, one => directories.has(one))
      if (directory === undefined) return { kind: 'package', name: specifier }
      const found = built(directory)
      return found.length > 0 ? { kind: 'files', files: found } : { kind: 'missing' }
    },
    siblings: file => {
      if (file.language !== 'go') return []
      const all = directories.get(directoryOf(file.path)) ?? []
      return all.filter(
        one =>
          one !== file &&
          one.packageName === file.packageName &&
          (isTest(file) || !isTest(one)) &&
          (isBuilt(one) || one.directives.join() === file.directives.join()),
      )
    },
  }
}

function packagesByDirectory(files: ReadonlyMap<string, CodeFile>): ReadonlyMap<string, readonly CodeFile[]> {
  const found = new Map<string, CodeFile[]>()
  for (const file of files.values()) {
    if (file.language !== 'go') continue
    const directory = directoryOf(file.path)
    const known = found.get(directory)
    if (known) known.push(file)
    else found.set(directory, [file])
  }
  return found
}

/** What other packages get of a directory: the package that most of its files are of. */
function packageIn(files: readonly CodeFile[]): readonly CodeFile[] {
  const built = files.filter(file => !isTest(file) && isBuilt(file))
  const counts = new Map<string, number>()
  for (const { packageName = '' } of built) counts.set(packageName, (counts.get(packageName) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return built.filter(file => (file.packageName ?? '') === most?.[0])
}

function isTest(file: CodeFile): boolean {
  return file.path.endsWith('_test.go')
}

/** Systems and architectures by which files are named: https://pkg.go.dev/cmd/go#hdr-Build_constraints */
const OTHER_SYSTEMS =
  /_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|netbsd|openbsd|plan9|solaris|wasip1|windows)(?:_[a-z0-9]+)?\.go$/
const OTHER_ARCHITECTURES = /_(?:386|arm|loong64|mips(?:64)?(?:le)?|ppc64(?:le)?|riscv64|s390x|wasm)\.go$/
/** Tags that hold where servers run. Versions of Go do, too. */
const HELD = new Set(['linux', 'unix', 'amd64', 'arm64', 'cgo', 'gc'])

/** Whether a file is compiled for Linux without tags of its own. */
function isBuilt(file: CodeFile): boolean {
  if (OTHER_SYSTEMS.test(file.path) || OTHER_ARCHITECTURES.test(file.path)) return false
  const constraint = file.directives.find(one => one.startsWith('go:build '))
  return constraint === undefined || holds(constraint.slice('go:build '.length))
}

/** Whether a `go:build` expression holds. What does not read like one is taken to hold. */
function holds(expression: string): boolean {
  const tokens = expression.match(/&&|\|\||[!()]|[\w.]+/g) ?? []
  let next = 0
  const one = (depth: number): boolean => {
    const token = tokens[next++]
    if (token === '!' && depth < 50) return !one(depth + 1)
    if (token === '(' && depth < 50) {
      const inner = any(depth + 1)
      next++
      return inner
    }
    return token === undefined || HELD.has(token) || /^go1\.\d+$/.test(token)
  }
  const every = (depth: number): boolean => {
    let result = one(depth)
    while (tokens[next] === '&&') {
      next++
      result = one(depth) && result
    }
    return result
  }
  const any = (depth: number): boolean => {
    let result = every(depth)
    while (tokens[next] === '||') {
      next++
      result = every(depth) || result
    }
    return result
  }
  return any(0)
}

/** The directory that an import path means; undefined where it is from outside. */
function directoryFor(
  modules: readonly Module[],
  from: string,
  specifier: string,
  exists: (directory: string) => boolean,
): string | undefined {
  if (/^\.{1,2}\//.test(specifier)) return joinPath(directoryOf(from), specifier)
  const own = modules.filter(one => one.directory === '.' || from.startsWith(`${one.directory}/`)).at(-1)
  const replaced = own && longest([...own.replaced], specifier)
  if (replaced !== undefined) return replaced
  // Modules of one repository see each other by `go.work`, by `replace`, or by the proxy: it is the same code.
  const found = longest(
    modules.map(one => [one.path, one.directory] as const),
    specifier,
  )
  if (found !== undefined) return found
  // A vendored package is one from outside; a repository without `go.mod` names itself by the end of the path.
  if (modules.length > 0 || !specifier.includes('.')) return undefined
  const [, , , ...inner] = specifier.split('/')
  const directory = inner.join('/')
  return directory !== '' && exists(directory) ? directory : undefined
}

function longest(roots: readonly (readonly [string, string])[], specifier: string): string | undefined {
  let best: readonly [string, string] | undefined
  for (const root of roots) {
    const [path] = root
    const isWithin = specifier === path || specifier.startsWith(`${path}/`)
    if (isWithin && (!best || path.length > best[0].length)) best = root
  }
  return best && joinPath(best[1], `.${specifier.slice(best[0].length)}`)
}

/** All modules of the repository, outer ones first. */
function readModules(tree: Tree): readonly Module[] {
  return tree.files
    .filter(file => file.path === 'go.mod' || file.path.endsWith('/go.mod'))
    .flatMap(file => {
      const text = tree.read(file.path)?.text
      return text === undefined ? [] : readModule(text, directoryOf(file.path))
    })
    .sort((a, b) => a.directory.length - b.directory.length)
}

function readModule(text: string, directory: string): readonly Module[] {
  const lines = text.split('\n').map(line => line.replace(/\/\/.*$/, '').trim())
  const named = lines.find(line => /^module\s/.test(line))
  if (named === undefined) return []
  const replaced = new Map<string, string>()
  for (const line of lines) {
    const [, from, to] = /^(?:replace\s+)?(\S+)(?:\s+v\S+)?\s+=>\s+(\.{1,2}(?:\/\S*)?)$/.exec(line) ?? []
    if (from !== undefined && to !== undefined) replaced.set(unquote(from), joinPath(directory, unquote(to)))
  }
  return [{ directory, path: unquote(named.replace(/^module\s+/, '')), replaced }]
}

function unquote(text: string): string {
  return text.replace(/^["`](.*)["`]$/, '$1')
}
