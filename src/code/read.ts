import { readGo } from '../parse/go.js'
import { readJavaScript } from '../parse/javascript/code.js'
import { readPython } from '../parse/python.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { goModules } from './modules/go.js'
import { javaScriptModules } from './modules/javascript.js'
import { loadedModules, pythonModules } from './modules/python.js'
import type { ModuleTarget, Program } from './program.js'
import type { CodeFile } from './syntax.js'
import { shareVocabulary } from './vocabulary.js'

const READERS: readonly (readonly [RegExp, (source: Source) => CodeFile])[] = [
  [/\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/i, readJavaScript],
  [/\.go$/i, readGo],
  [/\.py$/, readPython],
]

/** Declarations of types, and texts that a tool wrote for browsers. */
const NOT_READ = /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.bundle\.js$/i

/** Runs the parsers: gives back what they give. Who has a process of its own may do something about it meanwhile. */
export type WhileParsing = <T>(parse: () => T) => T

/** Reads all program code of a repository. Never throws: what cannot be read is in the `problems` of its file. */
export function readProgram(tree: Tree, whileParsing: WhileParsing = parse => parse()): Program {
  return programOf(
    tree,
    whileParsing(() => parseAll(tree)),
  )
}

function parseAll(tree: Tree): ReadonlyMap<string, CodeFile> {
  const files = new Map<string, CodeFile>()
  for (const { path, format } of tree.files) {
    if (format !== 'source' || NOT_READ.test(path)) continue
    const reader = READERS.find(([names]) => names.test(path))?.[1]
    const source = reader && tree.read(path)
    if (source) files.set(path, reader(source))
  }
  shareVocabulary(files.values())
  return files
}

/** How files that have been read find each other. */
function programOf(tree: Tree, files: ReadonlyMap<string, CodeFile>): Program {
  const javaScript = javaScriptModules(tree)
  const go = goModules(tree, files)
  const python = pythonModules(tree)
  const targets = new Map<string, Map<string, ModuleTarget>>()
  const find = (from: CodeFile, specifier: string): ModuleTarget => {
    if (from.language === 'go') return go.target(from, specifier)
    const found = from.language === 'python' ? python(from.path, specifier) : javaScript(from.path, specifier)
    // A package of Python without a file of its own.
    if (found.kind === 'folder') return { kind: 'files', files: [] }
    if (found.kind !== 'file') return found
    const file = files.get(found.path)
    return file ? { kind: 'files', files: [file] } : { kind: 'missing' }
  }
  const target = (from: CodeFile, specifier: string) => {
    const known = targets.get(from.path)?.get(specifier)
    if (known) return known
    const found = find(from, specifier)
    const others = targets.get(from.path)
    if (others) others.set(specifier, found)
    else targets.set(from.path, new Map([[specifier, found]]))
    return found
  }
  const reached = new Map<string, ReadonlySet<string>>()
  const program: Program = {
    files,
    target,
    siblings: go.siblings,
    reachableFrom: entries => {
      const key = entries.join('\n')
      const found = reached.get(key) ?? reachable(program, entries)
      reached.set(key, found)
      return found
    },
  }
  return program
}

/** Every file that runs when one of these does: imports and re-exports, followed. */
function reachable({ files, target, siblings }: Program, entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = entries.flatMap(entry => files.get(entry) ?? [])
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file.path)) continue
    seen.add(file.path)
    waiting.push(...siblings(file))
    const specifiers = file.language === 'python' ? loadedModules(file) : loadedSpecifiers(file)
    for (const specifier of specifiers) {
      const found = target(file, specifier)
      if (found.kind === 'files') waiting.push(...found.files)
    }
  }
  return seen
}

/** The module names that an ES, CommonJS or Go file loads. */
function loadedSpecifiers({ imports, exports }: CodeFile): ReadonlySet<string> {
  const found = new Set<string>()
  for (const one of imports) if (!one.typeOnly) found.add(one.from)
  for (const one of exports) if (!one.typeOnly && one.from !== undefined) found.add(one.from)
  return found
}
