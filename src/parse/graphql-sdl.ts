/** What a schema of GraphQL in its own language declares, as far as lists and their arguments go (https://spec.graphql.org/October2021/#sec-Type-System). */
export interface GraphqlSdl {
  /** Fields of object types and interfaces, also those of `extend type`. */
  readonly fields: readonly SdlField[]
  /** The names of the fields of each input type. */
  readonly inputs: ReadonlyMap<string, readonly string[]>
}

/** A field of an object type. */
export interface SdlField {
  /** The type that it belongs to: `Query`. */
  readonly owner: string
  readonly name: string
  readonly isList: boolean
  readonly arguments: readonly SdlArgument[]
  /** Offsets of its name, from the beginning of the text. */
  readonly start: number
  readonly end: number
}

/** An argument of a field. */
export interface SdlArgument {
  readonly name: string
  /** The name of its type, without brackets and marks. */
  readonly type: string
}

interface Token {
  readonly text: string
  readonly start: number
}

/** Longer schemas are read up to here. */
const MOST_TOKENS = 200_000
/** Block strings, strings, comments, names, marks. Each alternative begins with another character, so that this is linear. */
const TOKEN = /"""(?:[^"]|"(?!""))*(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|#[^\n]*|[A-Za-z_]\w*|[{}()[\]:!=@|&$]/g

/** Reads a schema. What is not of the language is passed by; it never throws. */
export function readGraphqlSdl(text: string): GraphqlSdl {
  const tokens: Token[] = []
  for (const found of text.matchAll(TOKEN)) {
    const [word] = found
    if (word.startsWith('"') || word.startsWith('#')) continue
    tokens.push({ text: word, start: found.index })
    if (tokens.length >= MOST_TOKENS) break
  }
  const fields: SdlField[] = []
  const inputs = new Map<string, readonly string[]>()
  for (let at = 0; at < tokens.length; ) {
    const kind = tokens[at]?.text
    const name = tokens[at + 1]?.text ?? ''
    if ((kind !== 'type' && kind !== 'interface' && kind !== 'input') || !isName(name)) {
      at++
      continue
    }
    const open = bodyOf(tokens, at + 2)
    if (open === undefined) {
      at += 2
      continue
    }
    const { found, next } = readFields(tokens, open + 1, name)
    if (kind === 'input') inputs.set(name, [...(inputs.get(name) ?? []), ...found.map(one => one.name)])
    else fields.push(...found)
    at = next
  }
  return { fields, inputs }
}

function isName(text: string): boolean {
  return /^[A-Za-z_]/.test(text)
}

const DEFINES = /^(?:type|input|interface|enum|scalar|union|extend|schema|directive)$/

/** The bracket that opens the fields of a type, behind what it implements and its directives. */
function bodyOf(tokens: readonly Token[], from: number): number | undefined {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (depth === 0 && text === '{') return at
    else if (depth === 0 && text === '}') return undefined
    // The next definition: also in brackets that are never closed, so that none is gone through twice.
    else if (DEFINES.test(text) && tokens[at + 1]?.text !== ':') return undefined
  }
  return undefined
}

function readFields(tokens: readonly Token[], from: number, owner: string) {
  const found: SdlField[] = []
  let at = from
  while (at < tokens.length && tokens[at]?.text !== '}') {
    const name = tokens[at]
    if (!name || !isName(name.text)) {
      at++
      continue
    }
    at++
    const given: SdlArgument[] = []
    if (tokens[at]?.text === '(') at = readArguments(tokens, at + 1, given)
    if (tokens[at]?.text !== ':') continue
    at++
    const isList = tokens[at]?.text === '['
    found.push({
      owner,
      name: name.text,
      isList,
      arguments: given,
      start: name.start,
      end: name.start + name.text.length,
    })
    at = afterType(tokens, at)
  }
  return { found, next: at + 1 }
}

function readArguments(tokens: readonly Token[], from: number, into: SdlArgument[]): number {
  let at = from
  for (let depth = 1; at < tokens.length && depth > 0; at++) {
    const text = tokens[at]?.text ?? ''
    if (text === '(' || text === '{') depth++
    else if (text === ')' || text === '}') depth--
    else if (depth === 1 && isName(text) && tokens[at + 1]?.text === ':') {
      let type = at + 2
      while (tokens[type]?.text === '[') type++
      into.push({ name: text, type: tokens[type]?.text ?? '' })
      at = type - 1
    }
  }
  return at
}

/** The token behind a type and its directives. */
function afterType(tokens: readonly Token[], from: number): number {
  let at = from
  while (/^[[\]!]$/.test(tokens[at]?.text ?? '') || isTypeName(tokens, at, from)) at++
  while (tokens[at]?.text === '@') {
    at += 2
    if (tokens[at]?.text === '(') at = readArguments(tokens, at + 1, [])
  }
  // `= 20` behind the field of an input type: numbers are no tokens.
  if (tokens[at]?.text === '=') at++
  return at
}

/** The one name in a type: the next one begins another field. */
function isTypeName(tokens: readonly Token[], at: number, from: number): boolean {
  if (!isName(tokens[at]?.text ?? '')) return false
  for (let before = from; before < at; before++) if (isName(tokens[before]?.text ?? '')) return false
  return true
}
