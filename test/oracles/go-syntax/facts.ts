import type { Call, ClassNode, CodeFile, Entry, FunctionNode, Node, TypeReference } from '../../../src/code/syntax.js'
import { childrenOf } from '../../../src/code/walk.js'

/** What is compared of a file, in the words of `go-syntax-go/main.go`. */
export interface GoFacts {
  readonly error?: string
  readonly package: string
  /** The written name, empty when there is none, and the path. */
  readonly imports: readonly (readonly [string, string])[]
  /** The name, the type of the receiver, and the names of the parameters. */
  readonly functions: readonly (readonly string[])[]
  /** The text of what is called, and how many arguments it gets. */
  readonly calls: readonly (readonly [string, string])[]
  readonly strings: readonly string[]
  readonly numbers: readonly string[]
  /** The name and the tag. */
  readonly fields: readonly (readonly [string, string])[]
}

interface Found<T> {
  readonly start: number
  readonly end: number
  readonly value: T
}

interface Collected {
  readonly text: string
  readonly calls: Found<readonly [string, string]>[]
  readonly strings: Found<string>[]
  readonly numbers: Found<string>[]
  readonly fields: Found<readonly [string, string]>[]
  readonly functions: Found<readonly string[]>[]
}

/** The facts of a file as erp-audit reads it. */
export function factsOf(file: CodeFile, text: string): GoFacts {
  const into: Collected = { text, calls: [], strings: [], numbers: [], fields: [], functions: [] }
  const waiting: Node[] = [...file.body]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    collect(into, node)
    waiting.push(...childrenOf(node))
  }
  return {
    package: file.packageName ?? '',
    imports: file.imports.map(one => {
      const written = text.slice(one.start, one.end)
      const isNamed = !/^["`]/.test(written)
      const bound = one.local ?? (one.name === '*' ? '.' : '_')
      return [isNamed ? bound : '', one.from]
    }),
    functions: inOrder(into.functions),
    calls: inOrder(into.calls),
    strings: inOrder(into.strings),
    numbers: inOrder(into.numbers),
    fields: inOrder(into.fields),
  }
}

/** By place; what stands for several at one place (a constant that repeats the one before) counts once. */
function inOrder<T>(found: readonly Found<T>[]): readonly T[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted
    .filter((one, index) => one.start !== sorted[index - 1]?.start || one.end !== sorted[index - 1]?.end)
    .map(one => one.value)
}

function collect(into: Collected, node: Node): void {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'string') into.strings.push({ ...node, value: readable(node.value) })
      else if (typeof node.value === 'number' && /^[\d.']/.test(into.text.slice(node.start, node.end)))
        into.numbers.push({ ...node, value: String(node.value) })
      break
    case 'member':
      // `m["key"]` is a member.
      if (/["`]/.test(into.text[node.propertyStart] ?? ''))
        into.strings.push({ start: node.propertyStart, end: node.end, value: readable(node.property) })
      break
    case 'entry':
      collectKey(into, node)
      break
    case 'call':
      collectCall(into, node)
      break
    case 'function':
      collectFunction(into, node)
      break
    case 'parameter':
    case 'cast':
    case 'declare':
    case 'type':
      collectType(into, node.type)
      break
    case 'class':
      collectFields(into, node.members)
      for (const member of node.members) if (member.kind === 'field') collectType(into, member.type)
      break
  }
}

function readable(text: string): string {
  return text.includes('\ufffd') ? '\ufffd' : text
}

/** A key that is a literal stands in the entry itself. */
function collectKey(into: Collected, { start, key, value }: Entry): void {
  if (key === undefined || value.start === start) return
  const end = into.text.indexOf(':', start)
  const first = into.text[start] ?? ''
  if (/["`]/.test(first)) into.strings.push({ start, end, value: readable(key) })
  else if (/[\d.']/.test(first)) into.numbers.push({ start, end, value: key })
}

function collectCall(into: Collected, call: Call): void {
  for (const type of call.typeArguments ?? []) collectType(into, type)
  if (call.isNew) return
  const callee = call.callee.kind === 'index' || isQuotedMember(into.text, call) ? objectOf(call) : call.callee
  if (into.text.startsWith('*', callee.start)) return
  const written = callee.kind === 'function' ? 'func' : into.text.slice(callee.start, callee.end).replace(/\s+/gu, '')
  into.calls.push({ start: call.start, end: call.end, value: [written, String(call.arguments.length)] })
}

function isQuotedMember(text: string, { callee }: Call): boolean {
  return callee.kind === 'member' && /["`]/.test(text[callee.propertyStart] ?? '')
}

function objectOf({ callee }: Call) {
  return callee.kind === 'index' || callee.kind === 'member' ? callee.object : callee
}

function collectFunction(into: Collected, fn: FunctionNode): void {
  collectType(into, fn.returns)
  if (fn.isArrow) return
  const parameters = fn.parameters.map(one => (one.target.kind === 'name' ? one.target.name : '?'))
  const value = [fn.name ?? '', fn.receiver?.type?.name ?? '', ...parameters]
  into.functions.push({ start: fn.start, end: fn.end, value })
}

function collectType(into: Collected, type: TypeReference | undefined): void {
  if (!type) return
  for (const one of type.arguments) collectType(into, one)
  if (!type.members) return
  // Interfaces have members, too; what they ask for are no fields.
  if (!/^[~*()\s]*interface\b/.test(into.text.slice(type.start, type.end))) collectFields(into, type.members)
  for (const member of type.members) collectType(into, member.type)
}

function collectFields(into: Collected, members: ClassNode['members']): void {
  for (const member of members)
    if (member.kind === 'field')
      into.fields.push({ start: member.start, end: member.end, value: [member.name, readable(member.tag ?? '')] })
}
