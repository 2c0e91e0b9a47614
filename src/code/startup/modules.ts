import type { CodeFile, Export, Import } from '../syntax.js'
import { evaluate } from './expressions.js'
import { memberOf } from './members.js'
import type { Run } from './run.js'
import { execute } from './statements.js'
import { fields, NOT_KNOWN, type Scope, type Value } from './values.js'

/** What is known of the modules of a run. */
export interface Modules {
  readonly states: Map<string, ModuleState>
  /** The files that lead to a package that matters; found out when it is first asked. */
  relevant?: ReadonlySet<string>
}

interface ModuleState {
  readonly scope: Scope
  isStarted: boolean
  /** What was assigned to `exports` and `module.exports`; the whole is `=`. */
  readonly assigned: Map<string, Value>
  readonly imports: ReadonlyMap<string, Import>
}

/** Modules of a run, none of them started. */
export function createModules(): Modules {
  return { states: new Map() }
}

function stateOf(run: Run, file: CodeFile): ModuleState {
  let state = run.modules.states.get(file.path)
  if (!state) {
    const imports = new Map<string, Import>()
    for (const one of file.imports) if (one.local !== undefined && !one.typeOnly) imports.set(one.local, one)
    state = { scope: { file, names: new Map() }, isStarted: false, assigned: new Map(), imports }
    run.modules.states.set(file.path, state)
  }
  return state
}

/** Follows a module unless that was done. Answers its scope. */
export function startModule(run: Run, file: CodeFile): Scope {
  const state = stateOf(run, file)
  if (state.isStarted) return state.scope
  state.isStarted = true
  for (const one of file.imports) {
    if (one.typeOnly || one.deferred || isInBody(file, one)) continue
    const target = run.program.target(file, one.from)
    if (target.kind === 'files') for (const each of target.files) if (isRelevant(run, each)) startModule(run, each)
  }
  execute(run, file.body, state.scope, { returns: [] })
  return state.scope
}

/** A `require` stands in a statement and is followed there; an `import` stands in none. */
function isInBody(file: CodeFile, one: Import): boolean {
  return file.body.some(statement => statement.start <= one.start && one.end <= statement.end)
}

/** Whether a module leads to a package that matters: then it is followed where it is imported, else when it is used. */
function isRelevant(run: Run, file: CodeFile): boolean {
  run.modules.relevant ??= relevantFiles(run)
  return run.modules.relevant.has(file.path)
}

function relevantFiles(run: Run): ReadonlySet<string> {
  const importers = new Map<string, string[]>()
  const relevant = new Set<string>()
  for (const path of run.files) {
    const file = run.program.files.get(path)
    if (!file) continue
    const names = file.imports.filter(one => !one.typeOnly).map(one => one.from)
    for (const one of file.exports) if (one.from !== undefined && !one.typeOnly) names.push(one.from)
    for (const name of new Set(names)) {
      const target = run.program.target(file, name)
      if (target.kind === 'package' && run.models.isRelevant(target.name)) relevant.add(path)
      if (target.kind !== 'files') continue
      for (const each of target.files) {
        const known = importers.get(each.path)
        if (known) known.push(path)
        else importers.set(each.path, [path])
      }
    }
  }
  // What imports something relevant is relevant; a set that grows is gone through to its end.
  for (const path of relevant) for (const importer of importers.get(path) ?? []) relevant.add(importer)
  return relevant
}

/** What a name of a module means: something that it declares, or an import. */
export function moduleName(run: Run, file: CodeFile, name: string): Value | undefined {
  const state = stateOf(run, file)
  const own = state.scope.names.get(name)
  if (own) return own
  const taken = state.imports.get(name)
  return taken && importedValue(run, file, taken.from, taken.name ?? '*')
}

/** What `name` of another module is: `*` for all of it, `=` for what `require` answers. */
export function importedValue(run: Run, file: CodeFile, from: string, name: string): Value {
  const target = run.program.target(file, from)
  if (target.kind === 'missing') return NOT_KNOWN
  if (target.kind === 'package') {
    // The default of a CommonJS package is the package itself.
    const steps = name === '*' || name === '=' || name === 'default' ? [] : [{ kind: 'member' as const, name }]
    const value: Value = { kind: 'outside', package: from.replace(/^node:/, ''), steps }
    return run.models.value?.(run, value) ?? value
  }
  const [first] = target.files
  if (!first) return NOT_KNOWN
  return name === '*' || name === '=' ? wholeOf(run, first) : (exportedValue(run, first, name) ?? NOT_KNOWN)
}

