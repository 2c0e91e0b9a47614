import type { Call, CodeFile } from '../syntax.js'
import { attributeOf } from './attributes.js'
import { evaluate } from './expressions.js'
import { moduleValue } from './modules.js'
import type { PyRun } from './run.js'
import { extend, listOf, type Names, type PyArguments, type PyValue, plainOf, textOf, UNKNOWN } from './values.js'

/** Functions that Python itself gives; undefined for others. */
export function builtinFunction(
  run: PyRun,
  file: CodeFile,
  names: Names,
  name: string,
  given: PyArguments,
): PyValue | undefined {
  const [first, second] = given.list
  switch (name) {
    case 'str':
      return first?.kind === 'plain' ? plainOf(String(first.value)) : (first ?? plainOf(''))
    case 'list':
    case 'tuple':
    case 'sorted':
    case 'set':
    case 'reversed':
      return first ? (first.kind === 'list' ? listOf(first.items, first.isOpen) : UNKNOWN) : listOf([])
    case 'dict':
      return { kind: 'dict', entries: new Map(given.keywords), isOpen: given.list.length > 0 || given.isOpen }
    case 'getattr': {
      const key = textOf(second)
      if (!first || key === undefined) return UNKNOWN
      const found = attributeOf(run, file, first, key, { kind: 'unknown', start: 0, end: 0, children: [] })
      return found.kind === 'unknown' ? (given.list[2] ?? UNKNOWN) : found
    }
    case 'enumerate':
      return first?.kind === 'list'
        ? listOf(
            first.items.map((item, index) => listOf([plainOf(index), item])),
            first.isOpen,
          )
        : UNKNOWN
    case 'zip': {
      const lists = given.list.flatMap(one => (one.kind === 'list' ? [one.items] : []))
      if (lists.length < given.list.length || !lists[0]) return UNKNOWN
      return listOf(lists[0].map((_, index) => listOf(lists.map(one => one[index] ?? UNKNOWN))))
    }
    case '__import__':
      return textOf(first) === undefined ? UNKNOWN : moduleValue(run, file, textOf(first) ?? '')
    case 'super': {
      const self = names.own.get('self')
      return self ?? UNKNOWN
    }
    default:
      return undefined
  }
}

/** Methods of texts, lists and dicts; undefined for those of other values. */
export function builtinMethod(
  run: PyRun,
  file: CodeFile,
  names: Names,
  node: Call,
  object: PyValue,
  method: string,
): PyValue | undefined {
  const value = (index: number) => {
    const one = node.arguments[index]
    return one && evaluate(run, file, names, one)
  }
  if (object.kind === 'list') {
    const item = value(0)
    if (method === 'append' && item) extend(object, [item])
    else if (method === 'insert') extend(object, [value(1) ?? UNKNOWN])
    else if (method === 'extend' && item?.kind === 'list') extend(object, item.items, item.isOpen)
    else if (/^(?:append|extend|insert)$/.test(method)) object.isOpen = true
    else return UNKNOWN
    return UNKNOWN
  }
  if (object.kind === 'dict') {
    const pairs = [...object.entries].map(([key, one]) => listOf([plainOf(key), one]))
    if (method === 'items') return listOf(pairs, object.isOpen)
    if (method === 'values') return listOf([...object.entries.values()], object.isOpen)
    if (method === 'keys') return listOf([...object.entries.keys()].map(plainOf), object.isOpen)
    const key = textOf(value(0))
    if (method === 'get') return (key === undefined ? undefined : object.entries.get(key)) ?? value(1) ?? UNKNOWN
    if (method === 'update') object.isOpen = true
    return UNKNOWN
  }
  const text = textOf(object)
  if (text === undefined) return undefined
  const given = textOf(value(0))
  switch (method) {
    case 'strip':
    case 'rstrip':
    case 'lstrip':
      return plainOf(stripped(text, method, given))
    case 'lower':
      return plainOf(text.toLowerCase())
    case 'upper':
      return plainOf(text.toUpperCase())
    case 'replace':
      return given === undefined || text.length > 500
        ? UNKNOWN
        : plainOf(text.replaceAll(given, textOf(value(1)) ?? ''))
    case 'join': {
      const over = value(0)
      const parts = over?.kind === 'list' && over.items.length < 100 ? over.items.map(textOf) : [undefined]
      return parts.every(one => one !== undefined) ? plainOf(parts.join(text)) : UNKNOWN
    }
    case 'format':
      return node.arguments.length === 1 && given !== undefined ? plainOf(text.replace(/\{0?\}/, given)) : UNKNOWN
    case 'split':
      return listOf(text.split(given ?? /\s+/).map(plainOf))
    default:
      return undefined
  }
}

function stripped(text: string, method: string, characters = ' \t\r\n'): string {
  let [start, end] = [0, text.length]
  if (method !== 'rstrip') while (start < end && characters.includes(text.charAt(start))) start++
  if (method !== 'lstrip') while (end > start && characters.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
