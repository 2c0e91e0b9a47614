import { standsAside } from '../../code/paths.js'
import type { Program } from '../../code/program.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { commandsOf } from '../image/build-steps.js'
import type { Started } from '../process/run-commands.js'

/** A Go package by its path: the file in it that has `func main`. */
export function goPackage(name: string, roots: readonly string[], program: Program): string | undefined {
  for (const root of roots) {
    const path = joinPath(root, name)
    if (program.files.has(path)) return path
    const main = mainFile(path, program)
    if (main !== undefined) return main
  }
  return undefined
}

function mainFile(directory: string, program: Program): string | undefined {
  for (const [path, file] of program.files) {
    if (file.language !== 'go' || directoryOf(path) !== directory || file.packageName !== 'main') continue
    if (file.body.some(one => one.kind === 'function' && one.name === 'main')) return path
  }
  return undefined
}

/** The Go package that a stage of the Dockerfile builds into the binary that is started: `go build -o /server ./cmd/api`. */
export function builtPackage(
  binary: string,
  { image }: Started,
  roots: readonly string[],
  program: Program,
): string | undefined {
  const stages = image?.stages ?? (image?.dockerfile ? [image.dockerfile] : [])
  const base = fileName(binary)
  let only: string | undefined
  let count = 0
  for (const stage of stages) {
    let folder = '.'
    for (const instruction of stage.instructions) {
      for (const { words } of instruction.keyword === 'RUN' ? commandsOf(instruction) : []) {
        if (words[0] === 'cd' && typeof words[1] === 'string')
          folder = words[1].startsWith('/') ? '.' : joinPath(folder, words[1])
        const build = words.indexOf('build')
        if (words[0] !== 'go' || build === -1) continue
        const { output, directory, packages } = buildArguments(words.slice(build + 1))
        const found = packagesOf(packages, joinPath(folder, directory), base, roots, program)
        if (found === undefined) continue
        count++
        only = found
        if (output !== undefined && (fileName(output) === base || output.endsWith('/'))) return found
      }
    }
  }
  return count === 1 ? only : undefined
}

/** Flags of `go build` that take the word behind them: https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies */
const VALUED = new Set([
  ...['-o', '-C', '-p', '-asmflags', '-buildmode', '-compiler', '-covermode', '-coverpkg', '-gccgoflags', '-gcflags'],
  ...['-installsuffix', '-ldflags', '-mod', '-modfile', '-overlay', '-pgo', '-pkgdir', '-tags', '-toolexec'],
])

interface BuildArguments {
  readonly output: string | undefined
  readonly directory: string
  /** As they are written; the folder itself where none is. */
  readonly packages: readonly string[]
}

function buildArguments(words: readonly (string | null)[]): BuildArguments {
  let output: string | undefined
  let directory = '.'
  const packages: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (word == null) continue
    if (!word.startsWith('-')) {
      packages.push(word)
      continue
    }
    const flag = word.replace(/^--/, '-')
    const value = words[VALUED.has(flag) ? ++index : index]
    if (value == null) continue
    if (flag === '-o') output = value
    else if (flag.startsWith('-o=')) output = flag.slice(3)
    else if (flag === '-C') directory = value
  }
  return { output, directory, packages: packages.length > 0 ? packages : ['.'] }
}

/** The program among packages: all below a folder (`./cmd/...`) are told apart by the name of the binary. */
function packagesOf(
  packages: readonly string[],
  folder: string,
  binary: string,
  roots: readonly string[],
  program: Program,
): string | undefined {
  const several = packages.length > 1 && !packages.every(one => one.endsWith('.go'))
  for (const written of packages) {
    const whole = written.replace(/\/\.\.\.$/, '')
    const below = whole === written ? [] : [joinPath(whole, binary)]
    for (const name of [...below, whole, ...importedAs(whole)]) {
      const found = goPackage(joinPath(folder, name), roots, program)
      if (found !== undefined && (!several || fileName(name) === binary)) return found
    }
  }
  return undefined
}

/** `github.com/acme/erp/cmd/api` is a folder of the module, which has the first names. */
function importedAs(name: string): readonly string[] {
  const [host = '', ...rest] = name.split('/')
  return /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? rest.map((_, index) => rest.slice(index).join('/')) : []
}

/**
 * The Go package below a folder that a buildpack makes a binary of: `bin/api` is `cmd/api`, or the only program that there is.
 * https://github.com/heroku/heroku-buildpack-go#default-procfile
 */
export function namedPackage(binary: string, directory: string, program: Program): string | undefined {
  const folders = new Set<string>()
  for (const [path, file] of program.files) {
    if (file.packageName === 'main' && isWithin(directory, path) && !standsAside(path)) folders.add(directoryOf(path))
  }
  const mains = [...folders].flatMap(folder => mainFile(folder, program) ?? [])
  const named = mains.filter(path => fileName(directoryOf(path)) === fileName(binary))
  const [only, other] = named.length > 0 ? named : mains
  return other === undefined ? only : undefined
}
