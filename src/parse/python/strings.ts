import type { Expression, Literal, Template } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { expression } from './expressions.js'
import type { Reader } from './reader.js'

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** A string, bytes, f-string. Format specifications make a part that is not known: what comes of it is not its value. */
export function stringExpression(reader: Reader, node: ConcreteNode): Literal | Template {
  const { start, end } = node
  const first = node.children.find(child => child.type === 'string_start')
  const opening = first ? reader.textOf(first) : ''
  const prefix = opening.replace(/["']+$/, '').toLowerCase()
  const quotes = opening.slice(prefix.length)
  // Backslashes before the end of a raw string are in the node of its end.
  const last = reader.textOf(node).endsWith(quotes) ? end - quotes.length : end
  const parts: (string | Expression)[] = []
  const isFormatted = /[ft]/.test(prefix)
  const addText = (from: number, to: number) => {
    if (to > from) parts.push(unescapePython(reader.textOf({ start: from, end: to }), prefix))
  }
  let at = first?.end ?? start
  for (const child of node.children) {
    if (child.type !== 'interpolation' && child.type !== 'ERROR') continue
    addText(at, child.start)
    parts.push(child.type === 'ERROR' ? expression(reader, child) : interpolation(reader, child))
    at = child.end
  }
  addText(at, last)
  if (isFormatted && parts.some(one => typeof one !== 'string')) return { kind: 'template', start, end, parts }
  return { kind: 'literal', start, end, value: parts.filter(one => typeof one === 'string').join('') }
}

function interpolation(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  const inner = part(node, 'expression')
  const value: Expression = inner ? expression(reader, inner) : { kind: 'unknown', start, end, children: [] }
  const format = part(node, 'format_specifier')
  const conversion = part(node, 'type_conversion')
  const showsName = node.children.some(child => child.type === '=')
  if (!format && !showsName && (!conversion || reader.textOf(conversion) === '!s')) return value
  const widths = (format?.children ?? []).flatMap(child => part(child, 'expression') ?? [])
  return { kind: 'unknown', start, end, children: [value, ...widths.map(one => expression(reader, one))] }
}

/** `'a' 'b'`: one string, as Python makes of them. */
export function concatenated(reader: Reader, node: ConcreteNode): Literal | Template {
  const { start, end } = node
  const strings = node.children.filter(child => child.type === 'string').map(child => stringExpression(reader, child))
  const parts = strings.flatMap(one => (one.kind === 'template' ? one.parts : [String(one.value)]))
  if (parts.every(one => typeof one === 'string')) return { kind: 'literal', start, end, value: parts.join('') }
  return { kind: 'template', start, end, parts }
}

/**
 * The value of the text between the quotes. `\N{…}` stays as it is written: there is no table of names here.
 * Source: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
function unescapePython(text: string, prefix: string): string {
  const braces = /[ft]/.test(prefix) ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text
  const lines = braces.replace(/\r\n?/g, '\n')
  if (prefix.includes('r') || !lines.includes('\\')) return lines
  const isBytes = prefix.includes('b')
  return lines.replace(
    /\\(?:\n|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, octal?: string, byte?: string, short?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (byte !== undefined) return String.fromCharCode(Number.parseInt(byte, 16))
      const point = short ?? long
      if (point !== undefined) return isBytes ? whole : character(Number.parseInt(point, 16), whole)
      if (other !== undefined) return SIMPLE[other] ?? whole
      return ''
    },
  )
}

function character(point: number, written: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : written
}
