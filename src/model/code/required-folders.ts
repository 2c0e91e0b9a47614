import { definitionOf, externalName } from '../../code/definitions.js'
import { callsSome, indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { wordsLike } from '../../code/vocabulary.js'
import { peel } from '../../code/walk.js'
import { directoryOf, joinPath } from '../../paths.js'

/** Stands for what is known only when the program runs. */
const OPEN = '\0'
const LONGEST = 12
const listsFolder = wordsLike(/^(?:readdirSync|readdir)$/)
const MODULE = /\.[cm]?[jt]s$/

/**
 * The files among which a loader chooses by the names that it finds in one folder, as models and routes are often loaded:
 * `readdirSync(__dirname).forEach(name => require(join(__dirname, name)))`. The folder tells all that can be loaded, though
 * not what is left out. Undefined where that folder cannot be told, or folders inside it may be meant.
 */
export function requiredFolder(program: Program, file: CodeFile, call: Call): readonly string[] | undefined {
  const [first] = call.arguments
  if (!first || !callsSome(file, listsFolder) || listsDeeply(file)) return undefined
  const text = textOf(program, file, first, LONGEST)
  const [, folder] = /^([^\0]*)\/\0(?:\.[cm]?[jt]s)?$/.exec(text) ?? []
  if (folder === undefined) return undefined
  const inside = joinPath(directoryOf(file.path), folder)
  const found = [...program.files.keys()].filter(path => {
    if (path === file.path || !MODULE.test(path)) return false
    const own = directoryOf(path)
    return own === inside || (directoryOf(own) === inside && /\/index\.[^/]*$/.test(path))
  })
  return found.length > 0 ? found : undefined
}

/** All that the loaders of these files choose among. */
export function requiredFolders(program: Program, files: readonly CodeFile[]): readonly string[] {
  return files.flatMap(file => dynamicLoads(file).flatMap(call => requiredFolder(program, file, call) ?? []))
}

/** The calls of a file that load a module whose name is not written out. */
export function dynamicLoads(file: CodeFile): readonly Call[] {
  const { callsByName } = indexOf(file)
  return ['require', 'import', '__import__', 'import_module'].flatMap(
    name => callsByName.get(name)?.filter(({ arguments: [first] }) => first?.kind !== 'literal') ?? [],
  )
}

/** `readdirSync(folder, { recursive: true })`, or a listing that calls itself for what it finds. */
function listsDeeply(file: CodeFile): boolean {
  const { callsByName } = indexOf(file)
  const isDeep = ({ arguments: [, options] }: Call) =>
    options !== undefined &&
    !(options.kind === 'literal') &&
    !(
      options.kind === 'object' &&
      options.entries.every(one => one.kind === 'entry' && one.key !== undefined && one.key !== 'recursive')
    )
  const lists = ['readdirSync', 'readdir'].flatMap(name => callsByName.get(name) ?? [])
  return lists.some(isDeep) || callsByName.has('isDirectory')
}

/** A path as it is put together, from the folder of the file; `OPEN` for each part that is not written. */
function textOf(program: Program, file: CodeFile, node: Expression, steps: number): string {
  const inner = peel(node)
  const next = (one: Expression) => (steps > 0 ? textOf(program, file, one, steps - 1) : OPEN)
  switch (inner.kind) {
    case 'literal':
      return typeof inner.value === 'string' ? inner.value : OPEN
    case 'template':
      return inner.parts.map(part => (typeof part === 'string' ? part : next(part))).join('')
    case 'binary':
      return inner.operator === '+' ? next(inner.left) + next(inner.right) : OPEN
    case 'name': {
      if (inner.name === '__dirname') return '.'
      const found = definitionOf(program, { file, node: inner })
      return found.kind === 'expression' && found.file === file && found.node !== inner ? next(found.node) : OPEN
    }
    case 'call': {
      const name = externalName(definitionOf(program, { file, node: inner.callee }))
      return name === 'path.join' || name === 'path.resolve' ? inner.arguments.map(next).join('/') : OPEN
    }
    default:
      return OPEN
  }
}
