import { child, itemsOf, type Node, type ScalarNode } from '../parse/node.js'
import { type Fact, known, type Span, unknown } from '../source.js'

export { entriesOf, itemsOf } from '../parse/node.js'

/** Why a scalar's value cannot be known, or undefined when it can. */
function openVariable(node: ScalarNode): string | undefined {
  if (node.open !== undefined) return node.open
  const state = node.interpolation?.state
  if (state !== 'unknown' && state !== 'required') return undefined
  const open = node.interpolation?.uses.find(use => use.source === 'none')
  return `${open ? `\${${open.name}}` : 'it'} is set outside the repository`
}

/** Reads a scalar with `parse`; undefined when there is none, or when its text is not of the kind. */
export function factOf<T>(node: Node | undefined, parse: (text: string) => T | undefined): Fact<T> | undefined {
  if (node?.kind !== 'scalar' || node.text === null) return undefined
  const open = openVariable(node)
  if (open !== undefined) return unknown(node.at, open)
  const value = parse(node.text)
  return value === undefined ? undefined : known(value, node.at)
}

/** A scalar as text. */
export function textFact(node: Node | undefined): Fact<string> | undefined {
  return factOf(node, text => text)
}

/** A scalar as a finite number. */
export function numberFact(node: Node | undefined): Fact<number> | undefined {
  return factOf(node, text => {
    const number = Number(text)
    return text.trim() === '' || !Number.isFinite(number) ? undefined : number
  })
}

/** A scalar as a boolean, in the spellings that YAML 1.1 readers and Compose accept. */
export function booleanFact(node: Node | undefined): Fact<boolean> | undefined {
  return factOf(node, text => {
    if (/^(true|yes|on|y|1)$/i.test(text)) return true
    return /^(false|no|off|n|0)$/i.test(text) ? false : undefined
  })
}

/** Where a setting stands: its key if it has one, else the fallback. */
export function keySpan(node: Node | undefined, key: string, fallback: Span): Span {
  return (node?.kind === 'map' ? node.entries.get(key)?.keyAt : undefined) ?? fallback
}

/** The texts of a list of scalars, open variables as written; non-scalars are left out. */
export function textsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap(item => (item.kind === 'scalar' && item.text !== null ? [item.text] : []))
}

/** Reads `child(node, key)` as text. */
export function textAt(node: Node | undefined, key: string): Fact<string> | undefined {
  return textFact(child(node, key))
}
