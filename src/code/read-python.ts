import { readPython } from '../parse/python.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { pythonModules } from './modules/python.js'
import type { ModuleTarget, Program } from './program.js'
import type { CodeFile } from './syntax.js'

/**
 * One file of Python as a program of its own, for what has to be known before all code is read: what it imports is read when
 * somebody follows it. Never throws.
 */
export function pythonProgram(source: Source, tree: Tree): Program {
  const files = new Map<string, CodeFile>([[source.path, readPython(source)]])
  const find = pythonModules(tree)
  const fileAt = (path: string): CodeFile | undefined => {
    const known = files.get(path)
    const imported = known ? undefined : tree.read(path)
    if (!imported) return known
    const file = readPython(imported)
    files.set(path, file)
    return file
  }
  const target = (from: CodeFile, specifier: string): ModuleTarget => {
    const found = find(from.path, specifier)
    if (found.kind === 'folder') return { kind: 'files', files: [] }
    if (found.kind !== 'file') return found
    const file = fileAt(found.path)
    return file ? { kind: 'files', files: [file] } : { kind: 'missing' }
  }
  return { files, target, siblings: () => [], reachableFrom: entries => new Set(entries) }
}
