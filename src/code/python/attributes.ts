import { classMember } from '../definitions.js'
import { fieldRead } from '../environment-reads.js'
import type { CodeFile, Expression } from '../syntax.js'
import { callFunction } from './calls.js'
import { moduleMember } from './modules.js'
import type { PyRun } from './run.js'
import { type PyClass, type PyValue, plainOf, UNKNOWN } from './values.js'

/** What an attribute of a value is. */
export function attributeOf(run: PyRun, file: CodeFile, object: PyValue, name: string, node: Expression): PyValue {
  switch (object.kind) {
    case 'module':
    case 'folder':
    case 'outside':
      return moduleMember(run, object, name)
    case 'class':
      return classAttribute(object, name) ?? inheritedMethod(object, object, name) ?? UNKNOWN
    case 'instance':
      return instanceAttribute(run, file, object, name, node)
    case 'dict':
      // `settings['X']` is written as an attribute in the one syntax of code.
      return object.entries.get(name) ?? UNKNOWN
    case 'host':
      return (
        object.attributes.get(name) ??
        run.knowledge.attribute(run, object, name) ?? { kind: 'method', host: object, name }
      )
    case 'function':
      if (name === '__name__') return plainOf(object.node.name ?? '')
      return object.notes.get(name) ?? UNKNOWN
    default:
      return UNKNOWN
  }
}

/** Longer lines of base classes are not followed. */
const LONGEST = 20

/** What the body of a class or of one of its bases binds. */
export function classAttribute(of: PyClass, name: string, steps = LONGEST): PyValue | undefined {
  const own = of.names.own.get(name)
  if (own || steps <= 0) return own
  for (const base of of.bases) {
    const found = base.kind === 'class' ? classAttribute(base, name, steps - 1) : undefined
    if (found) return found
  }
  return undefined
}

/** The names of the outside classes that a class extends, nearest first. */
export function outsideBases(of: PyClass, steps = LONGEST): readonly string[] {
  if (steps <= 0) return []
  return of.bases.flatMap(base => {
    if (base.kind === 'outside') return [base.name]
    return base.kind === 'class' ? outsideBases(base, steps - 1) : []
  })
}

/** A method that an outside base gives, not yet called. */
function inheritedMethod(of: PyClass, self: PyValue, name: string): PyValue | undefined {
  if (outsideBases(of).length === 0) return undefined
  const host: PyValue = { kind: 'host', type: 'inherited', at: NOWHERE, attributes: new Map(), state: self }
  return { kind: 'method', host, name }
}

const NOWHERE = { path: '', start: 0, end: 0 }

function instanceAttribute(
  run: PyRun,
  file: CodeFile,
  object: Extract<PyValue, { kind: 'instance' }>,
  name: string,
  node: Expression,
): PyValue {
  const own = object.attributes.get(name)
  if (own) return own
  const set = settingOf(run, object.of, name)
  if (set) return set
  const found = classAttribute(object.of, name)
  if (found?.kind === 'function') {
    const bound: PyValue = { ...found, self: object }
    if (found.node.accessor === 'get')
      return callFunction(run, bound, { list: [], keywords: new Map(), isOpen: false, at: spanFor(file, node), file })
    return bound
  }
  return fieldDefault(found) ?? inheritedMethod(object.of, object, name) ?? UNKNOWN
}

/** What the environment gives a field of a settings class, before what the class says. */
function settingOf(run: PyRun, of: PyClass, name: string): PyValue | undefined {
  const field = classMember(run.program, of, name)
  const read = field?.kind === 'field' ? fieldRead(run.program, field) : undefined
  for (const variable of read ? [read.variable, ...read.alternatives] : []) {
    const fact = run.environment(variable)
    if (fact) return fact.known ? plainOf(fact.value) : UNKNOWN
  }
  return undefined
}

/** `Field('/api', description=…)` and `Field(default='/api')` of pydantic. */
function fieldDefault(value: PyValue | undefined): PyValue | undefined {
  if (value?.kind !== 'host' || value.type !== 'field') return value
  return value.attributes.get('default') ?? UNKNOWN
}

function spanFor(file: CodeFile, { start, end }: Expression) {
  return { path: file.path, start, end }
}