/** What `require` of a file answers. */
export function wholeOf(run: Run, file: CodeFile): Value {
  if (file.path.endsWith('.json')) return NOT_KNOWN
  // What leads to no framework is followed when something of it is used, as with `import`.
  if (!isRelevant(run, file) && file.exports.length > 0 && file.exports.every(one => one.name !== '='))
    return { kind: 'namespace', file }
  startModule(run, file)
  const state = stateOf(run, file)
  const whole = state.assigned.get('=')
  if (whole) return whole
  const entry = file.exports.find(one => one.name === '=')
  return (entry && valueOfExport(run, file, entry)) ?? { kind: 'namespace', file }
}

/** What a file exports under a name; undefined where it has no such export. */
export function exportedValue(run: Run, file: CodeFile, name: string, seen = new Set<string>()): Value | undefined {
  if (seen.has(file.path)) return undefined
  seen.add(file.path)
  startModule(run, file)
  const state = stateOf(run, file)
  const assigned = state.assigned.get(name)
  if (assigned) return assigned
  const entry = file.exports.find(one => one.name === name && !one.typeOnly)
  if (entry) return valueOfExport(run, file, entry)
  for (const one of file.exports) {
    if (one.name !== '*' || one.from === undefined || one.typeOnly) continue
    const target = run.program.target(file, one.from)
    const found = target.kind === 'files' && target.files[0] && exportedValue(run, target.files[0], name, seen)
    if (found) return found
  }
  const whole = state.assigned.get('=')
  if (!whole) return undefined
  return name === 'default' ? (propertyOf(run, whole, 'default') ?? whole) : propertyOf(run, whole, name)
}

function propertyOf(run: Run, value: Value, name: string): Value | undefined {
  const found = memberOf(run, value, name)
  return found.kind === 'unknown' || (found.kind === 'plain' && found.value === null) ? undefined : found
}

function valueOfExport(run: Run, file: CodeFile, entry: Export): Value | undefined {
  if (entry.from !== undefined) {
    const local = entry.local ?? entry.name
    return importedValue(run, file, entry.from, local)
  }
  if (entry.value) {
    const known = run.exported.get(entry.value)
    if (known) return known
    return evaluate(run, entry.value, startModule(run, file))
  }
  return entry.local === undefined ? undefined : moduleName(run, file, entry.local)
}

/** Notes an assignment to `exports.x` or `module.exports`. */
export function assignExport(run: Run, file: CodeFile, name: string, value: Value): void {
  const { assigned } = stateOf(run, file)
  const whole = assigned.get('=')
  if (name !== '=' && whole?.kind === 'fields') whole.entries.set(name, value)
  else if (name !== '=' && whole?.kind === 'closure') whole.properties.set(name, value)
  else if (name !== '=' && whole?.kind === 'host') whole.host.properties.set(name, value)
  else assigned.set(name, value)
}

/** `module.exports` as an object that can be read. */
export function exportsObject(run: Run, file: CodeFile): Value {
  const { assigned } = stateOf(run, file)
  return assigned.get('=') ?? fields(assigned, true)
}

/** The names that a module gives to others. */
export function exportedNames(run: Run, file: CodeFile, seen = new Set<string>()): readonly string[] {
  if (seen.has(file.path)) return []
  seen.add(file.path)
  startModule(run, file)
  const names = new Set<string>(stateOf(run, file).assigned.keys())
  for (const one of file.exports) {
    if (one.typeOnly) continue
    if (one.name !== '*') names.add(one.name)
    else if (one.from !== undefined) {
      const target = run.program.target(file, one.from)
      if (target.kind === 'files')
        for (const each of target.files)
          for (const name of exportedNames(run, each, seen)) if (name !== 'default') names.add(name)
    }
  }
  const whole = stateOf(run, file).assigned.get('=')
  if (whole?.kind === 'fields') for (const name of whole.entries.keys()) names.add(name)
  names.delete('=')
  return [...names]
}
