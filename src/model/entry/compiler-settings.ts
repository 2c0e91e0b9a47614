import { isObject, type JsonObject, readJsonObject } from '../../code/json.js'
import { directoryOf } from '../../paths.js'
import type { Source } from '../../source.js'
import { heldByStage, joinAbsolute } from './image.js'
import type { Making } from './made.js'

/** Where the compiler puts what it makes: https://www.typescriptlang.org/tsconfig/#rootDir */
export interface CompilerSettings {
  /** The folder of the configuration, absolute in the image. */
  readonly folder: string
  readonly source: Source
  readonly options: JsonObject
  readonly files: readonly string[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** It refers to other projects. */
  readonly hasReferences: boolean
}

/** Chains of `extends` beyond which nobody follows. */
const DEEPEST = 6

/** A tsconfig.json of an image at the time of a command, with those that it extends; undefined: not all of it is known. */
export function readSettings(path: string, making: Making, depth = 0): CompilerSettings | undefined {
  const source = readInImage(path, making)
  const own = source && readJsonObject(source)
  if (!source || !own || depth > DEEPEST) return undefined
  const folder = directoryOf(path) || '/'
  const absolute = (one: string) => (one.startsWith('/') ? one : joinAbsolute(folder, one))
  let base: CompilerSettings | undefined
  for (const name of Array.isArray(own.extends) ? own.extends : own.extends === undefined ? [] : [own.extends]) {
    if (typeof name !== 'string') return undefined
    // What packages offer to build on says nothing about folders.
    if (/^@tsconfig\//.test(name)) continue
    if (!name.startsWith('.')) return undefined
    const next = joinAbsolute(folder, /\.json$/.test(name) ? name : `${name}.json`)
    const found = readSettings(next, making, depth + 1)
    if (!found) return undefined
    base = { ...found, options: { ...base?.options, ...found.options } }
  }
  const written = isObject(own.compilerOptions) ? own.compilerOptions : {}
  const options: Record<string, JsonObject[string]> = { ...base?.options, ...written }
  for (const name of ['outDir', 'rootDir']) {
    const value = written[name]
    if (typeof value === 'string') {
      if (value.includes('${')) return undefined
      options[name] = absolute(value)
    }
  }
  const list = (name: 'files' | 'include' | 'exclude', before: readonly string[] | undefined) => {
    const value = own[name]
    return Array.isArray(value) ? value.filter(one => typeof one === 'string').map(absolute) : (before ?? [])
  }
  return {
    folder,
    source,
    options,
    files: list('files', base?.files),
    include: list('include', own.files === undefined ? base?.include : []),
    exclude: list('exclude', base?.exclude),
    hasReferences: Array.isArray(own.references) && own.references.length > 0,
  }
}

/** A text of the image at the time of the command; undefined: there is none; null: that is not known. */
export function readInImage(path: string, { view, instruction }: Making): Source | undefined | null {
  const held = heldByStage(path, view, instruction)
  if (held.state === 'absent') return undefined
  return (held.state === 'held' && held.source !== undefined && view.tree.read(held.source)) || null
}
