import type { CodeFile, Expression } from '../syntax.js'
import { evaluate } from './expressions.js'
import type { PyRun } from './run.js'
import { extend, lookUp, type Names, type PyValue, plainOf, textOf, UNKNOWN } from './values.js'

/** Gives a target (a name, an attribute, an entry, several of them) a value. */
export function assign(run: PyRun, file: CodeFile, names: Names, target: Expression, value: PyValue): void {
  switch (target.kind) {
    case 'name':
      names.own.set(target.name, value)
      return
    case 'array':
      for (const [index, one] of target.elements.entries())
        assign(run, file, names, one, value.kind === 'list' ? (value.items[index] ?? UNKNOWN) : UNKNOWN)
      return
    case 'spread':
      assign(run, file, names, target.value, UNKNOWN)
      return
    case 'member': {
      const object = evaluate(run, file, names, target.object)
      setAttribute(object, target.property, value)
      return
    }
    case 'index': {
      const object = evaluate(run, file, names, target.object)
      const key = textOf(evaluate(run, file, names, target.index))
      if (object.kind === 'dict' && key !== undefined) object.entries.set(key, value)
      else if (object.kind === 'dict' || object.kind === 'list') object.isOpen = true
      return
    }
    default:
  }
}

function setAttribute(object: PyValue, name: string, value: PyValue): void {
  // `config['X'] = …` is written as an attribute in the one syntax of code.
  if (object.kind === 'dict') object.entries.set(name, value)
  else if (object.kind === 'instance' || object.kind === 'host') object.attributes.set(name, value)
  else if (object.kind === 'class') object.names.own.set(name, value)
  else if (object.kind === 'function') object.notes.set(name, value)
}

/** `a += b` and `global a; a = b`: what exists already is given another value. */
export function reassign(
  run: PyRun,
  file: CodeFile,
  names: Names,
  target: Expression,
  operator: string,
  value: PyValue,
): PyValue {
  if (target.kind === 'name') {
    const known = lookUp(names, target.name)
    const result = operator === '+=' ? added(known, value) : operator === '=' || operator === ':=' ? value : UNKNOWN
    let at: Names | undefined = names
    while (at && !at.own.has(target.name)) at = at.around
    ;(at ?? names).own.set(target.name, result)
    return result
  }
  if (operator === '+=') {
    const known = evaluate(run, file, names, target)
    if (known.kind === 'list') return added(known, value)
  }
  assign(run, file, names, target, value)
  return value
}

/** A list is made longer where it is, as Python does. */
function added(known: PyValue | undefined, value: PyValue): PyValue {
  if (known?.kind === 'list') {
    if (value.kind === 'list') extend(known, value.items, value.isOpen)
    else known.isOpen = true
    return known
  }
  const [one, other] = [textOf(known), textOf(value)]
  return one !== undefined && other !== undefined ? plainOf(one + other) : UNKNOWN
}
