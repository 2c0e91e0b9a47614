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
        const output = words[words.indexOf('-o') + 1]
        const target = words
          .slice(build + 1)
          .findLast(word => word !== null && /^\.{0,2}\/|^[\w-]+\.go$|^\.$/.test(word) && word !== output)
        const found = goPackage(joinPath(folder, (target ?? '.').replace(/\/\.\.\.$/, '')), roots, program)
        if (found === undefined) continue
        count++
        only = found
        if (words.includes('-o') && output != null && fileName(output) === base) return found
      }
    }
  }
  return count === 1 ? only : undefined
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
