import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { CodeFile, Expression } from '../../code/syntax.js'
import { peel, walk } from '../../code/walk.js'
import { directoryOf, isWithin, joinPath } from '../../paths.js'

const AUTOLOAD = /^(?:@fastify\/autoload|fastify-autoload)$/

/**
 * The files that `@fastify/autoload` loads for these: all of the folders that it is given, `dir: join(__dirname, 'routes')`.
 * Undefined where one of its folders cannot be told.
 */
export function autoloaded(program: Program, files: readonly CodeFile[]): readonly string[] | undefined {
  const found: string[] = []
  for (const file of files) {
    const imports = file.imports.filter(({ from }) => AUTOLOAD.test(from))
    if (imports.length === 0) continue
    const names = new Set(imports.flatMap(({ local }) => local ?? []))
    const before = found.length
    for (const call of indexOf(file).calls) {
      if (!call.arguments.some(one => one.kind === 'name' && names.has(one.name))) continue
      const options = call.arguments.map(peel).find(one => one.kind === 'object')
      const entry =
        options?.kind === 'object' ? options.entries.find(one => one.kind === 'entry' && one.key === 'dir') : undefined
      const folder = entry?.kind === 'entry' ? folderOf(file, entry.value) : undefined
      const inside = [...program.files.keys()].filter(path => folder !== undefined && isWithin(folder, path))
      if (inside.length === 0) return undefined
      found.push(...inside)
    }
    if (found.length === before) return undefined
  }
  return found
}

/** `join(__dirname, 'routes')`, `fileURLToPath(new URL('./routes', import.meta.url))`: the texts, from the folder of the file. */
function folderOf(file: CodeFile, node: Expression): string | undefined {
  const texts: string[] = []
  walk([node], one => {
    if (one.kind === 'literal' && typeof one.value === 'string') texts.push(one.value)
    return undefined
  })
  return texts.length === 0 ? undefined : joinPath(directoryOf(file.path), texts.join('/'))
}
