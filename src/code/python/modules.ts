import type { CodeFile, Import, Statement } from '../syntax.js'
import { MOST_IMPORTS, type PyRun } from './run.js'
import { runBlock } from './statements.js'
import { lookUp, type Names, type PyValue, UNKNOWN } from './values.js'

/** Executes a module once; in a circle it is as far as it has come. */
export function moduleNames(run: PyRun, file: CodeFile): Names {
  const known = run.modules.get(file)
  if (known) return known
  const names: Names = { own: new Map(), isClass: false }
  run.modules.set(file, names)
  names.own.set('__name__', { kind: 'plain', value: '__main__' })
  names.own.set('__file__', UNKNOWN)
  if (run.imports >= MOST_IMPORTS) run.budget = 0
  if (run.budget <= 0) return names
  const { depth } = run
  run.depth = 0
  run.imports++
  runBody(run, file, names, { start: 0, end: Number.POSITIVE_INFINITY, body: file.body }, false)
  run.imports--
  run.depth = depth
  return names
}

/**
 * Executes the body of a module, or of a function, whose imports are `deferred`. Imports come when it is their turn: a module
 * that is imported at the end may need what stands before. Those inside of a statement come before the statement.
 */
export function runBody(
  run: PyRun,
  file: CodeFile,
  names: Names,
  of: { readonly start: number; readonly end: number; readonly body: readonly Statement[] },
  isDeferred: boolean,
): PyValue | undefined {
  let at = of.start
  const importUntil = (offset: number) => {
    bindImports(run, file, names, at, offset, isDeferred)
    at = Math.max(at, offset)
  }
  const returned = runBlock(run, file, names, of.body, one =>
    importUntil(one.kind === 'function' || one.kind === 'class' ? one.start : one.end),
  )
  importUntil(of.end)
  return returned
}

/** Where a name is imported in one of two branches, what can be found counts. */
function bindImports(run: PyRun, file: CodeFile, names: Names, start: number, end: number, isDeferred: boolean): void {
  for (const one of file.imports) {
    if (one.deferred !== isDeferred || one.start < start || one.start >= end) continue
    const value = importValue(run, file, one, names)
    if (one.local === undefined || !value) continue
    const known = names.own.get(one.local)
    if (known && known.kind !== 'unknown' && (value.kind === 'unknown' || value.kind === 'outside')) continue
    names.own.set(one.local, value)
  }
}

function importValue(run: PyRun, file: CodeFile, one: Import, names: Names): PyValue | undefined {
  const module = moduleValue(run, file, one.from)
  if (one.name === undefined) return undefined
  if (one.name !== '*') return moduleMember(run, module, one.name)
  if (one.local !== undefined) return module
  if (module.kind !== 'module') return undefined
  for (const [name, value] of moduleNames(run, module.file).own)
    if (!name.startsWith('_') && !names.own.has(name)) names.own.set(name, value)
  return undefined
}

/** What a module name stands for; the packages around a module are executed before it. */
export function moduleValue(run: PyRun, from: CodeFile, name: string): PyValue {
  const dots = /^\.*/.exec(name)?.[0] ?? ''
  const parts = name.slice(dots.length).split('.')
  for (let count = 1; count < parts.length; count++) {
    const target = run.program.target(from, dots + parts.slice(0, count).join('.'))
    if (target.kind === 'files') for (const file of target.files) moduleNames(run, file)
  }
  const target = run.program.target(from, name)
  if (target.kind === 'package') return { kind: 'outside', name }
  if (target.kind === 'missing') return UNKNOWN
  const [file] = target.files
  if (!file) return { kind: 'folder', name, from }
  moduleNames(run, file)
  return { kind: 'module', file }
}

/** A name of a module: what it binds, or a module below it. */
export function moduleMember(run: PyRun, module: PyValue, name: string): PyValue {
  if (module.kind === 'outside') {
    const whole = `${module.name}.${name}`
    return run.knowledge.constant(run, whole) ?? { kind: 'outside', name: whole }
  }
  if (module.kind === 'folder')
    return moduleValue(run, module.from, /^\.+$/.test(module.name) ? module.name + name : `${module.name}.${name}`)
  if (module.kind !== 'module') return UNKNOWN
  const found = lookUp(moduleNames(run, module.file), name)
  if (found && found.kind !== 'unknown') return found
  const target = run.program.target(module.file, `.${name}`)
  const [file] = target.kind === 'files' ? target.files : []
  const isPackage = module.file.path.endsWith('__init__.py')
  if (!file || !isPackage) return found ?? UNKNOWN
  moduleNames(run, file)
  return { kind: 'module', file }
}
