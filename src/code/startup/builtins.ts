import { callClosure } from './calls.js'
import { assignMember, entriesOf, itemsOf } from './members.js'
import { joinTexts } from './operators.js'
import type { Run } from './run.js'
import {
  type CallSite,
  type Closure,
  fields,
  type List,
  LONGEST,
  list,
  loosen,
  NOT_KNOWN,
  NOTHING,
  type Outside,
  plain,
  stepsOf,
  stringOf,
  truthOf,
  type Value,
} from './values.js'

/** What the language and Node.js themselves do with `object.name(…)`; undefined where it is none of these. */
export function builtin(run: Run, object: Value, name: string, site: CallSite): Value | undefined {
  if (object.kind === 'outside') return outsideBuiltin(run, object, name, site) ?? promise(run, object, name, site)
  if (object.kind === 'list') return listMethod(run, object, name, site) ?? promise(run, object, name, site)
  if (object.kind === 'plain' && typeof object.value === 'string') return textMethod(object, name, site)
  if (object.kind === 'closure') return functionMethod(run, object, name, site)
  return promise(run, object, name, site)
}

/** A promise is its value here: what waits for it goes on at once. */
function promise(run: Run, object: Value, name: string, site: CallSite): Value | undefined {
  const [first] = site.arguments
  if (name === 'then' && first?.kind === 'closure') {
    // Of what comes from outside nothing is known.
    return callClosure(run, first, [object.kind === 'outside' ? NOT_KNOWN : object])
  }
  if (name === 'catch' || name === 'finally') {
    if (name === 'finally' && first?.kind === 'closure') callClosure(run, first, [])
    return object
  }
  return undefined
}

function functionMethod(run: Run, closure: Closure, name: string, site: CallSite): Value | undefined {
  const [self, ...rest] = site.arguments
  const bound: Closure = self && self.kind !== 'plain' ? { ...closure, self } : closure
  if (name === 'bind') return bound
  if (name === 'call') return callClosure(run, bound, rest, site)
  if (name === 'apply') return callClosure(run, bound, (rest[0] && itemsOf(rest[0])?.elements) ?? [], site)
  return undefined
}

function listMethod(run: Run, object: List, name: string, site: CallSite): Value | undefined {
  const [first] = site.arguments
  const each = (item: Value, index: number): Value =>
    first?.kind === 'closure' ? callClosure(run, first, [item, plain(index), object], site) : NOT_KNOWN
  const items = object.elements.slice(0, 500)
  switch (name) {
    case 'forEach':
      for (const [index, item] of items.entries()) each(item, index)
      if (object.isOpen && first?.kind === 'closure') callClosure(run, first, [])
      return NOTHING
    case 'map':
      return list(items.map(each), object.isOpen)
    case 'flatMap': {
      const parts = items.map((item, index) => each(item, index))
      return list(
        parts.flatMap(part => (part.kind === 'list' ? part.elements : [part])).slice(0, LONGEST),
        object.isOpen,
      )
    }
    case 'filter':
      return list(
        items.filter((item, index) => first?.kind !== 'closure' || truthOf(each(item, index)) !== false),
        object.isOpen,
      )
    case 'reduce': {
      let result = site.arguments[1] ?? items[0] ?? NOT_KNOWN
      for (const item of site.arguments[1] ? items : items.slice(1))
        if (first?.kind === 'closure') result = callClosure(run, first, [result, item], site)
      return result
    }
    case 'push':
    case 'unshift':
      if (object.elements.length < LONGEST) object.elements[name](...site.arguments)
      else object.isOpen = true
      return plain(object.elements.length)
    case 'concat':
      return list(
        [...object.elements, ...site.arguments.flatMap(one => itemsOf(one)?.elements ?? [one])],
        object.isOpen,
      )
    case 'slice':
    case 'sort':
    case 'reverse':
    case 'values':
      return object
    case 'flat':
      return list(
        items.flatMap(one => itemsOf(one)?.elements ?? [one]),
        object.isOpen,
      )
    case 'entries':
      return list(
        items.map((item, index) => list([plain(index), item])),
        object.isOpen,
      )
    case 'join': {
      const between = stringOf(first) ?? ','
      return object.isOpen
        ? NOT_KNOWN
        : joinTexts(items.flatMap((item, index) => (index === 0 ? [item] : [plain(between), item])))
    }
    default:
      return undefined
  }
}

function textMethod(object: Value & { kind: 'plain' }, name: string, site: CallSite): Value | undefined {
  const text = String(object.value)
  const [first, second] = site.arguments.map(stringOf)
  switch (name) {
    case 'concat':
      return joinTexts([object, ...site.arguments])
    case 'toString':
    case 'trim':
      return object
    case 'toLowerCase':
      return { ...object, value: text.toLowerCase() }
    case 'toUpperCase':
      return { ...object, value: text.toUpperCase() }
    case 'replace':
    case 'replaceAll':
      return first && second !== undefined && text.length * (second.length + 1) <= LONGEST * 10
        ? {
            ...object,
            value: name === 'replace' ? text.replace(first, () => second) : text.replaceAll(first, () => second),
          }
        : NOT_KNOWN
    case 'split':
      return first === undefined || object.isPartial ? NOT_KNOWN : list(text.split(first, 500).map(plain))
    case 'startsWith':
      return first === undefined || object.isPartial ? NOT_KNOWN : plain(text.startsWith(first))
    case 'endsWith':
      return first === undefined ? NOT_KNOWN : plain(text.endsWith(first))
    default:
      return undefined
  }
}

/** `Object.entries(…)`, `Promise.all(…)`, `path.join(…)` and the like. */
function outsideBuiltin(run: Run, object: Outside, name: string, site: CallSite): Value | undefined {
  const [first] = site.arguments
  if (object.package === 'path' || object.package === 'path/posix') return pathBuiltin(name, site)
  if (object.package === 'url' && name === 'fileURLToPath') return first
  if (object.package !== '') return undefined
  switch (`${stepsOf(object)}.${name}`) {
    case '.Object.entries':
      return first && mapEntries(run, first, (key, value) => list([plain(key), value]))
    case '.Object.values':
      return first && mapEntries(run, first, (_key, value) => value)
    case '.Object.keys':
      return first && mapEntries(run, first, key => plain(key))
    case '.Number':
    case '.parseInt':
    case '.Number.parseInt':
      return first?.kind === 'plain' && !first.isPartial && first.value !== null ? plain(Number(first.value)) : first
    case '.String':
    case '.Object.freeze':
    case '.Promise.resolve':
    case '.Promise.all':
    case '.Promise.allSettled':
    case '.structuredClone':
      return first ?? NOTHING
    case '.Object.assign': {
      if (!first) return NOT_KNOWN
      for (const other of site.arguments.slice(1)) {
        const entries = entriesOf(run, other)
        for (const [key, value] of entries ?? []) assignMember(first, key, value)
        if (first.kind === 'fields' && (!entries || (other.kind === 'fields' && other.isOpen))) loosen(first)
      }
      return first
    }
    case '.Object.fromEntries': {
      const items = first && itemsOf(first)
      const made = fields([], items?.isOpen ?? true)
      for (const item of items?.elements ?? []) {
        const [key, value] = itemsOf(item)?.elements ?? []
        const text = stringOf(key)
        if (text !== undefined && value) made.entries.set(text, value)
      }
      return made
    }
    case '.Array.from':
    case '.Array.of':
      return first && (itemsOf(first) ?? NOT_KNOWN)
    default:
      return undefined
  }
}

function mapEntries(run: Run, value: Value, make: (key: string, value: Value) => Value): Value {
  const entries = entriesOf(run, value)
  if (!entries) return NOT_KNOWN
  return list(
    entries.map(([key, one]) => make(key, one)),
    value.kind === 'fields' && value.isOpen,
  )
}

function pathBuiltin(name: string, site: CallSite): Value | undefined {
  const parts = site.arguments.map(stringOf)
  if (parts.some(part => part === undefined)) return undefined
  const known = parts.filter(part => part !== undefined)
  if (name === 'join' || name === 'resolve') return plain(normalPath(known.join('/')))
  if (name === 'dirname') return plain(dirnameOf(known[0] ?? ''))
  return undefined
}

/** The folder of a path; empty for the root of the repository. */
export function dirnameOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** A path without `.` and `..`. */
function normalPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
